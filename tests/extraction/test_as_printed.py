"""What a list or a column claims is what it prints: its units, its digits, all of its parts."""

from __future__ import annotations

import pytest
from tests.extraction.judged import RULES, errors
from tests.extraction.said import read, values

import performance_rules as pr

PATH = "交通运输支出（类）公路水路运输（款）"


@pytest.mark.parametrize(
    "names",
    [
        ("行政运行（项，2140101）", "一般行政管理事务（项，2140102）"),
        ("行政运行（项，科目编码2140101）", "一般行政管理事务（项；2140102）"),
        ("行政运行", "一般行政管理事务"),
    ],
)
def test_a_path_goes_on_with_the_name_behind_it(names: tuple[str, str]) -> None:
    """类 and 款 with a name behind them are of that item, where its level and code stand or not."""
    first, second = names
    lines = (
        "财政拨款支出300万元。其中：",
        f"1.{PATH}{first}。年初预算180万元，支出决算190万元。",
        f"2.{PATH}{second}。年初预算120万元，支出决算110万元。",
    )
    assert errors("\n".join(lines)) == []


def test_an_item_told_twice_is_still_told_twice() -> None:
    """Two figures of one item contradict each other, its code in the bracket of its level."""
    item = f"{PATH}行政运行（项，2140101）支出"
    text = f"1.{item}190万元。\n2.{item}109万元。"
    assert any("190" in said and "109" in said for said in errors(text))


@pytest.mark.parametrize(
    ("whole", "parts", "wrong"),
    [
        ("6.85万平方米", (21_340, 18_725, 28_460), False),
        ("6.85万平方米", (21_340, 18_725, 29_460), True),
        ("1.3万株", (4_120, 3_655, 5_230), False),
    ],
)
def test_a_number_in_ten_thousands_is_rounded(
    whole: str, parts: tuple[int, ...], wrong: bool
) -> None:
    """Parts printed one by one make a whole in 万 as far as that was printed."""
    unit = whole.partition("万")[2]
    a, b, c = parts
    text = f"绿化总量{whole}，由东岸{a}{unit}、西岸{b}{unit}、岛上{c}{unit}组成。"
    assert bool(errors(text, "project_evaluation")) is wrong


@pytest.mark.parametrize(
    ("head", "said", "wrong"),
    [
        ("全年金额（万元）", ("10.33", "20.34", "30.34", "61.00"), False),
        ("全年金额（万元）", ("10.33", "20.34", "30.34", "62.01"), True),
        ("养护里程（公里）", ("1.336", "2.337", "3.337", "7.009"), False),
        ("养护里程", ("1.336", "2.337", "3.337", "7.009"), False),
        ("人数", ("12", "34", "56", "112"), True),
    ],
)
def test_a_column_is_in_the_unit_of_its_head(head: str, said: tuple[str, ...], wrong: bool) -> None:
    """A total that its rows miss by what was rounded is right; a number of people is exact."""
    names = ("青石镇", "白沙乡", "南湾镇", "合计")
    counts = ("5|50", "6|60", "7|70", "18|180")
    rows = zip(names, counts, said, strict=True)
    table = "\n".join(("乡镇|村数|户数|" + head, *("|".join(row) for row in rows)))
    found = pr.check(read("各乡镇情况", table, kind="project_evaluation").report, RULES).findings
    assert any(one.severity == "error" for one in found) is wrong


@pytest.mark.parametrize(
    ("list_", "wrong"),
    [
        ("基层单位17个：灯塔站4个、巡护队1组、航标站12个。", False),
        ("基层单位17个，由灯塔站4个、巡护队1组和航标站12个组成。", False),
        ("设置灯塔站4个、巡护队1支、航标站12个，共计17个。", False),
        ("设置灯塔站4个、巡护队1丛、航标站12个，共计17个。", False),
        ("基层单位17个：灯塔站4个、检测站2个、航标站12个。", True),
        ("设置灯塔站4个、检测站2个、航标站12个，共计17个。", True),
    ],
)
def test_a_list_with_a_thing_that_is_counted_otherwise_is_not_whole(
    list_: str, wrong: bool
) -> None:
    """A part in another unit, or by a counter that nobody knows, leaves a list open."""
    assert bool(errors(list_, "project_evaluation")) is wrong


def test_a_heading_of_both_sides_is_no_whole() -> None:
    """按功能分类 below 收入支出情况 divides what was spent, and not what came in."""
    lines = (
        "（三）收入支出情况",
        "1.收入。年初预算600万元，决算650万元。",
        "2.支出。调整后预算700万元，实际支出640万元。",
        "按功能分类：教育支出400万元，卫生健康支出160万元，住房保障支出80万元。",
    )
    assert errors("\n".join(lines), "self_evaluation") == []
    assert values(read(*lines), "all_funds.expenditure/教育支出") == ["400万元"]


def _found(table: str) -> list[str]:
    report = read("支出情况（单位：万元）", table, kind="project_evaluation").report
    return [one.message for one in pr.check(report, RULES).findings if one.severity == "error"]


@pytest.mark.parametrize(("second", "wrong"), [("85", False), ("95", True)])
def test_rows_below_其中_go_on_up_to_the_next_number(second: str, wrong: bool) -> None:
    """Where 一、 and 二、 number the kinds, a row without a number is none of them."""
    table = f"""
项目名称|航道疏浚|^|^
资金（万元）|全年预算数|全年执行数|执行率
年度资金总额|285|250|87.72%
一、中央资金|200|190|95%
其中：疏浚|120|115|95.83%
清障|80|75|93.75%
二、市级资金|{second}|60|{"70.59" if second == "85" else "63.16"}%
其中：航标|50|40|80%
巡查|35|20|57.14%
"""
    assert bool(_found(table)) is wrong


@pytest.mark.parametrize(
    ("head", "share", "wrong"),
    [
        ("年内花销", ("20%", "80%"), False),
        ("全年支出", ("20%", "80%"), False),
        ("全年支出", ("25%", "75%"), True),
    ],
)
def test_a_share_is_of_the_column_beside_it(head: str, share: tuple[str, str], wrong: bool) -> None:
    """占比 behind a column that nobody understands is not of the column before that one."""
    table = f"""
支出功能分类|年初预算|{head}|占比
教育支出|150|200|{share[0]}
交通运输支出|350|800|{share[1]}
合计|500|1000|100%
"""
    report = read("本年支出情况表", "单位：万元", table).report
    found = pr.check(report, RULES).findings
    assert any(one.severity == "error" for one in found) is wrong


def test_what_is_counted_otherwise_is_no_part_of_another_body_either() -> None:
    """People are no part of boats, though the whole region has both."""
    text = "全县渔船62艘，其中大型（甲）船14艘、小型船48艘，已全部配齐船员186人（每艘3人）。"
    assert errors(text, "project_evaluation") == []


@pytest.mark.parametrize(
    ("second", "spent", "wrong"),
    [
        (("省级资金", "30", "28"), "83", False),
        (("省级资金", "30", "28"), "93", True),
        (("专项转移支付", "70", "55"), "55", False),
    ],
)
def test_rows_that_all_say_其中_stand_beside_each_other(
    second: tuple[str, str, str], spent: str, wrong: bool
) -> None:
    """其中：中央资金, 其中：省级资金 are two parts, unless they are more than their whole."""
    name, planned, done = second
    table = f"""
项目名称|航道疏浚|^|^|^
资金（万元）|全年预算数|全年执行数|分值|得分
年度资金总额|{"100" if name == "省级资金" else "70"}|{spent}|10|8
其中：中央资金|70|55|—|—
其中：{name}|{planned}|{done}|—|—
"""
    assert bool(_found(table)) is wrong
