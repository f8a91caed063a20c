"""Numbers of tokens as printed quantities."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import Final, TypeVar

import attrs

from performance_rules.extraction.tokens.scan import Token
from performance_rules.text.numerals import hedges
from performance_rules.values.quantity import (
    SCALE,
    Amount,
    Count,
    Percent,
    Q,
    QuantityError,
    hedged,
)

_KEPT: Final = 1024
"""So many are kept: one reading of a paragraph after the other asks for its numbers."""
_NOTHING: Final = Amount.of(0, exact=True)


def amount(token: Token, unit: str = "") -> Amount | None:
    """Return the amount of a token, in its own unit or the one its paragraph fixes."""
    return _amount(token.value, token.unit or unit)


@lru_cache(maxsize=_KEPT)
def _amount(value: str, unit: str) -> Amount | None:
    try:
        return Amount(_decimal(value), unit, printed=f"{value}{unit}")
    except QuantityError:
        return None


def percent(token: Token) -> Percent | None:
    """Return the percentage of a token."""
    return _percent(token.value)


@lru_cache(maxsize=_KEPT)
def _percent(value: str) -> Percent | None:
    try:
        return Percent(_decimal(value), printed=f"{value}%")
    except QuantityError:
        return None


_MANY: Final = {"万": 10_000, "亿": 100_000_000}
_MEASURED: Final = "q"
_INSIDE: Final = re.compile(r"\d[余多]")
"""A word inside a number that rounds it: 240余盏, 3多万元."""
_ROUGH: Final = re.compile("[万亿余多]+")


def count(token: Token) -> Count | None:
    """Return the number of things of a token; 12.86万吨 are 128,600 吨, to within 50."""
    return _count(token.value, token.unit, token.letter == _MEASURED)


@lru_cache(maxsize=_KEPT)
def _count(value: str, said: str, measured: bool) -> Count | None:
    unit = _ROUGH.sub("", said, count=1) if _ROUGH.match(said) else said
    try:
        made = Count(_decimal(value), unit, printed=f"{value}{said}")
    except QuantityError:
        return None
    return within(made, _MANY.get(said[:1], 1), measured=measured)


def measure(text: str, unit: str) -> Count:
    """Return what is printed under a unit such as 公里 or 万亩; QuantityError if that is no number.

    Args:
        text: the number.
        unit: its unit; empty if that is not known.
    """
    many = _MANY.get(unit[:1], 1)
    return within(Count.parse(text, unit[1:] if many > 1 else unit), many, measured=True)


def within(number: Count, many: int, *, measured: bool) -> Count:
    """Return a number of things as far as it was printed: in 万, or as a measure, it was rounded.

    Args:
        number: the number, in so many things.
        many: how many things one of it is.
        measured: whether it was measured, and not counted one by one.
    """
    if number.approximate or not number.value or (many == 1 and not (measured and number.decimals)):
        return attrs.evolve(number, value=number.value * many) if many > 1 else number
    step = many * SCALE // 10**number.decimals
    step += step % 2  # of a digit too small to be halved
    return attrs.evolve(number, value=number.value * many, step=step)


def points(token: Token) -> Count | None:
    """Return the points of a token; like those of a score sheet they have no unit."""
    try:
        return Count(_decimal(token.value), printed=token.value)
    except QuantityError:
        return None


Signed = TypeVar("Signed", bound=Amount | Count | Percent)


def signed(value: Signed, direction: str) -> Signed:
    """Return a change or a rate with the sign of its direction word.

    增加-206万元 is a decrease that is written with a sign: the sign holds, whatever the word.
    """
    if direction != "down":
        return value
    return attrs.evolve(value, value=-abs(value.value))


def rounded(value: Q, before: str, behind: str) -> Q:
    """Return a quantity as the words around it say that it was rounded: 约300万元, 240余盏.

    Args:
        value: the quantity.
        before: the words to its left.
        behind: the words to its right.
    """
    first, last = hedges(before, behind)
    printed = value.printed
    if not (first or last or (("余" in printed or "多" in printed) and _INSIDE.search(printed))):
        return value
    try:
        said: Q = type(value).parse(f"{first}{printed}{last}")  # type: ignore[assignment]
    except QuantityError:  # 约12.86万吨: no count of single things
        return hedged(value, "about")
    return said


def nothing() -> Amount:
    """Return the change of an amount that is said not to have changed."""
    return _NOTHING


def _decimal(value: str) -> Decimal:
    return Decimal(value.replace(",", ""))
