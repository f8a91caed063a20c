"""A number is quoted with the sentence that it stands in, where it says little by itself."""

from __future__ import annotations

import pytest

from performance_rules.checking.findings import Where
from performance_rules.checking.widening import Sentences
from performance_rules.report.model import Paragraph, Source

BEGUN = 40
TEXT = "本年接待费增加。运维费8.10万元（上年9.20万元）增加1.10万元；余下的2.30万元待付。"


def around(quote: str, table: int | None = None, text: str = TEXT) -> str:
    """Return what is quoted of a paragraph that begins somewhere in a document."""
    paragraph = Paragraph(text, source=Source(start=BEGUN, end=BEGUN + len(text)))
    start = BEGUN + text.find(quote)
    where = Where("x", "三公·决算", quote, table=table, start=start, end=start + len(quote))
    return Sentences.of([paragraph]).around(where).quote


@pytest.mark.parametrize(
    ("quote", "said"),
    [
        ("8.10万元", "运维费8.10万元（上年9.20万元）增加1.10万元"),
        ("9.20万元）增加1.10万元", "运维费8.10万元（上年9.20万元）增加1.10万元"),  # cut off
        ("余下的2.30万元待付", "余下的2.30万元待付"),  # a clause, as it is
        ("本年接待费增加", "本年接待费增加"),
    ],
)
def test_the_words_that_decide_are_quoted(quote: str, said: str) -> None:
    """A bare number, or one cut off in brackets, is quoted with its sentence; words are enough."""
    assert around(quote) == said


def test_a_cell_is_quoted_as_it_is() -> None:
    """A cell of a table is no part of a sentence."""
    assert around("8.10万元", table=2) == "8.10万元"


def test_a_long_sentence_gives_the_clause_alone() -> None:
    """Of a sentence that goes on for long the clause of the number is enough."""
    long = "，".join(["说明" * 30, "运维费8.10万元", "说明" * 30])
    assert around("8.10万元", text=long) == "运维费8.10万元"


def test_the_first_paragraph_is_number_one() -> None:
    """Below no heading a place is told by the number of its paragraph."""
    texts = [TEXT, "会议费3.00万元，比上年减少。"]
    starts = (BEGUN, BEGUN + len(TEXT))
    placed = [Paragraph(t, source=Source(start=s)) for t, s in zip(texts, starts, strict=True)]
    found = Sentences.of(placed).around(
        Where("x", "", "8.10万元", start=BEGUN + 11, end=BEGUN + 17)
    )
    assert str(found.paragraph) == "1"


def test_the_place_moves_with_the_words() -> None:
    """Where the sentence begins and ends is where the quotation does."""
    paragraph = Paragraph(TEXT, source=Source(start=BEGUN, end=BEGUN + len(TEXT)))
    at = BEGUN + TEXT.find("8.10万元")
    found = Sentences.of([paragraph]).around(Where("x", "", "8.10万元", start=at, end=at + 6))
    assert TEXT[(found.start or 0) - BEGUN : (found.end or 0) - BEGUN] == found.quote


@pytest.mark.parametrize(
    ("section", "paragraph", "begins"),
    [
        (None, 2, "运维费8.10万元（上年"),
        (
            "二、",
            None,
            "运维费8.10万元（上年",
        ),  # a number is no heading that anybody could look for
        ("二、支出", None, None),
    ],
)
def test_below_no_heading_a_paragraph_is_counted(
    section: str | None, paragraph: int | None, begins: str | None
) -> None:
    """It is told by its number among the paragraphs of prose, the title not counted."""
    said = ["测试县水运局决算", "本年接待费增加。", "运维费8.10万元（上年9.20万元），余下的待付。"]
    starts = [0, 20, 40]
    text = [
        Paragraph(one, source=Source(start=at, end=at + len(one)))
        for one, at in zip(said, starts, strict=True)
    ]
    where = Where("x", "三公·决算", "余下的待付", section=section, start=62, end=67)
    found = Sentences.of(text).around(where)

    assert (found.paragraph, found.begins) == (paragraph, begins)


def test_words_before_a_number_head_their_own_paragraph_alone() -> None:
    """What stands in the next paragraph is not below the beginning of the one before."""
    texts = ("二、支出情况", "3.运维费8.10万元，比上年减少。", "接待费合计7.20万元，比上年增加。")
    starts = (0, 40, 80)
    paragraphs = [
        Paragraph(text, heading=2 if at == 0 else None, source=Source(start=at, end=at + len(text)))
        for text, at in zip(texts, starts, strict=True)
    ]

    def section(start: int) -> str | None:
        where = Where("x", "接待费", "合计7.20万元", start=start, section="二、支出情况/3.运维费")
        return Sentences.of(paragraphs).around(where).section

    assert section(42) == "二、支出情况/3.运维费"
    assert section(83) == "二、支出情况"


def test_an_item_within_a_paragraph_heads_nothing() -> None:
    """①运维费 … ②接待费 …: the last item is no heading of the sentence."""
    text = "全年支出15.30万元，其中：①运维费8.10万元；②接待费7.20万元。"
    paragraph = Paragraph(text, source=Source(start=0, end=len(text)))
    where = Where("x", "运维费", "运维费8.10万元", start=15, section="②接待费")
    assert Sentences.of([paragraph]).around(where).section is None
