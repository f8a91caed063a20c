"""What one thing costs by the month, and what that makes in all its months."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

WRONG = (
    "每月锚地租金2.60万元，全年共支付33.20万元。",
    "合同约定每月巡查费2.60万元，全年12个月共支付巡查费33.20万元。",
    "每月泊位租金8,500元，租期12个月，全年租金12.00万元。",
    "看护费按每月3.15万元支付，9个月合计29.70万元。",
)
RIGHT = {
    "right": "每月锚地租金2.60万元，全年共支付31.20万元。",
    "so many months": "每月巡查费2.60万元，4月签订合同，全年共支付23.40万元。",
    "fewer months than agreed": "每月泊位租金8,500元，租期12个月，全年租金6.80万元。",
    "each of several": "聘用护标员8人，每月工资2,600元，全年共支付24.96万元。",
    "what was paid so far": "每月泊位租金8,500元，租期12个月，已支付6.00万元。",
    "two prices": "每月泊位租金8,500元、保洁费1,200元，全年共支付11.64万元。",
    "a mean": "平均每月油费1.25万元，全年共支付15.63万元。",
    "more than the rent": "每月泊位租金8,500元，全年租金及保洁费共计12.60万元。",
    "of all kinds": "每月巡查费2.60万元，全年共支付各类费用33.10万元。",
    "at most": "每月油费不超过1.20万元，全年共支付13.70万元。",
    "a price that was raised": "每月巡查费2.60万元，7月起标准提高，全年共支付33.20万元。",
}


@pytest.mark.parametrize("text", WRONG)
def test_all_months_cost_so_many_times_one(text: str) -> None:
    """The months are told, or the whole year is twelve of them."""
    assert errors(text) == ["MAT-001"]


@pytest.mark.parametrize("text", RIGHT.values(), ids=RIGHT)
def test_what_was_not_paid_alike_in_all_months_is_let_be(text: str) -> None:
    """So many of the months, several things or payments, a mean or a bound make no product."""
    assert errors(text) == []
