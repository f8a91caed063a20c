"""Lists of what a paragraph above gave the sum of; one sum of money told in several sections."""

from __future__ import annotations

import pytest
from tests.extraction.judged import errors

BATCHES = (
    "航道资金共9000.00万元，其中：中央资金5000.00万元，省级资金2500.00万元，市级资金1500.00万元。",
    "中央资金分两批：第一批3000.00万元，第二批2000.00万元。",
    "省级资金分三批：第一批1200.00万元，第二批{}万元，第三批400.00万元。",
)
ITEMS = (
    "支出预算600.00万元，其中基本支出400.00万元，项目支出200.00万元。",
    "项目支出为：灯塔大修110.00万元（计划大修4座）；浮标更换{}万元；测量28.00万元。",
)
ASIDE = {
    "another sum": ("项目支出200.00万元。", "专项项目支出为：灯塔90.00万元；浮标120.00万元。"),
    "the main ones": ("项目支出200.00万元。", "项目支出主要为：灯塔90.00万元；浮标120.00万元。"),
    "less than it": ("项目支出200.00万元。", "项目支出为：灯塔90.00万元；浮标100.00万元。"),
    "of another size": ("项目支出200.00万元。", "项目支出为：灯塔290.00万元；浮标120.00万元。"),
    "batches that were not all told": (
        "省级资金2500.00万元。",
        "省级资金分三批：第一批1200.00万元，第二批900.00万元。",
    ),
}


@pytest.mark.parametrize(
    ("said", "right", "wrong"),
    [(BATCHES, "900.00", ["920.00", "880.00"]), (ITEMS, "62.00", ["72.00"])],
)
def test_a_list_is_of_the_sum_above_it(said: tuple[str, ...], right: str, wrong: list[str]) -> None:
    """Batches that are counted are all of a sum; other parts are no more than it."""
    *above, listed = said
    assert errors("\n".join([*above, listed.format(right)])) == []
    for one in wrong:
        assert len(errors("\n".join([*above, listed.format(one)]))) == 1


@pytest.mark.parametrize("said", ASIDE.values(), ids=ASIDE)
def test_what_may_be_of_something_else_is_quiet(said: tuple[str, ...]) -> None:
    """A list under another name, of some parts or far from the sum contradicts nothing."""
    assert errors("\n".join(said)) == []


@pytest.mark.parametrize(
    ("first", "second", "rate", "found"),
    [
        ("预算安排", "执行情况", "97.00%", True),
        ("预算安排", "执行情况", "95.00%", False),
        ("灯塔大修", "浮标更换", "97.00%", False),
    ],
)
def test_a_plan_in_the_section_before(first: str, second: str, rate: str, *, found: bool) -> None:
    """（一）预算安排 and （二）执行情况 tell of one sum; sections of two things do not."""
    text = f"二、资金\n（一）{first}\n调整后预算800.00万元。\n（二）{second}\n"
    assert found == bool(errors(f"{text}全年支出760.00万元，预算执行率{rate}。"))


@pytest.mark.parametrize(("last", "found"), [("9", False), ("19", True)])
def test_lines_that_divide_a_number(last: str, *, found: bool) -> None:
    """按规模分 above lines without numbers says that they are all of it."""
    text = f"走访航运企业81家，按规模分：\n大型企业12家；\n中型企业60家；\n小型企业{last}家。"
    assert found == bool(errors(text))


@pytest.mark.parametrize(("rate", "found"), [("95.0%", False), ("97.0%", True)])
def test_what_a_plan_is_made_of_is_no_plan(rate: str, *, found: bool) -> None:
    """The parts of a plan stand between it and what was spent, and the rate is of all of it."""
    plan = "1.2022年安排灯塔资金200.00万元，其中省级资金150.00万元、县级配套50.00万元。"
    said = f"2.支付监理费10.00万元、工程款180.00万元，合计支付190.00万元，预算执行率{rate}。"
    assert found == bool(errors(f"{plan}\n{said}"))
