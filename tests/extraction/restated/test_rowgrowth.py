"""How much a row of a table grew, as a sentence tells it and as its two years have it."""

from __future__ import annotations

import pytest
from tests.extraction.tables.papers import errors, paper

TITLE = "平洲区航道局2022年度部门决算"
ROWS = """项目 | {prior} | {this}
航标维护 | 286.40 | 312.60
趸船大修 | 120.50 | 98.30
巡查救助 | 45.20 | 52.80
合计 | 452.10 | 463.70"""
TWO = "航标维护支出比上年增长9.15%，趸船大修支出比上年下降{}%。"
RIGHT = {
    "as the years have it": TWO.format("18.42"),
    "alone": "趸船大修支出比上年下降14.82%。",
    "of something else of it": "航标维护座数比上年增长9.51%，趸船大修支出比上年下降18.42%。",
    "on another base": TWO.format("14.82").replace("趸船", "同口径趸船"),
    "against the budget": TWO.format("14.82").replace("趸船大修支出比上年", "趸船大修支出比预算"),
    "of half a year": TWO.format("14.82").replace("趸船", "上半年趸船"),
    "two otherwise": "航标维护支出比上年增长9.51%，趸船大修支出比上年下降14.82%。",
    "beside another amount": "航标维护支出321.60万元，比上年增长9.51%。",
}
WRONG = {
    "beside another row": TWO.format("14.82"),
    "without a verb": "其中航标维护增长9.15%，趸船大修下降18.42%，巡查救助增长18.61%。",
    "beside its amount": "航标维护支出312.60万元，比上年增长9.51%。",
    "the other way": TWO.format("18.42").replace("下降", "增长"),
}


def found(text: str, prior: str = "2021年", this: str = "2022年") -> list[str]:
    """Return what is found in a table of two years and a text below it."""
    above = "一、支出情况（单位：万元）"
    return errors(paper("bars", TITLE, above, ROWS.format(prior=prior, this=this), text))


@pytest.mark.parametrize("name", RIGHT)
def test_other_growth_than_that_of_the_two_years_is_let_be(name: str) -> None:
    """What nothing attests to compare the two columns says nothing."""
    assert [one for one in found(RIGHT[name]) if one.startswith("YOY")] == []


@pytest.mark.parametrize("name", WRONG)
def test_a_row_grew_as_its_two_years_have_it(name: str) -> None:
    """Another row, or the amount told beside, attests which two columns are compared."""
    assert [one for one in found(WRONG[name]) if one.startswith("YOY-001")]


@pytest.mark.parametrize(
    ("prior", "this"), [("上年决算数", "本年决算数"), ("2021年（万元）", "2022年（万元）")]
)
def test_the_two_years_are_told_by_their_headers(prior: str, this: str) -> None:
    """They are named, or called the year before and this one, and are of one stage."""
    assert [one for one in found(TWO.format("14.82"), prior, this) if one.startswith("YOY-001")]
    assert found(TWO.format("14.82"), "2021年决算", "2022年预算") == []


DOWN = """年度 | 航标维护 | 趸船大修 | 合计
2021 | 286.40 | 120.50 | 406.90
2022 | 312.60 | 98.30 | 410.90"""
DOWN_WRONG = {
    "beside another thing": TWO.format("14.82"),
    "all that was spent, its amount told before": (
        "2022年支出410.90万元，其中航标维护占76.08%。与上年相比总支出增长1.98%，增加不多。"
    ),
    "beside its amount": "支出合计410.90万元，比上年增长1.98%。",
}
DOWN_RIGHT = {
    "as the years have it": TWO.format("18.42"),
    "all that was spent": "2022年支出410.90万元。与上年相比总支出增长0.98%。",
    "alone": "与上年相比总支出增长1.98%。",
    "of what is none of the columns": "2022年支出410.90万元。财政拨款支出比上年增长1.98%。",
}


def downwards(text: str, way: str = "blanks") -> list[str]:
    """Return what is found in a table whose years stand downwards, and a text below it."""
    return errors(paper(way, TITLE, "一、近两年支出（单位：万元）", DOWN, text))


@pytest.mark.parametrize("name", DOWN_WRONG)
def test_a_column_grew_as_its_two_years_have_it(name: str) -> None:
    """Years may stand downwards; what the columns divide is what all of them are called."""
    assert [one for one in downwards(DOWN_WRONG[name]) if one.startswith("YOY-001")]
    assert [one for one in downwards(DOWN_WRONG[name], "bars") if one.startswith("YOY-001")]


@pytest.mark.parametrize("name", DOWN_RIGHT)
def test_what_nothing_attests_of_a_column_is_let_be(name: str) -> None:
    """A growth without the amount beside, or of something else, may be another one."""
    assert [one for one in downwards(DOWN_RIGHT[name]) if one.startswith("YOY")] == []
