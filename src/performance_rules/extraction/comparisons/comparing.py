"""Comparisons: changes, rates, completion, flat and order statements against a named base."""

from __future__ import annotations

import re
from typing import Final

from attrs import evolve

from performance_rules.extraction.comparisons.bases import (
    EITHER,
    NO_BASE,
    NO_BASE_COLUMN,
    base_of,
    changed_column,
    columns_of,
    direction_of,
    keep,
)
from performance_rules.extraction.drafts.records import Compared, Level
from performance_rules.extraction.figures.fitting import fits
from performance_rules.extraction.lists.sums import NO_PARTS
from performance_rules.extraction.scope.clauses import Base, Places
from performance_rules.extraction.scope.facts import PRIOR
from performance_rules.extraction.scope.listed import listed_before
from performance_rules.extraction.scope.owners import WHOSE, Claimed, is_another, meant, turn
from performance_rules.extraction.scope.reading import NO_NAME, NO_SUBJECT, Reading
from performance_rules.extraction.scope.references import subjects_of
from performance_rules.extraction.scope.subjects import NotBound, places_of
from performance_rules.extraction.tokens.patterns import WINDOW, Found
from performance_rules.extraction.tokens.quantities import percent, signed
from performance_rules.report.model import Settled
from performance_rules.values.quantity import Amount, Count, Percent

_SUM: Final = "sum"
_TOTALS: Final = ("总计", "总额")
_RISE: Final = re.compile("[(,，](?:即|也就是|实为)(?:增加|增长|上升)")
_FIGURE: Final = re.compile(rb"[NQq]")
DIFFERENCE: Final = "两个数的差"
NO_DIRECTION: Final = "方向词残缺"
_THIS: Final = ("本年", "今年", "当年")
SEVERAL: Final = "几个增减率连着写，没有说明各是哪一项的"


def on_change(reading: Reading, found: Found) -> None:
    """比上年减少N，下降P; 与Y年相比，T增加N; 比年初预算N增加N."""
    base = base_of(reading, found)
    reading.context.now.base = base
    unknown = found.first("subject", "object", "same") is None
    several = _is_behind_several(reading, found) or _is_of_listed(reading, found)
    if found.first("subject") is None and several:
        reading.lose(NO_PARTS, *map(found.first, ("level", "amount", "rate")))
        return
    if (unknown and reading.unknown_name(found.start)) or _of_another(reading, found):
        reading.lose(NO_NAME, *map(found.first, ("level", "amount", "rate")))
        return
    _take_up_total(reading, found)
    _changed(reading, found, base)


def _take_up_total(reading: Reading, found: Found) -> None:
    """与上年预算总计相比增加N: a base that is a total says that the change is that of the total."""
    context = reading.context
    if found.first("subject", "object", "same") is not None or not found.first("base"):
        return
    end = found.first("level", "up", "amount") or found.end
    said = reading.tokens[found.parts["base"][0] : end]
    if not any(reading.named(token) in _TOTALS for token in said):
        return
    totals = [level for level in context.levels_near if level.grand is not None]
    if totals and context.now.levels[-1:] != tuple(totals[-1:]):
        context.now.about((totals[-1].place,), (totals[-1],), at=found.start)


def _of_another(reading: Reading, found: Found) -> bool:
    """Whether the base is named, and not like what the clause is about: 比上年多查处N起."""
    same = reading.token(found, "same")
    own = reading.context.now.own
    if same is None or same.letter != "t":
        return False
    last = own[0].last if own else None
    names = (own[0].matter, last.name if last is not None else "") if own else ()
    return not any(name.endswith(same.name) for name in names)


def on_follow(reading: Reading, found: Found) -> None:
    """减支N，下降P: the base is the one named before."""
    _goes_on(reading, found)
    base = reading.context.now.base or _both_said(reading, found) or _since(reading, found)
    figures = [i for i in (found.first("amount"), found.first("rate")) if i is not None]
    if found.first("subject") is None and reading.unknown_name(found.start):
        for index in figures:  # 支持商销稳增长N may be a part as well as a change
            reading.leave_out(NO_NAME, index, named=True)
        return
    if _is_of_several(reading, found):
        reading.lose(NO_PARTS, *figures)
        return
    if base is None:
        reading.lose(NO_BASE, *figures)
        return
    if _is_from_before(reading, found):
        reading.refuse(NO_BASE, *figures)
        return
    change = _without_rate(reading)
    if change is not None and found.first("amount", "subject") is None:
        _completes(reading, found, change)
    else:
        _changed(reading, found, base)


def _is_of_several(reading: Reading, found: Found) -> bool:
    """Whether a change is that of what stands before it together: A超出N，B结余M，合计节约D."""
    if found.first("subject") is not None or reading.tokens[found.start].value != _SUM:
        return False
    near = reading.letters[max(0, found.start - WINDOW) : found.start]
    begin = max(near.rfind(mark) for mark in (b".", b"E"))
    return reading.starts_clause(found.start) and near.count(b"N", begin + 1) > 1


def _is_behind_several(reading: Reading, found: Found) -> bool:
    """Whether a comparison is that of several figures, together or each: A、B，合计同比增加D."""
    at = found.start
    while at and reading.letters[at - 1 : at] in (b"w", b"A", b"G"):
        at -= 1
    said = reading.tokens[at : found.start]
    if not any(token.value == _SUM or token.letter in "AG" for token in said):
        return False
    near = reading.letters[max(0, at - WINDOW) : at]
    figures = _FIGURE.findall(near, near.rfind(b".") + 1)
    return reading.starts_clause(at) and len(figures) > 1


def _is_of_listed(reading: Reading, found: Found) -> bool:
    """Whether what is listed before a comparison makes it together: A、B，比上年的C减少D."""
    level_at, amount_at = found.first("level"), found.first("amount")
    listed = listed_before(reading, found.start)
    if level_at is None or amount_at is None or not listed:
        return False
    try:
        level, change = reading.quantity(level_at), reading.quantity(amount_at)
    except NotBound:
        return False
    together = sum(one.n for one in listed) - level.n
    return level.unit == listed[0].unit and abs(together) == abs(change.n)


def _is_from_before(reading: Reading, found: Found) -> bool:
    """2022年A，本年增加C，增长P: A is what the change is from where the rate is C of A."""
    amount, rate = found.first("amount"), found.first("rate")
    levels, at = reading.context.now.levels, reading.tokens[found.start].start
    if amount is None or rate is None or len(levels) != 1:
        return False
    if not reading.run.plain.startswith(_THIS, at) and not reading.run.plain.endswith(_THIS, 0, at):
        return False
    try:
        change = reading.quantity(amount)
    except NotBound:
        return False
    level, said = levels[0].value, percent(reading.tokens[rate])
    if level is None or said is None:
        return False
    return fits(change, level, said)


def _goes_on(reading: Reading, found: Found) -> None:
    """2021年N，2020年N；下降P: behind ``；`` it is still of the one line that was spoken of."""
    context, now = reading.context, reading.context.now
    before = reading.letters[max(0, found.start - WINDOW) : found.start].rstrip(b"wE")
    of_one = len({said.place for said in context.stating}) == 1 and len(context.last) == 1
    if before.endswith(b";") and of_one and not (now.own or now.levels or context.kept):
        now.about((context.last[0].place,), context.last, at=found.start)


def _both_said(reading: Reading, found: Found) -> Base | None:
    """三公经费2021年N，2020年N，下降P: both levels are said, so the year before is meant."""
    context = reading.context
    if len(context.now.levels) != 1:
        return None
    last = context.now.levels[0]
    said = [one.column for one in context.stating if one.place == last.place]
    this = [column for column in said if column not in PRIOR]
    against = context.facts.against("", -1, this[-1]) if this else None
    if against not in said:
        return None
    if last.column == against:
        context.now.column, context.now.distance = this[-1], None
    return Base("", -1, reading.printed(found.start, found.end))


def _since(reading: Reading, found: Found) -> Base | None:
    """2020年T为N，2021年增加D: the level right before is what this year's change is from."""
    now, at = reading.context.now, reading.tokens[found.start].start
    this = reading.run.plain.startswith(_THIS, at) or reading.run.plain.endswith(_THIS, 0, at)
    year = reading.tokens[found.start - 1] if found.start else None
    named = year is not None and year.letter == "Y" and now.distance == 0
    alone = len(now.levels) == 1 and now.levels[0].column in PRIOR and not now.base
    if not (alone and (this or named)) or found.first("subject") is not None:
        return None
    now.column, now.distance = "", 0
    return Base("", -1, reading.printed(found.start, found.end))


def _without_rate(reading: Reading) -> Compared | None:
    """Return the last change, if it is what the clause is about and has no rate yet."""
    context = reading.context
    last = context.claims[-1] if context.claims else None
    if last is None or last.rate is not None or last.change is None:
        return None
    return last if last.place in context.subjects else None


def _completes(reading: Reading, found: Found, claim: Compared) -> None:
    """增加N（其中…），增长P: the rate belongs to the change said before the bracket."""
    index = found.parts["rate"][0]
    value = percent(reading.tokens[index])
    direction = direction_of(reading, found, "up") or claim.direction
    if direction == EITHER and claim.change is not None:
        direction = "down" if claim.change.n < 0 else "up"  # 变动-9万元（…），变动率3%
    if value is None or direction is None:
        reading.refuse(NO_DIRECTION, index)
        return
    claim.rate = signed(value, direction)
    reading.bind(index)


def on_base(reading: Reading, found: Found) -> None:
    """与2015年相比，: what follows is compared with it; 较预算数N有所减少 restates its level."""
    base = reading.context.now.base = base_of(reading, found)
    index = found.first("level")
    if index is None:
        return
    try:
        places = subjects_of(reading, found)
        _, against = columns_of(reading, base)
        level = reading.amount(index)
    except NotBound as refusal:
        reading.refuse(str(refusal), index)
        return
    source, hint = reading.source(found.start, found.end), reading.context.hint
    for place in places:
        reading.context.add(Level(place, against, level, source, hint=hint))
    reading.bind(index)


def on_more(_reading: Reading, _found: Found) -> None:
    """较上年减少N批次: by how many more or fewer is not how many there were."""


def on_beyond(reading: Reading, found: Found) -> None:
    """支出大于收入N, 超年初预算P: by how much more one is than another is neither of the two."""
    reading.pass_over(DIFFERENCE, found.parts["amount"][0])


def _changed(reading: Reading, found: Found, base: Base) -> None:
    amount_at, rate_at = found.first("amount"), found.first("rate")
    level_at = found.first("level")
    figures = (level_at, amount_at, rate_at)
    if rate_at is not None and reading.is_one_of(rate_at):
        reading.lose(SEVERAL, *figures)
        return
    try:
        places = _object(reading, found) or subjects_of(reading, found)
        column, against = columns_of(reading, base)
        change = reading.quantity(amount_at) if amount_at is not None else None
        level = reading.quantity(level_at) if level_at is not None else None
    except NotBound as refusal:
        own = found.first("subject", "object", "same") is not None
        keeps = str(refusal) == NO_BASE_COLUMN and not own
        # A N，较2015年下降P。其中：…: parts of A, whatever it was compared with
        (reading.refuse if keeps else reading.lose)(str(refusal), *figures)
        return
    rate = percent(reading.tokens[rate_at]) if rate_at is not None else None
    stated = reading.context.stated.get(places[0])
    value = stated.value if stated is not None else None
    if change is not None and value is not None and type(value) is not type(change):
        reading.lose(NO_SUBJECT, *figures)  # 因新设2个社区增加N万元
        return
    settled: Settled = "said"
    same = reading.token(found, "same")
    named = same is not None and (same.scope or not same.sides)
    column = changed_column(reading, found, places[0], (column, against), change)
    claimed = Claimed(column, level, change, rate)
    if found.first("subject", "object") is None and not named:
        places, settled = meant(reading, found, places, claimed)
    first, second = direction_of(reading, found, "up"), direction_of(reading, found, "up2")
    direction = first or second
    either = direction == EITHER
    if either:
        direction = second = turn(reading.context, places[0], claimed)
    if direction is None:
        reading.refuse(NO_DIRECTION, *figures)
        return
    end = reading.tokens[found.end - 1].end
    if direction == "down" and _negative(change, rate) and _RISE.match(reading.run.plain, end):
        direction = second = "up"  # 减少-95万元（即增加95万元): it says itself what it means
        change = evolve(change, value=abs(change.value)) if change is not None else None
        rate = evolve(rate, value=abs(rate.value)) if rate is not None else None
    if direction == "up" and _negative(change, rate):
        direction = second = "down"  # 增加-206万元 is a decrease written with a sign
    claim = Compared(
        places[0],
        column,
        against,
        reading.source(found.start, found.end),
        base=level,
        change=signed(change, direction) if change is not None else None,
        rate=signed(rate, second or direction) if rate is not None else None,
        direction=None if either else direction,
        wording=base.wording if found.name == "follow" else _wording(reading, found),
        settled=settled,
        inference=WHOSE if settled == "inferred" else None,
    )
    if found.first("subject", "object") is None and is_another(reading, claim):
        reading.refuse(NO_SUBJECT, *figures)
        return
    keep(reading, found, places, claim, level)
    reading.bind(*figures)


def _negative(change: Amount | Count | None, rate: Percent | None) -> bool:
    said = [value.value for value in (change, rate) if value is not None and value.value]
    return bool(said) and all(value < 0 for value in said)


def _object(reading: Reading, found: Found) -> Places:
    """Return what 比上年减少公务接待费N is about; 增加支出N is about the subject."""
    token = reading.token(found, "object", "same")
    if token is None or (token.sides and not token.scope):
        return ()
    kind = token.senses[0].kind
    return (
        () if kind in ("scope", "counted", "count", "open") else places_of(reading.context, token)
    )


def _wording(reading: Reading, found: Found) -> str:
    """Return how base and direction are worded, without the amounts behind them."""
    index = found.first("up", "flat", "order")
    end = found.end if index is None else index + 1
    start = found.first("left") if found.first("left") is not None else found.start
    return reading.printed(found.start if start is None else start, end)
