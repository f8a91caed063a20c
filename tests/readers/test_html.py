"""HTML: what a browser shows, in paragraphs and tables."""

from __future__ import annotations

import pytest
from tests.readers.writing import read_here

from performance_rules.readers import Document


def page(body: str) -> Document:
    """Return what is read from a page."""
    return read_here(f"<html><head><title>不读</title></head><body>{body}</body></html>".encode())


def texts(document: Document) -> list[str]:
    """Return the texts of the paragraphs."""
    return [paragraph.text for paragraph in document.paragraphs]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>收入<b>100</b>万元</p>", ["收入100万元"]),
        ("<div>甲<div>乙</div>丙</div>", ["甲", "乙", "丙"]),
        ("甲<br>乙<br/>丙", ["甲", "乙", "丙"]),
        ("<p>本年\n  收入 1\n元</p>", ["本年收入 1 元"]),
        ("<p>&nbsp;&nbsp;&ensp;收入&lt;1&gt;</p>", ["收入<1>"]),
        ("<script>var a='x'</script><style>p{}</style><p>文</p>", ["文"]),
        ("<p style='display: none'>隐</p><p hidden>隐</p><p>显</p>", ["显"]),
        ("<!-- 注 --><ul><li>甲</li><li>乙</li></ul>", ["甲", "乙"]),
        ("<select><option>2023</option></select>文", ["文"]),
        ("<table><tr><td><p>框</p><p>内</p></td></tr></table>", ["框", "内"]),
    ],
)
def test_blocks_and_line_breaks_part_paragraphs(body: str, expected: list[str]) -> None:
    """Blocks and line breaks part paragraphs; what a browser does not show is not read."""
    assert expected == texts(page(body))


@pytest.mark.parametrize(
    ("body", "expected"),
    [("<p>文</p>", 0), ("<p>文<img src='a.png'></p><div><img><img></div>", 3)],
)
def test_a_page_says_how_many_pictures_it_holds(body: str, expected: int) -> None:
    """A page says how many pictures it holds, wherever they stand."""
    assert expected == page(body).pictures


def test_the_level_of_a_heading_is_that_of_its_element() -> None:
    """The level of a heading is that of its element."""
    document = page("<h2>一、收入</h2><p>文</p><h3>（一）</h3>")
    assert [paragraph.level for paragraph in document.paragraphs] == [2, None, 3]


def test_what_a_cell_covers_beyond_its_first_place_is_none() -> None:
    """What a cell covers beyond its first place is None, also far to the right."""
    document = page(
        "<table><caption>表一</caption>"
        "<tr><th rowspan=2>科目<th colspan=2>支出<th rowspan=3>备注</tr>"
        "<tr><td>基本<td>项目</tr><tr><td>教育<td>1.00</tr><tr><td>合计<td><td>2.00</tr></table>"
    )
    expected = (
        ("科目", "支出", None, "备注"),
        (None, "基本", "项目", None),
        ("教育", "1.00", "", None),
        ("合计", "", "2.00", ""),
    )
    assert (["表一"], expected) == (texts(document), document.tables[0].texts())


def test_a_table_that_holds_tables_only_lays_out_the_page() -> None:
    """A table that holds tables lays out the page: what it holds stands for itself."""
    inner = "<table><tr><td>甲</td><td>1</td></tr></table>"
    document = page(f"<table><tr><td>导航</td><td>正文{inner}文末</td></tr></table>")
    assert texts(document) == ["导航", "正文", "文末"]
    assert [table.texts() for table in document.tables] == [(("甲", "1"),)]


def test_title_and_unit_in_the_first_rows_are_no_rows_of_the_table() -> None:
    """A sheet saved as a page has its title and unit in the first rows of the table."""
    document = page(
        "<table><tr><td colspan=2>收入表</td></tr><tr><td></td><td>单位：万元</td></tr>"
        "<tr><td>科目</td><td>数</td></tr><tr><td>甲</td><td>1</td></tr></table>"
    )
    assert texts(document) == ["收入表", "单位：万元"]
    assert document.tables[0].texts() == (("科目", "数"), ("甲", "1"))


@pytest.mark.parametrize("said", ["gb2312", "gbk", "GB18030", "utf-8", ""])
def test_a_page_is_read_in_the_encoding_it_is_written_in(said: str) -> None:
    """A page that says gb2312 is read as GB18030; one that says nothing or lies is recognised."""
    declared = (
        f'<meta http-equiv="Content-Type" content="text/html; charset={said}">' if said else ""
    )
    text = f"<html><head>{declared}</head><body>朱镕基堃㛃</body></html>"
    for encoding in ("gb18030", "utf-8", "utf-8-sig", "utf-16"):
        assert texts(read_here(text.encode(encoding))) == ["朱镕基堃㛃"]


def test_a_page_that_is_called_xls_is_read_as_a_page() -> None:
    """An .xls that is a page is read as what it is."""
    document = read_here(b"<html><table><tr><td>1<td>2</table>")
    assert document.format == "html"
