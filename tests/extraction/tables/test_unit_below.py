"""The unit of a table that stands below it, and the captions of tables of all bodies."""

from __future__ import annotations

import pytest
from tests.extraction.tables.papers import errors, paper

TITLE = "松岭县航道局2022年度部门决算"
THREE = """项目 | 2022年 | 2021年
因公出国（境）费 | 0 | 0
公务用车购置及运行费 | 31.70 | 28.40
公务接待费 | 1.85 | 2.10"""
FLOWS = """栏次 | 项目 | 决算数
1 | 本年收入 | 8,340.60
2 | 本年支出 | 8,120.30
3 | 其中：项目支出 | {}
4 | 年末结转和结余 | 220.30"""


@pytest.mark.parametrize("below", ["（单位：万元）", "单位：万元", "(金额单位:万元)"])
@pytest.mark.parametrize(("total", "wrong"), [("33.55", False), ("49.30", True)])
@pytest.mark.parametrize("way", ["tabs", "blanks", "bars"])
def test_a_line_below_may_say_the_unit(way: str, total: str, wrong: bool, below: str) -> None:
    """In a bracket or not: the rows are read, and make what the text says, or do not."""
    above = f"2022年我局“三公”经费财政拨款支出{total}万元。具体为："
    found = errors(paper(way, TITLE, above, THREE, below))
    assert wrong == bool([one for one in found if one.startswith("TOT-001")])


@pytest.mark.parametrize(("project", "wrong"), [("2,615.40", False), ("2,165.40", True)])
@pytest.mark.parametrize("name", ["部门汇总收支简表", "收支简表", "部门收支汇总表"])
def test_a_table_of_all_bodies_is_the_departments(name: str, project: str, wrong: bool) -> None:
    """汇总 before or in a caption says only that the bodies are added up."""
    above = (
        "2022年度本部门支出8,120.30万元，其中基本支出5,504.90万元、项目支出2,615.40万元。\n"
        f"附：{name}（单位：万元）"
    )
    found = errors(paper("tabs", TITLE, above, FLOWS.format(project)))
    assert wrong == bool([one for one in found if one.startswith("TXT-003")])
