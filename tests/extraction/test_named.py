"""A figure that has a name and stands alone is a line of its own; without a name it stays open."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors
from tests.extraction.said import read, unbound

from performance_rules.extraction.named import NAMEABLE


@pytest.mark.parametrize(
    ("text", "name", "column", "value"),
    [
        ("渔船年检费402.74元。", "渔船年检费", "final", "402.74元"),
        ("灯塔满意度94.1%。", "灯塔满意度", "actual", "94.1%"),
        ("灯塔巡护受理报修23471件。", "灯塔巡护受理报修", "actual", "23471件"),
        ("共有12个灯塔已经通电。", "灯塔已经通电", "actual", "12个"),
        ("灯塔看护定额2000元/户。", "灯塔看护定额", "price", "2000元"),
    ],
)
def test_a_name_makes_a_line(text: str, name: str, column: str, value: str) -> None:
    """What is named in its own clause has a line under that name, in the column of its kind."""
    paper = read(text, kind="self_evaluation")
    [line] = [one for one in paper.report.matters if one.name == name]
    figure = line.figure(column)
    assert figure is not None
    assert [value] == [one.value.printed for one in figure.statements]
    assert [] == unbound(paper)


def test_figures_in_a_row_share_the_name_before_them() -> None:
    """修缮灯塔3座、617平方米: the second one is of what the first is of, by its own unit."""
    paper = read("渔政处巡护灯塔36个、617人次。", kind="self_evaluation")
    assert "渔政处巡护灯塔·人次" in {line.name for line in paper.report.matters}


@pytest.mark.parametrize(
    ("text", "open_"),
    [
        ("涉及灯塔的，金额5.04万元。", "5.04万元"),
        ("灯塔较上年增加资金4.00万元。", "4.00万元"),
        ("执行率97.00%。", "97.00%"),
        ("灯塔提高3.5个百分点。", "3.5个百分点"),
        ("灯塔占固定资产40.56%。", "40.56%"),
    ],
    ids=["generic", "change", "rate of what", "points", "share"],
)
def test_what_is_said_of_something_else_stays_open(text: str, open_: str) -> None:
    """A change, a share, points, and money that is only called money have no name of their own."""
    paper = read(text, kind="self_evaluation")
    assert [open_] == unbound(paper)
    assert [] == list(paper.report.matters)


def test_two_of_one_name_are_never_compared() -> None:
    """Two places say 灯塔满意度 with different values: two lines, numbered, and no finding."""
    texts = ("灯塔满意度94.1%。", "灯塔满意度83.5%。")
    paper = read(*texts, kind="self_evaluation")
    assert [("灯塔满意度", "第1处"), ("灯塔满意度", "第2处")] == [
        (line.name, line.section) for line in paper.report.matters
    ]
    assert [] == errors("".join(texts))


def test_only_some_reasons_are_no_bar_to_a_name() -> None:
    """A figure that is open because it belongs to another year or is supposed keeps its reason."""
    assert not {"年度或阶段不是报告有的栏", "假设的数", "不知道是谁的占比"} & NAMEABLE
