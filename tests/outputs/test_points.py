"""A rule broken at several places is told once, and what goes away with a finding below it."""

from __future__ import annotations

import json
import re
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import docx
import jsonschema
import openpyxl
import pytest

from performance_rules.cli import main
from performance_rules.outputs.schema import result_schema

BODY = "测试县水运局"

SHARES = "按支出性质分，基本支出312.00万元，占62.40%；项目支出188.00万元，占37.60%。"
LINES = (
    f"{BODY}2022年度部门决算公开",
    "一、支出情况",
    "2022年财政拨款支出596.00万元，比上年增加96.00万元，增长24.00%。",
    SHARES,
    "二、“三公”经费",
    "公务接待费支出2.20万元，比上年增加0.60万元，增长27.27%，主要原因是接待批次增加。",
    "公务用车运行维护费支出5.00万元，比上年增加1.00万元，增长20.00%，主要原因是维修增加。",
)
RATE = "YOY-001"
"""The rule that is broken at two places in the second part."""


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    document = docx.Document()
    for line in LINES:
        document.add_paragraph(line)
    document.save("甲.docx")


def made(form: str, capsys: pytest.CaptureFixture[str]) -> str:
    """Return what a check prints in a format."""
    main(["check", "甲.docx", "--format", form])
    return capsys.readouterr().out


def result() -> dict[str, Any]:
    """Return the canonical result."""
    main(["check", "甲.docx", "-o", "甲.json"])
    found: dict[str, Any] = json.loads(Path("甲.json").read_text(encoding="utf-8"))
    return found


def test_json_has_every_finding_and_the_points_beside_them() -> None:
    """No key goes: each finding is in the list; the points name them, each exactly once."""
    data = result()
    jsonschema.validate(data, result_schema())
    named = [x for p in data["points"] for x in (*p["findings"], *p.get("settles", ()))]
    assert sorted(named) == sorted(one["fingerprint"] for one in data["findings"])
    pairs = [(p["severity"], p["rule"]) for p in data["points"]]
    assert len(set(pairs)) == len(pairs)
    assert next(len(p["findings"]) for p in data["points"] if p["rule"] == RATE) >= 2
    below = {x for p in data["points"] for x in p.get("settles", ())}
    assert below == {one["fingerprint"] for one in data["findings"] if "follows" in one}


def test_text_tells_a_rule_once_with_its_places(capsys: pytest.CaptureFixture[str]) -> None:
    """The places are numbered; the law and what to do stand once, after them."""
    text = made("text", capsys)
    point = next(part for part in text.split("\n【") if RATE in part.split("\n")[0])
    assert "处）" in point.split("\n")[0]
    assert [point.count(word) for word in ("  1. ", "  2. ", "  依据  ", "  处理  ")] == [1] * 4
    joined = "".join(line.strip() for line in point.split("\n"))
    assert 3 == joined.count("个百分点，请核实")


def test_points_that_share_a_figure_name_each_other(capsys: pytest.CaptureFixture[str]) -> None:
    """Points are numbered; where one figure stands in two of them, each names the other."""
    document = docx.Document()
    document.add_paragraph(LINES[0])
    document.add_paragraph(
        "公务接待费预算8.00万元，支出决算6.00万元，完成预算的85.00%，比上年增加1.00万元，增长30.00%。"
    )
    document.save("甲.docx")
    text = "".join(line.strip() for line in made("text", capsys).split("\n"))
    heads = [f"问题{number}：" for number in range(1, text.count("】问题") + 1)]
    assert len(heads) > 1
    assert all(head in text for head in heads)
    assert re.search("问题[0-9]（同一个数字）", text)


def test_one_basis_is_enough_to_read_by(capsys: pytest.CaptureFixture[str]) -> None:
    """The text tells the basis that can be quoted to others; the result for programs has all."""
    text = made("text", capsys)
    point = next(part for part in text.split("\n【") if RATE in part.split("\n")[0])
    assert "依据  《地方预决算公开操作规程》" in point
    assert "勾稽关系" not in point
    data = result()
    assert any(len(one["basis"]) > 1 for one in data["findings"] if one["rule"] == RATE)


def test_programs_get_a_point_at_a_time(capsys: pytest.CaptureFixture[str]) -> None:
    """What goes away with another finding is no result, no annotation and no test of its own."""
    points = result()["points"]
    below = {x for p in points for x in p.get("settles", ())}
    run = json.loads(made("sarif", capsys))["runs"][0]
    assert len(points) == len(run["results"])
    of_rate = next(one for one in run["results"] if one["ruleId"] == RATE)
    assert len(of_rate["locations"]) >= 2
    assert len(of_rate["properties"]["fingerprints"]) >= 2
    firsts = {one["partialFingerprints"]["performanceRules/v1"] for one in run["results"]}
    assert firsts.isdisjoint(below)
    lines = made("github", capsys).splitlines()
    assert len(points) + 1 == len(lines)
    assert any("%0A2. " in line for line in lines)
    cases = ET.fromstring(made("junit", capsys)).iter("testcase")
    assert {p["rule"] for p in points} | {"performance-rules"} == {
        str(case.get("name")).split()[0] for case in cases
    }


def test_files_tell_a_point_once() -> None:
    """Page and letter have an entry a point, the ledger a row a finding, a rule's together."""
    data = result()
    main(["check", "甲.docx", "-o", "甲.html"])
    page = Path("甲.html").read_text(encoding="utf-8")
    assert len(data["points"]) == page.count("<article ")
    assert "<ol>" in page
    main(["check", "甲.docx", "--format", "opinion", "-o", "意见.docx"])
    letter = docx.Document("意见.docx")
    heads = [p for p in letter.paragraphs if p.style is not None and p.style.name == "Heading 2"]
    assert len(data["points"]) == len(heads)
    main(["check", "甲.docx", "-o", "台账.xlsx"])
    sheet = openpyxl.load_workbook("台账.xlsx")["整改台账"]
    head = [cell.value for cell in sheet[1]]
    rows = [dict(zip(head, row, strict=True)) for row in sheet.iter_rows(2, values_only=True)]
    assert len(data["findings"]) == len(rows)
    at = [number for number, row in enumerate(rows) if row["规则编号"] == RATE]
    assert at == list(range(at[0], at[0] + len(at)))


def test_comments_cite_the_law_once() -> None:
    """Each place has a comment; what a rule rests on stands in the first of them."""
    main(["check", "甲.docx", "-o", "批注.docx"])
    document = docx.Document(BytesIO(Path("批注.docx").read_bytes()))
    notes = [note.text for note in document.comments if f"（{RATE}）" in note.text]
    assert len(notes) >= 2
    assert 1 == sum("依据：" in note for note in notes)


def test_what_is_missing_is_told_in_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    """Several things of one rule are numbered inside it, each by one of its wordings."""
    document = docx.Document()
    headings = "一、收入", "二、支出", "三、机构设置", "四、绩效", "五、其他", "六、附表"
    for line in (f"{BODY}2022年度部门预算", *headings):
        document.add_paragraph(line)
    document.add_paragraph("2022年财政拨款支出596.00万元。")
    document.save("甲.docx")
    told = "".join(made("text", capsys).split())
    assert "没有看到①“主要职能”②“机关运行经费”③“政府采购”④“国有资产”⑤“名词解释”方面的说明" in told
