"""Rows of a form that take an amount apart: 总投资 | 80.00 | 其中：拨款 | 50.00 | 自筹 | 30.00.

That the parts are all there are another row with the same labels bears out; else they may not be
more than their whole.  What stands below each other beside 实际支出构成 is all that was spent.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from performance_rules.extraction.drafts.places import Place, Step
from performance_rules.extraction.evaluations.nodes import Node, Sheet
from performance_rules.extraction.evaluations.shapes import Form, Loose
from performance_rules.extraction.evaluations.words import EvaluationWords, bracketed
from performance_rules.extraction.tables.cells import quantity_in
from performance_rules.extraction.tokens.normal import plain_word
from performance_rules.values.quantity import Amount

_PART: Final = "其中"
_MADE_OF: Final = ("构成", "组成")
_FEWEST: Final = 3
_Taken = Sequence[tuple[str, Amount, Loose]]


def say_rows(form: Form, unit: str, sheet: Sheet) -> None:
    """Say the rows of a form that take an amount apart, but for those that are its money.

    Args:
        form: the form.
        unit: the unit of amounts that is stated above it.
        sheet: where its cells are noted.
    """
    rows = list(_rows(form, unit))
    borne = {_labels(row) for row in rows if _apart(row) == 0}
    bound = {start for start, _ in sheet.draft.bound_at}
    for row in rows:
        if all(one.cell.start in bound for _, _, one in row):
            continue
        (name, whole, at), *parts = row
        place = Place(matter=name, apart=at.cell.start + 1)
        place.line(sheet.draft).say("final", whole, sheet.place(at.cell, at.row))
        sheet.bind(at.cell)
        if _labels(row) not in borne:
            place.line(sheet.draft).leave_open("by_source")
        for label, value, one in parts:
            line = place.down(Step("by_source", label)).line(sheet.draft)
            line.say("final", value, sheet.place(one.cell, one.row))
            sheet.bind(one.cell)


def say_made_of(
    form: Form, funds: Node | None, unit: str, sheet: Sheet, words: EvaluationWords
) -> None:
    """Say the amounts beside a cell that calls them what the money is made of.

    Args:
        form: the form.
        funds: its money; None where it has none.
        unit: the unit of amounts that is stated above it.
        sheet: where its cells are noted.
        words: the words of forms.
    """
    for beside, some in groupby(form.loose, key=lambda one: one.beside):
        parts = list(some)
        name = next((n for end in _MADE_OF if (n := beside.removesuffix(end)) != beside), "")
        heading = words.heading(name) if name else None
        said = funds.said.get(heading.role) if funds is not None and heading is not None else None
        stated = bracketed(beside)[1] or unit
        amounts = [(_name(one), _amount(one, stated), one) for one in parts]
        read = [(label, value, one) for label, value, one in amounts if value is not None]
        below = {one.cell.row for one in parts} == set(
            range(parts[0].cell.row, parts[0].cell.row + len(parts))
        )
        if not said or said[0].source is None or len(read) < len(parts) or not below:
            continue
        if len(parts) < _FEWEST - 1 or heading is None:
            continue
        place = Place(matter=name, apart=parts[0].cell.start + 1)
        place.line(sheet.draft).say("final", said[0].value, said[0].source)
        for label, value, one in read:
            line = place.down(Step("members", label)).line(sheet.draft)
            line.say("final", value, sheet.place(one.cell, one.row))
            sheet.bind(one.cell)


def _rows(form: Form, unit: str) -> Iterator[_Taken]:
    for _, some in groupby(form.loose, key=lambda one: id(one.row)):
        row = list(some)
        opens = [plain_word(one.label).startswith(_PART) for one in row]
        if len(row) < _FEWEST or opens[:2] != [False, True] or any(opens[2:]):
            continue
        stated = bracketed(row[0].label)[1] or unit
        taken = [(_name(one), _amount(one, stated), one) for one in row]
        read = [(name, value, one) for name, value, one in taken if value is not None]
        if len(read) == len(row):
            yield read


def _amount(one: Loose, unit: str) -> Amount | None:
    value, _ = quantity_in(one.number, "final", bracketed(one.label)[1] or unit)
    return value if isinstance(value, Amount) else None


def _name(one: Loose) -> str:
    return bracketed(plain_word(one.label).removeprefix(_PART).strip(":：、，,"))[0]


def _labels(row: _Taken) -> tuple[str, ...]:
    return tuple(name for name, _, _ in row[1:])


def _apart(row: _Taken) -> int:
    return sum(value.n for _, value, _ in row[1:]) - row[0][1].n
