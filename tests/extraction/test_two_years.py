"""Two years of one line beside each other: what is said of the change is said of the two."""

from __future__ import annotations

import pytest
from tests.extraction.said import read

import performance_rules as pr

RULES = pr.RuleSet.for_region()


def errors(text: str, kind: str) -> list[str]:
    """Return the rules that a text of a kind of document breaks."""
    report = read(text, kind=kind).report
    return [f.rule for f in pr.check(report, RULES).findings if f.severity == "error"]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("budget", "公务接待费2022年预算6.00万元，2021年预算8.00万元，减少1.00万元，下降12.5%。"),
        ("budget", "会议费2022年预算6.00万元，2021年预算8.00万元；对比减少2.00万元；减少率35%。"),
        ("budget", "会议费2021年预算8.00万元，2022年预算6.00万元，减少2.00万元，下降20%。"),
        ("budget", "培训费2022年预算9.00万元，2021年预算8.00万元；对比增加1.00万元；增加率21.5%。"),
        ("budget", "印刷费2022年预算9.00万元，2021年预算8.00万元，增加3.00万元。"),
        ("final_accounts", "会议费2022年支出6.00万元，2021年支出8.00万元；减少2.00万元；下降35%。"),
        ("final_accounts", "会议费2022年支出6.00万元，2021年支出8.00万元；下降35%。"),
        ("final_accounts", "会议费2021年支出8.00万元，2022年支出6.00万元，减少3.00万元。"),
    ],
)
def test_a_change_without_a_base_is_of_the_two_years_said_before(kind: str, text: str) -> None:
    """In a budget as in accounts, behind a comma or a semicolon; 减少率 is a word of change."""
    assert {rule[:3] for rule in errors(text, kind)} == {"YOY"}


@pytest.mark.parametrize(
    "text",
    [
        "公务接待费2022年预算6.00万元，2021年预算8.00万元，减少2.00万元，下降25%。",
        "会议费2022年预算6.00万元，2021年预算8.00万元；对比减少2.00万元；减少率25%。",
        "培训费2021年预算8.00万元，2022年预算9.00万元；增加1.00万元，增长12.5%。",
        "会议费2022年预算6.00万元，培训费2021年预算8.00万元；减少1.00万元。",
        "会议费2022年预算6.00万元；下降35%。",
        "会议费2022年预算6.00万元，2020年预算8.00万元；下降35%。",
        "会议费2022年预算6.00万元，2021年预算8.00万元。培训费减少1.00万元。",
        "会议费2022年预算6.00万元，2021年预算8.00万元；比2020年减少1.00万元。",
    ],
)
def test_a_change_is_only_of_what_was_said_of_one_line_and_both_years(text: str) -> None:
    """Of two lines, of one year alone or of another year nothing is known."""
    assert errors(text, "budget") == []
