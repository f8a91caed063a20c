"""Goals that are said to be reached: 目标不低于A、B，实际分别为C、D，两项均已实现; A，达到≥B的目标.

A goal says whether more or less is better by the words before or behind it; where it says neither,
more is, unless the thing itself tells otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from attrs import evolve

from performance_rules.extraction.figures.listings import Listing
from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.orderings import Ordering, comparable
from performance_rules.extraction.figures.words import RelationWords
from performance_rules.extraction.relations.orders.goalwords import (
    ACTUAL,
    ALL,
    ALL_DONE,
    DENIED,
    KIND,
    LEAST,
    MOST,
    NOUN,
    ONE,
    POLLUTION,
    RIGHT_LEAST,
    RIGHT_MOST,
    Goal,
    exact,
    goal_of,
    is_denied,
    same_measure,
)
from performance_rules.text.numerals import whole_number
from performance_rules.text.words import has_any

_SETTING: Final = re.compile("设定|设置|确定|目标|下达|要求")
_ITS: Final = re.compile(
    r"(?:年末|年底|全年|最终|当年|截至年[末底]|经[^\d,，]{2,8}?(?=[核测检评抽审]))?"
    r"(?:(?:实际|实绩)(?P<noun>(?:完成|达到|实现|值|为|达|是|仅)*+[^\d]{0,6}?)(?:为|是|达)?"
    r"|已?(?:完成|实现|达到|建成)值?(?:为|了|达)?|(?:核定|测定|测评|核实|检测|评定|抽查|审定)(?:结果)?(?:为|是|达到?))\Z"
)
_Pair = tuple[Goal, Mention]
_BOUND: Final = re.compile(f"{LEAST}|{MOST}")
_AIMED: Final = re.compile(
    rf"(?:绩效|年度|年初|计划|预期|全年|设定的?|设置的?|确定的?)*目标(?:值|任务)?(?:为|是|:)*(?:{LEAST}|{MOST})?\Z"
)
_HELD: Final = re.compile(
    rf"[,，](?:已|也|均|顺利|圆满|如期)*(?:达到|实现|超额完成|超过)(?:了)?{KIND}{NOUN}(?:值)?(?:为|:)*\(?"
    rf"(?:(?P<least>{LEAST})|(?P<most>{MOST}))?\Z"
)
"""Between a figure and the goal that it is said to reach: 1.9万册，已达到年度目标2.2万册."""
_SET_FIRST: Final = re.compile(
    "(?:年度|年初|全年|绩效|预期|计划)*(?:目标|任务|计划)(?:任务|值|数)?(?:[为是:]|要求)"
)
"""How the words before a figure begin that say what is to be reached: 目标任务为举办."""
_VERB: Final = re.compile(
    "(?:完成|达到|实现|开展|举办|组织|参加|建成|新建|建设|改造|修建|培训|发放|办理|治理|购置|值|为|达|是|仅)+"
)
_SHORT: Final = 2
_SET: Final = re.compile("计划|目标|指标|设定|要求|标准|上限")
_STATED: Final = re.compile(
    r"\A(?:也|均|已|顺利|圆满|较好地?|如期)*(?:达到|实现|完成|达成|满足|优于)(?:了)?"
    rf"[^\d,，。;、(]{{0,12}}?(?:(?P<least>{LEAST})|(?P<most>{MOST}))?\Z"
)
_BEHIND: Final = re.compile(
    rf"\A(?:\(含\))?(?:及以上|以上|以内|以下|之内)?(?:的|这一)?{KIND}(?:{NOUN}|要求)(?:要求)?\Z"
)
_PHRASE: Final = re.compile("[。!?;]")
_HOLDS: Final = re.compile(
    "(?:达到|实现|完成|超过)[^,，。;]{0,8}(?:目标|指标|任务)值?[为:]?[(≥≤不\\d]"
)
_FAR: Final = 12
_NEAR: Final = 24
_FEWEST: Final = 2


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
    pairs = [*_beside(found, words)] if _SET.search(text) is not None else []
    made += _one_by_one(text, pairs)
    pairs = [pair for pair in pairs if _is_of_it(*pair)]
    aimed = "目标" in text or "指标" in text or "任务" in text
    made += _held(text, found, words) if aimed and _HOLDS.search(text) is not None else []
    known = {(id(one.figure), id(one.base)) for one in made}
    for claim in ALL.finditer(text) if ALL_DONE.search(text) is not None else ():
        if DENIED.search(text[claim.start() - 2 : claim.start()]) or is_denied(text, claim.end()):
            continue
        told = _in_turn(text, found, lists, claim.start(), words)
        told = told or _before(text, pairs, claim.start())
        many = whole_number(claim["many"]) if claim["many"] else len(told)
        if len(told) >= _FEWEST and len(told) == many:
            made += [
                Ordering(one, goal.at, goal.order, claim[0])
                for goal, one in told
                if (id(one), id(goal.at)) not in known
            ]
    return [evolve(one, base=exact(one.base)) for one in made]


def _beside(found: Sequence[Mention], words: RelationWords) -> Iterator[_Pair]:
    """Yield goals with what was reached beside each: 目标≥92%，实际93.1%; 93.1%，目标≥92%."""
    for first, second in pairwise(found):
        if first.sentence != second.sentence or first.kind != second.kind:
            continue
        bracket = second.opener == "(" and second.depth == first.depth + 1
        if not bracket and (second.opener not in (",", "，", "") or second.depth != first.depth):
            continue
        turned = _AIMED.match(second.left) is not None
        its = None if turned else _ITS.match(second.left)
        if not turned and its is None:
            continue
        base, one = (second, first) if turned else (first, second)
        set_first = _SET_FIRST.match(base.left) is not None
        goal = goal_of(base, words, said=set_first) if one.left or one.label else None
        if goal is None or not same_measure(goal, one, words):
            continue
        if turned and has_any(one.left, words.lower) and not _BOUND.search(base.left):
            continue
        yield goal, one


def _is_of_it(goal: Goal, one: Mention, *, claimed: bool = False) -> bool:
    """Whether what was reached is called as its goal is, or not at all: 更新目标A，实际更新B.

    Where it is claimed right behind that a bound was kept, a verb may say it in other words:
    宣传目标不少于A，实际演出B，达到目标.
    """
    its = _ITS.match(one.left)
    noun = _VERB.sub("", its["noun"] or "") if its is not None else ""
    if claimed and len(noun) <= _SHORT and (_BOUND.search(goal.at.left) or _bound(goal.at)):
        return True
    return not noun or goal.name.endswith(noun)


def _last(pair: _Pair) -> int:
    """Return where a goal and what was reached end."""
    return max(one.close for one in (pair[0].at, pair[1])) + len(pair[0].rest)


def _one_by_one(text: str, pairs: Sequence[_Pair]) -> Iterator[Ordering]:
    """Yield what is said to be reached right behind it: 目标≥92%，实际91%，达到目标."""
    for goal, one in pairs:
        claim = ONE.match(text, _last((goal, one)) + len(_bound(goal.at)))
        if claim is not None and not is_denied(text, claim.end()):
            if not _is_of_it(goal, one, claimed=True):
                continue
            yield Ordering(one, goal.at, goal.order, claim[0].lstrip(",，)"))


def _bound(goal: Mention) -> str:
    """Return the bound that stands behind a goal that stands last."""
    said = RIGHT_MOST.match(goal.right) or RIGHT_LEAST.match(goal.right)
    return said[0] if said is not None else ""


def _stated(found: Sequence[Mention], words: RelationWords) -> Iterator[Ordering]:
    """Yield a figure with the goal it is said to reach: 满意度87%，达到≥88%的目标."""
    for i in range(1, len(found)):
        one, base = found[i - 1], found[i]
        said = _STATED.match(base.left)
        if said is None or base.opener not in (",", "，") or one.right:
            continue
        if _BEHIND.match(base.right) is None:
            continue
        if one.close + len(base.left) + 1 != base.start or one.kind != base.kind:
            continue
        if one.kind == "price" or not comparable(one, base, words) or _SETTING.search(one.left):
            continue
        most = said["most"] or RIGHT_MOST.match(base.right)
        least = said["least"] or RIGHT_LEAST.match(base.right)
        if most is None and least is None and has_any(one.left, words.lower):
            continue
        wording = f"{base.left}{base.value.printed}{base.right}"
        less = most or (not least and one.unit.startswith(POLLUTION))
        yield Ordering(one, base, "at_most" if less else "at_least", wording)


def _held(text: str, found: Sequence[Mention], words: RelationWords) -> Iterator[Ordering]:
    """Yield a figure with the goal that is told behind its name: 达到年度目标2.2万册."""
    for one, base in pairwise(found):
        if base.start - one.close > _NEAR or one.kind != base.kind or one.right or base.right:
            continue
        said = _HELD.match(text[one.close : base.start])
        if said is None or one.kind == "price" or not comparable(one, base, words):
            continue
        lower = has_any(one.left, words.lower)
        if base.close < len(text) and text[base.close] not in ",，。;)":
            continue
        if lower and not (said["least"] or said["most"]):
            continue
        wording = text[one.close + 1 : base.close].replace("(", "")
        yield Ordering(one, base, "at_most" if said["most"] else "at_least", wording)


def _in_turn(
    text: str, found: Sequence[Mention], lists: Sequence[Listing], at: int, words: RelationWords
) -> list[_Pair]:
    """Return goals that were listed, each with what the list before a claim says of it."""
    mine = [one for one in lists if one.figures[-1].end <= at]
    reached = mine[-1] if mine else None
    if reached is None or any(reached.figures[-1].end < m.end <= at for m in found):
        return []
    told_so = ACTUAL.search(reached.opener[-_FAR:]) is not None
    if not told_so or DENIED.search(text, reached.figures[-1].end, at):
        return []
    size = len(reached.figures)
    first = next(i for i, m in enumerate(found) if m is reached.figures[0])
    listed = found[max(0, first - size) : first]
    if len(listed) < size or not _is_one_list(text, listed, reached):
        return []
    told: list[_Pair] = []
    turned = mine[-2] if len(mine) > 1 and mine[-2].figures[-1] is listed[-1] else None
    for i, (base, one) in enumerate(zip(listed, reached.figures, strict=True)):
        if base.kind != one.kind or not comparable(base, one, words):
            return []
        if turned is not None and i and not base.left.strip("和及与"):
            goal = evolve(told[0][0], at=base) if told else None
        else:
            goal = goal_of(base, words, said=True)
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


def _before(text: str, pairs: Sequence[_Pair], at: int) -> list[_Pair]:
    """Return the goals with what was reached of each that stand right before a claim."""
    near = [pair for pair in pairs if pair[1].end <= at]
    if not near or at - _last(near[-1]) > _FAR or DENIED.search(text, _last(near[-1]), at):
        return []
    last = near[-1][1].sentence
    return [pair for pair in near if pair[1].sentence == last]
