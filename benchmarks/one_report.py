"""One report, warm: the library beside the same checks written by hand and in other engines."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from typing import Final

from attrs import define, evolve, field, frozen

import performance_rules as pr
from benchmarks import by_hand, engines
from benchmarks.places import Places, only, places_of, plain_rules
from benchmarks.reports import REGION, decimals, hundredths, load, variants
from benchmarks.timing import Timed, against
from performance_rules.checking.grounding import make_plan
from performance_rules.checking.keeping import forget, judge_tree, kept_for
from performance_rules.checking.plan import COMPILE_AT, Plan
from performance_rules.report.tree import tree_of

BY_HAND: Final = "by hand, integers, loops over tables"
WRITTEN_OUT: Final = "by hand, integers, a statement for each place"
DECIMALS: Final = "by hand, Decimal, loops over tables"
OURS: Final = "performance_rules"
ENGINES: Final = {
    "zen-engine (Rust)": ("zen", engines.zen_engine),
    "CEL, common-expression-language (Rust)": ("cel", engines.cel_rust),
    "CEL, cel-python": ("celpy", engines.cel_python),
}
SLOW: Final = frozenset(("CEL, cel-python",))


@define
class Case:
    """A rule set, reports of one shape, and the places both are judged at."""

    ruleset: pr.RuleSet
    reports: list[pr.Report]
    places: Places
    figures: list[list[int]] = field(init=False)

    def __attrs_post_init__(self) -> None:
        """Take the figures out of the reports."""
        self.figures = [hundredths(report, self.ruleset) for report in self.reports]

    def expected(self, report: pr.Report) -> by_hand.Verdicts:
        """Return what the library says: (place, verdict) wherever it is not pass."""
        plan = plan_of(self.ruleset, report)
        names = ("pass", "open", "fail", "open", "not_applicable")
        judged = plan.judged(tree_of(report, self.ruleset.codebook).values)
        assert judged is not None
        return sorted(
            (index, name) for name, found in zip(names, judged, strict=True) for index in found
        )


@frozen
class Results:
    """The times of one run, and what was run."""

    figures: int
    warm: dict[str, Timed]
    stages: dict[str, Timed]


def plan_of(ruleset: pr.RuleSet, report: pr.Report) -> Plan:
    """Return the plan of all rules for a report: the kept one, compiled, where there is one."""
    for _ in range(COMPILE_AT + 2):
        pr.check(report, ruleset)
    in_force, tree = ruleset.in_force(report.year), tree_of(report, ruleset.codebook)
    if len(kept_for(in_force).groups) == 1:
        (plan,) = judge_tree(tree, ruleset, in_force).plans.each
        return plan
    return make_plan(tree, ruleset, in_force, kept_for(in_force).compiled)


def prepare(count: int = 16) -> Case:
    """Return the case that all peers share: the rules that a person would write as well."""
    report = load()
    everything = pr.RuleSet.for_region(REGION)
    chosen = only(everything, plain_rules(plan_of(everything, report)))
    plan = plan_of(chosen, report)
    return Case(chosen, variants(report, chosen, plan, count), places_of(plan))


def peers(case: Case) -> dict[str, Callable[[Sequence[int]], by_hand.Verdicts]]:
    """Return the peers that give verdicts, by name."""
    return {
        BY_HAND: lambda v: by_hand.looped(case.places, v),
        WRITTEN_OUT: by_hand.written_out(case.places),
    }


def agree(case: Case) -> int:
    """Check that all peers say what the library says of every report; return how many do.

    Raises:
        AssertionError: one of them does not.
    """
    built = {name: make(case.places) for name, (_, make) in installed().items()}
    order = [spot.index for spot in case.places.every]
    for report, v in zip(case.reports, case.figures, strict=True):
        expected = case.expected(report)
        for name, check in peers(case).items():
            assert sorted(check(v)) == expected, name
        assert sorted(by_hand.looped(case.places, decimals(report, case.ruleset))) == expected
        wrong = {index for index, said in expected if said in ("fail", "open")}
        for name, passes in built.items():
            assert {i for i, ok in zip(order, passes(v), strict=True) if not ok} == wrong, name
    return len(peers(case)) + 1 + len(built)


def installed() -> dict[str, tuple[str, Callable[[Places], engines.Passes]]]:
    """Return the engines that are installed."""
    return {name: found for name, found in ENGINES.items() if find_spec(found[0])}


def run(rounds: int = 60) -> Results:
    """Time everything."""
    case = prepare()
    agree(case)
    warm = _warm(case, rounds)
    stages = _stages(case, rounds)
    return Results(len(case.figures[0]), warm, stages)


def _counted(found: Sequence[tuple[int, str]], places: int) -> Counter[str]:
    counts = Counter([said for _, said in found])
    counts["pass"] = places - len(found)
    return counts


def _warm(case: Case, rounds: int) -> dict[str, Timed]:
    """Time a turn of all reports; a report object is kept, its result is not."""
    exact = [decimals(report, case.ruleset) for report in case.reports]
    places, total = case.places, len(case.places.every)

    def ours() -> None:
        for report in case.reports:
            _ = pr.check(report, case.ruleset).summary.verdicts

    def counting(check: Callable[[Sequence[int]], by_hand.Verdicts]) -> Callable[[], None]:
        def turn() -> None:
            for v in case.figures:
                _counted(check(v), total)

        return turn

    def decimal_turn() -> None:
        for v in exact:
            _counted(by_hand.looped(places, v), total)

    def engine(passes: engines.Passes) -> Callable[[], None]:
        def turn() -> None:
            for v in case.figures:
                passes(v).count(True)

        return turn

    tasks = {name: counting(check) for name, check in peers(case).items()}
    tasks |= {OURS: ours, DECIMALS: decimal_turn}
    made = {name: engine(make(places)) for name, (_, make) in installed().items()}
    tasks |= {name: task for name, task in made.items() if name not in SLOW}
    slow = {name: task for name, task in made.items() if name in SLOW}
    found = against(BY_HAND, tasks, rounds)
    if slow:
        again = against(BY_HAND, {BY_HAND: tasks[BY_HAND], **slow}, max(1, rounds // 20))
        found |= {name: again[name] for name in slow}
    each = len(case.reports)
    return {name: Timed(t.microseconds / each, t.ratio) for name, t in found.items()}


def _stages(case: Case, rounds: int) -> dict[str, Timed]:
    """Time the whole rule set: warm, for a new report object, for a new shape, from a dict."""
    ruleset = pr.RuleSet.for_region(REGION)
    plan = plan_of(ruleset, case.reports[0])
    same = [
        report
        for report in case.reports
        if plan.judged(tree_of(report, ruleset.codebook).values) is not None
    ]
    in_force = ruleset.in_force(same[0].year)

    def by_hand_turn() -> None:
        v = case.figures[0]
        _counted(by_hand.looped(case.places, v), len(case.places.every))

    turn = {"report": 0, "name": 0}

    def following() -> pr.Report:
        turn["report"] = (turn["report"] + 1) % len(same)
        return same[turn["report"]]

    def warm() -> None:
        _ = pr.check(following(), ruleset).summary.verdicts

    def new_object() -> None:
        _ = pr.check(evolve(following()), ruleset).summary.verdicts

    def own_facts() -> None:
        turn["name"] += 1
        name, day = f"第{turn['name']}局", dt.date(2022, 1, 1) + dt.timedelta(turn["name"] % 999)
        report = evolve(following(), entity=name, title=f"{name}报告", published=day)
        _ = pr.check(report, ruleset).summary.verdicts

    def new_shape() -> None:
        forget(in_force)
        _ = pr.check(evolve(following()), ruleset).summary.verdicts

    def findings() -> None:
        _ = pr.check(following(), ruleset).findings

    tasks = {
        BY_HAND: by_hand_turn,
        "warm": warm,
        "new object": new_object,
        "own facts": own_facts,
        "findings": findings,
    }
    found = against(BY_HAND, tasks, rounds)
    found |= against(BY_HAND, {BY_HAND: by_hand_turn, "new shape": new_shape}, max(1, rounds // 6))
    return found
