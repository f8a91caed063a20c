"""Rates with a figure behind them: 执行率90%（预算200万元，执行180万元）; 回收率98%，即49份."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from performance_rules.extraction.figures.fitting import Rate, fits
from performance_rules.extraction.figures.roles import (
    DONE,
    PLANNED,
    Cast,
    alike,
    without_tail,
)
from performance_rules.extraction.figures.words import RelationWords
from performance_rules.extraction.relations.totals import is_sum

_ARRIVAL: Final = "arrival"
_CHANGE: Final = "change"
_ARRIVED: Final = "到位"
_TWO: Final = 2
_THAT_IS: Final = ("即", "即为", "折合", "也就是")
_NEAR: Final = 8


def behind_rate(parts: Sequence[Cast], at: int, words: RelationWords) -> Rate | None:
    """Return a rate that the bracket right behind it gives the two figures of, or the plan.

    Args:
        parts: the figures, with the parts they play.
        at: which of them the rate is.
        words: the words of relations.
    """
    return _of_both(parts, at, words) or _of_plan(parts, at, words)


def _of_both(parts: Sequence[Cast], at: int, words: RelationWords) -> Rate | None:
    """Return a rate whose bracket tells its two figures, and no other."""
    rate = parts[at].at
    inside = [one for one in parts[at + 1 : at + _TWO + 2] if _is_inside(one, parts[at])]
    if len(inside) != _TWO or not alike(inside[0].at.value, inside[1].at.value):
        return None
    if inside[0].at.opener != "(" or inside[0].at.begin != rate.end + 1:
        return None
    name = without_tail(rate.left, words)
    head = next((head for head in words.rates if name.endswith(head)), "")
    arrived = words.rates.get(head) == _ARRIVAL
    planned = [one for one in inside if one.role == PLANNED and not one.head.endswith(_ARRIVED)]
    done = [one for one in inside if _is_done(one, arrived=arrived)]
    if not head or len(planned) != 1 or len(done) != 1 or planned[0] is done[0]:
        return None
    return Rate(done[0].at, planned[0].at, rate)


def _of_plan(parts: Sequence[Cast], at: int, words: RelationWords) -> Rate | None:
    """Return a rate whose bracket tells the plan, of the figure before it: 支出A，执行率P（预算B）.

    Behind a list it may be of the last or of all, so there it is only kept where it comes out.
    """
    if not 0 < at < len(parts) - 1:
        return None
    done, rate, plan = parts[at - 1], parts[at].at, parts[at + 1]
    name = without_tail(rate.left, words)
    head = next((head for head in words.rates if name.endswith(head)), "")
    inside = _is_inside(plan, parts[at]) and plan.at.begin == rate.close + 1 and not plan.at.right
    if not head or words.rates[head] in (_ARRIVAL, _CHANGE) or not inside:
        return None
    if plan.role != PLANNED or plan.topic or not alike(done.at.value, plan.at.value):
        return None
    beside = done.at.close + 1 == rate.begin and done.at.sentence == rate.sentence
    if not beside or done.at.depth != rate.depth:
        return None
    made = Rate(done.at, plan.at, rate)
    if fits(done.at.value, plan.at.value, rate.value):
        return made
    near = [one.at for one in parts[max(0, at - _NEAR) : at - 1]]
    near = [one for one in near if alike(one.value, plan.at.value)]
    if any(fits(one.value, plan.at.value, rate.value) for one in near) or done.role == PLANNED:
        return None
    return made if is_sum(done.at) or not near else None


def that_is(parts: Sequence[Cast], at: int) -> Rate | None:
    """Return a rate with the number that it is said to be, of the number before it: P，即N份.

    Args:
        parts: the figures, with the parts they play.
        at: which of them the rate is.
    """
    if not 0 < at < len(parts) - 1 or not parts[at].at.name.endswith("率"):
        return None
    base, rate, figure = (one.at for one in parts[at - 1 : at + _TWO])
    if figure.left not in _THAT_IS or figure.kind != "count" or figure.begin != rate.close + 1:
        return None
    if not alike(base.value, figure.value) or rate.sentence - base.sentence > 1:
        return None
    if base.home != rate.home or base.depth != rate.depth or figure.value.n > base.value.n:
        return None
    near = [one.at for one in parts[max(0, at - _NEAR) : at - 1]]
    near = [one for one in near if alike(one.value, figure.value)]
    if fits(figure.value, base.value, rate.value):
        return Rate(figure, base, rate)
    other = any(fits(figure.value, one.value, rate.value) for one in near)
    return None if other else Rate(figure, base, rate)


def _is_inside(one: Cast, rate: Cast) -> bool:
    """Whether a figure stands in a bracket of the sentence of a rate."""
    return (one.at.home, one.at.sentence, one.at.depth) == (
        rate.at.home,
        rate.at.sentence,
        rate.at.depth + 1,
    )


def _is_done(one: Cast, *, arrived: bool) -> bool:
    """Whether a figure is what was done, or what arrived."""
    return one.head.endswith(_ARRIVED) if arrived else one.role == DONE
