"""Lists: whose parts are being said, from 其中, 如下, brackets and 预算中."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Final

import attrs

from performance_rules.extraction.drafts.places import Place, Step, same_line
from performance_rules.extraction.drafts.records import Level, Listing
from performance_rules.extraction.figures.wholewords import whole_words
from performance_rules.extraction.lists.asides import (
    all_of_unknown,
    of_other,
    of_other_account,
    of_topic,
    of_whole_again,
)
from performance_rules.extraction.lists.balanced import (
    includes_balances,
    is_of_year,
    take_balances_in,
)
from performance_rules.extraction.lists.differences import change_before
from performance_rules.extraction.naming.topics import VIEW
from performance_rules.extraction.scope.clauses import Frame, Places
from performance_rules.extraction.scope.facts import BUDGETS, PRIOR
from performance_rules.extraction.scope.listed import listed_before
from performance_rules.extraction.scope.reading import Reading
from performance_rules.extraction.scope.subjects import NotBound, matter_of, places_of
from performance_rules.extraction.tokens.patterns import WINDOW, Found
from performance_rules.extraction.tokens.scan import Token
from performance_rules.report.model import BALANCES
from performance_rules.text.words import has_any
from performance_rules.values.quantity import Amount, Count

_FROM: Final = re.compile("从(.{2,24}?)(?:中)?(?:安排|列支|支付|支出|开支)")
_CLAUSE: Final = re.compile(rb"[^,;.)]{0,200}")
_FIGURE: Final = re.compile(rb"[NQq]")
_VALUES: Final = (b"N", b"Q", b"q")
_DIVIDED: Final = 2
_BEYOND: Final = re.compile("超(?:出|过|额)?(?:年初|年度|原定|计划|目标|预期|任务|指标|数|值)*")
"""The name of what was done more than planned: it is no whole of what 其中 lists."""
UNTOLD: Final = re.compile(r"[^。]{0,400}?其余[^。\d]{2,40}(?:。|\Z)")
"""More of a list that has no figure, behind others of it: A、B，其余为社会保障等支出."""
_SENTENCES: Final = re.compile("[。;]")
_BY: Final = "按"
MAINLY: Final = "主要"
_SOURCES: Final = re.compile(r"(?:资金|经费|收入)来源(?:分列|分别|构成|情况)?\Z")
_WHOLES: Final = tuple(Place("all_funds", side) for side in ("income", "expenditure"))
_MAIN_ONES: Final = re.compile(r"(?:主要|重点|个别|(?<!各)部分)[^,。;:\d]{1,6}\Z")
"""What right before 如下 says that not all follow: 主要科目如下."""
ASPECTS: Final = "方面"
"""主要用于以下方面 names all of them."""
_SOME: Final = re.compile(f"{MAINLY}(?!领导|负责)|含")
"""What right after 其中 says that not all parts follow; 主要领导用车 is a name."""
_SOME_WORDS: Final = (MAINLY, "含")
_OF_YEAR: Final = "本年"
_BOUGHT: Final = re.compile("(?:中标|成交|合同|签约|结算|审定)(?:价款?|金?额)?\\Z")
_SIGNS: Final = ("=", "+", "-", "÷", "×", "/")
"""A figure behind such a sign is worked with, not a part of what stands before it."""
_MAX_NAME: Final = 20
_MAX_STEPS: Final = 8
"""Nothing is broken down further than this."""
_MAX_CLAUSE: Final = 60


def on_parts(reading: Reading, found: Found) -> int:
    """其中: what follows are parts of the last level; 其中主要是, some of them."""
    context, opener = reading.context, reading.tokens[found.start]
    if opener.value == VIEW:
        context.now.lists = ()  # 其中：货物A、服务B；从规模看，小微企业C: another way to divide it
        return found.end
    some = opener.value == "some"
    divides = reading.run.plain.startswith(_BY, opener.start)
    if divides and context.divided is not None:
        context.now.levels, context.now.lists = (context.divided,), ()
    clause = _CLAUSE.match(reading.letters, found.end)
    if some and clause is not None and not _FIGURE.search(clause[0]):
        return clause.end()  # 含上年结转的执行率P: not of what stands before it
    resumed = found.start == 0 or reading.letters[found.start - 1 : found.start] == b"."
    if resumed:
        context.resume()
    other = of_other(reading, found.start) or all_of_unknown(reading, found.start)
    other = other or of_whole_again(reading, found.start) or of_other_account(reading, found)
    if other or of_topic(reading, found.start) or _of_divided(reading, found):
        context.now.lost, context.now.orphan = True, context.segment
        context.now.own = context.now.levels = ()
        return found.end
    if context.last and not context.now.levels and not context.now.own:
        context.now.levels = context.last  # A N；其中B N
        context.unsure = context.unsure or context.several_before
    listing = _opened(reading)
    if listing is None:
        context.now.orphan = context.segment if context.now.lost else 0
        if found.start == 0:
            _leave(context.frames[-1])
        return found.end
    listing.change, listing.entered = change_before(context), context.entered
    colon = reading.letters[found.end - 1 : found.end] == b":"
    listing.whole_said = opener.value == "whole"
    context.divided = listing.level if divides else context.divided
    listing.partial, listing.resumed = some or _leaves_rest(reading, found.end), resumed
    listing.segment = -1 if colon else context.segment
    end = found.end
    if end == len(reading.tokens):
        context.frames[-1].listing = listing  # 其中： and then items
    elif _SOME.match(reading.run.plain, reading.tokens[end].start):
        listing.partial = True
        mainly = reading.letters[end : end + 1] == b"R"
        end += mainly and reading.wording.patterns.resumes(reading.letters, end + 1)
    context.now.open(listing)
    return end


def _of_divided(reading: Reading, found: Found) -> bool:
    """Whether the part behind 其中 is of what the figures right before it divide.

    项目10个，完工8个，在建2个，其中跨年3个: more than the last one, it is a part of all of them.
    Where the whole is a line by itself, what follows becomes a part of that.
    """
    context, last = reading.context, reading.context.now.levels[-1:]
    if (
        context.kept
        or len(context.stating) < _DIVIDED
        or not last
        or last[0] is not context.stating[-1]
    ):
        return False
    part = next(_quantities(reading, range(found.end, found.end + WINDOW)), None)
    said = last[0].value
    if part is None or said is None or part.unit != said.unit or part.n <= said.n:
        return False
    listed = listed_before(reading, found.start)
    if said in listed and part.n <= sum(one.n for one in listed):
        return True  # 科室14个、单位2个，其中N: of both
    before = range(found.start - 1, max(-1, found.start - 1 - WINDOW), -1)
    sums: list[int] = []
    for one in _quantities(reading, before):
        if one.unit != said.unit:
            return False
        if one.n in sums[1:] and one.n >= part.n:
            whole = [level for level in context.stating if level.value == one]
            context.now.levels = tuple(whole[:1])
            return not whole
        sums.append(one.n + sum(sums[-1:]))
    return False


def _quantities(reading: Reading, places: range) -> Iterator[Amount | Count]:
    """Yield the quantities of a sentence from a place on, forwards or back."""
    for index in places:
        letter = reading.letters[index : index + 1]
        if letter in (b"", b"."):
            return
        if letter in _VALUES:
            with suppress(NotBound):
                yield reading.quantity(index)


def _leaves_rest(reading: Reading, at: int) -> bool:
    """Whether a sentence ends with more that has no figure."""
    start = reading.tokens[at].start if at < len(reading.tokens) else len(reading.run.plain)
    return UNTOLD.match(reading.run.plain, start) is not None


def _leave(frame: Frame) -> None:
    """其中 in a line of its own names some of what was listed: they are no more parts of it."""
    if frame.listing is not None:
        frame.listing = attrs.evolve(frame.listing, parts={}, partial=True)


def on_list(reading: Reading, found: Found) -> None:
    """具体情况如下: the clauses and items that follow are parts; 现答复如下 says nothing.

    主要包括：A N、B N says which are the gravest, so not that they are all.
    """
    start = reading.tokens[found.start].start
    if reading.run.plain.endswith(reading.wording.outline.announcing, 0, start):
        return
    listing = _sources(reading, start) or _opened(reading)
    if listing is not None:
        end = reading.tokens[found.end - 1].end
        mainly = reading.run.plain.startswith(MAINLY, start)
        some = mainly and ASPECTS not in reading.run.plain[start:end]
        ones = _MAIN_ONES.search(reading.run.plain, max(0, start - _MAX_NAME), start)
        listing.partial = some or ones is not None or _leaves_rest(reading, found.end)
        reading.context.frames[-1].listing = listing


def _sources(reading: Reading, start: int) -> Listing | None:
    """Return the list of where the body's money comes from: 资金来源分列如下 lists its income."""
    context = reading.context
    said = _SOURCES.search(reading.run.plain, max(0, start - _MAX_NAME), start)
    around = context.now.own or context.before.own or context.subjects
    of_body = not around or around[0] in _WHOLES or around[0].matter.endswith("收入")
    if said is None or context.body or not of_body:
        return None
    return context.ledger.listing(Listing(Place("all_funds", "income"), partial=True))


def on_within(reading: Reading, found: Found) -> None:
    """财政拨款支出预算中，: what follows are parts of it; so they are of 在财政拨款支出N中，."""
    token = reading.token(found, "subject")
    if token is None:
        listing = _opened(reading)
        if listing is not None:
            listing.partial = True
            reading.context.now.open(listing)
        return
    try:
        whole = reading.context.taken_up(places_of(reading.context, token), token)[0]
    except NotBound:
        return
    stated = reading.context.stated.get(whole)
    listing = reading.context.ledger.listing(
        Listing(whole, token.name, stated, partial=True, inside=True)
    )
    now = reading.context.now
    now.open(listing)
    now.own, now.lost = (), False


def _opened(reading: Reading) -> Listing | None:
    """Return a new list of what the last level, or the clause, is about."""
    context = reading.context
    levels, near = context.now.levels, context.levels_near
    if context.now.lost:
        return None
    if not levels and not context.now.own and not context.before.lists:
        levels = context.last or context.before.levels  # 具体情况如下 as a sentence of its own
    if levels:
        level = levels[-1]
        if _BEYOND.fullmatch(level.name):
            context.now.lost = True  # 完成1,890人次，超目标390人次，其中N: of all that was done
            return None
        if level.column in PRIOR and any(_is_this_year(said, level) for said in near):
            context.now.lost = True  # 今年N，上年M。其中: of which year?
            return None
        return context.ledger.listing(Listing(level.place, level.name, level))
    subjects = context.subjects
    if len({place.side for place in subjects}) != 1:
        return None  # 收入支出情况：按功能分类，A N、B N: a part of which of the two?
    return context.ledger.listing(Listing(subjects[0], partial=True))


def _is_this_year(said: Level, last: Level) -> bool:
    """Whether a figure near by is this year's of what last year's was said of."""
    return said.place == last.place and said.column not in PRIOR


def open_list(reading: Reading, level: Level) -> None:
    """总收入N：A N，B N: what follows the colon are parts of it."""
    context = reading.context
    listing = Listing(level.place, level.name, level, whole_said=True)
    context.now.open(context.ledger.listing(listing))


def part_of_list(
    reading: Reading, places: Places, phrase: Token | None, index: int, column: str
) -> Places:
    """Enter a level in the list it is a part of, and return the lines it is about.

    其中 and the same name again is an unnamed part: it is kept by itself and never compared.  Two
    items of one list with one name cannot be told apart: nothing is returned.

    Args:
        reading: the piece that is read.
        places: the lines its name means.
        phrase: the name, if it has one of its own.
        index: the token of its amount.
        column: the column of its amount.
    """
    context = reading.context
    listing = context.strong
    if listing is None or phrase is None:
        return places
    of_year = phrase.senses[0].year or reading.run.plain.endswith(_OF_YEAR, 0, phrase.start)
    of_year = of_year and places[0].side == listing.whole.side and not is_of_year(listing)
    if of_year or includes_balances(reading, listing, places, index, phrase):
        take_balances_in(reading, listing)
    if max(len(place.steps) for place in places) > _MAX_STEPS:
        return ()
    if phrase.name.startswith(_SIGNS):
        return (matter_of(context, phrase.name.lstrip("".join(_SIGNS)), part=False),)
    again = listing.level is None or listing.level.column == column
    if again and len(places) == 1 and _is_whole_again(reading, listing, places[0], index):
        return places
    if again and context.now.lists and len(places) == 1 and same_line(places[0], listing.whole):
        listing.partial = True
        return (listing.whole.down(Step("by_source", part_name(reading, index))),)
    if _goes_on(reading, index) or reading.run.plain.endswith(_SOME_WORDS, 0, phrase.start):
        listing.partial = True
    item = context.frames[-1].ordinal
    if phrase.senses[0].kind == "open" and (
        phrase.name in reading.wording.outline.estimated  # 累计支出N，其中今年A，概算B
        or is_excluded(reading, index)
        or phrase.name in whole_words().fates
        or (phrase.name.endswith(whole_words().arrived) and listing.whole.side not in BALANCES)
        or is_opposed(reading, listing, phrase)
        or _is_other_measure(reading, listing, phrase, index)
    ):
        return (matter_of(context, phrase.name, part=False),)
    for place in places:
        if place.dimension == "by_source":
            listing.partial = True
        if not place.within(listing.whole):
            listing.partial = listing.partial or bool(listing.whole.matter)
            continue
        last = place.last
        unsure = last is not None and not last.code and not last.key
        if unsure and (
            listing.parts.get(place, item) != item or _said_before(reading, place, column, index)
        ):
            listing.partial = True
            return ()
        listing.parts[place] = item
        deeper = place.parent != listing.whole
        if listing.deeper not in (None, deeper):
            listing.partial = True  # 人员支出N，药品N: not divided in one way
        listing.deeper = deeper
    return places


def _is_whole_again(reading: Reading, listing: Listing, place: Place, index: int) -> bool:
    """Whether a list begins with its whole once more: 项目支出N。按来源分：项目支出N，甲A、乙B."""
    if not same_line(place, listing.whole):
        return False
    told = listing.level.value if listing.level is not None else None
    if told is None:
        return listing.level is None and not listing.parts
    with suppress(NotBound):
        value = reading.quantity(index)
        return type(value) is type(told) and value.n == told.n
    return False


def is_opposed(reading: Reading, listing: Listing, phrase: Token) -> bool:
    """Whether a name has its opposite beside it: 调入N、调出N, which are no parts of one sum."""
    around = slice(max(0, phrase.start - _MAX_CLAUSE), phrase.end + _MAX_CLAUSE)
    text = reading.run.plain[around]
    opposed = any(word in text for word in whole_words().opposites(phrase.name))
    listing.partial = listing.partial or opposed
    return opposed


def _is_other_measure(reading: Reading, listing: Listing, phrase: Token, index: int) -> bool:
    """Whether a figure is the sum of others in its list, or what came of a budget by contract.

    预算N，分为三包：甲包中标A、乙包中标B，中标合计C: the bids are no parts of what was planned.
    """
    between = (t for t in reading.tokens[max(0, index - _MAX_STEPS) : index] if t is not phrase)
    summed = any(t.value == "sum" for t in between if t.start >= phrase.end)
    planned = listing.level is not None and listing.level.column in BUDGETS
    other = summed or (planned and _BOUGHT.search(phrase.name) is not None)
    listing.partial = listing.partial or other
    return other


def is_excluded(reading: Reading, index: int) -> bool:
    """Whether the clauses behind a figure say that it is not counted here: N，不计入本项."""
    begin = reading.tokens[index].end
    text = _SENTENCES.split(reading.run.plain[begin : begin + _MAX_CLAUSE], maxsplit=1)[0]
    return has_any(text, reading.wording.outline.excluded)


def _said_before(reading: Reading, place: Place, column: str, index: int) -> bool:
    """Whether a name was listed in the sentence with another amount: it is of something else."""
    context = reading.context
    said = context.stated.get(place)
    if said is None or (said.column, said.sentence) != (column, context.sentences):
        return False
    try:
        value = reading.quantity(index)
    except NotBound:
        return False
    return said.value is not None and said.value.n != value.n


def _goes_on(reading: Reading, index: int) -> bool:
    """Whether 等 or the like follows an amount: the list is not whole."""
    if reading.letters[index + 1 : index + 2] != b"W":
        return False
    start = reading.tokens[index + 1].start
    return reading.run.plain.startswith(reading.wording.outline.abridged, start)


def part_name(reading: Reading, index: int) -> str:
    """Return what names an unnamed part: where it comes from, or else its own words."""
    text = reading.run.plain
    end = reading.tokens[index].end
    limit = min(end + _MAX_CLAUSE, len(text))
    stop = next((i for i in range(end, limit) if text[i] in "。;,，"), limit)
    match = _FROM.search(text, end, stop)
    if match is not None:
        return match[1]
    return text[max(reading.tokens[index].start - _MAX_NAME, 0) : end]
