"""Rewordings: words of a region that would have been read otherwise by the words above them.

A region may say what its documents call things.  Where it says anything else of a known name than
the words above it, or takes a known name into a longer one of which it does, figures are read as
something else than anywhere else, and every result says so.  A pattern of a region comes before
all others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final, cast

from performance_rules.codebook import Codebook
from performance_rules.errors import Message
from performance_rules.lexicon.resources import lexicon_data
from performance_rules.rules.alike import look
from performance_rules.rules.toml import TomlFile
from performance_rules.rules.wordings import KIND, KINDS, tables_of

_FILES: Final = {
    "prose": ("terms", "patterns"),
    "tables": ("tables",),
    "denominators": ("wholes",),
}
"""The shipped files of words of each kind."""

_PLACES: Final = ("place", "line", "account", "stage", "id", "letter", "role", "total", "dimension")
"""The keys that say where a word leads, the most telling first."""

LONGEST: Final = 100
"""A known name that is longer is taken for part of no other one."""

Meanings = dict[str, tuple[str, ...]]
"""What each known name means, by how it looks: all that is said of it besides."""


def rewordings(files: Sequence[TomlFile], codebook: Codebook) -> Iterator[Message]:
    """Yield what the wordings of a chain of layers, from the country down, read otherwise."""
    known: dict[str, Meanings] = {}
    for file in files:
        kind = str(file.data[KIND])
        if kind not in KINDS:
            continue
        above = known.setdefault(kind, dict(_shipped(kind)))
        entries = [(t, e) for t in KINDS[kind] for e in tables_of(file, t)]
        for table, entry in entries:
            meaning = _meaning(table, entry)
            for name in _names(entry):
                yield from _of_name(file, name, meaning, above, codebook)
            if "match" in entry:
                match = entry["match"]
                yield Message(
                    f"读文件先用本地的句式“{match}”（{file.name}）",
                    f"documents are read with a pattern of the region first: '{match}' "
                    f"({file.name})",
                )
        for table, entry in entries:
            above |= dict.fromkeys(map(look, _names(entry)), (_meaning(table, entry),))


def _of_name(
    file: TomlFile, name: str, meaning: str, above: Meanings, codebook: Codebook
) -> Iterator[Message]:
    """Yield that a name is read otherwise than above, or takes a known one with it."""
    seen = look(name)
    nearest = _nearest(seen, above)
    was = above.get(nearest, ())
    if nearest != seen and any(end - at == len(name) for _, at, end in codebook.mentions(name)):
        nearest, was = seen, ("codebook",)
    if nearest and meaning not in was:
        part = ("", "") if nearest == seen else (f"，含“{nearest}”", f", with '{nearest}' in it")
        yield Message(
            f"读文件时“{name}”{part[0]}作 {meaning}，原作 {was[0]}（{file.name}）",
            f"'{name}'{part[1]} is read as '{meaning}', not as '{was[0]}' ({file.name})",
        )


def _nearest(seen: str, known: Meanings) -> str:
    """Return the longest known name within a name, the first of two; empty without one."""
    for size in range(min(len(seen), LONGEST), 1, -1):
        for at in range(len(seen) - size + 1):
            if seen[at : at + size] in known:
                return seen[at : at + size]
    return ""


@lru_cache(maxsize=4)
def _shipped(kind: str) -> Mapping[str, tuple[str, ...]]:
    """Return what the shipped words of a kind mean, by how they look."""
    found: Meanings = {}
    for file in _FILES[kind]:
        data = lexicon_data(file)
        for table in KINDS[kind]:
            for entry in data.get(table, ()):
                for name in _names(entry):
                    found[look(name)] = (*found.get(look(name), ()), _meaning(table, entry))
    return found


def _names(entry: Mapping[str, object]) -> Sequence[str]:
    return cast("Sequence[str]", entry.get("names", ()))


def _meaning(table: str, entry: Mapping[str, object]) -> str:
    """Return what is said of a word besides its names: where it leads, then all the rest."""
    said = [str(entry[key]) for key in _PLACES if key in entry]
    rest = sorted(entry.keys() - {*_PLACES, "names"})
    said += [f"{key}={_written(entry[key])}" for key in rest if entry[key] is not False]
    return " ".join((table, *said))


def _written(value: object) -> str:
    """Return a value of a key as a file writes it, the keys of a table in their order."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{key}={_written(value[key])}' for key in sorted(value))}}}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return f"[{', '.join(map(_written, value))}]"
    return str(value).lower() if isinstance(value, bool) else str(value)
