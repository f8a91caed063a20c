"""Columns of a form that are the years of its time, beside one of the whole of it.

    指标 | 三年目标值 | 2022年 目标值 | 2022年 完成值 | 2023年 … | 三年累计完成值

The form is about the whole.  What was done in each year is a part of it where the rows bear that
out: where most of those that count something add up.  What is no less in one year than in all of
them, a rate or what stands at the end, does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from performance_rules.extraction.drafts.places import Place, Step
from performance_rules.extraction.evaluations.nodes import Node, Sheet
from performance_rules.extraction.evaluations.periods import LEVELS
from performance_rules.extraction.evaluations.shapes import Block, Column
from performance_rules.extraction.evaluations.targets import said_in
from performance_rules.extraction.evaluations.words import EvaluationWords, Heading
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.tables.grid import Cell, Row
from performance_rules.values.quantity import Percent, Quantity

YEARLY: Final = "yearly"
"""The role of a column of one of several years."""

_ROLES: Final = ("target", "actual", "other")
_FEWEST: Final = 2
_Told = tuple[Quantity, Cell]


@fixed
class Years:
    """A column of the whole time, and those of its years."""

    whole: Column
    years: tuple[Column, ...]


@fixed
class _Row:
    """What a row says of the whole time, and of each of the years."""

    leaf: Node
    row: Row
    whole: _Told
    years: tuple[tuple[str, _Told], ...]

    @property
    def adds_up(self) -> bool:
        """Whether the years make the whole."""
        return sum(value.n for _, (value, _) in self.years) == self.whole[0].n

    @property
    def is_level(self) -> bool:
        """Whether the whole is what one of the years says: nothing adds up then."""
        return any(value.n == self.whole[0].n for _, (value, _) in self.years)


def years_of(block: Block) -> list[Years]:
    """Return the columns of years of a block; they are no longer those of what the form is about.

    Args:
        block: the block.
    """
    found = []
    for role in _ROLES:
        years = [c for c in block.columns if c.role == role and c.heading.year]
        others = [c for c in block.columns if c.role == role and not c.heading.year]
        if role == "other" and years:  # 实施期指标值 right beside 分年度指标值
            ends = (years[0].first - 1, years[-1].last + 1)
            others = [c for c in others if c.last == ends[0] or c.first == ends[1]]
        if len({c.heading.year for c in years}) < _FEWEST or len(others) != 1:
            continue
        found.append(Years(others[0], tuple(years)))
        for column in years:
            yearly = Column(Heading(YEARLY), column.first, column.last)
            block.columns[block.columns.index(column)] = yearly
    return found


def divide_years(
    groups: Sequence[Years],
    told: Sequence[tuple[Node, Row]],
    unit: Column | None,
    sheet: Sheet,
    words: EvaluationWords,
) -> None:
    """Say what was done in each year as parts of what was done in all of them.

    Args:
        groups: the columns of years.
        told: the indicators with their rows.
        unit: the column of units, if there is one.
        sheet: where the cells are noted.
        words: the words of forms.
    """
    for group in groups:
        rows = [one for one in _rows(group, told, unit, words) if not one.is_level]
        fits = sum(one.adds_up for one in rows)
        if not fits or fits * 2 < len(rows):
            continue
        for one in rows:
            value, cell = one.whole
            place = Place(matter=f"{one.leaf.name}·各年合计", apart=cell.start + 1)
            place.line(sheet.draft).say("actual", value, sheet.place(cell, one.row))
            sheet.bind(cell)
            for name, (part, at) in one.years:
                line = place.down(Step("members", name)).line(sheet.draft)
                line.say("actual", part, sheet.place(at, one.row))
                sheet.bind(at)


def _rows(
    group: Years, told: Sequence[tuple[Node, Row]], unit: Column | None, words: EvaluationWords
) -> Iterator[_Row]:
    for leaf, row in told:
        counted = unit.cell(row) if unit is not None else None
        beside = (counted.text or "") if counted is not None else ""
        whole = _value(group.whole, row, beside, words)
        years = [(f"{c.heading.year}年", _value(c, row, beside, words)) for c in group.years]
        said = tuple((name, value) for name, value in years if value is not None)
        if whole is None or len(said) < len(years) or LEVELS.search(leaf.name):
            continue
        if all(_alike(whole[0], value) for _, (value, _) in said):
            yield _Row(leaf, row, whole, said)


def _value(column: Column, row: Row, unit: str, words: EvaluationWords) -> _Told | None:
    cell = column.cell(row)
    value = said_in((cell.text or "").strip(), unit, words).value if cell is not None else None
    return (value, cell) if cell is not None and value is not None else None


def _alike(whole: Quantity, value: Quantity) -> bool:
    same = type(whole) is type(value) and whole.unit == value.unit
    return same and not isinstance(value, Percent)
