"""Units: figures that are printed together in another unit than those they are added to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from performance_rules.checking.miswritten import UNITS, units_beside
from performance_rules.checking.plan import Place
from performance_rules.localize.network import Network
from performance_rules.values.quantity import Amount

_TEN_THOUSAND: Final = 10_000


def units_of(network: Network, places: Sequence[Place]) -> Iterator[tuple[tuple[int, ...], str]]:
    """Yield the figures that settle some places together in another unit, and that unit.

    There are several of them, and the report prints others, also at these places, in that unit.
    """
    own = sorted({n for place in places for n in network.figures_of(place)})
    groups: dict[str, list[int]] = {}
    for number in own:
        quantity = network.leaf(number).quantity
        if isinstance(quantity, Amount) and quantity.value:
            groups.setdefault(quantity.unit, []).append(number)
    before = network.fails({})
    usual = Counter(leaf.quantity.unit for leaf in network.tree.leaves if leaf.kind == "amount")
    for unit, figures in groups.items():
        for other in units_beside(network.leaf(figures[0]).quantity):
            changed = {n: _moved(network, n, unit, other) for n in figures}
            rare = usual[unit] < usual[other] and other in groups
            if len(figures) < 2 or not rare or not all(changed.values()):
                continue
            settled = len(list(network.settled(changed, places)))
            if settled == len(places) and network.fails(changed) < before:
                yield tuple(figures), other


def _moved(network: Network, number: int, unit: str, other: str) -> int:
    """Return a figure in another unit; 0 where it has too many digits for it."""
    n = network.leaf(number).n
    if UNITS.index(other) > UNITS.index(unit):
        return n * _TEN_THOUSAND
    small, rest = divmod(n, _TEN_THOUSAND)
    return 0 if rest else small
