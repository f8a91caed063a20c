"""A sentence that tells a line of a table, and one of its figures otherwise.

泊位43个，居民3595户，建筑面积11.35万平方米 and a table of which the total is 43, 3959, 11.35: two
cells attest that the sentence tells this line, and one column alone has the unit.  One figure of
a total that is the sum of its rows is told by its own name, if it was typed badly: 受益渔户3595户
beside 受益户数 合计 3959.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from performance_rules.extraction.figures.slips import mistyped, size
from performance_rules.extraction.restated.grids import Grid
from performance_rules.extraction.restated.rows import Restated
from performance_rules.extraction.restated.unittables import UnitTable
from performance_rules.extraction.statements.naming import name_of
from performance_rules.extraction.statements.said import Said, Statements, exact, kind
from performance_rules.extraction.statements.words import restated_words
from performance_rules.extraction.tables.labels import TOTALS
from performance_rules.values.quantity import Count, Quantity

_APART: Final = re.compile(
    r"截[至止]|\d月|季|半年|上年|去年|历年|以来|若|如果|拟|预计|第[一二三四\d]批|[一二三]期|其中|目标|计划"
)
_FEWEST: Final = 2
_MOST: Final = 12
_ROWS: Final = 60
_TABLES: Final = 60
"""Of more tables, or longer ones, no sentence goes through the lines."""
_SURE: Final = 4
_ENOUGH: Final = 3
_NEAR: Final = 10


def restated_lines(
    grids: Sequence[Grid], statements: Statements, document: str
) -> Iterator[Restated]:
    """Yield the cells of lines of tables that a sentence tells otherwise.

    Args:
        grids: the tables of a document.
        statements: the figures of prose.
        document: its name.
    """
    sentences: defaultdict[tuple[int, int], list[Said]] = defaultdict(list)
    paragraphs: defaultdict[int, list[Said]] = defaultdict(list)
    for one in statements.said:
        if one.at.kind in ("amount", "count") and exact(one.at.value):
            sentences[one.at.home, one.at.sentence].append(one)
            paragraphs[one.at.home].append(one)
    told = [group for group in sentences.values() if len(group) <= _MOST]
    for grid in grids[:_TABLES]:
        if len(grid.body) > _ROWS or len(grid.headers) < _FEWEST:
            continue
        table = UnitTable(grid, document)
        for group in told:
            yield from _of_line(table, group)
        units = {unit: next(iter(c)) for unit, c in table.columns_by_unit().items() if len(c) == 1}
        for paragraph in paragraphs.values() if units else ():
            yield from _in_turn(table, paragraph, units)


def _of_line(table: UnitTable, group: Sequence[Said]) -> Iterator[Restated]:
    """Yield the one cell of a line that a sentence tells otherwise."""
    right: defaultdict[int, dict[int, Said]] = defaultdict(dict)
    odd: list[Said] = []
    for one in group:
        cells = table.told_in(one)
        for row, column in cells if size(one.at.value) >= _FEWEST else ():
            right[row].setdefault(column, one)
        if not cells:
            odd.append(one)
    for row in {*table.totals, *right} if odd else ():
        total = row in table.totals
        attested = len({id(one) for one in right[row].values()}) >= _FEWEST
        if not (attested or total):
            continue
        fitting: defaultdict[int, list[Said]] = defaultdict(list)
        for one in odd:
            at = table.column_of(row, one, right[row])
            if at is not None:
                fitting[at].append(one)
        for at, (one, *others) in fitting.items():
            typed = total and _is_miss(one, table.values[row, at]) and table.is_sum(row, at)
            likely = not others and (attested or typed) and _is_plain(one)
            if likely and _named_in(table, group) == ([] if total else [table.names[row]]):
                yield table.restated(row, at, one)


def _named_in(table: UnitTable, group: Sequence[Said]) -> list[str]:
    """Return the rows that the sentence of some figures names."""
    last = max(group, key=lambda one: one.at.start)
    return table.named_in(f"{last.lead}{last.at.value.printed}{last.rest}")


def _in_turn(
    table: UnitTable, paragraph: Sequence[Said], units: dict[str, int]
) -> Iterator[Restated]:
    """Yield the one row that a paragraph tells otherwise, of several under one unit.

    东山小区装了5台，西山小区9台: a column that alone has the unit is told, as another row shows.
    """
    counts = [one for one in paragraph if isinstance(one.at.value, Count)]
    counts = [one for one in counts if kind(one.at.value) in units]
    if len(counts) < _FEWEST or not any(map(table.told_in, counts)):
        return
    told: defaultdict[int, list[tuple[Said, int]]] = defaultdict(list)
    for one in counts:
        row, column = _row_before(table, one), units[kind(one.at.value)]
        if row is not None and (row, column) in table.values:
            told[column].append((one, row))
    for column, said in told.items():
        wrong = [(x, row) for x, row in said if table.values[row, column].n != x.at.value.n]
        if len(wrong) == 1 and len({row for _, row in said}) == len(said) > 1:
            one, row = wrong[0]
            if _is_plain(one) and not table.told_in(one):
                yield table.restated(row, column, one)


def _row_before(table: UnitTable, one: Said) -> int | None:
    """Return the only row that is named right before a figure, with no other figure between."""
    begin = one.begin
    if one.before is not None and one.before.sentence == one.at.sentence:
        begin = one.before.close
    text = one.run.plain[begin : one.at.start]
    named = table.named_in(text)
    if len(named) != 1 or len(text.rpartition(named[0])[2]) > _NEAR:
        return None
    rows = [row for row, name in enumerate(table.names) if name == named[0]]
    return rows[0] if len(rows) == 1 and named[0] not in TOTALS else None


def _is_miss(one: Said, value: Quantity) -> bool:
    """Whether a figure was typed badly, and is long enough for that to be no chance."""
    how, digits = mistyped(one.at.value.n, value.n), size(value)
    exchanged = how in ("exchanged", "shuffled") and digits >= _ENOUGH
    return exchanged or (how in ("changed", "lost") and digits >= _SURE)


def _is_plain(one: Said) -> bool:
    """Whether a figure is a level of all there is, and of no part of the year."""
    name, words = name_of(one), restated_words()
    apart = _APART.search(one.lead) or words.narrowing.search(one.at.left)
    return name.level and not (name.times or apart)
