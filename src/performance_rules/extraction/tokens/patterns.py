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

    def span(self, group: int = 0) -> Span: ...


class _Regex(Protocol):
    """The part of an RE2 pattern that is used."""

    @property
    def groupindex(self) -> Mapping[bytes, int]: ...

    def search(self, text: bytes, pos: int, endpos: int) -> _Match | None: ...

    def match(self, text: bytes, pos: int, endpos: int) -> _Match | None: ...

    def fullmatch(self, text: bytes) -> _Match | None: ...


class _Set(Protocol):
    """The part of a set of RE2 patterns that is used: which of them a text begins with."""

    def Match(self, text: bytes) -> list[int]: ...


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
        parts = self.parts
        for name in names:
            if name in parts:
                return parts[name][0]
        return None

    def only(self, name: str) -> Found:
        """Return the same find with one part only, and no more tokens than it has."""
        span = self.parts[name]
        return Found(self.name, span[0], span[1], {name: span})


_Shape = tuple[str, int, int, dict[str, Span]]
"""A find in a stretch of letters: its name, its range and that of each part that is there."""


@frozen(eq=False)
class Patterns:
    """The patterns: a set that says which begin at a token, and each with its parts.

    A set is asked at one token after the other: an alternation that looks for the first of them
    takes RE2 three times as long on letters that it has not seen, and nearly every sentence is new.

    Attributes:
        names: what each pattern is called.
        sources: what each pattern is, with those that resume at the end.
    """

    names: tuple[str, ...]
    sources: tuple[tuple[str, ...], tuple[str, ...]] = field(repr=False)
    where: _Regex = field(repr=False)
    which: _Set = field(repr=False)
    each: tuple[tuple[_Regex, tuple[tuple[str, int], ...]], ...] = field(repr=False)
    resume: _Regex = field(repr=False)
    _shapes: dict[bytes, _Shape | None] = field(factory=dict, init=False, repr=False)
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
                name, begin, stop, parts = found
                if start and parts:
                    parts = {part: (a + start, b + start) for part, (a, b) in parts.items()}
                return Found(name, begin + start, stop + start, parts)
            start = end
        return None

    def _found(self, letters: bytes) -> _Shape | None:
        if len(self._shapes) >= _MAX_SHAPES:
            self._shapes.clear()
        found = self._shapes[letters] = self._search(letters)
        return found

    def _search(self, letters: bytes) -> _Shape | None:
        for begin in range(len(letters)):
            found = self.which.Match(letters[begin:])
            if found:
                index = min(found)
                break
        else:  # the set finds nothing, too, where it would take too much memory
            match = self.where.search(letters, 0, len(letters))
            if match is None:
                return None
            begin, _ = match.span()
            index = next(i for i in range(len(self.each)) if self._at(i, letters, begin))
        regex, groups = self.each[index]
        inner = regex.match(letters, begin, len(letters))
        if inner is None:
            return None
        parts = {name: span for name, at in groups if (span := inner.span(at))[0] >= 0}
        return self.names[index], begin, inner.span()[1], parts

    def _at(self, index: int, letters: bytes, begin: int) -> bool:
        """Whether one pattern matches at a token."""
        return self.each[index][0].match(letters, begin, len(letters)) is not None

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
    where = compile_one("|".join(f"(?:{_unnamed(source)})" for source in sources))
    which = re2.Set.MatchSet(_QUIET)
    for source in sources:
        which.Add(source.encode("ascii"))
    which.Compile()
    resume = compile_one("|".join(f"(?:{_unnamed(source)})" for source in resumes))
    names = tuple(name for name, _ in named)
    return Patterns(names, (sources, tuple(resumes)), where, which, each, resume)


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
