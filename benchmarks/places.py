"""The places a report is judged at, as plain tables: what every peer of the library is given.

Only rules take part whose every comparison a person would also write by hand: sums, differences
and rates of exact amounts, joined by "any of" and "all of", under a plain "only if".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from math import gcd
from typing import Literal

from attrs import evolve, frozen

from performance_rules.checking.plan import Place, Plan
from performance_rules.language.ground import (
    Condition,
    Every,
    Fixed,
    Linear,
    LinearCondition,
    Opposite,
    PrintedCondition,
    Rate,
    RateCondition,
    Some,
    combine,
    leaves_of,
)
from performance_rules.rules.ruleset import RuleSet
from performance_rules.values.precision import HUNDRED, TRUE

UNIT = 10**6
"""Figures are counted in hundredths (fen, 0.01 %) by the peers, in 10⁻⁸ by the library."""

MAX_FACTOR = 10**9
"""Largest factor of a figure; CEL has 64-bit integers and stops with an error beyond."""

Terms = tuple[tuple[int, int], ...]
"""Figure and factor of each summand."""


@frozen
class Sum:
    """``terms + constant`` beside zero; differences up to ``rounding`` are last-digit ones."""

    op: Literal["==", "!=", "<", "<=", ">", ">="]
    terms: Terms
    constant: int = 0
    rounding: int = 0


@frozen
class Quotient:
    """``part / whole`` beside a rate in 0.01 %: ``scale * part - twice * claim * whole``.

    The rate agrees within ``half * whole`` and is a matter of the last digit below ``step *
    whole``, both times two so that all numbers are whole.
    """

    op: Literal["==", "<="]
    part: Terms
    whole: Terms
    claim: Terms
    constant: int
    half: int
    step: int


Test = Sum | Quotient
Cases = tuple[tuple[Test, ...], ...]
"""Any of the cases must hold; all tests of a case."""


@frozen
class Spot:
    """One place: it holds if any case does; it applies if all of ``only_if`` and no ``unless``."""

    index: int
    cases: Cases
    only_if: tuple[Sum, ...] = ()
    unless: tuple[tuple[Sum, ...], ...] = ()
    said_twice: tuple[tuple[int, tuple[int, ...]], ...] = ()


@frozen
class Total:
    """The plainest place: parts that add up to a whole."""

    index: int
    parts: tuple[int, ...]
    whole: int


@frozen
class Share:
    """A printed share of any of several wholes, as (part, whole)."""

    spot: Spot
    claim: int
    scale: int
    half: int
    options: tuple[tuple[int, int], ...]


@frozen
class Places:
    """All places of the rules that take part: every one once more by kind, for the loops."""

    every: tuple[Spot, ...]
    totals: tuple[Total, ...]
    shares: tuple[Share, ...]
    others: tuple[Spot, ...]
    figures: int


def plain_rules(plan: Plan) -> frozenset[str]:
    """Return the rules all of whose open places can be put into tables."""
    fits: dict[str, list[bool]] = defaultdict(list)
    for place in plan.open:
        fits[place.rule.id].append(_spot(place, plan) is not None)
    return frozenset(rule for rule, each in fits.items() if all(each))


def only(ruleset: RuleSet, rules: Iterable[str]) -> RuleSet:
    """Return a rule set with some of its rules."""
    layers = [
        evolve(layer, rules={name: rule for name, rule in layer.rules.items() if name in rules})
        for layer in ruleset.layers
    ]
    return evolve(ruleset, layers=tuple(layers))


def places_of(plan: Plan) -> Places:
    """Return the open places of a plan as tables.

    Raises:
        ValueError: a place has no such form; see :func:`plain_rules`.
    """
    every, totals, shares, others = [], [], [], []
    for place in plan.open:
        spot = _spot(place, plan)
        if spot is None:
            raise ValueError(place.rule.id)
        every.append(spot)
        if total := _total(spot):
            totals.append(total)
        elif share := _share(spot):
            shares.append(share)
        else:
            others.append(spot)
    used = [leaf for p in plan.open for c in (p.when, p.asserts) for leaf in leaves_of(c)]
    twice = [leaf for group in plan.alternatives.values() for leaf in group]
    return Places(
        tuple(every), tuple(totals), tuple(shares), tuple(others), max((*used, *twice)) + 1
    )


def _total(spot: Spot) -> Total | None:
    if spot.only_if or spot.unless or spot.said_twice or len(spot.cases) != 1:
        return None
    (case,) = spot.cases
    test = case[0] if len(case) == 1 else None
    if not isinstance(test, Sum) or test.op != "==" or test.rounding or test.constant:
        return None
    whole = [leaf for leaf, k in test.terms if k == -1]
    parts = [leaf for leaf, k in test.terms if k == 1]
    if len(whole) != 1 or len(parts) + 1 != len(test.terms):
        return None
    return Total(spot.index, tuple(parts), whole[0])


def _share(spot: Spot) -> Share | None:
    if spot.only_if or spot.unless:
        return None
    options = []
    claims = set()
    for case in spot.cases:
        rate = next((t for t in case if isinstance(t, Quotient)), None)
        if rate is None or rate.op != "==" or rate.constant:
            return None
        if not len(rate.part) == len(rate.whole) == len(rate.claim) == 1:
            return None
        ((part, scale),), ((whole, one),), ((claim, _),) = rate.part, rate.whole, rate.claim
        if one != 1 or not {t for t in case if t is not rate} <= {Sum("!=", ((whole, 1),))}:
            return None
        options.append((part, whole))
        claims.add((claim, scale, rate.half))
    if len(claims) != 1:
        return None
    ((claim, scale, half),) = claims
    return Share(spot, claim, scale, half, tuple(options))


def _spot(place: Place, plan: Plan) -> Spot | None:
    cases = _cases(place.asserts)
    guard = _guard(place.when)
    if cases is None or guard is None:
        return None
    said_twice = tuple(plan.doubtful(place).items())
    return Spot(place.index, cases, guard[0], guard[1], said_twice)


def _cases(condition: Condition) -> Cases | None:
    """Return a condition as any of all of tests, or None where it is nested deeper."""
    match condition:
        case Fixed(truth):
            return ((),) if truth == TRUE else () if truth == 0 else None
        case Some(items):
            found = [_cases(item) for item in items]
            if any(each is None for each in found):
                return None
            return tuple(case for each in found for case in each or ())
        case Every(items):
            case: list[Test] = []
            for item in items:
                inner = _cases(item)
                if inner is None or len(inner) != 1:
                    return None
                case += inner[0]
            return (tuple(case),)
        case _:
            test = _test(condition)
            return None if test is None else ((test,),)


def _test(condition: Condition) -> Test | None:
    match condition:
        case LinearCondition():
            if condition.fitting:
                return None
            terms, constant = condition.terms, condition.constant
            return _sum(condition.op, terms, constant, condition.strained)
        case Opposite(LinearCondition() as inner):
            if inner.fitting or inner.strained or inner.slack:
                return None
            return _sum("!=" if inner.op == "==" else ">", inner.terms, inner.constant)
        case RateCondition():
            return None if condition.spread else _quotient(condition)
        case _:
            return None


def _sum(
    op: Literal["==", "!=", "<", "<=", ">", ">="], terms: Terms, constant: int, rounding: int = 0
) -> Sum | None:
    if any(abs(k) > MAX_FACTOR for _, k in terms):
        return None
    if constant % UNIT:
        common = gcd(constant, *(k for _, k in terms))
        if common % UNIT:
            return None
    return Sum(op, terms, constant // UNIT, rounding // UNIT)


def _quotient(c: RateCondition) -> Quotient | None:
    n, q = c.rate.numerator, c.rate.denominator
    if n.constant or q.constant or c.claim.constant % UNIT or c.half * 2 % UNIT:
        return None
    scale = 2 * HUNDRED // UNIT
    return Quotient(
        c.op,
        tuple((leaf, scale * k) for leaf, k in n.terms),
        q.terms,
        tuple((leaf, 2 * k) for leaf, k in c.claim.terms),
        2 * c.claim.constant // UNIT,
        2 * c.half // UNIT,
        2 * c.step // UNIT,
    )


def _guard(condition: Condition) -> tuple[tuple[Sum, ...], tuple[tuple[Sum, ...], ...]] | None:
    """Return a guard as (only if all, unless all of any), or None."""
    match condition:
        case Fixed(truth):
            return ((), ()) if truth == TRUE else None
        case PrintedCondition():
            test = _printed(condition)
            return None if test is None else ((test,), ())
        case Opposite(item):
            cases = _exceptions(item)
            return None if cases is None else ((), cases)
        case Every(items):
            only_if: list[Sum] = []
            unless: list[tuple[Sum, ...]] = []
            for item in items:
                inner = _guard(item)
                if inner is None:
                    return None
                only_if += inner[0]
                unless += inner[1]
            return tuple(only_if), tuple(unless)
        case _:
            return None


def _exceptions(condition: Condition) -> tuple[tuple[Sum, ...], ...] | None:
    match condition:
        case PrintedCondition():
            test = _printed(condition)
            return None if test is None else ((test,),)
        case Every(items):
            tests = [
                _printed(item) if isinstance(item, PrintedCondition) else None for item in items
            ]
            if any(test is None for test in tests):
                return None
            return (tuple(test for test in tests if test is not None),)
        case Some(items):
            found = [_exceptions(item) for item in items]
            if any(each is None for each in found):
                return None
            return tuple(case for each in found for case in each or ())
        case _:
            return None


def _printed(condition: PrintedCondition) -> Sum | None:
    if isinstance(condition.left, Rate):
        return None
    difference: Linear = combine(condition.left, condition.right, -1)
    return _sum(condition.op, difference.terms, difference.constant)  # type: ignore[arg-type]
