"""A table as it was found, and how one that was cut by a page is put together again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from attrs import define, field

from performance_rules.extraction.drafts.draft import TableSeen
from performance_rules.extraction.tables.grid import Row, header_height, header_paths, is_number
from performance_rules.extraction.tables.words import Meaning, TableWords
from performance_rules.extraction.tokens.normal import plain_word

AGAIN: Final = re.compile(r"\(?续(?:表|上表)?\d*\)?|第?\d{1,3}页?")
"""What may stand between the parts of a table, and is no caption."""

CONTINUED: Final = re.compile(r"\(续表?\d*\)$")
_CODE: Final = re.compile(r"\d{2,3}|\d{5}|\d{7}")


@define(eq=False)
class Found:
    """A table with all that is printed about it.

    Attributes:
        rows: its rows below the titles, those of its continuations too.
        caption: its caption as printed; empty where none was recognised.
        id: which of the tables that must be published it is; empty for any other.
        meaning: what the caption and titles inside the grid say of every figure in it.
        why: what of its caption is not understood; empty if all is.
        headings: those it stands under, the outermost first.
        above: the paragraph it follows.
        bare: whether the format of the file lost the signs of percentages.
        unit: the unit of its amounts; empty where none is stated.
        notes: what is printed below it.
        number: its number among the tables of the document; None in running text.
        paragraph: the paragraph it was flattened into; None where it is a table.
        page: the page on which it begins.
        start: where it begins in the document's text.
        end: where it ends.
        titles: the rows above, inside its grid.
        near: the short lines right above it, and the name of its sheet.
    """

    rows: list[Row]
    caption: str = ""
    id: str = ""
    meaning: Meaning = field(factory=Meaning)
    why: str = ""
    headings: tuple[str, ...] = ()
    above: str = ""
    bare: bool = False
    unit: str = ""
    notes: list[str] = field(factory=list)
    number: int | None = None
    paragraph: int | None = None
    page: int | None = None
    start: int = 0
    end: int = 0
    titles: tuple[Row, ...] = ()
    near: tuple[str, ...] = ()

    _header: tuple[int, int, list[list[str]]] | None = field(default=None, init=False, repr=False)

    def header(self, words: TableWords) -> tuple[int, list[list[str]]]:
        """Return how many of its rows are its header, and the texts above each column."""
        if self._header is None or self._header[0] != len(self.rows):
            height = header_height(self.rows, words)
            self._header = len(self.rows), height, header_paths(self.rows[:height], words)
        return self._header[1:]

    def seen(self, *, empty: bool = False, unread: str = "") -> TableSeen:
        """Return what the report keeps of it.

        Args:
            empty: whether none of its figures differs from zero.
            unread: why its figures were not read; empty if they were, or if it has none.
        """
        return TableSeen(
            id=self.id,
            caption=self.caption,
            page=self.page,
            empty=empty,
            note="\n".join(self.notes),
            number=self.number,
            start=self.start,
            end=self.end,
            unread=unread,
        )

    @property
    def section(self) -> str:
        """The headings it stands under, its caption as the innermost, joined by /."""
        own = () if self.caption in ("", *self.headings) else (self.caption,)
        return "/".join((*self.headings, *own))


def goes_on(before: Found, one: Found, between: Sequence[str], words: TableWords) -> bool:
    """Whether a table continues the one before.

    It has its width, and no header or the same one again.  Where the caption is printed again as
    well, no row may come again: then it is a second table, of another body or year.
    """
    if not before.rows or not one.rows or len(before.rows[0].cells) != len(one.rows[0].cells):
        return False
    height, _ = one.header(words)
    same = [row.texts() for row in before.rows[:height]] == [r.texts() for r in one.rows[:height]]
    if not same:
        return False
    if not one.caption:
        return all(AGAIN.fullmatch(plain_word(text)) for text in between)
    if _name(before.caption) != _name(one.caption) or before.notes:
        return False
    return not _keys(before.rows[height:]) & _keys(one.rows[height:])


def _name(caption: str) -> str:
    return CONTINUED.sub("", plain_word(caption))


def _keys(rows: Sequence[Row]) -> set[tuple[str, ...]]:
    """Return what rows are called: their texts and codes before the first figure."""
    keys = set()
    for row in rows:
        key: tuple[str, ...] = ()
        for text in row.texts():
            if is_number(text) and not _CODE.fullmatch(text):
                break
            key = (*key, text) if text else key
        keys.add(key)
    return keys - {()}


def join(before: Found, one: Found, words: TableWords) -> None:
    """Add the rows of a continuation to the table it continues."""
    before.rows += one.rows[one.header(words)[0] :]
    before.notes += one.notes
    before.end = one.end
