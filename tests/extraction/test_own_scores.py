"""The score that stands right behind the grade of the body itself is its own."""

from __future__ import annotations

import pytest
from tests.extraction.judged import errors
from tests.extraction.said import read

BEHIND = {
    "the bare word": ("综合考虑，自评等级为良，得分96分。", "96"),
    "a total": ("自评等级为良，总得分85分。", "85"),
    "a result": ("我局自评结果为优秀，得92.5分。", "92.5"),
    "the year of the report": ("2022年度绩效评价等级为优，得分为93分。", "93"),
}


@pytest.mark.parametrize(("text", "score"), BEHIND.values(), ids=BEHIND)
def test_a_score_behind_the_grade_is_the_bodys_own(text: str, score: str) -> None:
    """What is called a score and nothing else belongs to the grade before the comma."""
    evaluation = read(text, kind="self_evaluation").report.evaluation
    assert evaluation is not None
    assert evaluation.score is not None
    assert [score] == [one.value.printed for one in evaluation.score.statements]


ANOTHER = {
    "of the effects": "自评等级为优，社会效益得分28分。",
    "of another year": "2021年度绩效评价等级为良，得分85分。",
    "of last year": "上年自评等级为良，得分85分。",
    "of a review": "财政复核评价等级为良，得分85分。",
    "of a project": "灯塔维修项目自评等级为良，得分85分。",
    "a sentence later": "自评等级为优。得分86分。",
}


@pytest.mark.parametrize("text", ANOTHER.values(), ids=ANOTHER)
def test_a_score_of_something_else_is_not(text: str) -> None:
    """What else stands in the clause of the grade says whose the score is."""
    assert read(text, kind="self_evaluation").report.evaluation is None


def test_a_grade_and_the_score_behind_it_are_compared() -> None:
    """A grade of another band than the score behind it is a contradiction."""
    assert errors("自评等级为良，得分96分。", "self_evaluation")
    assert [] == errors("自评等级为优，得分96分。", "self_evaluation")
