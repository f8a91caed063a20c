"""Rates whose working is told in words: 满意度（甲与乙之和占丙）为P, 按（甲－乙）÷甲计算为P.

Each of the words names one figure of the paragraph.  Where one names none, or several that differ,
the working says nothing that can be checked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import product
from typing import Final

from attrs import evolve

from performance_rules.extraction.figures.fitting import Rate
from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.roles import alike, without_tail
from performance_rules.extraction.figures.words import RelationWords
from performance_rules.extraction.percentages.around import NAMES, Around
from performance_rules.extraction.percentages.picking import makes
from performance_rules.values.quantity import Count

_SIGNS: Final = ("÷", "/", "占", "除以")
_FAR: Final = 80
_NEAR: Final = 60
_WORD: Final = r"[\u4e00-\u9fff“”]"
_TERM: Final = rf"{_WORD}{{2,12}}?"
_TERMS: Final = rf"{_TERM}(?:[+-]{_TERM})*(?:[与和]{_TERM}){{0,3}}"
_QUOTIENT: Final = (
    rf"\(?(?P<of>{_TERMS})(?:之和|合计|之差|的差额|两项合计|二者之和|两者之和)?\)?"
    rf"(?:÷|/|占|除以)\(?(?P<by>{_TERM})\)?(?:的?(?:比例|比重|百分比|比率|比))?(?:[×*x]100%)?"
)
_BRACKET: Final = re.compile(_QUOTIENT)
_BEFORE: Final = re.compile(
    rf"(?:\A|按照?|=|即|:|根据){_QUOTIENT}(?:的?(?:公式|口径)?计算|=|测算|核算)+[后得出]?(?:为|是|达)?\Z"
)
_SPLIT: Final = re.compile("([+-]|与|和)")
_SIZE: Final = re.compile(
    r"(?:份数|人数|户数|件数|批次数?|次数|个数|总数|数量|总额|金额|资金|数|额|价|的)\Z"
)
_SHORTEST: Final = 2
_QUOTES: Final = re.compile("[“”]")


def worded(text: str, near: Around) -> Rate | None:
    """Return the two figures of a percentage by the working that is told with it; None without.

    The first may be a sum or a difference.

    Args:
        text: its paragraph.
        near: the percentage among its figures.
    """
    said = _working(text, near.one)
    if said is None:
        return None
    found = [m for m in near.figures if m.home == near.one.home]
    pieces = _SPLIT.split(said["of"])
    terms, signs = pieces[::2], ["+", *pieces[1::2]]
    meant = [_meant(term, found, near.words) for term in (*terms, said["by"])]
    if not all(best for best, _ in meant):
        return None
    chosen = [best[-1] for best, _ in meant]
    base, parts = chosen[-1], chosen[:-1]
    figure = _together(parts, signs)
    if figure is None or not _can_divide(figure, base):
        return None
    divided = base
    if isinstance(figure.value, Count) and isinstance(base.value, Count):
        divided = evolve(base, value=evolve(base.value, unit=figure.value.unit))
    made = Rate(figure, divided, near.one, tuple(parts[1:]))
    if makes(figure.value, base.value, near.one.value):
        return made
    for others in product(*(wide for _, wide in meant)):
        other = _together(others[:-1], signs)
        if other is not None and makes(other.value, others[-1].value, near.one.value):
            return None  # the words may mean others
    return made


def _working(text: str, one: Mention) -> re.Match[str] | None:
    """Return the working that stands before a percentage, or in a bracket beside it."""
    begin = _clause(text, one.start)
    before = text[begin : one.start]
    behind = text[one.end : one.end + _NEAR] if text.startswith("(", one.end) else ""
    if not any(sign in before or sign in behind for sign in _SIGNS):
        return None
    said = _BEFORE.search(before)
    if said is not None:
        return said
    opened, closed = before.rfind("("), before.rfind(")")
    if 0 <= opened < closed and before[closed + 1 :] in ("", "为", "是", "达", "达到"):
        return _BRACKET.fullmatch(before, opened + 1, closed)
    until = behind.find(")")
    return _BRACKET.fullmatch(behind, 1, until) if until > 0 else None


def _clause(text: str, at: int) -> int:
    """Return where the clause before a place begins, brackets and their commas kept."""
    first = max(0, at - _FAR)
    return max(first, *(text.rfind(mark, first, at) + 1 for mark in ",，。;；、"))


def _meant(
    term: str, found: Sequence[Mention], words: RelationWords
) -> tuple[list[Mention], list[Mention]]:
    """Return the figures that a word of a working names best, all of one value, and any it may."""
    wanted = _core(term, words)
    ranked = [(_rank(wanted, _core(one.left, words)), one) for one in found]
    wide = [one for rank, one in ranked if rank]
    best = max((rank for rank, _ in ranked), default=0)
    named = [one for rank, one in ranked if rank == best] if best else []
    return (named if len({one.value.n for one in named}) == 1 else []), wide


def _core(name: str, words: RelationWords) -> str:
    """Return a name without quotation marks and without what says how it is counted."""
    name = without_tail(_QUOTES.sub("", name), words)
    for word in words.parts:
        name = name.removeprefix(word)
    short = _SIZE.sub("", name)
    return short if len(short) >= _SHORTEST else name


def _rank(wanted: str, name: str) -> int:
    """Return how surely a word of a working names a figure; 0 if it does not."""
    if len(name) < _SHORTEST:
        return 0
    if wanted == name:
        return 3
    if name.endswith(wanted) or wanted.endswith(name):
        return 2
    return 1 if wanted.startswith(name) or wanted in name else 0


def _together(parts: Sequence[Mention], signs: Sequence[str]) -> Mention | None:
    """Return figures as one: 非常满意与满意之和, 批复预算－结算价."""
    first = parts[0]
    if len({id(one) for one in parts}) < len(parts):
        return None
    value, total = first.value, first.value.value
    for one, sign in zip(parts[1:], signs[1:], strict=True):
        if not alike(one.value, value) or one.value.unit != value.unit:
            return None
        total += -one.value.value if sign == "-" else one.value.value
    if len(parts) == 1:
        return first
    step = max(one.value.step for one in parts)
    shown = "".join(
        ("－" if sign == "-" else "＋") * (at > 0) + one.value.printed
        for at, (one, sign) in enumerate(zip(parts, signs, strict=True))
    )
    made = evolve(value, value=total, printed=shown)
    return evolve(first, value=evolve(made, step=step, printed=shown)) if total > 0 else None


def _can_divide(figure: Mention, base: Mention) -> bool:
    """Whether two figures make a rate: both of money, or both counted, be it persons and papers."""
    return figure.kind == base.kind and figure.kind in NAMES and base.value.n > 0
