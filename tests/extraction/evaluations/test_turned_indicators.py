"""Indicators side by side, what is said of them in rows; and forms of one label in each row."""

from __future__ import annotations

import pytest
from tests.extraction.said import read

import performance_rules as pr

RULES = pr.RuleSet.for_region()

MONEY = """
    项目名称 | 灯塔巡检 | ^ | ^ | ^
    资金（万元） | ^ | 全年预算数 | 全年执行数 | 执行率
    资金总额 | ^ | 80.00 | 72.00 | 90.00%
"""
ACROSS = """
    一级指标 | 产出指标（60分） | ^ | 效益指标（40分） | 合计
    三级指标 | 巡检灯塔 | 修复时限 | 船员满意度 | ^
    指标值 | ≥10座 | ≤5天 | ≥80% | ^
    完成值 | {done} | 4天 | 96% | ^
    完成率 | {rate} | 80% | 120% | ^
    分值 | 40 | {weight} | 40 | 100
    得分 | 40 | 20 | 40 | {score}
    未完成原因 | 无 | 无 | 无 | ^
"""
RIGHT = {"done": "12座", "rate": "120%", "weight": 20, "score": 100}
DOWN = """
    项目名称 | 灯塔巡检
    实施单位 | 某县灯塔站
    全年预算数（万元） | 80.00
    其中：财政拨款 | 70.00
    其他资金 | {other}
    全年执行数（万元） | 72.00
    其中：财政拨款 | 64.00
    其他资金 | 8.00
    预算执行率 | {rate}
    执行率得分（10分） | 9
    指标名称 | 巡检灯塔
    指标值 | ≥10座
    完成值 | {done}
    分值 | 60
    得分 | 60
    指标名称 | 船员满意度
    指标值 | ≥80%
    完成值 | 96%
    分值 | 30
    得分 | 30
    总分 | {score}
"""
BESIDE = """
    指标1 | 指标名称 | 巡检灯塔
    ^ | 指标值 | ≥10座
    ^ | 完成值 | {done}
    ^ | 分值 | 60
    ^ | 得分 | 60
    指标2 | 指标名称 | 船员满意度
    ^ | 指标值 | ≥80%
    ^ | 完成值 | 96%
    ^ | 分值 | 40
    ^ | 得分 | 40
    总分 | ^ | {score}
"""


def errors(form: str) -> list[str]:
    """Return the rules that are broken in a form."""
    report = read("某县航道局绩效自评表", form, kind="self_evaluation", year=2023).report
    (one,) = report.evaluations
    assert one.sheet is not None
    return sorted(f.rule for f in pr.check(report, RULES).findings if f.severity == "error")


@pytest.mark.parametrize(
    ("said", "rules"),
    [
        ({}, []),
        ({"done": "9座", "rate": "90%"}, ["PI-014"]),
        ({"rate": "130%"}, ["BUD-001-PAIR"]),
        ({"weight": 30}, ["PI-009"]),
        ({"score": 98}, ["PI-003-SUM"]),
    ],
)
def test_indicators_stand_side_by_side(said: dict[str, object], rules: list[str]) -> None:
    """Each column is an indicator, the last one may be their total."""
    form = MONEY + ACROSS.format(**{**RIGHT, **said})
    assert [rule for rule in errors(form) if rule != "PI-002"] == rules


@pytest.mark.parametrize(
    ("said", "rules"),
    [
        ({}, []),
        ({"other": "20.00"}, ["TOT-001"]),
        ({"rate": "85%"}, ["BUD-001"]),
        ({"done": "9座"}, ["PI-014"]),
        ({"score": 98}, ["PI-003-SUM"]),
    ],
)
def test_one_label_in_each_row(said: dict[str, object], rules: list[str]) -> None:
    """Money is of the stage that was named above it; an indicator begins where its label comes."""
    right = {"other": "10.00", "rate": "90%", "done": "12座", "score": 99}
    assert errors(DOWN.format(**{**right, **said})) == rules


@pytest.mark.parametrize(
    ("done", "score", "rules"),
    [("12座", 100, []), ("9座", 100, ["PI-014"]), ("12座", 99, ["PI-003-SUM"])],
)
def test_a_cell_goes_down_beside_each_indicator(done: str, score: int, rules: list[str]) -> None:
    """What only counts the indicators is no name of theirs."""
    assert errors(BESIDE.format(done=done, score=score)) == rules
