"""Columns that are the quarters of the year of a form."""

from __future__ import annotations

import pytest
from tests.extraction.said import read

import performance_rules as pr

RULES = pr.RuleSet.for_region()

FORM = """
    资金（万元） | 全年预算数 | 一季度支出 | 二季度支出 | 三季度支出 | 四季度支出 | 全年支出数
    资金总额 | 80.00 | 10.00 | 20.00 | 20.00 | {money} | 72.00
    财政拨款 | 70.00 | 8.00 | 18.00 | 18.00 | 20.00 | 64.00
    其他资金 | 10.00 | 2.00 | 2.00 | 2.00 | 2.00 | 8.00
    三级指标 | 目标值 | 第一季度 | 第二季度 | 第三季度 | 第四季度 | 全年完成值 | 分值 | 得分
    巡检灯塔 | ≥20座 | 5座 | 5座 | 6座 | {lights} | 24座 | 40 | 40
    更换灯器 | ≥30套 | 8套 | 8套 | 8套 | 8套 | 32套 | 30 | 30
    船员满意度 | ≥80% | 90% | 92% | 94% | 96% | 93% | 30 | 30
"""


def errors(form: str) -> list[str]:
    """Return the rules that are broken in a form."""
    report = read("某县航道局绩效自评表", form, kind="self_evaluation", year=2023).report
    assert report.evaluations
    return [one.rule for one in pr.check(report, RULES).findings if one.severity == "error"]


@pytest.mark.parametrize(
    ("money", "lights", "rules"),
    [
        ("22.00", "8座", []),
        ("24.00", "8座", ["TOT-001"]),
        ("22.00", "9座", ["TOT-001"]),
        ("22.00", "", []),
    ],
)
def test_quarters_add_up_to_the_year(money: str, lights: str, rules: list[str]) -> None:
    """What was spent and done in four quarters is that of the year, and no rate is."""
    assert errors(FORM.format(money=money, lights=lights)) == rules


def test_quarters_from_january_on_are_no_parts() -> None:
    """Where the rows do not add up, each quarter tells what was done up to its end."""
    form = """
        三级指标 | 目标值 | 一季度 | 二季度 | 三季度 | 四季度 | 全年完成值 | 分值 | 得分
        巡检灯塔 | ≥20座 | 5座 | 10座 | 16座 | 24座 | 24座 | 50 | 50
        更换灯器 | ≥30套 | 8套 | 16套 | 24套 | 32套 | 32套 | 50 | 50
    """
    assert errors(form) == []
