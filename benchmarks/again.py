"""Again: what a check costs of a report whose form was seen before, by what else it says."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from itertools import count
from statistics import median
from time import process_time
from typing import Final

from attrs import evolve, frozen

from benchmarks.documents import BODY, TEXTS, text
from performance_rules import Report, RuleSet, check
from performance_rules.extraction.documents import extract
from performance_rules.readers import read_document

LENGTH: Final = 20_000
BODIES: Final = count(1)


@frozen
class Again:
    """One text: its sentences, and milliseconds of each way in which it comes back."""

    kind: str
    places: int
    first: float
    known: float
    reworded: float

    @property
    def ratio(self) -> float:
        """What other words cost, times a report that is known word for word."""
        return self.reworded / self.known


def run(rounds: int = 15) -> tuple[Again, ...]:
    """Time the documents of the benchmark, each when it comes back in either way."""
    return tuple(_again(kind, rounds) for kind in TEXTS)


def reworded(report: Report) -> Report:
    """Return a report with a name of its own wherever its text has the name of the body."""
    name = f"第{next(BODIES)}区水务局"
    own = (evolve(one, text=one.text.replace(BODY, name)) for one in report.text)
    return evolve(report, entity=name, title=f"{name}报告", text=tuple(own))


def _again(kind: str, rounds: int) -> Again:
    report = extract(read_document(text(kind, LENGTH).encode())).report
    ruleset = RuleSet.for_region(None)
    first = _milliseconds(lambda: report, ruleset)
    for _ in range(2):  # the second report of a form is the first whose prose is asked
        _milliseconds(lambda: reworded(report), ruleset)
    copied = pickle.dumps(report)
    taken: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds):
        taken[0].append(_milliseconds(lambda: pickle.loads(copied), ruleset))  # noqa: S301
        taken[1].append(_milliseconds(lambda: reworded(report), ruleset))
    places = sum(check(report, ruleset).summary.verdicts.values())
    return Again(kind, places, first, *map(median, taken))


def _milliseconds(make: Callable[[], Report], ruleset: RuleSet) -> float:
    report = make()
    begun = process_time()
    _ = check(report, ruleset).summary.verdicts
    return 1000 * (process_time() - begun)
