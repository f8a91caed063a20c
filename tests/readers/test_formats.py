"""Number formats of workbooks print as Excel prints them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from performance_rules.readers.formats import BUILT_IN, shown

ACCOUNTING = '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ '


@pytest.mark.parametrize(
    ("value", "code", "expected"),
    [
        ("0.127", "0.00%", "12.70%"),
        ("0.1", "0%", "10%"),
        ("1234.5", "#,##0.00", "1,234.50"),
        ("1234567", "#,##0", "1,234,567"),
        ("2.675", "0.00", "2.68"),
        ("0", "0.00", "0.00"),
        ("-0.001", "0.00", "0.00"),
        ("0", ACCOUNTING, "-"),
        ("-1234.5", ACCOUNTING, "-1,234.50"),
        ("-12.5", "#,##0.00_);[Red]\\(#,##0.00\\)", "-12.50"),
        ("0", "#,##0.00;;", ""),
        ("5", '0.00"万元"', "5.00万元"),
        ("7", '"￥"#,##0.00', "￥7.00"),
        ("12345678", "#,##0.00,", "12,345.68"),
        ("0.5", "0.##", "0.5"),
        ("5", "0.##", "5"),
        ("3", "0_ ", "3"),
        ("1.5", BUILT_IN[4], "1.50"),
        ("5", "General", None),
        ("5", "", None),
        ("44000", "yyyy-mm-dd", None),
        ("44000", 'yyyy"年"m"月"', None),
        ("12", "[>=10]0;0.0", None),
        ("892000", "0!.0,", "89.2"),
        ("-123456", "#,##0!.00", "-1,234.56"),
        ("0.5", "# ?/?", None),
        ("5", "0.00E+00", None),
        ("5", "@", None),
    ],
)
def test_a_number_is_shown_as_its_format_prints_it(
    value: str, code: str, expected: str | None
) -> None:
    """Digits, separators, percent, literals, sections; None where a format is of another kind."""
    assert expected == shown(Decimal(value), code)


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=2))
def test_an_amount_of_two_decimals_is_printed_exactly(value: Decimal) -> None:
    """With two decimals shown, an amount of two decimals is printed exactly."""
    text = shown(value, "#,##0.00")
    assert text is not None
    assert value == Decimal(text.replace(",", ""))


@given(st.text(alphabet='#0?.,%;"-_*\\[]@!E+/ ymd万', max_size=20))
def test_no_code_of_a_format_makes_it_fail(code: str) -> None:
    """No format makes it fail."""
    shown(Decimal("1234.5"), code)
    shown(Decimal(0), code)
    shown(Decimal("-0.5"), code)
