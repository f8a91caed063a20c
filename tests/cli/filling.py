"""Forms, empty or filled in as an officer does: by the labels of rows and columns."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from typing import TypeAlias

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from performance_rules.forms import load_layouts, placed
from performance_rules.forms.workbook import workbook

Entry: TypeAlias = tuple[str, str, str | float]
"""What is filled in: the label of the row, the header of the column, the value.

    ("项目名称", "", "水渠维修")                 right of the label
    ("", "预期目标", "修渠三条")                 below the header
    ("年度资金总额", "分值", 10)                 where they cross
    ("数量指标/2", "三级指标", "修渠长度")        in the second row of a label of several rows
    ("年度绩效目标2（40分）/数量指标", …)         of a label that stands there more than once
"""

GIVEN: Mapping[str, str] = {
    "year": "2023",
    "entity": "某区水利局",
    "project": "水渠维修",
    "months": "1-8",
}


def empty(layout: str, rows: int | None = None, **values: str) -> bytes:
    """Return an empty form, with year, names and months unless others are given."""
    found = load_layouts()[layout]
    return workbook(placed(found, {**GIVEN, **values}, rows))


def filled(layout: str, table: Iterable[Entry], *, rows: int = 2, **values: str) -> bytes:
    """Return a form that is filled in.

    A formula that nothing is entered for is emptied: a program that computes would have stored its
    value, this one does not.

    Args:
        layout: the key of the layout.
        table: what is filled in.
        rows: the rows of each second-level indicator.
        values: year, entity, project and months, where they are not those of ``GIVEN``.
    """
    book = openpyxl.load_workbook(io.BytesIO(empty(layout, rows, **values)))
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for path, head, value in table:
        row, column = _place(sheet, path, head)
        sheet.cell(row, column).value = value
    for cell in (cell for line in sheet.iter_rows() for cell in line if cell.data_type == "f"):
        cell.value = None
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _place(sheet: Worksheet, path: str, head: str) -> tuple[int, int]:
    """Return row and column of the cell where a label and a header cross."""
    first, last, right = 1, sheet.max_row, 1
    for step in filter(None, path.split("/")):
        if step.isdecimal():
            first = last = first + int(step) - 1
        else:
            first, last, right = _label(sheet, step, range(first, last + 1))
    if not head:
        return first, right + 1
    rows = range(1, first + 1) if path else range(1, last + 1)
    *_, (row, column) = (
        (row, column)
        for row in rows
        for column in range(1, sheet.max_column + 1)
        if sheet.cell(row, column).value == head
    )
    return (first if path else row + 1), column


def _label(sheet: Worksheet, text: str, rows: range) -> tuple[int, int, int]:
    """Return the rows of a label, and its last column."""
    row, column = next(
        (row, column)
        for row in rows
        for column in range(1, sheet.max_column + 1)
        if sheet.cell(row, column).value == text
    )
    at = sheet.cell(row, column).coordinate
    merged = next((area for area in sheet.merged_cells.ranges if at in area), None)
    return (row, row, column) if merged is None else (row, merged.max_row, merged.max_col)
