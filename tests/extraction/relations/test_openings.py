"""Changes since the beginning of the year, whose level of then is told before."""

from __future__ import annotations

import pytest
from tests.extraction.judged import errors

WRONG = {
    "the sentence before": "年初存粮5,120吨。年末存粮7,940吨，较年初减少2,820吨。",
    "an item above": (
        "一、年初结转和结余41.60万元，均为项目支出结转。\n"
        "二、年末结转和结余97.35万元，比年初减少55.75万元，主要是验收较晚。"
    ),
    "by another amount": "年初库存物资63.20万元。年末库存物资88.70万元，比年初增加52.50万元。",
    "since the last year ended": (
        "2021年末在册渔船318艘。2022年末在册渔船341艘，比上年末减少23艘。"
    ),
}
RIGHT = {
    "as it is": "年初存粮5,120吨。年末存粮7,940吨，较年初增加2,820吨。",
    "another thing": "年初存粮5,120吨。年末储油7,940吨，较年初减少2,820吨。",
    "two levels of one name": (
        "年初库存物资63.20万元。年初库存物资（调整后）91.20万元。\n年末库存物资88.70万元，比年初减少2.50万元。"
    ),
    "a body that has its own end": (
        "一站年初存粮120吨，年末存粮150吨。\n二站情况：年末存粮90吨，较年初减少10吨。"
    ),
    "since another time": "年初存粮5,120吨。年末存粮7,940吨，较6月末减少120吨。",
}


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_a_change_since_the_year_began_is_of_the_level_of_then(text: str) -> None:
    """The same words with the one time for the other name it, wherever it was told."""
    assert errors(text)


@pytest.mark.parametrize("text", RIGHT.values(), ids=RIGHT)
def test_without_the_one_level_of_then_nothing_is_said(text: str) -> None:
    """Another name, two levels, or another body: no base."""
    assert errors(text) == []
