"""What is always within another thing is no more than that: 中小企业中标A，小微企业中标B.

Both must be told in the same words but for the two names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.orderings import Ordering, comparable
from performance_rules.extraction.figures.wholewords import whole_words
from performance_rules.extraction.figures.words import RelationWords
from performance_rules.text.years import WRITTEN_FULL_YEAR

_KINDS: Final = ("amount", "count")
_ASIDE: Final = re.compile("比|较|增|减|占|目标|比例|上年|去年|每|均|平均|不低于|不超过|其他")
_STAGE: Final = re.compile("预留|计划|目标|预算|拟")
_TAIL: Final = re.compile(
    "其中|政府|采购|合同|金额|总额|支出|项目|的|为|是|共|计|面向|给予?|授予|由|预留|预算|全年|本年|供应商|企业"
)
_FAR: Final = 6


def within(text: str, found: Sequence[Mention], words: RelationWords) -> Iterator[Ordering]:
    """Yield the figures of a paragraph of what lies within another thing, each with that one's.

    Args:
        text: the paragraph.
        found: its figures in their order.
        words: the words of relations.
    """
    for inner, outer in whole_words().within:
        if inner not in text or outer not in text:
            continue
        for at, one in enumerate(found):
            if one.kind not in _KINDS or inner not in one.left or _ASIDE.search(one.left):
                continue
            whole = next(
                (m for m in reversed(found[max(0, at - _FAR) : at]) if outer in m.left), None
            )
            if whole is None or not comparable(whole, one, words) or whole.kind not in _KINDS:
                continue
            if one.sentence - whole.sentence > 1 or _ASIDE.search(whole.left):
                continue
            if _bare(one.left, inner) == _bare(whole.left, outer):
                yield Ordering(one, whole, "at_most", f"{one.left}{one.value.printed}")


def _bare(left: str, name: str) -> tuple[bool, str]:
    """Return whether something is only planned, and what else is said of it."""
    rest = WRITTEN_FULL_YEAR.sub("", left).replace(name, "")
    return _STAGE.search(rest) is not None, _TAIL.sub("", rest)
