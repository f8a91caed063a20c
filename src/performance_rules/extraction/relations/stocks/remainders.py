"""What is left of two figures near it, but for a digit: 到位1,920，…合计支出1,803，尚有137未支出.

The three stand too far apart for their words to join them, so that the arithmetic must: what was
there and what was done of it leave what is printed with one digit changed, exchanged or carried,
and no others near it leave it exactly.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, product
from typing import Final

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.roles import (
    DONE,
    LEFT,
    OPENING,
    PLANNED,
    TAKEN,
    alike,
    cast,
    names_a_thing,
)
from performance_rules.extraction.figures.slips import is_miss, size
from performance_rules.extraction.figures.words import RelationWords
from performance_rules.extraction.relations.prices.prices import price_of
from performance_rules.text.years import NAMED_YEAR

LEFT_OVER: Final = re.compile(
    "结余|节余|结转|剩余|尚余|余额|余款|缺口|尚缺|尚差|还差|尚欠|不足|差额|未|尚有|空编|缺编|节约|节省|核减|审减"
)
REMAINS: Final = "余转缺差欠足未尚空约省减"
"""One of these stands in each of those words."""
_RIGHT: Final = re.compile(r"\A(?:资金|万元)?(?:的)?(?:缺口|尚未|未|没有|待|结余|结转|剩余|不足)")
_DUE: Final = re.compile(
    "到位|预算|计划|任务|目标|应[收缴付发支]|总投资|总收入|收入|批复|下达|编制|查出|排查|发现|受理|年初|期初|上年|合计|总额|总计|共|概算|合同|送审|需|申请|原值|收到"
)
_DONE: Final = re.compile(
    "支出|支付|完成|整改|使用|拨付|发放|兑付|实[收缴付发际有]|落实|筹集|筹措|到位|化解|偿还|结算|审定|成交|中标|合同|办结|销号|收回|建成|已|累计"
)
_NOT: Final = re.compile("其中|比|较|增|减少|同比|占|每|均|上年同期|去年|标准|限额|未|尚|超")
_ALSO: Final = re.compile("收回|上缴|追加|调[整增减]|核销|另|扣除|退回|划转|结转|利息|不含")
_OTHER: Final = re.compile(
    "上年|年初|期初|去年|其中|比|较|占|率|未来|未成年|未婚|每|均|使用|动用|盘活|消化|包括|含"
)
_OF_ANOTHER: Final = re.compile(r"占\w{2,10}的")
_TIME: Final = re.compile(
    r"(?:截至|到|至)?(?:(?:19|20)\d\d年度?|[本当]?年)?(?:[末底终]|\d+月[底末])?|[降减]至|[降减]到|(?:下降|减少|降低)[至到]|尚|仍|还|收支|资金|有|的|为"
)
_NEAR: Final = 10
_BACK: Final = 5
_MOST: Final = 12
_DIGITS: Final = 3


def remainders(
    text: str, near: Sequence[Mention], home: int, words: RelationWords
) -> Iterator[tuple[Mention, Mention, Mention]]:
    """Yield what was there, what was done of it, and what is wrongly said to be left.

    Args:
        text: the paragraph.
        near: its figures, and those before it.
        home: its number.
        words: the words of relations.
    """
    if LEFT_OVER.search(text) is None:
        return
    for at, one in enumerate(near):
        if one.home != home or one.kind not in ("amount", "count") or one.depth:
            continue
        if not _is_left(one) or one.value.approximate or size(one.value) < _DIGITS - 1:
            continue
        around = [m for m in near[max(0, at - _NEAR) : at + _NEAR] if alike(m.value, one.value)]
        around = [m for m in around if m is not one and price_of(m, words) is None][-_MOST:]
        before = [m for m in around if m.start < one.start or m.home < one.home]
        before = [m for m in before if one.sentence - m.sentence <= _BACK and not m.depth]
        before = [
            m for m in before if not (years := _years(m)) or not _years(one) or years == _years(one)
        ]
        pairs = {
            (a.value.n, b.value.n): (a, b) for a, b in _pairs(before, words) if _fits(a, b, one)
        }
        if len(pairs) != 1 or _is_told(one, around):
            continue
        ((due, done),) = pairs.values()
        if due.home != home and _OF_ANOTHER.search(text, 0, one.start):
            continue  # 支出A，占到位资金的P，结余B: of what arrived
        begin = due.start if due.home == home else 0
        also = _ALSO.search(text[begin : one.start].replace(one.left, ""))
        if also is None and _is_of(one, (due, done), words):
            yield due, done, one


def _is_left(one: Mention) -> bool:
    """Whether words say that a figure is what is left, or open, of something."""
    if _RIGHT.match(one.right) is not None:
        return True
    return LEFT_OVER.search(one.name) is not None and _OTHER.search(one.name) is None


def _pairs(before: Sequence[Mention], words: RelationWords) -> Iterator[tuple[Mention, Mention]]:
    """Yield each two figures of which one may be what was there, one what was done of it."""
    parts = [one for one in cast(before, words) if _NOT.search(one.at.name) is None]
    due = [p for p in parts if p.role in (PLANNED, OPENING) or _DUE.search(p.at.name)]
    done = [p for p in parts if p.role == DONE or _DONE.search(p.at.name)]
    for a, b in product(due, done):
        one, other = a.topic if a.role else "", b.topic if b.role else ""
        if a is not b and (one in other or other in one):
            yield a.at, b.at


def _is_of(left: Mention, pair: Sequence[Mention], words: RelationWords) -> bool:
    """Whether what is left is of nothing narrower than what was there and was done."""
    if names_a_thing(left, words) or "累计" in left.left:
        return False
    part = cast((left,), words)[0]
    if part.role == TAKEN:
        return False
    topic = part.topic if part.role == LEFT else LEFT_OVER.sub("", part.topic or left.name)
    topic = _TIME.sub("", topic)
    return words.neutral.make(topic) or any(topic in m.name for m in pair)


def _years(one: Mention) -> set[str]:
    return set(NAMED_YEAR.findall(one.left))


def _fits(due: Mention, done: Mention, left: Mention) -> bool:
    """Whether two figures leave a third one but for a digit."""
    n = due.value.n - done.value.n
    exact = due.value.approximate is None and done.value.approximate is None
    enough = max(len(str(abs(x)).rstrip("0")) for x in (n, left.value.n)) >= _DIGITS
    return exact and n > 0 and enough and is_miss(n, left.value.n)


def _is_told(one: Mention, around: Sequence[Mention]) -> bool:
    """Whether figures near another one make it: two or three of them, added or taken away."""
    values = [m.value for m in around]
    for many in (1, 2, 3):
        for some in combinations(values, many):
            slack = one.value.half + sum(min(value.half, one.value.half) for value in some)
            for signs in product((1, -1), repeat=many):
                n = sum(sign * value.n for sign, value in zip(signs, some, strict=True))
                if abs(n - one.value.n) <= slack:
                    return True
    return False
