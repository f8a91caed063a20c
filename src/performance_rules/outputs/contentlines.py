"""Entries: the lines of a report one below the other, as people read them.

An entry is a line with its figures as they were printed, where each of them stands, and what is
claimed of it in words.  Nothing here knows how wide a screen is: :mod:`.contents` sets the rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final

from attrs import frozen

from performance_rules.errors import Lang, Message
from performance_rules.language.derived import DIRECTION_NAMES
from performance_rules.lexicon.lexicon import shipped_lexicon
from performance_rules.outputs.citing import name_text
from performance_rules.outputs.terminal import clean, width
from performance_rules.outputs.words import say
from performance_rules.report.model import (
    COLUMNS,
    Breakdown,
    Comparison,
    Figure,
    Line,
    Source,
)
from performance_rules.report.names import matter_title, term_name
from performance_rules.values.quantity import Count, Quantity

LISTED: Final = 12
"""Most parts of one line that are listed, unless all are asked for."""

DEEPEST: Final = 4
"""How deep parts of parts are listed where there are more than a few, unless all are asked for."""

FEW: Final = 3

PLACES: Final = 3
"""Most places of one line."""

SHORT: Final = 44
"""Most columns of a reason or another text."""

COUNT: Final = "count"
"""The column in which numbers of persons, vehicles and the like stand."""

_SIGNS: Final = {"at_least": "≥", "at_most": "≤", "equal": "="}
_WORDED: Final = {"target": "target_text", "actual": "actual_text"}
_MARK: Final = re.compile(r"第[一二三四五六七八九十]+部分|[（(]?[一二三四五六七八九十]{1,3}[）)、]")


@frozen
class View:
    """How much is to be seen, and in which language.

    Attributes:
        whole: everything, however long it is.
        deepest: how deep parts of parts are listed, if not everything is.
    """

    lang: Lang
    whole: bool = False
    deepest: int = DEEPEST

    def most(self, count: int) -> int | None:
        """Return how many of a list are shown; None for all of them."""
        return None if self.whole else count

    def short(self, text: str) -> str:
        """Return a text of the document, cut where it is long; in English, as a quotation."""
        text = clean(text)
        if not self.whole and width(text) > SHORT:
            room = SHORT - 1
            taken = 0
            while width(text[taken]) <= room:
                room -= width(text[taken])
                taken += 1
            text = text[:taken] + "…"
        return say(self.lang, "name", text=text)

    def named(self, text: str) -> str:
        """Return a name that was printed; in English, as a quotation."""
        return name_text(text, self.lang)

    def term(self, name: str) -> str:
        """Return what a column, a count, an account or a dimension is called."""
        if name == COUNT:
            return say(self.lang, "contents.number")
        return clean(term_name(name).text(self.lang))


@frozen
class ContentCell:
    """One printed figure of a line.

    Attributes:
        place: where it stands, in short; empty where that is not known.
    """

    column: str
    text: str
    place: str = ""


@frozen
class ContentLine:
    """One line of the tree.

    Attributes:
        cells: its figures, those of one place together.
        remarks: what is claimed of them, a sentence each.
    """

    depth: int
    name: str
    cells: tuple[ContentCell, ...] = ()
    remarks: tuple[str, ...] = ()


def place_text(source: Source | None, lang: Lang) -> str:
    """Return where something stands, as short as can be: 第3页，表1第2行; 二（一），第9段."""
    if source is None:
        return ""
    if source.cell:
        return say(lang, "name", text=clean(source.cell))
    parts = []
    if source.page is not None:
        parts.append(say(lang, "where.page", page=source.page))
    if source.table is not None:
        row = say(lang, "where.row", row=source.row) if source.row is not None else ""
        table = say(lang, "where.table", table=source.table)
        parts.append(say(lang, "gap").join(filter(None, (table, row))))
    elif source.paragraph is not None:
        if lang == "zh" and (marks := _marks(source.section or "")):
            parts.append(marks)
        parts.append(say(lang, "contents.paragraph", paragraph=source.paragraph))
    return say(lang, "comma").join(parts)


def _marks(section: str) -> str:
    """Return the numbers of the headings above: 二（一）."""
    found = (_MARK.match(heading.strip()) for heading in section.split("/"))
    return "".join(mark.group().removesuffix("、") for mark in found if mark)


def entries_of(line: Line, name: str, view: View, depth: int = 0) -> Iterator[ContentLine]:
    """Yield a line and all that it breaks down into, the whole before its parts."""
    columns = [c for c in COLUMNS if line.figure(c) is not None or _worded(line, c)]
    cells = [cell for column in columns for cell in _cells(line, column, view)]
    figures = [(column, line.figure(column)) for column in columns]
    several = len(columns) > 1
    remarks = [
        text
        for column, figure in figures
        if figure is not None
        for text in _claims(figure, view.term(column) if several else "", view)
    ]
    if line.per:
        remarks.append(say(view.lang, "contents.per", unit=view.named(line.per)))
    if line.reason:
        remarks.append(say(view.lang, "contents.reason", text=view.short(line.reason)))
    if line.criterion and view.whole:
        remarks.append(say(view.lang, "contents.criterion", text=view.short(line.criterion)))
    if view.whole:
        remarks += [view.short(note) for note in line.notes]
    yield ContentLine(depth, name, tuple(cells), tuple(remarks))
    for key, figure in line.counts:
        said = tuple(_said(figure, COUNT, view))
        yield ContentLine(depth + 1, view.term(key), said, tuple(_claims(figure, "", view)))
    parts = sum(len(breakdown.lines) for breakdown in line.breakdowns)
    if depth >= view.deepest and parts > FEW and not view.whole:
        yield ContentLine(depth + 1, say(view.lang, "contents.more", count=parts))
        return
    for breakdown in line.breakdowns:
        yield from parts_of(breakdown, view, depth + 1)


def parts_of(breakdown: Breakdown, view: View, depth: int) -> Iterator[ContentLine]:
    """Yield the parts of a line with all that they break down into, under what they are."""
    lang = view.lang
    title = say(lang, "contents.members")
    if breakdown.dimension != "members":
        title = say(lang, "contents.by", dimension=view.term(breakdown.dimension))
    if not breakdown.complete:
        title += say(lang, "in_brackets", text=say(lang, "contents.incomplete"))
    reasons = tuple(view.short(reason.text) for reason in breakdown.reasons)
    if breakdown.dimension != "members" or not breakdown.complete or reasons:
        yield ContentLine(depth, title, remarks=reasons)
        depth += 1
    shown = breakdown.lines[: view.most(LISTED)]
    yield from chain.from_iterable(entries_of(x, line_name(x, view), view, depth) for x in shown)
    if left := len(breakdown.lines) - len(shown):
        yield ContentLine(depth, say(lang, "contents.more", count=left))


def line_name(line: Line, view: View) -> str:
    """Return the name of a line as printed, or of the well-known item that it is."""
    name = matter_title(line) or shipped_lexicon().keys().get(line.key or "", "")
    return view.named(name) if name else view.term("actual")


# ── figures ──


def _cells(line: Line, column: str, view: View) -> Iterator[ContentCell]:
    """Yield what is printed in a column: figures, or the words that stand for one."""
    figure = line.figure(column)
    sign = _SIGNS.get(line.sense or "", "") if column == "target" else ""
    if figure is not None:
        yield from _said(figure, column, view, sign)
    elif text := _worded(line, column):
        yield ContentCell(column, view.short(text))


def _worded(line: Line, column: str) -> str:
    return getattr(line, _WORDED[column]) or "" if column in _WORDED else ""


def _said(figure: Figure, column: str, view: View, sign: str = "") -> Iterator[ContentCell]:
    seen: dict[ContentCell, None] = {}
    for one in figure.statements:
        place = place_text(one.source, view.lang)
        if one.settled == "inferred":
            place += say(view.lang, "in_brackets", text=say(view.lang, "contents.inferred"))
        seen.setdefault(ContentCell(column, sign + printed(one.value), place.strip()))
    yield from seen
    if not figure.statements and figure.unread is not None:
        place = place_text(figure.unread, view.lang)
        yield ContentCell(column, say(view.lang, "contents.blank"), place)


def printed(quantity: Quantity) -> str:
    """Return a quantity as it was printed, with its unit where that stands in a heading."""
    text = quantity.printed or str(quantity)
    unitless = not isinstance(quantity, Count) and text[-1:].isdigit()
    wordy = not any(ch.isdigit() for ch in text)  # 无, 零
    return clean(str(quantity) if unitless or wordy else text)


# ── claims ──


def _claims(figure: Figure, column: str, view: View) -> Iterator[str]:
    """Yield what is said of a figure: its share, its comparisons."""
    lang = view.lang
    head = say(lang, "contents.of", column=column) if column else ""
    here = {place_text(one.source, lang) for one in figure.statements}
    if figure.share is not None:
        share = figure.share
        of = view.named(share.of) if share.of else say(lang, "contents.whole")
        text = say(lang, "contents.share", of=of, share=printed(share.value))
        yield head + text + _elsewhere(share.source, here, lang)
    for comparison in figure.comparisons:
        text = _compared(comparison, view)
        yield head + text + _elsewhere(comparison.source, here, lang)


def _elsewhere(source: Source | None, here: set[str], lang: Lang) -> str:
    """Return where a claim stands, if that is not where its figure stands."""
    place = place_text(source, lang)
    return say(lang, "in_brackets", text=place) if place and place not in here else ""


def _compared(comparison: Comparison, view: View) -> str:
    """Return a comparison in words: 比上年决算增加95.30万元，8.08%，原因：……."""
    lang = view.lang
    gap = say(lang, "gap")
    base = view.term(comparison.against)
    if comparison.base is not None:
        base += gap + printed(comparison.base)
    steps = (comparison.change, comparison.rate)
    way = comparison.direction
    if not way and any(x is not None and x.n < 0 for x in steps):
        way = "down"
    word = Message(DIRECTION_NAMES.get(way or "", ""), way or "").text(lang)
    changed = say(lang, "comma").join(_bare(x, bool(word)) for x in steps if x is not None)
    parts = []
    if word or changed:
        said = (word + gap + changed).strip()
        parts.append(say(lang, "contents.against", base=base, said=said))
    if comparison.completed is not None:
        rate = printed(comparison.completed)
        parts.append(say(lang, "contents.completed", base=base, rate=rate))
    if not parts:
        parts.append(say(lang, "contents.against", base=base, said="").strip())
    if comparison.reason is not None:
        parts.append(say(lang, "contents.reason", text=view.short(comparison.reason.text)))
    return say(lang, "comma").join(parts)


def _bare(quantity: Quantity, worded: bool) -> str:
    """Return a change; without its sign where a word says which way."""
    text = printed(quantity)
    return text.removeprefix("-").removeprefix("−") if worded else text


def by_place(cells: Sequence[ContentCell]) -> list[list[ContentCell]]:
    """Return figures that stand at one place together, one of a column each, in their order."""
    rows: list[list[ContentCell]] = []
    for cell in cells:
        for row in rows:
            if row[0].place == cell.place and cell.column not in {other.column for other in row}:
                row.append(cell)
                break
        else:
            rows.append([cell])
    return rows
