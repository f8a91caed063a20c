"""The names of a table's rows: which line each one is, within what was said above it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from attrs import define, field, frozen

from performance_rules.codebook import Kind
from performance_rules.extraction.normal import plain_word
from performance_rules.extraction.places import Place, Step
from performance_rules.extraction.tables.grid import ordinal
from performance_rules.extraction.tables.words import LABEL, Meaning, TableWords

FUNCTION: Final = "by_function"
ECONOMIC: Final = "by_economic"
MEMBERS: Final = "members"
KINDS: Final[dict[str, Kind]] = {FUNCTION: "functional", ECONOMIC: "economic"}

_CODE: Final = re.compile(r"\[?(\d{7}|\d{5}|\d{3})\]?[-—_、]?(?=[\u4e00-\u9fff])")
_POINTS: Final = re.compile(r"\((\d+(?:\.\d+)?)分\)$")
_LENGTHS: Final = (3, 5, 7)
_BALANCES: Final = ("opening", "closing", "reserves_used", "distributed")
_CARRIED: Final = ("opening", "closing")
_PART: Final = "其中"


@frozen
class Label:
    """What the name of a row means.

    Attributes:
        place: the line, below what the table and its columns say.
        meaning: unit, count and total of the row.
        grand: it is the total with the balances.
        why: why it is not understood; empty if it is.
        points: points printed in the label of a score sheet.
    """

    place: Place = Place()
    meaning: Meaning = field(factory=Meaning)
    grand: bool = False
    why: str = ""
    points: str = ""


@define(eq=False)
class LaneReader:
    """Reads the labels of one lane from the top down, remembering what a row may refer to.

    Attributes:
        words: the words of tables.
        item: the item that the table is about.
        dimension: the classification of its subjects; empty where it lists none.
        year: the fiscal year of the document.
        balances: whether the lane lists balances carried in or out, wherever that is.
    """

    words: TableWords
    item: str
    dimension: str
    year: int | None
    balances: bool
    side: str = ""
    depth: int = 0
    summed: bool = False
    subject: str = ""
    depths: set[int] = field(factory=set)
    names: dict[str, str] = field(factory=dict)

    def read(self, printed: str, code: str = "") -> Label:
        """Return what a row's name and code mean."""
        plain = plain_word(printed)
        if not code and (found := _CODE.match(plain)):
            code, plain = found[1], plain[found.end() :]
        if code:
            return self._coded(code, printed if not found_in(plain, printed) else plain)
        depth, rest = ordinal(plain)
        part = rest.startswith(_PART)
        rest = rest.removeprefix(_PART).lstrip(":")
        inner_depth, rest = ordinal(rest)
        depth = (depth or inner_depth) + (0.5 if part else 0) if False else depth or inner_depth
        read = self.words.read(rest, LABEL, item=self.item, year=self.year)
        if read is not None and rest:
            return self._worded(read, depth, part)
        return self._named(printed, rest, depth)
