"""Sight: what of a report an expression can see beside its form.

The form of a report is its lines, figures and claims without their digits.  Beside it stand
*facts*: who published it and when, its prose, its reasons.  Reports of one form that differ in
facts which a rule cannot see have the same places and conditions for it.  What a term or a function
shows is said where it is defined.
"""

from __future__ import annotations

from collections.abc import Iterator

from performance_rules.language.typed import Apply, Field, Top, Typed, parts_of
from performance_rules.language.types import REPORT
from performance_rules.report.facts import ALL_OF_PREVIOUS


def facts_of(tree: Typed) -> frozenset[str]:
    """Return the facts of a report that an expression can see; see ``report.facts``."""
    return frozenset(_seen(tree))


def _seen(tree: Typed) -> Iterator[str]:
    match tree:
        case Field(inner, term) if term.sees:
            last_year = inner.type == REPORT and not (
                isinstance(inner, Top) and inner.term.name == "report"
            )
            yield ALL_OF_PREVIOUS if last_year else term.sees
        case Top(term) if term.sees:
            yield term.sees
        case Apply(function) if function.sees:
            yield function.sees
    for part in parts_of(tree):
        yield from _seen(part)
