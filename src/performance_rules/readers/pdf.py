"""PDF files: the text layer by pdfplumber, tables where lines are ruled."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Final, TypeAlias
from unicodedata import normalize

from attrs import evolve, frozen

from performance_rules.errors import Message
from performance_rules.readers.borderless import Word, rows_of_borderless_tables
from performance_rules.readers.glyphs import is_level, without_doubles
from performance_rules.readers.glyphs import tenths as _tenths
from performance_rules.readers.guard import UNLOCK
from performance_rules.readers.limits import Budget, Limits, missing, refused
from performance_rules.readers.markers import ends_sentence, glue, opens_item
from performance_rules.readers.paging import count_pages, weigh
from performance_rules.readers.raw import FileContent, RawBlock, RawTable, Row
from performance_rules.readers.reflow import Margins, PrintedLine, margins, paragraphs, running

if TYPE_CHECKING:
    from pdfplumber.page import Page
    from pdfplumber.table import Table

_TOLERANCE: Final = 5
"""Points between baselines of one line: digits in another font stand a little off."""

_SAME: Final = 30
"""How far edges of columns may differ, in tenths of a point, to be those of one table."""

_UNMAPPED: Final = re.compile(r"\(cid:\d+\)")
_RADICALS: Final = re.compile(r"[\u2e80-\u2fdf]")
"""Radicals that some fonts map common characters to."""

Box: TypeAlias = tuple[int, int, int, int]
"""Left, top, right and bottom edge in tenths of a point."""

_NUMBER: Final = re.compile(r"[-+−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?[%％]?")


def read_pdf(data: bytes, limits: Limits) -> FileContent:
    """Return the paragraphs and ruled tables of a PDF.

    Raises:
        UnreadableError: if pdfplumber is missing, or the file is protected, has no text layer, or
            holds too much.
    """
    try:
        import pdfplumber
        from pdfplumber.utils.exceptions import PdfminerException
    except ModuleNotFoundError:
        raise missing("pdfplumber", ["PDF"]) from None
    budget = Budget(limits)
    try:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            count_pages(pdf.doc, limits)
            pages = [_page(page, budget) for page in pdf.pages]
            mended = any("Fallback" in type(xref).__name__ for xref in pdf.doc.xrefs)
    except PdfminerException as error:
        if error.args and "Password" in type(error.args[0]).__name__:
            raise refused("文件有密码保护", "the file is protected by a password", UNLOCK) from None
        raise
    _refuse_unprintable(pages)
    return FileContent(tuple(_blocks(pages)), len(pages), tuple(_notes(pages, mended)))


@frozen
class _Grid:
    """A ruled table on one page: its rows and where it stands, in tenths of a point."""

    rows: tuple[Row, ...]
    lefts: tuple[int, ...]
    right: int
    top: int
    page: int


@frozen
class _Page:
    number: int
    width: int
    height: int
    lines: tuple[PrintedLine, ...]
    grids: tuple[_Grid, ...]
    pictures: bool
    unmapped: int
    characters: int
    turned: int


def _page(whole: Page, budget: Budget) -> _Page:
    """Return the lines and tables of one page."""
    weigh(whole.page_obj, whole.page_number, budget.limits)
    # First what is turned, then what is printed twice: a watermark lying over a digit of the text
    # must not make the digit its double.
    page = without_doubles(whole.filter(is_level))
    turned = sum(not is_level(char) for char in whole.chars)
    budget.read("".join(char["text"] for char in page.chars))
    unmapped = sum(1 for char in page.chars if _UNMAPPED.fullmatch(char["text"]))
    tables = [table for table in page.find_tables() if len({box[0] for box in table.cells}) > 1]
    number = whole.page_number
    found = _Page(
        number,
        _tenths(whole.width),
        _tenths(whole.height),
        _lines(page, [box for table in tables for box in table.cells], number),
        tuple(_grid(table, number, budget) for table in tables),
        any(_covers(image, whole) for image in whole.images),
        unmapped,
        len(page.chars) + turned,
        turned,
    )
    whole.close()
    return found


def _box(edges: Sequence[object]) -> Box:
    left, top, right, bottom = (_tenths(edge) for edge in edges)
    return left, top, right, bottom


def _inside(char: dict[str, object], box: Box) -> bool:
    """Whether the middle of a character lies in a box."""
    left, top, right, bottom = box
    x, y = _middle(char)
    return left <= x <= right and top <= y <= bottom


def _middle(char: dict[str, object]) -> tuple[int, int]:
    x = (_tenths(char["x0"]) + _tenths(char["x1"])) // 2
    return x, (_tenths(char["top"]) + _tenths(char["bottom"])) // 2


def _lines(page: Page, cells: Sequence[Sequence[object]], number: int) -> tuple[PrintedLine, ...]:
    """Return the lines of a page outside the cells of its tables."""
    prose = page.filter(_outside(cells, page)) if cells else page
    lines = []
    words = []
    for line in prose.extract_text_lines(y_tolerance=_TOLERANCE):
        sizes = sorted(_tenths(char["size"]) for char in line["chars"])
        lines.append(
            PrintedLine(
                _plain(line["text"]),
                _tenths(line["x0"]),
                _tenths(line["x1"]),
                _tenths(line["top"]),
                sizes[len(sizes) // 2],
                number,
            )
        )
        words.append(_words(line["chars"]))
    rows = rows_of_borderless_tables(words)
    return tuple(evolve(line, alone=at in rows) for at, line in enumerate(lines))


def _outside(cells: Sequence[Sequence[object]], page: Page) -> Callable[[dict[str, object]], bool]:
    """Return what tells whether something stands outside all cells; it asks those near it only."""

    def band(y: int) -> int:
        return min(max(0, y // high), _BANDS)

    high = 1 + _tenths(page.height) // _BANDS
    near: dict[int, list[Box]] = {}
    for box in map(_box, cells):
        for at in range(band(box[1]), band(box[3]) + 1):
            near.setdefault(at, []).append(box)

    def outside(item: dict[str, object]) -> bool:
        if item["object_type"] != "char":
            return True
        x, y = _middle(item)
        boxes = near.get(band(y), ())
        return not any(left <= x <= right and top <= y <= end for left, top, right, end in boxes)

    return outside


_BANDS: Final = 200
"""Into so many bands a page is cut to find the cells beside a character."""


def _words(chars: Sequence[dict[str, object]]) -> list[Word]:
    """Return the words of a line: stretches without blanks or gaps of half a character."""
    words: list[Word] = []
    for char in chars:
        text = str(char["text"])
        left, right = _tenths(char["x0"]), _tenths(char["x1"])
        if not text.strip():
            continue
        if words and left - words[-1][2] < _tenths(char["size"]) // 4:
            words[-1] = (words[-1][0] + text, words[-1][1], right)
        else:
            words.append((text, left, right))
    return words


def _plain(text: str) -> str:
    """Return a text with radicals as the characters that they stand for."""
    return _RADICALS.sub(lambda found: normalize("NFKC", found[0]), text)


def _grid(table: Table, number: int, budget: Budget) -> _Grid:
    rows: list[Row] = []
    for row, texts in zip(table.rows, table.extract(y_tolerance=_TOLERANCE), strict=True):
        cells = zip(texts, row.cells, strict=True)
        rows.append(tuple(_cell(text, box, table.page) for text, box in cells))
        budget.count(len(texts))
    lefts = sorted({box[0] for box in table.cells})
    right, top = _tenths(table.bbox[2]), _tenths(table.bbox[1])
    return _Grid(tuple(rows), tuple(map(_tenths, lefts)), right, top, number)


def _cell(text: str | None, box: Sequence[object] | None, page: Page) -> str | None:
    """Return the text of a cell with the lines joined that only its width broke."""
    if text is None or box is None:
        return None
    first, *others = _plain(text).split("\n")
    for line in others:
        before = first.rpartition("\n")[2]
        if _both_numbers(before, line):
            broken = not _fills(box, page)
        else:
            broken = opens_item(line) or ends_sentence(before)
        first = f"{first}\n{line}" if broken else glue(first, line)
    return first


def _both_numbers(before: str, after: str) -> bool:
    return bool(_NUMBER.fullmatch(before) and _NUMBER.fullmatch(after))


def _fills(edges: Sequence[object], page: Page) -> bool:
    """Whether a line in a cell is as wide as the cell, so that a number had to go on below."""
    box = _box(edges)
    chars = [char for char in page.chars if _inside(char, box)]
    lefts = [_tenths(char["x0"]) for char in chars]
    rights = [_tenths(char["x1"]) for char in chars]
    widest = max((right - left for left, right in zip(lefts, rights, strict=True)), default=0)
    free = box[2] - box[0] - (max(rights, default=0) - min(lefts, default=0))
    return free < 3 * widest


def _covers(image: dict[str, object], page: Page) -> bool:
    """Whether a picture takes a quarter of the page or more."""
    width = _tenths(image["x1"]) - _tenths(image["x0"])
    height = _tenths(image["bottom"]) - _tenths(image["top"])
    return 4 * width * height >= _tenths(page.width) * _tenths(page.height)


def _refuse_unprintable(pages: Sequence[_Page]) -> None:
    characters = sum(page.characters for page in pages)
    if not characters:
        raise refused(
            "扫描件：PDF 没有文字层",
            "a scan: the PDF has no text layer",
            Message("请提供可复制文字的 PDF 或 docx", "provide a PDF with text, or a docx"),
        )
    if 2 * sum(page.unmapped for page in pages) > characters:
        raise refused(
            "PDF 的字体没有对应的文字编码，读不出文字",
            "the fonts of the PDF do not say which characters they print",
            Message("请提供 docx，或重新导出 PDF", "provide a docx, or export the PDF again"),
        )


def _notes(pages: Sequence[_Page], mended: bool) -> Iterator[Message]:
    """Return what was not read, page by page."""
    kinds: tuple[tuple[Callable[[_Page], bool], str, str], ...] = (
        (
            lambda page: page.pictures and not page.characters,
            "是扫描件，没有文字层，未读",
            "a scan without text, was not read",
        ),
        (
            lambda page: page.pictures and page.characters > 0,
            "有大幅图片，图中文字未读",
            "holds a large picture, which was not read",
        ),
        (
            lambda page: page.unmapped > 0,
            "有字体没有文字编码，部分文字读不出",
            "has a font without characters, some text is lost",
        ),
        (
            lambda page: page.turned > 0,
            "有斜排、竖排或倒排的字（如水印），未读",
            "has text at an angle, such as a watermark, which was not read",
        ),
        (
            lambda page: any(line.alone for line in page.lines),
            "疑有无框线的表，未能核实其单元格",
            "seems to have a table without lines; its cells could not be verified",
        ),
    )
    if mended:
        yield Message("文件有损坏，可能缺页", "the file is damaged; pages may be missing")
    for holds, zh, en in kinds:
        numbers = [str(page.number) for page in pages if holds(page)]
        if numbers:
            more = len(numbers) > _LISTED
            zh_list = "、".join(numbers[:_LISTED]) + (" 等" if more else "")
            en_list = ", ".join(numbers[:_LISTED]) + (" and others" if more else "")
            yield Message(f"第 {zh_list} 页{zh}", f"page {en_list} {en}")


_LISTED: Final = 20


def _blocks(pages: Sequence[_Page]) -> Iterator[RawBlock]:
    """Return the paragraphs and tables of all pages in order, headers and footers dropped."""
    dropped = running([page.lines for page in pages], [page.height for page in pages])
    kept = [[line for line in page.lines if id(line) not in dropped] for page in pages]
    page_margins = [_margins(kept, pages, at) for at in range(len(pages))]
    open_lines: list[PrintedLine] = []
    open_grids: list[_Grid] = []
    for page, lines in zip(pages, kept, strict=True):
        items: list[PrintedLine | _Grid] = [*lines, *page.grids]
        for item in sorted(items, key=lambda item: item.top):
            if isinstance(item, PrintedLine):
                yield from _table(open_grids)
                open_grids = []
                open_lines.append(item)
            else:
                yield from paragraphs(open_lines, page_margins)
                open_lines = []
                if open_grids and not _continues(open_grids, item):
                    yield from _table(open_grids)
                    open_grids = []
                open_grids.append(item)
    yield from _table(open_grids)
    yield from paragraphs(open_lines, page_margins)


def _margins(kept: Sequence[Sequence[PrintedLine]], pages: Sequence[_Page], at: int) -> Margins:
    """Return the margins of a page.

    Few lines of a page may reach its right margin, so all pages of its width tell together; the
    left margin of odd and even pages may differ, so a page with enough lines tells its own.
    """
    width = pages[at].width
    alike = zip(pages, kept, strict=True)
    common = margins([x for page, lines in alike if page.width == width for x in lines], width)
    own = margins(kept[at], width)
    return evolve(common, left=own.left) if own.sure else common


def _continues(grids: Sequence[_Grid], grid: _Grid) -> bool:
    """Whether a table goes on from the page before: its columns, and nothing in between.

    The part on one page may lack columns that all its cells span.
    """
    before = grids[-1]
    if grid.page != before.page + 1 or abs(grid.right - before.right) > _SAME:
        return False
    fewer, more = sorted((grid, before), key=lambda part: len(part.lefts))
    return abs(grid.lefts[0] - before.lefts[0]) <= _SAME and all(
        any(abs(left - other) <= _SAME for other in more.lefts) for left in fewer.lefts
    )


def _widened(grid: _Grid, lefts: Sequence[int]) -> tuple[Row, ...]:
    """Return the rows of a part with the columns that only other parts have."""
    if len(grid.lefts) == len(lefts):
        return grid.rows
    places = [min(lefts, key=lambda left: abs(left - own)) for own in grid.lefts]
    columns = {left: at for at, left in enumerate(places)}
    return tuple(
        tuple(row[columns[x]] if x in columns else None for x in lefts) for row in grid.rows
    )


def _table(grids: Sequence[_Grid]) -> Iterator[RawTable]:
    """Return a table from its parts on one page or several; a repeated header counts once."""
    if not grids:
        return
    lefts = max((grid.lefts for grid in grids), key=len)
    rows: list[Row] = []
    pages: list[int] = []
    for grid in grids:
        part = _widened(grid, lefts)
        part = part[_shared(rows, part) :]
        rows += part
        pages += [grid.page] * len(part)
    yield RawTable(tuple(rows), tuple(pages))


def _shared(first: Sequence[Row], other: Sequence[Row]) -> int:
    """Return how many rows at the top of both are the same."""
    pairs = zip(first, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(first), len(other)))
