"""Money is not passed on before it came; what lies within a time lies between its two dates."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

RIGHT = (
    ("2023年5月20日县财政局下达预算180万元，4月12日下达的首批资金已于4月28日全部支付。",),
    ("2022年12月20日提前下达2023年资金85万元，2022年12月28日将该笔资金全部拨付。",),
    ("市财政局2月10日下达85万元，县财政局3月5日将该笔资金分解下达。",),
    (
        "评价时段为2022年1月1日至2022年12月31日，现场核查于2023年3月26日开展，抽查凭证均在评价期间内。",
    ),
    ("现将我局2022年度部门决算公开如下。2022年度收入428万元，比2021年度增加12万元。",),
    ("现将我局2023年度部门决算公开如下。本年收入428万元。",),
    ("服务期限为一年，自2022年7月1日至2023年6月30日。",),
    ("服务期限三年，自2021年1月1日至2023年12月31日。",),
    ("2023年3月20日项目通过竣工验收，2022年11月完成主体工程建设。",),
)
WRONG = (
    (
        "2023年6月12日县财政局下达疏浚资金180万元，渔港于2023年5月20日将首笔工程款54万元支付给施工单位。",
    ),
    ("市财政局于2022年4月12日下达资金85万元，县财政局于2022年3月30日将该笔资金分解下达到我局。",),
    (
        "资金820万元于2023年12月31日一次性下达，此前未预拨任何款项；渔港2023年6月15日支付全部工程款820万元。",
    ),
    ("补助资金2023年4月28日到达国库，县财政局于2023年3月16日将该项资金全额拨付至渔港。",),
    ("评价时段为2022年1月1日至2022年12月31日，抽查凭证最晚一笔为2023年3月26日，均在评价期间内。",),
    ("县财政局于2023年2月8日批复我港预算，我港于2月27日在网站公开，自批复之日起第14天完成公开。",),
    ("服务期限为一年，自2022年7月1日至2023年9月30日。",),
    ("本表所列为2023年度全年数据，决算期间为2022年1月1日至12月31日。",),
    ("2023年3月20日项目通过竣工验收，2023年11月完成主体工程建设。",),
)


@pytest.mark.parametrize("paragraphs", RIGHT)
def test_what_agrees_or_is_of_something_else_is_quiet(paragraphs: tuple[str, ...]) -> None:
    """Where the figures agree, or words say that they are of something else, nothing is said."""
    assert errors(*paragraphs) == []


@pytest.mark.parametrize("paragraphs", WRONG)
def test_what_cannot_be_is_found(paragraphs: tuple[str, ...]) -> None:
    """What a sentence says of its figures or dates is compared with them."""
    assert errors(*paragraphs)
