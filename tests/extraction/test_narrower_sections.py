"""Figures of something narrower than the report, in papers of several sections."""

from __future__ import annotations

import pytest
from tests.extraction.said import read

import performance_rules as pr

RULES = pr.RuleSet.for_region()
WHOLE = "本年支出合计900.00万元，其中：基本支出500.00万元，项目支出400.00万元。"


def errors(*blocks: str) -> list[str]:
    """Return the rules that call accounts contradictory."""
    found = pr.check(read(*blocks, kind="final_accounts").report, RULES).findings
    return [finding.rule for finding in found if finding.severity == "error"]


TRUE = {
    "behind a completion, parts are of what was done": (
        "公务用车购置及运行维护费20.00万元，预算25.00万元，完成预算的80.00%。"
        "其中：购置费12.00万元；运行维护费8.00万元。",
    ),
    "money of an account below 项目支出 is not that account": (
        "一般公共预算财政拨款支出700.00万元。",
        "项目支出400.00万元，其中：一般公共预算300.00万元，政府性基金60.00万元，其他资金40.00万元。",
    ),
    "a bracket behind the rate of a project is of that project": (
        "政府采购支出总额70.00万元。",
        "灯塔巡检项目执行率90.00%（预算20.00万元，支出18.00万元）；"
        "航标更新项目执行率80.00%（预算30.00万元，支出24.00万元）。",
    ),
    "a sentence of a project goes on with its expenditure": (
        WHOLE,
        "灯塔巡检项目计划投资50.00万元，到位45.00万元，到位率90.00%，支出合计45.00万元。",
    ),
    "a share behind a list is of all that was listed": (
        WHOLE,
        "3个项目共支出160.00万元，其中：灯塔巡检60.00万元、航标更新80.00万元、岸线清理20.00万元，"
        "占项目支出的40.00%。",
    ),
    "the whole of a share is not that of another section": (
        "一、一般公共预算财政拨款支出情况",
        "（一）当年支出700.00万元，其中：基本支出500.00万元，项目支出200.00万元。",
        "二、政府性基金预算财政拨款收支情况",
        "政府性基金预算财政拨款支出200.00万元，全部为项目支出，占本年支出的22.22%。",
    ),
    "the share of a source is of all sources, though they were not told": (
        "一、收入情况",
        "1.财政拨款收入760.00万元，占本年收入的95.00%。",
        "2.事业收入24.00万元，占3.00%。",
        "3.其他收入16.00万元，占2.00%。",
    ),
    "what is carried over counts what was carried in": (
        "2022年度收、支总计均为950.00万元。本年收入合计920.00万元，本年支出合计900.00万元，"
        "年末结转和结余50.00万元。",
    ),
    "what is left in another section is not of what came in this one": (
        "一、政府性基金预算财政拨款收支情况",
        "当年收入60.00万元，当年支出60.00万元，年末无结转结余。",
        "二、年末结转和结余情况",
        "年末结转和结余30.00万元，年初为25.00万元，同比增长20.00%。",
    ),
}


@pytest.mark.parametrize("blocks", TRUE.values(), ids=TRUE.keys())
def test_a_true_paper_is_not_called_contradictory(blocks: tuple[str, ...]) -> None:
    """What belongs to a project, a list or a section is not all of the body's."""
    assert errors(*blocks) == []


FALSE = {
    "parts behind a completion": (
        "公务用车购置及运行维护费20.00万元，预算25.00万元，完成预算的80.00%。"
        "其中：购置费12.00万元；运行维护费9.00万元。",
    ),
    "the two figures in a bracket": (
        "灯塔巡检项目执行率90.00%（预算20.00万元，支出18.00万元）；"
        "航标更新项目执行率90.00%（预算30.00万元，支出24.00万元）。",
    ),
    "a share behind the last of several": (
        "本年收入合计800.00万元，其中：财政拨款收入760.00万元，占95.00%；"
        "事业收入24.00万元，占3.00%；其他收入16.00万元，占4.00%。",
    ),
    "a share of a whole that was told": (WHOLE, "基本支出500.00万元，占本年支出的65.56%。"),
    "what is left in one section": (
        "一、收支情况",
        "年初结转和结余20.00万元，本年收入60.00万元，本年支出50.00万元，年末结转和结余40.00万元。",
    ),
}


@pytest.mark.parametrize("blocks", FALSE.values(), ids=FALSE.keys())
def test_a_false_paper_is_called_contradictory(blocks: tuple[str, ...]) -> None:
    """What words bind is still compared."""
    assert errors(*blocks)


def test_a_message_names_a_denominator_once() -> None:
    """Two totals of one amount give one share, so that one of them is enough."""
    paper = read(
        "财政拨款收入480.00万元，财政拨款支出480.00万元，教育支出400.00万元，占73.33%。",
        kind="final_accounts",
    )
    found = pr.check(paper.report, RULES).findings
    told = [str(finding.message) for finding in found if finding.rule == "SHR-001"]
    assert told
    assert all(text.count("480.00万元") == 1 for text in told)
