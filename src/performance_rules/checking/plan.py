"""A plan: rules grounded on one form of a report, ready to be judged.

A report of the same form (the same lines and printed precision, other digits) that shows the
rules the same facts is judged by the same plan, without walking any rule again; a plan that keeps
coming back has its conditions compiled into one generated function (``codegen``).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from itertools import islice, product
from typing import Any, Final

from attrs import define, evolve, field, frozen

from performance_rules.errors import Message
from performance_rules.language.ground import (
    Condition,
    Every,
    Fixed,
    Holding,
    Opposite,
    Some,
    Values,
    judge,
    leaves_of,
)
from performance_rules.language.scope import ReadText, Scope
from performance_rules.report.nodes import BreakdownNode, LineNode
from performance_rules.report.tree import Tree
from performance_rules.rules.model import Rule, Severity
from performance_rules.values.precision import CERTAIN, FALSE, FITTING, IMPOSSIBLE, STRAINED, Truth

Judged = tuple[list[int], list[int], list[int], list[int], list[int]]
"""The open places by verdict, as numbered below; those that pass are not listed."""

Judge = Callable[[Values], Judged | None]
"""From printed values to the places that do not pass; None where the plan does not apply."""

PASS, ROUNDING, FAIL, UNDETERMINED, NOT_APPLICABLE = range(5)
"""Verdicts as small integers; their names stand in ``findings.VERDICTS``."""

PARAGRAPHS: Final = -2
"""What the first paragraph is bound as; they have numbers of their own."""

MAX_CHOICES: Final = 64
"""Most combinations of contradictory statements that are tried for one place."""

COMPILE_AT: Final = 20
"""How often a plan is walked before it is worth compiling."""

RULE_BYTES, PLACE_BYTES, OPEN_BYTES, GUARD_BYTES = 1_000, 240, 3_900, 200
"""About what a plan takes for each rule and place, for a place with conditions, for a guard."""

DISAGREE: Final = Message("同一数字各处表述不一", "the figure is stated differently in places")
PRECISION: Final = Message("印出的精度不足以判断", "printed precision cannot settle it")


@define(eq=False)
class Place:
    """One rule at one place: its conditions, and the nodes its variables stand for.

    Attributes:
        bound: what each variable of the rule stands for: the index of a node, -1 for the report,
            a paragraph counted downwards from ``PARAGRAPHS``, or a text.
        whole: whether it stands for the whole rule, which has no place.
    """

    rule: Rule
    bound: tuple[int | str, ...]
    when: Condition
    asserts: Condition
    index: int = 0
    whole: bool = False

    def copied(self) -> Place:
        """Return the place for another plan, where it gets an index of its own."""
        return Place(self.rule, self.bound, self.when, self.asserts, 0, self.whole)


@frozen(eq=False)
class Part:
    """What a plan has of one rule: its places, and what decided which there are.

    Attributes:
        guards: conditions on digits, with their truth at the time.
        reads: what it was told by texts that hold a word for the body.
    """

    guards: Sequence[tuple[Condition, Truth]]
    reads: Mapping[ReadText, Hashable]
    places: Sequence[Place]

    def fits(self, scope: Scope) -> bool:
        """Whether the rule has these places in another report of the form."""
        return hold(self.guards, scope.values) and scope.answers_alike(self.reads)


@define(eq=False)
class Plan:
    """All places of some rules for one form of a report.

    Attributes:
        guards: those of its parts.
        reads: those of its parts.
        alternatives: further statements of a figure, by the leaf that speaks for it.
        settled: the verdict of each place that no digit matters to and that does not pass.
        open: the places whose verdict depends on digits.
        tally: how many places there are of each verdict as long as every open place passes.
        failed: the places that fail whatever the digits.
        severities: the severity of the rule of each place.
        leaves: how many printed numbers a report of the shape has.
        parts: what it has of each rule, by id.
        compiler: what makes one function of the plan once it has come back often enough.
        run: that function.
    """

    places: list[Place] = field(factory=list)
    guards: list[tuple[Condition, Truth]] = field(factory=list)
    reads: dict[ReadText, Hashable] = field(factory=dict)
    alternatives: dict[int, tuple[int, ...]] = field(factory=dict)
    settled: dict[int, int] = field(factory=dict)
    open: list[Place] = field(factory=list)
    tally: list[int] = field(factory=lambda: [0] * 5)
    failed: list[int] = field(factory=list)
    severities: list[Severity] = field(factory=list)
    leaves: int = 0
    parts: dict[str, Part] = field(factory=dict)
    compiler: Callable[[Plan], Judge] | None = None
    run: Judge | None = None
    walked: int = 0

    def take(self, name: str, part: Part) -> None:
        """Take what a rule has into the plan."""
        self.parts[name] = part
        self.guards += part.guards
        self.reads |= part.reads
        for place in part.places:
            self.add(place)

    def add(self, place: Place) -> None:
        """Take a place into the plan; where no digit matters its verdict is settled at once."""
        place.index = len(self.places)
        self.places.append(place)
        self.severities.append(place.rule.severity)
        if isinstance(place.when, Fixed) and (
            place.when.truth >> 2 != CERTAIN or isinstance(place.asserts, Fixed)
        ):
            verdict = verdict_of(place, ())
            if verdict != PASS:
                self.settled[place.index] = verdict
            if verdict == FAIL:
                self.failed.append(place.index)
        else:
            verdict = PASS
            self.open.append(place)
        self.tally[verdict] += 1

    @property
    def steady(self) -> bool:
        """Whether no digit matters to any place."""
        return not self.open and not self.guards

    @property
    def size(self) -> int:
        """About how many bytes it takes."""
        rules, places = RULE_BYTES * len(self.parts), PLACE_BYTES * len(self.places)
        guards = GUARD_BYTES * (len(self.guards) + len(self.reads))
        return rules + places + OPEN_BYTES * len(self.open) + guards

    def judged(self, values: Values) -> Judged | None:
        """Return the open places that do not simply pass, by verdict.

        None where the values make other places than the plan has: a guard comes out differently.
        """
        if self.run is not None:
            return self.run(values)
        if self.steady:
            return ([], [], [], [], [])
        if not hold(self.guards, values):
            return None
        self.walked += 1
        if self.walked > COMPILE_AT and self.compiler is not None:
            self.run = self.compiler(self)
            return self.run(values)
        found: Judged = ([], [], [], [], [])
        stated: dict[int, Sequence[int]] = {}
        for place in self.open:
            verdict = self.verdict(place, values, stated)
            if verdict != PASS:
                found[verdict].append(place.index)
        return found

    def of(self, places: Sequence[Place]) -> Plan:
        """Return a plan of some of the open places, without guards: whatever the digits are."""
        return evolve(self, open=list(places), guards=[], run=None)

    def verdict(
        self, place: Place, values: Values, stated: dict[int, Sequence[int]] | None = None
    ) -> int:
        """Return the verdict of one place.

        Args:
            place: the place.
            values: the printed values.
            stated: what figures stated several times are stated as, as far as it was asked for.
        """
        found = verdict_of(place, values)
        doubtful = self.doubtful(place) if found == FAIL else {}
        if not doubtful:
            return found
        stated = {} if stated is None else stated
        for leaf, others in doubtful.items():
            if leaf not in stated:
                stated[leaf] = list(dict.fromkeys(values[s] for s in (leaf, *others)))
        other = list(values)
        for choice in islice(product(*map(stated.__getitem__, doubtful)), 1, MAX_CHOICES):
            for leaf, value in zip(doubtful, choice, strict=True):
                other[leaf] = value
            if verdict_of(place, other) != FAIL:
                return UNDETERMINED
        return found

    def doubtful(self, place: Place) -> dict[int, tuple[int, ...]]:
        """Return the leaves of an assertion whose figure is stated elsewhere as well, and where.

        A rule that sets statements of one figure against each other means each as it stands.
        """
        used = leaves_of(place.asserts)
        return {
            leaf: self.alternatives[leaf]
            for leaf in sorted(used & self.alternatives.keys())
            if used.isdisjoint(self.alternatives[leaf])
        }


def verdict_of(place: Place, values: Values) -> int:
    """Return the verdict that a place's own conditions give."""
    applies = judge(place.when, values)
    if applies == FALSE:
        return NOT_APPLICABLE
    if applies >> 2 != CERTAIN:
        return UNDETERMINED
    return verdict_of_truth(judge(place.asserts, values))


def verdict_of_truth(t: Truth) -> int:
    """Return the verdict of an assertion's truth."""
    low, high = t >> 2, t & 3
    if high == IMPOSSIBLE:
        return FAIL
    if low >= FITTING:
        return PASS
    return ROUNDING if low == high == STRAINED else UNDETERMINED


def hold(guards: Sequence[tuple[Condition, Truth]], values: Values) -> bool:
    """Whether guards come out as they did."""
    return all(judge(condition, values) == truth for condition, truth in guards)


@frozen(eq=False)
class Plans:
    """The plans that all rules in force have for one report.

    Attributes:
        each: the plans; each is of the rules that see the same facts of a report.
        open: those of them to whose places digits matter.
        tally: how many places there are of each verdict as long as every open place passes.
        failed: the severities of the places that fail whatever the digits.
    """

    each: tuple[Plan, ...]
    open: tuple[Plan, ...]
    tally: tuple[int, ...]
    failed: tuple[Severity, ...]

    @classmethod
    def of(cls, each: Sequence[Plan]) -> Plans:
        """Return plans with what they count together."""
        tally = tuple(map(sum, zip(*(plan.tally for plan in each), strict=True))) or (0,) * 5
        failed = tuple(plan.severities[index] for plan in each for index in plan.failed)
        return cls(tuple(each), tuple(plan for plan in each if plan.open), tally, failed)


def nodes_of(place: Place, tree: Tree) -> list[Any]:
    """Return what the variables of a place stand for in a report of the plan's shape."""
    return [_bound(one, tree) for one in place.bound]


def _bound(bound: int | str, tree: Tree) -> Any:
    if isinstance(bound, str):
        return bound
    if bound <= PARAGRAPHS:
        return tree.paragraphs[PARAGRAPHS - bound]
    return tree if bound < 0 else tree.nodes[bound]


def slots_of(place: Place, tree: Tree) -> list[Any]:
    """Return the same as the slots that expressions of the rule are evaluated in."""
    slots: list[Any] = [None] * (place.rule.slots + 1)
    for (slot, _, _), node in zip(place.rule.each, nodes_of(place, tree), strict=False):
        slots[slot] = node
    return slots


def about_of(place: Place, tree: Tree) -> set[str]:
    """Return the kinds of figures that a place compares, and how what it is about is divided."""
    found: set[str] = {tree.leaves[leaf].kind for leaf in leaves_of(place.asserts)}
    for node in nodes_of(place, tree):
        if isinstance(node, BreakdownNode):
            found.add(node.dimension)
        elif isinstance(node, LineNode):
            found |= {breakdown.dimension for breakdown in node.breakdowns}
    return found


def reason_of(place: Place, values: Values) -> Message:
    """Return why a place was left open.

    Args:
        place: the place, grounded on the very report: a plan knows the reasons of the first one.
        values: the printed values of the report.
    """
    if judge(place.when, values) >> 2 != CERTAIN:
        return next(_whys(place.when), None) or Message("条件不成立", "its condition is not met")
    found = next(_whys(place.asserts), None)
    if found is not None:
        return found
    return DISAGREE if verdict_of(place, values) == FAIL else PRECISION


def _whys(condition: Condition) -> Iterator[Message]:
    match condition:
        case Fixed(_, why):
            if why is not None:
                yield why
        case Every(items) | Some(items):
            for item in items:
                yield from _whys(item)
        case Opposite(item) | Holding(item):
            yield from _whys(item)
