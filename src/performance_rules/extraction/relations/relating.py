"""From the figures of a paragraph to the matters that relate them.

A relation is kept until the document has been read: what the lines of the report are checked for
already is not said a second time.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from attrs import define, evolve, field, frozen

from performance_rules.extraction.context import Context
from performance_rules.extraction.draft import Draft
from performance_rules.extraction.normal import Run
from performance_rules.extraction.places import Place, Step
from performance_rules.extraction.quantities import signed
from performance_rules.extraction.records import Compared, Ledger, Level, Record, Shared
from performance_rules.extraction.relations.balances import Balance, balances
from performance_rules.extraction.relations.changes import Change, changes
from performance_rules.extraction.relations.mentions import Mention, mentions_of
from performance_rules.extraction.relations.portions import Portion, portions
from performance_rules.extraction.relations.products import Product, products
from performance_rules.extraction.relations.rates import Rate, rates
from performance_rules.extraction.relations.roles import cast
from performance_rules.extraction.relations.totals import Total, totals
from performance_rules.extraction.relations.words import relation_words
from performance_rules.extraction.scan import Token
from performance_rules.report.model import WIDER, Source
from performance_rules.values import Amount, Count, Percent, Quantity

APART: Final = 10_000_000
"""Beyond every number of a paragraph: what is related in one sentence is a matter of its own."""
_FEWEST: Final = 3
_NEAR: Final = 12
"""So many figures of the paragraphs before may belong to one that follows."""
_LONGEST: Final = 24
_QUOTED: Final = 300
"""Figures further apart, in characters, are quoted each for itself."""
_TAIL: Final = re.compile(
    r"(?:由|从|自|为|至|达|共|约)*(?:(?:上年|去年|本年|(?:19|20)\d\d年)[初末底度]?)?(?:同期)?的?(?:为|约|达)?\Z"
)
"""Behind the name of a thing and before its figure: 供水量由上年的."""
_POINTS: Final = "点"


@frozen(eq=False)
class Related:
    """What one relation says.

    Attributes:
        records: the records of its matter.
        spans: where its figures stand in the document.
        claim: the figure that follows from the others.
        at: where that stands.
        home: the number of its paragraph.
    """

    records: tuple[Record, ...]
    spans: tuple[tuple[int, int], ...]
    claim: Quantity
    at: tuple[int, int]
    home: int


@define(eq=False)
class Relations:
    """What the paragraphs of a document relate of their own figures, one after the other.

    A paragraph may go on where the one before it ended: what was there stands in one, what is left
    in the next.

    Attributes:
        found: the relations so far.
    """

    found: list[Related] = field(factory=list)
    _recent: list[Mention] = field(factory=list)
    _runs: dict[int, Run] = field(factory=dict)
    _section: str = ""
    _sentences: int = 0
    _homes: int = 0

    def read(self, run: Run, tokens: Sequence[Token], context: Context) -> None:
        """Read a paragraph.

        Args:
            run: the paragraph.
            tokens: its tokens as they were scanned.
            context: where it stands.
        """
        words = relation_words()
        if context.section != self._section:
            self._recent, self._runs, self._section = [], {}, context.section
        if not tokens:
            return
        own = mentions_of(run.plain, tokens, tokens[0].start, tokens[-1].end)
        before, home = self._sentences, self._homes
        own = [evolve(m, sentence=m.sentence + before, home=home) for m in own]
        self._sentences, self._homes = max((m.sentence for m in own), default=before) + 1, home + 1
        self._runs[home] = run
        near = [*self._recent, *own]
        self._recent = near[-_NEAR:]
        if len(near) < _FEWEST:
            return
        maker = _Maker(self._runs, context.section, context.facts.is_budget)
        parts = cast(near, words)
        made = [
            *map(maker.product, products(run.plain, own, words)),
            *map(maker.balance, balances(parts, words)),
            *map(maker.rate, rates(parts, words)),
            *map(maker.change, changes(own, words)),
            *map(maker.total, totals(parts, words)),
            *map(maker.portion, portions(near, words)),
        ]
        self.found += [one for one in made if one.home == home]


@frozen(eq=False)
class _Maker:
    """Makes the records of relations."""

    runs: Mapping[int, Run]
    section: str
    budget: bool

    def product(self, one: Product) -> Related:
        """A price, a number and an amount."""
        parts = (one.price, one.count, one.amount)
        column = "initial_budget" if self.budget else "final"
        said = (
            ("price", one.price.value, one.price),
            ("actual", one.number, one.count),
            (column, one.amount.value, one.amount),
        )
        return self._made(said, parts, one.amount, one.price)

    def balance(self, one: Balance) -> Related:
        """What was there, what was spent and what is left."""
        parts = (*one.received, one.spent, one.left)
        said = [("final", one.spent.value, one.spent), ("left", one.left.value, one.left)]
        if len(one.received) == 1:
            said.append(("received", one.received[0].value, one.received[0]))
        made = self._made(said, parts, one.left, one.left)
        if len(one.received) == 1:
            return made
        place = made.records[0].place
        more = tuple(
            Level(
                place.down(Step("by_source", m.left or "到位")),
                "received",
                m.value,
                self._source((m,)),
            )
            for m in one.received
        )
        return evolve(made, records=(*made.records, *more))

    def rate(self, one: Rate) -> Related:
        """A rate and its two figures."""
        parts = (one.figure, one.base, one.rate)
        column = "final" if one.figure.kind == "amount" else "actual"
        said = ((column, one.figure.value, one.figure),)
        made = self._made(said, parts, one.rate, one.rate)
        claim = Compared(
            made.records[0].place,
            column,
            "target",
            self._source((one.base, one.rate)),
            base=_level(one.base.value),
            completed=one.rate.value if isinstance(one.rate.value, Percent) else None,
        )
        return evolve(made, records=(*made.records, claim))

    def change(self, one: Change) -> Related:
        """A change between two levels."""
        parts = tuple(m for m in (one.base, one.figure, one.change, one.rate) if m is not None)
        claimed = one.change or one.rate or one.figure
        column = "final" if one.figure.kind == "amount" else "actual"
        made = self._made(
            ((column, _level(one.figure.value), one.figure),), parts, claimed, claimed
        )
        claim = Compared(
            made.records[0].place,
            column,
            "prior",
            self._source(parts),
            base=_level(one.base.value),
            direction=one.direction or None,
        )
        if one.change is not None:
            claim.change = _level(one.change.value, one.direction)
        if one.rate is not None and isinstance(one.rate.value, Percent):
            claim.rate = signed(one.rate.value, one.direction)
        return evolve(made, records=(*made.records, claim))

    def total(self, one: Total) -> Related:
        """Parts and their sum."""
        parts = (*(m for _, m in one.parts), one.total)
        money = one.total.kind == "amount"
        column = ("initial_budget" if self.budget else "final") if money else "actual"
        made = self._made(((column, one.total.value, one.total),), parts, one.total, one.total)
        place = made.records[0].place
        more = tuple(
            Level(place.down(Step("members", name)), column, m.value, self._source((m,)), name)
            for name, m in one.parts
        )
        return evolve(made, records=(*made.records, *more))

    def portion(self, one: Portion) -> Related:
        """A share with its part and its whole."""
        parts = (one.whole, one.figure, one.share)
        money = one.whole.kind == "amount"
        column = ("initial_budget" if self.budget else "final") if money else "actual"
        said = ((column, one.whole.value, one.whole),)
        made = self._made(said, parts, one.share, one.share)
        name = one.figure.left or "其中一项"
        part = made.records[0].place.down(Step("members", name))
        source = self._source((one.figure, one.share))
        more: list[Record] = [Level(part, column, one.figure.value, source, name)]
        if isinstance(one.share.value, Percent):
            more.append(Shared(part, column, one.share.value, None, source, name=name))
        return evolve(made, records=(*made.records, *more))

    def _source(self, parts: Sequence[Mention]) -> Source:
        """Return where figures stand; those of several paragraphs, where the last one does."""
        home = parts[-1].home
        here = [m for m in parts if m.home == home]
        first, last = min(m.start - len(m.left) for m in here), max(m.end for m in here)
        return self.runs[home].source(first, last, self.section)

    def _made(
        self,
        said: Sequence[tuple[str, Quantity, Mention]],
        parts: Sequence[Mention],
        claim: Mention,
        apart: Mention,
    ) -> Related:
        first = min(parts, key=lambda m: (m.home, m.start))
        name = _named(self.runs[first.home].plain, first)
        place = Place(matter=name, apart=APART + self._span(apart)[0])
        together = self._source(parts) if self._is_near(parts) else None
        levels = tuple(
            Level(place, column, value, together or self._source((m,)), name)
            for column, value, m in said
        )
        spans = tuple(map(self._span, parts))
        return Related(levels, spans, claim.value, self._span(claim), claim.home)

    def _is_near(self, parts: Sequence[Mention]) -> bool:
        """Whether figures can be quoted together: what is quoted does not grow with a list."""
        if len({m.home for m in parts}) > 1:
            return False
        return max(m.end for m in parts) - min(m.start for m in parts) <= _QUOTED

    def _span(self, one: Mention) -> tuple[int, int]:
        return self.runs[one.home].span(one.start, one.end)


def _level(value: Quantity, direction: str = "") -> Amount | Count:
    """Return a level or a change; those of percentages are counted in points."""
    if isinstance(value, Percent):
        points = Count(value.value, _POINTS, printed=value.printed)
        value = evolve(points, step=value.step, printed=value.printed)
    return signed(value, direction)


def _named(text: str, one: Mention) -> str:
    """Return what a relation is of: the words before its first figure."""
    begin = max(text.rfind(mark, 0, one.start) for mark in "。;,，:、()!?") + 1
    name = _TAIL.sub("", text[begin : one.start]).strip("每平均共计“”")
    return name[-_LONGEST:] or text[max(0, one.start - _LONGEST) : one.start] or "本段所说的事项"


def add_related(ledger: Ledger, related: Sequence[Related], draft: Draft) -> None:
    """Put relations into the ledger, but for those whose claim is checked already.

    Args:
        ledger: what the prose says.
        related: what its sentences relate.
        draft: what tables say.
    """
    checked: defaultdict[int, list[Source]] = defaultdict(list)
    for n, source in _checked(ledger, draft):
        checked[n].append(source)
    for one in related:
        if any(_covers(source, one.at) for source in checked[one.claim.n]):
            continue
        for record in one.records:
            ledger.add(record)
        ledger.related.update(one.spans)


def _checked(ledger: Ledger, draft: Draft) -> Iterator[tuple[int, Source]]:
    """Yield the claims, with where they stand, whose figure and base are both known."""
    for record in ledger.records:
        if isinstance(record, Shared):
            whole = record.place.parent or _wider(record.place)
            if whole is not None and _is_said(whole, record.column, ledger, draft):
                yield abs(record.value.n), record.source
        if not isinstance(record, Compared) or (record.place, record.column) not in ledger.said:
            continue
        if record.base is None and not _is_said(record.place, record.against, ledger, draft):
            continue
        for value in (record.change, record.rate, record.completed):
            if value is not None:
                yield abs(value.n), record.source


def _wider(place: Place) -> Place | None:
    """Return the same side of the accounts that an account is a part of."""
    return Place("all_funds", place.side) if place.account in WIDER else None


def _is_said(place: Place, column: str, ledger: Ledger, draft: Draft) -> bool:
    """Whether a figure was stated, in prose or in a table."""
    if (place, column) in ledger.said:
        return True
    top = (place.account, place.side)
    line = draft.accounts.get(top) if place.account else draft.items.get(place.item)
    for step in place.steps:
        if line is None:
            return False
        line = line.find(
            step.dimension, step.name, code=step.code, key=step.key, implied=step.implied
        )
    figure = line.figures.get(column) if line is not None else None
    return figure is not None and bool(figure.statements)


def _covers(source: Source, at: tuple[int, int]) -> bool:
    return (source.start or 0) <= at[0] < (source.end or 0)
