"""Names of places at the beginning of the name of a body: 广东省 | 韶关市 | 曲江区.

A place is known by its last character and by its rank: below a county only a town can follow.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from performance_rules.extraction.head.words import BodyWords

RANKS: Final = {
    **dict.fromkeys(("省", "自治区"), 1),
    **dict.fromkeys(("市", "州", "盟", "地区"), 2),
    **dict.fromkeys(("县", "区", "旗"), 3),
    **dict.fromkeys(("镇", "乡", "街道", "苏木"), 4),
}
"""The rank of a place by what its name ends with."""

OPEN: Final = frozenset("全各本我该其")
"""What begins a name that is none: 全省, 各局."""

_PLACE: Final = re.compile("自治区|地区|街道|苏木|[省市州盟县区旗镇乡]")
_TOWN: Final = 3
"""The rank of a town that belongs to another one."""

_FIRST: Final = 10
_NEXT: Final = 6
"""The name of a first place, and of one below it, is not longer than this."""


def is_place(name: str, words: BodyWords) -> bool:
    """Whether a name is that of a place, or is none but for a level such as 县."""
    return bool(name) and place_end(name, words) == len(name)


def has_place(name: str, words: BodyWords) -> bool:
    """Whether a name begins with that of a place."""
    return 0 < place_end(name, words) < len(name)


def place_end(name: str, words: BodyWords) -> int:
    """Return where the places at the beginning of a name end; 0 if it begins with none."""
    return max(place_starts(name, words), default=0)


def place_starts(name: str, words: BodyWords) -> list[int]:
    """Return where each place at the beginning of a name ends: 省, then 市, then 县, then 镇."""
    party = next((word for word in words.party if name.startswith(word)), "")
    at, rank, ends = len(party), 0, list[int]()
    if name[at : at + 1] in OPEN:
        return ends
    if name[at : at + 1] in words.levels and not _begins_name(name, at, words):
        return [at + 1]  # 县水利局: the level alone
    while True:
        found = _next_place(name, at, rank, words)
        if found is None:
            return ends
        at, rank = found
        ends.append(at)


def _next_place(name: str, start: int, rank: int, words: BodyWords) -> tuple[int, int] | None:
    """Return where the place that begins at ``start`` ends, and its rank."""
    longest = _NEXT if rank else _FIRST
    for match in _PLACE.finditer(name, start + 1, start + longest + 1):
        own = RANKS[match[0]]
        below = own > rank or (own == 2 and rank == 2 and match[0] == "市")
        if match.start() == start or _in_other_word(name, match, words):
            continue
        further = _PLACE.match(name, match.end())
        if further and further[0] != match[0] and not _in_other_word(name, further, words):
            continue  # 新乡市: the name of the place goes on
        if not below:
            return None
        return match.end(), max(own, _TOWN if own == 2 and rank == 2 else own)
    return None


def _begins_name(name: str, at: int, words: BodyWords) -> bool:
    """Whether a character for a level is the beginning of a name: 镇江市, 乡宁县."""
    end = at + 3
    return name[at + 2 : end] in RANKS and not name.startswith(words.not_places, at)


def _in_other_word(name: str, match: re.Match[str], words: BodyWords) -> bool:
    """Whether a character that ends places stands in a word that is no place: 城市, 市场.

    聊城市 is a place, and so is what stands before 城市 in 某县城市管理.
    """
    last = match.end() - 1
    for word, i in _holding(words.not_places).get(name[last], ()):
        if last < i or not name.startswith(word, last - i):
            continue
        begins = i == 0 and name.startswith(words.not_places, match.end())
        ends = i == len(word) - 1 and word in words.first_places and 0 < last - i < _NEXT
        if not begins and not ends:
            return True
    return False


@lru_cache(maxsize=4)
def _holding(words: tuple[str, ...]) -> dict[str, list[tuple[str, int]]]:
    """Return for each character the words it stands in, and where."""
    found: dict[str, list[tuple[str, int]]] = {}
    for word in words:
        for i, char in enumerate(word):
            found.setdefault(char, []).append((word, i))
    return found
