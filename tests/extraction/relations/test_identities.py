"""Figures that make each other by what they are called, and levels that something changed from."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

RIGHT = {
    "parts between": (
        "资产总额84.00万元，其中流动资产24.00万元、固定资产净值60.00万元；"
        "负债总额15.00万元；净资产69.00万元。"
    ),
    "another time beside": (
        "年末总资产84.00万元，总负债15.00万元，净资产合计69.00万元，"
        "比年初净资产60.00万元增加9.00万元。"
    ),
    "two years each": (
        "资产总额84.00万元，上年80.00万元；负债总额15.00万元，上年20.00万元；"
        "净资产69.00万元，上年60.00万元。"
    ),
    "something narrower": "流动资产总额24.00万元，负债总额15.00万元，净资产69.00万元。",
    "worn out, and written down besides": (
        "固定资产原值84.00万元，累计折旧15.00万元，减值准备2.00万元，账面净值67.00万元。"
    ),
    "worn out": "年末固定资产原值84.00万元，已计提折旧15.00万元，固定资产净值69.00万元。",
    "another body": "下属船厂资产总额24.00万元，负债总额15.00万元，我局净资产69.00万元。",
    "a level that fell": "浮标由2021年的70座变为60座，减少10座，下降14.29%。",
    "a level with no word for its way": "浮标由2021年的70座调整为60座。",
    "a plan that was changed": "年初计划由16.00万元调整为13.00万元，调减3.00万元。",
}

WRONG = {
    "parts between": (
        "资产总额84.00万元，其中流动资产24.00万元、固定资产净值60.00万元；负债总额15.00万元；净资产79.00万元。",
        "MAT-002",
    ),
    "worn out": ("固定资产原值84.00万元，累计折旧15.00万元，净值79.00万元。", "MAT-002"),
    "totals": ("资产总计84.00万元，负债合计15.00万元，净资产总额96.00万元。", "MAT-002"),
    "a level that fell": ("浮标由2021年的70座变为60座，增加10座。", "YOY-002"),
    "another rate": ("码头维护费由上年的16.00万元调整为13.00万元，下降28.75%。", "YOY-001"),
    "another change": ("码头维护费由2021年的16.00万元变为13.00万元，减少5.00万元。", "YOY-010"),
}


@pytest.mark.parametrize("sentence", RIGHT.values(), ids=RIGHT)
def test_figures_that_agree_or_are_of_other_things_are_silent(sentence: str) -> None:
    """A narrower name, another time, another body: nothing is reckoned."""
    assert errors(sentence) == []


@pytest.mark.parametrize(("sentence", "rule"), WRONG.values(), ids=WRONG)
def test_figures_that_make_each_other_by_their_names_are_reckoned(sentence: str, rule: str) -> None:
    """资产 less 负债 is 净资产; 变为 is a change whose way the numbers say."""
    assert rule in errors(sentence)
