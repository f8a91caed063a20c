"""The numbers printed in a text, and which of them are no figures by their form.

Nothing here knows what a document is about: a numeral is found by its digits, and its form is told
by the few characters around it.  The words stand in ``rules/lexicons/numbers.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final

import tomli
from attrs import frozen

from performance_rules.codebook import Codebook, Kind, load_codebook
from performance_rules.lexicon.resources import rules_dir

Span = tuple[int, int]
"""Where something begins in a text, and one past its end."""

_DIGITS: Final = re.compile(r"\d+(?:,\d{3}(?!\d))*(?:[.．]\d+)*")
_ONE: Final = "〇零一二两三四五六七八九十壹贰叁肆伍陆柒捌玖拾"
_ANY: Final = f"{_ONE}百千万亿佰仟萬億"
_WORDS: Final = re.compile(
    # 捌拾玖万元, 三百元整; a single one only where the amount ends: 三元 may be a name.
    rf"(?=[{_ONE}⁰-₉①-⓿])(?:(?<!\d)[{_ONE}](?:[{_ANY}]{{1,40}}(?=[元圆])|(?=元(?:[整/，。；、,;）)]|$)))"
    rf"|(?<![^\t\n])[{_ONE}][{_ANY}]{{1,40}}(?![^\t\n])"  # a cell, a line
    r"|[⁰-₉①-⓿]{2,20}(?:[.．][⁰-₉①-⓿]{1,20})?)"
    rf"|百分之[{_ANY}]{{1,12}}(?:点[{_ONE}]{{1,6}})?"
)
_AROUND: Final = 16
"""So many characters before a number can say what it is."""

_LONGEST: Final = 60
"""A quotation or a title in which a number stands is not longer."""

_YEAR: Final = r"(?:19|20)\d\d"
_GAP: Final = r"[ \u3000]?"
_TO: Final = "[-—–−~～至到]{1,2}"
_AND: Final = f"(?:{_TO}|[、/和及])"


def numerals(text: str) -> list[Span]:
    """Return where the numbers of a text stand, in order: of digits, and amounts in words."""
    found = [match.span() for match in _DIGITS.finditer(text)]
    words = [match.span() for match in _WORDS.finditer(text)]
    return sorted(found + words) if words else found


@frozen(eq=False)
class Forms:
    """The forms of numbers that are no figures.

    Attributes:
        at: a form that begins with the number.
        before: what stands right before one.
        counted: what stands behind a quantity.
        units: units of measurement in Latin letters.
        columns: how the header of a column of codes or dates ends.
        codes: the header of a column of codes.
        codebook: the subjects with their codes.
    """

    at: re.Pattern[str]
    before: re.Pattern[str]
    labelled: re.Pattern[str]
    itemed: re.Pattern[str]
    counted: re.Pattern[str]
    units: frozenset[str]
    columns: tuple[str, ...]
    codes: frozenset[str]
    codebook: Codebook

    def names(self, code: str) -> set[str]:
        """Return the names of the subjects with a code."""
        kinds: tuple[Kind, ...] = ("functional", "economic")
        found = (self.codebook.entry(kind, code) for kind in kinds)
        return {name for entry in found if entry is not None for name in entry.names}

    def firm(self, text: str, start: int, end: int) -> tuple[str, int]:
        """Return what a number is whatever else was thought of it, and how far that reaches.

        Returns:
            ``date``, ``year``, ``document``, ``phone``, ``code``, ``ordinal``, ``page`` or ``name``
            with the end of the form, which may hold further numbers; empty if it may be a figure.
        """
        found = self.at.match(text, start)
        if found is not None and found.end() >= end:
            return found.lastgroup or "", found.end()
        near = text[max(0, start - _AROUND) : start]
        found = self.before.search(near)
        if found is not None and self._told(found, text, end):
            return found.lastgroup or "", end
        if self._lettered(text, start, end) or _within(text, start, end, "《", "》"):
            return "name", end
        if self.labelled.search(near) and not self._counts(text, end):
            return "ordinal", end
        return "", end

    def loose(self, text: str, start: int, end: int, block: Span) -> str:
        """Return what a number of which nothing is known seems to be; empty for a figure.

        Args:
            text: the document's text.
            start: where the number begins.
            end: where it ends.
            block: the paragraph or cell in which it stands.
        """
        number = text[start:end]
        before = text[max(block[0], start - _LONGEST) : start].rstrip(_BLANKS)
        after = text[end : min(end + _AROUND, block[1])]
        apart = text[max(block[0], start - 1) : start] in (" ", "\u3000")
        if self._marks(before, number, after) or _lists(before, number, after, apart=apart):
            return "ordinal"
        if self.itemed.search(before[-_AROUND:]) and after[:1] in _MARKS:
            return "ordinal"
        if _ZERO.fullmatch(number) or self._codes(before, number, after):
            return "code"
        if _YEARS.fullmatch(number) and _bracketed(before, after):
            return "year"
        if not after and before.endswith(_LEADERS):
            return "page"
        if _within(text, start, end, "“", "”") and not self._counts(text, end):
            return "name"
        return ""

    def heads_codes(self, header: str) -> bool:
        """Whether a normalised header stands above codes, numbers of rows or dates."""
        return header in self.codes or header.endswith(self.columns)

    def _counts(self, text: str, end: int = 0) -> bool:
        return self.counted.match(text, end) is not None

    def _told(self, found: re.Match[str], text: str, end: int) -> bool:
        """Whether what stands before a number says what it is, beside what stands behind it."""
        if found.lastgroup == "date":  # 5月1日至7日, not 5月1日至20人
            return text[end : end + 2].lstrip(_BLANKS)[:1] in ("日", "月", "号")
        return found.lastgroup != "code" or not self._counts(text, end)

    def _lettered(self, text: str, start: int, end: int) -> bool:
        """Whether a number is part of a word in Latin letters: A4, 5G, www.b2.cn; not 5km."""
        behind = _LETTERS.match(text, end)
        unit = behind[0] if behind is not None else ""
        if _FILE.match(text, end):
            return True
        if unit and (unit if len(unit) == 1 else unit.lower()) not in self.units:
            return True
        if not text[start - 1 : start].isascii():
            return False
        before = _ASCII.search(text[max(0, start - _LONGEST) : start])
        if before is None or self._counts(text, end):
            return False
        return before[0][-1].isalpha() or any(sign in before[0] for sign in ("://", "@", "www."))

    def _marks(self, before: str, number: str, after: str) -> bool:
        """Whether a number is the marker of an item: 1. or （1） where an item can begin."""
        if len(number) > _MARKER or "," in number:
            return False
        if before[-1:] in _OPEN:  # a cell that holds (5) and nothing else is no marker
            spaced = before[-_TWO:-1] in (" ", "\u3000") and len(number) <= _TWO
            before = before[:-1].rstrip(_BLANKS)
            free = not before or before[-1] in _STOPS + "，,、"
            free = free or (spaced and _CHINESE.match(after[1:]) is not None)
            return free and number.isdecimal() and after[:1] in _CLOSE and len(after) > 1
        sign, behind = after[:1], after[1:].lstrip(_BLANKS)[:1]
        marked = sign in _SIGNS and not behind.isdecimal()
        if before:
            free = before[-1] in _STOPS or (before[-1] in "，," and sign in _SIGNS[:2])
            return free and marked and number.isdecimal()
        spaced = sign in (" ", "\u3000") and number.isdecimal()
        return marked or ((spaced or _SECTION.fullmatch(number) is not None) and self._names(after))

    def _codes(self, before: str, number: str, after: str) -> bool:
        """Whether a number is the code of a subject: in brackets, or right before its name."""
        name = after.lstrip(_BLANKS)
        if _leveled(before, number, name):
            return True  # 公共安全支出（204类）司法（06款）普法宣传（05项）
        begins = not before or before[-1] in _STOPS
        if _SLIPPED.fullmatch(number) or (begins and _NUMBERED.fullmatch(number)):
            return self._names(after)  # 1.2010301行政运行, 20150803培训支出
        if not _CODE.fullmatch(number):
            return False
        if _NAMED.match(name):
            return True
        if any(name.startswith(known) for known in self.names(number)):
            return True  # 201 一般公共服务支出
        long = len(number) > len("201")
        return long and (self._names(after) or (_bracketed(before, after) and len(before) > 1))

    def _names(self, after: str) -> bool:
        """Whether a name follows a number, and no counter."""
        return _CHINESE.match(after.lstrip(_BLANKS)) is not None and not self._counts(after)


_MARKER: Final = 5
_BLANKS: Final = " \u3000"
_STOPS: Final = "。;；:：!！?？\n"
_OPEN: Final = tuple("(（[〔【")
_CLOSE: Final = tuple(")）]〕】")
_SIGNS: Final = (".", "．", "、", ")", "）")
_MARKS: Final = (*_SIGNS, ":", "：", "")
_LEADERS: Final = ("...", "…", "···")
_ZERO: Final = re.compile(r"0\d*[1-9]\d*")
_CODE: Final = re.compile(r"[23]\d\d(?:\d\d){0,2}")
_YEARS: Final = re.compile(_YEAR)
_TWO: Final = 2
_LEADS: Final = "是为有"
_CLASS: Final = re.compile(r"2\d\d")
_ABOVE: Final = {level: re.compile(rf"\d{level}[)）]") for level in "类款"}
_CODED: Final = re.compile(r"[23]\d{4}(?:\d\d)?(?=[\u4e00-\u9fff])")
_NUMBERED: Final = re.compile(r"\d{1,2}[.．][23]\d{4}(?:\d\d)?")
_SLIPPED: Final = re.compile(r"20\d{6}")
"""The code of a subject with a digit too many."""

_NAMED: Final = re.compile(r"[^，。；,;\d()（）]{2,14}[(（][类款项][)）]")
_FILE: Final = re.compile(r"\.(?:s?html?|pdf|docx?|xlsx?|jsp|aspx?|jpg|png)\b")
_CHINESE: Final = re.compile(r"[\u4e00-\u9fff]")
_SECTION: Final = re.compile(r"1?\d(?:[.．]1?\d){1,3}")
_LETTERS: Final = re.compile(r"[A-Za-z]{1,8}")
_ASCII: Final = re.compile(r"[!-~]*[A-Za-z][-_./:]?$|(?:https?://|www\.|[A-Za-z0-9._]+@)[!-~]*$")


def _lists(before: str, number: str, after: str, *, apart: bool) -> bool:
    """Whether a number is the marker of an item inside a line: 主要是1.在职人员, or 1、20103."""
    if len(number) > _TWO or not number.isdecimal() or after[:1] not in _SIGNS[:3]:
        return False
    behind = after[1:].lstrip(_BLANKS)
    coded = _CODED.match(behind) is not None
    begins = not before or apart or before[-1] in _LEADS + _STOPS
    return begins and (coded or (bool(before) and _CHINESE.match(behind) is not None))


def _leveled(before: str, number: str, after: str) -> bool:
    """Whether a number is the code of a level in brackets: of a subject, below another."""
    if before[-1:] not in _OPEN or after[1:2] not in _CLOSE:
        return False
    level = after[:1]
    if level == "类":
        return _CLASS.fullmatch(number) is not None
    above = {"款": "类", "项": "款"}.get(level)
    return above is not None and len(number) == _TWO and _ABOVE[above].search(before) is not None


def _bracketed(before: str, after: str) -> bool:
    return before[-1:] in _OPEN and after.lstrip(_BLANKS)[:1] in _CLOSE


def _within(text: str, start: int, end: int, opening: str, closing: str) -> bool:
    """Whether a number stands between two signs."""
    begin = text.rfind(opening, max(0, start - _LONGEST), start)
    if begin < 0 or text.find(closing, begin, start) >= 0:
        return False
    return text.find(closing, end, end + _LONGEST) >= 0


def _any(words: Iterable[str]) -> str:
    """Return a pattern for the words of a list, the longest first."""
    return "(?:" + "|".join(map(re.escape, sorted(words, key=len, reverse=True))) + ")"


def _at(words: dict[str, list[str]]) -> Iterator[str]:
    """Yield the forms that begin with a number, each a group named after what it is."""
    day = rf"\d{{1,2}}{_GAP}月(?:份|初|底|末|{_GAP}\d{{1,2}}{_GAP}日)?"
    yield (
        rf"(?P<date>\d{{2,4}}{_GAP}年{_GAP}{day}|\d{{1,2}}{_GAP}{_TO}{_GAP}{day}|{day}"
        rf"|{_YEAR}[-./．/]\d{{1,2}}[-./．/]\d{{1,2}}(?![\d.])"
        rf"|\d(?:{_AND}\d)?{_GAP}季度"
        r"|(?:(?:[01]\d|2[0-3])[:：][0-5]\d(?:[:：][0-5]\d)?|\d[:：](?:00|15|30|45))"
        r"(?![\d.%％万亿元千百个人]))"
    )
    yield (
        rf"(?P<year>{_YEAR}{_GAP}(?:{_AND}{_GAP}(?:{_YEAR}|\d\d){_GAP}){{0,8}}年|{_YEAR}{_TO}{_YEAR}"
        rf"|\d{{3,6}}{_GAP}年度|{_YEAR}(?={_GAP}{_any(words['dated'])}))"
    )
    numbered = rf"\d{{1,6}}{_GAP}号"
    yield rf"(?P<document>{_YEAR}{_GAP}[〕\]】）)]{_GAP}第?{_GAP}{numbered}|{numbered})"
    yield (
        r"(?P<phone>0\d{2,3}[-—－）) ]{1,2}\d{7,8}|1[3-9]\d{9}(?!\d)|400[-—－]\d{3,4}[-—－]\d{3,4})"
    )
    level = r"[(（][类款项][)）]"
    yield (
        rf"(?P<code>\d{{15,}}(?![.\d])|\d{{2,3}}{_GAP}{level}|[23]\d{{4}}(?:\d\d)?(?={level})"
        r"|(?<=[类款项][,，、;；:：])[23]\d\d(?:\d\d){0,2}(?=[)）]))"
    )
    yield rf"(?P<page>\d{{1,4}}{_GAP}(?:/{_GAP}\d{{1,4}}{_GAP})?页)"
    yield (
        rf"(?P<name>\d+(?:\.\d+)?{_any(words['names'])}|\d{{1,3}}[+＋][A-Za-z]"
        rf"|(?<=[×*＊])100{_GAP}[%％]"
        rf"|\d{{1,3}}(?:{_TO}\d{{1,3}})?{_GAP}周?岁(?:及?以[上下内]|\(含\)|（含）)"
        rf"|\d{{1,3}}{_TO}\d{{1,3}}{_GAP}周?岁"
        rf"|\d+(?:\.\d+)?{_GAP}万?元(?:[(（]含[)）])?及?以[上下](?:[(（]含[)）])?"
        rf"的?[^\d，。；、,;]{{0,10}}{_any(words['devices'])})"
    )


@lru_cache(maxsize=4)
def shipped_forms(directory: Path | None = None) -> Forms:
    """Return the forms with the words of a rules folder, the shipped one by default."""
    folder = directory or rules_dir()
    words = tomli.loads((folder / "lexicons" / "numbers.toml").read_text(encoding="utf-8"))
    sign = _any(words["numbers"])
    return Forms(
        at=re.compile("|".join(_at(words))),
        before=re.compile(
            rf"(?P<ordinal>第{_GAP}(?:\d{{1,4}}{_GAP}{_AND}{_GAP})?$)"
            rf"|(?P<name>{_any(words['wordings'])}$)"
            rf"|(?P<date>[月日]{_GAP}{_TO}{_GAP}$(?<!\d))"
            rf"|(?P<code>{sign}[^\d，。；、,;\n\t]{{0,6}}(?:\d{{1,5}}[-—－]){{0,2}}$)"
        ),
        labelled=re.compile(rf"{_any(words['labels'])}{_GAP}(?:\d{{1,3}}[-—－.]){{0,3}}$"),
        itemed=re.compile(rf"{_any(words['items'])}$"),
        counted=re.compile(
            rf"{_GAP}(?!{_any(words['not_counters'])})[万亿千百]?{_any(words['counters'])}"
        ),
        units=frozenset(words["units"]),
        columns=tuple(words["columns"]),
        codes=frozenset(words["codes"]),
        codebook=load_codebook(folder / "codebooks"),
    )
