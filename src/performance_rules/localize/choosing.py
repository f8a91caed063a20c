"""Choosing: which of several figures has to be mended, and how sure that is.

It is the only one that a slip explains; what speaks for a figure as it is printed speaks against
its mend.  Where two may be wrong none is chosen.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import evolve, frozen

from performance_rules.language.explain import spoken
from performance_rules.language.ground import RateCondition, value_of
from performance_rules.localize.attempts import TRIED, Attempt, own_of
from performance_rules.localize.equations import equation_of, equation_with
from performance_rules.localize.mends import Mend, mend_of
from performance_rules.localize.network import Network, conditions_of
from performance_rules.localize.witnesses import is_printed, shares_of, witness_of
from performance_rules.values.precision import HUNDRED
from performance_rules.values.quantity import format_scaled


@frozen
class Choice:
    """The figure to be mended.

    Attributes:
        attempt: what comes of mending it.
        sure: whether it should be what the mend says, or only may.
        reason: the sum that speaks for the mend.
        against: the sum that was made with the figure as it is printed.
        printed: whether what it should be is printed near by.
    """

    attempt: Attempt
    sure: bool
    reason: str = ""
    against: str = ""
    printed: bool = False


def choice_of(network: Network, attempts: Sequence[Attempt], left: set[int]) -> Choice | None:
    """Return the figure to be mended; None where that is not known.

    Args:
        network: the report.
        attempts: the figures that settle some contradictions, the likeliest first.
        left: the figures that are in dispute whatever is mended.
    """
    attempts = [one for one in attempts if _is_written(network, one)]
    if not attempts:
        return None
    first = attempts[0]
    own = own_of(network, first)
    open_ = [
        one
        for one in attempts
        if not printed_witness(network, one.figure, own) and not is_listed(network, one.figure)
    ]
    certain = first in open_ and first.mend is not None and not first.against
    if certain and is_certain(network, attempts) and _is_telling(network, first):
        sure = not left & (own - {first.figure}) and _is_sure(network, attempts, open_)
        sure = sure and not (first.turned and any(_ways(network, first)))
        return Choice(first, sure, _ground(network, first, own))
    slips = [one for one in open_ if one.slipped and not one.against and _is_telling(network, one)]
    if len(attempts) > TRIED:
        return None
    if not slips:
        return _despite(network, attempts, own) or _printed(network, open_, own)
    if len(slips) == 1:
        (one,) = slips
        if one.turned and (ways := _ways(network, one)) and not any(ways):
            return Choice(one, sure=True)
        reason = _reason(network, one, own)
        kept = len(open_) == 1 and len(attempts) > 1
        return Choice(one, bool(reason) or (one.small and kept), reason)
    spoken_for = [(one, reason) for one in slips if (reason := _reason(network, one, own))]
    if len(spoken_for) != 1:
        return None if spoken_for else _printed(network, open_, own)
    ((one, reason),) = spoken_for
    return Choice(one, sure=True, reason=reason)


def _is_written(network: Network, one: Attempt) -> bool:
    """Whether a figure can be wrong by a slip of the pen: nobody miswrites a zero."""
    leaf = network.leaf(one.figure)
    return leaf.kind != "amount" or bool(leaf.n)


def _printed(network: Network, attempts: Sequence[Attempt], own: set[int]) -> Choice | None:
    """Return the one figure that is printed near by as what settles it; nobody miswrites a zero."""
    near = [
        one
        for one in attempts
        if network.leaf(one.figure).kind == "amount"
        and network.leaf(one.figure).n
        and not one.against
        and is_printed(network.tree, own, one.value)
    ]
    if len(near) != 1:
        return None
    (one,) = near
    like = network.leaf(one.figure).quantity
    said = format_scaled(one.value, "amount", like.unit, decimals=like.decimals)
    mend = one.mend or Mend("exact", one.figure, one.value, said)
    return Choice(evolve(one, mend=mend), sure=False, printed=True)


def is_certain(network: Network, attempts: Sequence[Attempt]) -> bool:
    """Whether it is the first of some figures that has to be mended.

    What would mend one figure of several that may be wrong says little, unless it is a slip, or
    each of the others, and not this one, fits further numbers as it is printed.
    """
    first, *rest = attempts
    if not rest or (first.small and not any(one.small for one in rest)):
        return True
    own = own_of(network, first)
    return not network.attested(first.figure, own) and all(
        network.attested(one.figure, own) for one in rest
    )


def _is_sure(network: Network, attempts: Sequence[Attempt], open_: Sequence[Attempt]) -> bool:
    """Whether nothing but the first of some figures can be what is wrong.

    A rate is reckoned from amounts, and of two statements of a figure the one with the slip is
    wrong.  Of a sum two digits of any part may differ by as much, if nothing speaks for the others.
    """
    first, *rest = attempts
    exchanged = first.mend is not None and first.mend.slip == "exchanged"
    if not exchanged or network.leaf(first.figure).kind == "percent":
        return True
    own = own_of(network, first)
    doubted = [one for one in rest if one in open_ and not network.attested(one.figure, own)]
    return not doubted or len(own) <= _PAIR


_PAIR: Final = 2
"""As many figures are at odds where two statements are."""


def _ways(network: Network, one: Attempt) -> list[bool]:
    """Return of each rate of a change that went the other way whether it fits both ways.

    A change is as large whichever of two figures is the earlier one; a rate is not, unless it is
    so small or round that it fits either.
    """
    own, values = {one.figure, *one.also}, network.tree.values
    found = []
    for index in one.settled:
        for condition in conditions_of(network.broken[index].asserts):
            if not isinstance(condition, RateCondition) or condition.weight is not None:
                continue
            whole = condition.rate.denominator
            said = {network.one(n) for n, _ in condition.claim.terms}
            if said <= own and not own & {network.one(n) for n, _ in whole.terms}:
                gap = value_of(condition.rate.numerator, values)
                later = abs(value_of(whole, values) + gap)
                claim = value_of(condition.claim, values)
                found.append(abs(-HUNDRED * gap - claim * later) <= condition.half * later)
    return found


def _is_telling(network: Network, one: Attempt) -> bool:
    """Whether a slip says anything: something has to equal what it makes of a figure."""
    if one.mend is None or one.mend.slip in _ANYWAY:
        return True
    if one.small and one.mend.value == one.value:
        return True  # with it both sides are equal, which is more than they have to be
    places = [list(conditions_of(network.broken[index].asserts)) for index in one.settled]
    if any(_is_price(network, one.figure, c) for place in places for c in place):
        return one.mend.value == one.value  # a mean is rounded, and many numbers make it
    equal = any(condition.op == "==" for place in places for condition in place)
    if one.mend.slip == "digit" and network.leaf(one.figure).kind != "percent":
        # with one digit changed an amount soon makes a rate, which has few
        rated = all(any(_is_rate(network, c) for c in place) for place in places)
        return equal and (not rated or bool(_reason(network, one, own_of(network, one))))
    return equal


def _is_rate(network: Network, condition: object) -> bool:
    """Whether a comparison is of a percentage that is printed; a price leaves one amount alone."""
    if not isinstance(condition, RateCondition):
        return False
    return any(network.leaf(number).kind == "percent" for number, _ in condition.claim.terms)


def _is_price(network: Network, figure: int, condition: object) -> bool:
    """Whether a comparison is of a price that a figure is divided by, or divided for."""
    if not isinstance(condition, RateCondition) or condition.rate.kind != "amount":
        return False
    return figure not in (network.one(number) for number, _ in condition.claim.terms)


_ANYWAY: Final = ("denominator", "unit", "sign", "exact")
"""What is wrong whatever it is compared with."""


def printed_witness(network: Network, figure: int, own: set[int]) -> str:
    """Return the sum that a figure makes with others as it is printed; empty where none is."""
    leaf = network.leaf(figure)
    return witness_of(network.tree, figure, own, leaf.n, spoken(leaf.quantity))


def is_listed(network: Network, figure: int) -> bool:
    """Whether the parts that are listed of a figure add up to it as it is printed.

    Nobody says that all of them are listed; whoever mends it has to mend one of them as well.
    """
    now = network.leaf(figure).n
    for node in network.nodes_of(figure):
        for breakdown in node.line.breakdowns:
            figures = [part.figures.get(node.column) for part in breakdown.lines]
            known = [one.leaves for one in figures if one is not None and one.leaves]
            values = [{network.leaf(n).n for n in leaves} for leaves in known]
            single = now > 0 and all(len(one) == 1 for one in values)
            if single and sum(one.pop() for one in values) == now:
                return True
    return False


def _reason(network: Network, one: Attempt, own: set[int]) -> str:
    """Return the sum that a figure makes with others once it is mended."""
    mend = one.mend
    if mend is None:
        return ""
    if network.leaf(one.figure).kind == "percent":
        return shares_of(network.tree, one.figure, mend.value, mend.printed)
    return witness_of(network.tree, one.figure, own, mend.value, mend.printed)


def _ground(network: Network, one: Attempt, own: set[int]) -> str:
    """Return what speaks for a mend: a sum it makes, or one of the figure that it is taken from."""
    mend = one.mend
    if mend is None or mend.slip in ("sign", "denominator"):
        return ""
    if reason := _reason(network, one, own):
        return reason
    if network.leaf(one.figure).kind == "percent":
        others = sorted(own - {one.figure})
        sums = [printed_witness(network, n, own) or equation_of(network, n, own) for n in others]
        return "；".join(dict.fromkeys(filter(None, sums)))
    if len(one.settled) > 1:
        below = one.settled - {min(one.settled)}  # the first is told with its own sum
        return next(equation_with(network, one.figure, mend.value, mend.printed, below), "")
    name = network.leaf(one.figure).name
    alike = (n for n in sorted(own) if network.leaf(n).n == mend.value)
    same = (n for n in alike if network.leaf(n).name == name)
    told = (printed_witness(network, n, own) or equation_of(network, n, own) for n in same)
    return next(filter(None, told), "")


def _despite(network: Network, attempts: Sequence[Attempt], own: set[int]) -> Choice | None:
    """Return the one figure of which two digits are exchanged, though a sum was made with it."""
    broken = [network.broken[index] for index in sorted(attempts[0].settled)]
    found = []
    for figure in sorted(own - {one.figure for one in attempts}):

        def fits(value: int, figure: int = figure) -> bool:
            return len(list(network.settled({figure: value}, broken))) == len(broken)

        values = (value for value in network.values_for(figure, {}) if fits(value))
        for mend in (mend_of(network, figure, value, fits) for value in values):
            if mend is not None and mend.slip == "exchanged":
                one = Attempt(figure, mend.value, attempts[0].settled, 1, mend=mend)
                found.append(one)
                break
    if len(found) != 1:
        return None
    against = printed_witness(network, found[0].figure, own)
    rated = any(_is_rate(network, c) for place in broken for c in conditions_of(place.asserts))
    if rated and not against:
        return None  # it may be by chance: a rate has few digits, and what it is of has many
    return Choice(found[0], sure=False, against=against)
