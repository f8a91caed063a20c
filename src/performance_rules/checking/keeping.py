"""Keeping: what a check remembers of the reports it has seen, so that the next one costs less.

Plans are kept by what their rules can see of a report: its form, and the facts that they look at.
Everything is kept for one :class:`InForce` and goes with it; what was not used for longest goes
first where it takes too much room, but nothing that the report at hand needs as well.
"""

from __future__ import annotations

import logging
from collections import OrderedDict
from collections.abc import Collection, Hashable, Mapping
from threading import Lock
from typing import Final, Generic, TypeVar
from weakref import WeakKeyDictionary

from attrs import define, field, frozen

from performance_rules.checking.grounding import Compiled, compile_rule, make_plan
from performance_rules.checking.plan import Judged, Plan, Plans
from performance_rules.report.facts import fact
from performance_rules.report.model import Report
from performance_rules.report.tree import Tree, tree_of
from performance_rules.rules.ruleset import InForce, RuleSet

_LOG: Final = logging.getLogger(__name__)

MAX_BYTES: Final = 64 << 20
"""About how much room the plans of one InForce may take: two reports with 150 tables each fit."""

MAX_BYTES_OF_TREES: Final = 16 << 20
"""About how much room its trees may take."""

MAX_PLANS: Final = 8
"""How many plans of one key are kept: digits can decide which places there are."""

NODE_BYTES: Final = 700
"""About what a node of a tree takes with its part of the report."""

_Kept = TypeVar("_Kept")


@define(eq=False)
class Shelf(Generic[_Kept]):
    """Things by key, as many as there is room for.

    Attributes:
        room: about how many bytes all of them may take.
    """

    room: int
    taken: int = 0
    _things: OrderedDict[Hashable, tuple[_Kept, int]] = field(factory=OrderedDict)
    _lock: Lock = field(factory=Lock)

    def get(self, key: Hashable) -> _Kept | None:
        """Return the thing of a key, which will stay longer now."""
        with self._lock:
            found = self._things.get(key)
            if found is None:
                return None
            self._things.move_to_end(key)
            return found[0]

    def put(
        self, key: Hashable, thing: _Kept, size: int, beside: Collection[Hashable] = ()
    ) -> None:
        """Keep a thing; what was not used for longest goes where there is no room for it.

        Args:
            key: its key.
            thing: the thing.
            size: about how many bytes it takes.
            beside: the keys of what is needed together with it. None of them goes, and where there
                is no room beside them the thing is not kept: else each of many that are asked for
                in turn would drive out the one that is asked for next.
        """
        with self._lock:
            _, before = self._things.pop(key, (None, 0))
            self.taken -= before
            while self._things and self.taken + size > self.room:
                oldest = next(iter(self._things))
                if oldest in beside:
                    return
                self.taken -= self._things.pop(oldest)[1]
            self._things[key] = thing, size
            self.taken += size

    def __len__(self) -> int:
        """Return how many things there are."""
        return len(self._things)


@frozen(eq=False)
class Judgement:
    """What a check leaves: the report walked, its plans, and what those with open places found."""

    tree: Tree
    plans: Plans
    found: list[tuple[Plan, Judged]]


@frozen(eq=False)
class RuleGroup:
    """Rules that see the same facts of a report."""

    facts: tuple[str, ...]
    rules: dict[str, Compiled]


@define(eq=False)
class Kept:
    """What is kept for one InForce: the rules by the facts they see, plans, and trees."""

    compiled: Mapping[str, Compiled]
    groups: tuple[RuleGroup, ...]
    plans: Shelf[list[Plan]] = field(factory=lambda: Shelf(MAX_BYTES))
    trees: Shelf[tuple[Tree, Plans]] = field(factory=lambda: Shelf(MAX_BYTES_OF_TREES))

    @classmethod
    def of(cls, in_force: InForce) -> Kept:
        """Return that nothing is kept yet."""
        compiled = {name: compile_rule(rule) for name, rule in in_force.rules.items()}
        groups: dict[tuple[str, ...], dict[str, Compiled]] = {}
        for name, rule in compiled.items():
            groups.setdefault(tuple(sorted(rule.facts)), {})[name] = rule
        return cls(compiled, tuple(RuleGroup(facts, rules) for facts, rules in groups.items()))


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
    _KEPT[in_force] = Kept(kept.compiled, kept.groups)


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
    keys = {
        (number, tree.shape, *(fact(tree, name) for name in group.facts)): group
        for number, group in enumerate(kept.groups)
    }
    for key, group in keys.items():
        known = kept.plans.get(key) or []
        for plan in known:
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
