"""Plain text and Markdown: a line is a paragraph, lines with tabs or pipes are the rows of a table.

The text of the document is that of the file, so a character range points into the file itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

from attrs import define, field, frozen

from performance_rules.errors import Message
from performance_rules.readers.assemble import BLANKS
from performance_rules.readers.decoding import decode
from performance_rules.readers.document import Block, Cell, Document, Paragraph, Table
from performance_rules.readers.limits import Budget, Limits, refused

_HEADING: Final = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_RULE: Final = re.compile(r"[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?[ \t]*")
_EMPHASIS: Final = re.compile(r"(\*\*|__|`)(.+)\1", re.DOTALL)
_UNPRINTED: Final = "\0\x01\x02\x03\x04\x05\x06\x07\x08\x0e\x0f\x1a\x7f"
_PRINTED: Final = str.maketrans(dict.fromkeys(_UNPRINTED, " "))

Stretch: TypeAlias = tuple[int, int]


def read_text(data: bytes, name: str, sha256: str, limits: Limits) -> Document:
    """Return the document that a text file holds.

    Raises:
        UnreadableError: if it is no text, or too long.
    """
    decoded, notes = decode(data)
    text = decoded.replace("\r\n", "\n").replace("\r", "\n").translate(_PRINTED)
    budget = Budget(limits)
    budget.prose(text)
    blocks = tuple(_Blocks(text, budget).read())
    if not blocks:
        raise refused("文件里没有文字", "the file holds no text")
    return Document(name, "text", text, blocks, sha256, notes=tuple[Message, ...](notes))


@frozen
class _Line:
    start: int
    end: int
    text: str

    @property
    def blank(self) -> bool:
        return not self.text.strip(BLANKS)


@define
class _Blocks:
    """The paragraphs and tables of a text, in order."""

    text: str
    budget: Budget
    paragraphs: int = 0
    tables: int = 0
    lines: list[_Line] = field(factory=list)

    def read(self) -> Iterator[Block]:
        self.lines = _lines(self.text)
        at = 0
        while at < len(self.lines):
            if self.lines[at].blank:
                at += 1
                continue
            table, after = self.table_at(at)
            if table:
                yield table
            else:
                yield self.paragraph(self.lines[at])
                after = at + 1
            at = after

    def table_at(self, at: int) -> tuple[Table | None, int]:
        """Return the table that begins in a line, if one does, and the line after it."""
        line = self.lines[at]
        if "\t" in line.text:
            rows, after = self.rows(at, _tabbed, _by_tabs)
            told = any(sum(start < end for start, end in row) > 1 for row in rows)
        elif "|" in line.text and at + 1 < len(self.lines):
            rows, after = self.rows(at, _piped, _by_pipes)
            told = _RULE.fullmatch(self.lines[at + 1].text) is not None
        else:
            return None, at
        return (self.table(rows), after) if told else (None, at)

    def rows(
        self, at: int, belongs: Callable[[str], bool], split: Callable[[_Line], list[Stretch]]
    ) -> tuple[list[list[Stretch]], int]:
        """Return the rows from a line on; between lines with tabs one blank line is let pass."""
        rows: list[list[Stretch]] = []
        while at < len(self.lines):
            line = self.lines[at]
            if not belongs(line.text):
                if belongs is not _tabbed or not self.goes_on(at, max(map(len, rows))):
                    break
            elif not _RULE.fullmatch(line.text):
                rows.append([self.trimmed(*stretch) for stretch in split(line)])
            at += 1
        return rows, at

    def goes_on(self, at: int, width: int) -> bool:
        """Whether a line is blank and the next one a row with tabs of this width."""
        if not self.lines[at].blank or at + 1 >= len(self.lines):
            return False
        after = self.lines[at + 1]
        return _tabbed(after.text) and len(_by_tabs(after)) == width

    def trimmed(self, start: int, end: int) -> Stretch:
        """Return a stretch of the text without blanks and marks of emphasis at its ends."""
        text = self.text[start:end]
        start += len(text) - len(text.lstrip(BLANKS))
        end = max(start, end - len(text) + len(text.rstrip(BLANKS)))
        marked = _EMPHASIS.fullmatch(self.text, start, end)
        return marked.span(2) if marked and marked[1] not in marked[2] else (start, end)

    def paragraph(self, line: _Line) -> Paragraph:
        self.paragraphs += 1
        heading = _HEADING.match(line.text)
        start, end = self.trimmed(line.start + (heading.end() if heading else 0), line.end)
        level = len(heading[1]) if heading else None
        return Paragraph(self.text[start:end], self.paragraphs, start, end, level=level)

    def table(self, rows: list[list[Stretch]]) -> Table:
        self.tables += 1
        width = max(map(len, rows))
        self.budget.cell(times=width * len(rows))
        cells = []
        for number, row in enumerate(rows, 1):
            row += [(row[-1][1], row[-1][1])] * (width - len(row))
            cells.append(
                tuple(
                    Cell(self.text[start:end], number, column, start, end)
                    for column, (start, end) in enumerate(row, 1)
                )
            )
        return Table(tuple(cells), self.tables, cells[0][0].start, cells[-1][-1].end)


def _lines(text: str) -> list[_Line]:
    lines = []
    start = 0
    for line in re.split(r"[\n\f\v]", text):
        lines.append(_Line(start, start + len(line), line))
        start += len(line) + 1
    return lines


def _tabbed(line: str) -> bool:
    return "\t" in line.rstrip(" ") and bool(line.strip(BLANKS))


def _piped(line: str) -> bool:
    return "|" in line


def _by_tabs(line: _Line) -> list[Stretch]:
    return _stretches(line.start, line.text, "\t")


def _by_pipes(line: _Line) -> list[Stretch]:
    inner = line.text.strip(" ")
    start = line.start + line.text.index(inner)
    if inner.startswith("|"):
        inner, start = inner[1:], start + 1
    return _stretches(start, inner.removesuffix("|"), "|")


def _stretches(start: int, text: str, mark: str) -> list[Stretch]:
    stretches = []
    for part in text.split(mark):
        stretches.append((start, start + len(part)))
        start += len(part) + 1
    return stretches
