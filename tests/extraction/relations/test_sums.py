"""Sums by other words, of what money is used for, of contracts; shares that are all there are."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors
from tests.extraction.said import read

import performance_rules as pr

RULES = pr.RuleSet.for_region()

RIGHT = {
    "an amount in all": "维护费用：灯浮标58.20万元、导标41.30万元、测深12.60万元，总额112.10万元。",
    "an amount of something else": "灯浮标58.20万元、导标41.30万元，合同总额256.00万元。",
    "within each piece": (
        "采购：测深仪18.40万元、流速仪12.60万元，小计31.00万元；"
        "维修：站房23.10万元、缆道15.30万元，小计38.40万元。"
    ),
    "what it is used for": (
        "专项资金560.00万元，用于疏浚的320.00万元、用于护岸的150.00万元、用于监测的90.00万元。"
    ),
    "what it is mainly used for": (
        "专项资金560.00万元，主要用于疏浚的320.00万元、用于护岸的150.00万元。"
    ),
    "contracts, and what was paid on them": (
        "支付工程款212.00万元、监理费9.50万元、设计费18.00万元，三份合同金额合计262.40万元。"
    ),
    "contracts alone": (
        "施工合同金额212.00万元、监理合同金额9.50万元、设计合同金额18.00万元，合同金额合计239.50万元。"
    ),
    "several of a whole": "灯浮标支出58.20万元、导标支出41.30万元，占支出总额122.10万元的81.49%。",
    "the plan of a list": (
        "项目支出130.00万元，其中疏浚86.00万元、护岸44.00万元，预算执行率95.24%（全年预算136.50万元）。"
    ),
    "the plan of a sum": (
        "基本支出412.30万元。疏浚86.00万元、护岸44.00万元，合计130.00万元，"
        "预算执行率95.24%（全年预算136.50万元）。"
    ),
}

WRONG = {
    "an amount in all": "维护费用：灯浮标58.20万元、导标41.30万元、测深12.60万元，总额122.10万元。",
    "things in all": "共有浮标35座、岸标128座、导标12座，总数185座。",
    "named sum": "供水情况：城区供水320万吨，乡镇供水145万吨，工业供水88万吨，供水总量563万吨。",
    "within each piece": (
        "采购：测深仪18.40万元、流速仪12.60万元，小计35.00万元；"
        "维修：站房23.10万元、缆道15.30万元，小计38.40万元。"
    ),
    "what it is used for": (
        "专项资金560.00万元，用于疏浚的320.00万元、用于护岸的150.00万元、用于监测的80.00万元。"
    ),
    "what it is used for, told twice": (
        "下达资金560.00万元，其中用于疏浚的320.00万元，用于护岸的150.00万元，"
        "用于监测的80.00万元，合计560.00万元。"
    ),
    "contracts alone": (
        "施工合同金额212.00万元、监理合同金额9.50万元、设计合同金额18.00万元，合同金额合计249.50万元。"
    ),
    "the plan of a sum": (
        "基本支出412.30万元，项目支出130.00万元，合计542.30万元，"
        "预算执行率92.54%（全年预算556.00万元）。"
    ),
}


@pytest.mark.parametrize("name", RIGHT)
def test_sums_that_agree_are_silent(name: str) -> None:
    """So is a sum of something else than what stands before it."""
    assert errors(RIGHT[name]) == []


@pytest.mark.parametrize("name", WRONG)
def test_a_sum_is_that_of_what_stands_before_it(name: str) -> None:
    """总额, 总数, 总量 and 小计 are sums as 合计 is; 用于甲的a、用于乙的b are all that is used."""
    assert len(errors(WRONG[name])) == 1


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("资金来源构成为中央资金41.4%、省级资金14.8%、县级资金43.8%，总规模2,860万元。", True),
        ("资金来源构成为中央资金41.4%、省级资金14.8%、县级资金47.8%，总规模2,860万元。", False),
        ("船员构成为驾驶61.2%、轮机32.4%、见习9.4%，总人数260人。", False),
        ("资金构成为中央资金41.4%、省级资金14.8%，其余为自筹。", True),
        ("资金主要构成为中央资金41.4%、省级资金14.8%。", True),
        ("资金结构分别为中央资金33.3%、省级资金33.3%、县级资金33.3%。", True),
    ],
)
def test_what_something_is_made_of_is_all_of_it(text: str, fits: bool) -> None:
    """Shares of one thing add up to a hundred, unless something is left out."""
    report = read(text, kind="self_evaluation").report
    found = [one.rule for one in pr.check(report, RULES).findings if one.rule.startswith("SHR")]

    assert found == ([] if fits else ["SHR-003"])
