"""All wholes that a paragraph tells with their parts, in whatever way it tells them."""

from __future__ import annotations

from collections.abc import Sequence

from performance_rules.extraction.relations.kinds import kinds
from performance_rules.extraction.relations.mentions import Mention
from performance_rules.extraction.relations.sides import sides
from performance_rules.extraction.relations.wholes import Whole, wholes
from performance_rules.extraction.relations.words import RelationWords


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
    for more in (sides(text, own), kinds(text, own, made)):
        begun = {one.parts[0][1].start for one in made}
        made += [one for one in more if one.parts[0][1].start not in begun]
    return made
