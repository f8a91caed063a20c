"""The block of indicators: a tree of names, each leaf with target, result, weight and score.

A level that is merged, or printed again, goes on; points in brackets behind a name are its weight.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from attrs import evolve

from performance_rules.extraction.evaluations.deadlines import late
from performance_rules.extraction.evaluations.derived import FOLLOWING, Following
from performance_rules.extraction.evaluations.lostpoints import say_lost
from performance_rules.extraction.evaluations.nesting import BARE, bare_points, depths_in
from performance_rules.extraction.evaluations.nodes import Node, Sheet, points_in
from performance_rules.extraction.evaluations.quarters import divide_indicators
from performance_rules.extraction.evaluations.shapes import Block, Column
from performance_rules.extraction.evaluations.targets import of_one_measure, said_in, sense_of
from performance_rules.extraction.evaluations.words import QUARTER, EvaluationWords, bracketed
from performance_rules.extraction.evaluations.yearcolumns import YEARLY, divide_years, years_of
from performance_rules.extraction.tables.cells import quantity_in
from performance_rules.extraction.tables.grid import Cell, Row
from performance_rules.extraction.tokens.normal import halved, plain_word
from performance_rules.report.lines import Comparison
from performance_rules.values.quantity import is_blank

_VALUES: Final = ("target", "actual", "to_date", "forecast")
_POINTS: Final = ("weight", "score")
_KINDS: Final = ("类型", "类别")
_DATED: Final = ("target", "actual")
_BEHIND: Final = re.compile(r"[(（]?(?:共|满分)?(\d{1,3}(?:\.\d{1,2})?)分[)）]?$")
_BRACKETED: Final = re.compile(r"[(（](?:共|满分)?(\d{1,3}(?:\.\d{1,2})?)分[)）]$")
_REACHED: Final = frozenset(
    {"是", "已完成", "完成", "达标", "已达标", "已实现", "实现", "达成", "已达成", "已达到", "达到"}
)
_USUAL: Final = re.compile(
    r"(?:实际|完成|指标|值)*(?:达到|不高于|不低于)(?:指标|目标|预期|年度|值|的)*[得记计]?满分[;,。]"
    r"(?:未达到|未完成|达不到|高于|低于|否则|不足|没有达到)[^%\d]*(?:比例|[AB]/[AB])[^%\d]*"
    r"|按(?:实际|指标)?完成(?:比例|率)(?:计算|计|记|得)?得?分"
)
"""What is usual, full marks for a target that is reached and less in proportion, is no standard."""
_EVEN: Final = re.compile(r"\s+")


def read_indicators(block: Block, sheet: Sheet, words: EvaluationWords, top: Node) -> None:
    """Read a block of indicators below a line.

    Args:
        block: the block.
        sheet: where its cells are noted.
        words: the words of forms.
        top: the line whose parts the indicators are.
    """
    years = years_of(block)
    block.settle()
    levels = [column for column in block.columns if column.role == "level"]
    # What names the whole block at its side, 年度绩效指标, is no level of what stands in it.
    levels = [one for one in levels if any(one.cell(row) is not None for row in block.rows)]
    levels.sort(
        key=lambda one: not _names_kind(one, block)
    )  # 指标名称 | 指标类型: the kind is above
    path: list[Node] = []
    following = Following()
    leaves: list[Node] = []
    told: list[tuple[Node, Row]] = []
    depths = depths_in(block, levels[0]) if len(levels) == 1 else {}
    bare = bare_points(block, levels)
    for at, row in enumerate(block.rows):
        if _is_subtotal(row, levels, words):
            top.partial = top.partial or len(levels) == 1  # of some rows: others stand elsewhere
            _subtotal(block, row, path, sheet)
            continue
        above = path[-1] if path else None
        if at in depths:
            path = _below(row, levels[0], path, top, depths[at], sheet)
        else:
            path = _path(row, levels, path, top, sheet, bare)
        if not path:
            continue
        _leaf(path, levels, block, row, sheet, words, following)
        leaves.append(path[-1])
        told.append((path[-1], row))
        _dated(path[-1], block, row, sheet)
        _shared(above, path[-1], block, row, sheet)
    following.say(sheet)
    say_lost(told, block, sheet)
    divide_indicators(leaves, sheet)
    divide_years(years, told, block.column("unit"), sheet, words)
    _prune(top, len(levels))
    if levels and any(c.first < levels[-1].first for c in block.columns if c.role in _POINTS):
        _hand_down(top)


def _names_kind(level: Column, block: Block) -> bool:
    """Whether a column names the kinds of indicators, wherever it stands beside their names."""
    return any(bracketed(row.text(level.first))[0].endswith(_KINDS) for row in block.header)


def _hand_down(node: Node) -> None:
    """Give the points of a name to the one indicator below it: 数量指标 | 15 | 巡检座数."""
    for part in node.parts:
        _hand_down(part)
    if len(node.parts) == 1 and not node.parts[0].parts:
        (only,) = node.parts
        for role in _POINTS:
            if role in node.said and not {*only.said, *only.unread} & {role}:
                only.said[role] = list(node.said[role])


def _prune(node: Node, below: int) -> None:
    """Leave out the names of a level that nothing stands below: 生态效益指标 with an empty row."""
    if below > 1:
        for part in node.parts:
            _prune(part, below - 1)
        node.parts = [p for p in node.parts if p.parts or p.said or p.unread or p.texts]


def _is_subtotal(row: Row, levels: list[Column], words: EvaluationWords) -> bool:
    cells = [cell for level in levels if (cell := level.cell(row)) is not None]
    return bool(cells) and words.is_row("subtotals", cells[-1].text or "")


def _subtotal(block: Block, row: Row, path: list[Node], sheet: Sheet) -> None:
    """Say the points of 小计, in the last column of each kind, of the outermost open name.

    Where no name has others below it, it is of some rows above, and no line is.
    """
    for role in _POINTS:
        columns = [column for column in block.columns if column.role == role]
        if path and path[0].parts and columns:
            _count(path[0], role, columns[-1], row, sheet)


def _path(
    row: Row,
    levels: list[Column],
    before: list[Node],
    top: Node,
    sheet: Sheet,
    bare: Collection[int] = (),
) -> list[Node]:
    """Return the lines that a row stands under, itself the last."""
    path: list[Node] = []
    fresh = False
    cells = [level.cell(row) for level in levels]
    if not any(cell is not None for cell in cells):
        return []
    for depth, cell in enumerate(cells):
        above = path[-1] if path else top
        if cell is None:
            if not fresh and depth < len(before) and depth < len(levels) - 1:
                path.append(before[depth])
            continue
        printed = _EVEN.sub("", cell.text or "")
        # 测评达到90分 is what an indicator is called; its points stand in brackets.
        points = (_BRACKETED if depth == len(levels) - 1 else _BEHIND).search(printed)
        points = BARE.search(printed) if points is None and depth in bare else points
        name = (printed[: points.start()] if points else "") or printed
        last = depth == len(levels) - 1 or not any(cells[depth + 1 :])
        known = not fresh and depth < len(before) and before[depth].name == name and not last
        if known:
            path.append(before[depth])
            continue
        node = Node(name)
        above.parts.append(node)
        path.append(node)
        fresh = True
        if points:
            sheet.say_points(node, "weight", points[1], cell, row)
    return path


def _below(
    row: Row, level: Column, before: list[Node], top: Node, depth: int, sheet: Sheet
) -> list[Node]:
    """Return the same where one column names the indicators of all levels."""
    above = [node for node in before if node.depth < depth]
    made = _path(row, [level], [], above[-1] if above else top, sheet)
    for node in made:
        node.depth = depth
    return [*above, *made]


def _count(node: Node, role: str, column: Column, row: Row, sheet: Sheet) -> None:
    cell = column.cell(row)
    if cell is None or is_blank(cell.text or ""):
        return
    text = points_in(cell.text or "")
    # 权重 40% is forty points of a hundred.
    text = halved(text).removesuffix("%") if role == "weight" else text
    value, why = quantity_in(text, role, "")
    if value is None:
        node.unread.setdefault(role, sheet.refuse(cell, row, why or "得分不是数字"))
    else:
        node.say(role, value, sheet.place(cell, row))
        sheet.bind(cell)


def _leaf(
    path: list[Node],
    levels: list[Column],
    block: Block,
    row: Row,
    sheet: Sheet,
    words: EvaluationWords,
    following: Following,
) -> None:
    """Say the figures and texts of a row; points between two names are those of the first."""
    node = path[-1]
    unit_cell = next((c.cell(row) for c in block.columns if c.role == "unit"), None)
    unit = (unit_cell.text or "") if unit_cell is not None else ""
    targets = [column for column in block.columns if column.role == "target"]
    meaning = ""
    for column in block.columns:
        cell = column.cell(row)
        if cell is None:
            continue
        text = (cell.text or "").strip()
        if column in targets[:-1] or column.role in ("other", YEARLY):
            sheet.explain(cell)  # 年初指标值 beside 调整指标值: the last one holds
            continue
        if column.role in _POINTS:
            before = sum(level.first < column.first for level in levels)
            inner = levels[before:] and before
            _count(
                path[before - 1] if inner and before <= len(path) else node,
                column.role,
                column,
                row,
                sheet,
            )
        elif column.role in _VALUES:
            said = said_in(text, unit or column.heading.unit, words)
            if said.sense and column.role == "target":
                node.texts.setdefault("sense", said.sense)
            if said.value is not None:
                # A target is a bound that somebody set, and no number that was rounded.
                exact = column.role == "target" and said.value.approximate is None
                value = evolve(said.value, step=0) if exact else said.value
                node.say(column.role, value, sheet.place(cell, row))
                sheet.bind(cell)
            elif said.text:
                if column.role in ("target", "actual"):
                    node.texts.setdefault(f"{column.role}_text", said.text)
                if column.role == "actual" and "actual" in node.said:
                    _judge(node, text, cell, row, sheet)
                sheet.bind(cell)
        elif column.role in FOLLOWING:
            following.take(column, node, cell, row)
        elif column.role == QUARTER:
            done = said_in(text, unit or column.heading.unit, words).value
            if done is not None:
                node.quarters.append((done, cell, row))
            else:
                sheet.explain(cell)
        elif column.role == "prior":
            prior = said_in(text, unit or column.heading.unit, words).value
            if prior is not None:
                following.priors[id(node)] = prior
            sheet.explain(cell)
        elif column.role == "verdict":
            _judge(node, text, cell, row, sheet)
        elif column.role == "sense":
            sense = sense_of(text, words)
            if sense:
                node.texts["sense"] = sense
        elif column.role == "outlook":
            node.texts.setdefault("outlook", text)
        elif column.role == "reason":
            node.texts.setdefault("reason", text)
            sheet.explain(cell)
        elif column.role in ("criterion", "meaning", "remark"):
            if column.role == "criterion" and _USUAL.fullmatch(plain_word(text)) is None:
                node.texts.setdefault("criterion", text)
            elif column.role == "meaning":
                meaning = meaning or text
            sheet.explain(cell)
        elif column.role == "" and any(char.isdigit() for char in plain_word(text)):
            sheet.refuse(cell, row, "表头认不出")
    if meaning:
        node.texts.setdefault("criterion", meaning)
    if "target" in node.said and "actual" in node.said:
        goal = node.said["target"][0].value
        node.said["actual"] = [
            evolve(one, value=of_one_measure(one.value, goal)) for one in node.said["actual"]
        ]


def _dated(node: Node, block: Block, row: Row, sheet: Sheet) -> None:
    """Say a target that is a date and was missed, as figures that grow with time."""
    if node.said.get("target") or node.said.get("actual"):
        return
    cells = [
        cell
        for role in ("target", "actual")
        for column in [one for one in block.columns if one.role == role][-1:]
        if (cell := column.cell(row)) is not None
    ]
    dates = late(*(cell.text or "" for cell in cells)) if len(cells) == len(_DATED) else None
    for role, value, cell in zip(_DATED, dates or (), cells, strict=False):
        node.say(role, value, sheet.place(cell, row))
        node.texts["sense"] = "at_most"


def _shared(above: Node | None, node: Node, block: Block, row: Row, sheet: Sheet) -> None:
    """Count points that are merged over several rows once, with the first of them."""
    columns = [column for column in block.columns if column.role in _POINTS]
    if above is None or above is node or not all(column.goes_on(row) for column in columns):
        return
    if all(column.role in above.said and column.role not in node.said for column in columns):
        for column in columns:
            nothing, _ = quantity_in("0", column.role, "")
            if nothing is not None:
                node.say(column.role, nothing, sheet.place(row.cells[column.first], row))


def _judge(node: Node, text: str, cell: Cell, row: Row, sheet: Sheet) -> None:
    """Keep what a form says of whether a target was reached, beside what was."""
    if _EVEN.sub("", text) in _REACHED and "target" in node.said and "actual" in node.said:
        order = "at_most" if node.texts.get("sense") == "at_most" else "at_least"
        said = Comparison("target", direction=order, wording=text, source=sheet.place(cell, row))
        node.claims.setdefault("actual", []).append(said)


def name_of(block: Block) -> str:
    """Return what the name of a block calls the group that it holds, without its points."""
    return _EVEN.sub("", bracketed(block.name)[0])
