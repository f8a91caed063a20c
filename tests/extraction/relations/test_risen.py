"""Figures whose change and the rate of that stand right behind them."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

RISEN = {
    "things that are counted": ("全年引航船舶8600艘次，同比增加600艘次，增幅{}%。", "7.50"),
    "in 万": ("全年完成旅客运送128.60万人次，同比增加8.60万人次，增幅{}%。", "7.17"),
    "since the beginning of the year": (
        "港务资产总额25.60亿元，比年初增加了6000万元，增幅为{}%。",
        "2.40",
    ),
    "fewer": ("拖轮作业920艘次，较去年同期减少80艘次，降幅{}%。", "8.00"),
    "in a sentence behind the only figure of another": (
        "灯塔募捐收入共计475.00万元。比上年度增加25.00万元，增长{}%。",
        "5.56",
    ),
    "an amended budget": (
        "一般公共预算收入由年初的76.00万元调整为89.00万元，调增{}万元。",
        "13.00",
    ),
}


@pytest.mark.parametrize(("text", "right"), RISEN.values(), ids=RISEN)
def test_a_change_and_its_rate_fit_the_figure_before_them(text: str, right: str) -> None:
    """A，同比增加B，增幅C: C is what B is of A less B, whatever A counts."""
    assert errors(text.format(right)) == []
    assert len(errors(text.format("18.80"))) == 1


SILENT = {
    "two figures before it": (
        "引航船舶8600艘次、移泊船舶900艘次，合计同比增加600艘次，增幅17.50%。"
    ),
    "the year before behind this one": (
        "2022年引航8,600艘次，2021年为8,800艘次，同比减少200艘次，下降2.27%。"
    ),
    "another thing between": "引航船舶8600艘次，其中外轮同比增加600艘次，增幅17.50%。",
    "the level of a year is told in a paragraph of another": (
        "2021年拖轮运行费用支出7.73万元。\n"
        "2022年经费预算增加1.68万元。拖轮运行费用较上年同期增加2.27万元，增长29.37%。"
    ),
}


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_what_may_be_the_change_of_something_else_is_not_judged(text: str) -> None:
    """A change that is not clearly that of the figure right before it says nothing of it."""
    assert errors(*text.split("\n")) == []


THRESHOLDS = {
    "a mean of standards": "救助渔民4586人。全年共支出救助金1014.50万元，平均标准3744元/人·年。",
    "a standard up to which is paid": (
        "救助渔民4586人。全年共支出救助金1014.50万元，基本生活保障标准3744元/人。"
    ),
}


@pytest.mark.parametrize("text", THRESHOLDS.values(), ids=THRESHOLDS)
def test_a_threshold_is_not_paid_to_each(text: str) -> None:
    """平均标准 and 保障标准 are no price: their number times them is not what was spent."""
    assert errors(text) == []
