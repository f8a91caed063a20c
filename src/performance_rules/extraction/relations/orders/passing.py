"""What passes is no more than what was done: 更换40座。经验收，合格45座，合格率95%.

The rate right behind says that it is a part; where every number of the same things before it is
smaller, it is of none of them.  What was only planned is no number of things that were done, and a
number further up that makes the rate is the one that it is of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from performance_rules.extraction.figures.fitting import fits
from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.orderings import Ordering
from performance_rules.extraction.figures.roles import alike
from performance_rules.values.precision import HUNDRED

_PASSED: Final = re.compile(
    r"(?:验收)?(?P<how>(?<!不)合格|(?<!无)有效|达标)(?P<what>[^\d,，。;]{0,4})\Z"
)
_PLANNED: Final = re.compile("计划|目标|任务|拟|预计|预算|(?<!供)(?<!反)应|按|测算")
"""Around a number that was not reached yet, or that something was only reckoned by."""
_BACK: Final = 6
_FAR: Final = 24


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
        before = own[max(0, at - _FAR) : at]
        if any(fits(one.value, m.value, rate.value) for m in before if m.kind == "count"):
            continue  # 培训A；预算按B测算；合格C，合格率P: of A
        if near and all(m.value.n + m.value.half < high for m in near):
            base = max(near, key=lambda m: m.value.n)
            yield Ordering(one, base, "at_most", f"{one.left}{one.value.printed}")
