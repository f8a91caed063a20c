"""What is taken off of full marks: 满分20分，扣1分得19分; 甲扣2分，乙扣4分，共扣6分.

What is got and what is taken off make the full marks, whichever is told first.  Of which part a
deduction is must be plain: one that names a part of its own, or that is the price of one step of a
scale, takes nothing off.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from attrs import evolve

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.relations.scores.scores import (
    FULL,
    OWN,
    Sum,
    is_deducted,
    is_full,
    is_total,
)
from performance_rules.values.precision import HUNDRED
from performance_rules.values.quantity import Count

_FEWEST: Final = 2
_BETWEEN: Final = 12
_APART_BY: Final = 60
_ALL_OFF: Final = re.compile(
    r"(?:(?:共|合计|累计|总共|总计)(?:扣|扣分|扣减|扣除|失分)|(?:扣|失)分(?:共计|合计|总计|共))(?:了|为)?\Z"
)
_OFF: Final = re.compile(r"(?:共|合计|该项|本项)?(?:扣(?:分|减|除|了)*|失分)")
_BECAUSE: Final = re.compile(r"\A(?:因|由于|鉴于|主要因)|[未不低超没逾缺漏少晚]")
_GETS: Final = re.compile(
    r"(?:自评|评价|实际|综合|评定|实|故|应|最终|最后|因此|该项|本项|该指标|总)*(?:得分|得|计得|评分|自评分)(?:为|是|:)?"
)
_CUT: Final = re.compile(r"[),，]*(?:因[^,，。;]{1,16})?扣")
_STEPS: Final = re.compile("每|各|逐|扣完|加分|复核|复评|另|其中|按比例|折算|系数|权重")
"""Where such words stand between, a deduction is a step of a scale, or not the only one."""
_LISTS: Final = re.compile("其中|加分|主要扣|等扣|每|逐")
_REVIEWED: Final = re.compile("每|逐|扣完|复核|复评|再评价|审核|抽查|系数|折算")
_WHOLE: Final = re.compile(
    r"(?:以上|上述|各项|全部|本次|本项目|评价|自评|考评|指标)*(?:(?:共|合计|累计|一共|共计|总共|总计)(?:扣|失)(?:分|减|除|了)*"
    r"|(?:扣|失)分(?:共计|合计|总计|共))(?:为)?"
)
"""What is taken off of all: 以上共扣."""
_REST: Final = re.compile(r"(?:其他|其它|其余|剩余|另外?有?)[^,，。;；:：]{0,12}\Z")
_ENDS: Final = "。;!?"


def deductions(text: str, points: Sequence[Mention], totals: Sequence[Mention] = ()) -> list[Sum]:
    """Return what deductions make with scores, and with each other.

    Args:
        text: the paragraph.
        points: its scores and full marks in their order.
        totals: the scores of all that paragraphs before it told.
    """
    if not any(is_deducted(one) for one in points):
        return []
    out = [*_of_all(text, points, totals)]
    for _, group in groupby(points, key=lambda one: one.sentence):
        said = list(group)
        out += [one for i in range(len(said)) if (one := _of_full(text, said, i)) is not None]
        total = _added(text, said)
        out += [total] if total is not None else []
    return list({one.total.start: one for one in out}.values())


def _of_full(text: str, said: Sequence[Mention], at: int) -> Sum | None:
    """Return what stands behind full marks: what is taken off of them and what is got."""
    full = said[at]
    if not (is_full(text, full) or _is_cut_from(text, full)):
        return None
    off: list[Mention] = []
    for one in said[at + 1 :]:
        if is_deducted(one) and (not off or one.depth == off[-1].depth):
            off.append(one)
        elif off and _GETS.fullmatch(one.left) is not None:
            between = text[full.end : one.start]
            plain = len(off) == 1 and _is_own(off[0])
            if not plain or len(between) > _APART_BY or _STEPS.search(between) is not None:
                return None
            return Sum((("得分", one), ("扣分", off[0])), full, "score")
        elif not off and _got(text, full, one):
            return _behind(said, at, one)
        else:
            return None
    return None


def _got(text: str, full: Mention, one: Mention) -> bool:
    """Whether a score stands right behind its full marks."""
    between = text[full.end : one.start]
    return len(between) <= _BETWEEN and _GETS.search(one.left) is not None and not is_total(one)


def _behind(said: Sequence[Mention], at: int, score: Mention) -> Sum | None:
    """产出指标50分，得46分，扣4分."""
    off = said[at + 2] if at + 2 < len(said) else None
    more = said[at + 3] if at + 3 < len(said) else None
    if off is None or _OFF.fullmatch(off.left) is None or off.start - score.end > _BETWEEN:
        return None
    if more is not None and is_deducted(more) and more.part == off.part:
        return None
    return Sum((("得分", score), ("扣分", off)), said[at], "score")


def _is_cut_from(text: str, one: Mention) -> bool:
    """Whether a deduction stands right behind a named figure: 决策指标20分，扣1分."""
    named = bool(one.left) and not is_deducted(one) and OWN.search(one.left) is None
    named = named and not one.left.endswith(("得", "为"))
    return named and _CUT.match(text, one.end) is not None


def _is_own(one: Mention) -> bool:
    """Whether a deduction is of what was named before it, perhaps with its reason."""
    return _OFF.fullmatch(one.left) is not None or _BECAUSE.search(one.left) is not None


def _added(text: str, said: Sequence[Mention]) -> Sum | None:
    """决策扣1分，过程扣2分，合计扣3分: a list of deductions with what they add up to behind it."""
    at = next((i for i, one in enumerate(said) if _ALL_OFF.search(one.left) is not None), None)
    if at is None or sum(_ALL_OFF.search(one.left) is not None for one in said) > 1:
        return None
    each = [one for one in said[:at] if is_deducted(one)]
    low = max(0, said[0].start - _APART_BY)
    begin = max(text.rfind(mark, low, said[0].start) for mark in _ENDS) + 1
    if len(each) < _FEWEST or _LISTS.search(text, begin, said[at].end) is not None:
        return None
    names = {_OFF.sub("", one.left) for one in each}
    if len(names) < len(each) or "" in names or any(one.depth for one in (*each, said[at])):
        return None
    return Sum(tuple((f"扣分{i}", one) for i, one in enumerate(each, 1)), said[at], "score")


def _of_all(text: str, points: Sequence[Mention], before: Sequence[Mention]) -> Iterator[Sum]:
    """满分100分，共扣6.5分：甲扣2分，乙扣4.5分。得分93.5分."""
    all_off = [m for m in points if _ALL_OFF.search(m.left)]
    if len(all_off) != 1 or "加分" in text:
        return
    off = all_off[0]
    if _REST.search(text, max(0, off.start - _APART_BY), off.start - len(off.left)) is not None:
        return  # 甲扣2分，其他3项合计扣4分: of those, and not of all
    each = [m for m in points if is_deducted(m) and m.start > off.end]
    opened = text[off.end : off.end + 1] == ":"
    same = all(m.sentence == off.sentence and m.depth == off.depth for m in each)
    if opened and same and len(each) >= _FEWEST and not any("其中" in m.left for m in each):
        yield Sum(tuple((f"扣分{i}", m) for i, m in enumerate(each, 1)), off, "score")
    fulls = [m for m in points if FULL.search(m.left)]
    totals = [m for m in points if is_total(m) or OWN.search(m.left)]
    wide = not totals or not fulls
    if wide and (_WHOLE.fullmatch(off.left) is None or _REVIEWED.search(text) is not None):
        return
    listed = [m.value.n for m in points if is_deducted(m) and m.start < off.start]
    if not totals and len(listed) >= _FEWEST and sum(listed) == off.value.n:
        return  # 过程：甲扣2分，乙扣1分，合计扣3分 below the total of all: of what is told here
    totals = totals or [m for m in before if is_total(m)]
    if len({m.value.n for m in totals}) != 1 or len(fulls) > 1:
        return
    if wide and len(each) >= _FEWEST and sum(m.value.n for m in each) != off.value.n:
        return
    full = fulls[0] if fulls else evolve(off, value=Count(100, off.unit))
    if full.value.n == HUNDRED and (not wide or _is_near(totals[-1], off)):
        yield Sum((("得分", totals[-1]), ("扣分", off)), full, "score")


def _is_near(total: Mention, off: Mention) -> bool:
    """Whether a score and what is taken off are of the same hundred."""
    made = total.value.n + off.value.n
    return is_total(total) and 10 * abs(made - HUNDRED) <= HUNDRED
