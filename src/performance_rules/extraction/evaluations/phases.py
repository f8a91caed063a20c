"""Phases of a project in a form: rows that tell one thing each with a part of the whole time.

    实施内容 | 开始时间 | 完成时间 | 计划投资（万元）
    1.新建泵房5座 | 2022年3月 | 2022年12月 | 60.00
    2.新建泵房7座 | 2023年2月 | 2023年11月 | 84.00

What a row tells is the target of its phase, and of no other time.  Those of all rows are parts of
what is to be reached in the whole time, and their money parts of that of the project.  That the
rows are all phases one of the two bears out for the other; else the parts are no more than it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from performance_rules.extraction.drafts.places import Place, Step
from performance_rules.extraction.drafts.records import APART
from performance_rules.extraction.evaluations.goals import alike, indicators_of, told_in
from performance_rules.extraction.evaluations.nodes import Node, Sheet
from performance_rules.extraction.evaluations.shapes import Form
from performance_rules.extraction.evaluations.words import EvaluationWords
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.tables.cells import quantity_in
from performance_rules.extraction.tables.grid import Cell, Row
from performance_rules.extraction.tokens.normal import halved
from performance_rules.report.lines import Statement
from performance_rules.values.quantity import Quantity

_BUDGETS: Final = ("initial_budget", "adjusted_budget", "budget")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_FEWEST: Final = 2


@fixed
class Phase:
    """A phase: what it is to reach, where that stands, and the years that its row names."""

    name: str
    value: Quantity
    cell: Cell
    row: Row
    years: frozenset[int]


def phases_in(form: Form, words: EvaluationWords) -> list[list[Phase]]:
    """Return the rows that stand below each other and tell the same thing, as the phases of it.

    Args:
        form: the form.
        words: the words of forms.
    """
    taken = {id(row) for block in form.blocks for row in (*block.header, *block.rows)}
    found: list[list[Phase]] = []
    for row in form.rows:
        phase = None if id(row) in taken else _phase(row, words)
        if phase is None:
            continue
        last = found[-1][-1] if found else None
        if last is not None and _goes_on(last, phase):
            found[-1].append(phase)
        else:
            found.append([phase])
    return [phases for phases in found if len(phases) >= _FEWEST]


def say_phases(
    form: Form, top: Node, later: Node, funds: Node | None, sheet: Sheet, words: EvaluationWords
) -> None:
    """Say what the phases of a project are to reach, and their money, as parts of the whole.

    Args:
        form: the form.
        top: the line whose parts the indicators of the year are.
        later: the line whose parts are those of the whole time.
        funds: the money of the form; None where it has none.
        sheet: where its cells are noted.
        words: the words of forms.
    """
    for phases in phases_in(form, words):
        years = frozenset(year for phase in phases for year in phase.years)
        leaf = indicators_of(later if later.parts or len(years) != 1 else top, words).get(
            phases[0].name
        )
        target = leaf.said["target"][0] if leaf is not None and "target" in leaf.said else None
        counts = [(phase.value, phase.cell, phase.row) for phase in phases]
        if target is not None and not all(alike(target.value, value) for value, _, _ in counts):
            target = None
        money = _money(form, phases, words)
        said = [funds.said[column][0] for column in _BUDGETS if funds and column in funds.said]
        whole = said[0] if said and money else None
        fits = [
            one is not None and sum(value.n for value, _, _ in parts) == one.value.n
            for one, parts in ((target, counts), (whole, money))
        ]
        if target is not None:
            _say(phases[0].name, "target", target, counts, fits[1], sheet)
        if whole is not None:
            _say(f"{phases[0].name}的资金", "initial_budget", whole, money, fits[0], sheet)


_Part = tuple[Quantity, Cell, Row]


def _say(
    name: str, column: str, whole: Statement, parts: Sequence[_Part], complete: bool, sheet: Sheet
) -> None:
    if whole.source is None:
        return
    place = Place(matter=name, apart=APART + parts[0][1].start)
    place.line(sheet.draft).say(column, whole.value, whole.source)
    if not complete:
        place.line(sheet.draft).leave_open("members")
    for at, (value, cell, row) in enumerate(parts, start=1):
        line = place.down(Step("members", f"第{at}阶段")).line(sheet.draft)
        line.say(column, value, sheet.place(cell, row))
        sheet.bind(cell)


def _phase(row: Row, words: EvaluationWords) -> Phase | None:
    """Return the phase that a row tells: one cell with one figure, beside one or two dates."""
    others = [cell.text for cell in row.cells[1:] if cell.text]
    years = frozenset(int(year) for text in others for year in _YEAR.findall(text) if "年" in text)
    for cell in row.cells if years else ():
        text = halved(cell.text or "")
        own = frozenset(map(int, _YEAR.findall(text)))
        if "年" in text and not own <= years:
            continue
        told = list(told_in(text, next(iter(own), None), words))
        if len(told) == 1:
            name, value, _ = told[0]
            return Phase(name, value, cell, row, years)
    return None


def _goes_on(last: Phase, phase: Phase) -> bool:
    below = phase.cell.row == last.cell.row + 1 and phase.cell.column == last.cell.column
    return below and phase.name == last.name and alike(last.value, phase.value)


def _money(form: Form, phases: Sequence[Phase], words: EvaluationWords) -> list[_Part]:
    """Return the money of all phases, where no row with money stands above or below them."""
    rows = [phase.row for phase in phases]
    at = next(i for i, row in enumerate(form.rows) if row is rows[0])
    if not at:
        return []
    head = form.rows[at - 1]
    for column in range(len(head.cells)):
        heading = words.heading(head.text(column)) if head.text(column) else None
        if heading is None or heading.role not in _BUDGETS:
            continue
        end = at + len(rows)
        below = form.rows[end] if end < len(form.rows) else None
        parts = list(_amounts(rows, column, heading.unit))
        alone = below is None or not list(_amounts([below], column, heading.unit))
        return parts if alone and len(parts) == len(rows) else []
    return []


def _amounts(rows: Sequence[Row], column: int, unit: str) -> Iterator[_Part]:
    for row in rows:
        cell = row.cells[column] if column < len(row.cells) else None
        value, _ = (
            quantity_in((cell.text or "").strip(), "initial_budget", unit) if cell else (None, "")
        )
        if value is not None and cell is not None:
            yield value, cell, row
