"""Results under another name or in another unit, kinds beside their whole, points in one cell."""
# ruff: noqa: E501 - forms are wide

from __future__ import annotations

import pytest
from tests.extraction.said import read

import performance_rules as pr

RULES = pr.RuleSet.for_region()

FORM = """
    项目名称 | 航道养护 | ^ | ^ | ^ | ^ | ^
    预算执行情况（万元） | 预算批复数 | 其中：财政拨款 | 其他资金 | 实际使用数 | 结余数 | 执行率（10分）
    ^ | 80.00 | {granted} | 20.00 | 72.00 | 8.00 | 90.00%，得9分
    年度目标 | 疏浚航道30公里，修复护岸2,000米，救援人员20分钟内到场。 | ^ | ^ | ^ | ^ | ^
    完成情况 | {done} | ^ | ^ | ^ | ^ | ^
    指标名称 | 指标类型 | 目标值 | 实际值 | 分值 | 得分 | 备注
    航道疏浚里程 | 数量指标 | ≥30公里 | 31公里 | 30 | 30 |
    护岸修复长度 | 数量指标 | ≥2,000米 | 2,150米 | 30 | 30 |
    救援到场时间 | 时效指标 | ≤20分钟 | {time} | 30 | 30 |
    总分 | ^ | ^ | ^ | 100 | {score} |
"""
DONE = "疏浚航道31公里，修复护岸2,150米，救援人员按时到场。"


def errors(**said: str) -> list[str]:
    """Return the rules that are broken in a form."""
    kept = {"granted": "60.00", "done": DONE, "time": "18分钟", "score": "99", **said}
    report = read("项目绩效自评表", FORM.format(**kept), kind="project_evaluation").report
    assert report.evaluations
    found = pr.check(report, RULES).findings
    return sorted({one.rule for one in found if one.severity == "error"})


@pytest.mark.parametrize(
    ("said", "rules"),
    [
        ({}, []),
        ({"granted": "50.00"}, ["TOT-001"]),
        ({"score": "98"}, ["PI-003-SUM"]),
        ({"time": "0.3小时"}, []),
        ({"time": "0.5小时"}, ["PI-014"]),
        ({"done": DONE.replace("2,150", "2,510")}, ["TXT-003"]),
        ({"done": DONE.replace("修复护岸2,150", "加固堤坝2,510")}, []),
        ({"done": DONE.replace("修复护岸2,150米", "修复护岸2,150米，其中新建2,010米")}, []),
    ],
)
def test_what_a_form_tells_otherwise_is_told_of_the_same(
    said: dict[str, str], rules: list[str]
) -> None:
    """护岸修复长度 is what 修复护岸 tells, half an hour is thirty minutes, 得9分 are points."""
    assert errors(**said) == rules
