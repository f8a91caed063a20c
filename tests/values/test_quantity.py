"""Printed quantities: what is read, what is claimed, what is refused."""

from __future__ import annotations

import copy
import pickle
from decimal import Decimal
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from performance_rules.values.quantity import (
    SCALE,
    Amount,
    Count,
    Interval,
    Kind,
    Percent,
    Quantity,
    QuantityError,
    format_scaled,
    hedged,
    is_blank,
)

UNITS = {"元": 0, "千元": 3, "万元": 4, "亿元": 8}
THIN = "\u2009"
WIDE = "\u3000"
MINUS = "\u2212"
FIVE_CENTS = 5 * SCALE // 100


@st.composite
def decimals(draw: st.DrawFn, most: int) -> Decimal:
    """A decimal of at most 16 digits, of which at most ``most`` follow the point."""
    digits = draw(st.integers(-(10**15), 10**15))
    return Decimal(f"{digits}E-{draw(st.integers(0, most))}")


@st.composite
def amounts(draw: st.DrawFn) -> Amount:
    """An amount in any unit with any number of digits that the unit allows."""
    unit = draw(st.sampled_from(sorted(UNITS)))
    exact = draw(st.booleans())
    return Amount.of(draw(decimals(8 + UNITS[unit])), unit, exact=exact)


def percents() -> st.SearchStrategy[Percent]:
    """A percentage, asserted exact or not."""
    return st.builds(
        lambda value, exact: Percent.of(value, exact=exact), decimals(7), st.booleans()
    )


def counts() -> st.SearchStrategy[Count]:
    """A count with or without a word for what is counted."""
    return st.builds(Count.of, decimals(8), st.sampled_from(["", "人", "人次", "批(次)", "分"]))


def quantities() -> st.SearchStrategy[Quantity]:
    """Any printed quantity."""
    return st.one_of(amounts(), percents(), counts())


PRINTED_AMOUNTS = [
    ("1,405,342.80元", None, "1405342.80", "元"),
    ("6632979.40", "元", "6632979.40", "元"),
    ("１，４０５．８０", "元", "1405.80", "元"),
    ("１２．７０万元", None, "12.70", "万元"),
    ("12.70万", None, "12.70", "万元"),
    ("3.5 亿", None, "3.5", "亿元"),
    ("3.5亿元", "万元", "3.5", "亿元"),
    ("88千元", None, "88", "千元"),
    ("12. 70 万元", None, "12.70", "万元"),
    ("1, 405 ,342.80", "元", "1405342.80", "元"),
    (f"1{THIN}405{THIN}342.80元", None, "1405342.80", "元"),
    ("1,405,\n342.80元", None, "1405342.80", "元"),
    (f"{WIDE}7.00\u00a0元 ", None, "7.00", "元"),
    ("+5元", None, "5", "元"),
    ("-589,663.80", "元", "-589663.80", "元"),
    ("－5.00元", None, "-5.00", "元"),
    (f"{MINUS}5.00元", None, "-5.00", "元"),
    ("- 5.00", "元", "-5.00", "元"),
    ("(1,234.00)", "元", "-1234.00", "元"),
    ("（1,234.00）万元", None, "-1234.00", "万元"),
    ("(1,234.00元)", None, "-1234.00", "元"),
    (".50元", None, "0.50", "元"),
    ("0", "万元", "0", "万元"),
    ("-0.00元", None, "0.00", "元"),
    ("无", None, "0", "元"),
    (" 无 ", "万元", "0", "万元"),
]


@pytest.mark.parametrize(("text", "given_unit", "value", "unit"), PRINTED_AMOUNTS)
def test_amount_reads_printed_forms(
    text: str, given_unit: str | None, value: str, unit: str
) -> None:
    """Every printed form is read digit for digit, and a unit in the text wins."""
    amount = Amount.parse(text, given_unit)
    assert (Decimal(value), unit) == (amount.value, amount.unit)
    assert str(Decimal(value)) == str(amount.value)
    assert text == amount.printed


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12.70%", "12.70"),
        ("12. 70 ％", "12.70"),
        ("１２．７０％", "12.70"),
        ("1,055.4 %", "1055.4"),
        ("+20.63%", "20.63"),
        ("－8.16%", "-8.16"),
        ("(8.16)%", "-8.16"),
        ("(8.16%)", "-8.16"),
        ("0%", "0"),
    ],
)
def test_percent_reads_printed_forms(text: str, value: str) -> None:
    """A percentage is read in percent points, sign included."""
    percent = Percent.parse(text)
    assert str(Decimal(value)) == str(percent.value)
    assert (text, "%") == (percent.printed, percent.unit)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("103人", "103", "人"),
        ("1,203 人次", "1203", "人次"),
        ("９７．５分", "97.5", "分"),
        ("-2辆", "-2", "辆"),
        ("12批（次）", "12", "批(次)"),
        ("40人/次", "40", "人/次"),
        ("3个单元", "3", "个单元"),
        ("7", "7", ""),
        ("无", "0", ""),
    ],
)
def test_count_reads_printed_forms(text: str, value: str, unit: str) -> None:
    """A count is a number and, if any, the word for what is counted."""
    count = Count.parse(text)
    assert (Decimal(value), unit, text) == (count.value, count.unit, count.printed)


NOT_NUMBERS = [
    "", " ", "-", "/", "——", "N/A", "元", "+", "()", "1,23,4.5", "12,34", "1,2345", ",123",
    "1,,234", "1.234,5", "1.2.3", "1..2", "5.", "12.70。", "5.00元。", "12 34", "100\u00a0200",
    "12.7 0", f"12{THIN}34", f"0.123{THIN}456", "--5", "+-5", "-(5)", "(-5)", "(5", "5)", "((5))",
    "5-", "1e5", "1E5元", "0x10", "1_000", "1²", "½", "①", "٣", "nan", "Infinity", "三百元",
    "5无", "无5元", "约元", "余5元", "约约5元", "5元及以上", "5元整",
    "5美元", "5百元", "5%元", "1" * 65, " " * 65,
]  # fmt: skip


@pytest.mark.parametrize("text", NOT_NUMBERS)
def test_what_is_not_one_printed_number_is_refused(text: str) -> None:
    """Wrong grouping, two numbers, two points, foreign digits: unread rather than misread."""
    with pytest.raises(QuantityError):
        Amount.parse(text, "元")


@pytest.mark.parametrize("text", ["", "无", "12.70", "12.70元", "5个百分点", "5‰", "5%%", "%"])
def test_percent_needs_its_sign(text: str) -> None:
    """Only a % sign makes a percentage; 无 is no rate."""
    with pytest.raises(QuantityError):
        Percent.parse(text)


@pytest.mark.parametrize(
    "text", ["", "人", "5%", "5元", "5万元", "5美元", "1.2万人", "5个百分点", "103人。", "5无"]
)
def test_count_is_counted_in_ones(text: str) -> None:
    """Money, rates and numbers in ten thousands are not exact counts."""
    with pytest.raises(QuantityError):
        Count.parse(text)


@pytest.mark.parametrize("unit", ["", "圆", "百元", "人", "%"])
def test_amount_needs_a_known_unit(unit: str) -> None:
    """An amount without unit, or in a unit we do not know, is refused."""
    with pytest.raises(QuantityError):
        Amount.parse("12.70", unit or None)
    with pytest.raises(QuantityError):
        Amount.of("12.70", unit)


@pytest.mark.parametrize(
    ("quantity", "step"),
    [
        (Amount.of("12.70", "万元"), 100 * SCALE),
        (Amount.of("12.7万元"), 1000 * SCALE),
        (Amount.of("12.70万元", exact=True), 0),
        (Amount.of(20000), SCALE),
        (Amount.of("0.5"), SCALE // 10),
        (Amount.of("0.50"), 0),
        (Amount.of("0.005"), 0),
        (Amount.of("1.23456", "万元"), SCALE // 10),
        (Amount.of("1.234567", "万元"), 0),
        (Amount.of("1.2345", "千元"), SCALE // 10),
        (Amount.of("1.23456", "千元"), 0),
        (Amount.of("1.123456789", "亿元"), SCALE // 10),
        (Amount.of("1.1234567890", "亿元"), 0),
        (Amount.of("0", "万元"), 0),
        (Amount.of(0, "亿元"), 0),
        (Amount.of("无", "万元"), 0),
        (Amount.of("0.00", "万元"), 100 * SCALE),
        (Amount.of("0.0"), SCALE // 10),
        (Percent.of("12.70"), SCALE // 100),
        (Percent.of("100%"), SCALE),
        (Percent.of(0), SCALE),
        (Percent.of(100, exact=True), 0),
        (Percent.of("0.0000001"), 10),
        (Count.of("103人"), 0),
        (Count.of("97.5", "分"), 0),
        (Amount(Decimal("12.70"), "万元", step=2), 2),
    ],
    ids=repr,
)
def test_what_is_exact_is_told_from_what_the_last_digit_bounds(
    quantity: Quantity, step: int
) -> None:
    """To the fen, a plain 0, 无, a count and an assertion are exact; else the last digit counts."""
    assert (step, step == 0) == (quantity.step, quantity.exact)


HEDGED = [
    ("约300万元", "about", "300", "万元", 100),
    ("大约300万元", "about", "300", "万元", 100),
    ("300万元左右", "about", "300", "万元", 100),
    ("约 3.50 亿元", "about", "3.50", "亿元", "0.1"),
    ("近3,500元", "below", "3500", "元", 100),
    ("将近３，５００元", "below", "3500", "元", 100),
    ("1,200余元", "above", "1200", "元", 100),
    ("1,200多元", "above", "1200", "元", 100),
    ("3亿多元", "above", "3", "亿元", 1),
    ("逾12.5万元", "above", "12.5", "万元", "0.1"),
    ("约300余万元", "about", "300", "万元", 100),
    ("约-3.2万元", "about", "-3.2", "万元", "0.1"),
    ("350万元以上", "above", "350", "万元", 100),
    ("超过350万元", "above", "350", "万元", 100),
    ("约0万元", "about", "0", "万元", 1),
    ("约1.00万元", "about", "1.00", "万元", 1),
]


@pytest.mark.parametrize(("text", "side", "value", "unit", "wide"), HEDGED)
def test_a_word_that_rounds_a_number_widens_it(
    text: str, side: str, value: str, unit: str, wide: int | str
) -> None:
    """约, 近, 余 and their like reach one unit of the last digit that is not 0 to both sides; what
    has no end (以上, 超过) one unit of the first.  The printed text keeps the word.
    """
    amount = Amount.parse(text)

    assert (side, Decimal(value), unit, text) == (
        amount.approximate,
        amount.value,
        amount.unit,
        amount.printed,
    )
    assert Amount.of(wide, unit).n == amount.half
    assert not amount.exact


@pytest.mark.parametrize(
    ("quantity", "text", "half"),
    [
        (Count.parse("300余人"), "逾300人", 100),
        (Count.parse("约12批（次）"), "约12批(次)", 1),
        (Count.parse("1,200多"), "逾1,200", 100),
        (Percent.parse("近5%"), "近5%", 1),
        (Percent.parse("95%以上"), "逾95%", 10),
        (Percent.of("12.5左右"), "约12.5%", "0.1"),
        (hedged(Count.of("300人"), "about"), "约300人", 100),
        (hedged(Amount.of("3万元"), "below"), "近3万元", 10_000),
        (hedged(Amount.parse("约3万元"), None), "3万元", 5_000),
    ],
    ids=repr,
)
def test_rates_and_counts_are_rounded_by_words_as_well(
    quantity: Quantity, text: str, half: int | str
) -> None:
    """A rounded count is not exact; the canonical text reads back as the same side."""
    assert (text, Amount.of(half).n) == (str(quantity), quantity.half)
    assert type(quantity).parse(text).approximate == quantity.approximate


@pytest.mark.parametrize("text", ["近3年", "近12个月", "近5届"])
def test_the_last_years_are_no_rounded_number(text: str) -> None:
    """近3年 are the last three years."""
    with pytest.raises(QuantityError):
        Count.parse(text)


def test_a_rounded_amount_stays_rounded_in_another_unit() -> None:
    """The word and its width belong to the money, not to the unit."""
    amount = Amount.parse("约300万元").to("元")

    assert ("约3,000,000元", Amount.parse("约300万元").half) == (str(amount), amount.half)
    assert Amount.parse("约300万元") != Amount.parse("300万元")


@pytest.mark.parametrize(
    ("quantity", "n"),
    [
        (Amount.of("12.70", "万元"), 127_000 * SCALE),
        (Amount.of("-0.05"), -FIVE_CENTS),
        (Amount.of("0.00000001"), 1),
        (Amount.of("0.0000000000000001", "亿元"), 1),
        (Amount.of(Decimal("1E+3")), 1000 * SCALE),
        (Percent.of("-8.16"), -816 * SCALE // 100),
        (Count.of(103), 103 * SCALE),
        (Amount.of("9" * 30), (10**30 - 1) * SCALE),
    ],
    ids=repr,
)
def test_n_is_the_value_in_scaled_base_units(quantity: Quantity, n: int) -> None:
    """The scaled integer is exact, beyond the 28 digits of a decimal context."""
    assert n == quantity.n


@given(quantities())
def test_step_half_and_interval_agree(quantity: Quantity) -> None:
    """Half is exactly half a step, and the claim reaches half to both sides."""
    assert quantity.step == 2 * quantity.half
    assert (quantity.n - quantity.half, quantity.n + quantity.half) == (
        quantity.interval.low,
        quantity.interval.high,
    )
    assert quantity.exact == (quantity.interval.low == quantity.interval.high)
    assert quantity.interval == Interval(quantity.n - quantity.half, quantity.n + quantity.half)


@given(quantities())
def test_n_divides_back_to_the_value(quantity: Quantity) -> None:
    """The scaled integer and the printed decimal are the same number."""
    power = UNITS[quantity.unit] if isinstance(quantity, Amount) else 0
    top, bottom = quantity.value.as_integer_ratio()
    assert top * SCALE * 10**power == quantity.n * bottom


@given(quantities())
def test_canonical_text_is_read_back(quantity: Quantity) -> None:
    """What is printed from a quantity reads back as that quantity."""
    if isinstance(quantity, Amount):
        again: Quantity = Amount.of(str(quantity), exact=quantity.exact)
    elif isinstance(quantity, Percent):
        again = Percent.of(str(quantity), exact=quantity.exact)
    else:
        again = Count.of(str(quantity))
    assert quantity == again
    assert str(quantity) == again.printed == quantity.printed


@pytest.mark.parametrize(
    ("quantity", "text", "shown"),
    [
        (Amount.of(Decimal("1405342.80")), "1,405,342.80元", "Amount('1,405,342.80元')"),
        (Percent.of(Decimal("12.70")), "12.70%", "Percent('12.70%')"),
        (Count.of(103, "人"), "103人", "Count('103人')"),
        (Amount.of(Decimal("-12.70"), "万元"), "-12.70万元", "Amount('-12.70万元')"),
        (Percent.of(100, exact=True), "100%", "Percent('100%', step=0)"),
        (Amount.of("1405.8", "元"), "1405.8", "Amount('1,405.8元')"),
        (Percent.of("12.70"), "12.70", "Percent('12.70%')"),
    ],
)
def test_text_is_kept_as_it_stood(quantity: Quantity, text: str, shown: str) -> None:
    """Text is kept as it stood; without text the canonical one is used, and repr is short."""
    assert (text, shown) == (quantity.printed, repr(quantity))


FLOATS = [0.0, 12.7, float("nan"), float("inf"), True, None, [1]]


@pytest.mark.parametrize("value", FLOATS)
def test_no_float_is_accepted(value: object) -> None:
    """A float, or anything else that only looks like a number, is a TypeError with a cure."""
    wrong = cast("int", value)
    for build in (Amount.of, Percent.of, Count.of, Amount, Percent, Count):
        with pytest.raises(TypeError, match="pass text, Decimal or int"):
            build(wrong)
    text = cast("str", value)
    for read in (Amount.parse, Percent.parse, Count.parse, is_blank):
        with pytest.raises(TypeError, match="pass text"):
            read(text)
    with pytest.raises(TypeError, match="pass an int"):
        Interval(wrong, 1)
    with pytest.raises(TypeError, match="pass an int"):
        format_scaled(wrong, "amount")
    with pytest.raises(TypeError, match="pass an int"):
        Interval(0, 1).scaled(wrong)
    with pytest.raises(TypeError, match="pass an int"):
        Interval(0, 1).contains(wrong)
    with pytest.raises(TypeError, match="pass an int"):
        Amount(Decimal(1), step=wrong)


@pytest.mark.parametrize(
    "value",
    ["0.000000001", "1" * 31, "0." + "1" * 31, Decimal("NaN"), Decimal("-Infinity"),
     Decimal("1E+30"), Decimal("1E+999999"), Decimal("1E-999999"), 10**30,
     Decimal("1.000000000")],
)  # fmt: skip
def test_what_does_not_fit_is_refused(value: str | int | Decimal) -> None:
    """Too many digits or no finite number: refused for every kind, never rounded."""
    for build in (Amount.of, Percent.of, Count.of):
        with pytest.raises(QuantityError):
            build(value)


def test_percent_has_at_most_seven_decimals() -> None:
    """Half of the last digit of a rate stays a whole number."""
    with pytest.raises(QuantityError):
        Percent.of("0.00000001")
    with pytest.raises(QuantityError):
        Percent.of("0.00000001", exact=True)


@pytest.mark.parametrize("step", [-2, 1])
def test_a_step_is_even(step: int) -> None:
    """A step handed over must be halvable and not negative."""
    with pytest.raises(QuantityError):
        Amount(Decimal("12.7"), "万元", step=step)


@pytest.mark.parametrize(
    ("text", "blank"),
    [
        *((text, True) for text in ["", "/", "-", "--", "—", "——", "－", "N/A"]),
        *((text, True) for text in [" ", "\u00a0- ", "／", "n/a", MINUS]),
        *((text, False) for text in ["无", "0", "0.00", "-0", "---", "未填", "N/A元"]),
    ],
)
def test_blank_is_not_zero(text: str, blank: bool) -> None:
    """A dash or an empty cell states nothing; 无 and 0 state zero."""
    assert blank == is_blank(text)


@given(amounts(), st.sampled_from(sorted(UNITS)))
def test_another_unit_keeps_money_and_claim(amount: Amount, unit: str) -> None:
    """Moving an amount to another unit changes neither the money nor the interval claimed."""
    moved = amount.to(unit)
    assert unit == moved.unit
    assert (amount.n, amount.step, amount.interval) == (moved.n, moved.step, moved.interval)
    assert (amount.exact, amount.printed) == (moved.exact, moved.printed)
    assert amount == moved.to(amount.unit, amount.decimals)


@pytest.mark.parametrize(
    ("amount", "unit", "decimals", "text"),
    [
        (Amount.of("1,405,342.80元"), "万元", None, "140.534280万元"),
        (Amount.of("12.70万元"), "元", None, "127,000元"),
        (Amount.of("12.70万元"), "元", 2, "127,000.00元"),
        (Amount.of("12.70万元"), "亿", None, "0.001270亿元"),
        (Amount.of("12.70万元"), "万元", 1, "12.7万元"),
        (Amount.of("0.00万元"), "元", None, "0元"),
    ],
)
def test_to_shifts_the_point(amount: Amount, unit: str, decimals: int | None, text: str) -> None:
    """元 to 万元 moves the point by four; the step stays the same sum of yuan."""
    moved = amount.to(unit, decimals)
    assert (text, amount.step) == (str(moved), moved.step)


@pytest.mark.parametrize(("unit", "decimals"), [("万元", 1), ("元", -1), ("元", 9), ("圆", None)])
def test_what_does_not_fit_into_the_digits_asked_for_is_refused(
    unit: str, decimals: int | None
) -> None:
    """What does not fit into the digits asked for is refused."""
    with pytest.raises(QuantityError):
        Amount.of("12.75万元").to(unit, decimals)


@pytest.mark.parametrize(
    ("text", "unit", "decimals", "rounded"),
    [
        ("738,259.25元", "万元", 2, "73.83万元"),
        ("124,500.00元", "万元", 1, "12.5万元"),
        ("-124,500.00元", "万元", 1, "-12.5万元"),
        ("124,499.99元", "万元", 1, "12.4万元"),
        ("49.99元", "万元", 2, "0.00万元"),
        ("-49.99元", "万元", 2, "0.00万元"),
        ("12.7万元", "元", 2, "127,000.00元"),
    ],
)
def test_round_to_prints_half_up(text: str, unit: str, decimals: int, rounded: str) -> None:
    """Rounding is asked for by name, goes half up, and claims the new last digit."""
    assert Amount.parse(rounded) == Amount.parse(text).round_to(unit, decimals)
    assert rounded == str(Amount.parse(text).round_to(unit, decimals))


@given(amounts(), st.sampled_from(sorted(UNITS)), st.integers(1, 8))
def test_a_rounded_amount_still_covers_the_truth(amount: Amount, unit: str, digits: int) -> None:
    """An amount printed with fewer digits claims an interval that holds the amount."""
    rounded = amount.round_to(unit, digits)
    last = SCALE * 10 ** UNITS[unit] // 10**digits
    assert 2 * abs(rounded.n - amount.n) <= last
    assert rounded.exact or rounded.interval.contains(amount.n)


@pytest.mark.parametrize(
    ("n", "kind", "unit", "decimals", "text"),
    [
        (140_534_280 * SCALE // 100, "amount", "元", None, "1,405,342.80元"),
        (5 * SCALE, "amount", "元", None, "5.00元"),
        (1, "amount", "元", None, "0.00000001元"),
        (-1, "amount", "元", 2, "0.00元"),
        (127_000 * SCALE, "amount", "万元", None, "12.7万元"),
        (10_000 * SCALE, "amount", "万", None, "1万元"),
        (1, "amount", "亿元", None, "0.0000000000000001亿元"),
        (FIVE_CENTS, "amount", "元", 1, "0.1元"),
        (-FIVE_CENTS, "amount", "元", 1, "-0.1元"),
        (FIVE_CENTS, "amount", "元", 0, "0元"),
        (1234 * SCALE, "amount", "元", 0, "1,234元"),
        (1404 * SCALE // 100, "percent", "元", None, "14.04%"),
        (100 * SCALE, "percent", "元", None, "100%"),
        (1, "percent", "元", None, "0.00000001%"),
        (1270 * SCALE // 100, "percent", "元", 2, "12.70%"),
        (1203 * SCALE, "count", "人", None, "1,203人"),
        (-SCALE // 2, "count", "元", None, "-0.5"),
        (10**40 * SCALE + 1, "amount", "元", None, f"{10**40:,}.00000001元"),
    ],
)
def test_a_scaled_integer_becomes_text_with_separators(
    n: int, kind: Kind, unit: str, decimals: int | None, text: str
) -> None:
    """A scaled integer becomes text with separators: exact, or rounded half up if asked."""
    assert text == format_scaled(n, kind, unit, decimals)


@given(st.integers(-(10**21), 10**21), st.sampled_from(sorted(UNITS)))
def test_formatted_amount_is_read_back(n: int, unit: str) -> None:
    """The exact text of a scaled integer states that integer."""
    assert n == Amount.parse(format_scaled(n, "amount", unit)).n


@given(st.integers(-(10**20), 10**20), st.integers(0, 8))
def test_formatting_rounds_like_an_amount(n: int, digits: int) -> None:
    """Display rounding and `round_to` are the same half-up rounding."""
    amount = Amount.parse(format_scaled(n, "amount"))
    assert str(amount.round_to("元", digits)) == format_scaled(n, "amount", "元", digits)


@given(quantities())
def test_quantities_copy_pickle_and_hash(quantity: Quantity) -> None:
    """A quantity survives pickling and copying with all it derived, and is hashable."""
    for twin in (pickle.loads(pickle.dumps(quantity)), copy.deepcopy(quantity)):  # noqa: S301
        assert quantity == twin
        assert hash(quantity) == hash(twin)
        assert (quantity.n, quantity.interval, quantity.printed, quantity.exact) == (
            twin.n,
            twin.interval,
            twin.printed,
            twin.exact,
        )


def test_equality_is_of_claims_not_of_spelling() -> None:
    """Printed text does not count, digits, unit, exactness and kind do."""
    amount = Amount.of("12.70", "万元")
    same = Amount.parse("１２．７０ 万")
    assert amount == same
    assert hash(amount) == hash(same)
    others = [
        Amount.of("12.7", "万元"),
        Amount.of("12.70", "亿元"),
        Amount.of("12.70", "万元", exact=True),
        Amount.of("-12.70", "万元"),
        Percent.of("12.70"),
        Count.of("12.70"),
    ]
    assert all(amount != other for other in others)


def test_an_error_speaks_both_languages_and_pickles() -> None:
    """A refusal is a ValueError in Chinese and English that crosses process borders."""
    with pytest.raises(
        ValueError, match=r"金额没有单位：「12.70」 / an amount needs a unit"
    ) as caught:
        Amount.parse("12.70")
    again = pickle.loads(pickle.dumps(caught.value))  # noqa: S301
    assert (QuantityError, str(caught.value)) == (type(again), str(again))


def test_nothing_about_a_quantity_can_be_changed() -> None:
    """Nothing about a quantity can be changed, and nothing can be attached to it."""
    for quantity in (Amount.of(1), Percent.of(1), Count.of(1)):
        with pytest.raises(AttributeError):
            quantity.n = 0  # type: ignore[misc]
        with pytest.raises(AttributeError):
            quantity.note = ""  # type: ignore[union-attr]


INTERVALS = st.builds(
    lambda low, width: Interval(low, low + width), st.integers(-50, 50), st.integers(0, 20)
)


@given(INTERVALS, INTERVALS, st.integers(-3, 3))
def test_interval_arithmetic_covers_its_points(a: Interval, b: Interval, k: int) -> None:
    """Sums and multiples of intervals end exactly where those of their points end."""
    points = [x + y for x in (a.low, a.high) for y in (b.low, b.high)]
    assert Interval(min(points), max(points)) == a + b
    multiples = [k * a.low, k * a.high]
    assert Interval(min(multiples), max(multiples)) == a.scaled(k)


def test_interval_ends_in_order() -> None:
    """An interval that ends before it begins is refused."""
    with pytest.raises(QuantityError):
        Interval(1, 0)
