"""Which of several figures has to be mended: what slips explain it, and what else is printed."""

from __future__ import annotations

import pytest
from tests.extraction.said import read

from performance_rules.checking.result import Result, check
from performance_rules.localize.causes import Cause, causes_of
from performance_rules.rules.ruleset import RuleSet

HEAD = ("测试县水运局2022年度项目支出绩效自评报告", "一、基本情况")


def checked(*paragraphs: str) -> Result:
    """Check a small document."""
    return check(read(*paragraphs).report, RuleSet.for_region(None, 2022))


def cause(*paragraphs: str) -> Cause:
    """Return what the first contradiction of a report comes from."""
    return causes_of(checked(*HEAD, *paragraphs))[0]


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        # only the percentage can be one digit away
        (
            "航标维护支出312.00万元，其中灯器更换支出78.00万元，占35.00%。",
            "35.00% 可能应为 25.00%（疑错了一位数字，改后正好相符）",
        ),
        # a price that was fixed and a number that nobody doubts
        (
            "为212个泊位更换护舷，每个补助4,000元，补助资金94.8万元。",
            "94.8万元 可能应为 84.8万元（疑错了一位数字，改后正好相符）",
        ),
    ],
)
def test_the_only_figure_that_a_slip_explains_may_be_wrong(text: str, mend: str) -> None:
    """Of the figures at odds one is a digit away from what fits, and the others are not."""
    found = cause(text).mend
    assert found is not None
    assert mend == found.zh


def test_a_figure_that_makes_a_sum_elsewhere_is_kept() -> None:
    """The amount is part of a total that is printed: it is not the one to mend."""
    found = cause(
        "安装浮标136座，每座2,500元，安装支出39.30万元，监理费1.25万元，两项共支出40.55万元。"
    )
    assert found.mend is None
    assert found.note is not None
    assert "39.30万元 + 1.25万元 = 40.55万元" in found.note.zh


def test_of_two_statements_the_one_that_a_sum_makes_is_right() -> None:
    """Two digits are exchanged, and the parts beside them add up to one of the two."""
    found = cause(
        "全年航道养护支出1,826.40万元。",
        "二、资金使用",
        "航道养护支出1,862.40万元，其中清淤1,512.30万元、测量314.10万元。",
    ).mend
    assert found is not None
    assert "1,862.40万元 应为 1,826.40万元" in found.zh


def test_where_every_figure_may_be_a_digit_away_none_is_named() -> None:
    """A difference of one digit in a sum says nothing of which figure it is."""
    found = cause("疏浚费123.00万元、测量费82.00万元，合计215.00万元。")
    assert found.mend is None


def test_a_change_that_went_the_other_way_is_one_cause() -> None:
    """The amount and its rate are turned together; the word that says which way goes with them."""
    said = "2022年本年支出812.60万元，比上年845.10万元增加32.50万元，增长3.85%。"
    (one,) = causes_of(checked("测试县水运局2022年度部门决算公开", "一、收支情况", said))
    assert one.turned
    assert one.mend is not None
    assert "减少 32.50万元、下降 3.85%（方向写反）" in one.mend.zh
