"""Rates that what was left proves wrong: 支出A，执行率P，结余C, and A and C make what was planned.

What was planned may stand in another section, or in a table.  That what was spent and left makes it
says that the rate is of it, whatever it is called there.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from attrs import evolve

from performance_rules.extraction.figures.fitting import Rate, fits
from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.roles import alike
from performance_rules.extraction.fixed import fixed
from performance_rules.values.precision import HUNDRED
from performance_rules.values.quantity import Amount, Quantity

_RATE: Final = re.compile(
    r"(?:资金|预算|项目|专项|总体)*(?:执行|支出|支付|使用|拨付)(?:率|进度|比例)(?:约?为|仅为|达到?)?\Z"
)
_SPENT: Final = re.compile(
    r"(?:支出|支付|使用|执行|拨付|兑付|完成投资)(?:资金|总?额|金额|数)?(?:为|了|达)?\Z"
)
LEFT: Final = re.compile(
    r"(?:(?:资金)?(?:结余|剩余|余款|余额|节余|尚余|结转|未支[出付]|未使用|未执行)(?:资金|金额)?|余)(?:为|共)?"
)
_AHEAD: Final = 6


@fixed(eq=False)
class Amounts:
    """The amounts of a document by their numbers.

    Attributes:
        places: by number, which figures of the document it is, in their order.
        numbers: the numbers in ascending order.
        values: by number, the amount that is printed least exactly.
        slack: the greatest half of a last digit.
    """

    places: Mapping[int, Sequence[int]]
    numbers: Sequence[int]
    values: Mapping[int, Quantity]
    slack: int

    @classmethod
    def of(cls, found: Sequence[Mention]) -> Amounts:
        """Return those of the figures of a document in their order."""
        places: defaultdict[int, list[int]] = defaultdict(list)
        values: dict[int, Quantity] = {}
        for at, one in enumerate(found):
            if one.kind == "amount":
                n = one.value.n
                places[n].append(at)
                if n not in values or values[n].half < one.value.half:
                    values[n] = one.value
        slack = max((value.half for value in values.values()), default=0)
        return cls(places, sorted(places), values, slack)

    def last_of(self, n: int, before: int) -> int | None:
        """Return the last figure before one of the document that is a number."""
        places = self.places.get(n, ())
        at = bisect_left(places, before)
        return places[at - 1] if at else None

    def make(self, figure: Mention, rate: Quantity) -> bool:
        """Whether a figure is so many percent of another amount of the document."""
        value = figure.value
        low, high = rate.n - rate.half, rate.n + max(rate.half, rate.step - 1)
        if high <= 0:
            return False
        least = (value.n - value.half) * HUNDRED // high - self.slack
        begin, end = bisect_left(self.numbers, least), len(self.numbers)
        if low > 0:
            most = (value.n + value.half) * HUNDRED // low + self.slack + 1
            end = bisect_right(self.numbers, most)
        near = (n for n in self.numbers[begin:end] if n != value.n or len(self.places[n]) > 1)
        return any(fits(value, self.values[n], rate) for n in near)


def left_over(
    found: Sequence[Mention], at: int, amounts: Amounts, tables: Collection[int]
) -> Rate | None:
    """Return a rate with what was spent and what there was, where they do not make it.

    Args:
        found: the figures of a document in order.
        at: which of them is the rate.
        amounts: its amounts.
        tables: the amounts of its tables.
    """
    rate = found[at]
    if rate.kind != "percent" or _RATE.fullmatch(rate.left) is None or not at:
        return None
    spent = found[at - 1]
    beside = spent.home == rate.home and spent.sentence == rate.sentence
    if not beside or spent.kind != "amount" or _SPENT.search(spent.left) is None:
        return None
    behind = [m for m in found[at + 1 : at + 1 + _AHEAD] if m.home == rate.home]
    left = next((m for m in behind if LEFT.fullmatch(m.left) is not None), None)
    if left is None or not alike(left.value, spent.value) or left.value.unit != spent.value.unit:
        return None
    n = spent.value.n + left.value.n
    where = amounts.last_of(n, at - 1)
    planned = found[where] if where is not None else None
    if planned is None and n in tables and isinstance(spent.value, Amount):
        planned = _together(spent, left)
    if planned is None or left.value.n <= 0:
        return None
    if fits(spent.value, planned.value, rate.value) or amounts.make(spent, rate.value):
        return None
    return Rate(spent, planned, rate)


def _together(spent: Mention, left: Mention) -> Mention | None:
    """Return what was spent and what was left as one figure that stands where the latter does."""
    one, other = spent.value, left.value
    if not isinstance(one, Amount) or not isinstance(other, Amount):
        return None
    return evolve(left, value=Amount(one.value + other.value, one.unit))
