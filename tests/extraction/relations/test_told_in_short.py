"""What a sentence tells in short: in a bracket, without a name, or by a turn of the year."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors
from tests.extraction.said import read

import performance_rules as pr

RULES = pr.RuleSet.for_region()
PAIR = "BUD-001-PAIR"


def broken(*paragraphs: str) -> list[str]:
    """Return the rules that the paragraphs of an account of 2022 break, as errors."""
    report = read(*paragraphs, year=2022).report
    return [f.rule for f in pr.check(report, RULES).findings if f.severity == "error"]


STOCKS_RIGHT = {
    "in a bracket": "期末资产520.00万元（期初500.00万元，当年新增60.00万元、核减40.00万元）。",
    "a remark, and what the figure holds": "年末结转52.00万元（含年初结转50.00万元）。",
    "more may have come": "期末资产520.00万元（期初500.00万元）。",
    "a turn without a name": (
        "2022年末结余30.00万元，年初为20.00万元，收入90.00万元，支出80.00万元。"
    ),
    "a turn behind another stock": (
        "年末船舶41艘，年初为39艘；2022年末结余30.00万元，本年收入90.00万元，支出80.00万元。"
    ),
    "what is worn off": (
        "年初浮标账面净值500.00万元，新增60.00万元，报废核销10.00万元，计提折旧25.00万元，年末浮标账面净值525.00万元。"
    ),
    "of its first value nothing is worn off": (
        "年初浮标账面原值500.00万元，新增60.00万元，报废核销10.00万元，计提折旧25.00万元，年末浮标账面原值550.00万元。"
    ),
    "a budget in a bracket": (
        "调整后预算640.00万元（年初500.00万元，追加120.00万元，结转20.00万元）。"
    ),
    "a budget that was cut": (
        "调整后预算600.00万元（年初500.00万元，追加120.00万元，调减20.00万元）。"
    ),
    "in writing": "年初数20.00万元+收入90.00万元-支出80.00万元=年末数30.00万元。",
    "prices in writing": "护岸120米×0.50万元+植绿30亩×1.00万元=90.00万元。",
}
STOCKS_WRONG = {
    "in a bracket": "期末资产550.00万元（期初500.00万元，当年新增60.00万元、核减40.00万元）。",
    "a turn without a name": (
        "2022年末结余35.00万元，年初为20.00万元，收入90.00万元，支出80.00万元。"
    ),
    "what is worn off": (
        "年初浮标账面净值500.00万元，新增60.00万元，报废核销10.00万元，计提折旧25.00万元，年末浮标账面净值552.00万元。"
    ),
    "a budget in a bracket": (
        "调整后预算671.00万元（年初500.00万元，追加120.00万元，结转20.00万元）。"
    ),
    "in writing": "年初数20.00万元+收入90.00万元-支出80.00万元=年末数33.00万元。",
}


@pytest.mark.parametrize("text", STOCKS_RIGHT.values(), ids=STOCKS_RIGHT)
def test_a_stock_told_in_short_may_come_out(text: str) -> None:
    """A bracket behind what is left tells how it came to that; 年初为 is of the same stock.

    A part of it in a bracket, another stock between, or only one side of it say nothing.
    """
    assert errors(text) == []


@pytest.mark.parametrize("text", STOCKS_WRONG.values(), ids=STOCKS_WRONG)
def test_a_stock_told_in_short_must_come_out(text: str) -> None:
    """What opened it and came, less what went, must be what is left, however short it is told."""
    assert len(errors(text)) == 1


SUMS = {
    "kinds of what it is called": (
        "渔具网类支出15.10万元；渔具浮类支出26.80万元，渔具支出合计{}万元。"
    ),
    "all that its name holds": "离岗2人，退岗67人，离退岗合计{}人。",
    "what a body has in all": "机关在编15人，航标站在编9人，测绘队在编7人，全局在编{}人。",
    "with all others": "流动资产19.10万元，固定资产(净值)12.60万元，其他2.70万元，资产合计{}万元。",
}
SUMMED = {
    "kinds of what it is called": ("41.90", "44.50"),
    "all that its name holds": ("69", "72"),
    "what a body has in all": ("31", "33"),
    "with all others": ("34.40", "37.40"),
}
UNSUMMED = {
    "there may be others": "流动资产19.10万元，固定资产12.60万元，资产合计35.20万元。",
    "of something else": "渔具支出15.10万元，渔船支出26.80万元，渔港收入合计60.00万元。",
    "of the year before": (
        "渔具网类支出15.10万元，渔具浮类支出26.80万元，上年渔具支出合计44.50万元。"
    ),
    "a body told before the others": (
        "全局核定编制40名，机关在编15人，航标站在编9人，全局在岗26人。"
    ),
}


@pytest.mark.parametrize("name", SUMS)
def test_a_sum_is_called_by_what_its_parts_are_kinds_of(name: str) -> None:
    """Each part says all of the name of the sum and more; or the name is made of theirs."""
    right, wrong = SUMMED[name]
    assert broken(SUMS[name].format(right)) == []
    assert len(broken(SUMS[name].format(wrong))) == 1


@pytest.mark.parametrize("text", UNSUMMED.values(), ids=UNSUMMED)
def test_a_sum_of_more_or_of_others_is_no_error(text: str) -> None:
    """Parts that only end as their sum does need not be all there are."""
    assert broken(text) == []


OWN_RIGHT = {
    "its own change": "护岸经费136.19万元；较上年增长12.92%，增加额为15.58万元。",
    "behind a list it may be of all": (
        "公务接待费30.00万元、会议费20.00万元；较上年增长12.92%，增加额为5.72万元。"
    ),
    "the last of a list": (
        "本年支出合计100.00万元，其中：基本支出60.00万元；项目支出40.00万元，占40.00%。"
    ),
    "the first of two": (
        "基本支出60.00万元与项目支出40.00万元构成本年支出100.00万元，前者占60.00%。"
    ),
    "no third is made of the two": (
        "护岸60.00万元与植绿40.00万元，较计划110.00万元少，前者占52.00%。"
    ),
    "called at length": (
        "本年支出合计100.00万元，其中：基本支出60.00万元，所占比例60.00%；项目支出40.00万元，所占比重40.00%。"
    ),
}
OWN_WRONG = {
    "its own change": "机关运行经费支出136.19万元；较上年增长32.92%，增加额为15.58万元。",
    "the last of a list": (
        "本年支出合计100.00万元，其中：基本支出60.00万元；项目支出40.00万元，占45.00%。"
    ),
    "the first of two": (
        "基本支出60.00万元与项目支出40.00万元构成本年支出100.00万元，前者占65.00%。"
    ),
    "the second of two": (
        "基本支出60.00万元与项目支出40.00万元构成本年支出100.00万元，后者占45.00%。"
    ),
    "called at length": (
        "本年支出合计100.00万元，其中：基本支出60.00万元，所占比例60.00%；项目支出40.00万元，所占比重45.00%。"
    ),
}


@pytest.mark.parametrize("text", OWN_RIGHT.values(), ids=OWN_RIGHT)
def test_a_share_or_change_of_its_own_that_comes_out_is_silent(text: str) -> None:
    """A semicolon parts a figure from those before it; a list behind it may be meant as a whole."""
    assert broken(text) == []


@pytest.mark.parametrize("text", OWN_WRONG.values(), ids=OWN_WRONG)
def test_a_share_or_change_of_its_own_must_come_out(text: str) -> None:
    """It is of the one figure that its sentence, or its part behind the semicolon, tells."""
    assert len(broken(text)) == 1


TURNED_RIGHT = {
    "one direction": "巡航经费229.33万元，比上年度增长20.48%、增加38.99万元。",
    "another base": "巡航经费229.33万元，比上年度增长9.00%、减少38.99万元。",
    "each of its own": "巡航经费229.33万元，比上年度增长20.48%，油料减少38.99万元。",
}


@pytest.mark.parametrize("text", TURNED_RIGHT.values(), ids=TURNED_RIGHT)
def test_two_words_of_one_direction_or_of_two_changes_are_silent(text: str) -> None:
    """Where no level makes the rate of the change, the two may be of different things."""
    assert errors(text) == []


def test_one_comparison_cannot_go_both_ways() -> None:
    """A rate upwards and a change downwards that make each other are an error, told once."""
    assert errors("巡航经费229.33万元，比上年度增长20.48%、减少38.99万元。") == ["YOY-001"]


RATES_RIGHT = {
    "of a goal": "巡航里程完成54公里，年初目标60公里，目标完成率90.00%。",
    "as a number": "发放问卷400份。回收率98.50%，即394份。",
    "as a number of another one": "发放问卷500份，收回400份。有效率98.50%，即394份。",
    "as more than there were": "发放问卷400份。回收率88.50%，即443份。",
    "kept": "公用经费预算200.00万元，实际支出180.00万元，控制率90.00%，节约20.00万元。",
    "saved and left": (
        "公用经费预算200.00万元，实际支出180.00万元，控制率90.00%，节约15.00万元，结余5.00万元。"
    ),
    "of the last plan": (
        "年初预算500.00万元，追加100.00万元，调整后预算600.00万元。",
        "实际支出540.00万元，与调整后预算相差60.00万元。预算执行率为90.00%。",
    ),
    "not carried out": "调整后预算200.00万元，实际执行180.00万元，未执行部分20.00万元结转下年。",
}
RATES_WRONG = {
    "of a goal": "检修浮标9座，年初目标10座，目标完成率80.00%。",
    "as a number": "发放问卷400份。回收率88.50%，即394份。",
    "kept": "公用经费预算200.00万元，实际支出180.00万元，控制率95.00%，节约20.00万元。",
    "saved": "公用经费预算200.00万元，实际支出180.00万元，控制率90.00%，节约25.00万元。",
    "of the last plan": (
        "年初预算500.00万元，追加100.00万元，调整后预算600.00万元。",
        "实际支出540.00万元，与调整后预算相差60.00万元。预算执行率为95.00%。",
    ),
    "not carried out": "调整后预算200.00万元，实际执行180.00万元，未执行部分25.00万元结转下年。",
}


@pytest.mark.parametrize("told", RATES_RIGHT.values(), ids=RATES_RIGHT)
def test_rates_that_come_out_or_may_be_of_others_are_silent(told: str | tuple[str, ...]) -> None:
    """What is said of a plan is of the last one; a rest beside what was saved may be the rest."""
    assert errors(*([told] if isinstance(told, str) else told)) == []


@pytest.mark.parametrize("told", RATES_WRONG.values(), ids=RATES_WRONG)
def test_rates_and_rests_must_come_out(told: str | tuple[str, ...]) -> None:
    """A rate, the number it is said to be, and what was saved beside it are of the same two."""
    assert len(errors(*([told] if isinstance(told, str) else told))) == 1


LISTS_RIGHT = {
    "by towns": "更换路牌目标600盏，实际更换653盏。分乡镇为：甲镇477盏，乙乡75盏，丙镇101盏。",
    "vehicles, counted by two words": "占有使用车辆15台：救护用车4辆、巡检用车11辆。",
    "other things than vehicles": "占有使用设备13台：救护用车4辆、巡检用车11辆。",
    "full marks in brackets": (
        "自评总分92.1分，其中目标设定9.0分（10分）、预算管理17.5分（20分）、履职产出38.0分（40分）、履职效果27.6分（30分）。"
    ),
    "parts of less than all marks": (
        "自评总分92.1分，其中目标设定9.0分（10分）、预算管理17.5分（20分）、履职产出38.0分（40分）。"
    ),
    "out of a hundred": (
        "自评总分100分，实际得分96.8分，按“90分（含）以上为优、80（含）—90分为良、60（含）—80分为中、60分以下为差”的标准，等级为优。"
    ),
}
LISTS_WRONG = {
    "by towns": "更换路牌目标600盏，实际更换670盏。分乡镇为：甲镇477盏，乙乡75盏，丙镇101盏。",
    "vehicles, counted by two words": "占有使用车辆13台：救护用车4辆、巡检用车11辆。",
    "full marks in brackets": (
        "自评总分94.1分，其中目标设定9.0分（10分）、预算管理17.5分（20分）、履职产出38.0分（40分）、履职效果27.6分（30分）。"
    ),
    "out of a hundred": (
        "自评总分100分，实际得分96.8分，按“90分（含）以上为优、80（含）—90分为良、60（含）—80分为中、60分以下为差”的标准，等级为中。"
    ),
}


@pytest.mark.parametrize("text", LISTS_RIGHT.values(), ids=LISTS_RIGHT)
def test_lists_and_scores_that_come_out_are_silent(text: str) -> None:
    """What a list does not tell in full says nothing of its whole."""
    assert errors(text) == []


@pytest.mark.parametrize("text", LISTS_WRONG.values(), ids=LISTS_WRONG)
def test_lists_and_scores_must_come_out(text: str) -> None:
    """A list that is said to divide its whole must make it; a score has the grade of its band."""
    assert errors(text)
