"""Sight: what of a report an expression can see beside its form.

The form of a report is its lines, figures and claims without their digits.  Beside it stand
*facts*: who published it and when, its prose, its reasons.  Reports of one form that differ in
facts which a rule cannot see have the same places and conditions for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from performance_rules.language.typed import Apply, Field, Top, Typed, parts_of
from performance_rules.report.facts import ALL_OF_PREVIOUS, FIELDS, NOTES, REASONS, TABLES, TEXT

_TOP: Final[Mapping[str, str]] = {
    **{name: name for name in FIELDS},
    **dict.fromkeys(("text", "sentences", "headings", "contents", "passages"), TEXT),
    "tables": TABLES,
    "reasons": REASONS,
}
"""What a name at the top shows, where that is more than the form."""

_MEMBERS: Final[Mapping[tuple[str, str], str]] = {
    ("evaluation", "entity"): "entity",  # what the prose says of the body's own evaluation
    ("evaluation", "grade"): "grade",
    ("reason", "text"): REASONS,
    ("reason", "about"): REASONS,
    ("breakdown", "reasons"): REASONS,
    ("breakdown", "notes"): NOTES,
    ("line", "notes"): NOTES,
}
"""What the member of a type shows."""


def facts_of(tree: Typed) -> frozenset[str]:
    """Return the facts of a report that an expression can see; see ``report.facts``."""
    return frozenset(_seen(tree))


def _seen(tree: Typed) -> Iterator[str]:
    match tree:
        case Top(term) if term.name in _TOP:
            yield _TOP[term.name]
        case Field(Top(report), term) if report.name == "report" and term.name in _TOP:
            yield _TOP[term.name]
        case Field(inner, term) if inner.type.name == "report" and term.name in _TOP:
            yield ALL_OF_PREVIOUS
        case Field(inner, term):
            kind = inner.type.item if tree.mapped and inner.type.item else inner.type
            if (kind.name, term.name) in _MEMBERS:
                yield _MEMBERS[kind.name, term.name]
        case Apply(function) if function.sees:
            yield function.sees
    for part in parts_of(tree):
        yield from _seen(part)
