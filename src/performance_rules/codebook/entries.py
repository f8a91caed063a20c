"""What a codebook consists of: entries, each one meaning of a code, and three-public items.

A name is *valid* in the years its entry gives.  An alias or a former name serves to recognise an
entry; it is never a valid name.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal, get_args

from attrs import frozen

Kind = Literal["functional", "economic", "income"]
Level = Literal["类", "款", "项"]

KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
LEVELS: Final[dict[Kind, dict[int, Level]]] = {
    "functional": {3: "类", 5: "款", 7: "项"},
    "economic": {3: "类", 5: "款"},
}
FIRST_YEAR: Final = 0
LAST_YEAR: Final = 9999


@frozen
class FormerName:
    """A name an entry once had, with its last and first (None: open) fiscal year."""

    name: str
    until: int
    since: int | None = None
    status: str | None = None


@frozen
class Entry:
    """One meaning of a code.

    Attributes:
        code: Digits, or for income the word that the report model uses.
        name: The latest name.
        kind: The classification.
        since: First fiscal year of ``name``; None is open.
        until: Last fiscal year of the entry; None is open.
        aliases: Other ways of writing the name.
        former: Earlier names, oldest first.
        status: "to-verify" where the original has not been read.
    """

    code: str
    name: str
    kind: Kind
    since: int | None = None
    until: int | None = None
    aliases: tuple[str, ...] = ()
    former: tuple[FormerName, ...] = ()
    status: str | None = None

    @property
    def level(self) -> Level | None:
        """类, 款 or 项 by the length of the code; None for a code that is a word."""
        return LEVELS.get(self.kind, {}).get(len(self.code))

    @property
    def parent(self) -> str:
        """The code one level up; empty for a 类 and for a code that is a word."""
        return self.code[:-2] if self.level in ("款", "项") else ""

    @property
    def names(self) -> set[str]:
        """Every name and alias, whenever it was in use."""
        return {self.name, *self.aliases, *(old.name for old in self.former)}

    def spans(self) -> Iterator[tuple[str, int, int]]:
        """Yield every name with its first and last year, oldest first."""
        for old in self.former:
            yield old.name, old.since or FIRST_YEAR, old.until
        yield self.name, self.since or FIRST_YEAR, self.until or LAST_YEAR

    def name_in(self, year: int) -> str | None:
        """Return the name valid in a fiscal year; None where the entry was not in force."""
        return next((name for name, since, until in self.spans() if since <= year <= until), None)


@frozen
class ThreePublicItem:
    """An item of the three-public expenses.

    Attributes:
        key: The key in a report, such as ``vehicle.running``.
        name: Its name.
        aliases: Other ways of writing it.
        codes: The economic codes it is booked under; none if it is the sum of ``parts``.
        parts: The keys of the items it is the sum of.
        counts: The numbers that are published beside its amount.
    """

    key: str
    name: str
    aliases: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    counts: tuple[str, ...] = ()
