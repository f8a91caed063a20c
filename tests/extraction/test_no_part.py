"""What a sentence says of money without making it a part of what stands before it."""

from __future__ import annotations

import pytest
from tests.extraction.judged import errors
from tests.extraction.said import read, values


@pytest.mark.parametrize(
    "words",
    ["从项目支出列支1.20万元", "从我局项目支出中安排1.20万元", "在项目支出内解决1.20万元"],
)
def test_money_drawn_from_a_line_is_not_the_line(words: str) -> None:
    """从项目支出列支N: a part of it, so its amount is said nowhere."""
    paper = read(f"基本支出4.00万元，项目支出9.00万元。修桥花费{words}。")
    assert values(paper, "all_funds.expenditure/project") == ["9.00万元"]


@pytest.mark.parametrize("name", ["概算", "合同价", "投资概算", "中标价"])
def test_what_a_thing_will_cost_in_all_is_no_part_of_what_was_spent(name: str) -> None:
    """累计支出A，其中上年B，概算C: C is more than A, and no part of it."""
    assert not errors(f"礼堂修缮项目累计支出30.00万元，其中2021年支出12.00万元，{name}50.00万元。")


def test_an_average_as_high_as_last_years_is_no_amount() -> None:
    """车均A，与上年（N辆）的A持平: the average again, and not what N vehicles cost."""
    assert not errors(
        "公务用车运行维护费12.00万元。年末有车6辆，年初8辆，报废2辆。"
        "车均运行维护费2.00万元，与2021年（按年初8辆计算）的2.00万元持平。"
    )
