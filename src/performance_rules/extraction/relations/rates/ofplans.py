"""Rates of what was spent that each say of which plan: 支出C，完成年初预算的P，完成调整后预算的Q.

Both plans are told before, each once, and the rates stand one behind the other behind what was
spent.  A rate of one plan that comes out over the other one is left alone: its words are wrong,
or the names of the plans.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from performance_rules.extraction.figures.fitting import Rate, fits
from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.roles import alike

_PLAN: Final = (
    r"(?:(?P<first>年初预算|年初安排预算|期初预算)"
    r"|(?P<last>调整后的?(?:年度)?预算|调整(?:后)?预算|全年预算|年度调整预算))(?:数|额|总额|安排)?"
)
_RATE: Final = re.compile(rf"(?:完成了?|为|占|达到?|是){_PLAN}的")
_LEVEL: Final = re.compile(
    rf"(?:[^\d,，。;:()]{{0,12}}?项目|项目|资金|经费|支出)?{_PLAN}(?:资金|安排)?(?:为|是|共|计|到)?"
)
_SPENT: Final = re.compile(
    r"(?:项目|资金|经费|全年|年末|年底|本年|当年|年度|实际|累计|已|共|完成)*"
    r"(?:支出|执行|支付|使用|决算|完成支出|列支)(?:数|额|资金|完成|总额)?(?:为|共|计|合计)*"
)
_JOINED: Final = (",", "，", "、")
_BACK: Final = 2
"""So many sentences before what was spent the plans may stand."""


def of_plans(found: Sequence[Mention]) -> Iterator[Rate]:
    """Yield the rates of a paragraph that name the plan that they are of.

    Args:
        found: its figures in their order.
    """
    for at, one in enumerate(found):
        if one.kind != "amount" or one.depth or _SPENT.fullmatch(one.left) is None:
            continue
        plans = _plans([m for m in found[:at] if one.sentence - m.sentence <= _BACK], one)
        last = one
        for rate in found[at + 1 :]:
            told = _RATE.fullmatch(rate.left) if rate.kind == "percent" else None
            beside = rate.begin == last.close + 1 and rate.opener in _JOINED and not rate.depth
            if told is None or not beside or rate.sentence != one.sentence:
                break
            last = rate
            base = plans.get(told.lastgroup or "")
            others = [m for m in found[:at] if m.kind == "amount" and alike(m.value, one.value)]
            if base is not None and not _is_of_another(one, base, rate, others):
                yield Rate(one, base, rate)


def _plans(before: Sequence[Mention], one: Mention) -> dict[str, Mention]:
    """Return the plans before what was spent, the first and the last, each told once."""
    out: dict[str, Mention] = {}
    for m in before:
        told = _LEVEL.fullmatch(m.left) if m.kind == "amount" and not m.depth else None
        if told is None or not alike(m.value, one.value):
            continue
        stage = told.lastgroup or ""
        if stage in out:
            return {}
        out[stage] = m
    return out


def _is_of_another(one: Mention, base: Mention, rate: Mention, others: Sequence[Mention]) -> bool:
    """Whether a rate that does not come out does so with another figure before it."""
    if fits(one.value, base.value, rate.value):
        return False
    return any(
        fits(one.value, m.value, rate.value) or fits(m.value, base.value, rate.value)
        for m in others
        if m is not base
    )
