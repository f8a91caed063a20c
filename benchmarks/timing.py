"""Timing several things against each other: interleaved, medians, as ratios to the first."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping
from statistics import median
from time import perf_counter_ns

from attrs import frozen


@frozen
class Timed:
    """How long one call takes, and the median of its ratios to the first in the same round."""

    microseconds: float
    ratio: float


def against(
    first: str, tasks: Mapping[str, Callable[[], object]], rounds: int, least: int = 2_000_000
) -> dict[str, Timed]:
    """Return the times of tasks by name.

    Every round runs every task once more, so that whatever else the machine does hits all alike.

    Args:
        first: the name of the task that the others are compared with.
        tasks: what is timed; a call is a whole turn, such as 16 reports.
        rounds: how often everything is run.
        least: nanoseconds a turn is repeated for, so that the clock does not matter.
    """
    repeats = {name: max(1, least // max(1, _once(task, 1))) for name, task in tasks.items()}
    taken: dict[str, list[float]] = {name: [] for name in tasks}
    gc.collect()
    gc.disable()
    try:
        for _ in range(rounds):
            for name, task in tasks.items():
                taken[name].append(_once(task, repeats[name]) / repeats[name])
    finally:
        gc.enable()
    return {
        name: Timed(
            median(times) / 1000,
            median(t / base for t, base in zip(times, taken[first], strict=True)),
        )
        for name, times in taken.items()
    }


def _once(task: Callable[[], object], repeats: int) -> int:
    start = perf_counter_ns()
    for _ in range(repeats):
        task()
    return perf_counter_ns() - start
