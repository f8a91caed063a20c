"""A change that is told twice, by how much and by what rate, in words that must not be opposite."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

LEVELS = "2021年航标维护艘次为{}艘次，2022年为{}艘次。"

WRONG = {
    "more by so much, less by so many per cent": (
        "2022年疏浚费为36.00万元。2021年疏浚费为40.00万元，本年增加4.00万元，下降10.00%。"
    ),
    "less by so much, more by so many per cent": (
        "年初周转金80.00万元，年内调剂频繁，年末周转金100.00万元。年末比年初减少20.00万元，增长25.00%。"
    ),
}

SILENT = {
    "both words are of one direction": (
        "2022年疏浚费为36.00万元。2021年疏浚费为40.00万元，本年减少4.00万元，下降10.00%。"
    ),
    "no two levels make the change": (
        "2022年疏浚费为36.00万元。2021年疏浚费为48.00万元，养护费增加4.00万元，下降10.00%。"
    ),
    "the rate is of another base": (
        "疏浚费36.00万元，预算40.00万元，比预算减少4.00万元，比上年增长12.50%。"
    ),
    "two changes, each of its own thing": (
        "2021年拖轮费40.00万元，2022年拖轮费44.00万元，拖轮费增加4.00万元，引航费下降10.00%。"
    ),
}


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_one_change_has_one_direction(text: str) -> None:
    """Where two levels make both the change and its rate, opposite words are an error."""
    assert "YOY-002" in errors(text)


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_two_changes_may_have_two_directions(text: str) -> None:
    """Where the change or the rate may be of something else, nothing is said."""
    assert errors(text) == []
