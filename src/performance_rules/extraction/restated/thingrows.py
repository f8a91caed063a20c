"""A row of a table, and what is told by its name, or below the heading that names it.

预算安排120万元，实际支出98.5万元 below （一）河道清淤工程, and a row 河道清淤工程 | 120.00 | 89.50:
the budget, or the digits, attest that both are of one thing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from performance_rules.extraction.figures.slips import size
from performance_rules.extraction.figures.wholewords import whole_words
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.restated.grids import Grid, Stated
from performance_rules.extraction.restated.headed import ENOUGH, are_of_all, is_slip
from performance_rules.extraction.restated.headnames import named, thing_of_headings
from performance_rules.extraction.restated.members import value_in
from performance_rules.extraction.restated.rows import Restated
from performance_rules.extraction.restated.spoken import Spoken, part_in, spoken_of
from performance_rules.extraction.statements.naming import name_of
from performance_rules.extraction.statements.said import Said, Statements
from performance_rules.extraction.tables.labels import TOTALS
from performance_rules.text.words import without_brackets
from performance_rules.values.quantity import Amount, Percent, Quantity

_YEAR: Final = re.compile(r"(?:19|20)\d\d")


@fixed(eq=False)
class _Row:
    """A row that is named like a thing, with the part that each of its columns plays."""

    grid: Grid
    at: int
    cells: tuple[tuple[int, str, Quantity], ...]

    def played(self, part: str) -> list[tuple[int, Quantity]]:
        """Return the cells of the columns that play a part."""
        return [(column, value) for column, said, value in self.cells if said == part]


def restated_things(
    grids: Sequence[Grid], statements: Statements, document: str, year: int | None
) -> Iterator[Restated]:
    """Yield the cells of rows that a sentence, or the text below a heading, tells otherwise.

    Args:
        grids: the tables of the document.
        statements: the figures of prose.
        document: the name of the document.
        year: the year that it is about, if it is known.
    """
    places: defaultdict[tuple[str, object], list[Spoken]] = defaultdict(list)
    for one in spoken_of(statements.said, budget=statements.budget):
        if not _is_within(one):
            places[one.name, one.place].append(one)
    if not places:
        return
    names, sentences = {name for name, _ in places}, statements.sentences()
    rows: defaultdict[str, list[_Row]] = defaultdict(list)
    for grid in grids:
        for at, (called, _, first) in enumerate(grid.names):
            if called and called not in TOTALS and (name := named(called)) in names:
                rows[name].append(_Row(grid, at, tuple(_cells(grid, at, first, year))))
    for (name, _), told in places.items():
        if len(rows[name]) == 1:
            near = [x for one in told for x in sentences[one.said.at.home, one.said.at.sentence]]
            yield from _otherwise(rows[name][0], told, near, document, year)


def _is_within(one: Spoken) -> bool:
    """Whether a thing is told below the heading of another one: 设备购置 of 城关站."""
    headed = thing_of_headings(one.said.under)
    return headed is not None and (bool(headed.outer) or headed.name != one.name)


def _cells(
    grid: Grid, row: int, first: int, year: int | None
) -> Iterator[tuple[int, str, Quantity]]:
    """Yield the numbers of a row with the part that the header of each says it plays."""
    for column in range(first + 1, len(grid.headers)):
        header = without_brackets(grid.headers[column])
        value = value_in(grid, row, column) or grid.value(row, column)
        if value is None:
            continue
        kind = _kind(value)
        topic, part = part_in(header, kind)
        years = set(_YEAR.findall(header))
        own = not years or years == {str(year)}
        plain = own and not topic and whole_words().sources.search(header) is None
        yield column, part if plain else "", value


def _kind(value: Quantity) -> str:
    if isinstance(value, Amount):
        return "amount"
    return "percent" if isinstance(value, Percent) else "count"


def _otherwise(
    row: _Row, told: Sequence[Spoken], near: Sequence[Said], document: str, year: int | None
) -> Iterator[Restated]:
    """Yield the one cell of a row that a place tells otherwise."""
    found: list[tuple[Spoken, int, Quantity]] = []
    attested = False
    for one in told:
        value = one.said.at.value
        cells = row.played(one.part)
        if any(_agree(value, cell) for _, _, cell in row.cells):
            attested = attested or (
                size(value) >= ENOUGH and any(_agree(value, x) for _, x in cells)
            )
        elif len(cells) == 1 and type(cells[0][1]) is type(value) and cells[0][1].n:
            found.append((one, *cells[0]))
    if len({one.said.at.value.n for one, _, _ in found}) != 1:
        return
    one, column, cell = found[0]
    value, name = one.said.at.value, name_of(one.said)
    if (name.year or year) != year or name.times or _is_made(one, cell, near):
        return
    if (attested and are_of_all(one)) or is_slip(value.n, cell.n, max(size(value), size(cell))):
        grid = row.grid
        source = grid.source(row.at, column, document)
        title, header = grid.names[row.at][0], grid.headers[column]
        stated = Stated(title, header, grid.found.number or 0, cell, source, frozenset())
        yield Restated(stated, one.said, f"{title}·{header}")


def _is_made(one: Spoken, cell: Quantity, near: Sequence[Said]) -> bool:
    """Whether another figure beside it is what two figures differ by: 已付N，质保金M."""
    apart = abs(one.said.at.value.n - cell.n)
    return any(x.at.value.n == apart for x in near if type(x.at.value) is type(cell))


def _agree(one: Quantity, other: Quantity) -> bool:
    return type(one) is type(other) and abs(one.n - other.n) <= one.half + other.half
