"""Lists of the money inside a block of funds: names and amounts in one cell, below 按支出性质分.

    按收入性质分： | 按支出性质分：
    其中：一般公共预算：1,320.00 | 其中：基本支出：900.00
    其他资金：80.00 | 项目支出：500.00

No stage stands above such an amount.  It is that of the whole which a list adds up to; a list that
adds up to none of them belongs to the one that the list beside it adds up to.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from attrs import define, field

from performance_rules.extraction.evaluations.nodes import Node, Sheet
from performance_rules.extraction.evaluations.words import EvaluationWords, bracketed
from performance_rules.extraction.tables.cells import quantity_in
from performance_rules.extraction.tables.grid import Cell, Row, is_number
from performance_rules.extraction.tokens.normal import plain_word
from performance_rules.values.quantity import Amount, is_blank

_GROUP: Final = re.compile(r"按.{2,8}(?:分|划分|分类):?")
_ENTRY: Final = re.compile(
    r"(?:其中:)?(?:\(?[1-9一二三四五六]\)?[、.])?([^:\d]{2,20}):((?:[-+]?[\d,]+(?:\.\d+)?(?:万?元)?|[-—/无])?)"
)
_LABEL: Final = re.compile(r"(?:其中:)?(?:\(?[1-9一二三四五六]\)?[、.])?([^:\d]{2,20}):?")
_NONE: Final = ("-", "—", "/", "无")
"""What says that there is no money."""


@define(eq=False)
class _List:
    """One list: its column, its name, and what it lists."""

    column: int
    name: str
    entries: list[tuple[str, Amount | None, Cell, Row]] = field(factory=list)
    lacking: bool = False
    """Whether an entry was left empty, or cannot be read."""

    @property
    def total(self) -> int:
        """What it adds up to."""
        return sum(value.n for _, value, _, _ in self.entries if value is not None)


def is_group(text: str) -> bool:
    """Whether a cell opens a list: 按支出性质分."""
    return _GROUP.fullmatch(plain_word(text)) is not None


def lists_in(rows: Sequence[Row], unit: str, *, aside: bool) -> tuple[list[_List], list[Row]]:
    """Return the lists of a block, and the rows that hold nothing else.

    按支出性质分 above rows with columns of their own opens no list of this kind.

    Args:
        rows: the rows of the block.
        unit: the unit of its amounts.
        aside: whether the first column names the block.
    """
    lists: list[_List] = []
    open_: list[_List] = []
    opener: Row | None = None
    taken: list[Row] = []
    for row in rows:
        said = [at for at in range(int(aside), len(row.cells)) if row.text(at)]
        if said and all(is_group(row.text(at)) for at in said):
            open_ = [_List(at, plain_word(row.text(at)).rstrip(":")) for at in said]
            lists += open_
            opener = row
            continue
        found = _entries(row, said, apart=len(open_) > 1)
        if not open_ or not found:
            open_ = []
            continue
        for at, name, printed, cell in found:
            owner = next((one for one in reversed(open_) if one.column <= at), open_[0])
            value = _amount(printed, unit)
            owner.lacking = owner.lacking or (value is None and printed not in _NONE)
            owner.entries.append((name, value, cell, row))
        taken += [row] if opener is None else [opener, row]
        opener = None
    return [one for one in lists if one.entries], taken


def _entries(row: Row, said: Sequence[int], *, apart: bool) -> list[tuple[int, str, str, Cell]]:
    """Return the entries of a row: column, name, amount and its cell; none where it has others.

    Args:
        row: the row.
        said: its columns that say something.
        apart: whether lists stand beside each other: the amounts may have cells of their own.
    """
    found = [(at, _ENTRY.fullmatch(row.texts()[at])) for at in said]
    if all(entry is not None for _, entry in found):
        return [(at, e[1], e[2], row.cells[at]) for at, e in found if e is not None]
    if not apart:
        return []
    entries: list[tuple[int, str, str, Cell]] = []
    for at in said:
        text = row.texts()[at]
        label = _LABEL.fullmatch(text)
        if label is not None and not is_number(text):
            entries.append((at, label[1], "", row.cells[at]))
        elif is_number(text) and entries and not entries[-1][2]:
            entries[-1] = (*entries[-1][:2], text, row.cells[at])
        else:
            return []
    return entries if any(printed for _, _, printed, _ in entries) else []


def _amount(printed: str, unit: str) -> Amount | None:
    if is_blank(printed) or printed in _NONE:
        return None
    value, _ = quantity_in(printed, "final", unit)
    return value if isinstance(value, Amount) else None


def hang(
    whole: Node,
    lists: Sequence[_List],
    columns: Sequence[str],
    sheet: Sheet,
    words: EvaluationWords,
) -> None:
    """Hang lists below the whole, each in the stage that it adds up to; else its cells are open."""
    stages = [column for column in columns if column in whole.said]
    sums = {column: whole.said[column][0].value.n for column in stages}
    fits = [[column for column in stages if sums[column] == one.total] for one in lists]
    settled = [fit[0] for fit in fits if fit]
    for one, fit in zip(lists, fits, strict=True):
        # What fits nowhere contradicts every stage; the list beside it says which was meant.
        stage = fit[0] if fit else "" if one.lacking else next(iter(settled), "")
        parts = []
        for name, value, cell, row in one.entries:
            if value is None:
                continue
            if not stage:
                sheet.refuse(cell, row, "看不出是哪一阶段的数")
                continue
            node = Node(bracketed(name)[0])
            node.say(stage, value, sheet.place(cell, row))
            sheet.bind(cell)
            parts.append(node)
        if parts:
            natures = {part.name for part in parts} <= set(words.rows["natures"])
            whole.others.append(("by_nature" if natures else "by_source", parts))
