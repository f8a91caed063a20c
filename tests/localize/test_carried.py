"""What becomes of a total that was made with a figure, once the figure is mended."""

from __future__ import annotations

import pytest

from performance_rules.errors import Message
from performance_rules.localize.carried import carried


@pytest.mark.parametrize(
    ("sum_", "said"),
    [
        ("3.10万元 + 2.00万元 = 5.10万元", "5.10万元 要随改为 7.10万元"),
        ("3.10万元 + 2.00万元 + 1.00万元 = 6.10万元", "6.10万元 要随改为 8.10万元"),
        (
            "9.10万元 + 2.00万元 = 11.10万元",
            "相符，先核对这一式再改",
        ),  # the figure is no part of it
        ("3.10万元", "相符，先核对这一式再改"),
    ],
)
def test_the_total_is_told_as_a_number(sum_: str, said: str) -> None:
    """Whoever mends a part has to mend what was made with it."""
    told = carried(Message("某数应改", "mend it"), sum_, "3.10万元", "5.10万元")
    assert told.zh.startswith("某数应改；但")
    assert told.zh.endswith(said)
