"""Pieces of a form that it has no block for: tables of their own within its grid.

    支出明细预算（万元） | 支出内容 | 2023年度预算 | 2024年度预算 | 测算依据
    ^ | 合计 | 50.00 | 55.50 |
    ^ | 场地租赁 | 16.50 | 17.10 | 参照合同价
    ^ | 演出服装 | 33.50 | 38.40 | 参照合同价

What their columns are is not asked: such a piece is read as any table of things is that the fixed
tree does not have, by its row 合计 and by what its columns bear out of each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from performance_rules.extraction.evaluations.shapes import Form
from performance_rules.extraction.evaluations.words import bracketed
from performance_rules.extraction.tables.binding import Binder
from performance_rules.extraction.tables.columns import columns_of
from performance_rules.extraction.tables.context import unit_of
from performance_rules.extraction.tables.grid import Row, is_number
from performance_rules.extraction.tables.groups import bind_groups
from performance_rules.extraction.tables.joining import Found
from performance_rules.extraction.tables.labels import TOTALS
from performance_rules.extraction.tables.open import bind_open
from performance_rules.extraction.tables.relating import relate_rows

_FEWEST: Final = 2
_FEWEST_COLUMNS: Final = 3


def read_pieces(form: Form, found: Found, binder: Binder) -> None:
    """Read the pieces of a form.

    Args:
        form: the form.
        found: the table that it stands in.
        binder: where the figures of that table are said.
    """
    taken = {id(row) for block in form.blocks for row in (*block.header, *block.rows)}
    taken |= {id(block.total) for block in form.blocks}
    taken |= {id(row) for said in form.facts.values() for _, _, row in said}
    bound = {start for start, _ in binder.draft.bound_at}
    left = [row for row in form.rows if id(row) not in taken and row.cells[0].row]
    for name, rows in ((name, rows) for name, some in _pieces(left) for rows in _headed(some)):
        numbers = [cell for row in rows for cell in row.cells if is_number(cell.text or "")]
        if not any(cell.start in bound for cell in numbers):
            _read(name, rows, _unit_above(rows[0], left), found, binder)


def _pieces(rows: Sequence[Row]) -> Iterator[tuple[str, Sequence[Row]]]:
    """Yield the rows that stand right below each other, with what stands on their left if any."""
    at = 0
    loose: list[Row] = []
    while at < len(rows):
        end = at + 1
        while end < len(rows) and _is_below(rows[end - 1], rows[end]) and _goes_on(rows[end]):
            end += 1
        if loose and (_is_title(rows[at]) or not _is_below(loose[-1], rows[at])):
            yield "", loose
            loose = []
        if _is_title(rows[at]):
            at += 1
            continue
        if end - at <= _FEWEST or not rows[at].text(0):
            loose.append(rows[at])
            at += 1
            continue
        if loose:
            yield "", loose
            loose = []
        yield rows[at].text(0), rows[at:end]
        at = end
    if loose:
        yield "", loose


def _headed(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    """Yield the rows cut where a header stands below figures: words alone, several of them."""
    begin, figures = 0, False
    for at, row in enumerate(rows):
        said = [text for text in row.texts() if text]
        numbers = any(map(is_number, said))
        if figures and not numbers and len(said) >= _FEWEST_COLUMNS:
            yield rows[begin:at]
            begin, figures = at, False
        figures = figures or numbers
    yield rows[begin:]


def _closed(rows: Sequence[Row]) -> Sequence[Row]:
    """Return the rows up to the total of those above it: what stands below is none of them."""
    ends = (at for at, row in enumerate(rows) if row.first() in TOTALS and at > _FEWEST)
    return rows[: next(ends, len(rows)) + 1]


def _is_below(above: Row, row: Row) -> bool:
    return row.cells[0].row == above.cells[0].row + 1


def _is_title(row: Row) -> bool:
    """Whether a row is nothing but words over its whole width: 一、支出明细."""
    said = [text for text in row.texts() if text]
    rest = row.cells[1:]
    return len(said) == 1 and bool(row.text(0)) and bool(rest) and all(c.text is None for c in rest)


def _unit_above(first: Row, rows: Sequence[Row]) -> str:
    """Return the unit of the last title above a row: 年度收支情况（万元）."""
    above = (row for row in reversed(rows) if row.cells[0].row < first.cells[0].row)
    return next((bracketed(row.first())[1] for row in above if _is_title(row)), "")


def _goes_on(row: Row) -> bool:
    """Whether a row stands beside the cell that the row above it stands beside."""
    return row.cells[0].text is None


def _read(name: str, printed: Sequence[Row], unit: str, found: Found, binder: Binder) -> None:
    """Read a piece with a header and rows of figures below it."""
    first = int(bool(name))
    rows = [Row(row.table, row.cells[first:], row.sheet) for row in _closed(printed)]
    table = Found(
        rows,
        caption=bracketed(name)[0] if name else found.caption,
        headings=found.headings,
        unit=bracketed(name)[1] or unit or found.unit,
        number=found.number,
        page=found.page,
        start=rows[0].cells[0].start,
        end=rows[-1].cells[-1].end,
    )
    height, paths = table.header(binder.words)
    body = rows[height:]
    figures = [row for row in body if any(map(is_number, row.texts()))]
    if not height or len(figures) < _FEWEST or sum(map(bool, paths)) < _FEWEST_COLUMNS:
        return
    columns = columns_of(paths, body, binder.words, item="", year=binder.facts.year)
    table.unit = table.unit or unit_of(columns, paths)
    own = Binder(binder.draft, binder.document, binder.facts, binder.words, table)
    _ = bind_open(body, columns, paths, own) or bind_groups(body, columns, paths, own)
    relate_rows(body, columns, paths, own, (), sheet=False)
