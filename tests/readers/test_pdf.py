"""PDF: lines become paragraphs, ruled cells tables; headers go, continued tables join."""

from __future__ import annotations

import io

import pytest
from reportlab.lib import pagesizes
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, Spacer
from tests.readers.writing import BODY, FONT, INDENTED, NEXT_PAGE, drawn, pdf_of, read_here, ruled

from performance_rules.errors import UnreadableError
from performance_rules.readers import Document

HEADER = ("科目", "决算数")
SENTENCE = (
    "本单位年初结转和结余为零，本年收入全部来自财政拨款，没有其他收入来源，收支相抵后年末没有结转。"
)


def texts(document: Document) -> list[str]:
    """Return the texts of the paragraphs."""
    return [paragraph.text for paragraph in document.paragraphs]


def rows_of(first: int, last: int) -> list[tuple[str, str]]:
    """Return numbered rows of a table."""
    return [(f"项目{number}", f"{number}.00") for number in range(first, last + 1)]


def test_a_paragraph_that_fills_several_lines_is_one() -> None:
    """A paragraph that fills several lines is one paragraph, its words and numbers whole."""
    long = f"一、{SENTENCE}年末资产总额 1,234,567.89 元。{SENTENCE}"
    document = read_here(pdf_of([Paragraph(long, INDENTED), Paragraph(SENTENCE, INDENTED)]))
    assert [long, SENTENCE] == texts(document)


def test_an_item_begins_a_paragraph_where_no_line_is_set_in() -> None:
    """An item begins a paragraph also where no line is set in."""
    items = [f"{mark}{SENTENCE}{SENTENCE}" for mark in ("1、", "2、", "（三）")]
    document = read_here(pdf_of([Paragraph(item, BODY) for item in items]))
    assert items == texts(document)


def test_paragraph_over_two_pages() -> None:
    """A paragraph goes on over the end of the page and knows where each page begins."""
    long = SENTENCE * 30
    document = read_here(pdf_of([Spacer(1, 400), Paragraph(long, INDENTED)]))
    [paragraph] = document.paragraphs
    [(turn, page)] = paragraph.breaks
    assert (long, 1, 2) == (paragraph.text, paragraph.page, page)
    assert [document.page_at(at) for at in (0, turn - 1, turn, paragraph.end - 1)] == [1, 1, 2, 2]


def test_a_table_that_goes_on_over_pages_is_one() -> None:
    """A table that goes on over three pages is one table; its repeated header counts once."""
    rows = [HEADER, *rows_of(1, 90)]
    for repeat in (0, 1):
        document = read_here(pdf_of([Paragraph("收入表", BODY), ruled(rows, repeat=repeat)]))
        [table] = document.tables
        assert tuple(rows) == table.texts()
        assert table.pages == (1, 2, 3)
        assert [table.rows[1][0].page, table.rows[-1][0].page] == [1, 3]
        assert document.page_at(table.rows[-1][1].start) == 3


def test_total_row_on_the_next_page() -> None:
    """The part on the next page may have fewer columns, because its cells span them."""
    top = ruled([("类", "款", "数"), *(("201", "01", "1.00") for _ in range(20))])
    total = ruled([("合计", None, "20.00")])
    [table] = read_here(pdf_of([top, NEXT_PAGE, total])).tables
    assert table.texts()[-1] == ("合计", None, "20.00")
    assert table.pages == (1, 2)


def test_tables_with_their_own_titles() -> None:
    """A title between two tables of the same columns keeps them apart."""
    flowables = [
        ruled([HEADER, *rows_of(1, 3)]),
        NEXT_PAGE,
        Paragraph("支出表", BODY),
        ruled([HEADER, *rows_of(4, 6)]),
    ]
    assert len(read_here(pdf_of(flowables)).tables) == 2


def test_caption_inside_the_grid() -> None:
    """A title and a unit inside the grid are paragraphs above the table."""
    rows = [("收入支出总表", None), ("部门：某局", "单位：元"), HEADER, *rows_of(1, 2)]
    document = read_here(pdf_of([ruled(rows)]))
    assert texts(document) == ["收入支出总表", "部门：某局 单位：元"]
    assert document.tables[0].texts()[0] == HEADER


def test_headers_and_page_numbers() -> None:
    """Lines that recur at the edge of the paper, and page numbers, are no part of the text."""

    def draw(canvas: Canvas) -> None:
        for page in range(1, 5):
            canvas.setFont(FONT, 10)
            canvas.drawString(90, 810, "某局 2024 年度决算公开")
            canvas.drawString(280, 30, f"- {page} -")
            canvas.setFont(FONT, 12)
            canvas.drawString(114, 760, f"第{page}页的正文。")
            canvas.showPage()

    assert [f"第{page}页的正文。" for page in range(1, 5)] == texts(read_here(drawn(draw)))


def test_digits_above_the_line_belong_to_their_sentence() -> None:
    """Digits a little above the line belong to the sentence they stand in."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont(FONT, 12)
        canvas.drawString(90, 700, "决算为")
        canvas.drawString(150, 700, "万元。")
        canvas.setFont("Helvetica", 12)
        canvas.drawString(128, 703, "2.50")

    assert texts(read_here(drawn(draw))) == ["决算为2.50万元。"]


def test_characters_printed_twice_to_look_bold_are_read_once() -> None:
    """Characters printed twice to look bold are read once; 11 stays 11."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont(FONT, 12)
        for shift in (0, 0.4):
            canvas.drawString(90 + shift, 700, "合计 1100 元")

    assert texts(read_here(drawn(draw))) == ["合计 1100 元"]


def test_numbers_in_narrow_cells() -> None:
    """A number that fills its cell goes on below; two numbers below each other stay two."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        canvas.grid([100, 140, 240], [600, 640, 680])
        canvas.drawString(103, 664, "1862233")
        canvas.drawString(103, 650, "0.15")
        canvas.drawString(143, 664, "12.00")
        canvas.drawString(143, 650, "13.00")

    [table] = read_here(drawn(draw)).tables
    assert table.texts()[0] == ("18622330.15", "12.00\n13.00")


@pytest.mark.parametrize("align", ["drawString", "drawRightString", "drawCentredString"])
def test_columns_without_ruled_lines_are_lines_of_text(align: str) -> None:
    """Columns of amounts without ruled lines are lines of text, and a note says so."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont(FONT, 12)
        put = getattr(canvas, align)
        for row in range(6):
            canvas.drawString(90, 700 - 20 * row, f"项目{row}")
            put(250, 700 - 20 * row, f"{row}234.50"[row % 3 :])
            put(400, 700 - 20 * row, f"{row},100.00")

    document = read_here(drawn(draw))
    assert [p.text for p in document.paragraphs[:2]] == [
        "项目0 0234.50 0,100.00",
        "项目1 234.50 1,100.00",
    ]
    assert len(document.paragraphs) == 6
    assert [note.zh for note in document.notes] == ["第 1 页疑有无框线的表，未能核实其单元格"]


def test_prose_is_no_borderless_table() -> None:
    """Sentences with many amounts raise no suspicion."""
    sentence = "本年收入 1,200.00 万元，支出 1,100.00 万元，结余 100.00 万元，增长 3.50%。" * 6
    assert read_here(pdf_of([Paragraph(sentence, INDENTED)])).notes == ()


def picture() -> ImageReader:
    """Return a grey picture."""
    pixels = b"P5 8 8 255\n" + bytes([128]) * 64
    return ImageReader(io.BytesIO(pixels))


def test_a_scan_is_refused_and_a_scanned_page_noted() -> None:
    """A scan is refused; a scanned page among others is noted."""

    def scan(canvas: Canvas) -> None:
        canvas.drawImage(picture(), 0, 0, *pagesizes.A4)

    def mixed(canvas: Canvas) -> None:
        canvas.drawString(90, 700, "2024")
        canvas.showPage()
        scan(canvas)

    with pytest.raises(UnreadableError, match="扫描件"):
        read_here(drawn(scan))
    assert [note.zh for note in read_here(drawn(mixed)).notes] == [
        "第 2 页是扫描件，没有文字层，未读"
    ]


@pytest.mark.parametrize("angle", [45, 90, 180])
def test_turned_text_is_noted(angle: int) -> None:
    """Text at an angle, such as a watermark, is left out of the lines, and a note says so."""

    def draw(canvas: Canvas) -> None:
        canvas.drawString(90, 700, "2024")
        canvas.saveState()
        canvas.translate(300, 400)
        canvas.rotate(angle)
        canvas.drawString(0, 0, "COPY 77")
        canvas.restoreState()

    document = read_here(drawn(draw))
    assert [paragraph.text for paragraph in document.paragraphs] == ["2024"]
    assert [note.zh for note in document.notes] == ["第 1 页有斜排、竖排或倒排的字（如水印），未读"]


@pytest.mark.parametrize("angle", [8, 20, 45])
@pytest.mark.parametrize("first", ["turned", "level"])
def test_a_watermark_over_a_number_takes_no_digit_of_it(angle: int, first: str) -> None:
    """Turned digits lying over the same digits of a number leave the number whole."""

    def level(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 12)
        canvas.drawString(100, 700, "Sum 2090.00")

    def turned(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 12)
        at = 100 + canvas.stringWidth("Sum ", "Helvetica", 12)
        for digit in "2090":
            canvas.saveState()
            canvas.translate(at, 700)
            canvas.rotate(angle)
            canvas.drawString(0, 0, digit)
            canvas.restoreState()
            at += canvas.stringWidth(digit, "Helvetica", 12)

    def both(canvas: Canvas) -> None:
        for draw in (turned, level) if first == "turned" else (level, turned):
            draw(canvas)

    document = read_here(drawn(both))
    assert ["Sum 2090.00"] == texts(document)


def test_a_protected_file_is_refused_with_that_reason() -> None:
    """A protected file is refused with that reason."""
    data = pdf_of([Paragraph("保密", BODY)], encrypt="secret")
    with pytest.raises(UnreadableError, match="密码"):
        read_here(data)


def test_what_stands_aslant_stays_out_of_lines_and_cells() -> None:
    """A watermark is no text of the page; that it was not read is said."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=pagesizes.A4)
    canvas.setFont(FONT, 12)
    canvas.drawString(72, 700, "支出9.00万元，结余1.00万元。")
    for angle in (45, 90):
        canvas.saveState()
        canvas.translate(90, 690)
        canvas.rotate(angle)
        canvas.drawString(0, 0, "2024公开")
        canvas.restoreState()
    canvas.save()
    document = read_here(buffer.getvalue())
    assert texts(document) == ["支出9.00万元，结余1.00万元。"]
    assert [note.zh for note in document.notes] == ["第 1 页有斜排、竖排或倒排的字（如水印），未读"]


@pytest.mark.parametrize("number", ["— 7 —", "第7页", "- 7 -"])
def test_an_amount_that_a_page_cuts_in_two_is_one(number: str) -> None:
    """The number of the page stands between its halves and is no part of it."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=pagesizes.A4)
    canvas.setFont(FONT, 12)
    canvas.drawString(72, 60, "全年支出30")
    canvas.drawString(280, 20, number)
    canvas.showPage()
    canvas.setFont(FONT, 12)
    canvas.drawString(72, 760, "0.00万元。")
    canvas.save()
    document = read_here(buffer.getvalue())
    assert texts(document) == ["全年支出300.00万元。"]
