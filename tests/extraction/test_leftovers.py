"""A rate that what was spent and left proves wrong, whatever what there was is called."""

from __future__ import annotations

import pytest
from tests.extraction.judged import errors

PLANNED = "项目预算1640万元，其中部级补助980万元，县级安排660万元。"
SPENT = (
    "年末项目实际支出{spent}万元，预算执行率{rate}%。其中：部级补助{part}万元。结余资金{left}万元。"
)


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"spent": "1502.28", "rate": "91.60", "left": "137.72"}, False),
        ({"spent": "1502.28", "rate": "96.10", "left": "137.72"}, True),
        ({"spent": "947.66", "rate": "96.70", "left": "692.34"}, False),  # of the 980 of one part
    ],
)
def test_a_rate_is_of_what_was_spent_and_left(said: dict[str, str], *, wrong: bool) -> None:
    """Only where both make what was planned, and no other amount makes the rate."""
    text = "\n".join((PLANNED, "资金使用及结余情况。", SPENT.format(part="640.20", **said)))
    found = [one for one in errors(text, "project_evaluation") if said["rate"] in one]
    assert bool(found) is wrong
