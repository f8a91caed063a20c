"""The block of funds: what was budgeted and spent, the rate, and the points that it earns.

    资金（万元） | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分

The row of the total is the line; the rows below it are its parts: by source, or by 基本支出 and
项目支出.  The printed rate is a claim on what was spent, against the budget it is measured by.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from performance_rules.extraction.evaluations.grouped import hang, lists_in
from performance_rules.extraction.evaluations.moneykinds import COLUMNS, Part, hang_parts, kinds_in
from performance_rules.extraction.evaluations.nodes import Node, Sheet, points_in
from performance_rules.extraction.evaluations.quarters import divide_funds
from performance_rules.extraction.evaluations.shapes import LABEL, Block, Column
from performance_rules.extraction.evaluations.words import NOTE, QUARTER, EvaluationWords, bracketed
from performance_rules.extraction.tables.cells import fraction_in, percent_in, quantity_in
from performance_rules.extraction.tables.grid import Cell, Row, is_number
from performance_rules.extraction.tokens.normal import halved, plain_word
from performance_rules.report.lines import Comparison
from performance_rules.values.quantity import Amount, Percent, is_blank

NAME: Final = "资金"
SUMMED: Final = ("合计", "总计", "小计")
"""The end of the name of a row that is the total of those above it: 项目支出合计."""

_POINTS: Final = ("weight", "score")
_RATES: Final = {
    "rate": "final",
    "received_rate": "received",
    "to_date_rate": "to_date",
    "forecast_rate": "forecast",
}
_LATER: Final = (*_RATES, "adjustment")
"""What is said of figures beside it: read when these are."""

_EARNED: Final = re.compile(
    r"\s*(\d{1,3}(?:\.\d+)?%)[,，;；、\s]*得分?[:：]?(\d{1,2}(?:\.\d+)?)分?\s*"
)
"""The rate of the execution with the points that it earns: 95.00%，得9.5分."""

_GROUP: Final = re.compile(r"按.{2,8}(?:分|划分|分类)$")
_LIST: Final = re.compile("按|来源|结构|性质|类别|构成|分类|用途|其中")
_LISTED: Final = re.compile(r"(?!其中)(.{2,6}):\(?[1一]\)?[、.]?(.{2,20})$")
"""资金来源：（1）财政性资金 opens a list, and is the first of it."""

_NEXT: Final = re.compile(r"\(?[2-9二三四五六七八九]\)?[、.]?")
_NUMBERED: Final = re.compile(r"[一二三四五六七八九\d][、.．]|[(（][一二三四五六七八九\d][)）]")
_FIRST: Final = re.compile(
    r"^(?:其中[:：]?|(?:[一二三四五]|\d)[、.．]|[(（](?:[一二三四五]|\d)[)）])"
)


def read_funds(block: Block, unit: str, sheet: Sheet, words: EvaluationWords) -> Node:
    """Return the line of the funds of a form.

    Args:
        block: the block of funds.
        unit: the unit of amounts that is stated above the form.
        sheet: where its cells are noted.
        words: the words of forms.
    """
    block.settle()
    roles = _roles(block)
    figures = [column for column in block.columns if _is_figures(column, block.rows)]
    labels = min((column.first for column in figures), default=1)
    first = int(block.aside)
    beside = [column for column in block.columns if first <= column.first < labels]
    if len(beside) > 1 and all(column.role == LABEL for column in beside):
        first, labels = _naming(beside, block.rows, labels)
    figures.sort(key=lambda column: column.role in _LATER)
    unit = block.unit or unit
    whole = Node(NAME)
    parts: list[Part] = []
    total, group, alone = False, "", False
    lists, listed = lists_in(block.rows, unit, aside=block.aside)
    for row in block.rows:
        if any(row is one for one in listed):
            continue
        if opened := _opens(row, first, figures):
            group, alone = opened, True
            continue
        label, within = _label(row, range(first, labels), group)
        if not alone or _GROUP.match(within):
            group, alone = within, False
        name = _FIRST.sub("", plain_word(label)).strip(":：")
        summed = name.endswith(SUMMED[:2]) or name in SUMMED
        last = row is block.rows[-1] and len(parts) > 1 and summed
        whole_row = words.is_row("funds", name) or last
        sole = len(block.rows) == 1 and not label  # one row of figures without a name
        is_total = not total and (whole_row or sole or (not parts and _rated(block, row)))
        if not is_total and not _says(figures, row):
            continue
        node = whole if is_total else Node(bracketed(name)[0] or name)
        across: dict[str, Node] = {}
        for column in figures:
            kind = across.setdefault(column.part, Node(column.part)) if column.part else node
            _cell(kind, column, roles, row, unit, sheet)
        if across:
            node.others.append(("by_source", list(across.values())))
        if is_total:
            total, whole.name = True, bracketed(name)[0] or NAME
        else:
            numbered = _NUMBERED.match(plain_word(label)) is not None
            parts.append(Part(node, name, group, "其中" in label, numbered))
    divide_funds([whole, *(part.node for part in parts)], sheet)
    for named in dict.fromkeys(part.group for part in parts):
        for some in kinds_in([part for part in parts if part.group == named], words):
            hang_parts(whole, some, words)
    hang(whole, lists, COLUMNS, sheet, words)
    if block.named is not None and (points := bracketed(block.name)[2]):
        sheet.say_points(whole, "weight", points, *block.named)
    scored = block.column("score") or ("score" in whole.said and block.column("rate")) or None
    if "weight" not in whole.said and scored is not None and scored.heading.points:
        # 执行率得分（10分）: what can be earned stands above what was.
        head = next((row for row in block.header if row.text(scored.first)), block.header[0])
        sheet.say_points(whole, "weight", scored.heading.points, head.cells[scored.first], head)
    return whole


def _naming(beside: Sequence[Column], rows: Sequence[Row], end: int) -> tuple[int, int]:
    """Return where the names of rows begin and end, of several columns with headers of their own.

    It is the first of those with the most to say: 任务名称 beside 主要内容, and not what is merged.
    """
    said = [sum(column.cell(row) is not None for row in rows) for column in beside]
    at = said.index(max(said))
    return beside[at].first, beside[at + 1].first if at + 1 < len(beside) else end


def _label(row: Row, labels: Sequence[int], group: str) -> tuple[str, str]:
    """Return the name of a row and the group it is in: 按支出性质分 goes down beside its rows."""
    cells = [row.cells[at].text for at in labels]
    said = [text.strip() for text in cells if text and text.strip()]
    if said and (opened := _LISTED.match(plain_word(said[-1]))):
        return opened[2], opened[1]
    if said and _GROUP.match(plain_word(said[0])):
        group = plain_word(said[0])
        said = said[1:] or said
    elif cells and cells[0] is not None and not _NEXT.match(plain_word(cells[0])):
        group = ""
    return (said[-1] if said else ""), group


def _opens(row: Row, first: int, figures: Sequence[Column]) -> str:
    """Return what a row calls the rows below it, where it says nothing else; else nothing.

    按资金来源分： is such a row, or 资金来源 that is merged over all the columns of figures.
    """
    said = [at for at, text in enumerate(row.texts()) if text and at >= first]
    if len(said) != 1 or any(column.cell(row) is not None for column in figures):
        return ""
    name = plain_word(row.text(said[0])).rstrip(":")
    name = _FIRST.sub("", name)
    merged = figures and all(column.goes_on(row) for column in figures)
    return name if (merged and _LIST.search(name)) or _GROUP.match(name) else ""


def _says(figures: Sequence[Column], row: Row) -> bool:
    """Whether a row prints anything of the money; a dash says that there is none."""
    return any(
        cell is not None and not is_blank(cell.text or "")
        for column in figures
        if column.role not in ("reason", *_POINTS)
        for cell in [column.cell(row)]
    )


def _roles(block: Block) -> dict[str, str]:
    """Return the column of a line for each role; a plain 预算数 is the one that is executed."""
    roles = {role: role for role in COLUMNS}
    there = {column.role for column in block.columns}
    roles["budget"] = "initial_budget" if "adjusted_budget" in there else "adjusted_budget"
    roles["actual"] = "final"
    return roles


def _is_figures(column: Column, rows: Sequence[Row]) -> bool:
    """Whether a column holds figures: 年度预算数（万元） may stand above the names of the rows."""
    if column.role in ("", NOTE, LABEL):
        return False
    said = [cell.text or "" for row in rows if (cell := column.cell(row)) is not None]
    numbers = (is_number(t) or is_blank(t) or _EARNED.fullmatch(halved(t)) for t in said)
    return column.role == "reason" or not said or any(numbers)


def _rated(block: Block, row: Row) -> bool:
    """Whether a row carries the points, which only the total does."""
    cells = [c.cell(row) for c in block.columns if c.role in _POINTS]
    return any(cell is not None and is_number(cell.text or "") for cell in cells)


def lists_things(block: Block, words: EvaluationWords) -> bool:
    """Whether a block gives points to each of several rows and to no total: 项目 | 预算数 | 得分.

    The funds of a form have their points once.  Rows with points of their own are things side by
    side, and the first of them is not the whole of the others.
    """
    rated = [row for row in block.rows if _rated(block, row)]
    return len(rated) > 1 and not any(
        words.is_row("funds", _FIRST.sub("", plain_word(text)).strip(":："))
        for row in rated
        for text in row.texts()
        if text
    )


def _cell(
    node: Node, column: Column, roles: dict[str, str], row: Row, unit: str, sheet: Sheet
) -> None:
    cell = column.cell(row)
    if cell is None or is_blank(cell.text or ""):
        return
    role = roles.get(column.role, column.role)
    if role in _RATES:
        _rate(node, column, _RATES[role], cell, row, sheet)
    elif role in COLUMNS or role in _POINTS:
        stage = "score" if role in _POINTS else "final"
        text = points_in(cell.text or "") if role in _POINTS else cell.text or ""
        value, why = quantity_in(text, stage, "" if role in _POINTS else unit)
        if value is None:
            node.unread.setdefault(role, sheet.refuse(cell, row, why or "读不出数字"))
        else:
            node.say(role, value, sheet.place(cell, row))
            sheet.bind(cell)
    elif role == QUARTER:
        value, why = quantity_in(cell.text or "", "final", unit)
        if value is None:
            sheet.refuse(cell, row, why or "读不出数字")
        else:
            node.quarters.append((value, cell, row))
    elif role == "adjustment":
        _adjustment(node, cell, row, unit, sheet)
    elif role == "reason":
        node.texts.setdefault("reason", (cell.text or "").strip())
        sheet.explain(cell)
    elif any(char.isdigit() for char in cell.text or ""):
        sheet.refuse(cell, row, "表头认不出")


def _rate(node: Node, column: Column, of: str, cell: Cell, row: Row, sheet: Sheet) -> None:
    text = cell.text or ""
    if earned := _EARNED.fullmatch(halved(text)):
        text = earned[1]
        sheet.say_points(node, "score", earned[2], cell, row)
    signed = "%" in halved(text) or column.heading.unit == "%"
    value: Percent | None = percent_in(text) if signed else _bare(text)
    if value is None:
        sheet.refuse(cell, row, "读不出百分数")
        return
    against = "adjusted_budget" if "adjusted_budget" in node.said else "initial_budget"
    if of in node.said and against in node.said:
        claim = Comparison(against, completed=value, source=sheet.place(cell, row))
        node.claims.setdefault(of, []).append(claim)
        sheet.bind(cell)
    else:
        sheet.refuse(cell, row, "同行没有它所说的数")


def _adjustment(node: Node, cell: Cell, row: Row, unit: str, sheet: Sheet) -> None:
    """Keep by how much the budget was adjusted, where it stands between the two budgets."""
    value, why = quantity_in((cell.text or "").removeprefix("+"), "final", unit)
    if not isinstance(value, Amount):
        sheet.refuse(cell, row, why or "读不出数字")
    elif "initial_budget" in node.said and "adjusted_budget" in node.said:
        claim = Comparison("initial_budget", change=value, source=sheet.place(cell, row))
        node.claims.setdefault("adjusted_budget", []).append(claim)
        sheet.bind(cell)
    else:
        sheet.refuse(cell, row, "看不出是调整额还是调整后的数")


def _bare(text: str) -> Percent | None:
    """Return a rate without its sign: 0.95 is a fraction, 95 is not."""
    value = fraction_in(text)
    return value if value is not None and value.value <= 100 and "." in text else percent_in(text)
