"""What the very sentence of a figure says of it: the share that one number makes, the reason."""

from __future__ import annotations

import pytest
from tests.extraction.said import read

from performance_rules.checking.result import check
from performance_rules.rules.ruleset import RuleSet

HEAD = ("测试县水运局2022年度部门决算公开", "一、收支情况")


def answers(rule: str, *paragraphs: str) -> list[str]:
    """Return what is answered to the findings of a rule in a small document."""
    result = check(read(*HEAD, *paragraphs).report, RuleSet.for_region(None, 2022))
    return [one.answer.zh for one in result.findings if one.rule == rule and one.answer is not None]


@pytest.mark.parametrize(
    ("share", "said"),
    [
        ("95.20%", "完成率 95.20% 只与 386.42万元 相符，368.24万元疑有误"),
        ("90.72%", "完成率 90.72% 只与 368.24万元 相符，386.42万元疑有误"),
        ("50.20%", None),  # neither makes it
        ("9%", None),
    ],
)
def test_a_rate_in_the_sentence_tells_two_numbers_apart(share: str, said: str | None) -> None:
    """Of two numbers of one figure the one is right that a rate in their sentences is made of."""
    found = answers(
        "TXT-003",
        f"交通运输支出年初预算为405.91万元，支出决算为368.24万元，占年初预算的{share}。",
        "二、支出明细",
        "交通运输支出决算386.42万元。",
    )
    assert (said is None and not found) or (said is not None and said in found[0])


@pytest.mark.parametrize(
    ("change", "rate", "reason", "said"),
    [
        ("减少6.20万元", "增长5%", "人员增加", "“减少 6.20万元”疑应为“增加 6.20万元”"),
        ("增加6.20万元", "下降5%", "人员增加", "“下降 5%”疑应为“增长 5%”"),
        ("增加6.20万元", "下降5%", "人员减少", "“增加 6.20万元”疑应为“减少 6.20万元”"),
        ("减少6.20万元", "增长5%", "按实际情况安排", None),
    ],
)
def test_a_reason_says_which_way_it_went(
    change: str, rate: str, reason: str, said: str | None
) -> None:
    """Of a change and a rate that go different ways the reason speaks for one; or for none."""
    found = answers(
        "YOY-001", f"住房公积金支出130.80万元，比上年{change}，{rate}，主要原因是{reason}。"
    )
    assert (said is None and not found) or (said is not None and said in found[0])
