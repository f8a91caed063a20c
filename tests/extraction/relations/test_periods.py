"""Years against each other: what they bear out, and what not."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

RIGHT = {
    "a term of three years": "渔港改造实施期三年，自2021年1月至2023年12月，投资520万元。",
    "a term of three years of the calendar": "实施期限为三年，自2021年9月起至2023年6月止。",
    "a term of years, from the middle of one": "服务期限2年，自2022年7月至2024年6月。",
    "both ends counted": "巡检车2辆，2019年购置，至2023年末已使用5年。",
    "full years only": "巡检车2辆，2019年购置，至2023年末已使用4年。",
    "still of use": "船2016年购置，2023年大修，可再用8年。",
    "a plan of five years": "“十四五”规划期为2021—2025年，2023年为规划第三年。",
    "every year since": (
        "本项目自2019年起每年补助15个渔村，至2022年底已连续实施4个年度，共补助60个渔村。"
    ),
    "two years": "评价年度为2022年，评价期为2021年1月至2022年12月。",
    "the year before": "2023年到位渔港资金520万元，较上年（2022年）480万元增加40万元。",
    "the year before, behind who speaks": (
        "我局2022年支出520万元，较上年（2021年）480万元增加40万元。"
    ),
    "a plan is not the year that is told": (
        "根据2019年规划，渔港支出520万元，较上年（2022年）480万元增加40万元。"
    ),
    "accounts of the year before": (
        "2022年度渔港支出520万元，与2021年度决算数480万元相比增加40万元。"
    ),
    "accounts to come that nothing is held against": (
        "2022年度渔港支出520万元，为做好与2023年度决算衔接，年末清理账户。"
    ),
    "one year to the next": "评价时段为2022年10月1日至2023年9月30日。",
    "the end of its own year": "截至2023年末即2023年12月31日，有巡检船6艘。",
    "the year before another": (
        "2021年未拨付，2023年到位520万元，较上年（2022年）480万元增加40万元。"
    ),
}

WRONG = {
    "a term of years that is another": "渔港改造实施期三年，自2021年1月起至2024年12月止。",
    "a term of years, in a bracket": "服务期限为2年（2022年7月至2025年6月），合同价52万元。",
    "used for too long": "巡检车1辆，2019年购置，至2023年末已使用9年。",
    "by month": "仪器2020年12月购入，至2023年底已使用6年。",
    "a plan of five years": "“十四五”规划期为2021—2025年，2023年为规划第四年。",
    "every year since": (
        "本项目自2019年起每年补助15个渔村，至2022年底已连续实施6个年度，共补助60个渔村。"
    ),
    "another time": "评价年度为2023年度，评价时段为2022年1月1日至12月31日。",
    "two years are no single one": "评价时段为2022年1月1日至2023年12月31日，即一个预算年度。",
    "not the year before, behind who speaks": (
        "我局2022年支出520万元，较上年（2020年）480万元增加40万元。"
    ),
    "accounts of a year to come": (
        "2022年度渔港支出520万元，与2023年度决算数480万元相比增加40万元。"
    ),
    "it ends before it begins": "评价基准期为2023年1月1日至2022年12月31日。",
    "the end of another year": "截至2023年末即2022年12月31日，有巡检船6艘。",
    "not the year before": "2023年到位渔港资金520万元，较上年（2021年）480万元增加40万元。",
}


@pytest.mark.parametrize("text", RIGHT.values(), ids=RIGHT)
def test_years_that_can_be_right_are_not_contradicted(text: str) -> None:
    """As many years as lie between two, with or without the first, contradict nothing."""
    assert errors(text) == []


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_years_that_cannot_be_right_are_found(text: str) -> None:
    """More years than lie between two, or a time without the year it is of, cannot be."""
    assert errors(text)
