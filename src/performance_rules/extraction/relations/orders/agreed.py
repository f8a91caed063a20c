"""By how much one named figure is more than another: 审定价与中标价相比核增N.

Both are called by name again, and N is what they differ by: only the direction can be wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.orderings import Order, Ordering
from performance_rules.extraction.figures.roles import alike

AGREED: Final = "相"
"""Without it a paragraph compares no two figures by their names."""
_TOLD: Final = re.compile(
    r"(?P<one>[^\d]{2,10}?)[与和同](?P<other>[^\d]{2,10}?)相比(?:[,，])?"
    r"(?:(?P<up>核增|审增|增加|高出?|多出?|超出?)|(?P<down>核减|审减|减少|节约|低|少))(?:了)?"
)
_NOUN: Final = re.compile("(?:金额|[价额数])\\Z")
_FEWEST: Final = 2
_FAR: Final = 64
"""So many figures before a comparison are looked at."""


def agreed(found: Sequence[Mention], home: int) -> Iterator[Ordering]:
    """Yield the figures that are said to be more than others where they are less, or the other way.

    Args:
        found: the figures of a paragraph and the last ones before it, in their order.
        home: the number of that paragraph.
    """
    for at, change in enumerate(found):
        said = _TOLD.fullmatch(change.left) if change.home == home else None
        if said is None:
            continue
        one, other = (
            _called(found[max(0, at - _FAR) : at], said[key], change) for key in ("one", "other")
        )
        if one is None or other is None or one is other:
            continue
        apart = one.value.n - other.value.n
        slack = one.value.half + other.value.half + change.value.half
        if apart and abs(abs(apart) - change.value.n) <= slack:
            order: Order = "at_least" if said["up"] else "at_most"
            wording = f"{change.left}{change.value.printed}"
            yield Ordering(one, other, order, wording, change=change)


def _called(before: Sequence[Mention], name: str, like: Mention) -> Mention | None:
    """Return the only figure of a name: 审定价 of 县审计局审定N."""
    short = _NOUN.sub("", name)
    ends = (name, short) if len(short) >= _FEWEST else (name,)
    named = [m for m in before if m.left.endswith(ends) and alike(m.value, like.value)]
    return named[-1] if len({m.value.n for m in named}) == 1 else None
