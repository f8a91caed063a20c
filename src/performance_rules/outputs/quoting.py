"""Quoting: the printed statements that a finding rests on, each once, with where they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from attrs import evolve, frozen

from performance_rules.checking.findings import Finding, Where
from performance_rules.checking.placing import SIGNED
from performance_rules.errors import Lang
from performance_rules.outputs.citing import beside, heading_of, position
from performance_rules.outputs.cutting import cut
from performance_rules.outputs.spots import in_order, shortened
from performance_rules.outputs.terminal import clean
from performance_rules.outputs.words import say
from performance_rules.report.phrases import JOINT, parted, phrase, steps_phrase, way

TITLES: Final = 8
"""Most figures that are named beside one quotation."""


@frozen
class Quote:
    """A printed sentence or cell.

    Attributes:
        titles: what its figures are, in the report's own terms.
        text: the sentence or cell itself.
        place: where it stands, in words; empty where that is not known.
        where: the first place of the finding that it is of.
    """

    titles: str
    text: str
    place: str
    where: Where


def quotes_of(finding: Finding, lang: Lang) -> list[Quote]:
    """Return the printed statements of a finding, a sentence of several figures once.

    They come in the order in which its sentence names their figures.
    """
    said: dict[tuple[str, str], tuple[Where, dict[str, None]]] = {}
    for where in in_order(finding, lang):
        if where.quote and not where.expected:
            key = (
                cut(clean(where.quote), _said(finding, where)),
                clean(position(where, lang) or _way(where, lang)),
            )
            said.setdefault(key, (where, {}))[1][clean(where.title)] = None
    return [
        Quote(_titles(list(titles), where, text, lang), text, place, where)
        for (text, place), (where, titles) in said.items()
    ]


def _said(finding: Finding, where: Where) -> tuple[str, ...]:
    """Return what a quotation is needed for: the numbers of its place, and what a finding says."""
    same = (one for one in finding.where if (one.quote, one.start) == (where.quote, where.start))
    printed = tuple(one.printed for one in same if one.printed)
    return (finding.message, *printed)


def quote_text(quote: Quote, lang: Lang) -> str:
    """Return a quotation in one line: what it is, the words, and where they stand."""
    quoted = say(lang, "quoted", text=quote.text)
    text = say(lang, "colon").join(filter(None, (quote.titles, quoted)))
    return text + say(lang, "in_brackets", text=quote.place) if quote.place else text


def told_of(quotes: Sequence[Quote], seen: set[Quote], lang: Lang) -> list[str]:
    """Return quotations as lines to be read one after the other.

    What was told before is not told again, nor what is part of a longer one; the place of a cell
    below another one of its table is its row and column.

    Args:
        quotes: the quotations.
        seen: those that were told before; it takes these in.
        lang: the language.
    """
    lines, before = [], None
    for one in quotes:
        if one in seen or any(_holds(other, one) for other in quotes):
            continue
        seen.add(one)
        lines.append(quote_text(one if before is None else _after(before, one, lang), lang))
        before = one
    return lines


def _after(before: Quote, one: Quote, lang: Lang) -> Quote:
    """Return a quotation as it is told behind another one: what both have in common is left out."""
    place = beside(one.where, before.where, lang)
    if place:
        return evolve(one, place=place, titles=_shorter(before, one, lang))
    same = one.place and one.place == before.place and one.where.table is None
    return evolve(one, place=say(lang, "where.same_place")) if same else one


def _shorter(before: Quote, one: Quote, lang: Lang) -> str:
    """Return what a cell is, behind another one of its table: its own line and figure alone."""
    if one.titles != phrase(one.where.title).text(lang):
        return one.titles
    lines, rest = parted(one.where.title)
    others, _ = parted(before.where.title)
    if lines[:1] != others[:1] or not rest:
        return one.titles
    own = () if lines == others else lines[-1:]
    return phrase(JOINT.join((*own, *rest))).text(lang) if own else steps_phrase(rest).text(lang)


def _holds(longer: Quote, one: Quote) -> bool:
    """Whether a quotation is part of another one."""
    start, begun = one.where.start, longer.where.start
    if start is None or begun is None or one.where.table is not None:
        return False
    within = begun <= start and len(longer.text) > len(one.text) and one.text in longer.text
    return within and one.where.document == longer.where.document


_NUMBERED: Final = re.compile(r"[\s（(第]*[一二三四五六七八九十\d]")
"""How a heading begins that is one of several; the title of a document does not."""

_WORDS: Final = re.compile(r"[\u3400-\u9fff]{4}")
"""Enough of a sentence to say itself what its figures are."""


def _titles(titles: Sequence[str], where: Where, text: str, lang: Lang) -> str:
    """Return what the figures of a quotation are, if neither it nor its place says so."""
    if not position(where, lang):
        return ""
    lines, _ = parted(titles[0])
    if lang == "zh" and (_WORDS.search(text) or lines[-1] in text):
        return ""
    if where.section and all(title in (where.section, heading_of(where)) for title in titles):
        return ""
    return _together(titles, lang)


def _way(where: Where, lang: Lang) -> str:
    """Return the way to a place of a report that is no document."""
    return way(where.path, where.title).text(lang) if "." in where.path and where.title else ""


def places_of(finding: Finding, lang: Lang) -> list[str]:
    """Return where a finding without a quotation stands, unless its message says so.

    What is missing is said to be missing near the words where it should stand.
    """
    titles = dict.fromkeys(
        clean(phrase(where.title).text(lang)) for where in finding.where if not where.quote
    )
    told = [title for title in titles if title not in clean(finding.text(lang))]
    signed = SIGNED.search(finding.message) is not None
    return [*told, *(_near(where, lang, signed) for where in finding.where if where.expected)]


def expected_of(finding: Finding, lang: Lang) -> list[Quote]:
    """Return the words near which what a finding misses should stand."""
    return [
        Quote("", clean(where.quote), clean(position(where, lang)), where)
        for where in finding.where
        if where.expected
    ]


def _near(where: Where, lang: Lang, signed: bool) -> str:
    """Return near which words something should stand; near the title alone, that it is missing."""
    titled = where.quote == (where.section or where.quote) and not _NUMBERED.match(where.quote)
    if (where.start == 0 or titled) and not signed:
        return say(lang, "finding.anywhere")
    quoted = say(lang, "quoted", text=shortened(clean(where.quote)))
    text = say(lang, "finding.signed" if signed else "finding.expected", quote=quoted)
    place = clean(position(where, lang)) if where.section or where.cell or where.page else ""
    return text + say(lang, "in_brackets", text=place) if place else text


def _together(titles: Sequence[str], lang: Lang) -> str:
    """Return what the figures in one sentence are; what they have in common is said once."""
    if len(titles) == 1:
        return phrase(titles[0]).text(lang)
    parts = [title.split(JOINT) for title in titles]
    shared = 0
    while all(len(p) > shared + 1 for p in parts) and len({p[shared] for p in parts}) == 1:
        shared += 1
    rest = [steps_phrase(p[shared:]).text(lang) for p in parts[:TITLES]]
    begun = phrase(JOINT.join(parts[0][:shared])).text(lang)
    return say(lang, "colon").join(filter(None, (begun, say(lang, "list").join(rest))))
