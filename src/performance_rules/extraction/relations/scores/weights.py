"""Weights in per cent that a sentence lists, with what they add up to: 决策权重15%，…，合计100%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from attrs import evolve

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.relations.scores.scores import Sum
from performance_rules.values.precision import HUNDRED
from performance_rules.values.quantity import Count, Percent

_FEWEST: Final = 3
_MOST: Final = 12
_WEIGHT: Final = re.compile(r"\A(?P<name>\w{2,12}?)(?:指标)?的?(?:权重|占比)?(?:占|为|是)?\Z")
_TOTAL: Final = re.compile(r"\A(?:权重)?(?:合计|总计|共计|共)(?:为|是)?\Z")
_SPEAKS: Final = "权重"


def weights(text: str, found: Sequence[Mention]) -> Iterator[Sum]:
    """Yield the weights that the sentences of a paragraph list, with their total.

    Args:
        text: the paragraph.
        found: its figures in their order.
    """
    if _SPEAKS not in text:
        return
    for _, group in groupby(found, key=lambda one: one.sentence):
        said = [one for one in group if one.depth == 0]
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


def _is_total(one: Mention) -> bool:
    return one.kind == "percent" and one.value.n == HUNDRED and bool(_TOTAL.match(one.left))


def _points(one: Mention) -> Mention:
    """Return a weight in per cent as points of a hundred."""
    value = one.value
    if not isinstance(value, Percent):
        return one
    return evolve(one, value=Count(value.value, "", printed=value.printed))
