"""Rows at the top of a grid that are no rows of the table: its title, who made it, its unit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

_UNIT: Final = re.compile(r"(?:金额)?单位\s*[：:]\s*(?:人民币)?[千百万亿]*元")
_LABELLED: Final = re.compile(r"\S+?\s*[：:]")
_DEEPEST: Final = 8


def caption_rows(rows: Sequence[Sequence[str | None]]) -> int:
    """Return how many rows at the top end with the one that states the unit of the amounts.

    A grid drawn around a whole page or sheet takes in what is printed above the table.
    """
    for at, row in reversed(list(enumerate(rows[:_DEEPEST]))):
        said = said_in(row)
        if any(map(_UNIT.match, said)) and all(map(_LABELLED.match, said)):
            if title_rows(rows[: at + 1]) <= at:
                return 0  # it stands below rows of the table
            after = at + 1
            while after < len(rows) and not said_in(rows[after]):
                after += 1
            return after if after < len(rows) else 0
    return 0


def title_rows(rows: Sequence[Sequence[str | None]]) -> int:
    """Return how many rows at the top say one thing only, or label what they say (部门：…)."""
    for at, row in enumerate(rows):
        said = said_in(row)
        if len(said) > 1 and not all(map(_LABELLED.match, said)):
            return at
    return len(rows)


def said_in(row: Sequence[str | None]) -> list[str]:
    """Return the texts of the cells that are not empty."""
    return [text for cell in row if cell and (text := cell.strip())]
