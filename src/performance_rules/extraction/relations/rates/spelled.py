"""Rates whose bracket names their two figures: 执行率（全年执行数/全年预算数）P; P（A÷B×100%）.

The two names are those of figures told before in the same paragraph, and of one figure each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from performance_rules.extraction.figures.fitting import Rate
from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.roles import alike
from performance_rules.extraction.figures.spelledrates import spelled_at

_TAIL: Final = re.compile(r"(?:为|是|共计?|合计|达)*\Z")
_KINDS: Final = ("amount", "count")


def spelled(text: str, own: Sequence[Mention]) -> Iterator[Rate]:
    """Yield the rates of a paragraph that name their figures in a bracket.

    Args:
        text: the paragraph.
        own: its figures in their order.
    """
    if "/" not in text and "÷" not in text:
        return
    begin = 0
    for at, rate in enumerate(own):
        if rate.kind != "percent":
            continue
        said = spelled_at(text, rate.start, rate.close)
        if said is None:
            continue
        told, begin = own[begin:at], at + 1
        figure = _called(said[0], told)
        base = _called(said[1], told)
        if figure is None or base is None or figure is base:
            continue
        if alike(figure.value, base.value) and base.value.n:
            yield Rate(figure, base, rate)


def _called(name: str, told: Sequence[Mention]) -> Mention | None:
    """Return the only figure of a name, or else of one that ends so; None without such."""
    names = [(_TAIL.sub("", m.name), m) for m in told if m.kind in _KINDS]
    same = [m for one, m in names if one == name] or [m for one, m in names if one.endswith(name)]
    return same[-1] if len({m.value.n for m in same}) == 1 else None
