"""The numbers that Word prints before paragraphs and keeps out of their text: 一、（一）1. ①."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from attrs import define, field, frozen

_PLACE: Final = re.compile(r"%([1-9])")
_DIGITS: Final = "零一二三四五六七八九"
_LEGAL: Final = "零壹贰叁肆伍陆柒捌玖"
_STEMS: Final = "甲乙丙丁戊己庚辛壬癸"
_LATIN: Final = "abcdefghijklmnopqrstuvwxyz"
_ROMAN: Final = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_DEEPEST: Final = 9


@frozen
class ListLevel:
    """One level of a list: ``pattern`` has %1 … %9 for the numbers of the levels."""

    form: str = "decimal"
    pattern: str = ""
    start: int = 1
    blank: bool = False


@frozen
class Numbered:
    """A list: which definition it counts in, its levels, and where it starts anew."""

    counter: str
    levels: Mapping[int, ListLevel]
    starts: Mapping[int, int] = {}


@define
class Numbering:
    """Counts the numbered paragraphs of one document."""

    lists: Mapping[str, Numbered]
    counts: dict[str, dict[int, int]] = field(factory=dict)
    started: set[str] = field(factory=set)

    def label(self, name: str, depth: int) -> str:
        """Return what is printed before the next paragraph of a list, with the blank after it."""
        numbered = self.lists.get(name)
        level = numbered.levels.get(depth) if numbered else None
        if numbered is None or level is None:
            return ""
        counts = self.counts.setdefault(numbered.counter, {})
        if name not in self.started:
            self.started.add(name)
            counts.update({at: start - 1 for at, start in numbered.starts.items()})
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for below in range(depth + 1, _DEEPEST):
            counts.pop(below, None)

        def printed(place: re.Match[str]) -> str:
            at = int(place[1]) - 1
            known = numbered.levels.get(at, ListLevel())
            return number(counts.get(at, known.start), known.form)

        label = "" if level.form == "bullet" else _PLACE.sub(printed, level.pattern)
        # Chinese marks bring their own distance; after "1." a blank keeps a number apart.
        return f"{label} " if level.blank and label and label[-1].isascii() else label


def number(n: int, form: str) -> str:
    """Return a number in one of Word's forms; digits where the form is unknown."""
    if form in ("none", "bullet"):
        return ""
    make = _FORMS.get(form)
    return make(n) if make and 0 < n < 100 else str(n)


def _chinese(n: int, digits: str = _DIGITS, ten: str = "十") -> str:
    tens, ones = divmod(n, 10)
    head = "" if not tens else ten if tens == 1 and ten == "十" else digits[tens] + ten
    return head + (digits[ones] if ones or not tens else "")


def _legal(n: int) -> str:
    return _chinese(n, _LEGAL, "拾")


def _stem(n: int) -> str:
    return _STEMS[(n - 1) % len(_STEMS)]


def _letter(n: int) -> str:
    return _LATIN[(n - 1) % len(_LATIN)] * ((n - 1) // len(_LATIN) + 1)


def _roman(n: int) -> str:
    text = ""
    for value, letters in ((50, "l"), (40, "xl"), *_ROMAN):
        while n >= value:
            text, n = text + letters, n - value
    return text


def _circled(n: int) -> str:
    return chr(0x245F + n) if n <= 20 else str(n)


def _two_digits(n: int) -> str:
    return f"{n:02}"


_FORMS: Final[Mapping[str, Callable[[int], str]]] = {
    **dict.fromkeys(
        (
            "chineseCounting",
            "chineseCountingThousand",
            "japaneseCounting",
            "taiwaneseCounting",
            "taiwaneseCountingThousand",
            "ideographDigital",
        ),
        _chinese,
    ),
    **dict.fromkeys(("chineseLegalSimplified", "ideographLegalTraditional"), _legal),
    "ideographTraditional": _stem,
    **dict.fromkeys(
        ("decimalEnclosedCircle", "decimalEnclosedCircleChinese", "decimalEnclosedCircleNumber"),
        _circled,
    ),
    "decimalZero": _two_digits,
    "lowerLetter": _letter,
    "upperLetter": lambda n: _letter(n).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda n: _roman(n).upper(),
}
