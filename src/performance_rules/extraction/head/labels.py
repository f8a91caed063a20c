"""What stands behind a label: 编制单位：…, in a line or in the cell to the right."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from performance_rules.extraction.head.words import Labels
from performance_rules.extraction.tokens.normal import halved, plain_word

if TYPE_CHECKING:
    from performance_rules.readers.document import Document, Table

Cells = Sequence[tuple[str, str]]
"""Labels and values that stand side by side in tables."""

_DATE: Final = re.compile(r"(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})")
_END: Final = re.compile(r"[,，。;；\t]|\s{2,}|\((?:公章|盖章|签章|单位盖章)")
_GAP: Final = re.compile(r"[,，。;；\s]")
_FUSED: Final = 80
"""In a longer line each blank is a line break that was lost."""

_COLON: Final = re.compile(r"\s*(?:\([^()]{0,8}\))?\s*:\s*")
_BLANK: Final = re.compile(r"[_/\-—\s]*")
_ROWS: Final = 12
"""So many rows of a table are looked at for labels."""

_TABLES: Final = 2


def labelled(lines: Iterable[str], names: Sequence[str], labels: Labels) -> Iterator[str]:
    """Yield what stands behind labels in lines, normalised; the label named first comes first.

    Args:
        lines: lines as printed.
        names: the labels looked for.
        labels: all labels: a value ends where another begins.
    """
    texts = [text for line in lines if ":" in (text := halved(line))]
    ends = _next_label(labels)
    for name in names if texts else ():
        for text in texts:
            at = _find(text, name) if name in text else -1
            colon = _COLON.match(text, at + len(name)) if at >= 0 else None
            if colon is None:
                continue
            value = text[colon.end() :]
            stop = (_END if len(text) < _FUSED else _GAP).search(value)
            value = value[: stop.start()] if stop else value
            other = ends.search(value)
            value = plain_word(value[: other.start()] if other else value).strip(":")
            if not _BLANK.fullmatch(value):
                yield value


@lru_cache(maxsize=4)
def _next_label(labels: Labels) -> re.Pattern[str]:
    """Return what finds the label behind a value."""
    names = (*labels.body, *labels.makers, *labels.project, *labels.short, *labels.year)
    longest = sorted((*names, *labels.other, *labels.published), key=len, reverse=True)
    one = "|".join(map(re.escape, longest))
    return re.compile(rf"(?<=\S)\s*(?:{one})(?:\([^()]{{0,8}}\))?\s*:")


def _find(text: str, name: str) -> int:
    """Return where a label begins: at the beginning of a line or behind a blank; -1 for nowhere."""
    at = text.find(name)
    while at > 0 and text[at - 1] not in " \t(|;；，,。":
        at = text.find(name, at + 1)
    return at


def cells_of(document: Document) -> Cells:
    """Return labels and values that stand side by side at the top of the first tables."""
    return [pair for table in document.tables[:_TABLES] for pair in _pairs(table)]


def _pairs(table: Table) -> Iterator[tuple[str, str]]:
    for row in table.rows[:_ROWS]:
        said = [plain_word(cell.text) for cell in row if cell.text and cell.text.strip()]
        yield from pairwise(said)


def beside(cells: Iterable[tuple[str, str]], names: Sequence[str]) -> Iterator[str]:
    """Yield the values of cells whose label is one of some names."""
    wanted = frozenset(names)
    own = [(said, value) for label, value in cells if (said := label.strip(":")) in wanted]
    for name in names if own else ():
        yield from (value for said, value in own if said == name)


_PAPERS: Final = ("预算", "决算")


def date_behind(lines: Sequence[str], names: Sequence[str]) -> dt.date | None:
    """Return the first date behind one of some labels."""
    for line in lines:
        for name in names if _DATE.search(line) is not None else ():
            begin = line.find(name)
            match = _DATE.search(line, begin + len(name)) if begin >= 0 else None
            if match is not None:
                with suppress(ValueError):  # 2022-02-30 is no date
                    return dt.date(*map(int, match.groups()))
    return None


def papers_of(lines: Sequence[str], names: Sequence[str]) -> set[str]:
    """Return whether labels are said of a budget or of final accounts: 预算批复日期 is of one."""
    return {
        line[max(0, at - 2) : at]
        for line in lines
        for n in names
        if n in line and (at := line.find(n)) > 0
    }.intersection(_PAPERS)
