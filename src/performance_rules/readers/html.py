"""HTML pages, and the HTML that calls itself ``.xls`` or ``.doc``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from attrs import define, field

from performance_rules.readers.decoding import decode
from performance_rules.readers.limits import Budget, Limits, missing, refused, too_much
from performance_rules.readers.raw import FileContent, RawBlock, RawParagraph, RawTable, rectangular

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_DROPPED: Final = re.compile(
    "script|style|noscript|template|head|iframe|object|svg|select|textarea|button|-.*"
)
_INLINE: Final = re.compile(
    "a|abbr|acronym|b|bdi|bdo|big|cite|code|del|dfn|em|font|i|img|input|ins|kbd|label|mark|nobr|o:p"
    "|q|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr"
)
"""Elements inside a line; every other element begins and ends a paragraph."""

_HIDDEN: Final = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_TABLE: Final = re.compile(r"(</?table\b)", re.IGNORECASE)
_BLANK: Final = re.compile(r"[ \t\r\n\f]+")
_WRAPPED: Final = re.compile(r"(?<=[^\x00-\xff])[ \t]*[\r\n]\s*(?=[^\x00-\xff])")
"""A line break of the source between two Chinese characters, where the author wrote no blank."""

_WIDEST: Final = 1_000
"""The most columns a cell may span, as in the HTML standard."""

_DEEPEST: Final = 100
"""The most tables inside one another."""


def read_html(data: bytes, limits: Limits) -> FileContent:
    """Return the paragraphs and tables of a page.

    Raises:
        UnreadableError: if selectolax is missing, the page is no text, or has too much of it.
    """
    try:
        from selectolax.lexbor import LexborHTMLParser
    except ModuleNotFoundError:
        raise missing("selectolax", ["HTML"]) from None
    text, notes = decode(data)
    if not text.lstrip("\ufeff \t\r\n").startswith("<"):
        text = "".join(_broken(text))
    root = LexborHTMLParser(text).root
    if root is None:
        raise refused("网页里没有文字", "the page holds no text")
    builder = _Builder(Budget(limits))
    _walk(root, builder)
    return FileContent(tuple(builder.blocks[0]), notes=notes, pictures=builder.pictures)


def _broken(text: str) -> Iterator[str]:
    """Yield a text that holds tables in tags, with its lines outside of them kept apart."""
    inside = False
    for part in _TABLE.split(text):
        inside = part[1] != "/" if _TABLE.fullmatch(part) else inside
        yield part if inside else part.replace("\n", "<br>\n")


@define
class _Cell:
    blocks: list[RawBlock] = field(factory=list)
    wide: int = 1
    high: int = 1


@define
class _Table:
    rows: list[list[_Cell]] = field(factory=list)
    captions: list[_Cell] = field(factory=list)


@define
class _Builder:
    """Paragraphs and tables as they are met; the innermost open cell takes what comes."""

    budget: Budget
    blocks: list[list[RawBlock]] = field(factory=lambda: [[]])
    tables: list[_Table] = field(factory=list)
    line: list[str] = field(factory=list)
    level: int | None = None
    pictures: int = 0

    def say(self, text: str) -> None:
        self.line.append(text)

    def flush(self) -> None:
        """End the paragraph."""
        text = _BLANK.sub(" ", _WRAPPED.sub("", "".join(self.line)))
        self.line = []
        if text.strip():
            self.budget.count()
            self.budget.read(text)
            self.blocks[-1].append(RawParagraph(text, level=self.level))

    def enter(self, tag: str, node: LexborNode) -> None:
        self.pictures += tag == "img"
        if _INLINE.fullmatch(tag):
            return
        self.flush()
        if tag in _HEADINGS:
            self.level = int(tag[1])
        elif tag == "table":
            if len(self.tables) == _DEEPEST:
                raise too_much("表中套表的层数", "tables inside one another", _DEEPEST)
            self.tables.append(_Table())
        elif self.tables and tag == "tr":
            self.tables[-1].rows.append([])
        elif self.tables and tag in _CELLS:
            self.open_cell(tag, node)

    def open_cell(self, tag: str, node: LexborNode) -> None:
        table = self.tables[-1]
        cell = _Cell()
        if tag == "caption":
            table.captions.append(cell)
        else:
            attributes = node.attributes
            cell.wide = _span(attributes.get("colspan"))
            cell.high = _span(attributes.get("rowspan"))
            table.rows[-1:] = table.rows[-1:] or [[]]
            table.rows[-1].append(cell)
        self.blocks.append(cell.blocks)

    def leave(self, tag: str) -> None:
        if _INLINE.fullmatch(tag):
            return
        self.flush()
        if tag in _HEADINGS:
            self.level = None
        elif tag == "table" and self.tables:
            self.close_table(self.tables.pop())
        elif tag in _CELLS and len(self.blocks) > 1:
            self.blocks.pop()

    def close_table(self, table: _Table) -> None:
        """Hand over a table; one that only lays out the page dissolves into what it holds."""
        cells = [cell for row in table.rows for cell in row]
        nested = any(isinstance(block, RawTable) for cell in cells for block in cell.blocks)
        for cell in table.captions:
            self.blocks[-1] += cell.blocks
        if nested or len(cells) < 2:
            for cell in cells:
                self.blocks[-1] += cell.blocks
        else:
            self.blocks[-1].append(RawTable(_grid(table.rows, self.budget)))


_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_CELLS: Final = frozenset(("td", "th", "caption"))


def _grid(rows: list[list[_Cell]], budget: Budget) -> tuple[tuple[str | None, ...], ...]:
    """Return the texts of a table with None where a cell reaches into other rows and columns."""
    grid: list[list[str | None]] = []
    taken: dict[int, int] = {}  # column → how many rows more a cell from above covers it
    for row in rows:
        line: list[str | None] = []
        covered = {column: left - 1 for column, left in taken.items() if left > 1}
        for cell in row:
            while len(line) in taken:
                line.append(None)
            texts = [block.text for block in cell.blocks if isinstance(block, RawParagraph)]
            for column in range(len(line), len(line) + cell.wide):
                if cell.high > 1:
                    covered[column] = cell.high - 1
            line += ["\n".join(texts), *(None,) * (cell.wide - 1)]
            budget.count(cell.wide)
        line += [None if column in taken else "" for column in range(len(line), _past(taken))]
        budget.count(len(line) - sum(cell.wide for cell in row))
        grid.append(line)
        taken = covered
    return rectangular(grid, Budget(budget.limits))


def _past(taken: dict[int, int]) -> int:
    return max(taken, default=-1) + 1


def _span(value: str | None) -> int:
    digits = (value or "").strip()
    if not digits.isdecimal():
        return 1
    return min(max(int(digits[:6]), 1), _WIDEST)


def _walk(root: LexborNode, builder: _Builder) -> None:
    """Visit every node without recursion: a page may be nested a million deep."""
    node: LexborNode | None = root
    while node is not None:
        tag = node.tag or ""
        inside = None
        if tag == "-text":
            builder.say(node.text_content or "")
        elif tag == "br":
            builder.flush()
        elif not _hidden(tag, node):
            builder.enter(tag, node)
            inside = node.first_child
            if inside is None:
                builder.leave(tag)
        node = inside if inside is not None else _next(node, builder)
    builder.flush()


def _next(node: LexborNode, builder: _Builder) -> LexborNode | None:
    """Return the node after this one and all inside it, leaving those that end here."""
    current: LexborNode | None = node
    while current is not None:
        following = current.next
        if following is not None:
            return following
        current = current.parent
        if current is not None:
            builder.leave(current.tag or "")
    return None


def _hidden(tag: str, node: LexborNode) -> bool:
    if _DROPPED.fullmatch(tag):
        return True
    attributes = node.attributes
    return "hidden" in attributes or bool(_HIDDEN.search(attributes.get("style") or ""))
