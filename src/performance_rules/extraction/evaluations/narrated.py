"""What other cells of a form tell of its indicators: 项目概况, explanations, conclusions.

They may speak of much that no row is of.  So a figure under the whole name of an indicator says
something only where it is neither its target nor its result, and is a slip of one of them, or the
same text tells another row as it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from performance_rules.extraction.drafts.draftlines import UNIT
from performance_rules.extraction.evaluations.goals import (
    alike,
    indicators_of,
    of_another_year,
    place_of,
    told_in,
)
from performance_rules.extraction.evaluations.nodes import Node, Sheet
from performance_rules.extraction.evaluations.phases import phases_in
from performance_rules.extraction.evaluations.shapes import INDICATORS, Form
from performance_rules.extraction.evaluations.words import EvaluationWords
from performance_rules.extraction.figures.slips import slip
from performance_rules.extraction.tables.grid import Cell, Row, is_number
from performance_rules.extraction.tokens.normal import halved
from performance_rules.values.quantity import Quantity

_ROLES: Final = ("actual", "target")
_ASIDE: Final = ("goal", "done", "before", "later")
"""The texts that are compared as what they are."""

_TELLING: Final = ("reason", "remark", "criterion")
_LEAST: Final = 3


def compare_narrated(
    form: Form, top: Node, year: int | None, sheet: Sheet, words: EvaluationWords
) -> None:
    """Say the figures of other cells that contradict the indicator they are told of.

    Args:
        form: the form.
        top: the line whose parts the indicators are.
        year: the year of the form.
        sheet: where its cells are noted.
        words: the words of forms.
    """
    once = indicators_of(top, words)
    phases = {id(one.cell) for some in phases_in(form, words) for one in some}
    for cell, row in _cells(form):
        if of_another_year(row, year) or id(cell) in phases:
            continue
        text = cell.text or ""
        told = list(told_in(halved(text), year, words))
        times = Counter(name for name, _, _ in told)
        found = [
            (leaf, value, at)
            for name, value, at in told
            if len(name) >= _LEAST
            and (leaf := once.get(name)) is not None
            and times[name] == 1
            and _said(leaf, value)
        ]
        right = any(_agrees(leaf, value) for leaf, value, _ in found)
        for leaf, value, at in found:
            if _agrees(leaf, value):
                continue
            role = next(role for role in _ROLES if _alike(leaf, role, value))
            of = leaf.said[role][0]
            if right or slip(value.n, of.value.n):
                source = place_of(text, at, cell, row, sheet)
                both = sheet.draft.matter(f"{leaf.name}{UNIT}{source.start}", "", 0)
                both.say(role, of.value, of.source or source)
                both.say(role, value, source)
                start = cell.start + at
                sheet.draft.bound_at.append((start, start + len(value.printed or "")))


def _cells(form: Form) -> Iterator[tuple[Cell, Row]]:
    """Yield the cells of a form with sentences that are no goal and no result of all of it."""
    facts: Mapping[str, Sequence[tuple[str, Cell, Row]]] = form.facts
    taken = {id(cell) for name in _ASIDE for _, cell, _ in facts.get(name, ())}
    within = {id(row) for block in form.blocks for row in (*block.header, *block.rows)}
    for block in form.block(INDICATORS):
        for row in block.rows:
            for column in (one for one in block.columns if one.role in _TELLING):
                cell = column.cell(row)
                if cell is not None and not is_number(cell.text or ""):
                    yield cell, row
    for row in form.rows:
        for cell in row.cells if id(row) not in within else ():
            if cell.text and id(cell) not in taken and not is_number(cell.text):
                yield cell, row


def _alike(leaf: Node, role: str, value: Quantity) -> bool:
    return role in leaf.said and alike(leaf.said[role][0].value, value)


def _said(leaf: Node, value: Quantity) -> bool:
    return any(_alike(leaf, role, value) for role in _ROLES)


def _agrees(leaf: Node, value: Quantity) -> bool:
    """Whether a figure is what an indicator was to be or has become."""
    said = [leaf.said[role][0].value for role in _ROLES if _alike(leaf, role, value)]
    return any(abs(value.n - of.n) <= value.half + of.half for of in said)
