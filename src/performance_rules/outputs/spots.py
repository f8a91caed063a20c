"""Spots: the sentence of a finding with the places of its figures, each behind the one it is of.

Where all figures stand in one section or table, the sentence begins with it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from attrs import evolve

from performance_rules.checking.findings import Finding, Where
from performance_rules.checking.phrasing import MEASURE, end_of
from performance_rules.checking.widening import NUMBER
from performance_rules.errors import Lang
from performance_rules.outputs.citing import heading_of
from performance_rules.outputs.terminal import clean
from performance_rules.outputs.words import say

ROUNDED: Final = "rounding"
"""The verdict of what is told at the end of all, wherever it stands."""

HOMES: Final = 2
"""Most sections and tables that a sentence begins with."""

INSIDE: Final = 4
"""Most places that are told inside of a sentence."""

NEAR: Final = 30
"""Most characters of a heading in a sentence."""


def in_order(finding: Finding, lang: Lang) -> list[Where]:
    """Return the places of a finding in the order in which its sentence names their figures."""
    told = clean(finding.text(lang))
    ends = dict(_ends(finding, told))
    order = {id(where): ends.get(at, len(told) + 1) for at, where in enumerate(finding.where)}
    return sorted(finding.where, key=lambda where: order[id(where)])


def told_text(finding: Finding, lang: Lang) -> str:
    """Return what a finding says, with the sections, tables and sheets that its figures stand in.

    Nothing is said of places that are not known, that are too many, or that it names itself.
    """
    told = clean(finding.text(lang))
    if finding.verdict == ROUNDED:
        return told
    homes = {
        at: home
        for at, where in enumerate(finding.where)
        if not where.expected and _heading(where) not in told
        if (home := _home(where, lang))
    }
    if len(set(homes.values())) > 1 and _are_statements(finding):
        ends = {at: end for at, end in _ends(finding, told) if at in homes and _plain(told, end)}
        spots = {end: _spot(finding.where[at], lang) for at, end in ends.items()}
        named = {homes[at] for at in ends}
        if len(spots) <= INSIDE and len(named) > 1:
            homes = {at: home for at, home in homes.items() if home not in named}
            for end in sorted(spots, reverse=True):
                told = _with(told, end, say(lang, "in_brackets", text=spots[end]), lang)
    rest = dict.fromkeys(_once(finding, dict(sorted(homes.items(), key=_standing(finding))), lang))
    if len(rest) == 1:
        rest = dict.fromkeys([_lined(next(iter(rest)), finding, lang)])
    if not rest or len(rest) > HOMES:
        return told
    return say(lang, "standing", places=say(lang, "standing.and").join(rest)) + told


def _standing(finding: Finding) -> Callable[[tuple[int, str]], tuple[int, int]]:
    """Return by what places come in the order of the document; as they are where it is unknown."""
    known = all(where.start is not None for where in finding.where if not where.expected)

    def at(home: tuple[int, str]) -> tuple[int, int]:
        where = finding.where[home[0]]
        return (where.page or 0, where.start or 0) if known and not where.elsewhere else (0, 0)

    return at


def _once(finding: Finding, homes: Mapping[int, str], lang: Lang) -> Iterator[str]:
    """Yield sections and tables, none in another; of a section called like its table only that."""
    sections = {_title(finding.where[at]) for at in homes if finding.where[at].table is None}
    above = {f"{finding.where[at].section}/" for at in homes if finding.where[at].section}
    for at, home in homes.items():
        where = finding.where[at]
        if where.section and where.section.startswith(tuple(above)):
            continue  # what stands around it is told
        within = where.table is not None and not where.cell and _title(where) in sections
        yield _home(evolve(where, table=None), lang) if within else home


_CELL: Final = re.compile("([A-Z]+)([0-9]+)")
"""A cell of a sheet: its column and its row."""


def _lined(home: str, finding: Finding, lang: Lang) -> str:
    """Return a sheet with the column or the row that all figures of a finding stand in."""
    places = [one for one in finding.where if not one.expected]
    cells = [_CELL.fullmatch((one.cell or "").rpartition("!")[2]) for one in places]
    columns, rows = ({cell[n] for cell in cells if cell is not None} for n in (1, 2))
    if None in cells or min(len(columns), len(rows)) != 1:
        return home
    if len(rows) == 1:
        return say(lang, "standing.of_row", home=home, row=rows.pop())
    return say(lang, "standing.of_column", home=home, column=columns.pop())


def _title(where: Where) -> str:
    return shortened(clean(heading_of(where, above=False))).strip()


def _are_statements(finding: Finding) -> bool:
    """Whether numbers of one figure are set against each other: each needs its own place."""
    names = [one.name for one in finding.values]
    return len(set(names)) < len(names) or not names


def _with(told: str, end: int, spot: str, lang: Lang) -> str:
    """Return a sentence with a place behind a number; what it is set off by follows the place."""
    if measure := MEASURE.match(told, end):
        end = measure.end()
    blank = say(lang, "gap") if told[end : end + 1] == " " else ""
    return told[:end] + spot + blank + told[end:].removeprefix(" ")


_GAP: Final = re.compile("相差 ?[^，；。]+|, [^,;]+ apart")
"""How far two figures lie apart, which may be as large as a third one."""


def _ends(finding: Finding, told: str) -> Iterator[tuple[int, int]]:
    """Yield the places whose figures a sentence names, by number, with where each name ends.

    What is printed alike is named in the order of the places; a gap is no figure.
    """
    told = _GAP.sub(lambda found: " " * len(found[0]), told)
    seen: Counter[str] = Counter()
    for at, where in enumerate(finding.where):
        if where.printed is None or where.expected:
            continue
        said = where.printed if where.printed in told else where.printed.removeprefix("-")
        end = end_of(told, said, seen[said])
        seen[said] += 1
        if end is not None:
            yield at, end


def _plain(told: str, end: int) -> bool:
    """Whether a part of a sentence stands in no brackets."""
    opened = sum(told.count(mark, 0, end) for mark in "（(")
    return opened == sum(told.count(mark, 0, end) for mark in "）)")


def _heading(where: Where) -> str:
    return clean((where.section or "").rpartition("/")[2]).rstrip("（(：") or "\n"


_BEGUN: Final = 10
"""As many characters of what is shortened are told at least."""


def shortened(text: str) -> str:
    """Return a text, or the beginning of one that is too long for a sentence."""
    if len(text) <= NEAR:
        return text
    stop = max(text.rfind(mark, _BEGUN, NEAR) for mark in "，。；：、,;")
    return f"{text[: stop if stop > 0 else NEAR]}…"


def _home(where: Where, lang: Lang) -> str:
    """Return the section, table or sheet that a place is in, and which report if not this one."""
    return _dated(_part(where, lang), where, lang)


def _dated(place: str, where: Where, lang: Lang) -> str:
    return say(lang, "standing.previous", place=place) if place and where.elsewhere else place


def _part(where: Where, lang: Lang) -> str:
    if where.cell:
        sheet = clean(where.cell.rpartition("!")[0])
        return say(lang, "standing.sheet", sheet=sheet) if sheet else ""
    section = _title(where)
    if where.table is not None:
        if not section:
            return say(lang, "standing.numbered", table=where.table)
        return _paged(say(lang, "standing.table", title=section), where, lang)
    if NUMBER.fullmatch(section) and where.begins:
        return say(lang, "where.paragraph", begins=where.begins)
    if section:
        return _paged(say(lang, "standing.section", title=section), where, lang)
    known = where.paragraph is not None
    return say(lang, "standing.paragraph", number=where.paragraph) if known else ""


def _paged(home: str, where: Where, lang: Lang) -> str:
    return say(lang, "standing.page", page=where.page, home=home) if where.page else home


def _spot(where: Where, lang: Lang) -> str:
    """Return where one figure stands: the section, or the row and column of its table."""
    if where.cell:
        return _dated(clean(where.cell), where, lang)
    home = _home(where, lang)
    if where.table is None or where.row is None or where.column is None:
        return home
    title = _title(where)
    table = (
        say(lang, "quoted", text=title) if title else say(lang, "where.table", table=where.table)
    )
    cell = say(lang, "standing.cell", table=table, row=where.row, column=where.column)
    return _dated(_paged(cell, where, lang), where, lang)
