"""Lists that are told in an order: 得分由高到低依次为…; and the item that a list calls its largest.

Only a list sorted by what its figures are is judged, and a largest item only in a list whose total
is told and is its sum.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from performance_rules.extraction.figures.listings import Listing
from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.orderings import Order, Ordering, clause_start
from performance_rules.text.words import has_any

_SORTED: Final = re.compile(
    r"(?P<measure>[^\d,，。;:、()]{0,12})(?:由|从|按)(?P<from>[高多大低少小])[到至](?:[低少小高多大])(?:的?顺序)?"
    r"(?:依次|分别|排列|排序|排名|为|是|:|,|，)+(?P<rest>[^\d,，。;:、]{0,16})\Z"
)
_FIRST: Final = re.compile(
    r"(?P<measure>[^\d,，。;:、()]{0,12}?)(?:居|列|排|位|名|在|于|处)*前[两二三四五六七八九十\d]{1,2}[位名]?"
    r"的?[^\d,，。;:、()]{0,8}?依次(?:为|是|:)+(?P<rest>[^\d,，。;:、]{0,16})\Z"
)
"""支出居前三位的依次为: the first is the highest."""
_BY_SIZE: Final = re.compile(
    r"按(?P<measure>[^\d,，。;:、()]{1,12}?)(?:高低|多少|大小)(?:的?顺序)?"
    r"(?:依次|分别|排列|排序|排名|为|是|:|,|，)+(?P<rest>[^\d,，。;:、]{0,16})\Z"
)
"""按得分高低排序: from the highest, unless the list goes the other way."""
_UNIT: Final = {
    "points": re.compile(r"(?:得分|评分|分数|分值|成绩|总分)(?:情况)?\Z"),
    "amount": re.compile(r"(?:金额|支出|投入|资金|规模|额|额度|投资|收入|决算数?|预算数?)\Z"),
    "percent": re.compile(r"(?:率|比|比重|度|比例|占比)\Z"),
    "count": re.compile(r"(?:数|数量|量|人次|规模)\Z"),
}
_MOST: Final = re.compile(r"\A[^\d最]{0,6}最(?P<most>[高多大低少小])的?(?:是|为)")
_TOTAL: Final = re.compile(r"\A(?:[^\d]{0,4}项)?(?:合计|共计|总计|共)(?:为)?\Z")
_NO_ITEM: Final = re.compile("合计|共|总|均|其余|其他|另")
_POINTS: Final = "分"
_LOW: Final = frozenset("低少小")
_MANY: Final = frozenset("多少")
_FALLS: Final[Order] = "at_most"
_WORDS: Final = ("依次", "到", "至", "高低", "多少", "大小")
_FAR: Final = 60


def rankings(text: str, found: Sequence[Mention], lists: Sequence[Listing]) -> Iterator[Ordering]:
    """Yield what breaks the order that a paragraph says its lists are in.

    Args:
        text: the paragraph.
        found: its figures in their order.
        lists: its lists.
    """
    for listed in lists if has_any(text, _WORDS) else ():
        yield from _sorted(text, listed)
    for listed in lists if "最" in text else ():
        yield from _largest(found, listed)


def _sorted(text: str, listed: Listing) -> Iterator[Ordering]:
    first = listed.figures[0]
    begin, end = max(0, first.start - _FAR), first.start
    said, order = _SORTED.search(text, begin, end), _FALLS
    if said is not None and said["from"] in _LOW:
        order = "at_least"
    said = said or _FIRST.search(text, begin, end) or _BY_SIZE.search(text, begin, end)
    fits = _UNIT.get("points" if first.unit == _POINTS else first.kind)
    if said is None or fits is None:
        return
    measure = said["measure"] or _clause_before(text, said.start())
    alone = not said["measure"] and (said.re is _FIRST or said["from"] in _MANY)
    if not alone and fits.search(measure) is None:
        return
    if said.re is _BY_SIZE and 2 * _rising(listed) >= len(listed.figures) - 1:
        return
    for one, other in pairwise(listed.figures):
        if _NO_ITEM.search(other.left) is not None:
            return
        n, m = other.value.n, one.value.n
        if (n < m) if order == "at_least" else (n > m):
            yield Ordering(other, one, order, said[0] + text[one.start : other.end], name="排序")
            return


def _clause_before(text: str, at: int) -> str:
    """Return the clause that ends right before a place: 处置数量，由高到低."""
    return text[clause_start(text, at - 1) : at - 1] if text[at - 1 : at] in (",", "，") else ""


def _rising(listed: Listing) -> int:
    """Return how many figures of a list are higher than the one before."""
    return sum(a.value.n < b.value.n for a, b in pairwise(listed.figures))


def _largest(found: Sequence[Mention], listed: Listing) -> Iterator[Ordering]:
    """Yield 最多的是乙 in 甲486万元，最多的是乙392万元，丙157万元，合计1035万元."""
    items = [*listed.figures]
    if _TOTAL.match(items[-1].left) is not None:
        total: Mention | None = items.pop()
    else:
        total = next((one for one in found if one.start >= items[-1].end), None)
    last = items[-1]
    if total is None or total.part != last.part or _TOTAL.match(total.left) is None:
        return
    alike = type(total.value) is type(last.value)
    if not alike or total.value.n != sum(one.value.n for one in items):
        return
    for one in items:
        said = _MOST.match(one.left)
        if said is None:
            continue
        less = said["most"] in _LOW
        pick = min if less else max
        base = pick(items, key=lambda m: m.value.n)
        if base.value.n != one.value.n:
            yield Ordering(one, base, "at_most" if less else "at_least", one.left)
