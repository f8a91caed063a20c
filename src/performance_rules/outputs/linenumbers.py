"""Lines: where the numbers of a typed report stand in its file, where that is certain.

A typed report says of a figure which keys lead to it.  Its line is told as well where the number
stands in one line only, or in one line only beside the name of its row.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final, TypeAlias

from performance_rules.checking.findings import Finding
from performance_rules.report.phrases import parted

Lines: TypeAlias = Mapping[tuple[str, str], int]
"""The line of a number, from 1, by its path and how it is printed."""

_NUMBER: Final = re.compile(r"-?[0-9][0-9,]*(?:\.[0-9]+)?")


def lines_of(text: str, findings: Iterable[Finding]) -> Lines:
    """Return in which lines the numbers of findings stand, those that are certain.

    Args:
        text: the file of a typed report.
        findings: what was found in it.
    """
    rows = text.split("\n")
    standing: dict[str, list[int]] = {}
    for at, row in enumerate(rows):
        for number in {_plain(found) for found in _NUMBER.findall(row)}:
            standing.setdefault(number, []).append(at)
    found: dict[tuple[str, str], int] = {}
    for where in (place for finding in findings for place in finding.where):
        said = _NUMBER.search(where.printed or "")
        if said is None or where.document or where.elsewhere:
            continue
        places = standing.get(_plain(said[0]), [])
        if len(places) > 1:
            own = parted(where.title)[0][-1]
            places = [one for one in places if own in rows[one]]
        if len(places) == 1:
            found[where.path, where.printed or ""] = places[0] + 1
    return found


def _plain(number: str) -> str:
    return number.replace(",", "")
