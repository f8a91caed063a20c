"""What is said to be higher than what is higher itself: 决算A，大于年初预算B, and B is above A.

Behind such words may stand what a figure is compared with, or by how much it is higher.  That is no
matter where what stands there is more than the figure itself: neither can be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.orderings import Ordering
from performance_rules.extraction.figures.roles import alike
from performance_rules.extraction.figures.words import RelationWords

_BASE: Final = (
    r"(?:了)?(?:(?:年初|全年|年度|当年|本年|调整后?)?(?:预算|计划|目标|概算)|上年(?:度|同期)?|去年(?:同期)?)"
    r"(?:安排|决算|批复)?(?:数|额|值)?的?"
)
_KINDS: Final = ("amount", "count")
_CLOSE: Final = ("", ",", "，")
_SIGNED: Final = re.compile("[增减]|[差缺]额|结[余转]|节约")


@lru_cache(maxsize=4)
def _above(words: RelationWords) -> tuple[str, ...]:
    return tuple(word for word, order in words.comparing.items() if order == "above")


@lru_cache(maxsize=4)
def _pattern(words: RelationWords) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(_above(words))}){_BASE}")


def exceeding(text: str, found: Sequence[Mention], words: RelationWords) -> Iterator[Ordering]:
    """Yield the figures that cannot be higher than what they are said to be higher than.

    Args:
        text: the paragraph.
        found: its figures in their order.
        words: the words of relations.
    """
    if not any(map(text.__contains__, _above(words))):
        return
    for one, base in pairwise(found):
        if one.kind not in _KINDS or not alike(one.value, base.value) or one.depth != base.depth:
            continue
        if base.opener not in _CLOSE or one.end + len(base.opener) != base.begin:
            continue
        if base.right.startswith("的") or _SIGNED.search(one.left) is not None:
            continue  # 超过预算A的90%
        if _pattern(words).fullmatch(base.left) is None:
            continue
        if one.value.n + one.value.half < base.value.n - base.value.half and one.value.n >= 0:
            wording = text[base.begin : base.end]
            yield Ordering(one, base, "at_least", wording)
