"""Codes in prose: one code beside two names are two subjects, one beside a shorter name is one."""

from __future__ import annotations

import pytest
from tests.extraction.judged import RULES
from tests.extraction.said import YEAR, read

import performance_rules as pr

TWO = {
    "two names that no list has": (
        "港务巡查（2149901）支出6.00万元。浮标养护（2149901）支出2.00万元。"
    ),
    "one after the other": "港务巡查（2149901）支出6.00万元，浮标养护（2149901）支出2.00万元。",
    "two names of one section": (
        "行政运行（2010301）支出6.00万元。一般行政管理事务（2010301）支出2.00万元。"
    ),
}


def found(text: str) -> list[tuple[str, str]]:
    """Return the rules that find something, with the severity."""
    report = read(text, kind="final_accounts", entity="临港县航道局").report
    return [(one.rule, one.severity) for one in pr.check(report, RULES).findings]


@pytest.mark.parametrize("text", TWO.values(), ids=TWO)
def test_one_code_beside_two_names_is_told_as_such(text: str) -> None:
    """No figure contradicts itself: what is wrong is the code or a name."""
    rules = {rule for rule, _ in found(text)}
    assert "TXT-003" not in rules
    assert any(rule.startswith("XCL-007") for rule in rules)


def test_the_two_names_are_two_subjects() -> None:
    """Each keeps its own figure."""
    accounts = read(TWO["one after the other"]).report.all_funds
    assert accounts is not None
    assert accounts.expenditure is not None
    (subjects,) = accounts.expenditure.breakdowns
    assert ["港务巡查", "浮标养护"] == [line.name for line in subjects.lines]
    assert [1, 1] == [len(line.final.statements) for line in subjects.lines if line.final]


ONE = {
    "a shorter name": "港务巡查业务（2149901）支出6.00万元。港务巡查（2149901）支出2.00万元。",
    "the same name": "港务巡查（2149901）支出6.00万元。港务巡查（2149901）支出2.00万元。",
}


@pytest.mark.parametrize("text", ONE.values(), ids=ONE)
def test_one_code_beside_names_that_share_words_is_one_subject(text: str) -> None:
    """Two figures of it contradict each other."""
    assert ("TXT-003", "error") in found(text)


def test_right_codes_say_nothing() -> None:
    """Each name with its own code is as it should be."""
    text = f"{YEAR}年港务巡查（2149901）支出6.00万元。浮标养护（2149902）支出2.00万元。"
    assert [] == [rule for rule, _ in found(text) if rule.startswith(("XCL-007", "TXT-003"))]
