"""Points that a list of self-evaluations tells of a project whose own form stands in the document.

    自评结果汇总表：项目名称 | 自评得分        自评表：灯塔巡检 …… 总分 96

The points of the list are those of the form where both are what the unit gave itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from performance_rules.extraction.drafts.draft import Draft
from performance_rules.extraction.drafts.draftlines import UNIT
from performance_rules.extraction.tables.joining import Found
from performance_rules.report.evaluation import Evaluation
from performance_rules.values.quantity import SCALE, Quantity

_OWN: Final = "自评"
_HEADER: Final = 3
"""How many rows of a list may name its columns."""


def compare_lists(draft: Draft, tables: Iterable[Found]) -> None:
    """Say the points of listed projects beside those of their only forms, where both are told.

    Args:
        draft: the report in the making.
        tables: the tables of the document.
    """
    within = Counter(_table(one) for one in draft.evaluations)
    lists = {
        found.number
        for found in tables
        if within[found.number] > 1 and any(_OWN in text for text in _above(found))
    }
    names = Counter((one.name, _table(one) in lists) for one in draft.evaluations)
    forms = {one.name: one for one in draft.evaluations if _table(one) not in lists}
    for one in draft.evaluations:
        if _table(one) not in lists or not one.name or one.score is None:
            continue
        if names[one.name, True] != 1 or names[one.name, False] != 1:
            continue
        form = forms[one.name]
        if form.sheet is None or form.score is None or form.year != one.year:
            continue
        if not one.score.statements or not form.score.statements:
            continue
        if _rounded(one.score.statements[0].value, form.score.statements[0].value):
            continue
        both = draft.matter(f"{one.name}自评{UNIT}{_table(one)}", "", 0)
        for said in (*one.score.statements[:1], *form.score.statements[:1]):
            if said.source is not None:
                both.say("score", said.value, said.source)


def _rounded(listed: Quantity, own: Quantity) -> bool:
    """Whether two numbers of points are one, the shorter of them rounded."""
    step: int = SCALE // 10 ** min(listed.decimals, own.decimals)
    return 0 < 2 * abs(listed.n - own.n) <= step


def _table(one: Evaluation) -> int | None:
    return one.source.table if one.source is not None else None


def _above(found: Found) -> list[str]:
    """Return what stands in the header of a table."""
    return [text for row in found.rows[:_HEADER] for text in row.texts()]
