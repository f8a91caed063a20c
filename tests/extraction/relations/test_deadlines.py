"""What is said to be in time, or late, by its own two dates."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

RIGHT = (
    ("合同约定2023年6月30日前完成疏浚，供应商于6月28日完成疏浚并于7月18日通过验收，按期完成。",),
    ("项目应于2022年8月15日前完工，实际于9月10日完工，因台风顺延26天，属按期完成。",),
    ("合同约定8月25日前交货，实际8月20日首批交付，9月20日全部交付，逾期26天。",),
    ("计划6月30日前完成招标，实际6月28日完成；计划10月31日前完工，实际10月20日完工，按期完成。",),
    ("要求9月30日前完成出圃，实际出圃率98%，2023年10月12日开展检查，按期完成整改。",),
    ("应于每月10日前发放，12月补助于12月8日发放，按时发放率100%。",),
    ("应于2023年1月31日前报送决算，实际于1月20日报送，比上年提前3天。",),
    ("计划2022年2月28日完工，实际于2022年4月19日通过验收，延期50天。",),
    ("计划2022年8月底竣工，实际于2022年11月15日竣工，未能按期完成。",),
    ("车辆于9月28日前全部交付，较约定的9月30日提前。",),
    ("计划于5月31日前完成招标，6月20日开工，9月30日完工，工程如期推进。",),
)
WRONG = (
    ("疏浚工程应于2022年8月15日前完工，实际于2022年9月10日完工，工程按期完成。",),
    ("疏浚工程应于2022年8月15日前完工，实际于2022年8月10日完工，逾期5天。",),
    ("合同约定浮标应在2023年9月30日前交付，供应商实际于10月21日全部到货，较约定时间提前9天。",),
    ("按方案，测绘工作须于11月底前办结。我港资料12月23日完成入库，按时完成任务。",),
    ("合同工期自2022年3月15日至2022年10月31日，2022年11月18日竣工，较合同工期提前18天完成。",),
    ("根据施工合同，竣工日期为2022年11月20日；该工程于2022年12月15日竣工，不存在逾期情况。",),
    ("计划2022年10月31日完工，实际竣工日期为2022年10月9日，滞后于计划工期。",),
    ("合同约定浮标应在2023年9月30日前交付，供应商实际于9月21日全部到货，较约定时间提前19天。",),
)


@pytest.mark.parametrize("paragraphs", RIGHT)
def test_what_agrees_or_is_of_something_else_is_quiet(paragraphs: tuple[str, ...]) -> None:
    """Where the figures agree, or words say that they are of something else, nothing is said."""
    assert errors(*paragraphs) == []


@pytest.mark.parametrize("paragraphs", WRONG)
def test_what_cannot_be_is_found(paragraphs: tuple[str, ...]) -> None:
    """What a sentence says of its figures or dates is compared with them."""
    assert errors(*paragraphs)
