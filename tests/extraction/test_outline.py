"""The outline: markers are accepted by the ordinal expected at their level."""

from __future__ import annotations

import pytest

from performance_rules.extraction.outline import Outline, Piece, runs
from performance_rules.extraction.passages import Passage
from performance_rules.extraction.wording import shipped_wording


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
