"""Ratios of two figures: 财政资金与社会资本之比为1:2.4; 师生比1:15; 按3:1的比例分担.

The two are found by their names; a ratio whose names fit no figure, or several, says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from attrs import evolve

from performance_rules.extraction.figures.fitting import Rate
from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.tokens.quantities import percent
from performance_rules.extraction.tokens.scan import Token
from performance_rules.text.words import has_any
from performance_rules.values.precision import HUNDRED
from performance_rules.values.quantity import hedged

WORD: Final = "比"
_NUMBERS: Final = r"(?P<a>\d{1,3}(?:\.\d{1,3})?):(?P<b>\d{1,5}(?:\.\d{1,3})?)(?![\d:.%])"
_PAIR: Final = re.compile(r"\d:\d")
_TOLD: Final = rf"(?:值|率|关系)?(?P<rough>约|近|大约|接近)?(?:为|是|达到|达|约为|:|=)*{_NUMBERS}"
_BY: Final = rf"按(?:照)?{_NUMBERS}"
_RATIO: Final = re.compile(
    rf"(?P<name>[^\d,，。;:、()]{{2,24}}?)(?:的|之)?(?:投入|配套|资金|人数|数量)*(?:之比|比例|配比|比){_TOLD}"
)
_SHARED: Final = re.compile(
    rf"(?P<x>[省市县区镇乡]|[^\d,，。;:()、和与及由]{{2,10}})[、和与及]"
    rf"(?P<y>[省市县区镇乡]|[^\d,，。;:()、和与及]{{2,10}}?)(?:两级)?(?:财政)?(?:共同|共)?(?:分担|承担|担|负担|出资)?"
    rf"[,，]?(?:分别)?{_BY}的?比例"
)
_RATIO_TOLD, _SHARE_TOLD = re.compile(rf"比例?{_TOLD}"), re.compile(_BY)
"""What a ratio ends with, and what the words that share by one hold."""
_YIELD: Final = ("撬动", "杠杆", "投入产出")
_LEVELS: Final = "省市县区镇乡"
_AND: Final = re.compile("[与和及]")
_KNOWN: Final = {
    "师生": (("教师",), ("学生",)),
    "生师": (("学生",), ("教师",)),
    "医护": (("医师", "医生"), ("护士", "护理")),
    "撬动": (("财政",), ("社会",)),
    "杠杆": (("财政",), ("社会",)),
    "投入产出": (("投入",), ("产出",)),
}
"""Ratios of common names, with what the names of their two figures hold."""
_NO_LEVEL: Final = re.compile("[比较减超每均]|增长|增加|上年|去年|计划|目标|拟|其中")
_LEAD: Final = re.compile(r"\A(?:即|其中|该项目|项目|本年度?|当年|全年)+")
_FEWEST: Final = 2
_MOST: Final = 4
_AGREED: Final = Decimal("0.01")
"""So much of the first number may a share be off that was agreed upon."""


def ratios(text: str, found: Sequence[Mention]) -> Iterator[Rate]:
    """Yield the ratios of a paragraph, each with its two figures as a rate.

    Args:
        text: the paragraph.
        found: its figures in their order.
    """
    if WORD not in text or ":" not in text or _PAIR.search(text) is None:
        return
    for match in _RATIO.finditer(text) if _RATIO_TOLD.search(text) is not None else ():
        names = _names(match["name"])
        if names is None:
            continue
        first, second = (_figure(found, name, match.start()) for name in names)
        if match["name"].endswith(_YIELD) and (first is None or second is None):
            first, second = _last_two(found, match.start())
        if first is None or second is None or first is second or first.kind != second.kind:
            continue
        rate = _percent(match, Decimal(match["a"]), Decimal(match["b"]), first.home)
        if rate is not None:
            yield Rate(second, first, rate)
    for match in _SHARED.finditer(text) if _SHARE_TOLD.search(text) is not None else ():
        yield from _share(found, match)


def _names(said: str) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Return what the names of the two figures of a ratio hold."""
    known = next((pair for word, pair in _KNOWN.items() if said.endswith(word)), None)
    if known is not None:
        return known
    parts = [_LEAD.sub("", part) for part in _AND.split(said)]
    if len(parts) != _FEWEST or any(len(part) < _FEWEST for part in parts):
        return None
    return (parts[0],), (parts[1],)


def _figure(found: Sequence[Mention], names: Sequence[str], before: int) -> Mention | None:
    """Return the only figure before a place that bears one of the names, or None."""
    said = [m for m in found if m.kind in ("amount", "count") and m.end <= before]
    said = [m for m in said if _NO_LEVEL.search(m.left) is None and not m.value.approximate]
    named = [m for m in said if has_any(m.left, names)]
    return named[-1] if len({m.value.n for m in named}) == 1 else None


def _last_two(found: Sequence[Mention], before: int) -> tuple[Mention, Mention] | tuple[None, None]:
    """Return the two amounts that stand right before a ratio, the only ones of their sentence."""
    said = [m for m in found if m.end <= before and m.kind == "amount"]
    said = [m for m in said if m.sentence == said[-1].sentence and not m.value.approximate]
    if len(said) != _FEWEST or any(_NO_LEVEL.search(m.left) for m in said):
        return None, None
    return said[0], said[1]


def _share(found: Sequence[Mention], match: re.Match[str]) -> Iterator[Rate]:
    """Yield what each of two takes of one amount, by the ratio they share it in."""
    amounts = [m for m in found if m.kind == "amount" and m.value.approximate is None]
    last = [m for m in amounts if m.end <= match.start()][-1:]
    behind = [m for m in amounts if m.start > match.end()]
    behind = [m for m in behind if m.sentence == behind[0].sentence][:_MOST]
    a, b = Decimal(match["a"]), Decimal(match["b"])
    names = [match[name] for name in "xy"]
    names = [name[-1] if name[-1] in _LEVELS else name for name in names]
    told = [[m for m in behind if name in m.left] for name in names]
    named = [m for some in told for m in some]
    rest = [m for m in behind if m not in named]
    wholes = rest if len(rest) == 1 else [] if rest else last
    for whole in wholes:
        for some, part in zip(told, (a, b), strict=True):
            rate = _percent(match, a + b, part, whole.home, exact=True) if len(some) == 1 else None
            if rate is not None and some[0].value.n <= whole.value.n:
                yield Rate(some[0], whole, rate)


def _percent(
    match: re.Match[str], a: Decimal, b: Decimal, home: int, *, exact: bool = False
) -> Mention | None:
    """Return the second number over the first as a percentage that is printed as the ratio.

    Of what was found the second is right to its last digit; what was agreed upon is exact.
    """
    if not a or not b:
        return None
    said = f"{100 * b / a:.2f}".rstrip("0").rstrip(".")
    value = percent(Token("P", *match.span("b"), said))
    if value is None:
        return None
    digit = _AGREED if exact else Decimal(10) ** -len(match["b"].partition(".")[2])
    step = 2 * int(digit / a * HUNDRED / 2)
    printed = match.string[match.start("a") : match.end("b")]
    value = evolve(value, step=step, printed=printed)
    if match.groupdict().get("rough"):
        value = hedged(value, "about")
    return Mention("percent", value, "", match.start("a"), match.end("b"), home=home)
