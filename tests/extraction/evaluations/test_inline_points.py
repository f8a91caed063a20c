"""Indicators in blocks of lines whose points stand with their labels, and what money is made of."""

from __future__ import annotations

import pytest
from tests.extraction.said import read

import performance_rules as pr

RULES = pr.RuleSet.for_region()

FORM = """
    项目名称 | 灯塔开放 | ^ | ^
    年初预算数 | 80.00 | 实际支出数 | {spent}
    实际支出构成 | 讲解补助 | 30.00 | ^
    ^ | 导览印刷 | 25.00 | ^
    ^ | 场地租赁 | {rent} | ^
    指标1 | 指标名称 | 开放场次 | ^
    ^ | 年度目标值 | 不少于40场 | 权重：60
    ^ | 实际完成值 | {held}场 | 得分：60
    ^ | 偏差说明 |  | ^
    指标2 | 指标名称 | 参观人次 | ^
    ^ | 年度目标值 | 不少于9000人次 | 权重：40
    ^ | 实际完成值 | 9600人次 | 得分：{score}
    ^ | 偏差说明 |  | ^
"""


def errors(held: str = "42", score: str = "40", rent: str = "15.00") -> list[str]:
    """Return the rules that are broken in a form."""
    form = FORM.format(held=held, score=score, rent=rent, spent="70.00")
    report = read("灯塔开放项目绩效自评表", form, kind="project_evaluation", year=2023).report
    assert report.evaluations
    return [one.rule for one in pr.check(report, RULES).findings if one.severity == "error"]


@pytest.mark.parametrize(
    ("held", "score", "rent", "rules"),
    [
        ("42", "40", "15.00", []),
        ("38", "40", "15.00", ["PI-014"]),
        ("42", "44", "15.00", ["PI-003"]),
        ("42", "40", "51.00", ["TOT-001"]),
    ],
)
def test_points_beside_their_label_are_those_of_the_indicator(
    held: str, score: str, rent: str, rules: list[str]
) -> None:
    """And what stands beside 实际支出构成 is all that was spent."""
    assert errors(held, score, rent) == rules
