"""The percentages of a document that no sentence reader took, each with what it is of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from performance_rules.extraction.figures.fitting import Rate
from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.words import relation_words
from performance_rules.extraction.percentages.around import Around
from performance_rules.extraction.percentages.distantrates import distant_rates
from performance_rules.extraction.percentages.earlieryears import earlier_years
from performance_rules.extraction.percentages.leftovers import Amounts, left_over
from performance_rules.extraction.percentages.phrases import Phrase, phrase_of
from performance_rules.extraction.percentages.picking import (
    Picked,
    is_explained,
    makes,
    pick,
)
from performance_rules.extraction.percentages.worded import worded
from performance_rules.extraction.relations.adding import Checks
from performance_rules.extraction.relations.changes.changes import Change
from performance_rules.extraction.relations.making import Maker
from performance_rules.extraction.relations.rates.portions import Portion
from performance_rules.extraction.relations.related import Related
from performance_rules.extraction.scope.facts import Facts
from performance_rules.extraction.statements.said import Said

_LIST: Final = 12
_TWO: Final = 2
_PARTS: Final = ("share", "noted", "counted")


def explained_in(said: Sequence[Said], checks: Checks, facts: Facts) -> list[Related]:
    """Return what the percentages of a document are of, those among them that stand far off.

    Args:
        said: the figures of its prose in order.
        checks: what tells whether a percentage is checked already.
        facts: what is known of the document.
    """
    more = explained(said, checks, budget=facts.is_budget)
    return [*more, *distant_rates(said, checks, facts), *earlier_years(said, checks, facts)]


def explained(said: Sequence[Said], checks: Checks, *, budget: bool) -> list[Related]:
    """Return what the percentages of a document are of, where their words name two figures.

    Args:
        said: the figures of its prose in order.
        checks: what tells whether a percentage is checked already.
        budget: whether the document is a budget.
    """
    words, found = relation_words(), [one.at for one in said]
    made: list[Related] = []
    amounts = Amounts.of(found)
    for at, one in enumerate(said):
        if one.at.kind != "percent" or checks.is_related(one):
            continue
        rated = left_over(found, at, amounts, checks.amounts)
        if rated is not None:
            made.append(_rated(rated, said, at, budget=budget))
            continue
        known = checks(one)
        working = None if known else worded(one.run.plain, Around.of(found, at, words))
        if working is not None:
            made.append(Maker({one.at.home: one.run}, one.section, budget).rate(working))
            continue
        if known and one.at.left.count("占") != 1:
            continue
        picked = _picked(found, at)
        if picked is None or (known and not _is_of_another(picked)):
            continue
        taken = [] if picked.holds else _taken(found, at)
        if not picked.holds and _has_rate(found, at, picked):
            continue
        if not picked.holds and is_explained(Around.of(found, at, words), picked, taken):
            continue
        made.append(_related(picked, said, at, budget=budget))
    return made


def _rated(rate: Rate, said: Sequence[Said], at: int, *, budget: bool) -> Related:
    near = {rate.figure.home, rate.base.home}
    runs = {one.at.home: one.run for one in said[max(0, at - 64) : at + 16] if one.at.home in near}
    return Maker(runs, said[at].section, budget).rate(rate)


def _is_of_another(picked: Picked) -> bool:
    """Whether the words beside a share name another whole than the lines of the report have."""
    beside = picked.base.home == picked.rate.home
    return picked.named and beside and not picked.holds


def _picked(found: Sequence[Mention], at: int) -> Picked | None:
    """Return the two figures that a percentage is of, or None where its words do not say."""
    following = found[at + 1] if at + 1 < len(found) else None
    phrase = phrase_of(found[at], following, relation_words())
    if phrase is None:
        return None
    return pick(Around.of(found, at, relation_words()), phrase, _like(found, at, phrase))


def _taken(found: Sequence[Mention], at: int) -> list[tuple[Mention, Mention]]:
    """Return the pairs that make the other percentages near one, so that they are not its own."""
    near = range(max(0, at - _LIST), min(len(found), at + _LIST))
    others = [_picked(found, i) for i in near if i != at and found[i].kind == "percent"]
    return [(one.figure, one.base) for one in others if one is not None and one.holds]


def _has_rate(found: Sequence[Mention], at: int, picked: Picked) -> bool:
    """Whether another percentage of the sentence is the one of two figures: they have one rate."""
    figure, base = picked.figure.value, picked.base.value
    near = found[max(0, at - _LIST) : at + _LIST]
    others = [m for m in near if m.kind == "percent" and m is not found[at]]
    return any(makes(figure, base, m.value) for m in others if m.sentence == found[at].sentence)


def _like(found: Sequence[Mention], at: int, phrase: Phrase) -> Mention | None:
    """Return the whole that the other percentages of a list are of; None where they disagree.

    One in another sentence is of no list yet: two of them are.
    """
    if phrase.sort not in _PARTS or phrase.whole:
        return None
    words, one = relation_words(), found[at]
    wholes: dict[int, Mention] = {}
    votes = 0
    for i in range(max(0, at - _LIST), min(len(found), at + _LIST)):
        other = found[i]
        if i == at or other.kind != "percent" or other.home != one.home:
            continue
        following = found[i + 1] if i + 1 < len(found) else None
        own = phrase_of(other, following, words)
        if own is None or own.sort != phrase.sort or own.whole:
            continue
        near = Around.of(found, i, words)
        figure = near.behind[0] if own.sort == "counted" else near.last()
        if figure is None:
            return None
        makers = [
            m
            for m in near.before
            if m is not figure
            and type(m.value) is type(figure.value)
            and makes(figure.value, m.value, other.value)
        ]
        if len({m.value.n for m in makers}) != 1:
            return None
        wholes[makers[0].value.n] = makers[0]
        votes += _TWO if other.sentence == one.sentence else 1
    return next(iter(wholes.values())) if len(wholes) == 1 and votes >= _TWO else None


def _related(picked: Picked, said: Sequence[Said], at: int, *, budget: bool) -> Related:
    near = (picked.figure, picked.base, picked.rate)
    runs = {one.at.home: one.run for one in said[max(0, at - 64) : at + 16] if one.at in near}
    maker = Maker(runs, said[at].section, budget)
    if picked.levels:
        up = picked.figure.value.n > picked.base.value.n
        words = relation_words().directions
        word = next((word for word in words if picked.rate.left.endswith(word)), "")
        direction = words.get(word, "up" if up else "down")
        return maker.change(Change(picked.base, picked.figure, None, picked.rate, direction))
    if picked.deed or picked.change or picked.figure.value.n > picked.base.value.n:
        return maker.rate(Rate(picked.figure, picked.base, picked.rate))
    return maker.portion(Portion(picked.figure, picked.base, picked.rate))
