"""Sections that 第三节 or 叁、 begins are as good as those of 三、."""

from __future__ import annotations

import pytest
from tests.extraction.said import read, values

SPENT = "全年支出0.72万元，预算1.50万元，完成率48.00%。"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("第二节　支出情况", "第三节　“三公”经费"),
        ("第二章 支出情况", "第三章 “三公”经费"),
        ("贰、支出情况", "叁、“三公”经费"),
    ],
)
def test_a_section_owns_what_its_sentences_call_spent(first: str, second: str) -> None:
    """支出N below the heading of an item is the item's, and not the document's."""
    paper = read(first, "支出年初预算480.00万元，决算512.36万元。", second, SPENT)
    assert values(paper, "all_funds.expenditure") == ["512.36万元"]
    assert values(paper, "three_public") == ["0.72万元"]


def test_a_lesson_is_no_section() -> None:
    """第三节课N人 is no heading: only a space behind the word makes it one."""
    paper = read("第三节课参加培训20人，支出512.36万元。")
    assert all(
        matter.section is None or "第三节" not in matter.section for matter in paper.report.matters
    )
