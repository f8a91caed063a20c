"""A change that is told twice in opposite words: 上年15.3，本年14.4，增加0.9，下降5.9%.

How much and by what rate are told right beside each other, of one change.  Two levels near them
must make both, so that no other base can be meant; then one of the two words is wrong.  Where one
comparison has both words, 比上年增长P、减少D, one level that they fit one way is enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import permutations
from typing import Final

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.orderings import Order, Ordering
from performance_rules.extraction.figures.roles import alike, without_tail
from performance_rules.extraction.figures.words import RelationWords
from performance_rules.extraction.relations.changes.changes import Change, direction_of, holds
from performance_rules.extraction.relations.changes.sequences import Implied
from performance_rules.values.quantity import SCALE

_FEWEST: Final = 4
_BACK: Final = 12
_LEVELS: Final = ("amount", "count")
_COMPARED: Final = re.compile(
    r"(?:同比|[比较与].{0,12}[年期](?:初|末|底)?(?:决算数|数|度)?(?:相比)?)\w{2,4}\Z"
)
_UP: Final = "up"


def opposed(found: Sequence[Mention], words: RelationWords) -> Iterator[Ordering]:
    """Yield the changes whose amount and rate are told in words of opposite directions.

    Args:
        found: the figures of a paragraph in their order.
        words: the words of relations.
    """
    if len(found) < _FEWEST:
        return
    for at in range(2, len(found) - 1):
        change, rate = found[at], found[at + 1]
        said = _said(change, rate, words)
        if said is None:
            continue
        near = [m for m in found[max(0, at - _BACK) : at] if alike(m.value, change.value)]
        levels = _levels(near, change, rate, said)
        if levels is None:
            continue
        base, figure = levels
        right = figure.value.n > base.value.n
        wrong = change if (said == _UP) != right else rate
        wording = f"{wrong.left}{wrong.value.printed}"
        order: Order = "down" if right else "up"
        if wrong is change:
            yield Ordering(figure, base, order, wording, "prior", change=change)
        else:
            yield Ordering(figure, base, order, wording, "prior", rate=rate)


def turned(found: Sequence[Mention], words: RelationWords) -> Iterator[Implied]:
    """Yield the changes that one comparison tells in two opposite words: A，比上年增长P、减少D.

    Args:
        found: the figures of a paragraph in their order.
        words: the words of relations.
    """
    for at in range(1, len(found) - 1):
        rate, change = found[at], found[at + 1]
        if rate.kind != "percent" or change.kind not in _LEVELS or rate.depth != change.depth:
            continue
        if change.begin != rate.close + 1 or change.opener not in (*",，、",):
            continue
        left, last = without_tail(rate.left, words), without_tail(change.left, words)
        if words.directed.ending(last) != len(last) or _COMPARED.search(rate.left) is None:
            continue
        said = words.directions.get(left[len(left) - words.directed.ending(left) :])
        other = words.directions.get(last)
        if not said or not other or said == other or min(rate.value.n, change.value.n) <= 0:
            continue
        near = [m for m in found[max(0, at - _BACK) : at] if alike(m.value, change.value)]
        levels = [m for m in near if m.kind == change.kind and _fits(m, change, rate)]
        if len({m.value.n for m in levels}) == 1:
            yield Implied(levels[-1], change, rate, said, other)


def _fits(level: Mention, change: Mention, rate: Mention) -> bool:
    """Whether a rate is that of a change to a level, one way or the other."""
    for base in (level.value.n - change.value.n, level.value.n + change.value.n):
        off = change.value.n * 100 * SCALE - rate.value.n * base
        if base > 0 and abs(off) <= max(rate.value.step, 1) * base:
            return True
    return False


def _said(change: Mention, rate: Mention, words: RelationWords) -> str | None:
    """Return the direction of a change by how much, where its rate has the opposite one."""
    if change.kind not in _LEVELS or rate.kind != "percent" or change.right:
        return None
    if change.value.n <= 0 or rate.value.n <= 0 or change.depth != rate.depth:
        return None
    if rate.opener not in (*",，、",) or rate.begin != change.close + 1:
        return None
    left = without_tail(change.left, words)
    word = left[len(left) - words.directed.ending(left) :]
    said = words.directions.get(word) if word else None
    other = direction_of(without_tail(rate.left, words), words)
    return said if said and other and said != other else None


def _levels(
    near: Sequence[Mention], change: Mention, rate: Mention, said: str
) -> tuple[Mention, Mention] | None:
    """Return the earlier and the later level that make a change and its rate, if no others do."""
    made = {
        (base.value.n, figure.value.n): (base, figure)
        for base, figure in permutations(near, 2)
        if base.kind == figure.kind == change.kind
        and base.value.n > 0
        and base.value.n != figure.value.n
        and holds(Change(base, figure, change, rate, said))
    }
    return next(iter(made.values())) if len(made) == 1 else None
