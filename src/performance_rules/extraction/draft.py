"""A report in the making: what prose and tables say, gathered by identity, then frozen.

Every statement is kept with its place.  Two statements of one identity are not a choice: both stay
statements of the one figure, and the rules speak of them.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs
from attrs import define, field, frozen

from performance_rules.lexicon import plain
from performance_rules.report.model import (
    ACCOUNTS,
    COLUMNS,
    SIDES,
    Account,
    Breakdown,
    Comparison,
    Figure,
    Line,
    Reason,
    Report,
    Share,
    Source,
    Statement,
)
from performance_rules.values import Quantity


@frozen
class Unbound:
    """A figure that was read but whose identity is not complete; counted, never compared."""

    printed: str
    source: Source
    why: str


@define(eq=False)
class DraftFigure:
    """Statements and claims of one figure."""

    statements: list[Statement] = field(factory=list)
    share: Share | None = None
    comparisons: list[Comparison] = field(factory=list)

    def frozen(self) -> Figure:
        """Return the figure."""
        return Figure(tuple(self.statements), self.share, tuple(self.comparisons))


@define(eq=False)
class DraftLine:
    """A line by identity: its figures by column, its counts, its parts by dimension."""

    name: str = ""
    code: str | None = None
    key: str | None = None
    figures: dict[str, DraftFigure] = field(factory=dict)
    counts: dict[str, DraftFigure] = field(factory=dict)
    parts: dict[str, list[DraftLine]] = field(factory=dict)
    incomplete: set[str] = field(factory=set)
    reasons: dict[str, list[Reason]] = field(factory=dict)
    notes: list[str] = field(factory=list)

    def figure(self, column: str) -> DraftFigure:
        """Return the figure of a column, made when it is first spoken of."""
        return self.figures.setdefault(column, DraftFigure())

    def say(self, column: str, quantity: Quantity, source: Source) -> DraftFigure:
        """Add a statement of a column."""
        figure = self.figure(column)
        figure.statements.append(Statement(quantity, source))
        return figure

    def count(self, key: str, quantity: Quantity, source: Source) -> None:
        """Add a statement of a count."""
        self.counts.setdefault(key, DraftFigure()).statements.append(Statement(quantity, source))

    def part(
        self, dimension: str, name: str, *, code: str | None = None, key: str | None = None
    ) -> DraftLine:
        """Return the part with a code, key or name, made when it is first spoken of."""
        parts = self.parts.setdefault(dimension, [])
        for part in parts:
            same_code = code is not None and part.code == code
            same_key = key is not None and part.key == key
            either_uncoded = code is None or part.code is None
            if same_code or same_key or (either_uncoded and plain(part.name) == plain(name)):
                part.code, part.key = part.code or code, part.key or key
                return part
        part = DraftLine(name, code, key)
        parts.append(part)
        return part

    def walk(self) -> Iterator[DraftLine]:
        """Yield the line and all lines below it."""
        yield self
        for parts in self.parts.values():
            for part in parts:
                yield from part.walk()

    def frozen(self) -> Line:
        """Return the line with everything below it."""
        breakdowns = tuple(
            Breakdown(
                dimension,
                tuple(part.frozen() for part in parts),
                complete=dimension not in self.incomplete,
                reasons=tuple(self.reasons.get(dimension, ())),
            )
            for dimension, parts in self.parts.items()
        )
        figures = {c: self.figures[c].frozen() for c in COLUMNS if c in self.figures}
        return attrs.evolve(
            Line(),
            name=self.name,
            code=self.code,
            key=self.key,
            breakdowns=breakdowns,
            counts=tuple((key, figure.frozen()) for key, figure in self.counts.items()),
            notes=tuple(self.notes),
            **figures,
        )


@define(eq=False)
class Draft:
    """A report in the making."""

    accounts: dict[tuple[str, str], DraftLine] = field(factory=dict)
    items: dict[str, DraftLine] = field(factory=dict)
    unbound: list[Unbound] = field(factory=list)
    bound: int = 0

    def line(self, account: str, side: str) -> DraftLine:
        """Return the line of an account's side."""
        if account not in ACCOUNTS or side not in SIDES:
            raise KeyError((account, side))
        return self.accounts.setdefault((account, side), DraftLine())

    def item(self, name: str) -> DraftLine:
        """Return ``three_public``, ``evaluation`` or ``disclosures`` as a line."""
        return self.items.setdefault(name, DraftLine(key=name))

    def report(self, **head: object) -> Report:
        """Return the report; ``head`` gives entity, year, kind and text."""
        values: dict[str, object] = dict(head)
        for name in ACCOUNTS:
            sides = {s: line.frozen() for (a, s), line in self.accounts.items() if a == name}
            if sides:
                values[name] = attrs.evolve(Account(), **sides)
        for name in ("three_public", "evaluation"):
            if name in self.items:
                values[name] = self.items[name].frozen()
        if "disclosures" in self.items:
            parts = self.items["disclosures"].parts.get("members", [])
            values["disclosures"] = Breakdown("members", tuple(p.frozen() for p in parts))
        return attrs.evolve(Report(), **values)
