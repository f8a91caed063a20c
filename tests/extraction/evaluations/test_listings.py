"""Lists of projects with their points: a form in each row, and the total of their money."""
# ruff: noqa: E501 - forms are wide

from __future__ import annotations

import pytest
from tests.extraction.said import read

import performance_rules as pr

RULES = pr.RuleSet.for_region()

LIST = """
    序号 | 项目名称 | 预算安排 | ^ | 支出金额 | 执行率 | 自评得分 | ^ | ^ | ^ | 自评等级 | 备注
    ^ | ^ | 年初预算 | 调整预算 | ^ | ^ | 预算执行（10分） | 产出（50分） | 效益（40分） | 总分 | ^ | ^
    1 | 灯塔巡检 | 90.00 | 80.00 | 72.00 | {rate} | 9 | 46 | 38 | 93 | 优 |
    2 | 疏浚航道 | 60.00 | 70.00 | 56.00 | 80% | 8 | {output} | 36 | 84 | {grade} |
    3 | 更换灯器 | 50.00 | 50.00 | 50.00 | 100% | 10 | 48 | 39 | 97 | 优 |
    合计 | ^ | 200.00 | 200.00 | {spent} | {all} | | | | | |
    平均得分 | ^ | | | | | | | | 91.33 | |
"""
RIGHT = {
    "rate": "90%",
    "output": 40,
    "grade": "良",
    "spent": "178.00",
    "all": "89%",
}
BANDS = """
    注：自评等级：95分（含）以上为优，85分（含）至95分为良，60分（含）至85分为中，60分以下为差。
"""
MONEY = """
    序号 | 项目名称 | 预算数 | 执行数 | 执行率
    1 | 灯塔巡检 | 80.00 | 72.00 | 90%
    2 | 疏浚航道 | 70.00 | 56.00 | 80%
    合计 | ^ | 150.00 | 128.00 | 85.33%
"""


def report_of(*blocks: str) -> pr.Report:
    """Return what a document with a list says."""
    title = "某县航道局2023年度项目支出绩效自评结果汇总表"
    return read(title, *blocks, kind="self_evaluation", year=2023).report


def errors(report: pr.Report) -> list[str]:
    """Return the rules that a report breaks."""
    return sorted(f.rule for f in pr.check(report, RULES).findings if f.severity == "error")


@pytest.mark.parametrize(
    ("said", "rules"),
    [
        ({}, []),
        ({"rate": "95%"}, ["BUD-001"]),
        ({"output": 45}, ["PI-003-SUM"]),
        ({"grade": "优"}, ["PI-004"]),
        ({"spent": "188.00", "all": "94%"}, ["TOT-001"]),
        ({"all": "98%"}, ["BUD-001"]),
    ],
)
def test_each_row_of_a_list_is_a_form(said: dict[str, object], rules: list[str]) -> None:
    """Points make the total of their row, money that of its column; a mean is no total."""
    report = report_of(LIST.format(**{**RIGHT, **said}))
    assert [form.name for form in report.evaluations] == ["灯塔巡检", "疏浚航道", "更换灯器"]
    assert errors(report) == rules


def test_points_that_do_not_make_the_total_in_most_rows_are_not_all() -> None:
    """Where the list leaves points out, no row of it is wrong."""
    form = LIST.replace("| 93 |", "| 98 |").replace("| 97 |", "| 99 |")
    assert errors(report_of(form.format(**RIGHT))) == []


@pytest.mark.parametrize(("grade", "rules"), [("良", ["MAT-010"] * 2), ("中", ["MAT-010"])])
def test_grades_are_those_of_the_bands_that_are_told(grade: str, rules: list[str]) -> None:
    """A document with bands of its own is judged by these, in its forms as in its prose."""
    assert errors(report_of(LIST.format(**{**RIGHT, "grade": grade}), BANDS)) == rules


def test_a_list_without_points_is_no_form() -> None:
    """What only budgets and spends is a table as any other."""
    assert report_of(MONEY).evaluations == ()


BARE = """
    项目名称 | 年初预算 | 全年预算 | 执行数 | 执行率 | 产出 | 效益 | 执行 | 总分 | 等级
    灯塔巡检 | 80.00 | 75.00 | 72.00 | 96% | 50 | 40 | 9.6 | {score} | 优
    疏浚航道 | 60.00 | 70.00 | 56.00 | 80% | 45 | 38 | 8 | 91 | 优
    更换灯器 | 50.00 | 50.00 | 50.00 | 100% | 40 | 35 | 10 | 85 | 良
"""


@pytest.mark.parametrize(("score", "rules"), [("99.6", []), ("98.6", ["PI-003-SUM"])])
def test_groups_are_told_by_their_names(score: str, rules: list[str]) -> None:
    """产出 and 效益 before a total are points; 执行 beside 执行数 is no second outturn."""
    assert errors(report_of(BARE.format(score=score))) == rules


@pytest.mark.parametrize(("grade", "rules"), [("良", []), ("中", ["MAT-010"])])
def test_a_note_inside_the_grid_is_no_row(grade: str, rules: list[str]) -> None:
    """It may state the bands of the grades; the rows are those that say more than one thing."""
    note = BANDS.strip().replace("85", "80")
    form = LIST.format(**{**RIGHT, "grade": grade}).rstrip() + f"\n    {note}" + " | ^" * 11
    assert errors(report_of(form.replace("| 93 | 优", "| 93 | 良"))) == rules
