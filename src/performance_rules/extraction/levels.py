"""Levels: what a line amounts to in a column, and what an item is about."""

from __future__ import annotations

from contextlib import suppress
from typing import Final

from attrs import evolve

from performance_rules.extraction.drafts.places import Place
from performance_rules.extraction.drafts.records import Level
from performance_rules.extraction.lists.asides import (
    is_cell,
    is_funds,
    leaves_out,
    says_zero,
    why_none,
)
from performance_rules.extraction.lists.balanced import counts_carried
from performance_rules.extraction.lists.parts import open_list, part_of_list
from performance_rules.extraction.lists.sums import NO_PARTS
from performance_rules.extraction.lists.underclass import under_class
from performance_rules.extraction.naming.names import how_many
from performance_rules.extraction.scope.clauses import Places
from performance_rules.extraction.scope.context import Context
from performance_rules.extraction.scope.facts import CANDIDATES, PLAIN
from performance_rules.extraction.scope.grounds import known
from performance_rules.extraction.scope.halves import is_half
from performance_rules.extraction.scope.outturns import is_outturn, is_plan
from performance_rules.extraction.scope.payers import paid_by
from performance_rules.extraction.scope.reading import LOST, NO_NAME, NO_SUBJECT, Reading
from performance_rules.extraction.scope.references import inherited, lines_of
from performance_rules.extraction.scope.subjects import (
    SIDE_NAMES,
    NotBound,
    account_of,
    matter_of,
)
from performance_rules.extraction.scope.topics import open_item
from performance_rules.extraction.tokens.patterns import WINDOW, Found
from performance_rules.extraction.tokens.scan import FAR, Token, is_scope
from performance_rules.extraction.tokens.wording import Sense
from performance_rules.text.words import has_any
from performance_rules.values.quantity import Count, Quantity

AGAIN: Final = "同一句里这一项已有另一个数"
EXECUTED: Final = "同一句里另有决算数，执行数是向人大报告时的数"
_EXECUTION: Final = "execution"
_FINAL: Final = "final"
_THIS_YEAR: Final = ("本年", "本年度", "当年", "当年度")
NO_COLUMN: Final = "年度或阶段不是报告有的栏"
HEADED: Final = "headed"
"""A level that has no words of its own: its heading says what it is of."""
_NAME: Final = 4
"""So many words may make the name of things that are counted."""
SAME_NAME: Final = "同一清单里有两项同名，分不清"


def on_level(reading: Reading, found: Found) -> None:
    """A、B均为N; 2021年T支出决算为N; 年初预算为N."""
    index = found.parts["amount"][0]
    _join_scope(reading, found)
    why = why_none(reading, found)
    if why:
        (reading.leave_out if leaves_out(reading, found) else reading.lose)(why, index)
        return
    if _is_of_several(reading, found):
        reading.lose(NO_PARTS, index)
        return
    if is_funds(reading, found):
        reading.leave_out(NO_NAME, index)
        return
    if is_cell(reading.tokens[index]) and not says_zero(reading, found):
        reading.context.now.lost = reading.context.now.lost or found.first("subject") is not None
        return
    if _is_executed(reading, found):
        reading.refuse(EXECUTED, index)
        with suppress(NotBound):
            reading.context.now.own = _subjects(reading, found)
        return
    phrase = reading.token(found, "subject", "subjects")
    try:
        places = _subjects(reading, found)
        value = None if reading.tokens[index].letter == "B" else reading.quantity(index)
        column, distance = _column(reading, found, counts=isinstance(value, Count))
        places = _of_kind(reading, places, value)
        if value is None and places[0].matter:
            return
        places = under_class(reading, places, phrase, value)
        places = paid_by(reading, phrase, places)
    except NotBound as refusal:
        reading.leave_out(str(refusal), index)
        if phrase is not None and phrase.scope and not phrase.sides:
            reading.context.now.payer = phrase.scope  # 一般公共预算拨款N，安排基本支出A
        return
    if phrase is not None and not reading.context.kept:
        reading.context.leave_lists(places[0])
    sense = phrase.senses[0] if phrase is not None else None
    column = (sense.column if sense is not None else None) or column
    if counts_carried(reading, places, column, value):
        places = (Place("all_funds", "total"),)
    places = part_of_list(reading, places, phrase, index, column)
    if not places:
        reading.lose(SAME_NAME, index)
        return
    again = value is not None and any(_is_another(reading, p, column, value) for p in places)
    if again or is_half(reading, found, places[0], column, value):
        reading.lose(AGAIN, index)
        return
    source = reading.source(found.start, found.end)
    settled, inference = known(reading, found, phrase, places)
    levels = tuple(
        Level(
            place,
            column,
            value,
            source,
            phrase.name if phrase is not None else "",
            _grand(reading, found, own),
            reading.context.hint,
            own is not None and _is_of_year(reading, phrase, own),
            settled=settled,
            inference=inference,
        )
        for place, own in zip(places, _senses(reading, found, sense, len(places)), strict=True)
    )
    if value is not None:
        reading.bind(index)
    if phrase is not None and phrase.value == "path":
        reading.context.classed[phrase.unit] = places[0]
    _hand_on(reading, found, levels, distance)
    open_item(reading, places, phrase, levels)
    _be_total(reading, places, levels)
    if reading.letters[found.end : found.end + 1] == b":":
        open_list(reading, levels[-1])


def _is_of_year(reading: Reading, phrase: Token | None, sense: Sense) -> bool:
    """Whether words say that a figure is what the year brought in or cost: 本年 | 收入."""
    if sense.year or phrase is None or sense.grand is not None:
        return sense.year
    whole = sense.place.side in ("income", "expenditure") and not sense.place.steps
    return whole and reading.run.plain.endswith(_THIS_YEAR, 0, phrase.start)


def _senses(reading: Reading, found: Found, sense: Sense | None, n: int) -> list[Sense | None]:
    """Return the senses of n names that one figure is said of: 本年收入总计、支出总计均为N."""
    names = reading.tokens[slice(*found.parts.get("subjects", (0, 0)))]
    senses: list[Sense | None] = [name.senses[0] for name in names if name.letter == "T"]
    return senses if len(senses) == n else [sense] * n


def _is_of_several(reading: Reading, found: Found) -> bool:
    """Whether a figure is of several things said before: 两项共支出N, 甲N，乙M。合计预算N."""
    named = "subject" in found.parts
    at, _ = found.parts.get("subject", found.parts.get("stage", (0, 0)))
    at -= named and at > 1 and reading.letters[at - 1 : at] == b"S"  # 各类合计决算支出N
    first = at
    while at and reading.tokens[at - 1].value == "sum":
        at -= 1
    if at < first and not named:
        return reading.starts_clause(at) or reading.letters[at - 1 : at] == b"/"
    token = reading.tokens[at - 1] if at else None
    if token is None or token.letter != "W" or not reading.starts_clause(at - 1):
        return False
    name, outline = reading.named(token), reading.wording.outline
    each = at < first and name[:1] in outline.every and name[1:] in outline.several
    return each or how_many(name, reading.wording) > 0


def _is_another(reading: Reading, place: Place, column: str, value: Quantity) -> bool:
    """Whether a sentence already said another figure of a line: this one is of something else.

    Totals are settled later: 总收入N，其中本年收入M are two lines.
    """
    context, last = reading.context, reading.context.stated.get(place)
    if not place.steps and place.side in ("income", "expenditure"):
        return False
    if last is None or last.sentence != context.sentences:
        return False
    same = [said.value for said in (last, *context.stating) if _is_in(said, place, column)]
    return any(
        type(said) is type(value) and abs(said.n - value.n) > said.half + value.half
        for said in same
        if said is not None
    )


def _is_in(level: Level, place: Place, column: str) -> bool:
    return level.place == place and level.column == column


def _grand(reading: Reading, found: Found, sense: Sense | None) -> Place | None:
    """Return where a total belongs that may include balances: 收入总计N, 收入预算总计N."""
    if sense is None and reading.context.now.own:
        return reading.context.now.grand  # 收入总计N，2021年为M
    if sense is None or sense.grand is not None or not sense.bare or not sense.place.side:
        return sense.grand if sense is not None else None
    begin = (found.first("subject", "subjects") or found.start) + 1
    end = found.parts["amount"][0]
    words = "".join(reading.printed(i, i + 1) for i in range(begin, end))
    return Place(side="total") if has_any(words, reading.wording.outline.grand) else None


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


def _subjects(reading: Reading, found: Found) -> Places:
    """Return the lines a level is about; 支出决算 takes up the subject, or is the expenditure."""
    context = reading.context
    span = found.parts.get("subjects")
    if span is not None:
        tokens = [t for t in reading.tokens[span[0] : span[1]] if t.letter == "T"]
        if tokens and tokens[0].scope:  # 政府性基金收入、支出均为N: the fund's, both
            tokens = [
                t if t.scope or not t.sides else evolve(t, scope=tokens[0].scope) for t in tokens
            ]
        return tuple(p for token in tokens for p in lines_of(reading, token))
    phrase = reading.token(found, "subject")
    if phrase is not None:
        if context.now.orphan == context.segment:
            raise NotBound(LOST)  # 超收N，其中其他收入N
        if (context.now.orphan or (context.now.lost and _is_side(phrase))) and not _fixed(phrase):
            raise NotBound(LOST)
        return _of_scope(reading, found, phrase) or lines_of(
            reading, phrase, found.parts["subject"][0]
        )
    if found.name == HEADED:
        return context.now.own
    stage = reading.token(found, "stage")
    things = _of_things(reading, found)
    if things:
        return (matter_of(context, things),)
    if reading.unknown_name(found.start):
        raise NotBound(NO_NAME)
    if found.first("subject", "stage", "stage2") is None and not context.now.levels:
        own = context.now.own or context.before.own
        if context.several or context.now.lost or not own or found.first("year") is None:
            raise NotBound(NO_SUBJECT)
        return own  # X增加N（上年M）; X（2021年N，2022年M）; X支出N。2022年为M
    if context.now.lost or context.subjects or context.body:
        return _on_side(inherited(reading, found.start), stage)
    if stage is not None and stage.side:
        return (Place(account_of(context, stage), stage.side),)
    return inherited(reading, found.start)


def _of_scope(reading: Reading, found: Found, phrase: Token) -> Places:
    """Return what a name of funds is, where its stage says the side: 一般公共预算实际支出N."""
    stage = found.first("stage")
    if stage is None or not is_scope(phrase) or phrase.sides:
        return ()
    said = reading.printed(stage, stage + 1)
    sides = [side for side, name in SIDE_NAMES.items() if said.endswith((name, f"{name}数"))]
    return tuple(Place(account_of(reading.context, phrase), side) for side in sides)


def _of_things(reading: Reading, found: Found) -> str:
    """Return the things whose budget a figure is, counted before it: 3个重点项目预算N."""
    last = found.first("stage")
    if last is None or found.first("subject") is not None:
        return ""
    first = last
    while first and reading.letters[first - 1 : first] in (b"w", b"W") and last - first < _NAME:
        first -= 1
    counted = first < last and first and reading.letters[first - 1 : first] in (b"Q", b"q")
    if not counted or not reading.touches(first):
        return ""
    return reading.run.plain[reading.tokens[first - 1].start : reading.tokens[last].start]


def _on_side(places: Places, stage: Token | None) -> Places:
    """预算收入N，支出决算M: the expenditure beside the income spoken of."""
    place, side = places[0], stage.side if stage is not None else ""
    whole = place.side in ("income", "expenditure") and not place.steps
    return (Place(place.account, side),) if side and whole and side != place.side else places


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
        context.now.distance = int(FAR) if distance is None else distance  # of what follows, too
        if distance is None:
            raise NotBound(NO_COLUMN)
    said = stage.value if stage is not None else context.now.stage
    subject = reading.token(found, "subject")
    if said == PLAIN and subject and reading.run.plain.endswith("年初", 0, subject.start):
        said = "initial_budget"  # 年初政府采购预算
    if said and is_outturn(reading, found):
        said = ""
    elif is_plan(reading, found):
        said = context.now.stage = CANDIDATES[-1]
    if counts:
        column = {0: "actual", -1: "prior"}.get(distance or 0)
    else:
        column = context.facts.column(said, distance or 0)
    if column is None:
        raise NotBound(NO_COLUMN)
    return column, distance


def _is_executed(reading: Reading, found: Found) -> bool:
    """Whether 决算数 follows in the sentence: 执行数N，决算数M are two stages of one year."""
    stage, at = reading.token(found, "stage", "stage2"), found.end
    if stage is None or stage.value != _EXECUTION:
        return False
    end = reading.letters.find(b".", at, at + WINDOW)
    following = reading.tokens[at : end if end >= 0 else at + WINDOW]
    return any(token.letter == "S" and token.value == _FINAL for token in following)


def _hand_on(
    reading: Reading, found: Found, levels: tuple[Level, ...], distance: int | None
) -> None:
    """Keep levels, and what the clauses after them inherit."""
    context, now = reading.context, reading.context.now
    stage = reading.token(found, "stage", "stage2")
    context.begin(bare=stage is None and found.first("year", "year2") is None)
    if (stage is not None or now.stage) and is_outturn(reading, found):
        now.stage = ""  # 完成预算资金N，其中A、B: what was spent on these, too
    elif stage is not None:
        now.stage = stage.value
        if stage.value in CANDIDATES:
            context.hint = stage.value
    _pair(context, levels)
    this_year = context.facts.column(now.stage, 0) or ""
    strong = context.strong
    whole = strong.level if strong is not None else None
    dated = whole is not None and whole.column != this_year  # 其中: parts of what was last year's
    for level in levels:
        if distance == -1 and not dated and level.value is not None and level.value.n:
            said = context.ledger.said.get((level.place, this_year), ())
            if level.value.n in said:
                distance = None  # this year's figure under last year's date: it is not handed on
        context.state(level)
    now.distance, now.column = distance, levels[0].column
    now.about(tuple(level.place for level in levels), levels, at=found.start)


def _be_total(reading: Reading, places: Places, levels: tuple[Level, ...]) -> None:
    """收入总计、支出总计均为N。同比增加D: what an item is about that tells both totals as one."""
    frame = reading.context.frames[-1]
    totals = {level.with_balances() for level in levels if level.grand is not None}
    if len(levels) > 1 and len(totals) == 1 and frame.subjects == places:
        frame.subjects = tuple(totals)


def _pair(context: Context, levels: tuple[Level, ...]) -> None:
    """收入总计N，支出总计N: what is said next without a subject is said of the total."""
    frame, before, level = context.frames[-1], context.now.levels, levels[0]
    if level.grand is None or not before or before[-1].grand is None:
        return
    total, one = level.with_balances(), before[-1]
    same = one.value is not None and level.value is not None and one.value.n == level.value.n
    if same and total == one.with_balances() and frame.subjects == (one.place,):
        frame.subjects = (total,)
