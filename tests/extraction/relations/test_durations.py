"""How long something was to take and took, and by how much it was sooner or later."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

WRONG = (
    "航标更换计划工期180天，实际用时164天，提前26天完工。",
    "趸船大修合同工期180天，实际施工196天，超期26天。",
    "合同约定工期180日历天，实际工期196日历天，比合同工期提前16天。",
    "检验承诺时限20个工作日，实际用时12个工作日，提前10个工作日，投入6.00万元。",
)
RIGHT = {
    "sooner": "航标更换计划工期180天，实际用时164天，提前16天完工。",
    "later": "趸船大修合同工期180天，实际施工196天，超期16天。",
    "put off for a reason between": "合同工期180天，实际工期196天，因台风顺延20天，提前4天完工。",
    "a bracket between": "合同工期180天，实际工期196天（含停工20天），提前4天完工。",
    "about": "合同工期180天，实际工期约164天，提前20天完工。",
    "other units": "合同工期6个月，实际工期164天，提前16天完工。",
    "of something else": "公示时间7天，实际工期164天，提前16天完工。",
}


@pytest.mark.parametrize("text", WRONG)
def test_how_much_sooner_or_later_is_what_the_two_differ_by(text: str) -> None:
    """The word says which of the two is longer, and its figure by how much."""
    assert errors(text) == ["MAT-010"]


@pytest.mark.parametrize("text", RIGHT.values(), ids=RIGHT)
def test_durations_that_agree_or_are_of_other_things_are_silent(text: str) -> None:
    """What stands between them, another unit or a rounded figure leaves it open."""
    assert errors(text) == []
