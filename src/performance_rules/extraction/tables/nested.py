"""Rows named in several columns: a group and its items, or indicators of three levels.

The name of a group stands once, beside or above its items.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from performance_rules.extraction.drafts.places import Place, Step
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.tables.columns import Lane
from performance_rules.extraction.tables.grid import Row
from performance_rules.extraction.tables.labels import (
    KINDS,
    MEMBERS,
    WIDER_TOTAL,
    Label,
    Name,
    is_wider_total,
    name_of,
    subject,
)
from performance_rules.extraction.tables.words import LABEL, TableWords

_POINTS: Final = re.compile(r"[（(](\d+(?:\.\d+)?)分[）)]$")


@fixed
class NestedRow:
    """A row with what each level of its names means, the outermost first."""

    row: Row
    levels: tuple[Label, ...]


def points_in(text: str) -> str:
    """Return the points that the name of an indicator ends with, as in 产出（50分）."""
    found = _POINTS.search("".join(text.split()))
    return found[1] if found else ""


def nested_rows(
    rows: Sequence[Row],
    lane: Lane,
    words: TableWords,
    *,
    item: str,
    dimension: str,
    year: int | None,
) -> Iterator[NestedRow]:
    """Yield the rows of a lane with several columns of names.

    Args:
        rows: the rows below the header.
        lane: the lane.
        words: the words of tables.
        item: ``evaluation`` for a score sheet.
        dimension: the classification of the names.
        year: the fiscal year of the document.
    """
    groups = _groups(rows, lane, words, dimension, year)
    above: list[str] = [""] * len(lane.names)
    for row, group in zip(rows, groups, strict=True):
        texts = [group, *(row.text(column.index) for column in lane.names[1:])]
        if not any(texts[1:]) and group == above[0] and not row.text(lane.names[0].index):
            texts[1:] = above[1:]
        last = max((i for i, text in enumerate(texts) if text), default=-1)
        for i, text in enumerate(texts):
            if text and text != above[i]:
                above[i:] = [text] + [""] * (len(above) - i - 1)
        names = [name_of(text) for text in above[: last + 1]]
        yield NestedRow(row, tuple(_levels(names, words, item, dimension, year)))


def _groups(
    rows: Sequence[Row], lane: Lane, words: TableWords, dimension: str, year: int | None
) -> list[str]:
    """Return the group of each row: its name may be cut over the rows beside it."""
    index = lane.names[0].index
    printed = [row.text(index) for row in rows]
    groups: list[str] = []
    start = 0
    for at, text in enumerate(printed):
        if not text:
            groups.append(groups[-1] if groups else "")
            continue
        whole = "".join(printed[start:at]) + text
        known = subject(words.codebook, dimension, name_of(whole).plain, year)
        before = subject(words.codebook, dimension, name_of(whole[: -len(text)]).plain, year)
        if known and not before and at > start:
            groups[start:at] = [whole] * (at - start)
            text = whole
        else:
            start = at
        groups.append(text)
    return groups


def _levels(
    names: Sequence[Name], words: TableWords, item: str, dimension: str, year: int | None
) -> Iterator[Label]:
    steps: tuple[Step, ...] = ()
    parent = ""
    for depth, name in enumerate(names):
        read = words.read(name.plain, LABEL, item=item, year=year) if name.plain else None
        if is_wider_total(name):
            yield Label(why=f"“{name.printed}”{WIDER_TOTAL}")
            return
        if read is not None and read.total and not read.place.steps:
            yield Label(Place(steps=steps), read)
            return
        if read is not None and not item and depth == 0 and read.place.steps:
            steps = read.place.steps
            yield Label(read.place, read)
            continue
        if item:
            steps = (*steps, Step(MEMBERS, _POINTS.sub("", name.printed)))
        elif dimension in KINDS and name.plain:
            code = subject(words.codebook, dimension, name.plain, year, parent)
            if code is None and depth == 0:
                yield Label(why=f"“{name.printed}”认不出是哪个科目")
                return
            steps = (*steps, Step(dimension, name.printed, implied=code))
            parent = code or parent
        else:
            yield Label(why=f"“{name.printed}”认不出是哪一项")
            return
        yield Label(Place(steps=steps))
