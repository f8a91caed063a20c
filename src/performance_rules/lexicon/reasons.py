"""Reasons: whether words give one, a particular one, and which way it goes.

The words stand in ``rules/lexicons/reasons.toml``; nothing else decides what a reason is.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any, Final

from attrs import field, frozen

from performance_rules.values.unchanging import unchanging, unchanging_data

_OPENER: Final = re.compile(r"^(其?主要)?(的)?(原因|是因为|因为|由于|原因在于)?(是|为|系|：|:)?")
"""What may stand before a reason and says nothing itself."""

_CLAUSES: Final = re.compile(r"[，;；。]|,(?![0-9]{3})")
_LETTER: Final = re.compile(r"[一-鿿]")
_ENDS: Final = "，,。.；; "
KINDS: Final = (
    "nothing", "outcome", "restated", "markers", "missed", "results", "empty", "nouns", "counted",
    "up", "down", "earlier", "denied_before", "denied_after", "other_amount",
    "tails",
)  # fmt: skip
"""The keys of the words that are patterns."""

NAMES_SOMETHING: Final = 4
"""How many letters of a name without 费 are a name still; 会议 may be what happened."""

LEAST: Final = 2
"""How many letters must be left of a reason without what says nothing by itself."""


def plain(name: str) -> str:
    """Return a name without spaces and quotation marks, brackets full-width."""
    for old, new in ((" ", ""), ("\u3000", ""), ("(", "（"), (")", "）")):
        name = name.replace(old, new)
    return name.replace("“", "").replace("”", "").replace('"', "")


def _stem(name: str) -> str:
    """Return a name without the word for money at its end: 公务接待费 → 公务接待."""
    return _MONEY.sub("", plain(name))


_MONEY: Final = re.compile("(?:费用?|经费|支出|费支出)$")


def _pattern(data: Mapping[str, Any], key: str) -> re.Pattern[str]:
    said = data.get(key, "(?!)")
    return re.compile(said if isinstance(said, str) else "|".join(map("(?:{})".format, said)))


@frozen(eq=False)
class Reasons:
    """The words that make a reason, and those that make none.

    Attributes:
        data: the keys of ``reasons.toml``.
        names: names of well-known items; one of them alone is no reason.
    """

    data: Mapping[str, Any] = field(factory=dict, repr=False, converter=unchanging_data)
    names: Collection[str] = field(default=(), repr=False)
    _none: frozenset[str] = field(init=False, repr=False)
    _stems: frozenset[str] = field(init=False, repr=False)
    _patterns: Mapping[str, re.Pattern[str]] = field(init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        """Compile the words, each kind once."""
        object.__setattr__(self, "_none", frozenset(map(plain, self.data.get("none", ()))) | {""})
        longest = {stem for name in self.names if len(stem := _stem(name)) >= NAMES_SOMETHING}
        object.__setattr__(self, "_stems", frozenset(longest))
        made = {key: _pattern(self.data, key) for key in KINDS}
        object.__setattr__(self, "_patterns", unchanging(made))

    def written(self, text: str) -> bool:
        """Whether anything is written in the place of a reason: no 无, no denial, no bare year."""
        return any(True for _ in self._clauses(text))

    def suffices(self, text: str, *names: str) -> bool:
        """Whether what stands in the place of a reason gives one.

        无 and 已完成 do not, nor does what denies a reason or an approval, nor a year, nor words
        that only say that something went up or down.

        Args:
            text: the reason, with or without 主要原因是.
            names: what the reason is asked for; its name says nothing about why.
        """
        return any(self._says(clause, names) for clause in self._clauses(text))

    def particular(self, text: str, *names: str) -> bool:
        """Whether a reason says what happened: 按实际需要 fits anything, 退休两人 does not."""
        nouns, counted = self._patterns["nouns"], self._patterns["counted"]
        return any(
            counted.search(clause) or nouns.search(clause)
            for clause in self._clauses(text)
            if self._says(clause, names)
        )

    def causes(self, sentence: str) -> Iterator[str]:
        """Yield what a sentence may tell as a cause: behind 由于, before 导致, after a miss."""
        for key in ("markers", "missed"):
            found = self._patterns[key].search(sentence)
            if found is not None:
                yield sentence[found.end() :]
        found = self._patterns["results"].search(sentence)
        if found is not None:
            yield sentence[: found.start()]

    def is_tail(self, text: str) -> bool:
        """Whether a clause behind a figure begins, or ends, as one does that says why: 系…所致."""
        return self._patterns["tails"].match(text) is not None

    def explains(self, sentence: str, *names: str) -> bool:
        """Whether a sentence tells a cause, and one that suffices."""
        return any(self.suffices(cause, *names) for cause in self.causes(sentence))

    def direction(self, text: str) -> str:
        """Return whether a reason is one to rise, ``up``, or to fall, ``down``; empty if neither.

        What is told of an earlier year, or goes both ways, shows no direction.
        """
        if self._patterns["earlier"].search(text):
            return ""
        up, down = (self._patterns[key].search(text) is not None for key in ("up", "down"))
        return "" if up == down else "up" if up else "down"

    def denied(self, clause: str, begin: int, end: int) -> bool:
        """Whether what stands at a place of a clause is said not to be: 未经批准, 批复未下达."""
        before, after = self._patterns["denied_before"], self._patterns["denied_after"]
        return bool(before.search(clause[:begin]) or after.search(clause[end:]))

    def of_another(self, said: str) -> bool:
        """Whether the amount at the end of some words is not theirs: a difference, a limit."""
        return self._patterns["other_amount"].search(said) is not None

    def _clauses(self, text: str) -> Iterator[str]:
        said = plain(text).strip(_ENDS)
        if said in self._none or said in self.names:
            return
        for clause in _CLAUSES.split(said):
            bare = _OPENER.sub("", clause)
            known = bare in self._none or bare in self.names or bare in self._stems
            if not known and not self._patterns["nothing"].fullmatch(bare):
                yield bare

    def _says(self, clause: str, names: Collection[str]) -> bool:
        if any(clause == _stem(name) for name in names if name):
            return False
        for name in names:
            clause = clause.replace(plain(name), "，") if name else clause
        left = self._patterns["empty"].sub("", clause)
        restated, bare = self._patterns["restated"], clause.strip("，")
        if restated.fullmatch(bare) or restated.fullmatch(left.strip("，")):
            return False
        cause = self._patterns["outcome"].sub("", _OPENER.sub("", bare))
        if self._patterns["nothing"].fullmatch(cause):
            return False
        counted = self._patterns["counted"].search(clause)
        return counted is not None or len(_LETTER.findall(left)) >= LEAST


def clauses(text: str) -> list[str]:
    """Return the clauses of a text."""
    return _CLAUSES.split(text)
