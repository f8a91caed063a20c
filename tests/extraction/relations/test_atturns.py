"""Stocks at both ends of a year, and what several changes come to together."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

WRONG = {
    "a net change": "库存浮标：年初1,240座，年末1,318座，年内净增{}座。",
    "a change since the beginning": "缆绳年初库存1,240米，年末库存1,318米，较年初增加{}米。",
    "named at both ends": "年初库存浮标1,240座，年末库存浮标1,318座，净增加{}座。",
    "years": "2021年末在册渔民1,240人，2022年末在册渔民1,318人，增加{}人。",
    "a bare change behind both": "资产总额年初1,240万元，年末1,318万元，增加{}万元，增长6.29%。",
    "changes that come to one": (
        "与上年相比，灯塔支出增加98万元，浮标支出减少20万元，其余持平，支出净增{}万元。"
    ),
}

SILENT = {
    "what only came": "库存浮标：年初1,240座，年末1,318座，本年新增96座。",
    "what came and what went": "浮标年初1,240座，年末1,318座，增加96座，减少18座。",
    "of two things": "年初库存浮标1,240座，年末结存缆绳1,318座，净增加96座。",
    "of two years on": "2020年末在册1,240人，2022年末在册1,318人，增加96人。",
    "others changed as well": "灯塔支出增加98万元，浮标支出减少20万元，支出净增96万元。",
    "against another time": "浮标年初1,240座，年末1,318座，较年初增加78座，同比增长9.2%。",
    "the right rate": "浮标年初1,240座，年末1,318座，增长6.29%。",
}


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_a_change_is_that_between_both_ends(text: str) -> None:
    """What a stock has more at the end than at the beginning is its net change."""
    assert errors(text.format(78)) == []
    assert len(errors(text.format(96))) == 1


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_what_may_be_another_change_is_silent(text: str) -> None:
    """What came is not what changed; two things, two years or other changes tell nothing."""
    assert errors(text) == []
