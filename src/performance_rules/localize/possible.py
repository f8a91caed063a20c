"""What each figure of an equation would have to be, where it is not known which one is wrong.

What fits elsewhere as it is printed stays, and so does what no number of its digits would settle,
or only one many times as large.  If one figure is left, that one is wrong; of two or three each is
told with what it would be.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from attrs import frozen

from performance_rules.checking.miswritten import is_signed, last_digit
from performance_rules.checking.plan import Place
from performance_rules.errors import Message
from performance_rules.language.explain import TIMES, spoken
from performance_rules.language.ground import LinearCondition, RateCondition, leaves_of, value_of
from performance_rules.localize.attempts import Attempt
from performance_rules.localize.carried import carried
from performance_rules.localize.choosing import is_listed, printed_witness
from performance_rules.localize.equations import equation_of
from performance_rules.localize.network import Network, conditions_of
from performance_rules.report.nodes import Leaf
from performance_rules.values.quantity import Amount, format_scaled

_FEWEST, _MOST = 3, 4
"""Of as many figures an equation is looked at: of two nothing tells them apart, of many all do."""

_FAR: Final = 5
"""Nobody writes a figure so many times as large as it should be, digit by digit."""


@frozen
class Possible:
    """What is told of an equation.

    Attributes:
        told: which figure should be what.
        figure: the one that is wrong, if only one can be.
        sure: whether all others fit elsewhere.
        kept: which figures fit elsewhere, and with what, where any does.
    """

    told: Message
    figure: int | None = None
    sure: bool = False
    kept: Message | None = None


@frozen
class _Way:
    figure: int
    right: str


def possible_of(
    network: Network, places: Sequence[int], attempts: Sequence[Attempt]
) -> Possible | None:
    """Return what can be wrong where one equation does not hold; None where that says nothing.

    Args:
        network: the report.
        places: the numbers of the places that fail.
        attempts: the figures whose change settles them.
    """
    equation = _equation(network, places)
    if equation is None:
        return None
    place, condition = equation
    figures = list(dict.fromkeys(network.one(n) for n in sorted(leaves_of(condition))))
    if not _FEWEST <= len(figures) <= _MOST:
        return None
    own = set(figures)
    kept = {n: text for n in figures if (text := _witness(network, n, own))}
    known = {one.figure: one for one in attempts}
    found = {n: _way(network, place, condition, n, known.get(n)) for n in figures}
    every = [way for way in found.values() if way is not None]
    ways = [way for way in every if way.figure not in kept]
    if len(every) <= 1 and _unreckoned(network, figures, kept, known):
        return None  # another may be wrong as well
    if len(every) == 1 and not ways:
        return Possible(_despite(network, every[0], kept[every[0].figure]), every[0].figure)
    if len(ways) == 1 and (kept or len(figures) == _FEWEST):
        return _alone(network, ways[0], figures, kept)
    if kept or not 1 < len(ways) <= _EITHER:
        return None
    return Possible(_either(network, ways))


def _unreckoned(
    network: Network,
    figures: Sequence[int],
    kept: Mapping[int, str],
    known: Mapping[int, Attempt],
) -> bool:
    """Whether a change may be wrong: which way it goes is in its words, and it is not reckoned."""
    return any(n in known and n not in kept and is_signed(network.leaf(n)) for n in figures)


_REASONS: Final = 2
_EITHER: Final = 3


def _equation(
    network: Network, places: Sequence[int]
) -> tuple[Place, LinearCondition | RateCondition] | None:
    """Return the one equation of several figures that a place consists of."""
    if len(places) != 1:
        return None
    place = network.broken[places[0]]
    found = [
        one
        for one in conditions_of(place.asserts)
        if one.op == "==" and len({network.one(n) for n in leaves_of(one)}) >= _FEWEST
    ]
    return (place, found[0]) if len(found) == 1 else None


def _witness(network: Network, figure: int, own: set[int]) -> str:
    return printed_witness(network, figure, own) or equation_of(network, figure, own)


def _way(
    network: Network,
    place: Place,
    condition: LinearCondition | RateCondition,
    figure: int,
    attempt: Attempt | None,
) -> _Way | None:
    """Return what a figure would have to be; None for what nobody would have written."""
    leaf = network.leaf(figure)
    if TIMES in leaf.quantity.printed or is_signed(leaf) or is_listed(network, figure):
        return None
    value = _value(network, condition, figure, attempt)
    if value is None or value <= 0 or leaf.n <= 0:
        return None
    if leaf.kind != "percent" and not leaf.n < _FAR * value < _FAR * _FAR * leaf.n:
        return None
    if not list(network.settled({figure: value}, [place])):
        return None
    return _Way(figure, _printed(leaf, value))


def _value(
    network: Network,
    condition: LinearCondition | RateCondition,
    figure: int,
    attempt: Attempt | None,
) -> int | None:
    """Return the one number, with the digits that are printed, which a figure can only be."""
    leaf = network.leaf(figure)
    digit = last_digit(leaf)
    values = network.values_for(figure, {})
    if isinstance(condition, RateCondition) and condition.rate.kind == "percent":
        if figure in (network.one(n) for n, _ in condition.claim.terms):
            return next((value for value in values if value % digit == 0), None)
        mend = attempt.mend if attempt is not None and leaf.kind == "count" else None
        return mend.value if mend is not None else None  # many amounts make a rate
    return next(
        (v for v in values if v % digit == 0 and _is_exact(network, condition, figure, v)), None
    )


def _is_exact(
    network: Network, condition: LinearCondition | RateCondition, figure: int, value: int
) -> bool:
    """Whether both sides are equal to the last digit once a figure has another value."""
    values = list(network.tree.values)
    for twin in network.twins.get(figure, (figure,)):
        values[twin] = value
    if isinstance(condition, LinearCondition):
        return condition.constant + sum(k * values[n] for n, k in condition.terms) == 0
    rate = condition.rate
    top, bottom = value_of(rate.numerator, values), value_of(rate.denominator, values)
    weight = condition.weight
    whole = rate.whole if weight is None else value_of(weight, values)
    return whole * top == value_of(condition.claim, values) * bottom


def _printed(leaf: Leaf, value: int) -> str:
    quantity = leaf.quantity
    unit = quantity.unit if isinstance(quantity, Amount) or leaf.kind == "count" else "%"
    return format_scaled(value, leaf.kind, unit, decimals=quantity.decimals)


def _alone(
    network: Network, way: _Way, figures: Sequence[int], kept: Mapping[int, str]
) -> Possible:
    """Return that one figure is wrong, with the sums that the others make."""
    sure = all(n in kept for n in figures if n != way.figure)
    sums = list(dict.fromkeys(kept.values()))[:_REASONS]
    names = [spoken(network.leaf(n).quantity) for n in kept]
    sides = {
        "sums": Message("；".join(sums), "; ".join(sums)),
        "names": Message("、".join(names), ", ".join(names)),
    }
    rated = network.leaf(way.figure).kind == "percent"  # its own sum is shown, and says enough
    fits = _FITS.filled(**sides)
    why = (_REST if sure else _STANDS if rated else _FITS).filled(**sides)
    said = spoken(network.leaf(way.figure).quantity)
    if not kept and rated:
        return Possible(_RECKONED.filled(said=said, right=way.right), way.figure)
    told = (_SHOULD if sure else _MAY).filled(
        said=said, right=way.right, why=why if kept else _NONE
    )
    return Possible(told, way.figure, sure, fits if kept else None)


_SHOULD: Final = Message("{said} 应为 {right}（{why}）", "{said} should be {right} ({why})")
_MAY: Final = Message("{said} 可能应为 {right}（{why}）", "{said} may be {right} ({why})")
_RECKONED: Final = Message(
    "{said} 按所写的另外两个数算，应为 {right}", "by the other two figures {said} should be {right}"
)
_REST: Final = Message("其余的数都与别处相符：{sums}", "the other figures fit elsewhere: {sums}")
_STANDS: Final = Message("{names} 与别处相符", "{names} fits elsewhere")
_FITS: Final = Message("{names} 与别处相符：{sums}", "{names} fits elsewhere: {sums}")
"""Where not all the others do, it is not the sum that was made with it that is to be looked at."""
_NONE: Final = Message("改别的数都除不尽", "no other figure would settle it evenly")


def _despite(network: Network, way: _Way, against: str) -> Message:
    """Return that a figure is wrong with which a sum was made."""
    said = spoken(network.leaf(way.figure).quantity)
    told = _MAY.filled(said=said, right=way.right, why=_NONE)
    return carried(told, against, said, way.right)


def _either(network: Network, ways: Sequence[_Way]) -> Message:
    zh = [f"{spoken(network.leaf(way.figure).quantity)} 改为 {way.right}" for way in ways]
    en = [f"{spoken(network.leaf(way.figure).quantity)} to {way.right}" for way in ways]
    return _ONE_OF.filled(ways=Message("，或 ".join(zh), ", or ".join(en)))


_ONE_OF: Final = Message("{ways}，改一处即相符", "either {ways} would settle it")


def alike_told(network: Network, attempts: Sequence[Attempt]) -> Message | None:
    """Return how little two statements of one figure differ, where either may be the slip."""
    slips = {one.mend.slip for one in attempts if one.mend is not None}
    if len(attempts) != _PAIR or len(slips) != 1:
        return None
    how = _ALIKE.get(slips.pop())
    first, second = (network.leaf(one.figure) for one in attempts)
    if how is None or first.name != second.name:
        return None
    return _COPIED.filled(first=spoken(first.quantity), second=spoken(second.quantity), how=how)


_PAIR: Final = 2
_ALIKE: Final[Mapping[str, Message]] = {
    "exchanged": Message("相邻两位数字的先后", "two digits that are exchanged"),
    "digit": Message("一位数字", "one digit"),
}
_COPIED: Final = Message(
    "{first} 和 {second} 只差{how}，多半是其中一处抄错",
    "{first} and {second} differ by {how}; most likely one was copied wrongly",
)
