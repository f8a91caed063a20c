"""Attempts: figures whose change settles contradictions, and what comes of changing each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from attrs import evolve, field, frozen

from performance_rules.checking.miswritten import SLIPS, is_signed
from performance_rules.localize.equations import needed_by
from performance_rules.localize.mends import Mend, mend_of, turned_mend
from performance_rules.localize.network import Network

TRIED: Final = 12
"""Of how many equally good figures a small mend is looked for."""

_MOST: Final = 300
"""Most figures of which it is tried what their change settles."""


@frozen
class Attempt:
    """A figure, the value that suits it best, and what comes of it.

    Attributes:
        settled: the places that no longer fail.
        made: how many places fail then that did not.
        vouched: how many other equations the figure fits as it is printed.
        odd: what else makes it more or less likely.
        mend: what it should be, where that was looked for.
        against: the equations with the figure that fail even so, where nothing else is changed.
        also: what else is changed with it: the sign of a rate with that of its change.
        turned: whether it is a change that went the other way.
    """

    figure: int
    value: int
    settled: frozenset[int]
    made: int
    vouched: int = 0
    odd: int = 0
    mend: Mend | None = field(default=None, eq=False)
    against: frozenset[int] = frozenset()
    also: Mapping[int, int] = field(factory=dict, eq=False)
    turned: bool = False

    @property
    def gain(self) -> int:
        """By how many there are fewer contradictions."""
        return len(self.settled) - self.made

    @property
    def rank(self) -> tuple[int, int, int, int]:
        """How likely it is among figures that settle the same: the smaller the likelier."""
        slip = SLIPS.index(self.mend.slip) if self.mend else len(SLIPS)
        return self.odd, slip // _ALIKE, self.vouched, slip

    @property
    def slipped(self) -> bool:
        """Whether a slip explains it, if only that of one digit."""
        return self.mend is not None and self.mend.slip in SLIPS[: _ALIKE + 1]

    @property
    def small(self) -> bool:
        """Whether a slip of the pen explains it."""
        return self.mend is not None and SLIPS.index(self.mend.slip) < _ALIKE


_ALIKE: Final = SLIPS.index("digit")
"""Slips before this one are real ones; a digit mistaken explains any difference."""


def attempts_at(network: Network, left: set[int], changed: Mapping[int, int]) -> list[Attempt]:
    """Return what comes of changing each figure of some places, where it is for the better."""
    places = [network.broken[index] for index in sorted(left)]
    figures = dict.fromkeys(n for place in places for n in sorted(network.figures_of(place)))
    before = network.fails(changed) if changed else set()
    found = []
    for figure in list(figures)[:_MOST]:
        if figure in changed:
            continue
        touched = {network.numbers[place] for place in network.touching.get(figure, ())}
        failed = [network.broken[index] for index in sorted(left & touched)]
        best: Attempt | None = None
        for value in network.values_for(figure, changed):
            tried = {**changed, figure: value}
            settled = frozenset(network.settled(tried, failed))
            if best is not None and len(settled) <= best.gain:
                continue
            made = len(network.fails(tried) - left - before - network.broken.keys())
            if best is None or len(settled) - made > best.gain:
                best = Attempt(figure, value, settled, made)
        turned = _turned(network, figure, changed, left, before)
        if turned is not None and (best is None or turned.gain >= best.gain):
            best = turned
        if best is not None and best.gain > 0:
            found.append(best)
    return found


def _turned(
    network: Network, figure: int, changed: Mapping[int, int], left: set[int], before: set[int]
) -> Attempt | None:
    """Return what comes of turning a change and its rate round, if that is what is wrong."""
    if not is_signed(network.leaf(figure)):
        return None
    other = network.beside(figure)
    numbers = [figure] if other is None else [figure, other]
    if other in changed or (other is not None and network.leaf(figure).path.endswith(".rate")):
        return None  # it is told of the change
    turned = {number: -network.leaf(number).n for number in numbers}
    tried = {**changed, **turned}
    settled = frozenset(network.settled(tried, [network.broken[n] for n in sorted(left)]))
    looked = [network.figures_of(network.broken[n]) for n in settled]
    if not all(any(number in own for own in looked) for number in numbers):
        return None
    words = {network.broken[n].bound for n in settled}  # they say which way, and are mended as well
    settled |= {n for n in left if network.broken[n].bound in words}
    failing = network.fails(tried) - left - before - network.broken.keys()
    made = sum(place.bound not in words for place in network.those(failing))
    also = {n: value for n, value in turned.items() if n != figure}
    return Attempt(figure, turned[figure], settled, made, also=also, turned=True)


def own_of(network: Network, one: Attempt) -> set[int]:
    """Return the figures of the places that a change settles."""
    return {n for index in one.settled for n in network.figures_of(network.broken[index])}


def vouched(network: Network, one: Attempt) -> Attempt:
    """Return an attempt with how likely it is by what else is printed."""
    values = network.tree.values
    holding = network.attested(one.figure, own_of(network, one))
    leaf = network.leaf(one.figure)
    if one.turned:
        return evolve(one, vouched=holding)
    odd = 1 if one.value < 0 <= values[one.figure] and not is_signed(leaf) else 0
    odd -= 1 if network.outgrown(one.figure) else 0
    return evolve(one, vouched=holding, odd=odd)


def mended(network: Network, one: Attempt, changed: Mapping[int, int]) -> Attempt:
    """Return an attempt with the small mend of its figure, if there is one."""
    if one.turned:
        return evolve(one, mend=turned_mend(network, one.figure, next(iter(one.also), None)))
    settled = [network.broken[index] for index in sorted(one.settled)]
    before = network.fails({**changed, one.figure: one.value})

    def fits(value: int) -> bool:
        tried = {**changed, one.figure: value}
        holding = sum(1 for _ in network.settled(tried, settled))
        return holding == len(settled) and network.fails(tried) <= before

    mend = mend_of(network, one.figure, one.value, fits, several=len(settled) > 1)
    alone = network.fails({one.figure: one.value if mend is None else mend.value})
    touched = {
        network.numbers[place]
        for place in network.equating(one.figure)
        if network.numbers[place] not in network.broken
        or one.figure in map(network.one, needed_by(place.asserts))
    }
    return evolve(one, mend=mend, against=frozenset(alone & touched))
