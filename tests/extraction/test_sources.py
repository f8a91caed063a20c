"""Sources: every statement says its section, quotes its clause and gives its range."""

from __future__ import annotations

from tests.extraction.said import document, figure, read, read_as

from performance_rules.readers.raw import RawParagraph
from performance_rules.report.model import Source

TEXTS = (
    "一、收支情况",
    "（一）支出情况。",
    "2022 年项目支出 9.00 万元，比上年增加 1.00 万元，增长 12.5 ％；基本支出“7.00”万元。",
)


def test_a_source_quotes_what_stands_at_its_range() -> None:
    """The document's text at the range is the quote, to the last space and bracket."""
    made = document(*TEXTS)
    paper = read_as(made)
    for place in ("project", "basic"):
        at = figure(paper, f"all_funds.expenditure/{place}").statements[0].source
        assert at is not None
        assert at.quote == made.text[at.start : at.end]
    spent = figure(paper, "all_funds.expenditure/project").statements[0].source
    assert spent is not None
    assert spent.quote == "2022 年项目支出 9.00 万元，比上年增加 1.00 万元，增长 12.5 ％"
    assert (spent.document, spent.paragraph) == ("样本.txt", 3)


def test_the_section_is_the_headings_above() -> None:
    """Headings with their markers, joined by /."""
    source = figure(read(*TEXTS), "all_funds.expenditure/project").statements[0].source
    assert source is not None
    assert source.section == "一、收支情况/（一）支出情况"


def test_a_long_group_is_quoted_from_comma_to_comma() -> None:
    """A clause in a sentence of hundreds of characters is quoted by itself."""
    names = [f"{chr(ord('甲') + i // 10)}{'一二三四五六七八九十'[i % 10]}费" for i in range(39)]
    tail = "，".join(f"{name}{i}.00万元" for i, name in enumerate(names, start=1))
    paper = read(f"机关运行经费支出900.00万元，其中：{tail}。")
    said = figure(paper, f"disclosures/org_running/{names[3]}").statements[0]
    quote = (said.source or Source()).quote or ""
    assert "4.00万元" in quote
    assert len(quote) < 40


def test_a_sentence_over_two_pages_is_one_statement() -> None:
    """A page break in a sentence changes nothing; the source is where the clause begins."""
    first = "按照东川县财政局关于批复本部门决算的通知精神，一般公共预算财政拨款支"
    second = "出 8.00 万元，比上年减少 1.00 万元。"
    paper = read(RawParagraph(first, page=4), RawParagraph(second, page=5))
    said = figure(paper, "general_budget.expenditure").statements[0]
    assert said.value.printed == "8.00万元"
    assert said.source is not None
    assert (said.source.page, said.source.start) == (4, 0)
    assert said.source.end == len(first) + 1 + second.index("。")


def test_the_style_of_a_heading_gives_the_section_where_the_text_has_none() -> None:
    """A heading that only its style tells is the section, if no marker says better."""
    paper = read(RawParagraph("附件二", level=1), "项目支出1.00万元。")
    source = figure(paper, "all_funds.expenditure/project").statements[0].source
    assert source is not None
    assert source.section == "附件二"
