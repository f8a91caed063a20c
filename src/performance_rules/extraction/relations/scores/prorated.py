"""Scores that are full marks times a rate: 分值10分，执行率94.39%，按执行率计分得9.44分.

Only a text that says so scores by the rate; others score by steps.  The rate is one that was
reached, and named as such: a goal (目标100%) says what was to be reached, and the rate that the
score goes by is then told elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from typing import Final

from attrs import evolve

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.orderings import Order, Ordering
from performance_rules.extraction.relations.scores.scores import FULL, POINT, is_deducted, is_full
from performance_rules.values.precision import HUNDRED
from performance_rules.values.quantity import SCALE

_RATE: Final = r"(?:率|比例|进度|得分比|满意度)"
_BY: Final = re.compile(
    rf"按(?:照)?[^\d,，。;]{{0,8}}?{_RATE}[^\d,，。;扣]{{0,4}}?(?:计分|计算|得分|折算|给分|赋分|计得|计)"
    rf"|{_RATE}[×*](?:该项|指标)?(?:分值|权重|满分|标准分|\d)|(?:分值|权重|满分|标准分|\d分?)[×*][^\d,，。;]{{0,8}}?{_RATE}"
    rf"|{_RATE}[^\d,，。;]{{0,6}}按[^\d,，。;÷/]{{2,12}}[÷/][^\d,，。;×*]{{2,12}}(?:[×*]100%)?[×*]\d"
)
_TIMES: Final = ("×", "*")
_SCORE: Final = re.compile(r"(?:得分|得|计|计分|自评分)(?:为|是|:)?\Z")
_REACHED: Final = re.compile(
    r"(?:率|比例?|进度|满意度|程度|完成|达成|达到)(?:情况)?(?:为|是|达到?|了|约|:)*\Z"
)
_GOAL: Final = re.compile(
    "目标|要求|计划|指标值|标准|应达|不低于|不少于|不高于|大于|小于|[≥≤]|上年|去年|占"
)
_STEPS: Final = re.compile("每|低于|超过|不足|扣|以上得|以下|区间|档")


def prorated(text: str, found: Sequence[Mention]) -> Iterator[Ordering]:
    """Yield the scores of a paragraph that are not their full marks times their rate.

    Args:
        text: the paragraph.
        found: its figures in their order.
    """
    if "按" not in text and "×" not in text and "*" not in text:
        return
    for _, group in groupby(found, key=lambda one: one.part):
        said = list(group)
        begin, end = said[0].begin, said[-1].end
        stop = next((i for i in range(end, len(text)) if text[i] in "。;!?"), len(text))
        if _BY.search(text, begin, stop) is None or _STEPS.search(text, begin, stop) is not None:
            continue
        rates = [m for m in said if m.kind == "percent" and _is_reached(m)]
        points = [m for m in said if m.kind == "count" and m.unit == POINT]
        if len(rates) == 1 and len(points) == 2:
            yield from _scored(text, points[0], rates[0], points[1])


def _is_reached(rate: Mention) -> bool:
    """Whether a rate is one that was reached, as its own words say, and no goal or share."""
    return _GOAL.search(rate.name) is None and _REACHED.search(rate.name) is not None


def _scored(text: str, full: Mention, rate: Mention, score: Mention) -> Iterator[Ordering]:
    """Yield what a score should be by its full marks and its rate."""
    times = full.left.endswith(_TIMES) or text.startswith(_TIMES, full.end)
    if not (times or is_full(text, full) or FULL.search(full.left)) or is_deducted(score):
        return
    if _SCORE.search(score.left) is None or not 0 < rate.value.n <= HUNDRED:
        return
    decimals = max(score.value.decimals, 1)
    digit = SCALE // 10**decimals
    right = full.value.n * rate.value.n
    slack = full.value.n * rate.value.half + digit * HUNDRED
    if abs(score.value.n * HUNDRED - right) <= slack:
        return
    number = Decimal((2 * right + digit * HUNDRED) // (2 * digit * HUNDRED)).scaleb(-decimals)
    value = evolve(score.value, value=number, printed=f"{number}{POINT}")
    order: Order = "at_most" if score.value.n > value.n else "at_least"
    wording = f"{full.value.printed}×{rate.value.printed}，{score.left}{score.value.printed}"
    yield Ordering(score, evolve(rate, value=value, kind="count"), order, wording, name="得分")
