"""Comparisons of grounded numbers: which condition over printed numbers each one becomes."""

from __future__ import annotations

from collections.abc import Sequence
from math import gcd
from typing import Final, Literal

from attrs import define, field

from performance_rules.errors import Message
from performance_rules.language.ground import (
    FAILS,
    Condition,
    Due,
    Extreme,
    Fixed,
    Gap,
    Linear,
    LinearCondition,
    Maybe,
    Missing,
    Number,
    PrintedCondition,
    Rate,
    RateCondition,
    combine,
    every,
    judge,
    opposite,
    scale,
    some,
    unknown,
)
from performance_rules.report.nodes import Leaf
from performance_rules.values.precision import (
    FITTING,
    HUNDRED,
    SETTLED,
    STRAINED,
    last_digit,
    thresholds,
)
from performance_rules.values.quantity import SCALE, Amount


@define
class Compare:
    """Builds conditions over the leaves of one report."""

    leaves: Sequence[Leaf]
    printed: bool = field(default=False)

    def __call__(self, op: str, left: Maybe, right: Maybe) -> Condition:
        """Return the condition ``left op right``; with a missing side it is unknown."""
        for side in (left, right):
            if isinstance(side, Missing):
                return unknown(side.why)
        if isinstance(left, Missing) or isinstance(right, Missing):  # for the type checker
            return FAILS
        if isinstance(left, Extreme) or isinstance(right, Extreme):
            return self.extreme(op, left, right)
        if isinstance(left, Gap) or isinstance(right, Gap):
            return self.gap(op, left, right)
        if isinstance(left, Due) or isinstance(right, Due):
            return self.due(op, left, right)
        if any(isinstance(side, Rate) and side.kind == "amount" for side in (left, right)):
            return self.price(op, left, right)
        if any(isinstance(side, Rate) and side.step for side in (left, right)):
            return self.score(op, left, right)
        if isinstance(right, Rate):
            if isinstance(left, Rate):
                return unknown(Message("两个比率不能直接比较", "two rates do not compare"))
            return self(_FLIPPED[op], right, left)
        if isinstance(left, Rate):
            if right.kind != "percent" and (right.terms or right.constant):
                return unknown(
                    Message("比率只能与百分数比较", "a rate compares with a percentage only")
                )
        elif _clash(left, right):
            return unknown(Message("两数的计量单位不同", "the two numbers are of different kinds"))
        if self.printed:
            return self.printed_condition(op, left, right)
        if op in ("!=", "<", ">"):
            return opposite(self(_OPPOSITE[op], left, right))
        if isinstance(left, Rate):
            return self.rate(op, left, right)
        if op == ">=":
            return self.linear("<=", right, left)
        return self.linear("<=" if op == "<=" else "==", left, right)

    def extreme(self, op: str, left: Number, right: Number) -> Condition:
        """Return a comparison with a minimum or maximum as comparisons of its items."""
        if isinstance(right, Extreme):
            left, right, op = right, left, _FLIPPED[op]
        if not isinstance(left, Extreme):
            raise TypeError(left)
        if op in ("==", "!="):
            both = every((self("<=", left, right), self(">=", left, right)))
            return both if op == "==" else opposite(both)
        all_items = (left.which == "max") == (op in ("<", "<="))
        return (every if all_items else some)(self(op, item, right) for item in left.items)

    def printed_condition(self, op: str, left: Linear | Rate, right: Linear) -> Condition:
        """Return a comparison of printed values."""
        condition = PrintedCondition(op, left, right)
        if not right.terms and isinstance(left, Linear) and not left.terms:
            return Fixed(judge(condition, ()))
        return condition

    def linear(self, op: Literal["==", "<="], left: Linear, right: Linear) -> Condition:
        """Return a comparison of linear forms within printed precision."""
        shared = {leaf for leaf, _ in left.terms} & {leaf for leaf, _ in right.terms}
        if shared:
            both = combine(left, right, -1)
            left = Linear(both.terms, left.constant, left.kind)
            right = Linear((), right.constant, right.kind)
        difference = combine(left, right, -1)
        fitting, strained, slack = thresholds(self.steps(left), self.steps(right))
        if op == "<=" and not (len(left.terms) <= 1 and len(right.terms) <= 1):
            strained = max(strained, slack)
        condition = LinearCondition(
            op, left, right, difference.terms, difference.constant, fitting, strained, slack
        )
        return condition if difference.terms else Fixed(judge(condition, ()))

    def score(self, op: str, left: Linear | Rate, right: Linear | Rate) -> Condition:
        """Return a comparison of a quotient with the rate of a score: N/Q and s/w as w·N/Q and s.

        The rate of a score is a printed percentage whose half step is 100·h/w, so the closed form
        of rates serves as it is.
        """
        if isinstance(left, Rate) and left.step:
            left, right, op = right, left, _FLIPPED[op]
        if isinstance(left, Linear) and left.kind == "percent":
            left = Rate(left, Linear((), HUNDRED, "percent"))
        if not (isinstance(left, Rate) and isinstance(right, Rate)) or left.step:
            return unknown(
                Message("得分率只能与比率、百分数比较", "a score rate and a rate compare")
            )
        if any(half for _, half, _ in self.steps(right.denominator)):
            return unknown(_ROUND_WEIGHT)
        if op in ("!=", "<", ">"):
            return opposite(self.score(_OPPOSITE[op], left, right))
        return self.rate(op, left, right.numerator, right)

    def price(self, op: str, left: Linear | Rate, right: Linear | Rate) -> Condition:
        """Return a comparison of what falls on one with a printed price: N/Q and c of 1."""
        if isinstance(right, Rate):
            left, right, op = right, left, _FLIPPED[op]
        if isinstance(right, Rate) or not isinstance(left, Rate) or right.kind != "amount":
            return unknown(Message("均价只能与金额比较", "a price compares with an amount only"))
        if self.printed:
            return self.printed_condition(op, left, right)
        if op in ("!=", "<", ">"):
            return opposite(self.price(_OPPOSITE[op], left, right))
        steps = [_fen_step(self.leaves[leaf]) for leaf, _ in right.terms]
        step = max(steps, default=0)
        return self.rate(op, left, right, Rate(right, _ONE, step // 2, step))

    def gap(self, op: str, left: Number, right: Number) -> Condition:
        """Return a comparison of the difference of two rates with so many percent points.

        ``N/Q − s/w ≤ c`` is ``N/Q ≤ (m·s + k·w)/(m·w)`` for ``c = k/m``: the closed form of a
        score, moved by c.
        """
        if isinstance(right, Gap):
            left, right, op = right, left, _FLIPPED[op]
        if not isinstance(left, Gap) or not isinstance(right, Linear) or right.terms:
            return unknown(
                Message("两个比率的差只能与定值比较", "a gap of rates compares with a fixed one")
            )
        if op in ("!=", "<", ">"):
            return opposite(self.gap(_OPPOSITE[op], left, right))
        points, other = right.constant, left.other
        if left.sign < 0:
            points, op = -points, _FLIPPED[op]
        if isinstance(other, Linear):
            moved = Linear(other.terms, other.constant + points, "percent")
            return self.rate(op, left.rate, moved)
        if any(half for _, half, _ in self.steps(other.denominator)):
            return unknown(_ROUND_WEIGHT)
        common = gcd(points, HUNDRED)
        k, m = points // common, HUNDRED // common
        claim = combine(scale(other.numerator, m), other.denominator, k)
        whole = scale(other.denominator, m)
        return self.rate(op, left.rate, claim, Rate(claim, whole, m * other.half, m * other.step))

    def due(self, op: str, score: Number, due: Number) -> Condition:
        """Return a comparison of a score with the points that a scale of deduction leaves.

        On a scale a score claims a rate: ``C(s) = start − (w − s)·step/points``, or, where whole
        steps are counted, one of a range that is a step wide.  So both sides of the comparison
        are closed forms of rates; a score at the end of the scale has no bound beyond it.
        """
        if isinstance(score, Due):
            score, due, op = due, score, _FLIPPED[op]
        if not isinstance(score, Linear) or not isinstance(due, Due) or score.kind != "count":
            return unknown(Message("应得分只能与得分比较", "points due compare with a score"))
        if any(half for _, half, _ in self.steps(due.weight)):
            return unknown(_ROUND_WEIGHT)
        if op in ("!=", "<", ">"):
            return opposite(self.due(_OPPOSITE[op], score, due))
        ways = [self._on_scale(op, score, due, step) for step in due.steps]
        return some(ways)

    def _on_scale(self, op: str, score: Linear, due: Due, step: int) -> Condition:
        common = gcd(step, due.points)
        width, m = step // common, due.points // common
        side = -1 if due.side == "below" else 1
        lost = combine(due.weight, score, -1)
        claim = combine(scale(due.start, m), scale(lost, side * width))
        half, last = (width * part for part in rounding(self.leaves, score))
        unit = Linear((), m * HUNDRED, "percent")

        def holds(op: str, off: int, half: int, last: int) -> Condition:
            moved = Linear(claim.terms, claim.constant + m * off, "percent")
            return self.rate(op, due.rate, moved, Rate(moved, unit, half, last))

        def beyond(op: str, off: int, half: int) -> Condition:
            """Return what lies strictly on the other side of ``op``: as printed, or within half."""
            printed = opposite(holds(op, off, 0, 0))
            if self.even(score, due):
                return printed
            return some((every((printed, _FITS)), opposite(holds(op, off, half, last))))

        better, worse = (">=", "<=") if due.side == "below" else ("<=", ">=")
        found = []
        if op != ">=":  # not more than is due
            inside = due.part in ("", "completed")
            ends = [self.printed_condition("<=", score, Linear((), 0, "count"))]
            if due.most is not None:
                least = combine(due.weight, Linear((), due.most, "count"), -1)
                ends.append(self.printed_condition("<=", score, least))
            bound = beyond(worse, side * step, half) if inside else holds(better, 0, half, last)
            found.append(some((*ends, bound)))
        if op != "<=":  # not less than is due
            inside = due.part in ("", "begun")
            full = self.printed_condition(">=", score, due.weight)
            # A score that was cut off and not rounded stands for up to a whole digit more.
            if inside:
                bound = beyond(better, -side * step, last)
            else:
                cut = every((holds(worse, 0, last, last), _STRAINS))
                bound = some((holds(worse, 0, half, last), cut))
            found.append(some((full, bound)))
        return every(found)

    def even(self, score: Linear, due: Due) -> bool:
        """Whether whole steps lead to points that the score has digits for, so none is rounded."""
        digit = rounding(self.leaves, score)[1]
        weight = rounding(self.leaves, due.weight)[1] or due.weight.constant
        return digit == 0 or (due.points % digit == 0 and weight % digit == 0)

    def rate(self, op: str, rate: Rate, claim: Linear, score: Rate | None = None) -> Condition:
        """Return a comparison of a quotient with a printed or given rate, or with a score's."""
        if score is None and (len(claim.terms) > 1 or any(abs(k) != 1 for _, k in claim.terms)):
            return unknown(Message("比率只能与一个数比较", "a rate compares with one number only"))
        turned = op == ">="
        if turned:
            op, rate, claim = (
                "<=",
                Rate(scale(rate.numerator, -1), rate.denominator),
                scale(claim, -1),
            )
        half = sum(abs(k) * half for k, half, _ in self.steps(claim))
        step = sum(abs(k) * step for k, _, step in self.steps(claim))
        if score is not None:
            half, step = half + score.half, step + score.step
        top, bottom = dict(rate.numerator.terms), dict(rate.denominator.terms)
        spread = tuple(
            (
                (1 if score else HUNDRED) * top.get(leaf, 0),
                bottom.get(leaf, 0),
                self.leaves[leaf].half,
            )
            for leaf in dict.fromkeys((*top, *bottom))
            if self.leaves[leaf].half
        )
        slack = sum(abs(b) * h for _, b, h in spread)
        form: Literal["==", "<="] = "<=" if op == "<=" else "=="
        loose = any(
            self.leaves[leaf].half and not self.leaves[leaf].step
            for leaf in (*top, *bottom, *dict(claim.terms))
        )
        if self.printed:
            half, step, spread, slack, loose = 0, 0, (), 0, False
        weight = score.denominator if score is not None else None
        return RateCondition(form, rate, claim, half, step, spread, slack, turned, loose, weight)

    def steps(self, number: Linear) -> list[tuple[int, int, int]]:
        """Return the terms of a linear form with the precision of their leaves."""
        return [(k, self.leaves[leaf].half, self.leaves[leaf].step) for leaf, k in number.terms]


_ONE: Final = Linear((), SCALE, "pure")


def _fen_step(leaf: Leaf) -> int:
    """Return the last digit of a price that is exact because it is printed to the fen.

    Only for a price are its digits part of the shape that a plan is made for.
    """
    quantity = leaf.quantity
    if leaf.half or not isinstance(quantity, Amount) or not leaf.path.endswith(".price"):
        return 0
    digit = last_digit(quantity)
    return digit if digit <= SCALE // 100 else 0


def rounding(leaves: Sequence[Leaf], score: Linear) -> tuple[int, int]:
    """Return to which half step and step a score was rounded, by its printed digits."""
    decimals = [leaves[leaf].quantity.decimals for leaf, _ in score.terms]
    steps = [max(1, SCALE // 10**places) for places in decimals]
    return sum(steps) // 2, max(steps, default=0)


_FITS: Final = Fixed(SETTLED[FITTING])
_STRAINS: Final = Fixed(SETTLED[STRAINED])
_ROUND_WEIGHT: Final = Message("分值不能是约数", "the weight of a score is no round figure")
_OPPOSITE: Final = {"!=": "==", "<": ">=", ">": "<="}
_FLIPPED: Final = {"==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}


def _clash(left: Linear, right: Linear) -> bool:
    kinds = {left.kind, right.kind} - {"any"}
    if "pure" in kinds:
        pure = left if left.kind == "pure" else right
        kinds.discard("pure")
        return bool(pure.constant) and not kinds <= {"count"}
    return len(kinds) > 1
