"""Sentences here and there that state the rows of one column, and one of them otherwise.

文物保护支出522万元 in one paragraph, 旅游宣传支出268.50万元 in another: that prose means a column
is attested by the other rows, which it states as the table does.  So it is with the rates of two
columns that the table has no column for: 养护执行率88.57%.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from performance_rules.extraction.figures.fitting import fits
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.restated.grids import Grid, Stated
from performance_rules.extraction.restated.members import LED, is_of, rows_of, value_in
from performance_rules.extraction.restated.rows import Restated
from performance_rules.extraction.statements.naming import core_of, name_of
from performance_rules.extraction.statements.said import Said, Statements, exact
from performance_rules.text.words import without_brackets
from performance_rules.text.years import NAMED_YEAR
from performance_rules.values.quantity import Amount, Percent

_LEAST: Final = 3
_FEWEST: Final = 2
_RATE: Final = re.compile(r"(?:预算|资金|支出)?(?:执行率|支出率|支付率|使用率)")
_SPENT: Final = re.compile("支出|执行数?|决算数?|实际支出|支付")
_PLANNED: Final = re.compile("(?:全年|调整后?|年初)?预算数?|计划|安排")
_APART: Final = re.compile(
    r"截[至止]|\d月|季度|半年|上年|去年|累计|历年|以来|年来|按|如果|若|假设|计划|拟|预计|调整|目标"
    r"|扣除|剔除|不含|含|同口径|第[一二三四\d]批|[一二三]期"
)
"""Where such words stand, another time is spoken of, or another reckoning."""


@fixed(eq=False)
class RowRate:
    """A rate that a sentence gives for a row, with the two cells that it is of.

    Attributes:
        done: what was done, or what the year had.
        planned: what was planned, or what the year before had.
        said: the rate as it is told.
        title: the row.
        growth: the rate with its sign, where it is one of growth.
    """

    done: Stated
    planned: Stated
    said: Said
    title: str
    growth: Percent | None = None


_Named = tuple[Said, int, str]
"""A figure of prose with the row that it names, and what it says that it is of it."""


def restated_columns(
    grids: Sequence[Grid], statements: Statements, document: str, year: int | None
) -> Iterator[Restated | RowRate]:
    """Yield what prose says otherwise of a row whose column it states elsewhere as it is.

    Args:
        grids: the tables of the document.
        statements: the figures of prose.
        document: the name of the document.
        year: the year that it is about, if it is known.
    """
    rows = [rows_of(grid) for grid in grids]
    tables: defaultdict[str, list[int]] = defaultdict(list)
    for at, named in enumerate(rows):
        for name in named:
            tables[name].append(at)
    once = {name: at[0] for name, at in tables.items() if len(at) == 1 and len(name) >= _LEAST}
    if not once:
        return
    lengths = sorted({len(name) for name in once}, reverse=True)
    found: defaultdict[int, list[_Named]] = defaultdict(list)
    for one in statements.said:
        if one.at.kind not in ("amount", "percent") or not exact(one.at.value) or one.at.depth:
            continue
        label = LED.sub("", core_of(LED.sub("", one.at.left)))
        name = next((label[:n] for n in lengths if label[:n] in once), "")
        role = label[len(name) :]
        if name and role and _is_plain(one, year):
            found[once[name]].append((one, rows[once[name]][name], role))
    for at, told in found.items():
        if len(told) > _FEWEST:
            yield from _otherwise(grids[at], told, document)
            yield from _rated(grids[at], told, document)


def _is_plain(one: Said, year: int | None) -> bool:
    """Whether a figure is a level of the year, of no part of it, and by no other reckoning."""
    name = name_of(one)
    years = {int(said) for said in NAMED_YEAR.findall(one.lead)}
    own = not years or years == {year}
    return own and name.level and not (name.times or name.back or _APART.search(one.lead))


def _otherwise(grid: Grid, named: Sequence[_Named], document: str) -> Iterator[Restated]:
    """Yield the one row that prose states otherwise, where it states at least two as they are."""
    first = max(grid.names[row][2] for _, row, _ in named)
    for column in range(first + 1, len(grid.headers)):
        header = grid.headers[column]
        said = [(one, row) for one, row, role in named if is_of(role, header)]
        told = [(one, row) for one, row in said if one.at.kind == "amount"]
        right = {row for one, row in told if _agrees(grid, row, column, one)}
        wrong = [(one, row) for one, row in told if row not in right]
        if len(right) < _FEWEST or len(wrong) != 1:
            continue
        one, row = wrong[0]
        value = value_in(grid, row, column)
        columns = range(first + 1, len(grid.headers))
        if value is None or any(_agrees(grid, row, c, one) for c in columns):
            continue
        cell = stated(grid, row, column, document)
        if cell is not None:
            yield Restated(cell, one, "·".join(filter(None, (cell.row, cell.column))))
            return


def _rated(grid: Grid, named: Sequence[_Named], document: str) -> Iterator[RowRate]:
    """Yield the one rate that is not that of its row, where at least two others are."""
    first = max(grid.names[row][2] for _, row, _ in named)
    plain = {c: without_brackets(grid.headers[c]) for c in range(first + 1, len(grid.headers))}
    planned = [c for c, header in plain.items() if _PLANNED.fullmatch(header)]
    done = [c for c, header in plain.items() if _SPENT.fullmatch(header)]
    if len(planned) != 1 or len(done) != 1:
        return
    rates = [(one, row) for one, row, role in named if _RATE.fullmatch(role)]
    right, wrong = set[int](), list[tuple[Said, int]]()
    for one, row in rates:
        a, b = value_in(grid, row, done[0]), value_in(grid, row, planned[0])
        if not isinstance(one.at.value, Percent) or a is None or b is None or not b.n:
            continue
        if fits(a, b, one.at.value):
            right.add(row)
        else:
            wrong.append((one, row))
    if len(right) < _FEWEST or len(wrong) != 1 or wrong[0][1] in right:
        return
    one, row = wrong[0]
    cells = [stated(grid, row, column, document) for column in (done[0], planned[0])]
    if cells[0] is not None and cells[1] is not None:
        yield RowRate(cells[0], cells[1], one, cells[0].row)


def stated(grid: Grid, row: int, column: int, document: str) -> Stated | None:
    """Return the amount of a cell under the names of its row and its column, if it has one.

    Args:
        grid: the table.
        row: its row.
        column: its column.
        document: the name of the document.
    """
    value = value_in(grid, row, column)
    if value is None:
        return None
    source = grid.source(row, column, document)
    number = grid.found.number or 0
    return Stated(grid.names[row][0], grid.headers[column], number, value, source, frozenset())


def _agrees(grid: Grid, row: int, column: int, one: Said) -> bool:
    value, said = value_in(grid, row, column), one.at.value
    return (
        isinstance(value, Amount)
        and isinstance(said, Amount)
        and abs(value.n - said.n) <= value.half + said.half
    )
