"""Putting the cells of a table into a draft: each figure with its full identity, or unbound."""

from __future__ import annotations

import re
from typing import Final

from attrs import define, field

from performance_rules.extraction.draft import Draft, DraftFigure, DraftLine, Unbound
from performance_rules.extraction.facts import PLAIN, Facts
from performance_rules.extraction.places import Place, Step
from performance_rules.extraction.tables.grid import Cell
from performance_rules.extraction.tables.joining import Found
from performance_rules.extraction.tables.labels import Label
from performance_rules.extraction.tables.words import (
    SILENT,
    Meaning,
    TableWords,
    at_odds,
    joined,
)
from performance_rules.report.model import Comparison, Share, Source
from performance_rules.values import Amount, Count, Percent, Quantity, QuantityError, is_blank

SCORES: Final = ("weight", "score")
RESULTS: Final = ("target", "actual")
_MONEY: Final = ("元", "千元", "万元", "亿元")
_DIGITS: Final = frozenset("123456789１２３４５６７８９")
_BOUND: Final = re.compile(r"^[≥≤＞＜>=<＝不低于高大小超过少]+")
"""A target is a bound; which side of it is good the score sheet does not say."""


@define(eq=False)
class Identity:
    """Where a figure belongs: its line, its column, and its unit; or why that is not known.

    ``nameless`` says that it is the row, not the column, that is not understood; ``late`` that the
    row stands below the total of the others.
    """

    place: Place = field(factory=Place)
    column: str = ""
    count: str = ""
    unit: str = ""
    why: str = ""
    nameless: bool = False
    late: bool = False


@define(eq=False)
class Binder:
    """Says the figures of one table in a draft.

    Attributes:
        draft: the report in the making.
        document: the name of the document.
        facts: kind and year of the document.
        table: the table that is read.
        context: what holds for all of its figures.
        rows_lost: whether the figures of a row were not understood.
        columns_lost: whether those of a column were not.
        across: the dimensions that the columns take the rows apart along.
        lists: the parts that were listed, by whole and dimension.
    """

    draft: Draft
    document: str
    facts: Facts
    words: TableWords
    table: Found
    context: Meaning = field(factory=Meaning)
    rows_lost: bool = False
    columns_lost: bool = False
    across: set[str] = field(factory=set)
    lists: dict[tuple[int, str], tuple[DraftLine, dict[int, DraftLine]]] = field(factory=dict)
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
        self.crossed(column)
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
        if place.item:
            place = Place(item=place.item, steps=steps)
        elif place.account and side:
            place = Place(place.account, side, steps=steps)
        else:
            return Identity(why="口径或收支方向不明")
        stage = self._column(context, column, label.meaning)
        unit = label.meaning.unit or column.unit or context.unit or self.table.unit
        count = label.meaning.count or column.count
        if not stage:
            return Identity(why="不明是哪一年、哪个阶段的数")
        return Identity(place, stage, count, unit)

    def crossed(self, column: Meaning) -> None:
        """Note along which dimensions a column takes its rows apart."""
        if column.place.steps:
            self.across |= {step.dimension for step in column.place.steps}

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

    def say(self, cell: Cell, identity: Identity, table: int | None) -> DraftFigure | None:
        """Say a cell; return its figure, or None if it states nothing or is not understood."""
        text = (cell.text or "").strip()
        if is_blank(text):
            return None
        source = self.source(cell, table)
        value, why = (None, identity.why) if identity.why else _quantity(text, identity)
        if identity.count and identity.column not in ("final", "actual"):
            value, why = None, why or "预算栏里的数量"
        if value is None:
            if why:
                self.unbound(text, source, why)
                self._lose(text, identity)
            return None
        self._bound(cell)
        line = self.line(identity.place)
        if identity.count:
            line.count(identity.count, value, source)
            return None
        return line.say(identity.column, value, source)

    def _bound(self, cell: Cell) -> None:
        """Note where a bound figure stands."""
        self.draft.bound_at.append((cell.start, cell.end))

    def _lose(self, text: str, identity: Identity) -> None:
        """Note that a figure other than zero is missing from what the table lists."""
        if set(text) & _DIGITS and not identity.late:
            self.rows_lost = self.rows_lost or identity.nameless or not identity.why
            self.columns_lost = self.columns_lost or not identity.nameless

    def unbound(self, text: str, source: Source, why: str) -> None:
        """Keep a figure whose identity is not known."""
        if any(char.isdigit() for char in text):
            span = (source.start or 0, source.end or 0)
            self.draft.unbound.append(Unbound(text, source, why, span))

    def line(self, place: Place) -> DraftLine:
        """Return a line of the draft, and note which parts this table lists."""
        line = Place(place.account, place.side, place.item).line(self.draft)
        for step in place.steps:
            part = step.of(line)
            key = (id(line), step.dimension)
            if key not in self.lists:
                self.lists[key] = (line, {})
            self.lists[key][1][id(part)] = part
            line = part
        return line

    def close(self) -> None:
        """Tell the lines of the draft which parts the table listed, if it lost none of them."""
        for (_, dimension), (line, parts) in self.lists.items():
            if self.rows_lost or (self.columns_lost and dimension in self.across):
                line.incomplete.add(dimension)
            else:
                line.listed(dimension, parts.values())

    def source(self, cell: Cell, table: int | None) -> Source:
        """Return where a cell stands."""
        return Source(
            document=self.document,
            page=cell.page,
            section=self.table.caption or self.table.heading or None,
            paragraph=self.table.paragraph,
            table=table,
            row=cell.row or None,
            column=cell.column or None,
            start=cell.start,
            end=cell.end,
            quote=cell.text,
        )

    def points(self, cell: Cell, points: str, steps: tuple[Step, ...], table: int | None) -> None:
        """Say the points that the name of an indicator ends with."""
        line = self.line(Place(item="evaluation", steps=steps))
        line.say("weight", Count.parse(points), self.source(cell, table))
        at = max((cell.text or "").rfind(points), 0) + cell.start
        self.draft.bound_at.append((at, at + len(points)))

    def share(self, cell: Cell, figure: DraftFigure, of: str, table: int | None) -> None:
        """Say that a figure is so much of the whole that is named, or that it stands under."""
        value = _percent(cell.text or "")
        if value is not None and figure.share is None:
            figure.share = Share(value, of or None, self.source(cell, table))
            self._bound(cell)

    def compare(
        self, role: str, cell: Cell, figure: DraftFigure, against: str, unit: str, table: int | None
    ) -> None:
        """Say change, rate or completion of a figure against another column."""
        text = (cell.text or "").strip()
        value: Quantity | None = None
        if role == "change" and unit == "%":
            role = "rate"
        if role == "change":
            value, _ = _quantity(text, Identity(column=against, unit=unit))
        else:
            value = _percent(text)
        if value is None:
            return
        source = self.source(cell, table)
        if isinstance(value, Percent):
            said = (
                Comparison(against, rate=value, source=source)
                if role == "rate"
                else Comparison(against, completed=value, source=source)
            )
            figure.comparisons.append(said)
            self._bound(cell)
        elif isinstance(value, Amount):
            figure.comparisons.append(Comparison(against, change=value, source=source))
            self._bound(cell)


def _percent(text: str) -> Percent | None:
    try:
        return None if is_blank(text) else Percent.of(text)
    except QuantityError:
        return None


def _quantity(text: str, identity: Identity) -> tuple[Quantity | None, str]:
    """Return the quantity of a cell, or why there is none; neither for words in place of one."""
    try:
        if identity.count or identity.column in SCORES:
            unit = "" if identity.unit in (*_MONEY, "%") else identity.unit
            return Count.parse(text, unit), ""
        if identity.column in RESULTS:
            return _result(text, identity.unit), ""
        if identity.unit not in ("", *_MONEY):
            return None, f"单位“{identity.unit}”不是金额单位"
        if not identity.unit and not any(unit in text for unit in ("元", "万", "亿", "无")):
            return None, "金额没有单位"
        return Amount.parse(text, identity.unit or None), ""
    except QuantityError as error:
        return None, str(error) if any(char.isdigit() for char in text) else ""


def _result(text: str, unit: str) -> Quantity:
    text = _BOUND.sub("", text)
    if "%" in text or "％" in text or unit == "%":
        return Percent.of(text)
    try:
        return Count.parse(text, "" if unit in _MONEY else unit)
    except QuantityError:
        return Amount.parse(text)
