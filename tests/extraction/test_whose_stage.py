"""Which stage and which year a figure is of where its own words do not say it."""

from __future__ import annotations

import pytest
from tests.extraction.judged import errors
from tests.extraction.said import compared, has, read, unbound

QUIET = {
    "a budget that a colon announces, and what came in": (
        "县人民代表大会批准的年初预算为：一般公共预算收入620.00万元（税收收入400.00万元、"
        "非税收入220.00万元）；政府性基金预算收入80.00万元。\n"
        "一般公共预算收入655.00万元，其中：税收收入390.00万元；非税收入265.00万元。"
    ),
    "each part told with its own budget": (
        "“三公”经费支出3.15万元，年初预算为4.05万元。其中：因公出国（境）支出0万元，"
        "年初预算为0万元；公务用车购置支出0万元，年初预算为0万元；公务用车运行维护费支出0万元，"
        "年初预算为1.05万元；公务接待费支出3.15万元，年初预算为3.00万元。"
    ),
    "a heading that says what stands below it is budget": (
        "（一）财政收支预算情况\n一般公共预算收入520.00万元。\n"
        "（二）财政收支预算执行情况\n一般公共预算收入533.00万元，完成预算的102.50%。"
    ),
    "a stage that says the side of what only a fund names": (
        "一般公共预算收入150.50万元。一般公共预算实际支出为160.10万元。"
    ),
    "each clause group has an account of its own": (
        "一般公共预算收入568.00万元，支出546.00万元，结余22.00万元；"
        "政府性基金预算收入50.00万元，支出44.00万元，结余6.00万元。"
    ),
    "what a list of income names is not whose the expenditure is": (
        "财政拨款收支总预算705.00万元。收入包括：一般公共预算拨款703.00万元、"
        "上年结转2.00万元；支出包括：教育支出580.00万元、卫生健康支出125.00万元。\n"
        "一般公共预算拨款支出703.00万元。"
    ),
    "the year of each of two funds": (
        "一、船员互助基金。本年收入92.00万元，本年支出43.00万元。\n"
        "二、航标养护基金。本年收入154.00万元，本年支出114.00万元。"
    ),
}


@pytest.mark.parametrize("text", QUIET.values(), ids=QUIET)
def test_figures_of_two_stages_or_accounts_do_not_clash(text: str) -> None:
    """A figure is of the stage, the account and the fund that its sentence or heading is about."""
    assert errors(text) == []


LATER = {
    "in its own sentence": "2023年“三公”经费预算比2022年减少1.20万元，下降40.00%。",
    "in the sentence behind": (
        "2023年“三公”经费预算比2022年减少1.20万元。公务接待费较上年减少0.50万元，下降90.00%。"
    ),
}


@pytest.mark.parametrize("text", LATER.values(), ids=LATER)
def test_a_year_without_a_column_is_compared_with_nothing(text: str) -> None:
    """In accounts of 2022 a comparison of 2023 is left open, and one that goes on with it, too."""
    said = "公务接待费支出2.40万元。\n“三公”经费支出3.00万元。\n"
    assert errors(said + text) == []
    paper = read("公务接待费支出2.40万元。", "“三公”经费支出3.00万元。", text)
    assert unbound(paper)[:1] == ["1.20万元"]


def test_a_base_without_a_column_loses_no_subject() -> None:
    """A N，较2015年下降P。其中：…: the parts are parts of A."""
    paper = read("“三公”经费58.00万元，较2015年下降2.3%。其中：公务接待费8.00万元。")
    assert unbound(paper) == ["2.3%"]
    assert has(paper, "three_public/reception")


def test_a_figure_of_this_year_is_compared_as_before() -> None:
    """A sentence with a figure of its own does not go on with the year told before it."""
    paper = read("2023年计划压减“三公”经费。公务接待费支出2.40万元，较上年减少0.60万元。")
    assert str(compared(paper, "three_public/reception").change) == "-0.60万元"


def test_what_was_completed_hands_no_budget_on() -> None:
    """完成预算资金N，其中A、B: what was spent on the parts may not be more than the whole."""
    text = (
        "本项目共完成预算资金132.90万元，其中航标巡检{}万元，灯塔运转59.10万元，趸船看护66.00万元。"
    )
    assert errors(text.format("7.80")) == []
    assert len(errors(text.format("17.80"))) == 1


def test_spaces_may_group_the_digits_of_amounts() -> None:
    """收入568 526万元，支出546 776万元 is one amount each; a single such space is not certain."""
    assert unbound(read("本年收入合计568 526万元，本年支出合计546 776万元。")) == []
    assert unbound(read("项目支出3 526万元。")) != []
    text = "一般公共预算收入568 526万元，支出546 776万元，结余{}万元。"
    assert errors(text.format("21 750")) == []
    assert len(errors(text.format("23 750"))) == 1


def test_the_total_of_a_budget_is_not_what_the_year_brought_in() -> None:
    """一般公共预算总收入 counts transfers; what a body was granted has but one figure."""
    text = "一般公共预算总收入{}万元。\n一般公共预算收入129.00万元。"
    assert errors(text.format("795.00")) == []
    assert len(errors(text.format("95.00"))) == 1
