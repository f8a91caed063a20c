"""Bands of scores in the words they are told with, and the grades that are given by them."""

from __future__ import annotations

import pytest
from tests.extraction.judged import errors
from tests.extraction.relations.sentences import errors as rules
from tests.extraction.said import YEAR, read

import performance_rules as pr

RULES = pr.RuleSet.for_region()
BANDS = (
    "评价等级：90（含）分以上为优、80（含）-90分为良、60（含）-80分为中、60分以下为差。",
    "等级划分：优（90（含）-100分）、良（80（含）-90分）、中（60（含）-80分）、差（0-60分）。",
    "优：90分（含）以上；良：80分（含）-90分；中：60分（含）-80分；差：60分以下。",
    "优（得分≥90分）、良（90分>得分≥80分）、中（80分>得分≥60分）、差（得分<60分）。",
    "评价等级按[90,100]为优、[80,90)为良、[60,80)为中、[0,60)为差确定。",
    "90-100（含90）分为优，80-90（含80）分为良，60-80（含60）分为中，60分以下为差。",
    "得分90（含）分—100分为优、80（含）分—90分为良、60（含）分—80分为中、60分以下为差。",
    "90（含）分以上为优，80（含）分以上90分以下为良，60（含）分以上80分以下为中，60分以下为差。",
    "90（含）-100分，等级为优；80（含）-90分，等级为良；60（含）-80分，等级为中。",
    "综合得分在90分（含）以上的为优；80分（含）-90分（不含）的为良；60分（含）-80分（不含）的为中。",
)
TOLD = (
    "项目综合得分{}分，绩效评级结果为“{}”。",
    "评价得分为{}分，属于“{}”。",
    "综合得分{}分，结论为“{}”等级。",
    "项目绩效得分{}分，评价结果等级为{}。",
)


@pytest.mark.parametrize("bands", BANDS)
@pytest.mark.parametrize(
    ("score", "grade", "fits"),
    [
        ("88.4", "良", True),
        ("80", "良", True),
        ("62.3", "中", True),
        ("79.6", "良", False),
        ("90", "良", False),
        ("91.3", "中", False),
    ],
)
def test_a_grade_is_that_of_the_band_its_score_lies_in(
    bands: str, score: str, grade: str, fits: bool
) -> None:
    """含 and 不含 may stand before or behind 分; brackets, signs and 以上…以下 say it as well."""
    found = rules(bands, f"该项目最终得分{score}分，评价等级为“{grade}”。")

    assert ("MAT-010" in found) is not fits
    assert set(found) <= {"MAT-010"}


@pytest.mark.parametrize("told", TOLD)
def test_a_grade_may_be_told_in_several_ways(told: str) -> None:
    """What a score is called and what its grade is called differ from report to report."""
    assert rules(BANDS[0], told.format("78.6", "良")) == ["MAT-010"]
    assert rules(BANDS[0], told.format("86.7", "良")) == []


@pytest.mark.parametrize("bands", BANDS)
def test_what_a_band_begins_with_is_no_score(bands: str) -> None:
    """综合得分在90分（含）以上的为优 says of no body that it has 90."""
    text = f"{bands}\n本单位自评得分86.4分，评价等级为良。"

    assert errors(text, "self_evaluation") == []


@pytest.mark.parametrize("score", ["7", "92", "100"])
def test_the_score_of_a_form_may_be_a_short_cell(score: str) -> None:
    """A grade of the prose is that of the form's total, however few digits that has."""
    form = (
        "项目名称|航标养护|^|^\n一级指标|年度指标值|分值|得分\n"
        f"产出指标|12座|100|{score}\n总分|^|100|{score}"
    )
    report = read(BANDS[0], "评价等级为“良”。", form, kind="project_evaluation", year=YEAR).report
    found = [one.rule for one in pr.check(report, RULES).findings if one.severity == "error"]

    assert found == ["MAT-010"]
