"""Monitoring at the middle of the year: its money without a rate, and progress told in words."""

from __future__ import annotations

import pytest
from tests.extraction.said import read

import performance_rules as pr

RULES = pr.RuleSet.for_region()

FORM = """
    项目名称 | ^ | 船员培训补贴 | ^ | ^ | ^
    项目资金（万元） | ^ | 年初预算数 | 1-6月执行数 | 全年预计执行数 | ^
    ^ | 年度资金总额： | 90.00 | 40.00 | 85.00 | ^
    ^ | 其中：财政拨款 | 60.00 | {granted} | 60.00 | ^
    ^ | 其他资金 | 30.00 | 15.00 | 25.00 | ^
    绩效指标 | 一级指标 | 指标名称 | 指标值 | 半年度指标执行情况 | 备注
    ^ | 产出指标 | 数量 | 全年培训船员800人次 | {told} | ^
    ^ | 产出指标 | 质量 | 考核合格率≥95% | 合格率96% | ^
"""


def errors(granted: str, told: str) -> list[str]:
    """Return the contradictions of a form of monitoring."""
    form = FORM.format(granted=granted, told=told)
    report = read("项目支出绩效监控表", form, kind="project_evaluation", year=2023).report
    assert [one.kind for one in report.evaluations] == ["monitoring"]
    return [one.message for one in pr.check(report, RULES).findings if one.severity == "error"]


RIGHT = "已培训船员300人次，完成全年任务的37.5%"


@pytest.mark.parametrize(
    ("granted", "told", "wrong"),
    [
        ("25.00", RIGHT, 0),
        ("20.00", RIGHT, 1),
        ("25.00", "已培训船员300人次，完成全年任务的35.7%", 1),
        ("25.00", "已培训船员300人次，占年度目标的37.5%", 0),
        ("25.00", "已开班6期，完成全年任务的50%", 0),
        ("25.00", "已培训船员300人次，完成省下达任务的50%", 0),
    ],
)
def test_a_share_is_of_the_target_in_the_same_unit(granted: str, told: str, wrong: int) -> None:
    """So many of another unit, and a task that is not that of the row, are none of it."""
    assert len(errors(granted, told)) == wrong
