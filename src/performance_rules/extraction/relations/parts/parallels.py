"""Lists of which each part has two figures: A亩、资金a万元；B亩、资金b万元。合计N亩，资金M万元.

Where the amounts make their total, no part was left out, so that what was counted beside them has
to make its own as well.  Of persons and bodies some may be counted twice, and are fewer together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.slips import slip
from performance_rules.extraction.relations.parts.fullness import agree, sum_of
from performance_rules.extraction.relations.parts.wholes import Whole

PARALLEL: Final = "共总计("
"""Without one of these a paragraph tells no total of two lists."""
_IN_ALL: Final = re.compile("合计|共计|总计|共|全[部区县市]")
_ASIDE: Final = re.compile("[比较][上去]|每|均|单价|标准|其中|目标|计划|[增减]|上年|结余|结转")
_DIGITS: Final = ("exchanged", "changed")
_FEWEST: Final = 2
_KINDS: Final = ("amount", "count")

_Pair = tuple[Mention, Mention]


def parallels(own: Sequence[Mention]) -> Iterator[Whole]:
    """Yield the counts of lists that do not make their total where the amounts beside them do.

    Args:
        own: the figures of a paragraph in their order.
    """
    for run in _runs(own):
        for total, parts in ((run[0], run[1:]), (run[-1], run[:-1])):
            beside = run[0] is total and parts[0][0].opener in ("(", ":", "：")
            if len(parts) < _FEWEST or not (beside or _IN_ALL.search(total[0].left)):
                continue
            for at in (0, 1):
                one = _judged(total, parts, at)
                if one is not None:
                    yield one


def _judged(total: _Pair, parts: Sequence[_Pair], at: int) -> Whole | None:
    """Return the counts of parts, where only their amounts make the total."""
    money, whole = total[1 - at], total[at]
    amounts, counts = [one[1 - at] for one in parts], [one[at] for one in parts]
    if money.kind != "amount" or whole.kind != "count" or not agree(amounts, money):
        return None
    made, _ = sum_of(counts)
    if agree(counts, whole) or any(m.value.n > money.value.n for m in amounts):
        return None
    sure = whole.value.n > made or slip(made, whole.value.n) in _DIGITS
    if not sure or max(m.value.n for m in counts) > whole.value.n:
        return None
    return Whole(tuple((m.left or f"第{i}项", m) for i, m in enumerate(counts, 1)), whole, True)


def _runs(own: Sequence[Mention]) -> Iterator[list[_Pair]]:
    """Yield the figures of two kinds that follow each other in turn, two by two."""
    told = [m for m in own if m.kind in _KINDS]
    run: list[_Pair] = []
    at = 0
    while at + 1 < len(told):
        one, other = told[at], told[at + 1]
        fit = {one.kind, other.kind} == set(_KINDS) and not _ASIDE.search(one.left + other.left)
        if run:
            fit = fit and (one.kind, one.unit) == (run[0][0].kind, run[0][0].unit)
            fit = fit and other.unit == run[0][1].unit
        if fit:
            run.append((one, other))
            at += 2
            continue
        if len(run) > _FEWEST:
            yield run
        at += 1 if not run else 0
        run = []
    if len(run) > _FEWEST:
        yield run
