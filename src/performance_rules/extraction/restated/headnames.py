"""What a heading names, and how a name is compared with that of another place.

（一）河道清淤工程 names a project, 资金使用情况 no thing at all: what stands below the second is of
what is named above it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from performance_rules.extraction.figures.words import Vocabulary, relation_words
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.restated.differences import content
from performance_rules.extraction.statements.headings import LINE, Heading, Under
from performance_rules.extraction.statements.naming import core_of, loose
from performance_rules.extraction.statements.words import restated_words
from performance_rules.extraction.tokens.wording import shipped_wording
from performance_rules.text.years import YEAR

_LEAST: Final = 3
_LONGEST: Final = 24
_KNOWN: Final = ("", "支出", "经费", "费", "收入", "预算")
"""What the lines of accounts may end with that a name leaves out."""
_BRACKETS: Final = re.compile("[()（）“”]")
_CLASS: Final = re.compile("[(（][类款项][)）]")
_YEARS: Final = re.compile(r"(?:19|20)\d\d年?度?")
_FILLING: Final = ("情况", "说明", "概况", "分析", "方面")


@fixed(eq=False)
class Thing:
    """What a heading names."""

    name: str
    place: Heading
    outer: tuple[str, ...]


@lru_cache(maxsize=256)
def thing_of_headings(under: Under) -> Thing | None:
    """Return the thing that the headings above a figure name; None where they name none.

    A heading of what a section deals with, 资金使用情况, leaves what stands above it open.
    """
    words = restated_words()
    found: list[tuple[str, Heading]] = []
    for one in under:
        if one is under[0] and one.style == LINE:
            continue  # the title
        if words.ahead.search(one.title) or words.other_years.search(one.title):
            return None
        if one.whole:
            if content(_YEARS.sub("", one.title)):
                found.append((named(_without_filling(one.title)), one))
        elif not plain_words().make(one.title):
            found.append(("", one))
    if not found or not found[-1][0]:
        return None
    name, place = found[-1]
    return Thing(name, place, tuple(one.title for _, one in found[:-1]))


def _without_filling(title: str) -> str:
    """Return a heading without the words that say what is told of the thing it names."""
    name = title.rstrip("。:")
    if not name.endswith(_FILLING):
        return name
    words = restated_words().told_of
    while (size := words.ending(name)) and len(name) - size >= _LEAST:
        name = name[:-size]
    return name


@lru_cache(maxsize=4096)
def named(text: str) -> str:
    """Return a name as it is compared; empty for what is no name of one thing.

    Args:
        text: the words that may name it.
    """
    words, outline = restated_words(), shipped_wording().outline
    core = core_of(text)
    plain = loose(_BRACKETS.sub("", core), words)
    if (
        _CLASS.search(text)
        or not _LEAST <= len(plain) <= _LONGEST
        or plain.startswith(outline.vague)
        or YEAR.search(plain)
    ):
        return ""
    known = shipped_wording().words
    if any(f"{one}{end}" in known for one in (core, plain) for end in _KNOWN):
        return ""
    return plain if content(plain) else ""


@lru_cache(maxsize=1)
def plain_words() -> Vocabulary:
    """Return the words that a figure of any thing may have."""
    of, words = restated_words(), relation_words()
    heads = [head for head, _ in words.heads]
    return Vocabulary.of(
        of.before.words, of.behind.words, words.neutral.words, words.fillers.words, heads
    )
