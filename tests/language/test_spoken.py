"""How a printed quantity is read in a finding."""

from __future__ import annotations

import pytest

from performance_rules.language.explain import spoken
from performance_rules.values.quantity import Amount, Count, Percent, Quantity


@pytest.mark.parametrize(
    ("quantity", "text"),
    [
        (Amount.of("1234.50", "万元"), "1,234.50万元"),
        (Percent.of("91.60"), "91.60%"),
        (Count.of("95", "点"), "95%"),
        (Count.of("95.6", "点"), "95.6%"),
        (Count(20230900, "日", printed="2023年9月"), "2023年9月"),
        (Count(20230915, "日", printed="2023年9月15日"), "2023年9月15日"),
        (Count(12, "日"), "12日"),
        (Count(12, "辆"), "12辆"),
    ],
)
def test_a_quantity_is_read_as_people_say_it(quantity: Quantity, text: str) -> None:
    """A rate that is compared in points is a percentage, a day of the calendar is a date."""
    assert spoken(quantity) == text
