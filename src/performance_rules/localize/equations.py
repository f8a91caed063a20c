"""Equations: the sums of a report that hold with a figure, and speak for it, as text."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Final

from performance_rules.checking.plan import Place
from performance_rules.errors import Message
from performance_rules.language.explain import show_rate, spoken
from performance_rules.language.ground import (
    Condition,
    Every,
    Linear,
    LinearCondition,
    RateCondition,
    Some,
    judge,
    leaves_of,
    value_of,
)
from performance_rules.localize.network import Network, conditions_of
from performance_rules.values.precision import STRAINED, worst

_MOST: Final = 6
"""A sum of more numbers than these is no ground that could be read aloud."""

_FEW: Final = 3
"""Two numbers that are alike are no sum."""


def after_of(network: Network, place: Place, figure: int, value: int, printed: str) -> Message:
    """Return what a place comes to once a figure is mended, written out; empty for no reckoning.

    Args:
        network: the report.
        place: a place that the mend settles.
        figure: the number of the figure.
        value: what it should be.
        printed: the same as it would be printed.
    """
    told = {figure: printed}
    for text in _sums(network, place.asserts, figure, told):
        return Message(text, text)
    values = list(network.tree.values)
    for twin in network.twins.get(figure, (figure,)):
        values[twin] = value
    for one in conditions_of(place.asserts):
        if not isinstance(one, RateCondition) or one.op != "==" or one.rate.kind != "percent":
            continue
        rate, claim = one.rate, [network.one(n) for n, _ in one.claim.terms]
        whole = value_of(rate.denominator, values)
        if len(claim) != 1 or one.weight is not None or not whole:
            continue
        held = worst(judge(one, values)) >= STRAINED
        if not held or figure not in {network.one(n) for n in leaves_of(one)}:
            continue
        top, bottom = (_written(network, side, told) for side in (rate.numerator, rate.denominator))
        top, bottom = _held(rate.numerator, top), _held(rate.denominator, bottom)
        made, said = show_rate(rate, values), spoken(network.leaf(claim[0]).quantity)
        text = f"{top} ÷ {bottom} = {made}"
        same = said.rstrip("0%").rstrip(".") == made.rstrip("0%").rstrip(".")
        return Message(text, text) if same else _ROUNDED.filled(text=text, said=said)
    return Message("", "")


_ROUNDED: Final = Message(
    "{text}，与所写 {said} 只差取位，不必改", "{text}, which {said} is within rounding"
)


def needed_by(condition: Condition) -> set[int]:
    """Return the numbers that a condition looks at whichever of its alternatives holds."""
    if isinstance(condition, Some):
        found = [needed_by(item) for item in condition.items]
        return found[0].intersection(*found[1:]) if found else set()
    if isinstance(condition, Every):
        return set().union(*map(needed_by, condition.items))
    return leaves_of(condition)


def equation_of(
    network: Network, figure: int, own: Collection[int], changed: Mapping[int, str] | None = None
) -> str:
    """Return a sum that holds with a figure, as text; empty where there is none.

    Args:
        network: the report.
        figure: the number of the figure.
        own: the figures of what does not hold, which say nothing for each other.
        changed: other figures as they would be printed, with which the sum is told.
    """
    told = changed or {}
    values = {n: network.leaf(n).n for n in told}
    for place in network.equating(figure):
        looked = {network.one(n) for n in leaves_of(place.asserts)}
        if figure not in looked or looked <= {*own} or network.numbers[place] in network.broken:
            continue
        if network.numbers[place] in network.fails(values):
            continue
        for text in _sums(network, place.asserts, figure, told):
            return text
    return ""


def equation_with(
    network: Network, figure: int, value: int, printed: str, places: Collection[int]
) -> Iterator[str]:
    """Yield the sums of some places that hold once a figure is mended, written out."""
    for place in network.equating(figure):
        number = network.numbers[place]
        if number in places and number not in network.fails({figure: value}):
            yield from _sums(network, place.asserts, figure, {figure: printed})


def _sums(
    network: Network, asserts: Condition, figure: int, told: Mapping[int, str]
) -> Iterator[str]:
    """Yield the sums of a condition that a figure is part of, written out."""
    for one in conditions_of(asserts):
        if not isinstance(one, LinearCondition) or one.op != "==":
            continue
        numbers = [n for n, _ in one.terms]
        if figure not in map(network.one, numbers) or not _FEW <= len(numbers) <= _MOST:
            continue
        if not told and sum(network.leaf(n).n != 0 for n in numbers) < _FEW:
            continue  # beside nothing but zeros a number is as large as itself
        if one.left.constant or one.right.constant or any(abs(k) != 1 for _, k in one.terms):
            continue
        sides = sorted((one.left, one.right), key=lambda side: -len(side.terms))
        if figure in told and any(
            told[figure] == spoken(network.leaf(n).quantity) for n in numbers
        ):
            continue  # what is alike takes nothing away
        yield " = ".join(_written(network, side, told) for side in sides)


def _written(network: Network, side: Linear, told: Mapping[int, str]) -> str:
    text = ""
    for n, k in sorted(side.terms, key=lambda term: term[1] < 0):
        said = told.get(network.one(n)) or spoken(network.leaf(n).quantity)
        less = k < 0
        if text and said.startswith("-"):
            said, less = said.removeprefix("-"), not less  # A − -B is A + B
        text += (" − " if less else " + ") + said
    return text.removeprefix(" + ")


def _held(side: Linear, text: str) -> str:
    """Return what is divided, or divided by, in brackets where it is a sum."""
    return f"({text})" if len(side.terms) > 1 else text
