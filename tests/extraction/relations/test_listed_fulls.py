"""Full marks that are listed with one score for all of them, and scores of all behind a part."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors


@pytest.mark.parametrize(
    "text",
    [
        "投入（20分）：目标编制12分、经费配置8分，得20分；",
        "过程30分：财务管理12分、业务管理10分、档案8分，得27.5分。",
        "产出指标（40分）：数量20分、质量10分、时效10分，自评得38分。",
        "效益（30分）：社会效益18分，满意度12分，本项得29分。",
        "社会效益12分、生态效益8分，两项得19分。",
    ],
)
def test_one_score_of_a_list_is_of_all_of_it(text: str) -> None:
    """It is held against the full marks of the group, and not of the item right before it."""
    assert errors(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "投入（20分）：目标编制12分、经费配置8分，得21分；",
        "投入（20分）：目标编制12分得13分，经费配置8分得7分；",
    ],
)
def test_more_than_full_marks_is_found(text: str) -> None:
    """Of the group, and of an item that has a score of its own."""
    assert errors(text) == ["PI-003"]


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("灯器少检6座，按比例扣0.4分（分值10分），自评99.6分。", []),
        ("航标延期扣1分（满分8分），项目自评得分99分。", []),
        ("航标延期扣1分（满分8分），得7分。", []),
        ("航标延期扣1分（满分8分），得9分。", ["PI-003"]),
    ],
)
def test_the_score_of_all_is_not_that_of_what_was_cut(text: str, rules: list[str]) -> None:
    """Behind a deduction with its full marks 自评 is of the whole, and 得 of the part."""
    assert [rule for rule in errors(text) if rule == "PI-003"] == rules


@pytest.mark.parametrize(
    "text",
    [
        "预算执行10分、产出50分、效益30分、满意度10分，自评总分96.5分。",
        "产出指标50分：数量30分得29分、质量20分得18分，小计47分；"
        "效益指标30分得28分；满意度20分得19分。总分94分。",
    ],
)
def test_full_marks_do_not_add_up_to_a_score(text: str) -> None:
    """Neither those that make a hundred, nor those that head the parts of their own."""
    assert errors(text) == []
