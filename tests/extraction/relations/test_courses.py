"""How figures went over time: every year more, or counted from the beginning of a time."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

RIGHT = (
    ("近三年事故分别为12起、9起、7起，事故率逐年下降，经费逐年增加。",),
    ("近三年经费分别为120万元、90万元、70万元，巡检次数逐年增加。",),
    ("近三年经费分别为120万元、150万元、140万元，除2023年外逐年增加。",),
    ("三港经费分别为120万元、150万元、140万元，管理水平逐年提高。",),
    (
        "截至6月底累计完成投资820万元，占年度计划的41%；截至9月底累计完成投资1,260万元，占年度计划的63%。",
    ),
    ("截至3月底东港累计支付320万元，截至6月底西港累计支付210万元。",),
    ("截至6月底，累计发放1,260户；截至9月底，累计核减85户。",),
    ("一季度末执行率为25%，全省平均为22%；二季度末为48%。",),
    ("一季度支付率21.3%，二季度支付率18.6%，三季度支付率30%。",),
    ("截至6月底执行率48%；调整预算后，截至9月底执行率46%。",),
)
WRONG = (
    ("2019年至2023年疏浚投入分别为1.12亿元、1.36亿元、1.43亿元、1.38亿元和2.07亿元，逐年增加。",),
    ("近三年搁浅起数分别为12起、9起、10起，逐年下降。",),
    ("航道经费连年增加，2021年至2024年分别为860万元、925万元、905万元、1,180万元。",),
    ("2021年、2022年、2023年护岸补贴分别为120万元、150万元和140万元，持续增长。",),
    ("一季度末支付进度为21.3%，二季度末为48.6%，三季度末累计达到44.9%。",),
    ("截至2023年6月底累计完成投资820万元，截至9月底累计完成投资760万元。",),
    ("截至6月底，累计发放护标补助1,260万元；截至9月底，累计发放1,185万元。",),
    ("截至2023年3月底支付率为18.6%，截至2023年6月底支付率为14.2%。",),
)


@pytest.mark.parametrize("paragraphs", RIGHT)
def test_what_agrees_or_is_of_something_else_is_quiet(paragraphs: tuple[str, ...]) -> None:
    """Where the figures agree, or words say that they are of something else, nothing is said."""
    assert errors(*paragraphs) == []


@pytest.mark.parametrize("paragraphs", WRONG)
def test_what_cannot_be_is_found(paragraphs: tuple[str, ...]) -> None:
    """What a sentence says of its figures or dates is compared with them."""
    assert errors(*paragraphs)
