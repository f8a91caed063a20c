"""Formats that are files: a workbook, a page, and the document itself with comments."""

from __future__ import annotations

import hashlib
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn

from performance_rules.cli import main
from performance_rules.outputs.citing import laws_text
from performance_rules.rules.model import SEVERITIES, Basis

BODY = "测试县水运局"
LINES = (
    f"{BODY}2022年度部门决算公开",
    "一、收支情况",
    "2022年本年收入合计500.00万元，其中：财政拨款收入480.00万元，其他收入30.00万元。",
    "二、“三公”经费",
    "公务接待费支出2.20万元，比上年增加0.60万元，增长27.27%，主要原因是接待批次增加。",
)


def written(*lines: str, table: tuple[tuple[str, ...], ...] = ()) -> Path:
    """Return a Word document of some lines; its last words come in several runs."""
    document = docx.Document()
    for line in lines[:-1]:
        document.add_paragraph(line)
    last = document.add_paragraph()
    for begin in range(0, len(lines[-1]), 5):
        last.add_run(lines[-1][begin : begin + 5]).bold = bool(begin % 2)
    if table:
        grid = document.add_table(len(table), len(table[0]))
        for row, texts in zip(grid.rows, table, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    place = Path("报告.docx")
    document.save(str(place))
    return place


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


class Page(HTMLParser):
    """The tags, the names and the links of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.names: list[str] = []
        self.links: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            if name == "id":
                self.names.append(value or "")
            elif name in ("href", "src", "action"):
                self.links.add(value or "")


def comments(data: bytes) -> list[tuple[str, str]]:
    """Return the comments of a Word document: the words that each is at, and what it says."""
    document = docx.Document(BytesIO(data))
    found = []
    for comment in document.comments:
        words, inside = "", False
        for element in document.element.body.iter():
            own = element.get(qn("w:id")) == str(comment.comment_id)
            if own and element.tag == qn("w:commentRangeStart"):
                inside = True
            elif own and element.tag == qn("w:commentRangeEnd"):
                inside = False
            elif inside and element.tag == qn("w:t"):
                words += element.text
        found.append((words, comment.text))
    return found


def test_comments_stand_at_the_very_words() -> None:
    """A finding is told where its figures are printed, in a table too; no word is changed."""
    rows = (
        ("科目", "金额（万元）"),
        ("基本支出", "310.00"),
        ("项目支出", "170.00"),
        ("合计", "490.00"),
    )
    source = written(*LINES, "支出决算表", table=rows)

    assert main(["check", str(source), "-o", "批注.docx"]) == 1
    data = Path("批注.docx").read_bytes()
    said = comments(data)
    assert any(words in LINES[4] and "增长27.27%" in words and "37.50%" in t for words, t in said)
    assert any(words == "490.00" and "480" in t for words, t in said)
    assert [p.text for p in docx.Document(BytesIO(data)).paragraphs] == [*LINES, "支出决算表"]


def test_what_is_missing_is_told_where_it_should_stand() -> None:
    """What came out stands in a comment at the head, a missing date in one at the last words."""
    work = [f"第{n}项工作已经完成。" for n in "一二三四五六七八九"]
    source = written(f"{BODY}2022年度部门整体支出绩效自评报告", "一、基本情况", *work, *LINES[1:])
    main(["check", str(source), "-o", "批注.docx"])

    said = comments(Path("批注.docx").read_bytes())
    words, text = said[-1]
    assert words == f"{BODY}2022年度部门整体支出绩效自评报告"
    assert text.startswith("矛盾")
    (date,) = [words for words, text in said if "STR-002-DATE" in text]
    assert date in LINES[-1]


def test_comments_need_one_word_document() -> None:
    """There is nothing to comment on in a text, nor one place for two reports."""
    Path("报告.txt").write_text("\n".join(LINES), encoding="utf-8")
    source = written(*LINES)
    assert main(["check", "报告.txt", "-o", "批注.docx"]) == 2
    assert main(["check", str(source), "报告.txt", "-o", "批注.docx"]) == 2
    assert not Path("批注.docx").exists()


def test_a_page_needs_nothing_from_elsewhere_and_its_links_lead_somewhere() -> None:
    """No script, no picture, no address; what is quoted leads to the text and back."""
    main(["check", str(written(*LINES)), "-o", "结果.html"])
    text = Path("结果.html").read_text(encoding="utf-8")
    page = Page(text)

    assert {"script", "img", "link", "iframe"}.isdisjoint(page.tags)
    assert all(link.startswith("#") for link in page.links)
    assert {link[1:] for link in page.links} <= set(page.names)
    assert len(page.names) == len(set(page.names))
    assert "default-src 'none'" in text
    assert {"mark", "article", "details"} <= page.tags
    assert text.index("finding error") < text.index("finding warning")


def test_a_page_shows_what_a_report_holds_as_text() -> None:
    """Names and sentences of a report are words, whatever signs they are made of."""
    evil = "<script>alert(1)</script>&\"'"
    main(["check", str(written(f"{evil}县水运局2022年度部门决算公开", *LINES[1:])), "-o", "x.html"])
    text = Path("x.html").read_text(encoding="utf-8")

    assert "<script" not in text
    assert "&lt;script&gt;" in text


def test_a_page_of_several_reports_begins_with_an_index() -> None:
    """Each report has a line with its counts; one that cannot be read is named with the reason."""
    Path("甲.txt").write_text("\n".join(LINES), encoding="utf-8")
    Path("乙.txt").write_text("\n".join(LINES).replace(BODY, "测试县渔业局"), encoding="utf-8")
    Path("丙.docx").write_bytes(b"PK\3\4 no document")
    assert main(["check", "甲.txt", "乙.txt", "丙.docx", "-o", "结果.html"]) == 1
    text = Path("结果.html").read_text(encoding="utf-8")

    assert {"#report-1", "#report-2"} <= Page(text).links
    index = text[: text.index('<section class="report"')]
    assert all(name in index for name in (BODY, "测试县渔业局", "丙.docx", "读不了"))


def test_files_of_one_folder_are_called_by_their_names_alone() -> None:
    """What goes to others says nothing of where the files lay."""
    folder = Path("很深").joinpath("里面")
    folder.mkdir(parents=True)
    for name in ("甲.txt", "乙.txt"):
        folder.joinpath(name).write_text("\n".join(LINES), encoding="utf-8")
    main(["check", str(folder), "-o", "结果.html"])
    text = Path("结果.html").read_text(encoding="utf-8")
    assert "甲.txt" in text
    assert "很深" not in text


def test_what_no_law_asks_for_is_called_a_reminder() -> None:
    """Where no provision says so, that is said in both languages."""
    basis = [Basis("REMIND")]
    assert laws_text(basis, {}, "zh") == ["通行写法；当地有提纲、格式的，从其规定"]
    assert laws_text(basis, {}, "en") == ["what is usual; local outlines come first"]


def test_one_article_is_cited_once_with_all_that_is_noted() -> None:
    """A law that a rule and its thresholds rest on is one line."""
    bases = [
        Basis("A", "3", "to-verify", "甲"),
        Basis("A", "3", None, "乙"),
        Basis("A", "4"),
        Basis("A", "3", None, "甲"),
    ]
    assert laws_text(bases, {}, "zh") == ["A第3条（甲；乙）", "A第4条"]


def test_a_ledger_has_a_row_for_each_finding_and_columns_to_fill_in() -> None:
    """The gravest come first; 处理 is picked from a list; there is a filter above."""
    Path("甲.txt").write_text("\n".join(LINES), encoding="utf-8")
    Path("乙.txt").write_text("\n".join(LINES).replace(BODY, "测试县渔业局"), encoding="utf-8")
    main(["check", "甲.txt", "乙.txt", "-o", "台账.xlsx"])
    book = openpyxl.load_workbook("台账.xlsx")

    assert ["整改台账", "报告", "规则"] == book.sheetnames
    ledger = book["整改台账"]
    head = [cell.value for cell in ledger[1]]
    rows = [dict(zip(head, row, strict=True)) for row in ledger.iter_rows(2, values_only=True)]
    found = [row["问题"] for row in rows if row["单位"] == BODY]
    assert any("37.50%" in str(text) for text in found)
    for unit in (BODY, "测试县渔业局"):
        called = [row["等级"] for row in rows if row["单位"] == unit]
        order = ["矛盾", "须说明", "提示", "人工复核"]
        assert sorted(called, key=lambda one: order.index(str(one))) == called
    assert ledger.freeze_panes == "A2"
    assert ledger.auto_filter.ref.startswith("A1:")
    lists = [rule.formula1 for rule in ledger.data_validations.dataValidation]
    assert '"已改,接受,不属实,待定"' in lists
    assert len(list(book["报告"].iter_rows(2))) == 2
    assert len(SEVERITIES) == 4


def test_a_ledger_has_no_formulas() -> None:
    """A sentence of a report that begins with = stays a sentence."""
    Path("甲.txt").write_text("\n".join(LINES).replace(BODY, "=1+1县水运局"), encoding="utf-8")
    main(["check", "甲.txt", "-o", "台账.xlsx"])
    book = openpyxl.load_workbook("台账.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {"f"}.isdisjoint(cell.data_type for cell in cells)


@pytest.mark.parametrize(
    ("options", "made"),
    [
        (["-o", "a.html"], "a.html"),
        (["-o", "a.XLSX"], "a.XLSX"),
        (["-o", "a.json"], "a.json"),
        (["--format", "html", "-o", "a.html"], "a.html"),
        (["--format", "xlsx"], None),
        (["--format", "xlsx", "-o", "a.html"], None),
        (["--format", "text", "-o", "a.xlsx"], None),
        (["--format", "html", "-o", "a.txt"], None),
        (["--format", "pdf", "-o", "a.pdf"], None),
    ],
)
def test_the_name_of_the_file_says_its_format(options: list[str], made: str | None) -> None:
    """Without a format the suffix is it; one that says something else is refused."""
    source = written(*LINES)
    before = hashlib.sha256(source.read_bytes()).hexdigest()
    code = main(["check", str(source), *options])

    assert (code == 2) == (made is None)
    assert made is None or Path(made).stat().st_size
    assert sorted(p.name for p in Path().iterdir()) == sorted(
        {"报告.docx", *([made] if made else [])}
    )
    assert before == hashlib.sha256(source.read_bytes()).hexdigest()
