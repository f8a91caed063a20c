"""The cells of a workbook as its program keeps them: a text, a number, a day, or a blank."""

from __future__ import annotations

import io
from collections.abc import Sequence

from attrs import frozen

from performance_rules.readers.guard import UNLOCK, inspect_parts
from performance_rules.readers.limits import LIMITS, Budget, Limits, missing, refused


@frozen
class Sheet:
    """A sheet: its name, the number of its first row with anything, and the rows from there on."""

    name: str
    top: int
    rows: Sequence[Sequence[object]]


def sheets_of(data: bytes, limits: Limits = LIMITS) -> list[Sheet]:
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
            found.append(Sheet(name, top, [[_blank(x) for x in y] for y in sheet.to_python()]))
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
