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
        if any(_UNIT.match(text) for text in said) and all(map(_LABELLED.match, said)):
            above = rows[:at]
            return at + 1 if at + 1 < len(rows) and not any(map(_is_data, above)) else 0
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


def _is_data(row: Sequence[str | None]) -> bool:
    said = said_in(row)
    return len(said) > 1 and not all(map(_LABELLED.match, said))
