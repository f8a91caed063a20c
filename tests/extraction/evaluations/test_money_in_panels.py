"""Money of a form that stands in panels: labels and amounts below each other, several times."""

from __future__ import annotations

import pytest
from tests.extraction.said import read

import performance_rules as pr

RULES = pr.RuleSet.for_region()

SHEET = """
    一级指标 | 三级指标 | 分值 | 目标值 | 完成值 | 得分
    产出指标 | 补植林木 | 60 | ≥800株 | 812株 | 60
    效益指标 | 苗木成活率 | 40 | ≥90% | 93% | 40
    总分 | ^ | 100 | ^ | ^ | 100
"""
STAGES = """
    项目名称 | 林带补植 | 实施单位 | 某县林场 | ^ | ^
    计划投资额（万元） | {plan} | 实际到位资金（万元） | 72 | 实际使用情况（万元） | 70
    其中：中央财政 | 30 | 其中：中央财政 | 30 | 其中：中央财政 | 30
    县财政 | 40 | 县财政 | {arrived} | 县财政 | {used}
    其他 | 6 | 其他 | 4 | 其他 | 4
"""
TWO = """
    项目名称 | ^ | 林带补植 | ^ | ^ | ^ | ^
    预算执行情况（万元） | ^ | 预算数： | 80.00 | 执行数： | {spent} | 执行率：{rate}
    ^ | ^ | 其中：财政拨款 | 60.00 | 其中：财政拨款 | {fiscal} |
    ^ | ^ | 自筹资金 | 20.00 | 自筹资金 | 18.00 |
"""
PERIOD = """
    项目名称 | ^ | 林带补植 | ^ | ^ | ^ | ^
    项目资金（万元） | ^ | 实施期资金总额： | 90.00 | 年度资金总额： | ^ | 32.00
    ^ | ^ | 其中：财政拨款 | {whole} | 其中：财政拨款 | ^ | {year}
    ^ | ^ | 其他资金 | 15.00 | 其他资金 | ^ | 5.00
    ^ | ^ | 分年度安排：2022年26.00万元，2023年{planned}万元，2024年{last}万元 | ^ | ^ | ^ | ^
    一级指标 | ^ | 三级指标 | 指标值 | ^ | ^ | 权重
    产出指标 | ^ | 补植林木 | ≥800株 | ^ | ^ | 100
"""
LISTS = """
    部门名称 | ^ | 某县林场 | ^ | ^ | ^ | ^
    年度预算执行（万元） |  | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率
    ^ | 年度资金总额 | 320.00 | 386.50 | 347.85 | 10 | 90%
    ^ | 按收入性质分（全年预算）：{again} | ^ | ^ | 按支出性质分：386.50 | ^ | ^
    ^ | 其中：一般公共预算：350.00 | ^ | ^ | 其中：基本支出：286.50 | ^ | ^
    ^ | 其他资金：{other} | ^ | ^ | 项目支出：{projects} | ^ | ^
"""
HEADED = """
    项目名称 | 林带补植 | ^ | ^ | ^ | ^
    年度预算安排（元） | 财政资金 | 120,000 | 实际支出（元） | 财政资金 | 114,000
    ^ | 自筹资金 | 30,000 | ^ | 自筹资金 | {own}
    ^ | 合计 | {plan} | ^ | 合计 | 142,500
    预算执行率 | {rate} | ^ | ^ | ^ | ^
"""
TOLD = """
    项目名称 | ^ | 林带补植 | ^ | ^ | ^
    项目概况 | 本项目共申请预算资金{asked}万元，用于补植林木。其中：苗木30万元。 | ^ | ^ | ^ | ^
    资金（万元） | 资金来源 | 全年预算数 | 全年执行数 | 执行率 | 备注
    ^ | 年度资金总额 | 90.00 | 85.50 | 95% |
    实施情况 | 补植林木812株，实际支出{spent}万元。 | ^ | ^ | ^ | ^
"""
ALONE = """
    项目名称 | ^ | 林带补植 | ^ | ^ | ^
    资金情况 | 年初预算99.00万元，全年预算{budget}万元，实际支出81.00万元，执行率90% | ^ | ^ | ^ | ^
"""


def broken(*tables: str, year: int = 2023) -> list[str]:
    """Return the rules that a form breaks, with the reason that is lacking left out."""
    paper = read("某县林场项目支出绩效自评表", *tables, kind="self_evaluation", year=year)
    found = pr.check(paper.report, RULES).findings
    return sorted(f.rule for f in found if f.severity == "error")


@pytest.mark.parametrize(
    ("said", "rules"),
    [
        ({}, []),
        ({"plan": 67}, ["TOT-001"]),
        ({"arrived": 83}, ["TOT-001"]),
        ({"used": 63}, ["TOT-001"]),
    ],
)
def test_the_first_label_of_a_panel_names_its_stage(
    said: dict[str, object], rules: list[str]
) -> None:
    """Panels may be a table of their own, the head of the form whose indicators follow."""
    form = STAGES.format(**{"plan": 76, "arrived": 38, "used": 36, **said})
    assert broken(form, SHEET) == rules


@pytest.mark.parametrize(
    ("said", "rules"),
    [
        ({}, []),
        ({"spent": "77.00"}, ["BUD-001", "TOT-001"]),
        ({"rate": "85%"}, ["BUD-001"]),
        ({"fiscal": "45.00"}, ["TOT-001"]),
    ],
)
def test_panels_stand_beside_a_rate(said: dict[str, str], rules: list[str]) -> None:
    """执行率：90% behind the panels is of the two wholes."""
    form = TWO.format(**{"spent": "72.00", "rate": "90%", "fiscal": "54.00", **said})
    assert broken(form + SHEET.replace("三级指标 |", "三级指标 | ^ |")) == rules


@pytest.mark.parametrize(
    ("said", "rules"),
    [
        ({}, []),
        ({"year": "22.00"}, ["TOT-001"]),
        ({"whole": "57.00"}, ["TOT-001"]),
        ({"last": "23.00"}, ["TOT-001"]),
        ({"planned": "31.00", "last": "23.00"}, []),
    ],
)
def test_money_of_the_whole_time_is_no_stage_of_the_year(
    said: dict[str, str], rules: list[str]
) -> None:
    """What is planned for each year is its sum, where the year's own whole is among it."""
    right = {"whole": "75.00", "year": "27.00", "planned": "32.00", "last": "32.00"}
    assert broken(PERIOD.format(**{**right, **said})) == rules


def test_panels_that_nothing_bears_out_stay_open() -> None:
    """Neither panel adds up: what stands below their heads may be no parts at all."""
    form = PERIOD.format(whole="57.00", year="20.00", planned="31.00", last="23.00")
    paper = read("项目支出绩效目标申报表", form, kind="self_evaluation", year=2023)
    assert [line.name for line in paper.report.matters if "实施期" in line.name] == []


@pytest.mark.parametrize(
    ("said", "rules"),
    [
        ({}, []),
        ({"projects": "140.00"}, ["TOT-001"]),
        ({"other": "63.50"}, ["TOT-001"]),
        ({"other": "63.50", "projects": "140.00"}, ["TOT-001", "TOT-001"]),
        ({"again": "368.50"}, ["TXT-003"]),
    ],
)
def test_what_opens_a_list_may_say_its_whole(said: dict[str, str], rules: list[str]) -> None:
    """按收入性质分（全年预算）：N is said once more of the whole, in that stage."""
    right = {"again": "386.50", "other": "36.50", "projects": "100.00"}
    assert broken(LISTS.format(**{**right, **said})) == rules


@pytest.mark.parametrize(
    ("said", "rules"),
    [
        ({}, []),
        ({"own": "25,800"}, ["TOT-001"]),
        ({"plan": "160,000"}, ["BUD-001", "TOT-001"]),
        ({"rate": "85%"}, ["BUD-001"]),
    ],
)
def test_what_goes_down_beside_a_panel_names_its_stage(
    said: dict[str, str], rules: list[str]
) -> None:
    """Each panel has its own head, and its whole at the end."""
    form = HEADED.format(**{"own": "28,500", "plan": "150,000", "rate": "95%", **said})
    assert broken(form + SHEET.replace("100 | ^ | ^ | 100", "100 |  |  | 100")) == rules


@pytest.mark.parametrize(
    ("said", "rules"),
    [
        ({}, []),
        ({"asked": "96.00"}, ["TXT-003"]),
        ({"asked": "30.00"}, []),
        ({"spent": "58.50"}, ["TXT-003"]),
        ({"spent": "12.00"}, []),
    ],
)
def test_words_tell_the_money_of_the_form_once_more(said: dict[str, str], rules: list[str]) -> None:
    """A number that is another one with a slip is told beside it; any other may be of a part."""
    form = TOLD.format(**{"asked": "90.00", "spent": "85.50", **said})
    assert broken(form + SHEET) == rules


@pytest.mark.parametrize(("budget", "rules"), [("90.00", []), ("95.00", ["BUD-001"])])
def test_money_may_be_told_in_one_cell(budget: str, rules: list[str]) -> None:
    """A budget, what was spent and the rate in the words of one cell are the money of the form."""
    assert broken(ALONE.format(budget=budget) + SHEET) == rules


def test_a_plan_of_years_with_digits_in_wrong_groups_loses_no_form() -> None:
    """2022年1234,567元 is no amount that anybody can read; the rest of the form is read."""
    form = PERIOD.format(whole="75.00", year="27.00", planned="32.00", last="32.00")
    odd = form.replace("2022年26.00万元", "2022年1234,567元")
    assert odd != form
    assert broken(odd) == broken(form)
