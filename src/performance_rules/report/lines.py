"""The lines of a report: figures by column with what is claimed of them, and how they break down.

A line (项) carries figures (数) by column (栏) and is broken down (分解) into further lines.
Claims — shares, comparisons, completion rates — hang on the figure they speak of.
"""
# ruff: noqa: RUF009 - term() is attrs.field() with what the field means

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

import attrs
from attrs import frozen

from performance_rules.lexicon.lexicon import plain
from performance_rules.report.checks import one_of
from performance_rules.report.terms import meaning, term
from performance_rules.report.terms import terms_of as terms_of
from performance_rules.text.numerals import Approximate
from performance_rules.values.quantity import Amount, Count, Percent, Quantity


@frozen
class Source:
    """出处: where a statement stands in a document; positions count from 1, characters from 0."""

    document: str | None = term("文件", "the file the statement was read from", kind="mark")
    page: int | None = term("页", "page number", kind="number")
    section: str | None = term("章节", "the headings above the statement, joined by /", kind="mark")
    paragraph: int | None = term("段", "paragraph number in the document", kind="number")
    table: int | None = term("表", "table number in the document", kind="number")
    row: int | None = term("行", "row of the table", kind="number")
    column: int | None = term("列", "column of the table", kind="number")
    cell: str | None = term(
        "单元格", "sheet and address in a workbook, such as '支出决算表!B5'", kind="mark"
    )
    start: int | None = term("起", "first character in the document's text", kind="number")
    end: int | None = term("止", "one past the last character", kind="number")
    quote: str | None = term("原文", "the sentence or cell itself", kind="mark")


Settled = Literal["said", "inherited", "inferred"]
"""How what a statement or a claim is about became known: see :data:`SETTLED`."""

SETTLED: Final[Mapping[str, str]] = {"said": "原文", "inherited": "承上", "inferred": "推断"}
"""Said in its own clause or cell; inherited from the item, heading or caption above it; inferred,
as where a plain 预算 is taken for the budget that fits."""


@frozen
class Statement:
    """表述: one quantity as it was printed at one place."""

    value: Quantity = attrs.field(metadata=meaning("值", "the printed quantity", "quantity"))
    source: Source | None = term("出处", "where it was printed", kind="source")
    settled: Settled = term("依据", "said, inherited or inferred", default="said", kind="settled")
    inference: str | None = term("推断", "what was inferred, in words", kind="text")


@frozen
class Share:
    """占比: a figure is said to be so many percent of a whole."""

    value: Percent = attrs.field(metadata=meaning("数值", "the printed share", "percent", "rate"))
    of: str | None = term(
        *("分母措辞", "the denominator as worded, such as '总收入'"),
        kind="text",
        headings=("占比分母",),
    )
    source: Source | None = term("出处", "where it was printed", kind="source")
    settled: Settled = term("依据", "said, inherited or inferred", default="said", kind="settled")
    inference: str | None = term("推断", "what was inferred, in words", kind="text")


@frozen
class Reason:
    """原因: the cause clause only, and the subjects it is about."""

    text: str = attrs.field(metadata=meaning("文字", "the cause clause", "text"))
    about: tuple[str, ...] = term("所涉科目", "subjects the reason names", default=(), kind="texts")
    source: Source | None = term("出处", "where it was printed", kind="source")


@frozen
class Comparison:
    """比较: what is said of a figure against another column of the same line."""

    against: str = attrs.field(metadata=meaning("对比数", "column compared with", "column"))
    base: Amount | Count | None = term(
        "基数", "the level of the base, when restated here", kind="any", holds="level"
    )
    change: Amount | Count | None = term(
        "增减额", "signed change", kind="any", holds="level", headings=()
    )
    rate: Percent | None = term(
        "增减率", "signed rate of change", kind="percent", holds="rate", headings=()
    )
    completed: Percent | None = term(
        "完成率", "figure over base", kind="percent", holds="rate", headings=()
    )
    direction: str | None = term("方向词", "up, down or flat, as worded", kind="text")
    reason: Reason | None = term("原因", "the reason given", kind="reason", headings=())
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

    statements: tuple[Statement, ...] = term(
        "表述", "the places where it was said", default=(), kind="statements"
    )
    share: Share | None = term("占比", "its share of a whole", kind="share", headings=())
    comparisons: tuple[Comparison, ...] = term(
        "比较", "its comparisons", default=(), kind="comparisons"
    )
    unread: Source | None = term("未读", "the cell in its place that says no number", kind="source")

    @property
    def approximate(self) -> Approximate | None:
        """约 近 余, where no statement says the number any better."""
        said = [statement.value.approximate for statement in self.statements]
        return said[0] if all(said) and said else None


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
    initial_budget: Figure | None = term(
        "年初预算", "initial budget", kind="amount", headings=("年初预算数",)
    )
    adjusted_budget: Figure | None = term(
        "调整预算",
        "adjusted (full-year) budget",
        kind="amount",
        headings=("全年预算", "全年预算数", "调整预算数"),
    )
    final: Figure | None = term("决算", "outturn", kind="amount", headings=("决算数",))
    prior_budget: Figure | None = term(
        "上年年初预算", "last year's initial budget", kind="amount", headings=()
    )
    prior: Figure | None = term(
        "上年决算", "last year's outturn", kind="amount", headings=("上年决算数",)
    )
    weight: Figure | None = term(
        "分值", "points that can be reached", kind="count", headings=("权重",)
    )
    score: Figure | None = term("得分", "points given", kind="count", headings=("自评得分",))
    target: Figure | None = term("目标值", "target value", kind="any", headings=())
    actual: Figure | None = term(
        "完成值", "actual value or number", kind="any", headings=("实有", "实际")
    )
    received: Figure | None = term("到位", "money that has arrived", kind="amount", headings=())
    left: Figure | None = term("结余", "money that is left", kind="amount", headings=())
    price: Figure | None = term("单价", "cost of one", kind="amount", headings=())
    to_date: Figure | None = term(
        "截至完成", "spent or done by the day of monitoring", kind="any", headings=()
    )
    forecast: Figure | None = term(
        "全年预计", "expected for the whole year", kind="any", headings=()
    )
    breakdowns: tuple[Breakdown, ...] = term(
        "分解", "how the line is broken down", default=(), kind="breakdowns"
    )
    counts: tuple[tuple[str, Figure], ...] = term(
        "数量", "counts by key", default=(), kind="counts"
    )
    notes: tuple[str, ...] = term("说明", "sentences about the line", default=(), kind="texts")
    body: str | None = term("主体", "whose it is, where not the report's own", kind="text")
    period: str | None = term("期间", "the time it is about, where not the year", kind="text")
    section: str | None = term("章节", "where it stands, if that tells it apart", kind="text")
    per: str | None = term("每", "what the price is for one of, such as '户'", kind="text")
    sense: str | None = term(
        *("目标方向", "which side of the target is good: one of SENSES"),
        kind="text",
        holds="sense",
        headings=("指标性质",),
    )
    target_text: str | None = term(
        "目标文字", "the target as printed, where it is words", kind="text", headings=()
    )
    actual_text: str | None = term(
        "完成文字", "what was reached as printed, where it is words", kind="text", headings=()
    )
    criterion: str | None = term(
        "评分标准", "how the points are given, as printed", kind="text", headings=()
    )
    outlook: str | None = term(
        "完成可能性",
        "whether the target will be reached, as printed when monitored",
        kind="text",
        headings=(),
    )
    reason: str | None = term(
        "偏差原因", "why a target was missed or points were lost", kind="text", headings=()
    )

    @property
    def identity(self) -> tuple[str, ...]:
        """What tells matters apart: name, body, period and section; "" for what is not given."""
        return plain(self.name), self.body or "", self.period or "", self.section or ""

    def figure(self, column: str) -> Figure | None:
        """Return the figure of a column, or None."""
        found: Figure | None = getattr(self, column)
        return found


COLUMN_KINDS: Final[Mapping[str, str]] = {
    name: kind
    for name, field in terms_of(Line).items()
    if (kind := field.metadata["kind"]) in ("amount", "count", "any")
}
"""The columns of a line, in the order in which they are reported, and the quantity each holds."""

COLUMNS: Final = tuple(COLUMN_KINDS)

MONEY_COLUMNS: Final = COLUMNS[:5]

SENSES: Final = {"at_least": "不低于", "at_most": "不高于", "equal": "等于"}
"""What a value must do to reach its target."""

LINE_TEXTS: Final = tuple(
    name for name, field in terms_of(Line).items() if field.metadata["kind"] == "text"
)
"""The fields of a line that are plain text."""

Dimension = Literal["by_function", "by_nature", "by_economic", "by_purpose", "by_source", "members"]

DIMENSIONS: Final[Mapping[str, str]] = {
    "by_function": "功能分类",
    "by_nature": "支出性质",
    "by_economic": "经济分类",
    "by_purpose": "人员公用",
    "by_source": "资金来源",
    "members": "构成",
}
"""The dimensions of a breakdown with their Chinese terms."""

CODED: Final = ("by_function", "by_economic")
"""The dimensions whose parts have classification codes."""


@frozen
class Breakdown:
    """分解: one line taken apart along one dimension.

    Where something of the list was not read, whether it is complete cannot be told.
    """

    dimension: Dimension = attrs.field(
        validator=one_of(DIMENSIONS),
        metadata=meaning("维度", "one of DIMENSIONS", "text", "dimension"),
    )
    lines: tuple[Line, ...] = term("各项", "the parts", default=(), kind="parts")
    complete: bool = term("列全", "whether every part is listed", default=True, kind="bool")
    reasons: tuple[Reason, ...] = term(
        "原因", "reasons given for the breakdown", default=(), kind="reasons"
    )
    notes: tuple[str, ...] = term("说明", "sentences about the breakdown", default=(), kind="texts")
    unread: Source | None = term(
        "未读", "what stands in the list and was not read as a part of it", kind="source"
    )
    settled: Settled = term("依据", "said, inherited or inferred", default="said", kind="settled")
    inference: str | None = term("推断", "what was inferred, in words", kind="text")
