"""The money of a form that has no block for it: labels and amounts beside each other.

    资金总额（万元） | 80.00 | 其中：财政拨款 | 60.00
    年度预算数（万元） | 80.00 | 年度执行数（万元） | 72.00 | 执行率：90%

A label that names a stage says when the whole money was what; any other label names a part of it.
Where the same labels stand twice in a row, what stands below each other belongs together:

    预算数 | 80.00 | 执行数 | 72.00
    其中：财政拨款 | 60.00 | 其中：财政拨款 | 54.00
    自筹资金 | 20.00 | 自筹资金 | 18.00

The first label of such a panel names its stage.  A panel that names none, 实施期资金总额 beside
年度资金总额, is money of its own: its parts are those of the others, one of which adds up.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from performance_rules.extraction.drafts.places import Place, Step
from performance_rules.extraction.evaluations.nodes import Node, Sheet
from performance_rules.extraction.evaluations.shapes import Form, Loose
from performance_rules.extraction.evaluations.words import EvaluationWords, bracketed
from performance_rules.extraction.tables.cells import percent_in, quantity_in
from performance_rules.extraction.tables.grid import Cell, Row
from performance_rules.extraction.tokens.normal import plain_word
from performance_rules.report.lines import Comparison
from performance_rules.text.words import has_any
from performance_rules.values.quantity import Amount, Quantity

_BUDGETS: Final = ("budget", "initial_budget", "adjusted_budget")
_STAGES: Final = ("final", "received", "left", "to_date", "forecast")
_POINTS: Final = ("weight", "score")
_MONEY: Final = ("资金", "预算", "金额")
_FEWEST: Final = 2
_PIECE: Final = re.compile(r"[，,；;。、](?!\d{3}(?!\d|年))(?=.)")
_PAIR: Final = re.compile(
    r"(?:[^:：\d]{2,10}[:：])?([^:：\d]{2,10})[:：]?(\d[\d,]*(?:\.\d+)?)(?:万?元)?"
)
_BETWEEN: Final = re.compile("[；;、，]")
_YEARLY: Final = re.compile(
    r"(?:[^\d:]{2,12}:)?((?:19|20)\d\d)年度?[^\d:]{0,6}:?(\d[\d,]{0,14}(?:\.\d{1,6})?[万亿]?元)。?"
)


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
    panels = _panels(form.loose)
    inside = {id(one) for panel in panels.values() for one in panel}
    headed = {at: _head_of(panel) for at, panel in panels.items()}
    staged_at = {
        at: _stage(_name(panel[0]), words) or _stage(headed[at], words)
        for at, panel in panels.items()
    }
    # 合计 may stand below what it is the whole of.
    last = any(headed[at] and stage for at, stage in staged_at.items())
    for one in sorted(form.loose, key=lambda one: last and not words.is_row("funds", _name(one))):
        name = _name(one)
        below = id(one) in inside
        column = one.cell.column if below else -1
        above = (headed[column] or panels[column][0].label) if below else ""
        stated = bracketed(one.beside)[1] or bracketed(one.label)[1] or bracketed(above)[1] or unit
        heading = words.heading(name)
        nature = name in words.rows["natures"]  # 项目支出 is no stage
        role = heading.role if heading is not None and not nature else ""
        role = role or words.points_of(name)
        staged = role in (*_BUDGETS, *_STAGES, "rate", *_POINTS)
        parted = whole is not None and (
            plain_word(one.beside).startswith("其中") or words.is_row("outer", one.beside)
        )
        about = parted or (below and whole is not None) or has_any(one.beside, _MONEY)
        if not staged and not about:
            continue
        if role == "rate":
            _rate(whole, one, sheet)
            continue
        if role in _POINTS:
            _score(whole, one, name, role, sheet)
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
        beside = at is not None and one.cell.column != at.cell.column and bool(panels)
        stage = (staged_at.get(one.cell.column) or stage) if beside else stage
        if first:
            whole, at = node, one
            stage = staged_at.get(column) or stage
        elif whole is not None and staged_at.get(column) and words.is_row("funds", name):
            node = whole
        elif whole is None or at is None or (beside and not staged_at.get(one.cell.column)):
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
    aside = [column for column, stage in staged_at.items() if not stage]
    if at is not None:
        aside = [column for column in aside if column != at.cell.column]
    _apart([panels[column] for column in aside], panels, form, unit, sheet)
    return whole


_Read = tuple[str, Quantity, Loose]


def several_in(text: str) -> list[tuple[str, str]]:
    """Return the names and numbers of a cell that lists several: 基本支出60.00；项目支出40.00.

    Args:
        text: what stands in the cell.
    """
    found = [_PAIR.fullmatch(piece.strip()) for piece in _BETWEEN.split(text.rstrip("。；; "))]
    pairs = [(one[1], one[2]) for one in found if one is not None]
    return pairs if len(pairs) == len(found) > 1 else []


def stands_in_panels(form: Form, words: EvaluationWords) -> bool:
    """Whether a form without blocks tells its money in panels, the first of one stage or more."""
    return any(_stage(_name(panel[0]), words) for panel in _panels(form.loose).values())


def tells_money(form: Form, words: EvaluationWords) -> bool:
    """Whether a form tells a budget and what was spent of it beside their labels.

    Args:
        form: the form.
        words: the words of forms.
    """
    roles = {h.role for one in form.loose if (h := words.heading(_name(one))) is not None}
    return "final" in roles and not roles.isdisjoint(_BUDGETS)


def _panels(loose: Sequence[Loose]) -> dict[int, list[Loose]]:
    """Return what stands right below each other, by column; nothing where no label stands twice."""
    rows = [(id(one.row), _name(one)) for one in loose]
    panels: dict[int, list[Loose]] = {}
    for one in loose if len(set(rows)) < len(rows) else ():
        panel = panels.setdefault(one.cell.column, [])
        if not panel or one.cell.row == panel[-1].cell.row + 1:
            panel.append(one)
    return {column: panel for column, panel in panels.items() if len(panel) > 1}


def _name(one: Loose) -> str:
    return plain_word(one.label).removeprefix("其中:").rstrip(":")


def _head_of(panel: Sequence[Loose]) -> str:
    """Return what goes down beside all labels of a panel, and is the first of none of them."""
    heads = {one.head for one in panel}
    return heads.pop() if len(heads) == 1 else ""


def _stage(name: str, words: EvaluationWords) -> str:
    """Return the stage that the head or the first label of a panel names; nothing without one."""
    heading = words.heading(name)
    role = heading.role if heading is not None else ""
    role = "initial_budget" if role == "budget" else role
    return role if role in (*_BUDGETS, *_STAGES) else ""


def _apart(
    aside: Sequence[Sequence[Loose]],
    panels: Mapping[int, Sequence[Loose]],
    form: Form,
    unit: str,
    sheet: Sheet,
) -> None:
    """Say panels that name no stage as matters, where panels with the same labels bear them out.

    What is planned for each year is of them, where the whole of a panel beside is one of it.
    """
    yearly = _yearly(form) if aside else []
    read = [_read(panel, unit) for panel in panels.values()]
    for panel in aside:
        one = _read(panel, unit)
        alike = [other for other in read if _labels(other) == _labels(one)]
        if len(one) <= _FEWEST or len(one) < len(panel) or len(alike) < _FEWEST:
            continue
        if not any(_adds_up(other) for other in alike):
            continue
        name, _, at = one[0]
        place = Place(matter=name, apart=at.cell.start + 1)
        for label, said, where in one:
            to = place if where is at else place.down(Step("by_source", label))
            to.line(sheet.draft).say("initial_budget", said, sheet.place(where.cell, where.row))
            sheet.bind(where.cell)
        wholes = {other[0][1].n for other in alike if other is not one}
        for cell, row, years in yearly:
            if not any(amount.n in wholes for _, amount in years):
                continue
            for year, amount in years:
                part = place.down(Step("members", f"{year}年")).line(sheet.draft)
                part.say("initial_budget", amount, sheet.place(cell, row))
            sheet.bind(cell)


def _yearly(form: Form) -> list[tuple[Cell, Row, list[tuple[str, Amount]]]]:
    """Return the cells that plan money for years: 分年度安排：2023年26万元，2024年30万元."""
    found = []
    for row in form.rows:
        for at, text in enumerate(row.texts()):
            pieces = _PIECE.split(text) if "年" in text else []
            years = [one for piece in pieces if (one := _YEARLY.fullmatch(piece)) is not None]
            amounts = [quantity_in(one[2], "initial_budget", "")[0] for one in years]
            said = [(y[1], a) for y, a in zip(years, amounts, strict=True) if isinstance(a, Amount)]
            if len(said) >= _FEWEST and len(said) == len(pieces):
                found.append((row.cells[at], row, said))
    return found


def _read(panel: Sequence[Loose], unit: str) -> list[_Read]:
    read = []
    for one in panel:
        stated = bracketed(one.beside)[1] or bracketed(one.label)[1]
        stated = stated or bracketed(panel[0].label)[1] or unit
        value, _ = quantity_in(one.number, "initial_budget", stated)
        if value is not None:
            read.append((bracketed(_name(one))[0], value, one))
    return read


def _labels(panel: Sequence[_Read]) -> list[str]:
    return [name for name, _, _ in panel[1:]]


def _adds_up(panel: Sequence[_Read]) -> bool:
    return sum(value.n for _, value, _ in panel[1:]) == panel[0][1].n


def _score(whole: Node | None, one: Loose, name: str, role: str, sheet: Sheet) -> None:
    """Keep the points of the execution: 执行率得分（满分10分） | 9.6, or 预算执行分值 | 10."""
    if whole is None or "执行" not in name or role in whole.said:
        return
    sheet.say_points(whole, role, one.number, one.cell, one.row)
    if "weight" not in whole.said and (points := bracketed(one.label)[2]):
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
