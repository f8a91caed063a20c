"""From what a reader found to a `Document`: clean texts, numbers and character ranges."""

from __future__ import annotations

from typing import Final

from attrs import define, field

from performance_rules.readers.captions import caption_rows, said_in
from performance_rules.readers.document import Block, Cell, Document, Format, Paragraph, Table
from performance_rules.readers.raw import FileContent, RawParagraph, RawTable

BLANKS: Final = " \t\n\r\f\v\u00a0\u3000\u2002\u2003\u2009\u200b\ufeff"
"""What is stripped from both ends of a paragraph or a cell."""

_CLEAN: Final = {
    **{code: None for code in range(32) if code not in (9, 10)},
    **{ord("\t"): " ", ord("\xa0"): " "},
    **dict.fromkeys([0x7F, 0x200B, 0x200C, 0x200D, 0x2028, 0x2029, 0xFEFF, 0xAD]),
}
"""Characters that print as nothing vanish; a tab parts cells, so within one it is a blank."""


def clean(text: str) -> str:
    """Return a text as printed: no control characters, no blanks at the ends of its lines."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_CLEAN)
    if "\n" not in text:
        return text.strip(BLANKS)
    lines = (line.strip(BLANKS) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def assemble(reading: FileContent, name: str, form: Format, sha256: str) -> Document:
    """Return the document that a reader found: empty paragraphs and tables without text dropped."""
    writer = _Writer()
    for block in reading.blocks:
        if isinstance(block, RawParagraph):
            writer.paragraph(block)
        else:
            writer.table(block)
    text = "".join(writer.text)
    blocks = tuple(writer.blocks)
    counts = reading.pages, reading.notes, reading.pictures
    return Document(name, form, text, blocks, sha256, *counts)


@define
class _Writer:
    text: list[str] = field(factory=list)
    blocks: list[Block] = field(factory=list)
    at: int = 0
    paragraphs: int = 0
    tables: int = 0

    def write(self, text: str) -> None:
        self.text.append(text)
        self.at += len(text)

    def paragraph(self, raw: RawParagraph) -> None:
        text = clean(raw.text)
        if not text:
            return
        self.paragraphs += 1
        start = self.at
        # Blanks at the ends are gone by now, so a page may turn a little earlier than it was said.
        lost = max(raw.text.find(text[:1]), 0)
        breaks = tuple((start + max(at - lost, 0), page) for at, page in raw.breaks)
        self.write(text)
        self.blocks.append(
            Paragraph(text, self.paragraphs, start, self.at, raw.page, breaks, raw.level, raw.sheet)
        )
        self.write("\n")

    def table(self, raw: RawTable) -> None:
        above = caption_rows(raw.rows)
        for at, row in enumerate(raw.rows[:above]):
            page = raw.pages[at] if raw.pages else None
            self.paragraph(RawParagraph(" ".join(said_in(row)), page, sheet=raw.sheet))
        rows = raw.rows[above:]
        if not any(cell and clean(cell) for row in rows for cell in row):
            return
        self.tables += 1
        start = self.at
        pages = raw.pages[above:]
        cells = tuple(
            self.cells(row, number, pages[number - 1] if pages else None)
            for number, row in enumerate(rows, 1)
        )
        self.blocks.append(
            Table(
                cells,
                self.tables,
                start,
                self.at - 1,  # without the last line break
                tuple(dict.fromkeys(pages)),
                raw.sheet,
                raw.first_row + above,
                raw.first_column,
            )
        )

    def cells(self, row: tuple[str | None, ...], number: int, page: int | None) -> tuple[Cell, ...]:
        cells = []
        for column, raw in enumerate(row, 1):
            if column > 1:
                self.write("\t")
            text = None if raw is None else clean(raw)
            start = self.at
            self.write(text or "")
            cells.append(Cell(text, number, column, start, self.at, page))
        self.write("\n")
        return tuple(cells)
