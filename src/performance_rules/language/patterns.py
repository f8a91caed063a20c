"""Linear-time patterns (RE2): compiled once, when a rule is loaded, and kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
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


MAX_BYTES_OF_SET: Final = 64 << 20
"""How much room one set of patterns may take while it is searched."""

_SET: Final = re2.Options()
_SET.log_errors, _SET.max_mem = False, MAX_BYTES_OF_SET


class PatternSet:
    """Patterns that are looked for together, in one walk over a text."""

    def __init__(self, patterns: Iterable[str]) -> None:
        """Compile patterns, each of which ``pattern_of`` takes."""
        self._set = re2.Set.SearchSet(_SET)
        self._set.Add("")  # found in every text unless the set has no room
        for pattern in patterns:
            self._set.Add(pattern)
        self._set.Compile()

    def found(self, text: str) -> frozenset[int] | None:
        """Return the numbers of those that occur in a text, from 1; None where it has no room."""
        found = self._set.Match(text)
        return frozenset(found) if found else None


class PatternError(ValueError):
    """A text that is no pattern: why, in Chinese and in English."""


_MISTAKES: Final[Mapping[str, str]] = {
    "missing )": "少一个右圆括号",
    "missing ]": "少一个右方括号",
    "unexpected )": "多一个右圆括号",
    "no argument for repetition operator": "重复符号前面没有要重复的",
    "bad repetition operator": "重复符号连着写了两个",
    "invalid repetition size": "重复的次数不合",
    "invalid named capture group": "分组的名称写得不对",
    "invalid escape sequence": "没有这样的转义",
    "invalid perl operator": "没有这样的写法",
    "invalid character class range": "方括号里的范围不合",
    "invalid character class": "方括号里的内容不合",
    "trailing \\": "末尾多一个反斜杠",
    "pattern too large - compile failed": "模式太大",
}
"""What RE2 finds wrong with a pattern, in Chinese."""


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
        told = said.decode() if isinstance(said, bytes) else said
        raise PatternError(*_told(told, text)) from None
    return pattern


def _told(said: str, pattern: str) -> tuple[str, str]:
    """Return what RE2 says in both languages: the mistake, and the part that it is seen in."""
    kind, _, part = said.partition(": ")
    chinese, english = _MISTAKES.get(kind, "RE2 不认得"), kind or "RE2 refuses it"
    return (
        (f"{chinese}“{part}”", f"{english} '{part}'")
        if part not in ("", pattern)
        else (chinese, english)
    )
