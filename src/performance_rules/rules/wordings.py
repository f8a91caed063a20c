"""Files of wordings: what a region adds to the words that documents are read with.

    lexicon = "prose"            # or "tables", "denominators"

    [[term]]
    place = "three_public/reception"
    names = ["接待经费"]

The tables are those of ``rules/lexicons``: ``prose`` has what stands in ``terms.toml`` and
``patterns.toml``, ``tables`` what stands in ``tables.toml``, ``denominators`` what stands in
``wholes.toml``.  Here their keys are checked; what the words mean is checked where they are used.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, cast

from performance_rules.errors import Problem, did_you_mean
from performance_rules.report.model import ACCOUNTS
from performance_rules.rules.toml import Key, TomlFile, check_keys

KIND: Final = "lexicon"
"""The key that makes a file one of wordings, and says which."""

_NAMES: Final = Key("texts", required=True)
_TEXT: Final = Key("text", required=True, blank=True)
_EXAMPLE: Final = {
    "name": _TEXT,
    "text": _TEXT,
    "kind": Key("text"),
    "year": Key("integer"),
    "gives": Key("table", required=True),
}
_PROSE: Final[Mapping[str, Mapping[str, Key]]] = {
    "scope": {"account": _TEXT, "names": _NAMES},
    "term": {
        "place": _TEXT,
        "names": _NAMES,
        "bare": Key("bool"),
        "year": Key("bool"),
        "counted": Key("bool"),
        "grand": Key("text"),
        "column": Key("text"),
        "compared": Key("bool"),
        "described": Key("bool"),
        "under": Key("table"),
    },
    "count": {
        "place": _TEXT,
        "names": _NAMES,
        "units": Key("table", required=True),
        "follows": Key("bool"),
        "part": Key("text"),
    },
    "kinds": {"place": _TEXT, "names": _NAMES},
    "staff": {"names": _NAMES},
    "rates": {"names": _NAMES},
    "stage": {"stage": _TEXT, "names": _NAMES, "side": Key("text")},
    "word": {"letter": _TEXT, "names": _NAMES, "value": Key("text"), "side": Key("text")},
    "pattern": {"name": _TEXT, "match": _TEXT},
    "resume": {"match": _TEXT},
    "example": _EXAMPLE,
}
_TABLES: Final[Mapping[str, Mapping[str, Key]]] = {
    "word": {
        "names": _NAMES,
        "in": Key("texts"),
        "within": Key("text"),
        "place": Key("text"),
        "stage": Key("text"),
        "role": Key("text"),
        "of": Key("text"),
        "total": Key("text"),
        "dimension": Key("text"),
        "count": Key("text"),
        "distance": Key("integer"),
        "side": Key("text"),
        "whole": Key("bool"),
        "table": Key("bool"),
    },
    "table": {"id": _TEXT, "names": _NAMES},
}
_DENOMINATORS: Final[Mapping[str, Mapping[str, Key]]] = {"whole": {"line": _TEXT, "names": _NAMES}}

KINDS: Final = {"prose": _PROSE, "tables": _TABLES, "denominators": _DENOMINATORS}
_LINES: Final = (*ACCOUNTS, "three_public", "evaluation", "disclosures")


def check_wordings(file: TomlFile) -> list[Problem]:
    """Return what is wrong with the keys of a file of wordings; every problem at once."""
    kind = file.data[KIND]
    known = KINDS.get(kind) if isinstance(kind, str) else None
    if known is None:
        zh, en = "、".join(KINDS), ", ".join(KINDS)
        cure = did_you_mean(str(kind), KINDS)
        return [file.problem((KIND,), f"lexicon 应是 {zh} 之一", f"lexicon is one of {en}", cure)]
    top = {KIND: _TEXT, "note": Key("text"), **dict.fromkeys(known, Key("tables"))}
    problems = check_keys(file, file.data, top)
    if problems:
        return problems
    for table, keys in known.items():
        for i, entry in enumerate(tables_of(file, table)):
            problems += check_keys(file, entry, keys, (table, i))
    if not problems and kind == "denominators":
        problems += _unknown_lines(file)
    return problems


def tables_of(file: TomlFile, name: str) -> list[Mapping[str, object]]:
    """Return the tables of one name in a file whose keys were checked."""
    return cast("list[Mapping[str, object]]", file.data.get(name, []))


def denominators(file: TomlFile) -> dict[str, str]:
    """Return wording → line of a file of denominators; nothing of another file."""
    if file.data.get(KIND) != "denominators":
        return {}
    return {
        name: str(entry["line"])
        for entry in tables_of(file, "whole")
        for name in cast("list[str]", entry["names"])
    }


def _unknown_lines(file: TomlFile) -> list[Problem]:
    found = []
    for i, entry in enumerate(tables_of(file, "whole")):
        first = str(entry["line"]).partition(".")[0]
        if first not in _LINES:
            found.append(
                file.problem(
                    ("whole", i, "line"),
                    f"没有“{first}”这个口径或项目",
                    f"no account or item '{first}'",
                    did_you_mean(first, _LINES),
                )
            )
    return found
