"""The report model: the typed, frozen classes a report consists of.

A report is one fixed tree.  Accounts (口径) hold income and expenditure as lines (项); a line
carries figures (数) by column (栏) and is broken down (分解) into further lines.  Claims — shares,
comparisons, completion rates — hang on the figure they speak of.  Every field has an English name
and its Chinese term; the rule language takes its vocabulary from here and nowhere else.
"""
# ruff: noqa: RUF009 - term() is attrs.field() with what the field means

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, Final, Literal

import attrs
from attrs import frozen

from performance_rules.lexicon import plain
from performance_rules.numerals import Approximate
from performance_rules.report.terms import term
from performance_rules.values import Amount, Count, Percent, Quantity


def terms_of(cls: type) -> dict[str, attrs.Attribute[Any]]:
    """Return the fields of a model class that have a Chinese term, by English name."""
    return {a.name: a for a in attrs.fields(cls) if "zh" in a.metadata}


@frozen
class Source:
    """出处: where a statement stands in a document; positions count from 1, characters from 0."""

    document: str | None = term("文件", "the file the statement was read from")
    page: int | None = term("页", "page number", kind="number")
    section: str | None = term("章节", "the headings above the statement, joined by /")
    paragraph: int | None = term("段", "paragraph number in the document", kind="number")
    table: int | None = term("表", "table number in the document", kind="number")
    row: int | None = term("行", "row of the table", kind="number")
    column: int | None = term("列", "column of the table", kind="number")
    cell: str | None = term("单元格", "sheet and address in a workbook, such as 支出决算表!B5")
    start: int | None = term("起", "first character in the document's text", kind="number")
    end: int | None = term("止", "one past the last character", kind="number")
    quote: str | None = term("原文", "the sentence or cell itself")


Settled = Literal["said", "inherited", "inferred"]
"""How what a statement or a claim is about became known: see :data:`SETTLED`."""

SETTLED: Final[Mapping[str, str]] = {"said": "原文", "inherited": "承上", "inferred": "推断"}
"""Said in its own clause or cell; inherited from the item, heading or caption above it; inferred,
as where a plain 预算 is taken for the budget that fits."""


@frozen
class Statement:
    """表述: one quantity as it was printed at one place."""

    value: Quantity = attrs.field(metadata={"zh": "值", "doc": "the printed quantity", "kind": ""})
    source: Source | None = term("出处", "where it was printed", kind="source")
    settled: Settled = term("依据", "said, inherited or inferred", default="said", kind="settled")
    inference: str | None = term("推断", "what was inferred, in words", kind="text")


@frozen
class Share:
    """占比: a figure is said to be so many percent of a whole."""

    value: Percent = attrs.field(
        metadata={"zh": "数值", "doc": "the printed share", "kind": "percent"}
    )
    of: str | None = term("分母措辞", "the denominator as worded, such as 总收入", kind="text")
    source: Source | None = term("出处", "where it was printed", kind="source")
    settled: Settled = term("依据", "said, inherited or inferred", default="said", kind="settled")
    inference: str | None = term("推断", "what was inferred, in words", kind="text")


@frozen
class Reason:
    """原因: the cause clause only, and the subjects it is about."""

    text: str = attrs.field(metadata={"zh": "文字", "doc": "the cause clause", "kind": "text"})
    about: tuple[str, ...] = term("所涉科目", "subjects the reason names", default=())
    source: Source | None = term("出处", "where it was printed", kind="source")


@frozen
class Comparison:
    """比较: what is said of a figure against another column of the same line."""

    against: str = attrs.field(
        metadata={"zh": "对比数", "doc": "column compared with", "kind": "column"}
    )
    base: Amount | Count | None = term(
        "基数", "the level of the base, when restated here", kind="any"
    )
    change: Amount | Count | None = term("增减额", "signed change", kind="any")
    rate: Percent | None = term("增减率", "signed rate of change", kind="percent")
    completed: Percent | None = term("完成率", "figure over base", kind="percent")
    direction: str | None = term("方向词", "up, down or flat, as worded", kind="text")
    reason: Reason | None = term("原因", "the reason given", kind="reason")
    wording: str | None = term("措辞", "how the base or the change is worded", kind="text")
    source: Source | None = term("出处", "where it was printed", kind="source")
    settled: Settled = term("依据", "said, inherited or inferred", default="said", kind="settled")
    inference: str | None = term("推断", "what was inferred, in words", kind="text")


@frozen
class Figure:
    """数: one quantity, said once or several times, with the claims made about it.

    A figure without statements is a blank: a cell that was there and said nothing, or nothing that
    could be read as its number.
    """

    statements: tuple[Statement, ...] = term("表述", "the places where it was said", default=())
    share: Share | None = term("占比", "its share of a whole", kind="share")
    comparisons: tuple[Comparison, ...] = term("比较", "its comparisons", default=())
    unread: Source | None = term("未读", "the cell in its place that says no number", kind="source")

    @property
    def approximate(self) -> Approximate | None:
        """约 近 余, where no statement says the number any better."""
        said = [statement.value.approximate for statement in self.statements]
        return said[0] if all(said) and said else None


COLUMNS: Final = (
    "initial_budget",
    "adjusted_budget",
    "final",
    "prior_budget",
    "prior",
    "weight",
    "score",
    "target",
    "actual",
    "received",
    "left",
    "price",
)
"""The columns of a line, in the order in which they are reported."""

MONEY_COLUMNS: Final = COLUMNS[:5]

BASE_OF_PRIOR: Final = {
    "initial_budget": "prior_budget",
    "adjusted_budget": "prior_budget",
    "final": "prior",
    "actual": "prior",
}
"""Which column ``vs_prior`` means: last year's budget for a budget, last year's outturn else."""


@frozen
class Line:
    """项: a named subject with its figures by column and its breakdowns."""

    name: str = term("名称", "name as printed", default="", kind="text")
    code: str | None = term("编码", "classification code as printed", kind="text")
    key: str | None = term("键", "key of a well-known item, such as reception", kind="text")
    initial_budget: Figure | None = term("年初预算", "initial budget", kind="amount")
    adjusted_budget: Figure | None = term("调整预算", "adjusted (full-year) budget", kind="amount")
    final: Figure | None = term("决算", "outturn", kind="amount")
    prior_budget: Figure | None = term("上年年初预算", "last year's initial budget", kind="amount")
    prior: Figure | None = term("上年决算", "last year's outturn", kind="amount")
    weight: Figure | None = term("分值", "points that can be reached", kind="count")
    score: Figure | None = term("得分", "points given", kind="count")
    target: Figure | None = term("目标值", "target value", kind="any")
    actual: Figure | None = term("完成值", "actual value or number", kind="any")
    received: Figure | None = term("到位", "money that has arrived", kind="amount")
    left: Figure | None = term("结余", "money that is left", kind="amount")
    price: Figure | None = term("单价", "cost of one", kind="amount")
    breakdowns: tuple[Breakdown, ...] = term("分解", "how the line is broken down", default=())
    counts: tuple[tuple[str, Figure], ...] = term("数量", "counts by key", default=())
    notes: tuple[str, ...] = term("说明", "sentences about the line", default=())
    body: str | None = term("主体", "whose it is, where not the report's own", kind="text")
    period: str | None = term("期间", "the time it is about, where not the year", kind="text")
    section: str | None = term("章节", "where it stands, if that tells it apart", kind="text")
    per: str | None = term("每", "what the price is for one of, such as 户", kind="text")

    @property
    def identity(self) -> tuple[str, ...]:
        """What tells matters apart: name, body, period and section; "" for what is not given."""
        return plain(self.name), self.body or "", self.period or "", self.section or ""

    def figure(self, column: str) -> Figure | None:
        """Return the figure of a column, or None."""
        found: Figure | None = getattr(self, column)
        return found


LINE_TEXTS: Final = tuple(
    name for name, field in terms_of(Line).items() if field.metadata["kind"] == "text"
)
"""The fields of a line that are plain text."""

DIMENSIONS: Final = {
    "by_function": "功能分类",
    "by_nature": "支出性质",
    "by_economic": "经济分类",
    "by_purpose": "人员公用",
    "by_source": "资金来源",
    "members": "构成",
}
"""The dimensions of a breakdown with their Chinese terms."""


@frozen
class Breakdown:
    """分解: one line taken apart along one dimension.

    Where something of the list was not read, whether it is complete cannot be told.
    """

    dimension: str = attrs.field(
        metadata={"zh": "维度", "doc": "one of DIMENSIONS", "kind": "text"}
    )
    lines: tuple[Line, ...] = term("各项", "the parts", default=())
    complete: bool = term("列全", "whether every part is listed", default=True, kind="bool")
    reasons: tuple[Reason, ...] = term("原因", "reasons given for the breakdown", default=())
    notes: tuple[str, ...] = term("说明", "sentences about the breakdown", default=())
    unread: Source | None = term(
        "未读", "what stands in the list and was not read as a part of it", kind="source"
    )
    settled: Settled = term("依据", "said, inherited or inferred", default="said", kind="settled")
    inference: str | None = term("推断", "what was inferred, in words", kind="text")


@frozen
class Account:
    """口径: income, expenditure and balances of one kind of funds."""

    income: Line | None = term("收入", "income of the year", kind="line")
    expenditure: Line | None = term("支出", "expenditure of the year", kind="line")
    opening: Line | None = term("年初结转结余", "balance carried in", kind="line")
    closing: Line | None = term("年末结转结余", "balance carried out", kind="line")
    reserves_used: Line | None = term(
        "使用非财政拨款结余", "non-fiscal balances drawn on", kind="line"
    )
    distributed: Line | None = term("结余分配", "surplus distributed", kind="line")
    total: Line | None = term(
        "总计",
        "income with what was carried in, which is expenditure with what is carried out",
        kind="line",
    )


SIDES: Final = tuple(a.name for a in attrs.fields(Account))

ACCOUNT_PARTS: Final = {
    "all_funds": (
        "general_budget",
        "government_fund",
        "state_capital",
        "superior",
        "institutional",
        "operating",
        "affiliated",
        "other",
    ),
    "fiscal": ("general_budget", "government_fund", "state_capital"),
}
"""总 ⊃ 财政拨款 ⊃ 一般公共预算、政府性基金、国有资本经营; 总 ⊃ the other sources."""

WIDER: Final = {
    "fiscal": "all_funds",
    "general_budget": "fiscal",
    "government_fund": "fiscal",
    "state_capital": "fiscal",
    "superior": "all_funds",
    "institutional": "all_funds",
    "operating": "all_funds",
    "affiliated": "all_funds",
    "other": "all_funds",
}
"""The next wider account of each account."""


@frozen
class Paragraph:
    """段: one paragraph or heading of the report, as printed."""

    text: str = attrs.field(metadata={"zh": "文字", "doc": "the paragraph", "kind": "text"})
    heading: int | None = term(
        "标题级别", "1 for the title, 2 for 一、, 3 for （一） …", kind="level"
    )
    contents: bool = term(
        "目录项",
        "an entry of the contents list, no heading of the body",
        default=False,
        kind="bool",
    )
    source: Source | None = term("出处", "where it was printed", kind="source")


@frozen
class SeenTable:
    """表: a table that was met in the document, with what its caption says it is."""

    caption: str = attrs.field(metadata={"zh": "题名", "doc": "the caption", "kind": "text"})
    key: str | None = term("键", "which of the well-known tables it is", kind="text")
    empty: bool = term("空表", "no figure in it but zeros", default=False, kind="bool")
    note: str | None = term("附注", "the sentence that explains an empty table", kind="text")
    source: Source | None = term("出处", "where it was printed", kind="source")


KINDS: Final = {
    "self_evaluation": "部门整体支出绩效自评",
    "project_evaluation": "项目支出绩效自评",
    "final_accounts": "部门决算",
    "budget": "部门预算",
    "notice": "公告",
    "summary": "工作总结",
}
"""Kinds of report with their Chinese names."""


@frozen
class Report:
    """报告: what one public body published for one year."""

    title: str | None = term("标题", "the title as printed", kind="text")
    entity: str | None = term("部门", "name of the body", kind="text")
    project: str | None = term(
        "项目", "name of the project that a report on one project is about", kind="text"
    )
    region: str | None = term("区划", "region code, GB/T 2260", kind="text")
    year: int | None = term("年度", "fiscal year", kind="year")
    kind: str | None = term("文种", "one of KINDS", kind="text")
    approved: dt.date | None = term("批复日", "date of approval", kind="date")
    published: dt.date | None = term("公开日", "date of publication", kind="date")
    all_funds: Account | None = term("总", "all funds", kind="account")
    fiscal: Account | None = term("财政拨款", "fiscal appropriations", kind="account")
    general_budget: Account | None = term("一般公共预算", "general public budget", kind="account")
    government_fund: Account | None = term("政府性基金", "government funds", kind="account")
    state_capital: Account | None = term("国有资本经营", "state capital operations", kind="account")
    superior: Account | None = term("上级补助", "grants from superiors", kind="account")
    institutional: Account | None = term("事业", "institutional activities", kind="account")
    operating: Account | None = term("经营", "commercial operations", kind="account")
    affiliated: Account | None = term("附属单位", "paid in by affiliates", kind="account")
    other: Account | None = term("其他", "other income and expenditure", kind="account")
    three_public: Line | None = term("三公", "three-public expenditure", kind="line")
    evaluation: Line | None = term("自评", "the self-evaluation score sheet", kind="line")
    grade: str | None = term("等级", "grade claimed", kind="text")
    disclosures: Breakdown | None = term("披露", "staff, vehicles, procurement …", kind="breakdown")
    matters: tuple[Line, ...] = term(
        "事项",
        "what is named and has no place of its own: projects, bodies, outputs …",
        default=(),
        kind="lines",
    )
    text: tuple[Paragraph, ...] = term(
        "正文", "paragraphs of the report", default=(), kind="paragraphs"
    )
    tables: tuple[SeenTable, ...] = term(
        "各表", "tables of the document", default=(), kind="tables"
    )
    pictures: int | None = term(
        "图片数",
        "pictures and charts of the document; none where they are lost or not counted",
        kind="pieces",
    )
    previous: Report | None = term("上年报告", "last year's report of the body", kind="report")
    trees: dict[int, object] = attrs.field(
        factory=dict, init=False, eq=False, order=False, repr=False
    )

    def __getstate__(self) -> dict[str, object]:
        """Return what a copy in another process needs: all but the trees, which it can grow."""
        return {f.name: getattr(self, f.name) for f in attrs.fields(Report) if f.init}

    def __setstate__(self, state: Mapping[str, object]) -> None:
        """Become the report of a state."""
        for name, value in (*state.items(), ("trees", {})):
            object.__setattr__(self, name, value)

    @classmethod
    def from_dict(cls, data: Mapping[str, object]) -> Report:
        """Return the report a plain dict describes.

        Raises:
            ReportError: with every problem and its path.
        """
        from performance_rules.report.build import build_report

        return build_report(data)

    def to_dict(self) -> dict[str, object]:
        """Return the report as a plain dict of text, integers and lists; round-trips."""
        from performance_rules.report.dump import dump_report

        return dump_report(self)


ACCOUNTS: Final = tuple(
    name for name, field in terms_of(Report).items() if field.metadata["kind"] == "account"
)
"""The accounts of a report, widest first."""
