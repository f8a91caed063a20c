"""Prices: what an amount makes for one of a number, against a price that was printed."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

from performance_rules.checking.findings import VERDICTS
from performance_rules.checking.plan import verdict_of_truth
from performance_rules.checking.result import check
from performance_rules.language.comparing import Compare
from performance_rules.language.ground import Linear, Rate, judge
from performance_rules.report.build import build_report
from performance_rules.report.nodes import Leaf
from performance_rules.rules.ruleset import RuleSet
from performance_rules.values.precision import (
    CERTAIN,
    FALSE,
    FITTING,
    SETTLED,
    STRAINED,
    UNKNOWN,
    Truth,
    last_digit,
    mirror,
)
from performance_rules.values.quantity import SCALE, Amount, Count, Q, Quantity, hedged

OPPOSITE = {"!=": "==", ">": "<=", "<": ">="}
FLIPPED = {"==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}

RULES = RuleSet.for_region(None)


@frozen
class Case:
    """What was paid for so many, and the price of one that is printed."""

    amount: Quantity
    number: Quantity
    price: Amount

    def truth(self, op: str, *, turned: bool = False) -> Truth:
        """What the engine says of ``均价(amount, number) op price``."""
        leaves = [_leaf(self.amount), _leaf(self.number), _leaf(self.price, "matters[x].price")]
        paid, counted, claim = (Linear(((at, 1),), 0, leaf.kind) for at, leaf in enumerate(leaves))
        rate = Rate(paid, counted, kind="amount")
        compare, values = Compare(leaves), tuple(leaf.n for leaf in leaves)
        condition = compare(FLIPPED[op], claim, rate) if turned else compare(op, rate, claim)
        return judge(condition, values)

    def expected(self, op: str) -> Truth:
        """What exact fractions say, at every corner of what amount and number may be."""
        if op in OPPOSITE:
            return mirror(self.expected(OPPOSITE[op]))
        corners = list(product(*[_ends(one) for one in (self.amount, self.number)]))
        if min(number for _, number in corners) <= 0:
            return UNKNOWN
        prices = [amount / number for amount, number in corners]
        claim, price = _value(self.price), _value(self.amount) / _value(self.number)
        rough = bool(self.price.approximate)
        digit = Fraction(0 if rough else self.price.step or _fen(self.price), SCALE)
        half = Fraction(self.price.half, SCALE) if rough else digit / 2
        low, high = min(prices), max(prices)
        if op == ">=":
            claim, price, low, high = -claim, -price, -high, -low
        gap = abs(price - claim) if op == "==" else price - claim
        if gap <= half:
            return SETTLED[CERTAIN if op != "==" and high <= claim - half else FITTING]
        reached = low <= claim + half and (op != "==" or high >= claim - half)
        if gap >= digit and not reached:
            return FALSE
        loose = any(one.approximate for one in (self.amount, self.number, self.price))
        return SETTLED[FITTING if loose else STRAINED]


def _fen(price: Amount) -> int:
    """The last digit of a price that is exact because it is printed to the fen."""
    digit = last_digit(price)
    return digit if digit <= SCALE // 100 else 0


def _leaf(one: Quantity, path: str = "") -> Leaf:
    kind = "amount" if isinstance(one, Amount) else "count"
    step = 0 if one.approximate else one.step
    return Leaf(one.n, one.half, step, kind, one, None, path, "")  # type: ignore[arg-type]


def _value(one: Quantity) -> Fraction:
    return Fraction(one.n, SCALE)


def _ends(one: Quantity) -> list[Fraction]:
    return sorted(
        {_value(one) - Fraction(one.half, SCALE), _value(one) + Fraction(one.half, SCALE)}
    )


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Amounts, numbers and prices at random, the price mostly close to what the others make."""

    def perhaps(one: Q) -> Q:
        return hedged(one, "about") if draw(st.integers(0, 4)) == 0 else one

    unit, decimals = draw(st.sampled_from((("元", 0), ("元", 2), ("万元", 0), ("万元", 2))))
    amount = Amount(Decimal(f"{draw(st.integers(100, 99_999))}E-{decimals}"), unit)
    number = Count(Decimal(draw(st.sampled_from((0, 1, 3, 7, 12, 45, 130, 260)))), "户")
    places, unit = draw(st.sampled_from(((2, "元"), (0, "元"), (2, "万元"))))
    made = Fraction(amount.n, max(number.n, SCALE)) / (10_000 if unit == "万元" else 1)
    scaled = round(made * 10**places) + draw(st.sampled_from((0, 1, -1, 2, 40)))
    price = Amount(Decimal(f"{max(1, scaled)}E-{places}"), unit)
    return Case(perhaps(amount), perhaps(number), perhaps(price))


@given(cases())
def test_the_closed_form_of_a_price_is_exact(case: Case) -> None:
    """For every operator, in both orders, the truth of a comparison of what falls on one with a
    printed price is what all values inside the intervals say.
    """
    expected = {op: case.expected(op) for op in FLIPPED}

    assert expected == {op: case.truth(op) for op in FLIPPED}
    assert expected == {op: case.truth(op, turned=True) for op in FLIPPED}


@pytest.mark.parametrize(
    ("amount", "number", "price", "verdict"),
    [
        ("48.00万元", "40户", "1.20万元", "pass"),
        ("54.00万元", "40户", "1.20万元", "fail"),
        ("100.00元", "3户", "33.33元", "pass"),
        ("200.00元", "3户", "66.66元", "rounding"),
        ("200.00元", "3户", "66.65元", "fail"),
        ("5.30万元", "3,120户", "17元", "pass"),
        ("5.30万元", "3,120户", "16元", "rounding"),
        ("5.30万元", "3,120户", "15元", "fail"),
        ("约5万元", "3,120户", "16元", "pass"),
        ("48.00万元", "0户", "1.20万元", "undetermined"),
    ],
)
def test_a_price_is_rounded_to_its_printed_digit(
    amount: str, number: str, price: str, verdict: str
) -> None:
    """An average was rounded even where its last printed digit is the fen: nobody paid it."""
    case = Case(Amount.parse(amount), Count.parse(number), Amount.parse(price))

    assert verdict == VERDICTS[verdict_of_truth(case.truth("=="))]


def test_no_plan_of_another_price_is_used() -> None:
    """What a price was rounded to is part of the shape: the report before it changes no verdict."""

    def verdict(price: object) -> str:
        matter = {"name": "慰问", "price": price, "actual": "3人", "final": "111.01元"}
        report = build_report({"year": 2023, "matters": [matter]})
        found = [v.verdict for v in check(report, RULES).verdicts if v.rule == "MAT-001"]
        return next(verdict for verdict in found if verdict != "not_applicable")

    declared = {"value": "37元", "exact": True}

    assert ("pass", "fail", "pass") == (verdict("37.00元"), verdict(declared), verdict("37.00元"))
