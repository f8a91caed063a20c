"""Amounts whose unit is wrong: all else agrees once it is another one."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

WRONG = {
    "in brackets, where it was taken from": (
        "航标采购总额634.70万元（按支付系统取数为634700.00元），全部为货物。"
    ),
    "as the statement has it": "全年支出5,736.42万元，对应报表为573642元。",
    "in the unit of the books": "本年收入合计8,416.23万元（以元为单位为8416230.00元）。",
    "further up, in the books": (
        "水闸重建中标价386.5万元。验收后付至95%。财务账列该合同总价为386500.00元。"
    ),
    "all of it": "码头维修合同金额1500000元，年末按合同全额支付15万元。",
    "further up, in another unit": "接待费支出12,640元，接待28批次。该项决算折合12.64万元。",
    "under its name 1": (
        "疏浚工程合同总价8,640万元，含东港4,752万元、西港3,888万元。验收后核对，疏浚工程合同总价即86.4亿元。"
    ),
    "under its name 2": ("海堤造价总额1,260万元，也就是12.6亿元。"),
    "under its name 3": ("海堤造价总额0.126亿元，换算为126万元。"),
    "under its name 4": ("海堤造价总额3.6亿元，相当于3,600万元。"),
    "under its name 5": ("灯塔养护费36.5万元，年内分两次支付。灯塔养护费即3,650元，已结清。"),
    "an average, by a digit": "支持渔村35个，单个平均1,200万元，共安排资金0.42亿元。",
    "an average": "发放慰问金46.80万元，慰问困难职工312人，人均1,500万元。",
    "over two sentences": "全年救助困难家庭250户，发放救助金60.00万元。户均救助2,400万元。",
    "of months": "交通补贴10.26万元为全年发放额，折合每月8,550万元。",
    "a sum": "培训农民2,400人次，每人次补助150元，共支出36.00亿元。",
    "a part": "全年收入34.62亿元，其中，税收收入21.90万元，非税收入12.72亿元。",
    "a whole": "支出总计1,482.96元，其中本年支出1,451.38万元、年末结转31.58万元。",
    "what is left": "海塘加固到位资金482.00万元，支出451.60万元，结余30.40元。",
    "what was spent, by a digit": "安排资金2,600万元，支出2.47亿元，结余130万元。",
    "said again in brackets": "海塘加固批复概算12,680万元（12.68亿元）。",
    "said again": "海塘加固批复概算12,680万元，即12.68亿元。",
    "as the books have it": "全年支出786.87万元（报表列示为7,868,721.30万元）。",
}
SILENT = {
    "in brackets, where it was taken from": (
        "航标采购总额634.70万元（按支付系统取数为6347000.00元），全部为货物。"
    ),
    "in brackets, a part of it": "航标采购总额634.70万元（其中单件63470.00元），全部为货物。",
    "in the unit of the books": "本年收入合计8,416.23万元（以元为单位为84162300.00元）。",
    "further up, in the books": (
        "水闸重建中标价386.5万元。验收后付至95%。财务账列该合同总价为3865000.00元。"
    ),
    "not all of it": "码头维修合同金额1500000元，年末支付15万元。",
    "all of it": "码头维修合同金额1500000元，年末按合同全额支付150万元。",
    "further up, each": "发放补助38.65万元，慰问1,000户，账面登记每户386.5元。",
    "a part further up": "中标价386.5万元，质保金按5%留取，账面登记质保金193,250元。",
    "under its name 1": (
        "疏浚工程合同总价8,640万元，含东港4,752万元、西港3,888万元。验收后核对，疏浚工程合同总价即0.864亿元。"
    ),
    "under its name 2": (
        "疏浚工程合同总价8,640万元，含东港4,752万元、西港3,888万元。东港疏浚工程合同总价即0.4752亿元。"
    ),
    "under its name 3": ("海堤造价总额1,260万元，也就是0.126亿元。"),
    "under its name 4": ("海堤造价总额0.126亿元，换算为1,260万元。"),
    "under its name 5": ("船员奖金总额64.8万元，人均5,400元，即每月450元。"),
    "under its name 6": ("每艘补助1.5万元，40艘即60万元。"),
    "an average of some of them": (
        "支持渔村35个，单个平均120万元，其中首批10个，安排资金1,200万元。"
    ),
    "in brackets, rounded": "海塘加固批复概算12,680万元（1.27亿元）。",
    "last year's": "全年收入3.2亿元（上年3.1亿元）。",
    "a part in brackets": "省级补助3亿元（含结转2,000万元），支出2.8亿元，结余2,000万元。",
    "two said again together": "收入9,846,521元和支出9,702,189元，折合984.65万元和970.22万元。",
    "small amounts": "罚没收入12.50万元，其中单笔最小的为200元、最大的为5万元。",
    "another average agrees": "培训120人，人均1,800元，支出21.60万元，另付讲师费1,800万元。",
    "parts that add up": "全年收入34.62亿元，其中税收收入21.90亿元，非税收入12.72亿元。",
}


@pytest.mark.parametrize("name", WRONG)
def test_a_figure_that_agrees_in_another_unit_is_found(name: str) -> None:
    """What all figures beside it show in another unit breaks the rule of units, and it alone."""
    assert ["MAT-003"] == errors(WRONG[name])


@pytest.mark.parametrize("name", SILENT)
def test_where_the_figures_agree_nothing_is_said(name: str) -> None:
    """What is rounded, of another thing or of another time has no wrong unit."""
    assert [] == errors(SILENT[name])
