"""Titles: which entries of a contents list have a section or a table in the document.

An entry and its title are not always the same word for word (``部门主要职能`` stands in the body as
``某局主要职能``), so two thirds of an entry in one piece are enough, or all its characters in
their order; but a title that is another entry word for word serves that one only, and a table is
met by no section.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from performance_rules.errors import Message
from performance_rules.language.function import Function
from performance_rules.language.ground import Missing
from performance_rules.language.scope import Scope, Value, of
from performance_rules.language.signatures import takes
from performance_rules.language.types import TEXT, list_of
from performance_rules.text.likeness import in_order

MAX_TITLE: Final = 60
"""A paragraph longer than this is no title, but may begin with one."""

MAX_TITLES: Final = 2_000
"""Among more short paragraphs nothing is looked for."""

MIN_SHARED: Final = 4
"""Fewer characters in common say nothing: 情况说明 and 决算表 end many titles."""

ELSEWHERE: Final = Missing(
    Message(
        "目录所列的表（或章节）一多半没有看到，可能在别的文件里",
        "most of the tables, or of the sections, are not there; they may stand in another file",
    )
)
TOO_MANY: Final = Missing(
    Message("段落太多，目录与正文没有对照", "too many paragraphs to look for titles in")
)

_FIELDS: Final = re.compile(r"(?:HYPERLINK|PAGEREF|TOC\s)[^\u3400-\u9fff]*")
"""What a converted document may keep of its fields: ``PAGEREF _Toc25831 \\h 3``."""

_LEADER: Final = "0123456789.…· \t"
_MARKERS: Final = (
    re.compile(r"第[一二三四五六七八九十]{1,3}[部章]分?"),
    re.compile(r"[一二三四五六七八九十]{1,3}、"),
    re.compile(r"\([一二三四五六七八九十]{1,3}\)"),
    re.compile(r"\d{1,2}[.、]"),
)
_YEAR: Final = re.compile(r"(19|20)\d\d年度?")
_TABLE: Final = "表"
_PLAIN: Final = re.compile(r"[\W_]+")


@Function(
    "absent_titles",
    "未见标题",
    "([文字], [文字], [文字]) → [文字]",
    takes(list_of(TEXT), list_of(TEXT), list_of(TEXT), gives=list_of(TEXT)),
    Message(
        "目录各项（第一列）中，在各段、各表题名（后两列）里都没有相应标题的；下面还有子目的不算",
        "entries of a contents list with no title among paragraphs and captions; parents left out",
    ),
)
def absent_titles(scope: Scope, entries: Value, *elsewhere: Value) -> Value:
    """Return the entries of a contents list for which nothing elsewhere stands as a title.

    An entry that has entries of its own below it is met by them.  Where most of the tables, or
    most of the sections, are not there, they stand in another file, and nothing is said of them.

    Args:
        scope: the report.
        entries: the entries as printed; leaders, page numbers and residue of fields are left out.
        elsewhere: lists of paragraphs, headings and captions.
    """
    printed = [_stripped(str(entry)) for entry in of(list, entries)]
    paragraphs = [_stripped(str(text)) for some in elsewhere for text in of(list, some)]
    titles = {_core(text) for text in paragraphs if len(text) <= MAX_TITLE} - {""}
    free = sorted(titles - {_core(entry) for entry in printed})
    if len(free) > MAX_TITLES:
        return TOO_MANY
    begun = tuple(_core(text[: 2 * MAX_TITLE]) for text in paragraphs if len(text) > MAX_TITLE)
    found: dict[str, None] = {}
    unseen: Missing | None = None
    wanted = {_core(entry): entry for entry in _without_parents(printed)}
    for kind in (True, False):
        cores = [core for core in wanted if core.endswith(_TABLE) == kind]
        pool = [title for title in free if title.endswith(_TABLE) or not kind]
        absent = [
            core
            for core in cores
            if not (core in titles or any(b.startswith(core) for b in begun) or _is_met(core, pool))
        ]
        if 2 * len(absent) > len(cores):
            unseen = ELSEWHERE
        else:
            found |= dict.fromkeys(wanted[core] for core in absent)
    if unseen is not None and not found:
        return unseen
    return list(found)


def _is_met(core: str, pool: list[str]) -> bool:
    """Whether a title says the same: two thirds of it in one piece, or all of it in order."""
    size = min(len(core), max(MIN_SHARED, -(-2 * len(core) // 3)))
    pieces = {core[i : i + size] for i in range(len(core) - size + 1)}
    return any(
        any(piece in title for piece in pieces)
        or (2 * len(title) <= 3 * len(core) and in_order(core, title))
        or (3 * len(title) >= 2 * len(core) and in_order(title, core))
        for title in pool
    )


def _stripped(text: str) -> str:
    """Return an entry without leader, page number and residue of fields."""
    whole = _FIELDS.sub(" ", unicodedata.normalize("NFKC", text)).strip()
    short = whole.rstrip(_LEADER)
    return whole if whole[len(short) :].isdecimal() else short


def _without_parents(entries: list[str]) -> list[str]:
    """Return the entries that have no entry of their own below them."""
    ranks = [_rank(entry) for entry in entries]
    below = [*ranks, 0][1:]
    return [e for e, rank, after in zip(entries, ranks, below, strict=True) if after <= rank]


def _rank(text: str) -> int:
    """Return the depth of an entry's marker; one without a marker is the deepest."""
    return next((i for i, marker in enumerate(_MARKERS) if marker.match(text)), len(_MARKERS))


def _core(text: str) -> str:
    """Return what a title says: without its marker, years, spaces, brackets and quotation marks."""
    text = re.sub(r"\s+", "", text)
    for marker in _MARKERS:
        found = marker.match(text)
        if found:
            text = text[found.end() :]
    return _PLAIN.sub("", _YEAR.sub("", text))
