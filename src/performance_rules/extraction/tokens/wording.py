"""The wordings of prose: words with their letters, indicators with their places, closed sets.

The data stands in ``rules/lexicons/terms.toml`` and, for the names of subjects, in the codebooks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import product
from pathlib import Path
from typing import Any, Final

import tomli
from attrs import evolve, field, frozen

from performance_rules.codebook import Codebook, load_codebook
from performance_rules.codebook.spellings import spellings
from performance_rules.extraction.drafts.places import Place, Step, parse_place
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.tokens.normal import plain_word
from performance_rules.extraction.tokens.patterns import Patterns, load_patterns
from performance_rules.lexicon.lexicon import Lexicon, shipped_lexicon
from performance_rules.lexicon.resources import rules_dir

TERM: Final = "T"
STAGE: Final = "S"
FILLER: Final = "w"
OTHER: Final = "W"
_ALTERNATIVES: Final = re.compile(r"[\[\]]")
_MINE: Final = ("我", "本")


@fixed(eq=False)
class Sense:
    """One meaning of an indicator's name.

    Attributes:
        place: where it belongs; the account is open where the scope in force decides.
        kind: ``line``, ``scope``, ``functional``, ``economic``, ``count`` or ``open``.
        code: classification code.
        bare: a name so short that it is often the end of another one.
        year: it says "of this year", so a wider total beside it includes balances.
        grand: where a total that includes balances belongs.
        column: the only column it can be about.
        units: for a count, its key by counter.
        compared: only right before a comparison is it an indicator: 收支较上年…
        part: what was spent on what it counts.
        follows: it does not say of which kind it counts, so it is of the kind just spoken of.
        under: where it belongs in the list of a whole with a certain key.
        described: what stands before it says what it is for, and makes it no narrower.
    """

    place: Place
    kind: str = "line"
    code: str | None = None
    bare: bool = False
    year: bool = False
    grand: Place | None = None
    column: str | None = None
    units: Mapping[str, str] = field(factory=dict)
    compared: bool = False
    follows: bool = False
    part: Place | None = None
    under: Mapping[str, Place] = field(factory=dict)
    described: bool = False


@fixed(eq=False)
class Word:
    """A word of the lexicon: its letter, and what it means."""

    letter: str
    value: str = ""
    senses: tuple[Sense, ...] = ()
    side: str = ""


@frozen(eq=False)
class ClosedSet:
    """Parts that together are the whole of a place: the required ones, and others."""

    whole: Place
    dimension: str
    required: frozenset[str]
    optional: frozenset[str]


@fixed(eq=False)
class Outline:
    """Words that say where headings end, and what is no name of its own."""

    heading_ends: tuple[str, ...]
    inside: tuple[str, ...]
    loose_ends: tuple[str, ...]
    line_ends: tuple[str, ...]
    captions: tuple[str, ...]
    units: tuple[str, ...]
    mine: tuple[str, ...]
    every: tuple[str, ...]
    areas: tuple[str, ...]
    places: tuple[str, ...]
    besides: tuple[str, ...]
    wholes: tuple[str, ...]
    both: tuple[str, ...]
    aspects: tuple[str, ...]
    angles: tuple[str, ...]
    prepositions: tuple[str, ...]
    times: tuple[str, ...]
    rest: tuple[str, ...]
    these: tuple[str, ...]
    pointing: tuple[str, ...]
    excluded: tuple[str, ...]
    without: tuple[str, ...]
    accounted: tuple[str, ...]
    budgeted: tuple[str, ...]
    involving: tuple[str, ...]
    estimated: tuple[str, ...]
    adding: tuple[str, ...]
    scopes: tuple[str, ...]
    announcing: tuple[str, ...]
    grand: tuple[str, ...]
    being: tuple[str, ...]
    joined: tuple[str, ...]
    below: tuple[str, ...]
    parts: tuple[str, ...]
    topics: tuple[str, ...]
    scored: tuple[str, ...]
    held: tuple[str, ...]
    vague: tuple[str, ...]
    qualified: tuple[str, ...]
    open_ends: tuple[str, ...]
    averages: tuple[str, ...]
    several: tuple[str, ...]
    sections: tuple[str, ...]
    plainly: tuple[str, ...]
    natures: tuple[str, ...]
    planned: tuple[str, ...]
    unplanned: tuple[str, ...]
    moved: tuple[str, ...]
    returned: tuple[str, ...]
    executed: tuple[str, ...]
    spent: tuple[str, ...]
    done: tuple[str, ...]
    arrived: tuple[str, ...]
    called: tuple[str, ...]
    verbs: tuple[str, ...]
    receiving: tuple[str, ...]
    entire: tuple[str, ...]
    kept: tuple[str, ...]
    granted: tuple[str, ...]
    unmade: tuple[str, ...]
    and_more: tuple[str, ...]
    abridged: tuple[str, ...]


@fixed(eq=False)
class BodyWords:
    """Words that name a body: all that a document's own name adds to the lexicon.

    Attributes:
        ends: how the names of bodies end; the document's own is one of them.
        determined: words before 支出 and such that say whose it is.
        owning: those of them that say that it is the body's: 我局, 本部门.
        own: what the document's body calls itself.
    """

    ends: tuple[str, ...]
    determined: tuple[str, ...]
    owning: tuple[str, ...]
    own: tuple[str, ...] = ()

    def named(self, name: str) -> BodyWords:
        """Return the words for a document of a body with a name.

        编纂室 calls itself 我室, 救助中心 calls itself 我中心.
        """
        own = tuple(f"{word}{name[-length:]}" for word in _MINE for length in (1, 2))
        owning = (*self.owning, *own)
        return BodyWords((*self.ends, name), (*self.determined, *own), owning, own)


@fixed(eq=False)
class Wording:
    """Everything that reading prose needs to know about words.

    Attributes:
        words: every word by its normalised spelling.
        lengths: for the first two characters of a word, the lengths of the words, longest first.
        singles: the words of one character.
        patterns: the patterns over letters.
        sets: closed sets of parts.
        partitions: kinds that together are all: the required ones, and others.
        outline: headings and names.
        bodies: the names of bodies, and of the document's own.
        grade: what finds the grade of a self-evaluation, as its group 1.
        lexicon: well-known items and denominators.
        classes: the codes of functional and economic classes.
        scores: what the score of an evaluation is called, the longest name first.
    """

    words: Mapping[str, Word]
    lengths: Mapping[str, tuple[int, ...]]
    singles: Mapping[str, Word]
    patterns: Patterns
    sets: tuple[ClosedSet, ...]
    partitions: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
    outline: Outline
    bodies: BodyWords
    grade: re.Pattern[str]
    lexicon: Lexicon
    codebook: Codebook
    classes: frozenset[str]
    scores: tuple[str, ...]


@lru_cache(maxsize=4)
def shipped_wording(directory: Path | None = None) -> Wording:
    """Return the wordings of a rules folder, the shipped one by default.

    Raises:
        KeyError: when a term names a place that does not exist.
    """
    folder = directory or rules_dir()
    lexicon = shipped_lexicon(directory)
    codebook = load_codebook(folder / "codebooks")
    data = tomli.loads((folder / "lexicons" / "terms.toml").read_text(encoding="utf-8"))
    words: dict[str, Word] = {}
    scopes = {plain_word(n): table["account"] for table in data["scope"] for n in table["names"]}
    _add_subjects(words, codebook, scopes)
    add_words(words, data)
    add_terms(words, data, lexicon)
    outline = {key: tuple(map(plain_word, value)) for key, value in data["outline"].items()}
    ends, determined = outline.pop("bodies"), outline.pop("determined")
    owning = tuple(word for word in determined if word[:1] in outline["mine"])
    return Wording(
        words=words,
        lengths=_lengths(words),
        singles=_singles(words),
        patterns=load_patterns(folder / "lexicons" / "patterns.toml"),
        sets=tuple(_closed_set(table, lexicon) for table in data.get("set", ())),
        partitions=tuple(
            (tuple(table["required"]), tuple(table.get("optional", ())))
            for table in data.get("partition", ())
        ),
        outline=Outline(**outline),
        bodies=BodyWords(ends, determined, owning),
        grade=_grade(data["grades"]),
        lexicon=lexicon,
        codebook=codebook,
        classes=frozenset(e.code for e in codebook.entries if e.level == "类"),
        scores=_scores(words),
    )


def _scores(words: Mapping[str, Word]) -> tuple[str, ...]:
    found = (
        name
        for name, word in words.items()
        if any(s.column == "score" and s.place.item == "evaluation" for s in word.senses)
    )
    return tuple(sorted(found, key=len, reverse=True))


def with_words(
    wording: Wording, words: Mapping[str, Word], patterns: Patterns, lexicon: Lexicon
) -> Wording:
    """Return a wording with more words, which take the place of those of the same spelling."""
    both = {**wording.words, **words}
    return evolve(
        wording,
        words=both,
        lengths=_lengths(both),
        scores=_scores(both),
        singles=_singles(both),
        patterns=patterns,
        lexicon=lexicon,
    )


def _singles(words: Mapping[str, Word]) -> dict[str, Word]:
    return {name: word for name, word in words.items() if len(name) == 1}


def _lengths(words: Iterable[str]) -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for word in (w for w in words if len(w) > 1):
        found.setdefault(word[:2], set()).add(len(word))
    return {start: tuple(sorted(sizes, reverse=True)) for start, sizes in found.items()}


def _add_subjects(words: dict[str, Word], codebook: Codebook, scopes: Mapping[str, str]) -> None:
    """Add the names of functional and economic subjects; one name may be both.

    国有资本经营预算支出 is a class, and all that an account spent.
    """
    dimension = {"functional": "by_function", "economic": "by_economic"}
    for entry in codebook.entries:
        if entry.kind not in dimension:
            continue
        for name in entry.names:
            place = Place(side="expenditure", steps=(Step(dimension[entry.kind], name),))
            for form in map(plain_word, spellings(name)):
                if account := scopes.get(form.removesuffix("支出")):
                    _add_sense(words, form, Sense(Place(account, "expenditure"), "line"))
                _add_sense(words, form, Sense(place, entry.kind, entry.code))


def _add_sense(words: dict[str, Word], name: str, sense: Sense) -> None:
    old = words.get(name)
    if old is None or old.letter != TERM:
        words[name] = Word(TERM, senses=(sense,))
    elif all(s.kind != sense.kind or s.place != sense.place for s in old.senses):
        words[name] = Word(TERM, senses=(*old.senses, sense))


def add_words(words: dict[str, Word], data: Mapping[str, Any]) -> None:
    """Add the stages and the other words of a file."""
    for table in data.get("stage", ()):
        word = Word(STAGE, table["stage"], side=table.get("side", ""))
        words |= {plain_word(name): word for name in table["names"]}
    for table in data.get("word", ()):
        word = Word(table["letter"], table.get("value", ""), side=table.get("side", ""))
        for name in table["names"]:
            words.setdefault(plain_word(name), word)


def add_terms(words: dict[str, Word], data: Mapping[str, Any], items: Lexicon) -> None:
    """Add the indicators of a file; what the codebooks call by the same name comes after.

    Raises:
        KeyError: when a term names a place that does not exist.
    """
    later: dict[str, list[Sense]] = {}
    for table in data.get("scope", ()):
        sense = Sense(Place(table["account"]), "scope")
        words |= {plain_word(name): Word(TERM, senses=(sense,)) for name in table["names"]}
    for key in ("term", "count", "kinds", "staff", "rates"):
        for table in data.get(key, ()):
            for name in composed(table["names"]):
                later.setdefault(plain_word(name), []).append(_sense(key, table, name, items))
    for name, senses in later.items():
        old = words.get(name)
        more = old.senses if old is not None and old.letter == TERM else ()
        words[name] = Word(TERM, senses=(*senses, *more))


def _sense(key: str, table: Mapping[str, Any], name: str, items: Lexicon) -> Sense:
    place = parse_place(table.get("place", "disclosures"), items)
    if key == "count":
        return Sense(
            place,
            "count",
            units=table["units"],
            follows=table.get("follows", False),
            part=parse_place(table["part"], items) if "part" in table else None,
        )
    if key == "rates":
        return Sense(parse_place(f"evaluation/members:{name}", items), "rate", column="actual")
    if key in ("kinds", "staff"):
        return Sense(place.down(Step("members", name)), "counted")
    return Sense(
        place,
        "counted" if table.get("counted") else "line",
        bare=table.get("bare", False),
        year=table.get("year", False),
        grand=parse_place(table["grand"], items) if "grand" in table else None,
        column=table.get("column"),
        compared=table.get("compared", False),
        under={key: parse_place(to, items) for key, to in table.get("under", {}).items()},
        described=table.get("described", False),
    )


def composed(names: Iterable[str]) -> Iterator[str]:
    """Yield names; one with alternatives, 自评[综合|总|]得分, stands for all that they make."""
    for name in names:
        parts = _ALTERNATIVES.split(name)
        yield from ("".join(one) for one in product(*(part.split("|") for part in parts)))


def _grade(data: Mapping[str, Any]) -> re.Pattern[str]:
    before, behind, names = (
        "|".join(sorted(map(plain_word, composed(data[key])), key=len, reverse=True))
        for key in ("before", "behind_points", "names")
    )
    return re.compile(
        f"(?:{before}|(?<=分)[,，、]?(?:{behind}))(?:评定)?(?:为|是|属于|:)?({names})"
        "(?=[。;,，、)(]|等级|等次|$)"
    )


def _closed_set(table: Mapping[str, Any], items: Lexicon) -> ClosedSet:
    return ClosedSet(
        whole=parse_place(table["whole"], items),
        dimension=table["dimension"],
        required=frozenset(table["required"]),
        optional=frozenset(table.get("optional", ())),
    )
