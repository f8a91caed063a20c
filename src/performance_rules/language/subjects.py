"""Functions that look names and codes of subjects up in the classifications of a year."""

from __future__ import annotations

from performance_rules.codebook import Kind, is_of_another, miscoded
from performance_rules.errors import Message
from performance_rules.language.function import Function
from performance_rules.language.ground import Missing, fixed, unknown
from performance_rules.language.navigation import below
from performance_rules.language.scope import Scope, Value, of
from performance_rules.language.signatures import (
    line_or_breakdown_and_codes,
    takes,
    text_and_breakdown,
    texts_status_and_year,
)
from performance_rules.language.types import BOOL, LINE, TEXT, YEAR, list_of
from performance_rules.report.nodes import CLASSIFICATIONS, BreakdownNode, LineNode


@Function(
    "coded",
    "取科目",
    "(项或分解, [编码]) → [项]",
    line_or_breakdown_and_codes,
    Message(
        "其下各级中编码在列的各项；没有这一项则为空",
        "the lines below with one of the codes; none where there is no such line",
    ),
    strict=False,
)
def coded(scope: Scope, value: Value, codes: Value) -> Value:
    """Return the lines below a line or a breakdown that have one of the codes, as `below` has them.

    An absent line has none.
    """
    if isinstance(value, Missing):
        return []
    lines = below.give(scope, value)
    wanted = of(list, codes)
    return [line for line in of(list, lines) if isinstance(line, LineNode) and line.code in wanted]


@Function(
    "named_subjects",
    "所提科目",
    "(文字或[文字], 状态, 年度) → [文字]",
    texts_status_and_year,
    Message(
        "文字中点到的功能科目名称，只取该年度处于某一状态的（former、alias …）",
        "functional subjects a text names in words of one status: former, alias …",
    ),
)
def named_subjects(scope: Scope, text: Value, status: Value, year: Value) -> Value:
    """Return the functional subjects a text, or one of several, names in words of one status.

    A name that is valid for one subject and outdated for another counts as valid.
    """
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


@Function(
    "unlisted_names",
    "未列名称",
    "(文字或[文字], 分解) → [文字]",
    text_and_breakdown,
    Message(
        "列举的名称中，是科目而分解及其以下各级都没有列的",
        "which of several names are subjects listed nowhere in the breakdown, at any depth",
    ),
)
def unlisted_names(scope: Scope, names: Value, breakdown: Value) -> Value:
    """Return which of several names are subjects that a breakdown should list and does not.

    A name counts only as a whole, and only if every subject it can mean is missing: neither the
    breakdown nor what is below it has the code, or a code above it that is not taken apart.
    Parts that are not all listed prove nothing, so they are taken for such a code.
    """
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


@Function(
    "code_fits",
    "编码相符",
    "(项, 年度) → 是非",
    takes(LINE, YEAR, gives=BOOL),
    Message(
        "印出的编码是该名称在该年度的编码",
        "the printed code is one that the printed name has in that year",
    ),
)
def code_fits(scope: Scope, line: Value, year: Value) -> Value:
    """Return whether the printed code of a line is one that its printed name has in a year."""
    line = of(LineNode, line)
    year = of(int, year)
    kind = CLASSIFICATIONS.get(line.breakdown.dimension) if line.breakdown is not None else None
    name = scope.read(line, "line.name")
    known = scope.codebook.find(kind, name, year=year) if kind is not None else ()
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


@Function(
    "code_of_another",
    "编码另有所属",
    "(项, 年度) → 是非",
    takes(LINE, YEAR, gives=BOOL),
    Message(
        "印出的功能科目编码在该年度肯定是另一个科目的",
        "the printed code of a functional subject is certainly that of another one in that year",
    ),
    strict=False,
)
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
    name = scope.read(line, "line.name")
    return fixed(is_of_another(scope.codebook, kind, line.line.code, name, known, parent))


@Function(
    "miscoded_subjects",
    "误编科目",
    "(文字, 年度) → [文字]",
    takes(TEXT, YEAR, gives=list_of(TEXT)),
    Message(
        "文字中肯定印成了另一个科目的编码，各带它旁边的科目名称；年度不明的按现行科目",
        "codes of a text that are certainly of other subjects than those beside them",
    ),
    strict=False,
)
def miscoded_subjects(scope: Scope, text: Value, year: Value) -> Value:
    """Return the codes of a text that are certainly of other subjects than those beside them.

    Each is returned with the subject it is printed for.  A year that is not known says nothing
    against it.
    """
    if isinstance(text, Missing):
        return text
    known = None if isinstance(year, Missing) else of(int, year)
    return [f"{one.code}（{one.name}）" for one in miscoded(scope.codebook, str(text), known)]
