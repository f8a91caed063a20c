"""Shares: 占X的P with the denominator as worded, and 均属于X, which is all of it."""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

import attrs

from performance_rules.extraction.comparisons.completing import on_completion
from performance_rules.extraction.drafts.places import Place, Step, same_line
from performance_rules.extraction.drafts.records import Listing, Shared
from performance_rules.extraction.percentages.picking import makes
from performance_rules.extraction.scope.facts import BUDGETS
from performance_rules.extraction.scope.owners import WHOSE, said_of_last
from performance_rules.extraction.scope.reading import Reading
from performance_rules.extraction.scope.subjects import NotBound, places_of
from performance_rules.extraction.tokens.patterns import Found
from performance_rules.extraction.tokens.quantities import percent
from performance_rules.values.quantity import Percent

NO_OWNER: Final = "不知道是谁的占比"
OF_ANOTHER: Final = "占的是附近另一个数"
_ALL: Final = 100
_LINES: Final = 80
"""So many lines of the report are looked at for the whole of a share that names none."""
_AROUND: Final = " 　的比重为:："


def on_share(reading: Reading, found: Found) -> None:
    """占总收入的P; 占P."""
    index = found.parts["share"][0]
    context = reading.context
    if reading.tokens[index].letter == "M":
        if reading.letters[found.end : found.end + 1] in (b"", b",", b";", b"."):
            reading.odd("percent", found.start, found.end)
        return
    value = percent(reading.tokens[index])
    at = found.start
    if at and reading.letters[at - 1 : at] == b"W":
        value = None  # 药占比 is an indicator of its own
    if reading.named_before(at):
        value = None  # 县级N，中央资金占P: of another figure
    if value is None or len(context.now.own) != 1 or context.now.lost:
        reading.refuse(NO_OWNER, index)
        return
    place = context.now.own[0]
    if (base := _plan(reading, found, place)) is not None:
        parts = {"base": (base, base + 1), "rate": found.parts["share"]}
        on_completion(reading, Found("completion", found.start, found.end, parts))
        return
    if context.strong is not None:
        context.strong.mixed = True
    source = reading.source(found.start, found.end)
    of = _denominator(reading, found, place)
    listing, level = context.strong, context.now.levels[-1] if context.now.levels else None
    alone = found.parts["of"][0] == found.parts["of"][1]
    apart = listing is not None and place != listing.whole and not place.within(listing.whole)
    sure = said_of_last(reading, found.start)
    if listing is not None and not apart:
        listing.shared = listing.shared or place != listing.whole
    if alone and place.matter and listing is not None and apart and not _goes_on(listing):
        reading.refuse(NO_OWNER, index)
        return
    if not alone and value.value != _ALL and _is_of_itself(reading, found, place):
        reading.refuse(NO_OWNER, index)
        return
    if alone and _is_of_another(reading, place, value):
        reading.refuse(OF_ANOTHER, index)
        return
    if alone and place.matter and listing is not None and level and apart:
        # …，占P；B N，占Q: what is a share of the whole of the list is a part of it
        place, of = listing.whole.down(Step("members", level.name or place.matter)), None
        context.add(attrs.evolve(level, place=place))
        listing.parts.setdefault(place, context.frames[-1].ordinal)
    shared = Shared(place, context.column(), value, of, source)
    if not sure:
        shared.settled, shared.inference = "inferred", WHOSE
    context.add(shared)
    reading.bind(index)


def _plan(reading: Reading, found: Found, place: Place) -> int | None:
    """Return where the plan stands that a share is of: 年初预算A，决算B，占年初预算的P.

    Of a line that told no plan and no outturn of its own it is the share of a part.
    """
    start, end = found.parts["of"]
    letters = reading.letters[start:end]
    context, at = reading.context, letters.find(b"S")
    if at < 0 or letters.replace(b"w", b"") != b"S":
        return None
    said = {level.column for level in context.stating if level.place == place}
    own = context.now.distance or 0
    plan = context.facts.column(reading.tokens[start + at].value, own)
    done = context.facts.column("final", own)
    return start + at if plan in BUDGETS and {plan, done} <= said else None


def _is_of_itself(reading: Reading, found: Found, place: Place) -> bool:
    """Whether a share is said to be of the line itself: 财政拨款A，是收入的主要来源，占收入的P."""
    start, end = found.parts["of"]
    token = next((t for t in reading.tokens[start:end] if t.letter == "T"), None)
    if token is None or place.steps:
        return False
    try:
        return same_line(places_of(reading.context, token)[0], place)
    except NotBound:
        return False


def _is_of_another(reading: Reading, place: Place, value: Percent) -> bool:
    """Whether a share that names no whole is that of a figure near by, its own standing far off.

    财政拨款A，…；财政拨款基本支出中，人员经费B，占P: of A, though the report has a line above B.
    """
    stated, listing = reading.context.stated.get(place), reading.context.strong
    if stated is None or stated.value is None:
        return False
    own = [one for one in (place.parent, listing.whole if listing is not None else None) if one]
    said = [level for one in own if (level := reading.context.stated.get(one)) is not None]
    if any(one.value is not None and makes(stated.value, one.value, value) for one in said):
        return False
    near = reading.context.levels_near
    if any(one.place in own for one in near):
        # its own is told beside it; of what that is a part of, in turn, a matter does not know
        told = [*near, *reading.context.stating] if place.matter else []
        above = [one for one in said if one is not stated and one.value is not None]
        most = max((one.value.n for one in above if one.value is not None), default=0)
        return any(
            one.value and one.value.n > most and makes(stated.value, one.value, value)
            for one in told
            if most and one.column == stated.column
        )
    # …由以下四类组成: in a paragraph of its own, or the fund whose table stands around
    lines = (one for one in islice(reading.context.stated.values(), _LINES) if one is not stated)
    wholes = (one for one in lines if one.column == stated.column and not one.place.matter)
    return bool(own) and any(
        one.value and one.value.n > stated.value.n and makes(stated.value, one.value, value)
        for one in (*near, *wholes)
    )


def _goes_on(listing: Listing) -> bool:
    """Whether a share behind a list is of its whole: its parts have shares too, or it has none."""
    return not listing.summed and (listing.shared or not listing.parts)


def on_shares(reading: Reading, found: Found) -> None:
    """A N、B N，分别占P和P: one each, if the sentence said as many figures just before."""
    context = reading.context
    begin, end = found.parts["figures"]
    figures = [i for i in range(begin, end) if reading.letters[i : i + 1] == b"P"]
    levels = context.stating[-len(figures) :]
    places = {level.place for level in levels}
    if len(places) != len(figures) or len({level.column for level in levels}) > 1:
        reading.refuse(NO_OWNER, *figures)
        return
    source = reading.source(found.start, found.end)
    for level, index in zip(levels, figures, strict=True):
        value = percent(reading.tokens[index])
        if value is not None:
            of = _denominator(reading, found, level.place)
            context.add(Shared(level.place, level.column, value, of, source))
            reading.bind(index)


def _denominator(reading: Reading, found: Found, place: Place) -> str | None:
    """Return the denominator as worded; None where the figure's own place says it."""
    start, end = found.parts["of"]
    text = reading.printed(start, end).strip(_AROUND) if end > start else ""
    if not text:
        listing = reading.context.strong
        if listing is None or place.within(listing.whole) or place == listing.whole:
            return None
        return listing.name or None
    token = next((t for t in reading.tokens[start:end] if t.letter == "T"), None)
    if token is not None and (place.item or reading.wording.lexicon.whole(text) is None):
        try:
            whole = places_of(reading.context, token)[0]
        except NotBound:
            return text
        if place.parent is not None and same_line(whole, place.parent):
            return None
    return text


_WITH: Final = re.compile(r" *[和及与、](?! *其中)")
"""What stands behind one of several that are all together."""


def on_universal(reading: Reading, found: Found) -> None:
    """年初预算安排、预算执行均属于X: X is exactly all of it."""
    context = reading.context
    if reading.letters[found.end : found.end + 1] in (b"D", b"F"):
        return  # 全部为X增加: all of the change, not all of the figure
    if _WITH.match(reading.run.plain, reading.tokens[found.end - 1].end):
        return  # 全部为X和Y
    try:
        place = places_of(context, reading.tokens[found.parts["subject"][0]])[0]
    except NotBound:
        return
    span = found.parts.get("stages")
    stages = [t.value for t in reading.tokens[slice(*span)] if t.letter == "S"] if span else [""]
    columns = (context.facts.column(stage, context.now.distance or 0) for stage in stages)
    # Of a side as a whole it is said beside the share that the figure itself may have.
    beside = bool(place.side) and all(place.parent != p for p in context.subjects)
    for column in dict.fromkeys(c for c in columns if c):
        context.add(
            Shared(
                place,
                column,
                Percent.of(100, exact=True),
                None,
                reading.source(found.start, found.end),
                whole=Place("all_funds", place.side) if beside else None,
                name=reading.printed(*found.parts["subject"]),
            )
        )
