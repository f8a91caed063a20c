"""The row of the total whose points have labels of their own, wherever they stand."""

from __future__ import annotations

import pytest
from tests.extraction.said import read

import performance_rules as pr

RULES = pr.RuleSet.for_region()

FORM = """
    项目名称 | ^ | 航标养护 | ^ | ^ | ^ | ^ | ^
    一级指标 | 二级指标 | 三级指标 | 目标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析
    产出指标 | 数量指标 | 养护航标 | ≥40座 | 42座 | 60 | 60 |
    效益指标 | 社会效益指标 | 航标正常率 | ≥98% | 97% | 40 | 38.6 | 两座受损
    {total}
"""
BETWEEN = "总分 | ^ | 总分值 | {weight} | 总得分 | {score} | 自评等级 | 优"
ALIKE = "总分 | ^ | 总得分 | ^ | ^ | ^ | {score} | 优"
REVIEWED = "总分 | ^ | 自评得分 | {score} | ^ | 复核得分 | 97 | ^"


def errors(total: str) -> list[str]:
    """Return the rules that are broken in a form with a row of the total."""
    form = FORM.format(total=total)
    report = read("某县航道局绩效自评表", form, kind="project_evaluation", year=2023).report
    assert report.evaluations
    return [one.rule for one in pr.check(report, RULES).findings if one.severity == "error"]


@pytest.mark.parametrize(
    ("total", "rules"),
    [
        (BETWEEN.format(weight="100", score="98.6"), []),
        (BETWEEN.format(weight="100", score="96.8"), ["PI-003-SUM"]),
        (BETWEEN.format(weight="98", score="98.6"), ["PI-002", "PI-003"]),
        (ALIKE.format(score="98.6"), []),
        (ALIKE.format(score="96.8"), ["PI-003-SUM"]),
        (REVIEWED.format(score="98.6"), []),
    ],
)
def test_a_label_says_more_than_the_column_that_its_number_stands_in(
    total: str, rules: list[str]
) -> None:
    """总分值 and 总得分 are what they are called; 复核得分 is none of the form."""
    assert errors(total) == rules
