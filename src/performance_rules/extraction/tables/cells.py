"""What a cell says: an amount, a count, a percentage, or why it says none."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from attrs import evolve

from performance_rules.extraction.tokens.normal import halved
from performance_rules.values.quantity import (
    POWERS,
    Amount,
    Count,
    Percent,
    Quantity,
    QuantityError,
    is_blank,
)

SCORES: Final = ("weight", "score")
RESULTS: Final = ("target", "actual")

MONEY_UNITS: Final = tuple(POWERS)
_PLAIN: Final = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,9})?")
_BOUND: Final = re.compile(r"^[≥≤＞＜>=<＝不低于高大小超过少]+")
"""A target is a bound; which side of it is good the score sheet does not say."""

_SIGNS: Final = re.compile(r"^(?:人民币|[￥¥'])\s*(?=[约近负0-9])")
_BELOW: Final = re.compile(r"^负(?=[0-9])")


def percent_in(text: str) -> Percent | None:
    """Return the percentage of a cell, with or without its sign."""
    try:
        return None if is_blank(text) else Percent.of(text)
    except QuantityError:
        return None


def fraction_in(text: str) -> Percent | None:
    """Return the percentage of a cell that prints 7.66 % as 0.0766."""
    value = _decimal(text)
    return None if value is None else Percent.of(value.scaleb(2))


def are_fractions(texts: Iterable[str]) -> bool:
    """Whether a column of shares is printed without signs, as parts of one: they make up its 1."""
    found = [value for text in texts if (value := _decimal(text)) is not None]
    return found.count(Decimal(1)) == 1 and abs(sum(found, Decimal(-2))) < Decimal("0.01")


def _decimal(text: str) -> Decimal | None:
    plain = halved(text).strip()
    return Decimal(plain) if _PLAIN.fullmatch(plain) else None


def quantity_in(
    text: str, column: str, unit: str, *, counted: bool = False
) -> tuple[Quantity | None, str]:
    """Return the quantity of a cell, or why there is none; neither for words in place of one.

    Args:
        text: what is printed.
        column: the column of the line.
        unit: the unit that is printed beside the figures; empty for none.
        counted: whether the figure is a count.
    """
    try:
        if counted or column in SCORES:
            return Count.parse(text, "" if unit in (*MONEY_UNITS, "%") else unit), ""
        if column in RESULTS:
            return _result(text, unit), ""
        if unit not in ("", *MONEY_UNITS):
            return None, f"单位“{unit}”不是金额单位"
        if not unit and not any(word in text for word in ("元", "万", "亿", "无")):
            return None, "金额没有单位"
        return _amount(text, unit or None), ""
    except QuantityError as error:
        return None, str(error) if any(char.isdigit() for char in text) else ""


def _amount(text: str, unit: str | None) -> Amount:
    """Return an amount; the sign of a currency, and of a text in a workbook, says nothing."""
    plain = _BELOW.sub("-", _SIGNS.sub("", halved(text), count=1))
    made = Amount.parse(plain, unit)
    return made if plain == text else evolve(made, printed=text)


def _result(text: str, unit: str) -> Quantity:
    text = _BOUND.sub("", text)
    if "%" in text or "％" in text or unit == "%":
        return Percent.of(text)
    try:
        return Count.parse(text, "" if unit in MONEY_UNITS else unit)
    except QuantityError:
        return Amount.parse(text)
