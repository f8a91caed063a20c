"""Lists of projects with their points: each row is a form of its own.

    项目名称 | 预算数 | 执行数 | 执行率 | 预算执行（10分） | 产出（50分） | 总分 | 自评等级
    灯塔巡检 | 80.00 | 72.00 | 90% | 9 | 48 | 57 | 差
    合计 | 200.00 | 172.00 | 86% | | | |

The row of the total is what the money of the others adds up to, as far as other columns of it do.
A list with a column of numbers that is not understood is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from attrs import define

from performance_rules.extraction.drafts.draft import TableSeen
from performance_rules.extraction.drafts.places import Place, Step
from performance_rules.extraction.evaluations.nodes import Node, Sheet
from performance_rules.extraction.evaluations.shapes import UNSTATED
from performance_rules.extraction.evaluations.words import EvaluationWords, bracketed
from performance_rules.extraction.tables.binding import Binder
from performance_rules.extraction.tables.cells import percent_in, quantity_in
from performance_rules.extraction.tables.grid import Row, is_number
from performance_rules.extraction.tables.joining import Found
from performance_rules.extraction.tables.labels import TOTALS
from performance_rules.extraction.tokens.normal import plain_word
from performance_rules.report.evaluation import Evaluation
from performance_rules.report.lines import Comparison
from performance_rules.values.quantity import Amount, Percent, is_blank

_MONEY: Final = ("initial_budget", "adjusted_budget", "final", "received", "left")
_PROJECT: Final = "项目"
_FEWEST: Final = 2
_MEAN: Final = re.compile("平均|均值|均分")
_GRADE: Final = re.compile(r"[“\"]?(优秀?|良好?|中等?|差|合格|不合格|较差|一般)[”\"]?")


@define(eq=False)
class _Column:
    """A column of a list: what it holds, what it is called, its unit and its points."""

    at: int
    role: str
    name: str = ""
    unit: str = ""
    points: str = ""


def read_listing(
    found: Found, binder: Binder, sheet: Sheet, year: int | None, words: EvaluationWords
) -> TableSeen | None:
    """Read a table that lists projects with their points, if it is one; return that it was seen.

    Args:
        found: the table.
        binder: where its total is said.
        sheet: where its cells are noted.
        year: the year of the document.
        words: the words of forms.
    """
    height, paths = found.header(binder.words)
    body = found.rows[height:]
    columns = _columns(paths, body, words)
    name = next((column for column in columns if column.role == "name"), None)
    scored = any(column.role in ("score", "grade", "group") for column in columns)
    if name is None or not scored or not any(column.role == "score" for column in columns):
        return None
    rows = [
        row
        for row in body
        if row.text(name.at) and not _is_summary(row) and len(list(filter(None, row.texts()))) > 1
    ]
    if len(rows) < _FEWEST or not all(any(_says(c, row) for c in columns) for row in rows):
        return None
    added = [_points(row, columns) for row in rows]
    whole = added.count(True) > added.count(False)
    for row in rows:
        one = _evaluation(row, name, columns, found, sheet, year, whole=whole)
        binder.draft.evaluations.append(one)
    totals = [row for row in body if _is_total(row)]
    if len(totals) == 1:
        _total(totals[0], rows, name, columns, found, binder, sheet)
    read = {id(row) for row in (*rows, *totals)}
    for row in body:
        if id(row) not in read:
            binder.draft.remarks += [text for text in row.texts() if text]
            for cell in (cell for cell in row.cells if cell.text):
                sheet.explain(cell)
    for row in found.rows[:height]:
        for cell in (cell for cell in row.cells if cell.text):
            sheet.explain(cell)
    return found.seen()


def _columns(
    paths: Sequence[Sequence[str]], body: Sequence[Row], words: EvaluationWords
) -> list[_Column]:
    """Return the columns of a list; none where one of numbers is not understood."""
    columns = [_column(at, path, words) for at, path in enumerate(paths)]
    for column in columns:
        said = [
            text for row in body if column.at < len(row.cells) and (text := row.text(column.at))
        ]
        if column.role == "" and any(map(is_number, said)):
            return []
    spent = [column for column in columns if column.role == "final"]
    for column in spent if len(spent) > 1 else ():
        if words.is_row("groups", column.name):
            column.role = "execution"  # 执行 beside 执行数 is what was earned by it
    adjusted = any(column.role == "adjusted_budget" for column in columns)
    for column in columns:
        if column.role == "budget":
            column.role = "initial_budget" if adjusted else "adjusted_budget"
    scores = [column for column in columns if column.role == "score"]
    if len(scores) > 1 or len({c.role for c in columns if c.role in _MONEY}) < sum(
        c.role in _MONEY for c in columns
    ):
        return []  # two years or two stages of evaluation beside each other
    return columns


def _column(at: int, path: Sequence[str], words: EvaluationWords) -> _Column:
    """Return what a column holds: the words right above it say so, else those above them."""
    last, above = (path[-1] if path else ""), path[:-1]
    core, unit, points = bracketed(last)
    heading = words.heading(last)
    role = heading.role if heading is not None else ""
    within = [head.role for text in above if (head := words.heading(text)) is not None]
    if role == "listing" and not above:
        return _Column(at, "name" if _PROJECT in core or "单位" in core else "other", core)
    if words.fact(last) == "grade":
        return _Column(at, "grade")
    if "score" in within and (role == "score" or words.is_row("totals", last)):
        return _Column(at, "score")
    if "score" in within or (points and role != "score"):
        return _Column(at, "execution" if "执行" in core else "group", core, "", points)
    if role == "score" and points and "执行" in core:
        return _Column(at, "execution", core, "", points)
    role = "other" if role == "reviewed" else role
    if role in (*_MONEY, "budget", "rate", "score", "reason", "remark", "ordinal", "other"):
        return _Column(at, role, core, unit)
    if words.is_row("groups", last):
        return _Column(at, "execution" if "执行" in core else "group", core)
    return _Column(at, "score" if words.is_row("totals", last) and not above else "", core, unit)


def _is_total(row: Row) -> bool:
    return any(plain_word(text) in TOTALS for text in row.texts()[:3])


def _is_summary(row: Row) -> bool:
    return _is_total(row) or any(_MEAN.search(text) for text in row.texts()[:3])


def _points(row: Row, columns: Sequence[_Column]) -> bool | None:
    """Whether the points of a row make up its total; None where it has not both."""
    groups = [row.text(c.at) for c in columns if c.role in ("group", "execution")]
    total = next((row.text(c.at) for c in columns if c.role == "score"), "")
    numbers = [percent_in(text) for text in (total, *groups) if is_number(text)]
    if len(numbers) < _FEWEST or not is_number(total):
        return None
    first, *rest = (number.n for number in numbers if number is not None)
    return first == sum(rest)


def _says(column: _Column, row: Row) -> bool:
    return column.role in ("score", *_MONEY) and is_number(row.text(column.at))


def _evaluation(
    row: Row,
    name: _Column,
    columns: Sequence[_Column],
    found: Found,
    sheet: Sheet,
    year: int | None,
    *,
    whole: bool,
) -> Evaluation:
    funds, top, total = Node("资金"), Node("指标", partial=not whole), Node("总分")
    grade = reason = None
    rates = []
    for column in columns:
        cell = row.cells[column.at]
        text = row.text(column.at)
        if is_blank(text):
            continue
        if column.role in _MONEY:
            value = _amount(text, column, found)
            if value is None:
                sheet.refuse(cell, row, "读不出数字")
            else:
                funds.say(column.role, value, sheet.place(cell, row))
                sheet.bind(cell)
        elif column.role == "rate":
            rates.append(column)
        elif column.role == "execution" and is_number(text):
            sheet.say_points(funds, "score", text, cell, row)
            if column.points:
                sheet.say_points(funds, "weight", column.points, cell, row)
        elif column.role == "group" and is_number(text):
            top.parts.append(Node(column.name))
            sheet.say_points(top.parts[-1], "score", text, cell, row)
        elif column.role == "score" and is_number(text):
            sheet.say_points(total, "score", text, cell, row)
        elif column.role == "grade":
            said = _GRADE.fullmatch(plain_word(text))
            grade = said[1] if said is not None else None
        elif column.role in ("reason", "remark"):
            reason = text
            sheet.explain(cell)
        else:
            sheet.explain(cell)
    for column in rates:
        cell = row.cells[column.at]
        against = "adjusted_budget" if "adjusted_budget" in funds.said else "initial_budget"
        rate = _percent(row.text(column.at), column)
        if rate is not None and against in funds.said and "final" in funds.said:
            claim = Comparison(against, completed=rate, source=sheet.place(cell, row))
            funds.claims.setdefault("final", []).append(claim)
            sheet.bind(cell)
    return Evaluation(
        kind="project" if _PROJECT in name.name else None,
        name=row.text(name.at),
        year=year,
        score=total.figure("score"),
        grade=grade,
        funds=funds.frozen() if funds.said else None,
        sheet=top.frozen() if top.parts else None,
        reason=reason,
        source=sheet.place(row.cells[name.at], row),
    )


def _amount(text: str, column: _Column, found: Found) -> Amount | None:
    value, _ = quantity_in(text, "final", column.unit or found.unit or UNSTATED)
    return value if isinstance(value, Amount) else None


def _percent(text: str, column: _Column) -> Percent | None:
    signed = "%" in plain_word(text) or column.unit == "%"
    return percent_in(text) if signed else None


def _total(
    row: Row,
    rows: Sequence[Row],
    name: _Column,
    columns: Sequence[_Column],
    found: Found,
    binder: Binder,
    sheet: Sheet,
) -> None:
    """Say what the money of the rows adds up to, where no more than one column does not."""
    read: list[tuple[_Column, Amount, list[tuple[Row, Amount]]]] = []
    for column in (column for column in columns if column.role in _MONEY):
        whole = _amount(row.text(column.at), column, found)
        said = [(one, _amount(one.text(column.at), column, found)) for one in rows]
        parts = [(one, value) for one, value in said if value is not None]
        if whole is not None and len(parts) == len(rows):
            read.append((column, whole, parts))
    off = [c for c, whole, parts in read if sum(value.n for _, value in parts) != whole.n]
    attested = len(off) < len(read) and len(off) <= 1
    place = Place(
        matter=f"{found.caption or f'第{found.number}张表'}·合计", apart=row.cells[0].start + 1
    )
    budget = ""
    for column, whole, parts in read:
        binder.say_open(place, column.role, whole, row.cells[column.at], row)
        budget = column.role if column.role.endswith("budget") else budget
        for one, value in parts if attested else ():
            part = place.down(Step("members", one.text(name.at)))
            binder.say_open(part, column.role, value, one.cells[column.at], one)
    for column in (column for column in columns if column.role == "rate"):
        cell = row.cells[column.at]
        rate = _percent(row.text(column.at), column)
        final = next((c for c, _, _ in read if c.role == "final"), None)
        if rate is not None and budget and final is not None:
            claim = Comparison(budget, completed=rate, source=sheet.place(cell, row))
            binder.line(place).figure("final").comparisons += (claim,)
            sheet.bind(cell)
    for cell in row.cells:
        if cell.text and (cell.start, cell.end) not in binder.draft.bound_at:
            sheet.explain(cell)
