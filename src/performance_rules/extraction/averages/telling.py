"""Whether an amount over a number is so near an average that it was meant to be it."""

from __future__ import annotations

from typing import Final

from performance_rules.extraction.figures.slips import slip
from performance_rules.extraction.relations.prices.products import Product, agrees
from performance_rules.values.precision import last_digit
from performance_rules.values.quantity import SCALE, Amount

_FEWEST: Final = 2
"""So many digits an average must have where one of them is said to be wrong."""


def is_told(one: Product) -> bool:
    """Return whether a product agrees, comes out exactly, or is wrong by a digit alone.

    416万元 over 52座 is 8.0万元 each: that the quotient has no more digits than the average as it
    is printed is no chance.
    """
    return agrees(one) or is_even(one) or _is_slip(one)


def is_meant(one: Product) -> bool:
    """Return whether a product agrees, or comes out exactly and is wrong by a digit alone."""
    return agrees(one) or (is_even(one) and _is_slip(one))


def is_even(one: Product) -> bool:
    """Return whether the amount over the number has no more digits than the price."""
    price, amount = one.price.value, one.amount.value
    rough = amount.approximate or one.number.approximate
    if not isinstance(price, Amount) or rough or one.number.n <= 0:
        return False
    last = last_digit(price)
    while 0 < 10 * last < price.n and "." not in price.printed and price.n % (10 * last) == 0:
        last *= 10  # 22000元 has two digits
    return bool(last) and amount.n * SCALE % (one.number.n * last) == 0


def _is_slip(one: Product) -> bool:
    """Whether the price is the quotient, or the amount the product, with a digit exchanged."""
    price, amount = one.price.value, one.amount.value
    if not isinstance(price, Amount) or one.number.n <= 0:
        return False
    last = last_digit(price) or 1
    each = (2 * amount.n * SCALE // one.number.n + last) // (2 * last)
    return _near(each, price.n // last) or _near(price.n * one.number.n // SCALE, amount.n)


def _near(one: int, other: int) -> bool:
    enough = max(len(str(n).rstrip("0")) for n in (one, other)) >= _FEWEST
    return enough and slip(one, other) in ("changed", "exchanged")
