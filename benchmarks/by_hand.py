"""The checks as a person writes them: loops over tables, and once more line by line.

Both work on whatever numbers they are given: integers of a hundredth, or ``Decimal``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import product
from typing import TypeVar

from benchmarks.places import Cases, Places, Quotient, Spot, Sum, Terms, Test

N = TypeVar("N", int, Decimal)
Verdicts = list[tuple[int, str]]
"""(place, verdict) wherever it is not ``pass``."""


def value(v: Sequence[N], terms: Terms) -> N:
    """Return a sum of figures."""
    return sum([k * v[leaf] for leaf, k in terms])  # type: ignore[return-value]


def compares(op: str, difference: N) -> bool:
    """Return whether ``difference op 0``."""
    if op == "==":
        return difference == 0
    if op == "<=":
        return difference <= 0
    if op == ">=":
        return difference >= 0
    if op == "!=":
        return difference != 0
    return difference > 0 if op == ">" else difference < 0


def holds(test: Test, v: Sequence[N], strict: bool) -> bool:
    """Return whether a test holds; not ``strict``: but for the last digit."""
    if isinstance(test, Sum):
        difference = value(v, test.terms) + test.constant
        if strict or not test.rounding:
            return compares(test.op, difference)
        return difference <= test.rounding and (test.op == "<=" or difference >= -test.rounding)
    return rate_holds(test, v, strict)


def rate_holds(test: Quotient, v: Sequence[N], strict: bool) -> bool:
    """Return whether a rate agrees; of a whole that is not positive nothing is known."""
    whole = value(v, test.whole)
    if whole <= 0:
        return not strict
    gap = value(v, test.part) - (value(v, test.claim) + test.constant) * whole
    if test.op == "==":
        gap = abs(gap)
    if strict or test.step <= test.half:
        return gap <= test.half * whole
    return gap < test.step * whole


def any_case(cases: Cases, v: Sequence[N], strict: bool) -> bool:
    """Return whether any case holds."""
    return any(all(holds(test, v, strict) for test in case) for case in cases)


def verdict(spot: Spot, v: Sequence[N]) -> str:
    """Return the verdict of one place."""
    for test in spot.only_if:
        if not compares(test.op, value(v, test.terms) + test.constant):
            return "not_applicable"
    for case in spot.unless:
        if all(compares(t.op, value(v, t.terms) + t.constant) for t in case):
            return "not_applicable"
    if any_case(spot.cases, v, strict=True):
        return "pass"
    if any_case(spot.cases, v, strict=False):
        return "open"
    for said in product(*[(leaf, *others) for leaf, others in spot.said_twice]):
        other = list(v)
        for (leaf, _), chosen in zip(spot.said_twice, said, strict=True):
            other[leaf] = v[chosen]
        if any_case(spot.cases, other, strict=False):
            return "open"
    return "fail"


def looped(places: Places, v: Sequence[N]) -> Verdicts:
    """Check a report with loops over the tables."""
    found: Verdicts = []
    for total in places.totals:
        if sum([v[part] for part in total.parts]) != v[total.whole]:
            found.append((total.index, "fail"))
    for spot in places.spots:
        said = verdict(spot, v)
        if said != "pass":
            found.append((spot.index, said))
    return found


def written_out(places: Places) -> Callable[[Sequence[int]], Verdicts]:
    """Return the same checks written out: one statement for each place, no loop, no call."""
    lines = ["def check(v):", " found = []"]
    lines.append(f" {', '.join(f'v{i}' for i in range(places.figures))}, *_ = v")
    for total in places.totals:
        parts = " + ".join(f"v{part}" for part in total.parts)
        lines.append(f" if {parts} != v{total.whole}: found.append(({total.index}, 'fail'))")
    spots = {spot.index: spot for spot in places.spots}
    for spot in places.spots:
        only_if = [_sum(test) for test in spot.only_if]
        unless = [f"({' and '.join(map(_sum, case))})" for case in spot.unless]
        applies = " and ".join([*only_if, *[f"not {case}" for case in unless]]) or "True"
        cases = " or ".join(_case(case) for case in spot.cases) or "False"
        exact = all(isinstance(t, Sum) and not t.rounding for case in spot.cases for t in case)
        plain = exact and not spot.said_twice
        said = "'fail'" if plain else f"verdict(spots[{spot.index}], v)"
        lines += [
            f" if {applies}:",
            f"  if not ({cases}): found.append(({spot.index}, {said}))",
            f" else: found.append(({spot.index}, 'not_applicable'))",
        ]
    lines.append(" return found")
    names: dict[str, object] = {"spots": spots, "verdict": verdict}
    exec("\n".join(lines), names)
    check: Callable[[Sequence[int]], Verdicts] = names["check"]  # type: ignore[assignment]
    return check


def _case(case: Sequence[Test]) -> str:
    written = [_sum(t) if isinstance(t, Sum) else _rate(t) for t in case]
    return " and ".join(written) or "True"


def _sum(test: Sum) -> str:
    left = [(leaf, k) for leaf, k in test.terms if k > 0]
    right = [(leaf, -k) for leaf, k in test.terms if k < 0]
    return f"{_terms(left, test.constant)} {test.op} {_terms(right, 0)}"


def _rate(test: Quotient) -> str:
    whole, claim = _terms(test.whole, 0), _terms(test.claim, test.constant)
    gap = f"{_terms(test.part, 0)} - ({claim})*({whole})"
    gap = f"abs({gap})" if test.op == "==" else gap
    return f"{whole} > 0 and {gap} <= {test.half}*({whole})"


def _terms(terms: Sequence[tuple[int, int]], constant: int) -> str:
    pieces = [f"v{leaf}" if k == 1 else f"{k}*v{leaf}" for leaf, k in terms]
    if constant or not pieces:
        pieces.append(str(constant))
    return " + ".join(pieces)
