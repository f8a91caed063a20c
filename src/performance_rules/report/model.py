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
from typing import Final, Literal

import attrs
from attrs import frozen

from performance_rules.report import checks, plain
from performance_rules.report.evaluation import EVALUATION_KINDS, Evaluation
from performance_rules.report.fields import meaning, term
from performance_rules.report.lines import (
    BASE_OF_PRIOR,
    COLUMNS,
    DIMENSIONS,
    LINE_TEXTS,
    MONEY_COLUMNS,
    SENSES,
    SETTLED,
    Breakdown,
    Comparison,
    Figure,
    Line,
    Reason,
    Settled,
    Share,
    Source,
    Statement,
    terms_of,
)
from performance_rules.report.schedule import STAGES, Schedule, Step

__all__ = [
    "ACCOUNTS",
    "ACCOUNT_PARTS",
    "BALANCES",
    "BASE_OF_PRIOR",
    "COLUMNS",
    "DIMENSIONS",
    "EVALUATION_KINDS",
    "FLOWS",
    "KINDS",
    "LINE_TEXTS",
    "MONEY_COLUMNS",
    "SENSES",
    "SETTLED",
    "SIDES",
    "STAGES",
    "WIDER",
    "Account",
    "Breakdown",
    "Comparison",
    "Evaluation",
    "Figure",
    "Line",
    "Paragraph",
    "Reason",
    "Report",
    "Schedule",
    "SeenTable",
    "Settled",
    "Share",
    "Source",
    "Statement",
    "Step",
    "terms_of",
]


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

FLOWS: Final = ("income", "expenditure")
"""The sides that are of the year itself."""

BALANCES: Final = ("opening", "closing")
"""The sides that are carried from year to year."""

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

    text: str = attrs.field(metadata=meaning("文字", "the paragraph", "text"))
    heading: int | None = term(
        "标题级别", "1 for the title, 2 for '一、', 3 for '（一）' …", kind="heading"
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

    caption: str = term("题名", "the caption", default="", kind="text")
    key: str | None = term("键", "which of the well-known tables it is", kind="text")
    empty: bool = term("空表", "no figure in it but zeros", default=False, kind="bool")
    note: str | None = term("附注", "the sentence that explains an empty table", kind="text")
    source: Source | None = term("出处", "where it was printed", kind="source")


Kind = Literal[
    "self_evaluation", "project_evaluation", "final_accounts", "budget", "notice", "summary"
]

KINDS: Final[Mapping[str, str]] = {
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

    title: str | None = term("标题", "the title as printed", kind="text", holds="words")
    entity: str | None = term("部门", "name of the body", kind="text", holds="words")
    project: str | None = term(
        "项目",
        "name of the project that a report on one project is about",
        kind="text",
        holds="words",
    )
    region: str | None = term(
        "区划", "region code, GB/T 2260", kind="text", holds="region", check=checks.region
    )
    year: int | None = term("年度", "fiscal year", kind="year", check=checks.year)
    kind: Kind | None = term(
        "文种", "one of KINDS", kind="text", holds="document", check=checks.one_of(KINDS)
    )
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
    evaluation: Line | None = term(
        "自评", "the self-evaluation score sheet", kind="line", bare="score"
    )
    grade: str | None = term("等级", "grade claimed", kind="text", holds="words")
    evaluations: tuple[Evaluation, ...] = term(
        "各自评表", "the forms of evaluation, one by one", default=(), kind="evaluations"
    )
    disclosures: Breakdown | None = term("披露", "staff, vehicles, procurement …", kind="breakdown")
    matters: tuple[Line, ...] = term(
        "事项",
        "what is named and has no place of its own: projects, bodies, outputs …",
        default=(),
        kind="lines",
        holds="matters",
    )
    schedules: tuple[Schedule, ...] = term(
        "进度", "the steps of projects with their dates", default=(), kind="schedules"
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
    unread: int | None = term(
        "未读处数",
        "tables and pages of the document that were not read; none where nobody counted",
        kind="pieces",
    )
    previous: Report | None = term("上年报告", "last year's report of the body", kind="report")

    @classmethod
    def from_dict(cls, data: Mapping[str, object]) -> Report:
        """Return the report a plain dict describes.

        Raises:
            ReportError: with every problem and its path.
        """
        report: Report = plain.build(data)
        return report

    def to_dict(self) -> dict[str, object]:
        """Return the report as a plain dict of text, integers and lists; round-trips."""
        return plain.dump(self)


ACCOUNTS: Final = tuple(
    name for name, field in terms_of(Report).items() if field.metadata["kind"] == "account"
)
"""The accounts of a report, widest first."""
