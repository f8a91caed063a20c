"""How far a result has come towards its target, told in the words of the result.

    培训渔民600人次 | 已培训渔民450人次，完成全年任务的75%

The share is that of the figure right before it, of the one figure that the target of the row tells
in the same unit.
"""

from __future__ import annotations

import re
from typing import Final

from attrs import evolve

from performance_rules.extraction.drafts.places import Place
from performance_rules.extraction.drafts.records import APART
from performance_rules.extraction.evaluations.goals import alike, told_in
from performance_rules.extraction.evaluations.nodes import Sheet
from performance_rules.extraction.evaluations.shapes import INDICATORS, Form
from performance_rules.extraction.evaluations.targets import said_in
from performance_rules.extraction.evaluations.words import EvaluationWords
from performance_rules.extraction.tables.cells import percent_in
from performance_rules.extraction.tables.grid import Cell, Row
from performance_rules.extraction.tokens.normal import halved
from performance_rules.report.lines import Comparison
from performance_rules.values.quantity import Amount

_SHARE: Final = re.compile(
    r"(?<![\d,])(?P<done>\d[\d,]{0,20}(?:\.\d+)?[^\W\d]{1,6})[,，](?:已|仅|只)?(?:完成|占|达到?|为|是)了?"
    r"(?P<base>[^\W\d]{2,10}?)的(?P<rate>\d{1,3}(?:\.\d+)?%)"
)
_COLUMNS: Final = {"money": ("final", "initial_budget"), "count": ("actual", "target")}
_RESULTS: Final = ("actual", "to_date", "forecast", "reason", "remark")


def say_progress(form: Form, year: int | None, sheet: Sheet, words: EvaluationWords) -> None:
    """Say the shares of targets that results tell of themselves.

    Args:
        form: the form.
        year: the year of the form.
        sheet: where its cells are noted.
        words: the words of forms.
    """
    for block in form.block(INDICATORS):
        target = block.column("target")
        for row in block.rows if target is not None else ():
            goal = target.cell(row) if target is not None else None
            for column in (one for one in block.columns if one.role in _RESULTS):
                result = column.cell(row)
                if goal is not None and result is not None:
                    _say(goal, result, row, year, sheet, words)


def _say(
    goal: Cell, result: Cell, row: Row, year: int | None, sheet: Sheet, words: EvaluationWords
) -> None:
    text = halved(result.text or "")
    for share in _SHARE.finditer(text):
        done = said_in(share["done"], "", words).value
        rate = percent_in(share["rate"])
        if done is None or rate is None or not words.is_plan(share["base"]):
            continue
        told = [
            value
            for _, value, _ in told_in(halved(goal.text or ""), year, words)
            if alike(done, value)
        ]
        if len(told) != 1:
            continue
        planned, source = told[0], sheet.place(result, row)
        column, against = _COLUMNS["money" if isinstance(done, Amount) else "count"]
        place = Place(matter=share["base"], apart=APART + result.start + share.start())
        line = place.line(sheet.draft)
        line.say(against, evolve(planned, step=0), sheet.place(goal, row))
        claim = Comparison(against, completed=rate, wording=share[0], source=source)
        line.say(column, done, source).comparisons += (claim,)
        start = result.start + share.start()
        sheet.draft.bound_at.append((start, start + len(share[0])))
