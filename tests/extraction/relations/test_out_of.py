"""Scores that stand before the full marks they are out of, and lists that hold their own sum."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

SCORES = (
    "对照指标打分：投入13.5/15分，过程24/25分，产出{}/30分，效果27/30分。总分91.5分。",
    "投入13.5分/15分，过程24分/25分，产出{}分/30分，效果27分/30分，总分91.5/100分。",
)


@pytest.mark.parametrize("text", SCORES)
def test_a_score_stands_before_the_full_marks_that_it_is_out_of(text: str) -> None:
    """投入13.5/15分 is a score and its full marks, and the scores add up."""
    assert errors(text.format(27)) == []
    assert [one[:7] for one in errors(text.format(25))] == ["MAT-011"]


def test_the_year_before_is_no_second_line() -> None:
    """以上两项合计 is of two lines, not of the last one and what it was a year before."""
    text = (
        "1.基本支出461.55万元，与2021年425.57万元相比，增加35.98万元。\n"
        "2.项目支出213.47万元，2021年为204.83万元，同比增长4.2%。\n以上两项合计{}万元。"
    )
    assert errors(*text.format("675.02").split("\n")) == []
    assert [one[:7] for one in errors(*text.format("657.02").split("\n"))] == ["TOT-001"]


def test_what_holds_its_own_sum_is_no_list_of_parts() -> None:
    """三项数字为：合计N、a、b are the parts of no other figure."""
    text = (
        "本年收入711.20万元，比上年增加3.10万元。\n本年三项数字为：支出合计708.43万元、"
        "基本支出356.38万元、项目支出352.05万元。"
    )
    assert errors(*text.split("\n")) == []
