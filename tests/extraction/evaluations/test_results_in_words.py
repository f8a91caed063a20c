"""What a form says in words of all that was done: it repeats its goal, or speaks of every one."""

from __future__ import annotations

import pytest
from tests.extraction.said import read

import performance_rules as pr

RULES = pr.RuleSet.for_region()

FORM = """
    项目名称 | ^ | 灯塔巡检 | ^ | ^
    总体目标 | {goals} | ^ | {results} | ^
    ^ | {goal} | ^ | {done} | ^
    绩效指标 | 一级指标 | 三级指标 | 年度指标值 | 实际完成值
    ^ | 产出指标 | 举办船员安全培训场次 | ≥8场 | {held}场
    ^ | 产出指标 | 更换灯器数量 | ≥30套 | {lamps}套
    ^ | 效益指标 | 修复时限 | ≤5天 | 4天
    指标完成情况 | {all} | ^ | ^ | ^
"""
RIGHT = {
    "goals": "年初设定目标",
    "results": "全年实际完成情况",
    "goal": "举办培训8场，更换灯器30套。",
    "done": "已举办培训8场。",
    "held": 8,
    "lamps": 30,
    "all": "无",
}


def found(**said: object) -> list[tuple[str, str]]:
    """Return the rules that the form breaks, with how severe that is."""
    form = FORM.format(**{**RIGHT, **said})
    report = read("某县航道局绩效自评表", form, kind="self_evaluation", year=2023).report
    assert report.evaluations
    severities = ("error", "review")
    findings = pr.check(report, RULES).findings
    return [(one.rule, one.severity) for one in findings if one.severity in severities]


@pytest.mark.parametrize(
    ("said", "severity"),
    [
        ({}, ""),
        ({"held": 9}, "error"),  # the goal was to hold eight, eight were held: those
        ({"held": 9, "done": "已举办讲座8场。"}, ""),
        ({"held": 9, "goal": "举办培训7场，更换灯器30套。", "done": "已举办培训7场。"}, ""),
        ({"held": 9, "goal": "举办培训8场，举办讲座8场。"}, ""),  # which of the two cannot be told
        ({"lamps": 32, "done": "已更换30套。"}, "error"),
        ({"lamps": 31, "done": "更换灯器32套。"}, "error"),  # one digit apart
        (
            {"lamps": 31, "results": "年度总体目标完成情况综述", "done": "更换灯器32套。"},
            "error",
        ),
    ],
)
def test_results_repeat_the_goal(said: dict[str, object], severity: str) -> None:
    """Results call an indicator by less than its name where its goal had the same number."""
    assert found(**said) == ([("TXT-003", severity)] if severity else [])


@pytest.mark.parametrize(
    ("told", "lamps", "claimed"),
    [
        ("共设置三级指标3项，全部完成，完成率100%。", 30, False),
        ("共设置三级指标3项，全部完成，完成率100%。", 28, True),
        ("各项绩效指标均已按期完成。", 28, True),
        ("所有指标都达到年初设定的目标值；资金全部支付。", 28, True),
        ("除更换灯器外，各项指标均已完成。", 28, False),
        ("产出指标全部完成。", 28, False),
        ("指标基本完成。", 28, False),
        ("灯塔全部完成巡检。", 28, False),
    ],
)
def test_a_sentence_speaks_of_every_indicator(told: str, lamps: int, claimed: bool) -> None:
    """指标全部完成 is said of each; of which ones, every word of the sentence has to leave open."""
    rules = found(all=told, lamps=lamps, done="已按计划完成。")
    assert rules == ([("PI-030", "error")] if claimed else [])
