"""Figures that are neither a second figure of what is spoken of nor its budget."""

from __future__ import annotations

import pytest
from tests.extraction.judged import errors

ADDED = (
    "2022年度支出年初预算400万元，年内追加护坡专项160万元，核减培训费8万元，调整预算数552万元。"
    "支出决算540.96万元，为年初预算的{first}%，为调整预算的{last}%。"
)
USED = (
    "2022年当年预算1180万元，上年结转70万元。本年支出1208.4万元，其中动用上年结转66.5万元，"
    "动用当年预算1141.9万元。当年预算执行率96.77%，上年结转执行率95%，综合执行率96.67%。"
)
YEARS = (
    "2022年度公务接待费1.68万元，国内公务接待28批次、210人次，人均80元。"
    "与2021年的2.1万元（35批次，280人次，人均{each}元）相比，减少0.42万元，下降20%。"
)
PASSED = "计划检测水样600批次。实际检测650批次，超额50批次；{rest}"
TOTAL = (
    "本年收入合计940万元，上年结转60万元，收入总计1,000万元。"
    "与上年预算总计相比增加200万元，增长{rate}%。"
)
CAUSE = (
    "“三公”经费决算26万元，比上年的10万元增加16万元，增长{rate}%。"
    "增加较多是因为添置皮卡车1辆，支出15万元。"
)
PLAN = "锅炉更新计划260万元，其中中央补助200万元，学校自筹60万元。实际支出248万元，{rest}"
BIDS = (
    "项目预算1,000万元，分为三包：甲包中标480万元，乙包中标285万元，丙包中标190万元，"
    "中标合计955万元。"
)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (ADDED.format(first="135.24", last="98"), "final_accounts"),
        (ADDED.format(first="135.24", last="98").replace("年内追加", "上级追加"), "final_accounts"),
        (USED, "self_evaluation"),
        ("全年支出500万元，当年资金支出440万元、结转资金支出60万元。", "self_evaluation"),
        (YEARS.format(each="75"), "final_accounts"),
        (PASSED.format(rest="合格637批次，合格率98%。"), "self_evaluation"),
        (TOTAL.format(rate="25"), "budget"),
        (TOTAL.format(rate="25").replace("预算总计", "总计数"), "budget"),
        (CAUSE.format(rate="160"), "final_accounts"),
        (CAUSE.format(rate="160").replace("是因为", "主要是由于"), "final_accounts"),
        (PLAN.format(rest="自筹实际支出48万元。"), "project_evaluation"),
        (BIDS, "self_evaluation"),
        ("本年收入总计、支出总计均为660万元，其中本年收入600万元。", "final_accounts"),
    ],
)
def test_a_figure_of_another_thing_is_no_second_figure_of_the_subject(text: str, kind: str) -> None:
    """What is added to a budget, used of it, planned, bid, or spent on a cause is called so."""
    assert errors(text, kind) == []


@pytest.mark.parametrize(
    ("text", "kind", "wrong"),
    [
        (ADDED.format(first="145.24", last="98"), "final_accounts", "145.24%"),
        (ADDED.format(first="135.24", last="89"), "final_accounts", "89%"),
        (
            "2022年当年预算315万元，实际使用当年预算300万元，当年预算执行率85.24%。",
            "self_evaluation",
            "85.24%",
        ),
        (YEARS.format(each="95"), "final_accounts", "95元"),
        ("实际检测650批次，合格667批次，合格率98%。", "self_evaluation", "667批次"),
        (TOTAL.format(rate="35"), "budget", "35%"),
        (CAUSE.format(rate="190"), "final_accounts", "190%"),
        ("锅炉更新计划260万元，实际支出248万元，执行率98%。", "project_evaluation", "98%"),
    ],
)
def test_what_is_known_of_the_subject_is_still_compared(text: str, kind: str, wrong: str) -> None:
    """The figures that do belong to the subject contradict each other as before."""
    assert any(wrong in one for one in errors(text, kind))


def test_of_two_named_years_none_is_this_one_where_that_is_not_known() -> None:
    """2018年末编制A，2019年末编制B: a report without a year has no figure of its own year here."""
    text = "2018年末编制85名，实有79人；2019年末编制90名，实有86人。"
    assert errors(text, "self_evaluation") == []
