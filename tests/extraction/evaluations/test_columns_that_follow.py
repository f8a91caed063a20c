"""Columns that follow from others of their row: worked out where the rows bear them out."""

from __future__ import annotations

import pytest
from tests.extraction.said import read

import performance_rules as pr

RULES = pr.RuleSet.for_region()

FORM = """
    项目名称 | 灯塔巡检 | ^ | ^ | ^ | ^ | ^ | ^
    三级指标 | 目标值 | 实际值 | {head} | 分值 | 得分 | 偏差原因分析
    巡检灯塔 | ≥40座 | 42座 | {0} | 20 | 20 |
    更换灯器 | ≥50套 | 45套 | {1} | 20 | 18 | 两座灯塔停电
    修复时限 | ≤5天 | 4天 | {2} | 20 | 20 |
    灯质合格率 | ≥95% | 95% | {3} | 20 | 20 |
    船员满意度 | ≥90% | 99% | {4} | 20 | 20 |
    总分 | ^ | ^ | ^ | 100 | 98 |
"""


def errors(form: str) -> list[str]:
    """Return the rules that are broken in a form."""
    report = read("某县航道局绩效自评表", form, kind="self_evaluation", year=2023).report
    assert report.evaluations
    return [one.rule for one in pr.check(report, RULES).findings if one.severity == "error"]


@pytest.mark.parametrize(
    ("head", "cells", "rules"),
    [
        ("偏离度（%）", "5|-10|-20|0|10", []),
        ("偏离度", "5%|10%|20%|0%|10%", []),  # without a sign, some say only how far
        ("偏离度（%）", "5|-10|-20|0|15", ["PI-031"]),
        ("完成率", "105%|90%|80%|100%|110%", []),
        ("完成率", "100%|90%|100%|100%|100%", []),  # no more than all
        ("完成率", "105%|90%|125%|100%|110%", []),  # the less the better: turned about
        ("完成率", "1.05|0.9|0.8|1|1.1", []),
        ("完成率", "105%|95%|80%|100%|110%", ["BUD-001-PAIR"]),
        ("得分系数（%）", "100|90|100|100|100", []),
        ("得分系数", "1|0.9|1|1|1", []),
        ("得分系数", "1|0.8|1|1|1", ["BUD-001-PAIR"]),
        ("扣分", "0|2|0|0|0", []),
        ("扣分", "|2||0|0", []),
        ("扣分", "0|2|0|0|1", ["PI-032"]),
        ("扣分", "5|6|7|8|9", []),  # something else is called so
        ("偏离度", "1|2|3|4|5", []),
    ],
)
def test_a_column_follows_from_the_figures_of_its_row(
    head: str, cells: str, rules: list[str]
) -> None:
    """Most rows say how the column was worked out; one that is worked out otherwise is wrong."""
    assert errors(FORM.format(*cells.split("|"), head=head)) == rules


GROWTH = """
    三级指标 | 目标值 | {} | {} | 比上年增长（%） | 分值 | 得分
    巡检灯塔 | ≥40座 | 40座 | 42座 | 5 | 50 | 50
    更换灯器 | ≥40套 | 50套 | 45套 | -10 | 30 | 30
    补给淡水 | ≥80吨 | 80吨 | 88吨 | {} | 20 | 20
    总分 | ^ | ^ | ^ | ^ | 100 | 100
"""


@pytest.mark.parametrize(("rate", "rules"), [("10", []), ("20", ["YOY-001"])])
@pytest.mark.parametrize(
    ("before", "now"), [("上年完成值", "实际值"), ("2022年完成值", "2023年完成值")]
)
def test_a_growth_is_that_over_the_year_before(
    before: str, now: str, rate: str, rules: list[str]
) -> None:
    """上年完成值 is what 比上年增长 is measured by, and no figure of this year."""
    assert errors(GROWTH.format(before, now, rate)) == rules
