"""The figures of a document's prose, each with the place where it is stated."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from operator import add
from typing import Final

from attrs import define, field

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.slips import (
    keys,
    keys_of_lost,
    mistyped,
    near,
    traces,
)
from performance_rules.extraction.figures.words import relation_words
from performance_rules.extraction.statements.events import Told, events_in
from performance_rules.extraction.statements.headings import Headings, Under
from performance_rules.extraction.tokens.normal import Run
from performance_rules.report.model import Source
from performance_rules.values.quantity import Count, Quantity

_CROWD: Final = 16
"""Of more numbers than so many with the same digits nothing is said."""
_SENTENCE: Final = 400
"""So many characters of a sentence around a figure are looked at."""
_FEWEST: Final = 2
_STOPS: Final = "。!?"
_ENDS: Final = re.compile(f"[{_STOPS}]")


@define(eq=False)
class Said:
    """A figure as it is stated in prose.

    Attributes:
        at: the figure.
        run: its paragraph.
        section: the headings it stands under, joined by /.
        before: the figure before it in its paragraph, None for the first.
        under: the same headings, each without its number.
    """

    at: Mention
    run: Run
    section: str
    before: Mention | None
    under: Under = ()
    _begin: int | None = field(default=None, init=False)
    _span: tuple[int, int] | None = field(default=None, init=False)

    @property
    def begin(self) -> int:
        """Where its sentence begins in the paragraph."""
        if self._begin is None:
            text, at = self.run.plain, self.at.start
            near = max(0, at - _SENTENCE)
            stops = (text.rfind(stop, near, at) + 1 for stop in _STOPS)
            self._begin = max(near, *stops)
        return self._begin

    @property
    def lead(self) -> str:
        """What its sentence says before it, its own words among it."""
        return self.run.plain[self.begin : self.at.start]

    @property
    def rest(self) -> str:
        """What its sentence says behind it."""
        text = self.run.plain
        far = min(len(text), self.at.end + _SENTENCE)
        end = _ENDS.search(text, self.at.end, far)
        return text[self.at.end : end.start() if end is not None else far]

    def source(self) -> Source:
        """Return where it stands, with its clause."""
        first = self.at.start - len(self.at.left)
        return self.run.source(first, self.at.end, self.section)

    def span(self) -> tuple[int, int]:
        """Return where the figure itself stands in the document."""
        if self._span is None:
            self._span = self.run.span(self.at.start, self.at.end)
        return self._span


@define(eq=False)
class Statements:
    """All figures of a document's prose, in their order, and its events with their days.

    Attributes:
        budget: whether what the document calls expenditure is planned.
    """

    budget: bool = False
    said: list[Said] = field(factory=list)
    events: list[tuple[str, Told]] = field(factory=list)
    headings: Headings = field(factory=Headings)

    def read(self, run: Run, found: Sequence[Mention], section: str) -> None:
        """Keep the figures of a paragraph.

        Args:
            run: the paragraph.
            found: its figures.
            section: the headings it stands under.
        """
        self.events += events_in(run, section)
        under, at = self.headings.read(run), 0
        before: Mention | None = None
        for one in found:
            while at + 1 < len(under) and under[at + 1][0] <= one.start:
                at += 1
            self.said.append(Said(one, run, section, before, under[at][1]))
            before = one

    def sentences(self) -> dict[tuple[int, int], list[Said]]:
        """Return the figures of each sentence, by its paragraph and its number."""
        found: defaultdict[tuple[int, int], list[Said]] = defaultdict(list)
        for one in self.said:
            found[one.at.home, one.at.sentence].append(one)
        return found

    def beside(self) -> set[str]:
        """Return each two characters that stand beside each other in prose with figures."""
        texts = {id(one.run): one.run.plain for one in self.said}.values()
        return {pair for text in texts for pair in map(add, text, text[1:])}

    def traces(self) -> set[str]:
        """Return the traces of its figures."""
        kinds = ("amount", "count", "percent")
        printed = {one.at.value.printed for one in self.said if one.at.kind in kinds}
        return set[str]().union(*map(traces, printed))

    def slips(self) -> Iterator[tuple[Said, Said]]:
        """Yield pairs of figures of one kind of which one is the other with a slip."""
        told = [one for one in self.said if one.at.kind in ("amount", "count")]
        found = [(kind(one.at.value), one) for one in told if exact(one.at.value)]
        numbers: defaultdict[str, set[int]] = defaultdict(set)
        for of, one in found:
            numbers[of].add(one.at.value.n)
        alike = {of: near(said) for of, said in numbers.items() if len(said) >= _FEWEST}
        groups: defaultdict[tuple[str, tuple[str, int, str]], list[Said]] = defaultdict(list)
        for of, one in found:
            if one.at.value.n in alike.get(of, ()):
                for key in (*keys(one.at.value), *keys_of_lost(one.at.value)):
                    groups[(of, key)].append(one)
        seen: set[tuple[int, int]] = set()
        for group in groups.values():
            if len(group) < _FEWEST or len({one.at.value.n for one in group}) > _CROWD:
                continue
            for late, second in enumerate(group[:_CROWD]):
                for first in group[:late]:
                    pair = (id(first), id(second))
                    if pair not in seen and mistyped(first.at.value.n, second.at.value.n):
                        seen.add(pair)
                        yield first, second


def exact(value: Quantity) -> bool:
    """Whether no word says that a figure was rounded."""
    return value.approximate is None


def kind(value: Quantity) -> str:
    """Return what two figures must have in common: what they are counted in."""
    if isinstance(value, Count):
        return relation_words().units.get(value.unit, value.unit)
    return type(value).__name__
