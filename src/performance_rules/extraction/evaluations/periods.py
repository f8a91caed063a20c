"""Indicators of the whole time of a project beside those of the year, or above them.

    绩效指标 | 一级指标 | 三级指标 | 指标值 | 三级指标 | 指标值
    ^ | 产出指标 | 建设食堂 | ≥30个 | 建设食堂 | ≥10个

Only those of the year are the form's.  What is counted in the whole time is not less than what is
counted in one of its years: said where another row shows that the two are told apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from attrs import evolve

from performance_rules.extraction.drafts.places import Place, Step
from performance_rules.extraction.drafts.records import APART
from performance_rules.extraction.evaluations.nodes import Node, Sheet, leaves_of
from performance_rules.extraction.evaluations.shapes import Block, Column, Form
from performance_rules.extraction.evaluations.words import EvaluationWords, bracketed
from performance_rules.report.lines import Statement
from performance_rules.values.quantity import Count

_VALUES: Final = ("target", "other", "actual")
LEVELS: Final = re.compile("[均每率度比]|标准|水平|时间|时限|天数")
"""What such words name does not grow with the years."""


def halves(block: Block) -> list[Block]:
    """Return a block as two, where its indicators stand twice beside each other; else itself.

    The names of the first levels may stand once, for both.
    """
    levels = [at for at, column in enumerate(block.columns) if column.role == "level"]
    values = [at for at, column in enumerate(block.columns) if column.role in _VALUES]
    again = next((at for at in levels if values and at > values[0]), 0)
    if not again or not any(at > again for at in values):
        return [block]
    left, right = block.columns[:again], block.columns[again:]
    ours = [column for column in left if column.role == "level"]
    theirs = sum(column.role == "level" for column in right)
    shared = ours[: max(len(ours) - theirs, 0)]
    return [_with(block, left), _with(block, [*shared, *right])]


def _with(block: Block, columns: Sequence[Column]) -> Block:
    return Block(
        block.kind,
        name=block.name,
        named=block.named,
        columns=list(columns),
        header=block.header,
        rows=block.rows,
        unknown=block.unknown,
        aside=block.aside,
    )


def later_of(blocks: Sequence[Block], form: Form, words: EvaluationWords) -> Block | None:
    """Return which of two blocks is that of the whole time; None if neither is.

    Its own name says so, 长期绩效指标, or the goal that stands above its columns.
    """
    named = [words.is_row("later", bracketed(block.name)[0]) for block in blocks]
    if named.count(True) == 1:
        return blocks[named.index(True)]
    later, goal = (form.facts.get(name) for name in ("later", "goal"))
    if not later or not goal or blocks[0].rows is not blocks[-1].rows:
        return None
    return blocks[0] if later[0][1].column < goal[0][1].column else blocks[-1]


def compare_periods(later: Node, top: Node, sheet: Sheet) -> None:
    """Say the targets of the whole time, and those of the year as parts of them.

    Args:
        later: the line whose parts are the indicators of the whole time.
        top: the line whose parts are those of the year.
        sheet: where their cells are noted.
    """
    year = {leaf.name: leaf for leaf in leaves_of(top) if _target(leaf) is not None}
    pairs = []
    for leaf in leaves_of(later):
        whole = _target(leaf)
        if whole is None or whole.source is None:
            continue
        place = Place(matter=f"{leaf.name}（实施期）", apart=APART + (whole.source.start or 0))
        place.line(sheet.draft).say("target", whole.value, whole.source)
        part = _target(year[leaf.name]) if leaf.name in year else None
        if part is not None and _counts(leaf, whole) and _counts(year[leaf.name], part):
            pairs.append((place, whole, part))
    alike = [(p, w, s) for p, w, s in pairs if w.value.unit == s.value.unit]
    less = sum(part.value.n < whole.value.n for _, whole, part in alike)
    more = sum(part.value.n > whole.value.n for _, whole, part in alike)
    if not less or more > less:
        return
    for place, _, part in alike:
        if part.source is not None:
            place.line(sheet.draft).leave_open("members")
            one = place.down(Step("members", "年度目标")).line(sheet.draft)
            one.say("target", evolve(part.value, step=0), part.source)


def _target(leaf: Node) -> Statement | None:
    return leaf.said["target"][0] if "target" in leaf.said else None


def _counts(leaf: Node, said: Statement) -> bool:
    """Whether a target counts what adds up in the course of years."""
    counted = isinstance(said.value, Count) and bool(said.value.unit) and "/" not in said.value.unit
    return counted and leaf.texts.get("sense") != "at_most" and not LEVELS.search(leaf.name)
