"""Goals that one sentence or paragraph sets and a later one tells the results of, by their names.

一、目标：办结率不低于98%。二、完成情况：办结率96.1%。各项指标均达到目标: what is called the same is
held against its goal, once a claim says that it was reached.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from attrs import define, field

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.orderings import Ordering
from performance_rules.extraction.figures.words import RelationWords
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.relations.orders.goalwords import (
    ALL,
    ONE,
    Goal,
    exact,
    goal_of,
    is_denied,
    same_measure,
)
from performance_rules.text.numerals import whole_number
from performance_rules.text.years import NAMED_YEAR

_BOUND: Final = re.compile(
    "目标|不得[超高低少大多小][过于]|不低于|不少于|不小于|至少|不超过|不高于|不大于|不多于|控制在|以内|以上|以下|≥|≤|<|>"
)
_AIM: Final = re.compile(
    r"(?:目标|指标)(?:任务|值)?(?:设定|如下|分解)?(?:为|是|:|包括|有|如下)+[^。;!?]{0,40}\Z"
)
_HEADING: Final = re.compile(r"目标[^。;,，/]{0,6}(?=/|\Z)")
_RESULT: Final = re.compile("完成情况|实现情况|达成情况|执行情况|完成值|实际|结果|成效|已")
_LEAD: Final = re.compile(
    r"(?:[一二三四五六七八九十\d]{1,2}[、.)]|[“”]|\(\w{1,2}\)|.*?(?:绩效|年度|年初|预期|当年)?目标(?:任务|值)?(?:设定为|设定|是|为|包括|有)"
    r"|(?:数量|质量|时效|成本|产出|效益|社会效益|生态效益|满意度)指标(?:方面)?(?=..)|经[^\d]{2,8}?(?=[核测检评抽审])|经(?:核实|核查|检测|抽查|统计|调查|考核|评估|复核|测评|第三方)"
    r"|(?:19|20)\d\d年度?|[年期][初末底]|全年|当年|本年度?|今年|年度|最终|截至|设定|预计|计划|力争|确保|实际|实绩|(?:完成|开展|实现|达到)(?![率值数度])|项目(?:单位)?(?=..)|平均|累计|共|和(?!谐)|及(?![时格]))+"
)
_TAIL: Final = re.compile(
    r"(?:当年|年度|绩效|目标|指标|要求|计划|任务|平|实际|完成|核定|测定|测评|检测|分别|依次|值|均|应|为|是|达|到|约|共|仅|[:“”])+\Z"
)
_OTHER: Final = re.compile(
    r"上年|去年|上一年|同期|同比|[较占]|比(?![例重率赛])|其中|第|其余|中期|三年|五年|长期|总目标|到20\d\d年|单项|个别|部分|最[高低]"
)
_AMENDED: Final = re.compile(
    "(?:目标|指标)[^。;]{0,20}(?:调[整减增]|下调|上调|修订|变更|核减)|调整[为至]|[调修][整订][^。;]{0,12}(?:目标|指标)"
)
_MISSED: Final = re.compile(
    r"未(?!发[现生]|出现)|没有|低于|高于|超出|偏差|偏低|偏高|差距|不足|不及|滞后|推迟|延期|顺延|调整|暂|尚|影响|原因"
)
_REST: Final = re.compile("其余|其他|其它|另外|除|外|部分|多数|大部|基本|未|不|没")
_ABOUT: Final = re.compile(r"目标|指标|任务|[两二三四五六七八九十\d]项")
_STOP: Final = re.compile("[。;!?]")
_FEWEST: Final = 2
_NAME: Final = 2
_LONG: Final = 4
_MOST: Final = 40
"""So many goals of one group are kept."""
_FAR: Final = 300
_NEAR: Final = 10


@fixed(eq=False)
class _Told:
    """A goal under its name, and the year that is said of it."""

    goal: Goal
    year: str


@define(eq=False)
class GoalBook:
    """The goals of a document that wait for their results, and the results told so far."""

    _goals: dict[str, _Told | None] = field(factory=dict)
    _reached: dict[str, tuple[_Told, Mention] | None] = field(factory=dict)
    _year: str = ""
    _missed: bool = False
    _claimed: bool = False

    def read(
        self, text: str, found: Sequence[Mention], section: str, words: RelationWords
    ) -> list[Ordering]:
        """Read a paragraph; return the goals that it says were reached, with what was reached.

        Args:
            text: the paragraph.
            found: its figures in their order.
            section: what it stands under.
            words: the words of relations.
        """
        aiming = bool(section) and _RESULT.search(section + text[:_MOST]) is None
        aiming = aiming and _HEADING.search(section) is not None
        self._year = _last_year(section, len(section)) if aiming else ""
        bound = aiming or _BOUND.search(text) is not None
        if not bound and not self._goals:
            return []
        if _AMENDED.search(text) is not None:
            self._goals, self._reached = {}, {}
            return []
        made: list[Ordering] = []
        begun = 0 if self._reached else len(text)
        for one in found:
            goal = self._goal(text, one, words, aiming=aiming) if bound else None
            if goal is not None:
                self._set(text, goal)
            elif self._goals and (told := self._result(text, one, words)) is not None:
                begun = min(begun, one.close)
                made += self._one(text, one, told)
            elif self._goals and (wider := self._wider(one, words)) is not None:
                made += self._one(text, one, wider)
        if self._reached and begun < len(text):
            made += self._all(text, begun)
            self._missed = self._missed or _MISSED.search(text, begun) is not None
        return made

    def _goal(self, text: str, one: Mention, words: RelationWords, *, aiming: bool) -> Goal | None:
        if one.kind not in ("percent", "count", "amount") or one.depth or _OTHER.search(one.left):
            return None
        begin = _sentence(text, one.start)
        before = text[begin : one.begin]
        aims = _AIM.search(text[begin : one.start]) is not None or (begin == 0 and aiming)
        aims = aims and _RESULT.search(before) is None and "实际" not in one.left
        goal = goal_of(one, words, said=aims)
        money = one.kind == "amount" and "成本" not in one.left
        return None if money else goal

    def _set(self, text: str, goal: Goal) -> None:
        """Keep a goal; one that follows results is of another group."""
        name = _core(goal.name or goal.at.label)
        if len(name) < _NAME:
            return
        if self._reached:
            self._goals, self._reached = {}, {}
            self._missed = self._claimed = False
        known = self._goals.get(name)
        told = _Told(goal, _last_year(text, goal.at.start) or self._year)
        if name in self._goals and (known is None or known.goal.at.value.n != goal.at.value.n):
            self._goals[name] = None  # two goals under one name
        elif len(self._goals) < _MOST:
            self._goals[name] = told

    def _result(self, text: str, one: Mention, words: RelationWords) -> _Told | None:
        """Return the goal that a figure is the result of, by its name."""
        if one.depth or _OTHER.search(one.left):
            return None
        name = _core(one.left or one.label)
        if len(name) < _NAME:
            return None
        full = name if name in self._goals else self._longer(name)
        told = self._goals.get(full) if full else None
        if told is None or not same_measure(told.goal, one, words) or one is told.goal.at:
            return None
        year = _last_year(text, one.start)
        if year and told.year and year != told.year:
            return None
        known = self._reached.get(full)
        if full in self._reached and (known is None or known[1].value.n != one.value.n):
            self._reached[full] = None  # two results under one name
            return None
        self._reached[full] = (told, one)
        return told

    def _longer(self, name: str) -> str:
        """Return the only goal whose name ends with a shorter one: 来信按期办结率 of 办结率."""
        if len(name) <= _NAME:
            return ""
        ending = [full for full in self._goals if full.endswith(name)]
        return ending[0] if len(ending) == 1 else ""

    def _wider(self, one: Mention, words: RelationWords) -> _Told | None:
        """Return the only goal whose name ends the one of a figure: 自付比例 of 本批自付比例."""
        name = "" if one.depth or _OTHER.search(one.left) else _core(one.left or one.label)
        found = [told for goal, told in self._goals.items() if told and name.endswith(goal)]
        if len(found) != 1 or len(_core(found[0].goal.name)) < _LONG or name in self._goals:
            return None
        return found[0] if same_measure(found[0].goal, one, words) else None

    def _one(self, text: str, one: Mention, told: _Told) -> Iterator[Ordering]:
        """Yield what is said to be reached right behind its figure."""
        claim = ONE.match(text, one.close + len(told.goal.rest))
        if claim is not None and not is_denied(text, claim.end()):
            yield _ordering(told.goal, one, claim[0].lstrip(",，"))

    def _all(self, text: str, begun: int) -> Iterator[Ordering]:
        """Yield what is said to be reached of all results told so far."""
        missed = _MISSED.search(text, begun)
        for claim in ALL.finditer(text, begun):
            if self._missed or self._claimed or (missed and missed.start() < claim.start()):
                return
            clause = text[max(_sentence(text, claim.start()), begun) : claim.end()]
            about = _ABOUT.search(text, max(0, claim.start() - _NEAR), claim.end())
            if about is None or _REST.search(clause) or is_denied(text, claim.end()):
                continue
            pairs = [pair for pair in self._reached.values() if pair is not None]
            many = whole_number(claim["many"]) if claim["many"] else None
            if many is not None and many not in (len(self._reached), len(self._goals)):
                continue
            if len(pairs) >= _FEWEST and self._is_whole(pairs, many):
                self._claimed = True
                for told, one in pairs:
                    yield _ordering(told.goal, one, claim[0])

    def _is_whole(self, pairs: Iterable[tuple[_Told, Mention]], many: int | None) -> bool:
        """Whether results under shorter names are those of all goals, so that none is another's."""
        whole = len(self._reached) == len(self._goals)
        exactly = all(name in self._goals for name in map(_name_of, pairs))
        return whole or (exactly and (many is None or many == len(self._reached)))


def _name_of(pair: tuple[_Told, Mention]) -> str:
    return _core(pair[1].left or pair[1].label)


def _ordering(goal: Goal, one: Mention, wording: str) -> Ordering:
    order = "at_most" if wording.startswith("控制在") else goal.order
    return Ordering(one, exact(goal.at), order, wording, name=_core(goal.name))


def _core(words: str) -> str:
    """Return a name without its time, its verb and what says that it is a goal or a result."""
    words = words[-_MOST:]
    lead = _LEAD.match(words)
    core = words[lead.end() :] if lead is not None else words
    return _TAIL.sub("", core)


def _sentence(text: str, at: int) -> int:
    """Return where the sentence of a place begins, within 300 characters."""
    first = max(0, at - _FAR)
    return max((stop.end() for stop in _STOP.finditer(text, first, at)), default=first)


def _last_year(text: str, at: int) -> str:
    """Return the last year that is named within 300 characters before a place."""
    years = NAMED_YEAR.findall(text, max(0, at - _FAR), at)
    return years[-1] if years else ""
