"""The words by which a document says what it is: titles, names of bodies, labels, years.

The data stands in ``rules/lexicons/heads.toml``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import tomli
from attrs import frozen

from performance_rules.extraction.tokens.normal import plain_word
from performance_rules.lexicon.resources import rules_dir

Names = tuple[str, ...]


@frozen
class Tail:
    """A word that ends a title.

    Attributes:
        name: the word.
        says: what it says of the kind of document; empty for nothing.
        accounts: it names income or expenditure, which only accounts and budgets have there.
    """

    name: str
    says: str = ""
    accounts: bool = False


@frozen
class BodyWords:
    """Words in the names of bodies.

    Attributes:
        ends: what a whole name ends with.
        inside: what ends a name in front of other words.
        short: those of two characters that are a name behind that of a place.
        goes_on: what belongs to the name when it follows at once.
        kinds: what begins the name of a kind of bodies.
        levels: levels of administration without a name.
        not_places: words whose characters only look like the end of a place's name.
        first_places: those of them that do end the name of a place at its beginning.
        before: what may stand in front of a name and is no part of it.
        party: what may stand in front of the place in a name.
    """

    ends: Names
    inside: Names
    short: Names
    goes_on: Names
    kinds: Names
    levels: Names
    not_places: Names
    first_places: Names
    before: Names
    party: Names


@frozen
class Labels:
    """Words before a colon, or in the cell to the left, and words of headings."""

    body: Names
    makers: Names
    short: Names
    project: Names
    year: Names
    published: Names
    approved: Names
    other: Names
    about: Names
    headings: Names
    project_form: Names
    outturn: Names
    budget: Names


@frozen
class YearWords:
    """Words around a year that is not the document's own.

    Attributes:
        before: what stands before a year that is compared with, or that something happened in.
        against: those of them that only compare.
        after: what stands behind such a year.
    """

    before: Names
    against: Names
    after: Names


@frozen(eq=False)
class HeadWords:
    """All words of heads.

    Attributes:
        tails: the words that end a title, by their last character, longest first.
        own: how a body speaks of itself, by what its name ends with, longest first.
    """

    tails: Mapping[str, tuple[Tail, ...]]
    body: BodyWords
    own: tuple[tuple[str, Names], ...]
    labels: Labels
    years: YearWords


@lru_cache(maxsize=4)
def shipped_heads(directory: Path | None = None) -> HeadWords:
    """Return the words of heads of a rules folder, the shipped one by default."""
    file = (directory or rules_dir()) / "lexicons" / "heads.toml"
    data = tomli.loads(file.read_text(encoding="utf-8"))
    own = [(end, _plain(table["called"])) for table in data["own"] for end in _plain(table["ends"])]
    return HeadWords(
        tails=_tails(data["tail"]),
        body=BodyWords(**_all_plain(data["body"])),
        own=tuple(sorted(own, key=lambda pair: -len(pair[0]))),
        labels=Labels(**_all_plain(data["labels"])),
        years=YearWords(**_all_plain(data["years"])),
    )


def _tails(tables: Iterable[Mapping[str, Any]]) -> dict[str, tuple[Tail, ...]]:
    found: dict[str, list[Tail]] = {}
    for table in tables:
        for name in map(plain_word, table["names"]):
            tail = Tail(name, table["says"], table.get("accounts", False))
            found.setdefault(name[-1], []).append(tail)
    return {end: tuple(sorted(some, key=lambda t: -len(t.name))) for end, some in found.items()}


def _plain(names: Iterable[str]) -> Names:
    return tuple(map(plain_word, names))


def _all_plain(table: Mapping[str, Iterable[str]]) -> dict[str, Names]:
    return {key: _plain(names) for key, names in table.items()}
