"""The Word file in ``examples/``: an invented self-evaluation report with three slips in it."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

import performance_rules as pr
from performance_rules.cli import main
from performance_rules.extraction.documents import extract
from performance_rules.readers import read_document

EXAMPLE = Path(__file__).parent.parent / "examples" / "donghe-2023.docx"


def test_all_of_it_is_read() -> None:
    """All but two figures of the example find their place, and its head is understood."""
    extraction = extract(read_document(EXAMPLE))
    report = extraction.report

    assert ("东河县林业局", 2023, "self_evaluation") == (report.entity, report.year, report.kind)
    assert 2 == len(extraction.unbound)


def test_what_is_wrong_with_it() -> None:
    """A figure restated wrongly, a rate over the wrong base, a grade below its score; no more."""
    result = pr.check(pr.read(EXAMPLE), pr.RuleSet.for_region())
    errors = {f.rule: f.message for f in result.findings if f.severity == "error"}

    assert {"TXT-003", "YOY-001", "PI-004"} == set(errors)
    assert "98.20万元、89.20万元" in errors["TXT-003"]
    assert "37.50%，报告写增长 27.27%" in errors["YOY-001"]
    assert "等级写“良”" in errors["PI-004"]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (EXAMPLE.read_bytes(), "TXT-003"),
        ("某林场2023年度部门决算\n本年支出5.00万元。本年支出6.00万元。\n".encode(), "TXT-003"),
        (
            "<p>某林场2023年度部门决算</p><p>本年支出5.0万元。本年支出6.0万元。</p>".encode(),
            "TXT-003",
        ),
        (b'# typed\nyear = 2023\n[all_funds]\nexpenditure = { final = "5.00x" }\n', "5.00x"),
    ],
    ids=["docx", "text", "html", "toml"],
)
def test_standard_input_is_told_by_its_content(
    data: bytes, says: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A document of any format, or a typed report, may come on standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
    main(["check", "-", "--format", "concise"])
    out, err = capsys.readouterr()

    assert says in out + err
