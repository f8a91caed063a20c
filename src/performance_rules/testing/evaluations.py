"""Evaluation forms, printed from whole 分 and tenths of a point so that all of it agrees.

The money of the funds is a sum over its sources, points are a sum over funds and indicators, and
an indicator has full marks just where its target is reached.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from attrs import evolve, frozen

from performance_rules.report.evaluation import EvaluationKind
from performance_rules.report.model import (
    Breakdown,
    Comparison,
    Evaluation,
    Figure,
    Line,
    Statement,
)
from performance_rules.testing.disclosures import grade_of
from performance_rules.testing.printing import amount, percent
from performance_rules.values.quantity import Amount, Count, Percent, Quantity

BUDGETS: Final = ("initial_budget", "adjusted_budget", "final")
SOURCES: Final = ("本年财政拨款", "上年结转资金", "其他资金")
GROUPS: Final = ("产出指标", "效益指标", "满意度指标", "成本指标")
REASON: Final = "年中工作安排有变化，已列入次年计划"
FULL: Final = 100
"""Points that can be reached in all."""


@frozen
class Indicator:
    """One indicator: how it is measured, what was to be reached and what was.

    Attributes:
        measure: 家 for things, % for percentages, 万元 for money.
        sense: one of SENSES, or None where the form does not say it; the target is then met.
        target: in units, whole percent or 0.01 万元.
        actual: likewise.
        weight: its points, in tenths.
    """

    measure: str
    sense: str | None
    target: int
    actual: int
    weight: int

    @property
    def score(self) -> int:
        """What it gets, in tenths: all of it where the target is reached, else by the rate."""
        met = {
            "at_least": self.actual >= self.target,
            "at_most": self.actual <= self.target,
            "equal": self.actual == self.target,
        }
        if self.sense is None or met[self.sense]:
            return self.weight
        small, large = sorted((self.actual, self.target))
        return min(self.weight - 1, self.weight * small // large)


@frozen
class PrintedForm:
    """What there is to print of one form.

    Attributes:
        kind: project, transfer …
        name: the project.
        money: whole 分 by source and column.
        points: what the funds are worth, in points; 0 where they get none.
        decimals: to how many digits their score is rounded.
        groups: the indicators, group by group; all points together are :data:`FULL`.
    """

    kind: EvaluationKind
    name: str | None
    money: Sequence[Mapping[str, int]]
    points: int
    decimals: int
    groups: Sequence[Sequence[Indicator]]


def is_scored(money: Sequence[Mapping[str, int]], unit: str, decimals: int) -> bool:
    """Return whether the funds can have a rate: their budget is more than nothing as printed."""
    return amount(sum(part["adjusted_budget"] for part in money), unit, decimals).n > 0


def evaluation(form: PrintedForm, unit: str, decimals: int, rate_decimals: int) -> Evaluation:
    """Return a form, every figure rounded half up by itself.

    Args:
        form: what there is to print.
        unit: of the money of its funds.
        decimals: of that money.
        rate_decimals: of the rate of execution.
    """
    funds = _funds(form, unit, decimals, rate_decimals)
    score = sum(indicator.score for group in form.groups for indicator in group)
    total = Decimal(f"{score}E-1")
    if funds.score is not None:
        total += funds.score.statements[0].value.value
    groups = tuple(_group(name, group) for name, group in zip(GROUPS, form.groups, strict=False))
    return Evaluation(
        form.kind,
        name=form.name,
        entity="示例站",
        weight=_points(Decimal(FULL)),
        score=_points(total),
        grade=grade_of([[(10 * FULL, int(total * 10))]]),
        funds=funds,
        sheet=Line(breakdowns=(Breakdown("members", groups),)),
    )


def _funds(form: PrintedForm, unit: str, decimals: int, rate_decimals: int) -> Line:
    whole = {column: sum(part[column] for part in form.money) for column in BUDGETS}

    def line(money: Mapping[str, int], name: str = "", parts: tuple[Breakdown, ...] = ()) -> Line:
        figures: dict[str, Any] = {
            column: _said(amount(money[column], unit, decimals)) for column in BUDGETS
        }
        return Line(name=name, breakdowns=parts, **figures)

    sources = tuple(line(part, name) for part, name in zip(form.money, SOURCES, strict=False))
    funds = line(whole, parts=(Breakdown("by_source", sources),))
    if not is_scored(form.money, unit, decimals) or funds.final is None:
        return funds
    rate = percent(whole["final"], whole["adjusted_budget"], rate_decimals)
    final = evolve(funds.final, comparisons=(Comparison("adjusted_budget", completed=rate),))
    funds = evolve(funds, final=final)
    if not form.points:
        return funds
    reached = min(Fraction(1), Fraction(whole["final"], whole["adjusted_budget"]))
    earned = _rounded(form.points * reached, form.decimals)
    return evolve(funds, weight=_points(Decimal(form.points)), score=_points(earned))


def _group(name: str, indicators: Sequence[Indicator]) -> Line:
    lines = tuple(_indicator(f"{name}{i}", one) for i, one in enumerate(indicators, 1))
    return Line(
        name=name,
        weight=_points(_tenths(sum(one.weight for one in indicators))),
        score=_points(_tenths(sum(one.score for one in indicators))),
        breakdowns=(Breakdown("members", lines),),
    )


def _indicator(name: str, one: Indicator) -> Line:
    plain = one.score == one.weight and one.actual <= one.target
    return Line(
        name=name,
        sense=one.sense,
        target=_said(_measured(one.target, one.measure)),
        actual=_said(_measured(one.actual, one.measure)),
        weight=_points(_tenths(one.weight)),
        score=_points(_tenths(one.score)),
        reason=None if plain else REASON,
    )


def _measured(n: int, measure: str) -> Quantity:
    if measure == "%":
        return Percent(Decimal(n))
    return Amount(Decimal(f"{n}E-2"), measure) if measure == "万元" else Count(Decimal(n), measure)


def _rounded(value: Fraction, decimals: int) -> Decimal:
    """Return a fraction that is not negative rounded half up."""
    scaled = value * 10**decimals
    return Decimal(int(scaled + Fraction(1, 2))).scaleb(-decimals)


def _tenths(n: int) -> Decimal:
    return Decimal(f"{n}E-1")


def _points(value: Decimal) -> Figure:
    return _said(Count(value, "分"))


def _said(quantity: Quantity) -> Figure:
    return Figure((Statement(quantity),))
