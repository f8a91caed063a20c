"""Kinds that are all there are: 优、良、中、差, 中央、省、市、县, each once in a list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from performance_rules.extraction.fixed import fixed
from performance_rules.text.words import has_any


def is_partition(
    names: Sequence[str], partitions: Iterable[Sequence[Kind]], absent: str = ""
) -> bool:
    """Whether names are kinds that are all there are, each once.

    Args:
        names: what the parts of a list are called.
        partitions: kinds that are all there are.
        absent: words that say of what there is none: 没有“差”.
    """
    if names and _OF_A_BODY.match(names[0]) is not None:
        return False  # 本级货物A、工程B; 下属单位货物C
    for kinds in partitions:
        if len(names) > len(kinds) or (len(names) < len(kinds) and not absent):
            continue
        hits: set[int | None] = set()
        for name in names:
            hit = _kind(name, kinds)
            if hit is None or hit in hits:
                break
            hits.add(hit)
        if len(hits) < len(names):
            continue
        left = [kind for i, kind in enumerate(kinds) if i not in hits]
        if all(has_any(absent, kind.words) for kind in left):
            return True
    return False


_OF_A_BODY: Final = re.compile("[省市县区镇乡]?(?:本级|直属)|局?机关(?!事业)|下属|所属|下辖|二级")
_NONE_OF: Final = re.compile(
    r"[,，;](?:均?没有|并?无|未发生|未安排|未出现|未产生)(?P<behind>[^,，;。:()\d]{1,24})(?=[,，;。)]|\Z)"
    r"|[,，;](?P<before>(?:[^,，;。:()\d]|\(境\)){1,24}?)(?:全?部?均?都?为?(?:零|0元?)|(?:均|都)?(?:没有|未)发生)"
    r"(?=[,，;。)]|\Z)"
)


def none_of(behind: str) -> tuple[str, int]:
    """Return of what the clause behind a list says that there is none, and where it ends."""
    match = _NONE_OF.match(behind)
    return ("", 0) if match is None else (match["behind"] or match["before"], match.end())


def _kind(name: str, kinds: Sequence[Kind]) -> int | None:
    """Return which kind a name is of; 非税收入 is none of 税收."""
    begun = next((i for i, kind in enumerate(kinds) if name.startswith(kind.words)), None)
    if begun is not None:
        return begun
    return next((i for i, kind in enumerate(kinds) if kind.inside.search(name) is not None), None)


@fixed
class Kind:
    """A kind with the ways it is written.

    Attributes:
        words: how a name of that kind begins.
        inside: finds one of them in a name.
    """

    words: tuple[str, ...]
    inside: re.Pattern[str]

    @classmethod
    def of(cls, words: Iterable[str]) -> Kind:
        """Return a kind; a word of one character is one by itself: “优”, 评价等级为优, 优秀."""
        words = tuple(words)
        found = (re.escape(word) if len(word) > 1 else _lettered(word) for word in words)
        return cls(words, re.compile("|".join(found)))


def _lettered(letters: str) -> str:
    return rf"(?:\A|[“\"为是])[{letters}](?:秀|好|等|级|的|[”\"]|\Z)"


_GRADE: Final = re.compile(_lettered("优良中差"))


def is_grade(name: str) -> bool:
    """Whether a name is that of a grade."""
    return _GRADE.search(name) is not None
