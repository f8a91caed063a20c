"""A sentence that goes through the rows of a table, and states one of them otherwise.

That it speaks of a column is attested by the table: another row, or the total, has what the
sentence says.  Whatever the figure is then, it is that row's, and no other cell of the row has it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from performance_rules.extraction.figures.slips import mistyped, size
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.restated.grids import Grid, Stated
from performance_rules.extraction.restated.rows import Restated
from performance_rules.extraction.statements.naming import core_of, name_of
from performance_rules.extraction.statements.said import Said, Statements, exact
from performance_rules.extraction.tables.cells import MONEY_UNITS
from performance_rules.extraction.tables.labels import TOTALS
from performance_rules.values.quantity import Amount, Count, Quantity

_LEAST: Final = 2
_SURE: Final = 4
_MANY: Final = 40
_CROWD: Final = 6
"""A name that stands in more tables than so many says nothing of which one is spoken of."""

_LONGEST: Final = 24
LED: Final = re.compile(r"^(?:下属|所属|其中|包括|分别为|用于|拨付|下达|安排|投入)+")
_FILLING: Final = re.compile("项目|资金|经费|补助|专项|共计|合计|共|计|为|是|达|的")
_SPENT: Final = re.compile("(?:支出|执行|使用|决算|实际|支付|已)+")
_PLANNED: Final = re.compile("(?:预算|计划|下达|指标|目标)+")
_WITHIN: Final = re.compile(r"[^,;。\d]{2,24}中[,，]")
"""What a sentence begins with that goes through the parts of something named."""
_OTHER: Final = re.compile("增|减|占|率|上年|去年|比|差")


@fixed(eq=False)
class _Member:
    """A figure of prose that names a row, and what it says that it is of it."""

    said: Said
    row: int
    role: str


def restated_members(
    grids: Sequence[Grid], statements: Statements, document: str
) -> Iterator[Restated]:
    """Yield the cells that a sentence going through rows states otherwise.

    Args:
        grids: the tables of the document.
        statements: the figures of prose.
        document: the name of the document.
    """
    sentences: defaultdict[tuple[int, int], list[Said]] = defaultdict(list)
    for one in statements.said:
        if one.at.kind == "amount" and exact(one.at.value):
            sentences[one.at.home, one.at.sentence].append(one)
    labelled = [
        (group, [LED.sub("", core_of(LED.sub("", one.at.left))) for one in group])
        for group in sentences.values()
        if 1 < len(group) <= _MANY
    ]
    if not labelled:
        return
    rows = [rows_of(grid) for grid in grids]
    tables: defaultdict[str, list[int]] = defaultdict(list)
    for at, named in enumerate(rows):
        for name in named:
            tables[name].append(at)
    known = {name: at for name, at in tables.items() if len(at) <= _CROWD}
    lengths = sorted({len(name) for name in known}, reverse=True)
    for group, labels in labelled:
        prefixes = [[label[:n] for n in lengths if label[:n] in known] for label in labels]
        near = {at: None for found in prefixes for name in found for at in known[name]}
        for at in near:
            members = []
            for one, label, found in zip(group, labels, prefixes, strict=True):
                name = next((name for name in found if name in rows[at]), "")
                if name:
                    role = _FILLING.sub("", label[len(name) :])
                    members.append(_Member(one, rows[at][name], role))
            yield from _otherwise(grids[at], group, members, document)


def rows_of(grid: Grid) -> dict[str, int]:
    """Return the rows of a table by name, or by the word in the bracket of it; none of two."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for at, (name, bracket, _) in enumerate(grid.names):
        for one in {name, bracket}:
            if _LEAST <= len(one) <= _LONGEST and one not in TOTALS and one not in MONEY_UNITS:
                found[one].append(at)
    return {name: rows[0] for name, rows in found.items() if len(rows) == 1}


def _otherwise(
    grid: Grid, group: Sequence[Said], members: Sequence[_Member], document: str
) -> Iterator[Restated]:
    total = next((at for at, (name, _, _) in enumerate(grid.names) if name in TOTALS), None)
    first = min(grid.names[one.row][2] for one in members)
    apart: list[tuple[_Member, int]] = []
    for column in range(first + 1, len(grid.headers)):
        header = grid.headers[column]
        if _OTHER.search(header):
            continue
        fitting = [one for one in members if is_of(one.role, header)]
        wrong = [one for one in fitting if not _agrees(grid, one.row, column, one.said)]
        whole = total is not None and any(
            size(one.at.value) >= _SURE and _agrees(grid, total, column, one)
            for one in group
            if one not in [member.said for member in members]
        )
        if len(wrong) == 1 and (whole or len(fitting) > 1):
            apart.append((wrong[0], column))
    if len({id(one) for one, _ in apart}) != 1 or _adds_up(group, members):
        return
    member, column = next((one for one in apart if _is_slip(grid, *one)), apart[0])
    columns = range(first + 1, len(grid.headers))
    value = value_in(grid, member.row, column)
    if value is None or any(_agrees(grid, member.row, c, member.said) for c in columns):
        return
    if _is_plain(member, group):
        cell = Stated(
            grid.names[member.row][0],
            grid.headers[column],
            grid.found.number or 0,
            value,
            grid.source(member.row, column, document),
            frozenset(),
        )
        yield Restated(cell, member.said, "·".join(filter(None, (cell.row, cell.column))))


def _is_slip(grid: Grid, member: _Member, column: int) -> bool:
    """Whether a figure is that of a column with a slip: of two years, that one was meant."""
    value, said = value_in(grid, member.row, column), member.said.at.value
    return value is not None and bool(mistyped(value.n, said.n))


def _adds_up(group: Sequence[Said], members: Sequence[_Member]) -> bool:
    """Whether the members make a whole that their sentence tells: then none of them is a slip.

    项目支出100万元 of 一般公共预算支出600万元 stands beside the row 项目支出 of all money.
    """
    own = [one.said for one in members]
    parts = sum(one.at.value.n for one in own)
    slack = sum(one.at.value.half for one in own)
    return any(
        abs(one.at.value.n - parts) <= slack + one.at.value.half
        for one in group
        if one not in own and type(one.at.value) is type(own[0].at.value)
    )


def is_of(role: str, header: str) -> bool:
    """Whether a figure may be one of a column: what it is said to be, the column is headed."""
    if not role:
        return True
    plain = re.sub(r"\(.*?\)", "", header)
    known = any(said.fullmatch(role) and said.search(plain) for said in (_SPENT, _PLANNED))
    return known or role in (plain, plain.removesuffix("数"), plain.removesuffix("额"))


def _is_plain(member: _Member, group: Sequence[Said]) -> bool:
    """Whether a figure is a level of the same year and time as the others of its sentence.

    财政拨款支出中，基本支出N，项目支出M: what a sentence divides first is no table's of all money.
    """
    if _WITHIN.match(member.said.lead) is not None:
        return False
    own = name_of(member.said)
    others = [name_of(one) for one in group]
    same = all((one.year, one.times) == (own.year, own.times) for one in others)
    return own.level and not own.times and same


def value_in(grid: Grid, row: int, column: int) -> Quantity | None:
    """Return the amount in a cell; a whole number is one where the table states a unit."""
    value = grid.value(row, column)
    if isinstance(value, Count) and not value.unit and grid.money in MONEY_UNITS:
        return Amount.parse(value.printed, grid.money)
    return value if isinstance(value, Amount) else None


def _agrees(grid: Grid, row: int, column: int, one: Said) -> bool:
    value, said = value_in(grid, row, column), one.at.value
    return value is not None and abs(value.n - said.n) <= value.half + said.half
