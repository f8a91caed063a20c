"""Lists of what a paragraph above gave the sum of: 省级资金N。 and below 省级资金分三批：第一批A….

The line begins with the name of the whole, as it was said above, and a colon; where it says how
many parts there are, these are all.  A list far from its whole is of another time or stage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.wholewords import whole_words
from performance_rules.extraction.relations.parts.itemlists import list_at
from performance_rules.extraction.relations.totals import Total
from performance_rules.text.numerals import whole_number

_LED: Final = re.compile(
    r"(?:[(（]?[一二三四五六七八九十\d]{1,2}[)）]?[、.．]?)?(?P<name>[^\d,，。;:、()（）]{4,16}?)"
    r"(?:具体)?(?:分(?P<number>[两二三四五六七八九])(?:批|期|次|笔)(?:下达|拨付|到位|安排)?|包括|构成|明细|为):"
)
_SOME: Final = re.compile("主要|部分|其中|重点|例如")
_MORE: Final = re.compile("等[^,，。;]{0,8}[。;]|其余|其他未|不含|另有")
_FEWEST: Final = 2
_NEAR: Final = 2
_FIFTH: Final = 5


def itemised(text: str, own: Sequence[Mention], recent: Sequence[Mention]) -> Iterator[Total]:
    """Yield the list that a paragraph gives of a sum told above it.

    Args:
        text: the paragraph.
        own: its figures in their order.
        recent: the last figures of the paragraphs before it.
    """
    led = _LED.match(text)
    if led is None or not own or _SOME.search(led["name"]) or _MORE.search(text):
        return
    wholes = [one for one in recent if own[0].home - one.home <= _NEAR and one.kind == "amount"]
    wholes = [one for one in wholes if one.left.removeprefix("其中") == led["name"]]
    if len({one.value.n for one in wholes}) != 1:
        return
    whole = wholes[-1]
    listed = list_at(text, own, led.end(), whole_words(), whole)
    if listed is None or len(listed.parts) < _FEWEST:
        return
    if any(one.depth == whole.depth for one in listed.further):
        return  # 甲支出A，比上年增加B；乙支出C: what stands in brackets alone is no part
    total = sum(one.value.n for one in listed.values)
    if abs(total - whole.value.n) * _FIFTH > whole.value.n:
        return
    number = whole_number((led["number"] or "").replace("两", "二")) if led["number"] else None
    if number in (None, len(listed.parts)):
        yield Total(listed.parts, whole, complete=number is not None)
