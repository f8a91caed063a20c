"""The scanner: normalised text to tokens, in one pass.

Numbers, years, codes and document numbers are told apart by their form; everything else is looked
up in the lexicon, the longest word first.  What no word covers becomes one token of other text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from operator import attrgetter
from typing import Final

from attrs import define

from performance_rules.extraction.tokens.normal import BAR
from performance_rules.extraction.tokens.wording import FILLER, OTHER, TERM, Sense, Word, Wording

NUMBERS: Final = frozenset("NMPQqpB")
"""Letters of tokens that state a quantity.

Amount, number without unit, percent, count, count of other things, price, blank.
"""

_SHORT: Final = "w0IaZO"
"""Letters of words that may be one character, which may be part of another word."""

_ABOUT: Final = "约"
"""Before a number a word of its own, and part of a name elsewhere: 签约项目."""

DATE: Final = "date"
"""Value of the token of a date, which is text that names nothing."""

MALFORMED: Final = "?"
"""Letter of a year that is none; it is taken out of the sentence and recorded."""

ODD: Final = frozenset({MALFORMED, "c"})
"""Letters of what may be printed as nothing can be: a year, a code."""


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
        narrowed: of a name that ends like a line of the report, the words before that line's name.
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
    narrowed: str = ""


_MARKS: Final = {
    **{"。": ".", "!": ".", "?": ".", ";": ";", ",": ",", "，": ",", ":": ":"},
    **{"(": "(", ")": ")", "、": "/", "/": "/", BAR: "|", "[": "(", "]": ")", "【": "(", "】": ")"},
}
_AGAIN: Final = "次(?![年月日均数])"
"""Behind any counter it makes one of times: 3,186户次, 420台次."""
_COUNTED_ONCE: Final = "台\\(套\\)|人|辆|个|次|批|名|台|套|家|项|户|所|处|分|件|宗|期|场|间"
_COUNTERS: Final = rf"人次|批次|(?:{_COUNTED_ONCE})(?!{_AGAIN})"
_MEASURES: Final = (
    "平方公里|平方米|立方米|公里|千米|公顷|公斤|千瓦|课时|学时|人份|车次|亩|户|吨|米|头|只|羽|株|棵|艘|架|栋|幢|座"
    "|床|张|份|册|卷|本|篇|盏|根|条|村|笔|单|例|起|盘|瓶|箱|袋|套|组|对|颗|粒|门|节|课|口|眼|孔|班|队|校|所|站|点|具|顶|樘|剂|尾|匹|杆|桶|幅|枚|趟|副|块|客(?![户车运流源房商货])|支(?![出付撑持援教部票农护行])|部(?![门长队分署])"
)
_MEASURE: Final = rf"[万亿]?(?:余|多)?(?:{_MEASURES}|{_COUNTED_ONCE})(?:{_AGAIN})?(?![长度价])"
"""What else is counted: 12.86万吨, 1,240座."""
_UNTIL: Final = ("截至", "截止", "截止到", "截至到")
_YEAR_END: Final = re.compile(r"12[月.\-/]")
"""What is said until then is of the whole year."""
FAR: Final = "-9"
"""The distance of a time that is no year of the report."""

_DIGITS: Final = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d.])|\d+(?:\.\d+)?"
_LIMIT: Final = r"-?\d[\d,.]{0,40}+[亿千万]?元?(?:\(含\))?及?以[上下内]"
_DATE: Final = (
    r"\d{4}[-./]\d{1,2}[-./]\d{1,2}日?|\d{4}年\d{1,2}月(?:份|\d{1,2}日)?|\d{1,2}月(?:份|\d{1,2}日)?"
    r"|\d{1,2}:\d\d(?::\d\d)?|\d{4}[-—~至]\d{4}年度?|\d{2,4}人员(?=\d)"
)
# 4050人员59人: digits of a name, which is counted behind it.
# Months and several years, 1-9月, 5月支出, 2020—2022年, are no fiscal year: no column is theirs.
_PERIOD: Final = (
    r"(?P<period>(?:19|20)\d\d年?[-—至到~](?:19|20)\d\d年(?:度|末|底)?"
    r"|(?:\d{4}年)?(?:(?!1[-—至~]12月)\d{1,2}[-—至~]\d{1,2}月份?"
    r"|\d{1,2}月(?:份|(?=支出|收入|单月|当月))))"
)
_YEAR: Final = (
    r"(?P<year>(?:19|20)\d\d)(?:(?=年[初末]结)|年(?:度|末|底|初)?|(?=本年|部门|单位|预算|决算))"
)
# 100年, 5000年 are spans of time; a year of a budget says 年度 or begins like one.
_BAD_YEAR: Final = (
    r"(?P<malformed>(?:20\d{3,4}|20\d)年度?(?![以之])|(?:1\d{4}|[3-9]\d{3})年度(?![以之]))"
)
_CODE: Final = (
    r"(?P<long>\d{6}|\d{8,12})(?=[\u4e00-\u9fff])"
    r"|(?P<short>[123]\d\d(?:\d\d){0,2})(?=[-—]?[\u4e00-\u9fff)]|\([\u4e00-\u9fff、]{3,}\))"
)
_QUANTITY: Final = (
    rf"(?P<number>-?(?:{_DIGITS}))"
    rf"(?:(?P<price>(?:亿元|千元|万元|元)/(?:(?:{_MEASURES}|{_COUNTED_ONCE})(?:{_AGAIN})?|年|月|天|日|小时))|(?P<unit>亿元|千元|万元|元|[亿万](?![一-鿿])|[亿万](?=[的左右以及和与至到或用为是由其安作来]))"
    rf"|(?P<percent>%)|个百分点|百分点|(?P<counter>{_COUNTERS})(?!单位|预算单位|部门|月|方面)"
    rf"|(?P<measure>{_MEASURE}))?"
)
_NUMBER: Final = re.compile(_QUANTITY)
_PLAIN: Final = re.compile(rf"(?P<number>-?(?:{_DIGITS}))(?P<unit>万元|元|%)(?![/(及以])")
"""An amount or a percentage, and nothing that more of it would make something else."""
_FIGURE: Final = re.compile("|".join((_LIMIT, _PERIOD, _DATE, _YEAR, _BAD_YEAR, _CODE, _QUANTITY)))
"""Whatever begins with a digit, what is told by more of it first."""

_COUNTED: Final = re.compile(
    r"[年月日号元万亿辆次批台套件名头只册份例宗株亩吨米座条棵盏栋幢艘羽尾枚盒箱]|[平立]方米|公[里斤顷]|千[米瓦克]"
    r"|人(?![力大口民事防])|户(?!籍)|[个家](?=[,，。;、)])"
)
_COUNTED_SHORT: Final = re.compile(
    r"[年月日号元万亿辆次批台套个名户所处件天周多余米亩吨类款级份例宗株座条艘只头支册场盏棵栋幢间眼孔口羽瓶]|人(?![力大口民事防才])"
    r"|[家项分](?![^,，。;、)的])|平方|公[里斤顷]"
)
_SPECIAL: Final = re.compile(
    r"\((?P<digits>\d{7}|\d{5}|\d{2,3})?(?P<level>[类款项])(?:级)?\)"
    r"|\((?P<ranked>[类款项])级?[,，、;:]?(?:科目)?(?:编码|代码)?(?:为|:)?(?P<coded>\d{3}(?:\d\d){0,2})\)"
    r"|\((?:科目)?(?:编码|代码)?(?:为|:)?(?P<code>\d{3}(?:\d\d){0,2})\)"
    r"|[〔\[(【]\d{4}[〕\])】]第?\d*号?|《[^》]{0,120}》"
    r"|(?P<blank>(?:/|—+|--+)(?=万元|亿元|元)(?:万元|亿元|元)|--+|——+(?!\d))|(?P<dash>——+)"
    r"|(?P<plus>(?<=[元%)])\+(?=[\u4e00-\u9fff]))"
    r"|(?P<equipment>(?:单位价值|单价|单台价值)\d+(?:\.\d+)?万元(?:\(含\))?(?:及)?以上(?:\(含\))?"
    r"[^\d,;。、(]{0,16}(?:设备|仪器)(?:\(不含车辆\))?)"
)
"""A bracket that is no bracket, a title, a blank or a kind of equipment."""

_FORMED: Final = frozenset("(〔[【《单/—-+0123456789")
_FIRST: Final = _MARKS | dict.fromkeys(_FORMED, "")
"""The letter of each character that is a mark and nothing else; empty if it may begin more."""


def scan(text: str, start: int, end: int, wording: Wording) -> list[Token]:
    """Return the tokens of a range of normalised text."""
    tokens: list[Token] = []
    words, sizes, singles = wording.words, wording.lengths.get, wording.singles
    first = _FIRST.get
    at = other = start
    loose = False  # whether some token may have to be joined to what is beside it
    while at < end:
        char = text[at]
        mark = first(char)
        if mark:
            token = Token(mark, at, at + 1)
        else:
            formed = _formed(text, at, end, wording) if mark is not None else None
            if formed is not None:
                token = formed
            else:
                for size in sizes(text[at : at + 2], ()):
                    name = text[at : at + size]
                    if name in words and at + size <= end:
                        token = _worded(words[name], name, at)
                        break
                else:
                    if char not in singles:
                        at += 1
                        continue
                    token = _worded(singles[char], char, at)
                    loose = loose or token.letter in _SHORT
            loose = loose or token.letter == OTHER
        if other < at:
            tokens.append(Token(OTHER, other, at))
        tokens.append(token)
        at = other = token.end
    if other < end:
        tokens.append(Token(OTHER, other, end))
    return _joined(tokens, text) if loose else tokens


def _worded(word: Word, name: str, at: int) -> Token:
    letter = word.letter
    end = at + len(name)
    if letter == TERM:
        return Token(letter, at, end, word.value, "", word.senses, name, word.side)
    return Token(letter, at, end, word.value, "", (), "", word.side)


def _formed(text: str, at: int, end: int, wording: Wording) -> Token | None:
    """Return the token that is told by its form: a number, a mark, a bracket."""
    char = text[at]
    if "0" <= char <= "9":
        return _figure(text, at, end, wording)
    token = None
    if char == "-" and at and not text[at - 1].isdigit():  # else a dash, no sign
        token = _figure(text, at, end, wording)
    token = token or _special(text, at, end)
    if token is None and char in _MARKS:
        token = Token(_MARKS[char], at, at + 1)
    return token


def _figure(text: str, at: int, end: int, wording: Wording) -> Token | None:
    """Return the token of digits: a date, year, code or number."""
    match = _PLAIN.match(text, at, end)
    if match is not None:
        unit = match["unit"]
        return Token("P" if unit == "%" else "N", at, match.end(), match["number"], unit)
    match = _FIGURE.match(text, at, end)
    kind = match.lastgroup if match is not None else None
    if match is not None and kind in ("short", "long") and not _is_code(match, wording):
        match = _NUMBER.match(text, at, end)
        kind = match.lastgroup if match is not None else None
    if match is None:
        return None
    end = match.end()
    if kind is None:
        until = text.endswith(_UNTIL, 0, at) and not _YEAR_END.search(match[0])
        return Token("Y", at, end, FAR) if until else Token(OTHER, at, end, DATE)
    value = match[kind]
    if kind == "unit":
        return Token("N", at, end, match["number"], value)
    if kind == "year":
        return Token("Y", at, end, value)
    if kind == "percent":
        return Token("P", at, end, match["number"], value)
    if kind == "counter":
        return Token("Q", at, end, match["number"], value)
    if kind == "measure":
        return Token("q", at, end, match["number"], value)
    if kind == "price":
        return Token("p", at, end, match["number"], value)
    if kind == "number":
        return Token(OTHER if match.end(kind) < end else "M", at, end, value)
    if kind == "period":
        return Token("Y", at, end, FAR)
    if kind == "malformed":
        return Token(MALFORMED, at, end, value)
    if kind == "short":
        return Token("c", at, end, unit=value)
    # A code with a digit too many: it names a subject, but which one cannot be told.
    return Token("c", at, end, value="malformed")


def _is_code(match: re.Match[str], wording: Wording) -> bool:
    """Whether digits are a code and count nothing."""
    short = match.end() - match.start() == len("201")
    counted = (_COUNTED_SHORT if short else _COUNTED).match(match.string, match.end())
    return counted is None and match[0][:3] in wording.classes


def _special(text: str, at: int, end: int) -> Token | None:
    """Return the token of a bracket that is no bracket, a title, a blank or a kind of equipment."""
    match = _SPECIAL.match(text, at, end)
    if match is None:
        return None
    kind, end = match.lastgroup, match.end()
    if kind == "level":
        return Token("l", at, end, match[kind], match["digits"] or "")
    if kind == "coded":
        return Token("l", at, end, match["ranked"], match[kind])
    if kind == "code":
        return Token("k", at, end, unit=match[kind])
    if kind == "blank":
        return Token("B", at, end)
    if kind == "plus":
        return Token("/", at, end)  # 基本支出N+项目支出M
    if kind == "dash":
        return Token(":", at, end)  # 基本支出——300万元
    if kind == "equipment":
        return Token("e", at, end, name=match[kind])
    return Token(OTHER, at, end)


def _joined(tokens: list[Token], text: str) -> list[Token]:
    """Return the tokens with short words that stand inside other text made part of it."""
    out: list[Token] = []
    before: Token | None = None
    for i, token in enumerate(tokens):
        letter = token.letter
        if letter in _SHORT and token.end - token.start == 1:
            after = tokens[i + 1] if i + 1 < len(tokens) else None
            said = text[token.start] == _ABOUT and before is not None and before.letter == OTHER
            if _touches(token, before, after) or (
                said and after is not None and after.letter not in NUMBERS
            ):
                letter = token.letter = OTHER
        other = letter == OTHER and before is not None and before.letter == OTHER
        if other and before is not None and token.value == before.value:
            before.end = token.end
        else:
            out.append(token)
            before = token
    return out


def _touches(token: Token, before: Token | None, after: Token | None) -> bool:
    """Whether a one-letter word is part of the text around it."""
    if token.letter == "I":
        named = before is not None and before.letter in "TSN"
        return not named or after is None or after.letter not in ",:"
    if token.letter == "O":
        return after is None or after.letter != "S"  # 超预算N, 欠预算N
    if token.letter == "Z":
        return before is not None and before.letter not in ",("
    if token.letter == "0":
        return after is None or after.letter not in "TYwS"
    return after is not None and after.letter == OTHER


_LETTER: Final = attrgetter("letter")


def letters_of(tokens: Iterable[Token]) -> str:
    """Return the letters of tokens, one beside the other."""
    return "".join(map(_LETTER, tokens))


TEXT: Final = frozenset("WwTCaAI0UXVFSy")
"""Letters of tokens that may be part of a name no lexicon knows."""


def touch(left: Token, right: Token, text: str) -> bool:
    """Whether two tokens stand together, but for a comment in brackets that was left out."""
    if left.end == right.start:
        return True
    return text[left.end] == "(" and text[right.start - 1] == ")"


def is_scope(token: Token) -> bool:
    """Whether a phrase only says which account: 政府性基金."""
    return token.letter == "T" and token.senses[0].kind == "scope"


__all__ = [
    "FILLER",
    "MALFORMED",
    "NUMBERS",
    "TEXT",
    "Token",
    "is_scope",
    "letters_of",
    "scan",
    "touch",
]
