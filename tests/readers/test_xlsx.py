"""Workbooks: a sheet prints titles, tables and remarks; numbers as their formats print them."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable

import xlsxwriter
from tests.readers.writing import read_here
from xlsxwriter.workbook import Workbook

from performance_rules.readers import Document
from performance_rules.readers.xlsx import _decimal


def workbook(fill: Callable[[Workbook], None]) -> Document:
    """Return what is read from a workbook."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        fill(book)
    return read_here(buffer.getvalue())


def texts(document: Document) -> list[str]:
    """Return the texts of the paragraphs."""
    return [paragraph.text for paragraph in document.paragraphs]


def test_a_table_knows_its_sheet_and_its_first_cell() -> None:
    """Title, unit and remark are paragraphs; the table knows its sheet and its first cell."""

    def fill(book: Workbook) -> None:
        sheet = book.add_worksheet("收入表")
        sheet.merge_range("B2:D2", "收入决算表")
        sheet.write("B3", "部门：某局")
        sheet.write("D3", "单位：万元")
        sheet.write_row("B4", ["科目", "预算数", "决算数"])
        sheet.write_row("B5", ["财政拨款", 10, 9.5])
        sheet.write_row("B6", ["其他收入", "", 0.25])
        sheet.merge_range("B7:D7", "注：本表不含上年结转。")

    document = workbook(fill)
    assert texts(document) == ["收入决算表", "部门：某局 单位：万元", "注：本表不含上年结转。"]
    [table] = document.tables
    expected = (
        ("科目", "预算数", "决算数"),
        ("财政拨款", "10", "9.50"),
        ("其他收入", "", "0.25"),
    )
    assert expected == table.texts()
    assert (table.sheet, table.first_row, table.first_column) == ("收入表", 4, 2)
    assert {"收入表"} == {paragraph.sheet for paragraph in document.paragraphs}


def test_blank_rows_beside_a_cell_of_several_rows() -> None:
    """Rows that nobody filled in part no table as long as a cell beside them goes on."""

    def fill(book: Workbook) -> None:
        sheet = book.add_worksheet()
        sheet.write_row("A1", ["指标", "名称", "得分"])
        sheet.merge_range("A2:A5", "产出")
        sheet.write_row("B2", ["甲", 1])
        sheet.write("B5", "乙")
        sheet.write_row("A6", ["合计", "", 1])

    [table] = workbook(fill).tables
    assert 6 == len(table.rows)


def test_a_number_is_printed_as_its_cell_prints_it() -> None:
    """A number is printed as its cell prints it; without a format, as its column does."""

    def fill(book: Workbook) -> None:
        sheet = book.add_worksheet()
        amount = book.add_format({"num_format": "#,##0.00"})
        rate = book.add_format({"num_format": "0.00%"})
        sheet.write_row("A1", ["金额", "占比", "无格式", "编码", "日期"])
        sheet.write("A2", 1234.5, amount)
        sheet.write("A3", 0, amount)
        sheet.write("B2", 0.127, rate)
        sheet.write("B3", 1, rate)
        sheet.write("C2", 0.1 + 0.2)
        sheet.write("C3", 2613704.45)
        sheet.write("D2", 2010301)
        sheet.write("D3", "0201")
        sheet.write_datetime(
            "E2", datetime.datetime(2024, 3, 1), book.add_format({"num_format": 14})
        )
        sheet.write("E3", True)

    assert workbook(fill).tables[0].texts()[1:] == (
        ("1,234.50", "12.70%", "0.30", "2010301", "2024-03-01"),
        ("0.00", "100.00%", "2613704.45", "0201", "TRUE"),
    )


def test_a_binary_fraction_becomes_the_decimal_that_was_typed() -> None:
    """A binary fraction becomes the decimal that was typed."""
    typed = ["0.1", "1E+20", "-5", "123456789.12", "0.000001"]
    assert [str(_decimal(float(text))) for text in typed] == [
        "0.1",
        "1E+20",
        "-5",
        "123456789.12",
        "0.000001",
    ]
    assert str(_decimal(0.1 + 0.2)) == "0.3"


def test_several_tables_on_a_sheet() -> None:
    """A blank row and a title begin another table; a blank row alone does not."""

    def fill(book: Workbook) -> None:
        sheet = book.add_worksheet()
        for at, row in enumerate(
            [
                ["收入表"],
                ["科目", "数"],
                ["甲", "1"],
                [],
                ["乙", "2"],
                [],
                ["支出表"],
                ["科目", "数"],
            ]
        ):
            sheet.write_row(at, 0, row)

    document = workbook(fill)
    assert texts(document) == ["收入表", "支出表"]
    assert [len(table.rows) for table in document.tables] == [4, 1]
    assert [table.first_row for table in document.tables] == [2, 8]


def test_a_hidden_sheet_is_noted_and_not_read() -> None:
    """A hidden sheet is not read, and a note says so."""

    def fill(book: Workbook) -> None:
        book.add_worksheet("公开").write_row("A1", ["甲", "1"])
        hidden = book.add_worksheet("底稿")
        hidden.write("A1", "秘密")
        hidden.hide()

    document = workbook(fill)
    assert "秘密" not in document.text
    assert [note.zh for note in document.notes] == ["隐藏的工作表未读：底稿"]


def test_a_formula_whose_value_was_not_stored() -> None:
    """It is printed as it stands and said not to be read; one that gave nothing is empty."""

    def fill(book: Workbook) -> None:
        sheet = book.add_worksheet("支出表")
        sheet.write_row("A1", ["科目", "决算数"])
        sheet.write("A2", "教育支出")
        sheet.write_formula("B2", "=1+2", None, "")
        sheet.write("A3", "合计")
        sheet.write_formula("B3", "=B2+1", None, 4)

    document = workbook(fill)
    (table,) = document.tables
    assert table.texts()[1:] == (("教育支出", "=1+2"), ("合计", "4"))
    assert [note.zh for note in document.notes] == ["公式没有存下结果，未读：支出表!B2"]
