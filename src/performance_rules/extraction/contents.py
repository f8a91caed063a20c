"""The contents list of a document: which of its paragraphs are entries of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from performance_rules.extraction.normal import plain_word

TITLES: Final = ("目录", "目次")
"""What stands above a contents list."""

MIN_ENTRIES: Final = 3
"""Fewer are no list: the word may have stood there for another reason."""

MAX_ENTRY: Final = 200
"""An entry is not longer than this, leader and page number included."""

_MARKER: Final = re.compile(
    r"第[一二三四五六七八九十]{1,3}[部章]|[一二三四五六七八九十]{1,3}、"
    r"|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[.、]"
)
_LEADER: Final = re.compile(r"(?:[.…·．]{3}|PAGEREF|\t\d{1,3}$)")


def contents_of(texts: Sequence[str]) -> range:
    """Return the numbers of the paragraphs that are entries of the contents list, from 0.

    Entries follow the word 目录, and each has a marker, a leader of dots or a page number; a line
    between two of them is the rest of one that was broken.  The body begins where the first
    entry comes again, or another with its marker, or where no entry follows.

    Args:
        texts: the paragraphs of the document in order.
    """
    first = next((i for i, text in enumerate(texts, 1) if plain_word(text) in TITLES), None)
    if first is None or first == len(texts):
        return range(0)
    opening = _marker(texts[first]) or _name(texts[first])
    end = at = first
    while at < len(texts) and at <= end + 1 and _short(texts[at]):
        if at > first and opening in (_marker(texts[at]), _name(texts[at])):
            break
        at += 1
        if _is_entry(texts[at - 1]):
            end = at
    return range(first, end) if end - first >= MIN_ENTRIES else range(0)


def _marker(text: str) -> str:
    found = _MARKER.match(plain_word(text))
    return found.group() if found else ""


def _name(text: str) -> str:
    """Return an entry without its leader and page number."""
    return plain_word(_LEADER.split(text.strip())[0])


def _is_entry(text: str) -> bool:
    return bool(_marker(text)) or _LEADER.search(text.strip()) is not None


def _short(text: str) -> bool:
    """Whether a paragraph can be an entry: it is no sentence."""
    return len(text.strip()) <= MAX_ENTRY and not any(stop in text for stop in "。；;：")
