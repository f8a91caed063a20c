"""Halves, quarters and months that make a year."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

WRONG = {
    "quarters": (
        "一季度支出80.00万元，二季度90.00万元，三季度70.00万元，四季度60.00万元，"
        "全年支出310.00万元。"
    ),
    "halves": "上半年支出80.00万元，下半年支出90.00万元，全年支出180.00万元。",
    "until a month, and the rest": (
        "截至6月底支出80.00万元，7—12月支出90.00万元，全年累计支出180.00万元。"
    ),
    "months": "1—6月支出80.00万元、7—12月支出90.00万元，全年共支出180.00万元。",
    "three quarters": (
        "分季度支付：一季度80.00万元、二季度90.00万元、三季度70.00万元，前三季度累计支付250.00万元；"
        "四季度支付60.00万元，全年支付300.00万元。"
    ),
    "half a year, told behind the year": (
        "一季度支出80.00万元，二季度支出90.00万元，三季度支出70.00万元，四季度支出60.00万元，"
        "全年支出300.00万元。上半年累计支出190.00万元。"
    ),
    "months so far": "1—3月支出80.00万元，4—6月支出90.00万元，1—6月累计支出180.00万元。",
    "two quarters": "一季度办结80件，二季度办结90件，前两季度共办结190件。",
    "a number": "一季度办结80件，二季度90件，三季度70件，四季度60件，全年办结310件。",
}

SILENT = {
    "consistent": "上半年支出80.00万元，下半年支出90.00万元，全年支出170.00万元。",
    "a quarter is missing": (
        "一季度支出80.00万元，二季度90.00万元，四季度60.00万元，全年支出310.00万元。"
    ),
    "of two things": "上半年支出80.00万元，下半年收入90.00万元，全年支出180.00万元。",
    "of a part": "上半年项目支出80.00万元，下半年项目支出90.00万元，全年支出380.00万元。",
    "expected": "上半年支出80.00万元，下半年预计支出90.00万元，全年支出165.00万元。",
    "until two months": "截至6月底完成80.00万元，9月底完成120.00万元，全年完成170.00万元。",
    "reached so far": (
        "一季度支出80.00万元，二季度支出90.00万元，上半年累计支出170.00万元，下半年支出130.00万元，"
        "全年支出300.00万元。"
    ),
    "reached by then, each time with more": (
        "一季度支出80.00万元；上半年累计支出170.00万元；前三季度累计支出240.00万元；"
        "全年累计支出300.00万元。"
    ),
    "reached of another thing": "一季度支出80万元，二季度支出90.00万元，上半年累计收入190万元。",
    "a part of what is reached": "二季度支出90万元，三季度支出70万元，前三季度累计支出240万元。",
    "a level is no sum": "一季度支出80.00万元，二季度支出90.00万元，上半年支出进度190.00万元。",
    "of two things, each by quarters": (
        "维修一季度支出80.00万元，二季度支出90.00万元；油料一季度支出8.00万元，二季度支出9.00万元，"
        "上半年累计支出187.00万元。"
    ),
    "a mean": ("一季度末在岗80人，二季度末90人，三季度末85人，四季度末90人，全年平均在岗86人。"),
}


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_parts_of_a_year_from_january_to_december_make_the_year(text: str) -> None:
    """Periods that follow one another over the whole year add up to the figure of the year."""
    assert len(errors(text)) == 1


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_periods_that_leave_a_gap_or_are_of_another_thing_are_silent(text: str) -> None:
    """With a period missing, expected or of another thing, nothing adds up to the year."""
    assert errors(text) == []
