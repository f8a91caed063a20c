"""Full marks times a rate."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors


@pytest.mark.parametrize(
    "text",
    [
        "“清淤完成率”目标100%、分值16分，按完成比例计12分。",
        "灯塔完好率目标值为95%，分值20分，按实际完成比例计分得16分。",
        "要求到位率100%，分值5分，到位五分之四，按到位率计分得4分。",
        "其中女船员占40%，分值10分，按完成比例计9分。",
        "清淤完成率目标100%，实际完成率75%，分值16分，按完成率计分得12分。",
    ],
)
def test_a_goal_is_no_rate_that_was_reached(text: str) -> None:
    """What was to be reached, and a share, make no score."""
    assert errors(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "清淤完成率目标100%，实际完成率75%，分值16分，按完成率计分得14分。",
        "预算执行分值10分，执行率82%，按比例计算得9.2分。",
    ],
)
def test_the_rate_that_was_reached_makes_the_score(text: str) -> None:
    """A goal beside it changes nothing."""
    assert errors(text) == ["MAT-010"]
