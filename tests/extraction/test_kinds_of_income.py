"""Kinds of income under names of their own are sources of the income that they are told within."""

from __future__ import annotations

import pytest
from tests.extraction.judged import errors


@pytest.mark.parametrize(
    "said",
    [
        "全年收入合计90.00万元。\n（一）诊疗收入70.00万元，占总收入的77.78%。\n"
        "（二）财政拨款收入15.00万元。\n（三）其他收入5.00万元。",
        "本年收入90.00万元，比上年增加3.00万元：票务收入70.00万元，财政拨款收入15.00万元，其他收入5.00万元。",
        "1.本年收入90.00万元。\n2.财政拨款收入15.00万元。\n3.培训班收入70.00万元，比上年增长2.00%。\n"
        "4.其他收入5.00万元。",
    ],
)
def test_income_without_an_account_is_a_source(said: str) -> None:
    """What stands between the total and the last kind of income, and has room, is one of them."""
    assert errors(said) == []


@pytest.mark.parametrize(
    "said",
    [
        "本年收入90.00万元。财政拨款收入15.00万元；其他收入5.00万元。",
        "本年收入90.00万元。财政拨款收入81.00万元；其他收入5.00万元。主要有场地收入4.00万元。",
        "本年收入20.00万元。诊疗收入70.00万元；财政拨款收入15.00万元；其他收入4.00万元。",
    ],
)
def test_income_behind_the_kinds_or_above_the_rest_is_none(said: str) -> None:
    """What explains the last kind is told behind it; what is more than the rest is of another."""
    assert any(one.startswith("本年收入：") for one in errors(said))


def test_what_is_carried_in_of_the_budget_is_no_income_of_the_year() -> None:
    """收入总计 with 年初财政拨款结转 in it is not this year's 财政拨款收入."""
    said = (
        "财政拨款收入75.00万元。\n"
        "财政拨款收入总计90.00万元，包括当年财政拨款75.00万元和年初财政拨款结转15.00万元。"
    )
    assert errors(said) == []
