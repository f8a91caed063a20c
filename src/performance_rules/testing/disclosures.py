"""Sheets: the parts of a report that hold no ledger money — scores, staff, procurement."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from performance_rules.report.model import Breakdown, Figure, Line, Statement
from performance_rules.values.quantity import Amount, Count, Quantity

GRADES: Final = ((900, "优"), (800, "良"), (600, "中"), (0, "差"))
"""Grade by points, in tenths."""


def score_sheet(groups: Sequence[Sequence[tuple[int, int]]]) -> Line:
    """Return a score sheet of two levels from (weight, score) in tenths of a point."""
    parts = []
    for i, group in enumerate(groups, 1):
        members = tuple(
            _scored(f"指标{i}.{j}", weight, score) for j, (weight, score) in enumerate(group, 1)
        )
        weight, score = (sum(column) for column in zip(*group, strict=True))
        parts.append(_scored(f"一级指标{i}", weight, score, members))
    weights, scores = (sum(pair[side] for group in groups for pair in group) for side in (0, 1))
    return _scored("绩效自评", weights, scores, tuple(parts))


def grade_of(groups: Sequence[Sequence[tuple[int, int]]]) -> str:
    """Return the grade of a score sheet."""
    points = sum(score for group in groups for _, score in group)
    return next(grade for least, grade in GRADES if points >= least)


def disclosures(
    staff: int, vacant: int, leaders: Sequence[int], procurement: Sequence[Amount], whole: Amount
) -> Breakdown:
    """Return numbers of staff and the procurement with its three parts."""
    posts = ("局长", "副局长", "其他班子成员")
    kinds = (("goods", "货物"), ("works", "工程"), ("services", "服务"))
    team = tuple(_stated(name, Count(n)) for name, n in zip(posts, leaders, strict=False))
    bought = tuple(
        _stated(name, money, key) for (key, name), money in zip(kinds, procurement, strict=True)
    )
    return Breakdown(
        "members",
        (
            _stated("编制", Count(staff + vacant), "establishment"),
            _stated("在职人员", Count(staff), "staff"),
            _stated("领导班子", Count(sum(leaders)), "leadership", team),
            _stated("政府采购", whole, "procurement", bought),
        ),
    )


def _scored(name: str, weight: int, score: int, members: tuple[Line, ...] = ()) -> Line:
    weight_figure, score_figure = (
        Figure((Statement(Count(Decimal(f"{tenths}E-1"), "分")),)) for tenths in (weight, score)
    )
    parts = (Breakdown("members", members),) if members else ()
    return Line(name=name, weight=weight_figure, score=score_figure, breakdowns=parts)


def _stated(
    name: str, quantity: Quantity, key: str | None = None, members: tuple[Line, ...] = ()
) -> Line:
    parts = (Breakdown("members", members),) if members else ()
    return Line(name=name, key=key, actual=Figure((Statement(quantity),)), breakdowns=parts)
