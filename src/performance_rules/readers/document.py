"""A document as it was read: paragraphs and tables in order, each with its place.

One shape for every format. `Document.text` is the whole document as one string; every paragraph and
every cell knows its range in it, so that ``document.text[piece.start:piece.end] == piece.text``.
Numbers count from 1, characters from 0.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Final, Literal, TypeAlias

from attrs import frozen

from performance_rules.errors import Message

Format: TypeAlias = Literal["pdf", "docx", "doc", "rtf", "xlsx", "xls", "ods", "html", "text"]

FORMATS: Final[tuple[Format, ...]] = (
    *("pdf", "docx", "doc", "rtf"),
    *("xlsx", "xls", "ods", "html", "text"),
)
"""The formats that can be read."""


def address(row: int, column: int) -> str:
    """Return how a workbook calls a cell, both counted from 1: B5 is the second of the fifth."""
    letters = ""
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row}"


@frozen
class Cell:
    """One cell of a table.

    Attributes:
        text: what stands in it; ``''`` if it is empty, None if it is the rest of a merged cell.
        row: its row in the table.
        column: its column in the table.
        start: where its text begins in the text of the document.
        end: one past its last character.
        page: the page it is printed on, where the format has pages.
    """

    text: str | None
    row: int
    column: int
    start: int
    end: int
    page: int | None = None


@frozen
class Paragraph:
    """A paragraph or a heading.

    Attributes:
        text: its text; lines that only the layout broke are joined again.
        number: its number among the paragraphs of the document.
        start: where it begins in the text of the document.
        end: one past its last character.
        page: the page it begins on, where the format has pages.
        breaks: where it goes on to another page: (character in the document's text, page).
        level: the level of a heading, where the format says so.
        sheet: the sheet of a workbook.
    """

    text: str
    number: int
    start: int
    end: int
    page: int | None = None
    breaks: tuple[tuple[int, int], ...] = ()
    level: int | None = None
    sheet: str | None = None


@frozen
class Table:
    """A table; all its rows have the same number of cells.

    Attributes:
        rows: its cells, row by row.
        number: its number among the tables of the document.
        start: where it begins in the text of the document.
        end: one past its last character.
        pages: the pages it is printed on, where the format has pages.
        sheet: the sheet of a workbook.
        first_row: the row of the sheet, or of the grid as drawn, that its first row is: more than 1
            where a title stands above it in the same grid.
        first_column: the column of the sheet that its first column is; 1 elsewhere.
    """

    rows: tuple[tuple[Cell, ...], ...]
    number: int
    start: int
    end: int
    pages: tuple[int, ...] = ()
    sheet: str | None = None
    first_row: int = 1
    first_column: int = 1

    @property
    def width(self) -> int:
        """How many columns it has."""
        return len(self.rows[0]) if self.rows else 0

    def texts(self) -> tuple[tuple[str | None, ...], ...]:
        """Return the texts of its cells, row by row."""
        return tuple(tuple(cell.text for cell in row) for row in self.rows)


Block: TypeAlias = Paragraph | Table


@frozen
class Document:
    """A file as it was read.

    Attributes:
        name: the name of the file.
        format: what it really is, whatever its suffix says.
        text: all of it; paragraphs and rows end in a line break, cells in a tab.
        blocks: its paragraphs and tables, in order.
        sha256: digest of the file's bytes.
        pages: how many pages it has, where the format has pages.
        notes: what was not read, or not read with certainty.
        pictures: how many pictures and charts it holds; None where the format holds none, or lost
            them, or where they cannot be counted.
    """

    name: str
    format: Format
    text: str
    blocks: tuple[Block, ...]
    sha256: str
    pages: int | None = None
    notes: tuple[Message, ...] = ()
    pictures: int | None = None

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Its paragraphs, in order."""
        return tuple(block for block in self.blocks if isinstance(block, Paragraph))

    @property
    def tables(self) -> tuple[Table, ...]:
        """Its tables, in order."""
        return tuple(block for block in self.blocks if isinstance(block, Table))

    def block_at(self, offset: int) -> Block | None:
        """Return the paragraph or table that holds a character of the text."""
        at = bisect_right(self.blocks, offset, key=lambda block: block.start) - 1
        if at < 0 or offset >= self.blocks[at].end:
            return None
        return self.blocks[at]

    def page_at(self, offset: int) -> int | None:
        """Return the page that a character of the text is printed on, where there are pages."""
        block = self.block_at(offset)
        if isinstance(block, Paragraph):
            return next((page for at, page in reversed(block.breaks) if at <= offset), block.page)
        if block is None:
            return None
        at = bisect_right(block.rows, offset, key=lambda row: row[0].start) - 1
        return block.rows[max(at, 0)][0].page
