"""Reasons: one place judges whether what stands where a reason belongs is one."""

from __future__ import annotations

import pytest

from performance_rules import Report, RuleSet, check
from performance_rules.lexicon.lexicon import shipped_lexicon

NONE = [
    "无",
    "无。",
    "暂无",
    "没有原因",
    "无特殊原因",
    "主要原因是无",
    "主要原因：无",
    "无其他说明",
    "原因不详",
    "不详",
    "待查",
    "待补充",
    "未报批准",
    "未报经批准",
    "没有报批",
    "未获批复",
    "未取得批准",
    "未履行审批手续",
    "未作说明",
    "尚未填写原因",
    "2023年",
    "2023年度",
    "二〇二三年度",
    "上年",
    "主要是本年度",
    "主要原因是2023年度",
    "/",
    "—",
    "不适用",
    "公务接待费",
    "人员经费",
]
"""Texts that give no reason."""

SAID = [
    "无房职工增加",
    "无人机采购减少",
    "没有安排出国团组",
    "未安排因公出国（境）",
    "未发生车辆购置",
    "无公务用车购置计划",
    "2023年新录用六人",
    "上年有一次性补助",
    "本年度退休三人",
    "2022年购车",
    "主要原因是人员调入",
    "待遇调整",
    "待岗人员减少",
    "未休假补贴发放",
    "来访批次减少",
    "未报废的车辆维修增多",
    "没有审批事项，差旅减少",
    "去年工程完工",
    "不明水体治理项目启动",
    "略有增员",
]
"""Texts near them that do give one."""


@pytest.mark.parametrize("text", NONE)
def test_what_denies_a_reason_or_is_a_year_alone_is_none(text: str) -> None:
    """A denial, a blank, an approval that was not asked for, and a bare year say no reason."""
    assert not shipped_lexicon().is_reason(text)


@pytest.mark.parametrize("text", SAID)
def test_what_happened_or_did_not_happen_is_a_reason(text: str) -> None:
    """The same words within a sentence about something are part of its reason."""
    assert shipped_lexicon().is_reason(text)


def asked(reason: str) -> bool:
    """Return whether a reason for more spent on receptions is asked for."""
    said = {"reason": reason} if reason else {}
    change = {"change": "1,000.00元", "rate": "20.00%", **said}
    reception = {"final": {"value": "6,000.00元", "vs_prior": change}, "notes": ["来访两批"]}
    report = {
        "year": 2023,
        "kind": "final_accounts",
        "three_public": {"reception": reception},
    }
    found = check(Report.from_dict(report), RuleSet.for_region(None)).findings
    return any(finding.rule == "SG-004" for finding in found)


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        ("来访批次增多", False),
        ("无特殊原因", True),
        ("2023年度", True),
        ("公务接待费标准提高", False),
        ("", True),
    ],
)
def test_a_rule_that_asks_for_a_reason_is_not_content_with_none(
    reason: str, expected: bool
) -> None:
    """A denial or a bare year leaves the change unexplained."""
    assert asked(reason) is expected
