"""Causes and purposes: where they end, and which comparisons a cause explains."""

from __future__ import annotations

import re
from typing import Final

from attrs import evolve

from performance_rules.codebook import Kind
from performance_rules.extraction.drafts.places import Place
from performance_rules.extraction.drafts.records import Caused, Compared
from performance_rules.extraction.lists.parts import on_list
from performance_rules.extraction.scope.reading import Reading
from performance_rules.extraction.scope.subjects import NotBound, places_of
from performance_rules.extraction.tokens.patterns import WINDOW, Found
from performance_rules.report.model import Reason, Source

IN_CAUSE: Final = "原因说明里的数"
IN_PURPOSE: Final = "用途说明里的数"
_FIRST: Final = re.compile(r"[:,，]?(?:一是|①|\(?[1一]\)?[.、)])")
"""The first of several causes: they are one cause up to the end of the sentence."""

_PARTS: Final = re.compile(rb":[wYXa]*T[wSYa:]*N(?:,H[^;.]*)?[;,/]")
"""A colon, and a line with its figure and share before the next mark."""
_NAME_ALONE: Final = re.compile(rb":?X[^NPQq;,]*")
_COMPARED: Final = (b"P", b"N", b"M", b"F", b"V", b"Q", b"q", b")")
"""What a comparison ends with."""
_LONG: Final = 60
"""So much of a clause shows how it begins and ends."""
_OPPOSITE: Final = {"up": "down", "down": "up"}
_LEADING: Final = " 　：:，,是为系有"
_TRAILING: Final = " 　。，；,;"


def on_cause(reading: Reading, found: Found) -> int:
    """主要原因是…: the cause of the comparisons before it, up to the end of the clause."""
    context, marker = reading.context, found.first("cause")
    if marker is None and not _is_tail(reading, found.start):
        return found.start + 1
    begin = (found.start if marker is None else marker) + 1
    end = _end(reading, begin)
    text = reading.printed(begin, end) if end > begin else ""
    text = text.lstrip(_LEADING).strip(_TRAILING)
    _drop(reading, begin, end, IN_CAUSE)
    if not text:
        return end
    source = reading.source(found.start, max(end, found.end))
    claims = _explained(reading, found)
    if claims:
        unexplained = [claim for claim in claims if claim.reason is None]
        reason = Reason(text, _about(reading, text), source) if unexplained else None
        for claim in unexplained:
            claim.reason = reason
        _turned(reading, found, source)
    elif _named(reading, found.start) > 1:
        place = Place(_account(reading), "expenditure")
        reason = Reason(text, _about(reading, text), source)
        context.add(Caused(place, "by_function", reason))
    return end


def _is_tail(reading: Reading, comma: int) -> bool:
    """Whether the clause behind a comma says why, in so many words or not: 增长P，系…所致.

    It stands right behind a comparison of its own sentence that has no cause yet.
    """
    context = reading.context
    claims = context.claims or context.sentence
    if not claims or any(claim.reason is not None for claim in claims):
        return False
    if reading.letters[max(0, comma - 1) : comma] not in _COMPARED:
        return False
    text = reading.run.plain[reading.tokens[comma].end : reading.tokens[-1].end]
    return reading.wording.lexicon.reasons.is_tail(text[:_LONG])


def _turned(reading: Reading, found: Found, source: Source) -> None:
    """A减少的主要原因是 after A增加N: that it went the other way is a claim of its own."""
    word, subject = reading.token(found, "up"), reading.token(found, "subject")
    if word is None or subject is None or word.value not in _OPPOSITE:
        return
    context = reading.context
    try:
        places = places_of(context, subject)
    except NotBound:
        return
    for place in places:
        said = [c for c in context.recent if c.place == place]
        said = [c for c in said if c.source.paragraph == source.paragraph] or said
        if said and all(c.direction == _OPPOSITE[word.value] for c in said):
            wording = reading.printed(found.start, found.end)
            context.add(
                evolve(said[-1], direction=word.value, rate=None, wording=wording, source=source)
            )


_FIGURE_AND_PARTS: Final = re.compile(rb"[tTwWYS]*N,Z")
"""A purpose with a figure that its parts follow."""


def _lists(reading: Reading, at: int) -> bool:
    """Whether a colon behind 主要用于 opens a list of lines with figures, or ends its paragraph."""
    return _PARTS.match(reading.letters, at) is not None or reading.letters[at:] == b":"


def _names_first(reading: Reading, begin: int, end: int) -> bool:
    """Whether the first of several things ends its sentence: 主要用于：一是修渠。预算A，支出B."""
    first = begin < end and _FIRST.match(reading.run.plain, reading.tokens[begin].start)
    return bool(first) and _NAME_ALONE.fullmatch(reading.letters, begin, end) is not None


def on_purpose(reading: Reading, found: Found) -> int:
    """主要用于…: what is said of a purpose is no statement."""
    if _lists(reading, found.end):
        on_list(reading, found)
        return found.end
    end = _end(reading, found.end)
    if _names_first(reading, found.end, end):
        return found.end
    _drop(reading, found.end, end, IN_PURPOSE)
    if _FIGURE_AND_PARTS.match(reading.letters, found.end, end + 2):
        reading.context.now.lost = True  # 用于扶贫的支出N，其中A: of what is no statement
    if reading.context.strong is not None:
        reading.context.strong.ended = True
    return end


def _named(reading: Reading, end: int) -> int:
    """Return how many functional subjects a sentence names before its cause."""
    near = max(0, end - WINDOW)
    begin = max(reading.letters.rfind(b".", near, end) + 1, near)
    return sum(
        token.letter == "T" and token.senses[0].kind == "functional"
        for token in reading.tokens[begin:end]
    )


def _explained(reading: Reading, found: Found) -> list[Compared]:
    """Return the comparisons a cause belongs to.

    A cause that names its subject explains that line's comparisons; one inside a clause group
    explains the group's; one that begins a sentence explains the sentence before it.
    """
    context = reading.context
    token = reading.token(found, "subject")
    if token is not None:
        try:
            places = places_of(context, token)
        except NotBound:
            places = ()
        named = [c for c in context.recent if c.place in places and c.reason is None]
        if named:
            return named
    if context.claims:
        return context.claims
    if context.sentence:
        return context.sentence
    return context.previous


def _end(reading: Reading, begin: int) -> int:
    """Return where a cause or purpose ends: 。；, its bracket, or a comma before a typed clause."""
    letters, patterns = reading.letters, reading.wording.patterns
    text = reading.run.plain
    listed = begin < len(letters) and _FIRST.match(text, reading.tokens[begin].start) is not None
    depth = 0
    at = begin
    while at < len(letters):
        letter = letters[at : at + 1]
        if letter == b".":
            break
        if letter == b"(":
            depth += 1
        elif letter == b")":
            depth -= 1
            if depth < 0:
                break
        elif not listed and not depth and letter in b",;":
            goes_on = _is_spent_on_it(reading, at + 1) or not patterns.resumes(letters, at + 1)
            if letter == b";" or not goes_on:
                break
        at += 1
    return at


def _is_spent_on_it(reading: Reading, at: int) -> bool:
    """Whether a clause of a cause tells what that cost: 主要原因是添置叉车2台，支出N.

    A bare 支出 behind a cause is that of the matter of the cause, and no second figure of what is
    explained.
    """
    end = at + WINDOW
    at += len(reading.letters[at:end]) - len(reading.letters[at:end].lstrip(b"wY"))
    token = reading.tokens[at] if reading.letters[at : at + 1] == b"T" else None
    if token is None or token.scope or not token.senses[0].bare:
        return False
    return token.senses[0].place.side == "expenditure" and not token.senses[0].place.steps


def _drop(reading: Reading, begin: int, end: int, why: str) -> None:
    reading.refuse(why, *(i for i in range(begin, end) if reading.tokens[i].letter in "NP"))


_FUNCTIONAL: Final[tuple[Kind, ...]] = ("functional",)


def _about(reading: Reading, text: str) -> tuple[str, ...]:
    """Return the functional subjects a cause names."""
    found = reading.wording.codebook.mentions(text, _FUNCTIONAL)
    return tuple(dict.fromkeys(entry.name for entry, _, _ in found))


def _account(reading: Reading) -> str:
    frames = reading.context.frames
    return next((f.scope for f in reversed(frames) if f.scope and f.headed), "all_funds")
