"""What is open while a document is read: its items, and what the clause now read inherits."""

from __future__ import annotations

from typing import Final

from attrs import define, field

from performance_rules.extraction.drafts.places import Place
from performance_rules.extraction.drafts.records import Level, Listing

Places = tuple[Place, ...]

_DEPTH: Final = 8
"""So many lists may be open inside each other."""


@define(eq=False)
class Around:
    """What is in force where the first item of a sentence begins: the items beside it have it too.

    Attributes:
        theme: what the sentence is about.
        body: whose figures it holds.
        stage: the stage of its figures.
        distance: their year.
        sentence: its number; the stage and the year are those of the sentence alone.
    """

    theme: Places = ()
    body: str | None = None
    stage: str = ""
    distance: int | None = None
    sentence: int = 0


@define(eq=False)
class Frame:
    """An item that is open: its heading, what it is about, and the list it holds.

    Attributes:
        rank: depth of its marker; -1 for the document.
        title: its heading with the marker.
        subjects: what its first clause is about.
        weak: what its heading is about.
        alone: whether its heading names that and nothing besides.
        told: whether an amount stood below it already.
        scope: the account that its heading names, or else its first clause.
        headed: whether the scope is the heading's.
        loose: whether it is that of a paragraph below it, which the next one does not share.
        listing: the list it opened with 如下: what follows and the items below are parts.
        below: the list that only the items below are parts of.
        ordinal: its number.
        bound: how many figures were bound when a phrase alone opened it; -1 where none did.
        body: whose figures it holds; empty for the document's body, None where it does not say.
        distance: the year that its heading names.
        things: the rank of the items below it that are names of things; -1 where none are.
        inline: whether it is one of the items of a sentence: 一是A；二是B.
        around: what was in force where the first of them began.
    """

    rank: int
    title: str = ""
    subjects: Places = ()
    weak: Places = ()
    alone: bool = False
    told: bool = False
    scope: str = ""
    headed: bool = False
    loose: bool = False
    listing: Listing | None = None
    below: Listing | None = None
    ordinal: int = 0
    bound: int = -1
    body: str | None = None
    distance: int | None = None
    things: int = -1
    inline: bool = False
    around: Around = field(factory=Around)

    def passing(self, top: Frame) -> bool:
        """Whether its scope ends with a paragraph, where another item is the innermost."""
        return not self.headed and (self is top or self.loose)


@define(eq=False)
class Base:
    """What the figures of a sentence are compared with."""

    stage: str
    distance: int | None
    wording: str


@define(eq=False)
class Clause:
    """What a clause inherits from the ones before it.

    Attributes:
        own: what it is about.
        stage: the stage in force.
        distance: the year in force, 0 this year, -1 last year.
        base: what its figures are compared with.
        column: the column of the last level.
        levels: the last level, one record for each line it is about.
        lists: the lists that are open, the innermost last.
        lost: the last figure could not be bound, so claims that follow have no subject.
        orphan: the clause group in which the whole of what is listed could not be bound either.
        body: whose figures it holds; empty for the document's body, None where it does not say.
        at: the token at which its subject was said.
        grand: where its subject belongs if it turns out to include balances.
        narrow: of a subject that is narrower than a line of the report, the words that make it so.
        group: the clause group whose first level was said.
        began: the stage and year in force when it was, if it named neither.
        scope: the account that its sentence began with, as what it is about.
        payer: the account that pays for what follows: 政府性基金安排A N、B N.
        fund: whose money its “三公”经费 are: empty where no word names a fund, None where no
            “三公”经费 were named.
    """

    own: Places = ()
    stage: str = ""
    distance: int | None = None
    base: Base | None = None
    column: str = ""
    levels: tuple[Level, ...] = ()
    lists: tuple[Listing, ...] = ()
    lost: bool = False
    orphan: int = 0
    body: str | None = None
    at: int = 0
    grand: Place | None = None
    narrow: str = ""
    group: int = 0
    began: tuple[str, int | None] | None = None
    scope: str = ""
    payer: str = ""
    fund: str | None = None

    def forget(self) -> None:
        """End the own subject."""
        self.own, self.levels, self.lost, self.narrow, self.payer = (), (), False, "", ""

    def open(self, listing: Listing) -> None:
        """Make a list the innermost one."""
        self.lists = (*self.lists[-_DEPTH:], listing)

    def about(self, places: Places, levels: tuple[Level, ...] = (), *, at: int) -> None:
        """Make lines what the clause is about, from a token on."""
        self.own, self.levels, self.lost, self.at = places, levels, False, at
        self.grand = levels[-1].grand if levels else None
