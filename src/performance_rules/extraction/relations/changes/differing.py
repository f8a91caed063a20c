"""By how much the outturn differs from the budget, told behind both: 预算A，决算B，差异率P."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.roles import alike
from performance_rules.extraction.relations.changes.changes import Change
from performance_rules.values.precision import HUNDRED

DIFFERS: Final = "差偏"
"""Without one of these a paragraph tells no difference."""
_RATE: Final = re.compile(
    r"(?:预决算|预算决算|决算预算|预算与决算|决算与预算|与预算|与年初预算|预算执行|预算|收入|支出|收支|相比|两者|的)*"
    r"(?:差异|偏差|偏离|差额)(?:率|幅度|比例|度|程度)(?:为|是|达到?)?"
)
_BUDGET: Final = re.compile(r"预算(?:数|额|安排|为|是|数为)*\Z")
_OUTTURN: Final = re.compile(r"(?<!预)(?:决算|执行|实际支出|实际收入)(?:数|额|支出|收入|为|是)*\Z")
_OTHER: Final = re.compile("调整|追加|分别|其中|上年|去年|平均")
_NEAR: Final = 12


def differing(own: Sequence[Mention]) -> Iterator[Change]:
    """Yield the rates of difference of a paragraph, each right behind its budget and its outturn.

    Args:
        own: its figures in their order.
    """
    for at, rate in enumerate(own):
        if at < len(_SIDES) or rate.kind != "percent" or not _RATE.fullmatch(rate.left):
            continue
        base, figure = own[at - 2 : at]
        if not _is_pair(base, figure, rate) or not base.value.n or rate.value.n < 0:
            continue
        near = [m for m in own[max(0, at - _NEAR) : at] if alike(m.value, base.value)]
        pairs = [(base, figure), (figure, base), *pairwise(near)]
        if not any(_differs(one, other, rate) for one, other in pairs):
            up = figure.value.n > base.value.n
            yield Change(base, figure, None, rate, "up" if up else "down")


_SIDES: Final = (_BUDGET, _OUTTURN)


def _is_pair(base: Mention, figure: Mention, rate: Mention) -> bool:
    """Whether a budget and its outturn stand before a rate, each behind the other."""
    if not alike(base.value, figure.value) or base.kind != "amount":
        return False
    told = all(side.search(m.left) for side, m in zip(_SIDES, (base, figure), strict=True))
    same = base.sentence == figure.sentence == rate.sentence
    same = same and base.depth == figure.depth == rate.depth
    return told and same and not any(_OTHER.search(m.left) for m in (base, figure))


def _differs(base: Mention, figure: Mention, rate: Mention) -> bool:
    """Whether a rate is by how much one figure differs from another, as they are printed."""
    apart = abs(figure.value.n - base.value.n) * HUNDRED
    slack = rate.value.step * base.value.n + HUNDRED * (figure.value.half + base.value.half)
    return abs(apart - rate.value.n * base.value.n) <= slack
