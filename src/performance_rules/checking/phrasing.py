"""The sentence of a finding: what its rule says, with how far the two printed sides lie apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from performance_rules.checking.plainly import plainly
from performance_rules.errors import Lang, Message
from performance_rules.language.clashes import Clash, Side, sides_of
from performance_rules.language.explain import spoken
from performance_rules.language.scope import Scope
from performance_rules.report.phrases import phrase, phrased

SAYS_GAP: Final = re.compile(
    "相差|差额|差一|方向相反|按此应为|还多|多出|超出|还有增|还有减|apart|differ|too much|too many"
)
"""How a message says itself how far two numbers lie apart."""

_GAP_SAID: Final = re.compile("，相差 [0-9][0-9,.]*(?:[万亿]?元| ?个百分点|%)?(?=[，。；])")

_PAUSE: Final = {"zh": re.compile("[，；。]"), "en": re.compile(r"[,;.](?=\s|$)")}
"""Where what is added may stand: at the end of a clause."""

_REQUEST: Final = {"zh": "，请", "en": "."}
"""Where a sentence begins to ask."""

_COMPUTED: Final = Message("，算得 {text}", ", computed {text}")
_WRITTEN: Final = Message("，{name}写 {text}", ", {name} says {text}")
_REPORTED: Final = Message("，报告写增减 {text}", ", the report says {text}")
_POINTS: Final = Message("{points} 个百分点", "{points} percentage points")
_APART: Final = Message("，相差 {gap}{measure}", ", {gap} apart")

_OPENING: Final = "（("
_CLOSING: Final = "）)"
MEASURE: Final = re.compile(r" ?([^\W\d_]{1,2})(?=[，；。、）]|$)")
"""The word after a number that has no unit of its own: 分, 人, 个."""

_BEFORE: Final = frozenset("0123456789.,-")
_AFTER: Final = re.compile(r"[\d%]|[.,]\d")
"""What stands before or after a number that is only part of a longer one."""

_DATE: Final = re.compile(
    r"(?:年[底末]?|\d月(?:\d{1,2}[日号]|[上中下]旬|[初中底末])?)(?:之前|以前|前)?\Z"
)
"""How a year or a date ends: they lie apart by no number that could be read aloud."""

_UNIT: Final = re.compile(r"[^\d\s.,-]+$")
"""The unit of a number that has one."""


def sentence(
    message: str,
    scope: Scope,
    clashes: Sequence[Clash],
    lang: Lang,
    names: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """Return what a rule says at a place, as it can be read aloud.

    Args:
        message: its message there, the titles of places in it marked.
        scope: the report.
        clashes: the comparisons that do not hold there.
        lang: the language.
        names: what the places are called where they are printed, by their titles.
    """
    told = _sentence(phrased(message, lang, names), scope, clashes, lang)
    if lang == "en":
        return told
    leaves = [scope.tree.leaves[n] for clash in clashes for n in clash.leaves]
    told = padded(told, [spoken(leaf.quantity) for leaf in leaves])
    sources = [leaf.source for leaf in leaves]
    quotes = "".join(source.quote or "" for source in sources if source is not None)
    report = scope.tree.report
    return budgeted(_dated(worded(told), quotes, report.year), report.kind, quotes)


_MONEY: Final = re.compile(r"(?<![0-9.,])([0-9][0-9,]*)(?:\.([0-9]+))?([万亿]?元)")


def padded(told: str, printed: Sequence[str]) -> str:
    """Return what is told with what was reckoned to as many decimals as what is printed.

    Args:
        told: what is told.
        printed: the numbers as they are printed, which stay so.
    """
    known = [found for said in printed if (found := _MONEY.search(said))]
    decimals: dict[str, int] = {}
    for found in known:
        decimals[found[3]] = max(decimals.get(found[3], 0), len(found[2] or ""))
    kept = {found[0] for found in known}

    def longer(found: re.Match[str]) -> str:
        wanted, after = decimals.get(found[3], 0), found[2] or ""
        if found[0] in kept or len(after) >= wanted:
            return found[0]
        return f"{found[1]}.{after.ljust(wanted, '0')}{found[3]}"

    return _MONEY.sub(longer, told)


_INITIAL: Final = "年初预算"


def budgeted(told: str, kind: str | None, quotes: str) -> str:
    """Return what is told of a budget in Chinese: 预算, unless 年初预算 is printed.

    Args:
        told: what is told.
        kind: of what kind the report is.
        quotes: the words that its figures stand in.
    """
    plain = kind == "budget" and _INITIAL not in quotes
    told = told.replace(_INITIAL, "预算") if plain else told
    return _SAID_TWICE.sub(r"\1", told)


_SAID_TWICE: Final = re.compile("(预算|决算)(?:数)?的(?:年初)?\\1(?!数)")
"""A line that is called by its column: 支出预算 has no 预算 of its own."""


def _dated(told: str, quotes: str, year: int | None) -> str:
    """Return a sentence with the years in numbers, where its figures are printed with them."""
    if year is None:
        return told
    printed = quotes.replace(" ", "")
    for word, number in (("本年", year), ("上年", year - 1)):
        if f"{number}年" in printed:
            told = re.sub(f"{word}(?= [0-9])", f"{number} 年", told)
    return told


_CHANGED: Final = re.compile(r"(?<!或)增减(?:额|率)?( ?)([-−]?)([0-9][0-9,]*(?:\.[0-9]+)?)(%?)")
"""A change with its sign, behind the words that leave open which way it went."""


_EACH: Final = re.compile("分别写 ((?:[^、，。；“”]+、)+[^、，。；“”]+)")
"""The numbers that one figure is told with."""


def _counted(listed: str) -> str:
    """Return some numbers, those that are alike once with at how many places they stand."""
    times = Counter(listed.split("、"))
    if len(times) < 2 or max(times.values()) == 1:
        return f"分别写 {listed}"
    return "、".join(f"{count} 处写 {said}" for said, count in times.items())


_UNIT_TWICE: Final = re.compile(r"(?<=[0-9])([\u3400-\u9fff]{1,2}) \1(?![\u3400-\u9fff])")
"""A unit that is printed with a number and stands in the message behind it as well: 52分 分."""

_SUBJECT_TWICE: Final = re.compile("^([^：，“”]{2,16})：(?=[^，]*\\1 ?[0-9])")
"""A subject before a clause that names it beside its number."""

_NUMBERED: Final = re.compile(r"^[（(]?[0-9]{1,2}[)）.．、](?=[^0-9])|^[①-⑳]")
"""The number that an item of a list begins with, and is no part of its name."""

_ALONE: Final = re.compile(r"(?<!或)增减(额|率)? *（([-−]?)([0-9][0-9,.]*%)）")
"""A rate of which the amount is not known: it stands alone in its brackets."""


_RATE_BEHIND: Final = re.compile(r"((?:减少|增加) ?[0-9][^（，。；]*)（[-−]?([0-9][0-9,.]*%)）")
"""A change as people say it, with its rate in brackets and with a sign."""


def worded(told: str) -> str:
    """Return a Chinese sentence in which changes are said as people say them: 减少 1.20万元."""

    def said(found: re.Match[str]) -> str:
        blank, minus, number, percent = found.groups()
        if not number.strip("0.,"):
            return found[0]
        word = ("下降" if minus else "增长") if percent else ("减少" if minus else "增加")
        return f"{word}{blank}{number}{percent}"

    def rated(found: re.Match[str]) -> str:
        word = "下降" if found[1].startswith("减") else "增长"
        return f"{found[1]}（{word} {found[2]}）"

    told = _EACH.sub(lambda found: _counted(found[1]), plainly(told))
    told = _SUBJECT_TWICE.sub("", _NUMBERED.sub("", _UNIT_TWICE.sub(r"\1", told)))
    worded = _CHANGED.sub(said, _ALONE.sub(r"增减 \g<2>\g<3>", told))
    return _RATE_BEHIND.sub(rated, worded)


def _sentence(told: str, scope: Scope, clashes: Sequence[Clash], lang: Lang) -> str:
    """Return a sentence with the printed sides of its comparison and how far they lie apart."""
    first = clashes[0] if clashes else None
    if first is None or first.difference is None or len({c.difference for c in clashes}) > 1:
        return told
    if not first.telling and lang == "zh":
        told = _GAP_SAID.sub("", told)  # of 元 and 万元 it says nothing
    if SAYS_GAP.search(told) or end_of(told, first.difference):
        return told
    left, right = sides_of(scope, first)
    if left is None or right is None or ((left.fixed or right.fixed) and not first.equality):
        return told
    if first.equality or not any(end_of(told, side.text) for side in (left, right)):
        told = _with_sides(told, (left, right), scope, lang)
    if not first.telling or all(_DATE.search(side.text) for side in (left, right)):
        return told  # nobody asks how far apart two years are
    return _with_gap(told, (left.text, right.text), first.difference, lang)


def _with_sides(told: str, sides: tuple[Side, Side], scope: Scope, lang: Lang) -> str:
    """Return a sentence with the sides of a comparison that it does not name.

    Of two sums, of which a message names one in its own way, the other is not added.
    """
    ends = [end_of(told, side.text) for side in sides]
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


_CHANGES: Final = ("增减额", "增减率")


def _named(side: Side, scope: Scope, lang: Lang) -> str:
    """Return a clause that names a printed number, or what was computed."""
    if side.leaf is None:
        return _COMPUTED.filled(text=side.text).text(lang)
    title = scope.tree.leaves[side.leaf].name
    if title.endswith(_CHANGES):  # the sentence is about what changed
        return _REPORTED.filled(text=side.text).text(lang)
    return _WRITTEN.filled(name=phrase(title), text=side.text).text(lang)


def gap_text(difference: str) -> Message:
    """Return a difference as it is read: that of two percentages in points."""
    if not difference.endswith("%"):
        return Message(difference, difference)
    return _POINTS.filled(points=difference.removesuffix("%"))


def _with_gap(told: str, sides: tuple[str, str], difference: str, lang: Lang) -> str:
    """Return a sentence with how far two sides lie apart, if it names both and does not say it."""
    ends = [end_of(told, side) for side in sides]
    if None in ends:
        return told
    last = max(end for end in ends if end is not None)
    at = _pause(told, last, lang)
    if at is None:
        return told
    measure = _measure(told, sides) if difference[-1].isdigit() else ""
    difference = in_large(difference, measure)
    gap = _APART.filled(gap=gap_text(as_long(difference, sides)), measure=measure)
    return told[:at] + gap.text(lang) + told[at:]


_FRACTION: Final = re.compile(r"^([0-9,]+)(?:\.([0-9]+))?(?=[^0-9.,]*$)")


def as_long(difference: str, sides: tuple[str, str]) -> str:
    """Return an amount with as many decimals as the numbers that it lies between: 9.00万元.

    Numbers in another unit say nothing of its decimals.
    """
    found = _FRACTION.match(difference)
    ends = [end for side in sides if (end := _FRACTION.match(side))]
    if found is None or len(ends) < len(sides) or difference.endswith("%"):
        return difference
    if any(end.string[end.end() :] != difference[found.end() :] for end in ends):
        return difference
    decimals = max(len(end[2] or "") for end in ends)
    if len(found[2] or "") >= decimals:
        return difference
    return f"{found[1]}.{(found[2] or '').ljust(decimals, '0')}{difference[found.end() :]}"


_LARGE: Final = {"万": 4, "亿": 8}


def in_large(difference: str, measure: str) -> str:
    """Return how far two numbers of 万人 lie apart in 万, as they are printed."""
    tens = _LARGE.get(measure.strip()[:1])
    if tens is None:
        return difference
    return f"{Decimal(difference.replace(',', '')).scaleb(-tens).normalize():,f}"


def end_of(told: str, side: str, times: int = 0) -> int | None:
    """Return where a number ends in a sentence, once it stood there some times before."""
    at = told.find(side)
    while at >= 0:
        end = at + len(side)
        if told[at - 1 : at] not in _BEFORE and not _AFTER.match(told, end):
            if not times:
                return end
            times -= 1
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
        end = end_of(told, side)
        if end is not None and (found := MEASURE.match(told, end)):
            return f" {found[1]}"
    return ""
