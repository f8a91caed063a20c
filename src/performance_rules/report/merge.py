"""What is said of one line at several places of a dict becomes one line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from performance_rules.report.model import COLUMNS, LINE_TEXTS, Figure, Line
from performance_rules.report.problems import Problems, join


def joined(old: Figure | None, new: Figure | None) -> Figure | None:
    """Return one figure with the statements and claims of both; the first share stands."""
    if old is None or new is None:
        return old if new is None else new
    return Figure(
        statements=(*old.statements, *new.statements),
        share=old.share or new.share,
        comparisons=(*old.comparisons, *new.comparisons),
        unread=old.unread or new.unread,
    )


def with_total(line: Line, total: Mapping[str, Figure]) -> Line:
    """Return a line with the total row of its grid as further statements.

    The 100 % of a total row is a share of the total itself, so it claims nothing about the line;
    a share of a whole that the row names does.
    """
    changed: dict[str, Any] = {}
    for column, figure in total.items():
        if figure.share is not None and figure.share.of is None:
            figure = attrs.evolve(figure, share=None)
        changed[column] = joined(line.figure(column), figure)
    return attrs.evolve(line, **changed)


def merged(old: Line, new: Line, path: str, problems: Problems) -> Line:
    """Return an earlier part completed by the table that was given for the same name."""
    figures: dict[str, Any] = {}
    for column in COLUMNS:
        one, other = old.figure(column), new.figure(column)
        figures[column] = joined(one, other)
        if one is not None and other is not None and one.share is not None and other.share:
            problems.wrong(join(path, column), "占比给了两次", "the share is given twice")
    counts = dict(old.counts)
    for key, figure in new.counts:
        counts[key] = joined(counts.get(key), figure) or figure
    return attrs.evolve(
        old,
        **{name: getattr(old, name) or getattr(new, name) for name in LINE_TEXTS},
        breakdowns=old.breakdowns + new.breakdowns,
        counts=tuple(counts.items()),
        notes=old.notes + new.notes,
        **figures,
    )
