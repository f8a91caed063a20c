"""Slips: what a figure may have been meant as, where a pen or a hand slipped."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Final, Literal, get_args

from attrs import evolve

from performance_rules.report.nodes import Leaf
from performance_rules.values import precision
from performance_rules.values.quantity import SCALE, Amount, Quantity

UNITS: Final = ("元", "万元", "亿元")
_TEN_THOUSAND: Final = 10_000

Slip = Literal[
    "denominator", "unit", "sign", "point", "exchanged", "lost", "doubled", "digit", "exact"
]
SLIPS: Final[tuple[Slip, ...]] = get_args(Slip)
"""What went wrong: another whole was divided by, another unit, the sign, the decimal point, two
digits exchanged, one lost, one doubled, one mistaken; or it is only known what it should be."""

_LONGEST: Final = 20
"""A figure of more digits than these is no figure that somebody wrote."""

SHORTEST: Final = 3
"""Of fewer digits any is soon made of any other."""


OF_SCALE: Final[tuple[Slip, ...]] = ("unit", "sign", "point")
"""Slips that leave all digits as they are; a figure has one of each at most."""

OF_DIGITS: Final[tuple[Slip, ...]] = (*OF_SCALE, "exchanged", "lost", "doubled", "digit")
"""Slips of one figure alone."""


_SIGNED: Final = ("change", "rate")


def last_digit(leaf: Leaf) -> int:
    """Return one unit of the last printed digit of a figure."""
    quantity = leaf.quantity
    if isinstance(quantity, Amount):
        return precision.last_digit(quantity)
    return SCALE // int(10**quantity.decimals)


def units_beside(quantity: Quantity) -> tuple[str, ...]:
    """Return the units of an amount that are mistaken for its own."""
    if not isinstance(quantity, Amount) or quantity.unit not in UNITS:
        return ()
    at = UNITS.index(quantity.unit)
    return (*UNITS[at + 1 : at + 2], *UNITS[max(0, at - 1) : at])


def unit_slips(leaf: Leaf) -> Iterator[int]:
    """Yield what an amount would be in the units that are mistaken for its own."""
    for unit in units_beside(leaf.quantity) if leaf.n else ():
        if UNITS.index(unit) > UNITS.index(leaf.quantity.unit):
            yield leaf.n * _TEN_THOUSAND
        elif not leaf.n % _TEN_THOUSAND:
            yield leaf.n // _TEN_THOUSAND


def is_signed(leaf: Leaf) -> bool:
    """Whether a figure may be below zero: a change, and by how much something changed."""
    return leaf.path.rpartition(".")[2] in _SIGNED


def slips_of(leaf: Leaf, slip: Slip) -> Iterator[tuple[int, Quantity]]:
    """Yield what a figure may have been meant as, each with what it would be printed like."""
    quantity, step = leaf.quantity, last_digit(leaf)
    if slip == "unit":
        if isinstance(quantity, Amount):
            yield from _in_units(quantity)
        return
    number = leaf.n // step
    if slip == "sign":
        if number and is_signed(leaf):
            yield -leaf.n, quantity
        return
    if slip == "point":
        if quantity.decimals and len(str(abs(number)).strip("0")) >= SHORTEST:
            yield from _pointed(quantity)
        return
    sign, digits = (-1 if number < 0 else 1), str(abs(number))
    if len(digits) <= _LONGEST and (len(digits) >= SHORTEST or slip == "digit"):
        for changed in dict.fromkeys(_edits(digits.zfill(quantity.decimals + 1), slip)):
            other_number = sign * int(changed)
            if other_number != number:
                yield other_number * step, quantity


def is_moved(leaf: Leaf, value: Fraction) -> bool:
    """Whether a rate has the digits of what it should be, as many as it shows: 2.21% of 22.06%.

    With its point further on it shows fewer digits behind it; of two digits one in fifty fits by
    chance.
    """
    step = last_digit(leaf)
    if abs(leaf.n) // step < 10 ** (SHORTEST - 1):
        return False
    return any(2 * abs(value - leaf.n * ten) <= step * ten for ten in MOVED)


MOVED: Final = (10, 100)
"""How many times as large a rate is with its point one or two digits on."""

_TENS: Final = (1, 2)
"""How far a decimal point is misplaced."""

_CENTS: Final = 2
"""As many digits most figures have behind the point."""


def _in_units(quantity: Amount) -> Iterator[tuple[int, Quantity]]:
    """Yield an amount in the units that are mistaken for its own."""
    for unit in units_beside(quantity):
        try:
            other = evolve(quantity, unit=unit)
        except ValueError:  # more decimals than 元 has
            continue
        yield other.n, other


def _pointed(quantity: Quantity) -> Iterator[tuple[int, Quantity]]:
    """Yield a quantity with its decimal point elsewhere, with no fewer digits behind it."""
    few = max(quantity.decimals, _CENTS)
    for tens in (*_TENS, *(-one for one in _TENS)):
        value = quantity.value.scaleb(tens)
        size = value.quantize(Decimal(1).scaleb(-few), ROUND_HALF_UP)
        other = evolve(quantity, value=size, printed="")
        yield other.n, other


def _edits(digits: str, slip: Slip) -> Iterator[str]:
    ten = "0123456789"
    count = len(digits)
    if slip == "exchanged":
        for i in range(count - 1):
            yield digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :]
    elif slip == "lost":
        yield from (digits[:i] + d + digits[i:] for i in range(count + 1) for d in ten)
    elif slip == "doubled":
        yield from (digits[:i] + digits[i + 1 :] or "0" for i in range(count))
    elif slip == "digit":
        yield from (digits[:i] + d + digits[i + 1 :] for i in range(count) for d in ten)
