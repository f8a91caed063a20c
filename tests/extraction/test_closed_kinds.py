"""Kinds that are all there are: each sum is held against its whole, in prose as in tables."""

from __future__ import annotations

import pytest
from tests.extraction.judged import errors

WRONG = {
    "receptions at home and abroad, too little": (
        "公务接待费支出7.00万元，其中：国内接待费4.00万元，国（境）外接待费1.00万元。",
        "5",
    ),
    "receptions at home and abroad, too much": (
        "公务接待费支出4.00万元，其中：国内接待费4.00万元，国（境）外接待费1.00万元。",
        "5",
    ),
    "what is carried over": (
        "年末结转和结余9.00万元，其中：基本支出结转2.00万元，项目支出结转和结余6.00万元。",
        "8",
    ),
    "the share of small firms": (
        "政府采购支出总额400.00万元，授予中小企业合同金额300.00万元，占政府采购支出总额的85.00%。",
        "75.00%",
    ),
    "the share of micro firms": (
        "政府采购支出总额400.00万元。授予中小企业合同金额300.00万元，占政府采购支出总额的75.00%，"
        "其中：授予小微企业合同金额90.00万元，占授予中小企业合同金额的40.00%。",
        "30.00%",
    ),
}


@pytest.mark.parametrize(("text", "right"), WRONG.values(), ids=WRONG)
def test_parts_that_do_not_make_their_whole(text: str, right: str) -> None:
    """Exactly one contradiction is told, and what the parts really make."""
    (told,) = errors(text)
    assert right in told


RIGHT = (
    "公务接待费支出5.00万元，其中：国内接待费4.00万元，国（境）外接待费1.00万元。",
    "年末结转和结余8.00万元，其中：基本支出结转2.00万元，项目支出结转和结余6.00万元。",
    "政府采购支出总额400.00万元，授予中小企业合同金额300.00万元，占政府采购支出总额的75.00%，"
    "其中：授予小微企业合同金额90.00万元，占授予中小企业合同金额的30.00%。",
)


@pytest.mark.parametrize("text", RIGHT)
def test_parts_that_do(text: str) -> None:
    """The right figures stay quiet."""
    assert [] == errors(text)


@pytest.mark.parametrize(
    "text",
    ["2022年收入总计100.00万元，支出总计120.00万元。", "收入总计90万元；支出总计900.00万元。"],
)
def test_the_totals_of_a_budget_are_equal(text: str) -> None:
    """What a budget totals on one side it totals on the other."""
    (told,) = errors(text, "budget")
    assert "收入总计" in told
    assert [] == errors("2022年收入总计120.00万元，支出总计120.00万元。", "budget")
