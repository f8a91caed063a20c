"""What is narrower than the report: its figure is never taken for that of the whole."""

from __future__ import annotations

import pytest
from tests.extraction.judged import errors
from tests.extraction.said import find, read, values

WHOLE = "本年支出合计900.00万元，其中基本支出300.00万元、项目支出600.00万元。"
QUIET = {
    "what an item cost in the year": (
        f"一、支出\n{WHOLE}\n二、三公\n“三公”经费相当于2021年8.00万元的75.00%，本年支出6.00万元。"
    ),
    "the sum of what is listed above": (
        f"一、支出\n{WHOLE}\n二、对比\n1.交通运输支出年初预算为400.00万元，支出决算为500.00万元。\n"
        "2.住房保障支出年初预算为50.00万元，支出决算为60.00万元。\n各类合计决算支出560.00万元。"
    ),
    "what was spent of the budget before a semicolon": (
        "一、执行\n部门整体支出：全年预算数950.00万元；支出900.00万元；完成率94.74%。\n"
        f"二、支出\n{WHOLE}"
    ),
    "how a figure was reckoned, with grouped digits": (
        "一、结转\n年末结转和结余48.20万元（=年初结转和结余1,046.20万元+本年收入1,002.00万元-"
        "本年支出2,000.00万元）。\n二、支出\n本年支出2,000.00万元（基本支出800.00万元+项目支出1,200.00万元）。"
    ),
    "both totals told as one": (
        "四、总体\n收入总计与支出总计相等，均为1,329.57万元。同比增加290.50万元（增长28.0%）。\n"
        "五、收入\n2022年收入1,045.94万元（不含上年结转），较上年的979.17万元增加66.77万元。"
    ),
    "a list of all funds divided once more by bodies": (
        "三、支出\n本年支出合计735.34万元（其中：一般公共预算财政拨款支出708.21万元，其他资金支出"
        "27.13万元）。\n四、分单位\n汇总本年支出合计735.34万元（其中：局机关本级462.76万元；"
        "航标站196.95万元；测量队75.63万元）。"
    ),
    "a rate with figures of its own": (
        "七、指标\n一是“三公”经费控制率75.81%（“三公”经费实际支出3.98万元/“三公”经费预算5.25万元）。"
        "二是预算完成率94.49%，其中本年支出351.29万元、全年预算数371.78万元。"
    ),
    "the year before of another line": (
        "二、收入\n事业收入上年为96.03万元，同比下降2.1%；其他收入下降14.9%（上年87.57万元）。"
    ),
    "what items were planned for and cost": (
        "六、项目\n（1）灯塔项目预算为303.95万元，执行为303.95万元，占预算的100.0%。\n"
        "（2）浮标项目预算为230.00万元，执行为215.51万元，完成预算的93.7%。"
    ),
}


@pytest.mark.parametrize("text", QUIET.values(), ids=QUIET)
def test_a_figure_is_of_no_more_than_its_words_say(text: str) -> None:
    """A right report is told no contradiction."""
    assert errors(text) == []


WRONG = {
    "an item's own rate": (
        "六、项目\n（1）灯塔项目预算为303.95万元，执行为303.95万元，占预算的100.0%。\n"
        "（2）浮标项目预算为230.00万元，执行为215.51万元，完成预算的39.7%。"
    ),
}


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_what_is_narrower_is_checked_for_itself(text: str) -> None:
    """The figure of an item is still compared with the others of that item."""
    assert errors(text) != []


def test_an_item_has_a_figure_of_the_year() -> None:
    """“三公”经费相当于上年N的P，本年支出M: M is its own."""
    paper = read(WHOLE, "“三公”经费相当于2021年8.00万元的75.00%，本年支出6.00万元。")
    assert values(paper, "three_public") == ["6.00万元"]


def test_entries_of_the_contents_list_head_nothing() -> None:
    """The last entry is no heading that the first section stands below."""
    paper = read(
        "目录",
        "一、收入情况",
        "二、支出情况",
        "三、“三公”经费支出情况",
        "一、收入情况",
        "从收入看，与2021年837.95万元相比，增加87.70万元。本年收入925.65万元。",
        "二、支出情况",
        WHOLE,
    )
    assert find(paper, "three_public") is None


def test_a_framed_line_is_a_heading_whatever_its_last_word() -> None:
    """【项目支出情况】 ends the section before it; items below are no parts of that."""
    paper = read(
        "【公用经费情况】",
        "公用经费142.60万元，较上年减少5.30万元。",
        "【项目支出情况】",
        "各项目执行情况：",
        "（1）灯塔项目预算为303.95万元，支出303.95万元。",
        "（2）浮标项目预算为230.00万元，支出215.51万元。",
    )
    assert values(paper, "all_funds.expenditure/basic/public") == ["142.60万元"]
    assert find(paper, "all_funds.expenditure/basic/public/灯塔项目") is None


def test_lines_below_a_line_that_tells_their_whole_alone() -> None:
    """基本支出——N, and below it 甲：A（占P）: shares of that, until a full stop ends the list."""
    text = (
        f"2.其他收入12.00万元。\n{WHOLE}\n基本支出——300.00万元\n工资福利支出：210.00万元（占{{}}）\n"
        "商品和服务支出：90.00万元（占30%）。\n会议费2.00万元。"
    )
    assert errors(text.format("70%")) == []
    assert errors(text.format("60%")) != []
