"""Codes printed beside names in a text: 住房公积金（2210201）, 2050202 小学教育, 列2210203科目.

    miscoded(book, "初中教育（2050302）支出15万元", 2023)

A name is read only where it touches its code, or where a code says that it is one and its sentence
names one subject.  A code that fits a name on either side of it is right.
"""

from __future__ import annotations

import re
from typing import Final

from attrs import frozen

from performance_rules.codebook.book import Codebook
from performance_rules.codebook.mistakes import is_of_another
from performance_rules.codebook.spellings import OTHER, normalise

_CODE: Final = re.compile(
    r"(?<![\d.A-Za-z〔〕\[\]/-])(?<!\d[,，])2\d{2}(?:\d{2}){0,2}(?!\d|\.\d|[,，]\d{3}(?!\d))"
)
_NUMBERED: Final = re.compile(
    r"(?m)^([ \t　]*\d{1,2})[.．](?=2\d{4}(?:\d\d)?[ \t　]*[\u4e00-\u9fff])"
)
"""A number of a list right before a code: 4.2210203住房公积金."""
_LEVEL: Final = re.compile(r"[（(](?P<level>[类款项])[）)][ \t　]*")
_LEVELS: Final = {5: "款", 7: "项"}
_ZEROS: Final = re.compile(r"(?:00){1,2}\Z")
_OPEN: Final = re.compile(r"[ \t　]*[-—_:：]?[“\"‘'（(【]?")
_BETWEEN: Final = re.compile(
    r"[”\"’'）)]?[ \t]*(?P<level>[（(][类款项][)）])?[”\"’']?(?P<mark>[（(]?(?:[类款项][,，、])?)"
    r"(?P<comma>[,，]?)(?P<word>(?:[类款项]级)?(?:支出)?(?:功能)?(?:分类)?(?:科目)?(?:编码|代码|编号)?)[为是]?[:：]?[“\"‘']?"
)
_AMOUNT: Final = re.compile(r"[ \t]*(?:[万亿千百]?元|[万亿%％]|[人个户次名件])")
_SPELLED: Final = re.compile(
    r"(?:列入?|列支[在于到]?|使用|纳入|归入|科目(?:编码|代码)?[为是:：]?)[“\"]?\Z"
)
_TOLD: Final = re.compile(
    r"(?:功能(?:分类)?科目|(?<![目位门标务])(?:科目)?(?:编码|代码))[为是:：]*[“\"]?\Z"
)
_AS_SUBJECT: Final = re.compile(r"[”\"]?[款项]?(?:功能)?(?:支出)?科目")
_ENDS: Final = re.compile(r"(?:支出|经费)?(?:[（(][类款项][)）])?(?P<next>.?)", re.DOTALL)
_GOES_ON: Final = frozenset("项支预决年全安共合实为和与及、调科等资列本较比当拨结增减完下款类")
_BEGINS: Final = frozenset("列为是等和与及入中的在支即款类项")
_STOPS: Final = re.compile("[。；;\n]")
_LEADS: Final = frozenset("（(:：”\"“'’）)项款类码号目为是,，、")
_REACH: Final = 24
_SAID: Final = 10
_CLASS, _ITEM = 3, 7
_SENTENCE: Final = 120


@frozen
class Miscoded:
    """A code that is printed for a subject and is certainly that of another.

    Attributes:
        code: as printed.
        name: the subject, as printed.
    """

    code: str
    name: str


@frozen
class _Named:
    """A subject named in a text.

    Attributes:
        name: its name in the codebook.
        whole: whether it is certainly the whole of what is named there.
    """

    name: str
    whole: bool


def miscoded(book: Codebook, text: str, year: int | None = None) -> tuple[Miscoded, ...]:
    """Return the codes of a text that are certainly not of the subjects they are printed for.

    Args:
        book: the classifications.
        text: a paragraph, or a name with its code.
        year: the fiscal year, where it is known.
    """
    found: list[Miscoded] = []
    last, parent = 0, ""
    text = _NUMBERED.sub(r"\1、", text)
    for one in _CODE.finditer(text):
        start, end = one.span()
        name = _subject(book, text, start, end, last, year or 0, parent)
        if name:
            found.append(Miscoded(one[0], name))
        elif end - start == _CLASS and _is_class(book, text, start, end):
            parent = one[0]
        last = end
    return tuple(dict.fromkeys(found))


def _subject(
    book: Codebook, text: str, start: int, end: int, last: int, year: int, parent: str
) -> str:
    """Return the name that a code is printed for and does not belong to; empty if it may."""
    if _AMOUNT.match(text, end):
        return ""
    code = text[start:end]
    if text.startswith("类", end):
        code = _ZEROS.sub("", code)
    after, before = _after(book, text, start, end), _before(book, text, start, end)
    beside = [one for one in (after, before) if one is not None]
    near = max(0, start - _SAID)
    told = _AS_SUBJECT.match(text, end) and _SPELLED.search(text, near, start)
    if not beside and len(code) == _ITEM and (told or _TOLD.search(text, near, start)):
        beside = _in_sentence(book, text, start, last)
    other = [is_of_another(book, "functional", code, one.name, year, parent) for one in beside]
    if not other or not all(other) or not beside[0].whole:
        return ""
    name = beside[0].name
    levels = {len(entry.code) for entry in book.find("functional", name)}
    return name if len(code) > _CLASS or levels == {_CLASS} else ""


def _is_class(book: Codebook, text: str, start: int, end: int) -> bool:
    """Whether three digits are the code of a 类: 213农林水支出, 农林水支出（213类）."""
    beside = _after(book, text, start, end), _before(book, text, start, end)
    return text.startswith("类", end) or any(one is not None and one.whole for one in beside)


def _after(book: Codebook, text: str, start: int, end: int) -> _Named | None:
    """Return the name that a code stands before: 2050202 小学教育."""
    opened = _OPEN.match(text, end)
    at = opened.end() if opened else end
    form, name = _longest(book, text, at, first=True)
    if not name:
        return None
    at += len(form)
    lowest = _lowest(book, text, at, _LEVELS.get(end - start, ""))
    if lowest:
        return _Named(lowest, True)
    left = text[max(0, start - 8) : start]
    apart = left.rstrip(" \t　")
    listed = not _is_han(apart[-1:]) or (left == apart and end - start > _CLASS)
    shared = next((one for one in book.listed.common if text.startswith(one, at)), "")
    ends = _ENDS.match(text, at + len(shared))
    follows = ends["next"] if ends else ""
    return _Named(name + shared, listed and (not _is_han(follows) or follows in _GOES_ON))


def _lowest(book: Codebook, text: str, at: int, level: str) -> str:
    """Return the last name of X（类）Y（款）Z（项）, if it is of a level."""
    name = ""
    while marked := _LEVEL.match(text, at):
        if marked["level"] == level:
            return name
        form, name = _longest(book, text, marked.end(), first=True)
        at = marked.end() + len(form)
        if not name:
            break
    return ""


def _before(book: Codebook, text: str, start: int, end: int) -> _Named | None:
    """Return the name that a code stands behind: 防汛（2130314）, 防汛（项，编码2130314）."""
    if text[start - 1 : start] not in _LEADS and end - start < _ITEM:
        return None
    for at in range(start, max(0, start - _REACH), -1):
        between = _BETWEEN.fullmatch(text, at, start)
        if between is None or (between["comma"] and not between["word"]):
            continue
        form, name = _longest(book, text, at, first=False)
        if not name:
            continue
        told = between["level"] or between["mark"] or between["word"] or end - start == _ITEM
        if end - start == _CLASS and not between["word"]:
            told = text.startswith("类", end)
        begin = at - len(form)
        other = text.endswith(OTHER, 0, begin)
        ahead = text[begin - 1 : begin]
        whole = not other and (not _is_han(ahead) or ahead in _BEGINS)
        return _Named(name, bool(told) and whole)
    return None


def _in_sentence(book: Codebook, text: str, start: int, last: int) -> list[_Named]:
    """Return the one subject that the sentence names before a code that is said to be a subject."""
    begin = max(last, start - _SENTENCE)
    for stop in _STOPS.finditer(text, begin, start):
        begin = stop.end()
    found: list[_Named] = []
    at = begin
    while at < start:
        form, name = _longest(book, text, at, first=True)
        if name:
            ends = _ENDS.match(text, at + len(form))
            follows = ends["next"] if ends else ""
            ahead = text[at - 1 : at]
            whole = not _is_han(ahead) and (not _is_han(follows) or follows in _GOES_ON)
            found.append(_Named(name, whole))
        at += len(form) or 1
    names = {normalise(one.name) for one in found}
    return found[:1] if len(names) == 1 else []


def _longest(book: Codebook, text: str, at: int, *, first: bool) -> tuple[str, str]:
    """Return the longest known form that begins, or ends, at a place, and the name it is of."""
    index = book.printed_first if first else book.printed_last
    near = text[at : at + 1] if first else text[max(0, at - 1) : at]
    for form, name in index.get(near, ()):
        if text.startswith(form, at) if first else text.endswith(form, 0, at):
            return form, name
    return "", ""


def _is_han(char: str) -> bool:
    return "一" <= char <= "鿿"
