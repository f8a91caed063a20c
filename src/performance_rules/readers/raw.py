"""What a reader hands over: texts in order, not yet numbered; and its form on the wire.

Readers of complex formats run in a process of their own (`child`), which answers in JSON.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Final, TypeAlias

from attrs import frozen

from performance_rules.errors import Message, Problem, UnreadableError
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
class Reading:
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


def to_json(reading: Reading) -> str:
    """Return a reading as JSON."""
    blocks = [
        [_PARAGRAPH, b.text, b.page, b.level, b.breaks, b.sheet]
        if isinstance(b, RawParagraph)
        else [_TABLE, b.rows, b.pages, b.sheet, b.first_row, b.first_column]
        for b in reading.blocks
    ]
    notes = [[note.zh, note.en] for note in reading.notes]
    counts = {"pages": reading.pages, "pictures": reading.pictures}
    return json.dumps({"blocks": blocks, "notes": notes, **counts})


def refusal_to_json(error: UnreadableError) -> str:
    """Return the reasons why a file cannot be read as JSON."""
    problems = [
        [p.message.zh, p.message.en, *((p.cure.zh, p.cure.en) if p.cure else ())]
        for p in error.problems
    ]
    return json.dumps({"problems": problems})


def from_json(text: str | bytes) -> Reading:
    """Return the reading that was written by `to_json`.

    Raises:
        UnreadableError: if a refusal was written instead.
        ValueError: if it is neither.
    """
    data = json.loads(text)
    if "problems" in data:
        raise UnreadableError(
            Problem(Message(zh, en), cure=Message(*cure) if cure else None)
            for zh, en, *cure in data["problems"]
        )
    return Reading(
        tuple(
            _paragraph(*fields) if kind == _PARAGRAPH else _table(*fields)
            for kind, *fields in data["blocks"]
        ),
        data["pages"],
        tuple(Message(zh, en) for zh, en in data["notes"]),
        data["pictures"],
    )


_PARAGRAPH: Final = "p"
_TABLE: Final = "t"


def _paragraph(
    text: str, page: int | None, level: int | None, breaks: list[list[int]], sheet: str | None
) -> RawParagraph:
    return RawParagraph(text, page, level, tuple((at, to) for at, to in breaks), sheet)


def _table(
    rows: list[list[str | None]], pages: list[int], sheet: str | None, row: int, column: int
) -> RawTable:
    return RawTable(tuple(map(tuple, rows)), tuple(pages), sheet, row, column)
