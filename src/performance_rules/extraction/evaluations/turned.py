"""Blocks of money that stand on their side: the stages in the rows, the kinds of money across.

    类别 | 合计 | 财政拨款 | 自筹资金 | 执行率得分（10分）
    年初预算 | 390.00 | 150.00 | 240.00 | 9.65
    实际支出 | 376.50 | 140.50 | 236.00 |

They are turned upright, so that they are read as every other block is.  What is turned is only
what says so: a whole above a column of money, and stages before every row below it; the
points stand in a row below them, or in a column beside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from performance_rules.extraction.evaluations.shapes import REST, Rest
from performance_rules.extraction.evaluations.words import YEAR, EvaluationWords, Heading
from performance_rules.extraction.tables.grid import Cell, Row, is_number
from performance_rules.values.quantity import is_blank

_STAGES: Final = frozenset(
    {"budget", "initial_budget", "adjusted_budget", "final", "received", "left", "rate"}
)
_POINTS: Final = frozenset({"weight", "score"})
_FEWEST: Final = 2
_PART: Final = re.compile(r"其中[:：]?")


def upright(rows: Sequence[Row], words: EvaluationWords) -> list[Row]:
    """Return the rows of a table with the blocks of money that stand on their side turned.

    Args:
        rows: the rows of the table.
        words: the words of forms.
    """
    turned: list[Row] = []
    at = 0
    while at < len(rows):
        label = _label(rows, at, words)
        height = len(_stages(rows, at, label, words)) if label >= 0 else 0
        if height < _FEWEST:
            turned.append(rows[at])
            at += 1
        else:
            turned += _turn(rows[at], rows[at + 1 : at + 1 + height], label, words)
            at += 1 + height
    return turned


def _label(rows: Sequence[Row], at: int, words: EvaluationWords) -> int:
    """Return the column of the names of rows below a header of kinds of money; -1 if it is none."""
    said = [(column, text) for column, text in enumerate(rows[at].texts()) if text]
    whole = next((column for column, text in said if words.is_row("funds", text)), 0)
    if not whole or any(is_number(text) for _, text in said) or at + 1 >= len(rows):
        return -1
    under = rows[at + 1].texts()
    figure = next((column for column, text in enumerate(under) if text and _is_figure(text)), 0)
    whole = min(whole, figure)  # the whole may stand behind its kinds
    roles = {_role(words.heading(text)) for column, text in said if column >= whole}
    below = [column for column in range(whole) if rows[at + 1].text(column)]
    if not roles <= {"", *_POINTS} or len(roles & {""}) == 0 or not below:
        return -1
    before = [words.heading(text) for column, text in said if below[-1] <= column < whole]
    return below[-1] if all(_role(head) == "" for head in before) else -1


def _role(heading: Heading | None) -> str:
    return heading.role if heading is not None and heading.role != YEAR else ""


def _stages(rows: Sequence[Row], at: int, label: int, words: EvaluationWords) -> list[str]:
    """Return the stages that the rows below a header begin with, as far as figures follow them."""
    found: list[str] = []
    for row in rows[at + 1 :]:
        role = _role(words.heading(row.text(label))) if row.text(label) else ""
        behind = [text for text in row.texts()[label + 1 :] if text]
        if not all(map(_is_figure, behind)):
            break
        part = bool(behind) and not role and found and found[-1] not in ("rate", *_POINTS)
        if part and (_PART.match(row.text(label)) or (row.text(label) and not found[-1])):
            found.append("")  # 其中：财政拨款 below a stage, and what goes on with it
            continue
        if role not in _STAGES | _POINTS or role in found:
            break
        found.append(role)
    return found if len(set(found) & _STAGES - {"rate"}) > 0 and len(found) >= _FEWEST else []


def _is_figure(text: str) -> bool:
    return is_number(text) or is_blank(text)


def _turn(header: Row, body: Sequence[Row], label: int, words: EvaluationWords) -> Iterator[Row]:
    """Yield a block upright: its header, then a row for each kind of money."""
    kinds = [at for at in range(label + 1, len(header.cells)) if header.text(at)]
    ends = [*kinds[1:], len(header.cells)]
    points = {at for at in kinds if _role(words.heading(header.text(at))) in _POINTS}
    before: list[Cell] = list(header.cells[: label + 1])
    extra = [header.cells[at] for at in kinds if at in points]
    heads, below = _heads(body, label, words)
    yield _row(header, [*before, *heads, *extra])
    if any(cell is not REST for cell in below):
        blank: list[Cell] = [REST] * len(before)
        yield _row(header, [*blank, *below, *([REST] * len(extra))])
    scored = [_first(body, at, end) for at, end in zip(kinds, ends, strict=True) if at in points]
    whole = [at for at in kinds if words.is_row("funds", header.text(at))][:1] or kinds[:1]
    for at, end in zip(kinds, ends, strict=True):
        if at in points:
            continue
        cells: list[Cell] = [REST] * label
        cells += [header.cells[at], *(_first([row], at, end) for row in body)]
        # What is earned is earned once, by the whole.
        yield _row(header, cells + (scored if [at] == whole else [REST] * len(extra)))


def _heads(
    body: Sequence[Row], label: int, words: EvaluationWords
) -> tuple[list[Cell], list[Cell]]:
    """Return the stages as headers, and below them the parts that stand below each as rows."""
    heads: list[Cell] = []
    below: list[Cell] = []
    for row in body:
        cell = row.cells[label]
        if _role(words.heading(row.text(label))):
            heads.append(cell)
            below.append(REST)
        else:
            if below[-1] is REST:
                below[-1] = Rest("小计", cell.row)
            heads.append(REST)
            below.append(Rest(_PART.sub("", row.text(label)).rstrip(":："), cell.row))
    return heads, below


def _first(rows: Sequence[Row], first: int, end: int) -> Cell:
    """Return the first cell of a column that says something."""
    cells = (row.cells[at] for row in rows for at in range(first, end) if row.text(at))
    return next(cells, REST)


def _row(like: Row, cells: Sequence[Cell]) -> Row:
    return Row(like.table, tuple(cells), like.sheet)
