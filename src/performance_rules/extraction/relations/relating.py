"""From the figures of a paragraph to the matters that relate them.

A relation is kept until the document has been read: what the lines of the report are checked for
already is not said a second time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import evolve, frozen

from performance_rules.extraction.context import Context
from performance_rules.extraction.normal import Run
from performance_rules.extraction.places import Place, Step
from performance_rules.extraction.quantities import signed
from performance_rules.extraction.records import Compared, Ledger, Level, Record
from performance_rules.extraction.relations.balances import Balance, balances
from performance_rules.extraction.relations.changes import Change, changes
from performance_rules.extraction.relations.mentions import Mention, mentions_of
from performance_rules.extraction.relations.products import Product, products
from performance_rules.extraction.relations.rates import Rate, rates
from performance_rules.extraction.relations.roles import cast
from performance_rules.extraction.relations.words import relation_words
from performance_rules.extraction.scan import Token
from performance_rules.report.model import Source
from performance_rules.values import Amount, Count, Percent, Quantity

APART: Final = 10_000_000
"""Beyond every number of a paragraph: what is related in one sentence is a matter of its own."""
_FEWEST: Final = 3
_LONGEST: Final = 24
_POINTS: Final = "点"


@frozen(eq=False)
class Related:
    """What one relation says.

    Attributes:
        records: the records of its matter.
        spans: where its figures stand in the document.
        claim: the figure that follows from the others.
        at: where that stands.
    """

    records: tuple[Record, ...]
    spans: tuple[tuple[int, int], ...]
    claim: Quantity
    at: tuple[int, int]


def relate(run: Run, tokens: Sequence[Token], context: Context) -> list[Related]:
    """Return what the sentences of a paragraph relate of their own figures.

    Args:
        run: the paragraph.
        tokens: its tokens as they were scanned.
        context: where it stands.
    """
    words = relation_words()
    found = mentions_of(run.plain, tokens, tokens[0].start, tokens[-1].end) if tokens else []
    if len(found) < _FEWEST:
        return []
    parts, maker = cast(found, words), _Maker(run, context.section, context.facts.is_budget)
    return [
        *map(maker.product, products(run.plain, found, words)),
        *map(maker.balance, balances(parts)),
        *map(maker.rate, rates(parts, words)),
        *map(maker.change, changes(found, words)),
    ]


@frozen(eq=False)
class _Maker:
    """Makes the records of relations of one paragraph."""

    run: Run
    section: str
    budget: bool

    def product(self, one: Product) -> Related:
        """A price, a number and an amount."""
        parts = (one.price, one.count, one.amount)
        place, source = self._place(parts, one.price)
        column = "initial_budget" if self.budget else "final"
        said = (("price", one.price.value), ("actual", one.number), (column, one.amount.value))
        return self._made(place, source, said, parts, one.amount)

    def balance(self, one: Balance) -> Related:
        """What was there, what was spent and what is left."""
        parts = (*one.received, one.spent, one.left)
        place, source = self._place(parts, one.left)
        said: list[tuple[str, Quantity]] = [("final", one.spent.value), ("left", one.left.value)]
        if len(one.received) == 1:
            said.append(("received", one.received[0].value))
        made = self._made(place, source, said, parts, one.left)
        if len(one.received) == 1:
            return made
        more = tuple(
            Level(place.down(Step("by_source", m.left or "到位")), "received", m.value, source)
            for m in one.received
        )
        return evolve(made, records=(*made.records, *more))

    def rate(self, one: Rate) -> Related:
        """A rate and its two figures."""
        parts = (one.figure, one.base, one.rate)
        place, source = self._place(parts, one.rate)
        column = "final" if one.figure.kind == "amount" else "actual"
        claim = Compared(place, column, "target", source)
        claim.base = _level(one.base.value)
        claim.completed = one.rate.value if isinstance(one.rate.value, Percent) else None
        said = ((column, one.figure.value),)
        return self._made(place, source, said, parts, one.rate, claim)

    def change(self, one: Change) -> Related:
        """A change between two levels."""
        parts = tuple(m for m in (one.base, one.figure, one.change, one.rate) if m is not None)
        claimed = one.change or one.rate or one.figure
        place, source = self._place(parts, claimed)
        column = "final" if one.figure.kind == "amount" else "actual"
        claim = Compared(place, column, "prior", source, direction=one.direction or None)
        claim.base = _level(one.base.value)
        claim.change = _level(one.change.value, one.direction) if one.change is not None else None
        if one.rate is not None and isinstance(one.rate.value, Percent):
            claim.rate = signed(one.rate.value, one.direction)
        said = ((column, _level(one.figure.value)),)
        return self._made(place, source, said, parts, claimed, claim)

    def _place(self, parts: Sequence[Mention], claim: Mention) -> tuple[Place, Source]:
        first, last = min(m.start - len(m.left) for m in parts), max(m.end for m in parts)
        source = self.run.source(first, last, self.section)
        name = _named(self.run.plain, min(parts, key=lambda m: m.start))
        return Place(matter=name, apart=APART + self.run.span(claim.start, claim.end)[0]), source

    def _made(
        self,
        place: Place,
        source: Source,
        said: Sequence[tuple[str, Quantity]],
        parts: Sequence[Mention],
        claim: Mention,
        *claims: Compared,
    ) -> Related:
        levels = (Level(place, column, value, source, place.matter) for column, value in said)
        spans = tuple(self.run.span(m.start, m.end) for m in parts)
        at = self.run.span(claim.start, claim.end)
        return Related((*levels, *claims), spans, claim.value, at)


def _level(value: Quantity, direction: str = "") -> Amount | Count:
    """Return a level or a change; those of percentages are counted in points."""
    if isinstance(value, Percent):
        points = Count(value.value, _POINTS, printed=value.printed)
        value = evolve(points, step=value.step, printed=value.printed)
    return signed(value, direction)


def _named(text: str, one: Mention) -> str:
    """Return what a relation is of: the words before its first figure."""
    begin = max(text.rfind(mark, 0, one.start) for mark in "。;,，:、()!?") + 1
    name = text[begin : one.start].strip("每平均共计“”")
    return name[-_LONGEST:] or text[max(0, one.start - _LONGEST) : one.start] or "本段所说的事项"


def add_related(ledger: Ledger, related: Sequence[Related]) -> None:
    """Put relations into the ledger, but for those whose claim is checked already."""
    checked: defaultdict[int, list[Source]] = defaultdict(list)
    for n, source in _checked(ledger):
        checked[n].append(source)
    for one in related:
        if any(_covers(source, one.at) for source in checked[one.claim.n]):
            continue
        for record in one.records:
            ledger.add(record)
        ledger.related.update(one.spans)


def _checked(ledger: Ledger) -> Iterator[tuple[int, Source]]:
    """Yield the claims, with where they stand, whose figure and base are both known."""
    for record in ledger.records:
        if not isinstance(record, Compared) or (record.place, record.column) not in ledger.said:
            continue
        if record.base is None and (record.place, record.against) not in ledger.said:
            continue
        for value in (record.change, record.rate, record.completed):
            if value is not None:
                yield abs(value.n), record.source


def _covers(source: Source, at: tuple[int, int]) -> bool:
    return (source.start or 0) <= at[0] < (source.end or 0)
