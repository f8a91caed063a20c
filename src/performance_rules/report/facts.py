"""Facts: what stands in a report beside its form, for telling two reports of one form apart.

A fact is a short text: it is the same where two reports say the same there, and only there.
"""

from __future__ import annotations

from typing import Final

from performance_rules.report.form import digest
from performance_rules.report.model import Report
from performance_rules.report.tree import Tree

FIELDS: Final = (
    "title", "entity", "project", "region", "grade", "approved", "published", "pictures", "unread",
)  # fmt: skip
"""Fields of a report that are facts by themselves."""

TEXT: Final = "text"
TABLES: Final = "tables"
REASONS: Final = "reasons"
NOTES: Final = "notes"
ALL_OF_PREVIOUS: Final = "all of previous"
"""Every fact of last year's report."""

_ALL: Final = (*FIELDS, TEXT, TABLES, REASONS, NOTES)


def fact(tree: Tree, name: str) -> str:
    """Return a fact of a report.

    Args:
        tree: the report.
        name: one of ``FIELDS``, or one of the other names above.
    """
    if name not in tree.facts:
        tree.facts[name] = _told(tree, name)
    return tree.facts[name]


def _told(tree: Tree, name: str) -> str:
    if name == TEXT:
        return _text(tree.report)
    if name == TABLES:
        tables = tree.report.tables
        return digest(part for t in tables for part in (t.caption, t.key, t.empty, t.note, "\x1e"))
    if name == REASONS:
        return digest((node.reason.text, node.reason.about) for node in tree.reasons)
    if name == NOTES:
        notes = (node.breakdown.notes for node in tree.breakdowns)
        return digest((*(node.line.notes for node in tree.lines), *notes))
    if name == ALL_OF_PREVIOUS:
        before = tree.previous
        return "" if before is None else digest(fact(before, each) for each in _ALL)
    return repr(getattr(tree.report, name))


def _text(report: Report) -> str:
    parts: list[object] = []
    for paragraph in report.text:
        section = paragraph.source.section if paragraph.source is not None else None
        parts += (paragraph.text, paragraph.heading, paragraph.contents, section, "\x1e")
    return digest(parts)
