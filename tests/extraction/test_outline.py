"""The outline: markers are accepted by the ordinal expected at their level."""

from __future__ import annotations

import pytest

from performance_rules.extraction.outline.items import Outline, Piece, runs
from performance_rules.extraction.passages import Passage
from performance_rules.extraction.tokens.wording import shipped_wording


def pieces(*texts: str) -> list[tuple[str, Piece]]:
    """Return the pieces of paragraphs, each with its body."""
    wording = shipped_wording()
    outline = Outline(wording.outline)
    return [
        (run.plain[slice(*piece.body)], piece)
        for run in runs([Passage(text) for text in texts], wording)
        for piece in outline.pieces(run)
    ]


def test_fused_items_are_told_apart() -> None:
    """…N万元六、X情况2022年…: a new item in the middle of a line."""
    found = pieces(
        "五、收入情况",
        "（一）财政拨款收入5.00万元。（二）其他收入2.00万元六、支出情况2022年支出7.00万元。",
    )
    assert [(piece.rank, piece.ordinal) for _, piece in found] == [(1, 5), (2, 1), (2, 2), (1, 6)]
    assert found[-1][0] == "2022年支出7.00万元。"
    assert found[-1][1].title == "六、支出情况"


@pytest.mark.parametrize(
    "text",
    [
        "比上年增加1.5万元。",
        "共有办公用房3、4处。",
        "完成第一、二产业普查。",
        "经营收入2.0105万元。",
    ],
)
def test_numbers_that_are_no_markers(text: str) -> None:
    """Decimals and enumerations inside a sentence open no item."""
    (only,) = pieces(text)
    assert only[1].rank is None


def test_a_marker_out_of_turn_is_text() -> None:
    """三、 after 九、 in the middle of a line is no item of the document."""
    found = pieces("九、绩效情况", "项目概况如下。三、存在不足，进度偏慢。")
    assert [piece.rank for _, piece in found] == [1, None]


def test_an_abridged_document_may_leap() -> None:
    """A line may begin with 四、 though 三、 was left out."""
    found = pieces("二、单位构成情况", "四、决算总体情况", "支出9.00万元。")
    assert [(p.rank, p.ordinal) for _, p in found] == [(1, 2), (1, 4), (None, 0)]


def test_a_code_behind_a_marker() -> None:
    """1.2050202小学教育: the marker is 1., the code what follows."""
    found = pieces("（一）教育支出9.00万元。1.2050202小学教育9.00万元。")
    assert found[-1][0] == "2050202小学教育9.00万元。"


def test_headings_end_at_known_words_only() -> None:
    """医疗卫生与计划生育支出 does not end in 计划."""
    (only,) = pieces("（五）医疗卫生与计划生育支出6.00万元。")
    assert only[1].head[0] == only[1].head[1]
    assert only[0].startswith("医疗卫生")


def test_captions_do_not_end_items() -> None:
    """A caption between two paragraphs leaves the item open."""
    found = pieces("一、收支情况", "收入9.00万元。", "表2收入支出执行情况", "支出8.00万元。")
    assert [piece.rank for _, piece in found] == [1, None, None, None]


def test_a_heading_does_not_join_the_paragraph_below() -> None:
    """A line without a full stop that ends like a heading is not the first half of a sentence."""
    found = pieces(
        "五、一般公共预算财政拨款支出决算总体情况说明", "一般公共预算财政拨款支出9.00万元。"
    )
    assert len(found) == 2


@pytest.mark.parametrize(
    "lines",
    [
        ("壹、收支情况", "支出9.00万元。", "贰、“三公”经费", "预算2.00万元。"),
        ("壹 收支情况", "支出9.00万元。", "贰 公务接待", "预算2.00万元。"),
        ("甲、收支情况", "支出9.00万元。", "乙、公务接待", "预算2.00万元。"),
        ("第一节 收支情况", "支出9.00万元。", "第二节 公务接待", "预算2.00万元。"),
        ("第一章 收支情况", "支出9.00万元。", "第二章 公务接待", "预算2.00万元。"),
    ],
)
def test_what_divides_a_document_may_be_numbered_otherwise(lines: tuple[str, ...]) -> None:
    """壹、 甲、 第一节: at the beginning of a line they are markers, and end what stands above."""
    found = pieces(*lines)
    assert [(p.rank, p.ordinal) for _, p in found] == [(0, 1), (None, 0), (0, 2), (None, 0)]


def test_a_number_and_a_name_alone_in_a_line_are_a_heading() -> None:
    """1 收支情况, and below it 1.1 支出9.00万元: the space tells the markers from figures."""
    found = pieces("1 收支情况", "1.1 支出9.00万元。", "2 公务接待", "2.1 预算2.00万元。")
    ranks = [(piece.rank, piece.ordinal) for _, piece in found]
    assert ranks == [(1, 1), (2, 1), (1, 2), (2, 1)]


def test_a_square_sets_a_heading_apart() -> None:
    """■ 收支情况, like 【收支情况】."""
    found = pieces("■ 收支情况", "支出9.00万元。", "■ 评分", "预算2.00万元。")
    assert [(piece.rank, piece.title) for _, piece in found][2] == (0, "评分")


@pytest.mark.parametrize("text", ["甲、乙两个标段共9公里。", "3 个片区完工。", "2 万元以下的7笔。"])
def test_a_word_or_a_number_at_the_beginning_of_a_line_is_no_marker(text: str) -> None:
    """甲、乙 are two, and a number with a counter is a figure."""
    (only,) = pieces(text)
    assert only[1].rank is None
