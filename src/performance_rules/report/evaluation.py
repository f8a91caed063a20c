"""Evaluation forms: what one form of self-evaluation says, whole body or project.

项目支出绩效自评表 and its relatives: facts, a block of funds with the rate of execution, and a
block of indicators with target, result, weight and score.
"""
# ruff: noqa: RUF009 - term() is attrs.field() with what the field means

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from attrs import frozen

from performance_rules.report.checks import one_of
from performance_rules.report.checks import year as fiscal_year
from performance_rules.report.lines import Figure, Line, Source, terms_of
from performance_rules.report.terms import term

EvaluationKind = Literal["whole", "project", "transfer", "goals", "monitoring"]

EVALUATION_KINDS: Final[Mapping[str, str]] = {
    "whole": "整体支出",
    "project": "项目支出",
    "transfer": "转移支付",
    "goals": "绩效目标",
    "monitoring": "运行监控",
}
"""Kinds of evaluation form with their Chinese names."""


@frozen
class Evaluation:
    """自评表: one form of evaluation; a form is never merged into another.

    The total is that of the whole form, the points of the funds among them; what the block of
    indicators adds up to by itself stands in ``sheet``, where it is printed.
    """

    kind: EvaluationKind | None = term(
        *("种类", "one of EVALUATION_KINDS"),
        kind="text",
        holds="form",
        check=one_of(EVALUATION_KINDS),
    )
    name: str | None = term("项目名称", "the project", kind="text")
    entity: str | None = term("单位", "the body that carries it out", kind="text")
    department: str | None = term("主管部门", "the body in charge", kind="text")
    year: int | None = term("年度", "fiscal year", kind="year", check=fiscal_year)
    month: int | None = term(
        "截至月份", "the last month that counts, in a form of monitoring", kind="month"
    )
    weight: Figure | None = term("满分", "points that can be reached in all", kind="count")
    score: Figure | None = term("总分", "points given in all", kind="count")
    grade: str | None = term("等级", "grade claimed", kind="text")
    funds: Line | None = term(
        "资金", "the money, how it was spent, and the points for it", kind="line", bare="final"
    )
    sheet: Line | None = term(
        "指标", "the indicators, as the parts of one line", kind="line", bare="score"
    )
    goal: str | None = term("预期目标", "what was to be reached, in words", kind="text")
    done: str | None = term("完成情况", "what was reached, in words", kind="text")
    reason: str | None = term(
        "偏差说明", "why targets were missed, where the form says it in one place", kind="text"
    )
    source: Source | None = term("出处", "where the form begins", kind="source")


EVALUATION_TEXTS: Final = tuple(
    name for name, field in terms_of(Evaluation).items() if field.metadata["kind"] == "text"
)
"""The fields of a form that are plain text."""
