"""Tables whose rows make each other by what they are called."""

from __future__ import annotations

import pytest

import performance_rules as pr
from performance_rules.extraction.documents import extract
from performance_rules.readers.limits import LIMITS
from performance_rules.readers.text import read_text

RULES = pr.RuleSet.for_region()
SHEET = (
    "临港县航道局2022年度部门决算\n航道局资产情况（万元）\n| 项目 | 年初数 | 年末数 |\n"
    "| 流动资产 | 310.00 | 322.50 |\n| {} | 1,310.00 | 1,352.50 |\n"
    "| {} | 210.00 | 240.20 |\n| {} | 1,100.00 | 1,112.30 |\n"
)
NAMES = {
    "assets": ("资产合计", "负债合计", "净资产合计"),
    "numbered": ("一、资产总计", "二、负债总计", "三、净资产"),
    "what was written off": ("固定资产原值", "减：累计折旧", "固定资产净值"),
}


def errors(text: str) -> list[str]:
    """Return the rules that a document breaks, once for each error finding."""
    report = extract(read_text(text.encode(), "text.txt", "0" * 64, LIMITS)).report
    return [f.rule for f in pr.check(report, RULES).findings if f.severity == "error"]


@pytest.mark.parametrize("names", NAMES.values(), ids=NAMES)
def test_rows_make_each_other_by_their_names(names: tuple[str, str, str]) -> None:
    """The first of three rows is the other two together, in every column, in any unit."""
    text = SHEET.format(*names)

    assert errors(text) == []
    assert errors(text.replace("（万元）", "")) == []
    assert errors(text.replace("1,112.30", "1,121.30")) == ["TOT-001"]
    assert errors(text.replace("（万元）", "").replace("1,112.30", "1,121.30")) == ["TOT-001"]


@pytest.mark.parametrize(
    "names",
    [("资产合计", "负债合计", "事业基金"), ("资产合计", "下属站负债合计", "净资产合计")],
    ids=("another row", "of another body"),
)
def test_rows_of_something_else_are_silent(names: tuple[str, str, str]) -> None:
    """A name that is narrower, or none of the three, says nothing."""
    assert errors(SHEET.format(*names).replace("1,112.30", "1,121.30")) == []


def test_a_row_besides_may_be_what_is_missing() -> None:
    """What is written off besides is a row of its own, and makes the rest."""
    text = SHEET.format("固定资产原值", "累计折旧", "固定资产净值")

    assert errors(text.replace("1,112.30", "1,102.30") + "| 减值准备 | 0.00 | 10.00 |\n") == []
