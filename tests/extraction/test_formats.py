"""One report in every format that reports come in is one typed report."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import cast

import attrs
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

from performance_rules.extraction.documents import Extraction, extract
from performance_rules.readers import Document, read_document
from performance_rules.report.model import Report, Source
from performance_rules.report.tree import tree_of
from performance_rules.rules.ruleset import shipped_codebook

CONTENT: Content = (
    "东川县水务局2022年度部门决算",
    "一、部门概况",
    "（一）主要职责",
    "东川县水务局负责全县水库、灌渠和村镇供水的管理。",
    "二、决算情况说明",
    "（一）收入支出决算总体情况",
    "2022年度收入总计612.40万元，支出总计612.40万元。与2021年度相比，收入总计增加32.40万元，"
    "增长5.59%，主要原因是新开工两条灌渠。",
    "（二）收入决算情况",
    "本年收入合计600.00万元，其中：财政拨款收入590.00万元，占98.33%；其他收入10.00万元，占1.67%。",
    "（三）支出决算情况",
    "本年支出合计580.00万元，其中：基本支出380.00万元，占65.52%；项目支出200.00万元，占34.48%。",
    "支出决算表",
    "单位：万元",
    Grid(
        (
            ("科目编码", "科目名称", "本年支出", None, None),
            (None, None, "合计", "基本支出", "项目支出"),
            ("合计", "", "580.00", "380.00", "200.00"),
            ("205", "教育支出", "60.00", "60.00", ""),
            ("20508", "进修及培训", "60.00", "60.00", ""),
            ("2050803", "培训支出", "60.00", "60.00", ""),
            ("213", "农林水支出", "520.00", "320.00", "200.00"),
            ("21303", "水利", "520.00", "320.00", "200.00"),
            ("2130301", "行政运行", "320.00", "320.00", ""),
            ("2130305", "水利工程建设", "200.00", "", "200.00"),
        )
    ),
    "（四）一般公共预算财政拨款支出决算具体情况",
    "1.农林水支出（类）水利（款）行政运行（项）。年初预算为330.00万元，支出决算为320.00万元，"
    "完成年初预算的96.97%。决算数小于年初预算数的主要原因是一名职工年中调出。",
    "2.农林水支出（类）水利（款）水利工程建设（项）。年初预算为190.00万元，支出决算为200.00万元，"
    "完成年初预算的105.26%。决算数大于年初预算数的主要原因是南渠增加一段护坡。",
    "（五）“三公”经费支出决算情况",
    "2022年度“三公”经费财政拨款支出预算为9.00万元，支出决算为8.10万元，完成预算的90.00%。"
    "其中：公务用车运行维护费支出6.30万元，占77.78%；公务接待费支出1.80万元，占22.22%。",
    "公务接待费比上年减少0.20万元，下降10.00%，主要原因是来访批次减少。"
    "全年国内公务接待12批次，96人次。年末公务用车保有量2辆。",
    "财政拨款“三公”经费支出决算表",
    "单位：万元",
    Grid(
        (
            ("项目", "预算数", "决算数"),
            ("合计", "9.00", "8.10"),
            ("因公出国（境）费", "0.00", "0.00"),
            ("公务用车费", "7.00", "6.30"),
            ("公务接待费", "2.00", "1.80"),
        )
    ),
    "三、其他重要事项",
    "（一）机关运行经费",
    "2022年度机关运行经费支出42.50万元，比上年增加1.50万元，增长3.66%，主要原因是办公楼换了水泵。",
)
"""A small set of final accounts: totals, items, three-public expenditure, and two tables."""

WRITERS = {
    "docx": as_docx,
    "pdf": as_pdf,
    "html": as_html,
    "xlsx": as_xlsx,
    "markdown": as_markdown,
    "text": as_text,
}


@cache
def written(form: str) -> Document:
    """Return the content as it is read from a file of one format."""
    return read_document(WRITERS[form](CONTENT), name="决算")


@cache
def extracted(form: str) -> Extraction:
    """Return what that document becomes."""
    return extract(written(form))


def placeless(report: Report) -> Report:
    """Return a report that knows neither where anything in it was printed nor what its file holds.

    How many pictures a file has is a matter of its format: text cannot hold any.
    """
    return attrs.evolve(cast(Report, _mapped(report, _nowhere)), pictures=None)


def sources(report: Report) -> list[Source]:
    """Return all places that a report knows."""
    found: list[Source] = []
    _mapped(report, found.append)
    return found


def _nowhere(_: Source) -> object:
    return None


def _mapped(value: object, of_source: Callable[[Source], object]) -> object:
    """Return a report, or a part of one, with something else for every place."""
    if isinstance(value, Source):
        return of_source(value)
    if isinstance(value, tuple):
        return tuple(_mapped(item, of_source) for item in value)
    cls = type(value)
    if not attrs.has(cls):
        return value
    names = [field.name for field in attrs.fields(cls) if field.init]
    parts = {name: _mapped(getattr(value, name), of_source) for name in names}
    return cast(Callable[..., object], cls)(**parts)


def test_all_figures_find_their_place_in_every_format() -> None:
    """The content is not read as nothing: all its figures find their place, also from tables."""
    extraction = extracted("docx")
    leaves = tree_of(extraction.report, shipped_codebook()).leaves
    assert extraction.unbound == ()
    assert extraction.bound == len(leaves) == 62
    assert ["final.expenditure", "final.three_public"] == [
        table.key for table in extraction.report.tables
    ]


@pytest.mark.parametrize("form", [form for form in WRITERS if form != "docx"])
def test_one_document_is_one_report_in_every_format(form: str) -> None:
    """Figures, claims, reasons, counts, paragraphs and tables are the same; places may differ."""
    expected, actual = extracted("docx"), extracted(form)
    assert placeless(expected.report) == placeless(actual.report)
    assert [one.printed for one in expected.unbound] == [one.printed for one in actual.unbound]
    assert expected.notes == actual.notes


@pytest.mark.parametrize("form", WRITERS)
def test_pictures_are_counted_where_that_can_be_done(form: str) -> None:
    """None is not nought: text loses pictures, and in a PDF drawings cannot be told apart."""
    expected = 0 if form in ("docx", "html") else None
    assert expected == extracted(form).report.pictures


@pytest.mark.parametrize("form", WRITERS)
def test_places_are_those_of_the_format(form: str) -> None:
    """Whatever the format, a place that quotes the document quotes what stands in its range."""
    text = written(form).text
    quoted = [source for source in sources(extracted(form).report) if source.quote is not None]
    assert quoted
    for source in quoted:
        assert source.quote == text[source.start : source.end]


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice")
@pytest.mark.parametrize("form", ["doc", "rtf", "xls", "ods"])
def test_one_report_from_office(form: str, tmp_path: Path) -> None:
    """An old Word or Excel file that LibreOffice wrote is the same typed report as well."""
    new = "docx" if form in ("doc", "rtf") else "xlsx"
    (tmp_path / f"old.{new}").write_bytes(WRITERS[new](CONTENT))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    places = ["--convert-to", form, "--outdir", str(tmp_path), str(tmp_path / f"old.{new}")]
    subprocess.run(["soffice", profile, "--headless", *places], check=True, capture_output=True)
    document = read_document(tmp_path / f"old.{form}", name="决算")

    assert form == document.format
    assert placeless(extracted("docx").report) == placeless(extract(document).report)
