"""A goal told at two places, once by the deed and once as the goal of that."""

from __future__ import annotations

import pytest

import performance_rules as pr
from performance_rules.extraction.documents import extract
from performance_rules.readers.limits import LIMITS
from performance_rules.readers.text import read_text

RULES = pr.RuleSet.for_region()
ERROR = "TXT-003", "error"
TITLE = "临港县航道局2022年度航道维护项目绩效自评报告\n"

WRONG = {
    "the goal of a deed behind it": (
        "一、概况\n项目计划完成护岸植草10,260平方米。\n二、完成\n"
        "全年完成护岸植草9,497平方米，为年度目标10,620平方米。"
    ),
    "the number of a task": (
        "一、年度任务：维护航标终端126台。\n二、产出\n"
        "维护航标终端完成118台，任务数162台，因部分终端停用未完成。"
    ),
    "a goal behind its label": (
        "一、概况\n计划投资163万元，用于完成渔船改造739艘。\n二、产出\n"
        "完成渔船改造：目标≥793艘，实际678艘。"
    ),
    "a goal with a digit wrong": (
        "一、概况\n计划完成护岸植草10,265平方米。\n二、完成\n"
        "全年完成护岸植草9,497平方米，为年度目标10,865平方米。"
    ),
}

RIGHT = {
    "the same goal": (
        "一、概况\n项目计划完成护岸植草10,260平方米。\n二、完成\n"
        "全年完成护岸植草9,497平方米，为年度目标10,260平方米的92.56%。"
    ),
    "the goal of another deed": (
        "一、概况\n项目计划完成护岸植草10,260平方米。\n二、完成\n"
        "全年完成边坡喷播9,497平方米，为年度目标10,620平方米的89.43%。"
    ),
    "the goal of three years": (
        "一、概况\n三年计划完成护岸植草10,260平方米。\n二、完成\n"
        "全年完成护岸植草9,497平方米，为年度目标10,620平方米的89.43%。"
    ),
    "the goal as it was amended": (
        "一、概况\n年初计划完成护岸植草10,260平方米。\n二、完成\n"
        "调整后计划完成护岸植草10,620平方米。"
    ),
    "goals of two places": (
        "东港计划完成护岸植草10,260平方米。\n西港计划完成护岸植草10,620平方米。"
    ),
    "goals of two places in clauses": (
        "东港镇方面，计划完成护岸植草10,260平方米。\n西港镇方面，计划完成护岸植草10,620平方米。"
    ),
    "goal and done": (
        "一、概况\n计划完成护岸植草10,260平方米。\n二、完成\n"
        "全年完成护岸植草10,620平方米，超额完成年度目标。"
    ),
    "next year": (
        "一、概况\n计划完成护岸植草10,260平方米。\n二、下一步\n下年计划完成护岸植草10,620平方米。"
    ),
    "a third goal": (
        "（一）\n计划完成护岸植草10,260平方米。\n（二）\n计划完成护岸植草10,620平方米。\n"
        "（三）\n计划完成护岸植草10,026平方米。"
    ),
    "two parts": "一、概况\n新建护岸植草计划10,260平方米，补植护岸植草计划10,620平方米。",
    "a list by heads": (
        "（一）东港\n计划完成护岸植草10,260平方米。\n（二）西港\n计划完成护岸植草10,620平方米。"
    ),
    "goal of a half year": (
        "上半年计划完成护岸植草10,260平方米。\n全年计划完成护岸植草10,620平方米。"
    ),
    "another unit's goal": "计划维护航标终端126台，计划巡检162台。",
}


def told_twice(text: str) -> list[str]:
    """Return what a report says twice, and not the same."""
    report = extract(read_text((TITLE + text).encode(), "x.txt", "", LIMITS)).report
    found = pr.check(report, RULES).findings
    return [one.message for one in found if (one.rule, one.severity) == ERROR]


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_a_goal_is_told_twice(text: str) -> None:
    """A figure called nothing but a goal is that of the deed beside it or of its label."""
    assert len(told_twice(text)) == 1


@pytest.mark.parametrize("text", RIGHT.values(), ids=RIGHT)
def test_two_goals_are_two(text: str) -> None:
    """Another deed, place, year or period has another goal; what was done is none."""
    assert told_twice(text) == []
