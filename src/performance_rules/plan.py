"""A plan: every rule of a rule set grounded on one report shape, ready to be judged.

Grounding walks the rules over the report once and leaves conditions over printed numbers.  A
report of the same shape (the same lines, words and printed precision, other digits) is judged by
the same plan, without walking any rule again; a shape that keeps coming back has its conditions
compiled into one generated function (``codegen``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, product
from typing import Any, Final

from attrs import define, field, frozen

from performance_rules.codegen import Judge, Judged, compile_plan
from performance_rules.errors import Message
from performance_rules.language.compile import (
    Ground,
    GroundCondition,
    compile_condition,
    compile_value,
)
from performance_rules.language.ground import (
    HOLDS,
    Condition,
    Every,
    Fixed,
    Holding,
    Missing,
    Opposite,
    Some,
    Values,
    judge,
    leaves_of,
    unknown,
)
from performance_rules.language.scope import Scope, TooMuch, of
from performance_rules.precision import CERTAIN, FALSE, FITTING, IMPOSSIBLE, STRAINED, Truth
from performance_rules.report.model import KINDS
from performance_rules.report.tree import Tree
from performance_rules.rules import Rule, Severity
from performance_rules.rulesets import InForce, RuleSet

PASS, ROUNDING, FAIL, UNDETERMINED, NOT_APPLICABLE = range(5)
"""Verdicts as small integers; their names stand in ``findings.VERDICTS``."""

MAX_PLACES: Final = 20_000
"""Most places one rule may range over in one report."""

MAX_CHOICES: Final = 64
"""Most combinations of contradictory statements that are tried for one place."""

MAX_SHAPES: Final = 256
"""How many report shapes a rule set remembers."""

MAX_PLANS: Final = 8
"""How many plans of one shape it remembers: digits can decide which places there are."""

COMPILE_AT: Final = 20
"""How often a plan is walked before it is worth compiling."""

DISAGREE: Final = Message("同一数字各处表述不一", "the figure is stated differently in places")
PRECISION: Final = Message("印出的精度不足以判断", "printed precision cannot settle it")


@define(eq=False)
class Place:
    """One rule at one place: its conditions, and the nodes its variables stand for."""

    rule: Rule
    bound: tuple[tuple[int, int | str], ...]
    when: Condition
    asserts: Condition
    index: int = 0


@define(eq=False)
class Plan:
    """All places of all rules for one report shape.

    Attributes:
        guards: conditions that decided which places there are, with their truth at the time.
        alternatives: further statements of a figure, by the leaf that speaks for it.
        settled: the verdict of each place that no digit matters to and that does not pass.
        open: the places whose verdict depends on digits.
        tally: how many places there are of each verdict as long as every open place passes.
        failed: the places that fail whatever the digits.
        severities: the severity of the rule of each place.
        leaves: how many printed numbers a report of the shape has.
        parts: the guards and the places of each rule, by id.
        run: the generated function, once the shape has come back often enough.
    """

    shape: str
    places: list[Place] = field(factory=list)
    guards: list[tuple[Condition, Truth]] = field(factory=list)
    alternatives: dict[int, tuple[int, ...]] = field(factory=dict)
    settled: dict[int, int] = field(factory=dict)
    open: list[Place] = field(factory=list)
    tally: list[int] = field(factory=lambda: [0] * 5)
    failed: list[int] = field(factory=list)
    severities: list[Severity] = field(factory=list)
    leaves: int = 0
    parts: dict[str, tuple[Sequence[tuple[Condition, Truth]], Sequence[Place]]] = field(
        factory=dict
    )
    run: Judge | None = None
    walked: int = 0

    def judged(self, values: Values) -> Judged | None:
        """Return the open places that do not simply pass, by verdict.

        None where the values make other places than the plan has: a guard comes out differently.
        """
        if self.run is not None:
            return self.run(values)
        if not hold(self.guards, values):
            return None
        self.walked += 1
        if self.walked > COMPILE_AT:
            self.run = compile_plan(self)
            return self.run(values)
        found: Judged = ([], [], [], [], [])
        for place in self.open:
            verdict = self.verdict(place, values)
            if verdict != PASS:
                found[verdict].append(place.index)
        return found

    def verdict(self, place: Place, values: Values) -> int:
        """Return the verdict of one place."""
        found = verdict_of(place, values)
        doubtful = self.doubtful(place) if found == FAIL else {}
        said = [
            dict.fromkeys(values[s] for s in (leaf, *others)) for leaf, others in doubtful.items()
        ]
        for choice in islice(product(*said), 1, MAX_CHOICES):
            other = list(values)
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


@frozen(eq=False)
class Compiled:
    """The closures of one rule."""

    rule: Rule
    sources: tuple[tuple[int, Ground], ...]
    when: GroundCondition | None
    asserts: GroundCondition


def compile_rule(rule: Rule) -> Compiled:
    """Return the closures of a rule."""
    return Compiled(
        rule,
        tuple((slot, compile_value(source, printed=True)) for slot, _, source in rule.each),
        compile_condition(rule.when, printed=True) if rule.when is not None else None,
        compile_condition(rule.asserts, printed=False),
    )


def scope_of(tree: Tree, ruleset: RuleSet, in_force: InForce) -> Scope:
    """Return what expressions see of a report under a rule set."""
    return Scope(tree, ruleset.codebook, ruleset.lexicon, tree.values, in_force.values())


def judged(tree: Tree, ruleset: RuleSet, in_force: InForce) -> tuple[Plan, Judged]:
    """Return the plan for a report, a kept one if there is one, and what it finds."""
    values = tree.values
    kept = in_force.plans.setdefault(tree.shape, [])
    for plan in kept:
        if isinstance(plan, Plan):
            found = plan.judged(values)
            if found is not None:
                return plan, found
    plan = make_plan(tree, ruleset, in_force, [p for p in kept if isinstance(p, Plan)])
    if len(in_force.plans) > MAX_SHAPES:
        in_force.plans.pop(next(iter(in_force.plans)))
    kept[MAX_PLANS - 1 :] = []
    kept.insert(0, plan)
    return plan, plan.judged(values) or ([], [], [], [], [])


def make_plan(tree: Tree, ruleset: RuleSet, in_force: InForce, known: Sequence[Plan] = ()) -> Plan:
    """Ground every rule in force on a report.

    Args:
        tree: the report.
        ruleset: the rule set.
        in_force: what it says for the year of the report.
        known: plans of the same shape; a rule whose guards hold in one of them has its places.
    """
    scope = scope_of(tree, ruleset, in_force)
    plan = Plan(tree.shape, alternatives=scope.alternatives, leaves=len(tree.leaves))
    for other in known:
        plan.alternatives.update(other.alternatives)
    for name in sorted(in_force.rules):
        parts = (other.parts[name] for other in known)
        part = next((part for part in parts if hold(part[0], tree.values)), None)
        if part is not None:
            part = part[0], [Place(p.rule, p.bound, p.when, p.asserts) for p in part[1]]
        else:
            scope.guards = []
            part = scope.guards, list(_places_of(in_force.rules[name], scope, in_force))
        plan.parts[name] = part
        plan.guards += part[0]
        for place in part[1]:
            _add(plan, place)
    return plan


def hold(guards: Sequence[tuple[Condition, Truth]], values: Values) -> bool:
    """Whether guards come out as they did."""
    return all(judge(condition, values) == truth for condition, truth in guards)


def _places_of(rule: Rule, scope: Scope, in_force: InForce) -> Iterator[Place]:
    """Yield all places of a rule, or the one that says why it has none."""
    reason = _not_now(rule, scope, in_force)
    if reason is not None:
        yield Place(rule, (), *reason)
        return
    scope.steps = 0
    found = 0
    try:
        for found, place in enumerate(_ground(_compiled(in_force, rule), scope), 1):
            yield place
            if found > MAX_PLACES:
                raise TooMuch(MAX_PLACES)
    except TooMuch:
        found += 1
        why = Message("涉及的位置太多，未检查", "too many places to check")
        yield Place(rule, (), HOLDS, unknown(why))
    if not found:
        why = Message("报告没有涉及的内容", "the report has nothing of the kind")
        yield Place(rule, (), Fixed(FALSE, why), HOLDS)


def _compiled(in_force: InForce, rule: Rule) -> Compiled:
    kept = in_force.compiled.get(rule.id)
    if not isinstance(kept, Compiled) or kept.rule is not rule:
        kept = in_force.compiled[rule.id] = compile_rule(rule)
    return kept


def _not_now(rule: Rule, scope: Scope, in_force: InForce) -> tuple[Condition, Condition] | None:
    """Return the conditions of a rule that does not get as far as the report's places."""
    kind = scope.tree.report.kind
    if rule.kinds and kind is None:
        why = Message("报告文种不明", "the kind of report is unknown")
        return unknown(why), HOLDS
    if rule.kinds and kind not in rule.kinds:
        name = KINDS.get(kind or "", kind or "")
        return Fixed(FALSE, Message(f"不适用于{name}", f"not for a report of kind {kind}")), HOLDS
    if rule.id in in_force.undated:
        why = Message("报告年度不明，规则是否生效未定", "the year is unknown; so is the rule")
        return unknown(why), HOLDS
    for name in sorted(rule.parameters):
        found = in_force.parameters[name]
        value = found.value
        if isinstance(value, Missing):
            if found.undated:
                return unknown(value.why), HOLDS
            return Fixed(FALSE, value.why), HOLDS
    return None


def _ground(compiled: Compiled, scope: Scope) -> Iterator[Place]:
    """Yield the places of one rule."""
    slots: list[Any] = [None] * (compiled.rule.slots + 1)
    for missing in _places(compiled.sources, scope, slots):
        bound = tuple((slot, _reference(slots[slot])) for slot, _ in compiled.sources)
        if missing is not None:
            yield Place(compiled.rule, (), Fixed(FALSE, missing.why), HOLDS)
            continue
        when = compiled.when(scope, slots) if compiled.when is not None else HOLDS
        if isinstance(when, Fixed) and when.truth == FALSE:
            yield Place(compiled.rule, bound, when, HOLDS)
        else:
            yield Place(compiled.rule, bound, when, compiled.asserts(scope, slots))


def _places(
    sources: Sequence[tuple[int, Ground]], scope: Scope, slots: list[Any]
) -> Iterator[Missing | None]:
    """Bind the variables to every combination of items; a missing list yields its reason."""
    if not sources:
        yield None
        return
    (slot, source), rest = sources[0], sources[1:]
    items = source(scope, slots)
    if isinstance(items, Missing):
        yield items
        return
    scope.visit(len(of(list, items)))
    for item in of(list, items):
        if isinstance(item, Missing):
            continue
        slots[slot] = item
        yield from _places(rest, scope, slots)


def _reference(value: Any) -> int | str:
    return value if isinstance(value, str) else int(getattr(value, "index", -1))


def _add(plan: Plan, place: Place) -> None:
    """Take a place into the plan; where no digit matters its verdict is settled at once."""
    place.index = len(plan.places)
    plan.places.append(place)
    plan.severities.append(place.rule.severity)
    if isinstance(place.when, Fixed) and (
        place.when.truth >> 2 != CERTAIN or isinstance(place.asserts, Fixed)
    ):
        verdict = verdict_of(place, ())
        if verdict != PASS:
            plan.settled[place.index] = verdict
        if verdict == FAIL:
            plan.failed.append(place.index)
    else:
        verdict = PASS
        plan.open.append(place)
    plan.tally[verdict] += 1


def slots_of(place: Place, tree: Tree) -> list[Any]:
    """Return the variables of a place as nodes of a report of the plan's shape."""
    slots: list[Any] = [None] * (place.rule.slots + 1)
    for slot, reference in place.bound:
        if isinstance(reference, str):
            slots[slot] = reference
        else:
            slots[slot] = tree if reference < 0 else tree.nodes[reference]
    return slots


def reason_of(place: Place, verdict: int, values: Values) -> Message:
    """Return why a place was not judged."""
    applies = judge(place.when, values)
    if verdict == NOT_APPLICABLE or applies >> 2 != CERTAIN:
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
