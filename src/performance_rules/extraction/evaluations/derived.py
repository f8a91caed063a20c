"""What a column of a form says that follows from the other figures of its row.

    指标值 18 | 完成值 16.2 | 偏离度 -10% | 得分系数 90% | 权重 10 | 得分 9 | 扣分 1

How such a column was worked out its rows must bear out themselves: most of them agree with the
one way that its name says.  A row that another way of working it out explains says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from attrs import define, field

from performance_rules.extraction.evaluations.nodes import Node, Sheet
from performance_rules.extraction.evaluations.shapes import Column
from performance_rules.extraction.tables.cells import percent_in, quantity_in
from performance_rules.extraction.tables.grid import Cell, Row
from performance_rules.extraction.tokens.normal import halved, plain_word
from performance_rules.report.lines import Comparison
from performance_rules.values.quantity import SCALE, Amount, Count, Percent, Quantity, is_blank

FOLLOWING: Final = ("deviation", "completed", "coefficient", "deduction", "growth")
"""The roles of columns that follow from others."""

_SIGNED: Final = ("deviation", "growth")
_OF: Final = {
    "deviation": ("actual", "target"),
    "completed": ("actual", "target"),
    "coefficient": ("score", "weight"),
    "deduction": ("score", "weight"),
    "growth": ("actual", "prior"),
}
"""The column that is spoken of, and the one that it is measured by."""

_BARE: Final = re.compile(r"-?\d+(?:\.\d+)?")
_Taken = tuple[Column, Node, Cell, Row]
_FULL: Final = Decimal(100)
_FEWEST: Final = 2


@define(eq=False)
class _Row:
    """A cell of such a column, the figures beside it, and whether they bear it out."""

    role: str
    of: str
    node: Node
    value: Percent | Count
    cell: Cell
    row: Row
    figure: Quantity
    base: Quantity
    fits: bool = False
    explained: bool = False


@define(eq=False)
class Following:
    """The cells of the columns of a block that follow from others."""

    cells: dict[int, list[_Taken]] = field(factory=dict)
    priors: dict[int, Quantity] = field(factory=dict)
    """What an indicator was in the year before, by the line of it."""

    def take(self, column: Column, node: Node, cell: Cell, row: Row) -> None:
        """Keep a cell until all of its row are read."""
        self.cells.setdefault(column.first, []).append((column, node, cell, row))

    def say(self, sheet: Sheet) -> None:
        """Say of each figure what its column claims of it, where the rows bear the column out."""
        for taken in self.cells.values():
            # 0.98 may be 98 %: the rows bear out one of the two.
            role = taken[0][0].role
            ways = [self._rows(taken, part=part) for part in (False, True)]
            rows = max(ways, key=lambda way: sum(one.fits for one in way))
            fits = sum(one.fits for one in rows)
            others = sum(not one.fits and not one.explained for one in rows)
            # That nothing is off where nothing is says little of how it was worked out.
            telling = role not in _SIGNED or any(one.fits and one.value.value for one in rows)
            attested = fits >= _FEWEST and fits > others and telling
            said = [one for one in rows if attested and not one.explained]
            claimed = {id(one.cell) for one in said if _claim(one, sheet)}
            for _, _, cell, _ in taken:
                if id(cell) not in claimed:
                    sheet.explain(cell)

    def _rows(self, taken: Sequence[_Taken], *, part: bool) -> list[_Row]:
        rows = [one for each in taken if (one := self._row(each, part=part)) is not None]
        for one in rows:
            _judge(one)
        return rows

    def _row(self, taken: _Taken, *, part: bool) -> _Row | None:
        column, node, cell, row = taken
        of, by = _OF[column.role]
        if of == "actual" and of not in node.said:  # what is yet to be done, or done by now
            of = "target" if by == "prior" else "to_date"
        value = _value(column, cell.text or "", part=part)
        figure = node.said[of][0].value if of in node.said else None
        base = self.priors.get(id(node)) if by == "prior" else None
        base = node.said[by][0].value if by in node.said else base
        if value is None or figure is None or base is None or not base.n:
            return None
        if type(figure) is not type(base) or figure.approximate or base.approximate:
            return None
        if isinstance(figure, Count) and figure.unit != base.unit:
            return None
        return _Row(column.role, of, node, value, cell, row, figure, base)


def _value(column: Column, text: str, *, part: bool) -> Percent | Count | None:
    """Return what a cell says: points, or a percentage, printed as a part of one or not."""
    if is_blank(text):
        return None
    if column.role == "deduction":
        value, _ = quantity_in(text.strip().lstrip("-－—"), "score", "")
        return value if isinstance(value, Count) else None
    plain = halved(plain_word(text)).lstrip("+")
    bare = column.heading.unit != "%" and _BARE.fullmatch(plain) is not None
    return Percent.of(Decimal(plain).scaleb(2)) if bare and part else percent_in(plain)


def _judge(one: _Row) -> None:
    """Say whether the figures of a row bear a cell out, or else explain it otherwise."""
    role = one.role
    value, half = one.value.value, Decimal(one.value.half) / SCALE
    if role == "deduction":
        expected = Decimal(one.base.n - one.figure.n) / SCALE
        one.fits = value == expected
        return
    ratio = Decimal(one.figure.n) / Decimal(one.base.n) * _FULL
    slack = _slack(one)
    expected = ratio if role in ("completed", "coefficient") else ratio - _FULL
    one.fits = abs(value - expected) <= half
    if one.fits:
        return
    others = [expected]
    if role == "completed":
        others += [min(ratio, _FULL), *([_FULL * _FULL / ratio] if ratio else [])]
        reached = one.node.texts.get("sense") == "at_most" and ratio <= _FULL
        others += [_FULL] if reached else []
    elif role in ("deviation", "growth"):
        others += [abs(expected), -expected, *([Decimal(0)] if expected > 0 else [])]
        if isinstance(one.figure, Percent):
            apart = Decimal(one.figure.n - one.base.n) / SCALE
            others += [apart, abs(apart), -apart]
    one.explained = any(abs(value - other) <= half + slack for other in others)


def _slack(one: _Row) -> Decimal:
    """Return how far a rate may lie off because its figures are printed to a number of digits."""
    last = Decimal(1).scaleb(-one.figure.decimals)
    if one.figure.value == one.figure.value.to_integral_value() and not one.figure.decimals:
        return Decimal(one.figure.half) / one.base.n * _FULL
    return last / abs(one.base.value) * _FULL if one.base.value else Decimal(0)


def _claim(one: _Row, sheet: Sheet) -> bool:
    """Say what a cell claims, if the report has a place for it."""
    of, by = one.of, _OF[one.role][1]
    base = one.base if by == "prior" and not isinstance(one.base, Percent) else None
    rate = one.value if isinstance(one.value, Percent) else None
    source = sheet.place(one.cell, one.row)
    if by == "prior" and base is None:
        return False
    if isinstance(one.value, Count):
        lost = Count(-one.value.value, one.value.unit, printed=one.value.printed)
        said = Comparison(by, change=lost, source=source)
    elif one.role in ("completed", "coefficient"):
        said = Comparison(by, completed=rate, source=source)
    else:
        said = Comparison(by, base=_level(base), rate=rate, source=source)
    one.node.claims.setdefault(of, []).append(said)
    sheet.bind(one.cell)
    return True


def _level(base: Quantity | None) -> Amount | Count | None:
    return None if isinstance(base, Percent) else base
