"""Which account a figure is of where its clause, its sentence or its heading says it once."""

from __future__ import annotations

import pytest
from tests.extraction.said import read, values

import performance_rules as pr

RULES = pr.RuleSet.for_region()
SPENT = "本年支出110万元，其中基本支出30万元，项目支出80万元。"
EARNED = "收入合计95万元，其中：财政拨款收入90万元，其他收入5万元。"
BOTH = "本年收入95万元，本年支出100万元。"
VISITS = "三、“三公”经费情况"

QUIET = {
    "who pays, class by class": (
        "一般公共预算安排交通运输支出60万元、住房保障支出20万元；政府性基金安排城乡社区支出30万元。",
        "一般公共预算支出80万元。",
    ),
    "who pays, all together behind it": (
        "政府性基金安排城乡社区支出30万元，本年支出合计110万元。",
        "政府性基金支出30万元。本年支出110万元。",
    ),
    "the funds of basic spending": (
        SPENT + "基本支出中，一般公共预算安排25万元，其他资金安排5万元。",
        "一般公共预算支出75万元。",
    ),
    "the funds of projects, behind a colon": (
        SPENT + "项目支出中：财政拨款50万元，单位自有资金30万元。",
        "财政拨款支出80万元。",
    ),
    "the funds of projects, in a bracket": (
        "项目支出80万元（一般公共预算50万元、政府性基金30万元）。",
        "一般公共预算支出70万元，政府性基金支出35万元。",
    ),
    "a fund and the kinds of it": (
        "项目支出80万元，其中财政拨款60万元，一般公共预算50万元，政府性基金10万元。",
    ),
    "totals of both sides": (EARNED, "财政拨款收入总计97万元，支出总计97万元。"),
    "totals of both sides, in one": (EARNED, "财政拨款收、支总计均为97万元。"),
    "totals of one budget": (
        "一般公共预算财政拨款收入90万元。",
        "一般公共预算财政拨款收入总计99万元、支出总计99万元，各比上年减少2万元。",
    ),
    "a total taken up again": (
        "收入总计107万元，支出总计107万元。",
        "收入总计包括：本年收入95万元；年初结转和结余12万元。",
        "支出总计包括：本年支出100万元；年末结转和结余7万元。",
        "财政拨款收入90万元，占本年收入的94.74%。",
    ),
    "a course of fiscal funds": (
        BOTH + "财政拨款年初结转和结余6万元，本年收入80万元，本年支出82万元，年末结转和结余4万元。",
    ),
    "a course of one budget": (
        BOTH + "一般公共预算财政拨款年初结转6万元，收入合计80万元，支出合计82万元，年末结转4万元。",
    ),
    "a year's expenditure under visits": (
        BOTH,
        VISITS,
        "全年支出9万元，上年支出10万元。公务接待费3万元，公务用车运行维护费6万元。",
    ),
    "this year's expenditure under visits": (
        BOTH,
        VISITS,
        "本年支出9万元，比预算节约1万元。其中公务接待费3万元，公务用车运行维护费6万元。",
    ),
    "our own expenditure under visits": (
        BOTH,
        VISITS,
        "我单位本年支出100万元，“三公”经费支出9万元。",
    ),
    "items of a class": (
        "一般公共预算支出80万元，包括：",
        "1.交通运输支出60万元，占75%，具体为：公路养护（项）40万元、航道维护（项）20万元；",
        "2.住房保障支出20万元，占25%，具体为：住房公积金（项）20万元。",
    ),
    "funds behind a word for how they are sorted": (
        SPENT + "项目支出按资金来源分，一般公共预算安排50万元、政府性基金安排30万元。",
        "一般公共预算支出75万元。",
    ),
    "a year's expenditure under a heading further up": (
        BOTH,
        VISITS,
        "（一）总体情况。支出合计9万元，为预算12万元的75%。",
    ),
    "what several things save together": (
        "一般公共预算支出80万元，包括交通运输支出60万元、住房保障支出20万元。",
        "与年初预算相比，交通运输支出超出4万元，住房保障支出结余6万元，合计节约2万元。",
        "住房保障支出年初预算26万元。",
    ),
    "a course in figures that look alike": (
        "（一）支出。本年支出1,764.51万元，上年1,857.80万元。",
        "财政拨款上年结转57.96万元，当年收入1,715.34万元，当年支出1,714.56万元，"
        "年末结转58.74万元。",
    ),
    "two things and their prices": (
        "物资储备150万元，包括救生衣300件、缆绳600根，每件救生衣2,000元、每根缆绳400元，"
        "合计84万元，其余66万元用于仓库租赁。",
    ),
    "guests from abroad": (
        VISITS,
        "公务接待费3万元，国内公务接待12批次96人，国内外事接待0批次0人。",
    ),
}

LOUD = {
    "more than who pays has": (
        "一般公共预算安排交通运输支出60万元、住房保障支出20万元；政府性基金安排城乡社区支出30万元。",
        "一般公共预算支出70万元。",
    ),
    "more than projects cost": (
        SPENT + "项目支出中，一般公共预算安排50万元，政府性基金安排40万元。",
    ),
    "other funds than projects cost": ("项目支出80万元（一般公共预算50万元、政府性基金20万元）。",),
    "totals that differ": (EARNED, "财政拨款收入总计97万元，支出总计98万元。"),
    "a total taken up with another share": (
        "收入总计107万元，支出总计107万元。",
        "收入总计包括：本年收入95万元；年初结转和结余12万元。",
        "财政拨款收入90万元，占本年收入的84.11%。",
    ),
    "items that are more than a class": (
        "一般公共预算支出80万元，包括：",
        "1.交通运输支出60万元，占75%，具体为：公路养护（项）50万元、航道维护（项）20万元；",
        "2.住房保障支出20万元，占25%，具体为：住房公积金（项）20万元。",
    ),
}


def _errors(*blocks: str) -> list[str]:
    report = read(*blocks).report
    return [one.rule for one in pr.check(report, RULES).findings if one.severity == "error"]


@pytest.mark.parametrize("blocks", QUIET.values(), ids=QUIET)
def test_what_an_account_pays_or_a_heading_names_is_not_all_funds(blocks: tuple[str, ...]) -> None:
    """It stays with its account until the clause ends, and with its heading below it."""
    assert _errors(*blocks) == []


@pytest.mark.parametrize("blocks", LOUD.values(), ids=LOUD)
def test_what_is_known_to_be_of_an_account_is_compared_there(blocks: tuple[str, ...]) -> None:
    """Parts that are more than their whole, and two values of one line, are still found."""
    assert _errors(*blocks) != []


def test_who_pays_is_the_account_of_what_is_paid() -> None:
    """政府性基金安排城乡社区支出 is a part of that fund's expenditure, and of no other budget."""
    paper = read(*QUIET["who pays, class by class"])
    assert values(paper, "government_fund.expenditure/城乡社区支出") == ["30万元"]
    assert values(paper, "general_budget.expenditure/交通运输支出") == ["60万元"]


def test_the_funds_of_a_kind_of_expenditure_are_parts_of_it() -> None:
    """项目支出80万元（一般公共预算50万元）: that is no amount of all the budget."""
    paper = read(*QUIET["the funds of projects, in a bracket"])
    assert values(paper, "all_funds.expenditure/project/一般公共预算支出") == ["50万元"]
    assert values(paper, "general_budget.expenditure") == ["70万元"]


def test_a_side_with_its_stage_is_what_its_change_is_of() -> None:
    """支出决算比上年减少N, behind a sentence that ended with balances, is of the expenditure."""
    told = "收入决算95万元，支出决算100万元；年初结转12万元，年末结转7万元。"
    paper = read(told + "收入决算比上年增加5万元；支出决算比上年减少10万元，下降9.09%。")
    assert values(paper, "all_funds.closing") == ["7万元"]
    assert _errors(told + "收入决算比上年增加5万元；支出决算比上年减少10万元，下降9.09%。") == []
    assert "YOY-010" in _errors(told + "上年支出110万元。支出决算比上年减少20万元。")


INCOME = """
收入来源 | 金额（万元） | 占比
诊疗收入 | 80.00 | {share}
财政拨款收入 | 15.00 | 15.00%
其他收入 | 5.00 | 5.00%
合计 | 100.00 | 100.00%
"""


def test_a_source_that_no_lexicon_knows_is_income_beside_other_income() -> None:
    """In a table of kinds of income, what is called 收入 is one: the others are not all."""
    assert _errors("收入构成情况", INCOME.format(share="80.00%")) == []
    assert "SHR-001" in _errors("收入构成情况", INCOME.format(share="88.00%"))


LIST = (
    "项目支出80万元，包括：",
    "1.航道疏浚40万元；",
    "2.{}；",
    "3.灯塔修缮30万元。",
)


@pytest.mark.parametrize("second", ["码头加固未支付", "码头加固推迟到下一年度"])
def test_a_list_with_an_item_that_has_no_figure_is_not_whole(second: str) -> None:
    """Its numbers jump: what the item between cost is not known."""
    assert _errors(*(line.format(second) for line in LIST)) == []
    assert _errors(*(line.format("码头加固20万元") for line in LIST)) != []
