"""Columns of points beside those of a form, and points in brackets without the word for them."""

from __future__ import annotations

import pytest
from tests.extraction.said import read

import performance_rules as pr

RULES = pr.RuleSet.for_region()

REVIEWED = """
    一级指标 | 三级指标 | 分值 | 自评得分 | {header} | 说明
    决策 | 立项规范 | 20 | 20 | 18 |
    过程 | 资金管理 | 30 | 30 | {given} |
    产出 | 补植林木 | 50 | 50 | 47 |
    合计 | ^ | {weight} | 100 | {total} |
"""
LOST = """
    序号 | 指标名称 | 分值 | 扣分 | 得分 | 扣分原因
    1 | 补植林木 | 40 | 0 | 40 |
    2 | 巡护次数 | 30 | 2 | 28 | 雨季道路中断
    3 | 苗木成活率 | 30 | | 30 |
    合计 | ^ | 100 | {lost} | 98 |
"""
FUNDS = """
    资金（万元） | 资金来源 | 全年预算数 | 全年执行数 | 分值 | 得分
    ^ | 年度资金总额 | 90.00 | 81.00 | 10 | 9
"""
BARE = """
    一级指标（分值） | 二级指标（分值） | 三级指标 | 分值 | 完成值 | 得分
    产出指标（60） | 数量指标（{group}） | 补植林木 | 30 | 812株 | 30
    ^ | 时效指标（30） | 补植天数 | 30 | 20天 | 30
    效益指标（{top}） | 生态效益（40） | 苗木成活率 | 40 | 93% | 40
    总分 | ^ | ^ | 100 | ^ | 100
"""


def broken(form: str) -> list[str]:
    """Return the rules that a form breaks."""
    report = read("某县林场项目支出绩效自评表", form, kind="self_evaluation", year=2023).report
    assert len(report.evaluations) == 1
    return sorted(f.rule for f in pr.check(report, RULES).findings if f.severity == "error")


@pytest.mark.parametrize("header", ["复核得分", "专家评分甲"])
@pytest.mark.parametrize(
    ("said", "rules"),
    [
        ({}, []),
        ({"total": 94}, ["TOT-001"]),
        ({"given": 30, "total": 95}, []),
    ],
)
def test_what_others_gave_adds_up_as_well(
    header: str, said: dict[str, int], rules: list[str]
) -> None:
    """The total is of the rows above it, as the points of the form itself attest."""
    right = {"given": 28, "total": 93, "weight": 100}
    assert broken(REVIEWED.format(header=header, **{**right, **said})) == rules


@pytest.mark.parametrize(("lost", "rules"), [("2", []), ("4", ["TOT-001"])])
def test_what_was_taken_off_adds_up(lost: str, rules: list[str]) -> None:
    """An empty cell is nothing taken off."""
    assert broken(LOST.format(lost=lost)) == rules


def test_a_total_that_counts_points_elsewhere_attests_nothing() -> None:
    """With the points of the money in it the total is not that of the rows alone."""
    form = LOST.format(lost=3).replace("| 40 | 0 | 40 |", "| 30 | 0 | 30 |").replace("| 98", "| 97")
    assert broken(FUNDS + form) == []


@pytest.mark.parametrize(
    ("said", "rules"),
    [({}, []), ({"group": 40}, ["PI-009"]), ({"top": 30}, ["PI-009"])],
)
def test_points_in_brackets_need_no_word(said: dict[str, int], rules: list[str]) -> None:
    """Those of one level make a hundred, so that all such brackets hold points."""
    assert broken(BARE.format(**{"group": 30, "top": 40, **said})) == rules
