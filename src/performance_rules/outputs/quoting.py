"""Quoting: the printed statements that a finding rests on, each once, with where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import frozen

from performance_rules.checking.findings import Finding, Where
from performance_rules.errors import Lang
from performance_rules.outputs.citing import position
from performance_rules.outputs.layout import clean
from performance_rules.outputs.words import say

TITLES: Final = 8
"""Most figures that are named beside one quotation."""

NEAR: Final = 30
"""Most characters of the words near which something should stand."""

JOINT: Final = "·"
"""What the steps of a title are joined by."""


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
    """Return the printed statements of a finding, a sentence of several figures once."""
    said: dict[tuple[str, str], tuple[Where, dict[str, None]]] = {}
    for where in finding.where:
        if where.quote and not where.expected:
            key = (clean(where.quote), clean(position(where, lang)))
            said.setdefault(key, (where, {}))[1][clean(where.title)] = None
    return [
        Quote(_together(list(titles), lang), text, place, where)
        for (text, place), (where, titles) in said.items()
    ]


def quote_text(quote: Quote, lang: Lang) -> str:
    """Return a quotation in one line: what it is, the words, and where they stand."""
    quoted = say(lang, "quoted", text=quote.text)
    text = say(lang, "colon").join(filter(None, (quote.titles, quoted)))
    return text + say(lang, "in_brackets", text=quote.place) if quote.place else text


def places_of(finding: Finding, lang: Lang) -> list[str]:
    """Return where a finding without a quotation stands, unless its message says so.

    What is missing is said to be missing near the words where it should stand.
    """
    titles = dict.fromkeys(clean(where.title) for where in finding.where if not where.quote)
    told = [title for title in titles if title not in clean(finding.text(lang))]
    return [*told, *(_near(where, lang) for where in finding.where if where.expected)]


def expected_of(finding: Finding, lang: Lang) -> list[Quote]:
    """Return the words near which what a finding misses should stand."""
    return [
        Quote("", clean(where.quote), clean(position(where, lang)), where)
        for where in finding.where
        if where.expected
    ]


def _near(where: Where, lang: Lang) -> str:
    quoted = say(lang, "quoted", text=_short(clean(where.quote)))
    text = say(lang, "finding.expected", quote=quoted)
    place = clean(position(where, lang))
    return text + say(lang, "in_brackets", text=place) if place else text


def _short(text: str) -> str:
    return text if len(text) <= NEAR else f"{text[:NEAR]}…"


def _together(titles: Sequence[str], lang: Lang) -> str:
    """Return the titles of figures in one sentence; what they begin with is said once."""
    parts = [title.split(JOINT) for title in titles]
    shared = 0
    while len(titles) > 1 and all(len(p) > shared + 1 for p in parts):
        if len({p[shared] for p in parts}) > 1:
            break
        shared += 1
    begun = [JOINT.join(parts[0][:shared])] if shared else []
    rest = [JOINT.join(p[shared:]) for p in parts[:TITLES]]
    return JOINT.join((*begun, say(lang, "list").join(filter(None, rest))))
