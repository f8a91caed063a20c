"""A rate whose working is told in words is of the figures that these words name."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

PAIR = ["BUD-001-PAIR"]
ASKED = "发放问卷260份，收回有效问卷250份，其中“非常满意”150份、“满意”80份、“一般”20份，"
CUT = "浮标更新批复预算64万元，控制价62万元，中标价58万元，结算价57.6万元。"
SOLD = "应收泊位费360万元，实收泊位费324万元，"

WORKINGS = {
    "a sum in a bracket before the rate": (
        ASKED + "综合满意度（非常满意与满意之和占有效问卷）为{}%。",
        ("92", "96"),
    ),
    "a sum in a bracket behind it, of persons and papers": (
        "满意150人，基本满意40人，不满意10人，共收回问卷200份，"
        "总体满意度{}%（满意与基本满意合计占收回问卷比例）。",
        ("95", "85"),
    ),
    "a difference": (CUT + "节约率按（批复预算－结算价）÷批复预算计算为{}%。", ("10", "12")),
    "a quotient in a bracket": (SOLD + "收缴率（实收泊位费÷应收泊位费）为{}%。", ("90", "92")),
    "a stroke": (SOLD + "收缴率（实收/应收）{}%。", ("90", "92")),
    "an equation": (
        "计划检验船舶500艘，实际检验470艘。检验率＝实际检验数÷计划检验数×100%＝{}%。",
        ("94", "96"),
    ),
    "a share of all": (
        "持证船员1,840人，船员总数2,000人，持证率（持证船员占船员总数的比例）达{}%。",
        ("92", "94"),
    ),
}


@pytest.mark.parametrize("name", WORKINGS)
def test_a_rate_is_what_the_figures_of_its_working_make(name: str) -> None:
    """The right rate is silent, the wrong one is found once."""
    text, (right, wrong) = WORKINGS[name]
    assert errors(text.format(right)) == []
    assert errors(text.format(wrong)) == PAIR


@pytest.mark.parametrize(
    "text",
    [
        "浮标更新批复预算64万元，调整后批复预算60万元，节约3万元，节约率（节约/批复预算）5%。",
        CUT + "节约率按（概算－结算价）÷概算计算为12%。",
        ASKED + "综合满意度（按非常满意、满意、一般加权）为93.5%。",
        "省级补助120万元，市级补助80万元，上级占比（省市补助合计占总投入）83.3%。",
        "完成率（按进度权重折算）92%，计划12座，实际9座。",
        "成本下降率=（上年成本－本年成本）÷上年成本，目标值5%，上年120元，本年112元。",
    ],
)
def test_a_working_whose_words_name_no_figure_or_several_says_nothing(text: str) -> None:
    """A word that names nothing, two values, or a weighing that is not printed is left alone."""
    assert errors(text) == []


def test_a_hundred_percent_in_a_working_is_no_rate() -> None:
    """A÷B×100%＝P: the rate is P."""
    text = "计划检验船舶500艘，实际检验470艘。检验完成率＝实际检验数÷计划检验数×100%＝94%。"
    assert errors(text) == []
