"""An amount is made of a price and a number near it, though not all of its words are known."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

RIGHT = {
    "of a measure": (
        "截至12月底，拆除旧棚1.25万平方米，按照300元/平方米的奖补标准，兑付奖补资金375万元。"
    ),
    "days of a year": "渔民子女1,200人，标准为每生每天5元，按200天计算，共需膳食资金120万元。",
    "all year": "护航员64名，由县财政按照每人每月3,600元补助，全年拨付护航员经费276.48万元。",
    "of half a year": "聘用护航员64名，按每人每月3,600元补助，上半年拨付护航员经费120.60万元。",
    "a bound beside it": "修渔港25座，每座造价控制在8.6万元内，实际每座8.4万元，总投资210万元。",
    "of some only": "渔民420人，每人慰问4,000元，第一批先行发放慰问金101.6万元。",
    "with a reward": "渔民420人，每人补助4,000元，另奖励船长12万元，共发放补助资金180万元。",
    "what is left of it": "医疗船收支结余125.1万元。全年接诊11.2万人次，次均费用172元。",
    "income is no cost": "住院渔民900人次，医保收入537.5万元，次均药品费用700元。",
    "a whole and its parts": "送戏42场，进港19场、进村23场；支出25.2万元，平均每场支出0.6万元。",
    "classes beside pupils": (
        "学校有教学班36个、学生1,620人，平均班额45人。公用经费支出145.80万元，生均公用经费900元。"
    ),
    "of two numbers": "教师90人、船员60人，每人补助500元，共发放补助资金7.50万元。",
    "another number": "船员60人。渔民补贴标准为每人500元，已发放补贴资金41万元。",
}

WRONG = {
    "of a measure": (
        "截至12月底，拆除旧棚1.25万平方米，按照300元/平方米的奖补标准，兑付奖补资金357万元。"
    ),
    "days of a year": "渔民子女1,200人，标准为每生每天5元，按200天计算，共需膳食资金130万元。",
    "all year": "护航员64名，由县财政按照每人每月3,600元补助，全年拨付护航员经费267.84万元。",
    "a bound beside it": "修渔港25座，每座造价控制在8.6万元内，实际每座8.4万元，总投资230万元。",
    "by a mean standard": "核定扶助渔民420人，按人均4,000元标准发放扶助金201.6万元。",
    "a grant was never rounded": "改造船屋240座，每座补助1.2万元，补助总额308万元。",
    "a cost by its name": "住院渔民900人次，住院收入73万元，次均住院费用700元。",
    "a whole and its parts": "送戏42场，进港19场、进村23场；支出25.2万元，平均每场支出0.8万元。",
    "classes beside pupils": (
        "学校有教学班36个、学生1,620人，平均班额45人。公用经费支出145.80万元，生均公用经费1,100元。"
    ),
}


@pytest.mark.parametrize("text", RIGHT.values(), ids=RIGHT)
def test_an_amount_that_comes_out_or_is_of_more_is_silent(text: str) -> None:
    """An amount is right that any price and number near it make, or that is of something else."""
    assert [] == errors(text)


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_an_amount_that_its_price_and_number_do_not_make_is_found(text: str) -> None:
    """An amount that stands with one price and one number must be what they make."""
    assert ["MAT-001"] == errors(text)
