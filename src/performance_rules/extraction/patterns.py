"""Patterns over letters: what kind of statement a stretch of a sentence makes.

A sentence is one letter per token; the patterns stand in ``rules/lexicons/patterns.toml`` and are
tried in their order.  RE2 keeps the search linear, whatever somebody writes there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, Protocol

import re2
import tomli
from attrs import define, field, frozen

Span = tuple[int, int]


class _Match(Protocol):
    """The part of an RE2 match that is used; google-re2 ships no types."""

    @property
    def lastindex(self) -> int: ...

    def span(self, group: int = 0) -> Span: ...


class _Regex(Protocol):
    """The part of an RE2 pattern that is used."""

    @property
    def groupindex(self) -> Mapping[bytes, int]: ...

    def search(self, text: bytes, pos: int, endpos: int) -> _Match | None: ...

    def match(self, text: bytes, pos: int, endpos: int) -> _Match | None: ...

    def fullmatch(self, text: bytes) -> _Match | None: ...


WINDOW: Final = 200
"""So many tokens are looked at from one place: what one search may cost does not grow."""
_MAX_SHAPES: Final = 20_000


@define(eq=False)
class Found:
    """A pattern found: its name, the tokens it covers, and its parts by name."""

    name: str
    start: int
    end: int
    parts: Mapping[str, Span]

    def first(self, *names: str) -> int | None:
        """Return the first token of the first part that is there, or None."""
        for name in names:
            if name in self.parts:
                return self.parts[name][0]
        return None

    def moved(self, by: int) -> Found:
        """Return the same find so many tokens further on."""
        parts = self.parts
        if parts:
            parts = {name: (begin + by, end + by) for name, (begin, end) in parts.items()}
        return Found(self.name, self.start + by, self.end + by, parts)

    def only(self, name: str) -> Found:
        """Return the same find with one part only, and no more tokens than it has."""
        span = self.parts[name]
        return Found(self.name, span[0], span[1], {name: span})


@frozen(eq=False)
class Patterns:
    """The patterns, as one alternation that says which, and each one that says its parts.

    Attributes:
        names: what each pattern is called.
        sources: what each pattern is, with those that resume at the end.
    """

    names: tuple[str, ...]
    sources: tuple[tuple[str, ...], tuple[str, ...]] = field(repr=False)
    which: _Regex = field(repr=False)
    each: tuple[tuple[_Regex, tuple[tuple[str, int], ...]], ...] = field(repr=False)
    resume: _Regex = field(repr=False)
    _shapes: dict[bytes, Found | None] = field(factory=dict, init=False, repr=False)
    _resumes: dict[bytes, bool] = field(factory=dict, init=False, repr=False)

    def find(self, letters: bytes, start: int) -> Found | None:
        """Return the first pattern at or after a token."""
        while start < len(letters):
            # No pattern goes beyond a full stop, and what is left of sentences often has one
            # shape, in a document and from one document to the next.
            end = letters.find(b".", start, start + WINDOW) + 1 or start + WINDOW
            shape = letters[start:end]
            found = self._shapes[shape] if shape in self._shapes else self._found(shape)
            if found is not None:
                return found.moved(start)
            start = end
        return None

    def _found(self, letters: bytes) -> Found | None:
        if len(self._shapes) >= _MAX_SHAPES:
            self._shapes.clear()
        found = self._shapes[letters] = self._search(letters)
        return found

    def _search(self, letters: bytes) -> Found | None:
        match = self.which.search(letters, 0, len(letters))
        if match is None:
            return None
        begin, end = match.span()
        index = match.lastindex - 1
        regex, groups = self.each[index]
        parts: dict[str, Span] = {}
        if groups:
            inner = regex.match(letters, begin, end) or match
            for name, number in groups:
                span = inner.span(number)
                if span[0] >= 0:
                    parts[name] = span
        return Found(self.names[index], begin, end, parts)

    def before(self, named: Sequence[tuple[str, str]], resumes: Sequence[str]) -> Patterns:
        """Return these patterns with others tried before them."""
        sources, old = self.sources
        own = zip(self.names, sources, strict=True)
        return compiled([*named, *own], [*resumes, *old])

    def parts(self, name: str) -> tuple[frozenset[str], frozenset[str]]:
        """Return the parts that every pattern of a name has, and those that one of them has."""
        found = [
            {group for group, _ in groups}
            for other, (_, groups) in zip(self.names, self.each, strict=True)
            if other == name
        ]
        return frozenset(set.intersection(*found)), frozenset(set.union(*found))

    def resumes(self, letters: bytes, start: int) -> bool:
        """Whether a typed clause begins at a token, so that a cause or purpose ends before it."""
        end = letters.find(b".", start, start + WINDOW) + 1 or start + WINDOW
        letters = letters[start:end]
        if letters not in self._resumes:
            if len(self._resumes) >= _MAX_SHAPES:
                self._resumes.clear()
            self._resumes[letters] = self.resume.match(letters, 0, len(letters)) is not None
        return self._resumes[letters]


def load_patterns(path: Path) -> Patterns:
    """Return the patterns of a file.

    Raises:
        ValueError: for a pattern that RE2 does not accept or that matches nothing at all.
    """
    data = tomli.loads(path.read_text(encoding="utf-8"))
    named = [(table["name"], table["match"]) for table in data["pattern"]]
    return compiled(named, [table["match"] for table in data["resume"]])


def compiled(named: Sequence[tuple[str, str]], resumes: Sequence[str]) -> Patterns:
    """Return patterns by name, an earlier one before a later one, and those that resume.

    Raises:
        ValueError: for a pattern that RE2 does not accept or that matches nothing at all.
    """
    sources = tuple(source for _, source in named)
    each = tuple((regex := compile_one(s), tuple(_groups(regex))) for s in sources)
    # Numbered groups only, one for each pattern, so that the first that matched can be told.
    which = compile_one("|".join(f"({_unnamed(source)})" for source in sources))
    resume = compile_one("|".join(f"(?:{_unnamed(source)})" for source in resumes))
    names = tuple(name for name, _ in named)
    return Patterns(names, (sources, tuple(resumes)), which, each, resume)


def _unnamed(source: str) -> str:
    pieces = source.split("(?P<")
    return pieces[0] + "".join("(?:" + piece.partition(">")[2] for piece in pieces[1:])


_QUIET: Final = re2.Options()
_QUIET.log_errors = False


def compile_one(source: str) -> _Regex:
    """Return one pattern.

    Raises:
        ValueError: if RE2 does not accept it, or it matches nothing at all.
    """
    try:
        regex: _Regex = re2.compile(source.encode("ascii"), options=_QUIET)
    except re2.error as refusal:
        raise ValueError(f"{source}: {refusal}") from refusal
    if regex.fullmatch(b"") is not None:
        raise ValueError(f"{source}: matches the empty text")
    return regex


def _groups(regex: _Regex) -> Iterator[tuple[str, int]]:
    for name, index in regex.groupindex.items():
        yield name.decode("ascii"), index
