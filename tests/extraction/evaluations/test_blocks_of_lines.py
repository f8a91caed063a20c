"""Indicators that are blocks of lines, each label with what it says beside it."""

from __future__ import annotations

import pytest
from tests.extraction.said import read

import performance_rules as pr

RULES = pr.RuleSet.for_region()

FORM = """
    项目名称 | 灯塔巡检 | 实施单位 | 某县灯塔站
    全年预算数（万元） | 80.00 | 全年执行数（万元） | 72.00
    预算执行率 | {rate} | 执行率得分（满分10分） | 9
    {first} | ^ | ^ | ^
    指标名称 | 巡检灯塔 | 分值 | 60
    年度指标值 | ≥10座 | 实际完成值 | {done}座
    完成率 | {done}0% | 得分 | 60
    偏差原因 | 无 | ^ | ^
    {second} | ^ | ^ | ^
    指标名称 | 船员满意度 | 分值 | 30
    年度指标值 | ≥80% | 实际完成值 | 96%
    完成率 | {completed} | 得分 | 30
    偏差原因 | 无 | ^ | ^
    自评总分（满分100分） | {score} | 自评等级 | {grade}
"""
RIGHT = {"rate": "90%", "done": 12, "completed": "120%", "score": 99, "grade": "优"}
COUNTED = {"first": "指标一（产出指标）", "second": "指标二（满意度指标）"}
GROUPED = {"first": "产出指标（60分）", "second": "满意度指标（30分）"}


def errors(**said: object) -> list[str]:
    """Return the rules that are broken in the form."""
    form = FORM.format(**{**RIGHT, **COUNTED, **said})
    report = read("某县航道局绩效自评表", form, kind="self_evaluation", year=2023).report
    (one,) = report.evaluations
    assert one.funds is not None
    return sorted(f.rule for f in pr.check(report, RULES).findings if f.severity == "error")


@pytest.mark.parametrize(
    ("said", "rules"),
    [
        ({}, []),
        (GROUPED, []),
        ({"rate": "95%"}, ["BUD-001"]),
        ({"done": 9}, ["PI-014"]),
        ({"score": 98}, ["PI-003-SUM"]),
        ({"grade": "中"}, ["PI-004"]),
        ({**GROUPED, "first": "产出指标（50分）"}, ["PI-009"]),
    ],
)
def test_blocks_of_lines_are_indicators(said: dict[str, object], rules: list[str]) -> None:
    """Each block is one indicator; what stands above it names or counts it."""
    assert errors(**said) == rules


def test_a_header_is_no_line_of_a_block() -> None:
    """Labels above what they say are a header, and the indicators stand below."""
    form = """
        三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 完成率
        巡检灯塔 | ≥10座 | 12座 | 100 | 100 | 120%
    """
    (one,) = read("某县航道局绩效自评表", form, kind="self_evaluation").report.evaluations
    assert one.sheet is not None
    assert [line.name for line in one.sheet.breakdowns[0].lines] == ["巡检灯塔"]


def test_the_kind_of_an_indicator_stands_above_its_name() -> None:
    """指标类型 may be the second line of a block; the indicator is what its name says."""
    form = """
        项目名称 | 灯塔巡检 | 实施单位 | 某县灯塔站
        指标名称 | 巡检灯塔 | 指标类型 | 数量指标
        年度目标值 | ≥10座 | 实际完成值 | 12座
        分值 | 60 | 得分 | 60
        指标名称 | 船员满意度 | 指标类型 | 满意度指标
        年度目标值 | ≥80% | 实际完成值 | 96%
        分值 | 40 | 得分 | 40
    """
    (one,) = read("某县航道局绩效自评表", form, kind="self_evaluation").report.evaluations
    assert one.sheet is not None
    lines = one.sheet.breakdowns[0].lines
    assert [line.name for line in lines] == ["数量指标", "满意度指标"]
    assert [line.breakdowns[0].lines[0].name for line in lines] == ["巡检灯塔", "船员满意度"]
