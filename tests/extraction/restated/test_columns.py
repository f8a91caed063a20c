"""Rows of a column that prose states here and there, and one of them otherwise."""

from __future__ import annotations

import pytest

import performance_rules as pr
from performance_rules.extraction.documents import extract
from performance_rules.readers.limits import LIMITS
from performance_rules.readers.text import read_text

RULES = pr.RuleSet.for_region()
TABLE = (
    "临港县航道局2022年度项目支出绩效自评报告\n| 项目 | 预算（万元） | 支出（万元） |\n"
    "| 灯塔大修 | 320.00 | 304.00 |\n| 浮标更新 | 250.00 | 240.00 |\n"
    "| 航道疏浚 | 180.00 | 153.00 |\n| 合计 | 750.00 | 697.00 |\n"
)
LEVELS = (
    "一、灯塔。完工2座，灯塔大修支出304.00万元。\n二、浮标。更新40座，浮标更新支出240.00万元。\n"
    "三、航道。疏浚12公里，航道疏浚支出{}万元。"
)
RATES = "其中灯塔大修执行率95.00%，浮标更新执行率96.00%，航道疏浚执行率{}%。"


def errors(text: str) -> list[str]:
    """Return the rules that a document breaks, once for each error finding."""
    report = extract(read_text((TABLE + text).encode(), "text.txt", "0" * 64, LIMITS)).report
    return [f.rule for f in pr.check(report, RULES).findings if f.severity == "error"]


def test_a_row_is_stated_as_the_table_has_it_where_the_others_are() -> None:
    """Two rows that prose states as they are attest which column it means by its words."""
    assert errors(LEVELS.format("153.00")) == []
    assert errors(LEVELS.format("159.20")) == ["TXT-003"]


def test_a_rate_of_a_row_is_that_of_its_two_cells() -> None:
    """Two rates that are those of their rows attest the two columns that the third is of."""
    assert errors(RATES.format("85.00")) == []
    assert errors(RATES.format("88.20")) == ["BUD-001-PAIR"]


@pytest.mark.parametrize(
    "text",
    [
        "航道疏浚支出159.20万元。",
        LEVELS.format("159.20").replace("航道疏浚支出", "上半年航道疏浚支出"),
        LEVELS.format("159.20").replace("航道疏浚支出", "截至评价日，航道疏浚支出"),
        LEVELS.format("159.20").replace("航道疏浚支出", "2021年航道疏浚支出"),
        LEVELS.format("100.00").replace("航道疏浚支出", "航道疏浚支出中央资金"),
        RATES.format("90.00").replace("航道疏浚", "按年初预算170万元计算，航道疏浚"),
        LEVELS.format("180.00").replace("航道疏浚支出", "航道疏浚安排"),
        LEVELS.format("159.20").replace("浮标更新支出240.00", "浮标更新支出246.10"),
        RATES.format("88.20").replace("浮标更新执行率96.00%，", ""),
    ],
    ids=(
        *("alone", "a part of the year", "a day", "a year", "a source", "a base"),
        *("another column", "two otherwise", "one rate"),
    ),
)
def test_what_is_not_attested_is_silent(text: str) -> None:
    """One row alone, a part of the year, another column, or two rows otherwise tell nothing."""
    assert errors(text) == []
