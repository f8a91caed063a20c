"""What the scores, or the full marks, of a paragraph add up to, where it tells all of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.relations.scores.scores import (
    OWN,
    Part,
    Sum,
    is_deducted,
    is_total,
)
from performance_rules.values.precision import HUNDRED

_WEIGHED: Final = re.compile(r"(?:满分|总分值?|总分为|共计?|合计|百分制|权重总分)(?:为|是|:)?\Z")
_APART: Final = re.compile(
    "加分|附加分|倒扣|减分项|扣减|折算|加权|平均|系数|上年|去年|复评|再评价|审核得分|权重系数|占比"
)
"""Where such words stand, scores may add up otherwise."""
_COUNTED: Final = re.compile(
    r"([二两三四五六七八九])(?:个|大)?(?:部分|方面|类|项|个?维度|一级指标|个?指标)"
)
_NUMERALS: Final = "零一二三四五六七八九"
_SETS: Final = (
    frozenset({"决策", "过程", "产出", "效益"}),
    frozenset({"投入", "过程", "产出", "效果"}),
    frozenset({"投入", "过程", "产出", "效益"}),
    frozenset({"决策", "管理", "绩效"}),
    frozenset({"决策", "管理", "产出", "效益"}),
    frozenset({"决策", "管理", "产出", "效果"}),
    frozenset({"决策", "过程", "产出", "效果"}),
    frozenset({"执行", "产出", "效益", "满意"}),
    frozenset({"成本", "产出", "效益", "满意", "执行"}),
)
"""First-level names of the field, by what their names contain."""
_FEWEST: Final = 2
_MOST: Final = 12


def sums(
    text: str, points: Sequence[Mention], parts: Sequence[Part], before: Sequence[Mention] = ()
) -> list[Sum]:
    """Return the totals of the scores and of the full marks that a paragraph lists.

    Args:
        text: the paragraph.
        points: its scores and full marks in their order.
        parts: the parts that it scores.
        before: the scores of all that paragraphs before it told.
    """
    if "加分" in text:
        return []
    out: list[Sum] = []
    if _APART.search(text):
        return out
    for column in ("score", "weight"):
        told = [p for p in parts if (p.score if column == "score" else p.full) is not None]
        figures = [(p.name, p.score if column == "score" else p.full) for p in told]
        listed = [(name, m) for name, m in figures if m is not None]
        if column == "score" and told and _heads(text, told[0]):
            told, listed = told[1:], listed[1:]
        one = _of_tops(text, points, told) if column == "score" else None
        if column == "score" and one is None and before:
            one = _of_total(points, parts, before)
        mixed = any((p.full is None) != (told[-1].full is None) for p in told[1:])
        if one is None and (column == "weight" or not mixed):
            one = _sum(text, points, listed, told, column)
        out += [one] if one is not None else []
    return out


def _heads(text: str, part: Part) -> bool:
    """Whether a figure is that of a group whose parts follow it: 产出指标50分：数量20分得19分…."""
    one = part.score
    head = one is not None and part.full is None and OWN.search(one.left) is None
    return head and one is not None and text.startswith((":", "："), one.end)


def _of_total(
    points: Sequence[Mention], parts: Sequence[Part], before: Sequence[Mention]
) -> Sum | None:
    """Return the sum of parts whose full marks make a hundred, with the total told before them."""
    listed = [(p.name, p.score) for p in parts if p.score is not None and p.full is not None]
    fulls = sum(p.full.value.n for p in parts if p.full is not None)
    alone = len(listed) == len(parts) and 2 * len(listed) == len(points)
    alone = alone and not any(m.left.startswith("其中") for m in points)  # parts of a part
    if not alone or not _FEWEST < len(listed) <= _MOST or fulls != HUNDRED:
        return None
    if len({m.value.n for m in before}) != 1 or not _distinct([name for name, _ in listed]):
        return None
    return Sum(tuple(listed), before[-1], "score")


def _of_tops(text: str, points: Sequence[Mention], told: Sequence[Part]) -> Sum | None:
    """Return the total of scores of which one has parts of its own: 过程18分，其中资金10分."""
    if "其中" not in text:
        return None
    inner: set[int] = set()
    inside = -1
    for one in told:
        first = one.score
        if first is not None and first.left.startswith("其中"):
            inside = first.part
        if first is not None and first.part == inside:
            inner.update(id(m) for m in (one.score, one.full) if m is not None)
    tops = [one for one in told if id(one.score) not in inner]
    listed = [(one.name, one.score) for one in tops if one.score is not None]
    if not inner or not any(_matches([name for name, _ in listed], group) for group in _SETS):
        return None
    return _sum(text, [m for m in points if id(m) not in inner], listed, tops, "score")


def _sum(
    text: str,
    points: Sequence[Mention],
    listed: Sequence[tuple[str, Mention]],
    parts: Sequence[Part],
    column: str,
) -> Sum | None:
    if not _FEWEST < len(listed) <= _MOST or not _distinct([name for name, _ in listed]):
        return None
    if any(name.startswith(("其余", "其他", "其中")) for name, _ in listed):
        return None
    first, rest = listed[0], listed[1:]
    names = [name for name, _ in rest]
    if column == "score" and OWN.search(first[1].left) and any(_matches(names, g) for g in _SETS):
        return Sum(tuple(rest), first[1], column)
    own = {id(m) for p in parts for m in (p.score, p.full)}
    others = [m for m in points if id(m) not in own and not is_deducted(m)]
    fulls = [p.full.value.n for p in parts if p.full is not None]
    group = next((m for m in others if _is_group(m, fulls) and m.end < first[1].start), None)
    others = [m for m in others if m is not group]
    if column == "score":
        totals = [m for m in others if is_total(m) and not _is_out_of(m, points)]
    else:
        totals = [m for m in others if _WEIGHED.search(m.left) and m.value.n == HUNDRED]
    if not totals and column == "score" and all(p.full is None for p in parts):
        totals = [m for m in others if _WEIGHED.search(m.left) and m.value.n == HUNDRED]
        column = "weight"
    if not totals:
        return None
    if any(not (is_total(m) or any(m is t for t in totals)) for m in others):
        return None
    got = sum(m.value.n for _, m in listed)
    if any(m.value.n == got for m in totals):
        total = next(m for m in totals if m.value.n == got)
        return Sum(tuple(listed), total, column)
    if column == "score" and not fulls and got == HUNDRED:
        return (
            None  # 产出50分、效益30分、满意度20分，总分96分: full marks, and what was got of them
        )
    if len({m.value.n for m in totals}) > 1:  # 合计得90分。审核得88分: of two evaluations
        end = max(m.end for _, m in listed)
        out_of = any(m.value.n == HUNDRED for m in totals)  # what is listed may be full marks
        totals = [m for m in totals if not out_of and 0 <= m.start - len(m.left) - end <= 1]
    if len(totals) != 1 and len({m.value.n for m in totals}) != 1:
        return None
    if group is None and not _is_whole(text, listed, parts, totals[-1], column):
        return None
    return Sum(tuple(listed), totals[-1], column)


def _is_group(one: Mention, fulls: Sequence[int]) -> bool:
    """Whether full marks are those of a group, which are those of its parts: 产出（35分）：."""
    return one.opener == "(" and not one.left and one.value.n == sum(fulls)


def _is_out_of(one: Mention, points: Sequence[Mention]) -> bool:
    """Whether a total is the hundred that the one right behind it is out of: 总分100分，得95分."""
    if one.value.n != HUNDRED:
        return False
    after = next((m for m in points if m.start > one.start), None)
    near = after is not None and after.start - len(after.left) - one.end <= 1
    return near and after is not None and is_total(after)


def _distinct(names: Sequence[str]) -> bool:
    return len(set(names)) == len(names) and all(len(name) >= _FEWEST for name in names)


def _is_whole(
    text: str,
    listed: Sequence[tuple[str, Mention]],
    parts: Sequence[Part],
    total: Mention,
    column: str,
) -> bool:
    """Whether a list has all the parts of its total."""
    names = [name for name, _ in listed]
    if any(_matches(names, group) for group in _SETS):
        return True
    fulls = [p.full for p in parts if p.full is not None]
    if column == "score" and len(fulls) == len(parts):
        return sum(m.value.n for m in fulls) == HUNDRED
    counted = _COUNTED.search(text)
    if counted is not None and _NUMERALS.replace("零", "两", 1).find(counted[1]) == len(names):
        return True
    last = max(m.end for _, m in listed)
    beside = total.start > last and total.start - len(total.left) - last <= _FEWEST
    if beside and _covers(names):
        return True
    return beside and ("合计" in total.left or "小计" in total.left or "总分" in total.left)


def _covers(names: Sequence[str]) -> bool:
    """Whether a list goes from what was put in to what came of it, as those of all marks do."""
    kinds = ("投入|决策|管理|过程|执行", "产出", "效益|效果", "满意")
    return len(names) >= len(kinds) and all(
        any(word in name for name in names for word in kind.split("|")) for kind in kinds
    )


def _matches(names: Sequence[str], group: frozenset[str]) -> bool:
    if len(names) != len(group):
        return False
    return all(sum(word in name for name in names) == 1 for word in group)
