"""Whose a figure is, and of which year and plan, where sentences and items part what is told."""

from __future__ import annotations

import pytest
from tests.extraction.judged import errors

PEOPLE = [
    "年末在职人员9人。人员经费7.00万元，其中：局机关4.00万元（在职人员5人）、船队3.00万元（在职人员4人）。",
    "年末在职人员9人。行政运行支出4.00万元（在职人员5人），事业运行支出3.00万元（在职人员4人）。",
    "年末在职人员9人。局本级（在职人员5人）公用经费4.00万元，疏浚站（在职人员4人）公用经费3.00万元。",
    "在职人员9人，编制11人；其中局机关5人（编制6人），船闸所4人（编制5人）。",
    "年末在职人员9人。人员经费7.00万元，其中：局机关4.00万元，在职人员5人；船队3.00万元，在职人员4人。",
]


@pytest.mark.parametrize("text", PEOPLE)
def test_people_beside_the_money_of_a_part_are_that_parts(text: str) -> None:
    """船队N万元（在职M人）: M are not all who are employed."""
    assert not errors(text)


def test_people_beside_the_money_of_all_are_all() -> None:
    """总支出N万元（在职M人）: M are all, so another number of them is a contradiction."""
    assert errors("总支出9.00万元（年末在职人员95人）。年末在职人员59人。")


def test_an_item_after_what_money_was_used_for_has_figures_of_its_own() -> None:
    """主要用于：一是修渠。预算A，支出B: B is not all expenditure."""
    assert not errors(
        "支出9.00万元。主要用于：一是航道疏浚。预算5.00万元，支出4.00万元；二是堤防加固。预算6.00万元，支出5.00万元。"
    )


BODIES = [
    "一、分单位情况\n1.局本级：在职人员5人。基本支出4.00万元。\n2.疏浚站：在职人员4人。基本支出3.00万元。\n"
    "二、总体情况\n基本支出7.00万元。",
    "“三公”经费3.00万元。\n1.局机关本级支出4.00万元。“三公”经费1.00万元。\n2.疏浚队支出5.00万元。“三公”经费2.00万元。",
]


@pytest.mark.parametrize("text", BODIES)
def test_an_item_that_begins_with_a_body_is_that_bodys(text: str) -> None:
    """1.疏浚站：在职N人。基本支出M: all of the item is the 疏浚站's."""
    assert not errors(text)


THINGS = [
    "项目支出合计9.00万元。\n1.航标维护管理（预算5.00万元）：支出5.00万元。\n2.船闸安全运行（预算4.00万元）：支出4.00万元。",
    "项目支出9.00万元。\n①水情测报管理，年度预算6.00万元，实际支出5.00万元，预算执行率83.33%。",
    "项目支出9.00万元。\n1、船员签约项目支出4.00万元，签约船员8人。",
]


@pytest.mark.parametrize("text", THINGS)
def test_an_item_with_a_plan_of_its_own_is_a_thing(text: str) -> None:
    """航标维护管理（预算A）：支出B: both are of the item, not of 项目支出."""
    assert not errors(text)


def test_the_kinds_of_an_account_go_on_in_the_next_sentence() -> None:
    """某预算支出中，基本支出A。项目支出B。基本支出包括C: all are of that account."""
    text = (
        "支出合计9.00万元，其中基本支出6.00万元，项目支出3.00万元。\n"
        "一般公共预算财政拨款支出中，基本支出5.00万元，占71.43%。项目支出2.00万元，占28.57%。"
        "基本支出包括人员经费4.00万元；公用经费1.00万元。"
    )
    assert not errors(text)


PLANS = [
    "“三公”经费支出5.00万元，预算执行率62.50%（预算8.00万元）。（1）公务用车运行维护费支出4.00万元，完成预算的80.00%。",
    "公务用车购置及运行维护费支出9.00万元，完成预算的90.00%，其中购置车辆1辆，支出6.00万元（预算6.00万元）；"
    "公务用车运行维护费3.00万元。",
    "一是公务用车运行维护费4.00万元，预算4.00万元，保有量2辆；二是公务接待费1.00万元，完成预算的50.00%。",
    "发放贷款8.00亿元12笔。中心自身预算支出2.00亿元，执行率80.00%（预算2.50亿元）。",
]


@pytest.mark.parametrize("text", PLANS)
def test_a_plan_by_no_other_name_is_that_of_the_figure_beside_it(text: str) -> None:
    """A完成预算的P: of the budget of A, not of one told of something else."""
    assert not errors(text)


def test_a_wrong_share_of_its_own_plan_is_found() -> None:
    """支出A，完成预算B的P in one sentence are held against each other."""
    assert errors("公务接待费预算5.00万元，支出4.00万元，完成预算的70.00%。")


def test_the_kinds_of_visits_may_stand_in_a_sentence_of_their_own() -> None:
    """接待A批次。其中国内接待B批次: A is of both kinds."""
    assert not errors(
        "公务接待共9批次、90人次。其中国内公务接待8批次、80人次，外事接待1批次、10人次。"
    )


def test_an_item_hands_no_year_on_to_the_next() -> None:
    """一是…，上年亦无；二是接待费N: N is of this year."""
    text = "公务接待费3.00万元，上年4.00万元。\n一是未发生出国费用，上年亦无此项支出；"
    assert not errors(f"{text}二是公务接待费支出3.00万元。")


FUNDS = [
    "九、政府性基金和国有资本经营预算情况\n政府性基金预算收入5.00万元，支出4.00万元。\n"
    "国有资本经营预算收入2.00万元，支出2.00万元；支出同比减少1.00万元（下降33.33%）。",
    "3 一般公共预算\n3.1 基本支出\n基本支出4.00万元。\n3.2 项目支出\n项目支出3.00万元。\n"
    "4 政府性基金预算\n4.1 项目支出\n项目支出2.00万元。",
]


@pytest.mark.parametrize("text", FUNDS)
def test_a_heading_lends_the_fund_it_names_alone(text: str) -> None:
    """A heading of two funds lends neither; 3 above 3.1 heads what stands below it."""
    assert not errors(text)


PRICES = [
    "培训5.00万元，其中网络课程2.00万元；培训学员300人次，面授人均培训费150.00元。",
    "火箭弹单价0.20万元、8.00万元，炮弹30枚、单价0.10万元、3.00万元。",
    "走访船员20人，每人500元。走访渔民30人，每人400元。共支出2.20万元。",
]


@pytest.mark.parametrize("text", PRICES)
def test_a_price_is_of_its_own_number_and_amount(text: str) -> None:
    """面授人均 is of fewer than all; a number with a price of its own is no other one's."""
    assert not errors(text)


def test_seasons_tell_two_figures_apart() -> None:
    """春季N人，秋季M人: M is no slip of N, though its digits are exchanged."""
    assert not errors("春季学期受助学生4547人。秋季学期受助学生7544人。")


def test_a_name_with_the_sound_of_a_sum_is_none() -> None:
    """二是公共…项目投入N: 公共 says nothing of a sum."""
    assert not errors(
        "一是疏浚项目投入3.00万元。该项目预算为4.00万元。二是“公共码头项目”投入5.00万元。该项目预算为6.00万元。"
    )
