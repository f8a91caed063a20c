"""Rates with the two figures that their sentence gives for them: 计划40个，完成36个，完成率90%.

The name of a rate says which two: what was done of what was planned, what arrived of what was
planned, or what the rate is named after of what stands before it (办结98件，办结率…).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product
from typing import Final

from performance_rules.extraction.figures.fitting import Rate, fit_all, fits, fits_two
from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.plans import FIRST, LAST
from performance_rules.extraction.figures.plans import planned as plan_of
from performance_rules.extraction.figures.ratenames import (
    RECKONED,
    named,
    narrowed,
)
from performance_rules.extraction.figures.roles import (
    DONE,
    LEFT,
    PLANNED,
    Cast,
    alike,
    is_beyond,
    names_a_thing,
    without_tail,
)
from performance_rules.extraction.figures.sameness import UNTIL
from performance_rules.extraction.figures.words import RelationWords
from performance_rules.extraction.relations.rates.behindrates import (
    behind_rate,
    that_is,
)
from performance_rules.extraction.relations.rates.divided import whole_plans
from performance_rules.text.words import has_any
from performance_rules.values.precision import HUNDRED
from performance_rules.values.quantity import SCALE

_NEAR: Final = 16
_RATE: Final = "率"
_STEM: Final = 2
_BACK: Final = 1
_FAR: Final = 4
"""So many sentences back may be what was planned, where nothing else was."""
_BESIDE: Final = 4
_TIMES: Final = 4
_GOAL: Final = re.compile(r"完成(?:了)?(?:全年|年度|年|全年度)?(?:目标|计划|任务|目标任务)数?的")
"""Before a rate that is said to be of what was planned."""
_TASK: Final = re.compile(
    r"(?:为|占|是|达到?|相当于|完成了?)(?:全年|年度|年初|上级|下达|计划|预定|既定|核定|的){1,3}"
    r"(?:目标|计划|任务|目标任务|指标)数?的"
)
_REALLY: Final = re.compile(
    r"(?:截[至止]\w{1,10}?|至\w{1,8}?|目前|全年)?(?:实际|已|现已|累计已)(?P<deed>\w{0,6})"
)
_PLANNED: Final = re.compile(
    r"(?:完成|完成了|(?:完成|为|占|达到|达|是|完成了)(?P<plan>(?:年初|全年|年度)?(?:预算|目标|计划|任务))数?的)"
)
"""Words between what was done and a rate of what was planned."""
_SUMMED: Final = re.compile("合计|共计|共|总计|累计")
"""Before what arrived in all: 县级到位A，合计到位B."""
_DIGIT: Final = re.compile(r"\d")
_EACH: Final = "分别"
_SHARE: Final = "占"
_PART: Final = "的"
_PAIR: Final = 2
_KINDS: Final = ("amount", "count")
_SINCE: Final = "累计"
_OF_YEAR: Final = re.compile("本年|当年|本期|(?<!累计)(?:新增|当期)")
_NOT: Final = ("未", "不", "没有", "无")


def rates(
    parts: Sequence[Cast], words: RelationWords, home: int | None = None, text: str = ""
) -> list[Rate]:
    """Return the rates that the sentences of a text give with their two figures.

    Args:
        parts: the figures, with the parts they play.
        words: the words of relations.
        home: the paragraph that the rates stand in; any by default.
        text: its text, where a number that is no figure may stand before a rate.
    """
    found = (
        behind_rate(parts, i, words)
        or that_is(parts, i)
        or _rate(parts, i, words)
        or _of(parts, i, words)
        or _in_turn(parts, i, words)
        for i, one in enumerate(parts)
        if one.at.kind == "percent" and home in (None, one.at.home)
    )
    made = (one for one in found if one is not None and not _is_cut_off(one, parts, text))
    made = (one for one in made if not _is_told_in_turn(one))
    return [one for one in made if not is_reckoned_otherwise(one, text, home)]


def is_reckoned_otherwise(one: Rate, text: str, home: int | None) -> bool:
    """Whether a bracket behind a rate says of what it was reckoned, and that is not its two."""
    behind = one.rate.home == home and RECKONED.match(text, one.rate.end) is not None
    return behind and not fits(one.figure.value, one.base.value, one.rate.value)


def _is_told_in_turn(one: Rate) -> bool:
    """Whether one of several figures does not fit: 两年分别支出A、B，累计C，累计支付率P."""
    told = _EACH in one.figure.left or _EACH in one.base.left
    return told and not fits(one.figure.value, one.base.value, one.rate.value)


def _is_cut_off(one: Rate, parts: Sequence[Cast], text: str) -> bool:
    """Whether a number that was not read stands right before a rate: 使用A，完成67块，完成率P."""
    begin, end = one.figure.end, one.rate.start - len(one.rate.left)
    if one.figure.home != one.rate.home or not _DIGIT.search(text, begin, end):
        return False
    if fits(one.figure.value, one.base.value, one.rate.value):
        return False
    at = max((m.at.end for m in parts if begin < m.at.end <= end), default=begin)
    return _DIGIT.search(text, at, end) is not None


def _of(parts: Sequence[Cast], at: int, words: RelationWords) -> Rate | None:
    """完成A，占年度预算B的P: of the figure right before the one that the rate is said to be of."""
    if at < _PAIR or parts[at].at.left != _PART:
        return None
    rate, base, figure = parts[at].at, parts[at - 1].at, parts[at - 2].at
    verb = next((verb for verb in words.amounting if base.left.startswith(verb)), "")
    planned = base.left.removeprefix(verb)
    aimed = any(planned.endswith(head) for head in words.aims)
    if not verb or not (aimed or (verb == _SHARE and len(planned) > _STEM)):
        return None
    if base.opener not in "，," or figure.end + 1 != base.start - len(base.left):
        return None
    same = figure.sentence == rate.sentence and figure.depth == base.depth == rate.depth
    said = (*words.directions, *words.compared, *words.parts)
    if not same or not alike(figure.value, base.value) or has_any(figure.left, said):
        return None
    near = [one.at for one in parts[max(0, at - _NEAR) : at + _BESIDE]]
    near = [one for one in near if one is not base and alike(one.value, base.value)]
    told = [
        m.at.value for m in parts[max(0, at - _NEAR) : at - 1] if m.at.sentence == rate.sentence
    ]
    if not fits(figure.value, base.value, rate.value):
        if any(fits(one.value, base.value, rate.value) for one in near):
            return None
        if fit_all(told, base.value, rate.value):
            return None
        if any(fits(figure.value, one.value, rate.value) for one in near if one is not figure):
            return None
    return Rate(figure, base, rate)


def _in_turn(parts: Sequence[Cast], at: int, words: RelationWords) -> Rate | None:
    """预算A，实际B，完成P: planned, done and their rate, each in the clause behind the other.

    Nothing stands between the three, so the rate is of nothing else; a rate that was cut off at
    100%, one of an amended plan, and one that the less is better for are left alone.
    """
    if at < _PAIR:
        return None
    base, figure, rate = parts[at - 2], parts[at - 1], parts[at].at
    if any(_EACH in one.at.left for one in parts[at - 2 : at + 1]):
        return None  # A、B分别完成P、Q
    if not _is_behind(base.at, figure.at) or not _is_behind(figure.at, rate):
        return None
    planned = without_tail(base.at.left, words)
    if not alike(figure.at.value, base.at.value) or not planned.endswith(words.aimed):
        return None
    if figure.at.unit in words.timed or has_any(planned, words.lower):
        return None
    if any(is_beyond(planned, word) for word in words.aimed):
        return None
    if not _is_done(figure, base, words) or not _is_of(rate, planned, words):
        return None
    near = parts[max(0, at - _NEAR) : at + _BESIDE]
    if any(word in one.at.left for one in near for word in words.amended):
        return None
    capped = rate.value.n == HUNDRED * SCALE and figure.at.value.n > base.at.value.n
    made = Rate(figure.at, base.at, rate)
    if fits(figure.at.value, base.at.value, rate.value):
        return made
    pairs = _pairs(near, (), figure.at, base.at)
    other = any(fits(a.value, b.value, rate.value) for a, b in pairs)
    return None if capped or other else made


def _is_behind(first: Mention, second: Mention) -> bool:
    """Whether a figure stands in the clause right behind that of another."""
    close = first.end + 1 == second.start - len(second.left) and second.opener in ("，", ",")
    return close and first.sentence == second.sentence and first.depth == second.depth


def _is_done(figure: Cast, base: Cast, words: RelationWords) -> bool:
    """Whether a figure is what was done of what was planned: 决算完成, 实际追偿, 截至评价日支付."""
    said = _REALLY.fullmatch(figure.at.left)
    if said is not None and (said["deed"] == "" or said["deed"] in base.at.left):
        return True
    if figure.role != DONE or has_any(figure.at.left, _NOT):
        return False
    until = UNTIL.fullmatch(figure.topic) is not None
    return not figure.topic or until or words.money.make(figure.topic)


def _is_of(rate: Mention, planned: str, words: RelationWords) -> bool:
    """Whether a rate is of the plan before it: 完成P, 完成率P, 为预算的P."""
    name = without_tail(rate.left, words)
    if name in words.rates:
        return words.rates[name] not in ("arrival", "change")
    said = _PLANNED.fullmatch(rate.left)
    if said is None:
        return False
    return not said["plan"] or (planned.endswith(said["plan"]) or said["plan"] in planned)


def _rate(parts: Sequence[Cast], at: int, words: RelationWords) -> Rate | None:
    rate = parts[at].at
    name = without_tail(rate.name, words)
    if _DIGIT.search(name) or _EACH in rate.name:
        return None  # 截至2023年3月底支付率: of another time
    known = name.endswith(tuple(words.rates))
    head = next(head for head in words.rates if name.endswith(head)) if known else ""
    kind = words.rates.get(head, "")
    if kind == "change":
        return None
    if not head and (_GOAL.fullmatch(rate.left) or _TASK.fullmatch(rate.left)) is not None:
        head, name, kind = rate.left, rate.left, "done"
    if not head and not name.endswith(_RATE):
        return None
    near = parts[max(0, at - _NEAR) : at]
    if head:
        pair = _planned(near, rate, kind, words)
        if pair is not None and not _same(name.removesuffix(head), pair, words):
            return None  # 区级到位率, of what the districts gave
        pairs = [pair] if pair is not None else []
    else:
        pairs = [*named(near, rate, name.removesuffix(_RATE), words)]
    pairs = pairs or [*narrowed(near, rate, name.removesuffix(_RATE))]
    if not pairs:
        return None
    for figure, base in pairs:
        if fits(figure.value, base.value, rate.value):
            return Rate(figure, base, rate)
    figure, base = pairs[-1]
    if _SINCE in rate.left and _OF_YEAR.search(figure.left):
        return None  # 本年支付A，累计支付率P: of more than that
    made = Rate(figure, base, rate)
    around = parts[max(0, at - _NEAR) : at + _NEAR]
    others = _pairs(around, near[-_BESIDE:], figure, base)
    beside = [one.at.value for one in near if one.at.kind in _KINDS]
    if fits_two(figure.value, beside, rate.value):
        return None  # 省级A，县级B，到位C，到位率P: of both together
    return None if any(fits(a.value, b.value, rate.value) for a, b in others) else made


def _same(narrowed: str, pair: tuple[Mention, Mention], words: RelationWords) -> bool:
    """Whether a rate is narrowed to nothing, or to what one of its two is narrowed to."""
    said = any(narrowed in one.left for one in pair)
    return words.neutral.make(narrowed) or said


def _planned(
    near: Sequence[Cast], rate: Mention, kind: str, words: RelationWords
) -> tuple[Mention, Mention] | None:
    """Return what was done and what was planned, or what arrived of it."""
    wanted = "amount" if kind in ("money", "arrival") else ""
    figures = [
        one
        for one in near
        if one.at.kind in ("amount", "count") and (not wanted or one.at.kind == wanted)
    ]
    arrived = kind == "arrival"
    figure = next((one for one in reversed(figures) if _is_figure(one, arrived)), None)
    wide = [one for one in figures if _is_figure(one, arrived) and _own(one, words) == ""]
    if wide and figure is not None and figure is not wide[-1] and _is_plain(rate, words):
        figure = wide[-1]  # 实际到位A，其中县级到位B，资金到位率P
    if figure is None or figure.at.depth != rate.depth or not _is_near(figure.at, near, rate):
        return None
    before = [
        one
        for one in figures
        if one.order < figure.order
        and alike(one.at.value, figure.at.value)
        and one.at.depth == figure.at.depth
    ]
    before = whole_plans(before)
    base = next(
        (one for one in reversed(before) if _is_plan(one, words) and not _is_figure(one, arrived)),
        None,
    )
    if base is None or not _is_same(figure, base, words) or _listed(base, before, words):
        return None
    planned = [one for one in before if _is_plan(one, words)]
    if plan_of(base.at.left, words) == LAST:  # what it was at first is told of it as well
        planned = [one for one in planned if plan_of(one.at.left, words) != FIRST]
    if rate.sentence - base.at.sentence > _BACK and (len(planned) > 1 or not _likely(figure, base)):
        return None
    said = near[near.index(figure) + 1 :]
    if any(one.at.kind == "percent" for one in said):
        return None  # its rate was said already
    inside = [one for one in before[before.index(base) + 1 :] if one.role]
    inside = [one for one in inside if not _is_rated(one, base, near)]
    if arrived and _SUMMED.match(figure.at.left) is not None:
        inside = [one for one in inside if not (one.topic and _is_figure(one, arrived))]
    later = [one for one in figures[figures.index(figure) + 1 :] if one.plain and one.role != LEFT]
    return None if inside or later else (figure.at, base.at)


def _is_near(figure: Mention, near: Sequence[Cast], rate: Mention) -> bool:
    """Whether a rate is told with its figure, or begins the sentence behind it: A。完成率P."""
    if figure.sentence == rate.sentence:
        return True
    behind = figure.home == rate.home and rate.sentence - figure.sentence == 1
    return behind and near[-1].at.sentence == figure.sentence


def _is_plan(one: Cast, words: RelationWords) -> bool:
    """Whether a figure was planned: 目标25家, 计划硬化道路8.0公里, 计划完成150座."""
    if one.role == PLANNED:
        return True
    left = one.at.name
    return one.at.kind == "count" and any(
        word in left and not is_beyond(left, word) for word in words.intended
    )


def _is_same(figure: Cast, base: Cast, words: RelationWords) -> bool:
    """Whether what was done is of what was planned: 计划16家，实际新增12家; 甲:支出N is its own."""
    if names_a_thing(figure.at, words) and figure.at.home != base.at.home:
        return False
    if _own(figure, words) in ("", base.topic):
        return True
    said = _REALLY.fullmatch(figure.at.name) if not figure.role else None
    return said is not None and said["deed"][:_STEM] in base.at.name


def _is_plain(rate: Mention, words: RelationWords) -> bool:
    """Whether a rate is of nothing narrower than what is spoken of."""
    name = without_tail(rate.name, words)
    head = next((head for head in words.rates if name.endswith(head)), "")
    return words.neutral.make(name.removesuffix(head))


def _is_rated(one: Cast, base: Cast, near: Sequence[Cast]) -> bool:
    """Whether a figure has a rate of the same plan right behind it: 6月底支出A，支出率P."""
    at = near.index(one) + 1
    rate = near[at].at if at < len(near) else None
    own = rate is not None and rate.kind == "percent" and rate.sentence == one.at.sentence
    return own and rate is not None and fits(one.at.value, base.at.value, rate.value)


def _likely(figure: Cast, base: Cast) -> bool:
    """Whether what stands far apart can be planned and done: neither is many times the other."""
    near = figure.at.sentence - base.at.sentence <= _FAR
    return near and base.at.value.n <= _TIMES * figure.at.value.n <= _TIMES**2 * base.at.value.n


def _own(one: Cast, words: RelationWords) -> str:
    """Return what a figure is narrowed to, 其中 aside."""
    part = next((word for word in words.parts if one.topic.startswith(word)), "")
    return one.topic.removeprefix(part)


def _listed(base: Cast, before: Sequence[Cast], words: RelationWords) -> bool:
    """Whether what was planned is one of several, or a part of a list."""
    same = [one for one in before if one.at.sentence == base.at.sentence and one.role == PLANNED]
    several = len(same) > 1 and all(one.topic for one in same)
    return bool(base.topic) and (several or base.topic.startswith(words.parts))


def _is_figure(one: Cast, arrived: bool) -> bool:
    """Whether a figure is what was done or arrived; 未完成4项 are not, nor is 超额完成6场."""
    if one.topic.endswith((*_NOT, "超额", "超", "计划", "拟", "预计", "应", "目标")):
        return False
    if not one.role and not arrived and one.at.kind == "count":
        return _REALLY.fullmatch(one.at.name) is not None
    return one.head.endswith("到位") if arrived else one.role == DONE


def _pairs(
    around: Sequence[Cast], beside: Sequence[Cast], figure: Mention, base: Mention
) -> Iterator[tuple[Mention, Mention]]:
    """Yield the other pairs that a rate may be of: with one of its two, by role, or beside it."""
    others = [one for one in around if one.at.kind in ("amount", "count")]
    for one in others:
        if one.at.start != figure.start:
            yield figure, one.at
        if one.at is not base:
            yield one.at, base
    near = [one for one in beside if one in others]
    for a, b in product(others, others):
        if a.at is base and b.at is figure:
            continue  # what was planned is no part of what was done
        if a is not b and ((a.role, b.role) == (DONE, PLANNED) or (a in near and b in near)):
            yield a.at, b.at
