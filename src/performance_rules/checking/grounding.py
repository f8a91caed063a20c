"""Grounding: the rules in force walked over one report, leaving conditions over its numbers.

Which places there are may depend on digits; the conditions that decided so are the guards of the
plan.  They may depend on names that hold a word for the body as well; what was read of them is kept
with the plan.  Digits and names that make other places need another plan, but only of the rules
concerned.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final
from weakref import WeakValueDictionary

from attrs import evolve, frozen

from performance_rules.checking.codegen import compile_plan
from performance_rules.checking.plan import PARAGRAPHS, Part, Place, Plan
from performance_rules.errors import Message
from performance_rules.language.compile import (
    Ground,
    GroundCondition,
    compile_condition,
    compile_value,
    operands,
)
from performance_rules.language.ground import (
    HOLDS,
    Condition,
    Fixed,
    Missing,
    every,
    unknown,
)
from performance_rules.language.scope import Scope, TooMuch, of
from performance_rules.language.sight import Sight, sight_of
from performance_rules.language.typed import variables_of
from performance_rules.report.model import KINDS
from performance_rules.report.nodes import ParagraphNode
from performance_rules.report.tree import Tree
from performance_rules.rules.model import Rule
from performance_rules.rules.ruleset import InForce, RuleSet
from performance_rules.values.precision import FALSE

MAX_PLACES: Final = 20_000
"""Most places one rule may range over in one report."""

NOTHING: Final = Message("报告没有涉及的内容", "the report has nothing of the kind")


@frozen(eq=False)
class Compiled:
    """The closures of one rule.

    Attributes:
        when: the conditions that must all hold, each with how many of the variables it needs.
        sight: what the rule can see of a report beside its form.
    """

    rule: Rule
    sources: tuple[tuple[int, Ground], ...]
    when: tuple[tuple[int, GroundCondition], ...]
    asserts: GroundCondition
    sight: Sight


_COMPILED: Final[WeakValueDictionary[int, Compiled]] = WeakValueDictionary()
"""The closures of rules that are in use, by the identity of the rule that each of them holds."""


def compile_rule(rule: Rule) -> Compiled:
    """Return the closures of a rule; every year and region in which it is the same shares them."""
    found = _COMPILED.get(id(rule))
    if found is None:
        found = _COMPILED[id(rule)] = _compiled(rule)
    return found


def _compiled(rule: Rule) -> Compiled:
    slots = [slot for slot, _, _ in rule.each]
    conditions = operands("and", rule.when) if rule.when is not None else []
    when = []
    for tree in conditions:
        used = [slots.index(slot) + 1 for slot in variables_of(tree) if slot in slots]
        when.append((max(used, default=0), compile_condition(tree, printed=True)))
    return Compiled(
        rule,
        tuple((slot, compile_value(source, printed=True)) for slot, _, source in rule.each),
        tuple(when),
        compile_condition(rule.asserts, printed=False),
        sight_of({s: source for s, _, source in rule.each}, rule.when, rule.asserts, rule.slots),
    )


def scope_of(tree: Tree, ruleset: RuleSet, in_force: InForce) -> Scope:
    """Return what expressions see of a report under a rule set."""
    return Scope(tree, ruleset.codebook, ruleset.lexicon, tree.values, in_force.values())


def make_plan(
    tree: Tree,
    ruleset: RuleSet,
    in_force: InForce,
    compiled: Mapping[str, Compiled],
    known: Sequence[Plan] = (),
) -> Plan:
    """Ground rules in force on a report.

    Args:
        tree: the report.
        ruleset: the rule set.
        in_force: what it says for the year of the report.
        compiled: the rules, by id.
        known: plans of the same rules for the same form; a rule whose guards hold in one of them,
            and which reads the same, has its places.
    """
    scope = scope_of(tree, ruleset, in_force)
    plan = Plan(alternatives=scope.alternatives, leaves=len(tree.leaves), compiler=compile_plan)
    for other in known:
        plan.alternatives.update(other.alternatives)
    for name in sorted(compiled):
        parts = (other.parts[name] for other in known)
        part = next((part for part in parts if part.fits(scope)), None)
        if part is not None:
            part = evolve(part, places=[place.copied() for place in part.places])
        else:
            scope.guards, scope.reads = [], {}
            places = list(_places_of(compiled[name], scope, in_force))
            part = Part(scope.guards, scope.reads, places)
        plan.take(name, part)
    return plan


def grounded_again(place: Place, compiled: Compiled, scope: Scope, slots: list[Any]) -> Place:
    """Return a place with conditions of the report at hand, which say in its own words why.

    Args:
        place: the place in a plan that may have been made for another report.
        compiled: its rule.
        scope: the report at hand.
        slots: what the variables of the rule stand for.
    """
    if place.whole:
        return place
    when = _applies(compiled, scope, slots, [None] * len(compiled.when))
    return Place(place.rule, place.bound, when, compiled.asserts(scope, slots))


def _places_of(compiled: Compiled, scope: Scope, in_force: InForce) -> Iterator[Place]:
    """Yield all places of a rule, or the one that says why it has none."""
    rule = compiled.rule
    reason = _not_now(rule, scope, in_force)
    if reason is not None:
        if scope.tree.report.kind is None and not _touches(compiled, scope):
            reason = Fixed(FALSE, NOTHING), HOLDS
        yield Place(rule, (), *reason, whole=True)
        return
    scope.steps = 0
    found = 0
    try:
        for found, place in enumerate(_ground(compiled, scope), 1):
            yield place
            if found > MAX_PLACES:
                raise TooMuch(MAX_PLACES)
    except TooMuch:
        found += 1
        why = Message("涉及的位置太多，未检查", "too many places to check")
        yield Place(rule, (), HOLDS, unknown(why), whole=True)
    if not found:
        yield Place(rule, (), Fixed(FALSE, NOTHING), HOLDS, whole=True)


def _touches(compiled: Compiled, scope: Scope) -> bool:
    """Whether a report has anything that a rule ranges over; a rule of the whole report has."""
    scope.steps = 0
    slots: list[Any] = [None] * (compiled.rule.slots + 1)
    try:
        places = _places(compiled.sources, scope, slots, 0)
        return any(missing is None for _, missing in places)
    except TooMuch:
        return True


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
    known: list[Condition | None] = [None] * len(compiled.when)
    for changed, missing in _places(compiled.sources, scope, slots, 0):
        for i, (needs, _) in enumerate(compiled.when):
            if needs > changed:
                known[i] = None
        if missing is not None:
            yield Place(compiled.rule, (), Fixed(FALSE, missing.why), HOLDS, whole=True)
            continue
        bound = tuple([_reference(slots[slot]) for slot, _ in compiled.sources])
        when = _applies(compiled, scope, slots, known)
        if isinstance(when, Fixed) and when.truth == FALSE:
            yield Place(compiled.rule, bound, when, HOLDS)
        else:
            yield Place(compiled.rule, bound, when, compiled.asserts(scope, slots))


def _applies(
    compiled: Compiled, scope: Scope, slots: list[Any], known: list[Condition | None]
) -> Condition:
    """Return whether a rule applies at a place.

    What does not look at a variable is not asked again when only that variable moves on: a rule
    over every line and column asks once for each line whether it has parts.
    """
    found = []
    for i, (_, ground) in enumerate(compiled.when):
        condition = known[i]
        if condition is None:
            condition = known[i] = ground(scope, slots)
        if isinstance(condition, Fixed) and condition.truth == FALSE:
            return condition
        found.append(condition)
    return every(found)


def _places(
    sources: Sequence[tuple[int, Ground]], scope: Scope, slots: list[Any], level: int
) -> Iterator[tuple[int, Missing | None]]:
    """Bind the variables to every combination of items.

    Yields:
        The first variable that was bound anew, by its number, and why there is no list of items,
        where there is none.
    """
    if level == len(sources):
        yield level, None
        return
    slot, source = sources[level]
    items = source(scope, slots)
    if isinstance(items, Missing):
        yield level, items
        return
    scope.visit(len(of(list, items)))
    for item in of(list, items):
        if isinstance(item, Missing):
            continue
        slots[slot] = item
        first = level
        for changed, missing in _places(sources, scope, slots, level + 1):
            yield min(first, changed), missing
            first = len(sources)


def _reference(value: Any) -> int | str:
    if isinstance(value, ParagraphNode):
        return PARAGRAPHS - value.number
    return value if isinstance(value, str) else int(getattr(value, "index", -1))
