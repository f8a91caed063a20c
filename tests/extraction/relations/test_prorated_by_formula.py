"""Scores that are full marks times a rate, by the formula that the text gives."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

WRONG = (
    "预算执行率按“实际支出÷全年预算×10分”计分：预算300万元，支出258万元，执行率86%，得9.6分。",
    "预算执行率按实际支出/预算数×100%×10分计算，执行率91.4%，得分9.41分。",
    "预算执行率得分=执行率×10分，全年执行率92.5%，得9.52分。",
    "该项得分=20分×完成率，完成率85%，得18分。",
)
RIGHT = (
    "预算执行率按“实际支出÷全年预算×10分”计分：预算300万元，支出258万元，执行率86%，得8.6分。",
    "预算执行率按实际支出/预算数×100%×10分计算，执行率91.4%，得分9.14分。",
    "预算执行率得分=执行率×10分，全年执行率92.5%，得9.25分。",
    "预算执行率按“实际支出÷全年预算×10分”计分，低于80%不得分，执行率76%，得0分。",
    "预算执行率按实际支出÷全年预算分档计分，执行率86%，分值10分，得8分。",
    "执行率98%，分值10分，得10分。",
    "该项得分=20分×完成率，完成率85%，得17分。",
    "预算执行率按“实际支出÷全年预算×10分”计分，执行率102%，得10分。",
)


@pytest.mark.parametrize("text", WRONG)
def test_a_score_is_its_marks_times_its_rate(text: str) -> None:
    """Where a formula says so, a score is its full marks times its rate."""
    assert errors(*text.split("\n"))


@pytest.mark.parametrize("text", RIGHT)
def test_a_score_by_steps_is_no_product(text: str) -> None:
    """A score that comes out, or that no formula makes, breaks no rule."""
    assert [] == errors(*text.split("\n"))
