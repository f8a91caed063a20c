"""The smallest set of figures whose change settles contradictions, by mixed-integer programming.

After Fellegi and Holt: of all ways to make every rule hold the one that changes fewest figures.
What is linear is told to the solver as it is; a rate is linear while its claim stays, and free once
the claim is changed; of what is neither it is only asked that one of its figures changes.  The
answer is a proposal: it is tried with the conditions of the check before anybody sees it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final

from attrs import frozen

from performance_rules.checking.plan import PASS, ROUNDING, Place
from performance_rules.language.ground import (
    Condition,
    Every,
    LinearCondition,
    RateCondition,
    value_of,
)
from performance_rules.localize.network import Network
from performance_rules.values.precision import HUNDRED

_SECONDS: Final = 2.0
_FARTHEST: Final = 3.0
"""How far a figure may move, in times the largest one of its kind."""

_MOST: Final = 400
"""Most figures of a network that is handed to the solver."""


@frozen
class Inequality:
    """A linear condition: ``low ≤ Σ k·change ≤ high``, free once one of some figures changes."""

    terms: tuple[tuple[int, float], ...]
    low: float
    high: float
    free: tuple[int, ...] = ()


def smallest(network: Network, part: Iterable[int]) -> tuple[int, ...]:
    """Return the figures of the smallest set that settles some broken places.

    Nothing where there is none, where there are too many figures, or where HiGHS is not installed.
    """
    broken = [network.broken[index] for index in sorted(part)]
    figures = sorted({n for place in broken for n in network.figures_of(place)})
    if len(figures) > _MOST:
        return ()
    try:
        return _solved(network, broken, figures)
    except (ImportError, MemoryError):
        return ()


def _solved(network: Network, broken: Sequence[Place], figures: Sequence[int]) -> tuple[int, ...]:
    import highspy

    with _quiet():
        solver: Any = highspy.Highs()
    for option, value in (
        ("output_flag", False),
        ("log_to_console", False),
        ("threads", 1),
        ("time_limit", _SECONDS),
        ("random_seed", 0),
    ):
        solver.setOptionValue(option, value)
    solver.silent()
    largest: dict[str, int] = {}
    for number in figures:
        kind = network.leaf(number).kind
        largest[kind] = max(largest.get(kind, 1), abs(network.tree.values[number]))
    scale = {n: float(largest[network.leaf(n).kind]) for n in figures}
    moves = {n: solver.addVariable(-_FARTHEST, _FARTHEST) for n in figures}
    changed = {n: solver.addBinary() for n in figures}
    for n in figures:
        solver.addConstr(moves[n] <= _FARTHEST * changed[n])
        solver.addConstr(moves[n] >= -_FARTHEST * changed[n])
    for place in broken:
        solver.addConstr(sum(changed[n] for n in network.figures_of(place)) >= 1)
    for row in _rows(network, broken, figures):
        terms = [(n, k * scale[n]) for leaf, k in row.terms if (n := network.one(leaf)) in scale]
        size = max((abs(k) for _, k in terms), default=0.0)
        if not size:
            continue
        sum_ = sum(k / size * moves[n] for n, k in terms)
        free = sum(changed[n] for n in map(network.one, row.free) if n in changed)
        room = _FARTHEST * (len(terms) + 1) + max(abs(row.low), abs(row.high)) / size
        solver.addConstr(sum_ <= row.high / size + room * free)
        solver.addConstr(sum_ >= row.low / size - room * free)
    solver.minimize(sum(changed.values()))
    if str(solver.getModelStatus()).rpartition(".")[2] != "kOptimal":
        return ()
    return tuple(n for n in figures if solver.val(changed[n]) > 0.5)


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep the banner that HiGHS prints when it begins, past Python, out of what we print."""
    sys.stdout.flush()
    try:
        kept, nowhere = os.dup(1), os.open(os.devnull, os.O_WRONLY)
    except OSError:  # no standard output, so nobody reads it
        yield
        return
    try:
        os.dup2(nowhere, 1)
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)
        os.close(nowhere)


def _rows(
    network: Network, broken: Sequence[Place], figures: Sequence[int]
) -> Iterator[Inequality]:
    """Yield what must hold: of the broken places, and of those that hold with their figures."""
    values = network.tree.values
    seen = set(broken)
    for place in broken:
        yield from _of(place.asserts, values)
    for number in figures:
        for place in network.touching.get(number, ()):
            if place not in seen:
                seen.add(place)
                if network.verdict(place) in (PASS, ROUNDING):
                    yield from _of(place.asserts, values)


def _of(condition: Condition, values: Sequence[int]) -> Iterator[Inequality]:
    if isinstance(condition, Every):
        for item in condition.items:
            yield from _of(item, values)
    elif isinstance(condition, LinearCondition):
        gap = condition.constant + sum(k * values[n] for n, k in condition.terms)
        if condition.op == "==":
            terms = tuple((n, float(k)) for n, k in condition.terms)
            yield Inequality(
                terms, float(-condition.strained - gap), float(condition.strained - gap)
            )
    elif isinstance(condition, RateCondition) and condition.op == "==":
        yield from _of_rate(condition, values)


def _of_rate(condition: RateCondition, values: Sequence[int]) -> Iterator[Inequality]:
    """Yield ``whole·N − c·Q ≈ 0`` for the claim as it is printed."""
    rate = condition.rate
    whole = HUNDRED if condition.weight is None else value_of(condition.weight, values)
    said, bottom = value_of(condition.claim, values), value_of(rate.denominator, values)
    if whole <= 0 or bottom <= 0:
        return
    share = said / whole
    gap = value_of(rate.numerator, values) - share * bottom
    room = max(condition.step, condition.half) / whole * bottom
    terms: dict[int, float] = {n: float(k) for n, k in rate.numerator.terms}
    for n, k in rate.denominator.terms:
        terms[n] = terms.get(n, 0.0) - share * k
    free = tuple(n for n, _ in condition.claim.terms)
    yield Inequality(tuple(terms.items()), -room - gap, room - gap, free)
