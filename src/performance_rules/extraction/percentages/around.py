"""A figure among those near it: what stands before it, and what behind."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.words import RelationWords
from performance_rules.extraction.fixed import fixed

_BACK: Final = 24
_AHEAD: Final = 8
NAMES: Final = ("amount", "count")
"""The kinds of figures that may be divided."""


@fixed(eq=False)
class Around:
    """A figure among those near it.

    Attributes:
        one: the figure.
        before: the figures before it, the nearest last.
        behind: those behind it.
        words: the words of relations.
    """

    one: Mention
    before: Sequence[Mention]
    behind: Sequence[Mention]
    words: RelationWords

    @classmethod
    def of(cls, found: Sequence[Mention], at: int, words: RelationWords) -> Around:
        """Return the figure at a place with what stands near it."""
        before = found[max(0, at - _BACK) : at]
        return cls(found[at], before, found[at + 1 : at + 1 + _AHEAD], words)

    @staticmethod
    def has(places: Sequence[int], at: int) -> bool:
        """Whether one of several places, in order, is of a figure near the one at a place."""
        first = bisect_left(places, at - _BACK)
        return first < len(places) and places[first] <= at + _AHEAD

    @property
    def figures(self) -> list[Mention]:
        """The figures near it that may be divided."""
        return [m for m in (*self.before, *self.behind) if m.kind in NAMES]

    def last(self, *, alone: bool = False) -> Mention | None:
        """Return the figure right before it in its sentence, remarks in brackets aside.

        Args:
            alone: whether it must have no other percentage.
        """
        depth = self.one.depth - (self.one.opener == "(")
        for m in reversed(self.before):
            if m.sentence != self.one.sentence or m.home != self.one.home or m.depth < depth:
                return None
            if m.depth == depth and (alone or m.kind != "percent"):
                return m if m.kind in NAMES else None
        return None
