"""The row of the total of a form: the points that can be reached, and those that were."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from performance_rules.extraction.evaluations.nodes import Node, Sheet
from performance_rules.extraction.evaluations.shapes import Block
from performance_rules.extraction.evaluations.words import EvaluationWords, bracketed
from performance_rules.extraction.tables.grid import Cell, Row, is_number
from performance_rules.extraction.tokens.normal import halved
from performance_rules.values.quantity import is_blank

_POINTS: Final = ("weight", "score")


def say_total(total: Node, block: Block, row: Row, sheet: Sheet, words: EvaluationWords) -> None:
    """Say the points of the row of the total: by their labels and columns, else as they come.

    Args:
        total: the line of the total.
        block: the block that the row ends.
        row: the row.
        sheet: where its cells are noted.
        words: the words of forms.
    """
    taken: set[int] = set()
    told: set[str] = set()
    for role, cell in (*_labelled(row, words), *_in_columns(block, row)):
        if role not in told and cell.start not in taken:
            printed = (cell.text or "").strip()
            printed = halved(printed).removesuffix("%") if role == "weight" else printed
            sheet.say_points(total, role, printed, cell, row)
            taken.add(cell.start)
            told.add(role)
    if "weight" not in total.said and (points := bracketed(row.first())[2]):
        sheet.say_points(total, "weight", points, *_beginning(row))
    taken |= {cell.start for cell in _reviewed(row, words)}
    rest = [
        c
        for c in row.cells
        if c.text and is_number(c.text) and c.start not in taken and not is_blank(c.text)
    ]
    missing = [role for role in _POINTS if role not in total.said]
    if block.column("weight") is None:
        missing = [role for role in missing if role == "score"]
    turned = all(column.first >= len(row.cells) for column in block.columns)
    scored = words.fact(row.first()) == "score" or (turned and bracketed(row.first())[0] == "总分")
    if len(rest) == 1 and scored:
        missing = [role for role in missing if role == "score"]  # 自评总分 | 99.5 is no weight
    if len(rest) == len(missing):
        for role, cell in zip(missing, rest, strict=True):
            sheet.say_points(total, role, (cell.text or "").strip(), cell, row)


def _beginning(row: Row) -> tuple[Cell, Row]:
    return next(cell for cell in row.cells if cell.text), row


def _labelled(row: Row, words: EvaluationWords) -> Iterator[tuple[str, Cell]]:
    """Yield the points that have a label of their own: 总分 | 总分值 | 100 | 总得分 | 96.5.

    What the whole row is called is the label of none, unless another label follows its number.
    """
    said = [cell for cell in row.cells if cell.text]
    labels = [_points_of(cell.text or "", words) for cell in said]
    if not any(labels[1:]):
        return
    for role, cell in zip(labels, said[1:], strict=False):
        if role and is_number(cell.text or "") and not is_blank(cell.text or ""):
            yield role, cell


def _reviewed(row: Row, words: EvaluationWords) -> Iterator[Cell]:
    """Yield the points that somebody else gave, by their labels: 复核得分 | 97."""
    said = [cell for cell in row.cells if cell.text]
    for label, cell in pairwise(said):
        heading = None if is_number(label.text or "") else words.heading(label.text or "")
        if heading is not None and heading.role == "reviewed":
            yield cell


def _points_of(label: str, words: EvaluationWords) -> str:
    """Return which points a label in the row of the total names; empty if it names none."""
    if is_number(label):
        return ""
    heading = words.heading(label)
    if heading is not None and heading.role in _POINTS:
        return heading.role
    if words.fact(label) == "score":
        return "score"
    return words.points_of(bracketed(label)[0]) if words.is_row("totals", label) else ""


def _in_columns(block: Block, row: Row) -> Iterator[tuple[str, Cell]]:
    for role in _POINTS:
        columns = [column for column in block.columns if column.role == role]
        cell = columns[-1].cell(row) if columns else None
        if cell is not None and is_number(cell.text or ""):
            yield role, cell
