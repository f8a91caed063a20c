"""A run of text as extraction reads it: half-width, without spaces, with the way back.

Every character that is kept knows where it stood, so that whatever is found can be quoted from the
original text.  Passages that a page or line break cut in two are read as one run.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.passages import Passage
from performance_rules.report.model import Source


def _one_for_one() -> dict[int, str]:
    """Return the characters that are read as another one; none becomes two or none."""
    table = {i: chr(i - 0xFEE0) for i in range(0xFF01, 0xFF5F)}
    # The full-width comma stays: between digits it divides two numbers, the other one groups them.
    del table[0xFF0C]
    for i in (*range(0x2F00, 0x2FD6), *range(0xF900, 0xFADA)):
        other = unicodedata.normalize("NFKC", chr(i))
        if len(other) == 1:
            table[i] = other
    table |= dict.fromkeys((0x2010, 0x2011, 0x2212), "-")
    spaces = (*range(9, 14), 0x85, 0xA0, 0xAD, *range(0x2000, 0x2010), 0x2028, 0x2029, 0x202F)
    return table | dict.fromkeys((*spaces, 0x205F, 0x2060, 0x3000, 0xFEFF), " ")


def _any_of(characters: Iterable[str]) -> str:
    return f"[{re.escape(''.join(characters))}]"


_HALF: Final = {chr(code): other for code, other in _one_for_one().items()}
_DROPPED: Final = frozenset(' "“”‘’「」『』')
_FULL: Final = re.compile(_any_of(_HALF))
_GAP: Final = re.compile(_any_of(_DROPPED) + "+")
_CHANGED: Final = re.compile(_any_of(_HALF.keys() | _DROPPED))
_OPENING: Final = frozenset("“‘「『")
_DIGITS: Final = frozenset("0123456789")

LINE: Final = re.compile(r"(?:—{1,2}|[·•●◆▪○◇□➢★▲]|[└├]─*)\s*(?=[\u4e00-\u9fff“])")
"""What marks a line of a list, and is no part of what it tells: ——基本支出300万元."""
_GROUPS: Final = re.compile(r"(?<=[\u4e00-\u9fff(:])\d{1,3}(?: \d{3})+(?=(?:\.\d+)?[亿千万]?元)")
"""An amount whose digits spaces group, right behind the word it is of."""
_SEVERAL: Final = 2

BAR: Final = "|"
"""Stands between two numbers that only a space divided."""


@lru_cache(maxsize=1024)  # one reader after the other reads the paragraphs of a document
def halved(text: str) -> str:
    """Return a text half-width, every character at its place."""
    for char in set(_FULL.findall(text)):
        text = text.replace(char, _HALF[char])
    return text.replace("其它", "其他")


@lru_cache(maxsize=4096)
def plain_word(text: str) -> str:
    """Return a word as it stands in normalised text."""
    if not _CHANGED.search(text):
        return text.replace("其它", "其他")
    return _GAP.sub("", halved(text))


@fixed(eq=False)
class Run:
    """Normalised text with the way back to the passages it was made of.

    Attributes:
        plain: the text that is read.
        origin: for each character of ``plain``, its offset in ``raw``.
        raw: the passages' texts, one after the other.
        passages: the passages.
        starts: where each passage starts in ``raw``.
    """

    plain: str
    origin: Sequence[int]
    raw: str
    passages: tuple[Passage, ...]
    starts: tuple[int, ...]

    def gap(self, at: int) -> bool:
        """Whether something was dropped before a character: a space or a quotation mark."""
        return 0 < at < len(self.origin) and self.origin[at] - self.origin[at - 1] > 1

    def printed(self, start: int, end: int) -> str:
        """Return what stands printed at a range of the normalised text."""
        return self.raw[self.origin[start] : self.origin[end - 1] + 1] if end > start else ""

    def source(self, start: int, end: int, section: str) -> Source:
        """Return the source of a range: what it quotes, and where that stands."""
        first, last = self.origin[start], self.origin[end - 1]
        while first and self.raw[first - 1] in _OPENING:
            first -= 1
        home, begin = self._place(first)
        _, finish = self._place(last)
        base = home.source
        return Source(
            document=base.document,
            page=base.page,
            section=section or base.section,
            paragraph=base.paragraph,
            table=base.table,
            row=base.row,
            column=base.column,
            cell=base.cell,
            start=begin,
            end=finish + 1,
            quote=self.raw[first : last + 1],
        )

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a range stands in the document's text."""
        if len(self.passages) == 1:
            base = self.passages[0].source.start or 0
            return base + self.origin[start], base + self.origin[end - 1] + 1
        _, begin = self._place(self.origin[start])
        _, finish = self._place(self.origin[end - 1])
        return begin, finish + 1

    def _place(self, offset: int) -> tuple[Passage, int]:
        if len(self.starts) == 1:
            passage = self.passages[0]
            return passage, (passage.source.start or 0) + offset
        i = bisect_right(self.starts, offset) - 1
        passage = self.passages[i]
        return passage, (passage.source.start or 0) + offset - self.starts[i]


def run_of(passages: Sequence[Passage]) -> Run:
    """Return the run that passages make together."""
    starts, length = [], 0
    for passage in passages:
        starts.append(length)
        length += len(passage.text)
    raw = "".join(passage.text for passage in passages)
    plain, origin = _normalised(raw)
    return Run(plain, origin, raw, tuple(passages), tuple(starts))


def _grouped(text: str) -> str:
    """Return a text with commas for the spaces in its large amounts: 收入568 526万元.

    One such space may as well stand between two numbers; so only where a text has several.
    """
    if " " not in text or len(_GROUPS.findall(text)) < _SEVERAL:
        return text
    return _GROUPS.sub(lambda found: found[0].replace(" ", ","), text)


def _normalised(raw: str) -> tuple[str, Sequence[int]]:
    """Return the text that is read, and where each of its characters stood.

    Between two digits a space stays as a bar: ``22 20`` are two numbers.  A mark before a line is
    left out.
    """
    text = _grouped(halved(raw))
    first = _GAP.match(text)
    begin = first.end() if first is not None else 0
    mark = LINE.match(text, begin)
    begin = mark.end() if mark is not None else begin
    inner = _GAP.search(text, begin)
    if inner is None or inner.end() == len(text):
        end = inner.start() if inner is not None else len(text)
        return text[begin:end], range(begin, end)
    kept: list[str] = []
    origin: list[int] = []
    for match in (*_GAP.finditer(text, begin), None):
        end = match.start() if match is not None else len(text)
        if end > begin:
            if kept and text[begin] in _DIGITS and kept[-1][-1] in _DIGITS:
                kept.append(BAR)
                origin.append(begin - 1)
            kept.append(text[begin:end])
            origin.extend(range(begin, end))
        begin = match.end() if match is not None else end
    return "".join(kept), origin
