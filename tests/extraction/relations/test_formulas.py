"""Rates whose working is written out."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors
from tests.extraction.said import read, unbound

PAIR = ["BUD-001-PAIR"]


@pytest.mark.parametrize(
    ("working", "right", "wrong"),
    [
        ("在职人员控制率=在职人数/编制数×100%=45/50×100%={}%。", "90", "80"),
        ("预算完成率=（380÷400）×100%={}%，得9分。", "95", "85"),
        ("预算执行率＝380.5万元÷400万元×100%={}%。", "95.13", "85.13"),
        ("办结率为（143+41）/190={}%。", "96.84", "86.84"),
        ("目标完成率：(200-8)/200*100%={}%。", "96", "95"),
        ("支付率=0.96亿元/9700万元×100%≈{}%。", "98.97", "88.97"),
        ("资产利用率=(18+7)÷(20+8)×100%={}%。", "89.29", "92.59"),
        ("公用经费控制率 = 85.3 / 90.1 × 100% = {}%。", "94.67", "96.47"),
    ],
)
def test_a_rate_is_what_its_own_working_comes_to(working: str, right: str, wrong: str) -> None:
    """Sums in brackets and units of money are worked out; every number of it is bound."""
    assert errors(working.format(right)) == []
    assert errors(working.format(wrong)) == PAIR
    paper = read(working.format(right), kind="self_evaluation")
    assert [one for one in unbound(paper) if one != "9分"] == []


@pytest.mark.parametrize(
    "text",
    [
        "在职人员控制率=在职人数/编制数×100%。",
        "执行率不低于95%，即=380/410。",
        "得分=1-45/50×100%=90%。",
        "2/45/50=90%的说法有误。",
        "每人补助45元/50人=80%。",
        "变动率=(80-100)/100×100%=-20%。",
    ],
)
def test_what_is_not_a_quotient_of_like_numbers_is_not_worked_out(text: str) -> None:
    """A part of a longer working, other units or words alone are no rate of two numbers."""
    assert errors(text) == []
