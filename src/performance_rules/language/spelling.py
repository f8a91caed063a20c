"""Spelling: the names of an expression in one of the two languages, everything else as it stands.

What has a name in both languages (fields, collections, functions, well-known items, parameters) is
written in the one that is asked for.  Operators are signs in either; variables, the names a rule
gives, texts, line breaks and blanks stay.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Final

from attrs import frozen

from performance_rules.errors import Lang
from performance_rules.language.roots import members
from performance_rules.language.typed import (
    Apply,
    ApplyEach,
    Field,
    ParameterValue,
    PartOf,
    Top,
    Typed,
    parts_of,
)
from performance_rules.language.typing import PARAMETER_SPACES
from performance_rules.lexicon.lexicon import Lexicon

Edit = tuple[int, int, str]
"""A stretch of a text and what is to stand there."""

_WORD: Final = re.compile(r"[^\W\d]\w*")
_LAST: Final = re.compile(r"\w+$")
_SPACE: Final = re.compile(rf"({'|'.join(PARAMETER_SPACES)})\s*[.．]\s*$")


@frozen
class Spelling:
    """A language, and what is called how in it.

    Attributes:
        aliases: the Chinese names of parameters, by id.
    """

    lang: Lang
    lexicon: Lexicon
    aliases: Mapping[str, str]

    def edits(self, tree: Typed, text: str, given: Collection[str] = ()) -> Iterator[Edit]:
        """Yield what is to be changed in the text of an expression.

        Args:
            tree: the expression, checked.
            text: the text that its places are in.
            given: names that the rule gives; what they mean stands in a text of its own.
        """
        start, end = tree.at
        if text[start:end] in given:
            return
        match tree:
            case Top(term):
                yield start, end, self._of(term.name, term.zh)
            case Field(_, term):
                yield self._last(text, end, self._of(term.name, term.zh))
            case PartOf(_, str(key)):
                yield self._last(text, end, self._item(tree, key))
            case ParameterValue(name):
                yield start, end, self._of(name, self.aliases.get(name, name))
                space = _SPACE.search(text[:start])
                if space is not None:
                    yield *space.span(1), self._of(*PARAMETER_SPACES)
            case Apply(function) | ApplyEach(function):
                found = _WORD.match(text, start)
                if found is not None:
                    yield *found.span(), self._of(function.name, function.zh)
        for part in parts_of(tree):
            yield from self.edits(part, text, given)

    def _of(self, english: str, chinese: str) -> str:
        return english if self.lang == "en" else chinese

    def _last(self, text: str, end: int, name: str) -> Edit:
        """Return the edit of the last word before a place."""
        found = _LAST.search(text[:end])
        return (found.start() if found else end), end, name

    def _item(self, tree: PartOf, key: str) -> str:
        """Return the name of a well-known item: the first that can stand in an expression."""
        owner = tree.object.type
        names = self.lexicon.words(owner.name == "counts") if self.lang == "zh" else {}
        fields = members(owner)
        fitting = (
            name
            for name, meant in names.items()
            if meant == key and name != key and _WORD.fullmatch(name) and name not in fields
        )
        return next(fitting, key)


def edited(text: str, edits: Collection[Edit]) -> str:
    """Return a text with some stretches of it changed."""
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text
