"""Money that arrived in full, and the figure of what arrived."""

from __future__ import annotations

import pytest
from tests.extraction.judged import errors

WRONG = (
    "下达项目资金1386.00万元，其中灯塔900.00万元、浮标486.00万元，已于5月前全部到位。\n"
    "二、完成情况\n项目到位资金1368.00万元，支付1241.52万元。",
    "全年预算2413.60万元，资金全部到位。\n截至年末，实际到位资金2431.60万元，支出2300.10万元。",
)
RIGHT = {
    "as much": "下达资金1386.00万元，已全部到位。\n项目到位资金1386.00万元。",
    "not said to be all": "下达资金1386.00万元。\n项目到位资金1368.00万元。",
    "of one level": "下达资金1386.00万元，已全部到位。\n省级到位资金1368.00万元。",
    "two that arrived": (
        "下达资金1386.00万元，已全部到位。\n到位资金1368.00万元。\n另有到位资金320.00万元。"
    ),
    "another year": "下达资金1386.00万元，已全部到位。\n2021年到位资金1368.00万元。",
}


@pytest.mark.parametrize("text", WRONG)
def test_what_arrived_in_full_is_what_arrived(text: str) -> None:
    """Digits exchanged in long figures tell that both are meant to be one."""
    (told,) = errors(text, "project_evaluation")
    assert "前后不一" in told


@pytest.mark.parametrize("text", RIGHT.values(), ids=RIGHT)
def test_what_arrived_of_something_else_is_let_be(text: str) -> None:
    """A level, another year or several figures of what arrived say nothing."""
    assert errors(text, "project_evaluation") == []
