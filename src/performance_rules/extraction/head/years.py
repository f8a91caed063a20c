"""Fiscal years as a document names them, and which of them is its own.

A year that something is compared with, the year of an event, a date and the year in a document
number are not the document's own; the end of a year is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.head.words import YearWords

_ZERO: Final = "〇○零OoО0"
_DIGITS: Final = {
    **dict.fromkeys(_ZERO, 0),
    **{d: i for i, d in enumerate("一二三四五六七八九", 1)},
}
_ANY: Final = f"[{''.join(_DIGITS)}]"
_YEAR: Final = re.compile(
    rf"(?=[12二])(?<!\d)(?:(?P<n>(?:19|20)\d\d)(?!\d)|二[{_ZERO}](?P<tens>{_ANY})(?P<ones>{_ANY})(?=年))"
    r"(?P<unit>年度|年)?"
)
_NUMBER: Final = re.compile(r"年?[〕\])】]第?\d")
_MONTH: Final = re.compile(r"\d{1,2}[月.]")
_END: Final = re.compile(r"12月31日|12月底|12月末")
_UNTIL: Final = ("截至", "截止", "截至到", "截止到")
_STOP: Final = re.compile(r"[。;；]")
_BARE: Final = re.compile(r"部门|单位|预算|决算|$|\)|整体|项目|(?:-|—|–|~|至|到){1,2}20\d\d")
_RANGE: Final = re.compile(r"20\d\d年?度?(?:-|—|–|~|至|到){1,2}$")
EVALUATED: Final = re.compile(
    r"对(?:[^\d,，。;]{0,10}?)(?P<said>(?:19|20)\d\d)年度?[^\d,，。;]{0,24}?(?:开展|进行|实施|组织)了?[^\d,，。;]{0,6}?(?:自评|评价|自查)"
)
"""我局对2021年度部门整体支出开展了绩效自评."""
_NEAR: Final = 8
"""So far before a year stands what it is compared by."""

_REACH: Final = 60
"""So far behind a year a figure may stand that is of that year."""


@fixed
class SaidYear:
    """A year in a normalised text.

    Attributes:
        start: where it begins.
        end: one past its last character, 年 or 年度 included.
    """

    year: int
    start: int
    end: int


def title_years(title: str) -> list[SaidYear]:
    """Return the years of a title, without dates and document numbers.

    The first and the last of a range (2021—2022年度) are one year, the last.
    """
    found: list[SaidYear] = []
    for match in _YEAR.finditer(title):
        if _is_other(title, match) or not (match["unit"] or _is_bare(title, match)):
            continue
        said = SaidYear(_number(match), match.start(), match.end())
        if found and title[found[-1].end : said.start] in ("-", "—", "–", "~", "至", "到", "——"):
            said = SaidYear(said.year, found.pop().start, said.end)
        found.append(said)
    return found


def own_years(text: str, words: YearWords) -> Iterator[tuple[int, bool]]:
    """Yield the years of a text that may be the document's own, and whether a figure follows."""
    for match in _YEAR.finditer(text):
        if not match["unit"] or _is_other(text, match) or _ends_range(text, match):
            continue
        before = text[max(match.start() - _NEAR, 0) : match.start()].rstrip("(")
        after = text[match.end() : match.end() + _REACH]
        if before.endswith(words.before) and not before.endswith(_UNTIL):
            continue
        if after.startswith(words.after):
            continue
        clause = _STOP.split(after, maxsplit=1)[0]
        yield _number(match), any(char.isdigit() for char in clause)


def named_years(text: str, words: YearWords) -> set[int]:
    """Return the years that a text names, those of events too, but for what is compared with."""
    found = (match for match in _YEAR.finditer(text) if match["unit"])
    return {
        _number(match)
        for match in found
        if not text[: match.start()].rstrip("(").endswith(words.against)
    }


def spoken_of(texts: Iterable[str], words: YearWords) -> int | None:
    """Return the year that the figures of a text are of; None where it cannot be told.

    It is the one named first, the latest, and the one that most figures are of; of these three
    two have to be the same.
    """
    figures: Counter[int] = Counter()
    named: Counter[int] = Counter()
    for text in texts:
        for year, figure in own_years(text, words):
            named[year] += 1
            figures[year] += figure
    counts = +figures or named
    if not counts:
        return None
    (most, n), *rest = counts.most_common(2)
    first, latest = next(iter(counts)), max(counts)
    if first == latest or (rest and rest[0][1] == n):
        return first if first == latest else None
    return most if most in (first, latest) else None


def evaluated_year(texts: Iterable[str]) -> int | None:
    """Return the year that texts say is evaluated; None where they name none, or several.

    When it was evaluated is another year: 2022年初对2021年度支出开展自评.
    """
    said = {int(match["said"]) for text in texts for match in EVALUATED.finditer(text)}
    return said.pop() if len(said) == 1 else None


def _number(match: re.Match[str]) -> int:
    if match["n"]:
        return int(match["n"])
    return 2000 + 10 * _DIGITS[match["tens"]] + _DIGITS[match["ones"]]


def _is_other(text: str, match: re.Match[str]) -> bool:
    """Whether a year is part of a date or of a document number."""
    if text[match.start() - 1 : match.start()] in ("〔", "[", "(", "【") and _NUMBER.match(
        text, match.end("n") if match["n"] else match.end()
    ):
        return True
    return bool(_MONTH.match(text, match.end())) and not _END.match(text, match.end())


def _ends_range(text: str, match: re.Match[str]) -> bool:
    """Whether a year is the last of several: 2020—2023年 is a period, and no fiscal year."""
    return _RANGE.search(text[max(match.start() - _NEAR, 0) : match.start()]) is not None


def _is_bare(title: str, match: re.Match[str]) -> bool:
    """Whether a number of four digits in a title is a year although 年 does not follow."""
    return _BARE.match(title, match.end()) is not None
