"""Rows of a form that take an amount apart, and tables below titles of their own."""

from __future__ import annotations

import pytest
from tests.extraction.said import read

import performance_rules as pr

RULES = pr.RuleSet.for_region()

FORM = """
    项目名称 | 航道疏浚 | ^ | ^ | ^ | ^
    项目计划总投资（万元） | 80.00 | 其中：财政资金 | {planned} | 自筹资金 | 30.00
    项目实际总投资（万元） | 76.00 | 其中：{source} | {paid} | 自筹资金 | 28.00
    一、资金支出内容 | ^ | ^ | ^ | ^ | ^
    支出内容 | ^ | 数量 | 单价（元） | 总金额（万元） | ^
    清淤船租赁 | ^ | 12 | 15000 | {amount} | ^
    航标更换 | ^ | 40 | 6500 | 26.00 | ^
    灯器维修 | ^ | 20 | 7500 | 15.00 | ^
    水深测量 | ^ | 2 | 85000 | 17.00 | ^
    合计 | ^ | | | {all} | ^
    二、评价打分 | ^ | ^ | ^ | ^ | ^
    一级指标 | 三级指标 | 目标值 | 完成值 | 分值 | 得分
    产出指标 | 疏浚航道里程 | ≥320公里 | 345公里 | 100 | 100
    总分 | ^ | ^ | ^ | 100 | 100
"""
RIGHT = {
    "planned": "50.00",
    "source": "财政资金",
    "paid": "48.00",
    "amount": "18.00",
    "all": "76.00",
}


@pytest.mark.parametrize(
    ("change", "rules"),
    [
        ({}, []),
        ({"paid": "58.00"}, ["TOT-001"]),
        ({"paid": "38.00"}, ["TOT-001"]),
        ({"paid": "38.00", "source": "县级资金"}, []),  # nothing says that these two are all
        ({"paid": "58.00", "source": "县级资金"}, ["TOT-001-PARTS"]),
        ({"amount": "28.00", "all": "86.00"}, ["MAT-001"]),
        ({"all": "86.00"}, ["TOT-001"]),
    ],
)
def test_a_row_takes_its_amount_apart(change: dict[str, str], rules: list[str]) -> None:
    """What another row with the same labels bears out is whole; others are no more than that."""
    form = FORM.format(**{**RIGHT, **change})
    report = read("某县航道局绩效评价表", form, kind="project_evaluation", year=2023).report
    assert report.evaluations
    found = [one.rule for one in pr.check(report, RULES).findings if one.severity == "error"]
    assert found == rules


LABELS = """
    项目名称 | 航道疏浚 | 项目负责人 | 李某 | ^
    预算数（万元） | 80.00 | 其中：财政拨款 | 60.00 | 其他资金：20.00
    执行数（万元） | 72.00 | 其中：财政拨款 | {paid} | 其他资金：18.00
    执行率 | {rate} | 结余（万元） | 8.00 | ^
"""


@pytest.mark.parametrize(
    ("change", "rules"),
    [({}, []), ({"rate": "95.00%"}, ["BUD-001"]), ({"paid": "64.00"}, ["TOT-001"])],
)
def test_a_form_may_tell_its_money_beside_labels_alone(
    change: dict[str, str], rules: list[str]
) -> None:
    """A budget and what was spent of it make a form under the title of one, without indicators."""
    form = LABELS.format(**{"paid": "54.00", "rate": "90.00%", **change})
    report = read("某县航道局绩效自评表", form, kind="project_evaluation", year=2023).report
    assert len(report.evaluations) == 1
    found = [one.rule for one in pr.check(report, RULES).findings if one.severity == "error"]
    assert found == rules
