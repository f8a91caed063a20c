"""Mends: the small slips of a pen or a hand that turn one printed figure into another."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Final

from attrs import evolve, frozen

from performance_rules.checking.miswritten import (
    OF_DIGITS,
    OF_SCALE,
    Slip,
    is_moved,
    is_signed,
    last_digit,
    slips_of,
)
from performance_rules.language.ground import Linear, RateCondition, value_of
from performance_rules.localize.network import Network, conditions_of
from performance_rules.report.nodes import Leaf
from performance_rules.values.precision import HUNDRED
from performance_rules.values.quantity import Percent, Quantity, format_scaled


@frozen
class Mend:
    """What a figure should be, and what went wrong with it.

    Attributes:
        figure: its number.
        value: what it should be, in 1/``SCALE`` of its unit.
        printed: the same as it would be printed.
        whole: the figure that was wrongly divided by.
        also: the sign of what goes the same way, a change or its rate.
    """

    slip: Slip
    figure: int
    value: int
    printed: str
    whole: int | None = None
    also: int | None = None


def mend_of(
    network: Network,
    figure: int,
    value: int,
    fits: Callable[[int], bool],
    *,
    several: bool = False,
) -> Mend | None:
    """Return the one small mend of a figure, or the one value it can have; None without one.

    Args:
        network: the report.
        figure: the number of the figure.
        value: a value that fits.
        fits: whether with a value the figure contradicts nothing any more.
        several: whether that is asked of several rules, which leave little room together.
    """
    found = _denominator(network, figure, fits)
    if found is not None:
        return found
    leaf = network.leaf(figure)
    if value == 0 or (value < 0 and not is_signed(leaf)):
        return None  # nobody prints a figure where there is none, or 18 vehicles for -18
    digit = last_digit(leaf)
    near = _reach(value, digit, fits)
    if isinstance(leaf.quantity, Percent) and near <= 2 * digit:
        near = digit  # a quotient is printed as it rounds, though one digit off is no contradiction
    kinds: dict[Slip, dict[int, Quantity]] = {}
    for slip in OF_DIGITS:
        for n, quantity in slips_of(leaf, slip):
            sharp = _SHARPER.get(slip, 0) if leaf.kind == "amount" else 0
            certain = near * sharp < max(abs(n), abs(leaf.n))
            if abs(n - value) < near and certain and fits(n):
                kinds.setdefault(slip, {}).setdefault(n, quantity)
    if near == digit and leaf.kind == "percent" and is_moved(leaf, Fraction(value)):
        kinds.setdefault("point", {})[value] = _with(leaf.quantity, value // digit)
    small = {n for slip, fitting in kinds.items() if slip != "digit" for n in fitting}
    exact = {n for slip in OF_DIGITS if slip != "digit" for n in kinds.get(slip, {}) if n == value}
    if exact and near > WIDE * digit:
        kinds = {
            slip: {value: fitting[value]} for slip, fitting in kinds.items() if value in fitting
        }
        small = exact  # of a limit much else fits, but only this makes both sides equal
    plain = next((set(kinds[slip]) for slip in OF_SCALE if slip in kinds), set[int]())
    chosen = plain or small or set(kinds.get("digit", ()))
    if len(chosen) == 1:
        (n,) = chosen
        slip = next(slip for slip, fitting in kinds.items() if n in fitting)
        like = kinds[slip][n]
        return Mend(
            slip, figure, n, str(like if slip in ("unit", "point") else _with(like, n // digit))
        )
    if not chosen and (other := _other(network, figure, fits)) is not None:
        return Mend("exact", figure, other.n, str(other.quantity))
    if not chosen and near > digit and several and near <= digit * _ROOM:
        made = [n for n in network.summed(figure) if fits(n)]
        value, near = (made[0], digit) if len(made) == 1 else (value, near)
    if not chosen and near == digit:
        return Mend("exact", figure, value, str(_with(leaf.quantity, value // digit)))
    return None


def turned_mend(network: Network, figure: int, other: int | None) -> Mend:
    """Return the mend of a change and its rate that went the other way."""
    leaf = network.leaf(figure)
    said = str(leaf.quantity)
    printed = said.removeprefix("-") if leaf.n < 0 else f"-{said}"
    return Mend("sign", figure, -leaf.n, printed, also=other)


def _other(network: Network, figure: int, fits: Callable[[int], bool]) -> Leaf | None:
    """Return the one number that the same figure is stated as elsewhere, if that fits."""
    own = network.leaf(figure)
    others = {
        leaf.n: leaf
        for place in network.touching.get(figure, ())
        if network.numbers[place] in network.broken
        for number in network.figures_of(place)
        if (leaf := network.leaf(number)).name == own.name and leaf.n != own.n
    }
    found = list(others.values())
    return found[0] if len(found) == 1 and fits(found[0].n) else None


def _reach(value: int, digit: int, fits: Callable[[int], bool]) -> int:
    """Return how far from a value that fits none fits any more, in steps that double."""
    reach = digit
    for _ in range(_DOUBLED):
        if not fits(value - reach) and not fits(value + reach):
            break
        reach *= 2
    return reach


_ROOM: Final = 8
"""How many last digits the roundings of several figures leave one that all of them make."""

WIDE: Final = 1000
"""So many times the last digit a figure may move only where it has to be no more than others."""

_SHARPER: Final[Mapping[Slip, int]] = {"unit": 10, "digit": 200}
"""How many times a figure is larger than what fits it, for a slip to say anything: where figures
are so round that anything fits another unit fits as well, and one digit of a rate without decimals.
"""

_DOUBLED: Final = 60


def _with(quantity: Quantity, digits: int) -> Quantity:
    """Return a quantity like another one, with other digits."""
    return evolve(quantity, value=Decimal(digits).scaleb(-quantity.decimals), printed="")


def _denominator(network: Network, figure: int, fits: Callable[[int], bool]) -> Mend | None:
    """Return the mend of a percentage that is one of another whole printed nearby."""
    said = network.leaf(figure).quantity
    if not isinstance(said, Percent):
        return None
    rates = [
        condition
        for place in network.touching.get(figure, ())
        if network.numbers[place] in network.broken
        for condition in conditions_of(place.asserts)
        if isinstance(condition, RateCondition)
        and [(network.one(n), k) for n, k in condition.claim.terms] == [(figure, 1)]
    ]
    for condition in rates:
        if condition.weight is None and (found := _of_another(network, condition, figure, fits)):
            return found
    return None


def _of_another(
    network: Network, condition: RateCondition, figure: int, fits: Callable[[int], bool]
) -> Mend | None:
    rate, values = condition.rate, network.tree.values
    top, whole = value_of(rate.numerator, values), value_of(rate.denominator, values)
    said = value_of(condition.claim, values)
    if whole <= 0:
        return None
    others: dict[int, int] = {}
    for number in _near(network, rate.numerator, rate.denominator):
        value = values[number]
        kind = network.leaf(number).kind
        if value <= 0 or value in (top, whole) or kind != rate.denominator.kind:
            continue
        if abs(HUNDRED * top - said * value) <= condition.half * value:
            others.setdefault(value, number)
    decimals = network.leaf(figure).quantity.decimals
    step = last_digit(network.leaf(figure))
    right = (2 * HUNDRED * top + whole * step) // (2 * whole * step) * step
    if len(others) != 1 or not fits(right):
        return None
    printed = format_scaled(right, "percent", decimals=decimals)
    return Mend("denominator", figure, right, printed, next(iter(others.values())))


def _near(network: Network, *forms: Linear) -> list[int]:
    """Return the figures of a quotient, and those that rules set beside them."""
    own = [network.one(number) for form in forms for number, _ in form.terms]
    found = dict.fromkeys(own)
    for number in own:
        for place in network.touching.get(number, ()):
            found.update(dict.fromkeys(sorted(network.figures_of(place))))
    return list(found)
