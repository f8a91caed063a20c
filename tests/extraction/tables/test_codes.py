"""Codes that are printed beside the name of another subject."""

from __future__ import annotations

import pytest
from tests.extraction.tables.papers import errors, paper

from performance_rules.codebook import is_of_another, load_codebook
from performance_rules.lexicon.resources import rules_dir

BOOK = load_codebook(rules_dir() / "codebooks")
ABOVE = "支出决算表\n单位：万元"
ROWS = """科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
 | 合计 | 500.00 | 450.00 | 50.00
201 | 一般公共服务支出 | 340.00 | 290.00 | 50.00
20105 | 统计信息事务 | 340.00 | 290.00 | 50.00
2010501 | 行政运行 | 340.00 | 290.00 | 50.00
208 | 社会保障和就业支出 | 90.00 | 90.00 | 0.00
20805 | 行政事业单位养老支出 | 90.00 | 90.00 | 0.00
2080505 | 机关事业单位基本养老保险缴费支出 | 60.00 | 60.00 | 0.00
2080506 | 机关事业单位职业年金缴费支出 | 30.00 | 30.00 | 0.00
221 | 住房保障支出 | 70.00 | 70.00 | 0.00
22102 | 住房改革支出 | 70.00 | 70.00 | 0.00
2210201 | 住房公积金 | 70.00 | 70.00 | 0.00"""

SLIPS = {
    "a name of another class": ("2080505 | 机关", "2210505 | 机关"),
    "a name of another class, a code nobody knows": ("2210201 | 住房", "2130201 | 住房"),
    "a code of another class, a name nobody knows": ("2010501 | 行政运行", "2080506 | 行政运行"),
    "a class with the code of one that is not printed": ("208 | 社会", "210 | 社会"),
    "two subjects of one class": ("2080505 | 机关", "2080502 | 机关"),
    "the code of the row below": ("2080505 | 机关", "2080506 | 机关"),
    "the code of the row above": ("2080506 | 机关", "2080505 | 机关"),
}


@pytest.mark.parametrize("way", ["html", "tabs", "bars"])
@pytest.mark.parametrize("name", SLIPS)
def test_a_code_of_another_subject_is_found(name: str, way: str) -> None:
    """It is one error for the code, and the sums of the table still come out."""
    right, wrong = SLIPS[name]
    assert right in ROWS
    found = errors(paper(way, "河湾县统计局2021年度部门决算", ABOVE, ROWS.replace(right, wrong)))
    assert [one[:13] for one in found] == ["XCL-007-OTHER"]
    assert wrong.split(" ")[0] in found[0]


QUIET = {
    "all of it is right": ("2021", ROWS, ROWS),
    "names of that year": ("2018", "行政事业单位养老支出", "行政事业单位离退休"),
    "a shortened name": ("2021", "机关事业单位职业年金缴费支出", "职业年金缴费"),
    "subjects that the codebook does not list": (
        "2021",
        "2010501 | 行政运行",
        "2010504 | 信息事务",
    ),
    "other expenditure": ("2021", "22102 | 住房改革支出", "22999 | 其他支出"),
}


BEHIND = """科目名称 | {} | 占比
公共安全支出 | {} | 76.92%
社会保障和就业支出 | {} | 23.08%"""


@pytest.mark.parametrize(
    ("head", "first", "second", "found"),
    [
        ("金额（元）", "7853400", "2356020", False),
        ("金额（元）", "785.34", "2356020", False),
        ("科目编码", "204", "2100101", True),
    ],
)
def test_a_column_of_codes_has_nothing_else(
    head: str, first: str, second: str, found: bool
) -> None:
    """Behind a name a number may be its code or its amount: other numbers of the column tell."""
    table = BEHIND.format(head, first, second)
    said = errors(paper("bars", "河湾县公安局2021年度部门决算", "按功能科目", table))
    assert found == any(one.startswith("XCL-007") for one in said)


@pytest.mark.parametrize("name", QUIET)
def test_a_code_that_may_be_right_is_left_alone(name: str) -> None:
    """Names of other years, short ones, and what the codebook does not know prove nothing."""
    year, old, new = QUIET[name]
    title = f"河湾县统计局{year}年度部门决算"
    found = errors(paper("html", title, ABOVE, ROWS.replace(old, new)))
    assert [one for one in found if one.startswith("XCL")] == []


@pytest.mark.parametrize(
    ("code", "name", "year", "parent", "expected"),
    [
        ("208", "社会保障和就业支出", 2021, "", False),
        ("210", "社会保障和就业支出", 2021, "", True),
        ("210", "医疗卫生与计划生育支出", 2021, "", False),
        ("20805", "行政事业单位离退休", 2021, "208", False),
        ("2080506", "机关事业单位基本养老保险缴费支出", 2021, "20805", True),
        ("2299901", "其他支出", 2021, "229", False),
        ("2010301", "行政运行", 2021, "201", False),
        ("2013850", "事业运行支出", 2021, "201", False),
        ("2080506", "事业运行支出", 2021, "208", True),
        ("2080506", "海上教育", 2021, "205", True),
        ("2080506", "海上教育", 2021, "", False),
        ("2080506", "初中教育", 2021, "", True),
        ("2080506", "年金缴费", 2021, "205", False),
    ],
)
def test_a_code_is_of_another_subject_only_where_both_are_known(
    code: str, name: str, year: int, parent: str, expected: bool
) -> None:
    """The name is of another class, both are subjects, or the code stands in another class."""
    assert expected == is_of_another(BOOK, "functional", code, name, year, parent)
