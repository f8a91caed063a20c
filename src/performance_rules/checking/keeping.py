"""Keeping: what a check remembers of the reports it has seen, so that the next one costs less.

Plans are kept by what their rules can see of a report: its form, and the facts that they look at.
Everything is kept for one :class:`InForce` and goes with it; what was not used for longest goes
first where it takes too much room, but nothing that the report at hand needs as well.
"""

from __future__ import annotations

import logging
from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import Final
from weakref import WeakKeyDictionary

from attrs import define, field, frozen

from performance_rules.checking.asking import Asking, RuleAnswers
from performance_rules.checking.grounding import Compiled, compile_rule, make_plan, scope_of
from performance_rules.checking.plan import Judged, Plan, Plans
from performance_rules.checking.shelf import Shelf
from performance_rules.language.scope import Scope
from performance_rules.report.facts import TEXT, fact
from performance_rules.report.model import Report
from performance_rules.report.tree import Tree, tree_of
from performance_rules.rules.ruleset import InForce, RuleSet

_LOG: Final = logging.getLogger(__name__)

MAX_BYTES: Final = 64 << 20
"""About how much room the plans of one InForce may take: two reports with 150 tables each fit."""

MAX_BYTES_OF_TREES: Final = 16 << 20
"""About how much room its trees may take."""

MAX_BYTES_OF_TEXTS, TEXT_BYTES = 1 << 20, 300
"""About how much room is taken by what tells the text that a form was first seen with; each one."""

MAX_PLANS: Final = 8
"""How many plans of one key are kept: digits can decide which places there are."""

NODE_BYTES: Final = 700
"""About what a node of a tree takes with its part of the report."""


@frozen(eq=False)
class Judgement:
    """What a check leaves: the report walked, its plans, and what those with open places found."""

    tree: Tree
    plans: Plans
    found: list[tuple[Plan, Judged]]


@frozen(eq=False)
class RuleGroup:
    """Rules that see the same facts of a report.

    Attributes:
        asking: the rule where it is one that asks: each of those stands alone.
    """

    facts: tuple[str, ...]
    rules: dict[str, Compiled]
    asking: str

    def seen(self, answers: RuleAnswers | None) -> Iterable[str]:
        """Return the facts that the rules see, also where nothing was asked."""
        if not self.asking:
            return self.facts
        sight = self.rules[self.asking].sight
        if answers is None:
            return (*self.facts, *sorted({TEXT, *sight.behind, *sight.fields}))
        return (*self.facts, *sorted(sight.behind)) if answers.reached else self.facts


@define(eq=False)
class Kept:
    """What is kept for one InForce: the rules by what they see, plans, trees, and answers."""

    compiled: Mapping[str, Compiled]
    groups: tuple[RuleGroup, ...]
    asking: Asking
    plans: Shelf[list[Plan]] = field(factory=lambda: Shelf(MAX_BYTES))
    trees: Shelf[tuple[Tree, Plans]] = field(factory=lambda: Shelf(MAX_BYTES_OF_TREES))
    texts: Shelf[str] = field(factory=lambda: Shelf(MAX_BYTES_OF_TEXTS))

    @classmethod
    def of(cls, in_force: InForce) -> Kept:
        """Return that nothing is kept yet."""
        compiled = {name: compile_rule(rule) for name, rule in in_force.rules.items()}
        groups: dict[tuple[tuple[str, ...], str], dict[str, Compiled]] = {}
        for name, rule in compiled.items():
            key = tuple(sorted(rule.sight.facts)), name if rule.sight.asked else ""
            groups.setdefault(key, {})[name] = rule
        made = (RuleGroup(facts, rules, asking) for (facts, asking), rules in groups.items())
        asking = {name: rule.sight for name, rule in compiled.items() if rule.sight.asked}
        return cls(compiled, tuple(made), Asking.of(asking, in_force.values()))

    def keys(self, tree: Tree, scope: Scope) -> Iterator[tuple[Hashable, RuleGroup]]:
        """Yield the keys of all plans of a report, each with its rules.

        The prose is not asked before there is another report of the form that says other words.
        """
        text = fact(tree, TEXT)
        first = self.texts.get(tree.shape)
        if first is None:
            self.texts.put(tree.shape, text, TEXT_BYTES)
        answers = self.asking.answers(scope, prose=first is not None and first != text)
        for number, group in enumerate(self.groups):
            found = answers.get(group.asking)
            told = found.told if found is not None else None
            seen = group.seen(found)
            yield (number, tree.shape, told, *(fact(tree, one) for one in seen)), group


_KEPT: Final[WeakKeyDictionary[InForce, Kept]] = WeakKeyDictionary()


def kept_for(in_force: InForce) -> Kept:
    """Return what is kept for an InForce."""
    kept = _KEPT.get(in_force)
    if kept is None:
        kept = _KEPT[in_force] = Kept.of(in_force)
    return kept


def forget(in_force: InForce) -> None:
    """Forget every report; for measuring what it costs to see the first one."""
    kept = kept_for(in_force)
    _KEPT[in_force] = Kept(
        kept.compiled, kept.groups, Asking(kept.asking.rules, kept.asking.patterns)
    )


def judge(report: Report, ruleset: RuleSet, in_force: InForce) -> Judgement:
    """Return the plans for a report, kept ones where there are some, and what they find."""
    kept = kept_for(in_force)
    known = kept.trees.get(id(report))
    if known is not None and known[0].report is report and known[0].codebook is ruleset.codebook:
        tree, plans = known
        values = tree.values
        found = [(plan, each) for plan in plans.open if (each := plan.judged(values)) is not None]
        return Judgement(tree, plans, found)
    tree = tree_of(report, ruleset.codebook)
    judgement = judge_tree(tree, ruleset, in_force)
    size = NODE_BYTES * len(tree.nodes) + sum(plan.size for plan in judgement.plans.each)
    kept.trees.put(id(report), (tree, judgement.plans), size)
    return judgement


def judge_tree(tree: Tree, ruleset: RuleSet, in_force: InForce) -> Judgement:
    """Return the same for a report that was walked."""
    kept = kept_for(in_force)
    plans, found = [], []
    scope = scope_of(tree, ruleset, in_force)
    keys = dict(kept.keys(tree, scope))
    for key, group in keys.items():
        known = kept.plans.get(key) or []
        for plan in known:
            if scope.answers_alike(plan.reads):
                judged = plan.judged(tree.values)
                if judged is not None:
                    break
        else:
            plan = make_plan(tree, ruleset, in_force, group.rules, known)
            judged = plan.judged(tree.values) or ([], [], [], [], [])
            known = [plan, *known[: MAX_PLANS - 1]]
            kept.plans.put(key, known, sum(each.size for each in known), keys)
            _LOG.debug("form %s: %d rules grounded", tree.shape[:8], len(group.rules))
        plans.append(plan)
        if plan.open:
            found.append((plan, judged))
    return Judgement(tree, Plans.of(plans), found)
