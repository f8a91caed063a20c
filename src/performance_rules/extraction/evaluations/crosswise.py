"""Indicators that stand side by side, what is said of them in rows.

    三级指标 | 巡检座数 | 修复时限 | 合计
    指标值 | ≥10座 | ≤5天 |
    完成值 | 12座 | 4天 |
    分值 | 60 | 40 | 100

They are turned upright, so that they are read as every other indicator is.  What is turned is only
what says so: rows below each other that each begin with another label, names among them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from performance_rules.extraction.evaluations.derived import FOLLOWING
from performance_rules.extraction.evaluations.shapes import REST, Rest
from performance_rules.extraction.evaluations.words import NOTE, YEAR, EvaluationWords
from performance_rules.extraction.tables.grid import Cell, Row, is_number

LABELS: Final = frozenset(
    (
        *("level", "target", "actual", "weight", "score", "reason", "sense", "unit", "remark"),
        *("criterion", "meaning", "verdict", "other", "prior", "outlook", *FOLLOWING),
    )
)
"""The roles of labels that say something of an indicator."""

_VALUES: Final = frozenset({"target", "actual"})
_FEWEST_ROWS: Final = 3
_FEWEST: Final = 2


def role_of(text: str, words: EvaluationWords) -> str:
    """Return the role of a label; nothing of what is none."""
    heading = None if not text.strip() or is_number(text) else words.heading(text)
    return heading.role if heading is not None and heading.role not in (NOTE, YEAR) else ""


def side_by_side(rows: Sequence[Row], words: EvaluationWords) -> list[Row]:
    """Return the rows of a table with indicators that stand side by side made rows.

    Args:
        rows: the rows of the table.
        words: the words of forms.
    """
    out: list[Row] = []
    at = 0
    while at < len(rows):
        label = _label(rows[at], words)
        height = _height(rows, at, label, words) if label >= 0 else 0
        body = rows[at : at + height]
        named = [row for row in body if role_of(row.text(label), words) == "level"]
        starts = _starts(named, label)
        if height < _FEWEST_ROWS or len(starts) < _FEWEST:
            out.append(rows[at])
            at += 1
            continue
        out += _turned(body, label, starts)
        at += height
    return out


def _label(row: Row, words: EvaluationWords) -> int:
    """Return the column of the label of a row, what stands behind it being none; -1 without one."""
    said = [(at, text) for at in range(len(row.cells)) if (text := row.text(at))]
    for i, (at, text) in enumerate(said[:2]):
        if role_of(text, words) in LABELS:
            rest = said[i + 1 :]
            return -1 if any(role_of(other, words) for _, other in rest) or not rest else at
    return -1


def _height(rows: Sequence[Row], at: int, label: int, words: EvaluationWords) -> int:
    """Return how many rows from one on have labels in one column, names and values among them."""
    labels: list[str] = []
    for i, row in enumerate(rows[at:]):
        beside = i and any(row.text(column) for column in range(label))
        again = row.text(label) in labels
        if label >= len(row.cells) or beside or again or _begins(row, label, words) < 0:
            break
        labels.append(row.text(label))
    roles = {role_of(text, words) for text in labels}
    return len(labels) if "level" in roles and roles & _VALUES else 0


def _begins(row: Row, label: int, words: EvaluationWords) -> int:
    """Return the column of a label, though nothing may stand behind it."""
    if role_of(row.text(label), words) not in LABELS:
        return -1
    rest = [row.text(at) for at in range(label + 1, len(row.cells))]
    return -1 if any(role_of(text, words) for text in rest if text) else label


def _starts(named: Sequence[Row], label: int) -> list[int]:
    """Return the columns that indicators begin at: where a name of any level stands."""
    width = min((len(row.cells) for row in named), default=0)
    return [at for at in range(label + 1, width) if any(row.text(at) for row in named)]


def _turned(body: Sequence[Row], label: int, starts: Sequence[int]) -> list[Row]:
    """Return a header of the labels, and a row for each indicator, beside all other columns."""
    before: list[Cell] = [Rest("")] * max(len(row.cells) for row in body)
    rows = [_row(body[0], [*before, *(row.cells[label] for row in body)])]
    for at in starts:
        cells = [row.cells[at] if at < len(row.cells) else REST for row in body]
        rows.append(_row(body[0], [*before, *cells]))
    return rows


def _row(like: Row, cells: Sequence[Cell]) -> Row:
    return Row(like.table, tuple(cells), like.sheet)
