"""All money that may be spent, what went of it and what is left; sources told without a word."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

WRONG = (
    "上年结转52.30万元，本年下达610.00万元，中央480.00万元，省级130.00万元，本年支出598.20万元，年末结转46.10万元。",
    "年初结转18.40万元，全年到位资金260.00万元，县财政200.00万元，乡镇自筹60.00万元。全年支出251.30万元，年末结转72.10万元。",
    "一、年初结转：25.60万元。\n二、本年收入：340.00万元，财政300.00万元，其他40.00万元。\n三、本年支出：331.40万元。\n四、年末结转：43.20万元。",
    "年度资金总量742.00万元，支出705.50万元，年末结转35.60万元。",
    "可用资金总量468.20万元。全年使用451.70万元，年末结余61.50万元。",
)
RIGHT = (
    "上年结转52.30万元，本年下达610.00万元，中央480.00万元，省级130.00万元，本年支出598.20万元，年末结转64.10万元。",
    "上年结转52.30万元，本年下达610.00万元，中央480.00万元，省级130.00万元，本年支出598.20万元，上缴18.00万元，年末结转46.10万元。",
    "上年结转52.30万元，本年下达610.00万元，中央480.00万元，省级120.00万元，本年支出598.20万元，年末结转54.10万元。",
    "年度资金总量742.00万元，其中专户资金100.00万元；支出705.50万元，财政收回10.90万元，年末结转25.60万元。",
    "可用资金总量468.20万元。项目支出251.70万元，年末结余16.50万元。",
    "2021年可用资金总量468.20万元，2022年支出451.70万元，年末结余61.50万元。",
    "全县资金总量742.00万元，县本级支出305.50万元，年末结转35.60万元。",
    "资金总量742.00万元，上半年支出305.50万元，年末结转35.60万元。",
    "资金总量比上年增加42.00万元，支出705.50万元，年末结转35.60万元。",
)


@pytest.mark.parametrize("text", WRONG)
def test_all_money_less_what_went_is_left(text: str) -> None:
    """What came in all less what went is what is left, wherever sources stand between."""
    assert errors(*text.split("\n"))


@pytest.mark.parametrize("text", RIGHT)
def test_what_may_lie_between_is_silent(text: str) -> None:
    """Where something else went, or the money is other money, nothing is said."""
    assert [] == errors(*text.split("\n"))
