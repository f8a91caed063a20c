"""Rates of two figures: 完成率, 到位率, 采纳率 with their own numerator and denominator.

A rate is bound to the two figures that make it.  Where no two of those beside it do, it is a
contradiction only if words say which two are meant: the one that is planned (预算, 计划, 下达)
and the one that is done, or the one that the rate is named after (采纳98条，采纳率…).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, permutations
from typing import Final

import attrs

from performance_rules.extraction.drafts.places import Place
from performance_rules.extraction.drafts.records import Compared, Level
from performance_rules.extraction.figures.distance import far_apart
from performance_rules.extraction.figures.fitting import fit_all, fits
from performance_rules.extraction.figures.ratenames import RECKONED, UNDONE
from performance_rules.extraction.figures.roles import LEFT, OPENING, is_beyond
from performance_rules.extraction.figures.spelledrates import spelled_at
from performance_rules.extraction.figures.words import relation_words
from performance_rules.extraction.scope.context import Context
from performance_rules.extraction.scope.reading import Reading
from performance_rules.extraction.scope.subjects import NotBound
from performance_rules.extraction.tokens.patterns import Found
from performance_rules.extraction.tokens.quantities import amount, count, percent
from performance_rules.extraction.tokens.wording import Outline
from performance_rules.text.words import has_any
from performance_rules.values.precision import HUNDRED
from performance_rules.values.quantity import Amount, Count, Percent, Quantity

NO_PAIR: Final = "没有说明是哪两个数的比率"
_OWN: Final = 10**6
"""The places of lines that one rate is about come after those of paragraphs."""
_ONE: Final = 10**8
_OF: Final = "的"
_RATE: Final = "率"
_LATELY: Final = 8
_STEM: Final = 2
_BEYOND: Final = "超额"
_TIMES: Final = ("×", "*")
_COUNTED_AS: Final = ("按", "以")
_PLANNED: Final = ("initial_budget", "adjusted_budget", "target", "received", "budget")
_BEGUN: Final = re.compile(rb"(?:\A|[.;:X])w*Kw*\Z")
_AHEAD: Final = 4
_PAIR: Final = re.compile(rb",Z[^.;PNQq]{0,8}[NQq][/,w]+[^.;PNQq]{0,8}[NQq](?=[.;,]|\Z)")
"""Two figures that a rate is said to be made of: …，其中支出A、预算B。"""
_BRACKET: Final = re.compile(rb"\([^()]{0,80}\)")
_FIGURE: Final = re.compile(rb"[NQqM]")
_TWO: Final = 2
_NEAR: Final = 160
"""So many characters around a rate are looked at for the names in its bracket."""
_Pair = tuple[Level, Level]


def on_ratio(reading: Reading, found: Found) -> int:
    """X N，为计划M的P: the rate of the figure just said to one that is said with it."""
    base_at, rate_at = found.parts["base"][0], found.parts["rate"][0]
    if not reading.printed(base_at + 1, rate_at).strip().startswith(_OF):
        return found.start + 1
    context, rate = reading.context, percent(reading.tokens[rate_at])
    levels = context.now.levels
    try:
        base = reading.quantity(base_at)
    except NotBound:
        base = None
    said = levels[-1] if levels else None
    if said is None or said.value is None or base is None or rate is None:
        reading.refuse(NO_PAIR, base_at, rate_at)
        return found.end
    if type(said.value) is not type(base):
        reading.refuse(NO_PAIR, base_at, rate_at)
        return found.end
    if _are_together(reading, found.start, said, base, rate):
        reading.refuse(NO_PAIR, base_at, rate_at)
    elif _claim(reading, found, said, base, rate, said.name):
        reading.bind(base_at, rate_at)
    else:
        reading.refuse(NO_PAIR, base_at, rate_at)
    return found.end


def on_rate(reading: Reading, found: Found) -> None:
    """兑付率为P: of the two figures beside it that make it."""
    index = found.parts["rate"][0]
    if has_own_figures(reading, index):
        reading.lose(NO_PAIR, index)  # nor are its figures of what was spoken of before
    elif not rated(reading, found, index):
        reading.refuse(NO_PAIR, index)


def rated(reading: Reading, found: Found, index: int) -> bool:
    """Bind a rate to the two figures that it is of; whether that could be done.

    Args:
        reading: the piece that is read.
        found: the rate with its name.
        index: the token of the rate.
    """
    rate = percent(reading.tokens[index])
    if has_own_figures(reading, index):
        return False  # 执行率P（预算A，支出B）: of those in the bracket
    if rate is None or reading.run.plain.startswith(_OF, reading.tokens[index].end):
        return False  # 执行率100%的15个: of those, not of the figures before
    if reading.run.plain.endswith(_TIMES, 0, reading.tokens[index].start):
        return False  # A÷B×100%
    if reading.is_one_of(index) or _is_spelled(reading, index):
        return False
    name = reading.run.plain[reading.tokens[found.start].start : reading.tokens[index].start]
    if name.endswith(_COUNTED_AS):
        return False  # 完成率按100%计: as it is scored
    pair = _pair(reading.context, name, rate, reading.wording.outline)
    if pair is None or pair[1].value is None:
        return False
    if _is_far(*pair, rate) or (not _makes(*pair, rate) and _has_own_plan(reading, index)):
        return False
    if not _makes(*pair, rate) and _fits_another(reading, index, *pair, rate):
        return False
    if not _makes(*pair, rate) and _is_rated(reading.context, *pair):
        return False  # 就业率P，与全县就业率Q: of other figures
    if not _makes(*pair, rate) and RECKONED.match(reading.run.plain, reading.tokens[index].end):
        return False
    called = reading.printed(found.start, found.start + 1).rstrip(
        "".join(reading.wording.outline.being)
    )
    if not _claim(reading, found, pair[0], pair[1].value, rate, called):
        return False
    reading.bind(index)
    return True


def _is_spelled(reading: Reading, index: int) -> bool:
    """Whether the bracket beside a rate names two figures that are told before it."""
    text, token = reading.run.plain, reading.tokens[index]
    said = spelled_at(text, token.start, token.end)
    near = max(0, token.start - _NEAR), token.end + _NEAR
    return said is not None and all(text.count(one, *near) >= _TWO for one in said)


def _is_far(own: Level, base: Level, rate: Percent) -> bool:
    """Whether a rate is several times that of two figures, so that it is one of others."""
    if own.value is None or base.value is None:
        return False
    return far_apart(own.value.n * HUNDRED, base.value.n * rate.n)


def has_own_figures(reading: Reading, index: int) -> bool:
    """Whether two figures are told right behind a rate, which are those it is of.

    执行率P（支出A、预算B）; at the beginning of a sentence or item also 执行率P，其中支出A、预算B.
    """
    inside = _BRACKET.match(reading.letters, index + 1)
    if inside is None and _BEGUN.search(reading.letters, max(0, index - _AHEAD), index) is not None:
        inside = _PAIR.match(reading.letters, index + 1)
    return inside is not None and len(_FIGURE.findall(inside[0])) >= _TWO


def _has_own_plan(reading: Reading, index: int) -> bool:
    """Whether the bracket right behind a rate tells what was planned: 支出A，执行率P（预算B）."""
    inside = _BRACKET.match(reading.letters, index + 1)
    if inside is None:
        return False
    begin, end = reading.tokens[inside.start()].end, reading.tokens[inside.end() - 1].start
    return any(reading.run.plain.startswith(w, begin, end) for w in reading.wording.outline.planned)


def _is_rated(context: Context, level: Level, base: Level) -> bool:
    """Whether a rate of the same two figures was said just before, and is right."""
    said = [r for r in context.ledger.records[-_LATELY:] if isinstance(r, Compared) and r.base]
    rates = [r.completed for r in said if r.base == base.value and r.completed is not None]
    return any(_makes(level, base, rate) for rate in rates)


def _fits_another(reading: Reading, index: int, own: Level, base: Level, rate: Percent) -> bool:
    """Whether a figure is so much of another number before it, which may be in no line."""
    numbers = [t for t in reading.tokens[:index] if t.letter in "NQq"]
    values = [count(t) if t.letter in "Qq" else amount(t) for t in numbers]
    if own.value in values:
        values.remove(own.value)  # once: 实际A，合格A，合格率100%
    others = [attrs.evolve(own, value=value) for value in values if value is not None]
    if any(_is_less(own, base, one, rate) for one in others):
        return True  # 结案A（含上年结转B），当年结案率P: of those of the year
    both = [_sum(a, b) for a, b in pairwise(others) if _comparable(a, b)]  # 省级A，县级B，到位率P
    return any(_comparable(own, one) and _makes(own, one, rate) for one in (*others, *both))


def _are_together(reading: Reading, until: int, own: Level, base: Quantity, rate: Percent) -> bool:
    """Whether a rate is that of the last figures of a sentence together: A、B，占M的P."""
    begin = reading.letters.rfind(b".", 0, until) + 1
    numbers = [t for t in reading.tokens[begin:until] if t.letter in "NQq"][-_LATELY:]
    values = [count(t) if t.letter in "Qq" else amount(t) for t in numbers]
    known = [value for value in values if value is not None]
    if len(known) < len(values) or not known or own.value is None:
        return False
    return not fits(own.value, base, rate) and fit_all(known, base, rate)


def _is_less(own: Level, base: Level, other: Level, rate: Percent) -> bool:
    """Whether what another figure leaves of one makes a rate."""
    a, b = own.value, other.value
    if a is None or b is None or a.unit != b.unit or a.n <= b.n or b is base.value:
        return False
    return _makes(attrs.evolve(own, value=attrs.evolve(a, value=a.value - b.value)), base, rate)


def _sum(a: Level, b: Level) -> Level:
    """Return two figures of one kind as one."""
    one, other = a.value, b.value
    if one is None or other is None or one.unit != other.unit:
        return a
    return attrs.evolve(a, value=attrs.evolve(one, value=one.value + other.value))


def _claim(
    reading: Reading, found: Found, level: Level, base: Quantity, rate: Percent, called: str
) -> bool:
    """Keep what a rate says of two figures; whether it says anything that can be kept."""
    context, place, column = reading.context, level.place, level.column
    if isinstance(base, Percent) or (column in _PLANNED and not place.matter):
        return False
    if place.matter:
        # A line of its own: what else is said of the matter is no part of this relation.
        name, apart = called or place.matter, _OWN + len(context.ledger.records)
        place = Place(matter=name, body=place.body, apart=apart)
        column = "actual" if isinstance(base, Count) else "final"
        context.add(attrs.evolve(level, place=place, column=column))
    claim = Compared(
        place,
        column,
        "target",
        reading.source(found.start, found.end),
        base=base,
        completed=rate,
        wording=reading.printed(found.start, found.end),
    )
    context.remember(claim)
    return True


def _pair(context: Context, name: str, rate: Percent, words: Outline) -> _Pair | None:
    """Return the numerator and denominator of a rate, or None where they cannot be told."""
    money = has_any(name, words.spent)
    groups = [
        [level for level in near if not money or isinstance(level.value, Amount)]
        for near in _around(context)
    ]
    for near in groups:
        for pair in permutations(near, 2):
            made = _comparable(*pair) and _makes(*pair, rate)
            if made and not _is_upside_down(*pair, name, words):
                return pair
    named = (_named(near, name, words) for near in groups)
    said = next((pair for pair in named if pair is not None), None)
    if said is not None and any(level is context.missed for level in _since(context, said)):
        return None  # it may be of the figure behind it that was not understood
    return said


def _is_upside_down(level: Level, base: Level, name: str, words: Outline) -> bool:
    """Whether what was planned stands above what was done: 计划A，竣工B，完成率A÷B.

    Of time and of what is better the less there is, that may be meant.
    """
    lower = relation_words().lower
    if getattr(base.value, "unit", "") in relation_words().timed:
        return False
    if has_any(name + level.name + base.name, lower):
        return False
    stem = name.partition(_RATE)[0][-_STEM:]
    done = _is_named_after(base.name, stem) or any(word in name for word in words.executed)
    return done and _is_planned(level, words) and not _is_planned(base, words)


def _since(context: Context, pair: _Pair) -> Sequence[Level]:
    """Return what was said from the first of two figures on."""
    near = context.levels_near
    return near[min(i for i, level in enumerate(near) if level in pair) :]


def _around(context: Context) -> Iterator[list[Level]]:
    """Yield the figures that a rate may be of: of its group, its sentence, and the one before."""
    recent = [level for level in context.levels_near if level.value is not None]
    yield [level for level in recent if level.group == context.segment]
    yield [level for level in recent if level.sentence == context.sentences]
    yield [level for level in recent if level.sentence >= context.sentences - 1]


def _is_named_after(name: str, stem: str) -> bool:
    """Whether a rate is named after a figure: 采纳率 after 采纳98条, not 合格率 after 不合格."""
    if len(stem) != _STEM:
        return False
    before, found, behind = name.rpartition(stem)
    if not found or len(behind) > 1:
        return False  # 失业率 is not of 失业人员再就业; 随访率 is of 随访到
    return not before.endswith(("不", "未", "非", "超额")) and UNDONE.match(before) is None


def _named(near: Sequence[Level], name: str, words: Outline) -> _Pair | None:
    """Return the two figures that words say a rate is of, if they say so."""
    stem = name.partition(_RATE)[0][-_STEM:]
    prefix = name.partition(stem)[0] if stem else ""
    if not (relation_words().neutral.make(prefix) or any(prefix in level.name for level in near)):
        return None  # 按期办结率 is not that of all that were closed
    done = has_any(name, words.done)
    if (done and has_any(name, words.planned)) or any(word in name for word in words.executed):
        return _of_plan(near, words, stem, name)
    return _of_whole(near, name, words) if _RATE in name else None


def _of_whole(near: Sequence[Level], name: str, words: Outline) -> _Pair | None:
    """采纳率: of the figure that it is named after to the only other one of its kind.

    服务目标A人，…；达标B人，达标率P: B is no part of what was only planned, in another clause.
    """
    stem = name.partition(_RATE)[0][-_STEM:]
    own = [level for level in near if _is_named_after(level.name, stem)]
    if len(own) != 1 or not isinstance(own[0].value, Count):
        return None
    others = [level for level in near if level is not own[0] and _comparable(level, own[0])]
    if len(others) != 1 or not _is_part(own[0], others[0]):
        return None
    apart = others[0].group != own[0].group and _is_planned(others[0], words)
    return None if apart else (own[0], others[0])


def _of_plan(near: Sequence[Level], words: Outline, stem: str, name: str) -> _Pair | None:
    """完成率: of what was done to what was planned; of two budgets, to the later one.

    What a rate is named after is done, not planned: 资本金到位N，到位率P.
    """
    own = [level for level in near if _is_named_after(level.name, stem)]
    if not own and stem in words.arrived:
        return None  # 到位率: of what arrived, and of nothing else
    if len(own) > 1 or not all(_is_wide(level, stem, name) for level in own):
        return None  # 省级到位N，县级到位M，综合到位率P; 超额完成N，完成率P
    plans = [level for level in near if _is_planned(level, words) and level not in own]
    done = own[-1:] or [one for one in near if one not in plans and not _is_other(one)]
    done = [level for level in done if all(_comparable(level, plan) for plan in plans)]
    plans = [plan for plan in plans if not plan.place.steps] or plans
    plans = [plan for plan in plans if plan.column != "initial_budget"] or plans
    if len({plan.value.n for plan in plans if plan.value is not None}) == 1:
        plans = plans[:1]
    return (done[0], plans[0]) if len(plans) == 1 and len(done) == 1 else None


def _is_other(level: Level) -> bool:
    """Whether a figure cannot be what was done: 超额完成6场, 含上年结转0.12亿元."""
    heads = relation_words().heads_by_end.get(level.name[-1:], ())
    rest = any(role in (LEFT, OPENING) and level.name.endswith(head) for head, role in heads)
    return rest or _BEYOND in level.name or UNDONE.match(level.name) is not None


def _is_wide(level: Level, stem: str, name: str) -> bool:
    """Whether a figure is of nothing narrower than its rate: 县级到位N is not that of all money."""
    before = level.name.partition(stem)[0]
    return before in name or relation_words().neutral.make(before)


def _is_part(part: Level, whole: Level) -> bool:
    """Whether a figure may be so much of another one: 完工61个，未完工3个 are beside each other."""
    return part.value is not None and whole.value is not None and part.value.n <= whole.value.n


def _is_planned(level: Level, words: Outline) -> bool:
    """Whether a figure is what was planned: 应缴N, but not 应急抢修支出N."""
    name = level.name
    for other in words.unplanned:
        name = name.replace(other, "")
    if any(is_beyond(name, word) for word in words.planned):
        return False
    return level.column in _PLANNED or has_any(name, words.planned)


def _comparable(a: Level, b: Level) -> bool:
    """Whether two figures may make a rate: of one kind, and of one unit where they count."""
    if a.value is None or b.value is None or type(a.value) is not type(b.value):
        return False
    return not isinstance(a.value, Count) or a.value.unit == getattr(b.value, "unit", "")


def _makes(a: Level, b: Level, rate: Percent) -> bool:
    """Whether one figure is so many percent of another one, as printed."""
    if a.value is None or b.value is None or b.value.n <= 0:
        return False
    off = a.value.n * 100 * _ONE - rate.n * b.value.n
    slack = a.value.half * 100 * _ONE + rate.n * b.value.half
    return abs(off) <= rate.half * b.value.n + slack
