"""Rates that what was left proves wrong: 支出A，执行率P，结余C, and A and C make what was planned.

What was planned may stand in another section, or in a table.  That what was spent and left makes it
says that the rate is of it, whatever it is called there.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final

from attrs import evolve

from performance_rules.extraction.figures.fitting import Rate, fits
from performance_rules.extraction.figures.mentions import Mention, order
from performance_rules.extraction.figures.roles import alike
from performance_rules.values.quantity import Amount

_RATE: Final = re.compile(
    r"(?:资金|预算|项目|专项|总体)*(?:执行|支出|支付|使用|拨付)(?:率|进度|比例)(?:约?为|仅为|达到?)?\Z"
)
_SPENT: Final = re.compile(
    r"(?:支出|支付|使用|执行|拨付|兑付|完成投资)(?:资金|总?额|金额|数)?(?:为|了|达)?\Z"
)
_LEFT: Final = re.compile(
    r"(?:(?:资金)?(?:结余|剩余|余款|余额|节余|尚余|结转|未支[出付]|未使用|未执行)(?:资金|金额)?|余)(?:为|共)?"
)
_AHEAD: Final = 6


def left_over(found: Sequence[Mention], at: int, tables: Collection[int]) -> Rate | None:
    """Return a rate with what was spent and what there was, where they do not make it.

    Args:
        found: the figures of a document in order.
        at: which of them is the rate.
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
    left = next((m for m in behind if _LEFT.fullmatch(m.left) is not None), None)
    if left is None or not alike(left.value, spent.value) or left.value.unit != spent.value.unit:
        return None
    others = [m for m in found if m.kind == "amount" and m is not spent]
    n = spent.value.n + left.value.n
    planned = next((m for m in reversed(others) if m.value.n == n and order(m) < order(rate)), None)
    if planned is None and n in tables and isinstance(spent.value, Amount):
        planned = _together(spent, left)
    if planned is None or left.value.n <= 0:
        return None
    if any(fits(spent.value, m.value, rate.value) for m in (planned, *others)):
        return None
    return Rate(spent, planned, rate)


def _together(spent: Mention, left: Mention) -> Mention | None:
    """Return what was spent and what was left as one figure that stands where the latter does."""
    one, other = spent.value, left.value
    if not isinstance(one, Amount) or not isinstance(other, Amount):
        return None
    return evolve(left, value=Amount(one.value + other.value, one.unit))
