"""Names that no lexicon knows stand in a list with others: then those others are not all of it."""

from __future__ import annotations

import pytest
from tests.extraction.judged import errors
from tests.extraction.said import find, read

SOURCES = [
    "财政拨款收入6.00万元；船票收入3.00万元；其他收入1.00万元；总收入10.00万元。",
    "二、收入情况\n本年收入合计10.00万元。\n1.财政拨款收入6.00万元。\n2.船票收入3.00万元。\n3.其他收入1.00万元。",
    "收入合计10.00万元。其中：财政拨款收入6.00万元，培训费收入3.00万元，其他收入1.00万元。",
    "收入合计10.00万元。其中一般公共预算财政拨款收入6.00万元，泊位收入3.00万元，其他收入1.00万元。",
]
NATURES = [
    "总支出9.00万元：基本支出5.00万元，项目支出3.00万元，偿还借款1.00万元。",
    "总支出9.00万元，其中基本支出5.00万元，代管支出1.00万元，项目支出3.00万元。",
    "基本支出5.00万元，占55.56%；代管支出1.00万元，占11.11%；项目支出3.00万元，占33.33%；总支出9.00万元。",
]


@pytest.mark.parametrize("text", SOURCES)
def test_an_income_in_one_list_with_others_is_a_source_as_well(text: str) -> None:
    """财政拨款收入A；船票收入B；其他收入C: with B, the accounts told are not all sources."""
    assert not errors(text)


@pytest.mark.parametrize("text", NATURES)
def test_an_expenditure_in_one_list_with_the_natures_divides_it_otherwise(text: str) -> None:
    """基本支出A，代管支出B，项目支出C: the two natures told are not all of it."""
    assert not errors(text)


@pytest.mark.parametrize(
    "text",
    [
        "总收入10.00万元，其中财政拨款收入6.00万元，其他收入1.00万元。",
        "总支出9.00万元，其中基本支出5.00万元，项目支出3.00万元。",
    ],
)
def test_without_a_stranger_the_kinds_are_all_there_are(text: str) -> None:
    """其他收入 closes the accounts, and 基本支出 with 项目支出 the natures."""
    assert errors(text)


def test_what_is_earned_is_not_what_is_spent_under_the_name() -> None:
    """培训费收入 is no expenditure of 培训费."""
    paper = read("培训费收入3.00万元。")
    assert find(paper, "all_funds.expenditure/培训费") is None


PARTS_FIRST = [
    "水闸资金9.00万元。其中中央资金5.00万元，省级资金3.00万元，其他资金1.00万元。",
    "本年收入9.00万元。一般公共预算财政拨款收入5.00万元，泊位收入3.00万元，其他收入1.00万元。",
]


@pytest.mark.parametrize("text", PARTS_FIRST)
def test_the_first_of_a_list_is_not_its_whole(text: str) -> None:
    """其中中央资金A，省级资金B: A is a part itself; 公共 is no word for all of something."""
    assert not errors(text)


HEADS = [
    "节能环保支出（211）3.00万元，其中自然生态保护（21104）3.00万元；"
    "住房保障支出（221）1.00万元，其中住房改革支出（22102）1.00万元。",
    "农林水支出（213）8.00万元，其中水利（21303）8.00万元；节能环保支出（211）3.00万元，"
    "其中自然生态保护（21104）3.00万元；住房保障支出（221）1.00万元。",
]


@pytest.mark.parametrize("text", HEADS)
def test_a_head_behind_a_semicolon_is_no_part_of_the_one_before(text: str) -> None:
    """A，其中a；B，其中b: B stands beside A, and so does one behind a list that is full."""
    assert not errors(text)


VIEWS = [
    "全年支出9.00万元；按单位分：机关4.00万元，船队5.00万元；按性质分：基本支出6.00万元，项目支出3.00万元。",
    "政府采购支出总额5.00万元，其中：政府采购货物支出2.00万元、政府采购服务支出3.00万元；"
    "面向中小企业的合同金额为4.00万元（占80.00%），小微企业3.00万元（占中小企业合同金额的75.00%）。",
    "政府采购支出总额5.00万元，其中：政府采购货物支出2.00万元；政府采购服务支出3.00万元；"
    "从供应商类型看，中小企业合同额4.00万元，占政府采购支出总额的80.00%；小微企业合同额3.00万元。",
]


@pytest.mark.parametrize("text", VIEWS)
def test_another_view_divides_the_whole_anew(text: str) -> None:
    """按单位分：…；按性质分：…: each divides the same whole; 从规模看 is no more of a list."""
    assert not errors(text)


def test_a_wrong_part_of_the_second_view_is_found() -> None:
    """按性质分 is of the whole that 按单位分 divided."""
    text = "全年支出9.00万元；按单位分：机关4.00万元，船队5.00万元；按性质分："
    assert errors(f"{text}基本支出6.00万元，项目支出4.00万元。")
