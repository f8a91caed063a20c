"""A claim behind a list is of the last part or of the whole: of the one that its numbers fit."""

from __future__ import annotations

import pytest
from tests.extraction.said import read

import performance_rules as pr

RULES = pr.RuleSet.for_region()
PARTS = "因公出国（境）费0.00万元，公务用车运行维护费24.00万元，公务接待费6.00万元"
OPENERS = ("，其中：", "，其中", "。其中：", "，包括", "：", "，分别为：")


def errors(*blocks: str) -> list[str]:
    """Return the rules that call accounts contradictory."""
    found = pr.check(read(*blocks, kind="final_accounts").report, RULES).findings
    return [finding.rule for finding in found if finding.severity == "error"]


@pytest.mark.parametrize("opener", OPENERS)
@pytest.mark.parametrize(
    ("claim", "wrong"),
    [
        ("较上年40.00万元下降25.00%", "较上年40.00万元下降35.00%"),
        ("比上年减少10.00万元，下降25.00%", "比上年减少10.00万元，下降35.00%"),
        (
            "比上年的40.00万元减少10.00万元，下降25.00%",
            "比上年的40.00万元减少10.00万元，下降30.00%",
        ),
        ("合计较上年40.00万元下降25.00%", "合计较上年40.00万元下降35.00%"),
        ("总额比上年增加20.00万元，增长200.00%", "总额比上年增加20.00万元，增长150.00%"),
        ("完成年初预算50.00万元的60.00%", "完成年初预算50.00万元的70.00%"),
        ("较年初预算50.00万元下降40.00%", "较年初预算50.00万元下降30.00%"),
    ],
)
def test_a_claim_behind_all_parts_may_be_of_their_whole(
    opener: str, claim: str, wrong: str
) -> None:
    """A list that makes up its whole leaves the two alone; what fits neither is wrong anyhow."""
    said = f"“三公”经费支出30.00万元{opener}{PARTS}，"
    assert errors(f"{said}{claim}。") == []
    assert errors(f"{said}{wrong}。")


@pytest.mark.parametrize(
    ("whole", "parts"),
    [
        ("本年收入合计300.00万元", "财政拨款收入280.00万元，其他收入20.00万元"),
        ("基本支出300.00万元", "人员经费280.00万元；公用经费20.00万元"),
        ("政府采购支出总额300.00万元", "货物120.00万元、工程160.00万元、服务20.00万元"),
    ],
)
def test_a_list_of_lines_anywhere_in_the_report_has_a_whole(whole: str, parts: str) -> None:
    """Accounts, shares of the basic expenditure and purchases are listed in the same way."""
    assert errors(f"{whole}，其中：{parts}，较上年240.00万元增长25.00%。") == []
    assert errors(f"{whole}，其中：{parts}，较上年240.00万元增长35.00%。")


def test_a_change_that_fits_the_last_part_is_its_own() -> None:
    """Where it fits, nothing else is asked for."""
    said = "“三公”经费支出30.00万元，其中：公务用车运行维护费24.00万元，公务接待费6.00万元，"
    assert errors(f"{said}较上年5.00万元增长20.00%。") == []
    assert errors(f"{said}较上年5.00万元增加1.00万元，增长20.00%。") == []


def test_where_each_part_has_a_change_the_last_one_has_its_own() -> None:
    """A list of parts with their changes goes on to its end."""
    said = (
        "“三公”经费支出30.00万元，其中：公务用车运行维护费24.00万元，比上年增加4.00万元，"
        "增长20.00%；公务接待费6.00万元，比上年增加1.00万元，"
    )
    assert errors(f"{said}增长20.00%。") == []
    assert errors(f"{said}增长30.00%。")


def test_a_change_behind_some_parts_that_fits_nothing_is_in_doubt() -> None:
    """What is not told may be what changed."""
    said = "“三公”经费支出30.00万元，其中：公务用车运行维护费20.00万元，公务接待费6.00万元，"
    assert errors(f"{said}较上年40.00万元增长50.00%。") == []
