"""The numbers that items of a list begin with: 1. （二） 三是 ④."""

from __future__ import annotations

import re
from typing import Final

from performance_rules.extraction.fixed import fixed
from performance_rules.text.numerals import item_number

NUMERAL: Final = "[一二两三四五六七八九十]{1,3}"
_MARK: Final = re.compile(
    r"(?=[第一二两三四五六七八九十(\d①-⑳⑴-⒇])(?:"
    rf"第(?P<th>{NUMERAL})[,，、]|(?P<is>{NUMERAL})是|(?P<cn>{NUMERAL})、|\((?P<pcn>{NUMERAL})\)"
    r"|\((?P<par>\d{1,2})\)|(?P<ar>\d{1,2})(?:、|[.)](?!\d)|\.(?=(?:19|20)\d\d年))|(?P<circ>[①-⑳⑴-⒇]))"
)
_BEFORE: Final = frozenset("\n。;:!?)")
_LOOSE: Final = frozenset("\n。;:!?),，、")


@fixed
class Mark:
    """The number of an item.

    Attributes:
        style: how it is written, such as ``pcn`` for （一）.
        ordinal: the number.
        start: where it begins.
        end: where its item begins.
        first: whether it stands at the beginning of a paragraph.
    """

    style: str
    ordinal: int
    start: int
    end: int
    first: bool


def marks_of(text: str) -> list[Mark]:
    """Return the numbers of items in a text, in order."""
    found = []
    for match in _MARK.finditer(text):
        style, start = str(match.lastgroup), match.start()
        before = text[start - 1] if start else "\n"
        if before not in (_LOOSE if style in ("is", "th") else _BEFORE):
            continue
        number = item_number(match[style])
        if number:
            found.append(Mark(style, number, start, match.end(), before == "\n"))
    return found


def mark_of(text: str) -> Mark | None:
    """Return the number that a paragraph begins with, None without one."""
    match = _MARK.match(text)
    if match is None:
        return None
    style = str(match.lastgroup)
    number = item_number(match[style])
    return Mark(style, number, 0, match.end(), first=True) if number else None
