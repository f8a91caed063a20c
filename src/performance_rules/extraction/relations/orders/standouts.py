"""What is said to stand where in a list: 丁市最高, 甲县居首, 乙院居第三位, 人数最少的丙院.

A name is looked up in the list that gives its figure.  Which list that is, the words for what is
measured say, or the figure that is said again with the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from performance_rules.extraction.figures.listings import Listing
from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.orderings import Order, Ordering
from performance_rules.extraction.figures.words import RelationWords
from performance_rules.extraction.fixed import fixed
from performance_rules.text.numerals import whole_number
from performance_rules.text.words import has_any
from performance_rules.values.precision import HUNDRED

_MOST: Final = "高|低|多|少|大|小|长|短|快|慢"
_LESS: Final = frozenset("低少小短慢")
_PLACE: Final = r"(?:位居|位列|排名|排在|排|列|居于|居|名列|处于|处在)"
_WHO: Final = 24
_STANDS: Final = (
    rf"(?:最(?P<most>{_MOST})|(?P<top>(?:居|列|排|名列|位居|位列)首位?)"
    rf"|{_PLACE}第?(?P<nth>[一二三四五六七八九十]|\d{{1,2}})(?:位|名)?|(?P<last>垫底|{_PLACE}末位?))"
    r"(?=[,，。;、(]|$)"
)
_STAND: Final = re.compile(rf"(?=[最居列排名位处垫]){_STANDS}")
_BEHIND: Final = re.compile(rf"(?P<who>[^\d,，。;、:()|]{{2,{_WHO}}}?){_STANDS}")
_AHEAD: Final = re.compile(
    rf"(?P<measure>[^\d,，。;、:()|最]{{0,12}}?)(?:最(?P<most>{_MOST})(?P<of>的)?"
    rf"|{_PLACE}(?:首|(?P<last>末))[位名]?的)"
    r"(?:地区|单位|部门|乡镇|季度|县区|区县|项目|科室)?(?:分别)?(?:为|是)?"
)
_BY: Final = re.compile(r"(?P<measure>[^以]{2,8})以(?P<who>[^以]{2,})\Z")
_ORGAN: Final = re.compile(r"\A(?:管委会|管理委员会|办事处|人民政府|政府)\Z")
_LEAD: Final = re.compile(
    r"\A(?:[一-鿿]{1,2}[个家][一-鿿]{1,5}中|其中|可见|由此可见|从\w{1,6}看|按\w{1,6}|上述|以|各|各\w{1,3}的?|其|而|但|故){1,4}"
)
_SIZE: Final = re.compile(
    r"(?:规模|总量|总额|金额|数量|水平|情况|数|额|值|占比|比重)*(?:为|是|均|仍|则|也)?\Z"
)
_AFTER_NAME: Final = re.compile(r"[,，。;、(:占为达仅有]|\d|\Z")
_OF_CHANGE: Final = re.compile("增|降|幅|速|变化|进度|同比|人均|户均|平均|单")
_GAP: Final = re.compile(r"[占为达仅有(,，的]{0,4}")
_FAR: Final = 40
_NAME: Final = 12
_LEAST: Final = 2
_FEWEST: Final = 3


@fixed(eq=False)
class _Claim:
    """Who is said to stand where, by what, and in which words.

    Attributes:
        start, end: where the words for the place stand.
        who: words that begin with a name.
        measure: what is measured, where that stands before the words; else it follows the name.
        nth: the place.
        less: whether it is counted from the lowest.
        wording: as it is written.
    """

    start: int
    end: int
    who: str
    measure: str | None
    nth: int
    less: bool
    wording: str


def standouts(
    text: str,
    found: Sequence[Mention],
    before: Sequence[Listing],
    own: Sequence[Listing],
    words: RelationWords,
) -> list[Ordering]:
    """Return what a paragraph says of who is the highest or the lowest of a list, or the n-th.

    Args:
        text: the paragraph.
        found: its figures in their order.
        before: the lists of the paragraphs before it.
        own: its own lists.
        words: the words of relations.
    """
    if not (before or own) or not any(word in text for word in ("最", "居", "第", "列", "垫底")):
        return []
    made: list[Ordering] = []
    for claim in _claims(text):
        mine = [one for one in own if one.figures[-1].end <= claim.start]
        for listed in (*reversed(mine), *reversed(before)):
            beside = bool(mine) and listed is mine[-1]
            item = _item(text, found, claim, listed, beside, words)
            if item is not None:
                made += _judged(claim, listed, item)
                break
    return made


def _claims(text: str) -> Iterator[_Claim]:
    first = _STAND.search(text)
    begin = max(0, first.start() - _WHO) if first is not None else len(text)
    for said in _BEHIND.finditer(text, begin):
        lead = _LEAD.match(said["who"])
        who = said["who"][lead.end() :] if lead else said["who"]
        by = _BY.match(who)  # 支出以甲镇居首
        who = by["who"] + by["measure"] if by is not None else who
        less = said["last"] is not None or said["most"] in _LESS
        nth = whole_number(said["nth"]) if said["nth"] else 1
        if nth:
            yield _Claim(said.start(), said.end(), who, None, nth, less, said[0])
    for said in _AHEAD.finditer(text) if "最" in text or "位的" in text else ():
        less = said["last"] is not None or said["most"] in _LESS
        who = text[said.end() : said.end() + _NAME]
        measure = _LEAD.sub("", said["measure"])
        yield _Claim(said.start(), said.end(), who, measure, 1, less, said[0])


def _item(
    text: str,
    found: Sequence[Mention],
    claim: _Claim,
    listed: Listing,
    beside: bool,
    words: RelationWords,
) -> int | None:
    """Return which item of a list a claim is of, if it is of that list at all."""
    item = listed.named(claim.who) if len(listed.figures) >= _FEWEST else None
    if item is None or len(listed.names[item]) < _LEAST:
        return None
    name = listed.names[item]
    if claim.measure is None:
        measure = _ORGAN.sub("", claim.who[len(name) :])
    else:
        measure, end = claim.measure, claim.end + len(name)
        if _AFTER_NAME.match(text, end) is None:
            return None
        figure = next((m for m in found if m.start >= end), None)
        if figure is not None and _GAP.fullmatch(text, end, figure.start) is not None:
            its = _is_its(figure, listed, item) and not _is_narrowed(measure, listed)
            return item if its else None
    measure = _SIZE.sub("", measure)
    if listed.figures[item].kind == "count":
        measure = measure.removesuffix("量")
    if not measure:
        near = beside and claim.start - listed.figures[-1].end <= _FAR
        return item if near else None
    near_names = (listed.opener, listed.figures[0].left, listed.figures[item].left)
    if not any(measure in words for words in near_names):
        return None
    ranked = claim.nth > 1 and (_OF_CHANGE.search(measure) or has_any(measure, words.lower))
    return None if ranked else item


def _is_narrowed(measure: str, listed: Listing) -> bool:
    """Whether a measure is that of some of a list: 大港得分 of 东港, 西港 and 南港."""
    heads = {name[-1:] for name in listed.names}
    return len(heads) == 1 and measure.find(heads.pop()) > 0


def _is_its(figure: Mention, listed: Listing, item: int) -> bool:
    """Whether a figure is that of an item, or its share in the whole list."""
    one = listed.figures[item]
    if figure.kind == one.kind and figure.unit == one.unit:
        return figure.value.n == one.value.n and type(figure.value) is type(one.value)
    if figure.kind != "percent" or one.kind == "percent":
        return False
    whole = sum(m.value.n for m in listed.figures)
    slack = sum(m.value.half for m in listed.figures)
    off = abs(one.value.n * HUNDRED - figure.value.n * whole)
    return off <= figure.value.half * whole + slack * HUNDRED + one.value.half * HUNDRED


def _judged(claim: _Claim, listed: Listing, item: int) -> Iterator[Ordering]:
    """Yield how a figure stands to the one that has the place claimed for it."""
    own = listed.figures[item]
    size = len(listed.figures)
    if claim.nth > size:
        return
    wording = claim.wording + (listed.names[item] if claim.measure is not None else "")
    ranked = sorted(listed.figures, key=lambda m: m.value.n, reverse=not claim.less)
    base = ranked[claim.nth - 1]
    n, right = own.value.n, base.value.n
    if n == right:
        return
    order: Order = "at_most" if claim.less else "at_least"
    ahead = n > right if claim.less else n < right
    if not ahead:  # others that are left out may stand before it
        if claim.nth == 1 or not listed.complete:
            return
        order = "at_least" if claim.less else "at_most"
    yield Ordering(own, base, order, wording)
