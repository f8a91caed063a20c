"""The figures of a table that is not read, and whether a table has any."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from performance_rules.extraction.tables.binding import Binder
from performance_rules.extraction.tables.columns import Column
from performance_rules.extraction.tables.grid import Row, is_number
from performance_rules.extraction.tables.labels import name_of

_ZERO: Final = frozenset("0.,-无")


def keep_unread(body: Sequence[Row], columns: Sequence[Column], binder: Binder, why: str) -> int:
    """Keep the figures of a table that is not read; return how many there are."""
    figures = 0
    for row in body:
        for column in columns:
            cell = row.cells[column.index]
            if column.role in ("code", "order", "text", "name") or not is_number(cell.text or ""):
                continue
            figures += 1
            binder.unbound(cell.text or "", binder.source(cell, row), why)
    return figures


def is_empty(body: Sequence[Row], columns: Sequence[Column]) -> bool:
    """Whether no figure of a table differs from zero."""
    for row in body:
        for column in columns:
            text = row.text(column.index)
            if column.role in ("code", "order", "text", "name") or not is_number(text):
                continue
            if set(name_of(text).plain) - _ZERO:
                return False
    return True
