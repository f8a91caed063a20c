"""Workbooks (xlsx, xls, ods): every sheet as the paragraphs and tables that it prints."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator, Sequence, Set
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from attrs import frozen

from performance_rules.errors import Message
from performance_rules.readers.captions import caption_rows, said_in, title_rows
from performance_rules.readers.document import Format, address
from performance_rules.readers.formats import GENERAL, shown
from performance_rules.readers.guard import UNLOCK, inspect_parts
from performance_rules.readers.limits import LIMITS, TOO_MUCH, Budget, Limits, missing, refused
from performance_rules.readers.raw import FileContent, RawBlock, RawParagraph, RawTable
from performance_rules.readers.sheetxml import Printed, printed_cells

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

_NOTES: Final = ("注", "备注", "说明", "填报", "填表", "制表", "审核", "单位负责人", "联系")
_LISTED: Final = 10
_SIGNIFICANT: Final = 15
"""Excel keeps so many digits; what a binary fraction has beyond them nobody wrote."""

_MOST_DECIMALS: Final = 6
"""More decimals than these come from a division, not from a keyboard."""


def read_workbook(data: bytes, form: Format, limits: Limits) -> FileContent:
    """Return what the visible sheets of a workbook print.

    Raises:
        UnreadableError: if python-calamine is missing, or the file is damaged, protected, or spans
            too many cells.
    """
    try:
        from python_calamine import CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum
    except ModuleNotFoundError:
        raise missing("python-calamine", ["xlsx", "xls", "ods"]) from None
    cells: dict[str, Printed] = {}
    if form != "xls":
        inspect_parts(data, limits)
    if form == "xlsx":
        cells = printed_cells(data, limits)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    except PasswordError:
        raise refused("文件有密码保护", "the file is protected by a password", UNLOCK) from None
    budget = Budget(limits)
    blocks: list[RawBlock] = []
    hidden = []
    formulas = []
    for sheet in book.sheets_metadata:
        if sheet.typ != SheetTypeEnum.WorkSheet:
            continue
        if sheet.visible != SheetVisibleEnum.Visible:
            hidden.append(sheet.name)
            continue
        printed = cells.get(sheet.name, Printed())
        grid = _grid(book.get_sheet_by_name(sheet.name), printed, budget)
        formulas += [
            f"{sheet.name}!{address(row + 1, column + 1)}" for row, column in printed.formulas
        ]
        blocks += _blocks(grid, sheet.name)
    return FileContent(tuple(blocks), notes=tuple(_remarks(form, hidden, formulas)))


@frozen
class _Grid:
    """The printed cells of a sheet from its first to its last row and column that holds any.

    Attributes:
        rows: the cells.
        top: the first row.
        left: the first column.
        joined: the rows into which a cell goes down from the row above.
    """

    rows: Sequence[Sequence[str | None]]
    top: int
    left: int
    joined: Set[int]

    def printed(self, row: int, column: int) -> str:
        """Return what a cell of the sheet prints, by its row and column from 0."""
        row, column = row - self.top, column - self.left
        if not (0 <= row < len(self.rows) and 0 <= column < len(self.rows[row])):
            return ""
        return self.rows[row][column] or ""


def _grid(sheet: CalamineSheet, printed: Printed, budget: Budget) -> _Grid:
    top, left = sheet.start or (0, 0)
    budget.count(sheet.height * sheet.width)
    values = [[_decimal(value) for value in line] for line in sheet.to_python()]
    decimals = [_decimals(column) for column in zip(*values, strict=True)]
    rows: list[list[str | None]] = []
    for y, line in enumerate(values, top):
        row: list[str | None] = []
        for x, value in enumerate(line, left):
            text = _printed(value, printed.formats.get((y, x), GENERAL), decimals[x - left])
            text = text or printed.formulas.get((y, x), "")
            budget.read(text)
            row.append(text)
        rows.append(row)
    return _Grid(rows, top, left, _merge(rows, sheet, top, left))


def _merge(rows: list[list[str | None]], sheet: CalamineSheet, top: int, left: int) -> set[int]:
    """Empty the cells that are the rest of a merged one; return the rows that these go down to."""
    joined: set[int] = set()
    still = _OVERLAP * sum(map(len, rows))
    for (y1, x1), (y2, x2) in sheet.merged_cell_ranges or ():
        ys = range(max(y1, top), min(y2 + 1, top + len(rows)))
        xs = range(max(x1, left), min(x2 + 1, left + len(rows[0])))
        still -= len(ys) * len(xs)
        if still < 0:
            raise refused("合并的单元格互相重叠", "merged cells overlap", TOO_MUCH)
        if xs:
            joined.update(y - top for y in ys[1:])
        for y in ys:
            for x in xs:
                if (y, x) != (y1, x1):
                    rows[y - top][x - left] = None
    return joined


_OVERLAP: Final = 4
"""Merged cells do not overlap; a program that is not careful may name one several times."""


def _decimal(value: object) -> object:
    """Return a number of the workbook as the decimal that was typed, anything else as it is."""
    if isinstance(value, _NO_NUMBERS):
        return value
    written = repr(value)
    if written.endswith(".0"):
        return Decimal(written[:-2])
    number = Decimal(written)
    if len(written) > _SIGNIFICANT and number.is_finite():
        surplus = len(number.as_tuple().digits) - _SIGNIFICANT
        number = round(number, _places(number) - surplus) if surplus > 0 else number
    if number != number.to_integral_value():
        return number.normalize()
    return number.to_integral_value()


_NO_NUMBERS: Final = (str, bool, datetime.date, datetime.time, datetime.timedelta)


def _places(number: Decimal) -> int:
    return -int(number.as_tuple().exponent)


def _decimals(column: Sequence[object]) -> int:
    """Return how many decimals the numbers of a column print: a sheet drops zeros at their end."""
    found = [_places(number) for number in column if isinstance(number, Decimal)]
    return max((places for places in found if places <= _MOST_DECIMALS), default=0)


def _printed(value: object, code: str, decimals: int) -> str:
    """Return a value as the sheet prints it; a number without a format as its column does."""
    if isinstance(value, str):
        return value
    if isinstance(value, Decimal):
        if (text := shown(value, code)) is not None:
            return text
        return f"{value:.{max(decimals, _places(value))}f}"
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == _MIDNIGHT else value.isoformat(" ")
    return str(value)


_MIDNIGHT: Final = datetime.time()


def _blocks(grid: _Grid, sheet: str) -> Iterator[RawBlock]:
    """Return the paragraphs and tables of a sheet: blank rows part tables with their own titles."""
    start = 0
    for at in range(len(grid.rows) + 1):
        if at == len(grid.rows) or _parts(grid, at):
            yield from _section(grid, start, at, sheet)
            start = at + 1


def _parts(grid: _Grid, at: int) -> bool:
    """Whether a row is blank, beside no taller cell, and a title or another blank row follows."""
    rows = grid.rows
    if said_in(rows[at]) or at + 1 >= len(rows) or {at, at + 1} & grid.joined:
        return False
    return title_rows(rows[at + 1 : at + 2]) == 1


def _section(grid: _Grid, start: int, end: int, sheet: str) -> Iterator[RawBlock]:
    """Return the titles, the table and the remarks of one part of a sheet."""
    rows = grid.rows[start:end]
    above = caption_rows(rows) or title_rows(rows)
    below = len(rows)
    while below > above and _remark(rows[below - 1]):
        below -= 1
    yield from _prose(rows[:above], sheet)
    if above < below:
        table = tuple(tuple(row) for row in rows[above:below])
        yield RawTable(
            table,
            sheet=sheet,
            first_row=grid.top + start + above + 1,
            first_column=grid.left + 1,
        )
    yield from _prose(rows[below:], sheet)


def _prose(rows: Sequence[Sequence[str | None]], sheet: str) -> Iterator[RawParagraph]:
    for row in rows:
        yield RawParagraph(" ".join(said_in(row)), sheet=sheet)


def _remark(row: Sequence[str | None]) -> bool:
    """Whether a row at the end is blank, or a remark below the table."""
    said = said_in(row)
    spans = len(row) > 1 and all(cell is None for cell in row[1:])
    return not said or (len(said) == 1 and (spans or said[0].startswith(_NOTES)))


def _remarks(form: Format, hidden: Sequence[str], formulas: Sequence[str]) -> Iterator[Message]:
    if formulas:
        more = len(formulas) > _LISTED
        zh = "、".join(formulas[:_LISTED]) + (f" 等 {len(formulas)} 格" if more else "")
        en = ", ".join(formulas[:_LISTED]) + (f", {len(formulas)} cells in all" if more else "")
        yield Message(
            f"公式没有存下结果，未读：{zh}", f"formulas without a stored value were not read: {en}"
        )
    if hidden:
        names = "、".join(hidden)
        yield Message(f"隐藏的工作表未读：{names}", f"hidden sheets were not read: {names}")
    if form != "xlsx":
        yield Message(
            f"{form} 文件的数字格式未读：小数位按列补齐，百分数显示为小数",
            f"the number formats of {form} files are not read: decimals are those of the column, "
            "percentages appear as fractions",
        )


# ── the cells as their program keeps them ──


@frozen
class Worksheet:
    """A sheet: its name, the number of its first row with anything, and the rows from there on."""

    name: str
    top: int
    rows: Sequence[Sequence[object]]


def sheets_of(data: bytes, limits: Limits = LIMITS) -> list[Worksheet]:
    """Return the sheets of an xlsx workbook; rows count from 1.

    Raises:
        UnreadableError: if python-calamine is missing, or the file is damaged, protected or large.
    """
    try:
        from python_calamine import CalamineError, CalamineWorkbook, PasswordError
    except ModuleNotFoundError:
        raise missing("python-calamine", ["xlsx"]) from None
    inspect_parts(data, limits)
    budget = Budget(limits)
    found = []
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for name in book.sheet_names:
            sheet = book.get_sheet_by_name(name)
            budget.count(sheet.height * sheet.width)
            top = (sheet.start or (0, 0))[0] + 1
            found.append(Worksheet(name, top, [[_blank(x) for x in y] for y in sheet.to_python()]))
    except PasswordError:
        raise refused("文件有密码保护", "the file is protected by a password", UNLOCK) from None
    except CalamineError as wrong:
        raise refused(f"工作簿读不了：{wrong}", f"the workbook is damaged: {wrong}") from None
    return found


def _blank(value: object) -> object:
    """Return a value, None for a cell that shows nothing."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return None if isinstance(value, str) and not value.strip() else value
