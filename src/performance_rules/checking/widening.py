"""Widening: the sentence around words that say little by themselves.

A figure is quoted with the clause it was read from.  Where that is no more than the number, or is
cut off in the middle of brackets, the words that decide stand beside it: 减少, 其中, 高于.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from attrs import evolve, field, frozen

from performance_rules.checking.findings import Where
from performance_rules.checking.graded import grade_of
from performance_rules.report.model import Paragraph

MOST: Final = 120
"""Most characters of a quotation that is made longer."""

BEGUN: Final = 12
"""As many characters of a paragraph as find it."""

_PROSE: Final = re.compile("[，。；]")

NUMBER: Final = re.compile(
    r"[\s（(]*[一二三四五六七八九十百\d]+(?:[.．][\d.．]*)?[\s）)、.．:：]*|[①-⑳]"
)
"""A heading that is only a number: 1、 or （3）."""

_ITEM: Final = re.compile(r"\s*(?:[①-⑳⑴-⒇]|[（(]?\d{1,2}[）).．、])")
"""How an item of a list within a paragraph begins."""

_CUT_OFF: Final = re.compile(r"(?<=[^0-9.,])[0-9][0-9.,]*$")
"""A number that is cut off at the end."""

_WORDS: Final = re.compile(r"[\u3400-\u9fff]{4}")
"""Enough of a sentence to say itself what its figures are."""

_SENTENCE: Final = "。；;！？!?\n"
_CLAUSE: Final = _SENTENCE + "，,"
_OPENING, _CLOSING = "（(", "）)"


@frozen(eq=False)
class Sentences:
    """The paragraphs of a report, found by where something stands in the document."""

    _placed: tuple[tuple[int, str], ...]
    _starts: tuple[int, ...]
    _counted: tuple[int, ...]
    _begun: dict[str, tuple[int, ...]] = field(factory=dict)

    @classmethod
    def of(cls, text: Sequence[Paragraph]) -> Sentences:
        """Keep the paragraphs that stand somewhere."""
        placed = sorted(
            (p.source.start, p.text, p.heading is None and _PROSE.search(p.text) is not None)
            for p in text
            if p.source and p.source.start is not None
        )
        counted = accumulate(int(prose) for _, _, prose in placed)
        starts = tuple(start for start, *_ in placed)
        return cls(tuple((start, said) for start, said, _ in placed), starts, tuple(counted))

    def around(self, where: Where, told: str = "") -> Where:
        """Return a place with the sentence that it stands in, if its own words say little.

        Below no heading it is found by how its paragraph begins, and which one of several it is.

        Args:
            where: the place.
            told: what is told of it; the grade that it speaks of is quoted with the score.
        """
        found = self._homed(self._widened(where, grade_of(told)))
        headed = found.section and not NUMBER.fullmatch(found.section.rpartition("/")[2])
        if found.start is None or headed or found.table is not None or found.cell:
            return found
        index = bisect_right(self._starts, found.start) - 1
        if index < 0:
            return found
        counted = self._counted[index] or None if self._counted[-1] > 1 else None
        begun = _CUT_OFF.sub("", self._placed[index][1].strip()[:BEGUN])
        begins = begun if begun and begun not in found.quote else None
        counted = None if found.page is not None or found.section else counted
        return evolve(found, begins=begins, paragraph=counted)

    def _homed(self, where: Where) -> Where:
        """Return a place below a heading that reaches it.

        A number with a few words at the beginning of a paragraph heads that paragraph alone, and
        in the middle of one nothing but the words behind it.
        """
        at = bisect_right(self._starts, where.start) - 1 if where.start is not None else -1
        while where.section and where.table is None and not where.cell and at >= 0:
            above, _, last = where.section.rpartition("/")
            before = [one for one in self._beginning(last) if one <= at]
            if NUMBER.fullmatch(last) or (before and not self._runs_on(last, before[-1])):
                return where
            if before[-1:] == [at]:
                return where
            if not before and not _ITEM.match(last):
                return where
            where = evolve(where, section=above or None)
        return where

    def _beginning(self, heading: str) -> tuple[int, ...]:
        """Return which paragraphs begin with a heading."""
        if heading not in self._begun:
            words = "".join(heading.split())
            found = (
                n
                for n, (_, text) in enumerate(self._placed)
                if "".join(text[: 2 * len(heading) + BEGUN].split()).startswith(words)
            )
            self._begun[heading] = tuple(found)
        return self._begun[heading]

    def _runs_on(self, heading: str, at: int) -> bool:
        """Whether a paragraph goes on behind the heading that it begins with."""
        rest = "".join(self._placed[at][1].split())[len("".join(heading.split())) :]
        return _PROSE.search(rest) is not None and len(rest) > BEGUN

    def _widened(self, where: Where, needed: str) -> Where:
        if where.start is None or where.table is not None or where.expected:
            return where
        if _speaks(where.quote) and needed in where.quote:
            return where
        index = bisect_right(self._starts, where.start) - 1
        if index < 0:
            return where
        start, text = self._placed[index]
        at = where.start - start
        end = at + len(where.quote)
        if text[at:end] != where.quote:
            return where
        for marks in (_SENTENCE, _CLAUSE):
            first, last = _within(text, at, end, marks)
            if last - first <= MOST:
                said = text[first:last]
                return evolve(where, quote=said, start=start + first, end=start + last)
        return where


def _speaks(quote: str) -> bool:
    """Whether words say what they are about, and are not cut off in brackets."""
    opened, closed = (sum(map(quote.count, marks)) for marks in (_OPENING, _CLOSING))
    return not quote or (_WORDS.search(quote) is not None and opened == closed)


def _within(text: str, at: int, end: int, marks: str) -> tuple[int, int]:
    """Return where what stands between two marks begins and ends, without blanks around it."""
    first = max(text.rfind(mark, 0, at) for mark in marks) + 1
    found = [place for mark in marks if (place := text.find(mark, end)) >= 0]
    last = min(found, default=len(text))
    while first < at and text[first].isspace():
        first += 1
    while last > end and text[last - 1].isspace():
        last -= 1
    return first, last
