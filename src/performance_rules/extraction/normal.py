"""A run of text as extraction reads it: half-width, without spaces, with the way back.

Every character that is kept knows where it stood, so that whatever is found can be quoted from the
original text.  Passages that a page or line break cut in two are read as one run.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from attrs import frozen

from performance_rules.extraction.passages import Passage
from performance_rules.report.model import Source

# The full-width comma stays as it is: between digits it divides two numbers, the half-width one
# groups the digits of one.
_WIDE: Final[dict[int, str]] = {
    **{i: chr(i - 0xFEE0) for i in range(0xFF01, 0xFF5F) if i != 0xFF0C},
    **{
        i: unicodedata.normalize("NFKC", chr(i))
        for i in (*range(0x2F00, 0x2FD6), *range(0xF900, 0xFADA))
        if len(unicodedata.normalize("NFKC", chr(i))) == 1
    },
    **dict.fromkeys((0x2212, 0x2010, 0x2011), "-"),
    **dict.fromkeys((*range(9, 14), 0x85, 0xA0, 0xAD, *range(0x2000, 0x200F)), " "),
    **dict.fromkeys((0x2028, 0x2029, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF), " "),
    0x5176: "其",
}
_DROPPED: Final = frozenset(' "“”‘’「」『』')
_DIGITS: Final = frozenset("0123456789")
_SIGNS: Final = frozenset(".,%")

BAR: Final = "|"
"""Stands between two numbers that only a space divided."""


def halved(text: str) -> str:
    """Return a text half-width, every character at its place."""
    return text.translate(_WIDE)


def plain_word(text: str) -> str:
    """Return a word of the lexicon as it stands in normalised text."""
    return "".join(c for c in halved(text).replace("其它", "其他") if c not in _DROPPED)


@frozen(eq=False)
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
        return at > 0 and self.origin[at] - self.origin[at - 1] > 1

    def printed(self, start: int, end: int) -> str:
        """Return what stands printed at a range of the normalised text."""
        return self.raw[self.origin[start] : self.origin[end - 1] + 1] if end > start else ""

    def source(self, start: int, end: int, section: str) -> Source:
        """Return the source of a range: what it quotes, and where that stands."""
        first, last = self.origin[start], self.origin[end - 1]
        home, begin = self._place(first)
        _, finish = self._place(last)
        base = home.source
        return Source(
            document=base.document,
            page=base.page,
            section=section or base.section,
            paragraph=base.paragraph,
            start=begin,
            end=finish + 1,
            quote=self.raw[first : last + 1],
        )

    def _place(self, offset: int) -> tuple[Passage, int]:
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


def _normalised(raw: str) -> tuple[str, list[int]]:
    """Return the text that is read, and where each of its characters stood.

    Between two digits a space stays as a bar: ``22 20`` are two numbers.
    """
    kept: list[str] = []
    origin: list[int] = []
    dropped = False
    for i, char in enumerate(halved(raw).replace("其它", "其他")):
        if char in _DROPPED:
            dropped = True
            continue
        if dropped and kept:
            last = kept[-1]
            if char in _DIGITS and last in _DIGITS:
                kept.append(BAR)
                origin.append(i - 1)
        kept.append(char)
        origin.append(i)
        dropped = False
    return "".join(kept), origin


_ENDS: Final = frozenset("。;:!?,、)")
_MIN_BROKEN: Final = 20
"""A passage shorter than this is a heading or a caption, not the first half of a sentence."""


def runs(passages: Iterable[Passage], is_start: _Starts) -> Iterator[Run]:
    """Yield the runs of passages: one each, or several where a break cut a sentence in two.

    Args:
        passages: in the order of the document.
        is_start: whether a text can only be the start of something new: a heading, a caption.
    """
    pending: list[Passage] = []
    for passage in passages:
        if not passage.text.strip():
            continue
        if pending and not _is_broken(pending[-1].text, passage.text, is_start):
            yield run_of(pending)
            pending = []
        pending.append(passage)
    if pending:
        yield run_of(pending)
