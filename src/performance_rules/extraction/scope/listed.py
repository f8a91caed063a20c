"""Figures that one clause lists, of which the next may speak together: A14个、B2个，其中C3个."""

from __future__ import annotations

import re
from typing import Final

from performance_rules.extraction.scope.reading import Reading
from performance_rules.extraction.scope.subjects import NotBound
from performance_rules.extraction.tokens.patterns import WINDOW
from performance_rules.values.quantity import Amount, Count

_CLAUSE: Final = re.compile(rb"[^,;.:()]+,\Z")
_JOINTS: Final = (b"/", b"A")
_FIGURES: Final = b"NQq"
_FEWEST: Final = 2


def listed_before(reading: Reading, at: int) -> list[Amount | Count]:
    """Return the figures that the clause right before a token lists; none if it lists none.

    Args:
        reading: the piece that is read.
        at: the token.
    """
    begin = max(0, at - WINDOW)
    clause = _CLAUSE.search(reading.letters[begin:at].rstrip(b"w"))
    if clause is None or not any(joint in clause[0] for joint in _JOINTS):
        return []
    places = [begin + clause.start() + i for i, c in enumerate(clause[0]) if c in _FIGURES]
    try:
        listed = [reading.quantity(place) for place in places]
    except NotBound:
        return []
    alike = len({one.unit for one in listed}) == 1
    return listed if alike and len(listed) >= _FEWEST else []
