"""Rates of two figures: which two they are of, and what of them is kept."""

from __future__ import annotations

import pytest
from tests.extraction.said import compared, read, unbound

import performance_rules as pr
from performance_rules.extraction.documents import Extraction
from performance_rules.report.model import Comparison


def rates(paper: Extraction) -> list[tuple[str, Comparison]]:
    """Return the rates of matters by the name of their line."""
    return [
        (matter.name, claim)
        for matter in paper.report.matters
        for figure in (matter.final, matter.actual)
        if figure is not None
        for claim in figure.comparisons
        if claim.completed is not None
    ]


@pytest.mark.parametrize(
    ("text", "base", "rate"),
    [
        ("提出建议104条，采纳98条，采纳率94.23%。", "104条", "94.23%"),
        ("下达灯塔资金80.00万元，拨付灯塔资金76.00万元，拨付率95%。", "80.00万元", "95%"),
        ("灯塔巡检486次，为计划450次的108.0%。", "450次", "108.0%"),
    ],
)
def test_a_rate_is_of_the_two_figures_that_make_it(text: str, base: str, rate: str) -> None:
    """The figures beside a rate that make it are the ones that it is of."""
    ((_, claim),) = rates(read(text, kind="self_evaluation"))
    assert claim.base is not None
    assert (base, rate) == (claim.base.printed, str(claim.completed))


def test_a_wrong_rate_is_named_after_what_it_is_called() -> None:
    """采纳率 of 98 in 104 is said to be 84.23 %: the finding says both and names the rate."""
    paper = read("提出建议104条，采纳98条，采纳率84.23%。", kind="self_evaluation")
    (found,) = [
        finding
        for finding in pr.check(paper.report, pr.RuleSet.for_region()).findings
        if finding.severity == "error"
    ]
    told = "采纳率：98条是 104条 的 94.23%，报告写 84.23%，相差 10.00 个百分点，请核实。"
    assert told == found.message


def test_rates_of_one_name_are_numbered_as_they_come() -> None:
    """Two 采纳率 of two paragraphs are the first and the second one, in words for a reader."""
    paper = read(
        "提出建议104条，采纳98条，采纳率94.23%。",
        "提出建议50条，采纳40条，采纳率80%。",
        kind="self_evaluation",
    )
    named = [m.section for m in paper.report.matters if m.name == "采纳率"]
    assert ["第1处", "第2处"] == named


def test_a_rate_that_nothing_is_said_of_claims_nothing() -> None:
    """合格率N with no two figures beside it is a line of its own; 执行率N, of what, is open."""
    paper = read("灯塔灯光合格率98.6%。执行率97.00%。", kind="self_evaluation")
    assert [] == rates(paper)
    assert ["灯塔灯光合格率"] == [line.name for line in paper.report.matters]
    assert ["97.00%"] == unbound(paper)


def test_the_rate_of_two_budgets_is_no_claim_about_one_of_them() -> None:
    """A budget that is half of another one is not what 执行率 says: the claim stays the line's."""
    paper = read("基本支出年初预算100.00万元，项目支出年初预算50.00万元，执行率50%。")
    claim = compared(paper, "all_funds.expenditure/project")
    assert ("initial_budget", "50%") == (claim.against, str(claim.completed))


@pytest.mark.parametrize(
    "text",
    [
        "应急抢修支出16.00万元。三项支出合计50.00万元，资金执行率100%。",
        "应用软件支出16.00万元，实际支出50.00万元，执行率100%。",
        "计划生育服务支出16.00万元，实际支出50.00万元，执行率100%。",
    ],
)
def test_a_word_that_only_holds_one_for_a_plan_is_none(text: str) -> None:
    """应急 is not 应, so what was spent on it is no plan that a rate is of."""
    assert rates(read(text, kind="project_evaluation")) == []
