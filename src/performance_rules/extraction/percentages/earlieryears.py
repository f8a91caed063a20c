"""Changes against a year before whose level is told elsewhere, under the same name.

2022年受理投诉B件 in one section, and 2023年受理投诉A件，比2022年下降P in another: what the change
is from is the figure of that year that has the whole name of the one that changed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.roles import alike, without_tail
from performance_rules.extraction.figures.words import relation_words
from performance_rules.extraction.percentages.picking import moves
from performance_rules.extraction.relations.adding import Checks
from performance_rules.extraction.relations.changes.changes import Change
from performance_rules.extraction.relations.making import Maker
from performance_rules.extraction.relations.related import Related
from performance_rules.extraction.scope.facts import Facts
from performance_rules.extraction.statements.naming import core_of, name_of, places_in
from performance_rules.extraction.statements.said import Said, exact, kind
from performance_rules.extraction.statements.words import restated_words

_AGAINST: Final = re.compile(
    r"(?:同比|[比较与](?:上年度?|去年|(?P<year>(?:19|20)\d\d)年度?)(?:相比)?)(?P<word>\w{2,4})"
)
_CLAUSE: Final = re.compile("[,，。;:()]")
_EVERY: Final = re.compile("全[省市县区镇乡州旗盟]")
"""All of a place is more than a body."""
_LEAST: Final = 4
_FAR: Final = 40

_Key = tuple[str, str, int]
"""A unit, a whole name, and a year."""


def earlier_years(said: Sequence[Said], checks: Checks, facts: Facts) -> Iterator[Related]:
    """Yield the changes of things against the year before that the document tells elsewhere.

    Args:
        said: the figures of its prose in order.
        checks: what is checked already.
        facts: what is known of the document.
    """
    words = relation_words()
    claims = [
        (at, told)
        for at, one in enumerate(said)
        if one.at.kind == "percent" and (told := _AGAINST.fullmatch(one.at.left)) is not None
    ]
    levels: defaultdict[_Key, list[Said]] = defaultdict(list)
    for one in said if claims and facts.year else ():
        if key := _key(one, facts.year or 0):
            levels[key].append(one)
    for at, told in claims if levels else ():
        one, figure = said[at], said[at - 1] if at else None
        direction = words.directions.get(without_tail(told["word"], words))
        key = _key(figure, facts.year or 0) if figure is not None else None
        if figure is None or key is None or direction is None or not _follows(one.at, figure.at):
            continue
        unit, name, year = key
        against = int(told["year"]) if told["year"] else year - 1
        bases = levels.get((unit, name, against), [])
        if against >= year or len({base.at.value.n for base in bases}) != 1:
            continue
        base = bases[-1]
        if base.at.sentence == one.at.sentence or checks(one) or not _is_one(figure, base):
            continue
        if not moves(figure.at.value, base.at.value, one.at.value) and _is_made(said, figure, one):
            continue
        homes = {base.at.home, one.at.home}
        runs = {near.at.home: near.run for near in said if near.at.home in homes}
        change = Change(base.at, figure.at, None, one.at, direction)
        yield Maker(runs, one.section, budget=facts.is_budget).change(change).told_in(one.at.home)


def _key(one: Said, this: int) -> _Key | None:
    """Return what a count is of, and its year; None where it has no whole name of its own."""
    if one.at.kind != "count" or not exact(one.at.value):
        return None
    words = restated_words()
    clause = _CLAUSE.split(one.lead[-_FAR:])[-1].removeprefix("其中")
    name, told = core_of(clause), name_of(one)
    if len(name) < _LEAST or told.generic or not told.level or told.times:
        return None
    if words.narrowing.search(name) is not None or one.at.right.startswith("的"):
        return None
    return kind(one.at.value), name, told.year or this


def _follows(one: Mention, figure: Mention) -> bool:
    """Whether a change stands in the clause behind a figure."""
    beside = (one.home, one.sentence, one.part) == (figure.home, figure.sentence, figure.part)
    return beside and one.depth == figure.depth and one.begin - figure.end <= len(figure.unit) + 1


def _is_one(figure: Said, base: Said) -> bool:
    """Whether two levels are of one place."""
    mine, other = name_of(figure).places, name_of(base).places
    if mine != other and mine and other:
        return False
    if len({bool(_EVERY.search(f"{one.section} {one.lead}")) for one in (base, figure)}) > 1:
        return False
    above, below = (one.section.rpartition("/")[2] for one in (base, figure))
    return above == below or not (places_in(above) or places_in(below))


def _is_made(said: Sequence[Said], figure: Said, rate: Said) -> bool:
    """Whether a figure differs from any other one by so much."""
    return any(
        alike(one.at.value, figure.at.value)
        and one is not figure
        and moves(figure.at.value, one.at.value, rate.at.value)
        for one in said
    )
