"""Relations that no word opens: what kinds, sides, brackets and the order of figures say.

Each topic has texts that agree, or whose words say that they are of something else, and texts that
cannot be true.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from _pytest.mark import ParameterSet
from tests.extraction.relations.sentences import errors

# Kinds that make up a whole are all there are: goods, works and services; debts and net assets.
KINDS_RIGHT = (
    "全年采购支出96.40万元，货物类31.20万元，工程类50.00万元，服务类15.20万元。",
    "采购货物31.20万元、服务15.20万元、工程50.00万元，采购支出合计96.40万元。",
    "采购金额96.40万元，货物、工程、服务三类分别为31.20万元、50.00万元、15.20万元。",
    "采购支出96.40万元，比上年增加6.40万元。货物31.20万元，占32.37%；工程50.00万元；服务15.20万元。",
    "采购预算99.00万元。全年采购货物31.20万元、工程50.00万元、服务15.20万元。",
    "采购支出96.40万元。上年货物支出20.00万元，工程支出50.00万元，服务支出10.00万元。",
    "采购支出96.40万元，含涉密项目5.00万元，货物31.20万元，工程50.00万元，服务10.20万元。",
    "灯塔站采购支出20.00万元；货物31.20万元，工程50.00万元，服务15.20万元。",
    "年初资产总额800.00万元，负债90.00万元，净资产710.00万元；年末资产总额900.00万元，负债80.00万元，净资产820.00万元。",
    "局机关资产总额800.00万元；灯塔站资产总额300.00万元，负债40.00万元，净资产260.00万元。",
    "上年末资产总额800.00万元。本年末负债90.00万元，净资产760.00万元。",
    "一般公共预算收入9.60亿元，比上年增收0.40亿元，税收收入6.20亿元，非税收入3.40亿元。",
)
KINDS_WRONG = (
    "全年采购支出96.40万元，货物类31.20万元，工程类50.00万元，服务类12.50万元。",
    "采购货物31.20万元、服务15.20万元、工程50.00万元，采购支出合计94.60万元。",
    "采购金额96.40万元，货物、工程、服务三类分别为31.20万元、50.00万元、12.50万元。",
    "采购支出96.40万元，比上年增加6.40万元。货物31.20万元；工程55.00万元；服务15.20万元。",
    "年末资产总额900.00万元，比年初增加100.00万元；负债80.00万元，比年初减少10.00万元；净资产830.00万元。",
    "年末负债80.00万元，净资产820.00万元，资产总额920.00万元。",
    "一般公共预算收入9.60亿元，比上年增收0.40亿元，税收收入6.20亿元，非税收入4.30亿元。",
)

# Both sides of a budget make the total they share, where one of them shows that the list is whole.
SIDES_RIGHT = (
    "2022年收支总预算640.00万元。收入包括财政拨款600.00万元、上年结转40.00万元；支出包括航标养护440.00万元、港区巡查200.00万元。",
    "收入包括：财政拨款600.00万元、上年结转40.00万元；支出包括：航标养护440.00万元、港区巡查200.00万元。2022年收支总预算640.00万元。",
    "2022年收支总预算640.00万元。收入包括财政拨款600.00万元等；支出包括航标养护440.00万元、港区巡查200.00万元。",
    "2022年收支总预算640.00万元。收入包括财政拨款600.00万元、其他收入20.00万元；支出包括航标养护440.00万元、港区巡查100.00万元。",
    "2022年收入总计、支出总计均为640.00万元。收入包括财政拨款600.00万元、年初结转40.00万元。支出包括基本支出400.00万元、项目支出200.00万元、年末结转40.00万元。",
)
SIDES_WRONG = (
    "2022年收支总预算640.00万元。收入包括财政拨款600.00万元、上年结转40.00万元；支出包括航标养护440.00万元、港区巡查220.00万元。",
    "2022年收支总预算640.00万元。收入包括：财政拨款560.00万元、上年结转40.00万元；支出包括：航标养护440.00万元、港区巡查200.00万元。",
    "收入包括：财政拨款600.00万元、上年结转40.00万元；支出包括：航标养护440.00万元、港区巡查200.00万元。2022年收支总预算650.00万元。",
)

# The level of the year before stands in a bracket between a level and its change.
BRACKETS_RIGHT = (
    "检修费45.00万元（上年50.00万元），减少5.00万元，下降10%。",
    "2022年救助120次（2021年100次），较2021年增加20次，增长20%。",
    "2022年救助120次（2020年100次），比上年增加8次，增长7.14%。",
    "人均补贴1,200元（上年1,000元），补贴总额增加30.00万元，增长20%。",
    "检修费45.00万元（上年50.00万元），比预算减少3.00万元，下降6.25%。",
    "支出减少5.00万元（上年减少3.00万元），下降10%。",
    "演练8次（上年6次），增加2次，参演人数增加60人，增长15%。",
    "航标正常率99.50%（上年98.00%），提高1.50个百分点。",
)
BRACKETS_WRONG = (
    "检修费45.00万元（上年50.00万元），减少5.00万元，下降11.11%。",
    "检修费45.00万元（上年50.00万元），增加5.00万元，增长10%。",
    "2022年救助120次（2021年100次），较2021年增加30次，增长20%。",
    "航标正常率99.50%（上年98.00%），提高2.50个百分点。",
    "较上年的80.00万元增加10.00万元，达到95.00万元。",
)

# A share told before the figure that has it is of what its words name, or of the sum right before.
SHARES_RIGHT = (
    "2022年巡查费占养护费的30%，为27.00万元，养护费合计90.00万元。",
    "养护费合计90.00万元，巡查费占30%，为27.00万元，检修费占70%，为63.00万元。",
    "渔具补助90.00万元，网具占50%（45.00万元），浮标占30%（27.00万元）。",
    "养护费合计90.00万元，巡查费占专项资金的10%，为27.00万元。",
    "全港总收入15.00亿元，我局收入占比5%，为7,500.00万元。",
    "补助共500.00万元，惠及3,000户，其中脱贫户占20%，为600户。",
    "养护费90.00万元，占支出的15%，为近三年最高。",
)
SHARES_WRONG = (
    "2022年巡查费占养护费的35%，为27.00万元，养护费合计90.00万元。",
    "2022年巡查费占养护费的30%，为27.00万元，检修费占70%，为68.00万元，养护费合计90.00万元。",
    "养护费合计90.00万元，巡查费占35%，为27.00万元。",
    "养护费合计90.00万元，巡查费占30%，为27.00万元，检修费占60%，为63.00万元。",
    "演练320人次，学员占55%，为186人次。",
)

# Each thing of a list has its own figures right behind it, whatever the mark between them.
THINGS_RIGHT = (
    "航标项目安排120.00万元、使用108.00万元、执行率90%，护岸项目安排80.00万元、使用60.00万元、执行率75%。",
    "航标项目安排120.00万元、支出108.00万元、结余12.00万元，护岸项目安排80.00万元、支出60.00万元、结余20.00万元。",
    "航标项目安排120.00万元、本年使用58.00万元、累计执行率90%，护岸项目安排80.00万元、使用60.00万元、执行率75%。",
    "航标项目安排120.00万元、支出100.00万元、收回8.00万元、结余12.00万元。",
)
THINGS_WRONG = (
    "航标项目安排120.00万元、使用108.00万元、执行率90%，护岸项目安排80.00万元、使用60.00万元、执行率85%。",
    "航标项目安排120.00万元、支出108.00万元、结余12.00万元，护岸项目安排80.00万元、支出60.00万元、结余30.00万元。",
)

# A bracket behind a rate says of what it was reckoned; kinds of one body are not those of all.
RECKONED_RIGHT = (
    "年初预算100.00万元、全年支出108.00万元、执行率90%（按调整后预算120.00万元计算）。",
    "预算100.00万元，支出90.00万元，执行率93.75%（剔除暂缓项目）。",
    "采购支出214.80万元，其中本级货物40.00万元、工程60.00万元、服务30.00万元；灯塔站货物24.30万元、工程40.00万元、服务20.50万元。",
)

# What lies within another thing is no part beside it, and no more than that.
WITHIN_RIGHT = (
    "采购预算96.40万元，其中面向中小企业预留80.00万元，预留给小微企业60.00万元。",
    "中小企业中标60个，小微企业中标45个。",
    "预留给中小企业80.00万元；小微企业实际中标90.00万元。",
    "上年中小企业中标60个；本年小微企业中标75个。",
    "采购支出186.40万元，面向中小企业采购150.00万元，占80.47%，其中面向小微企业采购90.00万元，占48.28%。",
)
WITHIN_WRONG = (
    "中小企业中标60个，小微企业中标75个。",
    "预留给中小企业80.00万元，预留给小微企业90.00万元。",
)

# The four quarters of a year make what all of it is told to be.
QUARTERS_RIGHT = (
    "一至四季度分别支出20.00万元、30.00万元、25.00万元、45.00万元，全年支出120.00万元。",
    "一至四季度末支出分别为20.00万元、50.00万元、75.00万元、120.00万元，全年支出120.00万元。",
    "四个季度分别拨付20.00万元、30.00万元、25.00万元、45.00万元，全年预算130.00万元。",
    "一、二、三季度分别支出20.00万元、30.00万元、25.00万元，全年支出120.00万元。",
)
QUARTERS_WRONG = (
    "一至四季度分别支出20.00万元、30.00万元、25.00万元、45.00万元，全年支出130.00万元。",
    "各季度分别巡查20次、30次、25次、45次，全年巡查102次。",
)

# A change told with both its levels does not depend on whether 支出 is all expenditure.
OWN_RIGHT = ("支出90.00万元，较上年80.00万元增加10.00万元，增长12.50%。",)
OWN_WRONG = (
    "支出90.00万元，较上年80.00万元增加15.00万元。",
    "收入90.00万元，上年为80.00万元，同比增长15.50%。",
)

RIGHT = {
    "kinds": KINDS_RIGHT,
    "sides": SIDES_RIGHT,
    "brackets": BRACKETS_RIGHT,
    "shares": SHARES_RIGHT,
    "things": THINGS_RIGHT,
    "reckoned": RECKONED_RIGHT,
    "within": WITHIN_RIGHT,
    "quarters": QUARTERS_RIGHT,
    "own": OWN_RIGHT,
}
WRONG = {
    "kinds": KINDS_WRONG,
    "sides": SIDES_WRONG,
    "brackets": BRACKETS_WRONG,
    "shares": SHARES_WRONG,
    "things": THINGS_WRONG,
    "within": WITHIN_WRONG,
    "quarters": QUARTERS_WRONG,
    "own": OWN_WRONG,
}


def _cases(topics: Mapping[str, Sequence[str]]) -> list[ParameterSet]:
    return [
        pytest.param(text, id=f"{topic}-{i}")
        for topic, texts in topics.items()
        for i, text in enumerate(texts, 1)
    ]


@pytest.mark.parametrize("text", _cases(RIGHT))
def test_what_agrees_or_is_of_something_else_is_quiet(text: str) -> None:
    """Where the figures agree, or words say that they are of something else, nothing is said."""
    assert errors(text) == []


@pytest.mark.parametrize("text", _cases(WRONG))
def test_what_cannot_be_is_found(text: str) -> None:
    """Figures that stand beside each other are held against what they must make together."""
    assert errors(text)
