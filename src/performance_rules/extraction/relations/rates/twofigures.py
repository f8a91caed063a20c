"""Rates that are told with both their figures: 人员费占比P，其中人员费A、总支出B; A，占B的P.

The figures stand right beside the rate and nothing else is told of them, so that no word has to say
which is which: whatever two such figures make, one above the other or what lies between them, fits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from performance_rules.extraction.figures.fitting import Rate, fit_all, fits
from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.roles import alike
from performance_rules.values.precision import HUNDRED
from performance_rules.values.quantity import Quantity

_AMONG: Final = "其中"
_RECKONED: Final = re.compile(r"(?:计算得出?|算得|据此计算)[^,，。;]{0,16}(?:率|比)(?:为|是)?\Z")
_NAMED: Final = re.compile(r"(?:率|占比|比重|比例)(?:为|是)?\Z")
_CHANGED: Final = re.compile("变动|变化|增|减|降|升|调整|涨|节约|压缩|同比")
_SHARE: Final = re.compile(r"(?:约?占(?!比)|为|是|相当于)(?P<whole>[^占\d]{0,14})\Z")
_OF: Final = re.compile(r"[\u4e00-\u9fff]{0,8}的\Z")
_GOAL: Final = re.compile(r"(?:年度|全年)?(?:目标|任务|计划)(?:值|数|量|为)*\Z")
_DONE: Final = re.compile(r"完成(?:率)?(?:为)?\Z")
_ASIDE: Final = re.compile("[比较]|其中|增|减|每|均")
_KINDS: Final = ("amount", "count")


def two_figures(own: Sequence[Mention]) -> Iterator[Rate]:
    """Yield the rates of a paragraph that are told with both their figures.

    Args:
        own: its figures in their order.
    """
    for at, rate in enumerate(own):
        if rate.kind != "percent" or _CHANGED.search(rate.left) is not None:
            continue
        yield from _behind(own, at)
        yield from _before(own, at)
        yield from _of_one(own, at)


def _behind(own: Sequence[Mention], at: int) -> Iterator[Rate]:
    """人员费占比P，其中人员费A、总支出B."""
    rate, two, after = own[at], own[at + 1 : at + 3], own[at + 3 : at + 4]
    if len(two) < 2 or not two[0].left.startswith(_AMONG) or _NAMED.search(rate.left) is None:
        return
    if any(m.part != rate.part for m in two) or any(m.part == rate.part for m in after):
        return
    yield from _made(two[0], two[1], rate)


def _before(own: Sequence[Mention], at: int) -> Iterator[Rate]:
    """总支出为B，人员费为A，计算得人员费占比P."""
    rate, two, before = own[at], own[max(0, at - 2) : at], own[max(0, at - 3) : max(0, at - 2)]
    if len(two) < 2 or _RECKONED.search(rate.left) is None:
        return
    if any(m.part != rate.part for m in two) or any(m.part == rate.part for m in before):
        return
    yield from _made(two[0], two[1], rate)


def _made(one: Mention, other: Mention, rate: Mention) -> Iterator[Rate]:
    """Yield a rate that no way to make it of two figures explains."""
    if one.kind not in _KINDS or not alike(one.value, other.value) or rate.value.n < 0:
        return
    if not one.value.n or not other.value.n:
        return
    low, high = sorted((one, other), key=lambda m: m.value.n)
    ways = ((low, high), (high, low))
    if any(fits(a.value, b.value, rate.value) for a, b in ways):
        return
    if any(_lies_between(low.value, high.value, base.value, rate.value) for base in (low, high)):
        return
    yield Rate(high, low, rate) if rate.value.n > HUNDRED else Rate(low, high, rate)


def _lies_between(low: Quantity, high: Quantity, base: Quantity, rate: Quantity) -> bool:
    """Whether a rate is that of what lies between two figures: 节约率, 结余率."""
    slack = rate.step * base.n + HUNDRED * (high.half + low.half)
    return abs((high.n - low.n) * HUNDRED - rate.n * base.n) <= slack


def _of_one(own: Sequence[Mention], at: int) -> Iterator[Rate]:
    """A，占B的P; A（目标值B，完成P）."""
    if at < 2:
        return
    figure, base, rate = own[at - 2 : at + 1]
    if figure.kind not in _KINDS or not alike(figure.value, base.value):
        return
    if not figure.sentence == base.sentence == rate.sentence or _ASIDE.search(figure.left):
        return
    said = _SHARE.match(base.left)
    of = said is not None and _OF.fullmatch(rate.left) is not None and rate.opener == ""
    inside = base.depth == rate.depth == figure.depth + 1
    goal = inside and _GOAL.fullmatch(base.left) is not None
    goal = goal and _DONE.fullmatch(rate.left) is not None
    if not (of or goal) or fits(figure.value, base.value, rate.value):
        return
    if rate.value.n == HUNDRED and figure.value.n >= base.value.n:
        return  # a rate that was cut off
    told = [m for m in own[max(0, at - 6) : at - 1] if m.sentence == rate.sentence]
    if any(fits(m.value, base.value, rate.value) for m in told if alike(m.value, base.value)):
        return
    if not fit_all([m.value for m in told], base.value, rate.value):
        yield Rate(figure, base, rate)
