"""A form as a workbook: the only module that writes one.

Texts are written as texts whatever they begin with, so nothing that a user gave becomes a formula.
A formula is stored with a blank as its value, which is what it gives in an empty form: a reader
that does not compute finds a blank cell.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from performance_rules.forms.placement import FormSheet, Placed, Style
from performance_rules.readers.document import address

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_A4: Final = 9
_BLANK: Final = " "
"""The value of a formula; without a character in it, it would count as not computed."""

_AS_TYPED: Final = "@"

_CELL: Final = {"font_name": "宋体", "font_size": 10, "valign": "vcenter", "text_wrap": True}
_CENTRED: Final = {**_CELL, "align": "center", "border": 1}
_LOOKS: Final[Mapping[Style, Mapping[str, object]]] = {
    "title": {**_CELL, "font_size": 16, "bold": True, "align": "center"},
    "period": {**_CELL, "align": "center"},
    "label": _CENTRED,
    "name": {**_CELL, "border": 1, "num_format": _AS_TYPED},
    "text": {**_CELL, "border": 1},
    "value": {**_CENTRED, "num_format": _AS_TYPED},
    "amount": {**_CENTRED, "num_format": "0.00"},
    "points": _CENTRED,
    "rate": {**_CENTRED, "num_format": "0.00%"},
    "score": {**_CENTRED, "num_format": "0.00"},
}
_WRONG: Final = {"bg_color": "#FFC7CE"}


def workbook(sheet: FormSheet) -> bytes:
    """Return the bytes of a workbook with one sheet.

    Raises:
        ModuleNotFoundError: if XlsxWriter is not installed.
    """
    import xlsxwriter

    buffer = io.BytesIO()
    plain = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with xlsxwriter.Workbook(buffer, plain) as book:
        page = book.add_worksheet(sheet.name)
        formats = {style: book.add_format(dict(look)) for style, look in _LOOKS.items()}
        _lay_out(page, sheet)
        for cell in sheet.cells:
            _write(page, cell, formats[cell.style])
        _ask(page, book, sheet)
    return buffer.getvalue()


def _lay_out(page: Worksheet, sheet: FormSheet) -> None:
    """Set up the page and the widths and heights of its cells."""
    page.set_landscape()
    page.set_paper(_A4)
    page.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
    page.center_horizontally()
    page.fit_to_pages(1, 0)
    for at, width in enumerate(sheet.widths):
        page.set_column(at, at, width)
    last = address(max(cell.row + cell.down for cell in sheet.cells), len(sheet.widths))
    page.ignore_errors({"number_stored_as_text": f"A1:{last}"})
    for row, height in sheet.heights.items():
        page.set_row(row, height)


def _write(page: Worksheet, cell: Placed, look: Format) -> None:
    if cell.down > 1 or cell.across > 1:
        last = (cell.row + cell.down - 1, cell.column + cell.across - 1)
        page.merge_range(cell.row, cell.column, *last, "", look)
    if cell.formula:
        page.write_formula(cell.row, cell.column, f"={cell.formula}", look, _BLANK)
    elif cell.number is not None:
        page.write_number(cell.row, cell.column, cell.number, look)
    elif cell.text:
        page.write_string(cell.row, cell.column, cell.text, look)
    else:
        page.write_blank(cell.row, cell.column, None, look)


def _ask(page: Worksheet, book: Workbook, sheet: FormSheet) -> None:
    """Offer the answers to choose from; mark a total that is not the sum of what stands below."""
    wrong = book.add_format(_WRONG)
    asked: dict[tuple[int, tuple[str, ...]], list[int]] = {}
    for cell in sheet.cells:
        if cell.choices:
            asked.setdefault((cell.column, cell.choices), []).append(cell.row)
        if cell.unequal:
            rule = {"type": "formula", "criteria": f"={cell.unequal}", "format": wrong}
            page.conditional_format(cell.row, cell.column, cell.row, cell.column, rule)
    for (column, choices), rows in asked.items():
        known = "、".join(choices)
        rule = {
            "validate": "list",
            "source": list(choices),
            "error_type": "warning",
            "error_title": "请核对",
            "error_message": f"这一栏通常填：{known}",
        }
        page.data_validation(min(rows), column, max(rows), column, rule)
