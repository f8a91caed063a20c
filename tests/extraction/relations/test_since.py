"""A change whose earlier level is told and whose later one is not: 2021年A，2022年增加B，增长C."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors
from tests.extraction.said import compared, read, unbound

RIGHT = (
    "2021年航标维护面积1,250亩，2022年增加50亩，增长4.00%。",
    "上年参训船员400人，本年减少20人，下降5.00%。",
    "2021年巡航3,000公里，2022年多120公里，增长4.00%。",
    "疏浚支出：上年350.00万元，本年增加14.00万元，增长4.00%。",
    "与2021年相比，疏浚支出增加14.00万元（2021年350.00万元），增长4.00%。",
)
WRONG = tuple(text.replace("4.00%", "4.90%").replace("5.00%", "5.90%") for text in RIGHT)
SILENT = (
    "2020年巡航3,000公里，2022年增加120公里，增长5.00%。",
    "2021年巡航3,000公里，其中夜航600公里，2022年增加30公里，增长5.00%。",
    "2021年巡航3,000公里，2022年增加120公里，可比口径增长5.00%。",
    "2021年巡航3,000公里，2022年增加120公里，夜航增长5.00%。",
)


@pytest.mark.parametrize("text", [*RIGHT, *SILENT])
def test_a_rate_that_agrees_or_is_of_something_else_is_silent(text: str) -> None:
    """Years apart, a level of something else between, or a rate with words of its own are left."""
    assert errors(text) == []


@pytest.mark.parametrize("text", WRONG)
def test_a_rate_that_is_not_the_change_over_the_earlier_level_clashes(text: str) -> None:
    """The change, the earlier level and the rate stand in turn, so the one follows from the two."""
    assert errors(text)


def test_what_this_year_has_more_is_a_change_from_the_level_before_it() -> None:
    """2021年收入A，2022年增加B: the change is that of this year's income."""
    found = read("2021年收入合计60.00万元，2022年增加3.00万元，增长5.00%。")
    assert unbound(found) == []
    claim = compared(found, "all_funds.income")
    assert claim.change is not None
    assert (claim.change.printed, claim.against) == ("3.00万元", "prior")
