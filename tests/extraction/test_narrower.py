"""Things narrower than the lines of the report: their figures are never held against the lines'."""

from __future__ import annotations

import pytest
from tests.extraction.said import read

import performance_rules as pr

RULES = pr.RuleSet.for_region()
WHOLE = (
    "2022年收入100.00万元，支出100.00万元，其中基本支出60.00万元，项目支出40.00万元。"
    "“三公”经费支出8.00万元，其中公务接待费3.00万元，公务用车运行维护费5.00万元。"
)

MODIFIERS = (
    "中央直达资金",
    "社会资金",
    "同类单位",
    "上级部门",
    "邻县船闸管理中心",
    "全县",
    "追加预算",
    "上年结转资金",
    "未支付",
    "超预算",
    "政府采购",
)
"""What stands left of a name makes it narrower, whatever word it is."""

NARROWER = (
    "{}支出12.00万元，其中基本支出5.00万元，项目支出7.00万元。",
    "{}基本支出5.00万元。",
    "{}“三公”经费支出2.00万元。",
)

PARTS = {
    "of a change": "支出比上年增加12.00万元，其中基本支出5.00万元，项目支出7.00万元。",
    "of what three-public fell by": (
        "“三公”经费比上年减少3.00万元，其中公务接待费1.00万元，公务用车运行维护费2.00万元。"
    ),
    "of an overrun": "支出超预算12.00万元，其中基本支出5.00万元，项目支出7.00万元。",
    "of income above the budget": "收入比预算超收12.00万元，其中其他收入12.00万元。",
    "of what was added, behind a colon": (
        "年中调增预算12.00万元：基本支出5.00万元，项目支出7.00万元。"
    ),
    "of what was taken back, in a bracket": (
        "财政收回12.00万元（基本支出5.00万元、项目支出7.00万元）。"
    ),
    "of a balance": "年末结转结余12.00万元，其中基本支出5.00万元，项目支出7.00万元。",
    "of a balance, by its name": (
        "年末结转结余12.00万元，其中基本支出结转5.00万元，项目支出结转和结余7.00万元。"
    ),
    "of what was bought": "政府采购支出12.00万元，其中基本支出5.00万元，项目支出7.00万元。",
    "of money that is no line": "工会：支出12.00万元，其中基本支出5.00万元、项目支出7.00万元。",
}

LOUD = {
    "parts of a balance exceed it": (
        "年末结转和结余12.00万元，其中基本支出结转6.00万元，项目支出结转和结余7.00万元。"
    ),
    "parts of a fund's balance exceed it": (
        "年末结转和结余12.00万元，其中：一般公共预算结转6.00万元，政府性基金结转7.00万元。"
    ),
    "parts of what opened the year exceed it": (
        "年初结转和结余12.00万元，包括基本支出结转6.00万元和项目支出结转7.00万元。"
    ),
    "parts of a change exceed it": (
        "支出比上年增加12.00万元，其中基本支出6.00万元，项目支出7.00万元。"
    ),
    "parts of the whole, behind its change": (
        "2022年支出90.00万元，比上年增加12.00万元，其中基本支出60.00万元，项目支出40.00万元。"
    ),
}

TOPICS = (
    "2022年项目支出40.00万元，其中重点项目支出36.00万元。重点项目3项，说明如下。",
    "一是老年助餐点，年度预算15.58万元，实际使用12.50万元。",
    "二是农村幸福院，年度预算16.00万元，实际使用15.50万元。",
    "三是困境儿童保障，年度预算10.00万元，实际使用8.00万元。",
)

ITEMS = (
    "2022年项目支出40.00万元，重点项目2个，支出40.00万元。",
    "1、营养午餐。预算18.00万元，支出18.00万元，执行率100.00%。实际完成20份。",
    "2、实验设备采购。预算22.50万元，支出22.00万元，执行率97.78%。实际完成38套。",
)

TOLD = (
    "2022年项目支出40.00万元，重点项目2个，支出40.00万元。"
    "一是路灯维护。预算18.00万元，支出18.00万元，执行率100.00%。"
    "二是垃圾清运。预算22.50万元，支出22.00万元，执行率97.78%。"
)

NUMBERED = (
    "3.一般公共预算支出情况",
    "一般公共预算财政拨款支出200.00万元，用于以下方面：",
    "1.教育支出80.00万元，占40.00%。",
    "2.卫生健康支出50.00万元，占25.00%。",
    "3.农林水支出70.00万元，占35.00%。",
    "4.其他事项",
    "本年支出合计250.00万元，其中基本支出150.00万元，项目支出100.00万元。",
)


SENTENCES = {
    "a part beside it": "下属林场基本支出5.00万元，项目支出7.00万元。",
    "its parts": "森林防火方面“三公”经费支出2.00万元，其中公务接待费1.00万元。",
    "how it was paid": "公务卡结算的公务接待费1.00万元。",
    "what is expected": "预计基本支出5.00万元，项目支出7.00万元。",
    "of several years": "2020—2022年公务接待费9.00万元。",
    "of three years together": "三年累计公务接待费9.00万元。",
    "of a month": "12月支出12.00万元，12月公务接待费支出0.50万元。",
    "of each body": (
        "单位：万元\n单位 | 支出 | 其中：基本支出 | 项目支出\n局机关 | 70.00 | 50.00 | 20.00\n"
        "林场 | 30.00 | 10.00 | 20.00\n合计 | 100.00 | 60.00 | 40.00"
    ),
}

OWN = "我中心基本支出60.00万元，占60.00%；直达资金基本支出5.00万元，我中心项目支出45.00万元。"


BESIDE = (
    "本年收入总计、支出总计均为118.00万元。",
    "本年支出100.00万元，年末结转和结余18.00万元。其中：基本支出60.00万元，占60.00%；项目支出40.00万元，占40.00%。",
)


def _errors(*paragraphs: str) -> list[str]:
    report = read(*paragraphs, kind="final_accounts", entity="临港县船闸管理中心", year=2022).report
    return [f.rule for f in pr.check(report, RULES).findings if f.severity == "error"]


@pytest.mark.parametrize("modifier", MODIFIERS)
def test_a_name_with_words_before_it_is_not_the_line(modifier: str) -> None:
    """中央直达资金支出 is not all expenditure, and its 基本支出 is not the body's."""
    assert [] == _errors(WHOLE, *(pattern.format(modifier) for pattern in NARROWER))


@pytest.mark.parametrize("sentence", SENTENCES.values(), ids=SENTENCES)
def test_what_goes_on_behind_something_narrower_is_of_that(sentence: str) -> None:
    """下属林场基本支出N，项目支出N: both are the forest farm's."""
    assert [] == _errors(WHOLE, *sentence.split("\n"))


def test_the_body_is_spoken_of_again_where_it_is_named() -> None:
    """我中心项目支出N is the body's, whatever was told before it."""
    assert "TXT-003" in _errors(WHOLE, OWN)


@pytest.mark.parametrize("sentence", PARTS.values(), ids=PARTS)
def test_parts_of_something_else_are_not_the_lines(sentence: str) -> None:
    """What is listed behind an amount are parts of that amount, under whatever names."""
    assert [] == _errors(WHOLE, sentence)


@pytest.mark.parametrize("sentence", LOUD.values(), ids=LOUD)
def test_parts_are_added_up_of_whatever_they_are_parts(sentence: str) -> None:
    """More than the whole cannot be in it, be it a balance, a change or a line."""
    assert {rule[:7] for rule in _errors(sentence)} == {"TOT-001"}


def test_what_an_item_begins_with_is_what_its_figures_are_of() -> None:
    """一是老年助餐点，年度预算N: of that, and not of what was told before."""
    assert [] == _errors(*TOPICS)
    assert [] == _errors(*ITEMS)
    assert [] == _errors(TOLD)


def test_a_list_numbered_like_the_section_above_is_a_part_of_it() -> None:
    """3.…用于以下方面： and 1., 2., 3. below it: their shares are of what 3. tells."""
    assert [] == _errors(*NUMBERED)
    loud = [line.replace("占40.00%", "占36.00%") for line in NUMBERED]
    assert ["SHR-001"] == _errors(*loud)


def test_of_two_figures_the_parts_may_be_of_the_first() -> None:
    """本年支出N，年末结转N。其中：基本支出N: of the expenditure. 支出总计 counts what is left."""
    assert [] == _errors(*BESIDE)


def test_a_fund_goes_on_from_its_income_to_its_expenditure() -> None:
    """政府性基金本年收入N，本年支出N: both are the fund's."""
    fund = (
        "政府性基金预算财政拨款年初结转0.00万元，本年收入12.00万元，本年支出12.00万元，年末无结转。"
    )
    assert [] == _errors(WHOLE, fund)
