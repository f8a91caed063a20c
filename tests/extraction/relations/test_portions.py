"""Shares: A，占B的P with its named whole, and lists of shares that show their whole."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors, matters

CONSISTENT = {
    "named whole": "护岸工程安排300.00万元，植绿支出120.00万元，占护岸工程的40%。",
    "the part is named": (
        "渔船检验经费80.00万元，其中体检20.00万元。全年看来，体检占渔船检验经费的25%。"
    ),
    "a list": (
        "渔具补助共90.00万元：网具45.00万元，占50%；浮标27.00万元，占30%；救生18.00万元，占20%。"
    ),
    "in brackets": "渔具补助90.00万元，其中网具63.00万元（占70%）、浮标27.00万元（占30%）。",
    "a remark between figure and share": (
        "渔具补助90.00万元，网具63.00万元（上年50.00万元），占70%；浮标27.00万元，占30%。"
    ),
    "a whole that is not printed": "网具45.00万元，占50%；浮标20.00万元，占31%。",
    "one for each": (
        "渔具补助90.00万元，其中网具63.00万元、浮标27.00万元，分别占补助总额的70%和30%。"
    ),
    "one for each, of a whole that is not printed": (
        "网具63.00万元、浮标27.00万元、救生18.00万元，分别占近海补助的35%、15%和10%。"
    ),
    "of two wholes by their names": (
        "渔具补助90.00万元，渔具贷款400.00万元。网具63.00万元，占渔具补助的70%；"
        "浮标20.00万元，占渔具贷款的5%。"
    ),
    "of what was counted": "核查的1360艘渔船中，34艘证书过期，占核查船数的2.5%。",
    "of the part before": (
        "渔具补助90.00万元，网具63.00万元，占补助总额的70%，其中拖网31.50万元，占50%。"
    ),
}

WRONG = {
    "of the money that was handed down": (
        "市下达护岸工程补助资金300.00万元，用于植绿120.00万元，占下达资金的48%。"
    ),
    "named whole": "护岸工程安排300.00万元，植绿支出120.00万元，占护岸工程的48%。",
    "of what was counted": "核查的1360艘渔船中，有34艘证书过期，占核查艘数的3.5%。",
    "of the whole named before": (
        "渔具补助总额825.00万元。网具610.50万元，占补助总额的74%；浮标181.50万元，占32%。"
    ),
    "of what is vaguely named": (
        "完成渔港投资860.00万元，码头258.00万元，约占总投资的38%，护岸344.00万元，约占40%，"
        "航标258.00万元，约占30%。"
    ),
    "one for each": (
        "受理海损264起，其中碰撞118起、搁浅87起、火灾59起，分别占44.7%、33.0%和25.3%。"
    ),
    "one of a list": (
        "渔具补助共90.00万元。其中网具45.00万元，占50%；浮标27.00万元，占36%；救生18.00万元，占20%。"
    ),
}


@pytest.mark.parametrize("name", CONSISTENT)
def test_shares_that_agree_or_have_no_whole_are_silent(name: str) -> None:
    """A share of the figure that the sentence names, or that the list shows, is as printed; one
    whose whole is not to be found is of nothing that was read.
    """
    assert [] == errors(CONSISTENT[name])


@pytest.mark.parametrize("name", WRONG)
def test_a_share_that_no_whole_makes_is_found(name: str) -> None:
    """A share that is not the part over its whole is found, under one rule."""
    assert ["SHR-001"] == errors(WRONG[name])


def test_what_is_quoted_does_not_grow_with_a_list() -> None:
    """A part far behind its whole is quoted for itself."""
    parts = "".join(f"第{n}航段支出{n}.00万元，占{n}%；" for n in range(1, 13))

    quotes = [
        statement.source.quote or ""
        for matter in matters(f"航道养护共安排100.00万元，{parts}第13航段支出22.00万元，占22%。")
        for figure in (matter.final, *(part.final for b in matter.breakdowns for part in b.lines))
        for statement in (figure.statements if figure is not None else ())
        if statement.source is not None
    ]

    assert quotes
    assert max(map(len, quotes)) < 320


PASSED = (
    "2022年巡航里程1,250公里，2023年增加34公里，增长2.72%。抽查航段60公里，占总里程的4.67%。",
    "上年资助学生1,000人，本年增加200人。回访学生60人，占资助学生的5.00%。",
)


@pytest.mark.parametrize("text", PASSED)
def test_a_level_of_the_year_before_is_no_whole_of_another_sentence(text: str) -> None:
    """2022年里程A，2023年增加B: what another sentence tells a share of is this year's."""
    assert errors(text) == []


def test_a_share_of_last_year_is_of_what_last_year_had() -> None:
    """上年回访…占上年资助学生的P, or in the same sentence, is of that level."""
    text = "上年资助学生1,000人，其中寄宿生250人，占资助学生的30.00%。"
    assert errors(text)
