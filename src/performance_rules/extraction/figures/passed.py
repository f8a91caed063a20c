"""Levels of an earlier year, from which their own sentence goes on to a later one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from performance_rules.extraction.figures.mentions import Mention

THEN: Final = re.compile(r"(?:上年|去年)|(?P<year>(?:19|20)\d\d)年")
"""An earlier year, or one by its number."""
_NOW: Final = re.compile(r"(?P<year>(?:19|20)\d\d)年|本年|今年|当年")


def is_passed(one: Mention, near: Sequence[Mention], other: Mention) -> bool:
    """Whether a level is of an earlier year than what another sentence speaks of.

    2022年里程A，2023年增加B: A is no whole of which another sentence tells a share.

    Args:
        one: the level.
        near: the figures around it in their order.
        other: the figure that may be of it.
    """
    then = THEN.search(one.left) if one.sentence != other.sentence else None
    if then is None or then[0] in other.left:
        return False
    following = next((m for m in near if m.home == one.home and m.start > one.start), None)
    if following is None or following.sentence != one.sentence:
        return False
    now = _NOW.match(following.left)
    return now is not None and (now["year"] or "9") > (then["year"] or "")
