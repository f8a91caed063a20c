"""Numbers of one thing that clash however far apart they are, and such as may both be right."""

from __future__ import annotations

import pytest
from tests.extraction.judged import errors

KIND = "project_evaluation"
WRONG = {
    "the goal told twice, with a label and as a plan": (
        "一、项目概况\n年度目标：更换航标灯48座。项目计划投资126.00万元。\n"
        "二、产出情况\n计划更换航标灯61座、实际61座，如期完成。"
    ),
    "the goal beside the result": (
        "一、项目概况\n根据上级下达的任务计划，目标任务为培训渔民215人次。\n"
        "二、产出情况\n培训渔民190人次（目标值238人次，完成79.83%）。"
    ),
    "a goal with its year, and in a bracket": (
        "一、项目概况\n根据2022年任务计划，县航道局申报实施该项目，目标任务为更换缆绳160条。\n"
        "二、产出情况\n更换缆绳160条（目标值145条，完成100%）。"
    ),
    "a number that is neither the goal nor the result": (
        "一、工程实施\n（一）改造内容\n改造泊位7个，新增停车位538个，铺设电缆3.6公里。\n"
        "二、指标完成情况\n1.新增停车位：目标480个，完成462个，完成率96.25%。"
    ),
    "a number that is neither, behind words that only end like places": (
        "一、工作情况\n全年举办养殖班12期，培训牧区养殖带头人638人次。\n"
        "二、产出分析\n数量方面，培训牧区养殖带头人目标600人次，全年实际完成655人次。"
    ),
    "all of what was counted": (
        "本站共有职工64人，其中持证船员27人、后勤人员12人。\n方案充分征求了全部31名持证船员意见。"
    ),
    "of all of them so many": (
        "2022年5月发放问卷260份，收回有效问卷241份。\n群众满意度：235份有效问卷中，满意201份。"
    ),
    "a noun behind, beside the same number": (
        "项目覆盖6个镇137个渔村，配备巡查员420名。\n下一步，为6个镇173个渔村更换航标。"
    ),
    "what a part of it and the project cost": (
        "疏浚款支付2,318.46万元，为预算2,400.00万元的96.60%。\n综上，本项目全年支付2,381.46万元。"
    ),
}
RIGHT = {
    "a goal and a result": (
        "一、项目概况\n年度目标：更换航标灯48座。\n二、产出情况\n更换航标灯61座，超额完成。"
    ),
    "a goal that is to be completed": (
        "年度任务：完成航标灯更换48座。\n完成航标灯更换：目标≥48座，实际61座。"
    ),
    "of two districts": (
        "一、工作情况\n城南片区全年培训养殖带头人638人次。\n"
        "二、产出分析\n城北片区培训养殖带头人目标600人次，全年实际完成655人次。"
    ),
    "goals of two years": (
        "一、项目概况\n2021年度目标：更换航标灯48座。\n"
        "二、产出情况\n2022年计划更换航标灯61座、实际61座。"
    ),
    "one of the two is the result": (
        "一、工程实施\n改造泊位7个，新增停车位462个。\n"
        "二、指标完成情况\n1.新增停车位：目标480个，完成462个。"
    ),
    "two deeds": (
        "一、工程实施\n修复护舷538个。\n二、指标完成情况\n1.采购护舷：目标480个，完成462个。"
    ),
    "some of them": (
        "本站共有职工64人，其中持证船员27人、后勤人员12人。\n方案征求了16名持证船员意见。"
    ),
    "all of others": ("本站共有职工64人，其中持证船员27人。\n邻县全部31名持证船员参加了演练。"),
    "another neighbour": ("项目覆盖6个镇137个渔村。\n全县共有9个镇186个渔村，下一步扩大范围。"),
    "what was paid before": (
        "截至6月底，疏浚款支付2,318.46万元。\n综上，本项目全年支付2,381.46万元。"
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_clashing_numbers_of_one_thing_are_found(name: str) -> None:
    """A thing has one goal, one result and one number of all there is of it."""
    assert errors(WRONG[name], KIND)


@pytest.mark.parametrize("name", RIGHT)
def test_numbers_of_two_things_are_let_be(name: str) -> None:
    """A goal is no result; another year, deed or place, and a part of it, is another thing."""
    assert errors(RIGHT[name], KIND) == []
