"""Linear-time patterns (RE2): compiled once, when a rule is loaded, and kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final, Protocol

import re2

MAX_KEPT: Final = 4096
"""How many patterns are kept; google-re2 itself keeps 128, fewer than a rule set has."""

_QUIET: Final = re2.Options()
_QUIET.log_errors = False


class Match(Protocol):
    """The part of an RE2 match that is used; google-re2 ships no types."""

    def group(self, number: int) -> str:
        """Return what a group matched; 0 is all of it."""

    def span(self, number: int) -> tuple[int, int]:
        """Return where a group matched."""

    def groupdict(self) -> Mapping[str, str | None]:
        """Return what the groups with a name matched."""


class Pattern(Protocol):
    """The part of an RE2 pattern that is used."""

    def search(self, text: str) -> Match | None:
        """Return the first match in a text, or None."""

    def finditer(self, text: str) -> Iterator[Match]:
        """Yield the matches in a text."""


class PatternError(ValueError):
    """A text that is no pattern: why, as RE2 says it."""


@lru_cache(maxsize=MAX_KEPT)
def pattern_of(text: str) -> Pattern:
    """Return a compiled pattern.

    Raises:
        PatternError: RE2 refuses it.
    """
    try:
        pattern: Pattern = re2.compile(text, options=_QUIET)
    except re2.error as wrong:
        said = wrong.args[0] if wrong.args else ""
        raise PatternError(said.decode() if isinstance(said, bytes) else said) from None
    return pattern
