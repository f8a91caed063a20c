"""What a list of self-evaluations tells of a project whose own form stands in the document.

    自评结果汇总表：项目名称 | 全年执行数 | 自评得分        自评表：灯塔巡检 …… 总分 96

The points of the list are those of the form where both are what the unit gave itself; its money is
the form's where another stage of it is the same in both.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from performance_rules.extraction.drafts.draft import Draft
from performance_rules.extraction.drafts.draftlines import UNIT
from performance_rules.extraction.tables.joining import Found
from performance_rules.report.evaluation import Evaluation
from performance_rules.report.lines import Figure, Statement
from performance_rules.values.quantity import SCALE, Quantity

_OWN: Final = "自评"
_STAGES: Final = ("initial_budget", "adjusted_budget", "final")
_HEADER: Final = 3
"""How many rows of a list may name its columns."""


def compare_lists(draft: Draft, tables: Iterable[Found]) -> None:
    """Say what a list tells of projects beside what their only forms do, where both are told.

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
        if _table(one) not in lists or not one.name:
            continue
        if names[one.name, True] != 1 or names[one.name, False] != 1:
            continue
        form = forms[one.name]
        if form.sheet is None or form.year != one.year:
            continue
        for column, told in (("score", _first(one.score, form.score)), *_money(one, form)):
            if not told or _rounded(*(said.value for said in told)):
                continue
            both = draft.matter(f"{one.name}自评{UNIT}{_table(one)}", "", 0)
            for said in told:
                if said.source is not None:
                    both.say(column, said.value, said.source)


def _money(listed: Evaluation, form: Evaluation) -> Iterator[tuple[str, Sequence[Statement]]]:
    """Yield the money that a list tells otherwise than a form, if another stage is the same."""
    if listed.funds is None or form.funds is None:
        return
    told = {
        column: both
        for column in _STAGES
        if (both := _first(getattr(listed.funds, column), getattr(form.funds, column)))
    }
    apart = {
        column: (one, other)
        for column, (one, other) in told.items()
        if abs(one.value.n - other.value.n) > one.value.half + other.value.half
    }
    if len(apart) < len(told):
        yield from apart.items()


def _first(one: Figure | None, other: Figure | None) -> Sequence[Statement]:
    """Return what is said first of each of two figures; nothing where one is not told."""
    if one is None or other is None or not one.statements or not other.statements:
        return ()
    return (one.statements[0], other.statements[0])


def _rounded(listed: Quantity, own: Quantity) -> bool:
    """Whether two numbers of points are one, the shorter of them rounded."""
    step: int = SCALE // 10 ** min(listed.decimals, own.decimals)
    return 0 < 2 * abs(listed.n - own.n) <= step


def _table(one: Evaluation) -> int | None:
    return one.source.table if one.source is not None else None


def _above(found: Found) -> list[str]:
    """Return what stands in the header of a table."""
    return [text for row in found.rows[:_HEADER] for text in row.texts()]
