"""Saying what the columns of a table say of each other: each row a matter under its own name."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from performance_rules.extraction.drafts.places import Place, Step
from performance_rules.extraction.tables.binding import Binder
from performance_rules.extraction.tables.columns import Column
from performance_rules.extraction.tables.formulas import say_formulas
from performance_rules.extraction.tables.grid import Row, is_words
from performance_rules.extraction.tables.labels import TOTALS
from performance_rules.extraction.tables.namedrates import score_rates, sole_rates
from performance_rules.extraction.tables.rowwise import (
    Head,
    Relation,
    heads_of,
    income_sums,
    relations,
    row_sums,
)
from performance_rules.extraction.tables.solesums import sole_sums
from performance_rules.extraction.tokens.normal import plain_word
from performance_rules.report.model import Comparison, Share, Source
from performance_rules.values.quantity import Amount, Count, Percent, Quantity

_ALL: Final = (*TOTALS, "小计")
Span = tuple[int, int]


def relate_rows(
    body: Sequence[Row],
    columns: Sequence[Column],
    paths: Sequence[Sequence[str]],
    binder: Binder,
    known: Collection[Span],
    *,
    sheet: bool,
) -> None:
    """Say what the columns of a table say of each other.

    Args:
        body: the rows below the header.
        columns: the columns.
        paths: for each column the texts above it.
        binder: where it is said.
        known: where the figures stand that were read already; what follows from them is known.
        sheet: whether it is one of scores, whose columns say nothing else of each other.
    """
    say_formulas(body, binder, binder.table.unit)
    scored = list(score_rates(body, columns, paths))
    heads = heads_of(body, columns, paths, binder.table.unit) if not sheet else []
    if len(heads) < 2 and not scored:
        return
    names = next((c for c in columns if c.role != "order" and is_words(body, c.index)), None)
    called = [row.merged(names.index) if names is not None else "" for row in body]
    totals = [at for at, name in enumerate(called) if plain_word(name) in _ALL]
    total = totals[0] if len(totals) == 1 and totals[0] in (0, len(body) - 1) else None
    found = [*scored, *relations(heads, total)]
    found += () if found else sole_rates(heads)
    sums = list(income_sums(heads, columns)) if known else list(row_sums(heads))
    sums += sole_sums(heads) if not known else ()
    for one in (*found, *sums):
        writer = _Writer(body, binder, one, total)
        for at in one.rows:
            cell = body[at].cells[one.claim.index]
            read = (cell.start, cell.end) in known
            if not read or (one in sums and (at != total or len(body) == 1)):
                writer.say(at, called[at] or f"第{cell.row}行")


class _Writer:
    """Says one relation of the rows of a table."""

    def __init__(
        self, body: Sequence[Row], binder: Binder, relation: Relation, total: int | None
    ) -> None:
        self.body, self.binder, self.relation, self.total = body, binder, relation, total

    def say(self, at: int, name: str) -> None:
        """Say the relation of a row."""
        one, claim = self.relation, self.relation.claim
        row = self.body[at]
        cell = row.cells[claim.index]
        caption = self.binder.table.caption or f"第{self.binder.table.number}张表"
        place = Place(matter=f"{caption}·{name}·{claim.text}", apart=cell.start + 1)
        if one.kind == "rate":
            self._rate(place, at)
        elif one.kind in ("change", "gap"):
            self._change(place, at)
        elif one.kind == "left":
            for column, head in zip(("received", "final", "left"), (*one.of, claim), strict=True):
                self._level(place, column, head, at)
        elif one.kind == "product":
            count, price = one.of
            self._level(place, "actual", count, at)
            self._level(place, "price", price, at)
            self._level(place, "final", claim, at)
        elif one.kind == "share":
            self._share(place, at, name)
        else:
            self._sum(place, at)

    def _rate(self, place: Place, at: int) -> None:
        figure, base = self.relation.of
        column = _column(figure)
        self._level(place, column, figure, at)
        said = Comparison(
            "target",
            base=_level(self._value(base, at)),
            completed=Percent.of(self._text(self.relation.claim, at)),
            source=self._source(self.relation.claim, at),
        )
        self._compare(place, column, said, base, at)

    def _change(self, place: Place, at: int) -> None:
        figure, base = self.relation.of
        claim = self.relation.claim
        column = _column(figure)
        self._level(place, column, figure, at)
        value = None if claim.kind == "rate" else _level(self._value(claim, at))
        rate = Percent.of(self._text(claim, at)) if claim.kind == "rate" else None
        said = Comparison(
            "prior",
            base=_level(self._value(base, at)),
            change=value,
            rate=rate,
            source=self._source(claim, at),
        )
        self._compare(place, column, said, base, at)

    def _compare(self, place: Place, column: str, said: Comparison, base: Head, at: int) -> None:
        self.binder.line(place).figure(column).comparisons += (said,)
        self._bound(base, at)
        self._bound(self.relation.claim, at)

    def _share(self, place: Place, at: int, name: str) -> None:
        if self.total is None or at == self.total:
            return
        figure, _ = self.relation.of
        column = _column(figure)
        whole = place.line(self.binder.draft)
        whole.leave_open("members")
        part = Step("members", name).of(whole)
        for line, row in ((whole, self.total), (part, at)):
            line.say(column, self._value(figure, row), self._source(figure, row))
            self._bound(figure, row)
        share = Percent.of(self._text(self.relation.claim, at))
        part.figure(column).share = Share(share, None, self._source(self.relation.claim, at))
        self._bound(self.relation.claim, at)

    def _sum(self, place: Place, at: int) -> None:
        claim = self.relation.claim
        column = _column(claim)
        self._level(place, column, claim, at)
        for head in self.relation.of:
            if head.numbers[at] is not None:
                self._level(place.down(Step("members", head.text)), column, head, at)

    def _level(self, place: Place, column: str, head: Head, at: int) -> None:
        row = self.body[at]
        self.binder.say_open(place, column, self._value(head, at), row.cells[head.index], row)

    def _value(self, head: Head, at: int) -> Quantity:
        text = self._text(head, at)
        return Amount.parse(text, head.unit) if head.kind == "money" else Count.parse(text)

    def _text(self, head: Head, at: int) -> str:
        return self.body[at].text(head.index)

    def _source(self, head: Head, at: int) -> Source:
        row = self.body[at]
        return self.binder.source(row.cells[head.index], row)

    def _bound(self, head: Head, at: int) -> None:
        cell = self.body[at].cells[head.index]
        self.binder.draft.bound_at.append((cell.start, cell.end))


def _column(head: Head) -> str:
    return "final" if head.kind == "money" else "actual"


def _level(value: Quantity) -> Amount | Count:
    if isinstance(value, Percent):
        raise TypeError(value)
    return value
