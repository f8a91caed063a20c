"""Goals and results in the rows of a table that prose tells otherwise, however far apart.

受益渔户(户) 4100 4236 in a table of indicators, and 受益渔户4876户 in a sentence: a thing has one
goal and one result, and the sentence tells neither.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from performance_rules.extraction.restated.differences import Stage
from performance_rules.extraction.restated.grids import Grid, Stated
from performance_rules.extraction.restated.rows import Restated
from performance_rules.extraction.restated.things import Thing, plain_thing, thing_of
from performance_rules.extraction.statements.naming import name_of
from performance_rules.extraction.statements.said import Said, Statements, exact, kind
from performance_rules.extraction.statements.words import restated_words
from performance_rules.text.words import without_brackets
from performance_rules.values.quantity import Count, Quantity

_GOAL: Final = re.compile("目标|指标值|计划|任务")
_RESULT: Final = re.compile("完成|实际|实现")
_OTHER: Final = re.compile("率|分|偏差|原因|上年|比|差|累计|调整|总|时间|情况说明")
_APART: Final = re.compile(
    r"截[至止]|\d月|季|半年|上年|去年|历年|以来|按|若|拟|预计|第[一二三四\d]批|[一二三]期|其中"
)
_CROWD: Final = 6
_BOTH: Final = 2

_Row = dict[Stage, tuple[Stated, Count]]


def restated_goals(
    grids: Sequence[Grid], statements: Statements, document: str
) -> Iterator[Restated]:
    """Yield the goals and results of tables that prose tells otherwise.

    Args:
        grids: the tables of a document.
        statements: the figures of prose.
        document: its name.
    """
    rows = _rows(grids, document)
    if not rows:
        return
    told: defaultdict[str, list[tuple[Said, Thing]]] = defaultdict(list)
    before = Thing("", "")
    for one in statements.said:
        before = thing_of(one, before)
        if before.name and isinstance(one.at.value, Count) and exact(one.at.value):
            told[before.name].append((one, before))
    for name, said in told.items():
        if len(said) > _CROWD:
            continue
        if name in rows:
            yield from _otherwise(rows[name], said)
        elif len(longer := [row for row in rows if row.endswith(name)]) == 1:
            yield from _beside(rows[longer[0]], said)


def _rows(grids: Sequence[Grid], document: str) -> dict[str, _Row]:
    """Return the goals and results of tables by the things that they are of; none of two."""
    found: dict[str, _Row] = {}
    twice: set[str] = set()
    for grid in grids:
        stages = {at: stage for at, text in enumerate(grid.headers) if (stage := _stage(text))}
        if sorted(stages.values()) not in (["done", "planned"], ["planned"]):
            continue
        for row, (name, _, at) in enumerate(grid.names):
            thing = plain_thing(name)
            if not thing:
                continue
            cells: _Row = {}
            for column, stage in stages.items():
                value = grid.value(row, column) if column > at else None
                if isinstance(value, Count):
                    source = grid.source(row, column, document)
                    header = grid.headers[column]
                    number = grid.found.number or 0
                    cells[stage] = Stated(name, header, number, value, source, frozenset()), value
            if thing in found:
                twice.add(thing)
            if len(cells) == len(stages):
                found[thing] = cells
    return {name: cells for name, cells in found.items() if name not in twice}


def _stage(header: str) -> Stage:
    """Return whether a column is of goals or of results."""
    plain = without_brackets(header)
    if _OTHER.search(plain) is not None:
        return ""
    if _RESULT.search(plain) is not None:
        return "done"
    return "planned" if _GOAL.search(plain) is not None else ""


def _otherwise(row: _Row, said: Sequence[tuple[Said, Thing]]) -> Iterator[Restated]:
    """Yield the one number of a thing that is neither its goal nor its result."""
    odd: dict[int, tuple[Said, list[tuple[Stated, Count]]]] = {}
    for one, thing in said:
        if thing.stage not in ("", *row) or (not thing.stage and len(row) < _BOTH):
            continue
        cells = [row[thing.stage]] if thing.stage else list(row.values())
        if not all(_one_unit(one.at.value, value) for _, value in cells):
            return
        if not any(one.at.value.n == value.n for _, value in cells):
            odd.setdefault(one.at.value.n, (one, cells))
    if len(odd) != 1:
        return
    ((n, (one, cells)),) = odd.items()
    if _is_plain(one):
        cell, _ = min(cells, key=lambda pair: abs(pair[1].n - n))
        yield Restated(cell, one, "·".join((cell.row, cell.column)))


def _beside(row: _Row, said: Sequence[tuple[Said, Thing]]) -> Iterator[Restated]:
    """Yield a goal beside a result that is that of a row, or the other way: 缆绳目标N，完成M."""
    stages = {thing.stage: one for one, thing in said}
    if len(said) != _BOTH or set(stages) != set(row) or len(row) != _BOTH:
        return
    if any(not _one_unit(one.at.value, row[stage][1]) for stage, one in stages.items()):
        return
    wrong = [stage for stage, one in stages.items() if one.at.value.n != row[stage][1].n]
    if len(wrong) == 1 and all(_is_level(one) for one in stages.values()):
        cell = row[wrong[0]][0]
        yield Restated(cell, stages[wrong[0]], "·".join((cell.row, cell.column)))


def _is_plain(one: Said) -> bool:
    """Whether a figure is a level of all there is, and of no part of the year."""
    return _is_level(one) and not name_of(one).places


def _is_level(one: Said) -> bool:
    """Whether a figure is a level, and of no part of the year."""
    name, words = name_of(one), restated_words()
    apart = _APART.search(one.lead) or words.narrowing.search(one.at.left)
    return name.level and not (name.times or apart)


def _one_unit(one: Quantity, cell: Count) -> bool:
    return isinstance(one, Count) and (not cell.unit or kind(one) == kind(cell))
