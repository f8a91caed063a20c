"""A price of one, a number of things and an amount: which three, what clashes, what stays open."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import columns, errors

PARTS = ("price", "actual", "final")

READ = {
    "an average of a month": (
        "补助老船工1,200人，人均每月150元，全年发放216万元。",
        ("150元", "1,200人×12月", "216万元"),
    ),
    "the total behind price and number": (
        "新装路灯240盏，每盏1,500元，合计36.00万元。",
        ("1,500元", "240盏", "36.00万元"),
    ),
    "a noun that price and amount share": (
        "为船员240人投保，保费每人350元，共支出保费8.40万元。",
        ("350元", "240人", "8.40万元"),
    ),
    "the amount before both": (
        "支付36.00万元，新装路灯240盏，每盏1,500元。",
        ("1,500元", "240盏", "36.00万元"),
    ),
    "单价 in a bracket": (
        "购置救生衣400件（单价220元），支付8.80万元。",
        ("220元", "400件", "8.80万元"),
    ),
    "a unit behind a stroke": (
        "补助老船工210人，1,200元/人，共25.20万元。",
        ("1,200元", "210人", "25.20万元"),
    ),
    "an average of each time": (
        "接送船员6.0万人次，运行支出90.00万元，人均每次15元。",
        ("15元", "6.0万人次", "90.00万元"),
    ),
    "another word for the same thing": (
        "寄宿学员420人，每生补助1,250元，共52.50万元。",
        ("1,250元", "420人", "52.50万元"),
    ),
    "the noun that the number counts": (
        "对12个渔村各补助，每村5.50万元，共66.00万元。",
        ("5.50万元", "12个", "66.00万元"),
    ),
    "a number that is not whole": (
        "疏浚航道18.5公里，每公里12万元，共222.00万元。",
        ("12万元", "18.5公里", "222.00万元"),
    ),
    "an average": (
        "赶海节接待游客6,300人，支出23.31万元，人均37元。",
        ("37元", "6,300人", "23.31万元"),
    ),
    "an average of visits": (
        "赶海节接待游客6,300人次，支出23.31万元，人均37元。",
        ("37元", "6,300人次", "23.31万元"),
    ),
    "an average of each course": (
        "举办水手培训班5期，支出16.00万元，平均每期3.20万元。",
        ("3.20万元", "5期", "16.00万元"),
    ),
    "a year of months": (
        "聘用护林员45人，每人每月800元，全年发放43.20万元。",
        ("800元", "45人×12月", "43.20万元"),
    ),
    "as many days as are said": (
        "租用机船6艘，每艘每天800元，租用20天，租金9.60万元。",
        ("800元", "6艘×20天", "9.60万元"),
    ),
    "a price of a year": (
        "补助老船工210人，每人每年1,200元，共25.20万元。",
        ("1,200元", "210人", "25.20万元"),
    ),
    "in two parts of a sentence": (
        "新装路灯240盏；每盏1,500元，合计36.00万元。",
        ("1,500元", "240盏", "36.00万元"),
    ),
    "a rounded price": (
        "新装路灯240盏，每盏约1,500元，合计36.80万元。",
        ("约1,500元", "240盏", "36.80万元"),
    ),
    "a rounded amount": (
        "新装路灯240盏，每盏1,500元，合计近40万元。",
        ("1,500元", "240盏", "近40万元"),
    ),
}

WRONG = {
    "the total": "新装路灯240盏，每盏1,500元，合计38.00万元。",
    "the amount before both": "支付38.00万元，新装路灯240盏，每盏1,500元。",
    "单价 in a bracket": "购置救生衣400件（单价220元），支付9.80万元。",
    "a unit behind a stroke": "补助老船工210人，1,200元/人，共26.20万元。",
    "the noun that is counted": "对12个渔村各补助，每村5.50万元，共76.00万元。",
    "each time for each": "码头食堂就餐21.6万人次，支出324万元，人均每次18元。",
    "a noun of two characters": "设航标协管岗位40个，每岗年补贴14,400元，共75.60万元。",
    "人均": "赶海节接待游客6,300人，支出23.31万元，人均47元。",
    "平均": "举办水手培训班5期，支出15.00万元，平均每期3.60万元。",
    "a year of months": "聘用护林员45人，每人每月800元，全年发放45.20万元。",
    "as many days as are said": "租用机船6艘，每艘每天800元，租用20天，租金9.90万元。",
    "beyond what a rounded amount covers": "新装路灯240盏，每盏1,500元，合计约38万元。",
    "beside a sum that may be of both": (
        "购置救生衣400件，每件220元，计8.90万元；购置救生圈150个，每个90元，共10.15万元。"
    ),
}

SILENT = {
    "two prices and one total": (
        "购置救生衣400件，每件220元；购置救生圈150个，每个90元，共11.15万元。"
    ),
    "two prices joined by commas": (
        "路灯240盏、每盏1,500元，庭院灯100盏、每盏900元，合计48.00万元。"
    ),
    "two prices and a sum behind a semicolon": (
        "补助水手12人，每人3,000元；补助船长5人，每人5,000元，共补助6.50万元。"
    ),
    "what they earned is not what stands in the sentence before": (
        "补助渔家乐80万元。到次年三月，9个村全部有了收入，平均每村6.8万元。"
    ),
    "a mean of what is built, behind what was mended": (
        "维修码头12座，480万元。本年新建候船楼，平均每座投资1,200万元。"
    ),
    "a mean of a wider circle": ("补助老船工40人，共18.00万元；全区老船工人均补助4,800元。"),
    "how many at each place is no price": "设值守点30座，每座1人，共支出54.00万元。",
    "half a year": "聘用护林员45人，每人每月800元，半年发放25.60万元。",
    "months without their number": "补助老船工210人，每人每月100元，发放6.30万元。",
    "days without their number": "租用机船6艘，每艘每天800元，租金9.90万元。",
    "two years": "两年来补助老船工210人，每人每年1,200元，共52.40万元。",
    "some quarters": "补助老船工210人，每人每年1,200元，前三季度发放19.90万元。",
    "其余 is only a part": "新装路灯240盏，每盏1,500元，其余30.00万元用于布线。",
    "另 is another amount": "新装路灯240盏，每盏1,500元，另付安装费2.00万元，合计38.00万元。",
    "an amount of its own between": "新装路灯240盏，每盏1,500元，安装费2.00万元，合计38.00万元。",
    "a first instalment": "先行支付20.00万元，新装路灯240盏，每盏1,500元。",
    "less what is kept back": "新装路灯240盏，每盏1,500元，扣除质保金后支付34.20万元。",
    "a budget before it": "安排预算40.00万元，新装路灯240盏，每盏1,500元。",
    "a highest price": "新装路灯240盏，每盏最高1,500元，合计30.00万元。",
    "a bound": "新装路灯240盏，每盏不超过1,500元，合计30.00万元。",
    "from one price to another": "新装路灯240盏，每盏1,500至1,800元，合计40.00万元。",
    "a change between": "新装路灯240盏，每盏1,500元，较上年减少200元，合计38.00万元。",
    "a sum in the next sentence": "新装路灯240盏，每盏1,500元。安装费合计7.00万元。",
    "a budget behind the price": "路灯240盏，每盏1,500元，预算40.00万元。",
    "a number only planned, an amount paid": "每盏1,500元，计划新装240盏，支付30.00万元。",
    "a list behind a colon": (
        "慰问支出9.00万元：看望船员20人，人均0.20万元；看望家属25人，人均0.20万元。"
    ),
    "paid for half a year": "护岸员90名，每人每年9,000元，上半年发放40.00万元。",
    "an average of another thing": "公务接待费5.00万元。保有执法船4艘，船均运行费约3.00万元。",
    "an average of the amount before it": (
        "船只运行费83.70万元，船均2.70万元；上年末保有船30艘，上年运行费84.60万元，船均2.82万元。"
    ),
    "a price of another thing": "赶海节用车63辆次，支出23.31万元，每人47元。",
}


@pytest.mark.parametrize("name", READ)
def test_price_number_and_amount_are_read(name: str) -> None:
    """A price says what it is for one of, a number counts just that, and an amount stands next to
    them: they are one matter, and where they agree nothing is said.
    """
    text, expected = READ[name]

    assert [expected] == columns(text, having="price", wanted=PARTS)
    assert [] == errors(text)


@pytest.mark.parametrize("name", WRONG)
def test_what_cannot_hold_together_is_found_once(name: str) -> None:
    """An amount that is not the price times the number breaks the rule of products alone."""
    assert ["MAT-001"] == errors(WRONG[name])


@pytest.mark.parametrize("name", SILENT)
def test_what_may_be_of_something_else_is_silent(name: str) -> None:
    """Where the amount may be of more, of less, of another time or of another thing than the price
    and the number, no product is stated, whatever the figures are.
    """
    assert [] == columns(SILENT[name], having="price", wanted=PARTS)
    assert [] == errors(SILENT[name])


def test_a_sum_of_two_products_is_one() -> None:
    """What the second price is said to make together may be of the first one as well."""
    text = "救生衣400件，每件220元，计8.80万元；救生圈150个，每个90元，共10.15万元。"

    assert [] == errors(text)
