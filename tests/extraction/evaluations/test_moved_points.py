"""Money that a text of a form tells once more, with its point moved."""

from __future__ import annotations

import pytest
from tests.extraction.said import read

import performance_rules as pr

RULES = pr.RuleSet.for_region()

FORM = """
    项目名称 | 航标养护 | ^ | ^ | ^
    项目资金（元） | ^ | 预算数（年初数） | 预算数（调整后） | 预算执行数
    ^ | 项目资金总额 | 920,000.00 | 915,300.00 | 864,215.60
    主要绩效 | {told}，养护航标46座，投诉由上年16件降至14件。 | ^ | ^ | ^
    一级指标 | 三级指标 | 目标值 | 完成值 | 得分
    产出指标 | 养护航标 | ≥45座 | 46座 | 60
    效益指标 | 航标正常率 | ≥98% | 99% | 40
"""


@pytest.mark.parametrize(
    ("told", "wrong"),
    [
        ("项目实际支出86.42万元", 0),
        ("项目实际支出8.642万元", 1),
        ("项目实际支出864.22万元", 1),
        ("项目实际支出9万元", 0),
        ("其中耗材支出8.642万元", 0),
        ("上年项目实际支出8.642万元", 0),
    ],
)
def test_a_rounded_sum_that_is_ten_times_another_has_its_point_moved(told: str, wrong: int) -> None:
    """Of a part, of another year, or with too few digits to tell, it is another sum."""
    form = FORM.format(told=told)
    report = read("项目绩效自评表", form, kind="project_evaluation", year=2023).report
    assert report.evaluations
    assert report.evaluations[0].funds is not None
    found = pr.check(report, RULES).findings
    assert sum(one.severity == "error" for one in found) == wrong
