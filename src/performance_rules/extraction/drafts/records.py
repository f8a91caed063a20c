"""What reading prose yields before it is put into a draft: one record for each thing said.

Records wait until the document has been read, because some of what they mean is only settled
later: which budget a plain 预算 was, whether a total included balances, whether a list was whole.
"""

from __future__ import annotations

from typing import Final

from attrs import define, field

from performance_rules.extraction.drafts.draft import Oddity
from performance_rules.extraction.drafts.draftlines import Unbound
from performance_rules.extraction.drafts.places import Place
from performance_rules.report.model import Reason, Settled, Source
from performance_rules.values.quantity import Amount, Count, Percent, Quantity

APART: Final = 10_000_000
"""Beyond every number of a paragraph: what is related in one sentence is a matter of its own."""


@define(eq=False)
class Told:
    """Anything said of a line.

    Attributes:
        fund: whose money it is said of, where the words name a fund: 财政拨款“三公”经费.
    """

    fund: str = field(default="", kw_only=True)


@define(eq=False)
class Level(Told):
    """A quantity of a line and column; no quantity is a cell that was there and blank.

    Attributes:
        grand: where it belongs if it turns out to include balances.
        year: whether its wording says that it is of this year.
        group: the clause group in which it was said.
        sentence: the sentence in which it was said.
        settled: how what it is about became known, as in the report.
        inference: what was inferred, in words.
        hint: the budget last named in the paragraph, for a plain 预算.
    """

    place: Place
    column: str
    value: Quantity | None
    source: Source
    name: str = ""
    grand: Place | None = None
    hint: str = ""
    year: bool = False
    group: int = 0
    sentence: int = 0
    settled: Settled = "said"
    inference: str | None = None

    def with_balances(self) -> Place:
        """Return where a total that includes balances belongs."""
        return self.grand.on(self.place.account) if self.grand is not None else self.place


@define(eq=False)
class Compared(Told):
    """A claim about a figure against another column.

    Attributes:
        grand: where it belongs if what it speaks of turns out to include balances.
    """

    place: Place
    column: str
    against: str
    source: Source
    base: Amount | Count | None = None
    change: Amount | Count | None = None
    rate: Percent | None = None
    completed: Percent | None = None
    direction: str | None = None
    wording: str | None = None
    reason: Reason | None = None
    hint: str = ""
    grand: Place | None = None
    settled: Settled = "said"
    inference: str | None = None


@define(eq=False)
class Shared(Told):
    """A claim that a figure is so much of a whole; ``whole`` says it is all of that place."""

    place: Place
    column: str
    value: Percent
    of: str | None
    source: Source
    whole: Place | None = None
    name: str = ""
    settled: Settled = "said"
    inference: str | None = None


@define(eq=False)
class Counted(Told):
    """A number of things that belongs to a line; ``group`` of one whose kind was not said."""

    place: Place
    key: str
    value: Count
    source: Source
    group: int = -1


@define(eq=False)
class Caused(Told):
    """A reason given for the lines of a breakdown."""

    place: Place
    dimension: str
    reason: Reason


Record = Level | Compared | Shared | Counted | Caused


@define(eq=False)
class Listing:
    """Parts said of a whole in one list.

    Attributes:
        whole: the line they are parts of; None while only scope is lent.
        name: how the whole was worded.
        level: the record of the whole, where it was said with an amount.
        parts: what was said to be part of it, and in which item of the list.
        partial: whether the list may leave something out.
        segment: the clause group in which it was opened, for one that ends with it.
        resumed: whether its 其中 begins a sentence of its own.
        whole_said: whether its opener says that all parts follow: 包括, 分别为, a colon.
        summed: whether a sum of some of its parts was said among them.
        ended: whether something else than a part was said after its parts.
        closed: whether it has ended for names that no lexicon knows.
        shared: whether shares of its whole were said of its parts.
        deeper: whether the last part is no direct part of the whole.
        followed: whether figures follow that may be parts of it.
        mixed: whether its parts have claims of their own, or stand in several groups.
        change: the claim of a change right before it, whose parts they may be.
        said: the figures of its parts, where a change was said.
        entered: the paragraph it stands in.
        inside: whether 中 opened it, with or without a figure of its whole: 教育支出中，….
    """

    whole: Place
    name: str = ""
    level: Level | None = None
    parts: dict[Place, int] = field(factory=dict)
    partial: bool = False
    segment: int = -1
    resumed: bool = False
    whole_said: bool = False
    closed: bool = False
    summed: bool = False
    ended: bool = False
    mixed: bool = False
    shared: bool = False
    deeper: bool | None = None
    followed: bool = False
    change: Compared | None = None
    said: list[Level] = field(factory=list)
    entered: int = 0
    inside: bool = False


@define(eq=False)
class Ledger:
    """Everything a document's prose says, in its order.

    Attributes:
        told: whether it tells that other money than the budget's paid for “三公”经费.
        carried: totals of income, each with its column, whose list has 上年结转 in it.
    """

    records: list[Record] = field(factory=list)
    listings: list[Listing] = field(factory=list)
    unbound: list[Unbound] = field(factory=list)
    oddities: list[Oddity] = field(factory=list)
    said: dict[tuple[Place, str], set[int]] = field(factory=dict)
    bound: int = 0
    bound_at: list[tuple[int, int]] = field(factory=list)
    related: set[tuple[int, int]] = field(factory=set)
    told: bool = False
    carried: set[tuple[str, int]] = field(factory=set)

    def add(self, record: Record) -> None:
        """Keep a record."""
        self.records.append(record)
        if isinstance(record, Level) and record.value is not None:
            self.said.setdefault((record.place, record.column), set()).add(record.value.n)

    def listing(self, listing: Listing) -> Listing:
        """Keep a list that was opened."""
        self.listings.append(listing)
        return listing
