"""The exceptions of the library, and the problems they carry.

Findings about a report are data; only our own inputs (rule files, report files, regions) raise.
An exception holds *every* problem that was found, each with its place, cause and cure.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Literal

from attrs import frozen

Lang = Literal["zh", "en"]


@frozen
class Message:
    """One message in both languages of the library."""

    zh: str
    en: str

    def text(self, lang: Lang = "zh") -> str:
        """Return the message in one language."""
        return self.zh if lang == "zh" else self.en

    def to_dict(self) -> dict[str, str]:
        """Return both texts by language."""
        return {"zh": self.zh, "en": self.en}

    def filled(self, **values: object) -> Message:
        """Return the message with values in the places of their names, messages in it too."""
        zh, en = (
            {name: v.text(lang) if isinstance(v, Message) else v for name, v in values.items()}
            for lang in ("zh", "en")
        )
        return Message(self.zh.format(**zh), self.en.format(**en))


@frozen
class Span:
    """A stretch of one line of a file: lines and columns count from 1, ``end`` is exclusive."""

    file: str
    line: int
    column: int
    end: int
    text: str

    def caret(self) -> str:
        """Return the source line with the stretch underlined, wide characters counted as two."""
        before = self.text[: self.column - 1]
        marked = self.text[self.column - 1 : self.end - 1] or " "
        return f"    {self.text}\n    {' ' * _width(before)}{'^' * max(1, _width(marked))}"


@frozen
class Problem:
    """One thing wrong with an input.

    Attributes:
        message: what is wrong.
        place: a path inside the input (``expenditure.final``) or a file name; may be empty.
        span: the exact stretch of text, when there is one.
        cure: what to do about it.
    """

    message: Message
    place: str = ""
    span: Span | None = None
    cure: Message | None = None

    def text(self, lang: Lang = "zh") -> str:
        """Return the problem as a few lines of text: place, message, caret, cure."""
        colon, cure_word = ("：", "改法：") if lang == "zh" else (": ", "cure: ")
        place = self.place
        if self.span:
            place = f"{self.span.file}:{self.span.line}:{self.span.column}"
        lines = [f"{place}{colon}{self.message.text(lang)}" if place else self.message.text(lang)]
        if self.span and self.span.text:
            lines.append(self.span.caret())
        if self.cure:
            lines.append(f"    {cure_word}{self.cure.text(lang)}")
        return "\n".join(lines)


class PerformanceRulesError(Exception):
    """The root of the library's exceptions; ``problems`` lists all that is wrong."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems as the only positional field, so that the exception pickles."""
        self.problems: tuple[Problem, ...] = tuple(problems)
        super().__init__(self.problems)

    def text(self, lang: Lang = "zh") -> str:
        """Return all problems, one after the other."""
        return "\n".join(problem.text(lang) for problem in self.problems)

    def __str__(self) -> str:
        """Return the problems in Chinese."""
        return self.text()


class RuleFileError(PerformanceRulesError):
    """A rule, parameter, override or rule-set file cannot be accepted."""


class ReportError(PerformanceRulesError):
    """A report given as dict, JSON or TOML is not a report."""


class UnreadableError(PerformanceRulesError):
    """A document cannot be read: damaged, too large, hostile, or of a kind that we do not read."""


class StoppedError(UnreadableError):
    """A document on which our own process failed or was stopped; its rules may be to blame."""


class RegionError(PerformanceRulesError):
    """A region code that no rule set answers to."""


def nearest(name: str, known: Iterable[str], cutoff: float = 0.5) -> str | None:
    """Return the known name that looks most like ``name``, or None where none is as like."""
    found = get_close_matches(name, list(known), n=1, cutoff=cutoff)
    return found[0] if found else None


def did_you_mean(name: str, known: Iterable[str]) -> Message | None:
    """Return a cure that names the nearest known name, or None when nothing is near."""
    guess = nearest(name, known)
    return Message(f"是否想写“{guess}”？", f"did you mean '{guess}'?") if guess else None


def _width(text: str) -> int:
    return sum(2 if ord(ch) > 0x2E7F else 1 for ch in text)
