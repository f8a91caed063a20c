"""The points of a report as lines of text: the gravest first, each with its places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from attrs import evolve

from performance_rules.errors import Lang
from performance_rules.outputs.batch import Checked
from performance_rules.outputs.causing import carried
from performance_rules.outputs.points import (
    Breach,
    Point,
    alike_of,
    alike_text,
    below_of,
    joined_text,
    points_of,
    rounded_text,
    shared_likely,
    title_of,
    twins_of,
)
from performance_rules.outputs.quoting import Quote, told_of
from performance_rules.outputs.terminal import Piece, Row, hanging, row, rule, width
from performance_rules.outputs.words import say

QUOTES: Final = 8
"""Most quotations, and most lines of arithmetic, of one finding."""

_MORE: Final = 4
"""As many more are told rather than counted: all that is added up is to be seen."""

_INDENT: Final = 2
_STEP: Final = 3
"""How far what is numbered stands to the right of what is not."""


def told(checked: Checked, lang: Lang, columns: int) -> Iterator[Row]:
    """Yield the points of a report below the name and number of each severity."""
    counts, severity = checked.severities(), ""
    points = points_of(checked, lang)
    alike = alike_of(points)
    for number, point in enumerate(points, 1):
        if point.severity != severity:
            severity = point.severity
            name, count = say(lang, f"severity.{severity}"), counts[severity]
            yield row()
            count -= carried(checked, severity)
            yield rule(say(lang, "head.count", name=name, count=count), columns)
        yield row()
        if point.first.rounded:
            yield from hanging("", rounded_text(point.first, lang), columns)
            continue
        mark = say(lang, "point.ordinal", number=number) if len(points) > 1 else ""
        yield from _point(point, mark, lang, columns)
        yield from _listed("finding.see", [alike_text(alike.get(number, ()), lang)], lang, columns)


def again(checked: Checked, lang: Lang, columns: int, indent: int = 0) -> Iterator[Row]:
    """Yield the contradictions of a report once more, a sentence each."""
    for point in points_of(checked, lang):
        for case in point.cases if point.severity == "error" else ():
            yield from hanging(
                "· ", f"{case.item.message}  {point.first.rule}", columns, indent=indent
            )


def _point(point: Point, mark: str, lang: Lang, columns: int) -> Iterator[Row]:
    item = point.first
    label = say(lang, "label", name=item.called)
    title, room = title_of(point, lang), columns - width(item.rule) - 2
    title = say(lang, "colon").join((mark, title)) if mark else title
    for i, line in enumerate(hanging(" " * width(label), title, room, style="strong")):
        start = Piece(label, item.severity) if i == 0 else line[0]
        yield row(start, line[1], Piece(f"  {item.rule}" if i == 0 else "", "faint"))
    several, seen = len(point.cases) > 1, set[Quote]()
    if joined := joined_text(point, lang):
        yield from hanging("", joined, columns, indent=_INDENT)
        places = dict.fromkeys(place for case in point.cases for place in case.item.places)
        yield from _listed("finding.place", places, lang, columns)
        several = False
    shared = shared_likely(point)
    for number, case in enumerate(() if joined else point.cases, 1):
        mark = say(lang, "point.number", number=number) if several else ""
        yield from hanging(mark, case.item.message, columns, indent=_INDENT)
        told = evolve(case, item=evolve(case.item, likely="")) if shared else case
        yield from _case(told, seen, lang, columns, _INDENT + (_STEP if several else 0))
    yield from _listed("finding.likely", [shared], lang, columns)
    yield from _listed("finding.limit", point.limits, lang, columns)
    yield from _listed("finding.law", point.law, lang, columns)
    yield from _listed("finding.do", point.advice, lang, columns)


def _case(case: Breach, seen: set[Quote], lang: Lang, columns: int, indent: int) -> Iterator[Row]:
    """Yield what a finding rests on, what is to be mended, and what goes away with it."""
    item = case.item
    gaps = [say(lang, "list").join(item.gaps[:QUOTES])]
    for key, texts in (
        ("finding.quotes", told_of(item.quotes, seen, lang)),
        ("finding.place", item.places),
        ("finding.sum", item.sums),
        ("finding.difference", gaps),
        ("finding.likely", [item.likely]),
        ("finding.consequences", below_of(case, lang)),
        ("finding.twins", twins_of(case, lang)),
    ):
        yield from _listed(key, texts, lang, columns, indent)


def _listed(
    key: str, texts: Iterable[str], lang: Lang, columns: int, indent: int = _INDENT
) -> Iterator[Row]:
    """Yield texts below each other beside one label; none without a text."""
    label = f"{say(lang, key)}  "
    found = [text for text in texts if text]
    if len(found) > QUOTES + _MORE:
        found = [*found[:QUOTES], say(lang, "finding.more", count=len(found) - QUOTES)]
    for i, text in enumerate(found):
        for j, line in enumerate(hanging(label, text, columns, indent=indent)):
            head = line[0].text if i == j == 0 else " " * width(line[0].text)
            yield row(Piece(head, "faint"), *line[1:])
