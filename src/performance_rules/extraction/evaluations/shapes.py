"""What a table of forms is cut into: forms, their blocks, and the columns of these."""

from __future__ import annotations

from typing import Final

from attrs import define, field

from performance_rules.extraction.evaluations.words import QUARTER, Heading, bracketed
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.tables.grid import Cell, Row

LABEL: Final = "label"
"""The role of a column of the names of rows."""

_FIRST_QUARTER: Final = 3
"""The last month of the first quarter."""
_FIRST_HALF: Final = 6

FUNDS: Final = "funds"
INDICATORS: Final = "indicators"

UNSTATED: Final = "万元"
"""The unit of the national form, where the form of a project states none; its money is compared
with nothing outside the form."""


@fixed
class Rest:
    """A cell that says nothing, where a row was made or its cells were moved."""

    text: str | None = None
    row: int = 0
    column: int = 0
    start: int = 0
    end: int = 0
    page: int | None = None


REST: Final = Rest()


_VALUED: Final = ("target", "actual", "weight", "score")
_FEWEST_VALUES: Final = 2
_REACHED: Final = ("target", "actual", "to_date", "forecast", "prior")
"""The roles of columns of what is to be reached and what is."""


@fixed
class Column:
    """A column of a block: its heading, and where it begins and ends."""

    heading: Heading
    first: int
    last: int
    part: str = ""
    """The kind of money, where a header of money is taken apart: 预算数 into 财政拨款, 其他资金."""

    @property
    def role(self) -> str:
        """What it holds."""
        return self.heading.role

    def goes_on(self, row: Row) -> bool:
        """Whether it is the rest of what is merged, in a row."""
        cells = row.cells[self.first : self.last + 1]
        return bool(cells) and all(cell.text is None for cell in cells)

    def cell(self, row: Row) -> Cell | None:
        """Return the first cell of a row in it that says something."""
        for at in range(self.first, min(self.last + 1, len(row.cells))):
            if row.text(at):
                return row.cells[at]
        return None


@define(eq=False)
class Block:
    """A block of a form: its name, its columns, its rows.

    Attributes:
        kind: ``funds`` or ``indicators``.
        name: what stands on its left, as printed.
        named: the cell of the name.
        columns: the columns in order.
        header: the rows of the header.
        rows: the rows below the header.
        total: the row of the total.
        unknown: the headers that are not understood, with their cells.
    """

    kind: str
    name: str = ""
    named: tuple[Cell, Row] | None = None
    columns: list[Column] = field(factory=list)
    header: list[Row] = field(factory=list)
    rows: list[Row] = field(factory=list)
    total: Row | None = None
    unknown: list[tuple[Cell, Row]] = field(factory=list)
    aside: bool = False
    """Whether its name has a column of its own, and does not head the names of the rows."""

    @property
    def is_told(self) -> bool:
        """Whether what each of its columns of figures holds is understood, and told apart."""
        roles = [
            (c.role, c.part, c.heading.year)
            for c in self.columns
            if c.role not in ("reason", "remark", "note", LABEL, QUARTER)
        ]
        return len(set(roles)) == len(roles) and not any(role == "" for role, _, _ in roles)

    def aligned(self, row: Row) -> Row:
        """Return a row with its cells below the headers that they are of.

        Forms are drawn by hand: a cell may begin a little before its header, or behind.  Where as
        many cells follow the names as headers do, they are those in their order.  Points and
        reasons may be merged with those of the row above; what is reached is not.
        """
        levels = [column.first for column in self.columns if column.role == "level"]
        if self.kind != INDICATORS or not levels:
            return row
        heads = [column.first for column in self.columns if column.first > levels[-1]]
        cells = [
            at for at, cell in enumerate(row.cells) if at > levels[-1] and cell.text is not None
        ]
        missing = {
            column.role for column in self.columns if column.first in set(heads) - set(cells)
        }
        if len(cells) != len(heads) or not missing or not missing <= set(_REACHED):
            return row
        moved: list[Cell] = [REST] * len(row.cells)
        moved[: levels[-1] + 1] = row.cells[: levels[-1] + 1]
        for head, at in zip(heads, cells, strict=True):
            moved[head] = row.cells[at]
        return Row(row.table, tuple(moved), row.sheet)

    def heads_names(self, row: Row) -> bool:
        """Take what seemed its name for the head of a level, where other names stand below it.

        项目 | 考核内容 | 考核指标 above 收支管理（60分） | 预算完成 | 支出完成率.
        """
        begins = bool(row.text(0)) and bracketed(row.text(0))[0] != bracketed(self.name)[0]
        if self.kind != INDICATORS or not self.aside or self.rows or not begins:
            return False
        values = [cell for c in self.columns if c.role in _VALUED and (cell := c.cell(row))]
        if len(values) < _FEWEST_VALUES:
            return False
        self.columns.insert(0, Column(Heading("level"), 0, self.columns[0].first - 1))
        self.name, self.named, self.aside = "", None, False
        return True

    def divide(self) -> None:
        """Take 一季度执行数 beside the other quarters for one of them, 上半年 beside 下半年."""
        others = sum(column.role == QUARTER for column in self.columns)
        first = _FIRST_QUARTER if others > 1 else _FIRST_HALF
        for at, column in enumerate(self.columns if others else ()):
            if column.role == "to_date" and column.heading.month == first:
                heading = Heading(QUARTER, column.heading.unit)
                self.columns[at] = Column(heading, column.first, column.last)

    def settle(self) -> None:
        """Take a column of remarks behind the scores for the reasons, where there is no other.

        Of columns that name their years only those of the last one are of the form; what was
        reached in the one before is what a growth is measured by.
        """
        last = max((column.heading.year for column in self.columns), default=0)
        for at, column in enumerate(self.columns):
            if 0 < column.heading.year < last:
                before = column.role == "actual" and column.heading.year == last - 1
                heading = Heading("prior" if before else "other", column.heading.unit)
                self.columns[at] = Column(heading, column.first, column.last)
        sole = self.column("score") is None and self.column("reviewed")
        if sole:  # the only points that are given are those of the form
            at = self.columns.index(sole)
            self.columns[at] = Column(Heading("score"), sole.first, sole.last)
        score = self.column("score", "actual", "forecast")
        if score is None or self.column("reason") is not None:
            return
        for at, column in enumerate(self.columns):
            if column.role == "remark" and column.first > score.first:
                heading = Heading("reason")
                self.columns[at] = Column(heading, column.first, column.last)
                return

    def column(self, *roles: str) -> Column | None:
        """Return the first column with one of the roles, the earlier role first."""
        return next((c for role in roles for c in self.columns if c.role == role), None)

    @property
    def unit(self) -> str:
        """The unit of its amounts, where its name or a header says it."""
        said = [bracketed(self.name)[1], *(c.heading.unit for c in self.columns)]
        return next((unit for unit in said if unit not in ("", "%")), "")


@fixed
class Loose:
    """A number with the label before it, in no block.

    ``beside`` is what stands on the left of the row, ``head`` what does right before the label.
    """

    label: str
    number: str
    cell: Cell
    row: Row
    beside: str
    head: str = ""


@define(eq=False)
class Form:
    """One form: blocks, facts with the cells that say them, titles and notes inside the grid.

    ``rows`` are all of its rows, those of no block among them.
    """

    rows: list[Row] = field(factory=list)
    blocks: list[Block] = field(factory=list)
    facts: dict[str, list[tuple[str, Cell, Row]]] = field(factory=dict)
    loose: list[Loose] = field(factory=list)
    titles: list[str] = field(factory=list)
    notes: list[str] = field(factory=list)

    def block(self, kind: str) -> list[Block]:
        """Return its blocks of a kind."""
        return [block for block in self.blocks if block.kind == kind]

    def fact(self, name: str) -> str | None:
        """Return what is said of a field, the first time."""
        said = self.facts.get(name)
        return said[0][0] if said else None

    @property
    def begins(self) -> tuple[Cell, Row] | None:
        """Where its first fact or block stands."""
        first = [(cell, row) for said in self.facts.values() for _, cell, row in said[:1]]
        first += [b.named for b in self.blocks if b.named is not None]
        first += [(b.rows[0].cells[0], b.rows[0]) for b in self.blocks if b.rows]
        return min(first, key=lambda at: at[0].start) if first else None
