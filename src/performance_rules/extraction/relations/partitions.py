"""Kinds that are all there are: 优、良、中、差, 中央、省、市、县, each once in a list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from performance_rules.extraction.relations.wholewords import WholeWords


def is_partition(names: Sequence[str], said: WholeWords) -> bool:
    """Whether names are kinds that are all there are, each once."""
    for kinds in said.partitions:
        if len(names) != len(kinds):
            continue
        hits = [_kind(name, kinds) for name in names]
        if None not in hits and len(set(hits)) == len(kinds):
            return True
    return False


def _kind(name: str, kinds: Sequence[Sequence[str]]) -> int | None:
    """Return which kind a name is of; 非税收入 is none of 税收."""
    begun = next((i for i, kind in enumerate(kinds) if name.startswith(tuple(kind))), None)
    if begun is not None:
        return begun
    return next((i for i, kind in enumerate(kinds) if _is_kind(name, kind)), None)


def _is_kind(name: str, kind: Sequence[str]) -> bool:
    return any(word in name if len(word) > 1 else _letter(word, name) for word in kind)


def _letter(word: str, name: str) -> bool:
    """Whether a name is a kind of one character: “优”, 评价等级为优, 优秀."""
    return word in name and _lettered(word).search(name) is not None


@lru_cache(maxsize=64)
def _lettered(letters: str) -> re.Pattern[str]:
    return re.compile(rf"(?:\A|[“\"为是])[{letters}](?:秀|好|等|级|[”\"]|\Z)")


def is_grade(name: str) -> bool:
    """Whether a name is that of a grade."""
    return _lettered("优良中差").search(name) is not None
