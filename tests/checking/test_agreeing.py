"""A third place of the report tells which figure is wrong, where it agrees with one only."""

from __future__ import annotations

from typing import Any

import pytest

from performance_rules.checking.result import Result, check
from performance_rules.report.build import build_report
from performance_rules.rules.ruleset import RuleSet

BODY = "测试县水运局"


def checked(**fields: Any) -> Result:
    """Check a small report."""
    report = build_report({"entity": BODY, "year": 2022, "kind": "部门决算", **fields})
    return check(report, RuleSet.for_region(None, 2022))


def answer(result: Result, rule: str) -> str | None:
    """Return what is answered to the first finding of one rule; there is one."""
    found = [one for one in result.findings if one.rule == rule]
    assert found
    return found[0].answer.zh if found[0].answer is not None else None


def held(said: str | None, part: str | None) -> bool:
    """Whether an answer says something; with None, whether there is no answer."""
    return said is None if part is None else said is not None and part in said


@pytest.mark.parametrize(
    ("now", "before", "claims", "rule", "said"),
    [
        (
            "596.00万元",
            "500.00万元",
            {"change": "96.00万元", "rate": "24.00%"},
            "YOY-001",
            "报告所写的增加 96.00万元与这两个数相符，增长 24.00%疑有误",
        ),
        (
            "596.00万元",
            "500.00万元",
            {"change": "69.00万元", "rate": "19.20%"},
            "YOY-010",
            "报告所写的增长 19.20%与这两个数相符，增加 69.00万元疑有误",
        ),
        (
            "404.00万元",
            "500.00万元",
            {"change": "96.00万元"},
            "YOY-010",
            "96.00万元 正好是这两个数之差，只是方向写反了，应为减少",
        ),
        (
            "569.00万元",
            "500.00万元",
            {"change": "96.00万元", "rate": "19.20%"},
            "YOY-010",
            "增加 96.00万元、增长 19.20%与 500.00万元 相符，569.00万元 疑应为 596.00万元",
        ),
        (
            "596.00万元",
            "550.00万元",
            {"change": "96.00万元", "rate": "19.20%"},
            "YOY-010",
            "与 596.00万元 相符，550.00万元 疑应为 500.00万元",
        ),
        # neither figure makes them, and nothing is said
        ("569.00万元", "500.00万元", {"change": "96.00万元", "rate": "31.00%"}, "YOY-010", None),
        ("596.00万元", "500.00万元", {"rate": "24.00%"}, "YOY-001", None),
    ],
)
def test_a_change_and_a_rate_speak_for_a_figure(
    now: str, before: str, claims: dict[str, str], rule: str, said: str | None
) -> None:
    """Of change, rate and two figures the one is wrong that the others do without."""
    line = {
        "prior": before,
        "final": {"value": now, "comparisons": [{"against": "prior", **claims}]},
    }
    assert held(answer(checked(fiscal={"expenditure": line}), rule), said)


def test_a_figure_is_not_compared_with_itself() -> None:
    """What is said to have risen against its own year is told the year before."""
    figure = {
        "value": "596.00万元",
        "comparisons": [{"against": "initial_budget", "change": "96.00万元"}],
    }
    result = checked(fiscal={"expenditure": {"initial_budget": figure}})
    assert held(answer(result, "BUD-004"), "2022 年就是报告年度：比的多半是 2021 年")


@pytest.mark.parametrize(
    ("first", "second", "parts", "said"),
    [
        ("300.00元", "380.00元", ("120.00", "180.00"), "其下各项相加为 300.00元，380.00元疑有误"),
        ("300.00元", "380.00元", ("120.00", "260.00"), "其下各项相加为 380.00元，300.00元疑有误"),
        ("300.00元", "380.00元", ("120.00", "100.00"), None),  # the parts make neither
    ],
)
def test_the_parts_speak_for_one_of_two_numbers(
    first: str, second: str, parts: tuple[str, str], said: str | None
) -> None:
    """Of two numbers of one figure the one that its parts add up to is told."""
    rows = [list(row) for row in zip(("基本支出", "项目支出"), parts, strict=True)]
    line = {
        "final": {"statements": [{"value": one} for one in (first, second)]},
        "by_nature": {"columns": ["科目", "决算"], "rows": rows},
    }
    assert held(answer(checked(all_funds={"expenditure": line}), "TXT-003"), said)


@pytest.mark.parametrize(
    ("whole", "basic", "project", "said"),
    [
        # 380 of 500 is 76%, 380 of 540 is not: the total holds, the other part does not
        (
            "540.00元",
            ("380.00元", "76.00%"),
            ("120.00元", "24.00%"),
            "按各项之和 500.00元 才算得出",
        ),
        ("500.00元", ("380.00元", "76.00%"), ("102.00元", "24.00%"), "102.00元 改为 120.00元"),
        ("500.00元", ("380.00元", "76.00%"), ("102.00元", "20.40%"), None),  # each fits
    ],
)
def test_shares_speak_for_the_total_or_a_part(
    whole: str, basic: tuple[str, str], project: tuple[str, str], said: str | None
) -> None:
    """A share that only the sum gives speaks against the total; one may speak against a part."""
    named = (("基本支出", basic), ("项目支出", project))
    lines = [
        {"name": name, "final": {"value": value, "share": share}} for name, (value, share) in named
    ]
    line = {"final": whole, "by_nature": {"lines": lines}}
    assert held(answer(checked(all_funds={"expenditure": line}), "TOT-001"), said)
