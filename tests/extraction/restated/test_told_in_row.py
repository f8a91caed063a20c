"""Figures in a row that is told again: one of them is the same, and the other has a slip."""

from __future__ import annotations

import pytest
from tests.extraction.judged import errors

WRONG = {
    "batches and people": (
        "接待船检验收人员54批次、437人次，支出3.10万元。\n"
        "主要产出：外出培训6次，目标为5次；全年来访验收45批次、437人次。"
    ),
    "people the same, called otherwise": (
        "组织海上搜救演练45场次、2,640人次。\n演练54场次、2,640人次，超额完成任务。"
    ),
    "a digit changed beside a long figure": (
        "改造渔船泊位24个、惠及渔民4,318人。\n泊位改造后26个、惠及渔民4,318人，反映良好。"
    ),
    "a noun that is the same behind a short figure": (
        "为全港14个渔业村、1,527名老渔民体检。\n可见14个渔业村、1,257名老渔民得到了保障。"
    ),
    "money that is the same as well": (
        "船员接待支出1.36万元，接待18批次、164人次。\n接待费1.36万元（18批次、146人次）。"
    ),
    "both called as before": (
        "核定编制30名，实有在职26人。\n三、自评\n编制30名，实有在职28人，得3分。"
    ),
    "below what a goal has become": (
        "一、概况\n疏浚航道12条、清淤53,460立方米。\n"
        "二、绩效目标完成情况\n疏浚支线21条、清淤53,460立方米。"
    ),
}
RIGHT = {
    "right": "接待人员54批次、437人次。\n来访验收54批次、437人次。",
    "another year": "接待人员54批次、437人次。\n上年接待人员45批次、437人次。",
    "halves of a year": "上半年接待54批次、437人次。\n下半年接待45批次、437人次。",
    "two places": "东澳村改造泊位126个、惠及1,340户。\n西澳村改造泊位162个、惠及1,340户。",
    "headings of two places": (
        "（一）东澳村\n改造泊位126个、惠及1,340户。\n（二）西澳村\n改造泊位162个、惠及1,340户。"
    ),
    "what was planned": "计划演练45场次、2,640人次。\n实际演练54场次、2,640人次。",
    "what one of them is of": "接待54批次、437人次。\n其中外事接待45批次、437人次。",
    "fewer than was meant to be": "安排演练18期、1,260人次。\n实际演练16期、1,260人次。",
    "quarters": "一季度抽验50批次，抽验合格46批次。\n二季度抽验50批次，抽验合格48批次。",
    "two bodies": "局机关编制30名，实有在职26人。\n航标站编制30名，实有在职28人。",
    "a short figure that is the same alone": "验船15艘、维修128件。\n报废15艘、拆解182件。",
}


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_a_row_that_is_told_again_has_the_same_figures(text: str) -> None:
    """The figure beside it says that both are of one thing, whatever they are called."""
    (told,) = errors(text, "project_evaluation")
    assert "前后不一" in told


@pytest.mark.parametrize("text", RIGHT.values(), ids=RIGHT)
def test_rows_of_two_things_are_let_be(text: str) -> None:
    """Another year, place or stage, or a part, has figures of its own."""
    assert errors(text, "project_evaluation") == []
