"""What clauses are about: topics, items that a name opens, and years that stand by themselves."""

from __future__ import annotations

import re
from typing import Final

from performance_rules.extraction.drafts.places import Place
from performance_rules.extraction.drafts.records import Level, Listing
from performance_rules.extraction.outline.items import RANKS
from performance_rules.extraction.scope.clauses import Places
from performance_rules.extraction.scope.facts import BUDGETS
from performance_rules.extraction.scope.reading import Reading
from performance_rules.extraction.scope.references import lines_of
from performance_rules.extraction.scope.subjects import NotBound, account_of, matter_of
from performance_rules.extraction.tokens.patterns import WINDOW, Found
from performance_rules.extraction.tokens.scan import FAR, Token, is_scope
from performance_rules.text.numerals import item_number

_NAME: Final = 6
"""And so many may make its name."""
_LEAST: Final = 2
"""A longer text may be a name."""
_FIRST_WORDS: Final = 4
"""So many words may stand before the one that says what an item is about."""

_PLANNED: Final = re.compile(rb"\([wY]*S[wa]*N")
_NOTED: Final = re.compile(rb"\([wSTY]*N\)")
"""Money in a bracket: whatever the name before it, it is of a thing and no section."""
_PAYS: Final = re.compile(rb"w+T")
"""What was paid, behind who paid: 一般公共预算安排教育支出N."""


def open_item(
    reading: Reading, places: Places, phrase: Token | None, levels: tuple[Level, ...] = ()
) -> None:
    """The first line an item speaks of is what the item is about."""
    frame = reading.context.frames[-1]
    if frame.subjects or phrase is None or (places[0].matter and not _heads_item(reading, phrase)):
        return
    frame.subjects = places
    frame.bound = -1 if levels else reading.context.ledger.bound
    frame.loose = not frame.headed and not frame.scope and not reading.opens
    frame.scope = frame.scope or phrase.scope
    if levels and (places[0].steps or places[0].item):
        level = levels[0]
        frame.below = reading.context.ledger.listing(Listing(level.place, level.name, level))


def _heads_item(reading: Reading, phrase: Token) -> bool:
    """Whether a name that no lexicon knows is what a whole item is about: 1.河道清淤工程….

    Only a name at the very beginning of an item is.
    """
    if phrase is reading.tokens[0]:
        return reading.opens
    at = reading.context.began
    return at > 0 and phrase is reading.tokens[at]


def on_topic(reading: Reading, found: Found) -> int:
    """河道清淤工程，…; 护理补贴：…: what the clauses that follow are about."""
    phrase = reading.tokens[found.start]
    outline = reading.wording.outline
    other = reading.context.facts.is_other_body(phrase.name, reading.wording)
    if other or phrase.name.endswith(outline.scopes):  # 全口径：支出N
        reading.context.now.body = phrase.name
        if found.start == 0 and reading.opens and other:
            reading.context.frames[-1].body = phrase.name  # 1.林场：在职N人。基本支出M
    elif other is None:
        place = matter_of(reading.context, phrase.name, reading.context.body)
        reading.context.now.about((place,), at=found.start)
        reading.context.theme = (place,)
        open_item(reading, (place,), phrase)
    return found.start + 1


def on_subject(reading: Reading, found: Found) -> None:
    """A phrase without a number: what the clause is about, if the clause begins with it."""
    index = found.start
    if not reading.starts_clause(found.start):
        _name_last(reading, found)
        return
    if _is_below(reading, index):
        reading.context.now.body = reading.named(reading.tokens[index])
        return
    _begin_scope(reading, found)
    token = reading.tokens[index]
    payer = token.scope or token.senses[0].place.account
    pays = _PAYS.match(reading.letters, found.end) is not None and payer != "all_funds"
    reading.context.now.payer = payer if pays else ""
    try:
        places = lines_of(reading, token)
    except NotBound:
        return
    if reading.letters[found.end : found.end + _FIRST_WORDS].lstrip(b"w")[:1] == b"Z":
        places = reading.context.taken_up(places, token)
    reading.context.now.about(places, at=found.start)
    reading.context.now.grand = token.senses[0].grand
    alone = token.value == "path" and reading.letters[found.end : found.end + 1] == b"."
    if alone:
        # 类、款、项 as a sentence of their own head an item, marked as one or not.
        reading.context.frames[-1].subjects = ()
    if alone or index - reading.context.began < _FIRST_WORDS:
        open_item(reading, places, token)


def _begin_scope(reading: Reading, found: Found) -> None:
    """政府性基金：…: of the paragraph; 政府性基金收支情况：…: of the sentence."""
    context, letters = reading.context, reading.letters
    if not is_scope(reading.tokens[found.start]):
        return
    before = letters[max(0, found.start - WINDOW) : found.start].rstrip(b"wYX")
    if letters[found.end : found.end + 1] == b":":
        context.scoped = account_of(context, reading.tokens[found.start])
        return
    begins = not before or before.endswith(b".")
    behind = letters[found.end : found.end + _FIRST_WORDS].lstrip(b"wW")
    if begins and not context.kept and behind[:1] in (b":", b","):
        context.now.scope = account_of(context, reading.tokens[found.start])


def _name_last(reading: Reading, found: Found) -> None:
    """占比最大的是教育支出，决算N: a name that a clause ends with is what its figures are of."""
    context, index = reading.context, found.start
    if context.kept or reading.letters[found.end : found.end + 3] != b",SN":
        return
    try:
        context.now.about(lines_of(reading, reading.tokens[index]), at=index)
    except NotBound:
        context.now.lost = True


def _is_below(reading: Reading, index: int) -> bool:
    """Whether the bodies below the document's are a topic, and not counted: 所属事业单位：…."""
    last = reading.tokens[index].senses[0].place.last
    below = last is not None and last.key == "affiliated_units"
    return below and reading.letters[index + 1 : index + 2] == b":"


def on_beside(reading: Reading, found: Found) -> None:
    """；二是住房公积金…: it stands beside what 一是 told, and is no more of that."""
    context, at = reading.context, found.start
    before = reading.letters[max(0, at - 1) : at]
    if not context.kept and before in (b"", b".", b";", b":"):
        number = item_number(reading.named(reading.tokens[found.start])[:-1])
        context.beside(RANKS["is"], number)
        context.began = found.end


def head_item(reading: Reading, at: int) -> None:
    """二是茶树良种站在职25人，支出N: an item that begins with a name is about that, known or not.

    Args:
        reading: the piece that is read.
        at: the token of the number that the name stands before, or of a bracket with its money.
    """
    context, outline, first = reading.context, reading.wording.outline, at
    while first and reading.letters[first - 1 : first] in (b"w", b"W") and at - first < _NAME:
        first -= 1
    begins = reading.letters[first - 1 : first] == b"X" if first else reading.opens
    known = b"W" not in reading.letters[first:at]
    noted = any(one.match(reading.letters, at) for one in (_NOTED, _PLANNED))
    if known or not begins or context.kept or context.frames[-1].subjects:
        return
    name = reading.run.plain[reading.tokens[first].start : reading.tokens[at - 1].end]
    body = next((name.removesuffix(word) for word in outline.held if name.endswith(word)), name)
    if context.facts.is_other_body(body, reading.wording):
        context.now.body = body
    elif not len(name) > _LEAST or name in outline.plainly:
        return
    elif noted or not name.endswith(outline.sections):
        context.frames[-1].subjects = (matter_of(context, body, context.body),)


def on_stage(reading: Reading, found: Found) -> None:
    """支出预算按功能分类，A N，B N: what a sentence divides is the stage that it begins with.

    So is what it announces with a colon: 大会批准的年初预算为：A N，B N.
    """
    before = reading.letters[max(0, found.start - WINDOW) : found.start].rstrip(b"wYT")
    token, begins = reading.tokens[found.start], not before or before[-1:] == b"."
    compared = reading.letters[found.end : found.end + 1] == b"C"
    if token.side and compared and reading.starts_clause(found.start):
        place = Place(account_of(reading.context, token), token.side)  # 支出决算比上年减少N
        reading.context.now.about((place,), at=found.start)
    announces = reading.letters[found.end : found.end + WINDOW].lstrip(b"w").startswith(b":")
    if (begins or announces) and token.value in BUDGETS:
        reading.context.now.stage = token.value


def on_year(reading: Reading, found: Found) -> None:
    """A year at the start of a clause is the year of what follows; a quarter is, anywhere."""
    value = reading.tokens[found.start].value
    if value == FAR or reading.starts_clause(found.start):
        distance = reading.context.facts.distance(value)
        if distance is not None:
            if distance != (reading.context.now.distance or 0):
                reading.context.now.column = ""  # 2022年预算N，2023年比2022年减少D
            reading.context.now.distance = distance
            alone = found.start == 0 and reading.letters[found.end : found.end + 1] == b"."
            if alone:
                reading.context.dated = distance  # 2023年。收入N，…
