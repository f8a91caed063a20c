"""Which rows of the money of a form are parts of which, and which numbers beside it are points."""

from __future__ import annotations

import pytest
from tests.extraction.said import read

import performance_rules as pr

RULES = pr.RuleSet.for_region()

NATURES = """
    部门名称 | ^ | 某县航道局 | ^ | ^ | ^ | ^
    部门资金（万元） | ^ | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 得分
    ^ | 年度资金总额 | 60.00 | 80.00 | 72.00 | 10 | 9
    ^ | 基本支出 | 40.00 | {basic} | 50.00 | ^ | ^
    ^ | 项目支出 | 20.00 | 25.00 | 22.00 | ^ | ^
    ^ | 其他 | {other} | {rest} | 0.00 | ^ | ^
"""
BELOW = """
    部门名称 | ^ | 某县航道局 | ^ | ^ | ^ | ^
    部门资金（万元） | ^ | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 得分
    ^ | 年度资金总额 | 60.00 | 80.00 | 72.00 | 10 | 9
    ^ | 基本支出 | 40.00 | 55.00 | 50.00 | ^ | ^
    ^ | 项目支出 | 20.00 | 25.00 | 22.00 | ^ | ^
    ^ | 其中：疏浚 | 14.00 | {first} | {spent} | ^ | ^
    ^ | 航标 | 6.00 | 8.00 | 6.00 | ^ | ^
"""
TITLED = """
    部门整体支出绩效自评表 | ^ | ^ | ^ | ^ | ^
    {titles}
    部门名称 | 某县航道局 | ^ | ^ | ^ | ^
    部门资金 | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 得分
    年度资金总额 | 60.00 | 80.00 | 72.00 | 10 | 9
    基本支出 | 40.00 | 55.00 | 50.00 | ^ | ^
    项目支出 | 20.00 | 25.00 | 22.00 | ^ | ^
"""
PAIRS = """
    项目名称 | 航道疏浚 | ^ | ^ | ^ | ^
    预算安排（万元） | 80.00 | 实际支出（万元） | 72.00 | 预算执行率 | 90.00%
    预算执行分值 | 10 | 预算执行得分 | {points} | 资金结余（万元） | 8.00
    一级指标 | 三级指标 | 目标值 | 完成值 | 分值 | 得分
    产出指标 | 疏浚航道 | ≥30公里 | 32公里 | 90 | 90
    总分（含预算执行得分） | ^ | ^ | ^ | 100 | {score}
"""


def errors(form: str) -> list[str]:
    """Return the rules that are broken in a form."""
    report = read("某县航道局绩效自评表", form, kind="self_evaluation", year=2023).report
    assert report.evaluations
    return [one.rule for one in pr.check(report, RULES).findings if one.severity == "error"]


@pytest.mark.parametrize(
    ("basic", "other", "rest", "rules"),
    [
        ("55.00", "0.00", "0.00", []),
        ("52.00", "—", "3.00", []),
        ("52.00", "0.00", "0.00", ["TOT-001"]),
    ],
)
def test_other_money_behind_the_two_natures_is_what_is_neither(
    basic: str, other: str, rest: str, rules: list[str]
) -> None:
    """其他 closes the list that it stands in, and is no list of sources of its own."""
    assert errors(NATURES.format(basic=basic, other=other, rest=rest)) == rules


@pytest.mark.parametrize(
    ("first", "spent", "rules"),
    [
        ("17.00", "16.00", []),
        ("17.00", "12.00", ["TOT-001"]),
        ("15.00", "12.00", []),  # one stage alone may add up by chance
    ],
)
def test_two_stages_bear_out_that_the_rows_below_are_all(
    first: str, spent: str, rules: list[str]
) -> None:
    """How far 其中 goes nothing says; the stages whose rows make the whole do."""
    assert errors(BELOW.format(first=first, spent=spent)) == rules


@pytest.mark.parametrize(
    ("points", "score", "rules"), [("9", "99", []), ("9", "97", ["PI-003-SUM"])]
)
def test_what_ends_in_points_is_no_money(points: str, score: str, rules: list[str]) -> None:
    """预算执行分值 among the money is what the execution may earn, and no source of money."""
    assert errors(PAIRS.format(points=points, score=score)) == rules


@pytest.mark.parametrize(
    "titles",
    [
        "（2022年度） | ^ | ^ | ^ | 单位：万元 | ^",
        "填报日期：2023年3月 | ^ | ^ | ^ | 金额单位：万元 | ^",
    ],
)
def test_year_and_unit_in_one_row_are_no_row_of_the_form(titles: str) -> None:
    """（2022年度） on the left and 单位：万元 on the right are said of all that stands below."""
    paper = read(TITLED.format(titles=titles), kind="self_evaluation", year=2022)
    (form,) = paper.report.evaluations
    assert form.year == 2022
    assert form.funds is not None
    assert form.funds.final is not None
    assert str(form.funds.final.statements[0].value) == "72.00万元"
