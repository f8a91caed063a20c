"""Rates beside both their figures, and what is paid by the month."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

TOLD = (
    ("人员费占比{}%，其中人员费120.50万元、总支出482.00万元。", "25.00", "35.00"),
    ("总支出为482.00万元，人员费为120.50万元，计算得人员费占比{}%。", "25.00", "52.00"),
    ("结余率{}%，其中预算482.00万元、支出433.80万元。", "10.00", "16.00"),
    ("更换浮标27座（目标值30座，完成{}%）。", "90.0", "80.9"),
    ("经费支付21.30万元（占到位经费22.44万元的{}%）。", "94.92", "80.70"),
    ("护标员8人按800元/人·月标准发放12个月补贴，共{}万元。", "7.68", "8.67"),
    ("护标员8人，每人每月补贴800元，发放9个月，合计{}万元。", "5.76", "7.56"),
    ("聘请护标员7名，补贴标准600元/月，11个月共计{}万元。", "4.62", "5.04"),
)


@pytest.mark.parametrize(("told", "right", "wrong"), TOLD)
def test_a_rate_and_a_sum_are_what_the_figures_beside_them_make(
    told: str, right: str, wrong: str
) -> None:
    """The figures stand right beside what they make, so that no other reading is left."""
    assert errors(told.format(right)) == []
    assert errors(told.format(wrong))


@pytest.mark.parametrize(
    "text",
    [
        "预算变动率35.00%，其中上年120.50万元、本年482.00万元。",
        "人员费占比35.00%，其中人员费120.50万元、总支出482.00万元、其他支出100.00万元。",
        "更换浮标33座（目标值30座，完成100%）。",
        "更换灯器20座、锚链10座，占计划40座的75%。",
        "护标员8人，每人每月补贴800元，3个月试用，其余9个月另计，合计7.68万元。",
        "护标员8人，每人补贴800元，分3个月发放，合计0.64万元。",
    ],
)
def test_what_may_be_of_something_else_is_silent(text: str) -> None:
    """A change, a list, a rate that was cut off and a price that is not by the month."""
    assert errors(text) == []
