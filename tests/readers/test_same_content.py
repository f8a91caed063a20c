"""One report in every format is one document."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.readers.writing import (
    Content,
    Grid,
    as_docx,
    as_html,
    as_markdown,
    as_pdf,
    as_text,
    as_xlsx,
)

from performance_rules.readers import Document, Paragraph, read_document

PLAIN: Content = (
    "一、收入决算情况",
    "本年收入合计 1,250.40 万元，其中：财政拨款收入 1,200.00 万元，占 95.97%。",
    "表1 收入决算表",
    Grid(
        (
            ("科目", "预算数", "决算数"),
            ("财政拨款收入", "1,180.00", "1,200.00"),
            ("其他收入", "", "50.40"),
            ("合计", "1,180.00", "1,250.40"),
        )
    ),
    "二、其他说明",
)
MERGED: Content = (
    "支出情况",
    "单位：万元",
    Grid(
        (
            ("科目", "支出", None),
            (None, "基本支出", "项目支出"),
            ("教育支出", "10.00", ""),
            ("合计", "10.00", "0.00"),
        )
    ),
)

Writer = Callable[[Content], bytes]
MERGING: dict[str, Writer] = {"docx": as_docx, "pdf": as_pdf, "html": as_html, "xlsx": as_xlsx}
WRITERS: dict[str, Writer] = {**MERGING, "text": as_text, "markdown": as_markdown}


def said(document: Document) -> list[object]:
    """Return paragraphs as texts, and tables as the texts of their cells."""
    return [
        block.text if isinstance(block, Paragraph) else block.texts() for block in document.blocks
    ]


def expected(content: Content) -> list[object]:
    """Return what `said` should return."""
    return [
        tuple(map(tuple, block.rows)) if isinstance(block, Grid) else block for block in content
    ]


@pytest.mark.parametrize("form", WRITERS)
def test_paragraphs_and_cells_are_the_same_in_every_format(form: str) -> None:
    """Paragraphs and cells are the same whatever format they come in."""
    document = read_document(WRITERS[form](PLAIN))
    assert expected(PLAIN) == said(document)


@pytest.mark.parametrize("form", MERGING)
def test_the_rest_of_a_merged_cell_is_none_in_every_format(form: str) -> None:
    """The rest of a merged cell is None; an empty cell is ''."""
    document = read_document(MERGING[form](MERGED))
    assert expected(MERGED) == said(document)


@pytest.mark.parametrize("form", WRITERS)
def test_the_range_of_every_piece_holds_its_text_in_every_format(form: str) -> None:
    """The range of every paragraph and cell in the text of the document holds its text."""
    document = read_document(WRITERS[form](PLAIN))
    for paragraph in document.paragraphs:
        assert paragraph.text == document.text[paragraph.start : paragraph.end]
    for table in document.tables:
        for y, row in enumerate(table.rows, 1):
            for x, cell in enumerate(row, 1):
                assert (y, x) == (cell.row, cell.column)
                assert (cell.text or "") == document.text[cell.start : cell.end]
    starts = [block.start for block in document.blocks]
    assert sorted(starts) == starts
    assert [paragraph.number for paragraph in document.paragraphs] == [1, 2, 3, 4]
    assert [table.number for table in document.tables] == [1]
