"""Names of bodies and of projects: where one ends, what is left of it, what it is called for short.

A name is known by its end (局, 中心, 镇 …), never by a list of names; a masked one (某局, ××县) is
one as well.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.head.places import (
    OPEN,
    RANKS,
    is_place,
    place_end,
    place_starts,
)
from performance_rules.extraction.head.words import BodyWords, HeadWords

BETWEEN: Final = "\x00"
"""Stands for a year in what is left of a title."""

_TRIM: Final = BETWEEN + " :：的,，-—·、"
_CLAUSES: Final = frozenset(",，;；:：")
_BRACKET: Final = re.compile(r"\([^()]*\)$")
_FAR: Final = 16
"""So far into a name a body ends in front of a project."""

_WHOLE: Final = 2
"""A longer word for a body, such as 图书馆, is a name behind that of a place."""

_SECOND: Final = re.compile(
    r"\((?:(?:以下)?(?:统称|简称)(?:为|:)?(?P<short>[^()，,;；]{2,16})|(?P<other>[^()，,;；\d]{3,30}))\)"
)
"""A second name right behind the first, in brackets."""


@fixed
class Names:
    """The names that a title holds.

    Attributes:
        entity: the name of the body.
        project: the name of the project that the document is about.
    """

    entity: str | None = None
    project: str | None = None


def names_in(rest: str, words: BodyWords, *, project: bool) -> Names:
    """Return the names in what a title says before the words for its kind.

    Args:
        rest: that part of the title, years replaced by ``BETWEEN``.
        words: words in names.
        project: whether what follows the body's name is the name of a project.
    """
    rest = rest.strip(_TRIM)
    for word in words.before:
        if rest.startswith(word):
            rest = rest.removeprefix(word).strip(_TRIM)
    maker, about, matter = rest.partition("关于")
    if about:
        maker = maker.strip(_TRIM)
        if is_body(maker, words):
            left = names_in(matter, words, project=project) if project else Names()
            return Names(maker, left.project)
        rest = matter.strip(_TRIM)
    if not project:
        pieces = [piece.strip(_TRIM) for piece in rest.split(BETWEEN)]
        bodies = [_own(piece) for piece in pieces if is_body(piece, words)]
        return Names(joined(bodies[0], bodies[-1], words) if bodies else None)
    maker, year, matter = rest.partition(BETWEEN)
    if year and is_body(maker, words):
        return Names(_own(maker), matter.replace(BETWEEN, "").strip(_TRIM) or None)
    return _divided(rest.replace(BETWEEN, ""), words)


def is_body(name: str, words: BodyWords) -> bool:
    """Whether a name is that of a body or of a place."""
    name = _own(name)
    if name in words.ends or name in words.inside or name in words.levels:
        return False
    if len(name) < 2 or (name[0] in OPEN and len(name) < 5) or BETWEEN in name:
        return False
    if not _CLAUSES.isdisjoint(name):
        return False  # （部门汇总，含局本级及所属幼儿园）
    if not name.endswith(words.ends):
        return False
    if not name.endswith(words.not_places):
        return True
    return name.endswith(_long(words.ends))


@lru_cache(maxsize=4)
def _long(ends: tuple[str, ...]) -> tuple[str, ...]:
    """Return the ends that are longer than one character."""
    return tuple(end for end in ends if len(end) > 1)


def short_names(entity: str, words: HeadWords, text: str = "") -> tuple[str, ...]:
    """Return what a body is called besides its full name.

    The name from its place on (县水利局, 水利局), what it calls itself (我局, 本局), and what the
    document says that it is called for short.

    Args:
        entity: the full name.
        words: the words of heads.
        text: what the document says, normalised.
    """
    name = _own(entity)
    found = [name]
    starts = place_starts(name, words.body)
    found += [name[start:] for start in starts]
    found += [name[start - 1 :] for start in starts[-1:] if name[start - 1] in RANKS]
    called = next((called for end, called in words.own if name.endswith(end)), ())
    at = text.find(f"{name}(")
    said = _SECOND.match(text, at + len(name)) if at >= 0 else None
    if said is not None and (said["short"] or is_body(said["other"], words.body)):
        found.append(said["short"] or said["other"])
    found += called
    return tuple(dict.fromkeys(one for one in found if len(one) > 1 and one != entity))


def joined(place: str, name: str, words: BodyWords) -> str:
    """Return the full name of a body that is named without its place: 县民政局 of 青禾县."""
    if name == place or not is_place(place, words) or place_starts(name, words) not in ([], [1]):
        return name
    return place + (name[1:] if place.endswith(name[0]) else name)


def _own(name: str) -> str:
    """Return a name without a second one in brackets."""
    return _BRACKET.sub("", name)


def _divided(rest: str, words: BodyWords) -> Names:
    """Return the body at the beginning of a name, and the project that follows it."""
    if is_body(rest, words):
        return Names(_own(rest))
    start = place_end(rest, words)
    end = start
    if not rest.startswith(words.kinds, start):
        end = _institution_end(rest, start, words)
    name, project = rest[:end], rest[end:].strip(_TRIM)
    if name in words.levels:
        name, project = "", rest
    return Names(name or None, project or None)


def _institution_end(rest: str, start: int, words: BodyWords) -> int:
    """Return where the name of a body ends in front of a project; ``start`` if there is none."""
    ends = [
        at + len(word)
        for word in words.inside
        if (at := rest.find(word, start + _stem(word, words), start + _FAR)) >= 0
    ]
    if not ends:
        return start
    end = min(ends)
    for _ in words.goes_on:
        longer = max((e for e in ends if e > end and _touches(rest, end, e, words)), default=0)
        more = next((word for word in words.goes_on if rest.startswith(word, end)), "")
        if not longer and not more:
            return end
        end = max(longer, end + len(more))
    return end


def _stem(word: str, words: BodyWords) -> int:
    """Return how many characters must stand between a place and a word for a body."""
    return 0 if len(word) > _WHOLE or word in words.short else 1


def _touches(rest: str, end: int, other: int, words: BodyWords) -> bool:
    """Whether a longer word for a body begins inside or right behind a shorter one."""
    return any(rest.endswith(word, 0, other) and other - len(word) <= end for word in words.inside)
