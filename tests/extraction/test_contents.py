"""The contents list: which paragraphs of a document are its entries."""

from __future__ import annotations

import pytest

from performance_rules.extraction.documents import extract
from performance_rules.extraction.outline.contents import contents_of
from performance_rules.readers import read_document

BODY = "本站负责全镇水利设施的日常维护。"


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["封面", "目 录", "一、职责", "二、收支", "三、采购", "一、职责", BODY], range(2, 5)),
        (["目录", "第一部分 概况", "一、职责", "第二部分 决算", "第一部分 概况"], range(1, 4)),
        (["目次", "一、职责…………1", "二、收支…………2", "三、采购…………9", "水站职责"], range(1, 4)),
        (["目录", "概况\t1", "收支\t3", "采购\t5", "概况", BODY], range(1, 4)),
        (["目录", "一、职责", "二、收支情况的", "说明", "三、采购", "一、职责"], range(1, 5)),
        (["目录", "一、职责", "二、收支", "三、采购", "水站职责", BODY], range(1, 4)),
        (["目录", "公开日期:2023年", "一、职责", "二、收支", "三、采购", BODY], range(2, 5)),
        (["目录", "第一部分：概况", "一、职责。", "第二部分：决算", "职责：", BODY], range(1, 4)),
        (["目录", "一、职责", "二、收支", BODY], range(0)),
        (["目录", BODY, "一、职责", "二、收支", "三、采购"], range(0)),
        (["一、职责", "二、收支", "三、采购"], range(0)),
        (["封面", "目录"], range(0)),
        ([], range(0)),
    ],
    ids=[
        "the first marker comes again",
        "parts and items",
        "leaders",
        "page numbers, and the first entry comes again",
        "an entry on two lines",
        "a body without markers",
        "a date stands between",
        "colons and full stops",
        "two entries are no list",
        "a sentence comes first",
        "no title",
        "nothing below the title",
        "nothing at all",
    ],
)
def test_the_entries_of_a_contents_list(texts: list[str], expected: range) -> None:
    """Entries follow 目录 and end where the body begins."""
    found = contents_of(texts)
    assert list(expected) == list(found)


def test_entries_are_no_headings() -> None:
    """The report says which paragraphs are entries, and they are in no section of the body."""
    lines = ["目录", "一、职责", "二、收支", "三、采购", BODY, "一、职责", BODY]
    text = extract(read_document("\n\n".join(lines).encode(), "样本.txt")).report.text
    expected = [(line, 1 <= i <= 3) for i, line in enumerate(lines)]
    assert expected == [(p.text, p.contents) for p in text]
    first = text[4].source
    assert first is not None
    assert first.section is None
