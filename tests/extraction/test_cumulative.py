"""Figures of several years, or of a part of a stock, are no second value of the year's."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

RIGHT = {
    "until then, and this year": "截至2023年底累计支出3900万元；2023年当年支出1100万元。",
    "of two years": "2020、2021两年共支出900万元，2022年支出520万元。",
    "until the day of the evaluation": (
        "截至2022年末支出1344万元；评价时点（2023年6月末）累计支出1827万元。"
    ),
    "what was used of it": "预算编制时预计上年结转300万元，执行中使用上年结转240万元。",
    "income with what was carried": "2022年收入6200万元；上年结转180万元。收入总计6380万元。",
    "planned and actual income": "收入预算1,200万元，实际收入1,350万元，完成112.5%。",
    "a planned base of another body": (
        "全州收入完成38.64亿元，占年初预算72.50亿元的53.3%。州本级完成14.27亿元，"
        "占年初预算的49.2%。"
    ),
    "two papers": "决算公开日期为2024年9月13日，预算批复日期为2023年2月8日。",
}


@pytest.mark.parametrize("text", RIGHT.values(), ids=RIGHT)
def test_another_time_is_no_second_value(text: str) -> None:
    """累计, 两年共, 使用…结转, 总计 and 实际 say that a figure is another one."""
    assert errors(text) == []
