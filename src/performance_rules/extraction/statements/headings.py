"""The headings that a figure stands under, each without its number, the innermost last.

二、重点项目, （一）河道清淤工程, 项目二：农村公路养护, and a short line that says nothing but a
name.  A heading holds until one of its own kind comes, or of a kind that was open before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import define, field

from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.tokens.normal import Run, halved

_NUMERAL: Final = "[一二三四五六七八九十]{1,3}"
_MARK: Final = (
    rf"(?P<part>第{_NUMERAL}(?:部分|[章节篇])[、:]?|[壹贰叁肆伍陆柒捌玖拾]、)"
    rf"|(?P<cn>{_NUMERAL}、)|(?P<pcn>\({_NUMERAL}\)[、.]?)"
    r"|(?P<ar>\d{1,2}(?:、|[.](?=\D)))|(?P<par>\(\d{1,2}\)[、.]?)|(?P<circ>[①-⑳⑴-⒇])"
    rf"|(?P<is>(?:{_NUMERAL}|其[一二三四五六])是)|(?P<dash>-+(?=[\u4e00-\u9fff]))"
    rf"|(?P<named>(?:子|重点|专项)?(?:项目|任务|工程|专项)(?:{_NUMERAL}|\d{{1,2}})[:、.])"
)
_MARKER: Final = re.compile(_MARK)
_INNER: Final = re.compile(f"(?<=[。;:])(?:{_MARK})")
"""Behind such a mark another item of the same paragraph may begin."""
_SUB: Final = re.compile(r"(?P<sub>\d{1,2}[.][1-9]\d?)(?P<more>[.][1-9]\d?)?[.]? +(?=[^ \d])")
"""A number of two or three, told from a figure by the space behind it: 2.1 项目管理."""
_TITLE: Final = re.compile(
    r"(?P<title>[^。;:,，|\d()]{1,30}(?:\([^()\d]{1,12}\)[^。;:,，|\d()]{0,12})?)(?:\([^()。]{1,40}\))?"
)
"""A name, and a bracket behind it that tells numbers: 航道清障工程（预算N）."""
_TOP: Final = ("part", "cn")
LINE: Final = "line"
"""The style of a short line without a marker that says nothing but a name."""
_SQUARES: Final = "■□◆"
_LONGEST: Final = 40
_RANKS: Final = {"part": 0, "cn": 1}


@fixed(eq=False)
class Heading:
    """A heading that is open.

    Attributes:
        style: how it is marked.
        title: its words without the marker, up to the first mark or number.
        whole: whether that is all; else an item begins with a sentence of which it is the start.
    """

    style: str
    title: str
    whole: bool


Under = tuple[Heading, ...]


@define(eq=False)
class Headings:
    """The headings that are open while a document is read."""

    open: Under = field(default=())

    def read(self, run: Run) -> list[tuple[int, Under]]:
        """Read a paragraph; return from which character on it stands under which headings.

        Args:
            run: the paragraph.
        """
        marks = list(_marks(run))
        if not marks or marks[0][0] > 0:
            marks.insert(0, (0, 0, ""))
        out: list[tuple[int, Under]] = []
        for at, (begin, end, style) in enumerate(marks):
            until = marks[at + 1][0] if at + 1 < len(marks) else len(run.plain)
            self._enter(run.plain, end, until, style, single=len(marks) == 1)
            out.append((begin, self.open))
        return out

    def _enter(self, text: str, begin: int, until: int, style: str, *, single: bool) -> None:
        found = _TITLE.match(text, begin, until)
        end = found.end() if found is not None else begin
        title = found["title"] if found is not None else ""
        if style:
            whole = bool(title) and (end == until or text[end] in "。:")
            self.open = (*self._outer(style), Heading(style, title, whole))
        elif single and title and end + text.startswith(":", end) >= until:
            outer = self.open[:-1] if self.open and self.open[-1].style == LINE else self.open
            self.open = (*outer, Heading(LINE, title, whole=True))

    def _outer(self, style: str) -> Under:
        """Return the headings that stay open where one of a kind comes."""
        if style in _TOP:
            rank = _RANKS[style]
            return tuple(one for one in self.open if _RANKS.get(one.style, rank) < rank)
        for at, one in enumerate(self.open):
            if one.style == style:
                return self.open[:at]
        return self.open


def _marks(run: Run) -> Iterator[tuple[int, int, str]]:
    """Yield where the markers of a paragraph begin and end, and of which kind they are."""
    text = run.plain
    first = _SUB.match(halved(run.raw[run.origin[0] :][:_LONGEST])) if text else None
    begin = 0
    if first is not None:
        begin = len(first[0].rstrip(" ."))
        yield 0, begin, "deep" if first["more"] is not None else "sub"
    elif text[:1] in _SQUARES:
        begin = 1
    head = _MARKER.match(text, begin)
    if head is not None:
        yield head.start(), head.end(), head.lastgroup or ""
    for found in _INNER.finditer(text, begin + 1):
        yield found.start(), found.end(), found.lastgroup or ""
