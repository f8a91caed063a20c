"""Indicators that are blocks of lines: a label, what it says, another label beside it.

    指标名称 | 巡检座数 | 分值 | 50
    年度指标值 | ≥10座 | 实际完成值 | 12座

Points may stand in one cell with their label: 权重：15.  Each is made one row below a header of its
labels, so that it is read as every other indicator is.
What is turned is only what says so: rows of labels with what they say, the same labels again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from attrs import define, field

from performance_rules.extraction.evaluations.crosswise import LABELS, role_of
from performance_rules.extraction.evaluations.shapes import REST, Rest
from performance_rules.extraction.evaluations.words import EvaluationWords
from performance_rules.extraction.tables.grid import Cell, Row
from performance_rules.extraction.tokens.normal import plain_word
from performance_rules.text.words import has_any

_VALUES: Final = frozenset({"target", "actual", "score"})
_POINTS: Final = ("weight", "score")
_LABELLED: Final = re.compile(r"\s*([^\s:：]{2,8})[:：]\s*(\d{1,3}(?:\.\d{1,2})?)分?\s*")
_KINDS: Final = ("类型", "类别")
_FEWEST: Final = 2
_COUNTED: Final = re.compile(
    r"(?:绩效)?指标[\d一二三四五六七八九十]{1,3}(?![\d一二三四五六七八九十])"
)
"""指标一（产出指标）: a title that only counts the indicators, and names no group of them."""

_Pair = tuple[Cell, str, Cell]


@define(eq=False)
class _Record:
    """One indicator: the group it stands in, and its labels with what they say."""

    row: Row
    group: Cell | None = None
    said: dict[str, _Pair] = field(factory=dict)

    def whole(self) -> bool:
        """Whether it names an indicator and says a value of it."""
        roles = {role for _, role, _ in self.said.values()}
        return "level" in roles and bool(roles & _VALUES)


def listed(rows: Sequence[Row], words: EvaluationWords) -> list[Row]:
    """Return the rows of a table with indicators that are blocks of lines made rows.

    Args:
        rows: the rows of the table.
        words: the words of forms.
    """
    out: list[Row] = []
    at = 0
    while at < len(rows):
        records, end = _records(rows, at, words)
        if len(records) < _FEWEST or not all(one.whole() for one in records):
            out.append(rows[at])
            at += 1
        else:
            out += _rows(records)
            at = end
    return out


def _records(rows: Sequence[Row], at: int, words: EvaluationWords) -> tuple[list[_Record], int]:
    """Return the indicators that begin at a row, and where the first row behind them stands.

    Each names an indicator and begins with the same label; the first that does not ends the search.
    """
    records: list[_Record] = []
    group: Cell | None = None
    fresh, first = True, ""
    end = at
    for i in range(at, len(rows)):
        pairs = _pairs(rows[i], words)
        if not pairs:
            title = _title(rows[i], words)
            if title is None or i + 1 >= len(rows) or not _pairs(rows[i + 1], words):
                break
            group = None if _COUNTED.match(plain_word(title.text or "")) else title
            fresh = True
            continue
        if (beside := _beside(rows[i])) is not None:
            group = None if _COUNTED.match(plain_word(beside.text or "")) else beside
        if fresh or has_any(records[-1].said, pairs):
            if records and not (records[-1].whole() and next(iter(pairs)) == first):
                return [], at
            first = next(iter(pairs)) if not records else first
            records.append(_Record(rows[i], group))
            fresh = False
        records[-1].said.update(pairs)
        end = i + 1
    return records, end


def _pairs(row: Row, words: EvaluationWords) -> dict[str, _Pair]:
    """Return the labels of a row with what stands behind each; none where it is no such row."""
    cells = [cell for cell in row.cells if cell.text is not None]
    inline = [pair for cell in cells if (pair := _inline(cell, words)) is not None]
    cells = [cell for cell in cells if _inline(cell, words) is None]
    if len(cells) % 2 and (not cells[-1].text or _beside(row) is not None):
        cells = cells[:-1] if not cells[-1].text else cells[1:]
    if len(cells) % 2 or not cells:
        return {}
    pairs: dict[str, _Pair] = {plain_word(pair[0].text or ""): pair for pair in inline}
    for label, value in zip(cells[::2], cells[1::2], strict=True):
        role = role_of(label.text or "", words)
        if role not in LABELS or role_of(value.text or "", words):
            return {}
        pairs[plain_word(label.text or "")] = (label, role, value)
    return pairs if len(pairs) == len(cells) // 2 + len(inline) else {}


def _inline(cell: Cell, words: EvaluationWords) -> _Pair | None:
    """Return the label and the points of a cell that holds both: 权重：15."""
    found = _LABELLED.fullmatch(cell.text or "")
    role = role_of(found[1], words) if found is not None else ""
    if found is None or role not in _POINTS:
        return None
    at = cell.start + found.start(2)
    value = Rest(found[2], cell.row, cell.column, at, at + len(found[2]), cell.page)
    label = Rest(found[1], cell.row, cell.column, cell.start, at, cell.page)
    return label, role, value


def _beside(row: Row) -> Cell | None:
    """Return the cell that goes down on the left of an indicator, and names or counts it."""
    cells = [c for c in row.cells if c.text is not None and not _LABELLED.fullmatch(c.text)]
    odd = len(cells) % 2 and len(cells) > 1 and cells[-1].text
    return cells[0] if odd and cells[0].text else None


def _title(row: Row, words: EvaluationWords) -> Cell | None:
    """Return the one cell of a row that stands above an indicator or a group of them."""
    said = [cell for cell in row.cells if cell.text]
    return said[0] if len(said) == 1 and not words.is_title(said[0].text or "") else None


def _rows(records: Sequence[_Record]) -> list[Row]:
    """Return a header of all labels, and the indicators below; beside the columns of the rest.

    What kind an indicator is of stands above its name, wherever its line does.
    """
    labels: dict[str, Cell] = {}
    for one in records:
        labels.update({name: pair[0] for name, pair in one.said.items() if name not in labels})
    labels = dict(sorted(labels.items(), key=lambda label: not label[0].endswith(_KINDS)))
    grouped = any(one.group is not None for one in records)
    before = [Rest("")] * max(len(one.row.cells) for one in records)
    first: list[Cell] = [Rest("一级指标")] if grouped else []
    rows = [_row(records[0].row, [*before, *first, *labels.values()])]
    last: Cell | None = None
    for one in records:
        shown = one.group if one.group is not None and one.group is not last else REST
        last = one.group
        cells: list[Cell] = [shown] if grouped else []
        cells += [one.said[name][2] if name in one.said else REST for name in labels]
        rows.append(_row(one.row, [*before, *cells]))
    return rows


def _row(like: Row, cells: Sequence[Cell]) -> Row:
    return Row(like.table, tuple(cells), like.sheet)
