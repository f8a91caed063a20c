"""Twins: what a report holds several times and the document prints once.

A sentence that says how many were planned, how many were done and which share that is gives its
numbers to several lines of the report.  Whoever mends one of them mends all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, TypeAlias

from performance_rules.report.nodes import Leaf

_Passage: TypeAlias = tuple[str | None, int | None, int | None]
_SHORT: Final = 400
"""A quotation longer than this is no sentence to count numbers in."""


def twins_of(leaves: Sequence[Leaf]) -> Mapping[int, tuple[int, ...]]:
    """Return the numbers of the report that are one printed number, by each of them.

    In a table that is the number of a cell.  In prose it is one that stands once in its paragraph;
    where the same digits stand there twice, nobody knows which of them a line took.
    """
    cells: dict[tuple[object, ...], list[int]] = {}
    passages: dict[tuple[_Passage, str], list[int]] = {}
    quotes: dict[_Passage, dict[tuple[int, int], str]] = {}
    for number, leaf in enumerate(leaves):
        source, printed = leaf.source, leaf.quantity.printed
        if source is None or not printed:
            continue
        if source.cell is not None or source.column is not None:
            place = source.page, source.table, source.row, source.column, source.cell
            cells.setdefault((source.document, *place, printed), []).append(number)
        elif source.paragraph is not None and source.start is not None and source.end is not None:
            passage = source.document, source.page, source.paragraph  # whatever it stands below
            passages.setdefault((passage, printed), []).append(number)
            quotes.setdefault(passage, {})[source.start, source.end] = source.quote or ""
    once = (
        numbers
        for (passage, printed), numbers in passages.items()
        if len(numbers) > 1 and _times(printed, _apart(quotes[passage])) == 1
    )
    groups = [tuple(one) for one in (*cells.values(), *once) if len(one) > 1]
    return {number: group for group in groups for number in group}


def _apart(quotes: Mapping[tuple[int, int], str]) -> Iterator[str]:
    """Yield the words of some quotations; what two of them share, once."""
    end = -1
    for (first, last), quote in sorted(quotes.items(), key=lambda one: (one[0][0], -one[0][1])):
        if last > end:
            shared = max(0, end - first) if len(quote) == last - first else 0
            yield quote[shared:]
            end = last


def _times(printed: str, quotes: Iterable[str]) -> int:
    """Return how often a number is printed in some quotations; 0 where that is unknown."""
    pattern = re.compile(rf"(?<![0-9.,]){re.escape(printed)}(?!\.?[0-9])")
    found = 0
    for quote in quotes:
        if len(quote) > _SHORT:
            return 0
        found += len(pattern.findall(quote))
    return found
