"""Weights that a sentence lists, with what they add up to: 决策权重15%，…，合计100%.

In turn they stand without names, as many as parts are said to be: 四个指标权重分别为15分、…，
满分100分.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from attrs import evolve

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.relations.scores.scores import Sum
from performance_rules.text.words import has_any
from performance_rules.values.precision import HUNDRED
from performance_rules.values.quantity import Count, Percent

_FEWEST: Final = 3
_MOST: Final = 12
_WEIGHT: Final = re.compile(r"\A(?P<name>\w{2,12}?)(?:指标)?的?(?:权重|占比)?(?:占|为|是)?\Z")
_TOTAL: Final = re.compile(r"\A(?:权重)?(?:合计|总计|共计|共)(?:为|是)?\Z")
_SPEAKS: Final = "权重"
_IN_TURN: Final = re.compile(
    r"(?<![二三]级指标)(?:权重|分值|标准分|满分)(?:分值?)?(?:设置|分配|设定)?(?:分别|依次)?(?:为|是|:)\Z"
)
_ALL: Final = re.compile(
    r"(?:满分值?|权重总分|总分值?|合计|总计|共计|共|百分制)(?:为|是|:|共|计)*\Z"
)
_COUNTED: Final = re.compile(
    r"([二两三四五六七八九])(?:个|大|类)*(?:部分|方面|类|项|维度|一级指标|指标|模块|内容)"
)
_NUMERALS: Final = "零一二三四五六七八九"
_LEVELS: Final = ("二级", "三级", "其中", "调整", "加分")
"""Where such words stand, weights may be those of parts of a part."""


def weights(text: str, found: Sequence[Mention]) -> Iterator[Sum]:
    """Yield the weights that the sentences of a paragraph list, with their total.

    Args:
        text: the paragraph.
        found: its figures in their order.
    """
    for _, group in groupby(found, key=lambda one: one.sentence):
        said = [one for one in group if one.depth == 0]
        yield from _in_turn(text, said)
        if _SPEAKS not in text:
            continue
        at = next((i for i, one in enumerate(said) if _is_total(one)), None)
        if at is None or not _FEWEST <= at <= _MOST:
            continue
        named = [(m, _WEIGHT.match(m.left)) for m in said[:at]]
        parts = [(m, told["name"]) for m, told in named if told is not None]
        if len(parts) < at or len({name for _, name in parts}) < at or _SPEAKS in parts[0][1]:
            continue
        called = [_SPEAKS in m.left for m, _ in parts]  # each, or the first for all
        alike = called[0] and (all(called) or not any(called[1:]))
        if alike and all(m.kind == "percent" for m, _ in parts):
            yield Sum(tuple((n, _points(m)) for m, n in parts), _points(said[at]), "weight")


def _in_turn(text: str, said: Sequence[Mention]) -> Iterator[Sum]:
    """四个指标权重分别为15分、25分、40分、20分，满分100分: as many as parts were said to be."""
    at = next((i for i, one in enumerate(said) if _IN_TURN.search(one.left) is not None), None)
    if at is None:
        return
    first = said[at]
    end = at + 1
    while end < len(said) and not said[end].left and said[end].opener == "、":
        end += 1
    parts = said[at:end]
    total = said[end] if end < len(said) else None
    if total is None or len(parts) < _FEWEST or total.value.n != HUNDRED:
        return
    begin = max(text.rfind(mark, 0, first.start) for mark in "。;!?") + 1
    counted = _COUNTED.findall(text, begin, first.start)
    alike = all((m.kind, m.unit) == (first.kind, first.unit) for m in (*parts, total))
    if not alike or len(counted) != 1 or not _ALL.search(total.left) or first.kind == "amount":
        return
    number = _NUMERALS.index(counted[0].replace("两", "二"))
    if number == len(parts) and not has_any(text[begin : total.start], _LEVELS):
        yield Sum(
            tuple((f"权重{i}", _points(m)) for i, m in enumerate(parts, 1)),
            _points(total),
            "weight",
        )


def _is_total(one: Mention) -> bool:
    return one.kind == "percent" and one.value.n == HUNDRED and bool(_TOTAL.match(one.left))


def _points(one: Mention) -> Mention:
    """Return a weight in per cent as points of a hundred."""
    value = one.value
    if not isinstance(value, Percent):
        return one
    return evolve(one, value=Count(value.value, "", printed=value.printed))
