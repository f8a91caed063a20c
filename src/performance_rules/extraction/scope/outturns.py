"""What was spent, where only a budget was named before: 接待费预算N，支出M."""

from __future__ import annotations

import re
from typing import Final

from performance_rules.extraction.drafts.records import Level
from performance_rules.extraction.scope.facts import BUDGETS, CANDIDATES
from performance_rules.extraction.scope.reading import Reading
from performance_rules.extraction.scope.references import refers_back
from performance_rules.extraction.scope.subjects import SIDE_NAMES
from performance_rules.extraction.tokens.patterns import Found
from performance_rules.extraction.tokens.scan import Token
from performance_rules.report.model import FLOWS
from performance_rules.text.words import has_any

_ACTUAL: Final = "实际"
_DONE: Final = "完成"
_USED: Final = re.compile(
    r"(?:使用|动用|耗用|用掉)(?:了)?(?:(?:19|20)\d\d年度?|[本当]年度?|全年|年初)?\Z"
)
"""Verbs before a budget, and its year, that make it what was spent of it."""
_BACK: Final = 12
_PLAN: Final = re.compile("(?:计划|目标|任务|概算)(?:投资|资金|投入|数|额)?\\Z")
_SPENT: Final = ("execution", "final")
_WHOLE_YEAR: Final = "全年"
_FINAL: Final = "final"
_BUDGET_NEXT: Final = re.compile(rb",w*(S)[wa:]*[NM]")
"""A budget right behind a figure: …，年初预算为N."""


def _is_actual(reading: Reading, phrase: Token) -> bool:
    """收入预算N，实际收入M: what came in, behind what was planned."""
    plain = reading.run.plain
    return plain.startswith(_ACTUAL, phrase.start) or plain.endswith(_ACTUAL, 0, phrase.start)


def uses(reading: Reading, stage: Token) -> bool:
    """Whether a verb says that a budget was used: 使用当年预算N is what was spent."""
    return _USED.search(reading.run.plain[max(0, stage.start - _BACK) : stage.start]) is not None


def _is_spent(reading: Reading, phrase: Token) -> bool:
    """支出N，年初预算M。其中：会议费支出n: what was spent on a part, not what was planned."""
    strong, side = reading.context.strong, SIDE_NAMES["expenditure"]
    if strong is None or reading.context.now.stage not in BUDGETS:
        return False
    verb = reading.named(phrase).endswith(side) and not phrase.name.endswith(side)
    return verb and (strong.whole, _FINAL) in reading.context.ledger.said


def _is_budgeted(reading: Reading, found: Found) -> bool:
    """Whether its budget comes next: A N，预算M，B N，预算M; the second N is no budget either."""
    stage = reading.context.now.stage
    behind = _BUDGET_NEXT.match(reading.letters, found.end) if stage in BUDGETS else None
    return behind is not None and reading.tokens[behind.start(1)].value == stage


def _is_of_arrived(reading: Reading, phrase: Token) -> bool:
    """Whether all expenditure stands behind what arrived: 预算A，到位B；支出合计C."""
    place, said = phrase.senses[0].place, reading.context.stating[-1:]
    if place.side != "expenditure" or place.steps or phrase.scope or not said:
        return False
    return has_any(said[0].name, reading.wording.outline.arrived)


def _is_of_the_same(phrase: Token, said: Level) -> bool:
    """Whether a phrase that only says expenditure stands right behind its budget."""
    side, place = SIDE_NAMES["expenditure"], said.place
    spent = phrase.name == side and not phrase.scope
    return spent and place.side == "expenditure" and not place.steps


def is_plan(reading: Reading, found: Found) -> bool:
    """Whether a name ends by saying that it is a plan, and what became of it follows.

    锅炉更新计划N，实际支出M: two stages of one thing.
    """
    phrase = reading.token(found, "subject")
    if phrase is None or phrase.senses[0].kind != "open" or reading.context.now.stage:
        return False
    if not _PLAN.search(reading.named(phrase)):
        return False
    return any(t.letter == "S" and t.value in _SPENT for t in reading.tokens[found.end :])


def is_outturn(reading: Reading, found: Found) -> bool:
    """Whether a figure without a stage is what was spent of the budget said before it.

    接待费预算N，支出N, and 全年预算N，全年支出N behind a budget that names nothing.
    """
    phrase, stage = reading.token(found, "subject"), reading.token(found, "stage", "stage2")
    if stage is not None:
        done = reading.run.plain.endswith(_DONE, 0, stage.start)  # 完成预算资金N
        return done or uses(reading, stage)
    if phrase is None:
        return False
    if refers_back(reading, phrase) or _is_actual(reading, phrase) or _is_spent(reading, phrase):
        return True
    if _is_budgeted(reading, found) or _is_of_arrived(reading, phrase):
        return True
    said = reading.context.now.levels[-1] if reading.context.now.levels else None
    before = said or next(iter(reading.context.last[-1:]), None)
    if before is not None and before.column in BUDGETS and _is_of_the_same(phrase, before):
        return True  # 支出预算N，支出M; 全年预算数N；支出M
    year, side = phrase.senses[0].year, phrase.senses[0].place.side
    entire = year and side in FLOWS and phrase.name.startswith(_WHOLE_YEAR)
    if entire and not reading.context.facts.is_budget:
        return True  # 年初预算N，年中调减M；全年支出L; 年初预算N，全年收入M
    of_year = year and side == "expenditure"
    return of_year and said is not None and said.column in CANDIDATES and not said.name
