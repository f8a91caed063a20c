"""The contents list of a document: which of its paragraphs are entries of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from performance_rules.extraction.tokens.normal import plain_word
from performance_rules.text.words import has_any

TITLES: Final = ("目录", "目次")
"""What stands above a contents list."""

MIN_ENTRIES: Final = 3
"""Fewer are no list: the word may have stood there for another reason."""

MAX_ENTRIES: Final = 300
"""More are not looked at."""

BETWEEN: Final = 3
"""So near to its title the list begins; a date or a name may stand between."""

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
    title = next((i for i, text in enumerate(texts, 1) if plain_word(text) in TITLES), len(texts))
    near = range(title, min(title + BETWEEN, len(texts)))
    first = next((i for i in near if _is_entry(texts[i])), None)
    if first is None or not all(_short(text) for text in texts[title:first]):
        return range(0)
    opening = _marker(texts[first]) or _name(texts[first])
    end = at = first
    while at < min(len(texts), first + MAX_ENTRIES) and at <= end + 1:
        again = at > first and opening in (_marker(texts[at]), _name(texts[at]))
        entry = _is_entry(texts[at])
        if again or not (entry or _short(texts[at])):
            break
        at += 1
        end = at if entry else end
    return range(first, end) if end - first >= MIN_ENTRIES else range(0)


def _marker(text: str) -> str:
    found = _MARKER.match(plain_word(text))
    return found.group() if found else ""


def _name(text: str) -> str:
    """Return an entry without its leader and page number."""
    return plain_word(_LEADER.split(text.strip())[0])


def _is_entry(text: str) -> bool:
    """Whether a paragraph has the marks of an entry; one may end in a full stop."""
    found = bool(_marker(text)) or _LEADER.search(text.strip()) is not None
    return found and _short(text.strip().removesuffix("。"))


def _short(text: str) -> bool:
    """Whether a paragraph may stand in the list: it is no sentence, and leads up to nothing."""
    text = text.strip()
    sentence = has_any(text, "。；;") or text.endswith(("：", ":"))
    return len(text) <= MAX_ENTRY and not sentence
