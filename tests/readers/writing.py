"""Writers of the files that the tests of the readers read: one content, every format."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence

import docx
import xlsxwriter
from attrs import frozen
from reportlab.lib import pagesizes
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak, SimpleDocTemplate, Spacer
from reportlab.platypus import Paragraph as PdfParagraph
from reportlab.platypus import Table as PdfTable

from performance_rules.readers import LIMITS, Document, read_document
from performance_rules.readers.assemble import assemble
from performance_rules.readers.docx import read_docx
from performance_rules.readers.html import read_html
from performance_rules.readers.pdf import read_pdf
from performance_rules.readers.sniff import sniff
from performance_rules.readers.xlsx import read_workbook

Rows = Sequence[Sequence[str | None]]


@frozen
class Grid:
    """A table to write: None is the rest of a cell that reaches right, then down."""

    rows: Rows


Content = Sequence[str | Grid]

FONT = "STSong-Light"
pdfmetrics.registerFont(UnicodeCIDFont(FONT))
BODY = ParagraphStyle("body", fontName=FONT, fontSize=12, leading=18, wordWrap="CJK")
INDENTED = ParagraphStyle("indented", parent=BODY, firstLineIndent=24)


def spans(rows: Rows) -> list[tuple[int, int, int, int]]:
    """Return (top, left, bottom, right) of the merged cells of a grid, ends included."""
    found = []
    for y, row in enumerate(rows):
        for x, text in enumerate(row):
            if text is None:
                continue
            right = x
            while right + 1 < len(row) and row[right + 1] is None:
                right += 1
            bottom = y
            while bottom + 1 < len(rows) and all(
                rows[bottom + 1][column] is None for column in range(x, right + 1)
            ):
                # A row of its own begins where the cell to the left of the None is said.
                if x and rows[bottom + 1][x - 1] is not None and right > x:
                    break
                bottom += 1
            if (right, bottom) != (x, y):
                found.append((y, x, bottom, right))
    return found


def as_text(content: Content) -> bytes:
    """Write paragraphs as lines and tables with tabs."""
    lines = []
    for block in content:
        if isinstance(block, Grid):
            lines += ["\t".join(cell or "" for cell in row) for row in block.rows]
        else:
            lines.append(block)
        lines.append("")
    return "\n".join(lines).encode()


def as_markdown(content: Content) -> bytes:
    """Write tables with pipes."""
    lines = []
    for block in content:
        if isinstance(block, Grid):
            rows = ["| " + " | ".join(cell or "" for cell in row) + " |" for row in block.rows]
            lines += [rows[0], "|" + " --- |" * len(block.rows[0]), *rows[1:]]
        else:
            lines.append(block)
        lines.append("")
    return "\n".join(lines).encode()


def as_html(content: Content, encoding: str = "utf-8") -> bytes:
    """Write a page that declares its encoding."""
    parts = [f'<!DOCTYPE html><html><head><meta charset="{encoding}"></head><body>']
    for block in content:
        parts.append(_html_table(block.rows) if isinstance(block, Grid) else f"<p>{block}</p>")
    return "\n".join([*parts, "</body></html>"]).encode("gb18030" if "gb" in encoding else encoding)


def _html_table(rows: Rows) -> str:
    merged = {(y, x): (y2 - y + 1, x2 - x + 1) for y, x, y2, x2 in spans(rows)}
    lines = []
    for y, row in enumerate(rows):
        cells = []
        for x, text in enumerate(row):
            if text is not None:
                high, wide = merged.get((y, x), (1, 1))
                cells.append(f"<td rowspan={high} colspan={wide}>{text}</td>")
        lines.append(f"<tr>{''.join(cells)}</tr>")
    return f"<table>{''.join(lines)}</table>"


def as_docx(content: Content) -> bytes:
    """Write a Word document."""
    document = docx.Document()
    for block in content:
        if not isinstance(block, Grid):
            document.add_paragraph(block)
            continue
        rows = block.rows
        table = document.add_table(len(rows), len(rows[0]))
        for y, x, y2, x2 in spans(rows):
            table.cell(y, x).merge(table.cell(y2, x2))
        for y, row in enumerate(rows):
            for x, text in enumerate(row):
                if text:
                    table.cell(y, x).text = text
    return saved(document.save)


def as_xlsx(content: Content) -> bytes:
    """Write one sheet: paragraphs in its first column, a blank row after each table."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        sheet = book.add_worksheet("报告")
        at = 0
        for block in content:
            if not isinstance(block, Grid):
                sheet.write_string(at, 0, block)
                at += 1
                continue
            for y, x, y2, x2 in spans(block.rows):
                sheet.merge_range(at + y, x, at + y2, x2, "")
            for y, row in enumerate(block.rows):
                for x, text in enumerate(row):
                    if text:
                        sheet.write_string(at + y, x, text)
            at += len(block.rows) + 1
    return buffer.getvalue()


def as_pdf(content: Content, **options: object) -> bytes:
    """Write a PDF with ruled tables."""
    flowables: list[Flowable] = []
    for block in content:
        if isinstance(block, Grid):
            width = min(100, 435 // len(block.rows[0]))  # as wide as the page's text at most
            flowables += [ruled(block.rows, width), Spacer(1, 12)]
        else:
            flowables.append(PdfParagraph(block, INDENTED))
    return pdf_of(flowables, **options)


def ruled(rows: Rows, width: int = 100, repeat: int = 0) -> Flowable:
    """Return a table with all its lines drawn; ``repeat`` rows stand on every page."""
    style: list[tuple[object, ...]] = [
        ("FONT", (0, 0), (-1, -1), FONT, 10),
        ("GRID", (0, 0), (-1, -1), 0.5, "black"),
        *(("SPAN", (x, y), (x2, y2)) for y, x, y2, x2 in spans(rows)),
    ]
    cells = [[cell or "" for cell in row] for row in rows]
    return PdfTable(cells, colWidths=[width] * len(rows[0]), style=style, repeatRows=repeat)


def pdf_of(flowables: Sequence[Flowable], **options: object) -> bytes:
    """Return the flowables on pages."""
    buffer = io.BytesIO()
    SimpleDocTemplate(buffer, pagesize=pagesizes.A4, **options).build(list(flowables))
    return buffer.getvalue()


def drawn(draw: Callable[[Canvas], None]) -> bytes:
    """Return a PDF drawn by hand."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=pagesizes.A4)
    draw(canvas)
    canvas.save()
    return buffer.getvalue()


def saved(save: Callable[[io.BytesIO], None]) -> bytes:
    """Return what a ``save`` method writes."""
    buffer = io.BytesIO()
    save(buffer)
    return buffer.getvalue()


def zipped(parts: Mapping[str, bytes | str]) -> bytes:
    """Return a zip container of some parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as container:
        for name, content in parts.items():
            container.writestr(name, content)
    return buffer.getvalue()


def with_parts(data: bytes, parts: Mapping[str, bytes | str]) -> bytes:
    """Return a zip container with some of its parts replaced or added."""
    with zipfile.ZipFile(io.BytesIO(data)) as container:
        kept = {name: container.read(name) for name in container.namelist()}
    return zipped({**kept, **parts})


def part_of(data: bytes, name: str) -> str:
    """Return one part of a zip container as text."""
    with zipfile.ZipFile(io.BytesIO(data)) as container:
        return container.read(name).decode()


NEXT_PAGE: Flowable = PageBreak()


def read_here(data: bytes) -> Document:
    """Return what `read_document` returns, without a process for it: for many small files."""
    form = sniff(data)
    if form == "docx":
        reading = read_docx(data, LIMITS)
    elif form == "pdf":
        reading = read_pdf(data, LIMITS)
    elif form == "html":
        reading = read_html(data, LIMITS)
    elif form == "xlsx":
        reading = read_workbook(data, form, LIMITS)
    else:
        return read_document(data)
    return assemble(reading, "报告", form, "")
