"""A form on its sheet: which cell stands where, with its text or formula; rows count from 0.

What is computed is a formula that gives nothing as long as there is nothing to compute: the rate of
two amounts, a total of amounts, the points that a rate earns, the totals of points.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, TypeAlias

from attrs import define, field, frozen

from performance_rules.forms.layout import FormColumn, FormPart, Layout, filled_in
from performance_rules.readers.document import address

Style: TypeAlias = Literal[
    "title", "period", "label", "name", "text", "value", "amount", "points", "rate", "score"
]
"""How a cell looks; ``name`` and ``value`` stay as they are typed, the last four are numbers."""


@frozen
class Placed:
    """A cell of the sheet.

    Attributes:
        row: its first row.
        column: its first column.
        style: how it looks.
        text: what is printed in it.
        number: the number that is printed in it.
        formula: what computes it, without the sign in front.
        choices: the answers to choose from.
        unequal: a formula that is true where the cell contradicts the cells below it.
        down: how many rows it takes.
        across: how many columns it takes.
    """

    row: int
    column: int
    style: Style
    text: str = ""
    number: int | None = None
    formula: str = ""
    choices: tuple[str, ...] = ()
    unequal: str = ""
    down: int = 1
    across: int = 1

    @property
    def at(self) -> str:
        """How the workbook calls it."""
        return address(self.row + 1, self.column + 1)


@frozen
class FormSheet:
    """A form on its sheet: cells in order, the widths of columns, the heights of some rows."""

    name: str
    cells: tuple[Placed, ...]
    widths: tuple[int, ...]
    heights: Mapping[int, int]


def placed(layout: Layout, values: Mapping[str, str], rows: int | None = None) -> FormSheet:
    """Return a form on its sheet.

    Args:
        layout: the layout.
        values: what is filled in: year, entity, project, months.
        rows: the empty rows of each second-level indicator; as the layout says by default.
    """
    pen = _Pen(layout, values, rows or layout.rows)
    pen.head()
    for part in layout.parts:
        if part.total:
            pen.total(part)
        elif part.columns:
            pen.table(part)
        else:
            pen.lines(part)
    return FormSheet(layout.sheet, tuple(pen.cells), layout.widths, pen.heights)


@define(eq=False)
class _Pen:
    """Writes part after part.

    Attributes:
        row: the next row.
        earned: the cells that hold the points of the first row of a table, by what they hold.
        given: the ranges that hold the points of indicators, by what they hold.
        points: the columns of points of the last table of indicators.
    """

    layout: Layout
    values: Mapping[str, str]
    rows: int
    row: int = 0
    cells: list[Placed] = field(factory=list)
    heights: dict[int, int] = field(factory=dict)
    earned: dict[str, str] = field(factory=dict)
    given: dict[str, list[str]] = field(factory=dict)
    points: dict[int, FormColumn] = field(factory=dict)

    @property
    def width(self) -> int:
        return len(self.layout.widths)

    def put(self, column: int, style: Style, text: str = "", *, row: int | None = None) -> None:
        """Put a cell of one row and column."""
        self.cells.append(Placed(self.row if row is None else row, column, style, text))

    def head(self) -> None:
        styles: tuple[tuple[Style, str, int], ...] = (
            ("title", self.layout.title, 30),
            ("period", self.layout.period, 18),
        )
        for style, text, height in styles:
            if text:
                said = filled_in(text, self.values)
                self.cells.append(Placed(self.row, 0, style, said, across=self.width))
                self.heights[self.row] = height
                self.row += 1

    def lines(self, part: FormPart) -> None:
        """Put rows of cells."""
        start = self.row
        for row, column, cell in part.places():
            text = filled_in(cell.text, self.values, blank=True)
            style: Style = "label" if cell.label else "name" if cell.text else "text"
            self.cells.append(
                Placed(start + row, column, style, text, down=cell.down, across=cell.across)
            )
        for line in part.lines:
            if line.height:
                self.heights[self.row] = line.height
            self.row += 1
        self.name(part, start)

    def name(self, part: FormPart, start: int) -> None:
        """Put the name of a part beside all its rows."""
        if part.block:
            self.cells.append(Placed(start, 0, "label", part.block, down=self.row - start))

    def table(self, part: FormPart) -> None:
        """Put a table: its header, if it has one, and its rows."""
        start, columns = self.row, dict(_columns(part))
        if any(column.head for column in part.columns):
            if part.labels:
                self.cells.append(
                    Placed(self.row, part.name_width, "label", part.corner, across=part.labels)
                )
            for at, column in columns.items():
                head = filled_in(column.head, self.values)
                self.cells.append(Placed(self.row, at, "label", head, across=column.across))
            self.heights[self.row] = 32
            self.row += 1
        if part.groups:
            self.indicators(part, columns)
        else:
            self.named(part, columns)
        self.name(part, start)

    def named(self, part: FormPart, columns: Mapping[int, FormColumn]) -> None:
        """Put the rows that have names; the first may be the sum of the others."""
        first, last = self.row, self.row + len(part.rows) - 1
        for i, label in enumerate(part.rows):
            if part.labels:
                self.cells.append(
                    Placed(self.row, part.name_width, "label", label, across=part.labels)
                )
            for at, column in columns.items():
                if column.joined and i:
                    continue
                down = last - first + 1 if column.joined else 1
                self.cells.append(_in_row(part, columns, at, self.row, last if not i else 0, down))
            if part.height:
                self.heights[self.row] = part.height
            self.row += 1
        for at, column in columns.items():
            if column.holds in ("points", "score"):
                self.earned[column.holds] = address(first + 1, at + 1)

    def indicators(self, part: FormPart, columns: Mapping[int, FormColumn]) -> None:
        """Put the empty rows of indicators beside the names of the first and second level."""
        first, outer = self.row, part.name_width
        for group in part.groups:
            down = len(group.within) * self.rows
            self.cells.append(Placed(self.row, outer, "label", group.name, down=down))
            for name in group.within:
                self.cells.append(Placed(self.row, outer + 1, "label", name, down=self.rows))
                for row in range(self.row, self.row + self.rows):
                    for at, column in columns.items():
                        if at > outer + 1:
                            style: Style = "text" if column.holds == "level" else column.holds
                            self.cells.append(Placed(row, at, style, choices=column.choices))
                self.row += self.rows
        self.points = {at: c for at, c in columns.items() if c.holds in ("points", "score")}
        for at, column in self.points.items():
            self.given.setdefault(column.holds, []).append(_range(at, first, self.row - 1))

    def total(self, part: FormPart) -> None:
        """Put the row of the total: points of all indicators and of the first row of the funds."""
        first = min(self.points, default=self.width)
        self.cells.append(Placed(self.row, 0, "label", part.total, across=first))
        for at in range(first, self.width):
            column = self.points.get(at)
            if column is None:
                self.put(at, "text")
                continue
            given = ",".join(self.given[column.holds])
            every = ",".join(filter(None, (self.earned.get(column.holds), given)))
            formula = f'IF(COUNT({given})=0,"",SUM({every}))'
            style: Style = "points" if column.holds == "points" else "score"
            self.cells.append(Placed(self.row, at, style, formula=formula))
        self.row += 1


def _columns(part: FormPart) -> Iterator[tuple[int, FormColumn]]:
    """Yield the columns of a table with their first column on the sheet."""
    at = part.name_width + part.labels
    for column in part.columns:
        yield at, column
        at += column.across


def _in_row(
    part: FormPart, columns: Mapping[int, FormColumn], at: int, row: int, last: int, down: int
) -> Placed:
    """Return the cell of a column in a row with a name.

    Args:
        part: the table.
        columns: its columns by their place.
        at: the place of the column.
        row: the row.
        last: the last row of the table in the first one, 0 in the others.
        down: how many rows the cell takes.
    """
    column, across = columns[at], columns[at].across
    places = {column.head: address(row + 1, place + 1) for place, column in columns.items()}
    if column.holds == "rate":
        above, below = (places[head] for head in column.of)
        formula = f'IF(AND(ISNUMBER({above}),N({below})<>0),{above}/{below},"")'
        return Placed(row, at, "rate", formula=formula, across=across)
    if column.holds == "amount" and last > row:
        parts, own = _range(at, row + 1, last), address(row + 1, at + 1)
        formula = f'IF(COUNT({parts})=0,"",SUM({parts}))'
        unequal = f"AND(COUNT({parts})>0,ISNUMBER({own}),ABS(N({own})-SUM({parts}))>=0.005)"
        return Placed(row, at, "amount", formula=formula, unequal=unequal, across=across)
    if column.holds in ("points", "score") and not last:
        return Placed(row, at, "label", part.dash, across=across)
    if column.holds == "points":
        return Placed(row, at, "points", number=part.points, across=across)
    if column.holds == "score":
        rate = next(places[c.head] for c in columns.values() if c.holds == "rate")
        worth = next((places[c.head] for c in columns.values() if c.holds == "points"), part.points)
        formula = f'IF(ISNUMBER({rate}),ROUND(MIN({worth},{worth}*{rate}),2),"")'
        return Placed(row, at, "score", formula=formula, across=across)
    style: Style = "text" if column.holds == "level" else column.holds
    return Placed(row, at, style, choices=column.choices, down=down, across=across)


def _range(column: int, first: int, last: int) -> str:
    return f"{address(first + 1, column + 1)}:{address(last + 1, column + 1)}"
