"""Points between the rates of two years that their sentence tells one behind the other.

2021年支出A，执行率P；2020年执行率Q，本年比上年提高R个百分点.  Both rates have one name; the year
of the one is that of its clause or of the clauses before it, the year of the other its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.roles import without_tail
from performance_rules.extraction.figures.words import RelationWords
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.relations.changes.changes import Change
from performance_rules.text.years import NAMED_YEAR

_AGAINST: Final = re.compile(
    r"(?:本年度?|今年|当年|(?:19|20)\d\d年度?)?(?:比|较|与|同比|相比)(?:上年度?|去年|上年同期|(?:19|20)\d\d年度?)?(?:相比)?"
)
_PRIOR: Final = re.compile(r"(?:上年度?|去年|上年同期)(?:的)?")
_DATED: Final = re.compile(r"(?:19|20)\d\d年(?:度|末|底)?(?:的)?")
_PART: Final = re.compile("其中|[一二三四]季度|[上下]半年|[1-9]月|同口径|可比|剔除|扣除|考虑")
_STOPS: Final = "。!?"
_MARKS: Final = "。;；,，:：("
_FAR: Final = 120
_NEAR: Final = 6


@fixed(eq=False)
class _Rate:
    """A rate with its name, and its year where its clause says one; 0 for the year before."""

    at: Mention
    name: str
    year: int | None


def year_rates(text: str, found: Sequence[Mention], words: RelationWords) -> Iterator[Change]:
    """Yield the changes in points between the rates of two years.

    Args:
        text: the paragraph.
        found: its figures in their order.
        words: the words of relations.
    """
    for at, claim in enumerate(found):
        if claim.kind != "points" or at < _PAIR or claim.value.n < 0 or claim.depth:
            continue
        led = _AGAINST.match(claim.left)
        said = claim.left[led.end() :] if led is not None else claim.left
        direction = words.directions.get(without_tail(said, words))
        pair = _pair(text, found, at) if direction is not None else None
        if pair is not None and direction is not None:
            later, earlier = pair
            near = [m for m in found[max(0, at - _NEAR) : at] if m.kind == "percent"]
            if _is_told(later, earlier, claim) or not any(
                _is_told(a, b, claim) for a, b in combinations(near, _PAIR)
            ):
                yield Change(earlier, later, claim, None, direction)


_PAIR: Final = 2


def _pair(text: str, found: Sequence[Mention], at: int) -> tuple[Mention, Mention] | None:
    """Return the later and the earlier rate that points right behind the second are between."""
    claim, last = found[at], found[at - 1]
    if last.kind != "percent" or last.close + 1 < claim.begin or last.sentence != claim.sentence:
        return None
    second = _rate(text, last)
    if second is None or second.year is None:
        return None
    before = [m for m in found[max(0, at - _NEAR) : at - 1] if m.sentence == last.sentence]
    rates = [one for m in before if m.kind == "percent" and (one := _rate(text, m)) is not None]
    first = rates[-1] if rates else None
    if first is None or first.name != second.name or sum(r.name == first.name for r in rates) > 1:
        return None
    year = first.year if first.year is not None else _above(text, first.at)
    if second.year == 0:
        return (first.at, last) if year != 0 else None
    if not year:
        return None
    return {1: (first.at, last), -1: (last, first.at)}.get(year - second.year)


def _rate(text: str, one: Mention) -> _Rate | None:
    """Return a rate with its name and the year of its clause; None where it is narrower."""
    first = max(0, one.start - _FAR)
    begin = max(first, *(text.rfind(mark, first, one.start) + 1 for mark in _MARKS))
    words = text[begin : one.start]
    years = [int(year) for year in NAMED_YEAR.findall(words)]
    prior = _PRIOR.search(words)
    name = _PRIOR.sub("", _DATED.sub("", words)).rstrip("为是达到约")
    if len(years) + (prior is not None) > 1 or not name or _PART.search(words) or one.depth:
        return None
    return _Rate(one, name, 0 if prior is not None else years[0] if years else None)


def _above(text: str, one: Mention) -> int | None:
    """Return the year that the clauses of a sentence before a rate tell, if it is only one."""
    first = max(0, one.start - _FAR)
    begin = max(first, *(text.rfind(mark, first, one.start) + 1 for mark in _STOPS))
    words = text[begin : one.start]
    years = {int(year) for year in NAMED_YEAR.findall(words)}
    return years.pop() if len(years) == 1 and _PRIOR.search(words) is None else None


def _is_told(a: Mention, b: Mention, claim: Mention) -> bool:
    """Whether points may be those between two rates."""
    slack = a.value.half + b.value.half + claim.value.half
    return abs(abs(a.value.n - b.value.n) - claim.value.n) <= slack
