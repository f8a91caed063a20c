"""Generated code says what walking the conditions says."""

from __future__ import annotations

from itertools import product

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from tests.often import often

from performance_rules.checking.codegen import compile_plan
from performance_rules.checking.plan import PASS, Judged, Place, Plan
from performance_rules.errors import Message
from performance_rules.language.comparing import Compare
from performance_rules.language.ground import (
    Condition,
    Every,
    Fixed,
    Holding,
    Linear,
    Opposite,
    Rate,
    Some,
    Values,
    judge,
)
from performance_rules.report.nodes import Leaf
from performance_rules.rules.model import Rule
from performance_rules.values.precision import FALSE, HUNDRED, TRUE, UNKNOWN
from performance_rules.values.quantity import Percent

STEPS = (0, 2, 20, 200)
LEAVES = 6
PRINTED = Percent.parse("1%")
RULE = Rule(
    id="T-001",
    title=Message("", ""),
    advice=Message("", ""),
    severity="error",
    why="",
    message=(),
    message_en=(),
    asserts=None,  # type: ignore[arg-type]  # places are made by hand here
    when=None,
    each=(),
)


@st.composite
def values(draw: st.DrawFn) -> tuple[int, ...]:
    """Draw values; the last one is close to the rate of the first two in percent."""
    number = st.one_of(st.integers(0, 30), st.integers(-300, 300), st.integers(-(10**17), 10**17))
    drawn = draw(st.lists(number, min_size=LEAVES, max_size=LEAVES))
    if draw(st.booleans()):
        drawn[1] = draw(st.sampled_from([1, 2, 5, 16, 10**17]))
        off = draw(st.sampled_from([0, 1, 2, 10, 20, 100, 200])) + draw(st.integers(-1, 1))
        drawn[-1] = HUNDRED * drawn[0] // drawn[1] + draw(st.sampled_from([-off, off]))
        if drawn[3] > 0:
            drawn[2] = drawn[3] * drawn[0] // drawn[1] + draw(st.sampled_from([-off, off]))
    return tuple(drawn)


RATE = Rate(Linear(((0, 1),), 0, "amount"), Linear(((1, 1),), 0, "amount"))
SCORE = Rate(Linear(((2, 1),), 0, "count"), Linear(((3, 1),), 0, "count"), 5, 10)
CLAIM = Linear(((LEAVES - 1, 1),), 0, "percent")

CLAIMS: st.SearchStrategy[Linear | Rate] = st.sampled_from([CLAIM, SCORE])


def leaf(step: int, half: int | None = None) -> Leaf:
    """Return a printed number with a last digit of some size; its value comes later."""
    return Leaf(0, step // 2 if half is None else half, step, "amount", PRINTED, None, "", "")


def leaves() -> st.SearchStrategy[Leaf]:
    """Return printed numbers, approximate ones, which have no last digit, among them."""
    return st.sampled_from(STEPS).map(leaf) | st.sampled_from(STEPS).map(lambda n: leaf(0, n))


@st.composite
def linears(draw: st.DrawFn, most: int = 3) -> Linear:
    """Draw a sum of leaves, a single leaf or a constant."""
    leaves = draw(st.lists(st.integers(0, LEAVES - 1), max_size=most, unique=True))
    factor = st.sampled_from([1, 1, -1, 2])
    return Linear(
        tuple((i, draw(factor)) for i in leaves), draw(st.sampled_from([0, 0, 7])), "amount"
    )


@st.composite
def conditions(draw: st.DrawFn, compare: Compare, depth: int = 3) -> Condition:
    """Draw a condition as the compiler of rules makes them, nested at will."""
    kind = draw(st.sampled_from(["linear", "rate", "printed", "fixed", "every", "some", "not"]))
    inner = conditions(compare, depth - 1)
    if depth and kind in ("every", "some"):
        items = tuple(draw(st.lists(inner, min_size=1, max_size=3)))
        return Every(items) if kind == "every" else Some(items)
    if depth and kind == "not":
        item = draw(inner)
        return Opposite(item) if draw(st.booleans()) else Holding(item)
    if kind == "fixed":
        return Fixed(draw(st.sampled_from([TRUE, FALSE, UNKNOWN])))
    op = draw(st.sampled_from(["==", "!=", "<", "<=", ">", ">="]))
    printed = evolve(compare, printed=True)
    form = printed if kind == "printed" else compare
    if kind == "rate":
        return form(op, RATE, draw(CLAIMS))
    if draw(st.booleans()):
        claim = draw(linears(most=1))
        return form(op, Rate(draw(linears()), draw(linears())), claim)
    return form(op, draw(linears()), draw(linears()))


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Draw a plan of a few places, some of whose figures are stated twice."""
    drawn = conditions(Compare([draw(leaves()) for _ in range(LEAVES)]))
    places = [
        Place(RULE, (), draw(drawn), draw(drawn), index) for index in range(draw(st.integers(0, 3)))
    ]
    said_again: list[dict[int, tuple[int, ...]]] = [{}, {}, {0: (1,)}, {0: (1,), 2: (3, 4)}]
    alternatives = draw(st.sampled_from(said_again))
    return Plan(open=places, alternatives=alternatives)


def walked(plan: Plan, printed: Values) -> Judged:
    """Return what the plan's own walk says."""
    found: Judged = ([], [], [], [], [])
    for place in plan.open:
        found[plan.verdict(place, printed)].append(place.index)
    found[PASS].clear()
    return found


@given(plans(), values())
def test_the_generated_function_agrees_with_the_walk(plan: Plan, printed: tuple[int, ...]) -> None:
    """Every place gets the verdict that walking its conditions gives, whatever the values."""
    assert walked(plan, printed) == compile_plan(plan)(printed)


@pytest.mark.parametrize("op", ["==", "!=", "<", "<=", ">", ">="])
@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("inexact", [0, 2])
def test_every_edge_of_a_rate_is_where_the_closed_form_has_it(
    op: str, step: int, inexact: int
) -> None:
    """A rate off by half a step, a step, or a little more or less, gets the same verdict."""
    compare = Compare([leaf(inexact), leaf(0), *[leaf(step)] * (LEAVES - 2)])
    plan = Plan(open=[Place(RULE, (), Fixed(TRUE), compare(op, RATE, CLAIM))])
    run = compile_plan(plan)
    for whole, edge, off in product((-1, 0, 1, 5), (0, step // 2, step), (-1, 0, 1)):
        for claim in (HUNDRED // (whole or 1) + edge + off, HUNDRED // (whole or 1) - edge + off):
            printed = (1, whole, 0, 0, 0, claim)
            assert walked(plan, printed) == run(printed)


@often(6)
@given(st.data())
def test_one_condition_gives_the_verdict_of_its_truth(data: st.DataObject) -> None:
    """A condition, its negation and its use as a guard agree with the walk, also at the edges."""
    compare = Compare([leaf(data.draw(st.sampled_from(STEPS))) for _ in range(LEAVES)])
    condition = data.draw(conditions(compare, 1))
    forms = (condition, Opposite(condition), Holding(condition))
    places = [
        Place(RULE, (), *pair, index)
        for index, pair in enumerate((when, Fixed(t)) for when in forms for t in (TRUE, FALSE))
    ]
    places += [Place(RULE, (), Fixed(TRUE), form, len(places) + i) for i, form in enumerate(forms)]
    plan = Plan(open=places)
    run = compile_plan(plan)
    for printed in data.draw(st.lists(values(), min_size=20, max_size=20)):
        assert walked(plan, printed) == run(printed)


@given(st.data(), values(), values())
def test_the_generated_function_keeps_its_guards(
    data: st.DataObject, first: tuple[int, ...], second: tuple[int, ...]
) -> None:
    """Values that make a guard come out differently are refused, and no others."""
    compare = Compare([leaf(step) for step in (*STEPS, 0, 0)])
    guards = data.draw(st.lists(conditions(compare), max_size=3))
    plan = Plan(guards=[(guard, judge(guard, first)) for guard in guards])
    run = compile_plan(plan)
    assert run(first) == ([], [], [], [], [])
    same = all(judge(guard, second) == truth for guard, truth in plan.guards)
    assert same == (run(second) is not None)


@given(values())
def test_a_long_plan_is_cut_into_several_functions(printed: tuple[int, ...]) -> None:
    """The verdicts of all functions come together in the order of the places."""
    compare = Compare([leaf(0) for _ in range(LEAVES)])
    pairs = [(i % LEAVES, i // LEAVES % LEAVES) for i in range(500)]
    places = [
        Place(
            RULE, (), Fixed(TRUE), compare("==", *(Linear(((i, 1),), 0, "amount") for i in pair)), n
        )
        for n, pair in enumerate(pairs)
    ]
    plan = Plan(open=places)
    assert walked(plan, printed) == compile_plan(plan)(printed)
    guard = compare("==", Linear(((0, 1),), 0, "amount"), Linear((), printed[0] + 1, "amount"))
    assert compile_plan(evolve(plan, guards=[(guard, TRUE)]))(printed) is None
