"""The scanner: normalised text to tokens, in one pass.

Numbers, years, codes and document numbers are told apart by their form; everything else is looked
up in the lexicon, the longest word first.  What no word covers becomes one token of other text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from attrs import define

from performance_rules.extraction.normal import BAR
from performance_rules.extraction.wording import FILLER, OTHER, TERM, Sense, Word, Wording

NUMBERS: Final = frozenset("NMPQB")
"""Letters of tokens that state a quantity: amount, number without unit, percent, count, blank."""

MALFORMED: Final = "?"
"""Letter of a year that is none; it is taken out of the sentence and recorded."""


@define(eq=False)
class Token:
    """A stretch of text with its letter.

    Attributes:
        letter: what kind of thing it is (the letters of ``patterns.toml``).
        start, end: its range in the normalised text.
        value: of a number, its digits; of a word, what it means; of a year, the year or, from 0
            downwards, its distance from the report's year.
        unit: of a number, its unit; of a code, the code.
        senses: what an indicator may mean.
        name: the printed name of an indicator, without what is merely attached to it.
        side: the side of an account that a stage names.
        scope: the account that a phrase names.
        sides: the sides that a phrase of bare words names: 收入支出 are two.
    """

    letter: str
    start: int
    end: int
    value: str = ""
    unit: str = ""
    senses: tuple[Sense, ...] = ()
    name: str = ""
    side: str = ""
    scope: str = ""
    sides: tuple[str, ...] = ()


_MARKS: Final = {
    **{"。": ".", "!": ".", "?": ".", ";": ";", ",": ",", "，": ",", ":": ":"},
    **{"(": "(", ")": ")", "、": "/", "/": "/", BAR: "|", "[": "(", "]": ")", "【": "(", "】": ")"},
}
_COUNTERS: Final = "台\\(套\\)|人次|批次|人|辆|个|次|批|名|台|套|家|项|户|所|处|分|件|宗|期|场|间"
FAR: Final = "-9"
"""The distance of a time that is no year of the report."""

_DIGITS: Final = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d.])|\d+(?:\.\d+)?"
_NUMBER: Final = re.compile(
    rf"(-?(?:{_DIGITS}))(?:(亿元|千元|万元|元|亿(?!人|元|吨|斤|立)|万(?![人辆平户吨亩次件元多余斤份名立])"
    rf"|%|个百分点|百分点)|({_COUNTERS})(?!单位|预算单位|部门|月|方面))?"
)
_DATE: Final = re.compile(
    r"\d{4}[-./]\d{1,2}[-./]\d{1,2}日?|\d{4}年\d{1,2}月(?:份|\d{1,2}日)?|\d{1,2}月(?:份|\d{1,2}日)?"
    r"|\d{1,2}:\d\d(?::\d\d)?|\d{4}[-—~至]\d{4}年度?"
)
_YEAR: Final = re.compile(r"((?:19|20)\d\d)(?:年(?:度|末|底|初)?|(?=本年|部门|单位|预算|决算))")
_BAD_YEAR: Final = re.compile(r"(?:20\d{3,4}|20\d|1\d{4}|[3-9]\d{3})年度?(?![以之])")
_PERIOD: Final = re.compile(
    r"(?:\d{4}年)?(?:(?!1[-—至~]12月)\d{1,2}[-—至~]\d{1,2}月份?|\d{1,2}月份)"
)
_CODE: Final = re.compile(r"([123]\d\d(?:\d\d){0,2})(?=[-—]?[\u4e00-\u9fff)])")
_LONG_CODE: Final = re.compile(r"(\d{6}|\d{8,12})(?=[\u4e00-\u9fff])")
_COUNTED: Final = re.compile(r"[年月日号元万亿辆次批台套]|人(?![力大口民事防])")
_COUNTED_SHORT: Final = re.compile(
    r"[年月日号元万亿辆次批台套个名户所处件天周多余米吨类款级]|人(?![力大口民事防才])"
    r"|[家项分](?![^,。;、])|平方|公[里斤顷]"
)
_FILE_NUMBER: Final = re.compile(r"[〔\[(【]\d{4}[〕\])】]第?\d*号?")
_TITLE: Final = re.compile(r"《[^》]{0,120}》")
_CODED: Final = re.compile(r"\((?:科目)?(?:编码|代码)?(?:为|:)?(\d{3}(?:\d\d){0,2})\)")
_LEVEL: Final = re.compile(r"\((\d{2,3})?([类款项])(?:级)?\)")
_EQUIPMENT: Final = re.compile(
    r"(?:单位价值|单价|单台价值)\d+(?:\.\d+)?万元(?:\(含\))?(?:及)?以上(?:\(含\))?"
    r"[^\d,;。、(]{0,16}(?:设备|仪器)(?:\(不含车辆\))?"
)
_LIMIT: Final = re.compile(r"-?\d[\d,.]*(?:亿|千|万)?元?(?:\(含\))?(?:及)?(?:以上|以下|以内)")
_BLANK: Final = re.compile(r"(?:/|—+|--+)(?=万元|亿元|元)(?:万元|亿元|元)|--+|——+")


def scan(text: str, start: int, end: int, wording: Wording) -> list[Token]:
    """Return the tokens of a range of normalised text."""
    tokens: list[Token] = []
    lengths, singles = wording.lengths, wording.singles
    at = other = start
    while at < end:
        char = text[at]
        token: Token | None = None
        if char in _FIRST:
            token = _formed(text, at, end, wording)
        if token is None:
            sizes = lengths.get(text[at : at + 2])
            if sizes is not None:
                token = _longest(text, at, end, sizes, wording)
            if token is None:
                if char not in singles:
                    at += 1
                    continue
                token = _worded(singles[char], text, at, 1)
        if other < token.start:
            tokens.append(Token(OTHER, other, token.start))
        tokens.append(token)
        at = other = token.end
    if other < end:
        tokens.append(Token(OTHER, other, end))
    return _joined(tokens)


def _formed(text: str, at: int, end: int, wording: Wording) -> Token | None:
    """Return the token that is told by its form: a number, a mark, a bracket."""
    char = text[at]
    if "0" <= char <= "9" or char == "-":
        token = _number(text, at, end, wording)
        if token is not None or char != "-":
            return token
    token = _special(text, at, end) if char in _SPECIAL else None
    if token is None and char in _MARKS:
        token = Token(_MARKS[char], at, at + 1)
    return token


def _longest(
    text: str, at: int, end: int, sizes: tuple[int, ...], wording: Wording
) -> Token | None:
    for size in sizes:
        word = wording.words.get(text[at : at + size])
        if word is not None and at + size <= end:
            return _worded(word, text, at, size)
    return None


def _worded(word: Word, text: str, at: int, size: int) -> Token:
    name = text[at : at + size] if word.letter == TERM else ""
    return Token(word.letter, at, at + size, word.value, "", word.senses, name, word.side)


def _number(text: str, at: int, end: int, wording: Wording) -> Token | None:
    """Return the token of digits: a date, year, code or number."""
    if text[at] == "-" and (at == 0 or text[at - 1].isdigit()):
        return None  # a dash, not a sign
    for form, make in _FORMS:
        match = form.match(text, at, end)
        if match is not None:
            token = make(match, wording)
            if token is not None:
                return token
    return None


def _year(match: re.Match[str], _wording: Wording) -> Token | None:
    return Token("Y", match.start(), match.end(), match[1])


def _period(match: re.Match[str], _wording: Wording) -> Token | None:
    """Months: 1-9月, 5月份 are no fiscal year, so no column of a report is for them."""
    return Token("Y", match.start(), match.end(), FAR)


def _bad_year(match: re.Match[str], _wording: Wording) -> Token | None:
    # 100年, 5000年 are spans of time; a year of a budget says 年度 or begins like one.
    if not (match[0].endswith("年度") or match[0].startswith("20")):
        return None
    return Token(MALFORMED, match.start(), match.end(), match[0])


def _other(match: re.Match[str], _wording: Wording) -> Token | None:
    return Token(OTHER, match.start(), match.end())


def _code(match: re.Match[str], wording: Wording) -> Token | None:
    counted = _COUNTED_SHORT if len(match[1]) == len("201") else _COUNTED
    if match[1][:3] not in wording.classes or counted.match(match.string, match.end()):
        return None
    return Token("c", match.start(), match.end(), unit=match[1])


def _long_code(match: re.Match[str], wording: Wording) -> Token | None:
    """A code with a digit too many: it names a subject, but which one cannot be told."""
    if match[1][:3] not in wording.classes or _COUNTED.match(match.string, match.end()):
        return None
    return Token("c", match.start(), match.end(), value="malformed")


def _quantity(match: re.Match[str], _wording: Wording) -> Token | None:
    digits, unit, counter = match.groups()
    letter = "P" if unit == "%" else "N" if unit and "分点" not in unit else "Q" if counter else "M"
    if unit and "分点" in unit:
        letter = OTHER
    return Token(letter, match.start(), match.end(), digits, unit or counter or "")


_Make = Callable[[re.Match[str], Wording], Token | None]
_FORMS: Final[tuple[tuple[re.Pattern[str], _Make], ...]] = (
    (_LIMIT, _other),
    (_PERIOD, _period),
    (_DATE, _other),
    (_YEAR, _year),
    (_BAD_YEAR, _bad_year),
    (_LONG_CODE, _long_code),
    (_CODE, _code),
    (_NUMBER, _quantity),
)
_SPECIAL: Final = frozenset("(〔[【《单/—-")
_FIRST: Final = _SPECIAL | frozenset(_MARKS) | frozenset("0123456789")


def _special(text: str, at: int, end: int) -> Token | None:
    """Return the token of a bracket that is no bracket, a title, a blank or a kind of equipment."""
    char = text[at]
    match: re.Match[str] | None
    if char == "单":
        match = _EQUIPMENT.match(text, at, end)
        return Token("e", at, match.end(), name=match[0]) if match else None
    if char in "/—-":
        match = _BLANK.match(text, at, end)
        return Token("B", at, match.end()) if match else None
    if char == "(":
        match = _LEVEL.match(text, at, end)
        if match is not None:
            return Token("l", at, match.end(), match[2], match[1] or "")
        match = _CODED.match(text, at, end)
        if match is not None:
            return Token("k", at, match.end(), unit=match[1])
    match = _FILE_NUMBER.match(text, at, end) or _TITLE.match(text, at, end)
    return Token(OTHER, at, match.end()) if match else None


def _joined(tokens: list[Token]) -> list[Token]:
    """Return the tokens with short words that stand inside other text made part of it."""
    out: list[Token] = []
    for i, token in enumerate(tokens):
        short = token.letter in "w0Ia" and token.end - token.start == 1
        if short:
            after = tokens[i + 1] if i + 1 < len(tokens) else None
            before = out[-1] if out else None
            if _touches(token, before, after):
                token.letter = OTHER
        if token.letter == OTHER and out and out[-1].letter == OTHER:
            out[-1].end = token.end
        else:
            out.append(token)
    return out


def _touches(token: Token, before: Token | None, after: Token | None) -> bool:
    """Whether a one-letter word is part of the text around it."""
    if token.letter == "I":
        return before is None or before.letter not in "TS" or after is None or after.letter != ","
    if token.letter == "0":
        return after is None or after.letter not in "TYwS"
    return after is not None and after.letter == OTHER


__all__ = ["FILLER", "MALFORMED", "NUMBERS", "Token", "scan"]
