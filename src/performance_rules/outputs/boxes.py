"""Where words stand on the pages of a PDF: boxes in the coordinates of the file.

A sentence is looked for in the lines of its page, a cell among the cells with the same words: that
of the same column, beside the name of its row.  Where that leaves more than one, none is chosen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final
from unicodedata import normalize

from attrs import frozen

from performance_rules.checking.findings import Where
from performance_rules.readers.glyphs import is_level, without_doubles
from performance_rules.report.phrases import JOINT

if TYPE_CHECKING:
    from pdfplumber.page import Page

_TOLERANCE: Final = 5
"""Points between baselines of one line, as when the file was read."""

_LEAST: Final = 10
"""Of a sentence that goes on overleaf so many characters at least must stand on its page."""

_LONG: Final = 12
"""Words as long as this are the same sentence wherever they stand."""


@frozen
class Box:
    """A rectangle on a page: left, bottom, right and top edge in the page as it is shown."""

    left: float
    bottom: float
    right: float
    top: float


@frozen
class Letter:
    """A character and its box."""

    text: str
    box: Box


@frozen
class PageCell:
    """A cell of a ruled table: its words, row and column from 1, and the words of its row."""

    letters: tuple[Letter, ...]
    row: int
    column: int
    beside: str


@frozen
class PageSheet:
    """A page of the file: its lines as one run of characters, and its cells."""

    letters: tuple[Letter, ...]
    cells: tuple[PageCell, ...]


class Boxes:
    """The pages of a file, each taken apart when it is asked for."""

    def __init__(self, data: bytes) -> None:
        """Open a file.

        Args:
            data: its bytes.

        Raises:
            ModuleNotFoundError: if pdfplumber is not installed.
        """
        import pdfplumber

        self._pdf = pdfplumber.open(BytesIO(data))
        self._sheets: dict[int, PageSheet] = {}

    def find(self, where: Where) -> list[Box]:
        """Return the boxes of the words at a place, one a line; none where it is not certain."""
        if where.elsewhere or where.page is None or not 1 <= where.page <= len(self._pdf.pages):
            return []
        if where.page not in self._sheets:
            self._sheets[where.page] = _sheet(self._pdf.pages[where.page - 1])
        sheet, wanted = self._sheets[where.page], _plain(where.quote)
        if not wanted:
            return []
        if where.table is not None:
            found = _in_cells(sheet.cells, where, wanted)
            return _lines(found or _alone(sheet.letters, wanted))
        return _lines(_in_text(sheet.letters, wanted))


def _sheet(whole: Page) -> PageSheet:
    page = without_doubles(whole.filter(is_level))
    letters = [
        letter
        for line in page.extract_text_lines(y_tolerance=_TOLERANCE, return_chars=True)
        for letter in _letters(line["chars"])
    ]
    cells = [cell for table in page.find_tables() for cell in _cells(table, page.chars)]
    return PageSheet(tuple(letters), tuple(cells))


def _cells(table: Any, chars: Sequence[dict[str, Any]]) -> Iterator[PageCell]:
    held: dict[tuple[int, int], list[dict[str, Any]]] = {}
    places = [
        (number, at, box)
        for number, row in enumerate(table.rows, 1)
        for at, box in enumerate(row.cells, 1)
        if box is not None
    ]
    left, top, right, bottom = table.bbox
    inside = [
        c for c in chars if left <= c["x0"] and c["x1"] <= right and top <= c["top"] <= bottom
    ]
    for number, at, box in places:
        held[number, at] = [char for char in inside if _holds(box, char)]
    rows: dict[int, str] = {}
    for (number, _), own in sorted(held.items()):
        rows[number] = rows.get(number, "") + "".join(letter.text for letter in _letters(own))
    for (number, at), own in held.items():
        if own:
            yield PageCell(tuple(_letters(own)), number, at, rows[number])


def _holds(box: Sequence[float], char: dict[str, Any]) -> bool:
    x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
    return bool(box[0] <= x <= box[2] and box[1] <= y <= box[3])


def _letters(chars: Sequence[dict[str, Any]]) -> Iterator[Letter]:
    """Yield the characters that are printed, as the text of the document has them."""
    for char in chars:
        box = Box(char["x0"], char["y0"], char["x1"], char["y1"])
        yield from (Letter(one, box) for one in _plain(char["text"]))


def _in_cells(cells: Sequence[PageCell], where: Where, wanted: str) -> tuple[Letter, ...]:
    """Return the one cell that holds just the words, in the column and row that are meant."""
    same = [cell for cell in cells if "".join(one.text for one in cell.letters) == wanted]
    steps = [_plain(step) for step in where.title.split(JOINT)]

    def rank(cell: PageCell) -> tuple[bool, int, bool]:
        named = sum(step in cell.beside for step in steps if step)
        return cell.column == where.column, named, cell.row == where.row

    best = max(map(rank, same), default=None)
    chosen = [cell for cell in same if rank(cell) == best]
    return chosen[0].letters if len(chosen) == 1 else ()


def _in_text(letters: Sequence[Letter], wanted: str) -> tuple[Letter, ...]:
    """Return a sentence; of one that goes on overleaf what stands on this page."""
    text = "".join(one.text for one in letters)
    at = text.find(wanted)
    if at >= 0 and (len(wanted) >= _LONG or text.find(wanted, at + 1) < 0):
        return tuple(letters[at : at + len(wanted)])
    if at >= 0 or len(wanted) < _LEAST:
        return ()
    at = text.find(wanted[:_LEAST])
    if at < 0 or text.find(wanted[:_LEAST], at + 1) >= 0:
        return ()
    end = at
    while end < len(text) and end - at < len(wanted) and text[end] == wanted[end - at]:
        end += 1
    return tuple(letters[at:end])


def _alone(letters: Sequence[Letter], wanted: str) -> tuple[Letter, ...]:
    """Return words that stand on the page once, and are no part of a longer number."""
    text, found, at = "".join(one.text for one in letters), [], -1
    while (at := text.find(wanted, at + 1)) >= 0:
        around = (text[at - 1 : at], text[at + len(wanted) : at + len(wanted) + 1])
        apart = (_apart(letters, at - 1), _apart(letters, at + len(wanted) - 1))
        if all(far or one not in "0123456789.,%" for one, far in zip(around, apart, strict=True)):
            found.append(at)
    return tuple(letters[found[0] : found[0] + len(wanted)]) if len(found) == 1 else ()


def _apart(letters: Sequence[Letter], at: int) -> bool:
    """Whether there is a gap between a character and the next one."""
    if at < 0 or at + 1 >= len(letters):
        return True
    one, other = letters[at].box, letters[at + 1].box
    return other.left < one.left or other.left - one.right > (one.top - one.bottom) / 2


def _lines(letters: Sequence[Letter]) -> list[Box]:
    """Return boxes around characters, one for each line."""
    boxes: list[Box] = []
    for box in (one.box for one in letters):
        last = boxes[-1] if boxes else None
        if (
            last is not None
            and box.left >= last.left
            and abs(box.bottom - last.bottom) < _TOLERANCE
        ):
            boxes[-1] = Box(
                last.left,
                min(last.bottom, box.bottom),
                max(last.right, box.right),
                max(last.top, box.top),
            )
        else:
            boxes.append(box)
    return boxes


def _plain(text: str) -> str:
    return "".join(normalize("NFKC", text).split())
