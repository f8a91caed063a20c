"""A budget at first, what was added and cut, and the budget that it became."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

WRONG = {
    "a cut that was forgotten": (
        "年初预算620.00万元，年中追加85.00万元、调减30.00万元，调整后预算705.00万元。",
    ),
    "three sentences": (
        "年初预算620.00万元。年中上级下达85.00万元，收回存量资金30.00万元。调整后预算数为657.00万元。",
    ),
    "months and what for": (
        "年初部门预算620.00万元，3月追加防汛经费85.00万元，11月核减会议费30.00万元，"
        "调整预算数695.00万元。",
    ),
    "allotted at the beginning": (
        "县财政年初安排我局620.00万元，年中追加85.00万元，压减30.00万元，全年预算合计695.00万元。",
    ),
    "labels": ("年初预算：620.00万元；追加：85.00万元；调减：30.00万元；调整后预算：657.00万元。",),
    "lines of a list": (
        "1.年初预算620.00万元。",
        "2.年中追加85.00万元，调减30.00万元。",
        "3.调整后预算695.00万元。",
    ),
    "parts and their sum": (
        "年初预算620.00万元，年中追加两次，分别为50.00万元和35.00万元，共追加85.00万元，"
        "调整后预算715.00万元。",
    ),
    "a net change": ("年初预算620.00万元，年中净增55.00万元，调整后预算685.00万元。",),
    "the change behind": ("年初预算620.00万元，调整预算695.00万元，年中追加85.00万元。",),
    "as parts of what it became": (
        "全年预算指标705.00万元，其中年初预算620.00万元，年中追加75.00万元。",
    ),
    "other words": (
        "年初安排预算620.00万元，年中调增85.00万元，调减30.00万元，最终预算657.00万元。",
    ),
    "two years, the second wrong": (
        "2021年年初预算500.00万元，追加50.00万元，全年预算550.00万元；"
        "2022年年初预算620.00万元，追加85.00万元，全年预算750.00万元。",
    ),
    "what the year before left": (
        "年初预算620.00万元，加上年结转40.00万元，年中追加85.00万元，收回30.00万元，"
        "调整后预算751.00万元。",
    ),
    "a cut that was added, beside what the year before left": (
        "年初预算620.00万元，上年结转40.00万元，追加85.00万元，压减30.00万元，"
        "调整后预算775.00万元。",
    ),
    "what it came from stands behind": (
        "调整预算数725.00万元，由年初预算620.00万元加上上年结转40.00万元、年中追加85.00万元，"
        "减去收回资金30.00万元形成。",
    ),
    "of income": ("年初预算收入620.00万元，年中追加85.00万元，全年收入预算750.00万元。",),
    "why it was changed": (
        "县财政局批复我站年初预算620.00万元，因人员调入追加85.00万元，年底收回30.00万元，"
        "调整后预算657.00万元。",
    ),
    "by how much it was changed": (
        "年初预算620.00万元，预算调整数55.00万元，调整后预算数685.00万元。",
    ),
    "what was added for one thing": (
        "年初预算620.00万元，年中追加项目经费85.00万元，全年预算共计715.00万元，支出690.00万元。",
    ),
}

SILENT = {
    "of all, behind those of two": (
        "基本支出年初预算420.00万元，追加20.00万元；项目支出年初预算200.00万元，追加65.00万元；"
        "全年预算705.00万元。",
    ),
    "the change of what it became": (
        "年初预算620.00万元，调整后预算705.00万元，比年初预算增加85.00万元，实际支出690.00万元，"
        "结余15.00万元。",
    ),
    "with what the year before left": (
        "年初预算620.00万元，上年结转40.00万元，年中追加85.00万元，收回30.00万元，"
        "调整后预算715.00万元。",
    ),
    "that counts what the year before left": (
        "年初预算620.00万元，上年结转40.00万元，年中追加85.00万元，调整后预算705.00万元。",
    ),
    "a cut with its sign": (
        "调整后预算675.00万元，由年初预算620.00万元、年中追加85.00万元和收回-30.00万元构成。",
    ),
    "of income, and of expenditure": (
        "年初预算收入620.00万元，年中追加85.00万元，调整预算支出730.00万元。",
    ),
    "consistent": ("年初预算620.00万元，年中追加85.00万元、调减30.00万元，调整后预算675.00万元。",),
    "consistent, allotted": (
        "年初下达620.00万元，年中追加85.00万元、调减30.00万元，全年预算数675.00万元。",
    ),
    "consistent, in brackets": (
        "年初预算620.00万元，全年预算675.00万元（年中追加85.00万元，调减30.00万元）。",
    ),
    "carried in besides": (
        "年初预算620.00万元，上年结转40.00万元，年中追加85.00万元，全年预算745.00万元。",
    ),
    "another thing before and behind": (
        "年初预算620.00万元，其中项目支出200.00万元，年中追加85.00万元，调整后项目支出预算240.00万元。",
    ),
    "two projects": ("甲项目年初预算62.00万元，乙项目追加8.50万元，调整后预算75.00万元。",),
    "another body": (
        "我局年初预算620.00万元，下属渔政站年中追加85.00万元，我局全年预算655.00万元。",
    ),
    "another body at first": (
        "二级单位年初预算400.00万元，全年追加80.00万元，全年预算1080.00万元。",
    ),
    "a part of the year": ("年初预算620.00万元，截至6月底追加85.00万元，全年预算755.00万元。",),
    "not all told": ("年初预算620.00万元，年中追加人员经费85.00万元等，全年预算760.00万元。",),
    "two years in one": (
        "2021年年初预算620.00万元，2022年追加85.00万元，2022年全年预算755.00万元。",
    ),
    "what was spent is no budget": ("年初预算620.00万元，年中追加85.00万元，全年支出690.00万元。",),
    "asked for and granted": (
        "年初预算620.00万元，申请追加85.00万元，批复追加55.00万元，全年预算675.00万元。",
    ),
    "parts in brackets": (
        "年初预算620.00万元，其中基本支出400.00万元、项目支出220.00万元。"
        "年中追加85.00万元（基本支出30.00万元，项目支出55.00万元）。"
        "调整后预算705.00万元，其中基本支出430.00万元、项目支出275.00万元。",
    ),
    "used otherwise": (
        "年初预算620.00万元，追加政府采购节约资金调剂使用15.00万元，全年预算620.00万元。",
    ),
    "other money": ("财政拨款年初预算620.00万元，事业收入追加85.00万元，调整后预算755.00万元。",),
}


@pytest.mark.parametrize("lines", WRONG.values(), ids=WRONG)
def test_a_budget_that_changed_is_what_it_was_and_was_added_less_the_cuts(
    lines: tuple[str, ...],
) -> None:
    """The budget at first and what was added, less what was cut, is the budget that it became."""
    assert errors(*lines)


@pytest.mark.parametrize("lines", SILENT.values(), ids=SILENT)
def test_a_budget_whose_changes_are_not_all_its_own_is_silent(lines: tuple[str, ...]) -> None:
    """Of another thing, body or year, or not told in full, changes make no budget wrong."""
    assert errors(*lines) == []
