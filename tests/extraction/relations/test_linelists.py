"""Lists whose parts stand in lines of their own below the line that tells of their whole."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

WRONG = {
    "numbered, behind 具体为": (
        "截至年末，航标更新项目累计支付{}，具体为：",
        "1.灯器购置142.50万元；",
        "2.基础加固86.30万元；",
        "3.吊装及试验21.20万元。",
    ),
    "brackets, each a sentence": (
        "航标更新项目支出{}，明细如下：",
        "（1）灯器购置142.50万元。",
        "（2）基础加固86.30万元，其中水下作业30.00万元。",
        "（3）吊装及试验21.20万元，比上年减少3.00万元。",
    ),
    "no numbers, semicolons": (
        "航标更新项目总投资{}，资金来源构成如下：",
        "中央资金142.50万元；",
        "省级资金86.30万元；",
        "航标局自有21.20万元。",
    ),
    "words below an item": (
        "航标更新项目累计支付{}，具体用于：",
        "1.灯器购置142.50万元。",
        "由厂家分两批供货。",
        "2.基础加固86.30万元。",
        "3.吊装及试验21.20万元。",
    ),
    "divided in a line by itself": (
        "航标更新项目投资总额{}，较上年增长5.00%。",
        "按用途划分如下：",
        "1.灯器购置142.50万元；",
        "2.基础加固86.30万元；",
        "3.吊装及试验21.20万元。",
    ),
    "a rate before the colon, and how many they are": (
        "共对3个航标项目开展自评，资金合计{}，自评覆盖率100%：",
        "1.灯器购置142.50万元；",
        "2.基础加固86.30万元；",
        "3.吊装及试验21.20万元。",
    ),
    "no colon, the numbers make it": (
        "全年实施航标项目14个，投入资金{}。",
        "（一）更新类项目8个，投入142.50万元；",
        "（二）加固类项目4个，投入86.30万元；",
        "（三）试验类项目2个，投入21.20万元。",
    ),
}

SILENT = {
    "主要": (
        "航标更新项目累计支付280.00万元，主要是：",
        "1.灯器购置142.50万元；",
        "2.基础加固86.30万元。",
    ),
    "a rate before the colon, and more of them": (
        "共对8个航标项目开展自评，资金合计280.00万元，自评覆盖率100%：",
        "1.灯器购置142.50万元；",
        "2.基础加固86.30万元。",
    ),
    "a rate before the colon, and what was planned": (
        "全年实施航标项目2个，完成投资220.00万元，投资完成率96.15%：",
        "1.灯器购置计划142.50万元；",
        "2.基础加固计划86.30万元。",
    ),
    "a share before the colon": (
        "全年实施航标项目2个，完成投资280.00万元，前两项占81.71%：",
        "1.灯器购置142.50万元；",
        "2.基础加固86.30万元。",
    ),
    "等": (
        "航标更新项目累计支付280.00万元，具体为：",
        "1.灯器购置142.50万元；",
        "2.基础加固86.30万元等。",
    ),
    "two figures in a line": (
        "航标更新项目安排280.00万元，具体为：",
        "1.灯器购置安排162.50万元，支出142.50万元；",
        "2.基础加固安排86.30万元，支出86.30万元。",
    ),
    "two heads of two figures in a line": (
        "航标更新项目预算270.00万元，支出250.00万元。",
        "按用途划分如下：",
        "1.灯器购置预算160.00万元，支出142.50万元；",
        "2.基础加固预算110.00万元，支出107.50万元；",
    ),
    "a line without a figure": (
        "航标更新项目累计支付280.00万元，具体为：",
        "1.灯器购置142.50万元；",
        "2.基础加固未支付；",
        "3.吊装及试验21.20万元。",
    ),
    "no colon, far from it": (
        "全年投入资金280.00万元。",
        "（一）更新项目投入142.50万元；",
        "（二）加固项目投入86.30万元。",
    ),
    "another thing counted": (
        "下设航标站2个：",
        "1.东站管护灯桩12座；",
        "2.西站管护灯桩30座；",
    ),
    "其中 in a line by itself": (
        "航标更新项目投资总额280.00万元。",
        "其中：",
        "1.灯器购置142.50万元；",
        "2.基础加固86.30万元。",
    ),
    "what was done, in a line by itself": (
        "航标更新项目投资总额280.00万元。",
        "主要工作开展情况如下：",
        "1.灯器购置142.50万元；",
        "2.基础加固86.30万元。",
    ),
    "two levels above": (
        "航标更新项目投资总额280.00万元，码头项目支出120.00万元。",
        "具体如下：",
        "1.灯器购置142.50万元；",
        "2.基础加固86.30万元。",
    ),
    "changes": (
        "比上年增加28.00万元，具体为：",
        "1.灯器购置增加42.50万元；",
        "2.基础加固减少14.00万元。",
    ),
}


@pytest.mark.parametrize("lines", WRONG.values(), ids=WRONG)
def test_lines_below_a_figure_add_up_to_it(lines: tuple[str, ...]) -> None:
    """A line that ends with a colon heads the lines below it, which are all of its last figure."""
    assert [rule[:7] for rule in errors(lines[0].format("230.00万元"), *lines[1:])] == ["TOT-001"]
    assert errors(lines[0].format("250.00万元"), *lines[1:]) == []


@pytest.mark.parametrize("lines", SILENT.values(), ids=SILENT)
def test_lines_that_may_not_be_all_are_silent(lines: tuple[str, ...]) -> None:
    """Where lines are said to be some of a whole, or tell of more than one thing, none is read."""
    assert errors(*lines) == []


@pytest.mark.parametrize(
    ("last", "wrong"),
    [
        ("3.航标遥测及其他96.40万元。", False),
        ("3.航标遥测及其他69.80万元。", True),
        ("3.航标遥测69.80万元。", False),  # it may not be all, and no slip explains what is missing
        ("3.航标遥测及其他69.80万元，其中终端41.20万元。", False),
    ],
)
def test_items_that_are_a_name_and_an_amount_each(last: str, *, wrong: bool) -> None:
    """Below an item that is no more than that they are all of it, where others are the last."""
    lines = ("（一）航标维护412.60万元", "1.灯塔修缮183.55万元；", "2.浮标更换132.65万元；")
    assert bool(errors(*lines, last, "（二）趸船检修58.10万元")) is wrong
