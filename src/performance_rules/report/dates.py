"""From plain data to the schedules of a report: the steps of a project and their dates."""

from __future__ import annotations

from performance_rules.report.figures import Figures, names_of
from performance_rules.report.problems import join
from performance_rules.report.scalars import read_choice, read_list
from performance_rules.report.schedule import STAGES, Schedule, Step, is_date

_STAGES = {name: key for key, zh in STAGES.items() for name in (key, zh)}


def read_schedules(data: object, path: str, figures: Figures) -> tuple[Schedule, ...]:
    """Return the schedules of a report; a step without a stage or with no true date is noted."""
    out = []
    for i, item in enumerate(read_list(data, path, figures.problems)):
        where = f"{path}[{i}]"
        raw = figures.problems.fields(item, where, names_of(Schedule))
        name = figures.text(raw.get("name"), join(where, "name"))
        at = join(where, "steps")
        steps = read_list(raw.get("steps") or (), at, figures.problems)
        found = (_step(step, f"{at}[{n}]", figures) for n, step in enumerate(steps))
        out.append(Schedule(name, tuple(step for step in found if step is not None)))
    return tuple(out)


def _step(data: object, path: str, figures: Figures) -> Step | None:
    problems = figures.problems
    raw = problems.fields(data, path, names_of(Step))
    stage = read_choice(raw.get("stage"), join(path, "stage"), _STAGES, "环节", problems)
    date = [raw.get(name) for name in ("year", "month", "day")]
    whole = [n for n in date if n is None or (isinstance(n, int) and not isinstance(n, bool))]
    if len(whole) < len(date) or not is_date(*whole):
        problems.wrong(path, "没有这样的日期", "there is no such date")
        return None
    if stage is None:
        if raw.get("stage") is None:
            problems.wrong(join(path, "stage"), "没有写是哪个环节", "a step needs its stage")
        return None
    known = figures.grounds(raw, path)
    source = figures.source(raw.get("source"), join(path, "source"))
    year, month, day = whole
    return Step(stage, year, month, day, source=source, **known)
