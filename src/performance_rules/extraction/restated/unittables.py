"""A table with each of its figures in the unit that its cell, its column or the table names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container
from typing import Final

from attrs import evolve

from performance_rules.extraction.figures.slips import size
from performance_rules.extraction.restated.grids import Grid, Stated
from performance_rules.extraction.restated.rows import Restated
from performance_rules.extraction.statements.naming import core_of
from performance_rules.extraction.statements.said import Said, kind
from performance_rules.extraction.statements.words import restated_words
from performance_rules.extraction.tables.cells import MONEY_UNITS
from performance_rules.extraction.tables.labels import TOTALS
from performance_rules.values.quantity import Amount, Count, Quantity, QuantityError

_BRACKET: Final = re.compile(r"\((?:单位:)?([^()]*)\)")
_COUNTED: Final = re.compile(
    "(?P<of>.*?)(?P<unit>人次|[户人处座家所个眼口间台辆套栋件场次期批盏头只株册份])数\\Z"
)
_MONEY: Final = re.compile("金额|支出|投资|[造标同]价|资金|预算|收入|费|款|发放额")
_USUAL: Final = "万元"
"""The unit of amounts where a table tells none; another one fits nothing that prose says."""
_PEOPLE: Final = ("人口", "人数", "人员")
_MEASURE: Final = re.compile(r"(?:数量|总数|总量|总额|金额|长度|面积|里程|[数量额])\Z")
_OTHER: Final = re.compile("率|比|差|上年|去年|增|减|标准|单价|均|序号|年份|得分|分值")
_BARE: Final = re.compile("(?:全年|实际|完成|累计|合计|总计|共计?)*")
_SHORT: Final = 2
_LONG: Final = 4
_MANY: Final = 10_000

_Cell = tuple[int, int]


class UnitTable:
    """The figures of a table in their units."""

    def __init__(self, grid: Grid, document: str) -> None:
        """Read a table.

        Args:
            grid: the table.
            document: the name of its document.
        """
        self.grid, self._document = grid, document
        self.values: dict[_Cell, Quantity] = {}
        self._cells: defaultdict[tuple[str, int], list[_Cell]] = defaultdict(list)
        self._units: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
        self._sums: dict[_Cell, bool] = {}
        first = max((at for _, _, at in grid.names), default=0) + 1
        columns = [c for c in range(first, len(grid.headers)) if not _OTHER.search(grid.headers[c])]
        for row, one in enumerate(grid.body):
            for column in columns:
                value = self._value(row, column) if column < len(one.cells) else None
                if value is not None:
                    self.values[row, column] = value
                    self._cells[kind(value), value.n].append((row, column))
                    self._units[row].append((column, kind(value)))
        self.names = [name for name, _, _ in grid.names]
        self.rows = {name for name in self.names if len(name) >= _SHORT and name not in TOTALS}
        self.totals = [row for row, name in enumerate(self.names) if name in TOTALS]

    def _value(self, row: int, column: int) -> Quantity | None:
        value, header = self.grid.value(row, column), self.grid.headers[column]
        if isinstance(value, Amount) or (isinstance(value, Count) and value.unit):
            return value
        if not isinstance(value, Count):
            return None
        unit = unit_of(header)
        try:
            if not unit and _MONEY.search(header) is not None:
                money = self.grid.money
                return Amount.parse(value.printed, money if money in MONEY_UNITS else _USUAL)
            return evolve(value, unit=unit)
        except QuantityError:  # a unit that nothing is counted in
            return None

    def columns_by_unit(self) -> dict[str, set[int]]:
        """Return the columns that have figures of each unit."""
        columns: defaultdict[str, set[int]] = defaultdict(set)
        for (_, column), value in self.values.items():
            columns[kind(value)].add(column)
        return columns

    def told_in(self, one: Said) -> list[_Cell]:
        """Return the cells that have a figure; one without a unit may be in 万."""
        n, of = one.at.value.n, kind(one.at.value)
        found = list(self._cells.get((of, n), ()))
        if isinstance(one.at.value, Count):
            found += self._cells.get(("", n), ())
            found += self._cells.get(("", n // _MANY), ()) if n % _MANY == 0 else ()
        return found

    def named_in(self, text: str) -> list[str]:
        """Return the names of rows, but for totals, that a text has."""
        return [name for name in self.rows if name in text]

    def column_of(self, row: int, one: Said, told: Container[int]) -> int | None:
        """Return the only column of a row that a figure can be of, by its unit and its name.

        Args:
            row: the row.
            one: the figure.
            told: columns of which other figures are.
        """
        of, headers = kind(one.at.value), self.grid.headers
        count = isinstance(one.at.value, Count)
        columns = [
            column
            for column, unit in self._units[row]
            if column not in told
            and (unit == of if unit else count and core_of(one.at.left) == called(headers[column]))
            and (count or called(headers[column]))
            and _is_called(one, headers[column])
        ]
        return columns[0] if len(columns) == 1 else None

    def is_sum(self, row: int, column: int) -> bool:
        """Whether a total is that of the rows above it."""
        if (row, column) not in self._sums:
            above = (self.values.get((r, column)) for r in range(row))
            parts = [value.n for value in above if value is not None]
            made = sum(parts) == self.values[row, column].n
            self._sums[row, column] = made and len(parts) >= _SHORT
        return self._sums[row, column]

    def restated(self, row: int, column: int, one: Said) -> Restated:
        """Return a cell with the sentence that restates it."""
        name, header = self.names[row], self.grid.headers[column]
        source = self.grid.source(row, column, self._document)
        number = self.grid.found.number or 0
        cell = Stated(name, header, number, self.values[row, column], source, frozenset())
        return Restated(cell, one, "·".join(filter(None, (name, header))))


def unit_of(header: str) -> str:
    """Return the unit that the header of a column names: 受益户数, 受益人口, 面积(亩)."""
    bracket = _BRACKET.search(header)
    if bracket is not None:
        return bracket[1]
    if header.endswith(_PEOPLE):
        return "人"
    if header.endswith("人次"):
        return "人次"
    counted = _COUNTED.match(header)
    return counted["unit"] if counted is not None else ""


def called(header: str) -> str:
    """Return what a column is of, beside its unit: 受益 of 受益户数."""
    plain = _BRACKET.sub("", header)
    if plain.endswith(_PEOPLE) and len(plain) > _SHORT:
        return plain[:-2]
    counted = _COUNTED.match(plain)
    return counted["of"] if counted is not None else _MEASURE.sub("", plain)


def _is_called(one: Said, header: str) -> bool:
    """Whether the words of a figure have in them what a column is of.

    A column of a bare unit is of whom everybody is: 居民N户, and not 获奖N户.
    """
    name, words = called(header), f"{one.at.left}|{one.at.right[:8]}"
    if name:
        people = _PEOPLE[0] in header and _PEOPLE[0] in words and size(one.at.value) > _LONG
        return name in words or people  # 受益人口 may be told as 沿岸人口N
    return _BARE.fullmatch(one.at.left) is not None or restated_words().passing.make(
        core_of(one.at.left)
    )
