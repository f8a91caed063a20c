"""Money that a form tells in words: 本项目申请预算资金60.00万元 above its block of money.

A figure under a whole name that says its stage is that of the form, where it is the same; one that
is another with a slip is said beside it.  So is one under the whole name of a kind of its money.
Any other may be of something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from performance_rules.extraction.drafts.draftlines import UNIT
from performance_rules.extraction.evaluations.goals import told_in
from performance_rules.extraction.evaluations.moneykinds import COLUMNS
from performance_rules.extraction.evaluations.nodes import Node, Sheet
from performance_rules.extraction.evaluations.shapes import Form
from performance_rules.extraction.evaluations.words import EvaluationWords
from performance_rules.extraction.figures.slips import size, slip
from performance_rules.extraction.tokens.normal import halved, plain_word
from performance_rules.report.lines import Comparison
from performance_rules.values.quantity import Amount, Percent, Quantity

_BUDGETS: Final = ("initial_budget", "adjusted_budget")
_DIGITS: Final = 4
"""So many digits must be the same where the point has moved."""
_POWERS: Final = (10, 100, 1000)
_SHORTEST: Final = 4
"""支出 or 预算 alone may be those of anything."""
_LONGEST: Final = 24
_NAME: Final = re.compile(
    r"(?:年度|年(?![初末中度]))?(?:本|该)?(?:项目)?(?:一?共|总共|总计|计划|拟)?([^\W\d]{3,14}?)(?:为|是|共|共计|总计)?$"
)
_END: Final = re.compile(r"[\d\W]")


def compare_money(
    form: Form, funds: Node | None, year: int | None, sheet: Sheet, words: EvaluationWords
) -> None:
    """Say the money that the texts of a form tell once more.

    Args:
        form: the form.
        funds: its money; None where it has none.
        year: the year of the form.
        sheet: where its cells are noted.
        words: the words of forms.
    """
    if funds is None:
        return
    taken = {id(row) for block in form.blocks for row in (*block.header, *block.rows)}
    for row in form.rows:
        for cell in row.cells if id(row) not in taken else ():
            text = halved(cell.text or "")
            if "元" not in text:
                continue
            for _, value, at in told_in(text, year, words):
                if not isinstance(value, Amount):
                    continue
                name = _name(text[max(at - _LONGEST, 0) : at])
                line, column = funds, _column(name, value, funds, words)
                if not column:
                    line = next((part for part in _parts(funds) if _is_called(part, name)), funds)
                    column = _told_of(line, value) if line is not funds else ""
                if not column:
                    continue
                said, source = line.said[column][0], sheet.place(cell, row)
                if said.value.n == value.n:
                    line.say(column, value, source)
                else:
                    both = sheet.draft.matter(f"{line.name}{UNIT}{source.start}", "", 0)
                    both.say(column, said.value, said.source or source)
                    both.say(column, value, source)
                start = cell.start + at
                sheet.draft.bound_at.append((start, start + len(value.printed or "")))


def funds_told(form: Form, year: int | None, sheet: Sheet, words: EvaluationWords) -> Node | None:
    """Return the money of a form that has no block for it, from the one cell that tells it whole.

    全年预算90.00万元，实际支出81.00万元，执行率90%

    Args:
        form: the form.
        year: the year of the form.
        sheet: where its cells are noted.
        words: the words of forms.
    """
    taken = {id(row) for block in form.blocks for row in (*block.header, *block.rows)}
    for row in form.rows:
        for cell in row.cells if id(row) not in taken else ():
            text = halved(cell.text or "")
            told = list(told_in(text, year, words)) if "元" in text else []
            named = [(_name(text[max(at - _LONGEST, 0) : at]), value, at) for _, value, at in told]
            roles = [
                (heading.role, value, at)
                for name, value, at in named
                if (heading := words.heading(name) if name else None) is not None
            ]
            said = {role: value for role, value, _ in roles}
            budgets = [role for role in said if role == "budget" or role in _BUDGETS]
            if len(said) < len(roles) or "final" not in said or not budgets:
                continue
            funds, source = Node("资金"), sheet.place(cell, row)
            for role, value, at in roles:
                column = "adjusted_budget" if role == "budget" and len(budgets) == 1 else role
                if column in COLUMNS and isinstance(value, Amount):
                    funds.say(column, value, source)
                elif role == "rate" and isinstance(value, Percent):
                    against = "adjusted_budget" if "adjusted_budget" in funds.said else ""
                    against = against or next(iter(funds.said), "initial_budget")
                    claim = Comparison(against, completed=value, source=source)
                    funds.claims.setdefault("final", []).append(claim)
                else:
                    continue
                start = cell.start + at
                sheet.draft.bound_at.append((start, start + len(value.printed or "")))
            return funds if "final" in funds.said and len(funds.said) > 1 else None
    return None


def _parts(funds: Node) -> Iterator[Node]:
    for part in (*funds.parts, *(one for _, some in funds.others for one in some)):
        yield part
        yield from _parts(part)


def _is_called(part: Node, name: str) -> bool:
    """Whether a figure is told under the whole name of a kind of money."""
    return len(name) >= _SHORTEST and plain_word(part.name).rstrip(":") == name


def _told_of(part: Node, value: Amount) -> str:
    """Return the stage of a kind of money that a figure is, or is a slip of; nothing if open."""
    said = {column: told[0].value.n for column, told in part.said.items() if column in COLUMNS}
    same = [column for column, n in said.items() if n == value.n]
    near = [column for column, n in said.items() if slip(value.n, n)]
    return (same or near or [""])[0] if same or len(near) == 1 else ""


def _name(left: str) -> str:
    """Return what a figure is called, as printed before it; without whose it is."""
    last = max((one.end() for one in _END.finditer(left)), default=0)
    found = _NAME.match(left, last)
    return found[1] if found is not None else ""


def _column(name: str, value: Amount, funds: Node, words: EvaluationWords) -> str:
    """Return the stage of the money that a figure is told of; nothing if that is open."""
    heading = words.heading(name) if len(name) >= _SHORTEST else None
    role = heading.role if heading is not None else ""
    columns = _BUDGETS if role == "budget" else (role,)
    there = [column for column in columns if column in funds.said]
    same = [column for column in there if funds.said[column][0].value.n == value.n]
    if same or len(there) != 1:
        return same[0] if same else ""
    of = funds.said[there[0]][0].value
    return there[0] if slip(value.n, of.n) or _is_moved(value, of) else ""


def _is_moved(value: Amount, of: Quantity) -> bool:
    """Whether a sum is another one rounded, but for its point: 38.64万元 of 3,864,215.60元."""
    if size(value) < _DIGITS:
        return False
    near = (abs(value.n * power - of.n) <= value.half * power for power in _POWERS)
    below = (abs(value.n - of.n * power) <= value.half for power in _POWERS)
    return any(near) or any(below)
