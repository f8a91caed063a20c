"""Tables of things that the fixed tree does not have, as matters under their own names.

What their columns are is not known, but a row 合计 says that it is the sum of the others.  That the
rows are flat and the column adds up at all is attested by the table itself: most of its columns do
so exactly, those apart whose total is the sum with two digits exchanged; of a single column
of three rows or more, that its total is the sum but for a slip.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from attrs import field

from performance_rules.extraction.drafts.places import Place, Step
from performance_rules.extraction.figures.slips import slip
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.tables.binding import Binder
from performance_rules.extraction.tables.cells import MONEY_UNITS
from performance_rules.extraction.tables.columns import Column
from performance_rules.extraction.tables.grid import Row, is_words, ordinal
from performance_rules.extraction.tables.labels import TOTALS
from performance_rules.extraction.tables.rowwise import COUNTED, UNIT
from performance_rules.extraction.tokens.normal import plain_word
from performance_rules.extraction.tokens.quantities import measure
from performance_rules.values.quantity import Amount, Count, Quantity, QuantityError, is_blank

_NO_SUM: Final = re.compile(
    r"[%％/／]|[率比均价]$|标准|单价|占|平均|人均|每|年份|年限|日期|时间|电话|编号|排名|名次"
)
_LEVEL: Final = re.compile(r"(?:金额|数额|支出|收入|资金|[预决]算)数?(?:\([^()]*\))?\Z")
"""What heads a column of sums, and of no averages."""
_POINTS: Final = re.compile("分$|分值|得分|评分|权重")
_FEWEST: Final = 2
_SUBTOTAL: Final = "小计"
_SUMMED: Final = "汇总"
"""The end of the name of what all rows are summed up in: 局机关及下属单位汇总."""


@fixed
class _Sum:
    """A column with a total: what each row says, None where it is blank."""

    column: Column
    header: str
    total: Quantity
    rows: tuple[Quantity | None, ...]
    apart: int = field(init=False)

    @apart.default
    def _apart(self) -> int:
        return sum(one.n for one in self.rows if one is not None) - self.total.n

    @property
    def closes(self) -> bool:
        """Whether the rows make the total, as far as they were printed."""
        rows = sum(one.half for one in self.rows if one is not None)
        return abs(self.apart) <= self.total.half + rows

    @property
    def is_slip(self) -> bool:
        """Whether the total, or one of the rows, closes it but for an oversight in its digits."""
        rows = (one.n for one in self.rows if one is not None)
        return bool(slip(self.total.n + self.apart, self.total.n)) or any(
            slip(n - self.apart, n) == "exchanged" for n in rows
        )

    @property
    def is_exceeded(self) -> bool:
        """Whether one of its rows is more than the total, none of them negative."""
        return _is_mean(self.total, [one for one in self.rows if one is not None])


def bind_open(
    body: Sequence[Row], columns: Sequence[Column], paths: Sequence[Sequence[str]], binder: Binder
) -> bool:
    """Say a table that is not one of accounts as matters; return whether that could be done.

    Args:
        body: the rows below the header.
        columns: the columns.
        paths: for each column the texts above it.
        binder: where it is said.
    """
    names = next((c for c in columns if c.role != "order" and is_words(body, c.index)), None)
    if names is None or any(column.role == "code" for column in columns):
        return False
    called = [
        row.text(names.index) or row.merged(names.index) or total_before(row, names.index)
        for row in body
    ]
    plain = [plain_word(name) for name in called]
    totals = [at for at, name in enumerate(plain) if name in TOTALS or name.endswith(_SUMMED)]
    if not totals and plain[-1] == _SUBTOTAL:
        totals = [len(plain) - 1]
    rows = [at for at in range(len(body)) if at not in totals]
    deep = {ordinal(plain[at])[0] for at in rows}  # numbered one by one, they are flat as well
    flat = len(deep) == 1 and not any(plain[at].startswith("其中") for at in rows)
    distinct = len({plain[at] for at in rows}) == len(rows) and all(plain[at] for at in rows)
    if len(totals) != 1 or totals[0] not in (0, len(body) - 1) or len(rows) < _FEWEST:
        return False
    if not flat or not distinct:
        return False
    sums = []
    numbers = [c for c in columns if c.index > names.index and c.role != "text"]
    for column in columns:
        header = "".join(paths[column.index])
        cells = [body[at].text(column.index) for at in (totals[0], *rows)]
        told = header or len(numbers) == 1  # a list, what it is of stands above it
        if column.index > names.index and told and not _NO_SUM.search(plain_word(header)):
            found = _sum(column, header, cells, binder.table.unit)
            sums += [found] if found is not None else []
    said = [one for one in sums if one.total.n]
    closed = [one for one in said if one.closes]
    slips = [one for one in said if slip(one.total.n + one.apart, one.total.n) == "exchanged"]
    many = len(said) == 1 and len(rows) > _FEWEST
    alone = many and (said[0].is_slip or said[0].is_exceeded)
    if not alone and (len(closed) * 2 <= len(said) - len(slips) or not closed):
        return False
    for one in sums:
        if one.closes or None not in one.rows:
            _say(one, [body[at] for at in (totals[0], *rows)], [called[at] for at in rows], binder)
    return True


def total_before(row: Row, index: int) -> str:
    """Return the word for a total before a blank name, where other rows have a number.

    Args:
        row: the row.
        index: the column of its name.
    """
    before = (row.text(at) for at in range(index))
    return next((text for text in before if plain_word(text) in TOTALS), "")


def _sum(column: Column, header: str, cells: Sequence[str], unit: str) -> _Sum | None:
    """Return a column with a total; None where something else than numbers stands in it."""
    plain = plain_word(header)
    said_unit = UNIT.search(plain)
    own = (said_unit[1] or said_unit[2]) if said_unit is not None else ""
    unit = own or column.meaning.unit or unit
    counted = unit not in MONEY_UNITS or (not own and bool(COUNTED.search(plain)))
    unit = "" if counted and unit in MONEY_UNITS else unit
    said: list[Quantity | None] = []
    try:
        for text in cells:
            if is_blank(text):
                said.append(None)
            elif counted:
                said.append(
                    Count.parse(text, unit) if _POINTS.search(plain) else measure(text, unit)
                )
            else:
                said.append(Amount.parse(text, unit))
    except QuantityError:
        return None
    total, rows = said[0], tuple(said[1:])
    if total is None:
        return None
    mean = _is_mean(total, [one for one in rows if one is not None])
    if mean and (counted or _LEVEL.search(plain) is None):
        return None
    return _Sum(column, header, total, rows)


def _is_mean(total: Quantity, rows: Sequence[Quantity]) -> bool:
    """Whether a total is less than one of its rows, none of them negative: it may be their mean."""
    return all(one.n >= 0 for one in rows) and any(one.n > total.n for one in rows)


def _say(one: _Sum, rows: Sequence[Row], names: Sequence[str], binder: Binder) -> None:
    """Say a column: its total as a matter, its rows as the parts."""
    found = binder.table
    title = f"{found.caption or f'第{found.number}张表'}·{one.header}".removesuffix("·")
    whole = Place(matter=title, apart=found.start + 1)
    money = isinstance(one.total, Amount)
    column = (binder.column_of(one.column.meaning) if money else "") or "actual"
    binder.say_open(whole, column, one.total, rows[0].cells[one.column.index], rows[0])
    for row, name, quantity in zip(rows[1:], names, one.rows, strict=True):
        if quantity is not None:
            place = whole.down(Step("members", name))
            binder.say_open(place, column, quantity, row.cells[one.column.index], row)
