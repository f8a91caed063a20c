"""Positions: where each key and each value of a TOML file stands, down to the character.

The file is known to be TOML when this is asked, which is only when something in it is wrong, so
the scan looks for nothing but the ends of things.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from attrs import define, field, frozen

Path = tuple[str | int, ...]
"""A key inside its tables, members of lists by their number: ``("example", 1, "expect")``."""

_BLANK: Final = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_SPACE: Final = re.compile(r"[ \t]*")
_BARE: Final = re.compile(r"[A-Za-z0-9_-]+")
_SCALAR: Final = re.compile(r"[^,\]}#\n]*")
_ESCAPE: Final = re.compile(r"\\(?:u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|[ \t]*\n\s*|.)", re.DOTALL)
_FOLDED: Final = re.compile(r"\\[ \t]*\n\s*")
_QUOTES: Final = ('"""', "'''", '"', "'")


@frozen
class KeyPlace:
    """Where a key stands and its value, as first character and one past the last.

    Attributes:
        text: where each character of a text begins in the file, then where the last one ends;
            empty of what is no text.
    """

    key: tuple[int, int]
    value: tuple[int, int]
    text: tuple[int, ...] = ()


def positions(text: str) -> Mapping[Path, KeyPlace]:
    """Return the place of every key, table and member of a list of a file of TOML."""
    return _Scan(text).found


@define
class _Scan:
    text: str
    at: int = 0
    found: dict[Path, KeyPlace] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        """Scan the file, statement by statement."""
        table: Path = ()
        counts: dict[Path, int] = {}
        while self._skip(_BLANK) < len(self.text):
            start = self.at
            if self.text[start] == "[":
                double = self.text.startswith("[[", start)
                self.at += 2 if double else 1
                names, key = self._names()
                table = self._inside(names[:-1], counts) + names[-1:]
                if double:
                    counts[table] = counts.get(table, -1) + 1
                    table = (*table, counts[table])
                self.at = self._line_end()
                for length in range(1, len(table) + 1):
                    self.found.setdefault(table[:length], KeyPlace(key, (start, self.at)))
            else:
                self._pair(table)

    def _inside(self, names: Path, counts: Mapping[Path, int]) -> Path:
        """Return the path of a table; of a list of tables it is the last one so far."""
        path: Path = ()
        for name in names:
            path = (*path, name)
            if path in counts:
                path = (*path, counts[path])
        return path

    def _pair(self, table: Path) -> None:
        names, key = self._names()
        self._skip(_SPACE)
        self.at += 1  # the sign between key and value
        self._skip(_SPACE)
        for i in range(1, len(names)):
            self.found.setdefault((*table, *names[:i]), KeyPlace(key, key))
        self._value((*table, *names), key)

    def _names(self) -> tuple[Path, tuple[int, int]]:
        """Return the parts of a key and where the last of them stands."""
        names: list[str] = []
        while True:
            self._skip(_SPACE)
            start = self.at
            if self.text[start] in "\"'":
                characters = self._text()
                names.append(self.text[characters[0] : characters[-1]])
            else:
                self._skip(_BARE)
                names.append(self.text[start : self.at])
            key = (start, self.at)
            self._skip(_SPACE)
            if self.text[self.at : self.at + 1] != ".":
                return tuple(names), key
            self.at += 1

    def _value(self, path: Path, key: tuple[int, int]) -> None:
        start, sign = self.at, self.text[self.at]
        characters: tuple[int, ...] = ()
        if sign in "\"'":
            characters = self._text()
        elif sign in "[{":
            self._members(path, "]" if sign == "[" else "}")
        else:
            end = self._skip(_SCALAR)
            self.at = start + len(self.text[start:end].rstrip())
        self.found[path] = KeyPlace(key, (start, self.at), characters)

    def _members(self, path: Path, end: str) -> None:
        number = 0
        self.at += 1
        while self._skip(_BLANK) < len(self.text) and self.text[self.at] != end:
            if self.text[self.at] == ",":
                self.at += 1
            elif end == "}":
                self._pair(path)
            else:
                start = self.at
                self._value((*path, number), (start, start))
                number += 1
        self.at += 1

    def _text(self) -> tuple[int, ...]:
        """Return where the characters of a text begin, and where the last one ends."""
        quote = next(q for q in _QUOTES if self.text.startswith(q, self.at))
        self.at += len(quote)
        if len(quote) == 3 and self.text.startswith("\n", self.at):
            self.at += 1
        starts = []
        while not self.text.startswith(quote, self.at):
            escape = _ESCAPE.match(self.text, self.at) if quote[0] == '"' else None
            if escape is None or not _FOLDED.fullmatch(escape[0]):
                starts.append(self.at)
            self.at = escape.end() if escape else self.at + 1
        while len(quote) == 3 and self.text.startswith(quote, self.at + 1):
            starts.append(self.at)  # up to two quotation marks may stand before the last three
            self.at += 1
        starts.append(self.at)
        self.at += len(quote)
        return tuple(starts)

    def _skip(self, what: re.Pattern[str]) -> int:
        found = what.match(self.text, self.at)
        self.at = found.end() if found else self.at
        return self.at

    def _line_end(self) -> int:
        end = self.text.find("\n", self.at)
        return len(self.text) if end < 0 else end
