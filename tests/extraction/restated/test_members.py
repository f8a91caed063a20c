"""A sentence that goes through the rows of a table."""

from __future__ import annotations

import pytest
from tests.extraction.tables.papers import WAYS, errors, paper

TITLE = "平洲区林业局2022年度部门决算"
BODIES = """单位 | 支出合计 | 基本支出 | 项目支出
平洲区林业局（局本级） | 720.20 | 500.20 | 220.00
种苗站 | 310.20 | 280.20 | 30.00
防火中心 | 290.10 | 290.10 | 0.00
合计 | 1320.50 | 1070.50 | 250.00"""
ABOVE = "所属单位支出情况\n单位：万元"
WRONG = {
    "a body by the word in its bracket": (
        "支出合计1320.50万元，其中局本级695.80万元，种苗站310.20万元。"
    ),
    "the total is the only one that agrees": "全年支出1320.50万元，其中种苗站401.70万元。",
    "another row agrees": "种苗站支出310.20万元，防火中心支出209.60万元。",
    "by words for what was spent": "种苗站实际支出310.20万元，防火中心实际支出209.60万元。",
    "by the words of the column": "种苗站基本支出280.20万元，防火中心基本支出190.40万元。",
}
RIGHT = {
    "all agree": (
        "支出合计1320.50万元，其中局本级720.20万元，种苗站310.20万元，防火中心290.10万元。"
    ),
    "narrower than the column": (
        "支出合计1320.50万元，其中局本级人员支出420.00万元，种苗站310.20万元。"
    ),
    "of another year": "种苗站支出310.20万元，2021年防火中心支出209.60万元。",
    "last year's": "种苗站支出310.20万元，上年防火中心支出209.60万元。",
    "rounded": "支出合计1320.50万元，其中局本级约720万元，种苗站310.2万元。",
    "nothing attests the column": "局本级支付工程款415.30万元，种苗站支付196.40万元。",
    "what was planned": "种苗站支出310.20万元，防火中心预算320.00万元。",
    "a change": "种苗站支出310.20万元，防火中心比上年增加209.60万元。",
    "what a fund paid of them": "财政拨款支出中，种苗站310.20万元，防火中心209.60万元。",
    "two apart: of something else": (
        "种苗站收入310.20万元，局本级收入815.00万元，防火中心收入209.60万元。"
    ),
}


@pytest.mark.parametrize("way", WAYS[:3])
@pytest.mark.parametrize("name", WRONG)
def test_a_row_that_a_sentence_states_otherwise_is_found(name: str, way: str) -> None:
    """Another row or the total attests the column; no digit need be the same."""
    found = errors(paper(way, TITLE, ABOVE, BODIES, WRONG[name]))
    assert [one for one in found if one.startswith("TXT-003")]


@pytest.mark.parametrize("name", RIGHT)
def test_a_sentence_of_something_else_contradicts_no_row(name: str) -> None:
    """Another year, a narrower thing, a plan, a change: the row is not spoken of."""
    found = errors(paper("html", TITLE, ABOVE, BODIES, RIGHT[name]))
    assert [one for one in found if one.startswith("TXT-003")] == []


INDICATORS = """一级指标 | 二级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
预算执行率 | 预算执行率 | 100% | 96.50% | 10 | 9.65
产出 | 巡护次数 | 12次 | 12次 | 50 | 50
合计 |  |  |  | 60 | 59.65"""
RATES = {
    "the rate of its own two figures": (
        "重点项目预算200.00万元；预算执行率95.60%，支出191.20万元。",
        [],
    ),
    "a rate that no figures make": ("全年预算执行率95.60%，资金管理规范。", ["TXT-003"]),
}


@pytest.mark.parametrize("name", RATES)
def test_a_rate_that_its_sentence_makes_is_not_that_of_a_table(name: str) -> None:
    """Two amounts beside a percentage say what it is of, whatever a row is called."""
    said, expected = RATES[name]
    found = errors(
        paper("html", "平洲区林业局2022年度部门整体支出绩效自评报告", "自评表", INDICATORS, said)
    )
    assert expected == [one[:7] for one in found if one.startswith("TXT-003")]


YEARS = """项目 | 2021年 | 2022年
公务接待费 | 6.40 | 4.20
公务用车运行维护费 | 12.50 | 12.50
合计 | 18.90 | 16.70"""


@pytest.mark.parametrize(("said", "wrong"), [("4.20", False), ("7.20", True)])
def test_of_two_columns_the_one_with_a_slip_is_meant(said: str, wrong: bool) -> None:
    """What both years have attests both; the figure with a digit wrong is told once."""
    below = f"2022年“三公”经费16.70万元。其中公务接待费{said}万元；公务用车运行维护费12.50万元。"
    found = errors(paper("html", TITLE, "“三公”经费支出表\n单位：万元", YEARS, below))
    told = [one for one in found if one.startswith("TXT-003")]
    assert len(told) == wrong
    assert not wrong or "4.20万元、7.20万元" in told[0]
