"""The sentence of a finding: what its rule says, with how far the two printed sides lie apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from performance_rules.errors import Lang, Message
from performance_rules.language.explain import Clash, Side, sides_of
from performance_rules.language.scope import Scope
from performance_rules.report.phrases import phrase, phrased

_SAID: Final = re.compile("相差|差额|差一|还多|多出|超出|余下|apart|differ|too much|too many")
"""How a message says itself how far two numbers lie apart."""

_PAUSE: Final = {"zh": re.compile("[，；。]"), "en": re.compile(r"[,;.](?=\s|$)")}
"""Where what is added may stand: at the end of a clause."""

_REQUEST: Final = {"zh": "，请", "en": "."}
"""Where a sentence begins to ask."""

_COMPUTED: Final = Message("，算得 {text}", ", computed {text}")
_WRITTEN: Final = Message("，{name}写 {text}", ", {name} says {text}")
_POINTS: Final = Message("{points} 个百分点", "{points} percentage points")
_APART: Final = Message("，相差 {gap}{measure}", ", {gap} apart")

_OPENING: Final = "（("
_CLOSING: Final = "）)"
_MEASURE: Final = re.compile(r" ?([^\W\d_]{1,2})(?=[，；。、）]|$)")
"""The word after a number that has no unit of its own: 分, 人, 个."""

_BEFORE: Final = frozenset("0123456789.,-")
_AFTER: Final = re.compile(r"[\d%]|[.,]\d")
"""What stands before or after a number that is only part of a longer one."""

_UNIT: Final = re.compile(r"[^\d\s.,-]+$")
"""The unit of a number that has one."""


def sentence(message: str, scope: Scope, clashes: Sequence[Clash], lang: Lang) -> str:
    """Return what a rule says at a place, as it can be read aloud.

    Args:
        message: its message there, the titles of places in it marked.
        scope: the report.
        clashes: the comparisons that do not hold there.
        lang: the language.
    """
    told = phrased(message, lang)
    first = clashes[0] if clashes else None
    if first is None or first.difference is None or len({c.difference for c in clashes}) > 1:
        return told
    if _SAID.search(told) or _end_of(told, first.difference):
        return told
    left, right = sides_of(scope, first)
    if left is None or right is None or ((left.fixed or right.fixed) and not first.equality):
        return told
    if first.equality or not any(_end_of(told, side.text) for side in (left, right)):
        told = _with_sides(told, (left, right), scope, lang)
    return _with_gap(told, (left.text, right.text), first.difference, lang)


def _with_sides(told: str, sides: tuple[Side, Side], scope: Scope, lang: Lang) -> str:
    """Return a sentence with the sides of a comparison that it does not name.

    Of two sums, of which a message names one in its own way, the other is not added.
    """
    ends = [_end_of(told, side.text) for side in sides]
    unnamed = [
        side for side, end in zip(sides, ends, strict=True) if end is None and not side.fixed
    ]
    printed = [side for side in sides if side.leaf is not None]
    if len(printed) < len(unnamed) and not any(side.text.endswith("%") for side in unnamed[:1]):
        return told
    start = max((end for end in ends if end is not None), default=None)
    at = _pause(told, start, lang) if start is not None else told.rfind(_REQUEST[lang])
    if not unnamed or at is None or at < 0:
        return told
    return told[:at] + "".join(_named(side, scope, lang) for side in unnamed) + told[at:]


def _named(side: Side, scope: Scope, lang: Lang) -> str:
    """Return a clause that names a printed number, or what was computed."""
    if side.leaf is None:
        return _COMPUTED.filled(text=side.text).text(lang)
    name = phrase(scope.tree.leaves[side.leaf].name)
    return _WRITTEN.filled(name=name, text=side.text).text(lang)


def gap_text(difference: str) -> Message:
    """Return a difference as it is read: that of two percentages in points."""
    if not difference.endswith("%"):
        return Message(difference, difference)
    return _POINTS.filled(points=difference.removesuffix("%"))


def _with_gap(told: str, sides: tuple[str, str], difference: str, lang: Lang) -> str:
    """Return a sentence with how far two sides lie apart, if it names both and does not say it."""
    ends = [_end_of(told, side) for side in sides]
    if None in ends:
        return told
    last = max(end for end in ends if end is not None)
    at = _pause(told, last, lang)
    if at is None:
        return told
    measure = _measure(told, sides) if difference[-1].isdigit() else ""
    gap = _APART.filled(gap=gap_text(difference), measure=measure)
    return told[:at] + gap.text(lang) + told[at:]


def _end_of(told: str, side: str) -> int | None:
    """Return where a number ends in a sentence, the first time that it stands there."""
    at = told.find(side)
    while at >= 0:
        end = at + len(side)
        if told[at - 1 : at] not in _BEFORE and not _AFTER.match(told, end):
            return end
        at = told.find(side, at + 1)
    return None


def _pause(told: str, start: int, lang: Lang) -> int | None:
    """Return the first end of a clause from a character on that stands in no brackets."""
    depth = sum(told.count(mark, 0, start) for mark in _OPENING)
    depth -= sum(told.count(mark, 0, start) for mark in _CLOSING)
    pauses = {one.start() for one in _PAUSE[lang].finditer(told, start)}
    for at in range(start, len(told)):
        depth += (told[at] in _OPENING) - (told[at] in _CLOSING)
        if at in pauses and depth <= 0:
            return at
    return None


def _measure(told: str, sides: tuple[str, str]) -> str:
    """Return the word that stands after one of two bare numbers: 分, 人, 个."""
    for side in sides:
        if unit := _UNIT.search(side):
            return unit[0]
        end = _end_of(told, side)
        if end is not None and (found := _MEASURE.match(told, end)):
            return f" {found[1]}"
    return ""
