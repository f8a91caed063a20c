"""A rate of execution in one section, and what was planned and spent in another."""

from __future__ import annotations

import pytest
from tests.extraction.judged import errors

MONEY = "二、资金情况\n项目{planned}，全部到位。\n项目实际支出480.00万元。\n"
RATED = "三、绩效分析\n（一）{heading}。{said}，得9.6分。\n（二）数量指标。换标完成率100%。"
WHOLE = "全年预算500.00万元"

WRONG = {
    "in the analysis": (WHOLE, "预算执行情况", "预算执行率为96.50%"),
    "of the budget as it became": (
        "年初预算520.00万元，调整后预算500.00万元",
        "过程管理",
        "调整后预算执行率为98.00%",
    ),
    "of what the treasury has laid down": (
        "财政预算安排500.00万元",
        "主要结论",
        "项目预算执行率为69.00%",
    ),
    "of what it gave": ("财政下达资金500.00万元", "自评结论", "综上，预算执行率69.00%"),
    "of a budget that was granted": ("年初预算批复500.00万元", "结论", "预算执行率达69.00%"),
}
SILENT = {
    "right": (WHOLE, "预算执行情况", "预算执行率为96.00%"),
    "of the budget as it was": (
        "年初预算520.00万元，调整后预算500.00万元",
        "过程管理",
        "年初预算执行率为92.31%",
    ),
    "under the heading of a thing": (WHOLE, "码头维修", "预算执行率为96.50%"),
    "of a thing that the sentence names": (WHOLE, "预算执行情况", "码头维修预算执行率为96.50%"),
    "of what the sentence before speaks of": (
        WHOLE,
        "预算执行情况",
        "码头维修已经完成。预算执行率为96.50%",
    ),
    "of one who gave among several": (
        "市财政安排资金500.00万元，县级配套180.00万元",
        "主要结论",
        "预算执行率为70.59%",
    ),
    "a goal": (WHOLE, "预算执行情况", "预算执行率为95%以上"),
    "until a month": (WHOLE, "预算执行情况", "截至9月底预算执行率为70.00%"),
    "of two budgets": (
        "部门预算600.00万元。全年预算500.00万元",
        "预算执行情况",
        "预算执行率为96.50%",
    ),
}


def _text(planned: str, heading: str, said: str) -> str:
    return MONEY.format(planned=planned) + RATED.format(heading=heading, said=said)


@pytest.mark.parametrize("said", WRONG.values(), ids=WRONG)
def test_a_rate_is_of_the_one_budget_and_what_was_spent(said: tuple[str, str, str]) -> None:
    """An evaluation has one budget and one sum of what was spent; its rate is of these two."""
    assert len(errors(_text(*said), "project_evaluation")) == 1


@pytest.mark.parametrize("said", SILENT.values(), ids=SILENT)
def test_a_rate_of_another_thing_or_time_is_silent(said: tuple[str, str, str]) -> None:
    """What a sentence or a heading names is another thing, and so is another time or a goal."""
    assert errors(_text(*said), "project_evaluation") == []


def test_a_rate_of_the_body_is_not_of_its_projects() -> None:
    """部门预算执行率 is not of what was planned for projects."""
    text = _text(WHOLE, "预算执行情况", "预算执行率为96.50%")
    assert errors(text, "self_evaluation") == []
