"""The network of a report: its figures, and the rules that hold or break over them.

Changing a figure is tried, not reasoned about: every rule that looks at it is judged again, with
the very conditions of the check.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from attrs import define, field

from performance_rules.checking.codegen import compile_plan
from performance_rules.checking.miswritten import last_digit, unit_slips
from performance_rules.checking.plan import FAIL, PASS, ROUNDING, Judge, Place
from performance_rules.checking.result import Result
from performance_rules.language.ground import (
    Condition,
    Every,
    Fixed,
    Holding,
    LinearCondition,
    Opposite,
    PrintedCondition,
    RateCondition,
    Some,
    forms_of,
    leaves_of,
    value_of,
)
from performance_rules.localize.twins import twins_of
from performance_rules.report.nodes import FigureNode, Leaf
from performance_rules.report.tree import Tree
from performance_rules.values.precision import HUNDRED

_BOTH: Final = {"change": "rate", "rate": "change"}

_MOST: Final = 12
"""Most values that are tried for one figure."""


@define(eq=False)
class Network:
    """The rules of severity error at their places, by the figures they look at.

    Attributes:
        tree: the report.
        judges: functions that judge all these places, each of one plan, with the number of each
            place by its index there.
        fixed: the verdicts that no figure can change, by number.
        numbers: the number of each place, by which it is told from others.
        touching: for each figure the places that look at it, or at another statement of it.
        broken: the places that fail, by number.
        twins: the numbers that are printed as one, by each; the first of them stands for all.
    """

    tree: Tree
    judges: tuple[tuple[Judge, Mapping[int, int]], ...]
    fixed: Mapping[int, int]
    numbers: Mapping[Place, int]
    touching: Mapping[int, tuple[Place, ...]]
    broken: dict[int, Place] = field(factory=dict)
    twins: Mapping[int, tuple[int, ...]] = field(factory=dict)
    _tried: dict[tuple[tuple[int, int], ...], Mapping[int, int]] = field(factory=dict)
    _stated: dict[int, list[FigureNode]] = field(factory=dict)

    def leaf(self, number: int) -> Leaf:
        """Return a figure by its number."""
        return self.tree.leaves[number]

    def nodes_of(self, number: int) -> list[FigureNode]:
        """Return the figures that a printed number is a statement of."""
        if not self._stated:
            for node in self.tree.nodes:
                if isinstance(node, FigureNode):
                    for leaf in node.leaves:
                        self._stated.setdefault(leaf, []).append(node)
        twins = self.twins.get(number, (number,))
        return [node for twin in twins for node in self._stated.get(twin, ())]

    def one(self, number: int) -> int:
        """Return the number that stands for all that are printed as one."""
        return self.twins[number][0] if number in self.twins else number

    def beside(self, number: int) -> int | None:
        """Return the rate of a change, or the change of a rate: a word gives both their sign."""
        path, _, name = self.leaf(number).path.rpartition(".")
        other = _BOTH.get(name)
        if other is None:
            return None
        wanted, now = f"{path}.{other}", self.leaf(number).n
        for near in range(max(0, number - 1), min(number + 2, len(self.tree.leaves))):
            leaf = self.leaf(near)
            if leaf.path == wanted and leaf.n and (leaf.n < 0) == (now < 0):
                return self.one(near)
        return None

    def verdicts(self, changed: Mapping[int, int]) -> Mapping[int, int]:
        """Return the verdicts of the places that do not pass with some figures changed, by number.

        Which places there are is taken to stay, whatever the figures are.
        """
        key = tuple(sorted(changed.items()))
        found = self._tried.get(key)
        if found is None:
            values = list(self.tree.values)
            for number, value in key:
                for twin in self.twins.get(number, (number,)):
                    values[twin] = value
            judged = [(judge(values) or (), numbers) for judge, numbers in self.judges]
            found = {
                **self.fixed,
                **{
                    numbers[index]: verdict
                    for each, numbers in judged
                    for verdict, indices in enumerate(each)
                    for index in indices
                },
            }
            self._tried[key] = found
        return found

    def fails(self, changed: Mapping[int, int]) -> set[int]:
        """Return the places that fail with some figures changed."""
        return {number for number, verdict in self.verdicts(changed).items() if verdict == FAIL}

    def those(self, numbers: Iterable[int]) -> list[Place]:
        """Return the places of some numbers."""
        wanted = set(numbers)
        return [place for place, number in self.numbers.items() if number in wanted]

    def verdict(self, place: Place) -> int:
        """Return the verdict of a place on the figures as they are printed."""
        return self.verdicts({}).get(self.numbers[place], PASS)

    def settled(self, changed: Mapping[int, int], places: Iterable[Place]) -> Iterator[int]:
        """Yield the places that hold with some figures changed: not those they no longer apply to.

        A place that cannot be judged any more, or has nothing to judge, is not settled.
        """
        verdicts = self.verdicts(changed)
        for place in places:
            number = self.numbers[place]
            if verdicts.get(number, PASS) in (PASS, ROUNDING):
                yield number

    def outgrown(self, number: int) -> bool:
        """Whether a figure alone is at odds with a sum: the one part larger than the whole.

        Of a whole that several parts are larger than it is the whole, and so it is of parts that
        are all none, for nobody miswrites a zero.
        """
        values = self.tree.values
        for place in self.touching.get(number, ()):
            if self.numbers[place] in self.broken:
                for one in conditions_of(place.asserts):
                    if isinstance(one, LinearCondition) and one.op == "==":
                        whole, parts = _sum_of(one)
                        none = bool(parts) and not any(values[leaf] for leaf in parts)
                        if none and values[whole] > 0 and self.one(whole) == number:
                            return True
                        large = [leaf for leaf in parts if 0 <= values[whole] < values[leaf]]
                        odd = large if len(large) == 1 else [whole]
                        if whole >= 0 and number in map(self.one, odd):
                            return bool(large)
        return False

    def equating(self, number: int) -> Iterator[Place]:
        """Yield the places at which a figure has to equal something."""
        for place in self.touching.get(number, ()):
            if any(one.op == "==" for one in conditions_of(place.asserts)):
                yield place

    def attested(self, number: int, own: set[int]) -> int:
        """Return how often a figure fits numbers other than some as it is printed, to the digit."""
        return sum(
            self.verdict(place) == PASS and bool(self.figures_of(place) - own)
            for place in self.equating(number)
        )

    def figures_of(self, place: Place) -> set[int]:
        """Return the figures that a place looks at to come to its verdict."""
        return {self.one(n) for n in leaves_of(place.asserts) | leaves_of(place.when)}

    def summed(self, number: int) -> list[int]:
        """Return what a figure has to be by the sums that do not hold with it, each once."""
        values, found = self.tree.values, dict[int, None]()
        for place in self.touching.get(number, ()):
            if self.numbers[place] not in self.broken:
                continue
            for one in conditions_of(place.asserts):
                k = dict(one.terms).get(number, 0) if isinstance(one, LinearCondition) else 0
                if k and isinstance(one, LinearCondition) and one.op == "==":
                    gap = one.constant + sum(c * values[leaf] for leaf, c in one.terms)
                    found[values[number] - _nearest(gap, k)] = None
        return list(found)

    def values_for(self, number: int, changed: Mapping[int, int]) -> list[int]:
        """Return values with which a figure would agree with what it contradicts, as printed."""
        values = list(self.tree.values)
        for other, value in changed.items():
            for twin in self.twins.get(other, (other,)):
                values[twin] = value
        digit, now = last_digit(self.leaf(number)), values[number]
        found: dict[int, None] = {}
        for place in self.touching.get(number, ()):
            if self.numbers[place] in self.broken:
                path = self.leaf(number).path
                same = [n for n in self.figures_of(place) if self.leaf(n).path == path]
                found.update(dict.fromkeys(values[n] for n in same if values[n] != now))
                twins = self.twins.get(number, (number,))
                for exact in (n for twin in twins for n in _solved(place.asserts, twin, values)):
                    low = exact // digit * digit
                    ends = sorted(
                        (low + digit, low), key=lambda end: abs(exact - end)
                    )  # 5 rounds up
                    for value in (exact, *ends):
                        if value % digit == 0 and value != now:
                            found.setdefault(value)
        units = dict.fromkeys(unit_slips(self.leaf(number)))  # with which anything is below a limit
        return list(dict.fromkeys([*list(found)[: _MOST - len(units)], *units]))


def network_of(result: Result, broken: Iterable[Place]) -> Network:
    """Return the network of a report whose rules fail at some places."""
    failed = dict(enumerate(broken))
    numbers = {place: number for number, place in failed.items()}
    wanted = {n for p in numbers for n in leaves_of(p.asserts) | leaves_of(p.when)}
    twins = _twins(result.tree, wanted)
    wanted = wanted.union(*(twins[n] for n in wanted if n in twins))
    touching: dict[int, list[Place]] = {}
    judges, judged = [], set[Place]()
    for plan in result.plans:
        spoken_for = {leaf for leaf, others in plan.alternatives.items() if wanted & {*others}}
        asked = frozenset(wanted | spoken_for)
        looking = [
            place
            for place in plan.open
            if place.rule.severity == "error"
            and (_looks_at(place.asserts, asked) or _looks_at(place.when, asked))
        ]
        for place in looking:
            numbers.setdefault(place, len(numbers))
            used = leaves_of(place.asserts) | leaves_of(place.when)
            others = {other for leaf in used for other in plan.alternatives.get(leaf, ())}
            for number in {twins[n][0] if n in twins else n for n in used | others}:
                touching.setdefault(number, []).append(place)
        if looking:
            judged |= set(looking)
            judges.append((compile_plan(plan.of(looking)), {p.index: numbers[p] for p in looking}))
    kept = {number: tuple(places) for number, places in touching.items()}
    fixed = {number: FAIL for number, place in failed.items() if place not in judged}
    return Network(result.tree, tuple(judges), fixed, numbers, kept, failed, twins)


def _twins(tree: Tree, wanted: set[int]) -> Mapping[int, tuple[int, ...]]:
    """Return what is printed as one number, where anything is asked of it: those that are first."""
    groups = {group for number, group in twins_of(tree.leaves).items() if number in wanted}
    ordered = [tuple(sorted(group, key=lambda n: (n not in wanted, n))) for group in groups]
    return {number: group for group in ordered for number in group}


def _looks_at(condition: Condition, figures: frozenset[int]) -> bool:
    """Whether a condition depends on any of some figures."""
    if isinstance(condition, Every | Some):
        return any(_looks_at(item, figures) for item in condition.items)
    if isinstance(condition, LinearCondition):
        return any(leaf in figures for leaf, _ in condition.terms)
    if isinstance(condition, RateCondition | PrintedCondition):
        return any(leaf in figures for form in forms_of(condition) for leaf, _ in form.terms)
    return not isinstance(condition, Fixed) and _looks_at(condition.item, figures)


def conditions_of(condition: Condition) -> Iterator[LinearCondition | RateCondition]:
    """Yield the comparisons within printed precision that a condition is made of."""
    match condition:
        case Every(items) | Some(items):
            for item in items:
                yield from conditions_of(item)
        case Opposite(item) | Holding(item):
            yield from conditions_of(item)
        case LinearCondition() | RateCondition():
            yield condition


def _sum_of(condition: LinearCondition) -> tuple[int, tuple[int, ...]]:
    """Return the whole and the parts of a sum; −1 and nothing of what is none."""
    left, right = condition.left.terms, condition.right.terms
    whole, parts = (left, right) if len(left) == 1 else (right, left)
    if len(whole) != 1 or len(parts) < 2 or any(k != 1 for _, k in (*whole, *parts)):
        return -1, ()
    return whole[0][0], tuple(leaf for leaf, _ in parts)


def _solved(condition: Condition, number: int, values: list[int]) -> Iterator[int]:
    """Yield the values of a figure with which comparisons in a condition hold to the digit."""
    for one in conditions_of(condition):
        if isinstance(one, RateCondition):
            yield from _solved_rate(one, number, values)
        elif k := dict(one.terms).get(number, 0):
            gap = one.constant + sum(c * values[leaf] for leaf, c in one.terms)
            yield values[number] - _nearest(gap, k)


def _solved_rate(condition: RateCondition, number: int, values: list[int]) -> Iterator[int]:
    """Yield what makes ``whole·N = c·Q`` true, where the figure is in N and Q, or in c alone."""
    rate, claim = condition.rate, condition.claim
    whole = HUNDRED if condition.weight is None else value_of(condition.weight, values)
    top, bottom = value_of(rate.numerator, values), value_of(rate.denominator, values)
    said = value_of(claim, values)
    a = dict(rate.numerator.terms).get(number, 0)
    b = dict(rate.denominator.terms).get(number, 0)
    k = dict(claim.terms).get(number, 0)
    now = values[number]
    if k and not a and not b and bottom:
        yield now + _nearest(whole * top - said * bottom, k * bottom)
    elif not k and (slope := whole * a - said * b):
        yield now + _nearest(said * bottom - whole * top, slope)


def _nearest(n: int, by: int) -> int:
    if by < 0:
        n, by = -n, -by
    return (2 * n + by) // (2 * by)
