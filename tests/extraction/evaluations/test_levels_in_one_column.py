"""Indicators of all levels in one column, and kinds of expenditure taken apart below themselves."""

from __future__ import annotations

import pytest
from tests.extraction.said import read

import performance_rules as pr

RULES = pr.RuleSet.for_region()

FORM = """
    项目名称 | 灯塔巡检 | ^ | ^ | ^
    指标 | 分值 | 目标值 | 实际完成值 | 得分
    {}产出指标 | {output} | | |
    {}巡检灯塔 | 30 | ≥20座 | 24座 | 30
    {}更换灯器 | 30 | ≥30套 | 32套 | 30
    {}效益指标 | 40 | | |
    {}船员满意度 | 40 | ≥90% | 95% | 40
    合计 | 100 | | | {score}
"""
SCORED = """
    指标 | 标准分 | 评价得分
    {}管理 | 40 | 36
    {}立项论证 | 15 | 14
    {}招标采购 | 25 | {bought}
    {}产出 | 60 | 57
    {}更换灯器 | 35 | 35
    {}检修浮标 | 25 | 22
    总计 | 100 | 93
"""
NUMBERED = ("一、", "1.", "2.", "二、", "1.")
PLAIN = ("",) * 5
NESTED = """
    部门名称 | ^ | 某县航道局 | ^ | ^
    预算执行（万元） | 项目 | 年初预算数 | 全年预算数 | 全年执行数
    ^ | 年度资金总额 | 60.00 | 80.00 | 72.00
    ^ | 其中：财政拨款 | 50.00 | 70.00 | 64.00
    ^ | 其他资金 | 10.00 | 10.00 | 8.00
    ^ | 基本支出 | 40.00 | 55.00 | 50.00
    ^ | {led}人员经费 | 30.00 | {staff} | 40.00
    ^ | 公用经费 | 10.00 | 10.00 | 10.00
    ^ | 项目支出 | 20.00 | 25.00 | 22.00
    一级指标 | 三级指标 | 年度指标值 | 实际完成值 | ^
    产出指标 | 巡检灯塔 | ≥10座 | 12座 | ^
"""


def errors(form: str) -> list[str]:
    """Return the rules that are broken in a form."""
    report = read("某县航道局绩效自评表", form, kind="self_evaluation", year=2023).report
    assert report.evaluations
    return sorted(f.rule for f in pr.check(report, RULES).findings if f.severity == "error")


@pytest.mark.parametrize("names", [NUMBERED, PLAIN])
@pytest.mark.parametrize(
    ("output", "score", "rules"),
    [(60, 100, []), (60, 99, ["PI-003-SUM"])],
)
def test_groups_stand_above_what_they_hold(
    names: tuple[str, ...], output: int, score: int, rules: list[str]
) -> None:
    """A group and its indicators are not added together, whatever tells which is which."""
    assert errors(FORM.format(*names, output=output, score=score)) == rules


@pytest.mark.parametrize("names", [("A", "A1", "A2", "B", "B1", "B2"), ("",) * 6])
@pytest.mark.parametrize(("bought", "rules"), [(22, []), (19, ["PI-003-SUM", "PI-009"])])
def test_points_alone_tell_what_is_a_group(
    names: tuple[str, ...], bought: int, rules: list[str]
) -> None:
    """Without values a letter tells groups, or that each is what follows and all are a hundred."""
    assert errors(SCORED.format(*names, bought=bought)) == rules


def test_a_group_adds_up() -> None:
    """Numbered groups have the points of what is numbered below them."""
    assert errors(FORM.format(*NUMBERED, output=50, score=100)) == ["PI-009"]


@pytest.mark.parametrize(("staff", "rules"), [("45.00", []), ("47.00", ["TOT-001"])])
@pytest.mark.parametrize("led", ["其中：", ""])
def test_what_follows_a_kind_of_expenditure_is_a_part_of_it(
    led: str, staff: str, rules: list[str]
) -> None:
    """人员经费 and 公用经费 between 基本支出 and 项目支出 are all of the first, and no sources."""
    assert errors(NESTED.format(led=led, staff=staff)) == rules


WIDE = """
    项目名称 | 航道疏浚 | ^ | ^ | ^ | ^
    指标名称 | 单位 | 目标值 | 完成值 | 分值 | 得分
    产出指标（{points}分） | ^ | ^ | ^ | ^ | ^
    疏浚航道里程 | 公里 | 320 | 345 | 40 | 40
    巡检灯塔 | 座 | 12 | 14 | 20 | 20
    效益指标（40分） | ^ | ^ | ^ | ^ | ^
    船舶通过率 | % | 95 | 96 | 40 | 40
    合计 | | | | 100 | 100
"""


@pytest.mark.parametrize(("points", "rules"), [("60", []), ("50", ["PI-009"])])
def test_a_name_over_the_whole_width_stands_above_those_below_it(
    points: str, rules: list[str]
) -> None:
    """Such a name has no figures of its own; the points in its brackets are those of its rows."""
    made = read(
        "某县航道局绩效自评表", WIDE.format(points=points), kind="self_evaluation", year=2023
    )
    found = pr.check(made.report, pr.RuleSet.for_region()).findings
    assert [one.rule for one in found if one.severity == "error"] == rules
