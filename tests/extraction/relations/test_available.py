"""All that may be spent: what was carried in and what came."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

WRONG = {
    "carried in behind": "省级下达补贴资金1460.00万元，上年结转212.00万元，可用资金1572.00万元。",
    "carried in before": "年初结余45.00万元，当年收入320.00万元，收入总计375.00万元。",
    "more than one that came": (
        "一般公共预算收入5139.00万元，上级补助3738.00万元，上年结余120.00万元，"
        "收入总计8897.00万元。"
    ),
    "added": "本年拨入320.00万元，加上年结转45.00万元，全年可用资金355.00万元。",
}

SILENT = {
    "consistent": "2022年省级下达补贴资金1460.00万元，上年结转212.00万元，可用资金1672.00万元。",
    "something besides": (
        "2022年省级下达1460.00万元，上年结转212.00万元，另有县级配套100.00万元，"
        "可用资金1772.00万元。"
    ),
    "taken back": "2022年下达1460.00万元，上年结转212.00万元已收回，可用资金1460.00万元。",
    "a part of it": "2022年下达1460.00万元，其中上年结转212.00万元，可用资金1460.00万元。",
    "in brackets": "2022年下达1460.00万元（含上年结转212.00万元），可用资金1460.00万元。",
    "went": "上年结转212.00万元，下达1460.00万元，收回60.00万元，可用资金1612.00万元。",
    "not all told": "上年结转212.00万元，下达1460.00万元等，可用资金1772.00万元。",
    "expected": "预计下达1460.00万元，上年结转212.00万元，可用资金1572.00万元。",
    "two projects": "甲项目下达1460.00万元，上年结转212.00万元；乙项目可用资金1572.00万元。",
}


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_what_was_carried_in_and_what_came_is_all_that_may_be_spent(text: str) -> None:
    """可用资金 and 收入总计 are the sum of what the sentence says was there and came."""
    assert errors(text) == ["MAT-002-MOVED"]


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_where_more_may_have_come_or_gone_nothing_is_said(text: str) -> None:
    """With something besides, a part or another thing, the sum is not said to be wrong."""
    assert errors(text) == []
