"""A PDF comes back with highlights over the very words, and nothing else changed."""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

import pdfplumber
import pytest
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, Spacer
from tests.readers.writing import BODY, pdf_of, ruled

from performance_rules.cli import main

pypdf = pytest.importorskip("pypdf", reason="highlights are an extra of their own")

ENTITY = "测试县水运局"
RATE = "公务接待费支出2.20万元，比上年增加0.60万元，增长27.27%，主要原因是接待批次增加。"
LINES = (
    f"{ENTITY}2022年度部门决算公开",
    "一、收支情况",
    "2022年本年支出合计490.00万元。",
    "二、“三公”经费",
    RATE,
)
ROWS = (
    ("科目", "年初预算", "决算"),
    ("基本支出", "310.00", "310.00"),
    ("项目支出", "170.00", "170.00"),
    ("合计", "480.00", "490.00"),
)


def written(*, after: float = 12) -> Path:
    """Return a PDF of the lines, with a ruled table after them."""
    flow = [Paragraph(line, BODY) for line in LINES]
    data = pdf_of(
        [*flow, Spacer(1, after), Paragraph("支出决算表（单位：万元）", BODY), ruled(ROWS)]
    )
    place = Path("报告.pdf")
    place.write_bytes(data)
    return place


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def notes(data: bytes, kind: str) -> list[tuple[int, str, str]]:
    """Return the annotations of a kind: page, the words below it, and what it says."""
    found = []
    with pdfplumber.open(BytesIO(data)) as shown:
        for number, page in enumerate(pypdf.PdfReader(BytesIO(data)).pages):
            for one in page.get("/Annots") or ():
                note = one.get_object()
                if note["/Subtype"] == kind:
                    found.append((number + 1, _below(shown.pages[number], note), note["/Contents"]))
    return found


def _below(page: pdfplumber.page.Page, note: dict[str, list[float]]) -> str:
    """Return the words that lie below the quadrangles of an annotation."""
    points = [float(x) for x in note.get("/QuadPoints", ())]
    words = ""
    for at in range(0, len(points), 8):
        xs, ys = points[at : at + 8 : 2], points[at + 1 : at + 8 : 2]
        words += "".join(
            char["text"]
            for char in page.chars
            if min(xs) <= (char["x0"] + char["x1"]) / 2 <= max(xs)
            and min(ys) <= (char["y0"] + char["y1"]) / 2 <= max(ys)
        )
    return words.replace(" ", "")


def test_words_are_highlighted_and_the_file_is_kept() -> None:
    """A sentence and a cell are highlighted where they stand; the file's bytes stay in front."""
    source = written()
    assert main(["check", str(source), "-o", "批注.pdf"]) == 1
    data = Path("批注.pdf").read_bytes()

    assert data.startswith(source.read_bytes())
    said = notes(data, "/Highlight")
    assert any(words in RATE and "增长27.27%" in words and "37.50%" in t for _, words, t in said)
    assert any(words == "490.00" and "480.00万元" in text for _, words, text in said)
    assert all(words for _, words, _ in said)
    [(page, _, head)] = notes(data, "/Text")
    assert page == 1
    assert head.startswith("矛盾")
    with pdfplumber.open("批注.pdf") as after, pdfplumber.open(source) as before:
        assert [p.extract_text() for p in after.pages] == [p.extract_text() for p in before.pages]


def test_of_cells_with_the_same_number_the_right_one_is_meant() -> None:
    """A number that stands twice in a row is told apart by its column."""
    source = written()
    main(["check", str(source), "-o", "批注.pdf"])
    rects = [
        [float(edge) for edge in note.get_object()["/Rect"]]
        for note in pypdf.PdfReader("批注.pdf").pages[0]["/Annots"]
        if "（TOT-001）" in note.get_object()["/Contents"]
    ]
    with pdfplumber.open(source) as pdf:
        lefts = sorted(w["x0"] for w in pdf.pages[0].extract_words() if w["text"] == "310.00")
    assert len(lefts) == 2
    assert 3 == len(rects)
    assert all(abs(rect[0] - lefts[1]) < 2 for rect in rects)


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_a_turned_page_has_its_highlights_at_the_words(angle: int) -> None:
    """The words are found as the page is shown, and marked as it is stored."""
    source = written()
    straight = pypdf.PdfWriter(clone_from=str(source))
    page = straight.pages[0]
    width, height = float(page.mediabox.width), float(page.mediabox.height)
    turned = {
        90: (0, 1, -1, 0, height, 0),
        180: (-1, 0, 0, -1, width, height),
        270: (0, -1, 1, 0, 0, width),
    }[angle]
    page.add_transformation(turned)
    if angle != 180:
        page.mediabox = pypdf.generic.RectangleObject((0, 0, height, width))
        page.cropbox = page.mediabox
    page.rotate(angle)
    straight.write("转.pdf")
    main(["check", "转.pdf", "-o", "批注.pdf"])

    points = [
        [float(x) for x in note.get_object()["/QuadPoints"]]
        for note in pypdf.PdfReader("批注.pdf").pages[0]["/Annots"]
        if "（YOY-001）" in note.get_object()["/Contents"]
    ]
    with pdfplumber.open(source) as pdf:
        [line] = pdf.pages[0].search("增长27.27%")
    middle = ((line["x0"] + line["x1"]) / 2, height - (line["top"] + line["bottom"]) / 2)
    a, b, c, d, e, f = turned
    x, y = a * middle[0] + c * middle[1] + e, b * middle[0] + d * middle[1] + f
    assert any(
        min(p[at : at + 8 : 2]) <= x <= max(p[at : at + 8 : 2])
        and min(p[at + 1 : at + 8 : 2]) <= y <= max(p[at + 1 : at + 8 : 2])
        for p in points
        for at in range(0, len(p), 8)
    )


def test_a_protected_file_is_refused() -> None:
    """Of a file that may be read and not changed, nothing is written, and it is said why."""
    writer = pypdf.PdfWriter(clone_from=str(written()))
    writer.encrypt("", "owner", algorithm="RC4-128")
    writer.write("锁.pdf")
    assert main(["check", "锁.pdf", "-o", "批注.pdf"]) == 2
    assert not Path("批注.pdf").exists()


def test_that_it_is_protected_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    """The message names the file and what to do; one with a password cannot even be read."""
    writer = pypdf.PdfWriter(clone_from=str(written()))
    writer.encrypt("", "owner", algorithm="RC4-128")
    writer.write("锁.pdf")
    main(["check", "锁.pdf", "-o", "批注.pdf"])
    told = capsys.readouterr().err
    assert "锁.pdf" in told
    assert "另存为不加密的 PDF" in told


def test_a_scan_is_not_written_back(capsys: pytest.CaptureFixture[str]) -> None:
    """A page without text has no words to highlight: it cannot be read, and that is said."""
    canvas = Canvas("扫描.pdf")
    canvas.rect(100, 100, 300, 300, fill=1)
    canvas.save()
    assert main(["check", "扫描.pdf", "-o", "批注.pdf"]) == 3
    assert "扫描" in capsys.readouterr().err
    assert not Path("批注.pdf").exists()


def test_highlights_need_one_pdf() -> None:
    """There is nothing to highlight in a text, nor one place for two reports."""
    source = written()
    Path("报告.txt").write_text("\n".join(LINES), encoding="utf-8")
    assert main(["check", "报告.txt", "-o", "批注.pdf"]) == 2
    assert main(["check", str(source), "报告.txt", "-o", "批注.pdf"]) == 2
    assert not Path("批注.pdf").exists()


def test_what_is_not_installed_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without the library the message says what to install."""
    source = written()
    monkeypatch.setitem(sys.modules, "pypdf", None)
    assert main(["check", str(source), "-o", "批注.pdf"]) == 2
    told = capsys.readouterr().err
    assert "pypdf" in told
    assert "pip install" in told


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_notes_are_in_the_language_asked_for(lang: str) -> None:
    """What is said at the words is said in one language."""
    main(["check", str(written()), "-o", "批注.pdf", "--lang", lang])
    texts = [text for _, _, text in notes(Path("批注.pdf").read_bytes(), "/Highlight")]
    assert texts
    assert all(text.startswith("【" if lang == "zh" else "[") for text in texts)
