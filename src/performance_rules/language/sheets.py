"""Score sheets: how many points a place gives an indicator, and what for.

A sheet is a list of rows, and the first row whose pattern is found in the name of an indicator is
the one that holds for it.  A row gives points by bands, or by a scale of deduction in words.
"""

from __future__ import annotations

from attrs import frozen

from performance_rules.language.ground import Linear
from performance_rules.language.patterns import pattern_of
from performance_rules.language.scales import Deduction

Band = tuple[str, Linear | None, tuple[str, ...]]
"""A band: 'from' or 'upto' with its bound (None: all the rest), and its labels or points."""


@frozen
class SheetRow:
    """What a score sheet says of one indicator.

    Attributes:
        pattern: the indicators that it is for, by their names.
        points: the points in full.
        how: the bands that give points, or the scale of deduction.
        least: below which value it says nothing; None where it says something of every value.
        text: what it gives points for, in words.
    """

    pattern: str
    points: Linear
    how: Deduction | tuple[Band, ...]
    least: Linear | None
    text: str


@frozen
class Sheet:
    """A score sheet: its rows, in their order."""

    rows: tuple[SheetRow, ...]

    def row(self, name: str) -> SheetRow | None:
        """Return the row of an indicator; None where the sheet has none."""
        found = (row for row in self.rows if pattern_of(row.pattern).search(name) is not None)
        return next(found, None)
