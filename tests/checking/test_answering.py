"""What a finding says beyond that something is wrong: only what the report's own figures say."""

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


def answers(result: Result, rule: str) -> list[str]:
    """Return what is answered to the findings of one rule."""
    return [one.answer.zh for one in result.findings if one.rule == rule and one.answer is not None]


def spending(whole: str, *rows: tuple[str, str]) -> dict[str, Any]:
    """Return expenditure by nature."""
    table = {"columns": ["科目", "决算"], "rows": [list(row) for row in rows]}
    return {"final": whole, "by_nature": table}


@pytest.mark.parametrize(
    ("whole", "parts", "said"),
    [
        ("3,120.55", ("3,120.55", "1,846.30"), "相差的恰好是总支出中项目支出的决算 1,846.30元"),
        ("1,846.30", ("3,120.55", "1,846.30"), "相差的恰好是总支出中基本支出的决算 3,120.55元"),
        ("6,813.15", ("3,120.55", "1,846.30"), "疑合计把这一项加了两次"),
        ("8,087.40", ("3,120.55", "1,846.30"), "疑合计把这一项加了两次"),
        ("2,500.60", ("2,500.60", "2,500.60"), "疑同一笔填了 2 处"),
        ("4,966.85", ("3,120.55", "1,846.30"), None),  # they add up
        ("5,000.00", ("3,120.55", "1,846.30"), None),  # no figure is as large as the gap
        ("9.00", ("7.00", "9.00"), None),  # figures of one digit are alike by chance
        ("7,501.80", ("2,500.60", "2,500.60"), None),  # which of two that are alike
    ],
)
def test_a_part_that_is_as_large_as_the_gap(
    whole: str, parts: tuple[str, str], said: str | None
) -> None:
    """Where a total is wrong by just one of its parts, that part is named; of two none."""
    rows = zip(("基本支出", "项目支出"), parts, strict=True)
    result = checked(all_funds={"expenditure": spending(f"{whole}元", *rows)})
    found = answers(result, "TOT-001")

    assert (said is None and not found) or (said is not None and said in found[0])


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ("1,254.41元", "其他收入的决算 1,254.41元：疑各项漏加了这一笔，或合计多加了它"),
        ("1,254.42元", None),  # it is not the gap
        ("0.00元", None),
    ],
)
def test_another_figure_that_is_as_large_as_the_gap(other: str, said: str | None) -> None:
    """A gap of many digits that is one other figure of the report is told with its name."""
    result = checked(
        fiscal={"income": {"final": "547,952.93元"}},
        general_budget={"income": {"final": "546,698.52元"}},
        government_fund={"income": {"final": "0.00元"}},
        state_capital={"income": {"final": "0.00元"}},
        other={"income": {"final": other}},
    )
    found = answers(result, "TOT-005")

    assert (said is None and not found) or (said is not None and said in found[0])
    assert any(one.rule == "TOT-005" for one in result.findings)


@pytest.mark.parametrize(
    ("adjusted", "final", "completed", "said"),
    [
        ("321.02万元", "307.82万元", "95.89%", "÷ 全年预算（调整预算） 321.02万元 得来的"),
        ("200.00万元", "150.00万元", "75.00%", "÷ 全年预算（调整预算） 200.00万元 得来的"),
        ("321.02万元", "307.82万元", "90.00%", None),  # no two figures make it
    ],
)
def test_a_percentage_of_another_budget(
    adjusted: str, final: str, completed: str, said: str | None
) -> None:
    """A rate over a budget of zero that is one over the full-year budget is told to be that."""
    line = {
        "initial_budget": "0万元",
        "adjusted_budget": adjusted,
        "final": {
            "value": final,
            "comparisons": [{"against": "initial_budget", "completed": completed}],
        },
    }
    result = checked(general_budget={"expenditure": line})
    found = answers(result, "BUD-002")

    assert (said is None and not found) or (said is not None and said in found[0])
    assert any(one.rule == "BUD-002" for one in result.findings)


@pytest.mark.parametrize(
    ("figures", "rate", "said"),
    [
        (("208.80万元", "201.50万元"), "5.27%", "只与 208.80万元 相符，201.50万元疑有误"),
        (("208.80万元", "201.50万元"), "1.59%", "只与 201.50万元 相符，208.80万元疑有误"),
        (("208.80万元", "201.50万元"), "3.00%", None),  # it fits neither
    ],
)
def test_a_rate_that_fits_one_of_two_numbers(
    figures: tuple[str, str], rate: str, said: str | None
) -> None:
    """Of two numbers of one figure the one that its printed rate was made with is named."""
    line = {
        "prior": "198.34万元",
        "final": {
            "statements": [{"value": one} for one in figures],
            "comparisons": [{"against": "prior", "rate": rate}],
        },
    }
    result = checked(general_budget={"expenditure": line})
    found = answers(result, "TXT-003")

    assert (said is None and not found) or (said is not None and said in found[0])


def test_an_answer_is_told_in_both_languages() -> None:
    """English has no Chinese but names and units; JSON has the answer beside the advice."""
    parts = (("基本支出", "3,120.55"), ("项目支出", "1,846.30"))
    result = checked(all_funds={"expenditure": spending("3,120.55元", *parts)})
    (found,) = (one for one in result.findings if one.rule == "TOT-001")

    assert found.answer is not None
    assert "what is missing is just outturn of '项目支出'" in found.answer.en
    assert found.to_dict()["answer"] == {"zh": found.answer.zh, "en": found.answer.en}
