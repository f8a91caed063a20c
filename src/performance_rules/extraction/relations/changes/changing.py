"""All changes between two levels that a paragraph states, in whatever way it tells the levels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.words import RelationWords
from performance_rules.extraction.relations.changes.atturns import at_turns
from performance_rules.extraction.relations.changes.bracketed import bracketed
from performance_rules.extraction.relations.changes.changes import Change, changes
from performance_rules.extraction.relations.changes.measured import measured
from performance_rules.extraction.relations.changes.sequences import sequences
from performance_rules.extraction.relations.changes.sharesrisen import shares_risen
from performance_rules.extraction.relations.changes.yearlevels import year_levels
from performance_rules.extraction.relations.changes.yearpairs import year_pairs
from performance_rules.extraction.relations.changes.yearrates import year_rates


def all_changes(
    text: str,
    recent: Sequence[Mention],
    own: Sequence[Mention],
    home: int,
    words: RelationWords,
) -> Iterator[Change]:
    """Yield the changes of a paragraph.

    Args:
        text: the paragraph.
        recent: the last figures of the paragraphs before.
        own: its figures in their order.
        home: its number.
        words: the words of relations.
    """
    yield from changes(own, words)
    yield from bracketed(own, words)
    yield from sequences(text, recent, own, words)
    yield from measured(text, own, home, words)
    yield from year_levels(text, own, words)
    yield from shares_risen(text, own, words)
    yield from year_pairs(text, own, words)
    yield from at_turns(own, words)
    yield from year_rates(text, own, words)
