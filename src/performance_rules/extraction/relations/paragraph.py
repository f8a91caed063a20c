"""A paragraph as the readers of relations see it: its figures, those before it, its lists."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from performance_rules.extraction.figures.listings import Listing, listings
from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.roles import Cast, cast
from performance_rules.extraction.figures.words import RelationWords
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.relations.prices.prices import PRICES


@fixed(eq=False, slots=False)
class Paragraph:
    """What a paragraph holds.

    Attributes:
        text: its normalised text.
        home: its number.
        own: its figures in their order.
        full: these and what is measured in days, minutes or milligrams.
        before: the last figures of the paragraphs before it, with the parts they play.
        here: its own figures with the parts they play.
        moving: the same of all it holds.
        lists: the lists of its own figures.
        all_lists: those of all it holds.
        words: the words of relations.
    """

    text: str
    home: int
    own: Sequence[Mention]
    full: Sequence[Mention]
    before: Sequence[Cast]
    here: Sequence[Cast]
    moving: Sequence[Cast]
    lists: Sequence[Listing]
    all_lists: Sequence[Listing]
    words: RelationWords

    @cached_property
    def _characters(self) -> frozenset[str]:
        return frozenset(self.text)

    def holds(self, characters: str) -> bool:
        """Whether it has one of several characters, without which a reader finds nothing."""
        return not self._characters.isdisjoint(characters)

    @cached_property
    def rated(self) -> bool:
        """Whether one of its own figures is a percentage."""
        return any(one.kind == "percent" for one in self.own)

    @cached_property
    def priced(self) -> bool:
        """Whether one of its own figures may be what one of something costs."""
        return self.holds(PRICES) or any(one.kind == "price" for one in self.own)

    @cached_property
    def moves(self) -> bool:
        """Whether any word of it may say how a figure changed, or how it stands to another."""
        return self.words.moving.search(self.text) is not None

    @cached_property
    def recent(self) -> list[Mention]:
        """The last figures of the paragraphs before it."""
        return [one.at for one in self.before]

    @cached_property
    def near(self) -> list[Mention]:
        """Its own figures behind those."""
        return [*self.recent, *self.own]

    @cached_property
    def parts(self) -> list[Cast]:
        """The same with the parts they play."""
        return [*self.before, *self.here]

    def reaches(self, *figures: Mention) -> bool:
        """Whether one of several figures stands in it; others were read with theirs."""
        return any(one.home == self.home for one in figures)


def paragraph_of(
    text: str,
    home: int,
    own: Sequence[Mention],
    full: Sequence[Mention],
    before: Sequence[Cast],
    words: RelationWords,
) -> Paragraph:
    """Return a paragraph with the parts that its figures play, and its lists.

    Args:
        text: its normalised text.
        home: its number.
        own: its figures.
        full: these and what is measured; the same object where nothing is.
        before: the last figures of the paragraphs before it.
        words: the words of relations.
    """
    here, lists = cast(own, words), listings(text, own)
    same = full is own
    moving = here if same else cast(full, words)
    all_lists = lists if same else listings(text, full)
    return Paragraph(text, home, own, full, before, here, moving, lists, all_lists, words)
