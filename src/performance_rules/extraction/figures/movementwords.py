"""What figures can be to a stock, and the words that make them so, from the lexicon."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from attrs import frozen

from performance_rules.extraction.figures.words import Vocabulary, any_of
from performance_rules.lexicon.resources import lexicon_data

OPEN: Final = "open"
WHOLE: Final = "whole"
COMES: Final = "comes"
GOES: Final = "goes"
SPENT: Final = "spent"
LEAVES: Final = "leaves"
ASIDE: Final = "aside"


@frozen(eq=False)
class MovementWords:
    """The words of movements; see the lexicon."""

    stocks: Vocabulary
    added: Vocabulary
    taken: Vocabulary
    wholes: tuple[str, ...]
    spent: tuple[str, ...]
    rest: tuple[str, ...]
    lists: tuple[str, ...]
    compared: re.Pattern[str]
    besides: re.Pattern[str]
    scopes: tuple[str, ...]
    sums: tuple[str, ...]
    owed: tuple[str, ...]
    less: tuple[str, ...]
    persons: tuple[str, ...]
    present: tuple[str, ...]
    joined: re.Pattern[str]
    gone: re.Pattern[str]
    verbs: tuple[tuple[str, str], ...]
    verb: re.Pattern[str]
    drawn: re.Pattern[str]
    put: re.Pattern[str]
    deposits: re.Pattern[str]
    withdrawn: re.Pattern[str]
    upon: re.Pattern[str]


@lru_cache(maxsize=1)
def movement_words() -> MovementWords:
    """Return the shipped words."""
    data = lexicon_data("movements")
    verbs = [*((w, COMES) for w in data["added"]), *((w, GOES) for w in data["taken"])]
    return MovementWords(
        stocks=Vocabulary.of(data["stocks"]),
        added=Vocabulary.of(data["added"]),
        taken=Vocabulary.of(data["taken"]),
        wholes=tuple(data["wholes"]),
        spent=tuple(data["spent"]),
        rest=tuple(data["rest"]),
        lists=tuple(data["lists"]),
        compared=any_of(data["compared"]),
        besides=any_of(data["besides"]),
        scopes=tuple(data["scopes"]),
        sums=tuple(data["sums"]),
        owed=tuple(data["owed"]),
        less=tuple(data["less"]),
        persons=tuple(data["persons"]),
        present=tuple(data["present"]),
        joined=any_of(data["joined"]),
        gone=any_of(data["gone"]),
        verbs=tuple(sorted(verbs, key=lambda pair: -len(pair[0]))),
        verb=any_of(verb for verb, _ in verbs),
        drawn=any_of(data["drawn"]),
        put=any_of(data["put"]),
        deposits=any_of(data["deposits"]),
        withdrawn=any_of(data["withdrawn"]),
        upon=any_of(data["upon"]),
    )
