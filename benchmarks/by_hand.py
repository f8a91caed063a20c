"""The checks as a person writes them: loops over tables, and once more line by line.

Both work on whatever numbers they are given: integers of a hundredth, or ``Decimal``.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import product
from typing import Any, TypeVar

from benchmarks.places import Cases, Places, Quotient, Spot, Sum, Terms, Test

N = TypeVar("N", int, Decimal)
Verdicts = list[tuple[int, str]]
"""(place, verdict) wherever it is not ``pass``."""


COMPARE: Mapping[str, Callable[[Any, Any], Any]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def value(v: Sequence[N], terms: Terms) -> N:
    """Return a sum of figures."""
    if len(terms) == 1:
        ((leaf, k),) = terms
        return k * v[leaf]
    return sum([k * v[leaf] for leaf, k in terms])  # type: ignore[return-value]


def holds(test: Test, v: Sequence[N], strict: bool) -> bool:
    """Return whether a test holds; not ``strict``: but for the last digit."""
    if isinstance(test, Sum):
        difference = value(v, test.terms) + test.constant
        if strict or not test.rounding:
            return bool(COMPARE[test.op](difference, 0))
        return difference <= test.rounding and (test.op == "<=" or difference >= -test.rounding)
    whole = value(v, test.whole)
    if whole <= 0:  # nothing is known of a share of it
        return not strict
    gap = value(v, test.part) - (value(v, test.claim) + test.constant) * whole
    if test.op == "==":
        gap = abs(gap)
    if strict or test.step <= test.half:
        return gap <= test.half * whole
    return gap < test.step * whole


def any_case(cases: Cases, v: Sequence[N], strict: bool) -> bool:
    """Return whether any case holds."""
    for case in cases:
        for test in case:
            if not holds(test, v, strict):
                break
        else:
            return True
    return False


def verdict(spot: Spot, v: Sequence[N]) -> str:
    """Return the verdict of one place."""
    for test in spot.only_if:
        if not COMPARE[test.op](value(v, test.terms) + test.constant, 0):
            return "not_applicable"
    if spot.unless and any_case(spot.unless, v, strict=True):
        return "not_applicable"
    if any_case(spot.cases, v, strict=True):
        return "pass"
    if any_case(spot.cases, v, strict=False):
        return "open"
    for said in statements(spot):
        changed = list(v)
        for (leaf, _), chosen in zip(spot.said_twice, said, strict=True):
            changed[leaf] = v[chosen]
        if any_case(spot.cases, changed, strict=False):
            return "open"
    return "fail"


def statements(spot: Spot) -> Iterator[tuple[int, ...]]:
    """Yield every choice of statements for the figures of a place that are stated twice."""
    return product(*[(leaf, *again) for leaf, again in spot.said_twice])


def looped(places: Places, v: Sequence[N]) -> Verdicts:
    """Check a report with loops over the tables."""
    found: Verdicts = []
    for total in places.totals:
        if sum([v[part] for part in total.parts]) != v[total.whole]:
            found.append((total.index, "fail"))
    for share in places.shares:
        claim, scale, half = 2 * v[share.claim], share.scale, share.half
        for part, whole in share.options:
            q = v[whole]
            if q > 0 and abs(scale * v[part] - claim * q) <= half * q:
                break
        else:
            found.append((share.spot.index, verdict(share.spot, v)))
    for spot in places.others:
        said = verdict(spot, v)
        if said != "pass":
            found.append((spot.index, said))
    return found


def written_out(places: Places) -> Callable[[Sequence[int]], Verdicts]:
    """Return the same checks written out: one statement for each place, no loop, no call."""
    lines = ["def check(v):", " found = []"]
    lines.append(f" {', '.join(f'v{i}' for i in range(places.figures))}, *_ = v")
    spots = {spot.index: spot for spot in places.every}
    for spot in places.every:
        only_if = [_sum(test) for test in spot.only_if]
        unless = [f"({' and '.join(map(_sum, case))})" for case in spot.unless]
        applies = " and ".join([*only_if, *[f"not {case}" for case in unless]])
        passes = " or ".join(_case(case, strict=True) for case in spot.cases) or "False"
        nearly = " or ".join(_case(case, strict=False) for case in spot.cases) or "False"
        fails = " and ".join(
            [f"not ({nearly})"]
            + [f"v{leaf} == v{other}" for leaf, others in spot.said_twice for other in others]
        )
        said = f"'fail' if {fails} else verdict(spots[{spot.index}], v)"
        if fails == f"not ({passes})":
            said = "'fail'"
        line = f"if not ({passes}): found.append(({spot.index}, {said}))"
        if not applies:
            lines.append(f" {line}")
            continue
        lines += [
            f" if {applies}:",
            f"  {line}",
            f" else: found.append(({spot.index}, 'not_applicable'))",
        ]
    lines.append(" return found")
    names: dict[str, object] = {"spots": spots, "verdict": verdict}
    exec("\n".join(lines), names)  # noqa: S102 — written just above, from numbers alone
    check: Callable[[Sequence[int]], Verdicts] = names["check"]  # type: ignore[assignment]
    return check


def _case(case: Sequence[Test], *, strict: bool) -> str:
    written = [_sum(t, strict) if isinstance(t, Sum) else _rate(t, strict) for t in case]
    return " and ".join(written) or "True"


def _sum(test: Sum, strict: bool = True) -> str:
    left = [(leaf, k) for leaf, k in test.terms if k > 0]
    right = [(leaf, -k) for leaf, k in test.terms if k < 0]
    if strict or not test.rounding:
        return f"{_terms(left, test.constant)} {test.op} {_terms(right, 0)}"
    gap = f"{_terms(left, test.constant)} - ({_terms(right, 0)})"
    return f"{f'abs({gap})' if test.op == '==' else gap} <= {test.rounding}"


def _rate(test: Quotient, strict: bool) -> str:
    whole, claim = _terms(test.whole, 0), _terms(test.claim, test.constant)
    gap = f"{_terms(test.part, 0)} - ({claim})*({whole})"
    gap = f"abs({gap})" if test.op == "==" else gap
    if strict:
        return f"{whole} > 0 and {gap} <= {test.half}*({whole})"
    near = f"< {test.step}" if test.step > test.half else f"<= {test.half}"
    return f"({whole} <= 0 or {gap} {near}*({whole}))"


def _terms(terms: Sequence[tuple[int, int]], constant: int) -> str:
    pieces = [f"v{leaf}" if k == 1 else f"{k}*v{leaf}" for leaf, k in terms]
    if constant or not pieces:
        pieces.append(str(constant))
    return " + ".join(pieces)
