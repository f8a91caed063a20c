"""What says that a figure is a goal, and that a goal was reached: 目标≥92%, 均达到目标."""

from __future__ import annotations

import re
from typing import Final

from attrs import evolve

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.orderings import Order, comparable
from performance_rules.extraction.figures.words import RelationWords
from performance_rules.extraction.fixed import fixed
from performance_rules.text.words import has_any
from performance_rules.values.quantity import Count

LEAST: Final = "不低于|不少于|不小于|不得低于|不得少于|至少|≥|>="
MOST: Final = "不超过|不高于|不大于|不多于|不得超过|不得高于|控制在|≤|<=|低于|少于"
_IS: Final = r"(?:分别|依次|值|设定|均|应|要|需|为|是|达到|达|:)*"
_GOAL: Final = re.compile(
    rf"(?P<name>[^,，。;]*?)(?P<goal>目标|指标|计划|任务|要求)?{_IS}"
    rf"(?:(?P<least>{LEAST})|(?P<most>{MOST}))?\Z"
)
RIGHT_LEAST: Final = re.compile(r"(?:\(含\))?(?:及以上|以上)(?=\Z|的)")
RIGHT_MOST: Final = re.compile(r"(?:\(含\))?(?:及?以内|及?以下|之内|内)(?=\Z|的)")
KIND: Final = (
    r"(?:绩效|核心|主要|关键|年度|年初|全年|预期|考核|设定|确定|既定|预定|各项"
    r"|合同|协议|约定|规定|方案|的)*"
)
NOUN: Final = r"(?:指标值?|目标值?|目标任务|任务|计划)"
_DONE: Final = "已|如期|顺利|按期|圆满|超额|较好地?"
_WITHIN: Final = (
    rf"控制在(?:了)?{KIND}(?:{NOUN}|标准|上限|限额|要求|范围)值?(?:之内|以内|范围之?内|内)"
)
_MORE: Final = "(?:(?:或|并|或者)(?:超过|超额完成|优于)(?:了)?)?"
_REACHED: Final = rf"(?:达到|完成|实现|达成|满足|符合|优于)(?:了)?{_MORE}{KIND}"
ALL_DONE: Final = re.compile(
    rf"(?:均|都|全部|全面)(?:{_DONE})*(?:达|完成|实现|满足|符合|优于|控制在)"
)
"""Such words stand in every claim that all goals were reached."""
ALL: Final = re.compile(
    rf"(?P<many>[两二三四五六七八九十\d]{{1,2}})?[项个]?(?:各项|各|所有|全部|上述|以上)?{KIND}{NOUN}?"
    rf"(?:{_DONE})*(?:均|都|全部|全面)(?:{_DONE})*"
    rf"(?:{_REACHED}(?:{NOUN}|要求|标准)|{_WITHIN}|实现|完成|达成|达标|达到(?:[或并]超过)?)(?:[或并和](?:已|均)*(?:超额)?(?:完成|实现|达到|超过))?"
    rf"(?:了)?(?:{KIND}{NOUN})?(?:要求|标准)?(?=[,，。;]|\Z)"
)
ONE: Final = re.compile(
    rf"\)?[,，](?:(?:该|此|本)?项?(?:成本|质量|数量|时效|满意度)?指标)?(?:{_DONE}|均|全面)*"
    rf"(?:达标|{_REACHED}(?:{NOUN}|要求|标准)(?:要求)?|超额完成{KIND}{NOUN}|{_WITHIN}"
    rf"|(?<=已)(?:完成|实现|达成)|(?<=指标)(?:完成|达成|实现)|(?:完成|达成)(?=[。;]|\Z))(?:了)?(?=[,，。;]|\Z)"
)
ACTUAL: Final = re.compile(r"实际|实绩|完成|实现|结果|达到|年末|年底")
DENIED: Final = re.compile("除|未|没|不|但")
_UP: Final = re.compile("及?以上")
POLLUTION: Final = ("毫克/", "微克/", "分贝")
"""Of what is measured in these, less is better, unless a bound says otherwise."""
_OPEN: Final = re.compile(r"\A超过?|及?以上\Z")
_FAR: Final = 12


@fixed(eq=False)
class Goal:
    """A goal, and whether what is reached is to be at least or at most as much.

    Attributes:
        at: the figure.
        order: how what is reached is to stand to it.
        name: what the words before it say it is of.
        rest: what stands behind the figure of its unit: /百米.
    """

    at: Mention
    order: Order
    name: str
    rest: str


def goal_of(one: Mention, words: RelationWords, *, said: bool = False) -> Goal | None:
    """Return a figure as a goal, if its words say that it is one and which way.

    Args:
        one: the figure.
        words: the words of relations.
        said: whether what stands around it says already that it is a goal.
    """
    found = _GOAL.match(one.left)
    if found is None:
        return None
    right_least, right_most = RIGHT_LEAST.search(one.right), RIGHT_MOST.search(one.right)
    least, most = found["least"] or right_least, found["most"] or right_most
    if not (found["goal"] or said or least or most):
        return None
    order: Order = "at_most" if one.unit.startswith(POLLUTION) else "at_least"
    if bool(least) == bool(most):
        if least or has_any(one.left, words.lower):
            return None
    elif most:
        order = "at_most"
    behind = right_least or right_most
    rest = one.right[: behind.start()] if behind is not None else one.right
    rest = rest if rest.startswith("/") else ""
    return Goal(one, order, found["name"], rest)


def same_measure(goal: Goal, one: Mention, words: RelationWords) -> bool:
    """Whether a figure is measured as a goal is: 5000元/百米 is not 5300元."""
    same = one.kind == goal.at.kind and comparable(goal.at, one, words)
    same = same and (one.kind != "price" or one.unit == goal.at.unit)
    return same and one.right.startswith(goal.rest)


def is_denied(text: str, end: int) -> bool:
    """Whether what stands right behind a claim takes something out of it."""
    return any(word in text[end : end + _FAR] for word in ("但", "除", "其中未", "仅"))


def exact(goal: Mention) -> Mention:
    """Return a goal as exact as a bound is: 96% is not 95.6%, and 不超过30天 is not about 30."""
    value = goal.value
    bound = goal.left.endswith("不超过") or goal.left.endswith("不得超过") or _UP.match(goal.right)
    if value.approximate is not None and not bound:
        return goal
    if isinstance(value, Count) and value.approximate is None:
        return goal
    printed = _OPEN.sub("", value.printed)
    return evolve(goal, value=evolve(value, approximate=None, step=0, printed=printed))
