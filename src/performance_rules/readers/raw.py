"""What a reader hands over: texts in order, not yet numbered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from attrs import frozen

from performance_rules.errors import Message
from performance_rules.readers.limits import Budget

Row: TypeAlias = tuple[str | None, ...]


@frozen
class RawParagraph:
    """A paragraph; ``breaks`` says at which of its characters it goes on to another page."""

    text: str
    page: int | None = None
    level: int | None = None
    breaks: tuple[tuple[int, int], ...] = ()
    sheet: str | None = None


@frozen
class RawTable:
    """A table; ``pages`` has the page of every row, or nothing."""

    rows: tuple[Row, ...]
    pages: tuple[int, ...] = ()
    sheet: str | None = None
    first_row: int = 1
    first_column: int = 1


RawBlock: TypeAlias = RawParagraph | RawTable


@frozen
class FileContent:
    """All that a reader found in a file; pictures that it cannot count are None."""

    blocks: tuple[RawBlock, ...]
    pages: int | None = None
    notes: tuple[Message, ...] = ()
    pictures: int | None = None


def rectangular(rows: Sequence[Sequence[str | None]], budget: Budget) -> tuple[Row, ...]:
    """Return rows filled up with empty cells to one width, and count all cells.

    Raises:
        UnreadableError: if there are too many cells.
    """
    width = max(map(len, rows), default=0)
    budget.count(width * len(rows))
    return tuple((*row, *("",) * (width - len(row))) for row in rows)
