"""Rates whose two figures a bracket behind them tells, and names that make good each other."""

from __future__ import annotations

import pytest
from tests.extraction.said import read

import performance_rules as pr

RULES = pr.RuleSet.for_region()


def errors(*blocks: str, kind: str = "self_evaluation") -> list[str]:
    """Return the rules that call a text contradictory."""
    found = pr.check(read(*blocks, kind=kind).report, RULES).findings
    return [finding.rule for finding in found if finding.severity == "error"]


LINES = [
    ("基本支出", "项目支出"),
    ("人员经费", "公用经费"),
    ("灯塔项目", "航标项目"),
    ("省级资金", "县级资金"),
]


@pytest.mark.parametrize("names", LINES)
@pytest.mark.parametrize("mark", ["，", "、", "；"])
@pytest.mark.parametrize(
    "inside",
    ["预算{}万元，支出{}万元", "预算{}万元、执行{}万元", "全年预算数{}万元，全年执行数{}万元"],
)
def test_a_rate_is_of_the_two_figures_in_the_bracket_behind_it(
    names: tuple[str, str], mark: str, inside: str
) -> None:
    """A second rate does not look back to the bracket of the first one, nor to its line."""
    first = f"{names[0]}执行率95.00%（{inside.format('400.00', '380.00')}）"
    second = f"{names[1]}执行率88.00%（{inside.format('50.00', '44.00')}）"
    assert errors(f"{first}{mark}{second}。") == []
    assert errors(f"{first}{mark}{second.replace('88.00', '95.00')}。")


def test_what_arrived_may_stand_in_the_bracket_as_well() -> None:
    """到位率 is of what arrived, whichever of the two comes first."""
    assert errors("灯塔项目到位率90.00%（到位90.00万元，预算100.00万元）。") == []
    assert errors("灯塔项目到位率95.00%（到位90.00万元，预算100.00万元）。")


@pytest.mark.parametrize(
    "pair",
    ["调入3{0}、调出3{0}", "轮入3{0}、轮出3{0}", "交流进3{0}，交流出3{0}", "划进3{0}、划出3{0}"],
)
@pytest.mark.parametrize("unit", ["人", "台", "辆"])
def test_what_came_and_what_went_are_no_sum(pair: str, unit: str) -> None:
    """One makes good the other, so that they are not the parts of what was exchanged."""
    said = pair.format(unit)
    assert errors(f"本年内部调剂3{unit}，其中{said}。") == []
    assert errors(f"本年内部调剂3{unit}（{said}）。") == []


def test_parts_that_are_no_opposites_are_a_sum() -> None:
    """Names that only look alike are listed as any others."""
    assert errors("本年内部调剂3台，其中出口处2台、入口处3台。")


def test_all_expenditure_behind_what_arrived_was_spent() -> None:
    """A budget named before is no stage of what was spent of the money that arrived."""
    budget = "支出预算500.00万元，其中：基本支出300.00万元，项目支出200.00万元；"
    arrived = "到位资金450.00万元，到位率90.00%；支出合计450.00万元"
    assert errors(f"{budget}{arrived}。") == []
    assert errors(f"{budget}{arrived}，其中基本支出300.00万元，项目支出140.00万元。")


def test_the_money_of_a_project_is_not_all_money() -> None:
    """A sentence that begins with it goes on with its arrival and its expenditure."""
    whole = "本年支出合计2000.00万元，其中基本支出1200.00万元，项目支出800.00万元。"
    said = "灯塔项目资金合计500.00万元，到位合计450.00万元，支出合计440.00万元，到位率90.00%。"
    assert errors(whole, said) == []


def test_a_source_with_a_share_is_a_source_as_well() -> None:
    """Income of other money, with its share, is to be added to that of the accounts."""
    said = (
        "本年收入合计600.00万元，其中：财政拨款收入540.00万元，占90.00%；"
        "非财政拨款收入60.00万元，占10.00%。非财政拨款收入中，其他收入20.00万元。"
    )
    assert errors(said, kind="final_accounts") == []
    wrong = said.replace("非财政拨款收入60.00", "非财政拨款收入66.00")
    assert errors(wrong, kind="final_accounts")


def test_one_sentence_says_a_budget_once() -> None:
    """What stands behind its amended budget is no second one of the same stage."""
    said = "项目支出预算180.00万元，执行中调减10.00万元，调整后预算为170.00万元，支出160.00万元。"
    assert errors(said, kind="budget") == []


def test_a_rate_with_its_own_working_looks_back_to_nothing() -> None:
    """What is left of a plan in the sentence before is no part of a rate with a quotient."""
    before = "计划换灯65盏、实际58盏，尚差7盏，主要受降雨影响。"
    assert errors(f"{before}办理来访220件，完成率115.8%（=220/190）。") == []
    assert errors(f"{before}办理来访220件，完成率118.5%（=220/190）。")
