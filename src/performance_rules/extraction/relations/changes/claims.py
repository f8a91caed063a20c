"""What is said of a change before its two levels are told: 减少C，下降P，从A降到B."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from attrs import evolve

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.roles import without_tail
from performance_rules.extraction.figures.words import RelationWords

TIME: Final = re.compile(r"(?:(?:19|20)\d\d年(?:末|底|度)?|本年|今年|当年|年末)?的?\Z")
"""Behind a word for a level, the time of it: 降到2018年的."""
_OF_ELSE: Final = re.compile("[每均各]|增[幅速]|其中")
"""In the words for a change: it is that of a mean or of a speed."""
_OF_RATE: Final = re.compile("占比|比重|比例|率")
"""It is that of a percentage."""
_MOST: Final = 2


def told_before(found: Sequence[Mention], i: int, words: RelationWords) -> list[Mention]:
    """Return the figures that say by how much something changed, right before its first level.

    Each is left with its direction as the only word before it.  What the first of them is of, its
    other words say; the one behind it has none.

    Args:
        found: the figures of a paragraph in their order.
        i: which of them is the first level.
        words: the words of relations.
    """
    begun = TIME.sub("", found[i].left) in words.beginning
    return claims_before(found, i, found[i].begin - 1, words) if begun else []


def claims_before(
    found: Sequence[Mention], i: int, close: int, words: RelationWords
) -> list[Mention]:
    """Return the figures that say by how much something changed and end at a place.

    Args:
        found: the figures of a paragraph in their order.
        i: how many of them stand before the place.
        close: the place.
        words: the words of relations.
    """
    told: list[Mention] = []
    plain = True
    for one in reversed(found[max(0, i - _MOST) : i]):
        left = without_tail(one.left, words)
        said = left[len(left) - words.directed.ending(left) :]
        near = one.sentence == found[i].sentence and one.close == close
        if not (said and near and plain) or _OF_ELSE.search(left) or one.left.endswith("于"):
            break
        if found[i].kind != "percent" and _OF_RATE.search(left):
            break
        told.insert(0, evolve(one, left=said))
        close, plain = one.begin - 1, left == said
    return told
