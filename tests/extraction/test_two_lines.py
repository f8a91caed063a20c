"""Two years, two lines, two wholes in one sentence: which of them the words compare."""

from __future__ import annotations

import pytest
from tests.extraction.judged import errors

QUIET = {
    "two years, then the change between them": (
        "1.预算。2022年部门预算90.00万元，2021年为100.00万元，同比减少10.00万元，下降10.00%。"
    ),
    "one line as much as another": (
        "2022年收入80.00万元，较2021年70.00万元增加10.00万元；支出与收入相等。"
    ),
    "what is counted in another figure": (
        "全年实际支出80.00万元。\n下属船闸所项目支出9.00万元已包含在上述80.00万元内。"
    ),
    "what was spent in all, behind a budget and a cut": (
        "年初预算100.00万元，年中净调减4.00万元；全年支出90.00万元。\n本年支出合计90.00万元。"
    ),
    "an average by the thing": (
        "公务用车运行维护费14.00万元，上年为16.00万元，减少2.00万元。年底保有量7台，"
        "台均运行维护费2.00万元。"
    ),
    "left of what arrived": (
        "一、资金下达：共下达1000万元。\n二、资金到位970万元。\n"
        "三、支出931.2万元，占到位资金的96.0%，结余38.8万元已交回。"
    ),
    "a budget of a part told later": (
        "公务用车购置及运行维护费支出37.20万元，完成预算的82.60%。其中购置公务用车1辆，支出12.00万元"
        "（预算12.00万元，完成100.00%）；公务用车运行维护费25.20万元，年末公务用车保有量13辆。"
    ),
    "a fall that is said to be a rise": (
        "本年支出120.00万元，比上年减少-20.00万元（即增加20.00万元，增幅20.00%）。\n上年支出100.00万元。"
    ),
    "lines below what they are for": (
        "一般公共预算财政拨款支出100.00万元，比上年增加10.00万元，主要用于：\n"
        "农林水支出80.00万元，占80.00%；\n教育支出20.00万元，占20.00%。"
    ),
    "a change, and the level it is of": (
        "与2021年相比，航标费增加20.00万元，上年数为100.00万元，增长20.00%。"
    ),
    "a level and its growth": "2022年航标费120.00万元，比上年增加20.00万元，增长20.00%。",
}

LOUD = {
    "two years, then a wrong change": (
        "1.预算。2022年部门预算90.00万元，2021年为100.00万元，同比减少12.00万元。"
    ),
    "a wrong share below what money is for": (
        "一般公共预算财政拨款支出100.00万元，比上年增加10.00万元，主要用于：\n"
        "农林水支出80.00万元，占88.00%；\n教育支出20.00万元，占20.00%。"
    ),
    "a wrong growth": "2022年航标养护支出120.00万元，比上年增加20.00万元，增长25.00%。",
}


@pytest.mark.parametrize("name", QUIET)
def test_what_words_do_not_compare_is_no_contradiction(name: str) -> None:
    """A comparison is of the two figures that its sentence means, and of no others."""
    assert [] == errors(QUIET[name], "self_evaluation")


@pytest.mark.parametrize("name", LOUD)
def test_what_they_compare_is_checked(name: str) -> None:
    """The two that are meant may contradict what is said of them, once."""
    assert len(errors(LOUD[name], "self_evaluation")) == 1
