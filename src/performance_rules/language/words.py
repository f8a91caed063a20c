"""Functions that read words: names of subjects, bands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from performance_rules.errors import Message
from performance_rules.language.ground import Linear, Missing, constant, fixed, unknown
from performance_rules.language.numbers import as_number
from performance_rules.language.scope import Scope, Value, of
from performance_rules.report.nodes import (
    CLASSIFICATIONS,
    BreakdownNode,
    LineNode,
)
from performance_rules.values.quantity import Count, Percent, QuantityError

NO_TEXT: Final = Message("报告没有文字说明", "the report carries no sentences")


def mentions(scope: Scope, text: Value, subject: Value) -> Value:
    """Return whether a text, or one of several, names a line or contains a text.

    A line with a classification code is named by the longest codebook name at that place, its own
    or one further down; a name that is merely part of a longer name does not count.
    """
    for value in (text, subject):
        if isinstance(value, Missing):
            return unknown(value.why)
    texts = [str(t) for t in text] if isinstance(text, list) else [str(text)]
    if not texts and not scope.tree.has_text:
        return unknown(NO_TEXT)
    if isinstance(subject, LineNode):
        return fixed(any(names(scope, t, subject) for t in texts))
    return fixed(any(str(subject) in t for t in texts))


def names(scope: Scope, text: str, line: LineNode) -> bool:
    """Return whether a text names a line, as `mentions` has it."""
    kind = CLASSIFICATIONS.get(line.breakdown.dimension) if line.breakdown is not None else None
    if line.code and kind is not None:
        found = scope.codebook.mentions(text, (kind,))
        return any(entry.code.startswith(line.code) for entry, _, _ in found)
    return line.name in text


def unlisted(scope: Scope, text: Value, breakdown: Value) -> Value:
    """Return the subjects a text names that a breakdown by classification does not list.

    Names further down count as their class.  A name that several classes share proves nothing,
    and a line whose name is no known subject leaves the question open.
    """
    for value in (text, breakdown):
        if isinstance(value, Missing):
            return value
    breakdown = of(BreakdownNode, breakdown)
    kind = CLASSIFICATIONS.get(breakdown.dimension)
    unknown_name = next((line.name for line in breakdown.lines if not line.code), None)
    if kind is None or unknown_name is not None:
        what = unknown_name or breakdown.title
        return Missing(Message(f"“{what}”认不出科目", f"'{what}' is no known subject"))
    listed_codes = [line.code or "" for line in breakdown.lines]
    level = min(map(len, listed_codes), default=0)
    missing: dict[str, str] = {}
    for one in text if isinstance(text, list) else [text]:
        named: dict[int, set[str]] = {}
        for entry, start, _ in scope.codebook.mentions(str(one), (kind,)):
            named.setdefault(start, set()).add(entry.code)
        for codes in named.values():
            classes = {code[:level] for code in codes}
            if len(classes) == 1 and not _listed(codes, listed_codes):
                code = classes.pop()
                found = scope.codebook.entry(kind, code)
                missing[code] = f"{found.name}（{code}）" if found else code
    return list(missing.values())


def _listed(codes: Iterable[str], lines: Sequence[str]) -> bool:
    return any(a.startswith(b) or b.startswith(a) for a in codes for b in lines)


def name_status(scope: Scope, line: Value, year: Value) -> Value:
    """Return what a subject's name is in the classification of a year."""
    for value in (line, year):
        if isinstance(value, Missing):
            return value
    line = of(LineNode, line)
    year = of(int, year)
    kind = CLASSIFICATIONS.get(line.breakdown.dimension) if line.breakdown is not None else None
    if kind is None or not scope.codebook.describes(kind, year):
        return Missing(
            Message(
                f"“{line.name}”没有可查的 {year} 年科目",
                f"no classification of {year} to look '{line.name}' up in",
            )
        )
    parent = line.breakdown.whole.code if line.breakdown and line.breakdown.whole else None
    return scope.codebook.status_of_name(kind, line.line.name, year, parent=parent or "")


def in_codebook(scope: Scope, line: Value, year: Value) -> Value:
    """Return whether a subject's name is valid in the classification of a year."""
    status = name_status(scope, line, year)
    return unknown(status.why) if isinstance(status, Missing) else fixed(status == "valid")


Band = tuple[str, Linear | None, tuple[str, ...]]
"""A band: 'from' or 'upto' with its bound (None: all the rest), and its labels or points."""


def band(scope: Scope, value: Value, bands: Value) -> Value:
    """Return the labels of the first band a number falls into, by its printed value."""
    for given in (value, bands):
        if isinstance(given, Missing):
            return given
    number = as_number(scope, value)
    if isinstance(number, Missing):
        return number
    entries: tuple[Band, ...] = of(tuple, bands)
    for edge, bound, labels in entries:
        if bound is None:
            return list(labels)
        condition = scope.compare_printed(">=" if edge == "from" else "<=", number, bound)
        decided = scope.decide(condition)
        if decided is None:
            return Missing(Message("落在哪一分段无法判断", "the band cannot be told"))
        if decided:
            return list(labels)
    return Missing(Message("不在任何分段内", "outside every band"))


def labels(scope: Scope, bands: Value) -> Value:
    """Return the labels of all bands."""
    if isinstance(bands, Missing):
        return bands
    entries: tuple[Band, ...] = of(tuple, bands)
    return [label for _, _, named in entries for label in named]


def points(scope: Scope, value: Value, bands: Value) -> Value:
    """Return the points of the band a number or rate falls into."""
    found = band(scope, value, bands)
    if isinstance(found, Missing):
        return found
    given = of(list, found)
    try:
        return constant(Count.parse(str(given[0])).n, "count")
    except (QuantityError, IndexError):
        return Missing(Message("这一分段没有分值", "this band has no points"))


def threshold(scope: Scope, value: Value, bands: Value) -> Value:
    """Return the percentage of the band a number or rate falls into."""
    found = band(scope, value, bands)
    if isinstance(found, Missing):
        return found
    given = of(list, found)
    try:
        return constant(Percent.parse(str(given[0])).n, "percent")
    except (QuantityError, IndexError):
        return Missing(Message("这一分段没有比率", "this band has no percentage"))


def listed(scope: Scope, items: Value) -> Value:
    """Return texts joined by the enumeration comma."""
    if isinstance(items, Missing):
        return items
    items = of(list, items)
    return "、".join("？" if isinstance(i, Missing) else str(i) for i in items)
