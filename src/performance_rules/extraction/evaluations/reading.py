"""Evaluation forms: from the tables of a document to the forms of a report.

A form is never merged into another; one whose header has a word that is not understood above a
column of numbers is not read at all, and that is said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, cast

from attrs import evolve

from performance_rules.extraction.drafts.draft import Draft, TableSeen
from performance_rules.extraction.evaluations.basetable import read_base
from performance_rules.extraction.evaluations.beside import read_beside
from performance_rules.extraction.evaluations.blocks import forms_in
from performance_rules.extraction.evaluations.composed import composed_funds
from performance_rules.extraction.evaluations.framed import compare_framed
from performance_rules.extraction.evaluations.funds import lists_things, read_funds
from performance_rules.extraction.evaluations.goals import claim_all, compare_goals
from performance_rules.extraction.evaluations.grades import grade_of
from performance_rules.extraction.evaluations.indicators import name_of, read_indicators
from performance_rules.extraction.evaluations.listings import read_listing
from performance_rules.extraction.evaluations.loose import (
    listed_funds,
    stands_in_panels,
    tells_money,
)
from performance_rules.extraction.evaluations.moneytold import compare_money, funds_told
from performance_rules.extraction.evaluations.narrated import compare_narrated
from performance_rules.extraction.evaluations.narratives import told_in_cells
from performance_rules.extraction.evaluations.nodes import Node, Sheet
from performance_rules.extraction.evaluations.periods import compare_periods, halves, later_of
from performance_rules.extraction.evaluations.phases import say_phases
from performance_rules.extraction.evaluations.pieces import read_pieces
from performance_rules.extraction.evaluations.progress import say_progress
from performance_rules.extraction.evaluations.rowwholes import say_made_of, say_rows
from performance_rules.extraction.evaluations.scoretold import compare_points
from performance_rules.extraction.evaluations.shapes import (
    FUNDS,
    INDICATORS,
    UNSTATED,
    Block,
    Form,
)
from performance_rules.extraction.evaluations.tasks import hang_tasks
from performance_rules.extraction.evaluations.totals import say_total
from performance_rules.extraction.evaluations.unread import unread_in
from performance_rules.extraction.evaluations.words import EvaluationWords, bracketed, shipped
from performance_rules.extraction.scope.facts import Facts
from performance_rules.extraction.tables.binding import Binder
from performance_rules.extraction.tables.grid import Cell, Row, is_number
from performance_rules.extraction.tables.joining import Found
from performance_rules.extraction.tables.words import TableWords
from performance_rules.extraction.tokens.normal import halved, plain_word
from performance_rules.report.evaluation import Evaluation, EvaluationKind
from performance_rules.text.words import has_any

_YEAR: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)年")
_DATED: Final = re.compile(r"日期|月\d{1,2}日")
_GAP: Final = re.compile(r"\s+(?=[^\s:：]{2,10}[:：])")
_SCORE: Final = re.compile(r"(?:总分|得分|总得分|评分)(?:为|是|:)?(\d{1,3}(?:\.\d{1,2})?)分?")
_TWO: Final = 2
_PLAIN: Final = ("计划", "实际")
_EXECUTION: Final = re.compile("(?:部门|项目)?(?:预算|资金|支出)?执行率?(?:情况|指标)?")
_COUNTED: Final = re.compile("含[^()]{0,4}执行")


def read_forms(
    found: Found, draft: Draft, document: str, facts: Facts, tables: TableWords
) -> TableSeen | None:
    """Read a table into the forms of a draft, if it is one or several; return that it was seen.

    Args:
        found: the table.
        draft: the report in the making.
        document: the name of the document.
        facts: kind and year of the document.
        tables: the words of tables.
    """
    words = shipped()
    cut = forms_in([*found.titles, *found.rows], words)
    titled = has_any("".join((found.caption, *found.near)), words.titles)
    forms = [
        form
        for form in cut
        if form.blocks or stands_in_panels(form, words) or (titled and tells_money(form, words))
    ]
    binder = Binder(draft, document, facts, tables, found)
    sheet = Sheet(draft, binder.source)
    if not cut and read_base(found, sheet, words):
        return found.seen()
    if not any(_is_form(form, found, words) for form in forms):
        listed = read_listing(found, binder, sheet, facts.year, words)
        return listed or _read_heads(cut, found, binder, words)
    if _is_unstated(forms, found, facts, words):
        return None  # its sums and rates hold in any unit: it is read as a table of other things
    why = ""
    for at, form in enumerate(forms):
        _leave_to_pieces(form)
        unread = unread_in(form, sheet, words)
        why = why or unread
        if unread:
            continue
        new = _evaluation(form, found, facts, sheet, words)
        read_pieces(form, found, binder)
        read_beside(form, found, binder)
        draft.remarks += form.notes
        draft.told += told_in_cells(form, sheet)
        before = draft.evaluations[-1] if draft.evaluations and at == 0 else None
        if before is not None and _goes_on(before, new, found, words):
            draft.evaluations[-1] = evolve(
                before, sheet=new.sheet, weight=new.weight, score=new.score, grade=new.grade
            )
        else:
            draft.evaluations.append(new)
    return found.seen(unread=why)


def _read_heads(
    heads: Sequence[Form], found: Found, binder: Binder, words: EvaluationWords
) -> TableSeen | None:
    """Read the pieces of a table that only begins as a form does, under the title of one."""
    before = len(binder.draft.bound_at)
    titled = has_any("".join((found.caption, *found.near)), words.titles)
    for head in heads if titled else ():
        read_pieces(head, found, binder)
    return found.seen() if len(binder.draft.bound_at) > before else None


def _is_form(form: Form, found: Found, words: EvaluationWords) -> bool:
    """Whether blocks make a form: indicators do, funds only under such a title or with points."""
    if any(b.column("score", "weight") or not _is_plain(b) for b in form.block(INDICATORS)):
        return True
    if not form.blocks:  # the head of a form, whose indicators stand in a table of their own
        return "name" in form.facts
    if any(lists_things(block, words) or _lists_several(block) for block in form.block(FUNDS)):
        return False
    title = "".join((found.caption, *found.near, *found.headings[-1:]))
    titled = has_any(title, words.titles) or "name" in form.facts
    points = any(b.column("score", "weight") for b in form.block(FUNDS))
    return points or (titled and any(b.column("rate", "to_date_rate") for b in form.block(FUNDS)))


def _is_unstated(forms: Sequence[Form], found: Found, facts: Facts, words: EvaluationWords) -> bool:
    """Whether a table is of the funds of a whole body alone, and in a unit that nobody states."""
    blocks = [block for form in forms for block in form.blocks]
    if found.unit or any(block.kind != FUNDS or block.unit for block in blocks):
        return False
    pointed = any(block.column("weight", "score") for block in blocks)
    return not pointed and all(_kind(form, found, facts, words) == "whole" for form in forms)


def _leave_to_pieces(form: Form) -> None:
    """Take away the money whose columns are not understood, where the form has indicators.

    It earns no points, so that nothing else of the form hangs on it.
    """
    if form.block(INDICATORS):
        form.blocks = [
            block
            for block in form.blocks
            if block.kind != FUNDS or block.is_told or block.column("weight", "score")
        ]


def _lists_several(block: Block) -> bool:
    """Whether rows with points of their own stand below each other: each is a body or a project.

    The funds of one project earn their points once, in the row of the total.
    """
    columns = [column for column in block.columns if column.role == "score"]
    cells = [cell for row in block.rows for column in columns if (cell := column.cell(row))]
    scored = {(cell.row, cell.start) for cell in cells if is_number(cell.text or "")}
    return len(scored) > 1


def _is_plain(block: Block) -> bool:
    """Whether only 计划 or 实际 stands above a column: any list of figures may have them."""
    said = {row.text(at) for row in block.header for at in range(len(row.cells))}
    return not said.isdisjoint(_PLAIN)


def _goes_on(before: Evaluation, new: Evaluation, found: Found, words: EvaluationWords) -> bool:
    """Whether a table of indicators belongs to the funds in the table right before it."""
    titled = any(word in text for text in found.near for word in words.titles)
    return (
        before.sheet is None
        and new.funds is None
        and new.name is None
        and not titled
        and before.source is not None
        and before.source.table == (found.number or 0) - 1
    )


def _evaluation(
    form: Form, found: Found, facts: Facts, sheet: Sheet, words: EvaluationWords
) -> Evaluation:
    blocks = form.block(INDICATORS)
    for block in form.blocks:
        for cell in (cell for row in block.header for cell in row.cells if cell.text):
            sheet.explain(cell)
    kind = _kind(form, found, facts, words)
    unit = found.unit or ("" if kind in ("whole", None) else UNSTATED)
    money = form.block(FUNDS)
    funds = read_funds(money[0], unit, sheet, words) if money else None
    for block in money[1:]:
        funds = hang_tasks(block, funds, unit, sheet, words)
    top, later = Node("指标"), Node("指标")
    blocks = [half for block in blocks for half in halves(block)]
    apart = later_of(blocks, form, words) if len(blocks) == _TWO else None
    if apart is not None:
        read_indicators(apart, sheet, words, later)
        blocks = [block for block in blocks if block is not apart]
    several = len({id(block.header[0]) for block in blocks}) > 1
    for block in blocks:
        name = name_of(block)
        within = top
        if several and name:
            within = Node(name)
            top.parts.append(within)
        if block.named is not None and (points := bracketed(block.name)[2]):
            sheet.say_points(within, "weight", points, *block.named)
        read_indicators(block, sheet, words, within)
    compare_periods(later, top, sheet)
    compare_goals(form, top, _year(form, found, facts), sheet, words)
    compare_framed(form, top, sheet, words)
    compare_narrated(form, top, _year(form, found, facts), sheet, words)
    say_progress(form, _year(form, found, facts), sheet, words)
    claim_all(form, top, sheet, words)
    total = Node("总分")
    for block in form.blocks:
        if block.total is not None:
            say_total(total, block, block.total, sheet, words)
    for name, value, cell, row in _said(form, "score", "conclusion"):
        text = plain_word(value)
        score = (
            _SCORE.search(text)
            if name == "conclusion"
            else re.fullmatch(r"(\d{1,3}(?:\.\d{1,2})?)分?", text)
        )
        if score:
            sheet.say_points(total, "score", score[1], cell, row)
    compare_points(form, top, total, sheet)
    funds = funds or listed_funds(form, unit, sheet, words)
    funds = funds or composed_funds(form, sheet, words)
    say_rows(form, unit, sheet)
    funds = funds or funds_told(form, _year(form, found, facts), sheet, words)
    say_made_of(form, funds, unit, sheet, words)
    say_phases(form, top, later, funds, sheet, words)
    compare_money(form, funds, _year(form, found, facts), sheet, words)
    _execution(funds, top, [b.total for b in form.blocks if b.total is not None])
    begins = form.begins
    return Evaluation(
        kind=cast("EvaluationKind | None", kind),
        name=form.fact("name"),
        entity=form.fact("entity") or _above(found, "entity", words),
        department=form.fact("department"),
        year=_year(form, found, facts),
        month=_month(form, found, words) if kind == "monitoring" else None,
        weight=total.figure("weight"),
        score=total.figure("score"),
        grade=grade_of(form),
        funds=funds.frozen() if funds is not None else None,
        sheet=top.frozen() if blocks else None,
        goal=form.fact("goal"),
        done=form.fact("done"),
        reason=form.fact("reason"),
        source=sheet.place(*begins) if begins else None,
    )


def _execution(funds: Node | None, top: Node, totals: Sequence[Row]) -> None:
    """Keep the points of the execution once, and the indicators open where they were not read.

    Beside the money and in a row of its own, 预算执行率（10分）, they are the same; what is called
    合计（含执行率得分） counts them as well.
    """
    points = funds.said.get("weight") if funds is not None else None
    own = [one for one in top.parts if _EXECUTION.fullmatch(one.name) and not one.parts]
    if (
        funds is not None
        and points
        and any(said.value == points[0].value for one in own for said in one.said.get("weight", ()))
    ):
        for role in ("weight", "score"):
            funds.said.pop(role, None)
    counted = any(_COUNTED.search(plain_word(row.first() or "")) for row in totals)
    if counted and not own and (funds is None or "score" not in funds.said):
        top.partial = True


def _said(form: Form, *names: str) -> list[tuple[str, str, Cell, Row]]:
    return [(name, *one) for name in names for one in form.facts.get(name, [])]


def _titles(found: Found) -> Sequence[str]:
    """Return the lines above a form, the nearest first."""
    inside = [row.first() for row in found.titles]
    lines = (*reversed(inside), *reversed(found.near), found.caption)
    return [text for text in lines if text and not _DATED.search(plain_word(text))]


def _kind(form: Form, found: Found, facts: Facts, words: EvaluationWords) -> str | None:
    titles = (*reversed(form.titles), *_titles(found))
    for at, title in enumerate(titles):
        above = titles[at + 1] if at + 1 < len(titles) else ""
        # 附件：某专项经费 may stand above 绩效自评表, and say what it is of.
        if has_any(title, words.titles) and (kind := words.kind_of(title) or words.kind_of(above)):
            return kind
    if any(b.column("to_date", "to_date_rate") for b in form.blocks):
        return "monitoring"
    if "name" in form.facts:
        return "project"
    return {"self_evaluation": "whole", "project_evaluation": "project"}.get(facts.kind)


def _above(found: Found, name: str, words: EvaluationWords) -> str | None:
    """Return a fact that a line above the form states: 单位名称：某县水务局."""
    for text in found.near:
        for piece in _GAP.split(text):
            label, colon, said = halved(piece).partition(":")
            if colon and said.strip() and words.fact(label) == name:
                return said.strip()
    return None


def _month(form: Form, found: Found, words: EvaluationWords) -> int | None:
    """Return the last month of the time that is monitored, as the headers say or the title."""
    columns = (c for b in form.blocks for c in b.columns if c.role.startswith("to_date"))
    said = {column.heading.month for column in columns} - {0}
    if not said:
        titles = (*reversed(form.titles), *_titles(found))
        said = {month for title in titles if (month := words.month_in(title))}
    return said.pop() if len(said) == 1 else None


def _year(form: Form, found: Found, facts: Facts) -> int | None:
    for title in (*reversed(form.titles), *_titles(found)):
        if said := _YEAR.findall(title):
            return int(said[-1])
    return facts.year
