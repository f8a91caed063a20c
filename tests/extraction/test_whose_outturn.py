"""What was spent, right behind a budget, is its item's; a change has a base of its own."""

from __future__ import annotations

import pytest
from tests.extraction.judged import errors
from tests.extraction.said import read, values

QUIET = [
    # an item with a code, a name, its budget and its outturn
    "一般公共预算财政拨款支出年初预算为300.00万元，支出决算为290.00万元。其中：\n"
    "一是2080502 事业单位离退休年初安排80.00万元，全年支出84.00万元，完成105.00%，"
    "决算数大于年初预算数的主要原因是基数上调；二是2101102 事业单位医疗年初安排30.00万元，"
    "全年支出30.00万元，决算数与年初预算数持平。",
    # an item whose name nobody knows
    "一般公共预算财政拨款支出年初预算为300.00万元，支出决算为290.00万元。其中：\n"
    "1.航标维护。年初安排80.00万元，全年支出84.00万元，决算数大于年初预算数。",
    # two comparisons in one sentence, each with a base of its own
    "全年发生会务费20.00万元，较预算25.00万元少支5.00万元；比上年度下降10.00%。",
    "全年发生会务费20.00万元，较预算25.00万元少支5.00万元；比上年度（18.00万元）多2.00万元。",
    "航标维护投入20.00万元，较预算25.00万元节约5.00万元，较上年16.00万元增加4.00万元，增长25.00%。",
]

LOUD = [
    "全年发生会务费20.00万元，较预算25.00万元少支6.00万元；比上年度下降10.00%。",
    "航标维护投入20.00万元，较预算25.00万元节约5.00万元，较上年16.00万元增加5.00万元。",
    "一般公共预算财政拨款支出年初预算为300.00万元，支出决算为290.00万元。其中：\n"
    "一是事业单位离退休年初安排80.00万元，全年支出84.00万元，决算数小于年初预算数。",
]


@pytest.mark.parametrize("text", QUIET)
def test_what_was_spent_is_compared_with_its_own_budget(text: str) -> None:
    """甲费年初安排A，全年支出B: B is the item's, and so is 决算数大于预算数 behind it."""
    assert not errors(text)


@pytest.mark.parametrize("text", LOUD)
def test_a_wrong_comparison_is_found(text: str) -> None:
    """A change that is not the difference to its own base contradicts it."""
    assert errors(text)


def test_the_whole_years_expenditure_behind_a_full_stop_is_the_bodys() -> None:
    """其中会议费年初安排A，全年支出B。全年支出C: C is that of the body."""
    paper = read("其中会议费年初安排5.00万元，全年支出4.00万元。全年支出90.00万元。")
    assert values(paper, "all_funds.expenditure") == ["90.00万元"]
