"""Bands of scores as a document words them: 90(含)分以上为优，80分（含）至90分为良，60分以下为差.

A band has a lowest and a highest score, or one of them.  What stands behind a number says whether
it is one of the scores itself; 含 with a number in it says that of the bound with that number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final

from attrs import evolve

from performance_rules.extraction.fixed import fixed

GRADE: Final = r"(?:不合格|不达标|优秀|良好|中等|一般|合格|较差|优|良|中|差|[A-D](?=[等级档类]))"
_SAME: Final = {"优秀": "优", "良好": "良", "中等": "中"}
_RISING: Final = ("差", "中", "良", "优")
_N: Final = r"\d{1,3}(?:\.\d{1,2})?"
_MARK: Final = r"(?:\((?:包?含|不含)(?:\d{1,3}分?)?\)|不?含)"
_UP: Final = "(?:(?:及|或)?以上)"
_LESS: Final = "(?:<|低于|不足|小于|未满|不满)"
_LEAST: Final = "(?:≥|>=|不低于|大于等于|不小于)"
_S: Final = r"(?:[^\d,，。;、()]{0,6})"
_TURN: Final = r"(?:[、,，]?[且但而]?)"


def _low(i: int) -> str:
    return rf"(?P<l{i}>{_N})分?(?P<lm{i}>{_MARK}?)分?"


def _high(i: int) -> str:
    return rf"(?P<h{i}>{_N})分?(?P<hm{i}>{_MARK}?)分?"


_FORMS: Final = (
    rf"{_low(0)}(?P<lu0>{_UP}?)(?:[-—~至到]+|{_TURN}(?P<hu0>{_LESS})){_high(0)}(?P<hd0>以下)?(?:之间)?",
    rf"{_low(1)}(?P<lu1>{_UP})[、,，]?{_high(1)}(?P<hd1>以下)",
    rf"(?P<l2>{_N})分?(?P<lm2>≤|<=|<){_S}(?P<hu2>≤|<=|<)(?P<h2>{_N})分?",
    rf"(?P<h3>{_N})分?(?P<hu3>≥|>=|>){_S}(?P<lm3>≥|>=|>)(?P<l3>{_N})分?",
    rf"(?P<lm4>[\[(])(?P<l4>{_N})[,，](?P<h4>{_N})(?P<hu4>[\])])",
    rf"{_S}(?P<lm5>{_LEAST})(?P<l5>{_N})分?(?:{_TURN}(?P<hu5>{_LESS})(?P<h5>{_N})分?)?",
    rf"{_low(6)}(?P<lu6>{_UP})(?P<lt6>{_MARK}?)",
    rf"{_S}(?P<hu7>{_LESS})(?P<h7>{_N})分?的?",
    rf"{_high(8)}(?P<hd8>以下)",
)
_LINK: Final = (
    "[,，]?(?:的|者)?[,，]?"
    "(?:等级|等次|评定|评价|评|定|列|确定|认定|对应|属于|属|则|即|记)*(?:为|是)?"
)
_BAND: Final = "|".join(_FORMS)
_BEHIND: Final = "(?=[,，。;、)(!|]|[等档级]|$)"
_AFTER: Final = re.compile(rf"(?:{_BAND}){_LINK}(?P<grade>{GRADE}){_BEHIND}")
_ENDS: Final = re.compile(f"(?<!其){GRADE}{_BEHIND}")
"""The grade behind a band, which is looked for first: most texts have no such word."""
_BEFORE: Final = re.compile(
    rf"(?P<grade>{GRADE})[等档级]?(?:次|级)?(?:为|是|即|:|\()+(?:得分|总分)?(?:{_BAND})"
)
_BOUND: Final = re.compile(rf"{_N}分?{_MARK}?分?(?:[及或]?以[上下]|[-—~至到]\d)")
_TOLD: Final = re.compile("[优良]|合格|[A-D][等级档类]")
_INSIDE: Final = re.compile(r"(?<!不)含|及|或|[≥≤=\[\]]|不低于|不小于|大于等于")
_OUTSIDE: Final = re.compile(r"不含|以下|不足|低于|小于|未满|不满|[<>](?!=)")
_DIGITS: Final = re.compile(r"\d+")
_GAP: Final = 2


@fixed(eq=False)
class Band:
    """The scores of one grade.

    Attributes:
        grade: its name.
        low: the lowest score, or None.
        high: the highest one, or None.
        within: whether the highest score is one of them; None where it is not said.
        included: whether the lowest one is said to be one of them.
        wording: as the document words it.
        at: where that begins and ends.
    """

    grade: str
    low: Decimal | None
    high: Decimal | None
    within: bool | None
    included: bool
    wording: str
    at: tuple[int, int] = (0, 0)


def grade_of(name: str) -> str:
    """Return the grade that a name is another one for."""
    return _SAME.get(name, name)


def is_bound(text: str, at: int) -> bool:
    """Whether a score is only what scores begin or end with: 得分90分（含）以上, 得分80分—90分."""
    return _BOUND.match(text, at) is not None


def bands_of(text: str) -> list[Band]:
    """Return the bands that a paragraph states."""
    if _TOLD.search(text) is None:
        return []
    best: list[Band] = []
    for pattern, told in ((_AFTER, _ENDS.search(text) is not None), (_BEFORE, True)):
        found = [_band(one) for one in pattern.finditer(text)] if told else []
        if len(found) > len(best):
            best = found
    return best


def _band(found: re.Match[str]) -> Band:
    said = {name.rstrip("012345678"): text for name, text in found.groupdict().items() if text}
    low, high = (Decimal(said[name]) if name in said else None for name in "lh")
    mark = said.get("hm", "")
    least = "".join(said.get(name, "") for name in ("lm", "lu", "lt"))
    most = mark + said.get("hu", "") + said.get("hd", "")
    named = _DIGITS.search(mark)
    if named is not None and high is not None and Decimal(named[0]) != high:
        least, most = least + mark, most.removeprefix(mark)  # 90-100(含90)分
    if low is not None and high is not None and low > high:
        low, high, least, most = high, low, most, least
    within = None
    if most == ")" or _OUTSIDE.search(most) is not None:
        within = False
    elif _INSIDE.search(most) is not None:
        within = True
    included = _INSIDE.search(least) is not None
    return Band(grade_of(said["grade"]), low, high, within, included, found[0], found.span())


def settled(bands: Sequence[Band]) -> dict[str, Band]:
    """Return the bands of a document by their grades; none if they contradict each other."""
    out: dict[str, Band] = {}
    for one in bands:
        told = out.get(one.grade)
        if told is not None and (told.low, told.high) != (one.low, one.high):
            if None not in (told.low, one.low) and told.low != one.low:
                return {}
            if None in (told.low, one.low) and told.low is not one.low:
                return {}
        if told is None or told.high is None:
            out[one.grade] = one
    lows = [out[grade].low or 0 for grade in _RISING if grade in out]
    if any(worse >= better for worse, better in pairwise(lows)):
        return {}
    for grade, one in out.items():
        above = [
            o for o in out.values() if o.low is not None and o is not one and _is_above(o, one)
        ]
        if above:
            next_up = min(above, key=lambda o: o.low or 0)
            within = False if next_up.included or next_up.low != one.high else one.within
            if one.high is not None and next_up.low is not None and next_up.low - one.high > _GAP:
                return {}
            out[grade] = evolve(one, high=next_up.low, within=within)
    return out


def _is_above(other: Band, one: Band) -> bool:
    low = one.low if one.low is not None else Decimal(-1)
    return other.low is not None and other.low > low
