"""How far two numbers lie apart is said where it says something, and as they are printed."""

from __future__ import annotations

import pytest
from tests.extraction.judged import errors


@pytest.mark.parametrize(
    ("text", "said", "never"),
    [
        ("本年支出596.00万元，比上年500.00万元减少96.00万元。", "应增加 96.00万元", "相差"),
        (
            "采购浮标，预算312.00万元，中标301.50元，节约10.50万元。",
            "应为 301.50万元",
            "相差",
        ),
        (
            "新装航标灯96盏，每盏补助3,200元，补助资金35.72万元。",
            "金额写 35.72万元，算得 30.72万元，相差 5.00万元",
            "3,720",
        ),
        (
            "保洁员16人，每人每月补助1,800元，发放12个月，补助资金35.46万元。",
            "16人×12月",
            "192人",
        ),
    ],
)
def test_a_gap_is_told_where_it_tells_something(text: str, said: str, never: str) -> None:
    """Not of up and down, nor of two units; a price times a number is an amount."""
    message, *_ = errors(text)
    assert said in message
    assert never not in message
