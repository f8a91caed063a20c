"""Scales of deduction: what a standard says, and the points that are due, in exact fractions."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor
from random import Random
from typing import Literal

import pytest
from attrs import evolve, frozen
from hypothesis import given
from hypothesis import strategies as st

from performance_rules.checking.findings import VERDICTS
from performance_rules.checking.plan import verdict_of_truth
from performance_rules.language.comparing import Compare
from performance_rules.language.ground import Due, Linear, Rate, judge
from performance_rules.language.scales import Scale, read_scale
from performance_rules.report.nodes import Leaf
from performance_rules.values.precision import FALSE, FITTING, best, mirror
from performance_rules.values.quantity import SCALE, Count, Percent

WEIGHT = 10
PARTS = ("", "begun", "completed", "share")


def printed(value: Fraction, decimals: int, *, cut: bool = False) -> int:
    """Return a number of points as it is printed, rounded half up or cut off, in SCALE-ths."""
    scaled = value * 10**decimals
    whole = floor(scaled) if cut else floor(scaled + Fraction(1, 2))
    return int(whole * (SCALE // 10**decimals))


def due(scale: Scale, rate: Fraction, part: str) -> Fraction:
    """Return the points that are left of 10 for a rate in percent, by one way of rounding."""
    assert scale.start is not None
    off = Fraction(scale.start, SCALE) - rate
    steps = max(Fraction(0), off if scale.side == "below" else -off) / Fraction(scale.step, SCALE)
    steps = {"begun": Fraction(ceil(steps)), "completed": Fraction(floor(steps))}.get(part, steps)
    lost = steps * Fraction(scale.points, SCALE)
    most = Fraction(WEIGHT * SCALE if scale.most is None else scale.most, SCALE)
    return max(Fraction(0), WEIGHT - min(lost, most))


@frozen
class Case:
    """A score beside an amount of a budget, each with half its printed step.

    Attributes:
        spent: as it is printed, and half its step.
        budget: likewise.
        score: in SCALE-ths.
        decimals: to how many digits score and weight are printed.
    """

    scale: Scale
    spent: tuple[int, int]
    budget: tuple[int, int]
    score: int
    decimals: int

    def truth(self, op: str = "==") -> int:
        """Return how well the score compares with what is due, as the engine says."""
        points = Count.parse(f"{0:.{self.decimals}f}分")
        leaves = [
            *(
                Leaf(n, h, 2 * h, "amount", Percent.parse("1%"), None, "", "")
                for n, h in (self.spent, self.budget)
            ),
            Leaf(self.score, 0, 0, "count", points, None, "", ""),
        ]
        spent, budget, score = (
            Linear(((i, 1),), 0, kind) for i, kind in enumerate(("amount", "amount", "count"))
        )
        start = Linear((), self.scale.start or 0, "percent")
        scale = self.scale
        left = Due(
            Linear((), WEIGHT * SCALE, "count"),
            Rate(spent, budget),
            start,
            scale.side,
            (scale.step,),
            scale.points,
            scale.part,
            scale.most,
        )
        condition = Compare(leaves)(op, score, left)
        return judge(condition, (self.spent[0], self.budget[0], self.score))


def drawn(random: Random) -> tuple[Case, Fraction]:
    """Return a case and the true rate behind it, which need not be the one of its printed amounts.

    The score is the one that is due for the true rate, by a way of rounding that the scale allows.
    """
    side: Literal["below", "above"] = random.choice(("below", "above"))
    scale = Scale(
        start=random.choice((100, 95, 90)) * SCALE,
        side=side,
        step=random.choice((1, 2, 5)) * SCALE,
        points=random.choice((1, 2, 3, 5, 10, 20)) * SCALE // 10,
        part=random.choice(PARTS),  # type: ignore[arg-type]
        most=random.choice((None, None, 3 * SCALE)),
    )
    half = random.choice((0, 5, 50))
    budget, spent = random.randint(3000, 9000), random.randint(1000, 12000)
    true = [n + Fraction(random.randint(-100, 100) * half, 100) for n in (spent, budget)]
    rate = 100 * true[0] / true[1]
    part: str = scale.part or random.choice(("begun", "completed", "share"))
    decimals = random.choice((0, 1, 2))
    score = printed(due(scale, rate, part), decimals, cut=random.random() < 0.2)
    return Case(scale, (spent, half), (budget, half), score, decimals), rate


@given(st.randoms(use_true_random=False))
def test_no_honest_score_is_refused(random: Random) -> None:
    """Whatever lies behind the printed digits, a score worked out by its scale and rounded or cut
    off to its digits is never a contradiction, and neither side of it is.
    """
    case, _ = drawn(random)

    assert FALSE not in [case.truth(op) for op in ("==", "<=", ">=")]


@given(st.randoms(use_true_random=False))
def test_what_is_exact_is_settled_exactly(random: Random) -> None:
    """With exact amounts and a score in hundredths on the steps of its scale, the score fits just
    where some way of rounding that the scale allows gives it.
    """
    case, _ = drawn(random)
    case = evolve(case, spent=(case.spent[0], 0), budget=(case.budget[0], 0), decimals=8)
    rate = Fraction(100 * case.spent[0], case.budget[0])
    lost = random.randint(0, 4) * case.scale.points
    case = evolve(case, score=max(0, WEIGHT * SCALE - lost))
    if case.scale.most is not None and lost > case.scale.most:
        return
    ways = [due(case.scale, rate, part) for part in PARTS[1:] if case.scale.part in ("", part)]
    fits = min(ways) <= Fraction(case.score, SCALE) <= max(ways)
    if case.score == 0 or case.scale.most == lost:  # the end of the scale: within a step of it
        return

    assert fits == (best(case.truth()) >= FITTING)


@given(st.randoms(use_true_random=False))
def test_not_is_the_mirror(random: Random) -> None:
    """A score that differs, or is more or less than is due, is the opposite of the closed form."""
    case, _ = drawn(random)

    said = [case.truth(op) for op in ("!=", ">", "<")]
    assert said == [mirror(case.truth(op)) for op in ("==", "<=", ">=")]


BELOW = Scale(95 * SCALE, "below", SCALE, SCALE // 2)


@pytest.mark.parametrize(
    ("part", "spent", "score", "expected"),
    [
        ("", "93.00", "9", "pass"),
        ("", "93.00", "10.0", "fail"),
        ("", "94.40", "10.0", "pass"),
        ("", "94.40", "9.5", "pass"),
        ("", "94.40", "9.7", "pass"),
        ("", "94.40", "9.0", "fail"),
        ("", "94.00", "10.0", "fail"),
        ("", "97.00", "9.5", "fail"),
        ("", "94.00", "10", "rounding"),
        ("", "92.00", "10", "fail"),
        ("", "97.00", "10.0", "pass"),
        ("", "30.00", "0", "pass"),
        ("begun", "94.40", "10.0", "fail"),
        ("begun", "94.40", "9.5", "pass"),
        ("completed", "94.40", "10.0", "pass"),
        ("completed", "94.40", "9.5", "fail"),
        ("share", "94.40", "9.7", "pass"),
        ("share", "94.40", "9.5", "fail"),
        ("share", "94.25", "9.7", "rounding"),
    ],
)
def test_a_score_on_a_scale(part: str, spent: str, score: str, expected: str) -> None:
    """每低1个百分点扣0.5分 from 95 %: begun steps, completed ones, pro rata, or not said which."""
    decimals = len(score.partition(".")[2])
    case = Case(
        evolve(BELOW, part=part),  # type: ignore[arg-type]
        (int(Fraction(spent) * 100), 0),
        (10000, 0),
        int(Fraction(score) * SCALE),
        decimals,
    )

    assert expected == VERDICTS[verdict_of_truth(case.truth())]


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("达到95%得满分，每低1个百分点扣0.5分，扣完为止。", "合格率", "95 below 1 0.5"),
        ("达到90％，不扣分；低于90％的，每降低1个百分点，扣0.5分", "抽检率", "90 below 1 0.5"),
        ("满意度95%以上（含）得10分，每降低1%扣1分", "群众满意度", "95 below 1 1 relative full 10"),
        ("≤100%得5分，每超过1个百分点扣1分，最多扣3分", "控制率", "100 above 1 1 full 5 most 3"),
        ("控制在100%以内得满分，每超2个百分点扣0.5分", "控制率", "100 above 2 0.5"),
        ("每低一个百分点扣0.5分", "合格率", "None below 1 0.5"),
        ("达到目标值得满分，每低于目标值2个百分点扣1分", "合格率", "None below 2 1"),
        ("完成率100%得满分，每低1个百分点扣1分", "座数", "100 below 1 1 completion"),
        ("执行率达到95%得满分，每低1个百分点扣1分", "座数", "95 below 1 1 execution"),
        ("执行率达到95%得满分，每低1个百分点扣1分", "预算执行率", "95 below 1 1"),
        ("以100%为标准，每低1个百分点扣1分，不足1个百分点的不扣分", "", "100 below 1 1 completed"),
        ("达到95%得满分，每低1%扣1分，不足1%按1%计算", "", "95 below 1 1 begun relative"),
        ("达到95%得满分，每低1个百分点扣1分，按比例扣分", "", "95 below 1 1 share"),
        ("达到95%得满分，每低1个百分点扣0.5分，每逾期1天扣1分", "合格率", ""),
        ("90%以上得10分，80%以上得8分", "合格率", ""),
        ("每低1个百分点扣该项分值的5%", "合格率", ""),
        ("≥95%得满分，每超1个百分点扣1分", "合格率", ""),
        ("≥95%得满分，低于90%的，每低1个百分点扣1分", "合格率", ""),
        ("覆盖率达到95%得满分，每低1个百分点扣1分", "合格率", ""),
        ("每偏离1个百分点扣1分", "合格率", ""),
        ("", "合格率", ""),
    ],
)
def test_a_standard_is_understood_as_a_whole_or_not_at_all(
    text: str, name: str, expected: str
) -> None:
    """Start, side, step and points; what a known clause does not say keeps the whole unread."""
    assert expected == brief(read_scale(text, name))


def brief(scale: Scale | None) -> str:
    """Return a scale in a few words."""
    if scale is None:
        return ""

    def number(n: int) -> str:
        return f"{Fraction(n, SCALE).limit_denominator(1000).__float__():g}"

    start = None if scale.start is None else number(scale.start)
    words = [str(start), scale.side, number(scale.step), number(scale.points), scale.part]
    words += [scale.subject if scale.subject != "value" else ""]
    words += ["relative" if scale.relative else ""]
    words += [f"full {number(scale.full)}" if scale.full is not None else ""]
    words += [f"most {number(scale.most)}" if scale.most is not None else ""]
    return " ".join(word for word in words if word)


def test_a_long_standard_is_no_scale() -> None:
    """What is longer than a scale is not looked at, whatever it repeats."""
    assert read_scale("每低1个百分点扣1分，" * 5000) is None
