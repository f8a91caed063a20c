"""The money of a form that has no block for it: labels and amounts beside each other.

    资金总额（万元） | 80.00 | 其中：财政拨款 | 60.00
    年度预算数（万元） | 80.00 | 年度执行数（万元） | 72.00 | 执行率：90%

A label that names a stage says when the whole money was what; any other label names a part of it.
"""

from __future__ import annotations

from typing import Final

from performance_rules.extraction.evaluations.nodes import Node, Sheet
from performance_rules.extraction.evaluations.shapes import Form, Loose
from performance_rules.extraction.evaluations.words import EvaluationWords, bracketed
from performance_rules.extraction.tables.cells import percent_in, quantity_in
from performance_rules.extraction.tokens.normal import plain_word
from performance_rules.report.lines import Comparison
from performance_rules.text.words import has_any

_BUDGETS: Final = ("budget", "initial_budget", "adjusted_budget")
_STAGES: Final = ("final", "received", "left", "to_date", "forecast")
_MONEY: Final = ("资金", "预算", "金额")


def listed_funds(form: Form, unit: str, sheet: Sheet, words: EvaluationWords) -> Node | None:
    """Return the funds of a form that only lists amounts; None where none is the whole.

    Args:
        form: the form.
        unit: the unit of amounts that is stated above it.
        sheet: where its cells are noted.
        words: the words of forms.
    """
    whole: Node | None = None
    now = "initial_budget"  # the stage that the first label of a row named last
    natures: list[Node] = []
    at: Loose | None = None
    rows = [(id(one.row), plain_word(one.label)) for one in form.loose]
    twice = len(set(rows)) < len(rows)  # 财政拨款 of the whole time, and of the year beside it
    for one in form.loose:
        name = plain_word(one.label).removeprefix("其中:").rstrip(":")
        stated = bracketed(one.beside)[1] or bracketed(one.label)[1] or unit
        heading = words.heading(name)
        nature = name in words.rows["natures"]  # 项目支出 is no stage
        role = heading.role if heading is not None and not nature else ""
        staged = role in (*_BUDGETS, *_STAGES, "rate", "score")
        parted = whole is not None and (
            plain_word(one.beside).startswith("其中") or words.is_row("outer", one.beside)
        )
        if not staged and not parted and not has_any(one.beside, _MONEY):
            continue
        if role == "rate":
            _rate(whole, one, sheet)
            continue
        if role == "score":
            _score(whole, one, name, sheet)
            continue
        value, _ = quantity_in(one.number, "initial_budget", stated)
        if value is None:
            continue
        first = whole is None and (words.is_row("funds", name) or role in _BUDGETS)
        node = Node(bracketed(name)[0], dimension="by_source")
        named = role in ("initial_budget", "adjusted_budget", *_STAGES)
        if named and one.beside == one.label:
            now = role
        stage = role if named else "initial_budget" if role in _BUDGETS or first else now
        if first:
            whole, at = node, one
        elif whole is None or at is None or (twice and one.cell.column != at.cell.column):
            continue
        elif role in (*_BUDGETS, *_STAGES):
            elsewhere = one.row is not at.row and role == "budget"  # of which year is not said
            if stage in whole.said or elsewhere:
                continue
            node = whole
        else:
            parts = natures if nature else whole.parts
            known = next((part for part in parts if part.name == node.name), None)
            if known is not None and stage in known.said:
                continue
            if known is None:
                parts.append(node)
            node = known or node
        node.say(stage, value, sheet.place(one.cell, one.row))
        sheet.bind(one.cell)
    if whole is not None:
        whole.partial = len(whole.parts) == 1  # 其中 one of them
    if whole is not None and natures:
        whole.others.append(("by_nature", natures))
    return whole


def _score(whole: Node | None, one: Loose, name: str, sheet: Sheet) -> None:
    """Keep the points of the execution: 执行率得分（满分10分） | 9.6."""
    if whole is None or "执行" not in name or "score" in whole.said:
        return
    sheet.say_points(whole, "score", one.number, one.cell, one.row)
    if points := bracketed(one.label)[2]:
        sheet.say_points(whole, "weight", points, one.cell, one.row)


def _rate(whole: Node | None, one: Loose, sheet: Sheet) -> None:
    """Keep a rate of execution beside what was spent."""
    value = percent_in(one.number) if "%" in plain_word(one.number) else None
    if whole is None or value is None or "final" not in whole.said or "final" in whole.claims:
        return
    budget = "adjusted_budget" if "adjusted_budget" in whole.said else "initial_budget"
    if budget in whole.said:
        claim = Comparison(budget, completed=value, source=sheet.place(one.cell, one.row))
        whole.claims.setdefault("final", []).append(claim)
        sheet.bind(one.cell)
