"""Rates with their two figures in one sentence: which two, what clashes, what is of neither."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import compared, errors

READ = {
    "planned and completed": (
        "计划疏浚航道40公里，实际完成36公里，完成率90%。",
        ("40公里", "36公里", "90%"),
    ),
    "a task and what was built": (
        "目标任务40座，建成36座，完成率90%。",
        ("40座", "36座", "90%"),
    ),
    "budget and expenditure": (
        "航标更新预算250.00万元，实际支出235.00万元，执行率94%。",
        ("250.00万元", "235.00万元", "94%"),
    ),
    "money and what was paid": (
        "航标更新资金250.00万元，支付235.00万元，支付率94%。",
        ("250.00万元", "235.00万元", "94%"),
    ),
    "budget and what arrived": (
        "航标更新预算资金250.00万元，到位资金200.00万元，到位率80.00%。",
        ("250.00万元", "200.00万元", "80.00%"),
    ),
    "named after what was done": (
        "受理渔船检验申请160件，办结152件，办结率95%。",
        ("160件", "152件", "95%"),
    ),
    "named after what passed": (
        "抽检渔船160艘，合格152艘，合格率95%。",
        ("160艘", "152艘", "95%"),
    ),
    "money between that is of something else": (
        "航标更新计划40座，完成36座，支出235.00万元，完成率90%。",
        ("40座", "36座", "90%"),
    ),
    "cut off instead of rounded": (
        "计划更换浮标60座，实际完成49座，完成率81.6%。",
        ("60座", "49座", "81.6%"),
    ),
}

TWO = {
    "each of its own two": (
        "航标更新预算250.00万元，到位200.00万元，支出160.00万元，到位率80%，预算执行率64%。",
        [("250.00万元", "200.00万元", "80%"), ("250.00万元", "160.00万元", "64%")],
    ),
    "two matters": (
        "计划疏浚航道40公里，实际完成36公里，完成率90%；计划更新航标60座，实际完成57座，完成率95%。",
        [("40公里", "36公里", "90%"), ("60座", "57座", "95%")],
    ),
}

WRONG = {
    "under labels, in sentences of their own": (
        "到位资金：250.00万元。实际支出：235.00万元。执行率：96%。"
    ),
    "under labels, of things that are counted": "目标值：40座。实际值：36座。完成率：95%。",
    "planned and completed": "计划疏浚航道40公里，实际完成36公里，完成率80%。",
    "a task and what was built": "目标任务40座，建成36座，完成率为95%。",
    "budget and expenditure": "航标更新预算250.00万元，实际支出235.00万元，执行率96%。",
    "as if all was spent": "航标更新预算250.00万元，实际支出235.00万元，预算执行率为100.00%。",
    "money and what was paid": "航标更新资金250.00万元，支付235.00万元，支付率84%。",
    "budget and what arrived": ("航标更新预算资金250.00万元，到位资金200.00万元，到位率90.00%。"),
    "named after what was done": "受理渔船检验申请160件，办结152件，办结率85%。",
    "named after what passed": "抽检渔船160艘，合格152艘，合格率85%。",
    "the first of two rates": "抽检渔船160艘，合格152艘，合格率85%，整改率100%。",
    "money between that is of something else": (
        "航标更新计划40座，完成36座，支出235.00万元，完成率85%。"
    ),
    "a sentence of its own": (
        "航标更新预算250.00万元，年中未调整。实际支出235.00万元。执行率为96%。"
    ),
    "narrowed to the deed": (
        "计划安装灯器840盏。受供货影响，截至评价日实际安装并调试756盏。据此，安装完成率为95%。"
    ),
    "covered": "渔民4620人，其中签约2587人，签约覆盖率达65%。",
    "of what should be done": "应检验渔船12500艘，实际检验11875艘，检验率92%。",
    "of a whole that is told with it": (
        "人员经费2340万元，占整体支出3600万元的56%，公用经费360万元，占10%。"
    ),
    "all but what did not pass": "抽检渔船160艘，检出不合格8艘，合格率98%。",
    "named after two deeds": "查处违规捕捞35起，立案38起，立案查处率100%。",
    "of the task": "上级下达疏浚任务32公里，全年完成36公里，为下达任务的118%。",
    "what arrived in all": (
        "计划投资9000万元。截至目前省级资金足额到位，县级到位360万元，合计到位8460万元，到位率98%。"
    ),
    "upside down": "计划疏浚航道30公里，实际完成33公里，完成率90.9%。",
    "what all givers together paid": (
        "航标更新需投入资金520万元。截至年底，省、市两级到位资金468万元，到位率92%。"
    ),
}

SILENT = {
    "under labels, and right": "目标值：40座。实际值：36座。完成率：90%。",
    "under a label of another time": (
        "航标更新预算：250.00万元。实际支出：235.00万元。截至2023年3月底支付率：98%。"
    ),
    "of another time": ("航标更新预算250.00万元，实际支出235.00万元，截至2023年3月底支付率98%。"),
    "another rate behind the one of the two": (
        "航标更新预算250.00万元，实际支出235.00万元，执行率94%，支付率90%。"
    ),
    "another rate of a part": (
        "航标更新预算250.00万元，支出235.00万元，执行率94%，其中海图测绘执行率80%。"
    ),
    "a rate of what nobody counted": ("受理渔船检验申请160件，办结152件，办结率95%，满意率99%。"),
    "分别 shares out several": (
        "航标更新预算250.00万元、趸船大修预算100.00万元，"
        "支出分别为235.00万元、80.00万元，执行率分别为94%、90%。"
    ),
    "分别 behind two clauses": (
        "航标更新预算250.00万元，支出235.00万元；"
        "趸船大修预算100.00万元，支出80.00万元，执行率分别为94%、90%。"
    ),
    "分别 behind one clause": ("航标更新预算250.00万元，支出235.00万元，执行率分别为90%、88%。"),
    "a name of two things": "应届学员160人，升学120人，就业30人，升学就业率96.75%。",
    "a name of more than the figure": "应届学员160人，升学120人，升学就业率93.75%。",
    "all but what was not done": "受理渔船检验申请160件，未办结8件，办结率95%。",
    "some of what was not done": "受理渔船检验申请160件，未按期办结8件，办结率98%。",
    "in a sentence of its own, more between": (
        "航标更新预算250.00万元，实际支出235.00万元。质保金支出10.00万元。执行率98%。"
    ),
    "of the other way round": (
        "立案38起，查处35起，立案查处率92.1%。查处40起，立案38起，立案查处率95%。"
    ),
    "of a task that was not told": "航标更新下达任务40座，新建20座、改造30座，为全年任务的125%。",
    "what arrived in all": (
        "计划投资9000万元。截至目前省级资金足额到位，县级到位360万元，合计到位8460万元，到位率94%。"
    ),
    "covered more than signed": "渔民4620人，签约2587人，参保3200人，签约覆盖率56%。",
    "one figure alone": "抽检渔船160艘，合格率95%。",
    "named after neither": "计划检验渔船160艘，完成152艘，整改率40%。",
    "figures of different kinds": "航标更新支出250.00万元，完成疏浚36公里，完成率90%。",
    "upside down, of what is better the less there is": (
        "航标更新计划工期200天，实际完成工期250天，完成率80%。"
    ),
    "what all givers together paid": (
        "航标更新需投入资金520万元。截至年底，省、市两级到位资金468万元，到位率90%。"
    ),
    "a rounded figure": "计划疏浚航道40公里，实际完成约36公里，完成率92%。",
}


def stated(text: str) -> list[tuple[str, str, str]]:
    """Return the rates of a text with the two figures that each is of: base, figure, rate."""
    return [
        (claim.base.printed, figure.statements[0].value.printed, claim.completed.printed)
        for figure, claim in compared(text)
        if claim.base is not None and claim.completed is not None
    ]


@pytest.mark.parametrize("name", READ)
def test_a_rate_has_the_two_figures_of_its_sentence(name: str) -> None:
    """The name of a rate says which two: done of planned, arrived of planned, or what it is named
    after of what stands before that.
    """
    text, expected = READ[name]

    assert [expected] == stated(text)
    assert [] == errors(text)


@pytest.mark.parametrize("name", TWO)
def test_two_rates_have_two_figures_each(name: str) -> None:
    """Rates beside each other are each of their own two figures."""
    text, expected = TWO[name]

    assert expected == stated(text)
    assert [] == errors(text)


@pytest.mark.parametrize("name", WRONG)
def test_a_rate_that_is_not_that_of_its_figures_is_found_once(name: str) -> None:
    """A rate beyond every reading of the digits of its two figures breaks one rule."""
    assert ["BUD-001-PAIR"] == errors(WRONG[name])


@pytest.mark.parametrize("name", SILENT)
def test_a_rate_that_may_be_of_others_is_silent(name: str) -> None:
    """A rate of another time, of several, of a part or of something not counted clashes with no
    figure beside it.
    """
    assert [] == errors(SILENT[name])


@pytest.mark.parametrize("word", ["约250万元", "近250万元", "250万元左右", "250余万元"])
def test_a_budget_in_round_figures_is_not_contradicted(word: str) -> None:
    """A rounded budget stands for all that its word leaves open, wherever it is read."""
    assert [] == errors(f"航标更新项目预算{word}，支出235.00万元，执行率92%。")
    assert [] != errors("航标更新项目预算250.00万元，支出235.00万元，执行率92%。")
