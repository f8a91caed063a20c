"""Lists of names: how many things a list holds, in every way in which it may be read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Final

import tomli
from attrs import evolve, frozen

from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.tokens.itemmarks import NUMERAL
from performance_rules.extraction.tokens.wording import Wording
from performance_rules.lexicon.resources import rules_dir
from performance_rules.text.numerals import whole_number
from performance_rules.text.words import has_any

_LONGEST: Final = 30
_LEAST: Final = 2
_BRACKETS: Final = re.compile(r"\([^()]*\)")
_OPENING: Final = "(《[【"
_CLOSING: Final = ")》]】"
_STOPS: Final = re.compile(rf"[{re.escape(_OPENING + _CLOSING)},，、;:]")
_MANY: Final = 60
"""A list with more marks than so many is none that anyone counts."""
_RANGE: Final = re.compile("[一二三四五六七八九十][至到][一二三四五六七八九十]")
"""监督一至三科 are three."""
_AMOUNT: Final = re.compile(r"\d[\d,.]*(?:[万亿千]?元|%)")
_DIGIT: Final = re.compile(r"\d")
_COMMA: Final = re.compile(r"(?<=\d),(?=\d{3})")


@frozen(eq=False)
class Words:
    """The words of ``rules/lexicons/enumerations.toml``; each list as a tuple, by its name."""

    of: dict[str, tuple[str, ...]]
    endings: str
    counted: re.Pattern[str]

    def __getitem__(self, name: str) -> tuple[str, ...]:
        """Return the words of a list."""
        return self.of[name]


@fixed
class Names:
    """Names of a list, and between which numbers of them every reading of it lies.

    Attributes:
        names: the names, as it is read first.
        least: how many there are at least: one that may be half of another is none.
        most: how many there are at most; None where the list may not be whole.
    """

    names: tuple[str, ...]
    least: int
    most: int | None


@lru_cache(maxsize=1)
def shipped_words() -> Words:
    """Return the shipped words."""
    path = rules_dir() / "lexicons" / "enumerations.toml"
    data: dict[str, Any] = tomli.loads(path.read_text(encoding="utf-8"))
    endings = data.pop("endings")
    measures = "|".join(sorted(data["measures"], key=len, reverse=True))
    first = r"(?=[\d一二两三四五六七八九十])"
    counted = re.compile(rf"{first}(?P<number>\d{{1,2}}|{NUMERAL})(?P<measure>{measures})")
    return Words({name: tuple(words) for name, words in data.items()}, endings, counted)


def split(text: str, marks: str) -> list[str]:
    """Return the pieces of a text between marks that stand outside brackets."""
    pieces, depth, start = [], 0, 0
    for found in _STOPS.finditer(text):
        char, at = found[0], found.start()
        if char in _OPENING:
            depth += 1
        elif char in _CLOSING:
            depth = max(0, depth - 1)
        elif not depth and char in marks:
            pieces.append(text[start:at])
            start = at + 1
    return [*pieces, text[start:]]


def listed(text: str, alike: tuple[str, ...], words: Words) -> Names | None:
    """Return the names of a sentence that lists them, None if it is no list of names.

    A list joined by 、 may go on behind a comma or a semicolon, unless what stands there is plainly
    something else.  Of commas alone it is not known whether they join names.  ``alike`` is as for
    :func:`counted`.
    """
    if sum(map(text.count, "、:(《")) > _MANY:
        return None
    text = _COMMA.sub("", text)
    groups = split(text, ";")
    clauses = split(groups[0], ",，")
    names = split(clauses[0], "、")
    if len(names) < _LEAST:
        whole = len(groups) > 1 and all(len(split(g, ",，、")) == 1 for g in groups)
        return counted(groups, alike, words) if whole else None
    found = counted(names, alike, words)
    if found is None:
        return None
    for joined in (clauses, groups):
        rest = [part for part in joined[1:] if part and not _is_remark(part, words)]
        if rest and found.most is not None:
            more = sum(len(split(part, ",，、")) for part in rest)
            found = evolve(found, least=min(found.least, 1 + len(rest)), most=found.most + more)
    return found


def _is_remark(text: str, words: Words) -> bool:
    """Whether what follows a list is no more of it."""
    return bool(_DIGIT.search(text)) or text.startswith(words["remarks"])


def counted(pieces: Sequence[str], alike: tuple[str, ...], words: Words) -> Names | None:
    """Return how many things the pieces of a list name, None if they are no names.

    One without an ending that such names have may be half of the next one (规划、建设科), or none;
    和 may join two, a bracket may hold more, and 13个乡镇所 are thirteen.  With other numbers than
    amounts it may be no list of what is counted.

    Args:
        pieces: what stands between the marks of the list.
        alike: the last characters of such names.
        words: the words of lists.
    """
    names = [piece.strip(".") for piece in pieces]
    bare = [_BRACKETS.sub("", name) for name in names]
    plain = [_AMOUNT.sub("", name) for name in bare]
    if not all(_is_name(*both, words) for both in zip(bare, plain, strict=True)):
        return None
    least = most = len(names)
    for at, name in enumerate(bare):
        least -= not (name.endswith(alike) or _AMOUNT.search(name))
        most += _joined(name, words) + _counted_within(name, words)
        most += sum(
            len(split(part[1:-1], "、,，;"))
            for part in _BRACKETS.findall(names[at])
            if not _DIGIT.search(part)
        )
    text = "".join(bare)
    for word in words["not_open"]:
        text = text.replace(word, "")
    is_open = has_any(text, words["open"])
    is_open = is_open or any(_DIGIT.search(name) or _RANGE.search(name) for name in plain)
    return Names(tuple(map(_short, names)), max(least, 1), None if is_open else most)


def _is_name(text: str, plain: str, words: Words) -> bool:
    """Whether a piece, with and without its amounts, is a name."""
    money = plain != text and plain.endswith(words["money"])
    return _LEAST <= len(plain) <= _LONGEST and not text[0].isdigit() and not money


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else _BRACKETS.sub("", name)


def _joined(name: str, words: Words) -> int:
    """How many more names a name may be: 大气与核辐射科 is one, for 大气 is none."""
    found = name.count("/")
    ended = name.endswith(tuple(words.endings))
    for word in words["conjunctions"]:
        left, _, right = name.partition(word)
        found += bool(left and right and (not ended or left.endswith(tuple(words.endings))))
    return found


def _counted_within(name: str, words: Words) -> int:
    """How many more things a name says that it stands for."""
    said = [whole_number(found["number"]) or 0 for found in words.counted.finditer(name)]
    return sum(max(0, number - 1) for number in said)


def is_all(name: str, wording: Wording) -> bool:
    """Whether a name says all that was listed and nothing else: 以上各类, 上述各项."""
    outline = wording.outline
    before = next((word for word in outline.these if name.startswith(word)), "")
    rest = name.removeprefix(before)
    return bool(before) and rest[:1] in outline.every and rest[1:] in outline.several
