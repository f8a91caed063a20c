"""What a plan is made of stands before its rate: 安排A，其中省级a、县级b。支出B，执行率P."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from performance_rules.extraction.figures.roles import PLANNED, Cast

_FEWEST: Final = 2


def whole_plans(before: Sequence[Cast]) -> list[Cast]:
    """Return figures without those that make a plan, in its sentence, right behind it.

    Args:
        before: the figures up to a rate.
    """
    parts: list[Cast] = []
    for at, one in enumerate(before):
        if one.role == PLANNED and one not in parts:
            parts += _parts(one, before[at + 1 :])
    return [one for one in before if one not in parts] if parts else list(before)


def _parts(plan: Cast, behind: Sequence[Cast]) -> list[Cast]:
    """Return the figures that make a plan; none if they do not."""
    made: list[Cast] = []
    n = 0
    for one in behind:
        if one.at.sentence != plan.at.sentence or n >= plan.at.value.n:
            break
        made.append(one)
        n += one.at.value.n
        if n == plan.at.value.n and len(made) >= _FEWEST:
            return made
    return []
