"""Shares behind a list that makes its whole: 由A、B组成，前者占P; 占比依次为P、Q、R."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

RIGHT = (
    "疏浚535.00万元，其中工程368.00万元、货物47.00万元、服务120.00万元，工程类占68.79%。",
    "疏浚200.00万元：货物80.00万元，服务120.00万元，其中服务类占60.00%。",
    "疏浚资金500.00万元，由本级拨款300.00万元和上级补助200.00万元组成，前者占60.00%，后者占40.00%。",
    "疏浚资金3000万元，分别来自中央2100万元、省级630万元、县级270万元，比重为70%、21%、9%。",
    "培训船员200人，其中甲类90人、乙类60人、丙类50人，甲类占比45.00%。",
)
WRONG = tuple(
    text.replace("68.79%", "65.79%")
    .replace("服务类占60.00%", "服务类占66.00%")
    .replace("后者占40.00%", "后者占45.00%")
    .replace("、21%", "、24%")
    .replace("45.00%", "47.00%")
    for text in RIGHT
)
SILENT = (
    "疏浚535.00万元，其中工程300.00万元、货物47.00万元，工程类占68.79%。",
    "疏浚200.00万元：货物80.00万元，服务120.00万元，设备占66.00%。",
    "疏浚资金500万元，由本级300万元和上级200万元组成，占全县疏浚投入的12%。",
    "疏浚资金3000万元，由中央2100万元、省级630万元、县级270万元组成，比重为30%、20%。",
)


@pytest.mark.parametrize("text", [*RIGHT, *SILENT])
def test_shares_that_agree_or_of_which_the_part_is_not_told_are_silent(text: str) -> None:
    """Parts that do not make a whole, another name, or fewer shares than parts tell nothing."""
    assert errors(text) == []


@pytest.mark.parametrize("text", WRONG)
def test_a_share_that_is_not_the_part_over_the_sum_clashes(text: str) -> None:
    """The parts add up to the figure before them, so that it is their whole."""
    assert errors(text) == ["SHR-001"]
