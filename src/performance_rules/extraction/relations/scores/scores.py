"""Scores that a document tells in prose: of each part, of all, and the full marks of each.

A part has its name before its score, its full marks before or behind: 决策（满分20分）得18分;
投入类15分得14分; 决策18分（满分20分）.  Parts make a total if they are the first-level names of the
field, if their full marks make a hundred, or if their number is said or their total stands right
behind them.

Full marks may be listed with one score for all of them: 投入（20分）：目标12分、配置8分，得19分
scores 投入.  A score behind 扣1分（分值8分） that is called that of all is of all: 自评99分.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from attrs import evolve

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.fixed import fixed
from performance_rules.values.precision import HUNDRED
from performance_rules.values.quantity import Count, Quantity

POINT: Final = "分"
FULL: Final = re.compile(
    r"(?:满分值?|分值(?:合计|共计|共)?|权重分?|标准分|赋分|总分值|权重分值)(?:为|是|:|各)?\Z"
)
_SCORE: Final = re.compile(r"(?:得分|得|评分|自评分|自评)(?:为|是|:|了|共)?\Z")
OWN: Final = re.compile(r"得分(?:为|是)?\Z")
"""What a score is called that is not said to be of all."""
_TOTAL: Final = re.compile(
    r"(?:总得分|综合得分|总评分|总评得分|评价得分|自评得分|评价总分|自评总分|最终得分|综合评分|评价总得分|合计得分|合计得|合计|得分合计|共得|总计|总分|小计|总计得分|共计|最后得分|绩效得分"
    r"|(?<![\u4e00-\u9fff])[本该]?(?:项目|部门|单位|整体支出)得分)"
    r"(?:为|是|:|共|得|达)*\Z"
)
WHOLLY: Final = re.compile(
    r"(?:以上|上述|各项|四项|五项|三项)?(?:自评|综合|评价|最终|整体)*(?:总得分|总评分|总分|得分合计|合计得分|(?<=[评合价终体])得分|合计得|共得|总计得分|总计|合计)"
    r"(?:为|是|:|共|得|达)*"
)
"""All the words before the score of all, where they say nothing else."""
APART: Final = re.compile(
    "加分|附加|倒扣|减分|扣减|扣除|折算|加权|平均|系数|上年|去年|复评|复核|再评价|审核|专家|调整|修正"
)
"""Where such words stand, scores may add up otherwise."""
_NAME: Final = re.compile(
    r"(?:[(（]?[一二三四五六七八九十\d]{1,2}[)）.、]|[①-⑨])?(?:其中|各部分得分情况|得分情况|权重设置|权重|分别)?(?:是|为|:)?"
)
_TAIL: Final = re.compile(
    r"(?:类|部分|方面|一级指标|指标|得分|得|自评|按比例|实际|评|计|自评得分|满分|权重|分值|为|是|:|\(|方面得分)*+\Z"
)
_FEWEST: Final = 2


@fixed(eq=False)
class Part:
    """A part of an evaluation with its score and its full marks, as far as they are told."""

    name: str
    score: Mention | None
    full: Mention | None

    @property
    def last(self) -> Mention:
        """What stands last of it."""
        told = [m for m in (self.score, self.full) if m is not None]
        return max(told, key=lambda m: (m.home, m.start))


@fixed(eq=False)
class Sum:
    """Scores, or full marks, with what they add up to.

    Attributes:
        parts: their names and figures.
        total: the total that the document states.
        column: ``score`` or ``weight``.
    """

    parts: tuple[tuple[str, Mention], ...]
    total: Mention
    column: str


@fixed(eq=False)
class Reached:
    """A score beside its full marks."""

    name: str
    score: Mention
    full: Mention


def points_of(text: str, found: Iterable[Mention]) -> list[Mention]:
    """Return the scores and full marks among figures.

    The ends of a band are none, nor is the hundred that the score of all is out of: 总分92/100分.
    """
    points = [m for m in found if m.kind == "count" and m.unit == POINT]
    out_of = {
        id(full)
        for one, full in pairwise(points)
        if full.left == "/" and full.value.n == HUNDRED and is_total(one)
    }
    return [
        m
        for m in points
        if id(m) not in out_of and not (_FROM.search(m.left) or _BOUND.match(text, m.end))
    ]


def is_total(one: Mention) -> bool:
    """Whether the words before a figure say that it is the score of all."""
    return _TOTAL.search(one.left) is not None and "扣" not in one.left


def parts_of(text: str, points: Sequence[Mention]) -> list[Part]:
    """Return the parts that a paragraph scores, in their order.

    Args:
        text: the paragraph.
        points: its scores and full marks in their order.
    """
    out: list[Part] = []
    points = [one for one in points if not is_deducted(one)]  # 产出（50分）：…，扣3分，得47分
    i = 0
    while i < len(points):
        one = points[i]
        size = _listed_fulls(text, points, i + 1) if is_full(text, one) else 0
        if size and _LISTS.match(text, one.end) is not None:
            out.append(Part(_named(text, one), points[i + 1 + size], one))
            i += size + 2
            continue
        size = _listed_fulls(text, points, i)
        if size:
            out += [Part(_named(text, full), None, full) for full in points[i : i + size]]
            i += size + 1
            continue
        after = points[i + 1] if i + 1 < len(points) else None
        i += 1
        whole = is_total(one) and not _is_full_of_part(text, one, after)
        if whole:
            continue
        name = _named(text, one)
        between = text[one.end : after.start] if after is not None else ""
        second = after is not None and len(between) <= _BETWEEN and not is_total(after)
        second = second and after is not None and after.value.n != HUNDRED
        second = second or (after is not None and is_of_part(text, one, after))
        if after is not None and _is_cut_from(text, one) and _OF_ALL.fullmatch(after.left):
            continue
        gets = second and (is_full(text, one) or is_total(one)) and _GETS.fullmatch(between)
        if after is not None and (gets or _is_reached_later(one, after, text)):
            out.append(Part(name, after, one))
            i += 1
        elif (
            after is not None
            and second
            and (_GIVEN.fullmatch(between) or _is_out_of(one, after, text))
        ):
            out.append(Part(name, one, after))
            i += 1
        elif FULL.search(one.left) or _is_bare_bracket(text, one):
            out.append(Part(name, None, one))
        else:
            out.append(Part(name, one, None))
    return out


def is_of_part(text: str, full: Mention, score: Mention) -> bool:
    """Whether a score is that of the part whose full marks stand right before it, and not of all.

    分值40分，自评得分38分: what 自评得分 is called alone, it is here of no more than forty.
    """
    if _ANY.fullmatch(score.left) is None or not 0 < full.value.n < HUNDRED:
        return False
    marks = FULL.search(full.left) is not None or _is_bare_bracket(text, full)
    marks = marks and not _is_cut_from(text, full)
    return marks and _BEFORE.fullmatch(text[full.end : score.start - len(score.left)]) is not None


def totals_of(text: str, points: Sequence[Mention]) -> list[Mention]:
    """Return the scores of all among those of a paragraph."""
    return [
        one
        for i, one in enumerate(points)
        if is_total(one) and not (i and is_of_part(text, points[i - 1], one))
    ]


def _listed_fulls(text: str, points: Sequence[Mention], at: int) -> int:
    """Return how many full marks are listed from a place on, with one score for all behind them.

    目标12分、配置8分，得19分: where each had its own score, one would stand behind the first too.
    """
    for size, one in enumerate(points[at : at + _MOST]):
        between = text[points[at + size - 1].end : one.begin] if size else ""
        if size and _ITEM_GETS.fullmatch(text, points[at + size - 1].end, one.start) is not None:
            return size if size >= _FEWEST else 0
        named = bool(one.left) and _SCORED.search(one.left) is None and not FULL.search(one.left)
        if not named or is_total(one) or one.depth or (size and between not in ("、", ",", "，")):
            return 0
    return 0


def _is_cut_from(text: str, full: Mention) -> bool:
    """Whether full marks stand in a bracket right behind what is cut from them: 扣1分(分值8分)."""
    return (
        full.opener == "(" and _CUT.search(text, max(0, full.begin - _NEAR), full.begin) is not None
    )


_LISTS: Final = re.compile(r"\)?[:：]")
_ITEM_GETS: Final = re.compile(
    r"[,，;；]?(?:(?:本|该|此|上述)?(?:项|部分|类)?(?:指标)?(?:自评|评价|实际|实|合计|共)*(?:得分|得|计得|评分)(?:为|是|:)?)"
)
_SCORED: Final = re.compile(r"(?:得分|得|评分|自评|扣分?|计)(?:为|是|:|了|共)?\Z")
_CUT: Final = re.compile(r"扣(?:减|除|了|分)*\d+(?:\.\d+)?分\(\Z")
_NEAR: Final = 24
_MOST: Final = 12
_OF_ALL: Final = re.compile(
    r"(?:项目|部门|整体|综合|最终)*(?:自评|评价)(?:总分|得分|分)?(?:为|是|:)?"
)
"""What the score of all is called; beside its own full marks that of a part is called so too."""
_ANY: Final = re.compile(r"(?:该项|本项|此项)?(?:自评|评价|绩效|实际|最终)得分(?:为|是|:)?")
_BEFORE: Final = re.compile(r"\)?[,，:;]?")
_BETWEEN: Final = 12
_APART_BY: Final = 80
_BARE: Final = re.compile(
    r"(?:自评|评价|实际|按比例|综合|评定|实|故|应|最终|该项|本项|该指标)*(?:得分|得|计得)(?:为|是|:)?"
)
_OTHER: Final = re.compile(r"[。;!?]|其中|满分|分值|权重|指标|每|其余|各")
"""What stands between full marks and the score of another thing."""
_GOT: Final = ("得", "计", ",得", "，得", "，自评得", "，实得", ",自评得", ",实得")
_FROM: Final = re.compile(r"[-—~至到≥≤<>]\Z|(?:不足|低于|不低于|高于|大于|小于|每)\Z")
_BOUND: Final = re.compile(
    r"\(?不?含?\)?(?:(?:及|含|或)?以[上下内]|[-—~至到≤<])|为?(?:优|良|中|差|合格|不合格|一般)|\(不?含\)"
)
_GETS: Final = re.compile(
    r"[),，:]*(?:自评|评价|实际|按比例|综合|评定|实)*(?:得分|得|计得|计|自评分|评分)?(?:为|是|:)?"
)
_GIVEN: Final = re.compile(
    r"[,，]?\(?(?:该项|此项|本项|该指标)?(?:满分值?|分值|权重|标准分)(?:为|是|:)?"
)


def is_deducted(one: Mention) -> bool:
    """Whether a figure is what is taken off."""
    return (
        re.search(r"(?:扣(?:减|除|了|分)*|失分)(?:为|约|共计?|合计|总计|:)?\Z", one.left)
        is not None
    )


def is_full(text: str, one: Mention) -> bool:
    """Whether a figure is full marks: 投入类15分得14分; (满分20分)得18分; (15分)得13分."""
    if FULL.search(one.left) or _is_bare_bracket(text, one):
        return True
    gets = text.startswith(_GOT, one.end)
    return bool(one.left) and not _SCORE.search(one.left) and gets


def _is_full_of_part(text: str, one: Mention, after: Mention | None) -> bool:
    """Whether 总分 is that of a part, whose score stands right behind it: 总分40分，自评得38分."""
    if one.left not in ("总分", "总分值") or after is None or "得" not in after.left:
        return False
    return _GETS.fullmatch(text[one.end : after.start]) is not None


def _is_reached_later(one: Mention, after: Mention, text: str) -> bool:
    """数量指标分值15分：目标20个，实际22个，得15分: nothing else is scored between the two."""
    full = FULL.search(one.left) or _is_bare_bracket(text, one)
    if not full or _BARE.fullmatch(after.left) is None or is_total(after):
        return False
    between = text[one.end : after.start]
    return len(between) <= _APART_BY and _OTHER.search(between) is None


def _is_bare_bracket(text: str, one: Mention) -> bool:
    """决策(15分): what stands alone in a bracket behind a name."""
    return one.opener == "(" and not one.left and text[one.end : one.end + 1] == ")"


def _is_out_of(one: Mention, full: Mention, text: str) -> bool:
    """决策8分(10分), 决策8/10分: what stands alone behind a score that is no more than that.

    Behind a stroke it may be less than the score, which is then wrong.
    """
    if full.left == "/" and full.start == one.end + 1:
        return one.value.n <= 2 * full.value.n
    bare = _is_bare_bracket(text, full) and full.start == one.close + 1
    return bare and bool(one.left) and one.value.n <= full.value.n and one.depth == full.depth - 1


def _named(text: str, one: Mention) -> str:
    """Return the name of a part: the words before its figure, a bracket aside."""
    at = one.start - len(one.left)
    left = _TAIL.sub("", one.left)
    if not left and at > 0 and text[at - 1] in "(,，:":
        begin = max(text.rfind(mark, 0, at - 1) for mark in "。;!?,，、()|:分") + 1
        left = _TAIL.sub("", text[begin : at - 1])
    return (_NAME.sub("", left, count=1) or left).lstrip("-")


def together(parts: Sequence[Part]) -> list[Part]:
    """Return parts with the full marks that an earlier list gives them: 决策(15分)…。决策得13分."""
    fulls = [p for p in parts if p.score is None]
    out = []
    for one in parts:
        if one.score is None:
            continue
        same = [p for p in fulls if len(one.name) >= _FEWEST and p.name.endswith(one.name)]
        called = [p for p in parts if p.score is not None and p.name == one.name]
        if one.full is None and len(same) == 1 and len(called) == 1:
            one = evolve(one, full=same[0].full)
        out.append(one)
    return out


def reached(parts: Sequence[Part]) -> list[Reached]:
    """Return the scores that stand beside their full marks."""
    return [
        Reached(p.name, p.score, p.full)
        for p in parts
        if p.score is not None and p.full is not None
    ]


def plain_points(one: Mention) -> Quantity:
    """Return points without their unit, as score sheets have them."""
    return evolve(one.value, unit="") if isinstance(one.value, Count) else one.value
