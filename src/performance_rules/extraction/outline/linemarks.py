"""Markers that only a line's beginning can have: 壹、, 甲、, 第二节, 2.1, 3, ■.

Inside a sentence each of them is a word or a number; at the beginning of a line it is told from one
by what stands behind it.
"""

from __future__ import annotations

import re
from typing import Final

from performance_rules.extraction.tokens.normal import Run, halved
from performance_rules.text.numerals import item_number

PART: Final = 0
"""How deep the items are that divide a whole document: 第一部分, 第一章, 壹、, 甲、."""
CHAPTER: Final = 1
SUB: Final = 2
_NUMERAL: Final = "[一二三四五六七八九十]{1,3}"
_FORMAL: Final = "壹贰叁肆伍陆柒捌玖拾"
_STEMS: Final = "甲乙丙丁戊己庚辛壬癸"
_NAMED: Final = r"[^ \d。;:，,；：%|、]{2,30}$"
"""The rest of a line that is nothing but a name."""
_LINE: Final = re.compile(
    rf"(?P<formal>[{_FORMAL}])(?:、| +(?={_NAMED}))"
    rf"|(?P<stem>[{_STEMS}])、(?![{_STEMS}])"
    rf"|第(?P<part>{_NUMERAL})[章节篇](?: +| *(?=[^ 。;:，,]{{2,30}}$))"
    rf"|(?P<bare>\d{{1,2}}) +(?=[\u4e00-\u9fff“]{_NAMED})"
)
_SUB: Final = re.compile(
    r"\d{1,2}[.](?P<sub>[1-9]\d?)(?:[.](?P<ar>[1-9]\d?))?[.]?(?= +[^ ])(?! +[万亿千元%])"
)
"""A marker of two or three numbers, told from a figure by the space behind it: 2.1 2022年…."""
_NUMBER: Final = re.compile(r"(?P<cn>\d{1,2})(?= +[^ ])(?! +[万亿千元%])")
"""A marker of one number, where the line is a heading: 3 一般公共预算, above 3.1."""
_LONGEST: Final = 48
"""No more of a line is looked at."""


def line_mark(run: Run) -> tuple[int, int, int] | None:
    """Return where the marker at the beginning of a line ends in it, its rank and its number."""
    if not run.plain:
        return None
    line = halved(run.raw[run.origin[0] :][:_LONGEST])
    sub = _SUB.match(line)
    if sub is not None:
        deep = sub["ar"] is not None
        return _plain_end(run, sub.end()), SUB + deep, item_number(sub["ar"] or sub["sub"])
    found = _LINE.match(line)
    if found is None:
        return None
    kind = found.lastgroup or ""
    text = found[kind]
    ordinal = (
        (_FORMAL if kind == "formal" else _STEMS).index(text) + 1
        if kind in ("formal", "stem")
        else item_number(text)
    )
    return _plain_end(run, found.end()), CHAPTER if kind == "bare" else PART, ordinal


def number_mark(run: Run) -> tuple[int, int, int] | None:
    """Return the same of a number that is a marker where its line is a heading."""
    found = _NUMBER.match(halved(run.raw[run.origin[0] :][:_LONGEST])) if run.plain else None
    return (
        (_plain_end(run, found.end()), CHAPTER, item_number(found["cn"]))
        if found is not None
        else None
    )


def begins_marked(text: str) -> bool:
    """Whether a line begins with such a marker."""
    return any(marker.match(text) is not None for marker in (_SUB, _NUMBER, _LINE))


def _plain_end(run: Run, end: int) -> int:
    """Return the place in the text that is read of one in the raw line."""
    start, plain = run.origin[0], 0
    while plain < len(run.plain) and run.origin[plain] - start < end:
        plain += 1
    return plain
