"""Headings among the paragraphs of a document."""

from __future__ import annotations

import pytest
from tests.extraction.said import read

from performance_rules.extraction.outline.headings import paragraphs_of
from performance_rules.readers import read_document
from performance_rules.report.tree import tree_of
from performance_rules.rules.ruleset import shipped_codebook


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("第三部分 决算情况说明", 1),
        ("二、支出决算情况", 2),
        ("（一）“三公”经费支出情况说明。", 3),
        ("（二）事业收入：指开展业务活动取得的收入。", None),
        ("3.教育支出（类）普通教育（款）。", 4),
        ("3.公务接待费0.50万元。", None),
        ("（三）收支平衡，略有结余。", None),
        ("本年度没有新增资产。", None),
        ("【航道养护经费情况】", 2),
        ("3.落实上级关于内河航道和船闸管理的各项规定和要求。", None),
    ],
)
def test_headings_are_told_by_their_markers(line: str, level: int | None) -> None:
    """A marker makes a short line a heading; a definition or a sentence of an item is none."""
    document = read_document(f"某林场2022年度部门决算\n{line}\n".encode(), "a.txt")

    assert level == paragraphs_of(document)[-1].heading


def test_a_marker_outweighs_the_style() -> None:
    """一、 is a heading of the second level, whatever its style; a title comes first."""
    text = "<h1>某林场2023年度自评报告</h1><h1>一、概况</h1><h4>（一）职责</h4><h1>附记</h1>"
    document = read_document(f"<html><body>{text}</body></html>".encode(), "a.html")

    assert [1, 2, 3, 2] == [paragraph.heading for paragraph in paragraphs_of(document)]


@pytest.mark.parametrize(
    ("lines", "section"),
    [
        (("【养护经费情况】", "疏浚支出30.00万元。"), "养护经费情况"),
        (("1.交通运输支出年初预算为41.20万元，支出决算为40.00万元。",), "1.交通运输支出"),
        (
            (
                "【航标】",
                "1.按照内河航道养护管理规定和船闸运行调度规程组织开展的各项工作支出30.00万元。",
            ),
            "航标",
        ),
    ],
)
def test_what_stands_below_a_heading_is_of_its_section(
    lines: tuple[str, ...], section: str
) -> None:
    """Brackets set a heading apart; one is told up to its number, and none is cut off."""
    report = read("某林场2022年度部门决算", *lines).report
    found = {
        leaf.source.section
        for leaf in tree_of(report, shipped_codebook()).leaves
        if leaf.source is not None
    }
    assert {section} == {(one or "").rpartition("/")[2] for one in found}
