"""Every finding has a place: where its words stand, or where what it misses should."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest

from performance_rules.checking.findings import Where
from performance_rules.checking.placing import is_placed, placed
from performance_rules.cli import main
from performance_rules.report.build import build_report
from performance_rules.report.tree import Tree, tree_of
from performance_rules.rules.ruleset import shipped_codebook

LINES = (
    ("测试县水运局2022年度部门整体支出绩效自评报告", 1, ""),
    ("一、机构设置和人员", 2, "一、机构设置和人员"),
    ("本单位内设科室三个，在职的有三十人。", None, "一、机构设置和人员"),
    ("二、“三公”经费", 2, "二、“三公”经费"),
    ("因公出国团组未成行，没有支出。", None, "二、“三公”经费"),
    ("特此报告。", None, "二、“三公”经费"),
)
NOWHERE = (Where("some.path", "某处", ""),)


def tree(*, printed: bool = True) -> Tree:
    """Return a report with its paragraphs, where they were printed."""
    text, at = [], 0
    for words, heading, section in LINES:
        source = {"start": at, "end": at + len(words), "section": section, "document": "甲.txt"}
        text.append({"text": words, "heading": heading, "source": source})
        at += len(words) + 1
    report = build_report({"year": 2022, "text": text if printed else []})
    return tree_of(report, shipped_codebook())


@pytest.mark.parametrize(
    ("message", "quote", "expected"),
    [
        ("一处说“因公出国团组未成行”，另一处说有。", "因公出国团组未成行", False),
        ("特此报告：写得不全。", "特此报告", False),
        ("机构人员部分没有写明编制数，请补充。", "一、机构设置和人员", True),
        ("没有看到落款日期，请补充。", "特此报告。", True),
        ("没有看到“结转结余”，请补充。", LINES[0][0], True),
        ("金额有的用千分位，有的不用。", LINES[0][0], True),
    ],
    ids=["quoted", "named", "under its heading", "signed", "a notion", "all of it"],
)
def test_what_has_no_figure_has_a_place(message: str, quote: str, expected: bool) -> None:
    """Words that it quotes or names stand somewhere; what is missing belongs somewhere."""
    (found,) = placed(NOWHERE, message, (), tree())
    assert (quote, expected, "some.path") == (found.quote, found.expected, found.path)
    assert is_placed(found)


@pytest.mark.parametrize(
    ("message", "quote"),
    [("“在职的有三十人”写得不清楚。", "在职的有三十人"), ("写得不清楚。", LINES[2][0])],
    ids=["quoted", "not quoted"],
)
def test_what_is_about_a_paragraph_stands_in_it(message: str, quote: str) -> None:
    """Its place is the words it quotes from the paragraph, else the whole paragraph."""
    read = tree()
    (found,) = placed((Where("", "", ""),), message, (read.paragraphs[2],), read)
    assert (quote, False) == (found.quote, found.expected)


def test_words_are_marked_where_they_stand() -> None:
    """The place of words inside a paragraph is theirs, not that of the paragraph."""
    (found,) = placed(NOWHERE, "一处说“因公出国团组未成行”。", (), tree())
    whole = "\n".join(words for words, _, _ in LINES)
    assert found.start is not None
    assert whole[found.start : found.end] == found.quote


def test_what_has_a_place_keeps_it() -> None:
    """A figure stands where it stands."""
    where = (Where("a", "b", "2.20万元", start=3, end=9),)
    assert where == placed(where, "没有看到落款日期", (), tree())


def test_a_sentence_without_a_place_is_looked_for() -> None:
    """Words that are known, but not where they stand, stand where they are found."""
    (found,) = placed((Where("a", "b", "特此报告。"),), "写得不全。", (), tree())
    assert (LINES[-1][2], False) == (found.section, found.expected)
    kept = (Where("a", "b", "99.98%"),)
    assert kept == placed(kept, "没有说明原因", (), tree(printed=False))


def test_a_typed_report_has_no_text_to_point_at() -> None:
    """Without a document the path in the report is all there is."""
    assert NOWHERE == placed(NOWHERE, "没有看到落款日期", (), tree(printed=False))


def test_every_finding_about_a_document_has_a_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever a rule misses: there is a quotation with a position; comments stand at it."""
    monkeypatch.chdir(tmp_path)
    document = docx.Document()
    lines = [words for words, _, _ in LINES]
    work = [f"第{n}项工作已经完成。" for n in "一二三四五六七八九十"]
    for words in (*lines[:-1], *work, lines[-1]):
        document.add_paragraph(words)
    document.save("甲.docx")
    main(["check", "甲.docx", "-o", "甲.json"])
    findings = json.loads(Path("甲.json").read_text(encoding="utf-8"))["findings"]
    assert {"PER-004", "STR-002-DATE"} == {one["rule"] for one in findings}
    for finding in findings:
        assert any(one["quote"] and "start" in one for one in finding["where"]), finding["rule"]
    assert any(one.get("expected") for finding in findings for one in finding["where"])
    capsys.readouterr()
    main(["check", "甲.docx"])
    assert "位置  见“" in capsys.readouterr().out
    main(["check", "甲.docx", "-o", "批注.docx"])
    texts = [comment.text for comment in docx.Document("批注.docx").comments]
    for rule in ("PER-004", "STR-002-DATE"):
        assert 1 == sum(rule in text for text in texts)
    assert len(texts) > 1
