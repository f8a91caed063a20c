"""Hostile and damaged files: each is refused with a reason, or read harmlessly, within limits."""

from __future__ import annotations

import io
import os
import struct
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path

import pytest
import xlsxwriter
from attrs import evolve
from tests.readers.writing import (
    Grid,
    as_docx,
    as_html,
    as_pdf,
    as_xlsx,
    part_of,
    with_parts,
    zipped,
)

from performance_rules.errors import UnreadableError
from performance_rules.readers import Document, Limits, read_document
from performance_rules.readers.limits import MB

CONTENT = ("一、收入情况", Grid((("科目", "金额"), ("合计", "1.00"))))
TIGHT = Limits(seconds=8, memory=512 * MB)


def refusal(data: bytes, limits: Limits = TIGHT) -> str:
    """Return why a file is refused."""
    with pytest.raises(UnreadableError) as caught:
        read_document(data, "报告", limits=limits)
    [problem] = caught.value.problems
    assert problem.place == "报告"
    return problem.message.zh


def read_or_refused(data: bytes) -> Document | None:
    """Return a document, or None where the file is refused; nothing else may happen."""
    try:
        return read_document(data, limits=TIGHT)
    except UnreadableError:
        return None


def with_document(xml: str) -> bytes:
    """Return a docx whose text part is this XML."""
    return with_parts(as_docx(CONTENT), {"word/document.xml": xml})


BODY = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
END = "</w:body></w:document>"


def far_cell() -> bytes:
    """Return a small workbook with a value in its very last cell."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        sheet = book.add_worksheet()
        sheet.write("A1", 1)
        sheet.write("XFD1048576", 1)
    return buffer.getvalue()


def lying_sizes() -> bytes:
    """Return a docx whose directory promises a small part that unpacks to a large one."""
    data = with_document("<w:document/>" + " " * (40 * MB))
    packed = bytearray(data)
    with zipfile.ZipFile(io.BytesIO(data)) as container:
        size = container.getinfo("word/document.xml").file_size
    return bytes(packed.replace(struct.pack("<L", size), struct.pack("<L", 1000)))


def pdf_of_stream(stream: bytes, pages: int = 1) -> bytes:
    """Return a PDF whose pages all show the same packed stream."""
    packed = zlib.compress(stream, 9)
    kids = b" ".join(b"%d 0 R" % (number + 4) for number in range(pages))
    return pdf_of(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count %d/Kids[%s]>>" % (pages, kids),
            b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed),
            *[b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 3 0 R>>"] * pages,
        ]
    )


def pdf_of(objects: Sequence[bytes]) -> bytes:
    """Return a PDF of some objects, the first of which is its catalogue."""
    body = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    tail = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, len(body))
    return body + head + tail


DOCTYPES = {
    "entities": '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>',
    "external": '<!DOCTYPE w [<!ENTITY f SYSTEM "file:///etc/passwd">]>',
    "late": f"<!--{' ' * 600_000}--><!DOCTYPE w>",
}


@pytest.mark.parametrize("kind", DOCTYPES)
def test_a_part_that_declares_a_document_type_is_refused(kind: str) -> None:
    """A part that declares a document type is refused before any parser expands it."""
    data = with_document(f"{DOCTYPES[kind]}{BODY}<w:p><w:r><w:t>&f;</w:t></w:r></w:p>{END}")
    assert "DOCTYPE" in refusal(data)


def test_document_type_in_utf_16() -> None:
    """A document type does not hide in another encoding."""
    xml = f"<?xml version='1.0' encoding='UTF-16'?><!DOCTYPE w>{BODY}{END}"
    data = with_parts(as_docx(CONTENT), {"word/document.xml": xml.encode("utf-16")})
    assert "DOCTYPE" in refusal(data)
    odd = f'<?xml version="1.0" encoding="UTF-7"?>{BODY}{END}'
    assert "编码" in refusal(with_document(odd))


@pytest.mark.slow
def test_what_unpacks_to_far_more_than_it_weighs_is_refused() -> None:
    """What unpacks to far more than it weighs is refused from its directory."""
    assert "解压后" in refusal(with_document("0" * (300 * MB)), Limits())
    assert "解压后" in refusal(with_document(" " * (40 * MB)))
    many = zipped({f"{number}.xml": "" for number in range(6_000)})
    assert "5,000" in refusal(many)


def test_a_part_larger_than_its_directory_says_is_refused() -> None:
    """A part that is larger than its directory says is refused."""
    assert "已损坏" in refusal(lying_sizes())


def test_two_parts_of_one_name_are_refused() -> None:
    """Of two parts with one name each program may read another one."""
    data = io.BytesIO(as_docx(CONTENT))
    with zipfile.ZipFile(data, "a") as container, pytest.warns(UserWarning, match="Duplicate"):
        container.writestr("word/document.xml", BODY + END)
    assert "重名" in refusal(data.getvalue())


def test_a_value_in_the_last_cell_takes_no_room_for_all_before_it() -> None:
    """A workbook of 5 KB with a value in its last cell would take half a terabyte."""
    assert "单元格位置太远" in refusal(far_cell())


def test_a_parser_that_aborts_takes_only_its_own_process_with_it() -> None:
    """A parser that aborts takes only its own process with it."""
    name = "xl/worksheets/sheet1.xml"
    sheet = part_of(far_cell(), name).replace('r="XFD1048576"', 'r="xfd1048576"')
    # Our check passes over references in small letters; the library does not.
    limits = evolve(TIGHT, pieces=1_000_000)
    assert "程序崩溃" in refusal(with_parts(far_cell(), {name: sheet}), limits)


def test_cells_that_span_thousands_do_not_multiply_without_end() -> None:
    """Cells that claim to span thousands of rows and columns do not multiply without end."""
    wide = "<tr>" + '<td colspan="1000" rowspan="65534">x</td>' * 200 + "</tr>"
    assert "单元格" in refusal(f"<table>{wide * 400}</table>".encode())
    assert "单元格" in refusal(b"<table><tr>" + b"<td colspan=1000>x</td>" * 100_000)
    spanned = f'<w:tc><w:tcPr><w:gridSpan w:val="999999"/></w:tcPr>{"<w:p/>"}</w:tc>'
    rows = f"<w:tr>{spanned}</w:tr>" * 2000
    assert "单元格" in refusal(with_document(f"{BODY}<w:tbl>{rows}</w:tbl>{END}"))
    ragged = "\n".join(["a\tb", "\t" * 3000 + "c", *["a\tb"] * 1000])
    assert "单元格" in refusal(ragged.encode())


def test_a_cell_that_reaches_far_down_is_counted_in_every_row() -> None:
    """A cell that reaches far down is counted in every row that it covers."""
    row = "<tr><td colspan=1000 rowspan=60000>1</td></tr>"
    assert "单元格超过 200,000" in refusal(f"<table>{row * 1000}</table>".encode(), Limits())


def test_merged_cells_that_overlap() -> None:
    """Ranges of merged cells that cover the sheet again and again do not multiply."""
    name = "xl/worksheets/sheet1.xml"
    merged = '<mergeCells><mergeCell ref="A1:XFD1048576"/>'
    merged += '<mergeCell ref="A1:XFD1048576"/>' * 50 + "</mergeCells>"
    sheet = part_of(as_xlsx(CONTENT), name).replace("</sheetData>", f"</sheetData>{merged}")
    assert "合并的单元格互相重叠" in refusal(with_parts(as_xlsx(CONTENT), {name: sheet}))


def test_very_many_paragraphs_are_refused() -> None:
    """Very many paragraphs are refused: by how well they pack, else by their number."""
    many = with_document(f"{BODY}{'<w:p><w:r><w:t>1</w:t></w:r></w:p>' * 650_000}{END}")
    assert "超过压缩前的 200 倍" in refusal(many)
    few = with_document(f"{BODY}{'<w:p><w:r><w:t>1</w:t></w:r></w:p>' * 4_000}{END}")
    assert "段落和单元格超过 3,000" in refusal(few, Limits(pieces=3_000))


def test_forms_that_show_forms() -> None:
    """Forms that show one another twice each are counted as often as they would be drawn."""
    pairs = 23
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R"
        b"/Resources<</XObject<</X 5 0 R>>>>>>",
        b"<</Length 5>>stream\n/X Do\nendstream",
        *(
            b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>"
            b"/Length 11>>stream\n/X Do /X Do\nendstream" % (number + 6)
            for number in range(pairs)
        ),
        b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 1>>stream\nn\nendstream",
    ]
    assert "第 1 页的绘图指令超过 2 MB" in refusal(pdf_of(objects))


@pytest.mark.slow
def test_far_content_of_ods() -> None:
    """Repeated cells of a spreadsheet are counted, not written out."""
    content = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body>'
        '<office:spreadsheet><table:table table:name="x">'
        '<table:table-row table:number-rows-repeated="1000000">'
        '<table:table-cell table:number-columns-repeated="16000" office:value-type="string">'
        "<text:p>x</text:p></table:table-cell></table:table-row></table:table>"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as container:
        container.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        container.writestr("content.xml", content)
        container.writestr("META-INF/manifest.xml", "<manifest/>")
    assert refusal(buffer.getvalue(), Limits(seconds=4, memory=512 * MB))


def test_more_pages_than_the_limit_are_refused_before_they_are_read() -> None:
    """A PDF of more pages than the limit is refused before it is read."""
    assert "页数超过" in refusal(pdf_of_stream(b"BT ET", 600))


@pytest.mark.slow
def test_millions_of_operations_run_into_a_limit() -> None:
    """A small PDF with millions of operations runs into a limit, not into the machine."""
    data = pdf_of_stream(b"0 0 m 9 9 l S\n" * 3_000_000)
    assert len(data) < 200_000
    assert "第 1 页的绘图指令超过 2 MB" in refusal(data)
    assert "超过 2 秒" in refusal(data, Limits(seconds=2, drawing=100 * MB))


@pytest.mark.slow
def test_a_reader_that_takes_too_long_is_stopped() -> None:
    """A reader that takes too long is stopped."""
    drawing = pdf_of_stream(b"0 0 m 9 9 l S\n" * 500_000)
    assert "超过 1 秒" in refusal(drawing, Limits(seconds=1, drawing=100 * MB))
    assert "超过 1 秒" in refusal(drawing, Limits(patience=1, drawing=100 * MB))


@pytest.mark.slow
def test_a_reader_that_wants_too_much_memory_is_refused() -> None:
    """A reader that wants too much memory is refused with that reason."""
    data = with_document(f"{BODY}{'<w:p/>' * 8_000_000}{END}")
    reason = refusal(data, Limits(seconds=20, memory=128 * MB, ratio=10**6))
    assert "内存" in reason or "损坏" in reason


def test_a_million_digits_in_a_row_are_text_up_to_the_limit() -> None:
    """A million digits in a row are text like any other, up to the limit."""
    digits = b"7" * 1_000_000
    assert "文字超过 1,000,000" in refusal(digits + b"7")
    document = read_document(digits)
    assert [len(paragraph.text) for paragraph in document.paragraphs] == [1_000_000]
    wide = with_document(f"{BODY}<w:p><w:r><w:t>{'7' * 1_000_000}</w:t></w:r></w:p>{END}")
    assert len(read_document(wide).text.strip()) == 1_000_000


@pytest.mark.slow
def test_text_is_read_whatever_its_lines_look_like() -> None:
    """Text is read in time that grows with its length, whatever its lines look like."""
    assert "段落" in refusal(b"\t1\n" * 60_000, Limits(pieces=50_000))
    assert "没有文字" in refusal(b"\n" * 900_000 + b"\f")
    assert read_document(b"1" + b" \t" * 50_000 + b"-|\n").tables
    assert read_document(("　" * 900_000 + "合计").encode()).paragraphs


def test_elements_thousands_deep_exhaust_no_stack() -> None:
    """Elements thousands deep inside one another exhaust no stack."""
    deep = b"<div>" * 10_000 + "合计".encode() + b"</div>" * 10_000
    assert [paragraph.text for paragraph in read_document(deep).paragraphs] == ["合计"]
    assert "表中套表" in refusal(b"<table><tr><td>" * 5_000 + b"1")
    xml = f"{BODY}{'<w:sdt><w:sdtContent>' * 5_000}{'</w:sdtContent></w:sdt>' * 5_000}{END}"
    assert refusal(with_document(xml))


@pytest.mark.slow
def test_formatting_that_every_paragraph_repeats_runs_into_a_limit() -> None:
    """Open formatting elements that each paragraph repeats run into a limit."""
    bold = "".join(f"<b id={number}>" for number in range(6_000))
    assert refusal(("<p>" + bold + "<p>x" * 100_000).encode())


CONTENTS = {
    "docx": as_docx(CONTENT),
    "xlsx": as_xlsx(CONTENT),
    "pdf": as_pdf(CONTENT),
    "html": as_html(CONTENT),
}


@pytest.mark.parametrize("form", CONTENTS)
@pytest.mark.parametrize("share", [3, 60, 97])
def test_a_file_that_breaks_off_is_refused_or_read_as_far_as_it_goes(form: str, share: int) -> None:
    """A file that breaks off is refused, or read as far as it goes."""
    data = CONTENTS[form]
    document = read_or_refused(data[: len(data) * share // 100])
    assert document is None or document.format in (form, "text")


@pytest.mark.parametrize("form", ["docx", "xlsx", "pdf"])
def test_a_file_with_bytes_overwritten_is_refused_or_read(form: str) -> None:
    """A file with bytes overwritten is refused, or read."""
    data = bytearray(CONTENTS[form])
    for at in range(200, len(data), 97):
        data[at] ^= 0x55
    document = read_or_refused(bytes(data))
    assert document is None or document.format == form


def test_a_file_with_nothing_in_it_is_refused() -> None:
    """An empty file is refused; so is one of blanks, and a document without text."""
    for data in (b"", b"\0" * 1000, b" \r\n\t", b"\xef\xbb\xbf"):
        assert "空" in refusal(data) or "没有文字" in refusal(data)
    assert "没有文字" in refusal(as_docx([]))
    assert "没有文字" in refusal(b"<html><body></body></html>")


def test_bytes_that_are_no_text_are_refused() -> None:
    """Bytes that are no text are refused."""
    noise = bytes(range(256)) * 64
    assert "不是文字" in refusal(noise)
    assert "不是文字" in refusal(os.urandom(4096).replace(b"<", b"\0") + noise)


def test_a_file_above_the_limit_is_not_even_looked_at() -> None:
    """A file above the limit is not even looked at."""
    assert "超过 1 MB" in refusal(b"%PDF-" + b" " * MB, Limits(size=MB))


def test_code_beside_the_reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file in the working folder that is called like a library is never imported."""
    (tmp_path / "docx.py").write_text("raise SystemExit('imported')", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert read_document(CONTENTS["docx"]).tables
