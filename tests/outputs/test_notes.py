"""What a region took away from the rules stands in every result, in whatever format."""

from __future__ import annotations

import json
import re
from html import unescape
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import docx
import pytest
from tests.readers.writing import BODY, pdf_of

from performance_rules.cli import main
from performance_rules.outputs import FILES, FORMATS

LINES = (
    "测试县水运局2022年度部门决算公开",
    "一、收支情况",
    "2022年本年收入合计500.00万元，其中：财政拨款收入480.00万元，其他收入30.00万元。",
)
TOLD = "停用了规则SHR-003“一组占比之和为百分之百”（county/change.toml：本县另有规定）"


@pytest.fixture(autouse=True)
def _county(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("county").mkdir()
    change = 'rule = "SHR-003"\nverb = "disable"\nreason = "本县另有规定"\n'
    Path("county/change.toml").write_text(change, encoding="utf-8")
    document = docx.Document()
    for line in LINES:
        document.add_paragraph(line)
    document.save("报告.docx")


def words_in(data: bytes, form: str) -> str:
    """Return all that a file says, without tags, signs that are written otherwise, and blanks."""
    if form == "pdf":
        pypdf = pytest.importorskip("pypdf", reason="highlights are an extra of their own")
        notes = pypdf.PdfReader(BytesIO(data)).pages[0]["/Annots"]
        text = "".join(note.get_object()["/Contents"] for note in notes)
    elif is_zipfile(BytesIO(data)):
        with ZipFile(BytesIO(data)) as parts:
            xml = (parts.read(name).decode() for name in parts.namelist() if name[-3:] == "xml")
            text = re.sub("<[^>]*>", "", "".join(xml))
    else:
        text = data.decode()
    if form in ("json", "jsonl", "sarif"):
        text = json.dumps(json.loads(text), ensure_ascii=False)
    return re.sub(r"\s", "", unescape(text))


@pytest.mark.parametrize("form", FORMATS)
def test_what_a_county_switched_off_stands_in_every_format(
    form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """No reader of a result is left to guess that a rule was not asked."""
    source = "报告.docx"
    if form == "pdf":
        from reportlab.platypus import Paragraph

        source = "报告.pdf"
        Path(source).write_bytes(pdf_of([Paragraph(line, BODY) for line in LINES]))
    asked = ["check", source, "--rules", "county", "--format", form]
    if form in FILES:
        main([*asked, "-o", f"result.{FILES[form]}"])
        data = Path(f"result.{FILES[form]}").read_bytes()
    else:
        main(asked)
        data = capsys.readouterr().out.encode()
    assert TOLD in words_in(data, form)
