"""Where words leave open what a figure is of, nothing is called a contradiction for one reading."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors
from tests.extraction.said import read

import performance_rules as pr

PEOPLE = "我局编制50人，年末在职45人，退休12人，聘用人员8人。"
MONEY = "2022年年初结转10.00万元，本年收入150.00万元，本年支出145.00万元，年末结转结余15.00万元。"
SPENT = "2022年支出150.00万元，其中基本支出90.00万元，项目支出60.00万元。"

RIGHT = {
    "places for ships are none for people": (PEOPLE, "编制4艘，实有4艘。"),
    "people of the year before": (PEOPLE, "2021年编制48人，2022年编制50人。"),
    "people of a year further back": (PEOPLE, "2020年末，编制46人。"),
    "a part of what the figures divide": ("航标工程10处，建成8处，在建2处，其中跨年3处。",),
    "a part of what two lists divide": (
        "巡检32次，其中水上30次、岸上2次；春季20次、秋季12次，其中夜间25次。",
    ),
    "a change of what is listed together": ("触损灯塔2座、浮标7座，比上年的15座减少6座。",),
    "a change of what two amounts make": (
        "航标费12.50万元、航道费30.20万元，比上年的50.00万元减少7.30万元。",
    ),
    "a part of two joined by 及": (
        "设内设机构9个及下属单位3个，其中列入编制范围的单位4个。",
        "沿江站点14个、沿海站点2个，其中有人值守站点15个。",
    ),
    "what comes in and what goes out": ("预算内调剂8.00万元（其中调入8.00万元、调出8.00万元）。",),
    "lent and borrowed": ("往来资金12.00万元，其中借入7.00万元、借出9.00万元。",),
    "an account goes on through its sentence": (
        MONEY,
        "收支平衡。财政拨款收入140.00万元，支出138.00万元，年末结转12.00万元。",
    ),
    "an account within another": (
        MONEY,
        "财政拨款收入140.00万元，支出138.00万元，年末结转12.00万元。"
        "一般公共预算收入130.00万元，支出128.00万元，年末结转10.00万元。",
    ),
    "the whole behind an account": (MONEY, "财政拨款收入140.00万元。年末结转15.00万元。"),
    "left of one kind": (
        "2022年收入总计160.00万元，支出总计160.00万元。项目结转11.00万元，其中两年以上2.00万元。",
    ),
    "a budget behind a part": (
        SPENT,
        "基本支出90.00万元，比上年75.00万元增加15.00万元。年初预算140.00万元，"
        "比上年年初预算112.00万元增加28.00万元；比上年决算125.00万元增加15.00万元。",
    ),
    "expenditure behind its budget": (
        "2022年支出预算140.00万元，支出150.00万元，其中基本支出90.00万元，项目支出60.00万元。"
        "项目支出年初预算50.00万元。",
    ),
    "parts of what is not all": (SPENT, "整改涉及：支出12.00万元，其中基本支出5.00万元。"),
    "parts of what is not all, said before": (
        "整改涉及：支出12.00万元，其中基本支出5.00万元。",
        SPENT,
    ),
    "a total that is not the caption's": (
        "2022年项目支出表（单位：万元）",
        "类别 | 2021年 | 2022年\n基本支出 | 75.00 | 90.00\n项目支出 | 50.00 | 60.00\n"
        "合计 | 125.00 | 150.00",
    ),
    "another year below a table": (
        "2022年项目支出（单位：万元）",
        "项目 | 金额\n灯塔 | 20.00\n浮标 | 30.00\n合计 | 50.00",
        "2023年预算：灯塔22.00万元，浮标35.00万元，合计57.00万元。",
    ),
}

WRONG = {
    "people of this year": (PEOPLE, "2022年编制48人。"),
    "other people of last year's": (PEOPLE, "2021年编制48人，2022年编制49人。"),
    "more than the only figure": ("退休12人，其中女13人。",),
    "a change of neither one nor all": ("触损灯塔2座、浮标7座，比上年的15座减少5座。",),
    "a change of the only figure": ("触损浮标7座，比上年的15座减少6座。",),
    "more than both": ("沿江站点14个、沿海站点2个，其中有人值守站点25个。",),
    "parts of one sum": ("航标资金12.00万元，其中省级7.00万元、市级9.00万元。",),
    "left of all": ("专户收入20.00万元，支出18.00万元。结余3.00万元。",),
    "an account that does not come out": (
        "财政拨款收入140.00万元，支出138.00万元，年初结转10.00万元，年末结转13.00万元。",
    ),
    "a change of a part": (SPENT, "基本支出90.00万元，比上年75.00万元增加17.00万元。"),
    "a part said otherwise": (SPENT, "2022年总支出150.00万元，其中项目支出66.00万元。"),
    "the same year below a table": (
        "2022年项目支出（单位：万元）",
        "项目 | 金额\n灯塔 | 20.00\n浮标 | 30.00\n合计 | 50.00",
        "2022年：灯塔22.00万元，浮标30.00万元。",
    ),
}


@pytest.mark.parametrize("said", RIGHT.values(), ids=RIGHT)
def test_one_reading_is_right(said: tuple[str, ...]) -> None:
    """A figure that may be of something narrower, other or earlier contradicts nothing."""
    assert [] == errors(*said)


@pytest.mark.parametrize("said", WRONG.values(), ids=WRONG)
def test_no_reading_is_right(said: tuple[str, ...]) -> None:
    """A figure whose words leave no other reading contradicts what it differs from."""
    assert errors(*said)


def test_what_a_sentence_takes_up_is_inferred() -> None:
    """年初预算N in a sentence of its own may be of the part before it: a reader must say."""
    said = f"{SPENT}基本支出年初预算80.00万元。", "基本支出90.00万元。年初预算140.00万元。"
    report = read(*said, kind="self_evaluation").report
    found = pr.check(report, pr.RuleSet.for_region()).findings
    assert {f.severity for f in found if f.rule == "TXT-003"} <= {"review"}
