"""Evaluation forms in plain data: their facts, their funds and their indicators."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from performance_rules.report.evaluation import Evaluation
from performance_rules.report.figures import Figures
from performance_rules.report.lines import Line, terms_of
from performance_rules.report.problems import join
from performance_rules.report.scalars import EVALUATION_READERS, READERS

ReadLine = Callable[[object, str, str], Line]
"""Reads a line from what stands there, its path, and the column of a bare number."""


def take_evaluation(
    raw: dict[str, object], path: str, figures: Figures, line: ReadLine
) -> Evaluation:
    """Return the form of evaluation in a table and take its fields out of it.

    Args:
        raw: the table, its keys in English.
        path: where it stands.
        figures: the reader of figures, with the problems found.
        line: the reader of the funds and the sheet.
    """
    values: dict[str, Any] = {}
    for name, field in terms_of(Evaluation).items():
        if name not in raw:
            continue
        item, where = raw.pop(name), join(path, name)
        kind = field.metadata["kind"]
        if kind == "line":
            values[name] = line(item, where, "score" if name == "sheet" else "final")
        elif kind == "count":
            values[name] = figures.figure(item, where, "元", "score")
        elif kind == "source":
            values[name] = figures.source(item, where)
        else:
            read = EVALUATION_READERS.get(name) or READERS[kind]
            values[name] = read(item, where, figures.problems)
    return Evaluation(**values)
