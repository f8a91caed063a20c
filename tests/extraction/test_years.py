"""Years that a document states outright."""

from __future__ import annotations

import pytest
from tests.extraction.tables.papers import errors, paper

ROWS = """项目 | {}年预算数
合计 | 12.50
因公出国（境）费 | 0.00
公务接待费 | 2.50
公务用车购置及运行维护费 | 10.00"""
TITLE = "2024年明珠县档案馆“三公”经费预算"


@pytest.mark.parametrize("way", ["html", "tabs", "bars"])
def test_the_columns_of_a_table_are_of_the_year_of_its_caption(way: str) -> None:
    """A table of the budget of one year does not hold that of another alone."""
    assert errors(paper(way, TITLE, "单位：万元", ROWS.format(2024))) == []
    found = errors(paper(way, TITLE, "单位：万元", ROWS.format(2023)))
    assert [one for one in found if one.startswith("DAT-002")]


SAID = {
    "上年对比口径为2023年预算数。": False,
    "上年对比口径为2024年预算数。": True,
    "本报告所称本年度指2024年1月1日至2024年12月31日。": False,
    "本报告所称本年度指2025年1月1日至2025年12月31日。": True,
    "上年数为2022年决算数。": True,
    "上年为2023年。": False,
    "去年为240人。": False,
    "与2022年相比有所下降，上年完成2024亩。": False,
    "预算年度为2024年，项目自2022年起实施。": False,
}


@pytest.mark.parametrize("text", SAID)
def test_this_year_and_the_last_follow_from_the_title(text: str) -> None:
    """What 本年 and 上年 are said to be is compared with the year of the title."""
    data = f"{TITLE}\n“三公”经费预算12.50万元。\n{text}\n".encode()
    assert SAID[text] == any(one.startswith("DAT-002") for one in errors(data))


def test_without_a_year_in_the_title_nothing_is_said() -> None:
    """The year of a document that does not state it is a conclusion, and no proof."""
    data = "明珠县档案馆“三公”经费预算\n2024年预算12.50万元。\n上年口径为2024年预算数。\n".encode()
    assert [one for one in errors(data) if one.startswith("DAT-002")] == []


@pytest.mark.parametrize("way", ["html", "tabs", "bars"])
def test_rows_of_several_years_are_not_one_figure_said_again(way: str) -> None:
    """Of a table whose rows are years, in a document without one, each row is of its own year."""
    rows = (
        "年度 | 预算 | 支出\n2020年 | 24.00 | 22.80\n2021年 | 26.00 | 25.10\n2022年 | 21.00 | 20.40"
    )
    found = errors(paper(way, "明珠县档案馆历年项目支出情况", "单位：万元", rows))
    assert [one for one in found if one.startswith("TXT-003")] == []
