"""All wholes that a paragraph tells with their parts, in whatever way it tells them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.words import RelationWords
from performance_rules.extraction.relations.parts.bandcounts import band_counts
from performance_rules.extraction.relations.parts.kinds import kinds
from performance_rules.extraction.relations.parts.sides import sides
from performance_rules.extraction.relations.parts.wholes import Whole, wholes
from performance_rules.extraction.relations.totals import Total


def all_wholes(
    text: str, own: Sequence[Mention], recent: Sequence[Mention], words: RelationWords
) -> list[Whole]:
    """Return the wholes of a paragraph, each list of parts once.

    Args:
        text: the paragraph.
        own: its figures in their order.
        recent: the last figures of the paragraphs before.
        words: the words of relations.
    """
    made = wholes(text, own, recent, words)
    for more in (sides(text, own), kinds(text, own, made), band_counts(text, own)):
        begun = {one.parts[0][1].start for one in made}
        made += [one for one in more if one.parts[0][1].start not in begun]
    return made


def not_added(found: Iterable[Whole], added: Iterable[Total]) -> list[Whole]:
    """Return the wholes that are not themselves added up with what would be their parts.

    局机关A，下属站所B、C，合计D: A stands beside B and C.

    Args:
        found: the wholes.
        added: the sums that are told.
    """
    sums = [{id(m) for _, m in one.parts} for one in added]
    return [
        one
        for one in found
        if not any({id(one.total), *(id(m) for _, m in one.parts)} <= parts for parts in sums)
    ]
