"""Putting the cells of a table into a draft: each figure with its full identity, or unbound."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from attrs import define, evolve, field

from performance_rules.extraction.drafts.draft import Draft
from performance_rules.extraction.drafts.draftlines import DraftFigure, DraftLine, Unbound
from performance_rules.extraction.drafts.places import Place, Step
from performance_rules.extraction.scope.facts import PLAIN, Facts
from performance_rules.extraction.tables.cells import (
    RESULTS,
    SCORES,
    fraction_in,
    percent_in,
    quantity_in,
)
from performance_rules.extraction.tables.columns import Column
from performance_rules.extraction.tables.grid import Cell, Row
from performance_rules.extraction.tables.joining import Found
from performance_rules.extraction.tables.labels import Label
from performance_rules.extraction.tables.words import (
    SILENT,
    Meaning,
    TableWords,
    at_odds,
    joined,
)
from performance_rules.extraction.tokens.normal import halved
from performance_rules.report.model import MONEY_COLUMNS, Comparison, Share, Source
from performance_rules.values.quantity import Amount, Count, Percent, Quantity, is_blank

_DIGITS: Final = frozenset("123456789１２３４５６７８９")
_SUMMED: Final = (*MONEY_COLUMNS, *SCORES)
"""The columns whose parts add up."""

_CLOSED: Final = (
    {"basic", "project"},
    {"personnel", "public"},
    {"overseas", "vehicle", "reception"},
    {"purchase", "running"},
)
"""Parts beside which there are no others."""


@define(eq=False)
class Identity:
    """Where a figure belongs: its line, its column, and its unit; or why that is not known.

    ``nameless`` says that it is the row, not the column, that is not understood; ``late`` that the
    row stands below the total of the others; ``outside`` that the report has no column for it.
    """

    place: Place = field(factory=Place)
    column: str = ""
    count: str = ""
    unit: str = ""
    why: str = ""
    nameless: bool = False
    late: bool = False
    outside: bool = False


@define(eq=False)
class Binder:
    """Says the figures of one table in a draft.

    Attributes:
        draft: the report in the making.
        document: the name of the document.
        facts: kind and year of the document.
        table: the table that is read.
        context: what holds for all of its figures.
        lost_row: a figure of a row that was not understood.
        lost_column: one of a column that was not.
        across: the dimensions that the columns take the rows apart along.
        down: those that the rows list.
        partial: lines and dimensions of which the columns show a part only.
        lists: the parts that were listed, by whole and dimension.
        said: what the table says of a line in a column.
        blanks: where a cell says nothing.
        fractions: the columns that print a share of one as 1.
    """

    draft: Draft
    document: str
    facts: Facts
    words: TableWords
    table: Found
    context: Meaning = field(factory=Meaning)
    lost_row: Source | None = None
    lost_column: Source | None = None
    across: set[str] = field(factory=set)
    down: set[str] = field(factory=set)
    partial: set[tuple[Place, str]] = field(factory=set)
    lists: dict[tuple[int, str], tuple[DraftLine, dict[int, DraftLine]]] = field(factory=dict)
    said: dict[tuple[int, str], Quantity] = field(factory=dict)
    blanks: list[tuple[Cell, Identity, Row | None]] = field(factory=list)
    fractions: set[int] = field(factory=set)
    _within: tuple[Meaning | None, Meaning] = field(init=False, default=(None, SILENT))

    def identity(
        self, column: Meaning, label: Label, *, lane: Meaning = SILENT, side: str = ""
    ) -> Identity:
        """Return the identity of the cell of a row and a column.

        Args:
            column: what stands above it.
            label: what the row is.
            lane: what stands above the names of the rows.
            side: the side where nothing else says it.
        """
        if label.why:
            return Identity(why=label.why, nameless=True, late=label.late)
        context = self._around(lane)
        outer, row, across = context.place, label.place, column.place
        self.across |= {step.dimension for step in across.steps}
        self.down |= {step.dimension for step in row.steps}
        if at_odds(row, across):
            return Identity(why="行和列的口径互相矛盾")
        place = joined(joined(outer, across), row)
        steps = outer.steps
        for more in (row.steps, across.steps):
            steps += tuple(step for step in more if step not in steps)
        if any(step.dimension == "by_economic" for step in row.steps):
            # 人员经费 above a lane of subjects only groups them; the subject is one of basic.
            groups = [step for step in lane.place.steps if step.dimension == "by_purpose"]
            steps = tuple(step for step in steps if step not in groups)
        if len({step.key for step in steps if step.dimension == "by_nature"}) > 1:
            return Identity(why="行和列的支出性质互相矛盾")
        side = "total" if label.grand and not steps else place.side or side
        if across.side and any(step.dimension == "by_nature" for step in row.steps):
            side = across.side  # 基本支出 below 年初结转和结余 is a part of that
        if place.item:
            place = Place(item=place.item, steps=steps)
        elif place.account and side:
            place = Place(place.account, side, steps=steps)
        else:
            return Identity(why="口径或收支方向不明")
        stage = self._column(context, column, label.meaning)
        unit = label.meaning.unit or column.unit or context.unit or self.table.unit
        count = label.meaning.count or column.count
        if (column.part or label.meaning.part) and place.parent is not None:
            self.partial.add((place.parent, place.dimension))
        if not stage:
            return Identity(why="不明是哪一年、哪个阶段的数", outside=True)
        return Identity(place, stage, count, unit)

    def _around(self, lane: Meaning) -> Meaning:
        """Return what holds for the figures of a lane."""
        if self._within[0] is not lane:
            self._within = (lane, self.context.then(lane))
        return self._within[1]

    def _column(self, context: Meaning, column: Meaning, row: Meaning) -> str:
        stage = column.stage or row.stage
        if stage in (*SCORES, *RESULTS):
            return stage
        stage = stage or context.stage
        distance = next((m.distance for m in (column, row, context) if m.distance is not None), 0)
        found = self.facts.column(stage, distance) or ""
        if found != PLAIN:
            return found
        notes = "".join(self.table.notes)
        if "全年预算" in notes or "调整" in notes:
            return "adjusted_budget"
        if "年初" in notes:
            return "initial_budget"
        return self.words.stages.get(self.facts.kind, "")

    def say(
        self, cell: Cell, identity: Identity, row: Row | None, name: str = ""
    ) -> DraftFigure | None:
        """Say a cell; return its figure, or None if it states nothing or is not understood.

        Args:
            cell: the cell.
            identity: where its figure belongs.
            row: the row it stands in; None in running text.
            name: what its row is called, to quote a row that is not understood.
        """
        text = (cell.text or "").strip()
        if is_blank(text):
            self.blanks.append((cell, identity, row))
            return None
        value, why = None, identity.why
        if not why:
            counted = bool(identity.count)
            value, why = quantity_in(text, identity.column, identity.unit, counted=counted)
        if identity.count and identity.column not in ("final", "actual"):
            value, why = None, why or "预算栏里的数量"
        source = self.source(cell, row)
        if value is None:
            if why:
                self.unbound(text, source, why)
            if not identity.why:
                self._not_read(identity, source)
            elif set(text) & _DIGITS and not identity.late:
                self._lose(evolve(source, quote=f"{name} {text}".strip()), identity)
            return None
        self._bound(cell)
        line = self.line(identity.place)
        if identity.count:
            line.count(identity.count, value, source)
            return None
        self.said[id(line), identity.column] = value
        return line.say(identity.column, value, source)

    def column_of(self, meaning: Meaning) -> str:
        """Return the column of a line that a header means, empty if there is none."""
        return self._column(self.context, meaning, SILENT)

    def say_open(self, place: Place, column: str, value: Quantity, cell: Cell, row: Row) -> None:
        """Say the figure of a matter."""
        self._bound(cell)
        self.line(place).say(column, value, self.source(cell, row))

    def _bound(self, cell: Cell) -> None:
        """Note where a bound figure stands."""
        self.draft.bound_at.append((cell.start, cell.end))

    def _lose(self, source: Source, identity: Identity) -> None:
        """Note that a figure other than zero is missing from what the table lists."""
        if identity.nameless:
            self.lost_row = self.lost_row or source
        elif not identity.outside:
            self.lost_column = self.lost_column or source

    def _not_read(self, identity: Identity, source: Source) -> None:
        """Note that the cell of a line says no number in a column."""
        known = identity.unit or identity.column in SCORES
        if identity.column in _SUMMED and known and not identity.count:
            figure = self.line(identity.place).figure(identity.column)
            figure.unread = figure.unread or source

    def unbound(self, text: str, source: Source, why: str) -> None:
        """Keep a figure whose identity is not known."""
        if any(char.isdigit() for char in text):
            span = (source.start or 0, source.end or 0)
            self.draft.unbound.append(Unbound(text, source, why, span))

    def line(self, place: Place) -> DraftLine:
        """Return a line of the draft, and note which parts this table lists."""
        line = place.top(self.draft)
        for step in place.steps:
            part = step.of(line)
            key = (id(line), step.dimension)
            if key not in self.lists:
                self.lists[key] = (line, {})
            self.lists[key][1][id(part)] = part
            line = part
        return line

    def close(self) -> None:
        """Tell the lines of the draft which parts the table listed, and what it did not read."""
        self._say_blanks()
        partial = {(id(place.find(self.draft)), dimension) for place, dimension in self.partial}
        for (whole, dimension), (line, parts) in self.lists.items():
            unread = self.lost_row if dimension in self.down else None
            unread = unread or (self.lost_column if dimension in self.across else None)
            open_ = (whole, dimension) in partial and not _closed(parts.values())
            open_ = open_ or (len(parts) == 1 and _halves(parts.values()))
            if unread is None and not open_:
                line.listed(dimension, parts.values())
                continue
            line.leave_open(dimension, unread)

    def _say_blanks(self) -> None:
        """Note the parts that are left blank, unless the table shows that a blank is its zero.

        It does where what is printed of a list with blanks is all of the whole.
        """
        groups: dict[tuple[int, str, str], list[tuple[Identity, Source]]] = {}
        for cell, identity, row in self.blanks:
            whole = identity.place.parent
            line = whole.find(self.draft) if whole is not None else None
            if line is None or identity.column not in _SUMMED or identity.count:
                continue
            if (id(line), identity.column) in self.said:
                key = (id(line), identity.place.dimension, identity.column)
                groups.setdefault(key, []).append((identity, self.source(cell, row)))
        if any(map(self._adds_up, groups)):
            return
        for blanks in groups.values():
            for identity, source in blanks:
                self._not_read(identity, source)

    def _adds_up(self, group: tuple[int, str, str]) -> bool:
        """Whether the parts of a line that are printed make up the whole."""
        line, dimension, column = group
        whole = self.said[line, column]
        n, half = self._printed(line, dimension, column)
        return abs(n - whole.n) <= half + whole.half

    def _printed(self, line: int, dimension: str, column: str) -> tuple[int, int]:
        """Return the sum of the parts of a line that are printed, and how far it may be off."""
        n = half = 0
        _, parts = self.lists.get((line, dimension), (None, {}))
        for part in parts:
            said = self.said.get((part, column))
            if said is not None:
                n, half = n + said.n, half + said.half
                continue
            below = next((d for whole, d in self.lists if whole == part), None)
            if below is not None:
                more = self._printed(part, below, column)
                n, half = n + more[0], half + more[1]
        return n, half

    def source(self, cell: Cell, row: Row | None) -> Source:
        """Return where a cell stands."""
        return Source(
            document=self.document,
            page=cell.page,
            section=self.table.section or None,
            paragraph=self.table.paragraph,
            table=row.table if row else None,
            row=cell.row or None,
            column=cell.column or None,
            cell=row.sheet.address(cell) if row and row.sheet else None,
            start=cell.start,
            end=cell.end,
            quote=cell.text,
        )

    def points(self, cell: Cell, points: str, steps: tuple[Step, ...], row: Row | None) -> None:
        """Say the points that the name of an indicator ends with."""
        line = self.line(Place(item="evaluation", steps=steps))
        line.say("weight", Count.parse(points), self.source(cell, row))
        at = max((cell.text or "").rfind(points), 0) + cell.start
        self.draft.bound_at.append((at, at + len(points)))

    def percent(self, cell: Cell, column: Column, row: Row | None) -> Percent | None:
        """Return the percentage of a cell; one whose sign is lost in the workbook is unbound."""
        text = (cell.text or "").strip()
        if column.index in self.fractions:
            return fraction_in(text)
        signed = "%" in halved(text) or column.meaning.unit == "%"
        value = percent_in(text) if signed or not self.table.bare else None
        if value is None:
            why = "读不出百分数" if signed else "看不出是小数还是百分数"
            self.unbound(text, self.source(cell, row), why)
        return value

    def share(self, cell: Cell, figure: DraftFigure, column: Column, row: Row | None) -> None:
        """Say that a figure is so much of the whole that is named, or that it stands under."""
        value = self.percent(cell, column, row)
        if value is not None and figure.share is None:
            figure.share = Share(value, column.meaning.of or None, self.source(cell, row))
            self._bound(cell)

    def compare(
        self, cell: Cell, figure: DraftFigure, against: str, column: Column, row: Row | None
    ) -> None:
        """Say change, rate or completion of a figure against another column."""
        unit = column.meaning.unit or self.table.unit
        source = self.source(cell, row)
        if column.role == "change" and unit != "%":
            text = (cell.text or "").strip()
            value, why = (None, "") if is_blank(text) else quantity_in(text, against, unit)
            if why:
                self.unbound(text, source, why)
            if not isinstance(value, Amount):
                return
            said = Comparison(against, change=value, source=source)
        else:
            rate = self.percent(cell, column, row)
            if rate is None:
                return
            said = (
                Comparison(against, completed=rate, source=source)
                if column.role == "completed"
                else Comparison(against, rate=rate, source=source)
            )
        figure.comparisons += (said,)
        self._bound(cell)


def _closed(parts: Iterable[DraftLine]) -> bool:
    """Whether parts are all that their line can have."""
    keys = {part.key for part in parts}
    return any(keys >= closed for closed in _CLOSED)


def _halves(parts: Iterable[DraftLine]) -> bool:
    """Whether parts are of those that make up a line only together: 购置费 without 运行维护费."""
    return any(part.key in closed for part in parts for closed in _CLOSED)
