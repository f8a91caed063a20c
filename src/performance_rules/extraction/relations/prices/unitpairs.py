"""元 for 万元 beside what was planned, or what it was a year before: 预算438.79万元，执行389.95元.

An amount with cents that is some ten-thousandth of its counterpart, and of its size once it is read
in the same unit, is in the wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.relations.prices.slips import Slip
from performance_rules.values.quantity import Amount

_PAIR: Final = (
    (
        re.compile(r"(?:全年|年初|调整后?)?(?:预算|计划)(?:数|安排|资金)?(?:为|是)?\Z"),
        re.compile(r"(?:实际|全年)?(?:执行|支出|支付|完成)(?:数|额|资金)?(?:为|是)?\Z"),
    ),
    (
        re.compile(""),
        re.compile(r"(?:上年|去年|(?:19|20)\d\d年度?)(?:同口径|为|是|决算|预算|数)*\Z"),
    ),
)
_OTHER: Final = re.compile("每|均|单价|标准|结余|节约|增|减|利息|手续费")
_LARGE: Final = ("万元", "亿元")
_SIZE: Final = 4
"""So many times as large at most is what was done of a plan, or the year before."""
_CENTS: Final = re.compile(r"\d\.\d\d?元\Z")


def unit_pairs(own: Sequence[Mention]) -> Iterator[Slip]:
    """Yield the amounts of a paragraph that are in 元 where their counterpart is in 万元.

    Args:
        own: its figures in their order.
    """
    for one, other in pairwise(own):
        if one.kind != "amount" or other.kind != "amount" or one.part != other.part:
            continue
        if one.value.unit == other.value.unit or _OTHER.search(one.left + other.left):
            continue
        if not any(a.search(one.left) and b.fullmatch(other.left) for a, b in _PAIR):
            continue
        small, large = (one, other) if one.value.unit == "元" else (other, one)
        right = _in_unit(small, large)
        if right is not None:
            yield Slip(small, right, (large,))


def _in_unit(small: Mention, large: Mention) -> Amount | None:
    """Return an amount in the unit of another one, if that makes it of the same size."""
    value, other = small.value, large.value
    if not isinstance(value, Amount) or other.unit not in _LARGE or not other.n:
        return None
    if value.unit != "元" or _CENTS.search(value.printed) is None:
        return None
    right = Amount(value.value, other.unit, printed=value.printed.removesuffix("元") + other.unit)
    near = other.n <= _SIZE * right.n and right.n <= _SIZE * other.n
    return right if near else None
