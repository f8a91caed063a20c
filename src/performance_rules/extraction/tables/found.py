"""Tables as they are found in a document: with caption, unit, notes and continuations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final, TypeAlias

from attrs import define, field

from performance_rules.extraction.normal import halved, plain_word
from performance_rules.extraction.tables.grid import Row, header_height, is_number, titles
from performance_rules.extraction.tables.words import HEADER, Meaning, TableWords
from performance_rules.values import is_blank

if TYPE_CHECKING:
    from performance_rules.readers.document import Document, Paragraph, Table

    Block: TypeAlias = Paragraph | Table

_NEAR: Final = 6
"""How many paragraphs above a table may be its caption, its unit, its makers."""

_LONGEST: Final = 60
_SENTENCE: Final = frozenset("。；;")


@define(eq=False)
class Found:
    """A table with all that is printed about it.

    Attributes:
        rows: its rows, those of its continuations too, without titles inside the grid.
        caption: its caption as printed, without number and year as far as known.
        id: which of the tables that must be published it is; empty for any other.
        meaning: what the caption, and titles inside the grid, say of every figure in it.
        unit: the unit of its amounts; empty where none is stated.
        notes: what is printed below it.
        number: its number among the tables of the document; None in running text.
        page: the page on which it begins.
        start: where it begins in the document's text.
        end: where it ends.
    """

    rows: list[Row]
    caption: str = ""
    id: str = ""
    meaning: Meaning = field(factory=Meaning)
    captioned: bool = False
    unit: str = ""
    notes: list[str] = field(factory=list)
    number: int | None = None
    page: int | None = None
    start: int = 0
    end: int = 0


def blocks_of(document: Document) -> list[Paragraph | Table]:
    """Return the paragraphs and tables of a document, in order."""
    blocks: list[Paragraph | Table] = [*document.paragraphs, *document.tables]
    return sorted(blocks, key=lambda block: block.start)


def found_tables(document: Document, words: TableWords, year: int | None) -> list[Found]:
    """Return the tables of a document, continuations joined to what they continue."""
    tables = {table.start: table for table in document.tables}
    found: list[Found] = []
    above: list[Paragraph] = []
    for block in blocks_of(document):
        table = tables.get(block.start)
        if table is None:
            paragraph = next(p for p in document.paragraphs if p.start == block.start)
            if found and not above and not _begins_anew(paragraph.text, words):
                _note(found[-1], paragraph.text, words)
            above.append(paragraph)
            continue
        one = _found(table, above, words, year)
        if found and _continues(found[-1], one, above, words):
            _join(found[-1], one, words)
        else:
            found.append(one)
        above = []
    return found
