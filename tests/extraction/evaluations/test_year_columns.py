"""Forms with columns for the years of a project beside those of its whole time."""

from __future__ import annotations

import pytest
from tests.extraction.said import read

import performance_rules as pr

RULES = pr.RuleSet.for_region()

MONEY = """
    项目名称 | 航道疏浚 | ^ | ^ | ^ | ^ | ^ | ^
    资金（万元） | 项目 | 2021年 | 2022年 | 2023年 | 三年合计 | 分值 | 得分
    ^ | 预算数 | 80.00 | 90.00 | 100.00 | 270.00 | |
    ^ | 其中：省级资金 | 50.00 | {province} | 60.00 | 165.00 | |
    ^ | 县级资金 | 30.00 | 35.00 | 40.00 | 105.00 | |
    ^ | 执行数 | 72.00 | 81.00 | {spent} | 248.00 | |
    ^ | 执行率 | 90.00% | 90.00% | {rate}% | 91.85% | |
"""
SHEET = """
    一级指标 | 三级指标 | 计量单位 | 三年目标值 | 2022年 | ^ | 2023年 | ^ | 三年累计完成值 | 权重
    ^ | ^ | ^ | ^ | 目标值 | 完成值 | 目标值 | 完成值 | ^ | ^
    产出指标 | 疏浚航道里程 | 公里 | 600 | 280 | 290 | 320 | 345 | {done} | 30
    ^ | 巡检灯塔 | 座 | 40 | 18 | 18 | 22 | 24 | 42 | 30
    ^ | 在用航标 | 座 | 96 | 94 | 94 | 96 | {last} | 97 | 20
    效益指标 | 船舶通过率 | % | 95 | 95 | 96 | 95 | 97 | 97 | 20
    合计 | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | 100
"""


def broken(form: str) -> list[str]:
    """Return the rules that a form breaks."""
    report = read("项目支出中期绩效自评表", form, kind="project_evaluation", year=2023).report
    assert report.evaluations
    return [one.rule for one in pr.check(report, RULES).findings if one.severity == "error"]


@pytest.mark.parametrize(
    ("change", "rules"),
    [
        ({}, []),
        ({"done": "653"}, ["TOT-001"]),
        ({"last": "97"}, []),  # what stands at the end adds up in no form
    ],
)
def test_what_was_done_in_each_year_is_a_part_of_what_was_in_all(
    change: dict[str, str], rules: list[str]
) -> None:
    """Rows of what is counted bear it out; rates and what stands at the end say nothing."""
    right = {"done": "635", "last": "97"}
    assert broken("    项目名称 | 航道疏浚\n" + SHEET.format(**{**right, **change})) == rules


@pytest.mark.parametrize(
    ("change", "rules"),
    [
        ({}, []),
        ({"spent": "59.00"}, ["BUD-001", "TOT-001"]),
        ({"rate": "85.00"}, ["BUD-001"]),
        ({"province": "45.00"}, ["TOT-001"]),
    ],
)
def test_years_across_and_stages_downwards_are_turned(
    change: dict[str, str], rules: list[str]
) -> None:
    """预算数 with its sources below it, 执行数 and 执行率 stand before rows of years."""
    right = {"spent": "95.00", "rate": "95.00", "province": "55.00"}
    form = MONEY.format(**{**right, **change}) + SHEET.format(done="635", last="97").lstrip("\n")
    assert sorted(broken(form)) == rules
