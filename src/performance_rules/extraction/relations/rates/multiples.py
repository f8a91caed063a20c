"""Multiples of a figure: A是B的1.5倍; 比B增加0.8倍; 带动投入A，放大6倍.

A multiple is the rate of the two figures that it stands right behind.  放大 and 增加 are used of
what was there and of what came to it alike: nothing is said where one of both comes out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final

from attrs import evolve

from performance_rules.extraction.figures.fitting import Rate, fits
from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.roles import alike
from performance_rules.extraction.tokens.quantities import percent
from performance_rules.extraction.tokens.scan import Token
from performance_rules.values.precision import HUNDRED
from performance_rules.values.quantity import Percent, hedged

WORD: Final = "倍"
DOUBLED: Final = "番"
_MULTIPLE: Final = re.compile(r"(?:约|近|超|逾)?(?P<n>(?<![\d.,])\d{1,4}(?:\.\d{1,4})?)[余多]?倍")
_ROUGH: Final = re.compile("[约近超逾余多]|以上|左右")
_TIME: Final = (
    r"(?:(?:19|20)\d\d年度?|上年度?|去年|前年|同期|年初|(?:项目)?实施前|改造前|此前|原来|原有|原"
    r"|计划|目标|全[省市县国])"
)
_OF: Final = re.compile(rf"(?:约)?(?:是|为|达到?|相当于)(?:{_TIME})?[\u4e00-\u9fff]{{0,6}}")
_OF_TAIL: Final = re.compile(r"(?:\([^()\d]{0,12}\))?的(?:约|近)?\Z")
_GROWN: Final = re.compile(rf"(?:同比)?(?:比|较|与)(?:{_TIME}|的|相比)*\Z")
_FROM: Final = re.compile(r"[由从](?:(?:19|20)\d\d年)?[^\d]{0,20}\Z")
_TO: Final = re.compile(
    r"(?:增加|增长|提高|提升|上升|扩大|增|升|发展|壮大|攀升|跃升|上涨)(?:到|至|为)(?:(?:19|20)\d\d年)?[^\d]{0,10}\Z"
)
_GROWTH: Final = re.compile(
    r"[^\d,，。;、]{0,8}(?:增加|增长|提高|提升|扩大|上升|增|翻|多)(?:了)?(?:约|近)?"
)
_LEVER: Final = re.compile("撬动|带动|引导|吸引|拉动|引入")
_LEVERED: Final = re.compile(
    r"[^\d,，。;、]{0,6}(?:放大|撬动|带动)(?:了|比例?|倍数|效应|系数)*(?:约|近)?(?:为|达到?)?"
)
_FOLD: Final = re.compile(r"(?:实现)?翻(?:了)?(?P<n>[一两二])?番(?![多以有])")
_UNSURE: Final = re.compile(
    r"(?:近|基本|接近|力争|计划|预计|有望|拟|将|超|目标|要|确保)[^\d,，。;]{0,4}\Z"
)
_FOLDS: Final = {None: 2, "一": 2, "两": 4, "二": 4}
_SHORT: Final = Decimal("0.95")
"""What is said to have doubled may have come a little short of it."""
_FAR: Final = 60
_NEAR: Final = 8
_PAIR: Final = 2


def multiples(text: str, found: Sequence[Mention]) -> Iterator[Rate]:
    """Yield the multiples of a paragraph, each with its two figures as a rate.

    Args:
        text: the paragraph.
        found: its figures in their order.
    """
    if WORD not in text:
        return
    at = 0
    for match in _MULTIPLE.finditer(text):
        while at < len(found) and found[at].start < match.start():
            at += 1
        before = [m for m in found[max(0, at - _NEAR) : at] if m.end <= match.start()]
        one = _rate(text, before[-2], before[-1], match) if len(before) >= _PAIR else None
        if one is not None and (_agrees(one) or not _is_of_others(one, before)):
            yield one


def _agrees(one: Rate) -> bool:
    return fits(one.figure.value, one.base.value, one.rate.value)


def _is_of_others(one: Rate, before: Sequence[Mention]) -> bool:
    """Whether two other figures before a multiple make it, or one and all before it together."""
    same = [m for m in before if alike(m.value, one.base.value)]
    pairs = [(a, b) for a in same for b in same if a is not b]
    if any(fits(a.value, b.value, one.rate.value) for a, b in pairs):
        return True
    rest = [m.value for m in same if m is not one.figure and m.sentence == one.figure.sentence]
    rest = [value for value in rest if value.unit == one.base.value.unit]
    total = evolve(one.base.value, value=sum((v.value for v in rest), Decimal(0)))
    return len(rest) >= _PAIR and fits(one.figure.value, total, one.rate.value)


def _rate(text: str, first: Mention, last: Mention, match: re.Match[str]) -> Rate | None:
    """Return the rate that a multiple is of the two figures before it; None if it is of others."""
    gap = text[last.close : match.start()]
    if not _are_beside(first, last) or match.start() - last.close > _FAR:
        return None
    if _OF_TAIL.fullmatch(gap) is not None:
        return _checked(last, first, match, (0,)) if _OF.fullmatch(last.left) else None
    if _GROWN.fullmatch(last.left) and _GROWTH.fullmatch(gap):
        return _checked(last, first, match, (1, 0))
    clause = gap[1:] if gap[:1] in (",", "，", "、") else None
    if clause is None:
        return None
    if _LEVERED.fullmatch(clause) and _LEVER.search(last.left):
        return _checked(first, last, match, (0, -1, 1))
    if _FROM.search(first.left) and _TO.search(last.left) and _GROWTH.fullmatch(clause):
        return _checked(first, last, match, (1, 0))
    return None


def _are_beside(first: Mention, last: Mention) -> bool:
    """Whether two figures are alike and stand in clauses one behind the other."""
    same = alike(first.value, last.value) and first.kind == last.kind
    here = (first.sentence, first.depth) == (last.sentence, last.depth)
    return same and here and last.start - len(last.left) - first.close <= len(first.right) + 1


def _checked(
    base: Mention, figure: Mention, match: re.Match[str], more: Sequence[int]
) -> Rate | None:
    """Return a multiple as a rate: of the first reading that comes out, else of the first."""
    made = [_percent(match, base.home, n) for n in more]
    known = [one for one in made if one is not None]
    if not known or base.value.approximate or figure.value.approximate:
        return None
    right = next((one for one in known if fits(figure.value, base.value, one.value)), None)
    return Rate(figure, base, right or known[0])


def _percent(match: re.Match[str], home: int, more: int) -> Mention | None:
    """Return so many times, and so many more, as a percentage that is printed as the multiple."""
    times = Decimal(match["n"]) + more
    said = f"{100 * times:.2f}".rstrip("0").rstrip(".")
    value = percent(Token("P", *match.span("n"), said))
    if value is None:
        return None
    step = HUNDRED // 10 ** len(match["n"].partition(".")[2])
    value = evolve(value, step=step, printed=match[0])
    if _ROUGH.search(match[0]) or _ROUGH.match(match.string, match.end()):
        value = hedged(value, "about")
    return Mention("percent", value, "", match.start("n"), match.end(), home=home)


def doublings(text: str, found: Sequence[Mention]) -> Iterator[Rate]:
    """Yield what is said to have doubled and came short of it, with what it came from.

    Args:
        text: the paragraph.
        found: its figures in their order.
    """
    for match in _FOLD.finditer(text) if DOUBLED in text else ():
        begin = max(text.rfind(mark, 0, match.start()) for mark in "。;!?") + 1
        stops = [at for mark in "。;!?" if (at := text.find(mark, match.end())) >= 0]
        end = min(stops, default=len(text))
        pair = _levels([m for m in found if begin <= m.start < end and not m.depth])
        if pair is None or _UNSURE.search(text, begin, match.start()):
            continue
        base, figure = pair
        times = _FOLDS[match["n"]]
        if figure.value.n >= base.value.n * times * _SHORT:
            continue
        value = Percent(Decimal(100 * times), printed=match[0])
        yield Rate(
            figure,
            base,
            evolve(base, kind="percent", value=value, start=match.start(), end=match.end()),
        )


def _levels(here: Sequence[Mention]) -> tuple[Mention, Mention] | None:
    """Return the only two levels of a sentence of which one came from the other."""
    for first, last in pairwise(here):
        if not _are_beside(first, last):
            continue
        if _FROM.search(first.left) and _TO.search(last.left):
            return first, last
    return None
