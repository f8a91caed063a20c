"""Functions that look names and codes of subjects up in the classifications of a year."""

from __future__ import annotations

from performance_rules.codebook import Kind
from performance_rules.errors import Message
from performance_rules.language.ground import Missing, fixed, unknown
from performance_rules.language.places import below
from performance_rules.language.scope import Scope, Value, of
from performance_rules.report.nodes import CLASSIFICATIONS, LineNode


def coded(scope: Scope, value: Value, codes: Value) -> Value:
    """Return the lines below a line or a breakdown that have one of the codes, as `below` has them.

    An absent line has none.
    """
    lines = below(scope, value)
    if isinstance(lines, Missing):
        return []
    wanted = of(list, codes)
    return [line for line in of(list, lines) if isinstance(line, LineNode) and line.code in wanted]


def named_subjects(scope: Scope, text: Value, status: Value, year: Value) -> Value:
    """Return the functional subjects a text, or one of several, names in words of one status.

    A name that is valid for one subject and outdated for another counts as valid.
    """
    for value in (text, status, year):
        if isinstance(value, Missing):
            return value
    year = of(int, year)
    kind: Kind = "functional"
    found: dict[str, None] = {}
    for one in text if isinstance(text, list) else [text]:
        if isinstance(one, Missing):
            continue
        said = str(one)
        for _, start, end in scope.codebook.mentions(said, (kind,)):
            name = said[start:end]
            if scope.codebook.status_of_name(kind, name, year) == status:
                found[name] = None
    return list(found)


def code_fits(scope: Scope, line: Value, year: Value) -> Value:
    """Return whether the printed code of a line is one that its printed name has in a year."""
    for value in (line, year):
        if isinstance(value, Missing):
            return unknown(value.why)
    line = of(LineNode, line)
    year = of(int, year)
    kind = CLASSIFICATIONS.get(line.breakdown.dimension) if line.breakdown is not None else None
    known = scope.codebook.find(kind, line.line.name, year=year) if kind is not None else ()
    if not known or not line.line.code:
        return unknown(
            Message(
                f"“{line.name}”没有印编码，或不是 {year} 年认得的科目",
                f"'{line.name}' has no printed code or is no known subject of {year}",
            )
        )
    return fixed(any(entry.code == line.line.code for entry in known))
