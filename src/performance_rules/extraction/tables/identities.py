"""Tables whose rows make each other by what they are called: 资产合计 is 负债合计 and 净资产合计.

The words are those by which the figures of a sentence make each other.  Each of the three must name
one row, whole and of nothing narrower; of a change or a share in a column nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from performance_rules.extraction.drafts.places import Place, Step
from performance_rules.extraction.figures.words import relation_words
from performance_rules.extraction.tables.binding import Binder
from performance_rules.extraction.tables.cells import MONEY_UNITS
from performance_rules.extraction.tables.columns import Column
from performance_rules.extraction.tables.grid import Row, ordinal
from performance_rules.extraction.tokens.normal import plain_word
from performance_rules.values.quantity import Amount, Count, Quantity, QuantityError, is_blank

_NO_LEVEL: Final = re.compile(r"[%％率比幅]|占|平均|每|备注|说明|行次")
_LED: Final = re.compile(r"^(?:减|加|其中|[一二三四五六七八九十]{1,2}、|\d{1,2}[.、])[:：]?")


def bind_identities(
    body: Sequence[Row], columns: Sequence[Column], paths: Sequence[Sequence[str]], binder: Binder
) -> bool:
    """Say the rows of a table that make each other; return whether there are any.

    Args:
        body: the rows below the header.
        columns: the columns.
        paths: for each column the texts above it.
        binder: where it is said.
    """
    made = False
    for names in relation_words().identities:
        found = [_rows(body, part) for part in names]
        if any(len(rows) != 1 for rows in found):
            continue
        (whole, at), *parts = (rows[0] for rows in found)
        if any(column != at for _, column in parts):
            continue
        for column in columns:
            header = "".join(paths[column.index])
            if column.index <= at or _NO_LEVEL.search(plain_word(header)):
                continue
            rows = [whole, *(row for row, _ in parts)]
            said = [_quantity(row.text(column.index), column, binder) for row in rows]
            values = [one for one in said if one is not None]
            told = [_quantity(row.text(column.index), column, binder) for row in body]
            others = [one for one, row in zip(told, body, strict=True) if one and row not in rows]
            if len(values) == len(rows) and not _is_besides(values, others):
                _say(header, rows, values, (column, at), binder)
                made = True
    return made


def _rows(body: Sequence[Row], names: Sequence[str]) -> list[tuple[Row, int]]:
    """Return the rows that have one of some names, each with the column of the name."""
    found = []
    for row in body:
        for at, text in enumerate(row.texts()):
            plain = _LED.sub("", ordinal(plain_word(text))[1]) if text else ""
            if plain in names:
                found.append((row, at))
                break
    return found


def _quantity(text: str, column: Column, binder: Binder) -> Quantity | None:
    """Return the number of a cell; in a table without a unit, a plain number."""
    unit = column.meaning.unit or binder.table.unit
    if is_blank(text):
        return None
    try:
        return Amount.parse(text, unit) if unit in MONEY_UNITS else Count.parse(text, "")
    except QuantityError:
        return None


def _is_besides(values: Sequence[Quantity], others: Sequence[Quantity]) -> bool:
    """Whether another row is just what is missing: 减值准备 beside 累计折旧."""
    rest = abs(values[0].n - sum(one.n for one in values[1:]))
    return rest > 0 and any(abs(one.n) == rest for one in others)


def _say(
    header: str,
    rows: Sequence[Row],
    values: Sequence[Quantity],
    at: tuple[Column, int],
    binder: Binder,
) -> None:
    """Say a column: the first row as a matter, the others as its parts."""
    column, names = at
    found = binder.table
    called = [plain_word(row.text(names)) for row in rows]
    title = "·".join(part for part in (found.caption, called[0], header) if part)
    whole = Place(matter=title, apart=found.start + 1)
    figure = "final" if isinstance(values[0], Amount) else "actual"
    places = [whole, *(whole.down(Step("members", name)) for name in called[1:])]
    for place, row, value in zip(places, rows, values, strict=True):
        binder.say_open(place, figure, value, row.cells[column.index], row)
