"""Costs far below what makes them: a digit was lost, or another factor is not told."""

from __future__ import annotations

import pytest
from tests.extraction.judged import errors

KIND = "project_evaluation"
PAID = "护渔补助：全年享受1,260人，标准每人每月150元，12个月共发放{}万元。"


@pytest.mark.parametrize("amount", ["22.80", "26.80", "26.00"])
def test_a_cost_that_lacks_a_digit_of_what_it_should_be_is_wrong(amount: str) -> None:
    """However far below it is: 226.80 without one of its digits."""
    found = errors(PAID.format(amount), KIND)
    assert bool(found) == (amount != "26.00")


@pytest.mark.parametrize("amount", ["226.80", "31.45"])
def test_a_cost_of_its_own_digits_is_of_something_else(amount: str) -> None:
    """What is right, and what is a tenth by chance."""
    assert errors(PAID.format(amount), KIND) == []
