"""Tables of things in groups, in whatever file they stand."""

from __future__ import annotations

import pytest
from tests.extraction.tables.papers import errors, paper

TITLE = "柳河镇2022年度部门整体支出绩效自评报告"
GROUPS = """类别 | 项目 | 预算（万元） | 支出（万元）
农业 | 育秧大棚 | 42.50 | 40.10
 | 土壤改良 | 18.20 | 18.20
小计 | | {a} | 58.30
水利 | 灌渠衬砌 | 95.00 | 88.60
 | 泵站检修 | {b} | 23.40
 | 水位监测 | 7.10 | 6.90
小计 | | 125.50 | {c}
合计 | | 186.20 | {d}"""
RIGHT = {"a": "60.70", "b": "23.40", "c": "118.90", "d": "177.20"}
NUMBERED = """项目 | 人数
一、中心校 | {a}
1.小学部 | 38
2.初中部 | {b}
二、幼儿园 | 45
1.县直园 | 21
2.镇村园 | 24
合计 | {c}"""
COUNTED = {"a": "64", "b": "26", "c": "109"}


@pytest.mark.parametrize("way", ["html", "tabs", "bars"])
@pytest.mark.parametrize(
    ("rows", "right", "cell", "wrong"),
    [
        (GROUPS, RIGHT, "a", "66.70"),
        (GROUPS, RIGHT, "b", "28.40"),
        (GROUPS, RIGHT, "c", "128.90"),
        (GROUPS, RIGHT, "d", "187.20"),
        (NUMBERED, COUNTED, "a", "74"),
        (NUMBERED, COUNTED, "b", "36"),
        (NUMBERED, COUNTED, "c", "119"),
    ],
)
def test_a_group_is_the_sum_of_what_stands_in_it(
    way: str, rows: str, right: dict[str, str], cell: str, wrong: str
) -> None:
    """By a 小计 below it, or by the numbers of its items; and the total is that of the groups."""
    assert errors(paper(way, TITLE, "明细情况", rows.format(**right))) == []
    found = errors(paper(way, TITLE, "明细情况", rows.format(**right | {cell: wrong})))
    assert found
    assert all(one.startswith("TOT-001") for one in found)


@pytest.mark.parametrize(
    "rows",
    [
        "项目 | 人数\n一、中心校 | 64\n其中：女 | 38\n二、幼儿园 | 45\n其中：女 | 40\n合计 | 109",
        "项目 | 数量\n一、村庄 | 12\n1.户数 | 838\n2.人口 | 2126\n二、学校 | 4\n1.教师 | 24\n"
        "2.学生 | 640",
        "项目 | 数量\n一、村庄 | 12\n1.户数 | 838\n2.人口 | 2126\n合计 | 12",
        "类别 | 项目 | 平均数\n甲 | 一组 | 12\n | 二组 | 14\n小计 | | 13\n乙 | 三组 | 20\n"
        " | 四组 | 22\n小计 | | 21\n合计 | | 17",
    ],
)
def test_rows_that_are_no_parts_add_up_to_nothing(rows: str) -> None:
    """What is in a group of another unit, a part only, or a mean proves nothing."""
    assert errors(paper("tabs", TITLE, "基本情况", rows)) == []


PLAIN = """单位 | 编制 | 在职
航标站 | 50 | {a}
船闸所 | 40 | 38
疏浚队 | 55 | 52
合计 | 145 | {b}"""


@pytest.mark.parametrize("way", ["html", "tabs", "bars"])
def test_a_total_is_the_sum_of_all_rows_where_another_column_attests_it(way: str) -> None:
    """Of two columns with one total row the one shows that its rows are all there is."""
    assert errors(paper(way, TITLE, "人员", PLAIN.format(a="46", b="136"))) == []
    found = errors(paper(way, TITLE, "人员", PLAIN.format(a="46", b="146")))
    assert found
    assert all(one.startswith("TOT-001") for one in found)


@pytest.mark.parametrize("way", ["html", "bars"])
def test_what_was_counted_may_stand_in_two_rows(way: str) -> None:
    """A count whose total is no slip of the sum leaves out those that are in two rows."""
    assert errors(paper(way, TITLE, "人员", PLAIN.format(a="46", b="119"))) == []
