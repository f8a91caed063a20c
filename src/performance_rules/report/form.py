"""The form of a report: all that two reports share which are filled in alike.

It holds every line, figure and claim without its digits.  In the names and texts of its lines and
forms of evaluation place-holders stand for the words for the body itself: 水务局办公楼维修 of one
body and 林业局办公楼维修 of another are of one form.  What a rule reads of such a text is kept with
its plan; see ``language.scope``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b
from typing import Final

from attrs import define, field, frozen

_HAN: Final = re.compile(r"[\u4e00-\u9fff]+")
_PLACE: Final = re.compile(r"[^省市县区州旗盟]{2,8}[省市县区州旗盟]")
_SHORTEST: Final = 3
"""Fewest signs of a word for the body: 水务局."""


def digest(parts: Iterable[object]) -> str:
    """Return a short text that is the same for the same parts only."""
    return blake2b("\x1f".join(map(repr, parts)).encode(), digest_size=16).hexdigest()


@frozen
class OwnWords:
    """The words for a body: its name, what its name ends with, and the places in it.

    Attributes:
        keys: texts of which one stands wherever one of the words does.
    """

    keys: tuple[str, ...] = ()
    pattern: re.Pattern[str] | None = None

    @classmethod
    @lru_cache(maxsize=1 << 8)
    def of(cls, entity: str | None) -> OwnWords:
        """Return the words for a body of a name; none for a name that is not written in Chinese."""
        if entity is None or len(entity) < _SHORTEST or not _HAN.fullmatch(entity):
            return NO_WORDS
        ends = [entity[i:] for i in range(len(entity) - _SHORTEST + 1)]
        places = [found[0] for found in _PLACE.finditer(entity)]
        words = sorted({*ends, *places}, key=lambda word: (-len(word), word))
        return cls((ends[-1], *places), re.compile("|".join(words)))

    def within(self, text: str) -> bool:
        """Whether one of the words stands in a text."""
        return any(key in text for key in self.keys)

    def replaced(self, text: str) -> str:
        """Return a text without control characters, with each of the words as a number.

        Texts that differ stay different: a number stands for one word.
        """
        numbers: dict[str, int] = {}
        if self.pattern is None:
            return text
        return self.pattern.sub(
            lambda found: f"\x1d{numbers.setdefault(found[0], len(numbers))};", text
        )


NO_WORDS: Final = OwnWords()
"""No words for a body: its texts are told as they are."""


@define(eq=False)
class Form:
    """The notes of a walk over a report, from which its form is told.

    Attributes:
        own: the words for the body.
        named: whether any of them stands in a text that was noted.
    """

    own: OwnWords
    named: bool = False
    _notes: list[str] = field(factory=list)
    _exact: list[str] = field(factory=list)

    def note(self, *parts: object) -> None:
        """Note names and texts that are of one form with those of other bodies."""
        self._notes += map(str, parts)
        self._notes.append("\x1e")

    def keep(self, *parts: object) -> None:
        """Note what is of one form with nothing but itself."""
        self._exact += map(str, parts)
        self._exact.append("\x1e")

    def texts(self, texts: Iterable[str | None]) -> None:
        """Look whether the words for the body stand in texts that are noted."""
        self.named = self.named or any(text and self.own.within(text) for text in texts)

    def shape(self) -> str:
        """Return the form as a short text; control characters in the notes are written out."""
        notes = "\x1f".join(map(repr, self._notes))
        return digest((self.own.replaced(notes) if self.named else notes, self.named, *self._exact))
