"""What a number is of, and whether it is the goal or the result: 更换航标灯:目标48座，完成45座.

A figure that is called nothing but a goal or a result is of the thing that the label before it
names, or the figure before it: 护岸目标30公里，实际28公里.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.restated.differences import Stage
from performance_rules.extraction.statements.naming import core_of
from performance_rules.extraction.statements.said import Said, kind
from performance_rules.extraction.statements.words import restated_words

_GOAL: Final = re.compile(
    "(?:年度|年初|全年|绩效|原定|预期|计划|设定|的)*(?:目标|任务|计划|指标|指标值)(?:任务|目标|指标|完成)?[数值量]?"
    "(?:设?定为|设定|为|是|:)?(?:≥|>|不[少低]于|至少)?\\Z"
)
_TO_BE: Final = re.compile(
    "\\A(?:(?:年度|年初|全年|绩效|原定|本?项目)*(?:目标|任务|计划)(?:任务|目标)?[为是:]?|拟|预计)+"
)
_REACHED: Final = re.compile(
    "(?:实际|已|全年|年内|当年|经)*(?:实际)?(?:完成|实现|达到|达|实际)(?:完成)?[了]?[数值量]?[为是]?(?:了)?\\Z"
)
_DONE: Final = re.compile("\\A(?:全年|年内|当年|本年|截至年底|共|累计)*(?:实际|已经?|完成|实现)")
_REALLY: Final = re.compile("\\A(?:全年|年内|当年|本年|截至年底|共|累计)*(?:实际|已)")
"""完成 alone is said of goals as well."""
_LED: Final = re.compile(
    "\\A(?:数量|产出|效益|社会效益|质量|时效|成本)?指标(?:[:—-]+|\\Z)|\\A[(（]?[一二三四五六七八九十\\d]{1,2}[)）.、]"
)
_KIND: Final = re.compile("(?:项目|工程|任务|工作|数量|总数|人数|户数|个数|情况|数)+\\Z")
_OF_ALL: Final = ("总", "合计", "共")
"""So begins a goal that is of all that was listed before: 造林A亩、种草B亩，总任务N亩."""
_LEAST: Final = 3
_SHORT: Final = 2
"""缆绳目标N: a word that is said to have a goal is a name, however short."""
_HAN: Final = re.compile("[\u4e00-\u9fff]")
_OF: Final = re.compile('[“”"()（）]')


@fixed
class Thing:
    """What a figure is of.

    Attributes:
        name: the thing, without what is done with it.
        stage: whether the figure is ``planned`` or ``done``; empty where no word says it.
    """

    name: str
    stage: Stage


_NOTHING: Final = Thing("", "")


def thing_of(one: Said, before: Thing) -> Thing:
    """Return what a figure is of.

    Args:
        one: the figure.
        before: what the figure before it in its paragraph is of.
    """
    left = one.at.left
    name, stage = _staged(left)
    label, of_label = _staged(one.at.label)
    if name:
        return Thing(name, stage if label else of_label or stage)  # 年度目标:更换航标灯N座
    if not stage or left.startswith(_OF_ALL):
        return _NOTHING
    if one.at.label:
        return Thing(label, stage) if label else _NOTHING
    told = one.before
    if told is None or told.sentence != one.at.sentence or told.part != one.at.part:
        return _NOTHING
    if kind(told.value) != kind(one.at.value) or not before.name or before.stage == stage:
        return _NOTHING
    return Thing(before.name, stage)


@lru_cache(maxsize=4096)
def _staged(text: str) -> tuple[str, Stage]:
    """Return the thing that words name, and the stage that they say."""
    text = _LED.sub("", text)
    goal = _GOAL.search(text)
    if goal is not None:
        return plain_thing(text[: goal.start()], _SHORT), "planned"
    reached = _REACHED.search(text)
    if reached is not None:
        return plain_thing(text[: reached.start()]), "done"
    ahead = _TO_BE.match(text)
    if ahead is not None:
        return plain_thing(text[ahead.end() :]), "planned"
    stage: Stage = "done" if _REALLY.match(text) is not None else ""
    return plain_thing(text), stage


@lru_cache(maxsize=4096)
def plain_thing(text: str, least: int = _LEAST) -> str:
    """Return a thing without what is done with it: 新建渔港防波堤 is 渔港防波堤.

    Args:
        text: its words.
        least: how many characters a name has at least.
    """
    words = restated_words()
    name = _OF.sub("", core_of(words.back.sub("", text)))
    name = _DONE.sub("", name)
    while (short := _without_verb(name)) != name:
        name = short
    less = _KIND.sub("", name)
    name = less if len(less) >= _LEAST else name
    return name if len(name) >= least and _HAN.match(name) else ""


def _without_verb(name: str) -> str:
    words = restated_words()
    verb = name[:2]
    if len(name) - 2 >= _LEAST and (verb in words.deeds or verb in words.verbs):
        return name[2:]
    return name
