"""Means between the least and the greatest: 平均得分N，最高M，最低L; 分别为A、B、C，平均E.

A mean is compared only with what its own sentence says of the same thing, and with a list that
leaves nothing out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, Literal

from performance_rules.extraction.figures.listings import Listing
from performance_rules.extraction.figures.means import averaged
from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.orderings import Order, Ordering, comparable
from performance_rules.extraction.figures.words import RelationWords
from performance_rules.extraction.fixed import fixed

EXTREMES: Final = "均最"
"""Without one of these nothing is a mean, the least or the greatest."""
_Side = Literal["mean", "top", "bottom"]
_IS: Final = r"(?:为|是|达到|达|约|仅|只有|有|得)*"
_EACH: Final = "户|人|村|站|校|次|班|场|台|套|个|件|镇|乡|县|亩|店|期|批|项|车|街|区|院|所|年|季|月"
_WHEN: Final = (
    r"(?:其中|全年|年度|季度|月度|总体|整体|综合|简单|算术|的|各[一-鿿]{1,6}?|几[一-鿿]{1,3}"
    r"|[一二两三四五六七八九十\d]{1,3}[个家所项次年期季度名类组镇乡村街县区市校院站]{1,3}[一-鿿]{0,4}?){0,4}"
)
_MEAN: Final = re.compile(
    rf"\A(?P<when>{_WHEN})(?P<before>[一-鿿]{{0,8}}?)"
    rf"(?:平均(?:每(?P<per>[一-鿿](?:\([一-鿿]\))?))?|(?P<each>{_EACH})?均)(?P<noun>[一-鿿]{{0,8}}?){_IS}\Z"
)
_EXTREME: Final = re.compile(
    rf"\A(?:其中)?(?P<noun>[^最\d]{{0,20}}?)最(?P<most>[高大长多低小短少])(?P<tail>的?[^\d]{{0,12}}?){_IS}\Z"
)
_LOW: Final = frozenset("低小短少")
_OF_ONE: Final = re.compile(r"\A的?(?:单|一)?(?P<one>[一-鿿])(?P<more>[一-鿿]*)\Z")
_NAMED: Final = re.compile(r"\A(?:的|者)?(?:得分|分|值|数)?(?:[为是][^\d]{0,12})?\Z")
_PRICE: Final = re.compile(r"(?:单|均|采购|中标|购置|成交)?(?:价格?|造价)\Z")
_GAP: Final = re.compile("[最差]")
"""最高与最低相差5分 is how far the two stand apart, and neither of them."""

_ELSEWHERE: Final = re.compile(
    r"全[国省市区县行]|同[类期业行]|行业|地区|上年|去年|以往|历[年史]|计划|目标|标准|限[额价]|上限|下限|额度"
    r"|高于|低于|超过|不超|[比较]|可|允许|规定|若|另"
)
_ANY: Final = frozenset({"", "个", "家", "处", "项"})
_SOUND: Final = re.compile("[。;!?,，、:|]")
_VALUE: Final = re.compile(r"(?:得分|分值|分|值|数|率|度|水平)\Z")
_SUM: Final = re.compile(r"\A(?:全年|[^\W\d]{0,4}项)?(?:合计|共计|总计|共|累计)")
_TIMES: Final = frozenset("年季月日")
_LEVEL: Final = re.compile("(?:率|浓度|温度|湿度|水位|噪声|指数|含量|负荷|得分|满意度)")
_FAR: Final = 30


@fixed(eq=False)
class _Said:
    """A mean or an extreme, with what its words say that it is of.

    Attributes:
        at: the figure.
        side: which of the three it is.
        noun: what is measured.
        per: what each is measured of: 台 of 平均每台.
        tail: what follows the word for an extreme.
        wording: as it is written.
    """

    at: Mention
    side: _Side
    noun: str
    per: str
    tail: str
    wording: str


def extremes(
    text: str, found: Sequence[Mention], lists: Sequence[Listing], words: RelationWords
) -> list[Ordering]:
    """Return how the means of a paragraph stand to what it says is the least and the greatest.

    Args:
        text: the paragraph.
        found: its figures in their order.
        lists: its lists.
        words: the words of relations.
    """
    said = [_said(text, one) if one.kind not in ("price", "points") else None for one in found]
    made: list[Ordering] = []
    chain: list[_Said] = []
    for i, one in enumerate((*said, None)):
        if one is None and chain and i + 1 < len(said) and _is_number(found[i], said[i + 1]):
            continue  # 5家平均得分
        if one is not None and (not chain or _goes_on(chain[-1].at, one.at, words)):
            chain.append(one)
            continue
        made += _ordered(chain)
        chain = [one] if one is not None else []
    ends = {id(one.figures[-1]): one for one in lists}
    begins = {id(one.figures[0]): one for one in lists}
    for i, one in enumerate(said):
        if one is None or one.side != "mean":
            continue
        last = i - 1
        while last > 0 and _is_sum(found[last], found[i]):
            last -= 1
        beside = (
            ends.get(id(found[last])) if i else None,
            begins.get(id(found[i + 1])) if i + 1 < len(found) else None,
        )
        for listed in beside:
            if listed is not None and _is_of(one, listed, words):
                made.append(_within(text, one, listed))
    return made


def _is_sum(one: Mention, mean: Mention) -> bool:
    """Whether a figure between a list and its mean is the sum of the list."""
    return one.sentence == mean.sentence and _SUM.match(one.left) is not None


def _is_number(one: Mention, mean: _Said | None) -> bool:
    """Whether a number is that of those a mean is of: 5家 of 5家平均得分."""
    return mean is not None and one.kind == "count" and one.value.printed in mean.wording


def _goes_on(last: Mention, one: Mention, words: RelationWords) -> bool:
    same = last.sentence == one.sentence and abs(last.depth - one.depth) <= 1
    return same and last.kind == one.kind and comparable(last, one, words)


def _said(text: str, one: Mention) -> _Said | None:
    """Return what a figure is, if the words before it say that it is a mean or an extreme."""
    near = text[max(0, one.start - _FAR - 1) : one.start]
    if "均" not in near and "最" not in near:
        return None
    begin = _phrase_start(text, one.start)
    if begin == one.start and text[one.start - 1 : one.start] in (",", "，") and one.start > 1:
        begin = _phrase_start(text, one.start - 1)  # 最贵的为显微镜，6万元
        phrase = text[begin : one.start - 1]
        if "最" not in phrase:
            return None
    else:
        phrase = text[begin : one.start]
    if ("均" not in phrase and "最" not in phrase) or _ELSEWHERE.search(phrase):
        return None
    if "均" in phrase and "最" not in phrase:  # 5家平均得分
        number = begin
        while number and text[number - 1].isdigit():
            number -= 1
        begin = _phrase_start(text, number) if number < begin else begin
        phrase = text[begin : one.start]
        if _ELSEWHERE.search(phrase):
            return None
    wording = text[begin : one.end]
    mean = _MEAN.match(phrase)
    if mean is not None:
        noun = _VALUE.sub("", mean["before"] + mean["noun"])
        return _Said(one, "mean", noun, (mean["per"] or mean["each"] or "")[:1], "", wording)
    end = _EXTREME.match(phrase)
    if end is None or _GAP.search(end["tail"]):
        return None
    side: _Side = "bottom" if end["most"] in _LOW else "top"
    tail = "" if _NAMED.match(end["tail"]) else end["tail"]
    return _Said(one, side, _VALUE.sub("", end["noun"]), "", tail, wording)


def _phrase_start(text: str, at: int) -> int:
    """Return where the words before a place begin; a pair of brackets is a part of them."""
    depth = 0
    for i in range(at - 1, max(0, at - _FAR) - 1, -1):
        char = text[i]
        depth += (char == ")") - (char == "(")
        if depth < 0 or (depth == 0 and (_SOUND.match(char) or char.isdigit())):
            return i + 1
    return max(0, at - _FAR)


def _ordered(chain: Sequence[_Said]) -> Iterator[Ordering]:
    """Yield the bounds that figures one beside the other set for each other."""
    means = [one for one in chain if one.side == "mean"]
    if len(means) == 1:
        mean = means[0]
        for one in chain:
            if one is mean or not _is_same(mean, one):
                continue
            order: Order = "at_most" if one.side == "top" else "at_least"
            yield Ordering(mean.at, one.at, order, f"{mean.wording}、{one.wording}")
    for first, second in pairwise(chain):
        plain = not second.noun and first.tail == second.tail
        if (first.side, second.side) == ("top", "bottom") and plain:
            yield Ordering(second.at, first.at, "at_most", second.wording)


def _is_same(mean: _Said, one: _Said) -> bool:
    """Whether an extreme is of what a mean is of: 平均每台, 单价最高."""
    if one.tail:
        found = _OF_ONE.match(one.tail)
        if found is None or (mean.per not in _ANY and mean.per not in found[0]):
            return False
    if not one.noun or one.noun in mean.noun:
        return True
    if mean.noun:
        return mean.noun in one.noun
    if mean.per in _TIMES:  # 浓度最高0.9毫克/升，年均0.5毫克/升
        return _LEVEL.search(one.wording) is not None
    return not mean.per or one.noun == f"单{mean.per}" or _PRICE.match(one.noun) is not None


def _is_of(mean: _Said, listed: Listing, words: RelationWords) -> bool:
    """Whether a mean is of the figures of a list that leaves none out."""
    figures = listed.figures
    if not listed.complete or figures[0].sentence != mean.at.sentence:
        return False
    if figures[0].kind != mean.at.kind or not comparable(figures[0], mean.at, words):
        return False
    said = listed.opener + "".join(one.left for one in figures)
    return (not mean.noun or mean.noun in said) and (not mean.per or mean.per in said)


def _within(text: str, mean: _Said, listed: Listing) -> Ordering:
    """Return the bound of a list that a mean breaks, what it should be, or the upper bound."""
    by_size = sorted(listed.figures, key=lambda m: m.value.n)
    n, low, high = mean.at.value.n, by_size[0], by_size[-1]
    if n < low.value.n:
        return Ordering(mean.at, low, "at_least", mean.wording)
    right = averaged(text, mean.at, listed) if n <= high.value.n else None
    if right is None:
        return Ordering(mean.at, high, "at_most", mean.wording)
    order: Order = "at_most" if n > right.value.n else "at_least"
    shown = "、".join(m.value.printed for m in listed.figures)
    return Ordering(mean.at, right, order, f"{mean.wording}（{shown}的平均数）", name="平均数")
