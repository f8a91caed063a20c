"""Consistent papers that say two things which only seem to clash: nothing is held against them."""

from __future__ import annotations

import pytest
from tests.extraction.said import figures, read

import performance_rules as pr

RULES = pr.RuleSet.for_region()

QUIET = {
    "income with what was given back": (
        "2022年全镇完成一般公共预算收入82.00亿元，同比下降6.5%。",
        "还原缓缴税费后一般公共预算收入91.00亿元。加回减免后一般公共预算收入95.00亿元。",
    ),
    "a list in which something is taken off": (
        "下达灯塔维修资金15.00万元，其中：油漆补助12.00万元，航标补助调减5.00万元，灯具补助8.00万元。",
        "下达浮标维修资金3.00万元，其中：锚链补助12.00万元，浮筒补助调减15.00万元，标体补助6.00万元。",
        "下达码头维修资金15.00万元，其中：缆桩补助12.00万元，核减护舷补助5.00万元，栈桥补助8.00万元。",
    ),
    "a total with what was left of the year before, by its short name": (
        "本年收入包括财政拨款收入300.00万元、其他收入10.00万元。",
        "财政拨款收入总计320.00万元，包括当年一般公共预算财政拨款300.00万元和年初财政拨款结转20.00万元。",
    ),
    "an item is not what is left": (
        "2022年度机关运行经费支出62.71万元，比年初预算数80.00万元减少17.29万元，降低21.61%。"
        "其中办公费11.20万元、差旅费8.06万元、其他交通费用27.12万元。",
    ),
    "some items of what was listed, in a line of their own": (
        "一般公共预算财政拨款支出286.40万元，主要用于：社会保障和就业（类）支出46.90万元，"
        "占16.38%；节能环保（类）支出239.50万元，占83.62%。",
        "其中机关事业单位基本养老保险缴费支出（2080505）支出决算27.20万元；"
        "机关事业单位职业年金缴费支出（2080506）支出决算8.40万元。",
    ),
    "some items, in a sentence of their own": (
        "2022年度财政拨款支出决算498.30万元。其中，重大公共卫生服务（2100409）支出204.50万元，"
        "突发公共卫生事件应急处理（2100410）支出88.10万元。",
    ),
    "a budget and what it was amended to": (
        "2023年部门整体支出预算620万元，调整后预算683.4万元，全年支出656.1万元。",
    ),
    "the body above": (
        "2022年本年支出82.40万元，其中经营支出82.40万元。"
        "主管部门县航运局2022年部门支出合计318.60万元，我单位占25.86%。",
    ),
    "bodies below, as many as they are": (
        "调整后预算846.6万元，全年支出812.7万元，预算执行率96.00%。"
        "独立核算的3家二级机构支出合计108.9万元，已并入全局数。",
    ),
    "a balance that grew": (
        "本年收入合计602.40万元，本年支出合计588.70万元。",
        "年末结转和结余56.50万元，比年初结转和结余42.80万元增加13.70万元。",
    ),
    "a total of what was bought with it": (
        "单台合同价96.5万元，机组合同额386万元；另有备用电机2台，合计18.6万元。",
    ),
    "what one mu yields is no number of things": (
        "产量42.3万公斤，海带平均亩产1706公斤，产值254万元，平均每公斤约6元。",
    ),
    "a sum of several prices": (
        "检修灯器684件，其中浮标531件、岸标149件、船标4件。检修费：浮标每件1,200元，"
        "岸标、船标每件1,500元，共86.67万元。",
    ),
    "prices in turn": (
        "分三个标段：一标段27万页、二标段33万页、三标段19万页，单价分别为0.32元、0.30元、0.35元，"
        "费用依次为8.64万元、9.90万元、6.65万元，合计25.19万元。",
    ),
    "what one has of what was spent, not planned": (
        "我会机关在职6人，公用经费预算23.4万元，实际支出18.72万元，公用经费控制率80%，人均公用经费3.12万元。",
    ),
    "the rest is told without a figure": (
        "全乡本年支出875.40万元，其中：一般公共服务支出333.26万元、农林水支出290.78万元、"
        "城乡社区支出213.50万元，其余为社会保障、卫生健康等支出。",
    ),
    "the rest is told without a figure, behind shares": (
        "本年支出640.00万元。按功能分类：农林水支出256.00万元，占40.0%；交通运输支出160.00万元，占25.0%；"
        "其余为教育、文化旅游等支出。",
    ),
    "what opened the year was paid back": (
        "本年收入284.29万元，本年支出279.83万元。",
        "年初结转6.10万元已按规定全部上缴财政，年末结转4.46万元均为当年形成。",
    ),
    "one part that did not change between two years": (
        "2022年本年收入682.44万元，其中财政拨款216.00万元，经营收入466.44万元；"
        "2021年本年收入715.90万元，其中财政拨款216.00万元、经营收入499.90万元。",
    ),
    "the same name in other terms": (
        "一般公共预算财政拨款基本支出486.13万元，其中：人员经费453.87万元；公用经费32.26万元。"
        "上述为财政拨款口径；按全部资金口径，2022年人员支出3124.60万元。",
    ),
    "a whole that holds one part more in its own bracket": (
        "全年可用预算（含上年结转86.50万元）共342.76万元，"
        "其中财政拨款220.26万元、其他资金36.00万元。",
    ),
    "last year's figure behind a change of something else": (
        "2022年收入合计1.09亿元，比2021年1.02亿元增长6.9%。"
        "船闸补助收入1,742万元，增长约1.1倍（上年828万元）；其他收入222万元。",
    ),
    "a class that is told behind its own items": (
        "2022年度一般公共预算财政拨款基本支出552.10万元，其中：人员经费480.27万元，"
        "主要包括：基本工资202.16万元、津贴补贴118.40万元等，工资福利支出共计386.22万元；"
        "对个人和家庭的补助94.05万元。公用经费71.83万元。",
    ),
    "a standard that an average is below": (
        "船闸巡查艇运行维护费17.28万元。年末保有量9艘，平均每艘1.92万元，低于市定每艘2.5万元的标准。",
    ),
    "one change beside another one": (
        "“三公”经费支出17.25万元，比预算减少3.25万元；比2021年减少1.35万元，下降7.3%。",
    ),
    "the change of a part": (
        "“三公”经费支出48.37万元，比2021年增加19.50万元，增长67.54%；其中公务接待费增加0.36万元，上升2.45%。",
    ),
    "all of a balance that goes by another name": (
        "年初结转结余143.07万元，其中基本支出结转9.12万元；年末结转结余61.58万元。"
        "年末余额全部为项目支出结转，其中航标维修44.10万元、灯塔修缮12.90万元、其他零星项目4.58万元。",
    ),
    "two ways to divide, which are not added": (
        "船队总支出6.18亿元，其中教育支出5.27亿元，占85.3%；项目支出1.42亿元，占23.0%，"
        "两者统计维度不同，不能相加。",
    ),
    "the score of the year before": (
        "2022年度自评总得分93.4分。上年自评得分91.8分，本年提高1.6分。",
    ),
    "one of two halves in a table": (
        "“三公”经费情况（单位：万元）",
        """
        项目 | 2021年决算 | 2022年决算
        合计 | 9.60 | 8.12
        公务用车购置及运行费 | 7.80 | 7.02
        其中：购置费 | 0 | 0
        公务接待费 | 1.80 | 1.10
        """,
    ),
    "teachers are no pupils": (
        "在校学生1,620人；专任教师90人。全年支出1,458.90万元，生均支出9,006元。",
    ),
    "a share of what stands between": (
        "2022年本年支出786.34万元，其中财政拨款支出741.90万元，占94.35%；"
        "财政拨款支出中，基本支出198.63万元，占26.77%。",
    ),
    "a share of what the money came from": (
        "本年支出合计1180.26万元：基本支出903.77万元，占76.57%；项目支出276.49万元，占23.43%。",
        "基本支出按资金来源：一般公共预算财政拨款896.12万元，其他资金7.65万元。一般公共预算财政拨款"
        "基本支出中，人员经费812.40万元，公用经费83.72万元；人员经费占比为90.66%。",
    ),
    "some items right below a class": (
        "农林水支出702.34万元。其中：行政运行（2130101）188.20万元，病虫害控制（2130108）112.00万元，"
        "防灾救灾（2130119）95.50万元。",
    ),
    "means beside a mean": (
        "灯塔平均支出29.95万元，其中2020年最低为29.50万元、2021年最高为30.50万元，2022年为29.75万元。",
        "站均支出29.95万元，其中2020年最低为29.50万元、2022年为29.75万元。",
    ),
    "a score that was reviewed": ("2022年度自评得分93.5分，财政局复核后核减2分，最终得分91.5分。",),
    "an average and what it is of": (
        "门诊次均费用214元，住院次均费用3,676元（住院收入500万元）。",
    ),
    "of all of it, and not of the last thing": (
        "渠道衬砌结算价820万元，工程总投入862万元，除结算价外另有监理费42万元；"
        "其中市级补助资金603.4万元，占70.0%，区级配套258.6万元。",
    ),
    "of a thing that the sentence before named": (
        "我街道2022年支出合计1,640.20万元，分功能看，一般公共服务支出702.30万元，"
        "城乡社区支出723.30万元，其余214.60万元分布在各类款。"
        "城乡社区支出占比最高；其中环卫保洁经费480.50万元。",
    ),
    "an item beside an item, in a list of classes": (
        "一般公共预算财政拨款支出540.00万元。",
        "公共安全支出430.00万元，占79.63%；住房保障支出110.00万元，占20.37%。",
        "公共安全支出（类）司法（款）行政运行（项）支出决算为390.00万元；基层司法业务（项）支出决算为40.00万元。",
    ),
    "a share of the total in between": (
        "收入总预算4,800万元。支出总预算4,800万元，其中基本支出1,440万元，占30.00%；"
        "项目支出3,360万元，占70.00%。财政拨款口径（合计4,500万元）中，河道清淤1,125万元，占财政拨款的25.00%。",
    ),
    "so many people at each, on the average": (
        "2022年度公务接待费支出决算2.10万元。本年公务接待40批次，共306人次，批均7.7人。",
    ),
    "two figures have one rate, and it is told": (
        "项目计划总投资600万元，其中省级补助400万元、县级配套200万元。省级补助全额到位，县级配套到位150万元，"
        "资金到位率为91.67%，县级配套到位率75.00%。",
    ),
    "what is left of all that was there": (
        "2022年度收、支总计均为2,610.40万元。",
        "本年收入合计2,405.10万元。",
        "本年支出合计2,380.90万元。",
        "年末结转和结余229.50万元，均为项目结转。",
    ),
}

WRONG = {
    "items behind a colon are all there are": (
        "2022年度财政拨款支出298.30万元，包括：重大公共卫生服务（2100409）支出204.50万元，"
        "突发公共卫生事件应急处理（2100410）支出88.10万元。",
    ),
}

UNBALANCED = {
    "nothing is told of what opened the year": (
        "本年收入284.29万元，本年支出279.83万元。",
        "年初结转6.10万元，年末结转4.46万元均为当年形成。",
    ),
    "no money was taken back": (
        "本年收入284.29万元，本年支出279.83万元。",
        "年初结转6.10万元，年末结转4.46万元，财政收回结转资金0.00万元。",
    ),
    "nothing was paid back": (
        "本年收入284.29万元，本年支出279.83万元。",
        "年初结转6.10万元，年末结转4.46万元，没有发生财政收回结转资金的情况。",
    ),
}


def _errors(paragraphs: tuple[str, ...]) -> list[str]:
    report = read(*paragraphs, kind="final_accounts", entity="临港县船闸管理中心").report
    return [f.rule for f in pr.check(report, RULES).findings if f.severity == "error"]


@pytest.mark.parametrize("paragraphs", QUIET.values(), ids=QUIET)
def test_what_only_seems_to_clash_is_no_contradiction(paragraphs: tuple[str, ...]) -> None:
    """Parts that may leave something out, another body, another stage or time: no error."""
    assert [] == _errors(paragraphs)


FUNDS = {
    "the sentence before names it": (
        "最大的一部分是船工养老保险基金。2022年收入68.00亿元，完成预算的111.00%。",
        "另一部分是码头工伤保险基金。2022年收入21.00亿元，完成预算的104.00%。",
    ),
    "the clause before names it": (
        "由甲、乙两项合并而成的船工互助基金，2022年收入68.00亿元。",
        "由丙、丁两项合并而成的码头救助基金，2022年收入21.00亿元。",
    ),
}


@pytest.mark.parametrize("paragraphs", FUNDS.values(), ids=FUNDS)
def test_what_is_told_behind_a_fund_is_not_all_income(paragraphs: tuple[str, ...]) -> None:
    """收入N behind a fund, named in the clause or the sentence before, is that fund's."""
    assert [] == _errors(paragraphs)


def test_a_list_without_anything_taken_off_is_still_no_more_than_its_whole() -> None:
    """Parts that are more than their whole are wrong unless the list takes something off."""
    plain = "下达灯塔维修资金15.00万元，其中：油漆补助12.00万元，灯具补助8.00万元。"
    assert "TOT-001-PARTS" in _errors((plain,))


@pytest.mark.parametrize("paragraphs", WRONG.values(), ids=WRONG)
def test_what_leaves_nothing_out_is_added_up(paragraphs: tuple[str, ...]) -> None:
    """Parts that are said to be all are still compared with their whole."""
    assert "TOT-001" in _errors(paragraphs)


@pytest.mark.parametrize("paragraphs", UNBALANCED.values(), ids=UNBALANCED)
def test_a_year_still_balances_unless_money_is_said_to_have_left(
    paragraphs: tuple[str, ...],
) -> None:
    """What opened a year and came in is what went out and is left; a denial excuses nothing."""
    assert "BAL-001" in _errors(paragraphs)


def test_what_several_lines_are_as_much_as_is_not_said_of_the_heading() -> None:
    """卫生健康、住房保障两类支出与预算一致 under a heading: of the two, and of nothing wider."""
    found = read(
        "二、财政拨款支出情况",
        "财政拨款支出年初预算30.00万元，决算31.00万元。",
        "卫生健康、住房保障两类支出与预算一致。",
    )
    claims = [c for held in figures(found.report) for c in held.comparisons]
    assert not any(claim.direction == "flat" for claim in claims)
