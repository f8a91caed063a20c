"""Why a form is not read: a column of numbers whose header nobody understands."""

from __future__ import annotations

from typing import Final

from performance_rules.extraction.evaluations.nodes import Sheet, points_in
from performance_rules.extraction.evaluations.shapes import INDICATORS, Block, Column, Form
from performance_rules.extraction.evaluations.words import EvaluationWords, bracketed
from performance_rules.extraction.tables.cells import quantity_in
from performance_rules.extraction.tables.grid import Cell, Row, is_number

_FEWEST: Final = 3
"""Of fewer indicators it says little that their points make a hundred."""


def unread_in(form: Form, sheet: Sheet, words: EvaluationWords) -> str:
    """Return why a form is not read: a column of numbers whose header nobody understands.

    Args:
        form: the form.
        sheet: where the cells of one that is not read are noted.
        words: the words of forms.
    """
    for block in form.blocks:
        for column in block.columns:
            if column.role:
                continue
            cells = [(row, cell) for row in block.rows if (cell := column.cell(row)) is not None]
            numbers = [cell for _, cell in cells if is_number(cell.text or "")]
            if numbers and not (block.kind == INDICATORS and _is_beside(column, block, words)):
                named = [(c, r) for c, r in block.unknown if c.column == column.first + 1]
                why = "".join(f"表头“{c.text}”{_where(c, r)}认不出" for c, r in named)
                _refuse(form, sheet, why)
                return why
    return ""


def _is_beside(column: Column, block: Block, words: EvaluationWords) -> bool:
    """Whether a column that is not understood stands beside all that its block is about.

    The points that can be reached add up to a hundred or to what the total says, so that the
    columns that are understood are those of the form; and the header is no narrower name of one.
    """
    names = [bracketed(c.text or "")[0] for c, _ in block.unknown if c.column == column.first + 1]
    if not names or words.narrows(names[0]):
        return False
    weights = [one for one in block.columns if one.role == "weight"]
    lacking = block.column("target") is not None and block.column("actual", "to_date") is None
    if not weights or lacking or len(block.rows) < _FEWEST:
        return False
    cells = [cell for row in block.rows if (cell := weights[-1].cell(row)) is not None]
    said = [quantity_in(points_in(cell.text or ""), "weight", "")[0] for cell in cells]
    whole = weights[-1].cell(block.total) if block.total is not None else None
    stated, _ = quantity_in(points_in((whole.text or "") if whole else "100"), "weight", "")
    added = sum(one.n for one in said if one is not None)
    return None not in said and stated is not None and added == stated.n


def _where(cell: Cell, row: Row) -> str:
    """Return where a header stands, for who has to look for it."""
    return f"（{row.sheet.address(cell)}）" if row.sheet else f"（第{cell.row}行第{cell.column}列）"


def _refuse(form: Form, sheet: Sheet, why: str) -> None:
    for block in form.blocks:
        for row in (*block.rows, *([block.total] if block.total else [])):
            for cell in row.cells:
                if cell.text and is_number(cell.text):
                    sheet.refuse(cell, row, why)
