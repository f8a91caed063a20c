"""Rates with the two figures that their sentence gives for them: 计划40个，完成36个，完成率90%.

The name of a rate says which two: what was done of what was planned, what arrived of what was
planned, or what the rate is named after of what stands before it (办结98件，办结率…).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import frozen

from performance_rules.extraction.relations.mentions import Mention
from performance_rules.extraction.relations.roles import DONE, PLANNED, Cast, alike, without_tail
from performance_rules.extraction.relations.words import RelationWords
from performance_rules.values import Quantity

_NEAR: Final = 16
_RATE: Final = "率"
_STEM: Final = 2
_BACK: Final = 1
_NOT: Final = ("未", "不", "没有", "无")


@frozen(eq=False)
class Rate:
    """A rate, and the two figures that it is of."""

    figure: Mention
    base: Mention
    rate: Mention


def rates(parts: Sequence[Cast], words: RelationWords) -> list[Rate]:
    """Return the rates that the sentences of a text give with their two figures."""
    found = (_rate(parts, i, words) for i, one in enumerate(parts) if one.at.kind == "percent")
    return [one for one in found if one is not None]


def _rate(parts: Sequence[Cast], at: int, words: RelationWords) -> Rate | None:
    rate = parts[at].at
    name = without_tail(rate.left, words)
    kind = next((words.rates[head] for head in words.rates if name.endswith(head)), "")
    if not kind and not name.endswith(_RATE):
        return None
    near = parts[max(0, at - _NEAR) : at]
    if kind:
        pair = _planned(near, rate, kind)
    else:
        pair = _named(near, rate, _stem(name.removesuffix(_RATE), words))
    if pair is None:
        return None
    figure, base = pair
    made = Rate(figure, base, rate)
    if fits(figure.value, base.value, rate.value):
        return made
    around = [one.at for one in parts[max(0, at - _NEAR) : at + _NEAR]]
    return None if any(fits(a.value, b.value, rate.value) for a, b in _pairs(around)) else made


def _planned(near: Sequence[Cast], rate: Mention, kind: str) -> tuple[Mention, Mention] | None:
    """Return what was done and what was planned, or what arrived of it."""
    wanted = "amount" if kind in ("money", "arrival") else ""
    figures = [
        one
        for one in near
        if one.at.kind in ("amount", "count") and (not wanted or one.at.kind == wanted)
    ]
    arrived = kind == "arrival"
    figure = next((one for one in reversed(figures) if _is_figure(one, arrived)), None)
    if figure is None or figure.at.sentence != rate.sentence or figure.at.depth != rate.depth:
        return None
    before = [
        one
        for one in figures
        if (one.at.home, one.at.start) < (figure.at.home, figure.at.start)
        and alike(one.at.value, figure.at.value)
        and one.at.depth == figure.at.depth
    ]
    base = next(
        (one for one in reversed(before) if one.role == PLANNED and not _is_figure(one, arrived)),
        None,
    )
    if base is None or base.topic not in ("", figure.topic) or figure.topic not in ("", base.topic):
        return None
    if rate.sentence - base.at.sentence > _BACK:
        return None
    inside = before[before.index(base) + 1 :]
    later = [one for one in figures[figures.index(figure) + 1 :] if one.role]
    return None if inside or later else (figure.at, base.at)


def _is_figure(one: Cast, arrived: bool) -> bool:
    return one.head.endswith("到位") if arrived else one.role == DONE


def _named(near: Sequence[Cast], rate: Mention, stem: str) -> tuple[Mention, Mention] | None:
    """Return what a rate is named after, and what stands right before it."""
    if len(stem) < _STEM:
        return None
    figures = [
        one.at for one in near if one.at.kind == "count" and one.at.sentence == rate.sentence
    ]
    named = [i for i, one in enumerate(figures) if _is_named(one, stem)]
    if not named or named[-1] == 0:
        return None
    figure, base = figures[named[-1]], figures[named[-1] - 1]
    if not alike(figure.value, base.value) or base.depth != figure.depth:
        return None
    if len(figures) > named[-1] + 1 or stem in base.left or figure.value.n > base.value.n:
        return None
    return figure, base


def _stem(name: str, words: RelationWords) -> str:
    """Return what a rate is named after: 按期结案率 is not that of all that were closed."""
    begin = next((at for at in range(len(name)) if words.neutral.make(name[:at])), 0)
    return name[begin:]


def _is_named(one: Mention, stem: str) -> bool:
    """Whether a figure is what a rate is named after; 未开工5个 are not those begun."""
    before = one.left[: -len(stem)] if one.left.endswith(stem) else None
    if before is None:
        return one.right.startswith(stem)
    return not before.endswith(_NOT)


def fits(figure: Quantity, base: Quantity, rate: Quantity) -> bool:
    """Whether a rate can be that of two figures, as they are printed or cut off."""
    if not alike(figure, base) or base.n <= base.half:
        return False
    low, high = rate.n - rate.half, rate.n + rate.half + rate.digit
    hundred = 100 * 10**8
    return (figure.n - figure.half) * hundred <= high * (base.n + base.half) and (
        figure.n + figure.half
    ) * hundred >= low * (base.n - base.half)


def _pairs(around: Sequence[Mention]) -> list[tuple[Mention, Mention]]:
    figures = [one for one in around if one.kind in ("amount", "count")]
    return [(a, b) for a in figures for b in figures if a is not b]
