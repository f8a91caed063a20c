"""Goals that are said to be reached: 目标不低于A、B，实际分别为C、D，两项均已实现; A，达到≥B的目标.

A goal says whether more or less is better by the words before or behind it; where it says neither,
more is, unless the thing itself tells otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import evolve, frozen

from performance_rules.extraction.relations.listings import Listing
from performance_rules.extraction.relations.mentions import Mention
from performance_rules.extraction.relations.orderings import Order, Ordering, comparable
from performance_rules.extraction.relations.words import RelationWords
from performance_rules.numerals import whole_number
from performance_rules.values import Count

_LEAST: Final = "不低于|不少于|不小于|不得低于|不得少于|至少|≥|>="
_MOST: Final = "不超过|不高于|不大于|不得超过|不得高于|控制在|≤|<=|低于|少于"
_IS: Final = r"(?:分别|依次|值|设定|均|应|要|需|为|是|达到|达|:)*"
_GOAL: Final = re.compile(
    rf"(?P<name>[^\d,，。;]*?)(?P<goal>目标|指标|计划|任务|要求)?{_IS}"
    rf"(?:(?P<least>{_LEAST})|(?P<most>{_MOST}))?\Z"
)
_SETTING: Final = re.compile("设定|设置|确定|目标|下达|要求")
_RIGHT_LEAST: Final = re.compile(r"\A(?:\(含\))?(?:及以上|以上)")
_RIGHT_MOST: Final = re.compile(r"\A(?:\(含\))?(?:以内|以下|之内|内)")
_ACTUAL: Final = re.compile(r"实际|实绩|完成|实现|结果|达到|年末|年底")
_ITS: Final = re.compile(
    r"(?:年末|年底|全年|最终|当年|截至年[末底])?"
    r"(?:(?:实际|实绩)(?:完成|达到|实现|值|为|达|是|仅)*|(?:完成|实现|达到)值?(?:为|了|达)?)\Z"
)
_KIND: Final = r"(?:绩效|年度|年初|全年|预期|考核|设定的?|既定|预定|各项|的)*"
_NOUN: Final = r"(?:指标值?|目标值?|目标任务|任务)"
_ALL: Final = re.compile(
    rf"(?P<many>[两二三四五六七八九十\d]{{1,2}})?[项个]?(?:各项|各|所有|上述|以上)?{_KIND}{_NOUN}?"
    r"(?:已|如期|顺利|按期|圆满)*(?:均|都|全部|全面)(?:已|如期|顺利|按期|圆满|超额)*"
    rf"(?:实现|完成|达成|达标|达到(?:了)?{_KIND}(?:{_NOUN}|要求|标准))(?:了)?(?:{_KIND}{_NOUN})?(?:要求|标准)?(?=[,，。;]|\Z)"
)
_ALL_OF: Final = re.compile(
    r"(?:均|都|全部|全面)(?:已|如期|顺利|按期|圆满|超额)*(?:实现|完成|达成|达标|达到)"
)
"""Without which nothing is said of all."""
_ONE: Final = re.compile(
    r"[,，](?:已|顺利|圆满|如期)*"
    rf"(?:达标|(?:达到|实现|完成|达成|超额完成|满足)(?:了)?{_KIND}(?:{_NOUN}|要求))(?:了)?(?=[,，。;]|\Z)"
)
_STATED: Final = re.compile(
    r"\A(?:也|均|已|顺利|圆满|较好地?|如期)*(?:达到|实现|完成|达成|满足|优于)(?:了)?"
    rf"[^\d,，。;、(]{{0,12}}?(?:(?P<least>{_LEAST})|(?P<most>{_MOST}))?\Z"
)
_BEHIND: Final = re.compile(
    rf"\A(?:\(含\))?(?:及以上|以上|以内|以下|之内)?(?:的|这一)?{_KIND}(?:{_NOUN}|要求)(?:要求)?\Z"
)
_DENIED: Final = re.compile("除|未|没|不|但")
_PHRASE: Final = re.compile("[。!?;]")
_FAR: Final = 12
_FEWEST: Final = 2


@frozen(eq=False)
class _Goal:
    """A goal, and whether what is reached is to be at least or at most as much."""

    at: Mention
    order: Order


def goals(
    text: str, found: Sequence[Mention], lists: Sequence[Listing], words: RelationWords
) -> list[Ordering]:
    """Return the goals that a paragraph says were reached, each with what was reached.

    Args:
        text: the paragraph.
        found: its figures in their order.
        lists: its lists.
        words: the words of relations.
    """
    made = [*_stated(found, words)] if "目标" in text or "要求" in text or "任务" in text else []
    pairs = [*_beside(found, words)] if "目标" in text else []
    made += _one_by_one(text, pairs)
    for claim in _ALL.finditer(text) if _ALL_OF.search(text) else ():
        if _DENIED.search(text[claim.start() - 2 : claim.start()]) or _is_but(text, claim.end()):
            continue
        told = _in_turn(text, found, lists, claim.start(), words)
        told = told or _before(text, pairs, claim.start())
        many = whole_number(claim["many"]) if claim["many"] else len(told)
        if len(told) >= _FEWEST and len(told) == many:
            made += [Ordering(one, goal.at, goal.order, claim[0]) for goal, one in told]
    return [evolve(one, base=_exact(one.base)) for one in made]


def _exact(goal: Mention) -> Mention:
    """Return a goal as exact as a bound is: 96% is not 95.6%."""
    value = goal.value
    if isinstance(value, Count):
        return goal
    return evolve(goal, value=evolve(value, step=0, printed=value.printed))


def _is_but(text: str, end: int) -> bool:
    return any(word in text[end : end + _FAR] for word in ("但", "除", "其中未", "仅"))


def _goal(one: Mention, words: RelationWords, *, said: bool = False) -> _Goal | None:
    """Return a figure as a goal, if its words say that it is one and which way."""
    found = _GOAL.match(one.left)
    if found is None or one.kind == "price":
        return None
    least = found["least"] or _RIGHT_LEAST.match(one.right)
    most = found["most"] or _RIGHT_MOST.match(one.right)
    if not (found["goal"] or said or least or most):
        return None
    if bool(least) == bool(most):
        if least or any(word in one.left for word in words.lower):
            return None
        least = "目标"
    return _Goal(one, "at_least" if least else "at_most")


def _beside(found: Sequence[Mention], words: RelationWords) -> Iterator[tuple[_Goal, Mention]]:
    """Yield goals with what was reached right behind each: 目标≥92%，实际93.1%."""
    for i in range(1, len(found)):
        base, one = found[i - 1], found[i]
        if one.opener not in (",", "，", "") or one.sentence != base.sentence:
            continue
        if _ITS.match(one.left) is None or one.kind != base.kind or one.depth != base.depth:
            continue
        goal = _goal(base, words)
        if goal is not None and comparable(base, one, words):
            yield goal, one


def _one_by_one(text: str, pairs: Sequence[tuple[_Goal, Mention]]) -> Iterator[Ordering]:
    """Yield what is said to be reached right behind it: 目标≥92%，实际91%，达到目标."""
    for goal, one in pairs:
        claim = _ONE.match(text, one.end)
        if claim is not None and not _is_but(text, claim.end()):
            yield Ordering(one, goal.at, goal.order, claim[0].lstrip(",，"))


def _stated(found: Sequence[Mention], words: RelationWords) -> Iterator[Ordering]:
    """Yield a figure with the goal it is said to reach: 满意度87%，达到≥88%的目标."""
    for i in range(1, len(found)):
        one, base = found[i - 1], found[i]
        said = _STATED.match(base.left)
        if said is None or base.opener not in (",", "，") or one.right:
            continue
        if _BEHIND.match(base.right) is None:
            continue
        if one.end + len(base.left) + 1 != base.start or one.kind != base.kind:
            continue
        if one.kind == "price" or not comparable(one, base, words) or _SETTING.search(one.left):
            continue
        most = said["most"] or _RIGHT_MOST.match(base.right)
        least = said["least"] or _RIGHT_LEAST.match(base.right)
        if most is None and least is None and any(word in one.left for word in words.lower):
            continue
        wording = f"{base.left}{base.value.printed}{base.right}"
        yield Ordering(one, base, "at_most" if most else "at_least", wording)


def _in_turn(
    text: str, found: Sequence[Mention], lists: Sequence[Listing], at: int, words: RelationWords
) -> list[tuple[_Goal, Mention]]:
    """Return goals that were listed, each with what the list before a claim says of it."""
    mine = [one for one in lists if one.figures[-1].end <= at]
    reached = mine[-1] if mine else None
    if reached is None or any(reached.figures[-1].end < m.end <= at for m in found):
        return []
    told_so = _ACTUAL.search(reached.opener[-_FAR:]) is not None
    if not told_so or _DENIED.search(text, reached.figures[-1].end, at):
        return []
    size = len(reached.figures)
    first = next(i for i, m in enumerate(found) if m is reached.figures[0])
    listed = found[max(0, first - size) : first]
    if len(listed) < size or not _is_one_list(text, listed, reached):
        return []
    told: list[tuple[_Goal, Mention]] = []
    turned = mine[-2] if len(mine) > 1 and mine[-2].figures[-1] is listed[-1] else None
    for i, (base, one) in enumerate(zip(listed, reached.figures, strict=True)):
        if base.kind != one.kind or not comparable(base, one, words):
            return []
        if turned is not None and i and not base.left.strip("和及与"):
            goal = _Goal(base, told[0][0].order) if told else None
        else:
            goal = _goal(base, words, said=True)
        if goal is None:
            return []
        told.append((goal, one))
    return told


def _is_one_list(text: str, listed: Sequence[Mention], reached: Listing) -> bool:
    """Whether figures are the goals that stand in one sentence, and none stands besides."""
    first, last = listed[0], listed[-1]
    if first.sentence != last.sentence or reached.figures[0].sentence - last.sentence > 1:
        return False
    stops = list(_PHRASE.finditer(text, max(0, first.start - 5 * _FAR), first.start))
    begin = stops[-1].end() if stops else max(0, first.start - 5 * _FAR)
    return _SETTING.search(text, begin, last.start) is not None


def _before(
    text: str, pairs: Sequence[tuple[_Goal, Mention]], at: int
) -> list[tuple[_Goal, Mention]]:
    """Return the goals with what was reached of each that stand right before a claim."""
    near = [pair for pair in pairs if pair[1].end <= at]
    if not near or at - near[-1][1].end > _FAR or _DENIED.search(text, near[-1][1].end, at):
        return []
    last = near[-1][1].sentence
    return [pair for pair in near if pair[1].sentence == last]
