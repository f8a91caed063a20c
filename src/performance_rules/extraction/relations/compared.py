"""Figures of a paragraph that are said to be more or less than others, or to be as was aimed at."""

from __future__ import annotations

from collections.abc import Iterator

from performance_rules.extraction.figures.orderings import Ordering
from performance_rules.extraction.relations.changes.courses import COURSES, courses
from performance_rules.extraction.relations.changes.series import SERIES, series
from performance_rules.extraction.relations.changes.trends import trends
from performance_rules.extraction.relations.orders.directions import directions
from performance_rules.extraction.relations.orders.durations import DURATIONS, durations
from performance_rules.extraction.relations.orders.exceeding import exceeding
from performance_rules.extraction.relations.orders.extremes import EXTREMES, extremes
from performance_rules.extraction.relations.orders.goals import goals
from performance_rules.extraction.relations.orders.limits import LIMITS, limits
from performance_rules.extraction.relations.orders.passing import passing
from performance_rules.extraction.relations.orders.placings import CHAIN, Placings, chains
from performance_rules.extraction.relations.orders.rankings import rankings
from performance_rules.extraction.relations.orders.within import within
from performance_rules.extraction.relations.paragraph import Paragraph
from performance_rules.extraction.relations.parts.subsets import subsets
from performance_rules.extraction.relations.prices.each import EACH, each


def compared(one: Paragraph, placings: Placings) -> Iterator[Ordering]:
    """Yield which figures of a paragraph are said to be the higher ones.

    Args:
        one: the paragraph.
        placings: the places that the paragraphs of its section give figures.
    """
    text, own, words = one.text, one.own, one.words
    yield from directions(text, one.here, words)
    yield from exceeding(text, own, words)
    if one.holds(SERIES):
        yield from series(text, one.full, words)
    if one.holds(LIMITS):
        yield from limits(text, own, words)
    if one.holds(EXTREMES):
        yield from extremes(text, one.full, one.all_lists, words)
    if one.lists:
        yield from rankings(text, own, one.lists)
    if one.holds(CHAIN):
        yield from chains(text, own)
    if one.holds(COURSES):
        yield from courses(text, own, one.lists)
    yield from placings.read(text, one.full)
    yield from goals(text, one.full, one.all_lists, words)
    yield from subsets(text, own, words)
    yield from within(text, own, words)
    yield from passing(own)
    if one.holds(DURATIONS):
        yield from durations(one.full)
    if one.holds(EACH):
        yield from each(own, words)


def compared_measures(one: Paragraph) -> Iterator[Ordering]:
    """Yield the same of a paragraph whose figures are all measured: 平均用时由12天降至9天."""
    text, full, words = one.text, one.full, one.words
    yield from goals(text, full, (), words)
    yield from trends(text, one.moving, words)
    yield from series(text, full, words)
    if one.holds(DURATIONS):
        yield from durations(full)
    if one.holds(EXTREMES):
        yield from extremes(text, full, one.all_lists, words)
