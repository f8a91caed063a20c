"""The words a document is read with: the shipped ones, and over them those of a region.

A region's words are files of its rule folder (``lexicon = "prose"`` or ``"tables"``).  A word of a
region takes the place of the one above it that is spelt alike; its patterns are tried first.
Words may only do what shipped words do: lead to places that exist, with letters, stages and parts
of patterns that the reading knows, so that no file can make a reading fail.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from typing import Any, Final, cast

from attrs import frozen

from performance_rules.errors import Problem, RuleFileError, did_you_mean
from performance_rules.extraction.drafts.places import parse_place
from performance_rules.extraction.tables.words import WHERE, TableWords, shipped_words
from performance_rules.extraction.tables.words import with_words as with_table_words
from performance_rules.extraction.tokens.patterns import Patterns, compile_one
from performance_rules.extraction.tokens.wording import (
    Word,
    Wording,
    add_terms,
    add_words,
    shipped_wording,
)
from performance_rules.extraction.tokens.wording import with_words as with_prose
from performance_rules.lexicon.lexicon import Lexicon
from performance_rules.report.model import ACCOUNTS, COLUMNS, SIDES
from performance_rules.rules.ruleset import RuleSet
from performance_rules.rules.toml import TomlFile
from performance_rules.rules.wordings import KIND, KINDS, tables_of

_STAGES: Final = ("budget", "execution")
"""What a stage may be besides a column of a line."""


@frozen
class Words:
    """Everything that reading a document needs to know about words.

    Attributes:
        prose: for its sentences and its head.
        tables: for its tables.
    """

    prose: Wording
    tables: TableWords


def shipped() -> Words:
    """Return the words that come with the library."""
    return Words(shipped_wording(), shipped_words())


@lru_cache(maxsize=16)
def words_of(ruleset: RuleSet) -> Words:
    """Return the words for documents that a rule set is for.

    Raises:
        RuleFileError: with everything that is wrong with the words of its layers.
    """
    words = shipped()
    files = [file for layer in ruleset.layers for file in layer.wordings]
    problems = [problem for file in files for problem in _problems(file, words, ruleset.lexicon)]
    if problems:
        raise RuleFileError(problems)
    for file in files:
        words = _with_file(words, file, ruleset.lexicon)
    return words


def _with_file(words: Words, file: TomlFile, items: Lexicon) -> Words:
    data = cast("Mapping[str, Any]", file.data)
    if data[KIND] == "tables":
        return Words(words.prose, with_table_words(words.tables, data, items))
    own: dict[str, Word] = {}
    add_words(own, data)
    add_terms(own, data, items)
    named = [(table["name"], table["match"]) for table in data.get("pattern", ())]
    resumes = [table["match"] for table in data.get("resume", ())]
    patterns = words.prose.patterns
    if named or resumes:
        patterns = patterns.before(named, resumes)
    return Words(with_prose(words.prose, own, patterns, items), words.tables)


# ── what words may be ──


def _problems(file: TomlFile, words: Words, items: Lexicon) -> Iterator[Problem]:
    """Yield what is wrong with the words of a file; its keys were checked when it was loaded."""
    known = _known_tables(words.tables) if file.data[KIND] == "tables" else _known(words.prose)
    for table in KINDS[str(file.data[KIND])]:
        for i, entry in enumerate(tables_of(file, table)):
            at = (table, i)
            yield from _places(file, entry, at, items)
            yield from _values(file, entry, at, known)
            if table == "word" and file.data[KIND] == "prose":
                yield from _letter(file, entry, at, words.prose)
            if "match" in entry:
                yield from _pattern(file, entry, at, words.prose.patterns)


def _known(wording: Wording) -> dict[str, Collection[str]]:
    """Return the values that keys of prose may have."""
    return {
        "account": ACCOUNTS,
        "column": COLUMNS,
        "side": SIDES,
        "stage": (*COLUMNS, *_STAGES),
        "name": dict.fromkeys(wording.patterns.names),
        "units": wording.lexicon.keys("counts"),
    }


def _known_tables(words: TableWords) -> dict[str, Collection[str]]:
    """Return the values that keys of tables may have: those the shipped words use."""
    meanings = [word.meaning for found in words.words.values() for word in found]
    items = {word.within for found in words.words.values() for word in found}
    return {
        "in": WHERE,
        "within": items,
        "side": ("both",),
        "stage": {m.stage for m in meanings},
        "role": {m.role for m in meanings},
        "total": {m.total for m in meanings},
        "dimension": {m.dimension for m in meanings},
        "count": {m.count for m in meanings},
    }


def _places(
    file: TomlFile, entry: Mapping[str, object], at: tuple[str, int], items: Lexicon
) -> Iterator[Problem]:
    under = cast("Mapping[str, object]", entry.get("under", {}))
    for key, place in (
        ("place", entry.get("place", "")),
        ("grand", entry.get("grand", "")),
        ("part", entry.get("part", "")),
        *(("under", place) for place in under.values()),
    ):
        try:
            parse_place(str(place), items)
        except KeyError as wrong:
            zh, en = f"没有这个位置：{wrong.args[0]}", f"no such place: {wrong.args[0]}"
            cure = did_you_mean(str(place).rpartition("/")[2], items.keys())
            yield file.problem((*at, key), zh, en, cure)


def _values(
    file: TomlFile,
    entry: Mapping[str, object],
    at: tuple[str, int],
    known: Mapping[str, Collection[str]],
) -> Iterator[Problem]:
    for key, allowed in known.items():
        if key == "name" and "match" not in entry:
            continue
        for value in _texts(entry.get(key, ())):
            if value not in allowed:
                listed = [one for one in allowed if one]
                zh = f"“{value}”不是可取的值：{'、'.join(listed)}"
                en = f"'{value}' is none of {', '.join(listed)}"
                yield file.problem((*at, key), zh, en, did_you_mean(str(value), listed))


def _texts(value: object) -> Collection[object]:
    if isinstance(value, Mapping):
        return list(value.values())
    return value if isinstance(value, (list, tuple)) else (value,)


def _letter(
    file: TomlFile, entry: Mapping[str, object], at: tuple[str, int], wording: Wording
) -> Iterator[Problem]:
    """A letter and a value must be ones that the reading knows what to do with."""
    known = {(word.letter, word.value) for word in wording.words.values() if not word.senses}
    letter, value = entry["letter"], entry.get("value", "")
    if (letter, value) not in known:
        pairs = sorted(f"{a} {b}".strip() for a, b in known)
        zh = f"没有“{letter} {value}”这种词，可写：{'、'.join(pairs)}"
        en = f"no words '{letter} {value}'; there are {', '.join(pairs)}"
        yield file.problem((*at, "letter"), zh, en)


def _pattern(
    file: TomlFile, entry: Mapping[str, object], at: tuple[str, int], patterns: Patterns
) -> Iterator[Problem]:
    try:
        regex = compile_one(str(entry["match"]))
    except ValueError as wrong:
        yield file.problem((*at, "match"), f"句型不能用：{wrong}", f"unusable pattern: {wrong}")
        return
    name = str(entry.get("name", ""))
    if name not in patterns.names:
        return
    parts = {group.decode("ascii") for group in regex.groupindex}
    needed, allowed = patterns.parts(name)
    if needed - parts or parts - allowed:
        zh = f"句型 {name} 要有 {_list(needed)}，可有 {_list(allowed)}"
        en = f"a pattern {name} has the parts {_list(needed)}, and may have {_list(allowed)}"
        yield file.problem((*at, "match"), zh, en)


def _list(names: Collection[str]) -> str:
    return ", ".join(sorted(names)) or "—"
