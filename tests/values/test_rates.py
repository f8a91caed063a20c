"""Rates against rates, percentages and scores: the closed form says what exact fractions say."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from random import Random
from typing import Literal

import pytest
from attrs import evolve, frozen
from hypothesis import given
from hypothesis import strategies as st

from performance_rules.checking.findings import VERDICTS
from performance_rules.checking.plan import verdict_of_truth
from performance_rules.checking.result import check
from performance_rules.language.comparing import Compare
from performance_rules.language.ground import Condition, Gap, Linear, Opposite, Rate, Some, judge
from performance_rules.report.build import build_report
from performance_rules.report.nodes import Leaf
from performance_rules.rules.ruleset import RuleSet
from performance_rules.values.precision import (
    CERTAIN,
    FALSE,
    FITTING,
    HUNDRED,
    SETTLED,
    STRAINED,
    UNKNOWN,
    Truth,
    mirror,
)
from performance_rules.values.quantity import Percent

RULES = RuleSet.for_region(None)
PRINTED = Percent.parse("1%")
MOST = 60


@frozen
class Case:
    """N/Q over printed numbers, against a percentage, or against a score of some points.

    Attributes:
        numbers: value and half step of each printed number.
        top: the coefficients of N.
        bottom: the coefficients of Q.
        claim: the percentage or the score.
        half: half the printed step of the claim; a score always has one.
        weight: the points that could be reached; None for a percentage.
        apart: by how many percent points N/Q may lie above the claim.
    """

    numbers: tuple[tuple[int, int], ...]
    top: tuple[int, ...]
    bottom: tuple[int, ...]
    claim: int
    half: int
    weight: int | None
    apart: int = 0

    @property
    def claimed(self) -> tuple[Fraction, Fraction]:
        """What is claimed as a plain fraction, with its half step."""
        whole = HUNDRED if self.weight is None else self.weight
        moved = Fraction(self.claim, whole) + Fraction(self.apart, HUNDRED)
        return moved, Fraction(self.half, whole)

    def rate(self, values: tuple[int, ...]) -> Fraction:
        """N/Q for some values."""
        n, q = (
            sum(k * x for k, x in zip(form, values, strict=True))
            for form in (self.top, self.bottom)
        )
        return Fraction(n, q)

    def corners(self) -> list[tuple[int, ...]]:
        """The corners of the box in which the printed numbers may lie."""
        return list(product(*[sorted({v - h, v + h}) for v, h in self.numbers]))

    def open(self) -> bool:
        """Whether Q may be zero or negative, or nothing could be reached."""
        low = min(
            sum(k * x for k, x in zip(self.bottom, corner, strict=True))
            for corner in self.corners()
        )
        return low <= 0 or (self.weight is not None and self.weight <= 0)

    def condition(self, op: str, *, turned: bool = False) -> Condition:
        """The condition that the engine makes of it."""
        sizes = [*(half for _, half in self.numbers), self.half if self.weight is None else 0, 0]
        leaves = [Leaf(0, half, 2 * half, "count", PRINTED, None, "", "") for half in sizes]
        at = len(self.numbers)
        top, bottom = (
            Linear(tuple((i, k) for i, k in enumerate(form) if k), 0, "count")
            for form in (self.top, self.bottom)
        )
        rate = Rate(top, bottom)
        one: Linear | Rate | Gap = rate
        other: Linear | Rate = Linear(((at, 1),), 0, "percent")
        if self.weight is not None:
            score, weight = (Linear(((i, 1),), 0, "count") for i in (at, at + 1))
            other = Rate(score, weight, self.half, 2 * self.half)
        if self.apart:
            sign: Literal[1, -1] = -1 if turned else 1
            return Compare(leaves)(
                op, Gap(rate, other, sign), Linear((), sign * self.apart, "percent")
            )
        if turned:
            one, other = other, one
        return Compare(leaves)(op, one, other)

    @property
    def values(self) -> tuple[int, ...]:
        """The printed values, the claim and the weight behind the others."""
        return (*(v for v, _ in self.numbers), self.claim, self.weight or 0)


def expected(case: Case, op: Literal["==", "<=", ">="]) -> Truth:
    """How well a comparison holds, by looking at every corner in exact fractions."""
    if case.open():
        return UNKNOWN
    claim, half = case.claimed
    rate = case.rate(tuple(v for v, _ in case.numbers))
    rates = [case.rate(corner) for corner in case.corners()]
    low, high = min(rates), max(rates)
    if op == ">=":
        claim, rate, low, high = -claim, -rate, -high, -low
    used = zip(case.numbers, case.top, case.bottom, strict=True)
    exact = not half and not any(h for (_, h), a, b in used if a or b)
    gap = abs(rate - claim) if op == "==" else rate - claim
    reached = low <= claim + half and (op != "==" or high >= claim - half)
    certain = exact if op == "==" else high <= claim - half
    level = CERTAIN if certain else FITTING
    if gap > half:
        if gap >= 2 * half and not reached:
            return FALSE
        level = STRAINED
    return SETTLED[level]


def truths(case: Case) -> dict[str, tuple[Truth, Truth]]:
    """What the engine says and what is expected, for every operator and for both orders."""
    found: dict[str, tuple[Truth, Truth]] = {}
    for op, base, negated in (
        *(("==", "==", False), ("!=", "==", True), ("<=", "<=", False)),
        *((">", "<=", True), (">=", ">=", False), ("<", ">=", True)),
    ):
        wanted = expected(case, base)  # type: ignore[arg-type]
        wanted = mirror(wanted) if negated else wanted
        found[op] = (judge(case.condition(op), case.values), wanted)
        flipped = op.translate(str.maketrans("<>", "><"))
        turned = case.condition(flipped, turned=True)
        found[f"{op}, turned"] = (judge(turned, case.values), wanted)
    return found


def drawn(random: Random) -> Case:
    """A case at random, with its claim mostly close to the rate; it need not make sense."""
    count = random.randint(1, 3)
    numbers = tuple(
        (random.randint(-MOST // 10, MOST), random.choice((0, 0, 1, 3, 10))) for _ in range(count)
    )
    top, bottom = (
        tuple(random.choice(signs) for _ in range(count)) for signs in ((-1, 0, 1, 2), (0, 1, 1, 2))
    )
    weight = random.choice((None, 1, 10, 20, 97))
    whole = HUNDRED if weight is None else weight
    n, q = (sum(k * v for k, (v, _) in zip(form, numbers, strict=True)) for form in (top, bottom))
    half = random.choice((0, whole // 100, whole // 20) if weight is None else (1, 5))
    off = random.choice((0, 0, 1, -1, half, -half, 2 * half, 7 * half, -9 * half))
    claim = (whole * n // q if q else 0) + off
    return Case(numbers, top, bottom, claim, half, weight)


def moved(random: Random) -> Case:
    """A case at random that is about the difference of two rates."""
    case, apart = drawn(random), random.choice((1, 3, 5, -5, 20, 100)) * HUNDRED // 100
    whole = HUNDRED if case.weight is None else case.weight
    return evolve(case, claim=case.claim - apart * whole // HUNDRED, apart=apart)


@given(st.randoms(use_true_random=False))
def test_the_closed_form_is_exact(random: Random) -> None:
    """For every operator the truth of a comparison is what all values inside the intervals say:
    certain where all agree, impossible where none does and the last digit is not in doubt.
    """
    case = drawn(random)

    assert {op: one for op, (_, one) in truths(case).items()} == {
        op: one for op, (one, _) in truths(case).items()
    }


@given(st.randoms(use_true_random=False))
def test_the_difference_of_two_rates_is_exact(random: Random) -> None:
    """A rate less the rate of a score, or less a printed percentage, compares with so many points
    as all values inside the intervals say, whichever of the two is subtracted.
    """
    case = moved(random)

    assert {op: one for op, (_, one) in truths(case).items()} == {
        op: one for op, (one, _) in truths(case).items()
    }


@given(st.randoms(use_true_random=False))
def test_not_and_or_keep_what_is_clear(random: Random) -> None:
    """A clear case stays clear under ``not`` and ``or``: it passes one way and fails the other."""
    case = drawn(random)
    below, above = case.condition("<"), case.condition(">=")

    said = {name: judge(one, case.values) for name, one in (("<", below), (">=", above))}
    assert said["<"] == mirror(said[">="])
    assert judge(Opposite(Some((below, below))), case.values) == said[">="]
    assert judge(Some((above, below)), case.values) in (
        *(SETTLED[FITTING], SETTLED[CERTAIN], UNKNOWN),
    )


def indicator(target: str, actual: str) -> dict[str, object]:
    """A report of one indicator."""
    rows = [["贷款额度", "≥", target, actual]]
    sheet = {"members": {"columns": ["指标", "目标方向", "目标值", "完成值"], "rows": rows}}
    return {"evaluations": [{"kind": "project", "sheet": sheet}]}


@pytest.mark.parametrize(
    ("target", "actual", "verdict"),
    [
        ("800万元", "80,000万元", "fail"),
        ("800万元", "1,050万元", "fail"),
        ("800万元", "1,040万元", "rounding"),
        ("800.00元", "1,040.00元", "fail"),
        ("800万元", "1,039万元", "pass"),
        ("800万元", "900万元", "pass"),
    ],
)
def test_far_above_the_target_is_certain(target: str, actual: str, verdict: str) -> None:
    """Less than 130 % of the target fails where no reading of the digits is below it, and is a
    matter of the last digit where some are.
    """
    result = check(build_report(indicator(target, actual)), RULES)

    assert [verdict] == [v.verdict for v in result.verdicts if v.rule == "PI-008"]


@pytest.mark.parametrize(
    ("op", "rate", "score", "weight", "verdict"),
    [
        ("==", (5958, 10000), 6, 10, "pass"),
        ("==", (54, 100), 6, 10, "rounding"),
        ("==", (50, 100), 6, 10, "fail"),
        (">", (5958, 10000), 6, 10, "rounding"),
        (">", (10, 100), 6, 10, "fail"),
        ("<", (10, 100), 6, 10, "pass"),
        (">=", (10, 100), 6, 10, "fail"),
        ("<=", (10, 100), 6, 0, "undetermined"),
    ],
)
def test_a_score_has_the_rate_of_its_printed_digit(
    op: str, rate: tuple[int, int], score: int, weight: int, verdict: str
) -> None:
    """A score of 6 of 10 stands for 55 to 65 %; what lies beyond is clear on both sides."""
    n, q = rate
    case = Case(((2 * n, 0), (2 * q, 0)), (1, 0), (0, 1), 2 * score, 1, 2 * weight)

    assert verdict == VERDICTS[verdict_of_truth(judge(case.condition(op), case.values))]
