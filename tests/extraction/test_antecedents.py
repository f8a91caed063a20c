"""What a figure is of: true texts in which the nearest thing said is not what is meant."""

from __future__ import annotations

import pytest
from tests.extraction.said import read, values

import performance_rules as pr

RULES = pr.RuleSet.for_region()


def errors(*blocks: str, kind: str = "final_accounts") -> list[str]:
    """Return the rules that call a text contradictory."""
    found = pr.check(read(*blocks, kind=kind).report, RULES).findings
    return [finding.rule for finding in found if finding.severity == "error"]


TRUE = {
    "a change behind 其中 is of the whole that it fits": (
        "2022年度收入总计900.00万元，其中年初结转和结余30.00万元，较上年增加100.00万元，增长12.50%。",
    ),
    "a change behind the parts of a count is of the whole that it fits": (
        "全县湿地面积60.0亩，其中东滩20.0亩、西滩35.0亩、南滩4.0亩，比上年增加10.0亩，增长20.0%。",
    ),
    "a comma ends a list that 、 joins": (
        "政府采购支出总额100.00万元，其中货物类40.00万元、工程类0.00万元、服务类60.00万元，"
        "面向中小企业80.00万元。",
    ),
    "the rest goes on with a list behind a comma": (
        "公用经费支出50.00万元，其中差旅费20.00万元、办公费25.00万元，其他5.00万元。",
    ),
    "clauses in a bracket are no parts": (
        "灯塔净值60.00万元（原值100.00万元，累计折旧40.00万元），浮标净值20.00万元。",
    ),
    "one name twice in a list is of two things": (
        "设备原值合计90.00万元，其中：房屋2间、原值50.00万元；车辆1辆、原值40.00万元。",
    ),
    "a heading that names a thing says what its figures are of": (
        "2022年度支出合计900.00万元。",
        "（一）灯塔巡检。预算100.00万元，支出90.00万元，执行率90%。",
        "（二）航标更新。支出60.00万元。",
    ),
    "so many projects are not all of them": (
        "项目支出500.00万元。",
        "上述2个项目支出合计150.00万元。",
    ),
    "the score of a project is not the body's": (
        "1.“灯塔巡检”项目自评综述：全年预算数为90.00万元，自评得分98.5分。",
        "2.“航标更新”项目自评综述：全年预算数为60.00万元，自评得分91.2分。",
    ),
    "上年结转 makes a total one with balances": (
        "2022年收入总计130.00万元：财政拨款100.00万元、其他收入20.00万元、上年结转10.00万元。",
        "支出110.00万元，其中基本支出60.00万元、项目支出50.00万元；年末结转20.00万元。",
    ),
    "a change of 收入总计 is one of the total": (
        "2022年度收入总计130.00万元、支出总计130.00万元。与上年相比，收入总计减少20.00万元，"
        "下降13.33%；支出总计减少20.00万元，下降13.33%。",
        "2022年度收入合计120.00万元，年初结转和结余10.00万元。",
        "2022年度支出合计125.00万元，年末结转和结余5.00万元。",
    ),
    "a change of a total behind its parts is one of the total": (
        "2022年度收入总计130.00万元，其中：年初结转和结余10.00万元，本年收入120.00万元。"
        "收入总计较2021年减少20.00万元，下降13.33%。",
    ),
    "a semicolon ends a list whose parts commas join": (
        "我局实有编制30人，其中：行政编制24人，事业编制6人；在职实有29人。",
    ),
    "合计 inside a list is the sum of what it follows": (
        "2022年支出总计100.00万元。其中：教育支出60.00万元，住房保障支出30.00万元，"
        "合计90.00万元；年末结转10.00万元。",
    ),
    "各占 gives a share to each": (
        "2022年度支出合计100.00万元。其中灯塔站50.00万元，航标站30.00万元，码头站20.00万元，"
        "各占50%、30%、20%。",
    ),
    "a word of two characters is no body": (
        "2022年度总收入900.00万元。医疗收入中，住院收入450.00万元、门诊收入300.00万元。",
    ),
    "a rate that is named after a part is of no smaller figure": (
        "签约31个，其中市外14个；开工19个，开工率61.29%。",
    ),
    "what something grew by has no parts": (
        "高新企业由163家增至201家，净增38家，其中新认定52家、到期未认定14家。",
    ),
    "bodies divide the three-public expenses otherwise than kinds": (
        "“三公”经费支出100.00万元，其中局机关60.00万元，灯塔中心40.00万元。",
        "公务用车运行维护费90.00万元，公务接待费10.00万元。",
    ),
    "a year stands behind the number of an item": (
        "（四）“三公”经费增减变化。",
        "1.2022年预算安排152万元，2021年预算安排160万元，压减8万元，压减比例5%。",
    ),
    "spending of other money is not all spending": (
        "2022年财政拨款累计支出193.6万元；自筹资金累计支出168.2万元。总支出361.8万元。",
    ),
    "a heading with a fund lends it to what follows": (
        "一、一般公共预算。收入300.00万元，支出280.00万元。",
        "二、政府性基金预算。收入90.00万元，支出80.00万元。",
        "三、社会保险基金预算。收入50.00万元，支出40.00万元。",
    ),
    "其中 behind several figures is of none for certain": (
        "2022年收支总计900.00万元，除上述外，还包括事业收入60.00万元。其中：基本支出500.00万元，"
        "占55.56%；项目支出400.00万元，占44.44%。",
    ),
    "其中 behind a list is of its whole": (
        "收入合计130.00万元，包括本年收入120.00万元，上年结转结余10.00万元。其中："
        "财政专户管理资金80.00万元；其他收入40.00万元；上年结转结余10.00万元。",
    ),
    "all of a change is not all of a figure": (
        "“三公”经费支出18.00万元，其中：因公出国（境）费8.00万元，公务接待费10.00万元。"
        "“三公”经费支出比上年增加8.00万元，全部为因公出国（境）费增加。",
    ),
    "how many more is no base": ("水政执法大队查处案件128起，比上年多查处17起，增长15.3%。",),
    "分别 and brackets give a rate to each": (
        "“三公”经费全年预算22.00万元，支出15.87万元，其中公务用车运行维护费13.20万元、"
        "公务接待费2.67万元，分别完成预算的82.5%（预算16.00万元）和44.5%（预算6.00万元）。",
    ),
    "a scope goes along an account": (
        "2022年度财政拨款收、支总计150.00万元。其中一般公共预算财政拨款年初结转20.00万元、"
        "本年收入100.00万元、本年支出110.00万元、年末结转10.00万元；政府性基金预算财政拨款"
        "年初结转0.00万元、本年收入30.00万元、本年支出25.00万元、年末结转5.00万元。",
    ),
    "money of another year is no budget": (
        "全年支出90.00万元，其中使用上年结转资金30.00万元、当年预算资金60.00万元。"
        "可用资金执行率97.16%，当年预算执行率96.65%。",
    ),
    "执行率 is a rate of money": (
        "应发40人，实发38人，支出99.00万元，预算100.00万元，执行率99%。",
    ),
    "a number that was not understood leaves no whole": (
        "年度目标100人次，实际完成120人次。其中水产类50人次、果树类70人次。",
    ),
    "a paragraph behind the items of a list is no part of it": (
        "支持企业共50家，其中：",
        "（1）技改奖补20家，100.00万元；",
        "（2）贷款贴息30家，60.00万元。",
        "按行业看，铝加工31家、机械制造19家。",
    ),
    "behind a change against last year's figure this year goes on": (
        "2022年公务用车购置及运行维护费支出20.00万元，上年决算数为18.00万元，较上年增加2.00万元，"
        "增长11.11%。其中：公务用车购置费支出0万元；公务用车运行维护费支出20.00万元。",
    ),
    "what was spent is compared with last year, not the budget said beside it": (
        "“三公”经费支出18.62万元，预算24.00万元，比上年20.45万元减少1.83万元，下降8.95%。",
    ),
}


@pytest.mark.parametrize("blocks", TRUE.values(), ids=TRUE.keys())
def test_a_true_text_is_not_called_contradictory(blocks: tuple[str, ...]) -> None:
    """No figure is bound to what merely stands nearest to it."""
    assert [] == errors(*blocks)


FALSE = {
    "a whole and its parts": (
        "政府采购支出总额110.00万元，其中货物类40.00万元、工程类0.00万元、服务类60.00万元，"
        "面向中小企业80.00万元。",
        "TOT-001",
    ),
    "a rest that is wrong": (
        "公用经费支出50.00万元，其中差旅费20.00万元、办公费25.00万元，其他4.00万元。",
        "TOT-001",
    ),
    "a change of the total": (
        "2022年度收入总计130.00万元、支出总计130.00万元。与上年相比，收入总计减少20.00万元，"
        "下降15.33%。",
        "YOY-001",
    ),
    "a rate under a heading": (
        "2022年度支出合计900.00万元。\n（一）灯塔巡检。预算100.00万元，支出90.00万元，执行率95%。",
        "BUD-001-PAIR",
    ),
    "what was done of a plan": ("年度目标100人次，实际完成120人次，完成率130%。", "BUD-001-PAIR"),
    "what was paid of a budget": (
        "（一）资金执行情况。全年预算100.00万元。截至年底，累计支付90.00万元，执行率95%。",
        "BUD-001-PAIR",
    ),
    "spending beside a budget that names nothing": (
        "年初预算80.00万元，全年预算100.00万元，全年支出90.00万元，预算执行率95%。",
        "BUD-001-PAIR",
    ),
    "a project named before its stage": (
        "“灯塔巡检”项目全年预算数100.00万元，执行数90.00万元，执行率95%。",
        "BUD-001-PAIR",
    ),
    "last year in a sentence of its own": (
        "2022年度财政拨款支出100.00万元。2021年度为80.00万元，同比增加20.00万元，增长35.00%。",
        "YOY-001",
    ),
    "all the budget against last year's": (
        "2022年收支总预算90.00万元，上年收支总预算100.00万元，同比增长10.00%。",
        "YOY-001",
    ),
    "what was spent against last year": (
        "“三公”经费支出18.62万元，预算24.00万元，比上年20.45万元减少1.83万元，下降7.95%。",
        "YOY-001",
    ),
}


@pytest.mark.parametrize(("text", "rule"), FALSE.values(), ids=FALSE.keys())
def test_a_false_one_still_is(text: str, rule: str) -> None:
    """What is understood is checked: one changed number is a contradiction."""
    assert rule in errors(*text.split("\n"))


def test_the_figures_of_a_named_item_are_a_matter() -> None:
    """（二）航标更新。支出N is not all the expenditure of the body."""
    paper = read("2022年度支出合计900.00万元。", "（二）航标更新。支出60.00万元。")
    assert ["900.00万元"] == values(paper, "all_funds.expenditure")


def test_a_heading_for_a_section_names_no_thing() -> None:
    """（二）资金使用情况。支出N is of the body, as if there were no heading."""
    paper = read("（二）资金使用情况。支出60.00万元。")
    assert ["60.00万元"] == values(paper, "all_funds.expenditure")
