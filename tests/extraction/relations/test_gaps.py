"""What was due, what was done of it, and what is open still; and what a label lists in full."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

WRONG = {
    "what was not collected": "应收租金21.60万元，实收18.40万元，未收4.20万元。",
    "a gap of funds": "项目总投资3250.00万元，实际到位2930.00万元，资金缺口420.00万元。",
    "a gap of funds to be raised": "计划筹资860.00万元，已落实790.00万元，尚差80.00万元。",
    "what a level should give": "县级配套应到位500.00万元，实际到位180.00万元，缺口330.00万元。",
    "what was not paid out": "全年应发放补贴412.00万元，已发放388.00万元，未发放34.00万元。",
    "what is owned and owed": "资产总额1860.00万元，负债总额420.00万元，净资产1340.00万元。",
    "a limit": "债务限额62.00亿元，债务余额57.30亿元，剩余限额4.20亿元。",
    "units that did not report": (
        "应开展自评的预算单位93个、项目1,218个。截至4月30日，报送自评报告的单位90个，"
        "报送率96.77%；逾期未报的单位5个。"
    ),
    "people who were missing": "应参训人员260人，实际参训243人，缺训27人。",
    "not completed": "计划改造危房120户，已完成113户，未完成9户。",
    "still being built": "批复建设校舍28栋，实际完成25栋，完成率89.29%，其余4栋在建。",
    "still being dealt with": "受理信访件93件，已办结90件，5件正在办理中。",
    "all sources of a label": "到位：中央200.00万元、省级75.00万元、县级8.00万元，共275.00万元。",
    "two sources behind a label": "本年到位：中央财政200.00万元，省财政75.00万元，合计285.00万元。",
    "saved": "采购预算86.00万元，成交价79.50万元，节约资金8.50万元。",
    "to be paid": "资金总额320.00万元，已拨付296.00万元，待拨付34.00万元。",
    "short of a goal": "护岸加固目标180公里，实际建成177公里，尚缺8公里拟于下年补建。",
    "short of a task": "趸船改造任务24艘，年末完成20艘，完成率83.33%，尚差6艘。",
    "short of a plan": "培训渔民计划500人次，实际完成468人次，还差42人次。",
    "what did not arrive": "预算资金420万元，截至年末到位336万元，到位率80%，未到位资金64万元。",
    "a level's money that did not arrive": "省级资金应到位260万元，已到位215万元，未到位55万元。",
    "what is earned": "码头年度收入516万元，运营成本184万元，净收益352万元。",
    "what is earned, the costs listed in full": (
        "2023年度泊位收入516万元，每泊位6000元；运营成本184万元，其中人工98万元、电费41万元、维护45万元；"
        "净收益352万元，用于偿还利息210万元后余122万元。"
    ),
    "a profit": "农场全年销售收入120.5万元，生产成本80.2万元，净利润45.3万元。",
    "income less spending": "全年航站总收入218.5万元，总支出193.4万元，收支结余35.1万元。",
    "labels": "到位资金：482.00万元；实际支出：451.60万元；结余：40.40万元。",
}

SILENT = {
    "consistent gap": "项目总投资3250.00万元，实际到位2930.00万元，资金缺口320.00万元。",
    "consistent, still being built": "批复建设校舍28栋，实际完成25栋，完成率89.29%，其余3栋在建。",
    "something was called off": "批复建设校舍28栋，实际完成25栋，其余2栋在建，1栋取消。",
    "only those in time": "应报送自评报告的单位120家，按时报送113家，逾期未报3家。",
    "checked at random": "全市应检企业260家，抽检43家，未检出不合格产品41家。",
    "another verb": "计划培训260人，实际培训243人，未到场20人。",
    "put off": "应缴税款93.00万元，已缴90.00万元，缓缴2.00万元，欠缴1.00万元。",
    "carried in besides": "共受理申请93件，办结90件（含上年结转件），剩余5件正在办理。",
    "of the year": "项目总投资3250.00万元，累计到位2930.00万元，本年缺口100.00万元。",
    "expected": "预计总投资3250.00万元，到位2930.00万元，预计缺口350.00万元。",
    "two years": "2021年资产1860.00万元，2022年负债420.00万元，净资产1500.00万元。",
    "parts of both": "单位固定资产1860.00万元，流动负债420.00万元，净资产2440.00万元。",
    "a part of the plan": (
        "项目总投资3250.00万元，其中财政资金2000.00万元，实际到位1800.00万元，缺口200.00万元。"
    ),
    "two bounds": "采购预算86.00万元，控制价82.00万元，成交价79.50万元，节约2.50万元。",
    "another thing saved": "上年预算86.00万元，本年合同价79.50万元，节约电费2.50万元。",
    "short of a goal, as it is": "护岸加固目标180公里，实际建成177公里，尚缺3公里。",
    "short of a goal, some called off": "计划更换浮标60座，已完成52座，取消2座，还差6座。",
    "short of a goal of many years": "三年任务180座，实际完成60座，还差20座。",
    "short of others": "编制目标42人，实际完成招聘38人，还差专业人员6人。",
    "what did not arrive of one level": (
        "预算资金420万元，到位336万元，其中县级未到位资金64万元。"
    ),
    "what was cut besides": "预算资金420万元，到位336万元，核减20万元，未到位资金64万元。",
    "taxes besides the costs": "码头年度收入516万元，运营成本184万元，税金20万元，净收益312万元。",
    "another income": "门票收入86万元、餐饮收入20万元，运行费用31万元，净收入75万元。",
    "one kind of cost": "码头年度收入516万元，人工成本184万元，净收益212万元。",
    "a grant is no earning": "财政拨款收入516万元，运营成本184万元，净收益212万元。",
    "all years' rest": "总收入218.5万元，总支出193.4万元，累计收支结余35.1万元。",
    "earned as it is, and used": (
        "泊位收入516万元；运营成本184万元，其中人工98万元、电费41万元、维护45万元；"
        "净收益332万元，用于偿还利息210万元后余122万元。"
    ),
    "the main sources": "主要来源：门票412.00万元、租金88.00万元，合计540.00万元。",
    "one source without a figure": (
        "收入情况：门票412.00万元、租金88.00万元，另有停车费，合计540.00万元。"
    ),
    "a sum within the list": (
        "资金下达：12月提前下达中央补助1,032.00万元，5月结算下达88.00万元，"
        "全年中央补助1,120.00万元，省级补助336.00万元，两级合计1,456.00万元。"
    ),
}

LISTS = {
    "lines of one list": (
        ("1.项目到位资金482.00万元。", "2.实际支出451.60万元。", "3.结余资金40.40万元。"),
        1,
    ),
    "consistent": (
        ("1.项目到位资金482.00万元。", "2.实际支出451.60万元。", "3.结余资金30.40万元。"),
        0,
    ),
    "each line of another thing": (
        ("1.护岸到位资金482.00万元。", "2.清淤支出451.60万元。", "3.趸船大修结余40.40万元。"),
        0,
    ),
    "a label names another thing": (
        ("1.护岸：到位资金482.00万元，支出451.60万元。", "2.趸船大修：结余40.40万元。"),
        0,
    ),
    "sections with headings": (
        ("一、资金到位情况", "到位资金482.00万元。", "二、支出情况", "支出451.60万元。"),
        0,
    ),
}


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_what_is_open_is_what_was_due_less_what_was_done(text: str) -> None:
    """A gap, what was not done and what a label lists in full follow from the figures beside."""
    assert len(errors(text)) == 1


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_where_more_may_have_been_done_or_be_due_nothing_is_said(text: str) -> None:
    """Of another time, a part, or with more besides, what is open does not follow."""
    assert errors(text) == []


@pytest.mark.parametrize(("lines", "expected"), LISTS.values(), ids=LISTS)
def test_the_lines_of_one_list_are_of_one_thing_unless_they_name_another(
    lines: tuple[str, ...], expected: int
) -> None:
    """A balance goes on over the items of a list, not over what names its own thing."""
    assert len(errors(*lines)) == expected
