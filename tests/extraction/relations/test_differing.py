"""By how much the outturn differs from the budget."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

WRONG = (
    "支出年初预算数520.00万元，决算数577.20万元，预决算差异率1.10%。",
    "收入预算400.00万元，决算436.00万元，差异率19%，主要是上级追加。",
    "年初预算数650.00万元，执行数611.00万元，预算偏离度为16%。",
    "基本支出预算260万元，决算286万元，预决算偏差率为12%。",
    "2021年项目支出年初预算180.00万元，决算数153.00万元，差异率25.00%。",
    "预算数96.00万元，决算数120.00万元，支出预决算差异率35%。",
)
RIGHT = (
    "支出年初预算数520.00万元，决算数577.20万元，预决算差异率11.00%。",
    "年初预算数650.00万元，执行数611.00万元，预算偏离度为6%。",
    "年初预算数650.00万元，执行数611.00万元，预算偏离度为-6%。",
    "预算数96.00万元，决算数120.00万元，支出预决算差异率20%。",
    "年初预算数500万元，调整预算数600万元，决算数570万元，差异率14%。",
    "支出预算520.00万元，决算577.20万元，全省平均差异率15%。",
    "基本支出预算260万元，决算286万元，项目支出预算100万元，决算110万元，两项合计差异率10%。",
    "预算数96.00万元，决算数120.00万元，差异率控制在30%以内。",
)


@pytest.mark.parametrize("text", WRONG)
def test_the_difference_of_budget_and_outturn_is_checked(text: str) -> None:
    """A rate of difference right behind a budget and its outturn is that of the two."""
    assert errors(*text.split("\n"))


@pytest.mark.parametrize("text", RIGHT)
def test_another_difference_is_silent(text: str) -> None:
    """A difference that comes out, or of other figures, breaks no rule."""
    assert [] == errors(*text.split("\n"))
