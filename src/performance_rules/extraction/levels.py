"""Levels: what a line amounts to in a column, and what an item is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import attrs

from performance_rules.extraction.context import Context, Places
from performance_rules.extraction.facts import PLAIN
from performance_rules.extraction.lists import open_list, part_of_list
from performance_rules.extraction.patterns import Found
from performance_rules.extraction.places import Place, Step
from performance_rules.extraction.rating import NO_PAIR, rated
from performance_rules.extraction.reading import LOST, NO_SUBJECT, Reading
from performance_rules.extraction.records import Level, Listing
from performance_rules.extraction.scan import FAR, Token
from performance_rules.extraction.subjects import (
    ACCOUNT_NAMES,
    NotBound,
    account_of,
    matter_of,
    places_of,
)
from performance_rules.extraction.wording import Sense
from performance_rules.report.model import Settled
from performance_rules.values import Amount, Count, Quantity

NO_NAME: Final = "名称不认得"
SEVERAL: Final = "是几项的合计"
UNKNOWN_EQUAL: Final = "不知道是哪个数的另一种写法"
MOVED: Final = "追加、调减的数"
NO_PARTS: Final = "不知道是哪几项的合计"
NO_COLUMN: Final = "年度或阶段不是报告有的栏"
SAME_NAME: Final = "同一清单里有两项同名，分不清"
_NAMED_BUDGETS: Final = ("initial_budget", "adjusted_budget")
_FIRST_WORDS: Final = 4
"""So many words may stand before the one that says what an item is about."""


def on_level(reading: Reading, found: Found) -> None:
    """A、B均为N; 2021年T支出决算为N; 年初预算为N."""
    index = found.parts["amount"][0]
    _join_scope(reading, found)
    if _of_several(reading, found):
        reading.refuse(SEVERAL, index)
        return
    if _is_cell(reading.tokens[index]) and not _says_zero(reading, found):
        return
    try:
        places = _subjects(reading, found)
        value = None if reading.tokens[index].letter == "B" else reading.quantity(index)
        column, distance = _column(reading, found, counts=isinstance(value, Count))
        places = _of_kind(reading, places, value)
        if value is None and places[0].matter:
            return
    except NotBound as refusal:
        reading.leave_out(str(refusal), index)
        return
    phrase = reading.token(found, "subject", "subjects")
    if phrase is not None and not reading.context.kept:
        reading.context.leave_lists(places[0])
    sense = phrase.senses[0] if phrase is not None else None
    column = (sense.column if sense is not None else None) or column
    places = part_of_list(reading, places, phrase, index, column)
    if not places:
        reading.lose(SAME_NAME, index)
        return
    source = reading.source(found.start, found.end)
    settled, inference = _how(reading, phrase, places)
    levels = tuple(
        Level(
            place,
            column,
            value,
            source,
            phrase.name if phrase is not None else "",
            _grand(reading, found, sense),
            reading.context.hint,
            sense is not None and sense.year,
            settled=settled,
            inference=inference,
        )
        for place in places
    )
    if value is not None:
        reading.bind(index)
    if phrase is not None and phrase.value == "path":
        reading.context.classed[phrase.unit] = places[0]
    _hand_on(reading, found, levels, distance)
    _open_item(reading, places, phrase, levels)
    if reading.letters[found.end : found.end + 1] == b":":
        open_list(reading, levels[-1])


def _grand(reading: Reading, found: Found, sense: Sense | None) -> Place | None:
    """Return where a total belongs that may include balances: 收入总计N, 收入预算总计N."""
    if sense is None or sense.grand is not None or not sense.bare or not sense.place.side:
        return sense.grand if sense is not None else None
    begin = (found.first("subject", "subjects") or found.start) + 1
    end = found.parts["amount"][0]
    words = [reading.printed(i, i + 1) for i in range(begin, end)]
    return Place(side="total") if any(w in reading.wording.outline.grand for w in words) else None


def _join_scope(reading: Reading, found: Found) -> None:
    """政府性基金收入N、上年结转N: the balance is that of the fund before it."""
    context, now = reading.context, reading.context.now
    joined = reading.letters[max(0, found.start - 2) : found.start] in (b"N/", b"M/")
    said = now.levels[-1].place.account if joined and now.levels else ""
    context.joined_scope = (
        said if said in ("general_budget", "government_fund", "state_capital") else ""
    )


def _of_kind(reading: Reading, places: Places, value: Quantity | None) -> Places:
    """Return the lines of a level: an amount is no part of what is counted in people."""
    listing = reading.context.strong
    whole = listing.level.value if listing is not None and listing.level is not None else None
    if listing is None or whole is None or value is None or type(whole) is type(value):
        return places
    if not places[0].within(listing.whole):
        return places
    listing.partial = True
    last = places[0].last
    return (matter_of(reading.context, last.name if last is not None else "", part=False),)


def _how(reading: Reading, phrase: Token | None, places: Places) -> tuple[Settled, str | None]:
    """Return how it is known what a level is about, and what was inferred.

    本年支出合计 under 一般公共预算… may be that budget's, or that of all funds.
    """
    if phrase is None:
        return ("said" if reading.context.now.own else "inherited"), None
    sense, place = phrase.senses[0], places[0]
    narrowed = place.account not in ("", "all_funds") and phrase.scope != place.account
    if not narrowed or sense.place.account:
        return "said", None
    total = sense.year or sense.grand is not None
    if (total or phrase.scope == "fiscal") and not place.steps:
        return (
            "inferred",
            f"把“{phrase.name or reading.named(phrase)}”当作{ACCOUNT_NAMES[place.account]}的",
        )
    return "inherited", None


def _of_several(reading: Reading, found: Found) -> bool:
    """Whether a figure is that of several lines together: A、B共计N."""
    at = found.first("subject")
    if at is None or at < 2 or reading.letters[at - 2 : at] not in (b"T/", b"Tw", b"TC"):
        return False
    between = reading.tokens[at + 1 : found.parts["amount"][0]]
    joins = (
        reading.letters[at - 1 : at] == b"/"
        or reading.printed(at - 1, at) in reading.wording.outline.both
    )
    return joins and any(token.value == "sum" for token in between)


def _is_cell(token: Token) -> bool:
    """Whether a token is a bare whole number: a cell of a table run into the text."""
    return token.letter == "M" and "." not in token.value


def _says_zero(reading: Reading, found: Found) -> bool:
    """年初预算为0，: a zero that ends the clause needs no unit."""
    index = found.parts["amount"][0]
    ends = reading.letters[index + 1 : index + 2] in b",;.)"
    return reading.tokens[index].value == "0" and found.first("stage") is not None and ends


def _subjects(reading: Reading, found: Found) -> Places:
    """Return the lines a level is about; 支出决算 takes up the subject, or is the expenditure."""
    context = reading.context
    span = found.parts.get("subjects")
    if span is not None:
        tokens = [t for t in reading.tokens[span[0] : span[1]] if t.letter == "T"]
        return tuple(p for token in tokens for p in reading.meant(token))
    phrase = reading.token(found, "subject")
    if phrase is not None:
        if (context.now.orphan or (context.now.lost and _is_side(phrase))) and not _fixed(phrase):
            raise NotBound(LOST)
        return reading.meant(phrase, found.parts["subject"][0])
    stage = reading.token(found, "stage")
    if reading.unknown_name(found.start):
        raise NotBound(NO_NAME)
    if found.first("subject", "stage", "stage2") is None and not context.now.levels:
        raise NotBound(NO_SUBJECT)
    if context.now.lost or context.subjects or context.body:
        return reading.inherited()
    if stage is not None and stage.side:
        return (Place(account_of(context, stage), stage.side),)
    return reading.inherited()


def _is_side(phrase: Token) -> bool:
    """Whether a phrase only says income or expenditure: of what was lost, not of the body."""
    place = phrase.senses[0].place
    return bool(place.side) and not place.steps


def _fixed(phrase: Token) -> bool:
    """Whether a phrase says by itself which line it is, wherever it stands."""
    place = phrase.senses[0].place
    return bool(phrase.scope or place.account or place.item)


def _column(reading: Reading, found: Found, *, counts: bool) -> tuple[str, int | None]:
    """Return the column of a level, and its year as the clause hands it on."""
    context = reading.context
    year = reading.token(found, "year2", "year")
    stage = reading.token(found, "stage", "stage2")
    distance = context.now.distance
    if year is not None:
        distance = context.facts.distance(year.value)
        if distance is None:
            raise NotBound(NO_COLUMN)
    said = stage.value if stage is not None else context.now.stage
    subject = reading.token(found, "subject")
    if said == PLAIN and subject and reading.run.plain.endswith("年初", 0, subject.start):
        said = "initial_budget"  # 年初政府采购预算
    if stage is None and reading.refers_back(reading.token(found, "subject")):
        said = ""  # 接待费预算N，支出N: what was spent is no budget
    if counts:
        column = {0: "actual", -1: "prior"}.get(distance or 0)
    else:
        column = context.facts.column(said, distance or 0)
    if column is None:
        raise NotBound(NO_COLUMN)
    return column, distance


def _hand_on(
    reading: Reading, found: Found, levels: tuple[Level, ...], distance: int | None
) -> None:
    """Keep levels, and what the clauses after them inherit."""
    context, now = reading.context, reading.context.now
    stage = reading.token(found, "stage", "stage2")
    if stage is not None:
        now.stage = stage.value
        if stage.value in _NAMED_BUDGETS:
            context.hint = stage.value
    elif reading.refers_back(reading.token(found, "subject")):
        now.stage = ""
    _pair(context, levels)
    this_year = context.facts.column(now.stage, 0) or ""
    for level in levels:
        if distance == -1 and level.value is not None and level.value.n:
            said = context.ledger.said.get((level.place, this_year), ())
            if level.value.n in said:
                distance = None  # this year's figure under last year's date: it is not handed on
        context.state(level)
    now.distance, now.column = distance, levels[0].column
    now.about(tuple(level.place for level in levels), levels, at=found.start)


def _pair(context: Context, levels: tuple[Level, ...]) -> None:
    """收入总计N，支出总计N: what is said next without a subject is said of the total."""
    frame, before, level = context.frames[-1], context.now.levels, levels[0]
    if level.grand is None or not before or before[-1].grand is None:
        return
    total, one = level.with_balances(), before[-1]
    same = one.value is not None and level.value is not None and one.value.n == level.value.n
    if same and total == one.with_balances() and frame.subjects == (one.place,):
        frame.subjects = (total,)


def _open_item(
    reading: Reading, places: Places, phrase: Token | None, levels: tuple[Level, ...] = ()
) -> None:
    """The first line an item speaks of is what the item is about."""
    frame = reading.context.frames[-1]
    if frame.subjects or phrase is None or (places[0].matter and not _heads_item(reading, phrase)):
        return
    frame.subjects = places
    frame.bound = -1 if levels else reading.context.ledger.bound
    frame.scope = frame.scope or phrase.scope
    if levels and (places[0].steps or places[0].item):
        level = levels[0]
        frame.below = reading.context.ledger.listing(Listing(level.place, level.name, level))


def _heads_item(reading: Reading, phrase: Token) -> bool:
    """Whether a name that no lexicon knows is what a whole item is about: 1.河道清淤工程….

    Only a name at the very beginning of an item is.
    """
    return reading.opens and phrase is reading.tokens[0]


def on_topic(reading: Reading, found: Found) -> int:
    """河道清淤工程，…; 护理补贴：…: what the clauses that follow are about."""
    phrase = reading.tokens[found.start]
    other = reading.context.facts.is_other_body(phrase.name, reading.wording.outline)
    if other:
        reading.context.now.body = phrase.name
    elif other is None:
        place = matter_of(reading.context, phrase.name, reading.context.body)
        reading.context.now.about((place,), at=found.start)
        _open_item(reading, (place,), phrase)
    return found.start + 1


def on_moved(reading: Reading, found: Found) -> None:
    """年中追加N: by how much the budget moved; what is spoken of stays what it is."""
    reading.refuse(MOVED, found.parts["amount"][0])


def on_rate(reading: Reading, found: Found) -> None:
    """兑付率为P: of the two figures beside it that make it."""
    index = found.parts["rate"][0]
    if not rated(reading, found, index):
        reading.refuse(NO_PAIR, index)


def on_equal(reading: Reading, found: Found) -> int:
    """N（折合N）: the figure just said, in another unit."""
    context, index = reading.context, found.parts["amount"][0]
    levels = context.now.levels
    last = reading.letters[max(0, found.start - 1) : found.start]
    try:
        value = reading.amount(index)
    except NotBound as refusal:
        reading.refuse(str(refusal), index)
        return found.end
    if last == b"T" and reading.starts_clause(found.start - 1):
        levels = _stated_of(reading, reading.tokens[found.start - 1])
    elif last != b"N":
        levels = ()
    if not levels or not isinstance(levels[-1].value, Amount):
        reading.refuse(UNKNOWN_EQUAL, index)
        return found.end
    source = reading.source(found.start, found.end)
    for level in levels:
        context.ledger.add(attrs.evolve(level, value=value, source=source))
    reading.bind(index)
    if reading.letters[found.start : found.start + 1] == b"(":
        context.open_bracket()
    return found.end


def _stated_of(reading: Reading, phrase: Token) -> tuple[Level, ...]:
    """Return what was said of a phrase before: 财政拨款支出（折合N）."""
    try:
        places = reading.meant(phrase)
    except NotBound:
        return ()
    return tuple(reading.context.stated[p] for p in places if p in reading.context.stated)


def on_sum(reading: Reading, found: Found) -> None:
    """A N，B N，合计N: the sum of what stands before it in the sentence, or of the open list."""
    context, index = reading.context, found.parts["amount"][0]
    series = [level for level in context.series if level.value is not None]
    try:
        value = reading.quantity(index)
    except NotBound as refusal:
        reading.lose(str(refusal), index)
        return
    source = reading.source(found.start, found.end)
    listing = context.now.lists[-1] if context.now.lists else None
    if not reading.joined(found.start):
        reading.lose(NO_PARTS, index)
        return
    if listing is not None and listing.level is not None and len(listing.parts) > 1:
        listing.whole_said = True
        level = attrs.evolve(listing.level, value=value, source=source)
        context.state(level)
        reading.bind(index)
        return
    parts = _addends(series, value)
    if not parts or not _SERIES.fullmatch(
        reading.letters, reading.start_of(found.start), found.start
    ):
        reading.lose(NO_PARTS, index)
        return
    whole = matter_of(context, f"{parts[0].name}等{len(parts)}项合计", context.body)
    level = Level(whole, parts[0].column, value, source, "合计")
    opened = context.ledger.listing(Listing(whole, "合计", level, whole_said=True))
    for n, part in enumerate(parts):
        place = whole.down(Step("members", part.name or f"第{n + 1}项"))
        context.ledger.add(attrs.evolve(part, place=place))
        opened.parts[place] = context.frames[-1].ordinal
    context.state(level)
    context.now.about((whole,), (level,), at=found.start)
    reading.bind(index)


_SERIES: Final = re.compile(rb"(?:[YXwZ]*[Tt][wYSa:]*[NQq](?:\([^()]*\))?[,/;])+")
"""Levels beside each other, and nothing else."""


def _addends(series: Sequence[Level], value: Quantity) -> Sequence[Level]:
    """Return the levels that a sum is of: the last ones that make it, or all if alike."""
    for begin in range(len(series) - 1):
        last = series[begin:]
        if _are_alike(last, value) and sum(one.value.n for one in last if one.value) == value.n:
            return last
    return series if len(series) > 1 and _are_alike(series, value) else ()


def _are_alike(levels: Sequence[Level], value: Quantity) -> bool:
    """Whether levels may be added up: of one column and one kind, each under its own name."""
    return len({level.name for level in levels}) == len(levels) and all(
        level.column == levels[-1].column
        and type(level.value) is type(value)
        and (not isinstance(value, Count) or getattr(level.value, "unit", "") == value.unit)
        for level in levels
    )


def on_subject(reading: Reading, found: Found) -> None:
    """A phrase without a number: what the clause is about, if the clause begins with it."""
    index = found.start
    if not reading.starts_clause(found.start):
        return
    try:
        places = reading.meant(reading.tokens[index])
    except NotBound:
        return
    reading.context.now.about(places, at=found.start)
    token = reading.tokens[index]
    alone = token.value == "path" and reading.letters[found.end : found.end + 1] == b"."
    if alone:
        # 类、款、项 as a sentence of their own head an item, marked as one or not.
        reading.context.frames[-1].subjects = ()
    if alone or index < _FIRST_WORDS:
        _open_item(reading, places, token)


def on_year(reading: Reading, found: Found) -> None:
    """A year at the start of a clause is the year of what follows; a quarter is, anywhere."""
    value = reading.tokens[found.start].value
    if value == FAR or reading.starts_clause(found.start):
        distance = reading.context.facts.distance(value)
        if distance is not None:
            reading.context.now.distance = distance


def on_none(reading: Reading, found: Found) -> None:
    """无政府性基金预算财政拨款收入和支出: nothing at all."""
    context = reading.context
    column = context.facts.column(context.now.stage, context.now.distance or 0)
    if column is None:
        return
    begin, end = found.parts["subject"]
    scope = ""
    for token in reading.tokens[begin:end]:
        if token.letter != "T":
            continue
        scope = token.scope = token.scope or scope  # 收入和支出: one scope for both
        if token.senses[0].kind not in ("line", "scope") or (token.sides and not scope):
            continue
        try:
            places = places_of(context, token)
        except NotBound:
            continue
        source = reading.source(found.start, found.end)
        for place in places:
            context.ledger.add(Level(place, column, Amount.parse("无"), source, token.name))
