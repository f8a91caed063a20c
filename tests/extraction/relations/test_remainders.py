"""What is said to be left is what two figures told before leave, but for a slip."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

RIGHT = {
    "sections apart": (
        "一、资金到位。市级1,500万元、镇级420万元，共到位1,920万元。",
        "二、资金使用。合计支出1,803万元。",
        "三、问题。尚有117万元未支出。",
    ),
    "of one source": (
        "一、资金到位。市级1,500万元、镇级420万元，共到位1,920万元。",
        "二、资金使用。合计支出1,803万元。",
        "三、问题。市级资金尚有137万元未支出，镇级资金多支出20万元。",
    ),
    "with what was taken back": (
        "共到位1,920万元。",
        "合计支出1,803万元，另被收回20万元。",
        "结余97万元。",
    ),
    "surplus": ("渔港总收入6,218.5万元。", "总支出6,093.4万元，收支结余125.1万元。"),
    "saved": ("船坞项目预算数为420万元，合同金额396.8万元，节约资金23.2万元。",),
    "posts and their kinds": ("编制112名，其中行政68名、事业44名；年末在职103人，空编9名。",),
    "things that came and went": (
        "2021年底在册渔船318艘，2022年新纳入74艘，注销226艘，至2022年底尚有166艘未改造。",
    ),
    "a debt": ("年初债务余额12.6亿元，全年化解2.1亿元，年末余额降至10.5亿元。",),
    "owed before": ("上年结余45.2万元，本年到位320万元，支出289万元。", "结余76.2万元。"),
}

WRONG = {
    "sections apart": (
        "一、资金到位。市级1,500万元、镇级420万元，共到位1,920万元。",
        "二、资金使用。合计支出1,803万元。",
        "三、问题。截至年底尚有137万元未支出。",
    ),
    "surplus": ("渔港总收入6,218.5万元。", "总支出6,093.4万元，收支结余135.1万元。"),
    "saved": ("船坞项目预算数为420万元，合同金额396.8万元，节约资金32.2万元。",),
}


@pytest.mark.parametrize("texts", RIGHT.values(), ids=RIGHT)
def test_what_is_left_is_right_where_any_figures_leave_it(texts: tuple[str, ...]) -> None:
    """What is left is right that two or three figures near it leave, or that is of others."""
    assert [] == errors(*texts)


@pytest.mark.parametrize("texts", WRONG.values(), ids=WRONG)
def test_what_is_left_with_a_slip_is_found(texts: tuple[str, ...]) -> None:
    """What is said to be left, and is wrong by a digit, is found once."""
    assert ["MAT-002"] == errors(*texts)
