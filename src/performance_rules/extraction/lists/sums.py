"""Sums, and one figure in two units: A N，B N，合计N; N（折合N）."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import attrs

from performance_rules.extraction.drafts.places import Step
from performance_rules.extraction.drafts.records import Level, Listing
from performance_rules.extraction.naming.names import how_many
from performance_rules.extraction.scope.reading import Reading
from performance_rules.extraction.scope.references import lines_of
from performance_rules.extraction.scope.subjects import NotBound, matter_of
from performance_rules.extraction.tokens.patterns import Found
from performance_rules.extraction.tokens.scan import Token
from performance_rules.text.words import has_any
from performance_rules.values.quantity import Amount, Count, Quantity

UNKNOWN_EQUAL: Final = "不知道是哪个数的另一种写法"
MOVED: Final = "追加、调减的数"
NO_PARTS: Final = "不知道是哪几项的合计"
_SPENT: Final = re.compile(rb"[,(]w*[TK]")
"""What was spent, or so much of it, right behind a figure."""


def on_moved(reading: Reading, found: Found) -> None:
    """年中追加N: by how much the budget moved; what is spoken of stays what it is.

    追加修缮专项N，支出M: that may be spent of what was added, or of everything.
    """
    index = found.parts["amount"][0]
    named = not reading.named(reading.tokens[found.start]).endswith(reading.wording.outline.moved)
    if named and _is_spent_next(reading, found.end):
        reading.lose(MOVED, index)
    else:
        reading.pass_over(MOVED, index)


def _is_spent_next(reading: Reading, at: int) -> bool:
    """Whether a bare 支出, or a rate of it, is told right behind a figure."""
    behind = _SPENT.match(reading.letters, at)
    if behind is None:
        return False
    token = reading.tokens[behind.end() - 1]
    return token.letter == "K" or (token.senses[0].bare and not token.scope)


def on_equal(reading: Reading, found: Found) -> int:
    """N（折合N）: the figure just said, in another unit."""
    context, index = reading.context, found.parts["amount"][0]
    levels = context.now.levels
    if _ANOTHER.match(reading.letters, found.end) or _is_worked_out(reading, found.start):
        levels = ()  # 折合N和M: of two figures; 3天×400元即N: of both
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
        context.add(attrs.evolve(level, value=value, source=source))
    reading.bind(index)
    if reading.letters[found.start : found.start + 1] == b"(":
        context.open_bracket()
    return found.end


def _is_worked_out(reading: Reading, at: int) -> bool:
    """Whether a formula stands in the clause before a token."""
    text, end = reading.run.plain, reading.tokens[at].start
    begin = max(text.rfind(mark, 0, end) for mark in ",，。;(") + 1
    return has_any(text[begin:end], "×*÷")


def _stated_of(reading: Reading, phrase: Token) -> tuple[Level, ...]:
    """Return what was said of a phrase before: 财政拨款支出（折合N）."""
    try:
        places = lines_of(reading, phrase)
    except NotBound:
        return ()
    return tuple(reading.context.stated[p] for p in places if p in reading.context.stated)


def on_sum(reading: Reading, found: Found) -> None:
    """A N，B N，合计N: the sum of what stands before it in the sentence, or of the open list."""
    context, index = reading.context, found.parts["amount"][0]
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
        said = listing.level.value
        ends = reading.letters[found.end : found.end + 1] in (b".", b")", b"")
        if ends or (said is not None and said.n == value.n):
            listing.whole_said = True
            context.state(attrs.evolve(listing.level, value=value, source=source))
            reading.bind(index)
            return
        listing.partial = True  # 其中：A、B，合计N；C: a part of the list
        beside = [level for level in context.stating if level.place in listing.parts]
    else:
        begin = reading.start_of(found.start)
        alone = _SERIES.fullmatch(reading.letters, begin, found.start)
        beside = context.series if alone else []
    n = how_many(reading.tokens[found.start].value, reading.wording)
    parts = _addends([level for level in beside if level.value is not None], value, n)
    if not parts:
        reading.lose(NO_PARTS, index)
        return
    whole = matter_of(context, f"{parts[0].name}等{len(parts)}项合计", context.body)
    level = Level(whole, parts[0].column, value, source, "合计")
    opened = context.ledger.listing(Listing(whole, "合计", level, whole_said=True))
    for n, part in enumerate(parts):
        place = whole.down(Step("members", part.name or f"第{n + 1}项"))
        context.add(attrs.evolve(part, place=place))
        opened.parts[place] = context.frames[-1].ordinal
    context.state(level)
    context.now.about((whole,), (level,), at=found.start)
    reading.bind(index)


_ANOTHER: Final = re.compile(rb"[w/C]N")
"""Another figure joined to one."""

_SERIES: Final = re.compile(rb"(?:[YXwZ]*[Tt][wYSa:]*[NQq](?:\([^()]*\))?[,/;])+")
"""Levels beside each other, and nothing else."""


def _addends(series: Sequence[Level], value: Quantity, n: int) -> Sequence[Level]:
    """Return the levels that a sum is of: the last ones that make it, or all if alike.

    Args:
        series: levels beside each other.
        value: the sum.
        n: how many it says that it is of, 0 where it does not.
    """
    if n:
        return series[-n:] if len(series) >= n and _are_alike(series[-n:], value) else ()
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
