"""Lines of a draft: what was said of each, and how its parts divide it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from operator import attrgetter
from types import MappingProxyType
from typing import Any, Final, TypeVar, cast

from attrs import define, field, frozen

from performance_rules.lexicon.lexicon import plain as _plain
from performance_rules.report.lines import CODED, Dimension
from performance_rules.report.model import (
    COLUMNS,
    Breakdown,
    Comparison,
    Figure,
    Line,
    Reason,
    Settled,
    Share,
    Source,
    Statement,
)
from performance_rules.text.words import has_any
from performance_rules.values.quantity import Quantity

plain = lru_cache(maxsize=4096)(_plain)


@lru_cache(maxsize=4096)
def unlike(one: str, other: str) -> bool:
    """Whether two names have nothing in common: no two characters that stand beside each other."""
    one, other = plain(one), plain(other)
    pairs = {one[i : i + 2] for i in range(len(one) - 1)}
    return bool(pairs) and len(other) > 1 and not has_any(other, pairs)


K = TypeVar("K")
V = TypeVar("V")
_NOTHING: Final[Mapping[Any, Any]] = MappingProxyType({})
"""What most lines have of most things; a document has a thousand lines."""
_COLUMNS: Final = frozenset(COLUMNS)
UNIT: Final = "\n"
"""Stands in the key of a matter between what is counted and the word it is counted in."""


@frozen
class Unbound:
    """A figure that was read but whose identity is not complete; counted, never compared.

    Attributes:
        span: where the number itself stands in the document's text, where that is known.
    """

    printed: str
    source: Source
    why: str
    span: tuple[int, int] | None = None


@define(eq=False)
class DraftFigure:
    """Statements and claims of one figure."""

    statements: list[Statement] = field(factory=list)
    share: Share | None = None
    comparisons: tuple[Comparison, ...] = ()
    unread: Source | None = None

    def said(self) -> Iterator[tuple[Quantity, Source | None]]:
        """Yield every quantity of its statements and claims, with where it stands."""
        yield from ((statement.value, statement.source) for statement in self.statements)
        if self.share is not None:
            yield self.share.value, self.share.source
        for claim in self.comparisons:
            values = (claim.base, claim.change, claim.rate, claim.completed)
            yield from ((value, claim.source) for value in values if value is not None)

    def frozen(self) -> Figure:
        """Return the figure; what could not be read at one place may be said at another."""
        unread = None if self.statements else self.unread
        return Figure(tuple(self.statements), self.share, self.comparisons, unread)


_statements: Final = attrgetter("statements")


@define(eq=False)
class DraftLine:
    """A line by identity: its figures by column, its counts, its parts by dimension.

    Attributes:
        implied: the code its name has in the codebook; only ``code`` is what was printed.
        unread: by dimension, what of its list was not read.
    """

    name: str = ""
    code: str | None = None
    key: str | None = None
    implied: str | None = None
    figures: dict[str, DraftFigure] = field(factory=dict)
    counts: Mapping[str, DraftFigure] = _NOTHING
    parts: Mapping[str, list[DraftLine]] = _NOTHING
    incomplete: frozenset[str] = frozenset()
    unread: Mapping[str, Source] = _NOTHING
    lists: Mapping[str, list[list[DraftLine]]] = _NOTHING
    reasons: Mapping[str, list[Reason]] = _NOTHING
    notes: tuple[str, ...] = ()
    _known: Mapping[tuple[str, str, str], DraftLine] = field(default=_NOTHING, repr=False)

    def figure(self, column: str) -> DraftFigure:
        """Return the figure of a column, made when it is first spoken of."""
        figure = self.figures.get(column)
        if figure is None:
            figure = self.figures[column] = DraftFigure()
        return figure

    def say(
        self,
        column: str,
        quantity: Quantity,
        source: Source,
        settled: Settled = "said",
        inference: str | None = None,
    ) -> DraftFigure:
        """Add a statement of a column, and how it is known that it is one."""
        figure = self.figure(column)
        figure.statements.append(Statement(quantity, source, settled, inference))
        return figure

    def count(self, key: str, quantity: Quantity, source: Source) -> None:
        """Add a statement of a count."""
        self.counts = counts = _own(self.counts)
        counts.setdefault(key, DraftFigure()).statements.append(Statement(quantity, source))

    def divided(self, dimension: str) -> list[DraftLine]:
        """Return the parts along a dimension, to which further ones may be added."""
        self.parts = parts = _own(self.parts)
        return parts.setdefault(dimension, [])

    def leave_open(self, dimension: str, unread: Source | None = None) -> None:
        """Note that the parts along a dimension may not be all, and what was not read of them."""
        self.incomplete |= {dimension}
        if unread is not None and dimension not in self.unread:
            self.unread = {**self.unread, dimension: unread}

    def explain(self, dimension: str, reasons: Iterable[Reason]) -> None:
        """Keep reasons that were given for all parts along a dimension."""
        self.reasons = known = _own(self.reasons)
        known.setdefault(dimension, []).extend(reasons)

    def part(
        self,
        dimension: str,
        name: str,
        *,
        code: str | None = None,
        key: str | None = None,
        implied: str | None = None,
    ) -> DraftLine:
        """Return the part with a code, key or name, made when it is first spoken of.

        An old or shortened name is the part with the code that the name has in the codebook; so
        is one beside which the code of another subject is printed.
        """
        part = self.find(dimension, name, code=code, key=key, implied=implied)
        if part is None:
            part = DraftLine(name, code, key)
            self.divided(dimension).append(part)
        part.code, part.key = part.code or code, part.key or key
        part.name, part.implied = part.name or name, part.implied or implied
        self._remember(dimension, part, plain(name), implied or code)
        return part

    def find(
        self,
        dimension: str,
        name: str,
        *,
        code: str | None = None,
        key: str | None = None,
        implied: str | None = None,
    ) -> DraftLine | None:
        """Return the part with a code, key or name, or None if it was not spoken of."""
        called = plain(name)
        part = self._known.get((dimension, "code", implied or code or ""))
        if part is not None and code is not None and not implied and unlike(part.name, name):
            part = self._known.get((dimension, "code", f"{code}|{called}"))
        if part is None and key is not None:
            part = self._known.get((dimension, "key", key))
        if part is None:
            part = self._known.get((dimension, "name", called if code is None else f"{called}|"))
        return part

    def _remember(self, dimension: str, part: DraftLine, called: str, code: str | None) -> None:
        """Index a part by code, key and name; a name with a code meets only a name without."""
        self._known = known = _own(self._known)
        known.setdefault((dimension, "name", called), part)
        if part.code is None:
            known.setdefault((dimension, "name", f"{called}|"), part)
        else:
            known.pop((dimension, "name", f"{called}|"), None)
        if code:
            known.setdefault((dimension, "code", code), part)
            known.setdefault((dimension, "code", f"{code}|{called}"), part)
        if part.key is not None:
            known.setdefault((dimension, "key", part.key), part)

    @property
    def spoken(self) -> bool:
        """Whether any column of the line was stated."""
        return any(map(_statements, self.figures.values()))

    def listed(self, dimension: str, parts: Iterable[DraftLine]) -> None:
        """Note that one list gave these parts as the whole line.

        An ``incomplete`` breakdown counts as complete after all when one list has all its parts.
        """
        self.lists = lists = _own(self.lists)
        lists.setdefault(dimension, []).append(list(parts))

    def complete(self, dimension: str) -> bool:
        """Whether the parts along a dimension are all of the line."""
        if dimension not in self.incomplete:
            return True
        parts = self.parts.get(dimension, [])
        return any(_covers(one, parts) for one in self.lists.get(dimension, ()))

    def without_strangers(self) -> list[Unbound]:
        """Take out the parts that no list has although one list gave the whole line.

        Such a part has a name of its own for something that the list has under another name; which,
        cannot be told, so it is returned as unbound.
        """
        out: list[Unbound] = []
        for dimension, parts in self.parts.items():
            lists = self.lists.get(dimension, ())
            if not lists or any(_covers(one, parts) for one in lists):
                continue
            best = max(map(_ids, lists), key=lambda ids: sum(id(part) in ids for part in parts))
            for part in [p for p in parts if id(p) not in best and p.spoken]:
                if not (part.code or part.key or part.implied or "weight" in part.figures):
                    parts.remove(part)
                    out += part.taken_out()
        return out

    def taken_out(self) -> list[Unbound]:
        """Return everything that was said of the line as unbound."""
        why = "同一合计已另有列全的清单，其中没有这个名称"
        figures = [
            f for line in self.walk() for f in (*line.figures.values(), *line.counts.values())
        ]
        said = [one for figure in figures for one in figure.said()]
        return [Unbound(value.printed, source or Source(), why) for value, source in said]

    def walk(self) -> list[DraftLine]:
        """Return the line and all lines below it, each before those below it."""
        if not self.parts:
            return [self]
        found = [self]
        for parts in self.parts.values():
            for part in parts:
                if part.parts:
                    found += part.walk()
                else:
                    found.append(part)
        return found

    def frozen(self, *, body: str | None = None, section: str | None = None) -> Line:
        """Return the line with everything below it.

        Args:
            body: the body it is of, where that is not the one that the report is about.
            section: what tells it from others of its name.
        """
        breakdowns = []
        for dimension, parts in self.parts.items():
            complete = self.complete(dimension)
            breakdowns.append(
                Breakdown(
                    cast("Dimension", dimension),
                    tuple(part.frozen() for part in parts),
                    complete=complete,
                    reasons=tuple(self.reasons.get(dimension, ())),
                    unread=None if complete else self.unread.get(dimension),
                )
            )
        said: dict[str, Any] = {c: f.frozen() for c, f in self.figures.items() if c in _COLUMNS}
        counts = tuple((key, figure.frozen()) for key, figure in self.counts.items())
        return Line(
            self.name,
            self.code,
            self.key,
            breakdowns=tuple(breakdowns),
            counts=counts,
            notes=self.notes,
            body=body,
            section=section,
            **said,
        )


def _own(held: Mapping[K, V]) -> dict[K, V]:
    """Return what a line holds as its own, made when it first holds something."""
    return held if isinstance(held, dict) else {}


def _covers(one: list[DraftLine], parts: Iterable[DraftLine]) -> bool:
    """Whether a list has every part of which anything was said."""
    ids = _ids(one)
    return all(id(part) in ids for part in parts if part.spoken)


def _ids(parts: Iterable[DraftLine]) -> set[int]:
    return {id(part) for part in parts}


def nest(line: DraftLine) -> None:
    """Put parts below the part whose code theirs extends: 2010301 below 20103, below 201.

    Prose lists items flat under the total, tables nest them; both must be one line.
    """
    if not line.parts:
        return
    for dimension, parts in line.parts.items():
        if dimension in CODED:
            whole = line.complete(dimension)
            lists = [one for one in line.lists.get(dimension, ()) if _heads(one) >= _heads(parts)]
            listed = {id(part) for one in lists for part in one}
            _adopt(parts, dimension, {id(part) for part in parts} if whole else listed)
        for part in parts:
            if part.parts:
                nest(part)


def _heads(parts: Iterable[DraftLine]) -> set[str]:
    """Return the first three digits of the codes of parts: their classes."""
    return {(part.code or part.implied or "")[:3] for part in parts if part.spoken}


def _adopt(parts: list[DraftLine], dimension: str, listed: set[int]) -> None:
    """Move parts below others; those that no whole list had may not be all of theirs."""
    coded: dict[str, list[DraftLine]] = {}
    for part in parts:
        if code := part.code or part.implied:
            coded.setdefault(code, []).append(part)
    for code in sorted(coded):
        homes = (coded.get(code[:n]) for n in range(len(code) - 1, 2, -1))
        home = next((h[-1] for h in homes if h is not None), None)
        for i, part in enumerate(coded[code] if home is not None else ()):
            if home is not None and (part.code or dimension == CODED[0]) and part in parts:
                parts.remove(part)
                if id(part) not in listed:
                    home.leave_open(dimension)
                coded[code][i] = _same(home, dimension, part)
                merge(coded[code][i], part)


def _same(line: DraftLine, dimension: str, part: DraftLine) -> DraftLine:
    """Return the part of a line that a part of another line is."""
    return line.part(dimension, part.name, code=part.code, key=part.key, implied=part.implied)


def merge(line: DraftLine, other: DraftLine) -> None:
    """Add everything that was said of ``other`` to ``line``: they are the same."""
    line.counts = counts = _own(line.counts)
    for mine, its in ((line.figures, other.figures), (counts, other.counts)):
        for key, theirs in its.items():
            figure = mine.setdefault(key, DraftFigure())
            figure.statements += theirs.statements
            figure.share = figure.share or theirs.share
            figure.comparisons += theirs.comparisons
            figure.unread = figure.unread or theirs.unread
    line.unread = {**other.unread, **line.unread}
    for dimension, parts in other.parts.items():
        fresh = dimension not in line.parts
        for part in parts:
            merge(_same(line, dimension, part), part)
        if (fresh and dimension in other.incomplete) or (
            not fresh and not other.complete(dimension)
        ):
            line.leave_open(dimension)
        for listed in other.lists.get(dimension, ()):
            line.listed(dimension, [_same(line, dimension, part) for part in listed])
        line.explain(dimension, other.reasons.get(dimension, ()))
    line.notes += other.notes
