"""“三公”经费 of one fund, one body or one topic are no second figure of all of them.

What stands in front of a figure says whose it is and how it was counted. Where that is less or more
than the figure of the report, the two contradict nothing; where it is the same, they must agree.
"""

from __future__ import annotations

import pytest
from tests.extraction.said import read

import performance_rules as pr

RULES = pr.RuleSet.for_region()
WHOLE = (
    "2022年支出200.00万元，其中基本支出140.00万元，项目支出60.00万元。"
    "“三公”经费支出9.50万元，其中因公出国（境）费0万元，公务接待费3.50万元，"
    "公务用车购置及运行维护费6.00万元。公务接待20批次、160人次，公务用车5辆。"
)

APART = {
    "of the budget's money, the rest from other money": (
        "财政拨款“三公”经费支出8.10万元，其中公务接待费2.10万元、公务用车运行费6.00万元；"
        "自有资金列支公务接待费1.40万元。"
    ),
    "in the terms of a fund": "按财政拨款口径，“三公”经费8.10万元。",
    "of a fund, whose sentence also says what another one paid": (
        "公务接待费由财政拨款安排2.10万元；一般公共预算公务接待费2.10万元，其他资金公务接待费1.40万元。"
    ),
    "behind the name of a fund": "非财政拨款资金：公务接待费1.40万元，公务用车运行维护费0.60万元。",
    "of a fund beside the budget": "政府性基金“三公”经费支出1.20万元。",
    "none of a fund": "政府性基金预算财政拨款未安排“三公”经费；一般公共预算“三公”经费9.50万元。",
    "a share of a fund's": (
        "单位资金公务接待费1.40万元。财政拨款“三公”经费8.10万元，占支出的4.05%。"
    ),
    "visits that a fund paid for": (
        "自有资金公务接待费1.40万元，接待8批次、64人次；财政拨款公务接待12批次、96人次。"
    ),
    "of a fund, though no other is named": "财政拨款“三公”经费支出8.10万元。",
    "of the bodies below, as a topic": (
        "所属事业单位：“三公”经费2.40万元，公务接待费0.90万元，公车运行费1.50万元。"
    ),
    "of the bodies below, in one phrase": (
        "所属事业单位“三公”经费2.40万元，其中公务接待费0.90万元，公务用车运行维护费1.50万元。"
    ),
    "with the bodies below": "含下属单位在内，“三公”经费共11.90万元。",
    "with them, behind another word": "据汇总，包括二级机构在内，公务接待费共4.40万元。",
    "with what else is meant": (
        "公务接待费（含商务接待）5.20万元，其中公务接待费3.50万元、商务接待费1.70万元。"
    ),
    "seen from the office alone": "从局机关看，“三公”经费支出5.20万元，其中公务接待费1.20万元。",
    "without what was added": "不含上级追加，支出180.00万元，其中基本支出130.00万元。",
    "counted otherwise": "按权责发生制核算，公务用车运行维护费7.10万元，公务接待费3.80万元。",
    "if it were so": "若全部结清，公务接待费4.10万元。",
    "of all sections added": "两项合计，公务接待费5.60万元，公务用车购置及运行维护费7.00万元。",
    "another one besides": "另有公务接待费1.10万元。",
    "of one undertaking": "古树保护专项：公务接待费0.40万元，公务用车运行维护费0.80万元。",
    "within a kind of expenditure": (
        "项目支出中，公务接待费0.40万元，公务用车购置及运行费0.80万元。"
    ),
    "what concerns a place": "涉及乡镇的公务接待费0.70万元，公务用车运行维护费0.90万元。",
    "a mean, said once for two": "月均基本支出11.67万元，项目支出5.00万元。",
    "what was saved, said once for two": "压减的公务接待费0.30万元，公务用车购置及运行费0.50万元。",
    "the total of a canteen": "食堂总支出18.00万元，总收入18.20万元。",
    "the parts of a purpose": (
        "其中用于招商的“三公”经费支出1.50万元，其中公务接待费1.20万元，公务用车运行维护费0.30万元。"
    ),
    "what guests from elsewhere cost, and the others": (
        "外宾接待支出0.50万元，接待外宾2批次、9人次；其他国内公务接待支出3.00万元，接待18批次、151人次。"
    ),
    "items of cars by the names of other items": (
        "公用经费40.00万元，其中办公费6.00万元、维修（护）费11.00万元、其他23.00万元。"
        "公务用车运行维护费6.00万元，其中燃油费3.20万元、维修费1.80万元、保险费1.00万元。"
    ),
    "one item of cars with a word before it": (
        "公务用车运行维护费6.00万元，其中：维修费1.80万元，驾驶员培训费0.20万元，租赁费0.40万元，"
        "其他3.60万元。租赁费7.00万元。"
    ),
}

SAME = {
    "the same words twice": (
        "财政拨款“三公”经费支出9.50万元。一般公共预算财政拨款“三公”经费支出9.80万元。"
    ),
    "no fund is named": "“三公”经费支出9.80万元。",
    "all of a fund's is all there is, but a part differs": (
        "财政拨款“三公”经费支出9.50万元，其中公务接待费3.50万元，公务用车购置及运行维护费6.60万元。"
    ),
    "the parts of a fund's, where other money is told of": (
        "财政拨款“三公”经费支出8.10万元，其中公务接待费2.10万元、公务用车运行费6.90万元；"
        "自有资金列支公务接待费1.40万元。"
    ),
    "the parts of the bodies below": (
        "所属事业单位“三公”经费2.40万元，其中公务接待费0.90万元，公务用车运行维护费1.80万元。"
    ),
    "a word that narrows nothing": "据统计，公务接待费3.80万元。",
    "what is said besides of the same": "此外，严格接待审批，公务接待费3.80万元。",
    "halves of a year": "上半年“三公”经费支出4.10万元，下半年支出5.90万元，全年9.50万元。",
}


def _errors(text: str, kind: str = "self_evaluation") -> list[str]:
    report = read(WHOLE, text, kind=kind, entity="清河县林业局").report
    found = pr.check(report, RULES).findings
    return [f"{one.rule} {one.message}" for one in found if one.severity == "error"]


@pytest.mark.parametrize("text", APART.values(), ids=APART)
def test_what_is_of_another_fund_or_body_contradicts_nothing(text: str) -> None:
    """A figure that its sentence says to be of less, or of more, is none of the report's line."""
    assert _errors(text) == []


@pytest.mark.parametrize("text", SAME.values(), ids=SAME)
def test_what_is_of_the_same_must_agree(text: str) -> None:
    """Two figures of one fund, and the parts of a fund's figure, are held against each other."""
    assert _errors(text)


def test_in_final_accounts_both_are_one() -> None:
    """财政拨款“三公”经费 are all there are in final accounts, unless other money is told of."""
    text = "财政拨款“三公”经费支出9.20万元。"
    assert _errors(text, "final_accounts")
    assert _errors(text + "自有资金列支公务接待费0.30万元。", "final_accounts") == []


def test_a_plain_budget_may_be_what_the_initial_one_became() -> None:
    """年初预算A，压减B后为C: a 预算 of C is the amended one, and one of D is neither."""
    text = "“三公”经费预算10.20万元。“三公”经费年初预算12.20万元，压减2.00万元后为{}万元。"
    assert _errors(text.format("10.20")) == []
    assert _errors(text.format("10.00"))
    added = "年初核定“三公”经费预算9.00万元，执行中追加1.00万元后达到{}万元。"
    assert _errors("“三公”经费预算10.00万元。" + added.format("10.00")) == []


def test_visits_between_sums_are_no_means() -> None:
    """最高一批A，最低一批B, 平均每批C: the highest and the lowest are no list of all."""
    assert _errors("公务接待费最高一批次0.42万元，最低一批次0.06万元，平均每批次0.18万元。") == []


PRICES = {
    "the price is that of the works": (
        "项目总投入3,100万元，新建教室4,000平方米，平均造价每平方米2,500元，土建支出1,000万元，"
        "其余用于购置设备。",
        False,
    ),
    "the amount is the works' with two digits exchanged": (
        "项目总投入1,234万元，新建教室4,000平方米，平均造价每平方米3,081元。",
        True,
    ),
}


@pytest.mark.parametrize(("text", "loud"), PRICES.values(), ids=PRICES)
def test_a_price_is_of_the_amount_that_it_makes(text: str, loud: bool) -> None:
    """Where a price and its number make another amount of the sentence, they are of that one."""
    assert bool(_errors(text)) is loud


def test_what_is_added_up_is_no_part_of_what_stands_beside_it() -> None:
    """局机关A，下属站所B、C，合计D: the sum is of all three, and only it can be wrong."""
    text = (
        "局机关公务接待费2.10万元，下属大队公务接待费0.70万元，苗圃公务接待费0.70万元，合计{}万元。"
    )
    assert _errors(text.format("3.50")) == []
    found = _errors(text.format("3.80"))
    assert len(found) == 1
    assert "3.80" in found[0]
