"""Lists of the money inside a block of funds: names and amounts in one cell, below 按支出性质分.

    按收入性质分： | 按支出性质分：
    其中：一般公共预算：1,320.00 | 其中：基本支出：900.00
    其他资金：80.00 | 项目支出：500.00

No stage stands above such an amount.  It is that of the whole which a list adds up to; a list that
adds up to none of them belongs to the one that the list beside it adds up to.  What opens a list
may say both, 按支出性质分（全年预算）：1,400.00: the whole is said once more then.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from attrs import define, field

from performance_rules.extraction.evaluations.nodes import Node, Sheet
from performance_rules.extraction.evaluations.words import EvaluationWords, bracketed
from performance_rules.extraction.tables.cells import quantity_in
from performance_rules.extraction.tables.grid import Cell, Row, is_number
from performance_rules.values.quantity import Amount, is_blank

_GROUP: Final = re.compile(
    r"(按[^:()]{2,8}(?:分|划分|分类))(?:\(([^()]{2,10})\))?:?((?:[\d,]{1,15}(?:\.\d{1,6})?)?)(?:万?元)?"
)
_ENTRY: Final = re.compile(
    r"(?:其中:)?(?:\(?[1-9一二三四五六]\)?[、.])?([^:\d]{2,20}):((?:[-+]?[\d,]+(?:\.\d+)?(?:万?元)?|[-—/无])?)"
)
_LABEL: Final = re.compile(r"(?:其中:)?(?:\(?[1-9一二三四五六]\)?[、.])?([^:\d]{2,20}):?")
_NONE: Final = ("-", "—", "/", "无")
"""What says that there is no money."""


@define(eq=False)
class _List:
    """One list: its column, its name, the stage and the whole it may say, and what it lists."""

    column: int
    name: str
    stage: str = ""
    whole: tuple[Amount, Cell, Row] | None = None
    entries: list[tuple[str, Amount | None, Cell, Row]] = field(factory=list)
    lacking: bool = False
    """Whether an entry was left empty, or cannot be read."""

    @property
    def total(self) -> int:
        """What it adds up to."""
        return sum(value.n for _, value, _, _ in self.entries if value is not None)


def _opened(row: Row, at: int, unit: str) -> _List | None:
    """Return the list that a cell opens, 按支出性质分; None if it opens none."""
    found = _GROUP.fullmatch(row.texts()[at].replace("（", "(").replace("）", ")"))
    if found is None:
        return None
    name, stage, printed = found.groups()
    value = _amount(printed, unit)
    whole = None if value is None else (value, row.cells[at], row)
    return _List(at, name, stage or "", whole)


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
        opened = [_opened(row, at, unit) for at in said]
        if said and all(one is not None for one in opened):
            open_ = [one for one in opened if one is not None]
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
    fits = [_fits(one, sums, words) for one in lists]
    settled = [fit[0] for fit in fits if fit]
    for one, fit in zip(lists, fits, strict=True):
        # What fits nowhere contradicts every stage; the list beside it says which was meant.
        stage = fit[0] if fit else "" if one.lacking else next(iter(settled), "")
        if stage and one.whole is not None:
            value, cell, row = one.whole
            whole.say(stage, value, sheet.place(cell, row))
            sheet.bind(cell)
        parts = []
        for name, amount, cell, row in one.entries:
            if amount is None:
                continue
            if not stage:
                sheet.refuse(cell, row, "看不出是哪一阶段的数")
                continue
            node = Node(bracketed(name)[0])
            node.say(stage, amount, sheet.place(cell, row))
            sheet.bind(cell)
            parts.append(node)
        if parts:
            natures = {part.name for part in parts} <= set(words.rows["natures"])
            whole.others.append(("by_nature" if natures else "by_source", parts))


def _fits(one: _List, sums: Mapping[str, int], words: EvaluationWords) -> list[str]:
    """Return the stages that a list may be of: the one that it says, else those it adds up to.

    预算 is said of either budget: the one that the whole of the list, or its sum, is.
    """
    heading = words.heading(one.stage) if one.stage else None
    if heading is not None and heading.role in sums:
        return [heading.role]
    budgets = [column for column in sums if column.endswith("budget")]
    said = one.whole[0].n if one.whole is not None else one.total
    if heading is not None and heading.role == "budget" and len(budgets) == 1:
        return budgets
    among = budgets if heading is not None and heading.role == "budget" else list(sums)
    return [column for column in among if sums[column] in (said, one.total)]
