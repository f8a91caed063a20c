"""Where a statement belongs in a report: an account's side or an item, and the way down from it."""

from __future__ import annotations

from typing import Final

from attrs import field

from performance_rules.extraction.drafts.draft import Draft
from performance_rules.extraction.drafts.draftlines import DraftLine, unlike
from performance_rules.extraction.fixed import fixed
from performance_rules.lexicon.lexicon import Lexicon, plain
from performance_rules.report.model import ACCOUNTS, DIMENSIONS, SIDES

ITEMS: Final = ("three_public", "evaluation", "disclosures")
"""The lines of a report that lie outside the accounts."""


@fixed(cache_hash=True)
class Step:
    """One step down: a part along a dimension, known by code, key or name.

    Attributes:
        implied: the code that the name has in the codebook, where none is printed, or another's.
    """

    dimension: str
    name: str
    code: str | None = None
    key: str | None = None
    implied: str | None = field(default=None, eq=False)

    def of(self, line: DraftLine) -> DraftLine:
        """Return the part of a line that the step leads to, made when it is first spoken of."""
        return line.part(
            self.dimension, self.name, code=self.code, key=self.key, implied=self.implied
        )


@fixed(cache_hash=True)
class Place:
    """A line of the report.

    Attributes:
        account: the account; empty where the scope in force decides.
        side: the side of the account; empty for an item.
        item: ``three_public``, ``evaluation`` or ``disclosures``; empty for an account.
        steps: the way down.
        matter: of a thing that the fixed tree does not have, its full name.
        body: whose it is, where that is not the document's own body.
        apart: of a name that may stand for several things, where it is said; 0 for a proper name.
    """

    account: str = ""
    side: str = ""
    item: str = ""
    steps: tuple[Step, ...] = ()
    matter: str = ""
    body: str = ""
    apart: int = 0
    _parent: Place | None = field(init=False, default=None, eq=False, repr=False)

    @property
    def root(self) -> Place:
        """The line at the top of the place."""
        return self.at(()) if self.steps else self

    @property
    def parent(self) -> Place | None:
        """The line one step up, or None at the top."""
        if self._parent is None and self.steps:
            # Kept by hand: a cached property makes every other attribute slower to read.
            object.__setattr__(self, "_parent", self.at(self.steps[:-1]))
        return self._parent

    @property
    def last(self) -> Step | None:
        """The last step, or None at the top."""
        return self.steps[-1] if self.steps else None

    @property
    def dimension(self) -> str:
        """The dimension of the last step, empty at the top."""
        return self.steps[-1].dimension if self.steps else ""

    def down(self, step: Step) -> Place:
        """Return the part one step down."""
        return self.at((*self.steps, step))

    def at(self, steps: tuple[Step, ...]) -> Place:
        """Return the place with another way down from the same top."""
        return Place(self.account, self.side, self.item, steps, self.matter, self.body, self.apart)

    def within(self, other: Place) -> bool:
        """Whether the place lies below another one."""
        n = len(other.steps)
        return len(self.steps) > n and self.steps[:n] == other.steps and same_top(self, other)

    def on(self, account: str) -> Place:
        """Return the same line of an account, if no account is fixed."""
        if self.account or not self.side:
            return self
        return Place(account, self.side, self.item, self.steps)

    def top(self, draft: Draft) -> DraftLine:
        """Return the line at the top in a draft, made when it is first spoken of."""
        if self.matter:
            return draft.matter(self.matter, self.body, self.apart)
        return draft.item(self.item) if self.item else draft.line(self.account, self.side)

    def line(self, draft: Draft) -> DraftLine:
        """Return the line in a draft, made when it is first spoken of."""
        line = self.top(draft)
        for step in self.steps:
            line = step.of(line)
        return line

    def find(self, draft: Draft) -> DraftLine | None:
        """Return the line in a draft, or None if it was not spoken of."""
        line = (
            draft.matters.get((self.matter, self.body, self.apart))
            or draft.items.get(self.item)
            or draft.accounts.get((self.account, self.side))
        )
        for step in self.steps:
            if line is not None:
                line = line.find(
                    step.dimension, step.name, code=step.code, key=step.key, implied=step.implied
                )
        return line


def same_top(a: Place, b: Place) -> bool:
    """Whether two places lie below one line at the top."""
    if a.account != b.account or a.side != b.side or a.item != b.item:
        return False
    return a.matter == b.matter and a.body == b.body and a.apart == b.apart


def same_line(a: Place, b: Place) -> bool:
    """Whether two places are one line, whatever the printed names."""
    return same_top(a, b) and len(a.steps) == len(b.steps) and all(map(_same, a.steps, b.steps))


def _same(a: Step, b: Step) -> bool:
    if a.dimension != b.dimension:
        return False
    if a.key or b.key:
        return a.key == b.key
    if a.code and b.code:
        told = not (a.implied or b.implied) and unlike(a.name, b.name)
        return (a.implied or a.code) == (b.implied or b.code) and not told
    return plain(a.name) == plain(b.name)


def parse_place(text: str, items: Lexicon) -> Place:
    """Return the place that a lexicon file writes, such as ``expenditure/basic``.

    A step is a key of a well-known item, or ``dimension:name``; before the first ``/`` stands an
    item, a side, or an account and a side, or nothing where the words before it decide.

    Raises:
        KeyError: for a step, side or account that does not exist.
    """
    first, *rest = text.split("/")
    account, _, side = first.rpartition(".")
    if (account and account not in ACCOUNTS) or side not in ("", *SIDES, *ITEMS):
        raise KeyError(text)
    place = Place(item=side) if side in ITEMS else Place(account, side)
    within = side
    for key in rest:
        dimension, colon, name = key.rpartition(":")
        place = place.down(Step(dimension, name) if colon else _keyed(key, within, items, text))
        within = key
    return place


def _keyed(key: str, within: str, items: Lexicon, text: str) -> Step:
    for item in items.items:
        if item.key == key and item.within in (within, *DIMENSIONS):
            dimension = item.within if item.within in DIMENSIONS else "members"
            return Step(dimension, item.name, key=key)
    raise KeyError(f"{key} in {text}")
