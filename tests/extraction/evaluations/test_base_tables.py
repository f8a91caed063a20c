"""The table of base figures beside an evaluation: sections below each other, lists, rates."""

from __future__ import annotations

import pytest
from tests.extraction.said import read

import performance_rules as pr

RULES = pr.RuleSet.for_region()

TABLE = """
    财政供养人员情况（人） | 编制数 | ^ | 2023年实际在职人数 | ^ | 控制率 | ^
    ^ | 50 | ^ | 45 | ^ | {manned} | ^
    经费控制情况（万元） | 2022年决算数 | ^ | 2023年预算数 | ^ | 2023年决算数 | ^
    三公经费 | 9.00 | ^ | {planned} | ^ | 8.20 | ^
    1、公务用车购置和维护经费 | 6.00 | ^ | 6.50 | ^ | 5.40 | ^
    其中：公车购置 | 0.00 | ^ | 0.00 | ^ | 0.00 | ^
    公车运行维护 | 6.00 | ^ | 6.50 | ^ | {kept} | ^
    2、公务接待 | 3.00 | ^ | 3.50 | ^ | 2.80 | ^
    公用经费 | 30.00 | ^ | 32.00 | ^ | 31.00 | ^
    其中：办公经费 | 8.00 | ^ | 9.00 | ^ | 8.50 | ^
    会议费、培训费 | 4.00 | ^ | 4.50 | ^ | 4.10 | ^
    楼堂馆所控制情况 | 批复规模 | 实际规模 | 规模控制率 | 预算投资 | 实际投资 | 投资概算控制率
    ^ | 800 | 760 | 95% | 400 | 392 | {built}
    厉行节约保障措施 | 严格执行各项审批制度。 | ^ | ^ | ^ | ^ | ^
"""


def errors(**said: str) -> list[str]:
    """Return the contradictions of a table of base figures."""
    kept = {"manned": "90%", "planned": "10.00", "kept": "5.40", "built": "98%", **said}
    report = read("部门整体支出绩效评价基础数据表", TABLE.format(**kept)).report
    return [one.message for one in pr.check(report, RULES).findings if one.severity == "error"]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({}, ""),
        ({"planned": "12.00"}, "三公经费（2023年预算数）"),
        ({"kept": "4.50"}, "公务用车购置和维护经费（2023年决算数）"),
        ({"manned": "0.90"}, ""),
        ({"manned": "80%"}, "控制率"),
        ({"built": "89%"}, "投资概算控制率"),
    ],
)
def test_what_is_numbered_makes_the_row_above_and_a_rate_is_what_is_there_by_what_was_approved(
    said: dict[str, str], told: str
) -> None:
    """What stands behind 其中 below an unnumbered row may be some of it only."""
    found = errors(**said)
    assert len(found) == bool(told)
    assert told in "".join(found)


def test_a_list_that_does_not_come_out_in_most_columns_is_none() -> None:
    """Its rows may not be all there are."""
    table = TABLE.replace("三公经费 | 9.00", "三公经费 | 9.90").format(
        manned="90%", planned="12.00", kept="5.40", built="98%"
    )
    report = read("部门整体支出绩效评价基础数据表", table).report
    assert not [one for one in pr.check(report, RULES).findings if one.severity == "error"]
