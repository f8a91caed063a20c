"""How an amount of a row was worked out, in a cell beside it: 12场×1.5万元/场.

Which column of amounts such cells explain the table attests itself: of most of the rows that have
one the product is printed there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from performance_rules.extraction.drafts.places import Place
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.tables.binding import Binder
from performance_rules.extraction.tables.grid import Row, is_number
from performance_rules.extraction.tokens.normal import plain_word
from performance_rules.values.quantity import Amount, Count, QuantityError

_TIMES: Final = re.compile("[×*✕╳]")
_FACTOR: Final = re.compile(r"(\d{1,9}(?:,\d{3}){0,3}(?:\.\d{1,6})?)([^\d%‰+\-=]{0,8})")
_MONEY: Final = re.compile(r"(万?元)(?:/.{1,6})?")
_RESULT: Final = re.compile(r"=[\d,.]{1,16}(?:万?元)?$")
_MOST: Final = 4
_FEWEST: Final = 2


@fixed
class _Formula:
    """A number of things at a price, as a cell of a row says them."""

    at: int
    column: int
    count: Count
    price: Amount

    @property
    def product(self) -> Decimal:
        """What they make, in the last digit that amounts are kept to."""
        return self.count.value * self.price.n


def say_formulas(body: Sequence[Row], binder: Binder, unit: str) -> None:
    """Say how the amounts of a table were worked out, where it attests which ones.

    Args:
        body: the rows below the header.
        binder: where it is said.
        unit: the unit of its amounts.
    """
    found = [one for at, row in enumerate(body) for one in _formulas(at, row)]
    if len(found) < _FEWEST or len({one.column for one in found}) > 1:
        return
    fits: dict[int, list[_Formula]] = {}
    for one in found:
        for column in range(len(body[one.at].cells)):
            value = _amount(body[one.at].text(column), unit)
            if value is not None and value.n == one.product:
                fits.setdefault(column, []).append(one)
    best = max(fits, key=lambda column: len(fits[column]), default=-1)
    if best < 0 or len(fits[best]) * 2 <= len(found):
        return
    for one in found:
        _say(one, body[one.at], best, binder, unit)


def _formulas(at: int, row: Row) -> list[_Formula]:
    """Return the one product that a row says in a cell; nothing where it says several."""
    made = [(c, _factors(text)) for c, text in enumerate(row.texts()) if _TIMES.search(text)]
    known = [_Formula(at, c, *factors) for c, factors in made if factors is not None]
    return known if len(known) == 1 else []


def _factors(text: str) -> tuple[Count, Amount] | None:
    """Return the number of things and the price that a product is of; None of any other."""
    plain = _RESULT.sub("", plain_word(text).replace("（", "(").replace("）", ")"))
    parts = _TIMES.split(plain)
    matched = [_FACTOR.fullmatch(part) for part in parts]
    if len(parts) > _MOST or any(one is None for one in matched):
        return None
    number, price, counter = Decimal(1), None, ""
    for one in (one for one in matched if one is not None):
        money = _MONEY.fullmatch(one[2])
        if money is None:
            number *= Decimal(one[1].replace(",", ""))
            counter = counter or one[2]
        elif price is None and (price := _amount(one[1], money[1])) is not None:
            continue
        else:
            return None
    try:
        return (Count(number, counter), price) if price is not None and counter else None
    except QuantityError:
        return None


def _amount(text: str, unit: str) -> Amount | None:
    if not is_number(text):
        return None
    try:
        return Amount.parse(text, unit)
    except QuantityError:
        return None


def _say(one: _Formula, row: Row, column: int, binder: Binder, unit: str) -> None:
    amount = _amount(row.text(column), unit)
    if amount is None:
        return
    cell = row.cells[one.column]
    caption = binder.table.caption or f"第{binder.table.number}张表"
    place = Place(matter=f"{caption}·{row.first()}", apart=cell.start + 1)
    binder.say_open(place, "actual", one.count, cell, row)
    binder.say_open(place, "price", one.price, cell, row)
    binder.say_open(place, "final", amount, row.cells[column], row)
