"""The names of the body and of the project, wherever a document says them.

The title comes first, then labels such as 编制单位, then headings, then the first sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from performance_rules.extraction.head.bodies import is_body
from performance_rules.extraction.head.cover import Opening
from performance_rules.extraction.head.labels import beside, labelled
from performance_rules.extraction.head.places import has_place, is_place
from performance_rules.extraction.head.titles import HEADING, MARKER, PROJECT, unnumbered

_SAYS: Final = re.compile(
    r"(?:^|，)([^\d，,。;:、()]{3,30}?)(?:\([^()]{1,20}\))?"
    r"(?:20\d\d|二[〇○零][一二三四五六七八九〇○零]{2})年"
)
_THEN: Final = re.compile(
    r"(?:20\d\d|二[〇○零][一二三四五六七八九〇○零]{2})年度?[,，]?(?P<name>[^\d，,。;:、()“”]{4,30}?)"
    r"(?=[“\"]?三公|一般公共预算|财政拨款|年初|本年|全年|当年|部门[收支预决]|总?[收支][入出支、]|[预决]算)"
)
_ALL: Final = ("全", "各", "所属", "下属", "其", "该", "由", "对", "经")
"""Before a name that is not that of the body alone."""
_CODE: Final = re.compile(r"^[0-9A-Z]{8,}[-—]")
_ADDRESSED: Final = re.compile(r"[^，。；,;]{3,40}[:：]$")
_IN_BRACKETS: Final = re.compile(r"[(（]([^()（）\d]{3,30})[)）]")
_SHORTEST: Final = 3
"""A name that only a sentence says is not shorter than this."""

_FIRST: Final = 3
"""In so many paragraphs the body may be what the first sentence speaks of."""

_READ: Final = 2000
"""Not more of a paragraph is looked at."""


def entity_of(opening: Opening, kind: str | None) -> str | None:
    """Return the full name of the body.

    A place in the title is the body where no label names one that does its work.
    """
    labels, body = opening.words.labels, opening.words.body
    named = opening.title.names.entity if opening.title else None
    if kind == "notice":
        named = _addressed(opening) or named
    if named is not None and not is_place(named, body):
        return named
    found = chain(
        labelled(opening.lines, labels.body, labels),
        beside(opening.cells, labels.body),
        (found[1] for line in opening.lines if (found := _IN_BRACKETS.fullmatch(line))),
        labelled(opening.lines, labels.makers, labels),
        beside(opening.cells, labels.makers),
        labelled(opening.lines, labels.short, labels),
        _about(opening),
    )
    own = next((one for one in found if is_body(one, body)), None)
    return own or named or _spoken_of(opening)


def project_of(opening: Opening, kind: str | None) -> str | None:
    """Return the name of the project that a report on one is about."""
    if kind != PROJECT:
        return None
    labels = opening.words.labels
    written = [*labelled(opening.lines, labels.project, labels)]
    written += beside(opening.cells, labels.project)
    if written:
        return _CODE.sub("", written[0])
    return opening.title.names.project if opening.title else None


def _addressed(opening: Opening) -> str | None:
    """Return the body that a letter is addressed to, if it is one."""
    lines = (text.rstrip(":：") for text in opening.plain if _ADDRESSED.fullmatch(text))
    return next((line for line in lines if is_body(line, opening.words.body)), None)


def _about(opening: Opening) -> Iterator[str]:
    """Yield the bodies that headings name: 第一部分 某局概况."""
    for text in opening.plain:
        line = unnumbered(text)
        if len(line) > HEADING or line == text:
            continue
        for end in opening.words.labels.about:
            name = line.removesuffix(end)
            if name != line and is_body(name, opening.words.body):
                yield name


def _spoken_of(opening: Opening) -> str | None:
    """Return the body that a first sentence begins with: 某局2024年支出9.00万元; 2024年，某局支出.

    A later clause counts if the name begins with a place.
    """
    body = opening.words.body
    sentences = (part for text in opening.plain[:_FIRST] for part in text[:_READ].split("。"))
    for sentence in sentences:
        for found in _SAYS.finditer(MARKER.sub("", sentence, count=1)):
            name = found[1].removeprefix("关于")
            if len(name) < _SHORTEST or not is_body(name, body):
                continue
            if found.start() == 0 or has_place(name, body):
                return name
        then = _THEN.match(MARKER.sub("", sentence, count=1))
        name = then["name"] if then is not None else ""
        if is_body(name, body) and not is_place(name, body) and not name.startswith(_ALL):
            return name
    return None
