"""Shares of a total: balances included, of a budget, of one body; codes with bracketed names.

A share of 总收入 is one of the figure that the report calls so, balances included; a share of a
budget's 收入总预算 is one of that figure, and judges neither an outturn nor another body's money.
"""

from __future__ import annotations

import pytest
from tests.extraction.said import has, read

import performance_rules as pr

RULES = pr.RuleSet.for_region()

QUIET = {
    "of a total told behind what it is made of": (
        "budget",
        "本年收入720.00万元，上年结转80.00万元，总收入800.00万元。",
        "其他收入40.00万元，占总收入的5.00%。",
    ),
    "of a total that a list takes apart": (
        "budget",
        "收入总预算800.00万元，其中：本年收入720.00万元，上年结转80.00万元。",
        "渔港维护资金40.00万元，占收入总预算的5.00%。",
    ),
    "of all that was spent and left": (
        "budget",
        "本年支出720.00万元，结转下年80.00万元，支出总额800.00万元。",
        "基本支出400.00万元，占支出总额的50.00%。",
    ),
    "of the budget, beside what came in": (
        "final_accounts",
        "2022年收入总预算800.00万元，收入决算900.00万元。",
        "渔港维护资金200.00万元，占收入总预算的25.00%。",
    ),
    "of the budget of more than one body": (
        "budget",
        "全市渔港系统收入总预算4000.00万元，本站收入总预算800.00万元。",
        "省级补助400.00万元，占收入总预算的10.00%。",
    ),
    "items by code, their names in brackets": (
        "final_accounts",
        "四、一般公共预算支出明细",
        "支出决算90.00万元，年初预算85.00万元。各科目情况：",
        "①2010801（行政运行）：年初预算50.00万元，支出决算54.00万元，完成年初预算的108.00%。",
        "②2010804（审计业务）：年初预算35.00万元，支出决算36.00万元，完成年初预算的102.86%。",
    ),
    "groups by code, their names in brackets": (
        "final_accounts",
        "四、一般公共预算支出明细",
        "支出决算90.00万元，年初预算85.00万元。各科目情况：",
        "（1）20108（审计事务）年初预算50.00万元，支出决算54.00万元；",
        "（2）20805（行政事业单位养老支出）年初预算35.00万元，支出决算36.00万元。",
    ),
}

FOUND = {
    "of a budget": (
        "budget",
        "收入总预算800.00万元，支出总预算800.00万元。",
        "渔港维护资金40.00万元，占收入总预算的8.00%。",
    ),
    "of a budget, of a source": (
        "budget",
        "收入总预算800.00万元。",
        "① 县级调剂资金200.00万元，占收入总预算的28.00%；",
    ),
    "of what is spent": (
        "budget",
        "支出总预算800.00万元。",
        "渔港维护40.00万元，占支出总预算的8.00%。",
    ),
}


@pytest.mark.parametrize("about", QUIET)
def test_a_share_of_a_total_is_judged_by_that_total_alone(about: str) -> None:
    """What is a share of a total is judged by that total alone; a code's item is no total."""
    assert _errors(QUIET[about]) == []


@pytest.mark.parametrize("about", FOUND)
def test_share_of_a_budget(about: str) -> None:
    """A share that does not come out of the budget's total is an error."""
    assert _errors(FOUND[about]) == ["SHR-001"]


def test_code_with_a_bracketed_name() -> None:
    """The figures behind a code and its name in brackets are those of the item."""
    paper = read(
        "四、一般公共预算支出明细", "①2010801（行政运行）：年初预算50.00万元，支出决算54.00万元。"
    )
    assert has(paper, "general_budget.expenditure/2010801")


def test_number_before_a_bracket() -> None:
    """What is counted before a remark in brackets is no code."""
    assert not has(read("年末在职208（含借调人员），支出90.00万元。"), "all_funds.expenditure/208")


def _errors(texts: tuple[str, ...]) -> list[str]:
    kind, *lines = texts
    found = pr.check(read(*lines, kind=kind).report, RULES).findings
    return [one.rule for one in found if one.severity == "error"]
