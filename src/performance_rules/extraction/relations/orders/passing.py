"""What passes is no more than what was done: 更换40座。经验收，合格45座，合格率95%.

The rate right behind says that it is a part; where every number of the same things before it is
smaller, it is of none of them.  What was only planned is no number of things that were done.  It is
held against what it is a part of, and never against another part: what went beyond a plan, was done
again or came as well (超计划的3座、补做4座) is added to the whole.  Where the rate comes out with a
number of the paragraph, or with two together, that is the whole, wherever it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import Final

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.orderings import Ordering
from performance_rules.extraction.figures.roles import alike
from performance_rules.values.precision import HUNDRED

_PASSED: Final = re.compile(
    r"(?:验收)?(?P<how>(?<!不)合格|(?<!无)有效|达标)(?P<what>[^\d,，。;]{0,4})\Z"
)
_PART: Final = re.compile(
    r"其中|(?<!新)增|[超多少减补返加另含未缺漏剩余]|不(?=合格|达标|足)|追加|重复|[每均]|要求|上年|去年"
)
"""In the words before a number that is a part itself, or no number of what was done."""
_PLANNED: Final = re.compile("(?<!超)计划|目标|任务|拟|预计|预算|(?<!供)(?<!反)应|按|测算")
"""Around a number that was not reached yet, or that something was only reckoned by."""
_BACK: Final = 6
_FAR: Final = 40
"""So many figures before it may tell of the whole: the work stays linear."""


def passing(own: Sequence[Mention]) -> Iterator[Ordering]:
    """Yield what passed with what it cannot be more than.

    Args:
        own: the figures of a paragraph in their order.
    """
    for at, (one, rate) in enumerate(pairwise(own)):
        if one.kind != "count" or rate.kind != "percent" or rate.value.n > HUNDRED:
            continue
        said = _PASSED.search(one.left)
        if said is None or f"{said['how']}率" not in rate.left or rate.part != one.part:
            continue
        near = own[max(0, at - _BACK) : at]
        near = [m for m in near if m.kind == "count" and alike(m.value, one.value)]
        near = [m for m in near if one.sentence - m.sentence <= 1]
        near = [m for m in near if not _PLANNED.search(m.left + m.right)]
        high = one.value.n - one.value.half
        if sum(m.value.n + m.value.half for m in near if not _is_whole(m)) >= high:
            continue
        wholes = [m for m in near if _is_whole(m)]
        added = sum(m.value.n for m in near if not _is_whole(m))
        if wholes and all(m.value.n + m.value.half + added < high for m in wholes):
            base = max(wholes, key=lambda m: m.value.n)
            if _is_told(one, rate, own[max(0, at - _FAR) : at]):
                continue
            yield Ordering(one, base, "at_most", f"{one.left}{one.value.printed}")


def _is_whole(one: Mention) -> bool:
    """Whether a number may be all of what was done."""
    return _PART.search(one.left) is None


def _is_told(one: Mention, rate: Mention, before: Sequence[Mention]) -> bool:
    """Whether the rate comes out with a number before it, or with two together."""
    if rate.value.n <= 0:
        return False
    same = [m for m in before if m.kind == "count" and alike(m.value, one.value)]
    sizes = [(m.value.n, m.value.half) for m in same]
    sizes += [(a[0] + b[0], a[1] + b[1]) for a, b in combinations(sizes, 2)]
    share = rate.value.n
    for n, half in sizes:
        slack = n * (rate.value.half + rate.value.step) + (share * half) + HUNDRED * one.value.half
        if n >= one.value.n and abs(n * share - HUNDRED * one.value.n) <= slack:
            return True
    return False
