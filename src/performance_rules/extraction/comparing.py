"""Comparisons: changes, rates, completion, flat and order statements against a named base."""

from __future__ import annotations

from typing import Final

import attrs

from performance_rules.extraction.context import Base, Context, Places
from performance_rules.extraction.facts import FAR, PLAIN
from performance_rules.extraction.patterns import WINDOW, Found
from performance_rules.extraction.places import Place
from performance_rules.extraction.quantities import (
    nothing,
    percent,
    signed,
)
from performance_rules.extraction.rating import NO_PAIR, rated
from performance_rules.extraction.reading import NO_SUBJECT, Reading
from performance_rules.extraction.records import Compared, Level
from performance_rules.extraction.subjects import NotBound, places_of
from performance_rules.report.model import Settled
from performance_rules.values import Amount, Count, Percent

NO_BASE: Final = "没有说明与什么相比"
NO_BASE_COLUMN: Final = "对比的年度或阶段不是报告有的栏"
WHOSE: Final = "这个增减说的是哪一项"
_ONE: Final = 10**8
EACH: Final = "分别列举的数"
SHARED: Final = "几项共用一个数"
NO_NAME: Final = "名称不认得"
NO_DIRECTION: Final = "方向词残缺"
_BUDGETS: Final = ("initial_budget", "adjusted_budget", PLAIN)
_RECENT: Final = 12
_OPPOSITE: Final = {"above": "below", "below": "above", "equal": "equal"}


def on_change(reading: Reading, found: Found) -> None:
    """比上年减少N，下降P; 与Y年相比，T增加N; 比年初预算N增加N."""
    base = _base(reading, found)
    reading.context.now.base = base
    unknown = found.first("subject", "object", "same") is None
    if (unknown and reading.unknown_name(found.start)) or _of_another(reading, found):
        reading.lose(NO_NAME, *map(found.first, ("level", "amount", "rate")))
        return
    _changed(reading, found, base)


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
    base = reading.context.now.base or _both_said(reading, found)
    if base is None:
        reading.lose(NO_BASE, found.first("amount"), found.first("rate"))
        return
    if found.first("subject") is None and reading.unknown_name(found.start):
        reading.lose(NO_NAME, found.first("amount"), found.first("rate"))
        return
    change = _without_rate(reading)
    if change is not None and found.first("amount", "subject") is None:
        _completes(reading, found, change)
    else:
        _changed(reading, found, base)


def _both_said(reading: Reading, found: Found) -> Base | None:
    """三公经费2021年N，2020年N，下降P: both levels are said, so the year before is meant."""
    context = reading.context
    if context.facts.is_budget or len(context.now.levels) != 1:
        return None
    last = context.now.levels[0]
    columns = {said.column for said in context.stating if said.place == last.place}
    both = {"prior", last.column} if last.column != "prior" else {"prior", "final"}
    if not (both <= columns or {"prior", "actual"} <= columns):
        return None
    if last.column == "prior":
        context.now.column = "actual" if "actual" in columns else "final"
        context.now.distance = None
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
    direction = _direction(reading, found, "up") or claim.direction
    if value is None or direction is None:
        reading.refuse(NO_DIRECTION, index)
        return
    claim.rate = signed(value, direction)
    reading.bind(index)


def on_base(reading: Reading, found: Found) -> None:
    """与2015年相比，: what follows is compared with it; 较预算数N有所减少 restates its level."""
    base = reading.context.now.base = _base(reading, found)
    index = found.first("level")
    if index is None:
        return
    try:
        places = reading.subjects(found)
        _, against = _columns(reading, base)
        level = reading.amount(index)
    except NotBound as refusal:
        reading.refuse(str(refusal), index)
        return
    source, hint = reading.source(found.start, found.end), reading.context.hint
    for place in places:
        reading.context.ledger.add(Level(place, against, level, source, hint=hint))
    reading.bind(index)


def on_more(_reading: Reading, _found: Found) -> None:
    """较上年减少N批次: by how many more or fewer is not how many there were."""


def _base(reading: Reading, found: Found) -> Base:
    context = reading.context
    year = reading.token(found, "year")
    stage = reading.token(found, "base")
    opener = reading.tokens[found.start].value
    distance: int | None = None
    if year is not None:
        distance = context.facts.distance(year.value)
        distance = FAR if distance is None else distance
    elif opener:
        distance = int(opener)
    return Base(stage.value if stage else "", distance, reading.printed(found.start, found.end))


def _changed(reading: Reading, found: Found, base: Base) -> None:
    amount_at, rate_at = found.first("amount"), found.first("rate")
    level_at = found.first("level")
    figures = (level_at, amount_at, rate_at)
    try:
        places = _object(reading, found) or reading.subjects(found)
        column, against = _columns(reading, base)
        change = reading.quantity(amount_at) if amount_at is not None else None
        level = reading.quantity(level_at) if level_at is not None else None
    except NotBound as refusal:
        reading.lose(str(refusal), *figures)
        return
    rate = percent(reading.tokens[rate_at]) if rate_at is not None else None
    settled: Settled = "said"
    if found.first("subject", "object", "same") is None:
        places, settled = _meant(reading, found, places, column, (level, change, rate))
    first, second = _direction(reading, found, "up"), _direction(reading, found, "up2")
    direction = first or second
    if direction is None:
        reading.refuse(NO_DIRECTION, *figures)
        return
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
        direction=direction,
        wording=base.wording if found.name == "follow" else _wording(reading, found),
        hint=reading.context.hint,
        settled=settled,
        inference=WHOSE if settled == "inferred" else None,
    )
    if found.first("subject", "object") is None and _other(reading, claim):
        reading.refuse(NO_SUBJECT, *figures)
        return
    _said(reading, found, places, claim, level)
    reading.bind(*figures)


_Claimed = tuple[Amount | Count | None, Amount | Count | None, Percent | None]
"""The base, the change and the rate of a claim, as far as it says them."""


def _meant(
    reading: Reading, found: Found, places: Places, column: str, claimed: _Claimed
) -> tuple[Places, Settled]:
    """Return what a change without a subject of its own is about, and how that is known.

    It is the figure right before it. Behind a list, or in a sentence of its own, it may be the
    whole as well, or what the item is about: then it is the one that the numbers fit, and where
    they fit none, it is not certain.
    """
    context = reading.context
    before = reading.letters[max(0, found.start - WINDOW) : found.start]
    last = max(before.rfind(letter) for letter in (b"N", b"Q", b"q", b"P"))
    near = last >= 0 and context.now.own and not before[last + 1 :].strip(b",()wYaSE")
    at = context.now.at
    right_before = reading.letters[at : found.start].rstrip(b"w") == b"T"
    if context.now.own and right_before:
        return places, "said"  # 收、支总计比上年增加N: it says what it is about
    strong = context.strong
    beside = {level.place for level in context.stating} - set(places)
    in_list = strong is not None and len(strong.parts) > 1 and bool(beside)
    after = near and before.rstrip(b"w").endswith(b",") and strong is not None
    ended = after and strong is not None and in_list and strong.ended
    # A N，其中B N，比上年增加D: of A, or of B.
    inline = after and strong is not None and strong.segment == context.segment
    if near and not (ended or inline):
        return places, "said"
    wholes = [strong.whole] if strong is not None else []
    others = [(p,) for p in (*wholes, *context.before.own, *context.frames[-1].subjects)]
    known = context.stated.get(places[0])
    if known is None:
        return places, "inherited"
    for candidate in (places, *others):
        if _fits(context, candidate[0], column, claimed):
            return candidate, "said"
    return places, "said" if context.now.own and not (in_list or inline) else "inferred"


def _fits(context: Context, place: Place, column: str, claimed: _Claimed) -> bool:
    """Whether a line's figure, a base, a change and a rate make an equation."""
    level = context.stated.get(place)
    base, change, rate = claimed
    if level is None or level.value is None or level.column != column:
        return False
    if base is not None and change is not None:
        return abs(abs(level.value.n - base.n) - abs(change.n)) <= max(base.step, change.step)
    if rate is None or (base is None and change is None):
        return False
    up = -1 if rate.n < 0 else 1
    for sign in (up, -up):
        at = base.n if base is not None else level.value.n - sign * abs(change.n if change else 0)
        if at > 0:
            off = abs(level.value.n - at) * 100 * _ONE - abs(rate.n) * at
            if abs(off) <= max(rate.step, 1) * at:
                return True
    return False


def _negative(change: Amount | Count | None, rate: Percent | None) -> bool:
    said = [value.value for value in (change, rate) if value is not None and value.value]
    return bool(said) and all(value < 0 for value in said)


def _other(reading: Reading, claim: Compared) -> bool:
    """Whether a sentence already said another change of the same figures: this is of another."""
    return any(
        (said.place, said.column, said.against) == (claim.place, claim.column, claim.against)
        and None not in (said.change, claim.change)
        and said.change != claim.change
        for said in reading.context.sentence[-_RECENT:]
    )


def _object(reading: Reading, found: Found) -> Places:
    """Return what 比上年减少公务接待费N is about; 增加支出N is about the subject."""
    token = reading.token(found, "object", "same")
    if token is None or (token.sides and not token.scope):
        return ()
    kind = token.senses[0].kind
    return (
        () if kind in ("scope", "counted", "count", "open") else places_of(reading.context, token)
    )


def _said(
    reading: Reading, found: Found, places: Places, claim: Compared, level: Amount | Count | None
) -> None:
    """Keep a claim for each line it is about, and the base level it restates."""
    context, phrase = reading.context, reading.token(found, "subject")
    own = context.now.own
    if phrase is not None:
        claim.grand = phrase.senses[0].grand
    elif own and own[0] == claim.place:
        claim.grand = context.now.grand
    for place in places:
        context.remember(claim if place is claim.place else attrs.evolve(claim, place=place))
        if level is not None:
            context.ledger.add(Level(place, claim.against, level, claim.source, hint=context.hint))
    if found.first("subject") is not None:
        reading.context.now.about(places, at=found.start)
        _open(reading, places)


def _open(reading: Reading, places: Places) -> None:
    frame = reading.context.frames[-1]
    if not frame.subjects:
        frame.subjects = places


def _columns(reading: Reading, base: Base) -> tuple[str, str]:
    """Return the column of the figure and the one it is compared with."""
    context, facts = reading.context, reading.context.facts
    own = context.now.distance or 0
    column = context.column()
    if base.stage in _BUDGETS and not facts.is_budget and base.distance in (None, own):
        column = facts.column("final", own) or column  # an outturn against its own budget
    if column in _BUDGETS and not base.stage and base.distance == -1 and _is_spent(context):
        column = "final"  # 支出N，预算M，比上年增加: what was spent
    distance = own if base.stage and base.distance is None else base.distance
    against = facts.against(base.stage, distance, column)
    this = facts.column("" if facts.is_budget else "final", 0) or column
    places = {level.place for level in context.now.levels}
    both = any((place, this) in context.ledger.said for place in places)
    if own == distance == -1 and (against in (None, column) or both):
        # 上年为N，与上年持平: this year's figure is compared with it.
        column = this
        against = facts.against(base.stage, distance, column)
        _to_this_year(context, column)
    if against is None:
        raise NotBound(NO_BASE_COLUMN)
    return column, against


def _is_spent(context: Context) -> bool:
    """Whether the sentence says what was spent on that whose budget was said last."""
    places = {level.place for level in context.now.levels}
    return any(s.place in places and s.column == "final" for s in context.stating)


def _to_this_year(context: Context, column: str) -> None:
    """Take up this year's figure again: 2023年N，上年为M，增加D，其中…."""
    now, places = context.now, {level.place for level in context.now.levels}
    said = [s for s in context.stating if s.place in places and s.column == column]
    now.distance, now.column = None, column
    now.levels = tuple(said[-1:]) or now.levels


def _direction(reading: Reading, found: Found, part: str) -> str | None:
    """Return up or down; None where there is no word, or one that was not edited."""
    index = found.first(part)
    if index is None:
        return None
    word = reading.tokens[index].value
    if not word:
        reading.odd("direction", index, index + 1)
        return None
    return word


def _wording(reading: Reading, found: Found) -> str:
    """Return how base and direction are worded, without the amounts behind them."""
    index = found.first("up", "flat", "order")
    end = found.end if index is None else index + 1
    start = found.first("left") if found.first("left") is not None else found.start
    return reading.printed(found.start if start is None else start, end)


def on_incomparable(reading: Reading, found: Found) -> None:
    """比上年增长--（基数为0，不可比）: a comparison without a rate, and it says why."""
    base = _base(reading, found)
    try:
        places = reading.subjects(found)
        column, against = _columns(reading, base)
    except NotBound:
        return
    end = found.end
    while end < len(reading.tokens) and reading.letters[end : end + 1] in b"(V,":
        end += 1
    closed = end < len(reading.tokens) and reading.letters[end : end + 1] == b")"
    claim = Compared(
        places[0],
        column,
        against,
        reading.source(found.start, end),
        direction=_direction(reading, found, "up"),
        wording=reading.printed(found.start, end + 1 if closed else end),
        hint=reading.context.hint,
    )
    _said(reading, found, places, claim, None)


def on_flat(reading: Reading, found: Found) -> None:
    """与上年度持平，无增减变化; 决算数与预算数持平."""
    base = _base_of_flat(reading, found)
    if base is None:
        return
    reading.context.now.base = base
    level_at = found.first("level")
    try:
        places = reading.subjects(found)
        column, against = _columns(reading, base)
        level = reading.amount(level_at) if level_at is not None else None
    except NotBound as refusal:
        reading.refuse(str(refusal), level_at)
        return
    reading.bind(level_at)
    flat = reading.tokens[found.parts["flat"][0]].value
    end = found.end
    if reading.letters[end : end + 2] == b",F":
        end += 2
    claim = Compared(
        places[0],
        column,
        against,
        reading.source(found.start, end),
        base=level,
        change=nothing() if flat == "flat" else None,
        direction=flat,
        wording=reading.printed(found.start, end),
        hint=reading.context.hint,
    )
    _said(reading, found, places, claim, level)


def _base_of_flat(reading: Reading, found: Found) -> Base | None:
    if found.name == "same":
        return reading.context.now.base
    if found.first("left") is None:
        return _base(reading, found)
    year = reading.token(found, "year")
    stage = reading.token(found, "base")
    if stage is None and year is None:
        return None
    distance = None if year is None else reading.context.facts.distance(year.value)
    return Base(stage.value if stage else "", distance, reading.printed(found.start, found.end))


def on_order(reading: Reading, found: Found) -> None:
    """决算数小于预算数: an order between two columns of the line."""
    left, right = reading.token(found, "left"), reading.token(found, "right")
    order = reading.token(found, "order")
    if left is None or right is None or order is None:
        return
    context = reading.context
    direction = order.value
    figure, base = left.value, right.value
    if figure in _BUDGETS and base not in _BUDGETS:
        figure, base, direction = base, figure, _OPPOSITE[direction]
    own = context.now.distance or 0
    column, against = context.facts.column(figure, own), context.facts.column(base, own)
    if column is None or against is None or column == against:
        return
    try:
        places = reading.subjects(found)
    except NotBound:
        return
    claim = Compared(
        places[0],
        column,
        against,
        reading.source(found.start, found.end),
        direction=direction,
        wording=_order_wording(reading, found),
        hint=context.hint,
    )
    _said(reading, found, places, claim, None)


def _order_wording(reading: Reading, found: Found) -> str:
    return reading.printed(found.parts["left"][0], found.parts["right"][1])


def on_completion(reading: Reading, found: Found) -> None:
    """完成预算N的P."""
    rate_at, level_at = found.first("rate"), found.first("level")
    stage = reading.token(found, "base")
    context = reading.context
    near = reading.letters[max(0, found.start - WINDOW) : found.start]
    if near.rstrip(b"w").endswith(b"A"):
        reading.lose(EACH, rate_at, level_at)  # 分别完成预算的P和P
        return
    if stage is None and level_at is None and reading.named_before(found.start):
        reading.refuse(NO_NAME, rate_at)
        return
    if rate_at is not None and level_at is None and stage is None:
        if rated(reading, found, rate_at):
            return
        several = context.several and not (context.now.own or context.frames[-1].subjects)
        if several or _of_matter(context):
            reading.refuse(NO_PAIR, rate_at)
            return
    try:
        places = reading.subjects(found)
        own = context.now.distance or 0
        column = context.facts.column("final", own)
        against = context.facts.column(stage.value if stage is not None else PLAIN, own)
        level = reading.amount(level_at) if level_at is not None else None
    except NotBound as refusal:
        reading.refuse(str(refusal), rate_at, level_at)
        return
    rate: Percent | None = percent(reading.tokens[rate_at]) if rate_at is not None else None
    if column is None or against is None or rate is None or len(places) != 1:
        reading.refuse(NO_BASE, rate_at, level_at)
        return
    claim = Compared(
        places[0],
        column,
        against,
        reading.source(found.start, found.end),
        base=level,
        completed=rate,
        wording=_completed_wording(reading, found),
        hint=context.hint,
    )
    _said(reading, found, places, claim, level)
    reading.bind(rate_at, level_at)


def _of_matter(context: Context) -> bool:
    """Whether what is spoken of is no line of the fixed tree: its two figures stand beside it."""
    places = context.now.own or context.subjects
    return not places or bool(places[0].matter)


def _completed_wording(reading: Reading, found: Found) -> str:
    span = found.parts.get("base")
    return reading.printed(found.start, found.start + 1 if span is None else span[1])


def on_each(reading: Reading, found: Found) -> None:
    """A、B分别为N、N: one each; A和B分别下降P with one P is left alone."""
    begin, end = found.parts["subjects"]
    phrases = [t for t in reading.tokens[begin:end] if t.letter == "T"]
    begin, end = found.parts["figures"]
    figures = [i for i in range(begin, end) if reading.tokens[i].letter in "NP"]
    reading.lose(SHARED if len(figures) < len(phrases) else EACH, *figures)
