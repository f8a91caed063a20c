"""The numbers of a document's tables, each under the names of its row and its column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise
from typing import Final

from performance_rules.extraction.figures.slips import traces
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.restated.differences import content
from performance_rules.extraction.restated.rownames import callings
from performance_rules.extraction.statements.said import Statements
from performance_rules.extraction.tables.cells import MONEY_UNITS
from performance_rules.extraction.tables.grid import Cell, Row, ordinal
from performance_rules.extraction.tables.joining import Found
from performance_rules.extraction.tables.labels import TOTALS
from performance_rules.extraction.tables.words import TableWords
from performance_rules.extraction.tokens.normal import plain_word
from performance_rules.extraction.tokens.quantities import measure
from performance_rules.report.model import Source
from performance_rules.text.words import has_any
from performance_rules.text.years import WRITTEN_FULL_YEAR
from performance_rules.values.quantity import Amount, Count, Percent, Quantity, QuantityError

_MOST: Final = 400
"""Longer tables are lists that no sentence goes through."""
_VALUE: Final = re.compile(
    r"(?:[≥≤=]|[<>]=?)?(?P<number>-?\d[\d,]*(?:\.\d+)?)(?P<unit>[%％]|[^\d.,%％()]{0,4})"
)
_SHORT: Final = 2
_MEASURES: Final = ("米", "里", "次", "元")
"""How the longer units end; any other word of three is no unit: 局本级."""
_MONEY: Final = re.compile(r"\((?:单位:)?(亿元|千元|万元|元)\)")
_BRACKET: Final = re.compile(r"\(([^()]*)\)")
_CODE: Final = re.compile(r"^(?:\d{3,7}|\d{1,2}[.、])")
_NAMED: Final = re.compile(r"(?:[一二三四]级|具体|绩效|评价)*指标(?:名称|内容)?")
"""How a column is headed that names the indicators; the last of them is the narrowest."""
_ORDER: Final = ("序号", "编号", "排名")
_CODED: Final = ("编码", "代码", "编号", "电话", "日期", "时间", "年限")
_UNIT: Final = re.compile(r"(?:单位:)?(亿元|千元|万元|元|%|[\u4e00-\u9fff]{1,4})\Z")


@fixed(eq=False)
class Grid:
    """A table with the words above its columns and the names of its rows.

    Attributes:
        found: the table.
        headers: the words above each column, plain.
        body: the rows below the header.
        names: of each row its name, the unit or word in the bracket of it, and its column.
        money: the unit of its amounts; empty where none is stated.
    """

    found: Found
    headers: tuple[str, ...]
    body: tuple[Row, ...]
    names: tuple[tuple[str, str, int], ...]
    money: str

    def value(self, row: int, column: int) -> Quantity | None:
        """Return the number in a cell, with the unit that it, its column or its row states."""
        cell = self.body[row].cells[column]
        beside = self.names[row][1]
        beside = beside if len(beside) <= _SHORT or beside.endswith(_MEASURES) else ""
        return _value(cell, beside, self.headers[column], self.money)

    def source(self, row: int, column: int, document: str) -> Source:
        """Return where a cell stands."""
        one = self.body[row]
        return _source(one.cells[column], one, self.found, document)


def grids_in(tables: Sequence[Found], words: TableWords) -> Iterator[Grid]:
    """Yield the tables of a document whose rows prose may name."""
    for found in tables:
        if not 0 < len(found.rows) <= _MOST:
            continue
        height, paths = found.header(words)
        paths = paths or [[] for _ in found.rows[0].cells]
        headers = tuple(plain_word("".join(path)) for path in paths)
        body = tuple(found.rows[height:])
        names = tuple(_name(row, headers) for row in body)
        yield Grid(found, headers, body, names, found.unit or _unit_above(found))


@fixed(eq=False)
class Stated:
    """A number in a table.

    Attributes:
        row: the name of its row, plain.
        column: the words above it, plain.
        table: the number of its table in the document.
        value: the number; of a count without a unit, one of ``""``.
        source: where it stands.
        names: the names of all rows of its table.
    """

    row: str
    column: str
    table: int
    value: Quantity
    source: Source
    names: frozenset[str]

    def named(self, label: str) -> bool:
        """Whether a label before a colon speaks of no more than the row: 产出指标:更换航标灯N盏."""
        rest = content(label.replace(self.row, ""))
        return not rest or any(rest in name for name in (self.source.section or "", *self.names))

    @property
    def total(self) -> bool:
        """Whether its row is the total of the others."""
        return self.row in TOTALS


def stated_in(grids: Sequence[Grid], document: str, statements: Statements) -> Iterator[Stated]:
    """Yield the numbers of tables under their names, those of rows that prose may name.

    Args:
        grids: the tables of a document.
        document: its name.
        statements: the figures of prose.
    """
    said, near = statements.beside(), statements.traces()
    for grid in grids:
        if not any(_is_near(row, near) for row in grid.body):
            continue
        every = frozenset(name for name, _, _ in grid.names if name)
        for i, (row, (name, _, at)) in enumerate(zip(grid.body, grid.names, strict=True)):
            spoken = name in TOTALS or any(
                _is_spoken(part, said)
                for called in callings(name)
                for part in (called.ahead, called.behind)
            )
            if not spoken:
                continue
            if not _is_near(row, near, at + 1):
                continue
            for column in range(at + 1, len(row.cells)):
                header = grid.headers[column]
                if not name or has_any(header, _CODED):
                    continue
                value = grid.value(i, column)
                if value is not None:
                    source = grid.source(i, column, document)
                    yield Stated(name, header, grid.found.number or 0, value, source, every)


def _is_spoken(name: str, said: Set[str]) -> bool:
    """Whether prose has all characters of a name beside each other."""
    return all(a + b in said for a, b in pairwise(name))


def _is_near(row: Row, near: Set[str], begin: int = 0) -> bool:
    """Whether a number of a row has a trace in common with one of prose."""
    return any(not near.isdisjoint(traces(text)) for text in row.texts()[begin:] if text)


def _unit_above(found: Found) -> str:
    """Return the unit in a bracket of the lines above a table: 资金拨付情况（万元）."""
    for text in (found.caption, *reversed(found.near)):
        said = _MONEY.search(plain_word(text))
        if said is not None:
            return said[1]
    return ""


def _name(row: Row, headers: Sequence[str]) -> tuple[str, str, int]:
    """Return the name of a row, the unit in its bracket, and its column."""
    texts = row.texts()
    named = [at for at, text in enumerate(texts) if text and _NAMED.fullmatch(headers[at])]
    for at, text in enumerate(texts):
        if named and at != named[-1]:
            continue
        number = _VALUE.fullmatch(text) and not WRITTEN_FULL_YEAR.fullmatch(text)
        if not text or number or headers[at] in _ORDER:
            continue
        bracket = _BRACKET.search(text)
        if WRITTEN_FULL_YEAR.fullmatch(text):
            return text, "", at
        plain = _CODE.sub("", ordinal(_BRACKET.sub("", text))[1].removeprefix("其中:"))
        return plain, bracket[1] if bracket is not None else "", at
    return "", "", 0


def _value(cell: Cell, beside: str, header: str, money: str) -> Quantity | None:
    """Return the number of a cell with the unit that it, its column or its row states."""
    printed = _VALUE.fullmatch(plain_word(cell.text or ""))
    if printed is None:
        return None
    bracket = _BRACKET.search(header)
    said = bracket[1].replace("㎡", "平方米") if bracket is not None else ""
    unit = printed["unit"] or (said if _UNIT.match(said) else "") or beside
    unit = unit.removeprefix("单位:")
    number = printed["number"]
    try:
        if unit in ("%", "％") or (not unit and header.endswith("率")):
            return Percent.of(f"{number}%")
        if unit in MONEY_UNITS:
            return Amount.parse(number, unit)
        if not (unit or said) and money in MONEY_UNITS and "." in number:
            return Amount.parse(number, money)
        rounded = unit not in ("", "分")
        return measure(number, unit) if rounded else Count.parse(number, unit)
    except QuantityError:
        return None


def _source(cell: Cell, row: Row, found: Found, document: str) -> Source:
    return Source(
        document=document,
        page=cell.page,
        section=found.section or None,
        table=row.table,
        row=cell.row or None,
        column=cell.column or None,
        cell=row.sheet.address(cell) if row.sheet else None,
        start=cell.start,
        end=cell.end,
        quote=cell.text,
    )
