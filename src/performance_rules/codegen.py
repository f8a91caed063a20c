"""Generated code: the open places of a plan as one Python function over printed integers.

The source is made from grounded conditions alone — integers and comparison signs of our own —
never from the text of a rule or a report.  What has no short form (alternatives, nested logic) is
handed to the plan's own walk.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from performance_rules.language.ground import (
    Condition,
    Every,
    Fixed,
    Holding,
    Linear,
    LinearCondition,
    Opposite,
    PrintedCondition,
    Rate,
    RateCondition,
    Some,
    Values,
    leaves_of,
)
from performance_rules.precision import (
    CERTAIN,
    FITTING,
    HUNDRED,
    IMPOSSIBLE,
    rate_at_most,
    rate_equal,
)

if TYPE_CHECKING:
    from performance_rules.plan import Plan

_CHUNK: Final = 400
"""Places per generated function; larger functions compile slowly."""

_VERDICTS: Final = tuple(
    2 if high == 0 else 0 if low >= 2 else 1 if low == high == 1 else 3
    for low in range(4)
    for high in range(4)
)
"""Verdict by packed truth: pass 0, rounding 1, fail 2, undetermined 3."""


def compile_plan(plan: Plan) -> Callable[[Values], list[tuple[int, int]]]:
    """Return a function from printed values to (place, verdict) of all that does not pass."""
    parts = [
        _function(plan, range(start, min(start + _CHUNK, len(plan.open))))
        for start in range(0, len(plan.open), _CHUNK)
    ]
    if len(parts) == 1:
        return parts[0]

    def run(values: Values) -> list[tuple[int, int]]:
        found: list[tuple[int, int]] = []
        for part in parts:
            found += part(values)
        return found

    return run


def _function(plan: Plan, chosen: range) -> Callable[[Values], list[tuple[int, int]]]:
    names: dict[str, Any] = {
        "EQ": rate_equal,
        "LE": rate_at_most,
        "VERDICT": _VERDICTS,
        "walk": plan.verdict,
    }
    lines = ["def run(v):", " out = []", " add = out.append"]
    used: set[int] = set()
    for position in chosen:
        place = plan.open[position]
        leaves = leaves_of(place.asserts) | leaves_of(place.when)
        used |= leaves
        body = None
        if not leaves & plan.alternatives.keys():
            body = _place(place.index, place.when, place.asserts)
        if body is None:
            names[f"p{place.index}"] = place
            body = _walked(place.index, place.when, place.asserts)
        lines += [f" {line}" for line in body]
    lines[1:1] = [f" v{leaf} = v[{leaf}]" for leaf in sorted(used)]
    lines.append(" return out")
    # The source holds nothing but integers and names made above.
    exec(compile("\n".join(lines), "<plan>", "exec"), names)
    run: Callable[[Values], list[tuple[int, int]]] = names["run"]
    return run


def _walked(index: int, when: Condition, asserts: Condition) -> list[str]:
    """Return the statements for a place without a short form: a quick test, else the walk."""
    walk = [f"r = walk(p{index}, v)", f"if r: add(({index}, r))"]
    quick, guard = _passes(asserts), _boolean(when)
    if quick is None or guard is None:
        return walk
    body = [f"if not {quick}:", *(f" {line}" for line in walk)]
    if guard == "True":
        return body
    return [f"if {guard}:", *(f" {line}" for line in body), f"else: add(({index}, 4))"]


def _passes(condition: Condition) -> str | None:
    """Return a Python expression that is true only where a condition passes, or None."""
    match condition:
        case Fixed(t):
            return "True" if t >> 2 >= FITTING else "False"
        case LinearCondition():
            value = _terms(condition.terms, condition.constant)
            low = f"-{condition.fitting} <= " if condition.op == "==" else ""
            return f"({low}{value} <= {condition.fitting})"
        case RateCondition(op, rate, claim, half):
            n = f"{HUNDRED}*({_terms(rate.numerator.terms, rate.numerator.constant)})"
            q = _terms(rate.denominator.terms, rate.denominator.constant)
            gap = f"{n} - ({_terms(claim.terms, claim.constant)})*({q})"
            low = f"-{half}*({q}) <= " if op == "==" else ""
            return f"({q} > {condition.slack} and {low}{gap} <= {half}*({q}))"
        case Holding(item):
            return _passes(item)
        case Every(items) | Some(items):
            parts = [_passes(item) or "False" for item in items]
            return f"({(' and ' if isinstance(condition, Every) else ' or ').join(parts)})"
        case Opposite() | PrintedCondition():
            return None


def _place(index: int, when: Condition, asserts: Condition) -> list[str] | None:
    """Return the statements that judge one place, or None where it has no short form."""
    body = _assertion(index, asserts)
    if body is None:
        return None
    if isinstance(when, Fixed):
        return body
    guard = _boolean(when)
    if guard is None:
        return None
    return [f"if {guard}:", *(f" {line}" for line in body), f"else: add(({index}, 4))"]


def _boolean(condition: Condition) -> str | None:
    """Return a condition on printed values as a Python expression, or None."""
    match condition:
        case Fixed(t):
            if t == CERTAIN * 5:
                return "True"
            return "False" if t == IMPOSSIBLE else None
        case PrintedCondition(op, left, right):
            if isinstance(left, Rate):
                return None
            return f"{_sum(left, right)} {op} 0"
        case Every(items) | Some(items):
            parts = [_boolean(item) for item in items]
            if any(part is None for part in parts):
                return None
            word = " and " if isinstance(condition, Every) else " or "
            return f"({word.join(str(part) for part in parts)})"
        case Opposite(item):
            inner = _boolean(item)
            return None if inner is None else f"(not {inner})"
        case _:
            return None


def _assertion(index: int, condition: Condition) -> list[str] | None:
    match condition:
        case Fixed(t):
            verdict = _VERDICTS[t]
            return [f"add(({index}, {verdict}))"] if verdict else ["pass"]
        case LinearCondition():
            return _linear(index, condition)
        case RateCondition():
            return _rate(index, condition)
        case _:
            return None


def _linear(index: int, c: LinearCondition) -> list[str]:
    value = _terms(c.terms, c.constant)
    if c.op == "<=":
        if c.fitting == c.strained:
            return [f"if {value} > {c.fitting}: add(({index}, 2))"]
        return [
            f"d = {value}",
            f"if d > {c.fitting}: add(({index}, 1 if d <= {c.strained} else 2))",
        ]
    if not c.strained:
        return [f"if {value}: add(({index}, 2))"]
    return [
        f"d = {value}",
        f"if d > {c.fitting} or d < -{c.fitting}:"
        f" add(({index}, 1 if -{c.strained} <= d <= {c.strained} else 2))",
    ]


def _rate(index: int, c: RateCondition) -> list[str]:
    """Judge a rate: the common case inline, the rest by the closed form itself."""
    numerator, denominator = c.rate.numerator, c.rate.denominator
    claim = _terms(c.claim.terms, c.claim.constant)
    call = f"{'EQ' if c.op == '==' else 'LE'}(n, q, c, {c.half}, {c.step}, {c.spread!r}, {c.slack})"
    return [
        f"n = {HUNDRED}*({_terms(numerator.terms, numerator.constant)})",
        f"q = {_terms(denominator.terms, denominator.constant)}",
        f"c = {claim}",
        f"if q <= {c.slack} or not -{c.half}*q <= n - c*q <= {c.half}*q:",
        f" r = VERDICT[{call}]",
        f" if r: add(({index}, r))",
    ]


def _sum(left: Linear, right: Linear) -> str:
    merged = dict(left.terms)
    for leaf, k in right.terms:
        merged[leaf] = merged.get(leaf, 0) - k
    terms = tuple((leaf, k) for leaf, k in merged.items() if k)
    return _terms(terms, left.constant - right.constant)


def _terms(terms: tuple[tuple[int, int], ...], constant: int) -> str:
    pieces = []
    for leaf, k in terms:
        sign = "-" if k < 0 else "+"
        pieces.append(f"{sign}v{leaf}" if abs(k) == 1 else f"{sign}{abs(k)}*v{leaf}")
    if constant or not pieces:
        pieces.append(f"{constant:+d}")
    return "".join(pieces).removeprefix("+")
