"""From the lines of printed pages to paragraphs: which line goes on in the next."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from attrs import define, field, frozen

from performance_rules.readers.markers import ends_sentence, glue, opens_item
from performance_rules.readers.raw import RawParagraph

_OF_PAGES: Final = re.compile(r"[第共]\s*\d+\s*页")
_TOKEN: Final = re.compile(r"(?:[!-~]+.?|.)[，。、；：！？）》”’〕】,.;:!?)%％]*")
"""What a line break rarely parts: an amount and its unit, a character and its punctuation."""

_LEADER: Final = re.compile(r"[…·.]{4,}\s*\d*$")
"""What ends an entry of a table of contents."""

_PAGE_NUMBER: Final = re.compile(
    r"[-—–~·\s]*(?:第\s*)?(\d{1,4})(?:\s*页)?(?:\s*[/，,]?\s*(?:共\s*)?\d{1,4}\s*页?)?[-—–~·\s]*"
)

_CUT: Final = re.compile(r"[\u4e00-\u9fff][0-9][0-9,.]*$")
_REST: Final = re.compile(r"[0-9,.]*[0-9]\s*(?:[千万亿]?元|[%％])")
"""An amount that a page cuts in two."""

_MARKED: Final = re.compile(r"[-—–~·]\s*\d{1,4}\s*[-—–~·]|第\s*\d{1,4}\s*页.*", re.DOTALL)
"""A page number that is set off as one."""


@frozen
class PrintedLine:
    """One printed line, where it stands on its page, and its height; in tenths of a point.

    Attributes:
        alone: it is never joined with another line.
    """

    text: str
    left: int
    right: int
    top: int
    height: int
    page: int
    alone: bool = False


@frozen
class Margins:
    """Where the lines of a page begin and end.

    Attributes:
        sure: enough lines were seen to tell a line that is set in from one that is not.
    """

    left: int
    right: int
    sure: bool = True


def margins(lines: Sequence[PrintedLine], width: int) -> Margins:
    """Return the margins that several lines keep; a single line that sticks out does not count.

    Where too few lines are full to show the right margin, it is taken to be as wide as the left.
    """
    share = len(lines) // 20
    left = _kept(sorted(line.left for line in lines), max(1, share)) or 0
    right = _kept(sorted((line.right for line in lines), reverse=True), max(3, share))
    right = right if right and 2 * right > width else width - left
    return Margins(left, right, len(lines) >= _ENOUGH)


def _kept(edges: list[int], few: int) -> int | None:
    """Return the outermost edge that several lines share."""
    pairs = zip(edges, edges[few - 1 :], strict=False)
    return next((edge for edge, inner in pairs if abs(inner - edge) <= _NEAR), None)


_NEAR: Final = 100
_ENOUGH: Final = 8


def running(pages: Sequence[Sequence[PrintedLine]], heights: Sequence[int]) -> set[int]:
    """Return the ids of headers, footers and page numbers: lines that recur at the paper's edge.

    A number at the edge is a page number if it grows with the page, or is set off as one: — 12 —,
    第12页.  Another line recurs if it stands at the edge of half of the pages, the page number in
    it aside.
    """
    numbers: dict[int, list[PrintedLine]] = defaultdict(list)
    recurring: dict[str, list[PrintedLine]] = defaultdict(list)
    marked: list[PrintedLine] = []
    for lines, height in zip(pages, heights, strict=True):
        for line in (*lines[:2], *lines[2:][-2:]):
            edge = height * 3 // 40
            if edge < line.top < height - edge - line.height:
                continue
            found = _PAGE_NUMBER.fullmatch(line.text)
            if found and _MARKED.fullmatch(line.text):
                marked.append(line)
            elif found:
                numbers[int(found[1]) - line.page].append(line)
            else:
                recurring[_OF_PAGES.sub("页", line.text)].append(line)
    dropped = [line for group in numbers.values() if len(group) > 1 for line in group]
    dropped += marked
    enough = max(3, len(pages) // 2)
    for group in recurring.values():
        if len({line.page for line in group}) >= enough:
            dropped += group
    return {id(line) for line in dropped}


def paragraphs(
    lines: Iterable[PrintedLine], page_margins: Sequence[Margins]
) -> Iterator[RawParagraph]:
    """Join lines that only the layout broke; a paragraph may go on to the next page.

    Args:
        lines: the lines between two tables, in order.
        page_margins: the margins of every page.
    """
    open_lines: list[PrintedLine] = []
    for line in lines:
        if open_lines and not _goes_on(open_lines, line, page_margins):
            yield _paragraph(open_lines)
            open_lines = []
        open_lines.append(line)
    if open_lines:
        yield _paragraph(open_lines)


def _goes_on(before: list[PrintedLine], line: PrintedLine, page_margins: Sequence[Margins]) -> bool:
    """Whether a line belongs to the paragraph of those before.

    The line before must be full: it left no room for what begins this one. A line that is set in
    begins a paragraph, but in a hanging item all lines after the first are set in. So does one that
    opens an item after the end of a sentence, or below the mark of the item before; and, where the
    page has few lines to tell, one right below a line that is a sentence of its own.  An amount
    that a page cuts in two goes on anyway.
    """
    last = before[-1]
    if last.alone or line.alone or _LEADER.search(last.text):
        return False
    if last.page != line.page and _CUT.search(last.text) and _REST.match(line.text):
        return True
    em = min(last.height, line.height)
    if abs(last.height - line.height) > em // 4:
        return False
    room = page_margins[last.page - 1].right - last.right
    if room > _width(line.text, em) + 2 * em:
        return False
    if line.page == last.page and line.top - last.top > 4 * em:
        return False
    set_in = line.left - page_margins[line.page - 1].left > em + em // 4
    if set_in:
        hanging = opens_item(before[0].text) and line.left > before[0].left + em // 2
        return hanging and not ends_sentence(last.text) and not opens_item(line.text)
    ended = ends_sentence(last.text)
    below = abs(line.left - before[0].left) < em // 2
    if opens_item(line.text):
        return not (ended or (below and opens_item(before[0].text)))
    if page_margins[line.page - 1].sure:
        return True
    return not (ended and below and len(before) == 1)


def _width(text: str, em: int) -> int:
    """Return how wide the first word of a line is; half an em for a Latin letter or digit."""
    found = _TOKEN.match(text)
    return sum(em // 2 if letter.isascii() else em for letter in found[0]) if found else 0


def _paragraph(lines: list[PrintedLine]) -> RawParagraph:
    joined = _Joined(lines[0].text, lines[0].page)
    for line in lines[1:]:
        joined.add(line)
    return RawParagraph(joined.text, lines[0].page, breaks=tuple(joined.breaks))


@define
class _Joined:
    text: str
    page: int
    breaks: list[tuple[int, int]] = field(factory=list)

    def add(self, line: PrintedLine) -> None:
        self.text = glue(self.text, line.text)
        if line.page != self.page:
            self.page = line.page
            self.breaks.append((len(self.text) - len(line.text.lstrip()), line.page))
