"""Functions that look names and codes of subjects up in the classifications of a year."""

from __future__ import annotations

from performance_rules.codebook import Kind, is_of_another, miscoded
from performance_rules.errors import Message
from performance_rules.language.ground import Missing, fixed, unknown
from performance_rules.language.places import below
from performance_rules.language.scope import Scope, Value, of
from performance_rules.report.nodes import CLASSIFICATIONS, BreakdownNode, LineNode


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


def unlisted_names(scope: Scope, names: Value, breakdown: Value) -> Value:
    """Return which of several names are subjects that a breakdown should list and does not.

    A name counts only as a whole, and only if every subject it can mean is missing: neither the
    breakdown nor what is below it has the code, or a code above it that is not taken apart.
    Parts that are not all listed prove nothing, so they are taken for such a code.
    """
    for value in (names, breakdown):
        if isinstance(value, Missing):
            return value
    breakdown = of(BreakdownNode, breakdown)
    kind = CLASSIFICATIONS.get(breakdown.dimension)
    if kind is None or not breakdown.complete:
        return []
    listed = _finest_codes(breakdown)
    found: dict[str, None] = {}
    for name in of(list, names):
        codes = (
            [] if isinstance(name, Missing) else [e.code for e in scope.codebook.find(kind, name)]
        )
        if codes and not any(
            c.startswith(one) or one.startswith(c) for c in codes for one in listed
        ):
            found[name] = None
    return list(found)


def _finest_codes(breakdown: BreakdownNode) -> list[str]:
    """Return the codes down to which a breakdown is taken apart completely."""
    codes: list[str] = []
    for line in breakdown.lines:
        finer = [b for b in line.breakdowns if b.dimension == breakdown.dimension and b.complete]
        codes += _finest_codes(finer[0]) if finer else [line.code or ""]
    return codes


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
    code = line.line.code
    if any(code.startswith(entry.code) and code != entry.code for entry in known):
        return unknown(  # 2299901 其他支出 below 229 其他支出: items are not all in the codebook
            Message(
                f"科目表没有列到 {code} “{line.name}”这一级",
                f"the codebook does not go down to {code} '{line.name}'",
            )
        )
    return fixed(any(entry.code == code for entry in known))


def code_of_another(scope: Scope, line: Value, year: Value) -> Value:
    """Return whether the printed code of a functional subject is certainly that of another one.

    In a year that is not known the present subjects count: a name that the code ever had is its
    own.
    """
    if isinstance(line, Missing):
        return unknown(line.why)
    line = of(LineNode, line)
    kind: Kind = "functional"
    part = line.breakdown
    if part is None or CLASSIFICATIONS.get(part.dimension) != kind or not line.line.code:
        return fixed(False)
    parent = (part.whole.line.code or "") if part.whole is not None else ""
    known = 0 if isinstance(year, Missing) else of(int, year)
    return fixed(is_of_another(scope.codebook, kind, line.line.code, line.line.name, known, parent))


def miscoded_subjects(scope: Scope, text: Value, year: Value) -> Value:
    """Return the codes of a text that are certainly of other subjects than those beside them.

    Each is returned with the subject it is printed for.  A year that is not known says nothing
    against it.
    """
    if isinstance(text, Missing):
        return text
    known = None if isinstance(year, Missing) else of(int, year)
    return [f"{one.code}（{one.name}）" for one in miscoded(scope.codebook, str(text), known)]
