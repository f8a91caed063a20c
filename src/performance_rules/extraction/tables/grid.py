"""The grid of a table: which rows are its header, and what stands above each column.

A cell that is the rest of a merged one is None.  It belongs to the cell on its left where both
stand under the same cell, and to the cell above otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, Protocol

from attrs import Factory, field

from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.tables.words import HEADER, LABEL, TableWords
from performance_rules.extraction.tokens.normal import plain_word
from performance_rules.readers.document import address
from performance_rules.text.years import YEAR
from performance_rules.values.quantity import is_blank

_NUMBER: Final = re.compile(
    r"(?:约|负|[￥¥'])?\(?[-+]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?\)?"
    r"(?:%|[千万亿]?元|个|批次?|人次?|辆|台|次|户|分|项|家)?"
)
_ORDINAL: Final = (
    r"[一二三四五六七八九十]{1,3}、",
    r"\([一二三四五六七八九十]{1,3}\)",
    r"\d{1,2}(?:、|\.(?!\d))",
    r"\(\d{1,2}\)",
    r"[①-⑳]",
)
_MARKED: Final = re.compile("|".join(f"({mark})" for mark in _ORDINAL))
_LABELLED: Final = re.compile(r"[^:]{2,12}:")
_OF_YEAR: Final = re.compile(r"[(（](?:19|20)\d\d年度?[)）]")
_DEEPEST: Final = 8


class Cell(Protocol):
    """What is read of a cell; row and column are 0 in running text."""

    @property
    def text(self) -> str | None:
        """What stands in it; None if it is the rest of a merged cell."""

    @property
    def row(self) -> int:
        """Its row."""

    @property
    def column(self) -> int:
        """Its column."""

    @property
    def start(self) -> int:
        """Where it begins in the document's text."""

    @property
    def end(self) -> int:
        """One past its last character."""

    @property
    def page(self) -> int | None:
        """Its page."""


@fixed
class Sheet:
    """The sheet of a workbook, and where on it a table begins."""

    name: str
    row: int
    column: int

    def address(self, cell: Cell) -> str:
        """Return where a cell stands on the sheet: 支出决算表!B5."""
        at = address(self.row + cell.row - 1, self.column + cell.column - 1)
        return f"{self.name}!{at}"


@fixed
class Row:
    """A row with the number of the table that it is printed in."""

    table: int
    cells: tuple[Cell, ...]
    sheet: Sheet | None = None
    _plain: tuple[str, ...] = field(
        init=False,
        eq=False,
        repr=False,
        default=Factory(
            lambda row: tuple(plain_word(cell.text or "") for cell in row.cells), takes_self=True
        ),
    )

    def text(self, column: int) -> str:
        """Return what is printed in a column, nothing in the rest of a merged cell."""
        return (self.cells[column].text or "").strip()

    def merged(self, column: int) -> str:
        """Return what is printed in the cell that a column's cell is the rest of."""
        while column > 0 and self.cells[column].text is None:
            column -= 1
        return self.text(column)

    def first(self) -> str:
        """Return the first text that is printed, empty if there is none."""
        return next((self.text(at) for at, text in enumerate(self._plain) if text), "")

    def texts(self) -> tuple[str, ...]:
        """Return what is printed, normalised."""
        return self._plain


@lru_cache(maxsize=4096)  # asked of the same cell by header, rows and columns
def is_number(text: str) -> bool:
    """Whether a cell holds a number, with or without its unit, or says 无."""
    plain = plain_word(text).replace("，", ",")
    return plain == "无" or bool(_NUMBER.fullmatch(plain))


def ordinal(plain: str) -> tuple[int, str]:
    """Return the depth of the ordinal that a normalised label begins with, and the rest.

    The depth is 0 without an ordinal, 1 for 一、, 2 for （一）, 3 for 1., 4 for （1）, 5 for ①.
    """
    found = _MARKED.match(plain)
    if not found or found.lastindex is None:
        return 0, plain
    return found.lastindex, plain[found.end() :]


def is_numbering(row: Row, words: TableWords) -> bool:
    """Whether a row only numbers the columns: 栏次 1 2 3."""
    said = [text for text in row.texts() if text]
    numbers = [text for text in said if text.isdigit()]
    for text in said:
        meaning = None if text in numbers else words.read(text, LABEL)
        if text not in numbers and (meaning is None or meaning.role != "order"):
            return False
    return len(numbers) > 1 and numbers == [str(i) for i in range(1, len(numbers) + 1)]


def titles(rows: Sequence[Row]) -> int:
    """Return how many rows at the top are titles: they say one thing, or label all that they say.

    部门：某局 and 单位：万元 are no part of the header, nor is （2023年度） beside them.
    """
    for at, row in enumerate(rows):
        said = [text for text in row.texts() if text]
        apart = [text for text in said if not _OF_YEAR.fullmatch(text)]
        labelled = bool(apart) and all(_LABELLED.match(text) for text in apart)
        if (len(said) > 1 and not labelled) or (said and is_number(said[0])):
            return at
    return 0


def header_height(rows: Sequence[Row], words: TableWords) -> int:
    """Return how many rows at the top are the header: those before the first row of figures."""
    named: set[int] = set()
    for height, row in enumerate(rows[:_DEEPEST]):
        if is_numbering(row, words):
            continue
        said = [(at, text) for at, text in enumerate(row.texts()) if text]
        if all(is_blank(text) for _, text in said):
            return height
        if any(is_number(text) and not YEAR.fullmatch(text) for _, text in said):
            return height
        first = named or {said[0][0]}
        if any(_names(text, words, bool(named)) for at, text in said if at in first):
            return height
        named |= {at for at, text in said if _role(text, words) in ("name", "code")}
    return min(len(rows), _DEEPEST)


def _names(text: str, words: TableWords, below: bool) -> bool:
    """Whether a text names a row: an item, or below 项目 what does not go on with the header."""
    if ordinal(text)[0] or text.startswith("其中:"):
        return True
    meaning = words.read(text, HEADER) if below else None
    return below and (meaning is None or not (meaning.role or meaning.dimension))


def _role(text: str, words: TableWords) -> str:
    meaning = words.read(text, HEADER)
    return meaning.role if meaning is not None else ""


def header_paths(rows: Sequence[Row], words: TableWords) -> list[list[str]]:
    """Return for each column the texts above it, from the top down."""
    rows = [row for row in rows if not is_numbering(row, words)]
    width = len(rows[0].cells) if rows else 0
    owners: list[list[tuple[int, int]]] = []
    for r, row in enumerate(rows):
        line: list[tuple[int, int]] = []
        for c in range(width):
            if c and _goes_on(rows, r, c, line[c - 1]):
                line.append(line[c - 1])
            elif row.cells[c].text is not None or (r == 0 and c == 0):
                line.append((r, c))
            elif r == 0 or (c and owners[r - 1][c] == owners[r - 1][c - 1]):
                line.append(line[c - 1])
            else:
                line.append(owners[r - 1][c])
        owners.append(line)
    paths = []
    for c in range(width):
        own = dict.fromkeys(line[c] for line in owners)
        texts = [(rows[r].cells[at].text or "").strip() for r, at in own]
        paths.append([text for text in texts if text])
    return paths


def _goes_on(rows: Sequence[Row], r: int, column: int, owner: tuple[int, int]) -> bool:
    """Whether an empty cell is the rest of a heading on its left, in a table without merged cells.

    It is where both have headings of their own below, and none above that parts them.
    """
    row, at = owner
    if row != r or rows[r].cells[column].text != "" or not rows[r].text(at):
        return False
    above, below = rows[:r], rows[r + 1 :]
    parted = any(one.cells[column].text for one in above)
    return not parted and all(any(one.text(c) for one in below) for c in (at, column))


def is_words(body: Sequence[Row], index: int) -> bool:
    """Whether a column holds words and nothing else."""
    texts = [text for row in body if (text := row.text(index))]
    return len(texts) * 2 > len(body) and not any(map(is_number, texts))
