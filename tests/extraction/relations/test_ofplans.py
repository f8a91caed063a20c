"""Rates of what was spent that each say of which plan."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

WRONG = {
    "one behind the other": (
        "年初预算400万元，调整后预算500万元；全年支出480万元，完成年初预算的120%，完成调整后预算的{}%。"
    ),
    "with what was added": (
        "年初预算400万元，汛后追加水毁修复100万元，调整后预算500万元；全年支出480万元，"
        "完成年初预算的120%，完成调整后预算的{}%。"
    ),
    "占": (
        "年初预算400万元，调整后预算500万元。实际支出480万元，占年初预算的120%，占调整后预算的{}%。"
    ),
}

SILENT = {
    "of a part": (
        "年初预算400万元，调整后预算500万元；全年支出480万元，其中财政拨款460万元，完成调整后预算的92%。"
    ),
    "two plans of one name": (
        "甲段年初预算250万元，调整后预算300万元；乙段年初预算150万元，调整后预算200万元；"
        "全年支出480万元，完成年初预算的120%，完成调整后预算的96%。"
    ),
    "of a part of the year": (
        "年初预算400万元，调整后预算500万元；上半年支出240万元，完成年初预算的60%，"
        "完成调整后预算的48%，全年支出480万元。"
    ),
}


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_each_rate_is_of_the_plan_that_it_names(text: str) -> None:
    """What was spent over each of two plans is the rate that names it."""
    assert errors(text.format("86")) != []
    assert errors(text.format("96")) == []


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_rates_of_other_figures_are_silent(text: str) -> None:
    """Where a plan is told twice, or something narrower was spent, none is read."""
    assert errors(text) == []
