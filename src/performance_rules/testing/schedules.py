"""Schedules that are consistent by construction: one project, each step no earlier than the last.

Dates are drawn as days and said as a day, a month or a year.
"""

from __future__ import annotations

import datetime as dt

from hypothesis import strategies as st

from performance_rules.report.model import STAGES, Schedule, Step

_FIRST = dt.date(2019, 1, 1)


def schedules(*, name: str | None = None) -> st.SearchStrategy[Schedule]:
    """Return the steps of a project in their usual order, some left out, none running backwards.

    Args:
        name: the name of the project.
    """
    return _steps().map(lambda steps: Schedule(name, steps))


@st.composite
def _steps(draw: st.DrawFn) -> tuple[Step, ...]:
    stages = [stage for stage in STAGES if draw(st.booleans())]
    day, steps = _FIRST, []
    for stage in stages:
        day += dt.timedelta(days=draw(st.integers(0, 400)))
        said = draw(st.integers(1, 3))
        month, date = (day.month if said > 1 else None), (day.day if said > 2 else None)
        steps.append(Step(stage, day.year, month, date))
    return tuple(steps)
