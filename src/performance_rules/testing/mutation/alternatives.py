"""Alternatives of a pattern: every word between bars, and the pattern without it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import define, field

_PIECE: Final = re.compile(
    r"""\\.                              # a sign with a backslash
      | \[\^?\]?(?:\\.|[^\]\\])*\]       # a class of signs
      | \((?:\?(?:P?<\w+>|[a-zA-Z-]*:))? # a group begins
      | .""",
    re.VERBOSE | re.DOTALL,
)


@define
class _Group:
    """A group that is being read: where its words begin, and its bars."""

    start: int
    bars: list[int] = field(factory=list)


def alternatives(pattern: str) -> Iterator[tuple[str, str]]:
    """Yield each word of a pattern that stands between bars, with the pattern that lacks it.

    Args:
        pattern: an RE2 pattern, with groups as deep as they are.

    Yields:
        The word and the shorter pattern, group by group as they end.
    """
    open_groups = [_Group(0)]
    for piece in _PIECE.finditer(pattern):
        sign = piece[0]
        if sign[0] == "(":
            open_groups.append(_Group(piece.end()))
        elif sign == "|":
            open_groups[-1].bars.append(piece.start())
        elif sign == ")" and len(open_groups) > 1:
            yield from _without(pattern, open_groups.pop(), piece.start())
    yield from _without(pattern, open_groups[0], len(pattern))


def _without(pattern: str, group: _Group, end: int) -> Iterator[tuple[str, str]]:
    if not group.bars:
        return
    start = group.start
    for bar in (*group.bars, end):
        # The first word goes with the bar behind it, every other with the one before it.
        left, right = (start, bar + 1) if start == group.start else (start - 1, bar)
        yield pattern[start:bar], pattern[:left] + pattern[right:]
        start = bar + 1
