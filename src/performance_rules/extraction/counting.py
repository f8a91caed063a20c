"""Counts: 团组, 人次, 辆, 批次 by what they count; people, offices, items and points."""

from __future__ import annotations

import re
from typing import Final

from attrs import evolve

from performance_rules.extraction.drafts.draftlines import UNIT, Unbound
from performance_rules.extraction.drafts.places import Place, Step
from performance_rules.extraction.drafts.records import Counted, Level, Listing
from performance_rules.extraction.lists.parts import is_excluded, is_opposed, part_name
from performance_rules.extraction.lists.wholes import IN_OFFICE
from performance_rules.extraction.ownscores import scored
from performance_rules.extraction.scope.funds import note_fund
from performance_rules.extraction.scope.reading import NO_NAME, Reading
from performance_rules.extraction.scope.subjects import NotBound, matter_of, place_of
from performance_rules.extraction.scope.teams import member, remarked, whose_people
from performance_rules.extraction.scope.topics import head_item
from performance_rules.extraction.tokens.patterns import Found
from performance_rules.extraction.tokens.quantities import count, percent
from performance_rules.extraction.tokens.scan import Token
from performance_rules.extraction.tokens.wording import Sense
from performance_rules.text.years import WRITTEN_FULL_YEAR
from performance_rules.values.quantity import SCALE, Count

NO_BASE: Final = "没有说明是谁的比率"
BOTH_KINDS: Final = "几类合计的数，没有说明是哪一类"
_PEOPLE: Final = frozenset(("人", "名", "位"))
_EITHER: Final = frozenset(("个", "人次"))
POINTS: Final = "分"
_MAX_NAME: Final = 24
_RECENT: Final = 12
_FAR: Final = 120
"""So many characters around a year are looked at for another one."""
_RECEPTION: Final = "reception"
_DIGIT: Final = re.compile(r"[\d,，:]")


def on_count(reading: Reading, found: Found) -> None:
    """公务用车保有量N辆; N人次 after the groups."""
    index = found.parts["count"][0]
    token = reading.tokens[index]
    value = count(token)
    phrase = reading.token(found, "subject")
    if value is None:
        return
    if token.unit == POINTS:
        scored(reading, found, phrase, index)
        return
    if phrase is not None and (phrase.letter == "t" or reading.context.body):
        _tallied(reading, found, phrase, index)
        return
    if token.letter == "q" or reading.context.body:
        _pass_over(reading, value)
        return
    sense = _sense(reading, phrase)
    if phrase is not None:
        note_fund(reading, phrase)
    if phrase is None and reading.letters[index - 1 : index] == b"a":
        _pass_over(reading, value)  # 79批次、790人次，批均10人次
        return
    if phrase is None:
        unknown = _named(reading, index) or _is_compared(reading, index)
        sense = None if unknown else _family(reading, index)
        if sense is None:
            listing = reading.context.strong
            if listing is not None and reading.letters[index - 1 : index] not in (b"D", b"("):
                listing.followed = True
                listing.partial = listing.partial or not listing.closed
            if not member(reading, index):
                _pass_over(reading, value)
                head_item(reading, index)
            return
    if sense is None:
        listing = reading.context.strong
        if listing is not None:
            listing.partial = True  # 参公事业编制N: a part that no list knows
        return
    if sense.kind == "count":
        _counted(reading, found, sense, index)
    elif phrase is not None:
        _held(reading, found, phrase, sense, index)


def on_named(reading: Reading, found: Found) -> int:
    """设N个内设机构：A；B；C: a number before what it counts, and perhaps the names."""
    phrase = reading.tokens[found.parts["subject"][0]]
    sense = _sense(reading, phrase)
    if sense is None or sense.kind != "counted" or not _has_members(sense.place):
        on_count(reading, found.only("count"))
        return found.parts["count"][1]
    _held(reading, found, phrase, sense, found.parts["count"][0])
    if reading.letters[found.end : found.end + 1] == b":":
        for name in _names(reading.run.plain, reading.tokens[found.end].end):
            place = sense.place.down(Step("members", name))
            source = reading.source(found.start, found.end)
            reading.context.add(Level(place, "", None, source, name))
    return found.end


def _has_members(place: Place) -> bool:
    return place.last is not None and place.last.key in ("institutions", "affiliated_units")


def _names(text: str, begin: int) -> list[str]:
    """Return the names of a list that a sentence ends with."""
    end = text.find("。", begin)
    listed = text[begin : end if end >= 0 else len(text)]
    mark = ";" if ";" in listed else "、"
    parts = [part for item in listed.split(mark) for part in item.split("以及")]
    names = [part.strip(",，等") for part in parts]
    return names if all(0 < len(n) <= _MAX_NAME and not _DIGIT.search(n) for n in names) else []


def _sense(reading: Reading, phrase: Token | None) -> Sense | None:
    """Return what a phrase counts: 购置公务用车 is planned in a budget, done in an outturn."""
    if phrase is None:
        return None
    first = "counted" if reading.context.facts.is_budget else "count"
    senses = [s for s in phrase.senses if s.kind in ("count", "counted")]
    return next((s for s in senses if s.kind == first), senses[0] if senses else None)


def _counted(reading: Reading, found: Found, sense: Sense, index: int) -> None:
    """Keep a count of a line; its counter says which one."""
    context = reading.context
    token = reading.tokens[index]
    spoken = context.family
    if sense.follows and spoken is not None and token.unit in spoken.units:
        sense = spoken if spoken.place == sense.place else sense
    context.family = sense
    key = sense.units.get(token.unit)
    value = count(token)
    if key is None or value is None or (context.now.distance or 0) != 0:
        return
    if value.n % SCALE or context.now.narrow:  # 批均8.1人: nobody is a tenth of one; 其他接待N批次
        _pass_over(reading, value)
        return
    if not sense.follows:
        # 公务接待共N批次，其中国内公务接待M批次: what was said first is of both kinds
        recent = context.ledger.records[-_RECENT:]
        counts = [c for c in recent if isinstance(c, Counted)]
        groups = {context.segment, context.segment - _goes_on(reading, index)}
        wider = [c for c in counts if _is_wider(c, sense, key, groups)]
        context.ledger.records[-_RECENT:] = [c for c in recent if c not in wider]
        context.ledger.unbound += [Unbound(str(c.value), c.source, BOTH_KINDS) for c in wider]
    counted = Counted(sense.place, key, value, reading.source(found.start, found.end))
    counted.group = context.segment if sense.follows else -1
    context.add(counted)
    reading.mark(index)


def _is_wider(record: Counted, sense: Sense, key: str, groups: set[int]) -> bool:
    """Whether a count of the same sentence did not say of which kind it counts."""
    return record.place == sense.place and record.key == key and record.group in groups


def _goes_on(reading: Reading, index: int) -> bool:
    """Whether the sentence goes on with the one before it: 接待N批次。其中国内接待M批次."""
    begin = reading.letters.rfind(b".", 0, index) + 1
    return begin > 0 and reading.letters[begin : begin + 1] == b"Z"


def _tallied(reading: Reading, found: Found, phrase: Token, index: int) -> None:
    """Keep a number of things that no lexicon knows as a matter, or as a part of what is counted.

    One name may be counted in several units: each is a line of its own.
    """
    context = reading.context
    value = count(reading.tokens[index])
    column = _column(reading, found)
    if value is None or column is None:
        return
    name = reading.named(phrase)
    listing = context.strong
    level = listing.level if listing is not None else None
    counts = level.value if level is not None and isinstance(level.value, Count) else None
    joined = listing is not None and reading.joined(found.parts["subject"][0])
    joined = joined and listing is not None and not (context.unsure or listing.closed)
    joined = joined and not is_excluded(reading, index)
    joined = joined and listing is not None and not is_opposed(reading, listing, phrase)
    if listing is not None and joined and counts is None:
        listing.partial = True  # 资助N人，住院N人次: one list of two units
    same = counts is not None and counts.unit == value.unit
    if listing is not None and joined and not same:
        listing.partial = True  # 单位3个，包括机关1个、学校2所: one list in two units
    if listing is not None and same and not (joined or reading.told_besides(found.start)):
        listing.followed = True  # 行政A人、事业B人，离退休C人: perhaps of the same people
    if context.body and not (listing is not None and _is_office_of(listing, context.body)):
        joined = False  # 局机关：在职人员N人: as many as that body has
    within = _within(listing, name) if listing is not None and joined else None
    if listing is not None and _is_subtotal(reading, found, index):
        listing.partial, joined, listing.summed = True, False, True  # 公办园N，普惠性合计N
    if within is not None:
        place = within
    elif listing is not None and same and context.body and _same_kind(listing, name):
        place = listing.whole.down(Step("members", context.body))
    elif listing is not None and joined and same:
        again = name == listing.name  # 在职N人，分单位如下：甲校在职M人；乙校在职K人
        listing.partial = listing.partial or again
        part = part_name(reading, index) if again else name
        place = listing.whole.down(Step("members", part))
        listing.parts.setdefault(place, context.frames[-1].ordinal)
    else:
        place = matter_of(context, f"{name}{UNIT}{value.unit}", context.body, part=False)
    source = reading.source(found.start, found.end)
    said = Level(place, column, value, source, name)
    context.state(said)
    reading.bind(index)
    context.now.column = column
    context.now.about((place,), (said,), at=found.start)
    context.family = None


def _is_office_of(listing: Listing, body: str) -> bool:
    """Whether a list divides the people whom another body has in office: 全系统在职N人，其中."""
    return listing.whole.body == body and IN_OFFICE.search(listing.whole.matter) is not None


def _within(listing: Listing, name: str) -> Place | None:
    """Return where a part of a part stands: 其中专任教师N，专任教师中女教师M."""
    outer, inside, inner = name.partition("中")
    part = listing.whole.down(Step("members", outer))
    return part.down(Step("members", inner)) if inside and inner and part in listing.parts else None


def _same_kind(listing: Listing, name: str) -> bool:
    """Whether a body's people are of the kind that is divided among bodies: 在职人员, 在职."""
    return bool(listing.name) and (listing.name in name or name in listing.name)


def _is_subtotal(reading: Reading, found: Found, index: int) -> bool:
    """Whether a word for a sum stands between a name and its number."""
    between = reading.tokens[found.parts["subject"][0] + 1 : index]
    return any(token.letter == "w" and token.value == "sum" for token in between)


def _held(reading: Reading, found: Found, phrase: Token, sense: Sense, index: int) -> None:
    """Keep a number of people, vehicles or items as a line of its own."""
    context = reading.context
    value = count(reading.tokens[index])
    column = _column(reading, found)
    try:
        place = place_of(context, phrase, sense)
    except NotBound:
        return
    if value is None or column is None:
        return
    listing = context.strong
    whose = whose_people(reading, found) if value.unit in _PEOPLE else ""
    thing = remarked(context)
    if whose:
        place = matter_of(context, f"{phrase.name}{UNIT}{value.unit}", whose, part=False)
    elif thing is not None:
        place = thing.down(Step("members", f"{phrase.name}{UNIT}{value.unit}"))
    elif _is_of_another_kind(context.stated.get(place), value):
        place = matter_of(context, f"{phrase.name}{UNIT}{value.unit}", context.body)
    below = listing is not None and place.dimension == "members" and place.parent == listing.whole
    if listing is not None and below and not _counts_same(listing, value):
        listing.partial = True  # 公用车辆 are no part of 退休人员, whose list went on
        place = matter_of(context, f"{phrase.name}{UNIT}{value.unit}", context.body)
    level = Level(place, column, value, reading.source(found.start, found.end), phrase.name)
    context.state(level)
    reading.mark(index)
    if listing is not None and place.within(listing.whole):
        listing.parts.setdefault(place, context.frames[-1].ordinal)
    elif listing is not None and not _counts_same(listing, value):
        pass
    elif listing is not None and not _is_part(reading, listing, found):
        besides = reading.told_besides(found.start)
        listing.followed = listing.followed or not besides
        listing.partial = listing.partial or not (besides or listing.closed)
    elif listing is not None:
        part = listing.whole.down(Step("members", phrase.name))
        context.add(evolve(level, place=part))
        listing.parts.setdefault(part, context.frames[-1].ordinal)
    context.now.stage = ""
    reading.context.now.about((place,), (level,), at=found.start)
    context.family = None


def _column(reading: Reading, found: Found) -> str | None:
    """Return the column of a number of things: this year's, the last one's, or that of neither."""
    year = reading.token(found, "year")
    facts, now = reading.context.facts, reading.context.now
    distance = now.distance if year is None else facts.distance(year.value)
    if year is not None and distance is None:
        near = reading.run.plain[max(0, year.start - _FAR) : year.end + _FAR]
        if len(set(WRITTEN_FULL_YEAR.findall(near))) > 1:
            return None  # 2018年编制A，2019年编制B: which is this year's, nothing says
    return {0: "actual", None: "actual", -1: "prior"}.get(distance)


def _is_of_another_kind(said: Level | None, value: Count) -> bool:
    """Whether a name was said of people before and now is of things: 编制N人, 编制M辆."""
    units = {said.value.unit, value.unit} if said and isinstance(said.value, Count) else set()
    return bool(units & _PEOPLE) and not units <= _PEOPLE | _EITHER


def _counts_same(listing: Listing, value: Count) -> bool:
    whole = listing.level.value if listing.level is not None else None
    return isinstance(whole, Count) and whole.unit == value.unit


def _is_part(reading: Reading, listing: Listing, found: Found) -> bool:
    """Whether people or things with a line of their own are listed as a part of others."""
    context = reading.context
    over = context.unsure or listing.closed or bool(context.kept)
    return not over and reading.joined(found.start)


def _named(reading: Reading, index: int) -> bool:
    """Whether an unknown name stands right before a number: 轿车N辆 are not all vehicles."""
    before = reading.tokens[index - 1] if index else None
    if before is None or before.letter != "W" or before.end != reading.tokens[index].start:
        return False
    name = reading.run.plain[before.start : before.end]
    return name not in reading.wording.outline.verbs


def _is_compared(reading: Reading, index: int) -> bool:
    """Whether a number is what another one is compared with: 比上年末的N辆减少M辆."""
    clause = reading.letters[max(0, index - _RECENT) : index]
    clause = clause[max(map(clause.rfind, (b",", b";", b".", b"(", b":"))) + 1 :]
    return b"C" in clause and not clause.strip(b"CYWSw")


def _family(reading: Reading, index: int) -> Sense | None:
    """Return what was counted last, unless the verb before a number is of something else."""
    family = reading.context.family
    verb = reading.named(reading.tokens[index - 1]) if index else ""
    if family is None or verb not in reading.wording.outline.receiving:
        return family
    if not any(step.key == _RECEPTION for step in family.place.steps):
        reading.context.family = None
    return reading.context.family


def on_rated(reading: Reading, found: Found) -> int:
    """在职人员控制率为P: the value of an indicator; of anything else a rate is no figure."""
    phrase, index = reading.tokens[found.start], found.parts["rate"][0]
    sense = phrase.senses[0]
    value = percent(reading.tokens[index])
    if sense.kind != "rate" or value is None or not reading.context.facts.self_evaluation:
        reading.lose(NO_BASE, index)
        return found.parts["end"][0]
    source = reading.source(found.start, found.end - 1)
    reading.context.add(Level(sense.place, "actual", value, source, phrase.name))
    reading.bind(index)
    return found.parts["end"][0]


def _pass_over(reading: Reading, value: Count) -> None:
    """A number that is not understood comes between one of its kind and what follows."""
    levels = reading.context.now.levels
    said = levels[-1].value if levels else None
    if isinstance(said, Count) and _alike(said, value) and not reading.context.kept:
        reading.lose(NO_NAME)


def _alike(one: Count, other: Count) -> bool:
    """Whether two numbers count the same kind of thing: 92名, 86人."""
    return one.unit == other.unit or {one.unit, other.unit} <= _PEOPLE
