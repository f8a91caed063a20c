"""Points that a reason says were lost, against those that its row lost."""

from __future__ import annotations

import pytest
from tests.extraction.said import read

import performance_rules as pr

RULES = pr.RuleSet.for_region()

FORM = """
    一级指标 | 三级指标 | 目标值 | 完成值 | 分值 | 得分 | 扣分原因
    产出指标 | 养护航标 | ≥40座 | 39座 | 50 | 49 | 一座超期，扣1分
    效益指标 | 航标正常率 | ≥98% | 97% | 30 | 28.5 | {why}
    满意度指标 | 船员满意度 | ≥90% | 95% | 20 | 20 |
    总分 | ^ | ^ | ^ | 100 | 97.5 |
"""


@pytest.mark.parametrize(
    ("why", "wrong"),
    [
        ("资料不全两处，扣1.5分", 0),
        ("资料不全两处，扣2分", 1),
        ("资料不全，扣1分", 0),
        ("每少1个百分点扣2分", 0),
        ("资料不全扣0.5分，受损扣2分", 0),
        ("资料不全", 0),
    ],
)
def test_a_reason_says_no_more_points_than_the_row_lost(why: str, wrong: int) -> None:
    """Less may be one loss of several, and how points are taken is none."""
    form = FORM.format(why=why)
    report = read("项目绩效自评表", form, kind="project_evaluation", year=2023).report
    assert report.evaluations
    found = pr.check(report, RULES).findings
    assert sum(one.severity == "error" for one in found) == wrong
