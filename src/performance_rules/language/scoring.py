"""Functions that score an indicator by the score sheet of a place."""

from __future__ import annotations

from typing import Final

from performance_rules.errors import Message
from performance_rules.language.bands import points
from performance_rules.language.function import Function
from performance_rules.language.ground import Missing
from performance_rules.language.numbers import as_number, deducted
from performance_rules.language.scales import Deduction
from performance_rules.language.scope import Scope, Value, of
from performance_rules.language.sheets import ScoreSheet
from performance_rules.language.signatures import name_and_sheet, name_rate_and_sheet
from performance_rules.language.types import COUNT, DUE, TEXT

NOT_LISTED: Final = Missing(Message("评分表没有这项指标", "the score sheet has no such indicator"))


@Function(
    "full_points",
    "满分",
    "(文字, 评分表) → 数量",
    name_and_sheet(COUNT),
    Message("评分表给这项指标的分值", "the points that a score sheet gives an indicator in full"),
)
def full_points(_scope: Scope, name: Value, sheet: Value) -> Value:
    """Return the points in full of the indicator of a name."""
    row = of(ScoreSheet, sheet).row(of(str, name))
    return NOT_LISTED if row is None else row.points


@Function(
    "standard",
    "评分办法",
    "(文字, 评分表) → 文字",
    name_and_sheet(TEXT),
    Message("评分表怎样给这项指标打分", "what a score sheet gives an indicator points for"),
)
def standard(_scope: Scope, name: Value, sheet: Value) -> Value:
    """Return how the indicator of a name is scored, in the words of the sheet."""
    row = of(ScoreSheet, sheet).row(of(str, name))
    return NOT_LISTED if row is None else row.text


@Function(
    "points_due",
    "应得分",
    "(文字, 比率或百分数, 评分表) → 应得分",
    name_rate_and_sheet(DUE),
    Message(
        "按评分表，这项指标的完成值应得的分；不满一步怎么扣没有写明的，各种算法都认",
        "what a score sheet gives for the value of an indicator; all readings of a step count",
    ),
)
def points_due(scope: Scope, name: Value, rate: Value, sheet: Value) -> Value:
    """Return the points that the value of an indicator deserves."""
    row = of(ScoreSheet, sheet).row(of(str, name))
    value = as_number(scope, rate)
    if row is None:
        return NOT_LISTED
    if isinstance(value, Missing):
        return value
    if row.least is not None and scope.decide(scope.compare_printed("<", value, row.least)) is True:
        return Missing(
            Message("评分表没有说这样的值得几分", "the sheet is silent about such a value")
        )
    if isinstance(row.how, Deduction):
        return deducted.give(scope, row.points, rate, row.how)
    return points.give(scope, rate, row.how)
