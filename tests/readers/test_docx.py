"""Word: everything printed is read in order, nothing that is not printed."""

from __future__ import annotations

from collections.abc import Sequence

import docx
import pytest
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from tests.readers.writing import part_of, read_here, saved, with_parts

from performance_rules.readers import Document

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def run(text: str) -> str:
    """Return a run of text."""
    return f"<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>"


def paragraph(content: str) -> str:
    """Return a paragraph."""
    return f"<w:p>{content}</w:p>"


def cell(text: str, properties: str = "") -> str:
    """Return a cell of a table."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(run(text))}</w:tc>"


def table(*rows: str) -> str:
    """Return a table of rows."""
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def element(xml: str) -> BaseOxmlElement:
    """Return the element that some XML stands for."""
    found: BaseOxmlElement = parse_xml(f"<w:x {NAMESPACES}>{xml}</w:x>")[0]
    return found


def document_of(*blocks: str) -> Document:
    """Return what is read from a document with these blocks in its body."""
    word = docx.Document()
    for block in blocks:
        word.element.body.insert(len(word.element.body) - 1, element(block))
    return read_here(saved(word.save))


def texts(document: Document) -> list[str]:
    """Return the texts of the paragraphs."""
    return [paragraph.text for paragraph in document.paragraphs]


BOX = f"<w:txbxContent>{paragraph(run('框内文字'))}</w:txbxContent>"
INLINE: Sequence[tuple[str, str, list[str]]] = [
    ("insertion", f"决算{'<w:ins>'}{run('数')}{'</w:ins>'}", ["数"]),
    ("deletion", run("决算") + "<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>", ["决算"]),
    ("moved away", run("决算") + f"<w:moveFrom>{run('旧')}</w:moveFrom>", ["决算"]),
    ("moved here", f"<w:moveTo>{run('新')}</w:moveTo>", ["新"]),
    ("link", f"<w:hyperlink>{run('链接')}</w:hyperlink>", ["链接"]),
    ("control", f"<w:sdt><w:sdtContent>{run('控件')}</w:sdtContent></w:sdt>", ["控件"]),
    ("field", f"<w:r><w:instrText>PAGE</w:instrText></w:r>{run('3')}", ["3"]),
    ("hidden", f"{run('显')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r>", ["显"]),
    ("shown", "<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>显</w:t></w:r>", ["显"]),
    ("line break", f"{run('甲')}<w:r><w:br/></w:r>{run('乙')}", ["甲", "乙"]),
    ("page break", f"{run('甲')}<w:r><w:br w:type='page'/></w:r>{run('乙')}", ["甲乙"]),
    ("tab", f"{run('甲')}<w:r><w:tab/></w:r>{run('1')}", ["甲 1"]),
    ("hyphen", f"{run('1')}<w:r><w:noBreakHyphen/></w:r>{run('2')}", ["1-2"]),
    ("tick", "<w:r><w:sym w:font='Wingdings' w:char='F0FE'/></w:r>" + run("是"), ["☑是"]),
    (
        "box",
        run("正文") + f"<w:r><w:pict><v:textbox>{BOX}</v:textbox></w:pict></w:r>",
        ["正文", "框内文字"],
    ),
    (
        "box in two forms",
        "<w:r><mc:AlternateContent>"
        f"<mc:Choice Requires='wps'><wps:txbx>{BOX}</wps:txbx></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict></mc:Fallback>"
        f"</mc:AlternateContent></w:r>{run('正文')}",
        ["正文", "框内文字"],
    ),
]


@pytest.mark.parametrize(
    ("xml", "expected"), [case[1:] for case in INLINE], ids=[c[0] for c in INLINE]
)
def test_insertions_are_read_and_deletions_are_not(xml: str, expected: list[str]) -> None:
    """Insertions, boxes and controls are read; deletions, fields and hidden text are not."""
    assert expected == texts(document_of(paragraph(xml)))


def test_deleted_end_of_paragraph() -> None:
    """A paragraph whose end is deleted goes on in the next one."""
    gone = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
    assert texts(document_of(paragraph(gone + run("决算")), paragraph(run("数")))) == ["决算数"]


def test_a_merged_cell_leaves_none_behind() -> None:
    """A cell over two columns and one over two rows leave None behind; a cut row is gone."""
    gone = f"<w:trPr><w:del/></w:trPr>{cell('删')}{cell('除')}{cell('行')}"
    document = document_of(
        table(
            cell("科目", "<w:vMerge w:val='restart'/>") + cell("支出", "<w:gridSpan w:val='2'/>"),
            cell("", "<w:vMerge/>") + cell("基本") + cell("项目"),
            gone,
            cell("教育") + cell("1.00") + cell(""),
            cell("合计") + cell("1.00"),
        )
    )
    expected = (
        ("科目", "支出", None),
        (None, "基本", "项目"),
        ("教育", "1.00", ""),
        ("合计", "1.00", ""),
    )
    assert expected == document.tables[0].texts()


def test_a_table_inside_a_cell_follows_the_table_that_holds_it() -> None:
    """A table inside a cell follows the table that holds it."""
    inner = table(cell("内") + cell("1.00"))
    holder = f"<w:tc>{paragraph(run('外'))}{inner}{paragraph('')}</w:tc>"
    document = document_of(table(holder + cell("2.00")))
    assert [found.texts() for found in document.tables] == [(("外", "2.00"),), (("内", "1.00"),)]


def test_a_table_of_one_cell_only_frames_what_is_in_it() -> None:
    """A table of one cell only frames what is in it."""
    document = document_of(
        table(f"<w:tc>{paragraph(run('框'))}{table(cell('甲') + cell('1'))}</w:tc>")
    )
    assert (texts(document), len(document.tables)) == (["框"], 1)


def test_content_controls_may_wrap_paragraphs_rows_and_cells() -> None:
    """Content controls may wrap paragraphs, rows and cells."""
    wrapped = f"<w:sdt><w:sdtContent>{cell('乙')}</w:sdtContent></w:sdt>"
    rows = f"<w:sdt><w:sdtContent><w:tr>{cell('甲')}{wrapped}</w:tr></w:sdtContent></w:sdt>"
    outer = f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph(run('段'))}</w:sdtContent></w:sdt>"
    document = document_of(outer, f"<w:tbl>{rows}</w:tbl>")
    assert (texts(document), document.tables[0].texts()) == (["段"], (("甲", "乙"),))


def test_the_level_of_a_heading_comes_from_its_style_or_outline() -> None:
    """The level of a heading comes from its style or from its outline level."""
    word = docx.Document()
    word.add_heading("总标题", 0)
    word.add_heading("一、收入", 1)
    word.add_heading("（一）总体", 2)
    word.add_paragraph("正文")
    outlined = "<w:p><w:pPr><w:outlineLvl w:val='2'/></w:pPr><w:r><w:t>1.项</w:t></w:r></w:p>"
    word.element.body.insert(len(word.element.body) - 1, element(outlined))
    document = read_here(saved(word.save))
    assert [paragraph.level for paragraph in document.paragraphs] == [1, 1, 2, None, 3]


NUMBERING = """<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:abstractNum w:abstractNumId="7">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>
<w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>
</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>"""


def test_numbers_that_word_prints() -> None:
    """Numbers that Word adds while printing are part of the text; they restart below a heading."""
    word = docx.Document()
    for depth, text in ((0, "收入"), (1, "财政拨款"), (1, "其他"), (0, "支出"), (1, "基本支出")):
        listed = f"<w:numPr><w:ilvl w:val='{depth}'/><w:numId w:val='1'/></w:numPr>"
        xml = f"<w:p><w:pPr>{listed}</w:pPr>{run(text)}</w:p>"
        word.element.body.insert(len(word.element.body) - 1, element(xml))
    data = with_parts(saved(word.save), {"word/numbering.xml": NUMBERING})
    expected = ["一、收入", "1. 财政拨款", "2. 其他", "二、支出", "1. 基本支出"]
    assert expected == texts(read_here(data))


def test_footnotes_stand_at_the_end() -> None:
    """Footnotes stand at the end; the lines that set them apart are none."""
    space = "http://schemas.openxmlformats.org"
    notes = (
        f'<w:footnotes xmlns:w="{space}/wordprocessingml/2006/main">'
        f'<w:footnote w:type="separator" w:id="-1">{paragraph(run("线"))}</w:footnote>'
        f'<w:footnote w:id="1">{paragraph(run("含上年结转"))}</w:footnote></w:footnotes>'
    )
    word = docx.Document()
    word.add_paragraph("正文")
    data = saved(word.save)
    relations = part_of(data, "word/_rels/document.xml.rels").replace(
        "</Relationships>",
        '<Relationship Id="rIdN" Target="footnotes.xml" '
        f'Type="{space}/officeDocument/2006/relationships/footnotes"/></Relationships>',
    )
    types = part_of(data, "[Content_Types].xml").replace(
        "</Types>",
        '<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-'
        'officedocument.wordprocessingml.footnotes+xml"/></Types>',
    )
    parts = {
        "word/footnotes.xml": notes,
        "word/_rels/document.xml.rels": relations,
        "[Content_Types].xml": types,
    }
    assert texts(read_here(with_parts(data, parts))) == ["正文", "含上年结转"]


def test_a_note_says_how_many_pictures_were_not_read() -> None:
    """Pictures are not read, and a note says how many."""
    picture = "<w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r>"
    document = document_of(paragraph(run("正文") + picture + picture))
    assert [note.zh for note in document.notes] == ["文中有 2 幅图片，图中文字未读"]
    assert document.pictures == 2


@pytest.mark.parametrize(
    ("header", "notes"),
    [
        ("某局决算 基本支出2.00万元", ["页眉页脚未读：“某局决算基本支出2.00万元”"]),
        ("正文", []),
        ("第 3 页 共 12 页", []),
        ("", []),
    ],
)
def test_a_note_quotes_a_header_that_the_body_does_not_say(header: str, notes: list[str]) -> None:
    """What a header says is not read, and is quoted, unless the body says it or it is a page."""
    document = docx.Document()
    document.add_paragraph("这是正文。")
    document.sections[0].header.paragraphs[0].text = header
    found = read_here(saved(document.save))
    assert [note.zh for note in found.notes] == notes
