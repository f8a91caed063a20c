"""The members of a schedule and of its steps in the rule language."""

from __future__ import annotations

from typing import Final

from performance_rules.language.derived import absent
from performance_rules.language.terms import plain_term, terms_said, title_term
from performance_rules.language.types import DATE, STEP, TEXT, list_of
from performance_rules.report.model import Schedule, Step

_SCHEDULE: Final = terms_said(Schedule)
_STEP: Final = terms_said(Step)


SCHEDULE_TERMS: Final = (
    plain_term(
        "name", _SCHEDULE["name"], TEXT, lambda s, n: n.schedule.name or absent(f"{n.title}的名称")
    ),
    plain_term("steps", _SCHEDULE["steps"], list_of(STEP), lambda s, n: list(n.steps)),
    plain_term(
        "earlier",
        ("前一节点", "of two steps in fixed order the first: the two that clash, if any do"),
        STEP,
        lambda s, n: n.pair[0] if n.pair else absent(f"{n.title}中有先后的节点"),
    ),
    plain_term(
        "later",
        ("后一节点", "the other of the two"),
        STEP,
        lambda s, n: n.pair[1] if n.pair else absent(f"{n.title}中有先后的节点"),
    ),
    title_term("title", ("位置", "what the schedule is called")),
)
"""The members of a schedule."""

STEP_TERMS: Final = (
    plain_term("stage", _STEP["stage"], TEXT, lambda s, n: n.step.stage),
    plain_term("name", ("名称", "Chinese name of the stage"), TEXT, lambda s, n: n.name),
    plain_term(
        "first",
        ("最早", "the first day that the date may mean"),
        DATE,
        lambda s, n: n.step.first or absent(f"{n.title}·{n.name}的年份"),
    ),
    plain_term(
        "last",
        ("最晚", "the last day that the date may mean"),
        DATE,
        lambda s, n: n.step.last or absent(f"{n.title}·{n.name}的年份"),
    ),
    plain_term("date", ("日期", "its date as said"), TEXT, lambda s, n: n.step.date or "日期不详"),
    title_term("title", ("位置", "the schedule it belongs to")),
)
"""The members of a step."""
