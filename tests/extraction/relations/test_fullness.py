"""Lists that leave nothing out by the number of their parts, their names and what is missing."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

WRONG = {
    "what was listed is said to be all": (
        "全年支出48.60万元，其中：演练21.30万元，授课12.80万元，船艇维护12.50万元，以上为全部支出。"
    ),
    "and is said to be all of the body's": (
        "浮标经费48.60万元，其中：演练21.30万元，授课12.80万元，维护12.50万元。以上即为我站所有浮标经费。"
    ),
    "a slip short of a sum, the rest rounder than all parts": (
        "航标养护支出共计1543.26万元，其中：灯塔漆684.71万元，浮标锚链412.35万元，界桩346.20万元。"
    ),
    "named by one principle": "在册护标员286人，其中东站招收91人、西站招收103人、北站招收82人。",
    "levels of government and others": (
        "清淤总投入1368.4万元，其中：省级财政684.5万元，市级财政361.6万元，群众自筹及其他302.3万元。"
    ),
    "kinds of a sum of things": "全年共实施航标工程47个，其中灯塔类21个、浮标类16个、界桩类8个。",
    "as many bodies as are announced": (
        "纳入汇编的单位3个，年末在岗共152人，其中：航标局机关41人、航标站68人、测量队33人。"
    ),
    "the three of three-public spending": (
        "“三公”经费支出24.6万元。其中因公出国（境）费0万元；公务用车运行维护费15.3万元"
        "（5辆，车均3.06万元）；公务接待费7.3万元。"
    ),
    "the kinds of procurement, of what is named again": (
        "采购计划金额300.00万元，实际采购金额263.40万元，节约率12.20%。实际采购金额中，"
        "货物类71.20万元、工程类130.50万元、服务类51.70万元；公开招标2次。"
    ),
    "kinds of indicators of output": (
        "产出指标（50分）小计45分。其中数量指标14分、质量指标13分、时效指标9分、成本指标7分。"
    ),
    "what money goes to": (
        "下达资金360万元，扶持6个站。资金投向：灯塔类170万元，浮标类110万元，界桩类60万元。"
    ),
    "a second list of what the first one is of": (
        "全年新设浮标54座，其中更换19座、新增35座；分布在4个水域：东湾17座、西湾11座、"
        "南湾14座、北湾10座。"
    ),
    "kinds with all others, whatever some of them make": (
        "现有船艇13艘，其中：巡查用船0艘、测量用船0艘、拖带用船5艘、应急用船3艘、执法用船2艘、"
        "其他用船5艘。"
    ),
    "there is nothing besides": (
        "航标养护支出702.5万元，其中灯塔漆328.6万元，浮标锚链186.4万元，界桩167.5万元，"
        "除此以外无其他养护支出。"
    ),
    "nothing else was bought": (
        "本年购置灯器86台，其中LED灯41台、卤素灯32台、激光灯9台，此外没有购置其他灯器。"
    ),
    "grades, of one of which there is none": (
        "参评航标站共37个，其中评定等级为“优”的18个、“良”的11个、“中”的5个，没有“差”。"
    ),
    "grades, of two of which there is none": (
        "参评航标站共37个，其中优秀21个、良好13个，无“中”“差”等次。"
    ),
    "the three of three-public spending in a bracket, of one of which there is none": (
        "“三公”经费支出27.9万元（公务用车运行24.2万元、公务接待2.7万元，"
        "因公出国及车辆购置均为零），预算32万元。"
    ),
    "no persons went abroad": (
        "“三公”经费支出27.9万元，其中公务用车运行费24.2万元、公务接待费2.7万元，未发生因公出国费用。"
    ),
    "a slip short of a sum that is divided again behind it": (
        "共有护标员286人，其中东站招收91人、西站招收103人、北站招收82人；按岗位分，电工194人、潜水92人。"
    ),
    "the second measure of parts that come out in the first": (
        "换标任务126座478米。其中更换灯标74座281米，更换浮标52座207米。"
    ),
    "the first measure of parts that come out in the second": (
        "共换标127座478米，其中更换灯标74座281米、更换浮标52座197米。"
    ),
    "people of households": ("护标户共86户301人，其中东站31户104人、西站29户101人、北站26户86人。"),
    "money of things": ("购置灯器86台430万元，其中LED灯41台205万元、卤素灯45台235万元。"),
    "bodies that another word counts": (
        "下属航标单位15个：航标站2家、维护站8家、测量队3家、船艇中心3家。"
    ),
    "bodies that another word counts, one too few": ("设护标机构12个：航标站3所、维护站8所。"),
    "from the highest to who bears the rest": (
        "项目概算总投资5120万元，其中：中央资金2860万元、省级配套1340万元、航标局自筹820万元。"
    ),
    "sources of a sum with own funds": (
        "共投入1450万元，其中省财政补助820万元、市级财政补助210万元、单位自有资金320万元。"
    ),
    "posts are more than the whole": (
        "年末实有人员86人，其中行政人员31人、事业人员42人、编外聘用人员16人。"
    ),
}

SILENT = {
    "what was listed is all, and adds up": (
        "全年支出46.60万元，其中：演练21.30万元，授课12.80万元，船艇维护12.50万元，以上为全部支出。"
    ),
    "what was listed is all of another thing": (
        "全年支出48.60万元，其中：演练21.30万元，授课12.80万元，船艇维护12.50万元，以上为全部收入来源。"
    ),
    "其中 leaves out a part": (
        "航标养护支出共计1543.26万元，其中：灯塔漆684.71万元，浮标锚链412.35万元。"
    ),
    "what is missing is no rounder than a part": (
        "航标养护支出共计1540万元，其中：灯塔漆680万元，浮标锚链410万元，界桩350万元。"
    ),
    "what is missing is told": (
        "航标养护支出共计1543.26万元，其中：灯塔漆684.71万元，浮标锚链412.35万元，界桩346.20万元。"
        "测量费100.00万元。"
    ),
    "等": (
        "航标养护支出共计1543.26万元，其中：灯塔漆684.71万元，浮标锚链412.35万元，界桩346.20万元等。"
    ),
    "no sum and no principle": "护标员286人，其中电工91人、潜水103人、驾驶82人。",
    "bodies besides the announced ones": (
        "汇编包括本级及下属3家单位，年末在岗130人，其中航标站21人、测量队14人、船艇中心37人。"
    ),
    "more bodies than are listed": (
        "纳入汇编的单位5个，年末在岗共152人，其中：航标局机关41人、航标站68人、测量队28人。"
    ),
    "what was not spent is not of what was spent": (
        "全年支出297.44万元，未支出22.56万元。其中东站支出20万元、西站支出15.2万元。"
    ),
    "a list of a part in the piece behind": (
        "支出786.34万元，其中财政拨款支出741.90万元，占94.35%；财政拨款支出中，基本支出198.63万元。"
    ),
    "the three of three-public spending come out": (
        "“三公”经费支出22.6万元。其中因公出国（境）费0万元；公务用车运行维护费15.3万元；"
        "公务接待费7.3万元。"
    ),
    "employed besides": "年末实有人员73人，其中行政人员31人、事业人员42人，编外聘用人员16人。",
    "a balance stands before the second list": (
        "计划金额300.00万元，实际采购金额263.40万元，节约36.60万元。实际采购金额中，"
        "货物类71.20万元、工程类130.50万元、服务类61.70万元。"
    ),
    "there is nothing besides, and it adds up": (
        "航标养护支出682.5万元，其中灯塔漆328.6万元，浮标锚链186.4万元，界桩167.5万元，"
        "除此以外无其他养护支出。"
    ),
    "there is something besides": (
        "航标养护支出702.5万元，其中灯塔漆328.6万元，浮标锚链186.4万元，界桩167.5万元，"
        "除此以外还有零星养护支出。"
    ),
    "nothing else is said of something else": (
        "航标养护支出702.5万元，其中灯塔漆328.6万元，浮标锚链186.4万元，界桩167.5万元。"
        "除此以外无其他收入。"
    ),
    "a grade of which nothing is said": (
        "参评航标站共37个，其中评定等级为“优”的18个、“良”的11个、“中”的5个。"
    ),
    "another grade is said of": (
        "参评航标站共37个，其中评定等级为“优”的18个、“良”的11个，没有“差”。"
    ),
    "the grades that there are come out": (
        "参评航标站共34个，其中评定等级为“优”的18个、“良”的11个、“中”的5个，没有“差”。"
    ),
    "no complaints were made": (
        "参评航标站共37个，其中评定等级为“优”的18个、“良”的11个、“中”的5个，没有投诉。"
    ),
    "in a bracket, with none of a thing that is not of the kinds": (
        "“三公”经费支出27.9万元（公务接待2.7万元、公务用车购置18.4万元，超支为零）。"
    ),
    "a bracket of three-public spending comes out": (
        "“三公”经费支出26.9万元（公务用车运行24.2万元、公务接待2.7万元，"
        "因公出国及车辆购置均为零），预算32万元。"
    ),
    "divided twice": (
        "共有护标员276人，其中东站招收91人、西站招收103人、北站招收82人；按岗位分，电工184人、潜水92人。"
    ),
    "both measures come out": ("换标任务126座478米。其中更换灯标74座281米，更换浮标52座197米。"),
    "some of the whole in both measures": (
        "换标任务126座478米。其中更换灯标64座251米，更换浮标42座187米。"
    ),
    "a second measure of one part alone": (
        "换标任务126座478米。其中更换灯标74座281米，更换浮标52座。"
    ),
    "a second measure that is of another thing": (
        "换标任务126座478米。其中更换灯标74座28个月，更换浮标52座19个月。"
    ),
    "bodies of two words": "下属航标单位15个：航标站2家、维护站8家、测量队3家、船艇中心2家。",
    "bodies and others": "下属航标单位15个：航标站2家、维护站8家、测量队3家等。",
    "bodies, and one told of behind them": "下属单位12个：航标站3家、维护站8家。另有中心1家。",
    "things that bodies have": "下属航标单位15个：航标站2座、维护站8座、测量站3座。",
    "own funds, and others told of": (
        "项目概算总投资5120万元，其中：中央资金2860万元、省级配套1340万元、航标局自筹820万元。"
        "市级补助100万元。"
    ),
    "own funds, no slip of the pen": (
        "项目概算总投资5463万元，其中：中央资金2860万元、省级配套1340万元、航标局自筹820万元。"
    ),
    "full marks of the parts of a score": (
        "产出指标（50分）得45分。其中数量指标15分、质量指标15分、时效指标10分、成本指标10分。"
    ),
}


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_a_list_that_is_attested_to_be_whole_adds_up(text: str) -> None:
    """A list is whole by the number of its parts, by kinds that are all there are, or where it is a
    slip of the pen short of a whole that is called a sum.
    """
    assert [rule[:7] for rule in errors(text)] == ["TOT-001"]


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_a_list_that_may_leave_something_out_is_silent(text: str) -> None:
    """Without that, a list that is less than its whole says nothing."""
    assert errors(text) == []
