"""The order of the steps of a project: the nodes of a schedule, and where it runs backwards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from performance_rules.report.nodes import ScheduleNode, StepNode
from performance_rules.report.schedule import BEFORE, Schedule

Pair = tuple[StepNode, StepNode]


def schedule_nodes(schedules: Sequence[Schedule], index: int) -> Iterator[ScheduleNode]:
    """Yield the nodes of schedules; the indices of its steps follow that of a schedule."""
    for number, schedule in enumerate(schedules, 1):
        path = f"schedules[{schedule.name or number}]"
        title = f"{schedule.name or '项目'}的进度"
        node = ScheduleNode(index, schedule, path, title)
        for i, step in enumerate(schedule.steps, 1):
            node.steps.append(StepNode(index + i, step, f"{path}.steps[{i}]", title))
        node.pair = max(_pairs(node.steps), key=_against, default=None)
        index += 1 + len(node.steps)
        yield node


def _pairs(steps: list[StepNode]) -> Iterator[Pair]:
    """Yield what has to come first, and is told first, with what has to come later.

    A stage that is told several times began with the first of them and ended with the last.  A
    later stage that is told first and has the earlier date is one of something else: after the
    acceptance of a building the tender for its upkeep.
    """
    told: dict[str, list[StepNode]] = {}
    for step in steps:
        told.setdefault(step.step.stage, []).append(step)
    for stage, later in told.items():
        for before in BEFORE.get(stage, ()):
            if before in told:
                pair = min(told[before], key=_began), max(later, key=_ended)
                if pair[0].index < pair[1].index:
                    yield pair


def _began(node: StepNode) -> int:
    return node.step.first.toordinal() if node.step.first else 0


def _ended(node: StepNode) -> int:
    return node.step.last.toordinal() if node.step.last else 1 << 30


def _against(pair: Pair) -> tuple[int, int]:
    """Return how much a pair speaks against the order: a clash more than a date without a year.

    Of two clashes it is the one by the document's own words, then the one further back.
    """
    earlier, later = (node.step for node in pair)
    if earlier.first is None or later.last is None:
        return 1, 0
    back = (earlier.first - later.last).days
    if back <= 0:
        return 0, back
    return (3 if earlier.settled == later.settled == "said" else 2), back
