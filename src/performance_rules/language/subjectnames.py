"""Functions that ask what a text names, and whether a name is one of its year."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from performance_rules.errors import Message
from performance_rules.language.function import Function
from performance_rules.language.ground import Missing, fixed, unknown
from performance_rules.language.scope import Scope, Value, of
from performance_rules.language.signatures import (
    takes,
    text_and,
    text_and_breakdown,
)
from performance_rules.language.types import BOOL, LINE, TEXT, YEAR
from performance_rules.report.nodes import (
    CLASSIFICATIONS,
    BreakdownNode,
    LineNode,
)

NO_TEXT: Final = Message("报告没有文字说明", "the report carries no sentences")


@Function(
    "mentions",
    "提及",
    "(文字或[文字], 项或文字) → 是非",
    text_and(LINE),
    Message("文字提到该项（按最长科目名）", "the text names the line, by longest codebook name"),
)
def mentions(scope: Scope, text: Value, subject: Value) -> Value:
    """Return whether a text, or one of several, names a line or contains a text.

    A line with a classification code is named by the longest codebook name at that place, its own
    or one further down; a name that is merely part of a longer name does not count.
    """
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
    return scope.asked(line, "name", lambda scope, name: name in text) is True


@Function(
    "unlisted",
    "未列科目",
    "(文字或[文字], 分解) → [文字]",
    text_and_breakdown,
    Message(
        "文字点了名、分解里没有的科目",
        "subjects that the text names and the breakdown does not list",
    ),
)
def unlisted(scope: Scope, text: Value, breakdown: Value) -> Value:
    """Return the subjects a text names that a breakdown by classification does not list.

    Names further down count as their class.  A name that several classes share proves nothing,
    and a line whose name is no known subject leaves the question open.
    """
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


@Function(
    "name_status",
    "名称状态",
    "(项, 年度) → 文字",
    takes(LINE, YEAR, gives=TEXT),
    Message("valid、alias、former、future 或 unknown", "valid, alias, former, future or unknown"),
)
def name_status(scope: Scope, line: Value, year: Value) -> Value:
    """Return what a subject's name is in the classification of a year."""
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
    return scope.codebook.status_of_name(
        kind, scope.read(line, "line.name"), year, parent=parent or ""
    )


@Function(
    "in_codebook",
    "科目有效",
    "(项, 年度) → 是非",
    takes(LINE, YEAR, gives=BOOL),
    Message("名称在该年度科目中有效", "the name is valid in that year's classification"),
)
def in_codebook(scope: Scope, line: Value, year: Value) -> Value:
    """Return whether a subject's name is valid in the classification of a year."""
    status = name_status.give(scope, line, year)
    return unknown(status.why) if isinstance(status, Missing) else fixed(status == "valid")
