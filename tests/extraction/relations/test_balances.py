"""What was there less what was spent is what is left: which figures, what clashes, what is open."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import columns, errors

PARTS = ("received", "final", "left")

READ = {
    "下达, 支出, 结余": (
        "上级下达海塘加固资金482.00万元，支出451.60万元，结余30.40万元。",
        ("482.00万元", "451.60万元", "30.40万元"),
    ),
    "到位, 使用, 剩余": (
        "海塘加固项目到位资金482.00万元，使用451.60万元，剩余30.40万元。",
        ("482.00万元", "451.60万元", "30.40万元"),
    ),
    "budget, execution, what was not spent": (
        "海塘加固项目预算482.00万元，执行451.60万元，未支出30.40万元。",
        ("482.00万元", "451.60万元", "30.40万元"),
    ),
    "contract, settled price, what was cut": (
        "海塘加固合同价482.00万元，审定金额451.60万元，审减30.40万元。",
        ("482.00万元", "451.60万元", "30.40万元"),
    ),
    "an asset and its depreciation": (
        "机船原值482.00万元，累计折旧451.60万元，净值30.40万元。",
        ("482.00万元", "451.60万元", "30.40万元"),
    ),
    "income, cost and surplus": (
        "引航站总收入482.00万元，总成本451.60万元，收支相抵盈余30.40万元。",
        ("482.00万元", "451.60万元", "30.40万元"),
    ),
    "其余 by its tail": (
        "海塘加固项目到位资金482.00万元，支出451.60万元，其余30.40万元结转。",
        ("482.00万元", "451.60万元", "30.40万元"),
    ),
    "a part of what was spent between": (
        "海塘加固项目到位资金482.00万元，支出451.60万元，其中人工费120.00万元，结余30.40万元。",
        ("482.00万元", "451.60万元", "30.40万元"),
    ),
    "over two sentences": (
        "海塘加固项目到位482.00万元。支出451.60万元，结余30.40万元。",
        ("482.00万元", "451.60万元", "30.40万元"),
    ),
    "a rounded sum": (
        "海塘加固项目到位资金约482.00万元，支出451.60万元，结余31.00万元。",
        ("约482.00万元", "451.60万元", "31.00万元"),
    ),
    "what is left in another unit": (
        "上级下达海塘加固资金482.00万元，支出451.60万元，结余304,000元。",
        ("482.00万元", "451.60万元", "304,000元"),
    ),
}

WRONG = {
    "what was due": "全年应收水费38.00万元，实收34.20万元，收缴率90%，欠收4.80万元。",
    "下达, 支出, 结余": "上级下达海塘加固资金482.00万元，支出451.60万元，结余40.40万元。",
    "到位, 使用, 剩余": "海塘加固项目到位资金482.00万元，使用451.60万元，剩余40.40万元。",
    "by one unit": "海塘加固项目预算482.00万元，执行451.60万元，未支出31.40万元。",
    "送审, 审定, 审减": "海塘加固送审价482.00万元，审定金额451.60万元，审减40.40万元。",
    "原值, 折旧, 净值": "机船原值482.00万元，累计折旧451.60万元，净值40.40万元。",
    "over two sentences": "海塘加固项目到位482.00万元。支出451.60万元，结余40.40万元。",
    "over three sentences": "海塘加固到位482.00万元。支出451.60万元。结余40.40万元。",
    "what was there already counts what was carried in": (
        "海塘加固项目：上年结转20.00万元，下达482.00万元，"
        "可用资金502.00万元，支出451.60万元，结余60.40万元。"
    ),
}

SILENT = {
    "what was carried in and what is left in all": (
        "上年盈余60.00万元，总收入500.00万元，总费用450.00万元，累计盈余110.00万元。"
    ),
    "what was due, and a part waived": (
        "全年应收水费38.00万元，实收34.20万元，减免1.00万元，欠收2.80万元。"
    ),
    "something was taken back": (
        "海塘加固项目到位资金482.00万元，支出451.60万元，收回12.00万元，结余17.40万元。"
    ),
    "被收回 behind the figure": (
        "海塘加固到位482.00万元，支出451.60万元，25.00万元被收回，结余10.00万元。"
    ),
    "something was given back": (
        "海塘加固到位482.00万元，支出451.60万元，结余17.40万元，交回12.00万元。"
    ),
    "something was added": (
        "海塘加固项目到位资金482.00万元，追加10.00万元，支出451.60万元，结余45.40万元。"
    ),
    "money besides": (
        "海塘加固项目到位资金482.00万元，另自筹30.00万元，支出451.60万元，结余65.40万元。"
    ),
    "of a part of what was there": (
        "海塘加固项目到位资金482.00万元，其中县级200.00万元，支出190.00万元，结余10.00万元。"
    ),
    "two sources": ("到位中央资金200.00万元，省级资金100.00万元，支出190.00万元，结余60.00万元。"),
    "spent on another thing": "海塘加固到位资金482.00万元，码头维修支出100.00万元，结余30.40万元。",
    "left of another thing": ("海塘加固到位482.00万元，支出451.60万元，航标更新结余40.40万元。"),
    "a part of what is left": ("海塘加固到位482.00万元，支出451.60万元，结余资金中上缴40.40万元。"),
    "其余 without what became of it": "计划发放渔具260套，实际发放251套，其余19套入库。",
    "another counter": "计划发放渔具260套，实际发放251套，剩余19件。",
    "a share of what is left": "海塘加固到位482.00万元，支出451.60万元，结余占比7.3%。",
    "of another year": ("2021年海塘加固到位482.00万元，支出451.60万元。2022年结余40.40万元。"),
    "the rest of it": "海塘加固到位482.00万元，支出451.60万元，其余40.40万元用于护岸。",
    "less was there than was spent": "护岸补助48.00万元。全年支出451.60万元，结余30.40万元。",
    "taken back, nothing left": "海塘加固到位482.00万元，支出451.60万元，收回40.40万元。",
}


@pytest.mark.parametrize("name", READ)
def test_what_was_there_spent_and_left_is_read(name: str) -> None:
    """Three figures that say by their own words that they were there, were spent and are left are
    one matter; where they agree, give or take the digits, nothing is said.
    """
    text, expected = READ[name]

    assert [expected] == columns(text, having="left", wanted=PARTS)
    assert [] == errors(text)


@pytest.mark.parametrize("name", WRONG)
def test_what_does_not_come_out_is_found_once(name: str) -> None:
    """What is left and is not what was there less what was spent breaks the rule of balances."""
    assert ["MAT-002"] == errors(WRONG[name])


@pytest.mark.parametrize("name", SILENT)
def test_where_other_figures_may_make_up_the_rest_nothing_is_said(name: str) -> None:
    """What was added, taken back, of a part or of another thing may make up the rest: no balance
    is stated, whatever the figures are.
    """
    assert [] == columns(SILENT[name], having="left", wanted=PARTS)
    assert [] == errors(SILENT[name])


def test_what_was_carried_in_counts() -> None:
    """上年结转 and what arrived less what was spent make what is left: a matter by its sources."""
    text = "上年结转20.00万元，下达482.00万元，支出451.60万元，结余50.40万元。"

    assert [("", "451.60万元", "50.40万元")] == columns(text, having="left", wanted=PARTS)
    assert [] == errors(text)


def test_what_was_carried_in_is_not_forgotten() -> None:
    """What is left must be made of what was carried in as well."""
    text = "上年结转20.00万元，下达482.00万元，支出451.60万元，结余60.40万元。"

    assert ["MAT-002-CARRIED"] == errors(text)


def test_a_balance_goes_on_in_the_next_paragraph() -> None:
    """What is left may stand in the paragraph behind what was there and spent."""
    first = "海塘加固项目到位482.00万元，支出451.60万元。"

    assert [] == errors(first, "结余30.40万元，已结转。")
    assert ["MAT-002"] == errors(first, "结余40.40万元，已结转。")
