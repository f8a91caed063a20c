"""Scores that a document tells in prose: of each part, of all, and the full marks of each.

A part has its name before its score, its full marks before or behind: 决策（满分20分）得18分;
投入类15分得14分; 决策18分（满分20分）.  Parts make a total if they are the first-level names of the
field, if their full marks make a hundred, or if their number is said or their total stands right
behind them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from attrs import evolve

from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.relations.mentions import Mention
from performance_rules.values.quantity import SCALE, Count, Quantity

POINT: Final = "分"
FULL: Final = re.compile(
    r"(?:满分值?|分值(?:合计|共计|共)?|权重分?|标准分|赋分|总分值|权重分值)(?:为|是|:|各)?\Z"
)
_SCORE: Final = re.compile(r"(?:得分|得|评分|自评分|自评)(?:为|是|:|了|共)?\Z")
OWN: Final = re.compile(r"得分(?:为|是)?\Z")
"""What a score is called that is not said to be of all."""
_TOTAL: Final = re.compile(
    r"(?:总得分|综合得分|总评分|总评得分|评价得分|自评得分|评价总分|自评总分|最终得分|综合评分|评价总得分|合计得分|合计得|合计|得分合计|共得|总计|总分|小计|总计得分|共计|最后得分|绩效得分)"
    r"(?:为|是|:|共|得|达)*\Z"
)
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
_NAME: Final = re.compile(
    r"(?:[(（]?[一二三四五六七八九十\d]{1,2}[)）.、]|[①-⑨])?(?:其中|各部分得分情况|得分情况|权重设置|权重|分别)?(?:是|为|:)?"
)
_TAIL: Final = re.compile(
    r"(?:类|部分|方面|一级指标|指标|得分|得|自评|按比例|实际|评|计|自评得分|满分|权重|分值|为|是|:|\(|方面得分)*+\Z"
)
_HUNDRED: Final = 100 * SCALE
_FEWEST: Final = 2
_MOST: Final = 12


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
    """Return the scores and full marks among figures; the ends of a band are none."""
    points = (m for m in found if m.kind == "count" and m.unit == POINT)
    return [m for m in points if not (_FROM.search(m.left) or _BOUND.match(text, m.end))]


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
    i = 0
    while i < len(points):
        one = points[i]
        after = points[i + 1] if i + 1 < len(points) else None
        i += 1
        whole = is_total(one) and not _is_full_of_part(text, one, after)
        if whole or is_deducted(one):
            continue
        name = _named(text, one)
        between = text[one.end : after.start] if after is not None else ""
        second = after is not None and len(between) <= _BETWEEN and not is_total(after)
        second = second and after is not None and after.value.n != _HUNDRED
        gets = second and (is_full(text, one) or is_total(one)) and _GETS.fullmatch(between)
        if after is not None and (gets or _is_reached_later(one, after, text)):
            out.append(Part(name, after, one))
            i += 1
        elif after is not None and second and _GIVEN.fullmatch(between):
            out.append(Part(name, one, after))
            i += 1
        elif FULL.search(one.left) or _is_bare_bracket(text, one):
            out.append(Part(name, None, one))
        else:
            out.append(Part(name, one, None))
    return out


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


def _named(text: str, one: Mention) -> str:
    """Return the name of a part: the words before its figure, a bracket aside."""
    at = one.start - len(one.left)
    left = _TAIL.sub("", one.left)
    if not left and at > 0 and text[at - 1] in "(,，:":
        begin = max(text.rfind(mark, 0, at - 1) for mark in "。;!?,，、()|:分") + 1
        left = _TAIL.sub("", text[begin : at - 1])
    return _NAME.sub("", left, count=1) or left


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
        one = _of_tops(text, points, told) if column == "score" else None
        if column == "score" and one is None and before:
            one = _of_total(points, parts, before)
        mixed = any((p.full is None) != (told[-1].full is None) for p in told[1:])
        if one is None and (column == "weight" or not mixed):
            one = _sum(text, points, listed, told, column)
        out += [one] if one is not None else []
    return out


def _of_total(
    points: Sequence[Mention], parts: Sequence[Part], before: Sequence[Mention]
) -> Sum | None:
    """Return the sum of parts whose full marks make a hundred, with the total told before them."""
    listed = [(p.name, p.score) for p in parts if p.score is not None and p.full is not None]
    fulls = sum(p.full.value.n for p in parts if p.full is not None)
    alone = len(listed) == len(parts) and 2 * len(listed) == len(points)
    if not alone or not _FEWEST < len(listed) <= _MOST or fulls != _HUNDRED:
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
    if column == "score":
        totals = [m for m in others if is_total(m)]
    else:
        totals = [m for m in others if _WEIGHED.search(m.left) and m.value.n == _HUNDRED]
    if not totals and column == "score" and all(p.full is None for p in parts):
        totals = [m for m in others if _WEIGHED.search(m.left) and m.value.n == _HUNDRED]
        column = "weight"
    if not totals:
        return None
    if any(not is_total(m) and not any(m is t for t in totals) for m in others):
        return None
    got = sum(m.value.n for _, m in listed)
    if any(m.value.n == got for m in totals):
        total = next(m for m in totals if m.value.n == got)
        return Sum(tuple(listed), total, column)
    if len({m.value.n for m in totals}) > 1:  # 合计得90分。审核得88分: of two evaluations
        end = max(m.end for _, m in listed)
        out_of = any(m.value.n == _HUNDRED for m in totals)  # what is listed may be full marks
        totals = [m for m in totals if not out_of and 0 <= m.start - len(m.left) - end <= 1]
    if len(totals) != 1 and len({m.value.n for m in totals}) != 1:
        return None
    if not _is_whole(text, listed, parts, totals[-1], column):
        return None
    return Sum(tuple(listed), totals[-1], column)


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
        return sum(m.value.n for m in fulls) == _HUNDRED
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


def plain_points(one: Mention) -> Quantity:
    """Return points without their unit, as score sheets have them."""
    return evolve(one.value, unit="") if isinstance(one.value, Count) else one.value
