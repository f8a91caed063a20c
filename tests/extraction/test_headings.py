"""Headings among the paragraphs of a document."""

from __future__ import annotations

import pytest

from performance_rules.extraction.outline.headings import paragraphs_of
from performance_rules.readers import read_document


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
