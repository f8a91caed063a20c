"""Columns of points beside those of a form: 复核得分, 专家1, 扣分, with their own total.

That the row of the total is of the rows above it, and of no points elsewhere, the form's own
columns attest: the points that can be reached, or those that were given, add up to theirs.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from performance_rules.extraction.drafts.places import Place, Step
from performance_rules.extraction.evaluations.nodes import points_in
from performance_rules.extraction.evaluations.shapes import (
    INDICATORS,
    REST,
    Block,
    Column,
    Form,
    Rest,
)
from performance_rules.extraction.tables.binding import Binder
from performance_rules.extraction.tables.cells import quantity_in
from performance_rules.extraction.tables.columns import columns_of
from performance_rules.extraction.tables.grid import Row
from performance_rules.extraction.tables.joining import Found
from performance_rules.extraction.tables.open import bind_open
from performance_rules.values.quantity import Count, is_blank

_OWN: Final = ("weight", "score")
_POINTS: Final = ("deduction", "reviewed")
"""The roles of columns of points that no line of a form has."""
_FEWEST: Final = 2


def read_beside(form: Form, found: Found, binder: Binder) -> None:
    """Read the columns that stand beside those of the indicators of a form.

    Args:
        form: the form.
        found: the table that it stands in.
        binder: where the figures of that table are said.
    """
    for block in form.block(INDICATORS):
        levels = [column for column in block.columns if column.role == "level"]
        rows = [row for row in block.rows if levels and levels[-1].cell(row) is not None]
        if block.total is None or len(rows) < _FEWEST:
            continue
        own = [
            _points(column, rows, block.total) for column in block.columns if column.role in _OWN
        ]
        if not any(_adds_up(said) for said in own):
            continue
        for column in block.columns:
            said = _points(column, rows, block.total) if column.role in _POINTS else []
            if said:
                _say(column, block, said, [*rows, block.total], levels[-1], binder)
        _read_unknown(block, levels[-1], rows, found, binder)


def _points(column: Column, rows: Sequence[Row], total: Row) -> list[Count | None]:
    """Return the points of a column, the total last; nothing where a cell has something else.

    Where nothing was taken off there may be nothing.
    """
    said: list[Count | None] = []
    for row in (*rows, total):
        cell = column.cell(row)
        text = points_in(cell.text or "").lstrip("-－") if cell is not None else ""
        blank = column.role == "deduction" and row is not total and is_blank(text)
        value, _ = quantity_in(text, "score", "")
        if not blank and not isinstance(value, Count):
            return []
        said.append(value if isinstance(value, Count) else None)
    return said


def _adds_up(said: Sequence[Count | None]) -> bool:
    added = sum(one.n for one in said[:-1] if one is not None)
    return bool(said) and said[-1] is not None and added == said[-1].n


def _say(
    column: Column,
    block: Block,
    said: Sequence[Count | None],
    rows: Sequence[Row],
    level: Column,
    binder: Binder,
) -> None:
    cells = [column.cell(row) for row in rows]
    title = next((row.text(column.first) for row in block.header if row.text(column.first)), "")
    last = cells[-1]
    total = said[-1]
    if last is None or total is None:
        return
    whole = Place(matter=title, apart=last.start + 1)
    binder.say_open(whole, "actual", total, last, rows[-1])
    for row, cell, points in zip(rows[:-1], cells, said, strict=False):
        name = level.cell(row)
        if cell is not None and name is not None and points is not None:
            part = whole.down(Step("members", f"{name.text}·{cell.row}"))
            binder.say_open(part, "actual", points, cell, row)


def _read_unknown(
    block: Block, level: Column, rows: Sequence[Row], found: Found, binder: Binder
) -> None:
    """Read the columns whose headers nobody understands as those of a table of things."""
    columns = [column for column in block.columns if column.role == ""]
    if not columns or block.total is None:
        return
    cells = [[level.cell(row), *(column.cell(row) for column in columns)] for row in rows]
    cells.append([Rest("合计"), *(column.cell(block.total) for column in columns)])
    body = [
        Row(row.table, tuple(cell or REST for cell in some), row.sheet)
        for row, some in zip((*rows, block.total), cells, strict=True)
    ]
    paths = [[row.text(c.first) for row in block.header if row.text(c.first)] for c in columns]
    paths = [["指标"], *paths]
    table = Found(body, caption=found.caption, headings=found.headings, number=found.number)
    table.start = rows[0].cells[0].start
    own = Binder(binder.draft, binder.document, binder.facts, binder.words, table)
    made = columns_of(paths, body, binder.words, item="", year=binder.facts.year)
    bind_open(body, made, paths, own)
