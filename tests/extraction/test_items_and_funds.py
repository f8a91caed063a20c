"""Whose a figure is: of an item beside others, of the fund a sentence began with, of a body."""

from __future__ import annotations

import pytest
from tests.extraction.said import line, lines, read

import performance_rules as pr

RULES = pr.RuleSet.for_region()

QUIET = {
    "subjects by their codes, one item after the other": (
        "一是2130101 行政运行。年初预算100.00万元，决算110.00万元，完成率110.00%；"
        "二是2130106 科技转化与推广服务。年初预算80.00万元，决算60.00万元，完成率75.00%；"
        "三是2210201 住房公积金。年初预算50.00万元，决算40.00万元，完成率80.00%。"
    ),
    "what a subject spent in the year is not what the body spent": (
        "本年支出385.00万元。\n一是2130106 科技转化与推广服务年初安排80.00万元，全年支出60.00万元；"
        "二是2210201 住房公积金年初安排50.00万元，全年支出40.00万元。"
    ),
    "bodies in the items of a sentence": (
        "部门本年支出860.00万元，按单位分列如下：一是局机关支出300.00万元（基本200.00万元，"
        "项目100.00万元）；二是茶树良种站支出270.00万元（基本180.00万元，项目90.00万元）；"
        "三是茶叶检测所支出290.00万元（基本190.00万元，项目100.00万元）。"
    ),
    "people of bodies, by the bodies' own lines": (
        "部门本年支出860.00万元，在职60人，按单位分列如下：\n"
        "（1）局本级：在职人员20人；基本支出200.00万元。\n"
        "（2）茶树良种站：在职人员25人；基本支出180.00万元。\n"
        "（3）茶叶检测所：在职人员15人；基本支出190.00万元。"
    ),
    "people of bodies that an item begins with": (
        "部门本年支出860.00万元，在职60人，按单位分列如下："
        "一是局机关在职20人，支出300.00万元；二是茶树良种站在职25人，支出270.00万元；"
        "三是茶叶检测所在职15人，支出290.00万元。"
    ),
    "people of a body in brackets": (
        "年末在职人员60人。\n（1）局机关本年支出300.00万元（在职人员20人）。\n"
        "（2）茶树良种站本年支出270.00万元（在职人员25人）。"
    ),
    "a balance of a fund and how it went on": (
        "年初结转和结余30.00万元，本年收入400.00万元，本年支出385.00万元，年末结转和结余45.00万元。\n"
        "一般公共预算财政拨款年初结转20.00万元，本年收入300.00万元，本年支出290.00万元，"
        "年末结转30.00万元。全部资金年末结转和结余45.00万元。"
    ),
    "a fund that had no balance": (
        "年初结转和结余30.00万元，本年收入400.00万元，本年支出385.00万元，年末结转和结余45.00万元。\n"
        "政府性基金预算财政拨款年初无结转，本年收入80.00万元，本年支出75.00万元，"
        "年末结转和结余5.00万元。"
    ),
    "what a fund came to, under a name that ends with a colon": (
        "年初结转和结余30.00万元，本年收入400.00万元，本年支出385.00万元，年末结转和结余45.00万元。\n"
        "国有资本经营预算财政拨款收支情况：年初结转和结余1.00万元，收入8.00万元、支出9.00万元，"
        "年末无结转结余。"
    ),
    "both sides of one fund are nothing": (
        "本年收入400.00万元，本年支出385.00万元。\n国有资本经营预算财政拨款收入、支出均为0万元。"
    ),
    "a fund in brackets": (
        "本年支出385.00万元，其中基本支出100.00万元，项目支出285.00万元。\n"
        "基本支出（一般公共预算拨款）80.00万元，用于保障运转。"
    ),
    "what a total was the year before": (
        "2022年度收入总计460.00万元，支出总计460.00万元，较2021年500.00万元下降8.00%。\n"
        "本年支出385.00万元，较2021年度的400.00万元减少15.00万元。"
    ),
    "and what it was, without a word for a change": (
        "总收入460.00万元，总支出460.00万元。总收入2021年500.00万元，净减40.00万元。\n"
        "本年收入385.00万元，上年决算数400.00万元，净减15.00万元。"
    ),
    "cars that were bought": (
        "一是公务用车运行维护费支出22.00万元，完成预算30.00万元的73.33%，主要用于燃油。"
        "购置公务用车2辆，支出45.00万元（预算50.00万元，完成90.00%）；"
        "二是公务接待费预算5.00万元，决算4.00万元。"
    ),
    "guests are no travellers": (
        "一是本年因公出国（境）4人次（2个团组），费用9.00万元；二是公车费用12.00万元；"
        "三是公务接待费2.00万元，共32批194人次。"
    ),
    "some projects under the heading of all": (
        "基本支出400.00万元，项目支出500.00万元。\n二、项目支出情况\n"
        "全年3个重点项目预算280.00万元，支出210.00万元，总体执行率75.00%。\n"
        "（1）茶苗补助项目（预算100.00万元）：支出80.00万元，执行率80.00%；\n"
        "（2）茶园道路（预算100.00万元）：支出70.00万元，执行率70.00%；\n"
        "（3）制茶培训项目（预算80.00万元）：支出60.00万元，执行率75.00%。"
    ),
    "projects in the items of a sentence": (
        "一是茶苗补助项目预算数100.00万元，到位数90.00万元，支出数80.00万元。任务已完成；"
        "二是茶园道路预算数110.00万元，到位数95.00万元，支出数70.00万元；"
        "三是制茶培训项目预算数80.00万元，到位数70.00万元，支出数60.00万元。"
    ),
}

LOUD = {
    "a subject told twice": (
        "一、一般公共预算财政拨款支出情况\n"
        "一是2130101 行政运行年初预算100.00万元，决算110.00万元；"
        "二是2210201 住房公积金年初预算50.00万元，决算40.00万元。\n"
        "2210201 住房公积金支出决算46.00万元。"
    ),
    "a total told twice beside a fund's": (
        "本年收入400.00万元，本年支出385.00万元。\n"
        "一般公共预算财政拨款年初结转20.00万元，本年收入300.00万元，本年支出290.00万元，"
        "年末结转30.00万元。\n本年支出合计358.00万元。"
    ),
    "a fund told twice": (
        "政府性基金预算财政拨款支出75.00万元。\n"
        "政府性基金预算财政拨款年初结转3.00万元，本年收入80.00万元，本年支出78.00万元，"
        "年末结转5.00万元。"
    ),
    "a fund's basic expenditure told twice": (
        "一般公共预算财政拨款基本支出80.00万元。\n基本支出（一般公共预算拨款）86.00万元，用于运转。"
    ),
    "cars that were bought, told twice": (
        "公务用车购置费54.00万元。\n公务用车运行维护费支出22.00万元。"
        "购置公务用车2辆，支出45.00万元。"
    ),
    "what a year before was, told twice": (
        "本年支出385.00万元，上年400.00万元，减少15.00万元。\n"
        "本年支出比上年的410.00万元减少25.00万元。"
    ),
}

TABLE = (
    "编码|项目|合计|基本支出|项目支出\n213|农林水支出|700.00|300.00|400.00\n"
    "2130101|行政运行|300.00|300.00|-\n2130106|科技转化与推广服务|400.00|-|400.00\n"
    "221|住房保障支出|100.00|100.00|-\n2210201|住房公积金|100.00|100.00|-\n"
    "|合计|800.00|400.00|400.00"
)


def errors(*blocks: str) -> list[str]:
    """Return the contradictions of a report."""
    report = read(*blocks, kind="final_accounts", entity="望江县茶叶局", year=2022).report
    result = pr.check(report, RULES)
    return [one.message for one in result.findings if one.severity == "error"]


@pytest.mark.parametrize("text", QUIET.values(), ids=QUIET)
def test_what_is_right_is_left_alone(text: str) -> None:
    """A figure that its item, fund or body makes narrower is none of the whole body's."""
    assert errors(*text.split("\n")) == []


@pytest.mark.parametrize("text", LOUD.values(), ids=LOUD)
def test_a_figure_told_twice_is_found(text: str) -> None:
    """A figure told again under the same item, fund or body with another value is contradicted."""
    assert errors(*text.split("\n")) != []


def test_a_label_before_a_caption_is_none_of_its_words() -> None:
    """附表：一般公共预算支出明细 names the account of the table below it."""
    paper = read("附表：一般公共预算支出明细", "单位：万元", TABLE, kind="final_accounts")
    figure = line(paper, "general_budget.expenditure/project").final
    assert figure is not None
    assert [str(one.value) for one in figure.statements] == ["400.00万元"]


def test_people_of_bodies_are_parts_of_all() -> None:
    """局本级：在职人员N人 is how many of all in service the body has."""
    text = QUIET["people of bodies, by the bodies' own lines"].split("\n")
    paper = read(*text, entity="望江县茶叶局")
    names = [part.name for part in lines(paper.report)]
    assert {"局本级", "茶树良种站", "茶叶检测所"} <= set(names)
