"""The unit that the head of a document fixes for all its amounts: （单位：万元） by its title.

Amounts then stand without one. What has two decimals, as money has, and is no score, rate or index
by the words before it, is an amount in that unit.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from performance_rules.extraction.tokens.scan import Token

HEAD: Final = 3
"""So many paragraphs may be the head of a document."""
_SAID: Final = re.compile(r"单位均?[:：为](?P<unit>亿元|千元|万元|元)[)）]?$")
_MONEY: Final = re.compile(r"\d+\.\d\d|\d{1,3}(?:,\d{3})+\.\d\d")
_OTHER: Final = re.compile(
    r"(?:分|评|分值|权重|综合|率|比例|占比|比重|之比|指数|系数|倍数|[A-Za-z№第版/×*∶~≥≤])[:：为是达约]*$"
)
"""Before what is no amount."""
_AROUND: Final = 8
_GOES_ON: Final = re.compile(r"[/×*∶~%‰.·分A-Za-z]|[-—至到]\d")
"""Behind what is no amount, or a part of a reckoning."""
_TABLE: Final = 8
"""A paragraph with so many numbers without units, and more than with, is a table run together."""


def unit_of_head(text: str) -> str:
    """Return the unit that a line of the head says; empty for a sentence or another line."""
    said = None if "。" in text else _SAID.search(text.strip())
    return said["unit"] if said is not None else ""


def give_unit(tokens: Sequence[Token], text: str, unit: str) -> None:
    """Give amounts that are printed without a unit the one of the document.

    Args:
        tokens: the tokens of a piece; changed in place.
        text: the normalised text that they cover.
        unit: the unit of the document.
    """
    for token in tokens:
        if token.letter != "M" or _MONEY.fullmatch(text, token.start, token.end) is None:
            continue
        before = text[max(0, token.start - _AROUND) : token.start]
        if _OTHER.search(before) is None and _GOES_ON.match(text, token.end) is None:
            token.letter, token.unit = "N", unit


def is_table(tokens: Sequence[Token]) -> bool:
    """Whether a paragraph is a table run together: most of its numbers have no unit."""
    bare = len([1 for token in tokens if token.letter == "M" and "." in token.value])
    return bare >= _TABLE and bare > len([1 for token in tokens if token.letter == "N"])
