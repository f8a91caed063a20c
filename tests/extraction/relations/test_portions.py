"""Shares: A，占B的P with its named whole, and lists of shares that show their whole."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

CONSISTENT = {
    "named whole": "护岸工程安排300.00万元，植绿支出120.00万元，占护岸工程的40%。",
    "the part is named": (
        "渔船检验经费80.00万元，其中体检20.00万元。全年看来，体检占渔船检验经费的25%。"
    ),
    "a list": (
        "渔具补助共90.00万元：网具45.00万元，占50%；浮标27.00万元，占30%；救生18.00万元，占20%。"
    ),
    "in brackets": "渔具补助90.00万元，其中网具63.00万元（占70%）、浮标27.00万元（占30%）。",
    "a remark between figure and share": (
        "渔具补助90.00万元，网具63.00万元（上年50.00万元），占70%；浮标27.00万元，占30%。"
    ),
    "a whole that is not printed": "网具45.00万元，占50%；浮标20.00万元，占31%。",
}

WRONG = {
    "named whole": "护岸工程安排300.00万元，植绿支出120.00万元，占护岸工程的48%。",
    "one of a list": (
        "渔具补助共90.00万元。其中网具45.00万元，占50%；浮标27.00万元，占36%；救生18.00万元，占20%。"
    ),
}


@pytest.mark.parametrize("name", CONSISTENT)
def test_shares_that_agree_or_have_no_whole_are_silent(name: str) -> None:
    """A share of the figure that the sentence names, or that the list shows, is as printed; one
    whose whole is not to be found is of nothing that was read.
    """
    assert [] == errors(CONSISTENT[name])


@pytest.mark.parametrize("name", WRONG)
def test_a_share_that_no_whole_makes_is_found(name: str) -> None:
    """A share that is not the part over its whole is found, under one rule."""
    assert ["SHR-001"] == errors(WRONG[name])
