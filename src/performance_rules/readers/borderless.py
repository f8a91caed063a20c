"""Tables without ruled lines: recognised only to say that they were not read as tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, TypeAlias

Word: TypeAlias = tuple[str, int, int]
"""The text of a word, and where it begins and ends on its line, in tenths of a point."""

_AMOUNT: Final = re.compile(r"-?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)%?")
_FEWEST_ROWS: Final = 4
_FEWEST_COLUMNS: Final = 2
_NEAR: Final = 30


def rows_of_borderless_tables(lines: Sequence[Sequence[Word]]) -> set[int]:
    """Return which lines are rows of a table without ruled lines.

    Only where it is certain: four lines in a row, each with two or more amounts apart from all
    other words, whose right edges stand below each other.
    """
    rows: set[int] = set()
    start = 0
    columns = [_columns(words) for words in lines]
    for at in range(1, len(lines) + 1):
        if at < len(lines) and _aligned(columns[at - 1], columns[at]):
            continue
        if at - start >= _FEWEST_ROWS:
            rows.update(range(start, at))
        start = at
    return rows


def _columns(words: Sequence[Word]) -> list[int]:
    """Return where the amounts of a line end that stand apart from the words before them."""
    ends = []
    for at, (text, left, right) in enumerate(words):
        apart = at == 0 or left - words[at - 1][2] > 2 * (right - left) // max(len(text), 1)
        if apart and _AMOUNT.fullmatch(text):
            ends.append(right)
    return ends


def _aligned(above: list[int], below: list[int]) -> bool:
    shared = sum(any(abs(end - other) <= _NEAR for other in above) for end in below)
    return shared >= _FEWEST_COLUMNS
