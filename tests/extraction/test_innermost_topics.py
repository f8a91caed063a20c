"""Whole evaluations go from one topic to the next: a figure is of the innermost that is open."""

from __future__ import annotations

import pytest
from tests.extraction.said import read

import performance_rules as pr

RULES = pr.RuleSet.for_region()
WHOLE = "2022年部门总支出820.00万元，其中基本支出460.00万元，项目支出360.00万元。"

ITEMS = {
    "by article, lists in lines below": (
        (
            "第四条　全年收入820.00万元，构成为：",
            "财政拨款　{a}万元",
            "事业收入　240.00万元",
            "其他收入　60.00万元",
            "第五条　全年支出790.00万元，按经济分类：工资福利支出410.00万元，"
            "商品和服务支出{b}万元，分别占51.90%和48.10%。",
        ),
        ("520.00", "380.00"),
        (("530.00", "380.00"), ("520.00", "390.00")),
    ),
    "by two numbers": (
        (
            "2.1 收入。本年收入820.00万元，其中：财政拨款收入{a}万元，事业收入240.00万元，"
            "其他收入60.00万元。",
            "2.2 支出。本年支出790.00万元，其中：基本支出{b}万元，项目支出330.00万元。",
        ),
        ("520.00", "460.00"),
        (("530.00", "460.00"), ("520.00", "470.00")),
    ),
    "classes of which one has items below": (
        (
            "全年支出820.00万元，按功能分类：",
            "农林水支出（213）600.00万元，占73.17%，其中：",
            "行政运行（2130101）300.00万元；",
            "病虫害控制（2130108）{b}万元；",
            "农田建设（2130153）100.00万元；",
            "社会保障和就业支出（208）{a}万元，占14.63%；",
            "住房保障支出（221）100.00万元，占12.20%。",
        ),
        ("120.00", "200.00"),
        (("140.00", "200.00"), ("120.00", "220.00")),
    ),
    "what is spent at the end of a list is no more than a part": (
        (
            "2022年支出总额820.00万元，其中人员经费390.00万元，公用经费70.00万元，"
            "项目支出{b}万元；年末结转{a}万元（年初无结转）。",
            "收入总额850.00万元。",
        ),
        ("30.00", "360.00"),
        (),
    ),
    "a rate of 三公 without the fourth item": (
        (
            "2022年“三公”经费决算{a}万元，具体为：公务用车购置费18.00万元；公务用车运行维护费{b}万元；"
            "公务接待费6.20万元；因公出国（境）费为0。",
        ),
        ("70.70", "46.50"),
        (("72.70", "46.50"), ("70.70", "44.50")),
    ),
    "all there is until now, with its parts": (
        (
            "项目至2022年末累计支出{a}万元，其中：土建工程410.00万元，机电设备{b}万元，"
            "临时工程80.00万元，独立费用60.00万元。",
        ),
        ("760.00", "210.00"),
        (("730.00", "210.00"), ("760.00", "260.00")),
    ),
}
"""Paragraphs, the right figures in them, and wrong ones."""

QUIET = {
    "money whose parts the next sentence tells": (
        "2022年实际支出540.00万元，执行率90.00%。资金来源为省级彩票公益金和县级配套，"
        "其中省级360.00万元，县级240.00万元。",
    ),
    "who bears a cost": (
        "全年支出540.00万元。工程造价由省、县两级分担，其中省级360.00万元，县级240.00万元。",
    ),
    "two ways that money comes": (
        "全年支出540.00万元；经费渠道有两类，其中财政拨款500.00万元，村级自筹100.00万元。",
    ),
    "a subject, in a clause of its own": (
        WHOLE,
        "其中初等职业教育科目中，基本支出310.00万元，项目支出120.00万元。",
    ),
    "a subject, behind 在": (
        WHOLE,
        "在初等职业教育科目中，基本支出310.00万元，项目支出120.00万元。",
    ),
    "a subject with its code": (
        WHOLE,
        "初等职业教育（2050301）科目中，基本支出310.00万元，项目支出120.00万元。",
    ),
    "a project": (WHOLE, "在老旧闸门更换项目中，基本支出20.00万元，项目支出120.00万元。"),
    "things that were done, each an item": (
        WHOLE,
        "三、项目支出绩效",
        "1.河面保洁。保洁河道86公里，机械化率72%，全年支出74.30万元。",
        "2.闸门检修。检修闸门14座，支出20.00万元。",
    ),
    "things that were done, in brackets": (
        WHOLE,
        "三、产出完成情况",
        "（1）滩地复绿。复绿滩地50公顷，全年支出74.30万元。",
        "（2）闸门检修。检修闸门14座，年度支出20.00万元。",
    ),
    "projects, each an item": (
        WHOLE,
        "三、项目支出明细",
        "1.船闸维护项目。到位资金150.00万元，支出132.00万元，结转18.00万元。",
        "2.泵站安全项目。全年支出78.00万元，养护泵站6座，每座平均13.00万元。",
    ),
    "items by two numbers that begin with a number": (
        "2.1 2021年支出300.00万元，2022年支出520.00万元，两年合计820.00万元。",
        "2.2 9个泵站中有2个未按期完工。",
    ),
    "items of a class, two of them together": (
        "全年支出820.00万元，按功能分类：",
        "农林水支出（213）640.00万元，其中：",
        "行政运行（2130101）、事业运行（2130104）共390.00万元；",
        "病虫害控制（2130108）150.00万元；",
        "农田建设（2130153）100.00万元；",
        "社会保障和就业支出（208）110.00万元；",
        "住房保障支出（221）70.00万元。",
    ),
    "things of two kinds have a rate": ("4所小学、1所中学直饮水保障率100%。",),
    "places of two kinds have a rate": ("6座水库和2座闸坝安全鉴定完成率为100%。",),
}

LOUD = {
    "the whole of the body, in an item that tells of nothing else": (
        WHOLE,
        "三、预算执行",
        "（一）全年支出840.00万元，执行率98.00%。",
    ),
    "of the figure before, whatever it was spent on": (
        "全年支出540.00万元。其中省级360.00万元，县级240.00万元。",
    ),
    "a part behind what was counted": ("3所学校中，2所达标，达标率100%。",),
}


def _errors(paragraphs: tuple[str, ...], kind: str = "self_evaluation") -> list[str]:
    report = read(*paragraphs, kind=kind, entity="白鹭县河务局").report
    return [f.rule for f in pr.check(report, RULES).findings if f.severity == "error"]


def _filled(paragraphs: tuple[str, ...], a: str, b: str) -> tuple[str, ...]:
    return tuple(text.replace("{a}", a).replace("{b}", b) for text in paragraphs)


@pytest.mark.parametrize("case", ITEMS.values(), ids=ITEMS)
def test_a_list_is_of_the_item_that_it_stands_in(
    case: tuple[tuple[str, ...], tuple[str, str], tuple[tuple[str, str], ...]],
) -> None:
    """Each item, line and bracket has its own list: right ones are quiet, wrong ones are found."""
    paragraphs, right, wrong = case
    assert [] == _errors(_filled(paragraphs, *right))
    for figures in wrong:
        assert _errors(_filled(paragraphs, *figures)), figures


@pytest.mark.parametrize("paragraphs", QUIET.values(), ids=QUIET)
def test_a_topic_of_its_own_is_not_the_line_before(paragraphs: tuple[str, ...]) -> None:
    """What a clause, a subject, an item or a number of things is about, its figures are of."""
    assert [] == _errors(paragraphs)


@pytest.mark.parametrize("paragraphs", LOUD.values(), ids=LOUD)
def test_without_a_topic_of_its_own_it_is_the_line_before(paragraphs: tuple[str, ...]) -> None:
    """Where nothing narrower is open, the figures are compared."""
    assert _errors(paragraphs)


TOLD = {
    "what came back and can be used": (
        "发放问卷500份，收回有效问卷{}份，有效回收率96%。",
        "480",
        "470",
    ),
    "what was done in time": ("受理申请250件，按期办结{}件，按期办结率94%。", "235", "245"),
}


@pytest.mark.parametrize("case", TOLD.values(), ids=TOLD)
def test_a_rate_may_be_narrowed_as_its_figure_is(case: tuple[str, str, str]) -> None:
    """A rate with a narrower word is of the figure that has the same word."""
    text, right, wrong = case
    assert [] == _errors((text.format(right),))
    assert _errors((text.format(wrong),))


PRICES = {
    "单座平均": ("改建泵站12座，支出150.00万元，单座平均{}万元。", "12.50", "12.80"),
    "单所平均造价": ("新建8所，支出288.00万元，单所平均造价{}万元。", "36.00", "38.00"),
    "单公里投资": ("维修道路12公里，支出60.00万元，单公里投资{}万元。", "5.00", "6.00"),
    "persons, days, each day": ("秋季学期按300人、100天、每天5元，支出{}万元。", "15.00", "16.00"),
    "two terms, each with its days": (
        "春季学期按400人、100天、每天5元，支出20.00万元；"
        "秋季学期按300人、90天、每天5元，支出{}万元。",
        "13.50",
        "15.00",
    ),
    "with a noun": ("按1200名学员、20天、每天50元，支出{}万元。", "120.00", "130.00"),
}


@pytest.mark.parametrize("case", PRICES.values(), ids=PRICES)
def test_what_one_costs_is_told_in_several_ways(case: tuple[str, str, str]) -> None:
    """The price of one, or of each for a time beside their number: the three figures hold."""
    text, right, wrong = case
    assert [] == _errors((text.format(right),))
    assert _errors((text.format(wrong),))
