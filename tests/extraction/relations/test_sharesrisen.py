"""How a share has moved, told behind it and behind the one of the year before."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

WRONG = {
    "amounts of both years": (
        "疏浚支出640.00万元，占64.00%，上年疏浚支出590.00万元，占61.50%，比重上升{}个百分点。"
    ),
    "the year before by its number": (
        "疏浚支出640.00万元，占64.00%，2021年疏浚支出590.00万元，占61.50%，占比提高{}个百分点。"
    ),
    "shares alone": "疏浚支出占64.00%，上年占61.50%，比重上升{}个百分点。",
    "counts": "船员320人，占64.00%，上年船员301人，占61.50%，比重提高{}个百分点。",
}

SILENT = {
    "of another thing": (
        "疏浚支出640.00万元，占64.00%，上年管护支出590.00万元，占61.50%，疏浚比重上升4.00个百分点。"
    ),
    "a part": "疏浚支出640.00万元，占64.00%，其中机械占61.50%，比重上升4.00个百分点。",
    "of another share": "疏浚支出占64.00%，上年占61.50%，管护支出比重下降4.00个百分点。",
    "of how fast": "疏浚支出占64.00%，上年占61.50%，增幅上升4.00个百分点。",
    "of another whole": (
        "疏浚支出占项目支出的64.00%，上年占总支出的61.50%，占总支出比重上升4.00个百分点。"
    ),
    "two in turn": "疏浚支出占64.00%，管护支出占36.00%，比重分别上升、下降4.00个百分点。",
    "rounded": "疏浚支出占64.0%，上年占61.5%，比重上升2.48个百分点。",
}


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_a_share_has_moved_by_what_two_years_differ(text: str) -> None:
    """Two shares of what is called alike differ by the points that are told behind them."""
    assert errors(text.format("5.20")) == ["YOY-010"]
    assert errors(text.format("2.50")) == []


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_points_of_something_else_are_silent(text: str) -> None:
    """Shares of different things or wholes, and points of another change, are left alone."""
    assert errors(text) == []
