"""Figures told in turn have the unit of the last; their sum is that of all of them."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

RIGHT = {
    "quarters": "一至四季度支出分别为132、158、141、169万元，全年累计支出600万元。",
    "three places": "三个码头分别清淤12.4、9.8和7.3公里，合计29.5公里。",
    "three times": "修船资金分三批拨付，依次为680、245、75万元，三批共计1,000万元。",
    "of three quarters only": "一至三季度支出分别为132、158、141万元，全年累计支出600万元。",
    "of another thing": "三艘船分别加油12、18、21吨，全年共加油260吨。",
    "with units": "两个船队分别支出32万元、48万元，共支出80万元。",
    "prices": "三种缆绳单价分别为12、18、21元，合计采购51捆。",
    "of fewer": "甲、乙两港分别修船12、18艘，三港共修船51艘。",
    "growth": "三年分别增长12、18和21艘，共有船150艘。",
    "numbers of things": "第1、2、3批物资共260件。",
    "a sum before": "全年共培训船员480人次，三期分别培训150、160、170人次。",
    "a sum of more before": "全年共培训船员900人次，三期分别培训150、160、170人次。",
    "levels at two ends": "年末两港在册船只分别为12、18艘，共报废船只25艘。",
}

WRONG = {
    "quarters": "一至四季度支出分别为132、158、141、179万元，全年累计支出600万元。",
    "three places": "三个码头分别清淤12.4、9.8和8.3公里，合计29.5公里。",
    "three times": "修船资金分三批拨付，依次为680、245、75万元，三批共计1,100万元。",
    "a sum before": "全年共培训船员490人次，三期分别培训150、160、170人次。",
    "with units": "两个船队分别支出32万元、48万元，共支出90万元。",
}


@pytest.mark.parametrize("text", RIGHT.values(), ids=RIGHT)
def test_figures_in_turn_whose_sum_is_right_or_of_others_are_silent(text: str) -> None:
    """What is told in turn adds up, or the sum is of more or of something else."""
    assert [] == errors(text)


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_figures_in_turn_that_do_not_make_their_sum_are_found(text: str) -> None:
    """What is told in turn and does not make the sum that follows it is found once."""
    assert ["TOT-001"] == errors(text)
