"""Targets that are dates, and prose beside a form that tells an indicator otherwise."""

from __future__ import annotations

import pytest
from tests.extraction.said import read

import performance_rules as pr

RULES = pr.RuleSet.for_region()

DATED = """
    项目名称 | 灯塔巡检 | ^ | ^ | ^
    三级指标 | 目标值 | 实际值 | 分值 | 得分
    巡检完成时间 | {target} | {actual} | 40 | {score}
    巡检灯塔 | ≥20座 | 24座 | 60 | 60
"""
FORM = """
    项目名称 | 灯塔巡检 | ^ | ^ | ^
    三级指标 | 目标值 | 实际值 | 分值 | 得分
    巡检灯塔数量 | ≥20座 | 24座 | 40 | 40
    更换灯器 | ≥1,200套 | 1,350套 | 30 | 30
    船员满意度 | ≥90% | 95% | 30 | 30
"""


def errors(*blocks: str) -> list[str]:
    """Return the rules that are broken in a document with a form."""
    title = "某县航道局2023年度灯塔巡检项目绩效自评报告"
    report = read(title, *blocks, kind="project_evaluation", year=2023).report
    assert report.evaluations
    return [one.rule for one in pr.check(report, RULES).findings if one.severity == "error"]


@pytest.mark.parametrize(
    ("target", "actual", "late"),
    [
        ("2023年11月30日前", "2023年11月30日", False),
        ("2023年11月30日前", "2023年12月1日", True),
        ("2023年11月底前", "2023年11月28日", False),
        ("2023年11月底前完成", "已于12月3日完成", True),
        ("≤2023年10月", "2023年10月31日", False),
        ("不晚于2023年10月", "2023年11月", True),
        ("2023年底前", "2023年12月", False),
        ("2023年底前", "2024年1月5日", True),
        ("6月中旬前", "6月20日", False),
        ("6月中旬前", "6月下旬", True),
        ("12月前", "12月", False),  # before or within it is not said
        ("2023年11月", "2023年12月", False),  # neither is said to be the last day
        ("2023年11月30日前", "2023年12月、2024年1月", False),
    ],
)
def test_a_date_behind_its_target_earns_less_than_all(target: str, actual: str, late: bool) -> None:
    """A date is behind another where its first possible day is behind the last of that."""
    form = DATED.format(target=target, actual=actual, score=40)
    assert errors(form) == (["PI-014"] if late else [])
    assert errors(DATED.format(target=target, actual=actual, score=30)) == []


@pytest.mark.parametrize(
    ("prose", "slip"),
    [
        ("全年巡检灯塔24座，更换灯器1,350套。", False),
        ("全年巡检灯塔42座，更换灯器1,350套。", True),
        ("全年更换灯器1,530套。", True),
        ("计划巡检灯塔20座。", False),
        ("其中北区巡检灯塔21座。", False),
        ("2022年巡检灯塔21座。", False),
        ("全年巡检浮标42座。", False),
        ("船员满意度达到94%。", False),  # so many things are near a hundred
    ],
)
def test_prose_tells_an_indicator_with_a_slip(prose: str, slip: bool) -> None:
    """Prose under the whole name of an indicator is of that, where one digit sets them apart."""
    assert errors(prose, FORM) == (["TXT-003"] if slip else [])
