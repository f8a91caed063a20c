"""What printed precision lets us say: the table of docs/numbers.md, and honest rounding at random.

Numbers are compared by the engine itself: leaves, linear forms and rates as rules make them.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from performance_rules.checking.findings import VERDICTS
from performance_rules.checking.plan import verdict_of_truth
from performance_rules.checking.result import check
from performance_rules.language.comparing import Compare
from performance_rules.language.ground import Linear, Rate, combine, constant, judge
from performance_rules.report.build import build_report
from performance_rules.report.nodes import Leaf
from performance_rules.rules.ruleset import RuleSet
from performance_rules.values.precision import (
    FALSE,
    TRUE,
    UNKNOWN,
    conjunction,
    disjunction,
    mirror,
    truth,
)
from performance_rules.values.quantity import SCALE, Amount, Kind, Percent, Quantity

RULES = RuleSet.for_region(None)


class Table:
    """Printed numbers as the leaves of a report, and comparisons of forms over them."""

    def __init__(self, *quantities: Quantity | str) -> None:
        said = [Amount.of(q) if isinstance(q, str) else q for q in quantities]
        self.leaves = [
            Leaf(q.n, q.half, step_of(q), kind_of(q), q, None, f"x{i}", f"x{i}")
            for i, q in enumerate(said)
        ]
        self.values = tuple(leaf.n for leaf in self.leaves)

    def __getitem__(self, i: int) -> Linear:
        """The number at a place."""
        return Linear(((i, 1),), 0, self.leaves[i].kind)

    def sum(self, places: Sequence[int], signs: Sequence[int] = ()) -> Linear:
        """The sum of the numbers at some places, with signs or other whole factors."""
        total = constant(0, self.leaves[places[0]].kind)
        for place, sign in zip(places, signs or [1] * len(places), strict=True):
            total = combine(total, self[place], sign)
        return total

    def says(self, left: Linear | Rate, op: str, right: Linear | Rate) -> str:
        """The verdict on a comparison."""
        condition = Compare(self.leaves)(op, left, right)
        return VERDICTS[verdict_of_truth(judge(condition, self.values))]


def step_of(quantity: Quantity) -> int:
    """The step as a tree has it."""
    return 0 if quantity.approximate else quantity.step


def kind_of(quantity: Quantity) -> Kind:
    """What a quantity counts in."""
    if isinstance(quantity, Amount):
        return "amount"
    return "percent" if isinstance(quantity, Percent) else "count"


def growth(new: Linear, old: Linear) -> Rate:
    """(new - old) / old; leaves that both share stay one leaf."""
    return Rate(combine(new, old, -1), old)


# ── the table ──


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ("20000元", "20,000.30元", "pass"),
        ("12.5万元", "12.45万元", "pass"),
        ("12.5万元", "12.44万元", "rounding"),
        ("12.5万元", "12.6万元", "rounding"),
        ("12.5万元", "12.7万元", "fail"),
        ("73.82万元", "738,259.25元", "rounding"),
        ("0.00万元", "49元", "pass"),
        ("0.00万元", "99元", "rounding"),
        ("0.00万元", "100元", "fail"),
        ("0.13万元", "1,250.00元", "pass"),
        ("0.12万元", "1,250.00元", "pass"),
        ("0.00元", "0.01元", "fail"),
        ("0万元", "0.01元", "fail"),
    ],
)
def test_two_prints_of_one_amount(left: str, right: str, verdict: str) -> None:
    """Two printed numbers agree within half of the coarser last digit, and a last digit may have
    been adjusted; a tie may have been rounded up or to even; 分 are exact, and so is a bare 0.
    """
    table = Table(left, right)

    assert verdict == table.says(table[0], "==", table[1])
    assert verdict == table.says(table[1], "==", table[0])


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ("约300万元", "300万元", "pass"),
        ("约300万元", "200.00万元", "pass"),
        ("约300万元", "4,000,000.00元", "pass"),
        ("约300万元", "4,000,000.01元", "fail"),
        ("约300万元", "402万元", "fail"),
        ("约300万元", "约400万元", "pass"),
        ("约300万元", "近501万元", "fail"),
        ("近3,500元", "3,412.60元", "pass"),
        ("1,200余元", "1,299.99元", "pass"),
        ("1,200余元", "1,301.00元", "fail"),
        ("300万元以上", "380.5万元", "pass"),
    ],
)
def test_a_rounded_word_does_not_contradict_an_exact_number(
    left: str, right: str, verdict: str
) -> None:
    """An approximate number agrees with another where their intervals meet, and nowhere else."""
    table = Table(left, right)

    assert verdict == table.says(table[0], "==", table[1])
    assert verdict == table.says(table[1], "==", table[0])


@pytest.mark.parametrize(
    ("part", "verdict"), [("约300万元", "pass"), ("约30万元", "fail"), ("300万元", "fail")]
)
def test_a_rounded_part_leaves_its_sum_room(part: str, verdict: str) -> None:
    """A sum with an approximate part passes wherever the part may lie."""
    table = Table(part, "150.00万元", "500.00万元")

    assert verdict == table.says(table.sum([0, 1]), "==", table[2])


@pytest.mark.parametrize(
    ("part", "rate", "verdict"),
    [
        ("约300万元", "25.00%", "pass"),
        ("约300万元", "33.00%", "pass"),
        ("约300万元", "34.00%", "fail"),
        ("300.00万元", "约20%", "pass"),
        ("300.00万元", "约41%", "fail"),
        ("300.00万元", "26.00%", "fail"),
    ],
)
def test_a_rounded_number_leaves_its_rate_room(part: str, rate: str, verdict: str) -> None:
    """A rate passes if any amount that a rounded word may mean gives it."""
    table = Table(part, "1,200.00万元", Percent.of(rate))

    assert verdict == table.says(Rate(table[0], table[1]), "==", table[2])


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ("12.5万元", "12.5万元", "pass"),
        ("12.4万元", "12.5万元", "pass"),
        ("12.6万元", "12.5万元", "rounding"),
        ("12.7万元", "12.5万元", "fail"),
        ("12.5万元", "12.44万元", "rounding"),
        ("1.01元", "1.00元", "fail"),
    ],
)
def test_at_most_another_amount(left: str, right: str, verdict: str) -> None:
    """At most is certain or fitting below, and as charitable as equality above."""
    table = Table(left, right)

    assert verdict == table.says(table[0], "<=", table[1])
    assert verdict == table.says(table[1], ">=", table[0])


@pytest.mark.parametrize(
    ("off", "verdict"), [(0, "pass"), (1, "rounding"), (10, "rounding"), (11, "fail")]
)
def test_twenty_lines_and_their_sum(off: int, verdict: str) -> None:
    """Twenty lines and a total at 0.01 may differ by 21 half digits: by 0.10, not by 0.11."""
    total = Decimal("20.00") + off * Decimal("0.01")
    table = Table(*["1.00万元"] * 20, Amount(total, "万元"))

    assert verdict == table.says(table.sum(range(20)), "==", table[20])


@pytest.mark.parametrize(
    ("shares", "verdict"),
    [
        (("33.33%", "33.33%", "33.34%"), "pass"),
        (("33.33%", "33.33%", "33.33%"), "rounding"),
        (("33.32%", "33.33%", "33.32%"), "fail"),
    ],
)
def test_shares_that_should_make_a_hundred(shares: tuple[str, ...], verdict: str) -> None:
    """Three shares at 0.01 reach 100 % from 99.99 %, not from 99.97 %."""
    table = Table(*map(Percent.of, shares))
    hundred = constant(100 * SCALE, "percent")

    assert verdict == table.says(table.sum(range(3)), "==", hundred)


@pytest.mark.parametrize(
    ("figure", "change", "rate", "verdict"),
    [
        ("22.59万元", "20.63万元", "1,055.4%", "rounding"),
        ("22.59万元", "20.63万元", "1,052.6%", "pass"),
        ("22.59万元", "20.63万元", "1,059.0%", "fail"),
        ("5,385.00元", "4,185.00元", "348.75%", "pass"),
        ("5,385.00元", "4,185.00元", "384.75%", "fail"),
        ("2.00万元", "3.00万元", "50%", "undetermined"),
        ("0.02万元", "0.02万元", "100%", "undetermined"),
    ],
)
def test_growth_from_a_change(figure: str, change: str, rate: str, verdict: str) -> None:
    """A base that is implied shares its digits with figure and change, so a coarse print still
    carries a fine rate; a base that may be zero or negative carries none.
    """
    table = Table(figure, change, Percent.of(rate))
    base = table.sum((0, 1), (1, -1))

    assert verdict == table.says(growth(table[0], base), "==", table[2])


@pytest.mark.parametrize(
    ("part", "whole", "share", "verdict"),
    [
        ("998,680.00元", "1,000,000.00元", "99.87%", "pass"),
        ("998,680.00元", "1,000,000.00元", "99.86%", "rounding"),
        ("998,680.00元", "1,000,000.00元", "99.85%", "fail"),
        ("1.00元", "0.00元", "100%", "undetermined"),
        ("1.00元", "-2.00元", "-50%", "undetermined"),
        ("0.00万元", "0.00万元", "0%", "undetermined"),
    ],
)
def test_a_share_of_a_whole(part: str, whole: str, share: str, verdict: str) -> None:
    """A rate may be rounded or truncated; of a whole that is zero or negative there is none."""
    table = Table(part, whole, Percent.of(share))

    assert verdict == table.says(Rate(table[0], table[1]), "==", table[2])


def test_a_change_between_rounded_levels() -> None:
    """12.39 → 11.8 called −0.58 is a matter of the last digit, called −0.72 it is not."""
    table = Table("12.39万元", "11.8万元", "-0.58万元", "-0.72万元")
    change = table.sum((1, 0), (1, -1))

    assert table.says(change, "==", table[2]) == "rounding"
    assert table.says(change, "==", table[3]) == "fail"


def test_an_implied_base_is_not_negative() -> None:
    """A level of 34.08 that rose by 50.00 implies a base below zero."""
    table = Table("34.08万元", "50.00万元", "34.08万元")
    nothing = constant(0, "amount")

    assert table.says(table.sum((0, 1), (1, -1)), ">=", nothing) == "fail"
    assert table.says(table.sum((0, 2), (1, -1)), ">=", nothing) == "pass"


# ── the table, in reports ──


def verdicts(rule: str, report: dict[str, object]) -> set[str]:
    """The verdicts of a shipped rule that say something about a miniature report."""
    found = {v.verdict for v in check(build_report(report), RULES).verdicts if v.rule == rule}
    return found - {"not_applicable"} or found


def nature(basic: str, project: str, **more: object) -> dict[str, object]:
    """A report with one total of 100 and its two parts."""
    rows = [["基本支出", basic], ["项目支出", project]]
    parts = {"columns": ["科目", "决算"], "rows": rows, **more}
    return {"year": 2021, "all_funds": {"expenditure": {"final": "100.00", "by_nature": parts}}}


@pytest.mark.parametrize(
    ("report", "verdict"),
    [
        (nature("60.00", "40.00"), "pass"),
        (nature("60.00", "40.01"), "fail"),
        (nature("60.00", ""), "undetermined"),
        (nature("60.00", "30.00", complete=False), "not_applicable"),
        ({**nature("0.01", "0.00"), "unit": "万元"}, "fail"),
        ({**nature("50.00", "50.01"), "unit": "万元"}, "rounding"),
    ],
)
def test_parts_and_whole_in_a_report(report: dict[str, object], verdict: str) -> None:
    """With one part missing a sum is undetermined; where not all parts are listed it is no sum."""
    assert {verdict} == verdicts("TOT-001", report)


@pytest.mark.parametrize(
    ("prior", "rate", "zero_base", "rate_rule"),
    [
        ("0.00", "100%", "fail", "not_applicable"),
        ("1.00", "100%", "not_applicable", "pass"),
        ("1.00", "110%", "not_applicable", "fail"),
    ],
)
def test_a_rate_on_a_printed_zero(prior: str, rate: str, zero_base: str, rate_rule: str) -> None:
    """Where the printed base is zero, a rate of growth is what is wrong, not its digits."""
    final = {"value": "2.00", "vs_prior": {"rate": rate}}
    report = {"year": 2021, "unit": "万元", "three_public": {"final": final, "prior": prior}}

    assert {zero_base} == verdicts("YOY-003", report)
    assert {rate_rule} == verdicts("YOY-001", report)


# ── honest rounding ──

STEPS = st.sampled_from(["1E-4", "0.001", "0.01", "0.1", "1"])
EXACT = st.integers(-(10**9), 10**9).map(lambda n: Decimal(n).scaleb(-4))
POSITIVE = st.integers(1, 10**9).map(lambda n: Decimal(n).scaleb(-4))
AS_TABLES_DO = st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN])
WIDE = Context(prec=60)


def rounded(value: Decimal | Fraction, step: str, how: str) -> Decimal:
    """The printed digits of an exact value."""
    if isinstance(value, Fraction):
        # Ten more digits than are printed settle every rounding but a tie, and a tie is exact.
        scaled = value * 10**30
        value = Decimal(scaled.numerator // scaled.denominator).scaleb(-30, WIDE)
    return value.quantize(Decimal(step), how, WIDE)


@st.composite
def printed(draw: st.DrawFn, value: Decimal, step: str | None = None) -> Amount:
    """An exact amount in 万元 as somebody prints it; a bare 0 keeps the claim of its column."""
    step = step or draw(STEPS)
    amount = Amount(rounded(value, step, draw(AS_TABLES_DO)), "万元")
    if value and not amount.value:
        return Amount(amount.value, "万元", step=Amount(Decimal(step), "万元").n)
    return amount


@given(st.data(), EXACT)
def test_one_amount_printed_twice_is_never_accused(data: st.DataObject, value: Decimal) -> None:
    """The same amount printed twice, by whatever rounding and precision, agrees with itself."""
    table = Table(data.draw(printed(value)), data.draw(printed(value)))

    assert table.says(table[0], "==", table[1]) != "fail"
    assert table.says(table[0], "<=", table[1]) != "fail"


@given(st.data(), st.lists(EXACT, min_size=1, max_size=8))
def test_a_sum_of_rounded_parts_is_never_accused(data: st.DataObject, parts: list[Decimal]) -> None:
    """Parts and total, each rounded by itself, add up within what they claim."""
    said = [data.draw(printed(part)) for part in parts]
    table = Table(*said, data.draw(printed(sum(parts, Decimal(0)))))

    assert table.says(table.sum(range(len(parts))), "==", table[len(parts)]) != "fail"


@given(st.data(), st.lists(EXACT, min_size=2, max_size=6))
def test_any_linear_form_is_never_accused(data: st.DataObject, parts: list[Decimal]) -> None:
    """Two expressions that are exactly equal stay equal after rounding; so with at most."""
    factors = [data.draw(st.integers(-3, 3)) for _ in parts]
    total = sum((k * part for k, part in zip(factors, parts, strict=True)), Decimal(0))
    rest = data.draw(EXACT)
    table = Table(*[data.draw(printed(v)) for v in (*parts, rest, total - rest)])
    n = len(parts)
    left, right = table.sum(range(n), factors), table.sum((n, n + 1))

    assert table.says(left, "==", right) != "fail"
    assert table.says(left, "<=", right) != "fail"
    assert table.says(left, ">=", right) != "fail"


@given(st.data(), EXACT, POSITIVE)
def test_a_rate_is_never_accused(data: st.DataObject, part: Decimal, whole: Decimal) -> None:
    """A share or completion that was rounded from the exact amounts is right whatever the amounts
    are printed to.
    """
    how = data.draw(AS_TABLES_DO)
    step = data.draw(st.sampled_from(["0.01", "0.1", "1"]))
    claim = rounded(100 * Fraction(part) / Fraction(whole), step, how)
    table = Table(data.draw(printed(part)), data.draw(printed(whole)), Percent(claim))

    assert table.says(Rate(table[0], table[1]), "==", table[2]) != "fail"
    assert table.says(Rate(table[0], table[1]), "<=", table[2]) != "fail"
    assert table.says(Rate(table[0], table[1]), ">=", table[2]) != "fail"


@given(POSITIVE, POSITIVE, st.sampled_from(["0.01", "0.1", "1"]))
def test_a_truncated_rate_is_never_accused(part: Decimal, whole: Decimal, step: str) -> None:
    """Cutting a rate off is as honest as rounding it, where the amounts are printed in full."""
    claim = rounded(100 * Fraction(part) / Fraction(whole), step, ROUND_DOWN)
    table = Table(Amount(part, "万元", step=0), Amount(whole, "万元", step=0), Percent(claim))

    assert table.says(Rate(table[0], table[1]), "==", table[2]) != "fail"


@given(st.data(), POSITIVE, POSITIVE)
def test_growth_is_never_accused(data: st.DataObject, new: Decimal, old: Decimal) -> None:
    """Growth is right from a stated base and from an implied one, whose leaves are shared."""
    how = data.draw(AS_TABLES_DO)
    claim = rounded(100 * Fraction(new - old) / Fraction(old), "0.01", how)
    said = [data.draw(printed(value)) for value in (new, old, new - old)]
    table = Table(*said, Percent(claim))
    implied = table.sum((0, 2), (1, -1))

    assert table.says(growth(table[0], table[1]), "==", table[3]) != "fail"
    assert table.says(growth(table[0], implied), "==", table[3]) != "fail"


@given(POSITIVE, POSITIVE, st.integers(-(10**7), 10**7), st.data())
def test_a_rate_beyond_every_reading_is_accused(
    part: Decimal, whole: Decimal, digits: int, data: st.DataObject
) -> None:
    """A rate fails exactly where no values that the digits may stand for give it, but for the one
    last digit that truncation and adjustment may take.
    """
    table = Table(data.draw(printed(part)), data.draw(printed(whole)), Percent(Decimal(digits)))
    ends = [(leaf.n - leaf.half, leaf.n + leaf.half) for leaf in table.leaves]
    verdict = table.says(Rate(table[0], table[1]), "==", table[2])

    if ends[1][0] <= 0:
        assert verdict == "undetermined"
        return
    rates = [100 * Fraction(n, q) for n, q in product(ends[0], ends[1])]
    low, high = (Fraction(end, SCALE) for end in ends[2])
    reachable = low <= max(rates) and min(rates) <= high
    near = abs(100 * Fraction(table.values[0], table.values[1]) - digits) < 1
    assert (verdict == "fail") == (not reachable and not near)


# ── truth ──

TRUTHS = [truth(low, high) for low in range(4) for high in range(low, 4)]
"""Every pair of a worst and a best level."""


@pytest.mark.parametrize("a", TRUTHS)
def test_not_is_a_mirror(a: int) -> None:
    """Not turns a truth round; twice it gives the same."""
    assert a == mirror(mirror(a))
    assert (mirror(FALSE), mirror(TRUE), mirror(UNKNOWN)) == (TRUE, FALSE, UNKNOWN)


@pytest.mark.parametrize(("a", "b"), list(product(TRUTHS, repeat=2)))
def test_and_and_or_obey_de_morgan(a: int, b: int) -> None:
    """Not (a and b) is (not a) or (not b), and the other way round; both commute and absorb."""
    assert mirror(conjunction((a, b))) == disjunction((mirror(a), mirror(b)))
    assert mirror(disjunction((a, b))) == conjunction((mirror(a), mirror(b)))
    assert conjunction((a, b)) == conjunction((b, a))
    assert a == conjunction((a, disjunction((a, b)))) == disjunction((a, conjunction((a, b))))


@pytest.mark.parametrize(("a", "b"), list(product(TRUTHS, repeat=2)))
def test_a_better_operand_never_makes_a_condition_worse(a: int, b: int) -> None:
    """A better operand never makes ``and`` or ``or`` worse, and a better truth never turns a pass
    into something else nor anything into a failure.
    """
    if a >> 2 > b >> 2 or a & 3 > b & 3:
        return
    for c in TRUTHS:
        for join in (conjunction, disjunction):
            worse, better = join((a, c)), join((b, c))
            assert worse >> 2 <= better >> 2
            assert worse & 3 <= better & 3
    assert verdict_of_truth(a) != 0 or verdict_of_truth(b) == 0
    assert verdict_of_truth(b) != 2 or verdict_of_truth(a) == 2


def test_nothing_joined_is_the_neutral_truth() -> None:
    """All of nothing holds, any of nothing does not, and an unknown item settles neither."""
    assert (conjunction(()), disjunction(())) == (TRUE, FALSE)
    assert (conjunction((TRUE, UNKNOWN)), conjunction((FALSE, UNKNOWN))) == (UNKNOWN, FALSE)
    assert (disjunction((FALSE, UNKNOWN)), disjunction((TRUE, UNKNOWN))) == (UNKNOWN, TRUE)
