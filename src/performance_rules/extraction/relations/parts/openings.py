"""Where in a paragraph a list of parts begins: 其中A, 由A、B构成, 按C划分：A, N（A, N：A."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final, Literal

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.views import VIEWED, is_divided
from performance_rules.extraction.figures.wholewords import WholeWords
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.relations.parts.itemlists import ItemList
from performance_rules.text.words import has_any

Said = Literal["some", "all", "like"]

CLAUSE: Final = 40
"""Within so many characters stands what opens a list."""
MARKS: Final = ",，;:。、()"
_LONGEST: Final = 60
"""A longer clause names nothing."""
_NEAR: Final = 64
"""So many figures before a list are looked at."""
THINGS: Final = re.compile(
    r"(?=[两二三四五六七八九十\d])([两二三四五六七八九十]|\d{1,2})[个家所][\u4e00-\u9fff]{1,4}:"
)
"""What parts are called, with their number: 四个镇."""
_AMONG: Final = re.compile(r"[\u4e00-\u9fff]{0,8}(?<!其)[中里][,，]")
_ALL_OF: Final = re.compile(
    r"(?:全部|上述|以上|所有|(?<=[。;]))(?P<name>[\u4e00-\u9fff]{2,10})[中里][,，]"
)
_AMONG_MARKS: Final = ("中,", "中，", "里,", "里，")
_NAMELY: Final = "即"
_HAS: Final = re.compile("(?:[只仅共]|分为?|[设安]排|[包含]?[有含括])*\\Z")
_DONE_BY: Final = re.compile(r"按(?P<what>[^按,，。;:()\d]{3,12}):")
"""What was done by what things are divided by: 补贴按等级发放:."""
_GRADE: Final = re.compile(r"[“\"]?优秀?[”\"]?(?:等次|等级|等)?的?(?:项目|单位)?(?:有|为)?\Z")
_FAR: Final = 10
"""So many characters behind a figure may say that a list is of those among it."""
_MARK: Final = re.compile(f"[{MARKS}]")
_VERB: Final = 2
_BEHIND: Final = 8
"""Within so many characters behind the number of its parts a list begins."""


@fixed
class Opening:
    """Where a list begins, and what is said of it there.

    Attributes:
        at: where the words begin that open the list.
        begin: where the list begins.
        said: whether all of it follows; of a list that is like its whole, the numbers say it.
        until: where the words stand that close it; 0 if none do.
        of: what it is a list of, where a bracket or a colon right behind that opens it.
        listed: the list, where no word opens it.
    """

    at: int
    begin: int
    said: Said
    until: int = 0
    of: Mention | None = None
    listed: ItemList | None = None


def openings(text: str, found: Sequence[Mention], said: WholeWords) -> Iterator[Opening]:
    """Yield where lists may begin in a paragraph."""
    for match in said.some.finditer(text):
        yield Opening(match.start(), _after(text, match.end()), "some")
    for pattern in (said.all, said.divided, said.titled):
        for match in pattern.finditer(text):
            yield Opening(match.start(), _after(text, match.end()), "all")
    for match in VIEWED.finditer(text):
        if is_divided(match["how"], match["what"], said):
            yield Opening(match.start(), _after(text, match.end()), "all")
    if "由" in text:
        yield from _composed(text, said)
    colon, grade = ":" in text, "优" in text
    among = has_any(text, _AMONG_MARKS)
    for one in found:
        end = one.end
        if text.startswith("(", end) and not said.some.match(text, end + 1):
            yield Opening(end, end + 1, "all", of=one)
        mark = _MARK.search(text, end, end + CLAUSE) if colon else None
        if mark is not None and mark[0] == ":":
            yield Opening(end, mark.end(), "all", of=one)
        inside = _AMONG.match(text[end : end + _FAR]) if among else None
        if inside is not None:
            yield Opening(end, end + inside.end(), "some")
        if grade and "优" in one.left and _GRADE.search(one.left) is not None:
            yield Opening(one.start - len(one.left), one.start - len(one.left), "some")
    if among:
        for match in _ALL_OF.finditer(text):
            yield Opening(match.end("name"), match.end(), "some")
    if colon:
        yield from _headed(text, said)
        for match in _DONE_BY.finditer(text):
            if match["what"][:-_VERB].endswith(said.aspects):
                yield Opening(match.start(), match.end(), "all")
    if _NAMELY in text:
        yield from _namely(text, found, said)


def _headed(text: str, said: WholeWords) -> Iterator[Opening]:
    """四个镇：A、B; 分三类：A、B: the clause before a colon says how many there are."""
    at = text.find(":")
    while at >= 0:
        begin = at
        while begin and text[begin - 1] not in MARKS:
            begin -= 1
        for match in THINGS.finditer(text, begin, at + 1):
            yield Opening(match.start(), match.end(), "some")
        for match in said.counted.finditer(text, begin, at):
            if at - match.end() < _BEHIND:
                yield Opening(match.start(), at + 1, "some")
        at = text.find(":", at + 1)


def _namely(text: str, found: Sequence[Mention], said: WholeWords) -> Iterator[Opening]:
    """项目支出N。项目支出只有三项，即A、B、C: of the figure that the clause names again."""
    ends = [one.end for one in found]
    for match in said.counted.finditer(text):
        at = match.end() + text.startswith((",", "，"), match.end())
        if not text.startswith(_NAMELY, at):
            continue
        low = max(0, match.start() - _LONGEST)
        begin = max(text.rfind(mark, low, match.start()) for mark in MARKS) + 1
        if low and not begin:
            continue
        subject = _HAS.sub("", text[begin : match.start()])
        before = found[max(0, (last := bisect_right(ends, begin)) - _NEAR) : last]
        told = [one for one in before if one.left.endswith(subject)]
        if told and (subject or told[-1].close + 1 == begin):
            yield Opening(match.start(), _after(text, at + len(_NAMELY)), "some", of=told[-1])


def _after(text: str, end: int) -> int:
    """Return where the words behind an opener begin: 其中：(1)A."""
    while text[end : end + 1] in (":", ",", "，", "为", "是"):
        end += 1
    return end


def _composed(text: str, said: WholeWords) -> Iterator[Opening]:
    """由A、B、C构成; 由A和B两部分组成，A a，B b."""
    for match in said.composed.finditer(text):
        begin = text.rfind("由", max(0, match.start() - 200), match.start())
        if begin < 0 or "。" in text[begin : match.start()]:
            continue
        if any(char.isdigit() for char in text[begin : match.start()]):
            yield Opening(begin, begin + 1, "all", match.start() + 1)
        elif text[match.end() : match.end() + 1] in (",", "，", ":"):
            yield Opening(begin, match.end() + 1, "all")
