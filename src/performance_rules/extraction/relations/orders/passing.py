"""What passes is no more than what was done: 更换40座。经验收，合格45座，合格率95%.

The rate right behind says that it is a part; where every number of the same things before it is
smaller, it is of none of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.orderings import Ordering
from performance_rules.extraction.figures.roles import alike
from performance_rules.values.precision import HUNDRED

_PASSED: Final = re.compile(
    r"(?:验收)?(?P<how>(?<!不)合格|(?<!无)有效|达标)(?P<what>[^\d,，。;]{0,4})\Z"
)
_BACK: Final = 6


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
        high = one.value.n - one.value.half
        if near and all(m.value.n + m.value.half < high for m in near):
            base = max(near, key=lambda m: m.value.n)
            yield Ordering(one, base, "at_most", f"{one.left}{one.value.printed}")
