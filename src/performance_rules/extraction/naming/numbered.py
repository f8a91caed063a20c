"""Numbered runs: how many items 1. 2. 3., 一是 二是 or ◆ a list behind a place has."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from performance_rules.extraction.naming.namelists import Names, Words
from performance_rules.extraction.tokens.itemmarks import Mark
from performance_rules.extraction.tokens.normal import LINE
from performance_rules.text.words import has_any

_BULLET: Final = re.compile(r"[◆●★■▪•·◇○□➢▲☆]")
_NAME: Final = re.compile(r"[^\d,，。;:\n()]{2,30}")
_HEAD: Final = re.compile(r"[^。;(\n,，]*")
_SEVERAL: Final = re.compile(r"[、:]|\d+[个家所]")
_COLON: Final = re.compile(r"\n(?![^\n]{0,6}[.、)是])[^\n]*:(?=\n)")
_NEAR: Final = 40
_FAR: Final = 4_000
_MANY: Final = 400
"""So many marks before and behind a place are looked at."""
_SOON: Final = 3
"""So many lines behind a list of bullets must be without one."""


def run_at(text: str, start: int, marks: Sequence[Mark], words: Words) -> Names | None:
    """Return the items of the list that begins at a place, None if none does.

    None as well where it may be longer or shorter than it looks: numbers that jump or come twice,
    an item of the list around it that may be the next, words that go on without a number.
    """
    while text[start : start + 1] == "\n":
        start += 1
    if _BULLET.match(text, start):
        return _bullets(text, start, words)
    at = bisect_left(marks, start, key=lambda mark: mark.start)
    if at == len(marks) or marks[at].start != start or marks[at].ordinal != 1:
        return None
    style = marks[at].style
    items, inner = [marks[at]], {style}
    around = next(
        (m.ordinal for m in reversed(marks[max(0, at - _MANY) : at]) if m.style == style), 0
    )
    for mark in marks[at + 1 : at + _MANY]:
        if mark.style == style and mark.ordinal == len(items) + 1:
            items.append(mark)
        elif mark.ordinal == 1 and mark.style != style:
            inner.add(mark.style)
        elif mark.style == style or (mark.style not in inner and mark.first):
            if mark.ordinal > 1 and (mark.style == style or mark.ordinal == len(items) + 1):
                return None
            break
    if around and around + 1 in range(2, len(items) + 1):
        return None
    rest = text[items[-1].end : items[-1].end + _FAR].split("\n")[:2]
    said = (part for line in rest for part in re.split("[。;]", line))
    is_open = any(part.startswith(words["further"]) for part in said)
    if _COLON.search(text, items[0].end, items[-1].start):
        return None  # another list may go on with the numbers
    return _named([text[mark.end : mark.end + _NEAR] for mark in items], words, is_open=is_open)


def bullet_of(raw: str) -> str:
    """Return the sign that a paragraph begins with, as it is printed; empty without one."""
    found = _BULLET.match(raw.lstrip())
    return found[0] if found is not None and LINE.match(raw.lstrip()) is not None else ""


def _bullets(text: str, start: int, words: Words) -> Names | None:
    """Return the paragraphs from a place on that begin with the same sign."""
    lines = text[start : start + _FAR].split("\n")
    count = next((i for i, line in enumerate(lines) if line[:1] != text[start]), len(lines))
    if any(line[:1] == text[start] for line in lines[count : count + _SOON]):
        return None
    return _named([line[1:] for line in lines[:count]], words, is_open=False)


def _named(items: Sequence[str], words: Words, *, is_open: bool) -> Names:
    """Return items under the words that they begin with; one that lists names may be several."""
    names: list[str] = []
    least = len(items)
    for number, item in enumerate(items, 1):
        head = _HEAD.match(item)
        is_open = is_open or (head is not None and bool(_SEVERAL.search(head[0])))
        said = _NAME.match(item)
        names.append(said[0] if said and said[0] not in names else f"第{number}项")
        if item.startswith(words["others"]) or has_any(item, words["sums"]):
            least = min(least, number - 1)
    return Names(tuple(names), least, None if is_open else len(names))
