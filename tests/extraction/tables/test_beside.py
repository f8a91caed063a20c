"""A column whose rows do not make its total, where another column attests that the rows are all."""

from __future__ import annotations

import pytest
from tests.extraction.tables.papers import errors, paper

EVALUATION = "临港县2022年度航标更新项目绩效自评报告"
ACCOUNTS = "临港县航道局2022年度部门决算说明"
MEASURED = """航段 | 岸线整治（米） | 资金（万元）
东港 | {a} | 21.40
西港 | 2860 | 47.19
南湾 | 3415 | 58.35
合计 | 7712 | {b}"""
YEARS = """项目 | 2022年 | 2021年
基本支出 | 412.36 | {a}
项目支出 | 586.20 | 531.94
本年支出合计 | 998.56 | {b}"""
ONE = """来源 | 金额
部级补助 | {a}
港口出资 | 96.30
单位自有 | 18.52
合计 | {b}"""
PUBLIC = """项目 | 预算数 | 决算数
因公出国（境）费 | 0.00 | 0.00
公务用车购置及运行维护费 | 12.40 | {a}
其中：公务用车购置费 | 0.00 | 0.00
公务用车运行维护费 | 12.40 | 11.86
公务接待费 | 2.30 | 1.95
合计 | 14.70 | {b}"""


@pytest.mark.parametrize(
    ("title", "above", "rows", "right", "wrong"),
    [
        (EVALUATION, "分航段完成情况", MEASURED, ("1437", "126.94"), ("1843", "126.94")),
        (ACCOUNTS, "支出与上年比较\n单位：万元", YEARS, ("398.11", "930.05"), ("398.11", "980.05")),
        (EVALUATION, "资金情况如下：\n单位：万元", ONE, ("240.18", "355.00"), ("420.18", "355.00")),
        (
            ACCOUNTS,
            "（三）“三公”经费支出表\n单位：万元",
            PUBLIC,
            ("11.86", "13.81"),
            ("11.86", "14.81"),
        ),
    ],
)
def test_what_one_column_attests_holds_for_the_others(
    title: str, above: str, rows: str, right: tuple[str, str], wrong: tuple[str, str]
) -> None:
    """Of money and of what is measured, of a year that is no column, under a numbered caption."""
    ways = [paper("tabs", title, above, rows.format(a=a, b=b)) for a, b in (right, wrong)]
    assert errors(ways[0]) == []
    assert errors(ways[1])


@pytest.mark.parametrize(
    "rows",
    [
        MEASURED.replace("岸线整治（米）", "受益户（户）").format(a="1843", b="126.94"),  # twice
        ONE.replace("金额", "每站平均金额").format(a="420.18", b="355.00"),
        YEARS.replace("项目支出", "其中：项目支出").format(a="398.11", b="980.05"),
    ],
    ids=["counted", "an average", "a part of one"],
)
def test_columns_that_need_not_add_up_are_quiet(rows: str) -> None:
    """Households may stand in two rows, an average is no sum, what is within another is no row."""
    assert errors(paper("tabs", EVALUATION, "分航段情况\n单位：万元", rows)) == []


@pytest.mark.parametrize(
    ("rows", "wrong"),
    [
        ("一季度 | 二季度 | 三季度 | 四季度 | 合计\n18.94 | 26.64 | 32.27 | 41.01 | 118.86", False),
        ("一季度 | 二季度 | 三季度 | 四季度 | 合计\n18.94 | 26.64 | 32.27 | 41.01 | 139.66", True),
        ("一季度 | 二季度 | 三季度 | 合计\n18.94 | 26.64 | 32.27 | 118.86", False),
    ],
)
def test_kinds_that_are_all_there_are_make_the_total_of_one_row(rows: str, *, wrong: bool) -> None:
    """A row of four quarters has no fifth; of three it is not known what the fourth was."""
    data = paper("tabs", EVALUATION, "资金支付进度\n单位：万元", rows)
    assert bool(errors(data)) is wrong
