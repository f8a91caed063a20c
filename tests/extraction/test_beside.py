"""Figures beside the point: true texts whose figures are of something else than what they name."""

from __future__ import annotations

import pytest
from tests.extraction.said import read, values
from tests.extraction.test_antecedents import errors

TRUE = {
    "by how much more is not how much": (
        "2022年度收入合计100.00万元，支出合计108.00万元，支出大于收入8.00万元。",
    ),
    "what exceeds a budget is not the budget": (
        "培训费年初预算20.00万元，支出决算25.00万元，培训费超预算5.00万元。",
    ),
    "by what rate it exceeds a budget is not how much of it was done": (
        "本年收入年初预算500.00万元，决算626.00万元，完成年初预算的125.20%，超年初预算25.20%。",
    ),
    "nor is by what rate it breaks one": (
        "会议费年初预算20.00万元，支出决算25.00万元，突破年初预算25.00%。",
    ),
    "more than done is how much more, or how much": (
        "会议费年初预算20.00万元，支出决算25.00万元，超额完成年初预算的25.00%。",
        "培训费年初预算20.00万元，支出决算26.00万元，超额完成年初预算的130.00%。",
    ),
    "what is supposed is no fact": (
        "2022年度支出合计108.00万元。假如不计灯塔大修，支出合计90.00万元。",
    ),
    "what is merged with others is not one's own": (
        "“三公”经费支出合计9.00万元。如将所属站点合并计算，“三公”经费支出合计12.00万元。",
    ),
    "a portion is not the whole count": (
        "公务接待费3.00万元，国内公务接待20批次、130人次，局机关承担其中的12批次。",
    ),
    "another body's by 的": (
        "全县“三公”经费支出合计90.00万元。县档案馆自身的“三公”经费支出合计4.00万元。",
    ),
    "what a fund received": (
        "2022年度支出合计900.00万元。",
        "直达资金方面，收到60.00万元；已支出50.00万元。",
    ),
    "another scope before a colon": (
        "“三公”经费支出合计5.00万元。",
        "全口径：“三公”经费支出合计12.00万元，其中公务接待费8.00万元。",
    ),
    "an account before a colon": (
        "一般公共预算：总收入900.00万元，总支出880.00万元。",
        "政府性基金：总收入60.00万元，总支出50.00万元。",
    ),
    "a year as a sentence of its own": (
        "2021年。收入合计80.00万元，支出合计75.00万元。",
        "2022年。收入合计90.00万元，支出合计88.00万元。",
    ),
    "so many things together": (
        "项目支出100.00万元，主要包括：灯塔大修20.00万元，航标更新30.00万元，两项合计50.00万元。",
    ),
    "what was added up": (
        "2022年度收入合计100.00万元。加上级补助20.00万元、调入资金5.00万元，收入总计125.00万元。",
    ),
    "one for each": (
        "2022年度支出合计900.00万元。三个项目分别支出20.00万元、30.00万元、40.00万元。",
    ),
    "what something involves": (
        "2022年度支出合计900.00万元。绩效目标管理覆盖5个项目，涉及支出合计300.00万元。",
    ),
    "含 opens a part": (
        "2022年度支出合计900.00万元：教育支出（类）500.00万元，含普通教育300.00万元；"
        "农林水支出（类）400.00万元。",
    ),
    "a remark is no list": ("衬砌渠道120公里（总任务150公里），新建水闸4座。",),
    "其中 behind several counts": ("在职人员30人，工勤人员12人；其中在编20人，聘用22人。",),
    "a list with one thing twice": (
        "发放补贴100人，其中困难补贴60人、护理补贴50人（同时享受两项的10人）。",
    ),
    "what is not counted here": (
        "“三公”经费支出5.00万元，其中：公务接待费5.00万元；交通补贴9.00万元列入其他交通费用，"
        "不属于“三公”经费。",
    ),
    "an answer is no list": (
        "账面资金与结余相差20.00万元。现答复如下：",
        "代管资金30.00万元，应付货款15.00万元。",
    ),
    "a rate names its own figures": (
        "债券资金支出90.00万元，支出进度90%，资本金到位40.00万元，到位率80%。",
    ),
    "a rate of several that are not added up here": (
        "计划资金100.00万元。省级资金到位60.00万元，县级资金到位30.00万元，综合到位率90%。",
    ),
    "a figure that was not understood stands between": (
        "彩票公益金60.00万元，财政预算资金90.00万元，共计150.00万元，实际支出135.00万元，"
        "执行率90%。",
    ),
    "a rate with 的 is of those": (
        "涉及预算100.00万元，执行90.00万元，执行率90%，其中执行率100%的3个。",
    ),
    "a share behind a name is that name's": (
        "到位资金100.00万元：中央70.00万元，县级30.00万元，中央资金占70%。",
    ),
    "a verb behind what is named": ("2022年度支出合计900.00万元。会议费2022年支出9.00万元。",),
    "the budget after it was raised": (
        "年初预算100.00万元，追加后预算120.00万元，决算支出114.00万元，执行率95%。",
    ),
    "该 points to the body just named": (
        "年末结转和结余20.00万元。下属灯塔中心不在内，该中心年末结转和结余3.00万元。",
    ),
    "其中 behind last year's figure": (
        "政府性基金支出60.00万元，上年支出为38.00万元。其中：城乡社区支出40.00万元。",
    ),
    "a part of a system before a comma": (
        "本年收入合计900.00万元。就局机关本级而言，本年收入合计60.00万元。",
    ),
    "what a budget was raised by": (
        "灯塔大修项目。年初预算400.00万元，7月追加预算90.00万元，调整后预算490.00万元。",
    ),
    "who came and went": ("在职30人，比上年末净减少1人（调出2人、新录1人）。",),
    "one list in two units": ("预算单位3个，包括局机关1个、学校2所。",),
    "a share behind a list without shares": (
        "区级完成30.00万元，其中新城9.00万元；乡镇级完成70.00万元，占70%。",
    ),
    "a rate of another name": ("新增就业100人，失业人员再就业20人；城镇登记失业率3.1%。",),
    "a name before a word of change is a part": (
        "航标项目总预算90.00万元，其中支持航运50.00万元，支持渔业稳增长15.00万元，巡查25.00万元，合计90.00万元。",
    ),
    "what is mainly in it is not all of it": (
        "人员经费90.00万元，主要包括：基本工资50.00万元、津贴补贴25.00万元。",
    ),
    "all that was spent on it anywhere": (
        "一般公共预算财政拨款基本支出90.00万元。",
        "差旅费全部支出为30.00万元，其中项目支出列支12.00万元。",
    ),
    "visitors behind a group that went abroad": (
        "三公经费支出合计9.00万元。组织出国团组1个、2人次；接待60批次、500人次。",
    ),
    "what was reported before the final accounts": (
        "2022年一般公共预算收入执行数为60.10亿元，决算数为60.20亿元。",
    ),
    "a grant from above is no income of its own": (
        "2022年国有资本经营预算收入完成600万元；上级转移支付收入50万元，收入总量650万元。",
    ),
    "a heading of several things": (
        "七、国有资本经营预算及其他收支说明",
        "（一）国有资本经营预算财政拨款支出决算为12.00万元。",
        "（二）会议费支出9.00万元。",
        "（三）差旅费支出18.00万元。",
    ),
    "a part of a part, and a sum among the parts": (
        "教职工90人，其中专任教师80人，专任教师中女教师50人。",
        "在园幼儿900人，其中公办园500人，占55.6%；民办园400人，普惠性合计700人，占77.8%。",
    ),
    "a total that counts what was carried in": (
        "上年结转10.00万元，本年财政拨款收入80.00万元，其他收入5.00万元，收入总计95.00万元；"
        "本年支出合计90.00万元，年末结转和结余5.00万元。",
    ),
    "the stage that a sentence begins with": (
        "2022年度支出合计95.00万元。",
        "支出预算按功能分类，教育支出60.00万元，农林水支出40.00万元。",
    ),
}


@pytest.mark.parametrize("blocks", TRUE.values(), ids=TRUE.keys())
def test_a_figure_of_something_else_contradicts_nothing(blocks: tuple[str, ...]) -> None:
    """A difference, a portion, a sum, a supposition: none of them is the line it names."""
    assert [] == errors(*blocks)


FALSE = {
    "three things that do not add up": (
        "灯塔大修20.00万元，航标更新30.00万元，码头养护40.00万元，三项合计95.00万元。",
        "TOT-001",
    ),
    "a part that 含 opens and that exceeds it": (
        "2022年度支出合计900.00万元：教育支出（类）500.00万元，含普通教育（款）600.00万元；"
        "农林水支出（类）400.00万元。",
        "TOT-001-PARTS",
    ),
    "an account before a colon": (
        "政府性基金：总收入60.00万元，总支出52.40万元。政府性基金总支出58.40万元。",
        "TXT-003",
    ),
    "a rate of what it is named after": (
        "计划资金100.00万元，资金到位80.00万元，到位率90%。",
        "BUD-001-PAIR",
    ),
}


@pytest.mark.parametrize(("text", "rule"), FALSE.values(), ids=FALSE.keys())
def test_what_is_understood_is_still_checked(text: str, rule: str) -> None:
    """The same wordings with one figure changed are contradictions."""
    assert rule in errors(*text.split("\n"))


def test_a_bare_word_for_all_of_it_is_inferred() -> None:
    """支出N, with nothing that says 本年, 总 or of which year, is only perhaps all of it."""
    paper = read("本镇支出90.00万元，接待群众300人次。")
    line = paper.report.all_funds.expenditure if paper.report.all_funds else None
    figure = line.final if line else None
    assert figure is not None
    assert ["inferred"] == [s.settled for s in figure.statements]


def test_a_name_longer_than_any_is_read_by_itself() -> None:
    """Headers of a table that run into each other are one long name, and no other text of it."""
    headers = "一般公共预算财政拨款政府性基金预算财政拨款国有资本经营预算财政拨款年初结转和结余"
    assert [] == errors(f"灯塔{headers}99.00万元。")


def test_a_line_break_inside_a_word_cuts_nothing() -> None:
    """事业 at the end of a line and 收入 at the beginning of the next are one word."""
    paper = read(
        "2022年度收入合计100.00万元，其中：财政拨款收入100.00万元，比上年减少9.00万元；事业",
        "收入0万元；经营收入0万元。",
    )
    assert ["100.00万元"] == values(paper, "all_funds.income")
