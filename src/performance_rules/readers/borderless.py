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
    other words, which stand below each other by their left edges, right edges or middles.
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


def _columns(words: Sequence[Word]) -> list[tuple[int, int]]:
    """Return from where to where the amounts of a line go that stand apart from other words."""
    edges = []
    for at, (text, left, right) in enumerate(words):
        apart = at == 0 or left - words[at - 1][2] > 2 * (right - left) // max(len(text), 1)
        if apart and _AMOUNT.fullmatch(text):
            edges.append((left, right))
    return edges


def _aligned(above: list[tuple[int, int]], below: list[tuple[int, int]]) -> bool:
    shared = sum(any(_below(column, other) for other in above) for column in below)
    return shared >= _FEWEST_COLUMNS


def _below(column: tuple[int, int], other: tuple[int, int]) -> bool:
    left, right = column[0] - other[0], column[1] - other[1]
    return min(abs(left), abs(right), abs(left + right) // 2) <= _NEAR
