"""Which of several figures has to be mended: what slips explain it, and what else is printed."""

from __future__ import annotations

import pytest
from tests.extraction.said import read

from performance_rules.checking.result import Result, check
from performance_rules.localize.causes import Cause, causes_of
from performance_rules.report.build import build_report
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


def test_a_figure_that_makes_a_sum_elsewhere_is_told_with_it() -> None:
    """No other figure would settle it evenly: the amount may be wrong, and so is its total."""
    found = cause(
        "安装浮标136座，每座2,500元，安装支出39.30万元，监理费1.25万元，两项共支出40.55万元。"
    )
    assert found.mend is not None
    assert "39.30万元 可能应为 34.00万元" in found.mend.zh
    assert "39.30万元 + 1.25万元 = 40.55万元 是按原数算的" in found.mend.zh
    assert not found.sure


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


def test_a_limit_that_one_exchange_makes_an_equation() -> None:
    """Of parts that are more than their whole the one is wrong that no other figure bears out."""
    found = cause(
        "本年收入总计1,842.36万元，支出总计1,842.36万元，其中本年支出1,705.24万元、年末结转和结余173.12万元。",
        "本年支出包括基本支出1,002.18万元和项目支出703.06万元。",
    )
    assert found.mend is not None
    assert "应为 137.12万元（疑相邻两位数字颠倒" in found.mend.zh


def test_what_remains_where_all_others_fit_is_no_more_than_they_leave() -> None:
    """Without a slip that explains it the figure is named with what it can be at most."""
    found = cause(
        "2022年度收入总计1,842.36万元，其中财政拨款收入1,650.10万元、年初结转和结余192.26万元。",
        "2022年度支出总计1,842.36万元，其中本年支出1,705.24万元、年末结转和结余188.90万元。",
        "本年支出包括基本支出1,002.18万元和项目支出703.06万元，分别占58.77%、41.23%。",
    )
    assert found.note is not None
    assert "188.90万元 有误，按其余的数不应超过 137.12万元" in found.note.zh


def test_a_part_and_its_whole_in_each_others_place() -> None:
    """Both fit the shares that are printed of them: it is the names that are exchanged."""
    found = cause(
        "政府采购支出总额1,250.00万元。授予中小企业合同金额812.50万元，占政府采购支出总额的65.00%，"
        "其中：授予小微企业合同金额1,000.00万元，占政府采购支出总额的80.00%。",
    )
    assert found.note is not None
    assert "互换" in found.note.zh


def test_a_turned_change_is_told_with_the_rate_that_did_not_turn() -> None:
    """The rate that is printed beside it goes the way of the two figures."""
    found = cause("本年航道养护支出52.00万元，比上年的40.00万元减少12.00万元，增长30.00%。")
    assert found.mend is not None
    assert "方向写反，与所写的增长 30.00% 也不合" in found.mend.zh


def test_a_part_that_a_sum_and_a_rate_leave_is_told() -> None:
    """Two rules leave room for one value only: the one that makes the sum."""
    rate = [{"against": "adjusted_budget", "completed": "85.47%"}]
    parts = [
        {"name": "航道疏浚", "adjusted_budget": "314.28万元"},
        {"name": "灯器更换", "adjusted_budget": "281.35万元"},
        {"name": "船闸大修", "adjusted_budget": "317.18万元"},
    ]
    spent = {**parts[0], "final": {"value": "208.70万元", "comparisons": rate}}
    whole = {"adjusted_budget": "842.70万元"}
    members = {"complete": True, "lines": [spent, *parts[1:]]}
    report = build_report(
        {"year": 2022, "matters": [{"name": "养护", **whole, "members": members}]}
    )
    found = causes_of(check(report, RuleSet.for_region(None, 2022)))[0]

    assert found.mend is not None
    assert "314.28万元 应为 244.17万元" in found.mend.zh


def test_nobody_miswrites_a_zero() -> None:
    """A fund that is told to have brought nothing is not what a wrong total is mended by."""
    told = (
        "二、收支总体情况",
        "本年收入合计1854.79元。",
        "财政拨款收入合计1854.79元，其中：一般公共预算财政拨款收入1800.38元，占总收入的97.07%，"
        "其他收入中的利息收入54.41元，占总收入的2.93%。",
        "三、收入对比",
        "一般公共预算财政拨款收入1800.38元，比上年1700.38元增加100.00元。",
        "政府性基金预算财政拨款收入0.00元。",
        "国有资本经营预算财政拨款收入为0.00元，与上年决算数持平。",
    )
    report = read(*told, kind="final_accounts", year=2022).report
    found = causes_of(check(report, RuleSet.for_region(None, 2022)))
    named = [figure.where.path for one in found for figure in one.figures]
    assert found
    assert not [path for path in named if path.startswith(("government_fund", "state_capital"))]
