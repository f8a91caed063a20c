"""The columns of a table: what each is for, and the lanes of names and figures they make."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from attrs import evolve, field

from performance_rules.extraction.drafts.places import Place, Step
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.tables.cells import SCORES
from performance_rules.extraction.tables.grid import Row, is_number
from performance_rules.extraction.tables.labels import ECONOMIC, FUNCTION, subject
from performance_rules.extraction.tables.words import HEADER, SILENT, Meaning, TableWords
from performance_rules.extraction.tokens.normal import plain_word
from performance_rules.values.quantity import is_blank

VALUE: Final = "value"
UNKNOWN: Final = "unknown"

_KINDS: Final = {"code": "codes", "name": "names", "order": "", "text": "", "body": ""}
"""Which columns of a lane a role belongs to."""

_BUDGETS: Final = ("budget", "initial_budget", "adjusted_budget")
_SPENT: Final = Place(side="expenditure")

_OF_WHICH: Final = re.compile(r"^\s*其\s*中\s*[:：]?\s*")
_CUTS: Final = 3
"""Into how many cells below each other a text may be cut."""


@fixed
class Column:
    """A column: what its header means, and what it is for.

    Attributes:
        role: ``value``, a role of `Meaning`, or ``unknown``.
        why: for an unknown column, what of its header is not understood.
        outside: for one, whether it is certain to be no part of what the others take apart.
    """

    index: int
    meaning: Meaning
    role: str
    why: str = ""
    outside: bool = False


@fixed
class Lane:
    """Columns that belong together: codes, names, and the figures of what they name."""

    codes: tuple[Column, ...] = ()
    names: tuple[Column, ...] = ()
    figures: tuple[Column, ...] = ()
    others: tuple[Column, ...] = field(default=())

    @property
    def meaning(self) -> Meaning:
        """What stands above the names of the lane."""
        whole = SILENT
        for column in (*self.codes, *self.names):
            whole = whole.then(column.meaning)
        return evolve(whole, role="", total="", stage="")


def columns_of(
    paths: Sequence[Sequence[str]],
    body: Sequence[Row],
    words: TableWords,
    *,
    item: str,
    year: int | None,
) -> list[Column]:
    """Return the columns of a table.

    Args:
        paths: for each column the texts above it.
        body: the rows below the header.
        words: what they may mean.
        item: the item that the table is about.
        year: the fiscal year of the document.
    """
    columns: list[Column] = []
    for index, path in enumerate(paths):
        plain = [text for text in (_OF_WHICH.sub("", text) for text in path) if text]
        meaning, why = _read(plain, words, item, year)
        if plain != list(path):
            meaning, why = _part_of(_whole(columns), meaning, why, plain, item)
        columns.append(_column(index, meaning, why, body))
    if not any(column.role in ("name", "code") for column in columns):
        columns = _with_names(columns, body)
    columns = _with_spending(columns)
    items = {column.meaning.place.item for column in columns} - {"", item}
    if item and items:  # 合计 beside 会议费 is not that of the “三公” alone
        columns = [_of_more(column) for column in columns]
    return columns


def _with_spending(columns: list[Column]) -> list[Column]:
    """Return columns where 支出数 beside 预算数 is what was spent: a heading lends it no budget."""
    told = {c.meaning.stage: c.meaning.place for c in columns if c.role == VALUE}
    if not any(told[stage] in (Place(), _SPENT) for stage in told if stage in _BUDGETS):
        return columns
    return [
        evolve(column, meaning=evolve(column.meaning, stage="final"))
        if column.role == VALUE and evolve(column.meaning, unit="") == Meaning(place=_SPENT)
        else column
        for column in columns
    ]


def _of_more(column: Column) -> Column:
    """Return a total without an item of its own as one that is not understood."""
    if not column.meaning.total or column.meaning.place.item:
        return column
    return evolve(column, role=UNKNOWN, why="不只是这一项的合计", outside=True)


def without_scores(columns: Sequence[Column]) -> list[Column]:
    """Return the columns of a table of funds: what scores it has rate the execution."""
    why = "资金的分值和得分不是支出的"
    return [
        evolve(column, role=UNKNOWN, why=why, outside=True)
        if column.meaning.stage in SCORES
        else column
        for column in columns
    ]


def _whole(columns: Sequence[Column]) -> Meaning | None:
    """Return what the nearest column on the left means that is not headed 其中 itself."""
    left = (column for column in reversed(columns) if not column.meaning.part)
    whole = next(left, None)
    return whole.meaning if whole is not None and whole.role == VALUE else None


def _part_of(
    whole: Meaning | None, read: Meaning, why: str, path: Sequence[str], item: str
) -> tuple[Meaning, str]:
    """Return what a column headed 其中 means: a part of the column to its left.

    A name that no word is known for, or a source of the money that an item is paid from, is a part
    under its own name.
    """
    if whole is None:
        return Meaning(part=True), why or "“其中”左边没有它所属的一栏"
    name = path[-1] if path else ""
    paid_from = not why and read.place.account and (item or whole.place.item)
    if not why and read.role:
        return Meaning(part=True), f"“其中”下面的“{name}”不是金额"
    if (why and name) or paid_from:
        step = Step("by_source" if paid_from else "members", name)
        read, why = Meaning(place=Place(steps=(step,))), ""
    return evolve(whole.then(read), total="", part=True), why


def _read(
    path: Sequence[str], words: TableWords, item: str, year: int | None
) -> tuple[Meaning, str]:
    """Return the meaning of the texts above a column, or what of them is not understood.

    A line may cut a text in two: what means nothing alone is tried with what stands below it.
    """
    whole = _joined(path, Meaning(), words, item, year)
    if whole is not None:
        return whole, "" if path else "没有表头"
    for text in path:
        if words.read(text, HEADER, item=item, year=year) is None:
            return Meaning(), f"表头“{text}”认不出"
    return Meaning(), f"表头“{path[-1]}”认不出"


def _joined(
    path: Sequence[str], meaning: Meaning, words: TableWords, item: str, year: int | None
) -> Meaning | None:
    """Return the meaning of a path whose texts are read alone or with those below them."""
    if not path:
        return meaning
    for end in range(1, min(len(path), _CUTS) + 1):
        around = item or meaning.place.item
        text = "".join(path[:end])
        read = words.read(text, HEADER, item=around, year=year)
        if read is None:
            read = _subject(text, meaning, words, year)
        if read is not None:
            whole = _joined(path[end:], meaning.then(read), words, item, year)
            if whole is not None:
                return whole
    return None


def _subject(text: str, above: Meaning, words: TableWords, year: int | None) -> Meaning | None:
    """Return the economic subject that a column is about: 工资福利支出, and 基本工资 below it."""
    last = above.place.steps[-1] if above.place.steps else None
    parent = (last.implied or "") if last is not None else ""
    code = subject(words.codebook, ECONOMIC, text, year, parent)
    if code is None or subject(words.codebook, FUNCTION, text, year) is not None:
        return None
    step = Step(ECONOMIC, text, implied=code)
    return Meaning(place=Place(side="expenditure", steps=(step,)))


def _column(index: int, meaning: Meaning, why: str, body: Sequence[Row]) -> Column:
    texts = [text for row in body if (text := row.text(index))]
    numbers = sum(map(is_number, texts))
    words = sum(not is_number(text) and not is_blank(text) for text in texts)
    if why:
        return Column(index, meaning, UNKNOWN if numbers else "text", why)
    if meaning.of and not meaning.role and numbers:
        return Column(index, meaning, UNKNOWN, "没有说是增减额还是增减率", outside=True)
    role = meaning.role or VALUE
    if role == "code" and words > numbers:
        role = "name"  # 类、款、项 written out
    if role == VALUE and words and not numbers and not meaning.stage:
        role = "name"
    return Column(index, meaning, role)


def _with_names(columns: Sequence[Column], body: Sequence[Row]) -> list[Column]:
    """Let the first column of words be the names, whatever its header, if figures follow it."""
    if len(body) < 2 and not any(column.role == "text" for column in columns):
        return list(columns)
    for at, column in enumerate(columns):
        if column.role == VALUE:
            break
        texts = [plain_word(row.text(column.index)) for row in body]
        if column.role == "text" and column.why and sum(map(bool, texts)) * 2 > len(texts):
            return [*columns[:at], evolve(column, role="name", why=""), *columns[at + 1 :]]
    return list(columns)


def lanes_of(columns: Sequence[Column], *, one: bool = False) -> list[Lane]:
    """Return the lanes of a table: each begins with the names or codes of its rows.

    Args:
        columns: the columns.
        one: whether names between figures are a deeper level of one lane, as in a score sheet.
    """
    lanes: list[dict[str, list[Column]]] = []
    for column in columns:
        kind = _KINDS.get(column.role)
        if kind is None:
            kind = "figures" if column.role in (VALUE, UNKNOWN) else "others"
        if not kind:
            continue
        starts = not one and kind in ("codes", "names") and lanes and "figures" in lanes[-1]
        if not lanes or starts:
            lanes.append({})
        lanes[-1].setdefault(kind, []).append(column)
    with_figures = [
        Lane(**{kind: tuple(own) for kind, own in lane.items()})
        for lane in lanes
        if "figures" in lane
    ]
    return with_figures if one else [_told_apart(lane) for lane in with_figures]


def _told_apart(lane: Lane) -> Lane:
    """Return a lane without figures of columns whose headers are the same: which is which?"""
    meanings = [column.meaning for column in lane.figures if column.role == VALUE]
    if len(set(meanings)) == len(meanings):
        return lane
    figures = tuple(
        evolve(column, role=UNKNOWN, why="有两列的表头相同，分不清")
        if column.role == VALUE and meanings.count(column.meaning) > 1
        else column
        for column in lane.figures
    )
    return evolve(lane, figures=figures)
