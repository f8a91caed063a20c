"""Prices, numbers and amounts told in turn: 甲港18艘、乙港43艘，每艘1万元、0.5万元，共39.5万元.

As many prices stand one behind the other as numbers, in the same order; what follows them are as
many amounts, of which all but one come out, or the one amount that all of them make.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from attrs import evolve

from performance_rules.extraction.averages.reckoned import is_paid, periods_of
from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.roles import agrees as adds_up
from performance_rules.extraction.figures.roles import undivided
from performance_rules.extraction.figures.slips import is_miss
from performance_rules.extraction.percentages.around import Around
from performance_rules.extraction.relations.parts.turns import EACH, JOINED
from performance_rules.extraction.relations.prices.prices import Price, price_of
from performance_rules.extraction.relations.prices.products import (
    Product,
    agrees,
    is_counted,
    made_of,
)
from performance_rules.extraction.relations.totals import Total
from performance_rules.extraction.statements.said import Said
from performance_rules.values.quantity import Amount

_FEWEST: Final = 2
_MOST: Final = 6
_BACK: Final = 3
_ALL: Final = re.compile("共|合计|总|全年|年|需|应|计")


def rows(said: Said, near: Around) -> Total | None:
    """Return the sum of products that an amount is said to be, with the products as its parts.

    Args:
        said: the amount.
        near: it and the figures around it.
    """
    one = near.one
    if one.depth or not is_paid(one, near) or not _ALL.search(one.left):
        return None
    here = [m for m in near.before if one.sentence - m.sentence <= _BACK and not m.depth]
    prices = _prices(here, near)
    if not _FEWEST <= len(prices) <= _MOST or prices[-1].at.sentence != one.sentence:
        return None
    counts = _counts(here, prices, near)
    if counts is None:
        return None
    if any(
        m.kind == "amount" and m.start > prices[-1].at.start for m in here if m.home == one.home
    ):
        return None
    times = {periods_of(said).get(price.period) for price in prices}
    if len(times) != 1 or None in times:
        return None
    n = times.pop()
    made = [made_of(p, c, one, n or 1) for p, c in zip(prices, counts, strict=True)]
    parts = [evolve(m.price, value=_worth(m)) for m in made if m is not None]
    if len(parts) != len(made):
        return None
    total, slack = sum(m.value.n for m in parts), sum(m.value.half for m in parts)
    if not adds_up(one.value, total, slack) and not is_miss(total, one.value.n):
        return None
    return Total(tuple((f"第{i}项", m) for i, m in enumerate(parts, 1)), one, complete=True)


def of_row(said: Said, near: Around) -> Product | None:
    """Return the product that an amount is in a row of amounts whose others all come out.

    Args:
        said: the amount.
        near: it and the figures around it.
    """
    one = near.one
    around = [*near.before, one, *near.behind]
    here = [m for m in around if -1 <= one.sentence - m.sentence <= _BACK and not m.depth]
    if sum(m.kind == "count" for m in here) < _FEWEST:
        return None
    prices = _prices(here, near)
    size = len(prices)
    if not _FEWEST <= size <= _MOST:
        return None
    first = prices[0].at.start if prices[0].at.home == one.home else 0
    amounts = [m for m in here if m.kind == "amount" and price_of(m, near.words) is None]
    amounts = [m for m in amounts if m.home == one.home and m.start > first][:size]
    counts = _counts(here, prices, near)
    if one not in amounts or len(amounts) != size or counts is None:
        return None
    monthly = "月" in amounts[0].left and "月" in prices[0].period
    n = 1 if monthly else periods_of(said).get(prices[0].period)
    row = zip(prices, counts, amounts, strict=True)
    made = [made_of(p, c, m, n or 1) for p, c, m in row]
    own = next((m for m in made if m is not None and m.amount is one), None)
    others = [m for m in made if m is not own]
    if own is None or not all(m is not None and agrees(m) for m in others):
        return None
    numbers = [m for m in here if m.kind == "count"]
    again = [made_of(p, c, one, n or 1) for p in prices for c in numbers]
    worths = [_worth(m).n for m in again if m is not None]
    if agrees(own) or any(abs(w - one.value.n) <= one.value.half for w in worths):
        return None
    return own if is_miss(_worth(own).n, one.value.n) else None


def _worth(made: Product) -> Amount:
    """Return what a price and its number make, as an amount."""
    price = made.price.value
    if not isinstance(price, Amount):
        raise TypeError(price)
    printed = f"{made.number.printed}×{price.printed}"
    value = Amount(price.value * made.number.value, price.unit, printed=printed)
    return evolve(value, step=0)


def _prices(here: Sequence[Mention], near: Around) -> list[Price]:
    """Return the prices that stand one behind the other, last before an amount."""
    out: list[Price] = []
    for m in here:
        price = price_of(m, near.words)
        if price is None and out and m.left in JOINED and EACH.search(out[0].at.left):
            price = evolve(out[0], at=m) if m.kind == out[0].at.kind else None
        if price is not None:
            out.append(price)
    last = [p for p in out if p.at.home == near.one.home and not p.mean]
    return last if len({p.period for p in last}) == 1 else []


def _counts(here: Sequence[Mention], prices: Sequence[Price], near: Around) -> list[Mention] | None:
    """Return as many numbers as there are prices, each of what its price is for one of."""
    numbers = [m for m in here if m.kind == "count" and not m.value.approximate]
    numbers = [m for m in numbers if any(is_counted(m, p, near.words) for p in prices)]
    fit = undivided(numbers)
    if len(fit) == 1 and len(numbers) == len(prices) + 1:
        fit = numbers[1:]  # 126公里，其中甲18公里、乙43公里、丙65公里
    if len(fit) != len(prices):
        return None
    pairs = zip(fit, prices, strict=True)
    return fit if all(is_counted(m, p, near.words) for m, p in pairs) else None
