"""Lists that leave nothing out by what their parts are, or by what a sentence says behind them."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

WRONG = {
    "told in all, compared, and divided by all its kinds": (
        "“三公”经费全年支出{}万元，比上年减少38.00万元。其中因公出国（境）费0元，"
        "公务用车运行维护费180.00万元，公务接待费40.00万元。",
    ),
    "what is so and what is not, behind 其中": ("巡检灯桩{}座，其中合格211座、不合格9座。",),
    "done in time, late, or not": (
        "年度整治任务{}项，其中：按期完成205项，延期完成11项，未完成4项。",
    ),
    "done, in part, or not": ("设置三级指标{}个，完成205个，部分完成11个，未完成4个。",),
    "finished, being built, not begun": ("码头项目{}个，其中已完工205个，在建11个，未开工4个。",),
    "the lowest grade of schooling is open below": (
        "在职船员{}人，其中研究生15人，本科180人，大专及以下25人。",
    ),
    "grades of projects, told two sentences on": (
        "应自评项目{}个，涉及资金6,420.00万元。",
        "结果等次：优180个，良30个，中10个，差0个；优秀率81.8%。",
    ),
    "grades with the word for projects": (
        "共对{}个项目开展自评，涉及资金6,420.00万元。其中，等级为优的项目180个，等级为良的项目30个，"
        "等级为中的项目8个，等级为差的项目2个。",
    ),
    "grades of projects behind 其中": ("自评项目{}个，其中优140个，良70个，中10个，差0个。",),
    "a sentence says that there is nothing else": (
        "岸线整治投入{}万元，其中护岸120万元，系缆桩40万元，照明60万元。除上述三类外未列支其他费用。",
    ),
    "as many kinds as lines": (
        "年末累计支出{}万元，执行率95%。支出按用途分为三项：",
        "· 护岸120万元",
        "· 系缆桩40万元",
        "· 照明60万元",
    ),
    "what is left of both kinds": (
        "年末结转和结余{}万元，其中：基本支出结转120万元，项目支出结转和结余100万元。",
    ),
    "what persons are employed as, in a bracket": (
        "在职人员{}人（行政人员60人、事业人员155人、工勤人员5人）。",
    ),
    "posts of which two alone come near": (
        "2021年末在职人员{}人，其中行政60人，事业155人，机关工勤5人；离退休16人。",
    ),
    "the first of them are those of the chiefs": (
        "共有车辆{}辆，其中主要领导干部用车0辆、机要通信用车20辆、应急保障用车30辆、"
        "执法执勤用车140辆、其他用车30辆，其他用车为巡航车。",
    ),
    "divided in a line of its own, and nothing else": (
        "岸线整治预算总额{}万元。",
        "按用途划分如下：",
        "1.护岸120万元，用于加固；",
        "2.系缆桩40万元；",
        "3.照明60万元。",
        "除以上三项外无其他支出。",
    ),
}

SILENT = {
    "the kinds of what it has become less by": (
        "“三公”经费支出220.00万元，较上年260.00万元减少40.00万元，其中因公出国（境）费减少0.50万元，"
        "公务用车运行维护费减少30.00万元，公务接待费减少9.50万元。",
    ),
    "persons of another kind behind the bracket": (
        "在职人员64人（行政人员20人、事业人员38人、工勤人员2人），编外人员4人。",
    ),
    "persons of another kind in it": (
        "在职人员64人（行政人员20人、事业人员36人、工勤人员2人、借调人员4人）。",
    ),
    "the chief ones in number": ("共有车辆260辆，其中主要是执法执勤用车140辆、机要通信用车20辆。",),
    "a third state": ("巡检灯桩232座，合格211座，不合格9座，待检12座。",),
    "the rest in words": ("巡检灯桩232座，其中合格211座，不合格9座，另有12座待检。",),
    "others of which the list is": (
        "共对43个项目开展自评，抽查复核20个。",
        "复核结果：优9个，良10个，中1个，差0个。",
    ),
    "nothing of one kind is not nothing else": (
        "支出合计500万元，其中护岸120万元，照明60万元。除此之外，未发生因公出国费用。",
    ),
    "nothing important is not nothing else": (
        "支出合计500万元，其中护岸120万元，照明60万元。除上述两项外，没有重大支出。",
    ),
    "a whole is no part of the one before it": (
        "全年收入1,206.50万元，其中引航费1,104.00万元；全年成本1,158.20万元，其中人工412.60万元。",
    ),
    "a list within the list": ("指标32个，已完成29个，其中超额完成10个，未完成3个。",),
}


@pytest.mark.parametrize("lines", WRONG.values(), ids=WRONG)
def test_kinds_that_are_all_there_are_make_their_whole(lines: tuple[str, ...]) -> None:
    """Kinds that leave no other, or a list said to have nothing beside it, make the whole."""
    first, *rest = lines

    assert errors(first.format(220), *rest) == []
    assert [rule[:7] for rule in errors(first.format(260), *rest)] in (["TOT-001"], ["MAT-002"])


@pytest.mark.parametrize("lines", SILENT.values(), ids=SILENT)
def test_kinds_beside_which_there_may_be_others_are_silent(lines: tuple[str, ...]) -> None:
    """A third state, another whole, or another way of saying nothing leaves the sum open."""
    assert errors(*lines) == []


PUBLIC = (
    "2022年“三公”经费预算60.00万元，决算{}万元，为预算的73.85%。具体为：公务用车购置费22.00万元，"
    "购置巡逻艇1艘；公务用车运行维护费13.40万元，保有车辆8辆；公务接待费8.91万元，接待71批次；"
    "因公出国（境）费为0。"
)


def test_parts_with_remarks_behind_a_share_of_the_budget() -> None:
    """What a figure is of its budget does not part it from the list behind it."""
    assert errors(PUBLIC.format("44.31")) == []
    assert errors(PUBLIC.format("45.31").replace("73.85", "75.52")) == ["SG-002-LEAVES"]
