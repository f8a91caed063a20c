"""元 where the figure beside it is in 万元."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors


@pytest.mark.parametrize(
    "text",
    [
        "3个航标全年预算438.79{0}，执行389.95{1}。",
        "航标预算438.79{1}，实际支出389.95{0}。",
        "航道支出322.07{1}，上年302.67{0}。",
    ],
)
def test_an_amount_of_the_size_of_its_counterpart_is_in_its_unit(text: str) -> None:
    """Read in the other unit it is of the same size, and as printed a ten-thousandth."""
    assert errors(text.format("万元", "万元")) == []
    assert errors(text.format("万元", "元")) == ["MAT-003"]


@pytest.mark.parametrize(
    "text",
    [
        "航标预算438.79万元，每座支出389.95元。",
        "航标预算438.79万元，支出38元。",
        "航标预算438.79万元，支出3.95元。",
        "航标预算438.79万元；救生衣支出389.95元。",
    ],
)
def test_another_size_and_another_thing_are_silent(text: str) -> None:
    """A price, a round amount and what stands behind a semicolon are no counterpart."""
    assert errors(text) == []
