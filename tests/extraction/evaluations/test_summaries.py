"""A list of self-evaluations beside the forms of the projects that it lists."""

from __future__ import annotations

import pytest
from tests.extraction.said import read

import performance_rules as pr

RULES = pr.RuleSet.for_region()

LIST = """
    序号 | 项目名称 | 全年预算数（万元） | 全年执行数（万元） | {header} | 等级
    1 | 灯塔巡检 | 60.00 | 54.00 | {listed} | 优
    2 | 航道疏浚 | 40.00 | 38.00 | 95.2 | 优
"""
FORM = """
    项目名称 | ^ | {name} | ^ | ^ | ^
    一级指标 | 三级指标 | 目标值 | 完成值 | 分值 | 得分
    产出指标 | 巡检灯塔 | ≥10座 | 12座 | 100 | {score}
    总分 | ^ | ^ | ^ | 100 | {score}
"""


@pytest.mark.parametrize(
    ("said", "rules"),
    [
        ({}, []),
        ({"listed": "96"}, []),  # rounded to whole points
        ({"listed": "93.60"}, ["TXT-003"]),
        ({"listed": "93.60", "header": "复核得分"}, []),
        ({"listed": "93.60", "header": "得分"}, []),  # who gave it is not said
        ({"listed": "93.60", "name": "灯塔维修"}, []),
    ],
)
def test_a_list_tells_the_points_of_the_forms_of_its_projects(
    said: dict[str, str], rules: list[str]
) -> None:
    """What a unit gave itself is one number in the list and in the form of the project."""
    right = {"listed": "96.30", "header": "自评得分", "name": "灯塔巡检", "score": "96.3"}
    one = {**right, **said}
    blocks = (LIST.format(**one), "项目支出绩效自评表", FORM.format(**one))
    report = read("某县航道局绩效自评", *blocks, kind="self_evaluation", year=2023).report
    found = pr.check(report, RULES).findings
    assert [f.rule for f in found if f.rule == "TXT-003"] == rules


MONEY = """
    项目资金（万元） | ^ | 全年预算数 | 全年执行数 | 执行率 | 备注
    年度资金总额 | ^ | {budget} | {spent} | {rate} |
"""


@pytest.mark.parametrize(
    ("said", "rules"),
    [
        ({}, []),
        ({"spent": "45.00", "rate": "75.00%"}, ["TXT-003"]),
        ({"budget": "50.00", "spent": "45.00"}, []),  # another time, or another part of it
        ({"spent": "45.00", "rate": "75.00%", "name": "灯塔维修"}, []),
    ],
)
def test_a_list_tells_the_money_of_the_forms_of_its_projects(
    said: dict[str, str], rules: list[str]
) -> None:
    """What was spent is one amount in the list and in the form, where its budget is the same."""
    right = {"listed": "96.30", "header": "自评得分", "name": "灯塔巡检", "score": "96.3"}
    one = {**right, "budget": "60.00", "spent": "54.00", "rate": "90.00%", **said}
    name, *rows = FORM.strip().split("\n")
    form = "\n".join((name, MONEY.strip(), *rows)).format(**one)
    blocks = (LIST.format(**one), "项目支出绩效自评表", form)
    report = read("某县航道局绩效自评", *blocks, kind="self_evaluation", year=2023).report
    assert [f.rule for f in pr.check(report, RULES).findings if f.rule == "TXT-003"] == rules
