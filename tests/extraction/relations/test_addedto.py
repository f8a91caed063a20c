"""What a sentence adds to the figure before it, up to a sum."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

ADDED = {
    "in a sentence of its own": (
        "全区一般公共预算收入完成62.00万元，下降3.8%。加上上级补助39.00万元、调入资金4.50万元后，"
        "收入总计{}万元。",
        "105.50",
    ),
    "behind the parts of the figure": (
        "全区一般公共预算收入完成62.00万元。其中：税收收入40.00万元；非税收入22.00万元。"
        "加上转移性收入39.00万元，收入总计{}万元。",
        "101.00",
    ),
    "in the sentence of the figure": (
        "区级一般公共预算支出完成62.00万元，加上上解支出9.00万元、结转下年4.00万元，支出总计{}万元。",
        "75.00",
    ),
    "an amount joined by 以及": (
        "全区一般公共预算支出完成62.00万元。加上上解支出9.00万元，以及结转下年4.00万元后，"
        "支出总计为{}万元。",
        "75.00",
    ),
}


@pytest.mark.parametrize(("text", "right"), ADDED.values(), ids=ADDED)
def test_what_is_added_makes_the_sum(text: str, right: str) -> None:
    """收入A。加上B、C，收入总计D: D is A, B and C together."""
    assert errors(text.format(right)) == []
    assert errors(text.format("88.80")) == ["TOT-001"]


SILENT = {
    "taken away as well": (
        "全区一般公共预算收入完成62.00万元。加上上级补助39.00万元，减去上解支出5.00万元，"
        "收入总计96.00万元。"
    ),
    "not all of it told": (
        "全区一般公共预算收入完成62.00万元。加上上级补助39.00万元等，收入总计106.00万元。"
    ),
    "of the other side": (
        "全区一般公共预算支出完成62.00万元。加上上级补助39.00万元、上年结转8.00万元，"
        "收入总计106.00万元。"
    ),
    "a budget as well, of which the sum is told": (
        "一般公共预算收入年初预算60.00万元，实际完成62.00万元。加上上级补助39.00万元，"
        "收入总计101.00万元。"
    ),
    "no figure before it": "加上上级补助39.00万元、上年结转8.00万元，收入总计106.00万元。",
}


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_what_may_be_added_to_something_else_is_not_judged(text: str) -> None:
    """Where more or less than what is named may make the sum, nothing is said."""
    assert errors(text) == []
