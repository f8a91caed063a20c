"""Subjects below others in a list that marks no levels: what their numbers attest.

教育支出, 普通教育, 住房保障支出, 住房改革支出: where the classes alone make up the total, a name
that is no class is one of the subjects of the class above it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from performance_rules.extraction.tables.cells import quantity_in
from performance_rules.extraction.tables.columns import VALUE, Lane
from performance_rules.extraction.tables.grid import Row
from performance_rules.extraction.tables.labels import Label

Labelled: TypeAlias = Sequence[tuple[Row, Label]]


def fitted(labelled: Labelled, lane: Lane) -> list[tuple[Row, Label]]:
    """Return the rows of a lane with labels for the subjects of the classes above them.

    Only where the classes add up to the total, and the subjects of one of them to that class.
    """
    column = next((column for column in lane.figures if column.role == VALUE), None)
    if column is None or not any(label.inner for _, label in labelled):
        return list(labelled)
    total = classes = 0
    sums: list[tuple[int, int]] = []
    for row, label in labelled:
        quantity, _ = quantity_in(row.text(column.index), "final", "元")
        n = quantity.n if quantity is not None else 0
        if label.inner:
            sums[-1:] = [(one, below + n) for one, below in sums[-1:]]
        elif label.place.steps:
            classes += n
            sums.append((n, 0))
        elif label.meaning.total and not label.why:
            total = n
    attested = total == classes and any(one == below for one, below in sums if one)
    return [
        (row, Label(label.inner) if attested and label.inner else label) for row, label in labelled
    ]
