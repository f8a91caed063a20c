"""Several prices with one sum, and prices that a name joins to a number and an amount."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

RIGHT = {
    "two prices": (
        "甲类房184户，补助标准2.2万元/户；乙类房96户，补助标准1万元/户，补助资金共计{}万元。"
    ),
    "by a name": (
        "户厕每户补助1,500元，公厕每座补助8万元；完成户厕2,640户，公厕18座；公厕奖补{}万元。"
    ),
    "by a name, with its sum behind": (
        "渔村12个，岛村3个。渔村每个补助10万元，共120万元；岛村每个补助6万元，共{}万元。"
    ),
    "two averages of one amount": (
        "赶海节接待支出8.40万元。接待70批次、600人次，批均1,200元，人均{}元。"
    ),
    "an average": "支出中，工资福利支出540.00万元。人均工资福利支出{}万元（180人）。",
}
VALUES = {
    "by a name, with its sum behind": ("18", "28"),
    "two averages of one amount": ("140", "160"),
    "two prices": ("500.8", "400.8"),
    "by a name": ("144", "164"),
    "an average": ("3", "4"),
}


@pytest.mark.parametrize("name", RIGHT)
def test_products_over_several_parts_agree_or_not(name: str) -> None:
    """The sum of products, or the product that a name joins, is found where it does not hold."""
    right, wrong = VALUES[name]

    assert [] == errors(RIGHT[name].format(right))
    assert len(errors(RIGHT[name].format(wrong))) == 1
