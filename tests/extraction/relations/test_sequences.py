"""Changes over several levels, and changes whose earlier level is told behind them."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

WRONG = {
    "two levels before the last": (
        "部门支出由2020年的786.40万元、2021年的812.70万元增至2022年的864.10万元，"
        "两年共增加97.70万元。"
    ),
    "a rate over two years": (
        "支出由2020年的786.40万元增至2021年的812.70万元、2022年的864.10万元，累计增长19.88%。"
    ),
    "years in turn": "办案量2020年318件，2021年352件，2022年401件，两年增加93件。",
    "years in turn, a sum of money": (
        "2020年支出786.40万元，2021年812.70万元，2022年864.10万元，两年累计增加97.70万元。"
    ),
    "without years": "三年来学生由1,120人增加到1,186人再到1,254人，累计增加144人。",
    "the earlier level behind": (
        "2022年支出426.80万元，比2021年减少38.20万元，下降8.22%。2021年该项支出为456.00万元。"
    ),
    "the earlier level behind, with a reason between": (
        "2022年培训支出426.80万元，比2021年减少38.20万元，主要是场地费下降。"
        "2021年该支出为456.00万元。"
    ),
}

SILENT = {
    "consistent": (
        "部门支出由2020年的786.40万元、2021年的812.70万元增至2022年的864.10万元，"
        "两年共增加77.70万元。"
    ),
    "against the year before": (
        "部门支出由2020年的786.40万元、2021年的812.70万元增至2022年的864.10万元，"
        "比上年增加51.40万元。"
    ),
    "each year": (
        "部门支出由2020年的786.40万元、2021年的812.70万元增至2022年的864.10万元，"
        "年均增加38.85万元。"
    ),
    "as many years as levels: from the level before the first": (
        "2020年支出786.40万元，2021年812.70万元，2022年864.10万元，三年累计增加97.70万元。"
    ),
    "a year is missing": (
        "支出由2018年的786.40万元、2021年的812.70万元增至2022年的864.10万元，两年共增加51.40万元。"
    ),
    "what was added each year": "2020年新增12人，2021年新增15人，2022年新增18人，三年共增加45人。",
    "another thing grew": (
        "车辆由2020年12辆、2021年13辆增至2022年18辆，两年共增加购置费33.00万元。"
    ),
    "another scope": (
        "2022年支出426.80万元，比2021年减少38.20万元，下降8.22%。"
        "2021年该项目支出（同口径）为456.00万元。"
    ),
    "of two things": (
        "2022年培训支出426.80万元，比2021年减少38.20万元；会议支出500.00万元，"
        "比2021年增加30.00万元。2021年该项支出为470.00万元。"
    ),
}


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_a_change_over_years_is_that_from_the_first_level_to_the_last(text: str) -> None:
    """两年共增加D is the last of three levels less the first; 该项 is what was spoken of before."""
    assert [rule[:4] for rule in errors(text)] == ["YOY-"]


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_a_change_that_may_be_of_other_levels_is_silent(text: str) -> None:
    """Of another year, thing or scope, a change makes no level wrong."""
    assert errors(text) == []


IMPLIED = {
    "in the next paragraph": (
        (
            "门诊收入18904.80万元，检查收入1231.68万元。",
            "门诊收入较上年减少14724.34万元、下降29%。",
        ),
        True,
    ),
    "in the next sentence": (
        ("全年培训学员1326人，发放证书1200本。培训学员同比增加146人，增长22.37%。",),
        True,
    ),
    "consistent": (
        ("门诊收入18904.80万元，检查收入1231.68万元。", "门诊收入较上年减少7721.00万元、下降29%。"),
        False,
    ),
    "two of the name": (
        ("甲馆门票收入48.00万元，乙馆门票收入60.00万元。门票收入比上年增加8.00万元，增长8%。",),
        False,
    ),
    "another year": (
        ("2021年门票收入48.00万元。门票收入比上年增加8.00万元，增长16.67%。",),
        False,
    ),
    "a part of the year": (
        ("1—6月门票收入48.00万元。门票收入比上年增加8.00万元，增长16.67%。",),
        False,
    ),
}


@pytest.mark.parametrize(("lines", "found"), IMPLIED.values(), ids=IMPLIED)
def test_a_change_and_its_rate_imply_one_earlier_level(lines: tuple[str, ...], found: bool) -> None:
    """What a level was before follows from its change and from the rate: the two must agree."""
    assert errors(*lines) == ["YOY-001"] * found


BRACKETED = {
    "points above": ("预算执行率98%。预算执行率高于2020年（95.4%）3.6个百分点。", True),
    "points below": ("合格率92.4%。合格率低于上年（95.0%）1.6个百分点。", True),
    "a number": ("接待人次1326人次。接待人次较上年（1180人次）增加156人次。", True),
    "consistent": ("预算执行率98%。预算执行率高于2020年（95.4%）2.6个百分点。", False),
    "two of the name": (
        "合格率92.4%，其中南区合格率95%。合格率低于上年（95.0%）1.6个百分点。",
        False,
    ),
    "another name": (
        "群众满意度96.5%。服务对象满意度比上年（94.2%）提高3.3个百分点。",
        False,
    ),
}


@pytest.mark.parametrize(("text", "found"), BRACKETED.values(), ids=BRACKETED)
def test_a_level_in_brackets_is_what_the_figure_of_the_name_is_compared_with(
    text: str, found: bool
) -> None:
    """高于2020年（A）B个百分点: what was said before under the name is as much above A."""
    assert bool(errors(text)) is found
