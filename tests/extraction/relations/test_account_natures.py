"""Basic and project expenditure of the account that their list names."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

WRONG = (
    "一般公共预算财政拨款支出1830.20万元，占本年支出的94.00%；政府性基金支出116.80万元，占6.00%。其中一般公共预算财政拨款基本支出1120.20万元，项目支出846.80万元。",
    "一般公共预算支出940.00万元，政府性基金预算支出85.00万元。其中：一般公共预算基本支出610.00万元，一般公共预算项目支出380.00万元。",
    "政府性基金支出260.00万元，一般公共预算支出1400.00万元。其中一般公共预算基本支出905.00万元，占64.64%，项目支出459.00万元，占32.79%。",
)
RIGHT = (
    "一般公共预算财政拨款支出1830.20万元，占本年支出的94.00%；政府性基金支出116.80万元，占6.00%。其中一般公共预算财政拨款基本支出1120.20万元，项目支出710.00万元。",
    "一般公共预算财政拨款支出1830.20万元，政府性基金支出116.80万元。其中一般公共预算财政拨款基本支出1120.20万元，项目支出610.00万元，上年结转安排支出100.00万元。",
    "上年一般公共预算支出1830.20万元，政府性基金支出116.80万元。其中一般公共预算基本支出1120.20万元，项目支出610.00万元。",
    "一般公共预算收入1830.20万元，政府性基金支出116.80万元。其中一般公共预算基本支出1120.20万元，项目支出610.00万元。",
    "一般公共预算支出1830.20万元，比上年一般公共预算支出1700.00万元增加130.20万元。其中一般公共预算基本支出1120.20万元，项目支出710.00万元。",
)


@pytest.mark.parametrize("text", WRONG)
def test_the_natures_of_an_account_make_it(text: str) -> None:
    """The natures of an account make that account, whatever stands between."""
    assert errors(*text.split("\n"))


@pytest.mark.parametrize("text", RIGHT)
def test_the_natures_of_another_account_are_none_of_its_parts(text: str) -> None:
    """What is said of one account is no part of the one told last."""
    assert [] == errors(*text.split("\n"))
