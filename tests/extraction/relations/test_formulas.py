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


@pytest.mark.parametrize(
    ("working", "right", "wrong", "rule"),
    [
        (
            "预算安排：520.40万元（年初）+36.10万元（追加）-12.30万元（调减）={}万元（全年预算数）。",
            "544.20",
            "554.20",
            "MAT-002-MOVED",
        ),
        (
            "年末结余{}万元（=年初结余21.50万元+本年收入80.00万元-本年支出90.20万元）。",
            "11.30",
            "13.10",
            "MAT-002-MOVED",
        ),
        ("人员费占比=人员费120.50万元÷总支出482.00万元×100%={}%。", "25.00", "35.00", PAIR[0]),
        ("人员费占比{}%（人员费120.50万元/总支出482.00万元）。", "25.00", "25.80", PAIR[0]),
        ("更换浮标9座，完成率{}%（=9/8）。", "112.5", "121.5", PAIR[0]),
        ("灯器14台×3,640元/台={}万元。", "5.10", "5.60", "MAT-001"),
        ("护标员补贴{}万元（28人×500元/月×9个月）。", "12.60", "10.60", "MAT-001"),
        ("船舶维护费8.14万元÷保有量5艘=单船维护费{}万元。", "1.63", "1.36", "MAT-001"),
        (
            "综合得分91分，各维度得分为：12.5（投入）+23（过程）+28（产出）+{}（效果）。",
            "27.5",
            "25.7",
            "MAT-011",
        ),
    ],
)
def test_names_and_units_stand_between_the_signs_of_a_working(
    working: str, right: str, wrong: str, rule: str
) -> None:
    """Sums, quotients, products and means are worked out with the names of their numbers."""
    assert errors(working.format(right)) == []
    assert errors(working.format(wrong)) == [rule]


@pytest.mark.parametrize(
    "text",
    [
        "验收合格率98%（2021/2022年度）。",
        "浮标120座（灯浮80座/岸标40座）。",
        "维护费8.14万元（含税）+配件费。",
        "护标员28人按500元/月×9个月计，共12.60万元以上的部分另行核定。",
        "工期为2021-2022年，编号A=3-2/B。",
    ],
)
def test_what_is_no_working_of_like_numbers_is_not_one(text: str) -> None:
    """Years, different things beside a stroke, and numbers with words between are no working."""
    assert errors(text) == []


@pytest.mark.parametrize("opened", ["(", "1(", "甲1元(", "（"])
def test_a_working_of_any_depth_loses_no_report(opened: str) -> None:
    """Brackets within brackets, hundreds of them, are no working; what is before them is read."""
    text = f"公用经费控制率=85.3/90.1×100%=96.47%。{opened * 190}1元+2元=3元。"
    assert errors(text) == PAIR


@pytest.mark.parametrize(("rate", "wrong"), [("75", []), ("85", PAIR)])
def test_brackets_within_brackets_are_worked_out(rate: str, wrong: list[str]) -> None:
    """A few of them, as people write them."""
    assert errors(f"办结率为(((143+1)-(12+12))/(150+10))×100%={rate}%。") == wrong


@pytest.mark.parametrize("number", ["0.00000001", "0.000000001", "99999999999999999999"])
@pytest.mark.parametrize(
    "text", ["巡河{}公里。", "{}公里×3=9公里。", "甲{}×{}=8元。", "甲{}/{}=100%。"]
)
def test_numbers_of_any_size_lose_no_report(text: str, number: str) -> None:
    """Digits that are too small to be halved, or too many to be multiplied, refuse no report."""
    told = text.replace("{}", number)
    assert errors(f"公用经费控制率=85.3/90.1×100%=96.47%。{told}") == PAIR
