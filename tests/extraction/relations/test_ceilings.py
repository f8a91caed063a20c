"""What one may cost at most."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors


@pytest.mark.parametrize(
    "text",
    [
        "培训船员1,060人次，比计划1,000人次多60人次。培训支出38.16万元，人次均360元，"
        "控制在每人次400元标准内。",
        "印制海图3,000册，支出4.80万元，每册16元，每册上限20元；计划2,400册。",
        "检测42.00万元，每样次350元，控制在每样次400元以内，共1,200样次，计划1,050样次。",
    ],
)
def test_a_ceiling_is_no_price(text: str) -> None:
    """Nothing was paid at it: no number and no amount show its unit to be wrong."""
    assert errors(text) == []


def test_the_unit_of_what_was_paid_is_found() -> None:
    """A mean beside a ceiling is still judged."""
    text = "培训船员120人，支出21.60万元，人均1,800万元，控制在每人2,000元以内。"
    assert "MAT-003" in errors(text)
