"""Dates and the years that words mean, against each other and the year of the report."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

RIGHT = (
    ("本报告所称本年度指2022年1月1日至2022年12月31日。",),
    ("文中所称本年为2022年度。",),
    ("上年对比口径为2021年决算数。",),
    ("本站自2011年成立以来已连续运行11年。",),
    ("本站自2011年成立以来已连续运行13年。",),
    ("灯塔自1998年建成，已累计使用25年。",),
    ("疏浚工程2021年3月10日开工，2021年5月20日完工。",),
    ("海堤于2020年4月动工，2021年9月竣工，2021年9月通过验收。",),
    ("一期2020年4月完工，二期2020年3月开工。",),
    ("海堤2020年4月动工，计划2020年3月完工的东段已延期。",),
    ("建设期3年（2020年3月至2022年12月），现已完成。",),
    ("建设期2年（2020年3月至2022年2月），现已完成。",),
    ("合同期24个月（2021年1月至2022年12月），按季结算。",),
    ("合同期24个月，2021年1月至2022年12月，按季结算。",),
    ("码头2021年11月20日完工，比合同约定的2021年10月31日推迟20天。",),
    ("码头2021年10月11日完工，比合同约定的2021年10月31日提前20天。",),
    ("竣工时间：2021年9月，开工时间：2020年3月。",),
)

WRONG = (
    ("本报告所称本年度指2023年1月1日至2023年12月31日。",),
    ("文中所称报告年度为2021年度。",),
    ("上年对比口径为2022年决算数。",),
    ("本站自2011年成立以来已连续运行15年。",),
    ("灯塔自1998年建成以来已安全运行31年。",),
    ("疏浚工程2021年5月20日开工，2021年3月10日完工。",),
    ("海堤于2020年4月动工，2021年9月竣工，2021年8月通过验收。",),
    ("建设期2年（2020年3月至2023年12月），现已完成。",),
    ("合同期18个月（2021年1月至2022年12月），按季结算。",),
    ("码头2021年11月20日完工，比合同约定的2021年10月31日提前20天。",),
    ("码头2021年10月11日完工，较合同约定的2021年10月31日提前30天。",),
    ("开工时间：2021年9月，竣工时间：2020年3月。",),
)


@pytest.mark.parametrize("paragraphs", RIGHT, ids="".join)
def test_what_agrees_and_what_is_of_something_else_is_silent(paragraphs: tuple[str, ...]) -> None:
    """Dates in their order, and as many years, months or days as lie between two, are right."""
    assert errors(*paragraphs) == []


@pytest.mark.parametrize("paragraphs", WRONG, ids="".join)
def test_what_cannot_hold_is_found(paragraphs: tuple[str, ...]) -> None:
    """An end before its begin, or another time than lies between two dates, is an error."""
    assert errors(*paragraphs)
