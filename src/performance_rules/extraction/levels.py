"""Levels: what a line amounts to, what it is a share of, and whose parts it lists."""

from __future__ import annotations

import re
from typing import Final

from performance_rules.extraction.context import Places
from performance_rules.extraction.patterns import Found
from performance_rules.extraction.places import Place, Step, same_line
from performance_rules.extraction.quantities import amount, percent
from performance_rules.extraction.reading import Reading
from performance_rules.extraction.records import Level, Listing, Shared
from performance_rules.extraction.scan import Token
from performance_rules.extraction.subjects import NotBound, account_of, places_of
from performance_rules.values import Amount, Percent

NO_COLUMN: Final = "年度或阶段不是报告有的栏"
NO_UNIT: Final = "没有单位"
SAME_NAME: Final = "同一清单里有两项同名，分不清"
_FROM: Final = re.compile("从(.{2,24}?)(?:中)?(?:安排|列支|支付|支出|开支)")
_MAX_NAME: Final = 20


def on_level(reading: Reading, found: Found) -> None:
    """A、B均为N; 2021年T支出决算为N; 年初预算为N."""
    index = found.first("amount")
    if index is None or _is_number(reading, index):
        return
    try:
        places = _subjects(reading, found)
        column, distance = _column(reading, found)
        value = _value(reading, index)
    except NotBound as refusal:
        reading.lose(str(refusal), index)
        return
    context = reading.context
    phrase = reading.token(found, "subject", "subjects")
    stage = reading.token(found, "stage", "stage2")
    places = _in_list(reading, places, phrase, index)
    if not places:
        reading.lose(SAME_NAME, index)
        return
    column = _own_column(phrase) or column
    source = reading.source(found.start, found.end)
    name = _name(reading, found)
    grand = phrase.senses[0].grand if phrase is not None else None
    levels = tuple(
        Level(place, column, value, source, name, grand, context.hint) for place in places
    )
    said = context.ledger.said
    for level in levels:
        if distance == -1 and value is not None and value.n:
            # This year's figure under last year's date: the date is not handed on.
            now = context.facts.column(stage.value if stage else "", 0)
            if value.n in said.get((level.place, now or ""), ()):
                distance = None
        context.ledger.add(level)
    reading.bind(index if value is not None else None)
    now = context.now
    now.stage = stage.value if stage is not None else now.stage
    now.distance, now.column = distance, column
    if stage is not None and stage.value in ("initial_budget", "adjusted_budget"):
        context.hint = stage.value
    reading.context.now.about(places, levels, at=found.start)
    _open_item(reading, places, phrase, levels)


def _is_number(reading: Reading, index: int) -> bool:
    """Whether a token is a bare whole number: a cell of a table run into the text."""
    token = reading.tokens[index]
    return token.letter == "M" and "." not in token.value


def _subjects(reading: Reading, found: Found) -> Places:
    """Return the lines a level is about; 支出决算 takes up the subject, or is the expenditure."""
    context = reading.context
    span = found.parts.get("subjects")
    if span is not None:
        tokens = [t for t in reading.tokens[span[0] : span[1]] if t.letter == "T"]
        return tuple(p for token in tokens for p in places_of(context, token))
    phrase = reading.token(found, "subject")
    if phrase is not None:
        return _referring(reading, phrase) or places_of(context, phrase)
    stage = reading.token(found, "stage")
    if context.now.lost:
        raise NotBound("前面的数没有绑定")
    if context.subjects:
        return context.subjects
    if stage is not None and stage.side:
        return (Place(account_of(context, stage), stage.side),)
    raise NotBound("没有说明是哪一项")


def _referring(reading: Reading, phrase: Token) -> Places:
    """A bare 支出 in an item about 三公 or 机关运行经费 refers back to it."""
    if phrase.scope or phrase.sides != ("expenditure",):
        return ()
    frame = reading.context.frames[-1]
    around = reading.context.now.own or frame.subjects or frame.weak
    return around if around and around[0].item else ()


def _column(reading: Reading, found: Found) -> tuple[str, int | None]:
    """Return the column of a level, and its year as the clause hands it on."""
    context = reading.context
    year = reading.token(found, "year2", "year")
    stage = reading.token(found, "stage", "stage2")
    distance = context.now.distance
    if year is not None:
        distance = context.facts.distance(year.value)
        if distance is None:
            raise NotBound(NO_COLUMN)
    column = context.facts.column(
        stage.value if stage is not None else context.now.stage, distance or 0
    )
    if column is None:
        raise NotBound(NO_COLUMN)
    return column, distance


def _value(reading: Reading, index: int) -> Amount | None:
    token = reading.tokens[index]
    if token.letter == "B":
        return None
    return read_amount(reading, index)


def read_amount(reading: Reading, index: int) -> Amount:
    """Return the amount of a token; one without a unit takes the paragraph's.

    Raises:
        NotBound: if it has no unit, or is no number.
    """
    token = reading.tokens[index]
    if token.letter == "M":
        after = reading.letters[index + 1 : index + 2]
        if not reading.unit or "." not in token.value or (after and after not in b",;.)"):
            raise NotBound(NO_UNIT)
        reading.odd("unit", index, index + 1)
    value = amount(token, reading.unit)
    if value is None:
        raise NotBound("数字读不懂")
    return value


def _own_column(phrase: Token | None) -> str | None:
    return phrase.senses[0].column if phrase is not None else None


def _name(reading: Reading, found: Found) -> str:
    index = found.first("subject")
    return "" if index is None else reading.tokens[index].name


def _in_list(reading: Reading, places: Places, phrase: Token | None, index: int) -> Places:
    """Enter a level in the list it is a part of.

    其中 and the same name again is an unnamed part: it is kept by itself and never compared.  Two
    items of one list with one name cannot be told apart: nothing is returned.
    """
    context = reading.context
    listing = context.strong
    if listing is None or phrase is None:
        return places
    if phrase.senses[0].year and listing.level is not None and listing.level.grand is not None:
        _is_grand(reading, listing)
    if context.now.lists and len(places) == 1 and same_line(places[0], listing.whole):
        listing.partial = True
        return (listing.whole.down(Step("by_source", _part_name(reading, index))),)
    if reading.letters[index + 1 : index + 2] == b"W":
        following = reading.tokens[index + 1]
        if reading.run.plain.startswith(reading.wording.outline.abridged, following.start):
            listing.partial = True
    home = context.frames[-1].ordinal
    for place in places:
        if place.dimension == "by_source":
            listing.partial = True
        if not place.within(listing.whole):
            continue
        last = place.last
        named = last is not None and not last.code and not last.key
        if named and listing.parts.get(place, home) != home:
            listing.partial = True
            return ()
        listing.parts[place] = home
    return places


def _part_name(reading: Reading, index: int) -> str:
    """Return what names an unnamed part: where it comes from, or else its own words."""
    text = reading.run.plain
    end = reading.tokens[index].end
    stop = next((i for i in range(end, len(text)) if text[i] in "。;,，"), len(text))
    match = _FROM.search(text, end, stop)
    if match is not None:
        return match[1]
    begin = max(reading.tokens[index].start - _MAX_NAME, 0)
    return text[begin:end]


def _is_grand(reading: Reading, listing: Listing) -> None:
    """总收入N，其中本年收入M: the total includes balances, so it is not this year's income."""
    level = listing.level
    if level is None or level.grand is None:
        return
    old, level.place = level.place, level.grand
    for claim in reading.context.sentence:
        if claim.place == old and claim.source.quote == level.source.quote:
            claim.place = level.place
    listing.whole = level.place
    reading.context.ledger.said.pop((old, level.column), None)


def _open_item(
    reading: Reading, places: Places, phrase: Token | None, levels: tuple[Level, ...] = ()
) -> None:
    """The first line an item speaks of is what the item is about."""
    frame = reading.context.frames[-1]
    if not frame.subjects and phrase is not None:
        frame.subjects = places
        if not frame.scope and phrase.scope:
            frame.scope = phrase.scope
        if levels and (places[0].steps or places[0].item):
            level = levels[0]
            frame.below = reading.context.ledger.listing(Listing(level.place, level.name, level))


def on_subject(reading: Reading, found: Found) -> None:
    """A phrase without a number: what the clause is about, if the clause begins with it."""
    on_year(reading, found)
    index = found.first("subject")
    if index is None or not reading.starts_clause(found.start):
        return
    try:
        places = places_of(reading.context, reading.tokens[index])
    except NotBound:
        return
    reading.context.now.about(places, at=found.start)
    if index < 4:
        _open_item(reading, places, reading.tokens[index])


def on_year(reading: Reading, found: Found) -> None:
    """A year at the start of a clause is the year of what follows."""
    year = reading.token(found, "year")
    index = found.start
    if year is None and found.name == "year":
        year = reading.tokens[index]
    if year is not None and reading.starts_clause(index):
        distance = reading.context.facts.distance(year.value)
        if distance is not None:
            reading.context.now.distance = distance


def on_none(reading: Reading, found: Found) -> None:
    """无政府性基金预算财政拨款收入和支出: nothing at all."""
    span = found.parts["subject"]
    context = reading.context
    scope = ""
    column = context.facts.column(context.now.stage, context.now.distance or 0)
    for token in reading.tokens[span[0] : span[1]]:
        if token.letter != "T" or column is None:
            continue
        scope = token.scope = token.scope or scope
        if token.senses[0].kind not in ("line", "scope") or (token.sides and not scope):
            continue
        try:
            places = places_of(context, token)
        except NotBound:
            continue
        source = reading.source(found.start, found.end)
        for place in places:
            context.ledger.add(Level(place, column, Amount.parse("无"), source, token.name))


def on_parts(reading: Reading, found: Found) -> None:
    """其中: what follows are parts of the last level."""
    context = reading.context
    if found.start == 0 or reading.letters[found.start - 1 : found.start] == b".":
        context.resume()
    listing = _opened(reading)
    if listing is None:
        return
    colon = reading.letters[found.end - 1 : found.end] == b":"
    listing.segment = -1 if colon else context.segment
    after = reading.tokens[found.end] if found.end < len(reading.tokens) else None
    if after is None:
        context.frames[-1].listing = listing
    elif reading.run.plain.startswith(("主要", "含"), after.start):
        listing.partial = True
    context.now.lists, context.now.lost = (*context.now.lists, listing), False


def on_list(reading: Reading, found: Found) -> None:
    """具体情况如下: the clauses and items that follow are parts."""
    listing = _opened(reading)
    if listing is not None:
        reading.context.frames[-1].listing = listing


def _opened(reading: Reading) -> Listing | None:
    """Return a new list of what the last level, or the clause, is about."""
    context = reading.context
    levels = context.now.levels
    if not levels and not context.now.own and not context.before.lists:
        levels = context.before.levels  # 具体情况如下 as a sentence of its own
    if levels:
        level = levels[-1]
        return context.ledger.listing(Listing(level.place, level.name, level))
    if not context.subjects:
        return None
    return context.ledger.listing(Listing(context.subjects[0], partial=True))


def on_within(reading: Reading, found: Found) -> None:
    """财政拨款支出预算中，: what follows are parts of it, though it has no number here."""
    token = reading.tokens[found.parts["subject"][0]]
    try:
        whole = places_of(reading.context, token)[0]
    except NotBound:
        return
    listing = reading.context.ledger.listing(Listing(whole, token.name, partial=True))
    now = reading.context.now
    now.own, now.lists, now.lost = (), (*now.lists, listing), False


def on_share(reading: Reading, found: Found) -> None:
    """占总收入的P; 占P."""
    index = found.parts["share"][0]
    token = reading.tokens[index]
    context = reading.context
    if token.letter == "M":
        if found.end >= len(reading.tokens) or reading.letters[found.end : found.end + 1] in b",;.":
            reading.odd("percent", found.start, found.end)
        return
    value = percent(token)
    places = context.now.own
    if value is None or len(places) != 1 or context.now.lost:
        reading.refuse("不知道是谁的占比", index)
        return
    place = places[0]
    of, whole = _denominator(reading, found, place)
    context.ledger.add(
        Shared(place, context.column(), value, of, _share_source(reading, found), whole)
    )
    reading.bind(index)


def _share_source(reading: Reading, found: Found):  # type: ignore[no-untyped-def]
    return reading.source(found.start, found.end)


def _denominator(reading: Reading, found: Found, place: Place) -> tuple[str | None, Place | None]:
    """Return the denominator as worded; None where the place itself says it."""
    start, end = found.parts["of"]
    text = reading.printed(start, end).strip(" 　的比重为:：") if end > start else ""
    if text:
        structural = reading.wording.lexicon.whole(text) is None
        token = next((t for t in reading.tokens[start:end] if t.letter == "T"), None)
        if structural and token is not None and _is_parent(reading, token, place):
            return None, None
        return text, None
    listing = reading.context.strong
    if listing is None or place.within(listing.whole):
        return None, None
    return listing.name or None, None


def _is_parent(reading: Reading, token: Token, place: Place) -> bool:
    try:
        whole = places_of(reading.context, token)[0]
    except NotBound:
        return False
    return place.parent is not None and same_line(whole, place.parent)


def on_universal(reading: Reading, found: Found) -> None:
    """年初预算安排、预算执行均属于X: X is exactly all of it."""
    context = reading.context
    token = reading.tokens[found.parts["subject"][0]]
    try:
        place = places_of(context, token)[0]
    except NotBound:
        return
    span = found.parts.get("stages")
    stages = [t.value for t in reading.tokens[slice(*span)] if t.letter == "S"] if span else [""]
    columns = [context.facts.column(s, context.now.distance or 0) for s in stages]
    source = reading.source(found.start, found.end)
    every = Percent.of(100, exact=True)
    whole = next((p for p in context.subjects if place.parent == p), None)
    for column in dict.fromkeys(c for c in columns if c):
        if whole is not None or not place.side:
            context.ledger.add(Shared(place, column, every, None, source))
        else:
            total = Place("all_funds", place.side)
            context.ledger.add(
                Shared(place, column, every, None, source, total, _text(reading, found))
            )


def _text(reading: Reading, found: Found) -> str:
    start, end = found.parts["subject"]
    return reading.printed(start, end)
