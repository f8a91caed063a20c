"""All rates that a paragraph gives with their two figures, in whatever way it tells them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from performance_rules.extraction.figures.fitting import Rate, fits
from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.roles import Cast
from performance_rules.extraction.figures.words import RelationWords
from performance_rules.extraction.relations.rates.calledrates import called_rates
from performance_rules.extraction.relations.rates.multiples import doublings, multiples
from performance_rules.extraction.relations.rates.ofplans import of_plans
from performance_rules.extraction.relations.rates.rates import is_reckoned_otherwise, rates
from performance_rules.extraction.relations.rates.ratios import ratios
from performance_rules.extraction.relations.rates.since import since
from performance_rules.extraction.relations.rates.spelled import spelled
from performance_rules.extraction.relations.stocks.things import things

RATES: Final = "%倍番比"
"""Without one of these a paragraph tells no rate."""


def all_rates(
    text: str,
    own: Sequence[Mention],
    parts: Sequence[Cast],
    home: int,
    words: RelationWords,
) -> Iterator[Rate]:
    """Yield the rates of a paragraph.

    Args:
        text: the paragraph.
        own: its figures in their order.
        parts: its figures, and those before it, with the parts they play.
        home: its number.
        words: the words of relations.
    """
    if any(one.kind == "percent" for one in own):
        named = [*spelled(text, own), *of_plans(own)]
        told = {id(one.rate) for one in named}
        found = [*named, *(m for m in rates(parts, words, home, text) if id(m.rate) not in told)]
        yield from found
        told = {id(one.rate) for one in found}
        here = [one for one in parts if one.at.home == home]
        more = [one for one in _of_things(here, words) if id(one.rate) not in told]
        told |= {id(one.rate) for one in more}
        more += [m for m in called_rates(parts, home, words, text) if id(m.rate) not in told]
        yield from (one for one in more if not is_reckoned_otherwise(one, text, home))
    yield from multiples(text, own)
    yield from doublings(text, own)
    yield from ratios(text, own)
    yield from since(own, words)


def _of_things(parts: Sequence[Cast], words: RelationWords) -> Iterator[Rate]:
    """Yield the rate of each thing of a list: A安排a、使用b、执行率P，B安排c、使用d、执行率Q."""
    for one in things(parts, words):
        rate, base, figure = one.rate, one.planned.value, one.done.value
        if rate is None:
            continue
        near = [m.value for m in one.near]
        if fits(figure, base, rate.value) or not any(
            fits(figure, value, rate.value) or fits(value, base, rate.value) for value in near
        ):
            yield Rate(one.done, one.planned, rate)
