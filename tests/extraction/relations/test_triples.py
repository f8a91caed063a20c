"""Three or four figures that a sentence names in full, in whatever order."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

TOLD = (
    ("实际支出36.20万元，结余资金{}万元，到位资金40.00万元。", "3.80", "8.30"),
    ("中标价26.40万元（招标控制价30.00万元），节约{}万元。", "3.60", "6.30"),
    ("净资产{}万元，由资产279.30万元扣除负债53.70万元得出。", "225.60", "252.60"),
    (
        "截至年末，结转和结余资金{}万元。上年末结转4.00万元，当年增加收入204.70万元、形成支出199.10万元。",
        "9.60",
        "6.90",
    ),
    ("本年收入200.00万元、上年结转11.50万元，可用资金共{}万元。", "211.50", "251.10"),
)


@pytest.mark.parametrize(("told", "right", "wrong"), TOLD)
def test_what_is_left_is_what_names_say_whatever_their_order(
    told: str, right: str, wrong: str
) -> None:
    """Plain names tell which figure is taken off which."""
    assert errors(told.format(right)) == []
    assert errors(told.format(wrong))


@pytest.mark.parametrize(
    "text",
    [
        "省级支出36.20万元，结余资金5.80万元，到位资金40.00万元。",
        "实际支出36.20万元，结余资金2.80万元，到位资金40.00万元，上缴1.00万元。",
        "流动资产279.30万元，负债53.70万元，净资产252.60万元。",
    ],
)
def test_narrower_names_and_further_amounts_leave_it_open(text: str) -> None:
    """A part's figure, or one more that came or went, may be the rest."""
    assert errors(text) == []
