"""What is as much as the year before: the figure whose number that is."""

from __future__ import annotations

import pytest
from tests.extraction.judged import errors


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("“三公”经费。合计10.00万元，接待费2.00万元，运行费8.00万元，与上年10.00万元持平。", 0),
        ("“三公”经费合计10.00万元，其中公务接待费8.00万元，与上年8.00万元持平。", 0),
        ("公务接待费8.00万元，与上年10.00万元持平。", 1),
    ],
)
def test_as_much_is_said_of_the_figure_that_is(said: str, wrong: int) -> None:
    """合计10，其中A 2、B 8，与上年10持平 is of the total; of one figure alone it is of that."""
    assert wrong == len(errors(said))
