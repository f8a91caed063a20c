"""What became of every number of a document: bound, open with its reason, or no figure.

    accounts = account(document, bound=draft.bound_at, refused=draft.unbound)
    accounts.bound, accounts.open, accounts.no_figure

The numbers are found anew in the text, whatever the reading made of it, so that none is lost: one
that lies in the range of a bound figure is bound; one that was refused is open with the reason it
was refused for; of the rest, what is a date, a marker, a code … by its form is no figure, and
everything else is open.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final

from attrs import define, evolve, field

from performance_rules.extraction.drafts.draftlines import Unbound
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.tokens.forms import Forms, Span, numerals, shipped_forms
from performance_rules.extraction.tokens.normal import plain_word
from performance_rules.readers.document import Document, Paragraph, Table
from performance_rules.report.model import Paragraph as Printed
from performance_rules.report.model import Source
from performance_rules.text.years import YEAR

NOT_RECOGNISED: Final = "没有认出是哪一项"
_QUOTED: Final = 40
"""So many characters are quoted on either side of a number, less where its sentence ends."""

_STOPS: Final = re.compile(r"[。；;\n\t]")
_BROKEN: Final = re.compile(r"[\s.．,，]*")
_PAGE: Final = re.compile(r"[-—–－_·•\s]*\d{1,4}[-—–－_·•\s]*")
_DIGIT: Final = re.compile(r"\d")
_HEADER: Final = 8
"""A header of codes is looked for in so many rows at the top of a table."""


@fixed
class Accounts:
    """What became of the numbers of a document.

    Attributes:
        bound: how many are in the report.
        open: those that are not, although they look like figures, in their order.
        no_figure: how many are dates, markers, codes and the like.
    """

    bound: int = 0
    open: tuple[Unbound, ...] = ()
    no_figure: int = 0


def account(
    document: Document,
    *,
    bound: Iterable[Span],
    refused: Iterable[Unbound],
    codes: Iterable[Span] = (),
    printed: Sequence[Printed] = (),
    forms: Forms | None = None,
) -> Accounts:
    """Return what became of every number of a document.

    Args:
        document: the document.
        bound: where bound figures stand in its text.
        refused: the figures that were read and not bound.
        codes: where numbers stand that were read as codes.
        printed: its paragraphs with their sections, where an open number stands in one.
        forms: the forms of numbers that are no figures; the shipped ones by default.
    """
    taken = sorted(set(bound))
    known: dict[Span, Unbound] = {}
    for one in refused:
        span = one.span or _taken_back(one, document.text, taken)
        if span is not None:
            known.setdefault(span, one if one.span else evolve(one, span=span))
    walk = _Walk(document, taken, known, frozenset(codes), printed, forms or shipped_forms())
    return walk.accounts()


def _taken_back(refused: Unbound, text: str, bound: list[Span]) -> Span | None:
    """Return where a figure stands that was bound and then refused; it is bound no longer."""
    start, end = refused.source.start, refused.source.end
    if start is None or end is None:
        return None
    digits = _digits(refused.printed)
    for span in bound:
        if start <= span[0] and span[1] <= end and _digits(text[slice(*span)]) == digits:
            bound.remove(span)
            return span
    return None


def _digits(text: str) -> str:
    return "".join(c for c in text if c.isdecimal() or c == ".")


def _cover(spans: Sequence[Span]) -> Callable[[int, int], Span | None]:
    """Return what gives the span in which a number lies; ask in the order of the text."""
    left = iter(spans)
    now = next(left, None)

    def covering(start: int, end: int) -> Span | None:
        nonlocal now
        while now is not None and now[1] <= start:
            now = next(left, None)
        return now if now is not None and now[0] < end else None

    return covering


@define(eq=False)
class _Walk:
    """One walk over the numbers of a document, from front to back."""

    document: Document
    bound: Sequence[Span]
    refused: dict[Span, Unbound]
    codes: frozenset[Span]
    printed: Sequence[Printed]
    forms: Forms
    at: int = 0
    headers: dict[int, frozenset[int]] = field(factory=dict)
    numbered: dict[int, Printed] = field(factory=dict)

    def accounts(self) -> Accounts:
        """Return what became of the numbers."""
        text = self.document.text
        is_bound, is_refused = _cover(self.bound), _cover(sorted(self.refused))
        bound = no_figure = until = before = 0
        inside: Span | None = None
        found: list[Unbound] = []
        for start, end in numerals(text):
            own = is_bound(start, end)
            span = own or is_refused(start, end)
            broken = span is not None and span == inside and _BROKEN.fullmatch(text, before, start)
            inside, before = span, end
            if broken:
                continue  # 12. 70, or a number that a page parts, is one
            if own is not None:
                bound += 1
                continue
            if (start, end) in self.codes:
                until = end
            elif start >= until:
                kind, reach = self.forms.firm(text, start, end)
                until = reach if kind else until
            if start < until or self.is_none(start, end, refused=span is not None):
                no_figure += 1
            elif span is not None:
                found.append(self.again(self.refused[span], start, end, found))
            else:
                found.append(self.unknown(start, end))
        return Accounts(bound, tuple(found), no_figure)

    def again(self, one: Unbound, start: int, end: int, found: Sequence[Unbound]) -> Unbound:
        """Return a refusal; of a cell with several numbers the later ones by themselves."""
        return evolve(one, printed=self.said(start, end)) if one in found[-1:] else one

    def unknown(self, start: int, end: int) -> Unbound:
        """Return a number that nobody read as an open one."""
        return Unbound(self.said(start, end), self.source(start, end), NOT_RECOGNISED, (start, end))

    def paragraph(self, block: Paragraph) -> Printed | None:
        """Return the paragraph of the report that a block is, by its number in the whole file."""
        if not self.numbered and self.printed:
            self.numbered = {p.source.paragraph or 0: p for p in self.printed if p.source}
        return self.numbered.get(block.number)

    def is_none(self, start: int, end: int, *, refused: bool) -> bool:
        """Whether a number is no figure, by where it stands and, if nobody read it, by its form."""
        block = self.block(start)
        if isinstance(block, Paragraph):
            if refused:
                return False
            printed = self.paragraph(block)
            if printed is not None and printed.contents:
                return True
            if self.is_page(block):
                return True
            return bool(self.forms.loose(self.document.text, start, end, (block.start, block.end)))
        if block is None:
            return False
        row, column = _cell(block, start)
        cell, text = block.rows[row][column], self.document.text
        if self.is_code(block, column, text[start:end]):
            return True
        if refused:
            return False
        whole = end - start == cell.end - cell.start
        return (whole and _numbers_columns(block, row)) or bool(
            self.forms.loose(text, start, end, (cell.start, cell.end))
        )

    def is_page(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph is a page number: with dashes, or alone where there are pages."""
        text = paragraph.text
        if not _PAGE.fullmatch(text):
            return False
        return not text.strip().isdecimal() or self.document.format == "pdf"

    def is_code(self, table: Table, column: int, number: str) -> bool:
        """Whether a number stands in a column of codes, numbers of rows or dates."""
        known = self.headers.get(table.number)
        if known is None:
            known = self.headers[table.number] = frozenset(self.coded(table))
        return column in known and "," not in number

    def coded(self, table: Table) -> Iterator[int]:
        """Yield the columns of codes of a table."""
        for at, row in enumerate(table.rows[:_HEADER]):
            header = False
            for column, cell in enumerate(row):
                if cell.text is not None:
                    header = bool(cell.text) and self.forms.heads_codes(plain_word(cell.text))
                elif at and table.rows[at - 1][column].text is not None:
                    header = False  # the rest of the cell above, not of the one on its left
                if header:
                    yield column

    def block(self, at: int) -> Paragraph | Table | None:
        """Return the paragraph or table at a character; ask in the order of the text."""
        blocks = self.document.blocks
        while self.at < len(blocks) and blocks[self.at].end <= at:
            self.at += 1
        block = blocks[self.at] if self.at < len(blocks) else None
        return block if block is not None and block.start <= at else None

    def said(self, start: int, end: int) -> str:
        """Return a number as printed, with its unit."""
        text = self.document.text
        unit = self.forms.counted.match(text, end)
        return text[start : unit.end() if unit else end]

    def source(self, start: int, end: int) -> Source:
        """Return where a number stands, with the words around it."""
        text, block = self.document.text, self.block(start)
        place: dict[str, Any] = {}
        first, last = start, end
        if isinstance(block, Table):
            row, column = _cell(block, start)
            cell = block.rows[row][column]
            place = {"page": cell.page, "table": block.number, "row": cell.row}
            place["column"] = cell.column
            first, last = cell.start, cell.end
        elif block is not None:
            printed = self.paragraph(block)
            known = printed.source if printed is not None else None
            place = {"page": self.document.page_at(start), "paragraph": block.number}
            place["section"] = known.section if known is not None else None
            first, last = block.start, block.end
        first, last = max(first, start - _QUOTED), min(last, end + _QUOTED)
        first = max([first, *(stop.end() for stop in _STOPS.finditer(text, first, start))])
        stop = _STOPS.search(text, end, last)
        last = stop.start() if stop is not None else last
        quote = text[first:last]
        return Source(document=self.document.name, **place, start=first, end=last, quote=quote)


def _cell(table: Table, at: int) -> tuple[int, int]:
    """Return the row and column of the cell at a character, from 0."""
    row = max(bisect_right(table.rows, at, key=lambda cells: cells[0].start) - 1, 0)
    cells = table.rows[row]
    return row, max(bisect_right(cells, at, key=lambda cell: cell.start) - 1, 0)


def _numbers_columns(table: Table, row: int) -> bool:
    """Whether a row numbers the columns, 1 2 3, or holds years above them, 2023 2022."""
    said = [cell.text.strip() for cell in table.rows[row] if cell.text]
    numbers = [text for text in said if _DIGIT.search(text)]
    counted = [str(n) for n in range(1, len(numbers) + 1)]
    return len(numbers) > 1 and (
        numbers == counted or all(YEAR.fullmatch(number) for number in numbers)
    )
