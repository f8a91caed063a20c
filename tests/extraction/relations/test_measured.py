"""A change between two measures whose unit is no counter that is known."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("港池氨氮浓度由1.25毫克/升下降到0.95毫克/升，下降{}%。", "24", "34"),
        ("港区颗粒物由2021年的50.0微克/立方米降至2022年的46.0微克/立方米，降幅{}%。", "8", "18"),
        ("航标灯照度从240勒克斯提高到300勒克斯，增幅为{}%。", "25", "20"),
        ("船舶噪声由80分贝降至76分贝，降低了{}%。", "5", "9.5"),
    ],
)
def test_a_rate_is_that_between_two_measures_of_one_unit(text: str, right: str, wrong: str) -> None:
    """The same unit behind both says that they are levels of one thing."""
    assert errors(text.format(right)) == []
    assert errors(text.format(wrong)) == ["YOY-001"]


@pytest.mark.parametrize(
    "text",
    [
        "港池氨氮浓度由1.25毫克/升降至0.95毫克/升，总磷降幅34%。",
        "港池氨氮浓度由1.25毫克/升降至0.95毫克/升，较目标低5%。",
        "港池氨氮浓度由1.25毫克/升降至0.95克/吨，下降34%。",
        "港池氨氮由0.8毫克/升降至0.7毫克/升，下降10%。",
        "港池氨氮由0.8毫克/升降至0.7毫克/升，完成目标的90%。",
    ],
)
def test_a_rate_of_something_else_or_within_the_digits_is_silent(text: str) -> None:
    """Other things, other bases, other units, and what the printed digits leave open."""
    assert errors(text) == []
