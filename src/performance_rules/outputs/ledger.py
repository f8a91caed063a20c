"""A ledger: entries set in columns, or a figure a line where they are too wide for that."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, TypeAlias

from performance_rules.outputs.contentlines import (
    COUNT,
    PLACES,
    ContentCell,
    ContentLine,
    View,
    by_place,
)
from performance_rules.outputs.terminal import Piece, Row, hanging, pad, row, width
from performance_rules.outputs.words import say
from performance_rules.report.model import COLUMNS

GAP: Final = 2
STEP: Final = 2
"""Blanks before a part of a line."""

_Setting: TypeAlias = Callable[[Sequence[ContentCell]], list[tuple[str, str]]]
"""How the figures of one place are set: lines of text, and where they stand."""


def ruled(entries: Sequence[ContentLine], view: View, columns: int) -> Iterator[Row]:
    """Yield entries one below the other, their figures in columns.

    Where they do not fit side by side, every line of the top is set for itself with its parts;
    where that is too wide, every figure has a row of its own.

    Args:
        entries: the lines.
        view: the language, and whether everything is listed.
        columns: how wide a line of output may be.
    """
    if _fits(entries, view, columns):
        yield from _aligned(entries, view, columns)
        return
    begins = [i for i, entry in enumerate(entries) if i == 0 or entry.depth == 0]
    for begin, end in pairwise([*begins, len(entries)]):
        yield from _aligned(entries[begin:end], view, columns)


def _fits(entries: Sequence[ContentLine], view: View, columns: int) -> bool:
    wide = _columns(entries, view)
    places = max((width(x.place) for entry in entries for x in entry.cells), default=0)
    taken = _room(entries, columns) + sum(wide.values()) + places + GAP * (len(wide) + 1)
    return taken <= columns


def _aligned(entries: Sequence[ContentLine], view: View, columns: int) -> Iterator[Row]:
    names, wide = _room(entries, columns), _columns(entries, view)
    heads = {column: view.term(column) for column in wide}
    head = ""
    if _fits(entries, view, columns):
        head = "".join(" " * GAP + _right(heads[c], wide[c]) for c in wide)
        line = _side_by_side(wide)
    else:
        line = _one_each(heads, max(map(width, heads.values())), max(wide.values()))
    for entry in entries:
        if head and entry.cells:
            yield row(" " * names, Piece(head, "heading"))
            head = ""
        yield from _entry(entry, names, line, view, columns)


def _room(entries: Sequence[ContentLine], columns: int) -> int:
    """Return how wide the column of names is."""
    return min(max(map(_indented, entries), default=0), columns * 2 // 5)


def _columns(entries: Sequence[ContentLine], view: View) -> dict[str, int]:
    """Return the columns that hold a figure, in their order, with how wide they are."""
    found: dict[str, list[int]] = {}
    for entry in entries:
        for cell in entry.cells:
            found.setdefault(cell.column, []).append(width(cell.text))
    order: tuple[str, ...] = (*COLUMNS, COUNT)
    return {c: max(width(view.term(c)), *found[c]) for c in order if c in found}


def _side_by_side(wide: Mapping[str, int]) -> _Setting:
    def setting(cells: Sequence[ContentCell]) -> list[tuple[str, str]]:
        texts = {cell.column: cell.text for cell in cells}
        text = "".join(" " * GAP + _right(texts.get(c, ""), wide[c]) for c in wide)
        return [(text, cells[0].place)]

    return setting


def _one_each(heads: Mapping[str, str], label: int, figure: int) -> _Setting:
    def setting(cells: Sequence[ContentCell]) -> list[tuple[str, str]]:
        gap = " " * GAP
        return [
            (gap + pad(heads[x.column], label) + gap + _right(x.text, figure), x.place)
            for x in cells
        ]

    return setting


def _indented(entry: ContentLine) -> int:
    return STEP * entry.depth + width(entry.name) if entry.cells else 0


def _right(text: str, columns: int) -> str:
    return " " * (columns - width(text)) + text


def _entry(
    entry: ContentLine, names: int, line: _Setting, view: View, columns: int
) -> Iterator[Row]:
    """Yield a line: its name, its figures place by place, what is claimed of it."""
    indent = STEP * entry.depth
    rows = by_place(entry.cells)
    shown = rows[: view.most(PLACES)]
    name = " " * indent + entry.name
    if not rows or width(name) > names:
        yield from hanging("", entry.name, columns, indent=indent)
        name = ""
    for cells in shown:
        for text, place in line(cells):
            yield row(pad(name, names) + text, Piece(" " * GAP + place if place else "", "faint"))
            name = ""
    remarks = list(entry.remarks)
    if left := len(rows) - len(shown):
        remarks.append(say(view.lang, "contents.places", count=left))
    for remark in remarks:
        yield from hanging("· ", remark, columns, indent=indent + STEP)
