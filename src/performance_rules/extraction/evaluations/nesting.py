"""Indicators of all levels in one column: 一、产出指标 above 1.巡检座数.

    指标 | 分值 | 目标值 | 完成值
    一、产出指标 | 50 | |
    1.巡检座数 | 50 | ≥10座 | 12座

Which rows stand below which is said by their numbering, or by names that go over the whole width;
or by rows that say points and no value, by letters (A above A1) or by nothing but their points,
where those of the rows below most of them add up to theirs.  Points in brackets behind the
names of a level attest themselves in the same way.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Final

from performance_rules.extraction.evaluations.shapes import Block, Column
from performance_rules.extraction.tables.grid import Row, is_number, ordinal
from performance_rules.extraction.tokens.normal import plain_word

_VALUES: Final = ("target", "actual", "to_date", "forecast")
_FEWEST: Final = 2
_LETTERED: Final = re.compile(r"\s{0,8}[A-Z](?P<number>\d{0,2})(?![\dA-Za-z])")
_FULL: Final = Decimal(100)
BARE: Final = re.compile(r"[(（](\d{1,3}(?:\.\d{1,2})?)[)）]$")
"""Points in brackets behind a name, without the word for them."""


def depths_in(block: Block, level: Column) -> dict[int, int]:
    """Return how deep each row of a block stands, by its place; nothing where all stand alike.

    Args:
        block: the block.
        level: its one column of names.
    """
    rows = {at: row for at, row in enumerate(block.rows) if level.cell(row) is not None}
    numbered = {at: ordinal(plain_word(_name(level, row)))[0] for at, row in rows.items()}
    if rows and all(numbered.values()) and len(set(numbered.values())) > 1:
        return numbered
    wide = [at for at, row in rows.items() if _is_wide(level, row)]
    if wide and min(rows) in wide and len(wide) < len(rows):
        return {at: 1 + (at not in wide) for at in rows}
    heads = [at for at, row in rows.items() if _is_head(block, row)]
    heads = heads or _lettered({at: _name(level, row) for at, row in rows.items()})
    heads = heads or _adding({at: _points(block, row) for at, row in rows.items()})
    below = [at for at in rows if at not in heads]
    if len(heads) < _FEWEST or not below or min(rows) not in heads:
        return {}
    fits = 0
    for head, end in zip(heads, [*heads[1:], max(rows) + 1], strict=True):
        parts = [_points(block, block.rows[at]) for at in below if head < at < end]
        whole = _points(block, block.rows[head])
        told = [part for part in parts if part is not None]
        fits += bool(told) and len(told) == len(parts) and sum(told) == whole
    return {at: 1 + (at in below) for at in rows} if fits * 2 > len(heads) else {}


def _lettered(names: Mapping[int, str]) -> list[int]:
    """Return the rows whose letter stands above those of others: A决策 above A1立项."""
    found = {at: _LETTERED.match(name) for at, name in names.items()}
    if not all(found.values()):
        return []
    return [at for at, one in found.items() if one is not None and not one["number"]]


def _adding(points: Mapping[int, Decimal | None]) -> list[int]:
    """Return the rows that the rows below each make, where all rows are either, and they a hundred.

    Nothing else tells which they are once a file has lost how far its names were set in.
    """
    heads: list[int] = []
    left = whole = Decimal(0)
    for at, own in points.items():
        if own is None or own <= 0 or (left and own > left):
            return []
        if left:
            left -= own
        else:
            heads.append(at)
            whole += own
            left = own
    parted = len(points) >= 2 * len(heads)
    return heads if not left and whole == _FULL and parted else []


def bare_points(block: Block, levels: Sequence[Column]) -> set[int]:
    """Return the levels whose names have points in brackets without saying so: 产出指标（60）.

    All names of such a level have; and those of one level make up a hundred, or what the points
    of the block's own column do.

    Args:
        block: the block.
        levels: its columns of names.
    """
    found: dict[int, Decimal] = {}
    for depth, level in enumerate(levels):
        cells = [cell for row in block.rows if (cell := level.cell(row)) is not None]
        points = [BARE.search(plain_word(cell.text or "")) for cell in cells]
        said = [Decimal(one[1]) for one in points if one is not None]
        if said and len(said) == len(cells):
            found[depth] = sum(said, Decimal(0))
    own = [value for row in block.rows if (value := _points(block, row)) is not None]
    wholes = {_FULL, sum(own, Decimal(0))}
    return set(found) if wholes & set(found.values()) else set()


def _name(level: Column, row: Row) -> str:
    cell = level.cell(row)
    return (cell.text or "") if cell is not None else ""


def _is_wide(level: Column, row: Row) -> bool:
    """Whether a name goes over all columns of its row, so that it says nothing but itself."""
    rest = row.cells[level.first + 1 :]
    return bool(row.text(level.first)) and bool(rest) and all(cell.text is None for cell in rest)


def _is_head(block: Block, row: Row) -> bool:
    """Whether a row says points and no value of its own."""
    values = [column for column in block.columns if column.role in _VALUES]
    said = any(column.cell(row) is not None for column in values)
    return bool(values) and not said and _points(block, row) is not None


def _points(block: Block, row: Row) -> Decimal | None:
    columns: Sequence[Column] = [c for c in block.columns if c.role == "weight"]
    cell = columns[-1].cell(row) if columns else None
    if cell is None or not is_number(cell.text or ""):
        return None
    try:
        return Decimal(plain_word(cell.text or "").removesuffix("分"))
    except InvalidOperation:
        return None
