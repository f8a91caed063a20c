"""What stands in a list and was not read as a part of it: 林场4个、消防队1支、林业站12个.

Such a list is not whole, whatever is said of it: one of its parts is counted in other things, or by
a counter that no lexicon knows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from performance_rules.extraction.figures.mentions import Mention

_PIECE: Final = re.compile(
    r"(?P<mark>[、,，])[^、,，。;:()\d]{2,20}(?P<number>\d[\d.]*)(?![年月日号%]|个百分点)"
    r"[^、,，。;:()\d]{1,20}"
)
_JOINS: Final = "、"


def has_gap(text: str, values: Sequence[Mention], found: Sequence[Mention]) -> bool:
    """Whether a name with a number that is no part stands between two parts of a list.

    Behind a comma it may be a remark on the part before it, if it was understood at all.

    Args:
        text: the text of the paragraph.
        values: the parts.
        found: all figures of the sentence.
    """
    known = {one.start for one in found}
    return any(
        piece.start("number") < last.start
        and (piece["mark"] == _JOINS or piece.start("number") not in known)
        for first, last in pairwise(values)
        for piece in _PIECE.finditer(text, first.end, last.start)
    )


def adds_more(last: Mention, total: Mention) -> bool:
    """Whether a clause without a figure stands between a sum and the figure before it.

    A、B，加上本期，累计N: what it adds is told elsewhere.

    Args:
        last: the figure right before the sum.
        total: the sum.
    """
    return total.start - len(total.left) - last.end > 1 + (last.depth > total.depth)


def leaves_out(listed: Sequence[Mention]) -> bool:
    """Whether more than a mark stands between two figures that 、 joins.

    Args:
        listed: figures that follow each other, from the first part of a list to its last.
    """
    return any(
        one.opener == _JOINS
        and one.begin - last.close - len(last.right) > 1 + (last.depth > one.depth)
        for last, one in pairwise(listed)
    )
