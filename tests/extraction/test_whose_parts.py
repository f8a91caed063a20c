"""Whose parts are told: of the account that the words before a list name, or that its heading does.

What names no account is of none for sure, and a figure that is no part of a sum is not added.
"""

from __future__ import annotations

import pytest
from tests.extraction.said import read

import performance_rules as pr

RULES = pr.RuleSet.for_region()

_ALL = "一、支出决算\n本年支出合计700.00万元，其中：基本支出300.00万元，项目支出400.00万元。\n"
_CLASSES = (
    "科学技术支出150.00万元，占25.00%；卫生健康支出90.00万元，占15.00%；"
    "农林水支出360.00万元，占60.00%"
)

QUIET = {
    "a heading that ends in 结构 names the account": (
        f"{_ALL}二、一般公共预算财政拨款支出结构\n{_CLASSES}。"
    ),
    "支出结构为 is the expenditure of the account before it": (
        f"{_ALL}二、支出结构\n2022年度一般公共预算拨款支出结构为：{_CLASSES}。"
    ),
    "的去向": f"{_ALL}二、支出结构\n一般公共预算财政拨款支出的去向：{_CLASSES}。",
    "在某支出中 behind its amount": (
        f"{_ALL}二、支出结构\n在一般公共预算财政拨款支出600.00万元中，{_CLASSES}。"
    ),
    "按功能分": f"{_ALL}二、支出结构\n一般公共预算财政拨款支出按功能分：{_CLASSES}。",
    "no account is named at all": f"{_ALL}二、支出结构\n{_CLASSES}。",
    "the whole of the share is not printed": (
        "一、收支总体情况\n总收入720.00万元，总支出700.00万元。\n"
        f"二、一般公共预算财政拨款支出结构\n{_CLASSES}。"
    ),
    "人员经费 and 公用经费 without an account are not those of all funds for sure": (
        f"{_ALL}二、基本支出\n人员经费200.00万元，公用经费50.00万元。"
    ),
    "one fund for both of its sides": (
        f"{_ALL}二、其他预算\n国有资本经营预算财政拨款收入、支出均为0万元。"
    ),
    "a table under a caption with 附表：": (
        f"{_ALL}附表：一般公共预算支出明细\n（单位：万元）\n"
        "| 科目编码 | 科目名称 | 支出金额 |\n|---|---|---|\n|  | 合计 | 600.00 |\n"
        "| 206 | 科学技术支出 | 240.00 |\n| 213 | 农林水支出 | 360.00 |"
    ),
}

NO_PARTS = {
    "the income of a year less its expenditure is not all that is left": (
        "政府性基金预算收入70.00万元，支出66.00万元，年末结转和结余9.00万元。"
    ),
    "so it is not behind 本年": (
        "政府性基金预算本年收入70.00万元，本年支出66.00万元，年末结转9.00万元。"
    ),
    "one part holds the other": (
        "2022年度政府采购支出总额90.00万元。从供应商类型看，中小企业合同额70.00万元，占政府采购支出"
        "总额的77.78%；小微企业合同额50.00万元，占政府采购支出总额的55.56%。"
    ),
    "what becomes of money is no part of it": (
        "一、项目实施\n全年2个重点项目预算80.00万元，支出70.00万元。分项目情况如下。\n"
        "（1）水毁修复项目预算数50.00万元，到位数48.00万元，支出数42.00万元。\n"
        "（2）泵站更新项目预算数30.00万元，到位数30.00万元，支出数28.00万元。"
    ),
    "a name that ends in 到位 tells what came": (
        "一、项目实施\n全年2个重点项目预算80.00万元，支出60.00万元。分项目情况如下。\n"
        "1、水毁修复补助到位45.00万元，使用33.00万元，结余12.00万元。\n"
        "2、泵站更新补助到位30.00万元，使用27.00万元，结余3.00万元。"
    ),
    "the main ones are not all": (
        "一般公共预算财政拨款支出年初预算为500.00万元，支出决算为480.00万元，完成年初预算的96.00%。"
        "主要科目如下：\n"
        "（1）2130301 行政运行支出260.00万元，完成年初预算250.00万元的104.00%。\n"
        "（2）2130314 防汛支出90.00万元，完成年初预算100.00万元的90.00%。"
    ),
    "one kind of expenditure of each body is not all of it": (
        "3个预算单位支出合计900.00万元，其中：\n1、局机关基本支出200.00万元，在职9人。\n"
        "2、信息中心基本支出150.00万元，在职8人。\n3、监测站基本支出100.00万元，在职6人。"
    ),
    "the rest is told without a figure": (
        "本年支出640.00万元。按功能分类：农林水支出256.00万元，占40.00%；交通运输支出160.00万元，占25.00%；"
        "其余为教育、文化旅游等支出。"
    ),
    "items below lines told beside each other are not parts of the first": (
        "一、“三公”经费\n因公出国（境）费3.00万元；公务用车购置及运行维护费14.00万元；公务接待费2.00万元。\n"
        "①因公出国（境）费3.00万元；②公车费用14.00万元，其中运行维护支出14.00万元；③公务接待费2.00万元。"
    ),
    "a rate of 预算 is of its own": (
        "一、“三公”经费\n当年“三公”经费支出16.00万元，执行率80.00%（预算20.00万元）。\n"
        "（1）公务接待费支出2.00万元，完成预算的50.00%。"
    ),
}

LOUD = {
    "a share of what a heading names": (
        f"{_ALL}二、一般公共预算财政拨款支出结构\n一般公共预算财政拨款支出600.00万元。\n"
        "科学技术支出150.00万元，占52.00%；农林水支出360.00万元，占60.00%。",
        "52.00%",
    ),
    "a share behind 在某支出中": (
        f"{_ALL}二、支出结构\n在一般公共预算财政拨款支出600.00万元中，"
        "科学技术支出150.00万元（占52.00%），农林水支出360.00万元（占60.00%）。",
        "52.00%",
    ),
    "a share behind 支出结构为": (
        f"{_ALL}二、支出结构\n一般公共预算财政拨款支出600.00万元。\n"
        "一般公共预算财政拨款支出结构为：科学技术支出150.00万元，占52.00%；"
        "农林水支出360.00万元，占60.00%。",
        "52.00%",
    ),
    "less is left than what came less what went": (
        "政府性基金预算收入70.00万元，支出66.00万元，年末结转和结余1.00万元。",
        "66.00万元",
    ),
    "with what was carried in told": (
        "政府性基金预算年初结转5.00万元，本年收入70.00万元，本年支出66.00万元，年末结转29.00万元。",
        "29.00万元",
    ),
    "two sides of a fund that are not those of the report": (
        "本年支出700.00万元，其中：基本支出300.00万元，项目支出450.00万元。\n"
        "国有资本经营预算财政拨款收入、支出均为0万元。",
        "700.00万元",
    ),
}


def _errors(text: str) -> list[str]:
    blocks = text.split("\n") if "|" not in text else _blocks(text)
    report = read(*blocks, entity="临港县水务局").report
    result = pr.check(report, RULES)
    return [finding.message for finding in result.findings if finding.severity == "error"]


def _blocks(text: str) -> list[str]:
    lines = text.split("\n")
    rows = [line.strip("| ") for line in lines if line.startswith("|") and "---" not in line]
    return [line for line in lines if not line.startswith("|")] + ["\n".join(rows)]


@pytest.mark.parametrize("text", [*QUIET.values(), *NO_PARTS.values()], ids=[*QUIET, *NO_PARTS])
def test_what_is_told_of_another_account_clashes_with_none(text: str) -> None:
    """Figures are of the account that is named, and added only where they are parts."""
    assert _errors(text) == []


@pytest.mark.parametrize(("text", "figure"), LOUD.values(), ids=LOUD)
def test_what_is_wrong_within_its_own_account_is_found(text: str, figure: str) -> None:
    """A wrong figure among those of the account that is named is a contradiction."""
    assert any(figure in message for message in _errors(text))
