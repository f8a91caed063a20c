"""A header on the left that is no level by its word, with the names of the rows below it."""

from __future__ import annotations

import pytest
from tests.extraction.said import read

import performance_rules as pr

RULES = pr.RuleSet.for_region()

FORM = """
    项目 | 考核内容 | 考核指标 | 年度工作目标 | 实际完成 | 权数 | 考评得分
    收支管理（60分） | 预算执行 | 支出完成率 | 100% | 97% | 40 | {score}
    ^ | 结转结余 | 结余率 | ≤9% | 4.75% | 20 | 20
    ^ | ^ | 结余变动率 | ≤-30% | -12% | ^ | ^
    规范管理（40分） | 决算管理 | 报送及时率 | 100% | 100% | {weight} | 40
    合计 | ^ | ^ | ^ | ^ | 100 | 98.8
"""


def errors(score: str, weight: str) -> list[str]:
    """Return the rules that are broken in a form."""
    title = "2023年度预算支出管理绩效考核评分表"
    form = FORM.format(score=score, weight=weight)
    report = read(title, form, kind="self_evaluation", year=2023).report
    assert report.evaluations
    found = pr.check(report, RULES).findings
    return sorted(one.rule for one in found if one.severity == "error")


@pytest.mark.parametrize(
    ("score", "weight", "rules"),
    [
        ("38.8", "40", []),
        ("37.8", "40", ["PI-003-SUM"]),
        ("38.8", "30", ["PI-002", "PI-003", "PI-009"]),
    ],
)
def test_the_rows_below_it_are_indicators(score: str, weight: str, rules: list[str]) -> None:
    """Their points add up to those of their group, and to the total."""
    assert errors(score, weight) == rules
