"""Figures that make each other by what they are called, wherever they stand in a paragraph.

资产总额A，其中…；负债总额B；净资产C.  The names are those of the accounts, whole and of nothing
narrower; two figures of one name, or one of another time, say that more is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.roles import without_tail
from performance_rules.extraction.figures.words import RelationWords

_TIME: Final = r"(?:(?:19|20)\d\d年度?[末底]?|本?年[末底]|期末)"
_OWN: Final = (
    rf"(?:截至[^,，。;]{{0,14}}?)?{_TIME}?"
    r"(?:[\u4e00-\u9fff]{0,14}(?:部门|单位|局|委|办|院|校|学|中心|站|所|馆|处|队))?"
    rf"(?:国有|账面|年末数|末|{_TIME})*"
)
"""When, and whose: each at most once, so that a long row of such words is read in one go."""
_BELOW: Final = re.compile("下属|所属|直属|二级")
"""Another body than the one that the other figures are of."""


NET: Final = "净"
"""Stands in all names of what one figure less another is."""


def identities(
    text: str, found: Sequence[Mention], words: RelationWords
) -> Iterator[tuple[Mention, Mention, Mention]]:
    """Yield the figures of a paragraph of which the first less the second are the third.

    Args:
        text: the paragraph.
        found: the figures of the paragraph.
        words: the words of relations.
    """
    named = [names for names in words.identities if all(_may_name(text, one) for one in names)]
    if not named:
        return
    told = [one for one in found if one.kind == "amount"]
    called = [(one, {one.left, without_tail(one.left, words)}) for one in told]
    for names in named:
        said = [[m for m, lefts in called if any(_is(x, part) for x in lefts)] for part in names]
        if all(len(ones) == 1 for ones in said):
            whole, less, left = (ones[0] for ones in said)
            rest = abs(whole.value.n - less.value.n - left.value.n)
            beside = [m for m in told if m not in (whole, less, left)]
            if not any(abs(m.value.n) == rest for m in beside):
                yield whole, less, left  # 原值A，折旧B，减值准备C，净值D: D is less by C as well


def _may_name(text: str, names: tuple[str, ...]) -> bool:
    """Whether a paragraph has one of the names anywhere."""
    return any(map(text.__contains__, names))


@lru_cache(maxsize=16)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(f"{_OWN}(?:{'|'.join(names)})")


def _is(left: str, names: tuple[str, ...]) -> bool:
    """Whether the words before a figure are a name and nothing that makes it another one."""
    return _BELOW.search(left) is None and _pattern(names).fullmatch(left) is not None
