"""Functions over lists, conditions and plain text."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

from performance_rules.errors import Message
from performance_rules.language.ground import (
    FAILS,
    HOLDS,
    Condition,
    Fixed,
    Linear,
    Missing,
    constant,
    every,
    fixed,
    holding,
    scale,
    some,
    unknown,
)
from performance_rules.language.numbers import numbers
from performance_rules.language.patterns import pattern_of
from performance_rules.language.scope import Scope, Value, of
from performance_rules.report.nodes import FigureNode
from performance_rules.values.precision import UNKNOWN
from performance_rules.values.quantity import SCALE

_YEAR: Final = r"(?:^|[^0-9])((?:19|20)[0-9]{2})\s*年"


def all_of(scope: Scope, items: list[Any] | Missing) -> Value:
    """Return Kleene's conjunction of a list."""
    return unknown(items.why) if isinstance(items, Missing) else every(items)


def any_of(scope: Scope, items: list[Any] | Missing) -> Value:
    """Return Kleene's disjunction of a list."""
    return unknown(items.why) if isinstance(items, Missing) else some(items)


def where(scope: Scope, items: list[Any] | Missing, kept: list[Any] | None = None) -> Value:
    """Return the items whose condition holds on printed values; unknown makes the list missing."""
    if isinstance(items, Missing):
        return items
    out = []
    for item, condition in zip(items, kept or (), strict=True):
        decided = (
            scope.decide(condition)
            if not isinstance(condition, Fixed) or condition.truth == UNKNOWN
            else condition.truth == HOLDS.truth
        )
        if decided is None:
            why = condition.why if isinstance(condition, Fixed) else None
            return Missing(why or Message("筛选条件无法判断", "the filter cannot be judged"))
        if decided:
            out.append(item)
    return out


def count(scope: Scope, items: list[Any] | Missing, kept: list[Any] | None = None) -> Value:
    """Return how many items there are, or how many fulfil a condition."""
    found = items if kept is None else where(scope, items, kept)
    if isinstance(found, Missing):
        return found
    return constant(len(found) * SCALE, "count")  # type: ignore[arg-type]


def present(scope: Scope, value: Value) -> Value:
    """Return whether something is there and says something."""
    if isinstance(value, Missing):
        return FAILS
    if isinstance(value, FigureNode):
        return fixed(bool(value.leaves))
    if isinstance(value, str | list | tuple):
        return fixed(bool(value))
    return HOLDS


def known(scope: Scope, value: Value) -> Value:
    """Return whether a value could be had; for a condition, whether it is settled."""
    if isinstance(value, Fixed):
        return fixed(value.truth != UNKNOWN)
    if isinstance(value, FigureNode):
        value = scope.number(value)
    return fixed(not isinstance(value, Missing))


def holds(scope: Scope, value: Value) -> Value:
    """Return whether a condition holds within printed precision, as a plain yes or no."""
    if isinstance(value, Missing):
        return unknown(value.why)
    return holding(value)  # type: ignore[arg-type]


def matches(scope: Scope, text: Value, pattern: Value) -> Value:
    """Return whether a linear-time pattern occurs in a text or in one of several."""
    if isinstance(text, Missing):
        return unknown(text.why)
    texts = text if isinstance(text, list) else [text]
    search = pattern_of(str(pattern)).search
    return fixed(any(search(str(t)) is not None for t in texts))


def find(scope: Scope, text: Value, pattern: Value) -> Value:
    """Return what a linear-time pattern finds."""
    if isinstance(text, Missing):
        return text
    return [m.group(0) for m in pattern_of(str(pattern)).finditer(str(text))]


def years(scope: Scope, text: Value) -> Value:
    """Return the years a text, or each of several, names: 2024年, 2024年度."""
    if isinstance(text, Missing):
        return text
    texts = text if isinstance(text, list) else [text]
    return [int(m.group(1)) for t in texts for m in pattern_of(_YEAR).finditer(str(t))]


def alternatives(scope: Scope, text: Value) -> Value:
    """Return the wordings that stand for one thing: ``主要职能|主要职责`` is two."""
    if isinstance(text, Missing):
        return text
    return [part.strip() for part in str(text).split("|") if part.strip()]


def unit_slip(scope: Scope, one: Value, other: Value) -> Value:
    """Return whether two numbers differ by a unit: 10⁴ or 10⁸ times, to within one percent.

    It looks for the kind of a mistake, not for the mistake, so printed values are enough.
    """
    found = numbers(scope, (one, other))
    if isinstance(found, Missing):
        return unknown(found.why)
    small, large = found
    if not isinstance(small, Linear) or not isinstance(large, Linear) or small == large:
        return FAILS
    compare = scope.compare_printed
    cases: list[Condition] = []
    for a, b in ((small, large), (large, small)):
        least, most, positive = scale(b, 99), scale(b, 101), compare(">", b, constant(0, "pure"))
        for times in (10**4, 10**8):
            scaled = scale(a, 100 * times)
            # What two equal numbers fail comes first.
            tests = compare("<=", scaled, most), compare("<=", least, scaled), positive
            cases.append(every(tests))
    return some(cases)


def days(scope: Scope, first: Value, last: Value) -> Value:
    """Return the number of days from one date to another."""
    for value in (first, last):
        if isinstance(value, Missing):
            return value
    passed = of(dt.date, last) - of(dt.date, first)
    return constant(passed.days * SCALE, "count")


def years_apart(scope: Scope, first: Value, last: Value) -> Value:
    """Return how many years one fiscal year is later than another."""
    for value in (first, last):
        if isinstance(value, Missing):
            return value
    return constant((of(int, last) - of(int, first)) * SCALE, "count")
