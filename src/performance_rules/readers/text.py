"""Plain text and Markdown: a line is a paragraph, lines with tabs or pipes are the rows of a table.

So are lines of a name and as many figures each, with blanks between, one below the other.

The text of the document is that of the file, so a character range points into the file itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Final, TypeAlias

from attrs import define, field, frozen

from performance_rules.errors import Message
from performance_rules.readers.assemble import BLANKS
from performance_rules.readers.decoding import decode
from performance_rules.readers.document import Block, Cell, Document, Paragraph, Table
from performance_rules.readers.limits import Budget, Limits, refused

_BREAK: Final = re.compile(r"[\n\f\v]")
_HEADING: Final = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_RULE: Final = re.compile(r"\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?")
_FIGURE: Final = re.compile(r"[-+−≥≤<>]?[0-9０-９][0-9,.０-９，．]*[%％]?")
_COUNTED: Final = re.compile(r"[≥≤<>]?[0-9][0-9,.]*[\u4e00-\u9fff]{1,3}")
"""A figure with its counter: 150人, ≥12.5公里."""
_NUMBERED: Final = ("序号", "编号")
_YEARLY: Final = ("年度", "年份", "年")
"""The head of a column of years, printed as numbers or with their word."""
_CODED: Final = ("编码", "代码")
"""How the head of a column of codes ends, whose names have a column of their own."""
_TOTALS: Final = ("合计", "总计", "共计", "小计")
_FEWEST_ROWS: Final = 3
_FEWEST_FIGURES: Final = 2
_FEWEST_CELLS: Final = 3
_LONGEST_HEAD: Final = 12
_DATED: Final = re.compile(r"(?:19|20)\d\d年(?!\d)")
_WORD: Final = r"^(?:项[ \u3000\xa0]+目|[合总共][ \u3000\xa0]+计)(?![^ \u3000\xa0])|[^ \u3000\xa0]+"
_APART: Final = re.compile(_WORD)
"""A cell; 合 计 is one word."""
_CELL: Final = re.compile(
    r"^(?:\d{7}|\d{5}|\d{3})[ \u3000\xa0]+[\u4e00-\u9fff][^ \u3000\xa0]*|" + _WORD
)
"""The same where a code belongs to the name behind it."""
_CLAUSE: Final = re.compile("[。，；：,;:！？]")
_LISTED: Final = 2
_WIDE: Final = 4
_NAME: Final = re.compile(r"[\u4e00-\u9fff]{2}")
_EMPTY: Final = ("-", "—", "——", "/")
_EMPHASIS: Final = re.compile(r"(\*\*|__|`)(.+)\1", re.DOTALL)
_UNPRINTED: Final = "\0\x01\x02\x03\x04\x05\x06\x07\x08\x0e\x0f\x1a\x7f"
_PRINTED: Final = str.maketrans(dict.fromkeys(_UNPRINTED, " "))

_BARS: Final = str.maketrans("｜│┃", "|||")
"""A bar between cells is a bar, however wide it is printed."""

Stretch: TypeAlias = tuple[int, int]


def read_text(data: bytes, name: str, sha256: str, limits: Limits) -> Document:
    """Return the document that a text file holds.

    Raises:
        UnreadableError: if it is no text, or too long.
    """
    decoded, notes = decode(data)
    text = decoded.replace("\r\n", "\n").replace("\r", "\n").translate(_PRINTED)
    budget = Budget(limits)
    budget.read(text)
    blocks = tuple(_Blocks(text, budget).read())
    if not blocks:
        raise refused("文件里没有文字", "the file holds no text")
    return Document(name, "text", text, blocks, sha256, notes=tuple[Message, ...](notes))


@frozen
class _Line:
    """A line that holds something: where it stands, and its number among all lines."""

    start: int
    end: int
    text: str
    number: int


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
            rows, after = self.table_at(at)
            if rows:
                yield self.table(rows)
            else:
                yield from map(self.paragraph, self.lines[at:after])
            at = after

    def table_at(self, at: int) -> tuple[list[list[Stretch]], int]:
        """Return the rows of the table that begins in a line, if one does, and the line after."""
        line = self.lines[at]
        if _tabbed(line.text):
            rows, after = self.rows(at, _tabbed, _by_tabs)
            told = any(sum(start < end for start, end in row) > 1 for row in rows)
            return rows if told else [], after
        if "|" not in line.text:
            rows, after = self.spaced(at)
            rows = rows or self.listed(at)
            return rows, max(after, at + len(rows))
        edged = line.text.lstrip(" ").startswith("|")
        rows, after = self.rows(at, _piped, _by_pipes if edged else _by_inner_pipes)
        below = self.lines[at + 1] if at + 1 < len(self.lines) else None
        ruled = below is not None and below.number == line.number + 1 and _is_rule(below.text)
        if ruled or self.is_grid(rows):
            return rows, after
        rule = next((i for i in range(at + 1, after) if _is_rule(self.lines[i].text)), after + 1)
        return [], max(at + 1, rule - 1)

    def spaced(self, at: int) -> tuple[list[list[Stretch]], int]:
        """Return the rows of a table whose cells only blanks part, and the line after.

        Below a head without figures every line has as many cells, with figures under the same
        heads: ``指标 分值 得分`` over ``决策 20 19``.
        """
        head = _by_blanks(self.lines[at])
        heads = [self.text[a:b] for a, b in head]
        if len(head) < _FEWEST_CELLS or not all(map(_is_head, heads)):
            return [], at + 1
        rows, columns = [head], None
        after = at + 1
        coded = heads[0].endswith(_CODED)
        numbered = coded or heads[0] in _NUMBERED
        while after < len(self.lines):
            line = self.lines[after]
            row = _by_blanks(line, _APART if coded else _CELL)
            if line.number != self.lines[after - 1].number + 1:
                break
            if numbered and len(row) == len(head) - 1 and self.text[slice(*row[0])] in _TOTALS:
                row = [(row[0][0], row[0][0]), *row]  # the total has no number
                figures = tuple(i for i, (a, b) in enumerate(row) if self.is_told(a, b))
                if figures == (columns or ())[1:]:
                    rows.append(row)
                    after += 1
                    break
            if len(row) != len(head):
                break
            figures = tuple(i for i, (a, b) in enumerate(row) if self.is_told(a, b))
            common = figures if columns is None else tuple(i for i in columns if i in figures)
            if len(common) < _FEWEST_FIGURES:
                break
            columns = common  # a target may be told in words: 显著提升
            rows.append(row)
            after += 1
        first = (columns or ())[:1] == (0,)
        named = first == numbered or heads[0] in _YEARLY
        told = len(columns or ()) >= _FEWEST_FIGURES and named
        if after < len(self.lines) and self.goes_on(after, len(head)):
            return [], at + 1  # a row with blank cells: which they are, blanks do not say
        return (rows, after) if told and len(rows) >= _FEWEST_ROWS else ([], at + 1)

    def goes_on(self, at: int, width: int) -> bool:
        """Whether a line right below the rows of a table is one more, though of another kind."""
        row, line = _by_blanks(self.lines[at]), self.lines[at]
        below = line.number == self.lines[at - 1].number + 1
        figures = [one for one in row[1:] if self.is_told(*one)]
        alike = len(row) == width or len(figures) == len(row) - 1
        return below and len(figures) >= _FEWEST_FIGURES and alike

    def is_told(self, start: int, end: int) -> bool:
        """Whether a cell holds a figure, or a sign that there is none."""
        text = self.text[start:end]
        return _is_figure(text) or text in _EMPTY

    def listed(self, at: int) -> list[list[Stretch]]:
        """Return the rows of a list of names and one figure each, if one begins in a line.

        Two words above it are its head.
        """
        first = _by_blanks(self.lines[at])
        if len(first) != _LISTED:
            return []
        headed = not any(self.is_told(*one) for one in first)
        rows: list[list[Stretch]] = []
        for line in self.lines[at + headed :]:
            row = _by_blanks(line)
            apart = line.number != self.lines[at].number + headed + len(rows)
            if apart or len(row) != _LISTED or not self.is_named(row):
                break
            rows.append(row)
        pages = all(self.text[a:b].isdigit() for _, (a, b) in rows)  # of a list of contents
        if len(rows) < _FEWEST_ROWS or pages:
            return []
        return [first, *rows] if headed else rows

    def is_named(self, row: list[Stretch]) -> bool:
        """Whether a row is a name and a figure behind it."""
        (start, end), figure = row
        name = self.text[start:end]
        named = _NAME.search("".join(name.split())) is not None and _CLAUSE.search(name) is None
        return named and not self.is_told(start, end) and self.is_told(*figure)

    def is_grid(self, rows: list[list[Stretch]]) -> bool:
        """Whether lines with pipes and no rule among them are a table: of one width, with figures.

        A row may lack its last cell.  A menu of a page, ``首页 | 公开 | 服务``, has none.
        """
        if len(rows) < _FEWEST_ROWS - (max(map(len, rows), default=0) > _WIDE):
            return False
        widths = [len(row) for row in rows]
        figures = sum(any(_is_told(self.text[a:b]) for a, b in row) for row in rows)
        even = max(widths) - min(widths) < 2 or self.is_form(rows)
        return even and figures >= min(_FEWEST_FIGURES, len(rows) - 1)

    def is_form(self, rows: list[list[Stretch]]) -> bool:
        """Whether lines with pipes are blocks of a form below each other, each as wide as it needs.

        The widest has figures in several rows; above it stand names, each with what it is.
        """
        runs = [[*run] for _, run in groupby(rows, key=len)]
        wide = [run for run in runs if len(run[0]) > _WIDE and len(run) >= _FEWEST_ROWS]
        return any(
            sum(any(_is_told(self.text[a:b]) for a, b in row) for row in run) >= _FEWEST_FIGURES
            for run in wide
        )

    def rows(
        self, at: int, belongs: Callable[[str], bool], split: Callable[[_Line], list[Stretch]]
    ) -> tuple[list[list[Stretch]], int]:
        """Return the rows from a line on; between lines with tabs one blank line is let pass."""
        rows: list[list[Stretch]] = []
        width = 0
        before = self.lines[at].number - 1
        while at < len(self.lines):
            line = self.lines[at]
            if not belongs(line.text):
                break
            row = split(line)
            gap = line.number - before
            if gap > 2 or (gap == 2 and (belongs is not _tabbed or len(row) != width)):
                break
            if not _is_rule(line.text):
                rows.append([self.trimmed(*stretch) for stretch in row])
            width = max(width, len(row))
            before = line.number
            at += 1
        return rows, at

    def trimmed(self, start: int, end: int) -> Stretch:
        """Return a stretch of the text without blanks and marks of emphasis at its ends."""
        text = self.text[start:end]
        start += len(text) - len(text.lstrip(BLANKS))
        end = max(start, end - len(text) + len(text.rstrip(BLANKS)))
        marked = _EMPHASIS.fullmatch(self.text, start, end)
        return marked.span(2) if marked and marked[1] not in marked[2] else (start, end)

    def paragraph(self, line: _Line) -> Paragraph:
        self.budget.count()
        self.paragraphs += 1
        heading = _HEADING.match(line.text)
        start, end = self.trimmed(line.start + (heading.end() if heading else 0), line.end)
        level = len(heading[1]) if heading else None
        return Paragraph(self.text[start:end], self.paragraphs, start, end, level=level)

    def table(self, rows: list[list[Stretch]]) -> Table:
        self.tables += 1
        width = max(map(len, rows))
        self.budget.count(width * len(rows))
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
    for number, line in enumerate(_BREAK.split(text)):
        if line.strip(BLANKS):
            lines.append(_Line(start, start + len(line), line.translate(_BARS), number))
        start += len(line) + 1
    return lines


def _is_rule(line: str) -> bool:
    """Whether a line is the one below the head of a Markdown table."""
    return _RULE.fullmatch(line.strip(BLANKS)) is not None


def _is_figure(text: str) -> bool:
    return _FIGURE.fullmatch(text.strip(BLANKS)) is not None


def _is_told(text: str) -> bool:
    """Whether a cell between bars is a figure, with its counter or without."""
    return _is_figure(text) or _COUNTED.fullmatch(text.strip(BLANKS)) is not None


def _tabbed(line: str) -> bool:
    return "\t" in line.rstrip(" ")


def _piped(line: str) -> bool:
    return "|" in line


def _is_head(text: str) -> bool:
    """Whether a text may stand over a column: short, no figure and no clause; 2022年决算数."""
    figure = text[0].isdigit() and _DATED.match(text) is None
    short = len(text) <= _LONGEST_HEAD and not figure
    return short and _CLAUSE.search(text) is None


def _by_blanks(line: _Line, cell: re.Pattern[str] = _CELL) -> list[Stretch]:
    return [(line.start + m.start(), line.start + m.end()) for m in cell.finditer(line.text)]


def _by_tabs(line: _Line) -> list[Stretch]:
    return _stretches(line.start, line.text, "\t")


def _by_pipes(line: _Line) -> list[Stretch]:
    inner = line.text.strip(" ")
    start = line.start + line.text.index(inner)
    if inner.startswith("|"):
        inner, start = inner[1:], start + 1
    return _stretches(start, inner.removesuffix("|"), "|")


def _by_inner_pipes(line: _Line) -> list[Stretch]:
    """Return the cells of a line whose table has no bars at its edges: the first may be blank."""
    inner = line.text.rstrip(" ")
    return _stretches(line.start, inner.removesuffix("|") if inner[:1] != "|" else inner, "|")


def _stretches(start: int, text: str, mark: str) -> list[Stretch]:
    stretches = []
    for part in text.split(mark):
        stretches.append((start, start + len(part)))
        start += len(part) + 1
    return stretches
