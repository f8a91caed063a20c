"""The words by which a sentence relates its own figures.

The data stands in ``rules/lexicons/relations.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from attrs import frozen

from performance_rules.lexicon.resources import lexicon_data


@frozen(eq=False)
class Vocabulary:
    """Words of one role: a text has the role if such words make up all of it."""

    words: frozenset[str]
    longest: int
    ends: Mapping[str, tuple[str, ...]]
    """The words by their last character, the longest first."""

    @classmethod
    def of(cls, *lists: Iterable[str]) -> Vocabulary:
        """Return the vocabulary of several lists of words."""
        words = frozenset(word for one in lists for word in one)
        ends: dict[str, list[str]] = {}
        for word in sorted(words, key=lambda word: (-len(word), word)):
            ends.setdefault(word[-1], []).append(word)
        by_end = {end: tuple(found) for end, found in ends.items()}
        return cls(words, max(map(len, words), default=0), by_end)

    def ending(self, text: str) -> int:
        """Return how many characters the longest of the words has that a text ends with."""
        for word in self.ends.get(text[-1:], ()):
            if text.endswith(word):
                return len(word)
        return 0

    def make(self, text: str) -> bool:
        """Whether a text consists of such words and nothing else; an empty one does."""
        if not text:
            return True
        if text[-1] not in self.ends:
            return False
        words, longest, length = self.words, self.longest, len(text)
        reached = {0}
        for at in range(length):
            if at in reached:
                for end in range(at + 1, min(at + longest, length) + 1):
                    if text[at:end] in words:
                        reached.add(end)
        return length in reached


@frozen(eq=False)
class RelationWords:
    """The words of relations.

    Attributes:
        fillers: words that say nothing of what a figure is of.
        money: what money is called where nothing narrower is said.
        funds: what funds are called whose name holds a word for a stage.
        standards: what a price is called that was fixed and never rounded.
        priced: what stands between 每户 and its price, or before a price.
        prices: what the price of one is called.
        units: counters and nouns of one thing, as one: 车 and 辆.
        periods: what stands behind 每 and is a time, longest first.
        stages: words that say that an amount was planned or came in.
        planned: words that say that a number was planned.
        intended: words that say that a number was no more than planned.
        paid: words that say that an amount was paid.
        parts: words that say that what follows is a part.
        reached: words between the name of a figure and the figure.
        all_of: words before the name of a whole that say all of it.
        natures: what money is called by the paper that it stands on: no sum of what was paid.
        bounds: words for a change or a comparison: what follows is not a part of anything.
        totals: words that say that an amount is of several things.
        partial: words that say that an amount is only a part of a whole.
        sums: what money is called behind a verb.
        heads_by_end: the same by their last character.
        heads: the words that say which part a figure plays, longest first, with the part.
        tails: such words behind a figure.
        neutral: words before a head that narrow nothing.
        steps: what sections are called in which one sum of money is planned and spent.
        identities: names of figures of which the first less the second are the third.
        moved: words for what was added to a sum or taken from it.
        beginning: words before a level from which something changed.
        reaching: words before a level that was reached, longest first, with the direction.
        compared: words before the level that another one is compared with.
        directions: words before a change, with the direction.
        directed: the same without the direction.
        less: words in the name of what is taken from a sum, not added.
        amounting: verbs before what a figure is so many percent of: 为预算B的P.
        aims: what was planned, as such a base ends.
        aimed: what was planned, as the words before it end where its rate follows in turn.
        amended: words for a plan that was changed: what a rate is of is then in doubt.
        timed: counters of time, where the less is better.
        turning: what a rate of change is called.
        rates: what a rate of something spent or done to something planned is called.
        verdicts: words that say which of a planned and a reached figure is the higher one.
        goals: what a planned figure is called where another one is compared with it.
        posts: what the number of people that may be employed is called.
        manned: what the number of people that are employed is called.
        outcomes: what a reached figure is called beside a target.
        lower: words for what is better the less there is of it.
        comparing: words before the figure that another one is higher or lower than.
        paces: words for how a rate of progress moved, with the direction.
        changing: any word for a change, or before a level that was reached.
        claims: words for a change or a pace, with the direction.
        claimed: the same without the direction.
        moving: any of those, or a word before a level that was reached or is compared.
    """

    fillers: Vocabulary
    money: Vocabulary
    funds: tuple[str, ...]
    standards: tuple[str, ...]
    priced: Vocabulary
    prices: tuple[str, ...]
    units: Mapping[str, str]
    periods: tuple[str, ...]
    stages: tuple[str, ...]
    planned: tuple[str, ...]
    intended: tuple[str, ...]
    paid: tuple[str, ...]
    parts: tuple[str, ...]
    reached: tuple[str, ...]
    all_of: tuple[str, ...]
    natures: tuple[str, ...]
    bounds: tuple[str, ...]
    totals: tuple[str, ...]
    partial: tuple[str, ...]
    sums: Vocabulary
    heads: tuple[tuple[str, str], ...]
    heads_by_end: Mapping[str, tuple[tuple[str, str], ...]]
    tails: Mapping[str, str]
    neutral: Vocabulary
    steps: Vocabulary
    less: tuple[str, ...]
    amounting: tuple[str, ...]
    aims: tuple[str, ...]
    aimed: tuple[str, ...]
    amended: tuple[str, ...]
    timed: tuple[str, ...]
    turning: tuple[str, ...]
    rates: Mapping[str, str]
    identities: tuple[tuple[tuple[str, ...], ...], ...]
    moved: tuple[str, ...]
    beginning: tuple[str, ...]
    reaching: Mapping[str, str]
    compared: tuple[str, ...]
    directions: Mapping[str, str]
    directed: Vocabulary
    verdicts: Mapping[str, str]
    goals: tuple[str, ...]
    posts: tuple[str, ...]
    manned: tuple[str, ...]
    outcomes: tuple[str, ...]
    lower: tuple[str, ...]
    comparing: Mapping[str, str]
    paces: Mapping[str, str]
    changing: re.Pattern[str]
    claims: Mapping[str, str]
    claimed: Vocabulary
    moving: re.Pattern[str]


def _directed(table: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Return words with the direction they say; those under ``plain`` say none."""
    ways = {"plain": ""}
    pairs = [(word, ways.get(way, way)) for way, words in table.items() for word in words]
    return dict(sorted(pairs, key=lambda pair: -len(pair[0])))


def _longest_first(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(words, key=len, reverse=True))


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that finds any of the words, the longest first."""
    return re.compile("|".join(map(re.escape, _longest_first(words))))


@lru_cache(maxsize=1)
def relation_words() -> RelationWords:
    """Return the shipped words."""
    data = lexicon_data("relations")
    fillers, money = data["fillers"], data["money"]
    pairs = ((head, role) for role, heads in data["heads"].items() for head in heads)
    heads = tuple(sorted(pairs, key=lambda pair: -len(pair[0])))
    directions, reaching = _directed(data["directions"]), _directed(data["reaching"])
    comparing, paces = _directed(data["comparing"]), _directed(data["paces"])
    claims = directions | paces
    return RelationWords(
        fillers=Vocabulary.of(fillers),
        money=Vocabulary.of(fillers, money),
        funds=tuple(data["funds"]),
        standards=tuple(data["standards"]),
        priced=Vocabulary.of(fillers, money, data["priced"], data["prices"]),
        prices=tuple(sorted(data["prices"], key=len, reverse=True)),
        units={word: group[0] for group in data["units"] for word in group},
        periods=tuple(sorted(data["periods"], key=len, reverse=True)),
        stages=(*data["stages"], *data["parts"]),
        planned=tuple(data["planned"]),
        intended=tuple(data["intended"]),
        paid=tuple(data["paid"]),
        parts=tuple(data["parts"]),
        reached=tuple(data["reached"]),
        all_of=tuple(data["all_of"]),
        natures=tuple(data["natures"]),
        bounds=tuple(data["bounds"]),
        totals=tuple(data["totals"]),
        partial=tuple(data["partial"]),
        sums=Vocabulary.of(data["sums"]),
        heads=heads,
        heads_by_end={
            end: tuple(pair for pair in heads if pair[0][-1] == end)
            for end in {h[-1] for h, _ in heads}
        },
        tails={tail: role for role, tails in data["tails"].items() for tail in tails},
        neutral=Vocabulary.of(fillers, data["neutral"]),
        steps=Vocabulary.of(fillers, data["steps"]),
        identities=tuple(
            tuple(tuple(one[part]) for part in ("whole", "less", "left"))
            for one in data["identities"]
        ),
        moved=tuple(data["moved"]),
        beginning=tuple(data["beginning"]),
        reaching=reaching,
        compared=tuple(data["compared"]),
        directions=directions,
        directed=Vocabulary.of(directions),
        verdicts=_directed(data["verdicts"]),
        goals=_longest_first(data["goals"]["words"]),
        posts=_longest_first(data["goals"]["posts"]),
        manned=_longest_first(data["goals"]["manned"]),
        outcomes=_longest_first(data["goals"]["outcomes"]),
        lower=tuple(data["goals"]["lower"]),
        comparing=comparing,
        paces=paces,
        changing=any_of((*directions, *reaching)),
        claims=claims,
        claimed=Vocabulary.of(claims),
        moving=any_of((*claims, *reaching, *comparing)),
        less=tuple(data["less"]),
        amounting=tuple(data["amounting"]),
        aims=tuple(data["aims"]),
        aimed=tuple(data["aimed"]),
        amended=tuple(data["amended"]),
        timed=tuple(data["timed"]),
        turning=tuple(data["rates"]["change"]),
        rates={rate: role for role, rates in data["rates"].items() for rate in rates},
    )
