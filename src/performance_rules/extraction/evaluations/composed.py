"""A cell that takes the money of a project apart in numbered lines.

    资金总额及构成 | 总额80.00万元
                     一、财政拨款：60.00万元（其中：省级：40.00万元；县级：20.00万元）
                     二、自有资金：20.00万元

The cell is understood whole or not at all: every piece of it is a name with an amount, the kinds
are numbered from one on, and what stands in the brackets behind one takes that apart.
"""

from __future__ import annotations

import re
from typing import Final

from attrs import evolve

from performance_rules.extraction.evaluations.nodes import Node, Sheet
from performance_rules.extraction.evaluations.shapes import Form
from performance_rules.extraction.evaluations.words import EvaluationWords, bracketed
from performance_rules.extraction.tables.cells import quantity_in
from performance_rules.extraction.tables.grid import Cell, Row
from performance_rules.extraction.tokens.normal import halved
from performance_rules.report.lines import Source
from performance_rules.values.quantity import Amount

_PIECE: Final = re.compile(
    r"[\s,，;；。]*(?:其中[:：]?)?(?:(?P<mark>[1-9一二三四五六七八九])[、.．]|[(（](?P<inner>[1-9一二三四五六七八九])[)）])?"
    r"(?P<name>[^\W\d]{2,14})[:：]?(?P<number>\d[\d,]*(?:\.\d+)?)(?P<unit>万?元)"
)
_BRACKET: Final = re.compile(r"[(（]([^()（）]{6,120})[)）]")
_END: Final = re.compile(r"[\s,，;；。]*")
_NUMERALS: Final = "一二三四五六七八九"
_FEWEST: Final = 2
_COLUMN: Final = "initial_budget"


def composed_funds(form: Form, sheet: Sheet, words: EvaluationWords) -> Node | None:
    """Return the money of a form that one cell takes apart; None where none does.

    Args:
        form: the form.
        sheet: where its cells are noted.
        words: the words of forms.
    """
    taken = {id(row) for block in form.blocks for row in (*block.header, *block.rows)}
    for row in form.rows:
        for cell in row.cells if id(row) not in taken else ():
            if "元" in (cell.text or "") and (node := _composed(cell, row, sheet, words)):
                sheet.bind(cell)
                return node
    return None


def _composed(cell: Cell, row: Row, sheet: Sheet, words: EvaluationWords) -> Node | None:
    """Return the money of a cell with its kinds; None where a piece of it is not understood."""
    text = halved(cell.text or "").strip()
    first = _PIECE.match(text)
    if first is None or first["mark"] or first["inner"] or not words.is_row("funds", first["name"]):
        return None
    whole = _node(first, cell, row, sheet)
    at = first.end()
    while whole is not None and (piece := _PIECE.match(text, at)) is not None:
        mark = piece["mark"] or piece["inner"]
        part = _node(piece, cell, row, sheet)
        if part is None or mark is None or _number(mark) != len(whole.parts) + 1:
            return None
        at = piece.end()
        if inside := _BRACKET.match(text, at):
            part.parts = _listed(inside[1], cell, row, sheet)
            part.partial = len(part.parts) < _FEWEST
            at = inside.end()
        whole.parts.append(part)
    ended = _END.fullmatch(text, at) is not None
    return whole if whole is not None and ended and len(whole.parts) >= _FEWEST else None


def _listed(text: str, cell: Cell, row: Row, sheet: Sheet) -> list[Node]:
    """Return the kinds of money in a bracket; none where a piece of it is not understood."""
    parts, at = [], 0
    while (piece := _PIECE.match(text, at)) is not None:
        part = _node(piece, cell, row, sheet)
        if part is None:
            return []
        parts.append(part)
        at = piece.end()
    return parts if _END.fullmatch(text, at) else []


def _node(piece: re.Match[str], cell: Cell, row: Row, sheet: Sheet) -> Node | None:
    value, _ = quantity_in(piece["number"] + piece["unit"], _COLUMN, "")
    if not isinstance(value, Amount):
        return None
    node = Node(bracketed(piece["name"])[0], dimension="by_source")
    node.say(_COLUMN, value, _place(piece[0], piece["name"], cell, row, sheet))
    return node


def _place(piece: str, name: str, cell: Cell, row: Row, sheet: Sheet) -> Source:
    """Return where a piece of a cell stands, from its name on."""
    printed = piece[piece.rfind(name) :]
    said = halved(cell.text or "")
    at = cell.start + max(said.find(printed), 0)
    return evolve(sheet.place(cell, row), start=at, end=at + len(printed), quote=printed)


def _number(mark: str) -> int:
    return int(mark) if mark.isdigit() else _NUMERALS.index(mark) + 1
