"""Numbers of tokens as printed quantities."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from performance_rules.extraction.scan import Token
from performance_rules.values import Amount, Count, Percent, QuantityError

_NOTHING: Final = Amount.of(0, exact=True)


def amount(token: Token, unit: str = "") -> Amount | None:
    """Return the amount of a token, in its own unit or the one its paragraph fixes."""
    try:
        return Amount(_decimal(token), token.unit or unit, printed=_printed(token, unit))
    except QuantityError:
        return None


def percent(token: Token) -> Percent | None:
    """Return the percentage of a token."""
    try:
        return Percent(_decimal(token), printed=f"{token.value}%")
    except QuantityError:
        return None


def count(token: Token) -> Count | None:
    """Return the number of things of a token."""
    try:
        return Count(_decimal(token), token.unit, printed=_printed(token))
    except QuantityError:
        return None


def points(token: Token) -> Count | None:
    """Return the points of a token; like those of a score sheet they have no unit."""
    try:
        return Count(_decimal(token), printed=token.value)
    except QuantityError:
        return None


def signed_amount(value: Amount, direction: str) -> Amount:
    """Return a change with the sign of its direction word."""
    if direction != "down":
        return value
    return Amount(-abs(value.value), value.unit, step=value.step, printed=value.printed)


def signed_percent(value: Percent, direction: str) -> Percent:
    """Return a rate with the sign of its direction word."""
    if direction != "down":
        return value
    return Percent(-abs(value.value), step=value.step, printed=value.printed)


def nothing() -> Amount:
    """Return the change of an amount that is said not to have changed."""
    return _NOTHING


def _decimal(token: Token) -> Decimal:
    return Decimal(token.value.replace(",", ""))


def _printed(token: Token, unit: str = "") -> str:
    return f"{token.value}{token.unit or unit}"
