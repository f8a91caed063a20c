"""A share that is told before the figure that has it: 人员经费占基本支出的P，为N.

The figure is that of the name before the share: it is read as if it stood there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from attrs import evolve

from performance_rules.extraction.figures.mentions import Mention

_SHARE: Final = re.compile(
    r"\A(?:其中)?(?:(?:19|20)\d\d年度?)?(?P<part>[^占\d]{2,16}?)(?:约|仅)?占(?:比|比重|比例|[^占\d]{0,14}?的?(?:比重|比例|份额)?)?(?:约?为|是|达到?|约)*\Z"
)
_LEVEL: Final = re.compile(r"(?:金额|数额|总额|支出|资金)?(?:为|即|计|共|是|达到?|约|合)+")
_COMMAS: Final = ("", ",", "，")


def figures_first(found: Sequence[Mention]) -> tuple[list[Mention], frozenset[int]]:
    """Return figures with those behind their shares put before them, and which shares those are.

    Args:
        found: figures in their order.
    """
    out = list(found)
    first: set[int] = set()
    at = 0
    while at < len(out) - 1:
        share, figure = out[at : at + 2]
        said = _SHARE.match(share.left) if share.kind == "percent" else None
        if said is not None and _is_behind(share, figure):
            named = evolve(figure, left=said["part"], depth=share.depth)
            out[at : at + 2] = [named, share]
            first.add(id(share))
            at += 1
        at += 1
    return out, frozenset(first)


def _is_behind(share: Mention, figure: Mention) -> bool:
    """Whether a figure stands right behind a share and says no more than how much that is."""
    if figure.kind not in ("amount", "count") or figure.home != share.home:
        return False
    if figure.opener == "(":
        inside = figure.depth == share.depth + 1 and not figure.left and not figure.right
        return inside and figure.start == share.close + 1
    close = figure.begin - share.close <= 1 and figure.opener in _COMMAS
    return close and figure.depth == share.depth and bool(_LEVEL.fullmatch(figure.left))
