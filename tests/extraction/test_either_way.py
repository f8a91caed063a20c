"""变动 tells of a change and not which way it went: the sign says it, or what the numbers fit."""

from __future__ import annotations

import pytest
from tests.extraction.judged import errors
from tests.extraction.said import compared, read

AGREE = [
    "基本支出110.00万元，同上年相比变动10.00万元，变动率10.00%。",
    "基本支出90.00万元，较上年变动-10.00万元，变动率-10.00%。",
    "基本支出90.00万元，与2021年相比变动10.00万元，变动率10.00%。",
    "基本支出90.00万元，与上年的100.00万元相比变动10.00万元。",
    "基本支出90.00万元，比上年变化-10.00万元，变化率为-10.00%。",
    "基本支出110.00万元，较上年增减额10.00万元，增减率10.00%。",
    "基本支出110.00万元，较上年变动10.00万元。",
    "基本支出110.00万元，较上年变动率为10.00%。",
]

DISAGREE = [
    "基本支出110.00万元，同上年相比变动10.00万元，变动率12.00%。",
    "基本支出90.00万元，较上年变动-10.00万元，变动率-11.11%。",
    "基本支出90.00万元，与上年的100.00万元相比变动12.00万元。",
    "基本支出110.00万元，与上年的100.00万元相比变动-10.00万元。",
]


@pytest.mark.parametrize("text", AGREE)
def test_a_change_is_taken_the_way_its_numbers_go(text: str) -> None:
    """变动A，变动率P: whichever way fits is the way it went."""
    assert not errors(text)


@pytest.mark.parametrize("text", DISAGREE)
def test_a_change_that_fits_neither_way_is_wrong(text: str) -> None:
    """What is wrong as a rise and as a fall is wrong."""
    assert len(errors(text)) == 1


def test_a_change_without_a_way_says_none() -> None:
    """变动 contradicts no rise and no fall: it has no direction of its own."""
    paper = read("项目支出90.00万元，较上年变动-10.00万元，变动率-10.00%。")
    claim = compared(paper, "all_funds.expenditure/project")
    assert (claim.direction, str(claim.change)) == (None, "-10.00万元")
