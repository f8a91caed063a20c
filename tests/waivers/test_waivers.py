"""Decisions about findings: what they waive, when they lapse, and what a bad row is told."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from performance_rules.cli import main
from performance_rules.waivers.files import WaiverError, read_waivers
from performance_rules.waivers.model import Decision, FindingIdentity

BODY = "测试县水运局"
TEXT = f"""{BODY}2022年度部门决算公开
一、收支情况
2022年本年收入合计500.00万元，其中：财政拨款收入480.00万元，其他收入30.00万元。
二、“三公”经费
公务接待费支出2.20万元，比上年增加0.60万元，增长27.27%，主要原因是接待批次增加。
"""
Rows = dict[str, dict[str, object]]
SUM = "TOT-001"
RATE = "YOY-001"


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("甲.txt").write_text(TEXT, encoding="utf-8")


def ledger(change: Callable[[Rows], object]) -> None:
    """Make the ledger, fill it in by rule and heading, and keep it as it then is."""
    main(["check", "甲.txt", "-o", "台账.xlsx"])
    book = openpyxl.load_workbook("台账.xlsx")
    sheet = book["整改台账"]
    head = [str(cell.value) for cell in sheet[1]]
    rows = {
        str(row[head.index("规则编号")].value): dict(zip(head, (c.value for c in row), strict=True))
        for row in sheet.iter_rows(2)
    }
    change(rows)
    for at, values in enumerate(rows.values(), 2):
        for column, name in enumerate(head, 1):
            sheet.cell(at, column).value = values[name]
    book.save("台账.xlsx")


def fill(rule: str, state: str, **more: object) -> None:
    """Make the ledger and decide about one rule."""
    ledger(
        lambda rows: rows[rule].update({"处理": state, "备注": "已核实", "责任人": "张三", **more})
    )


def result(*options: str, report: str = "甲.txt") -> dict[str, Any]:
    """Return the canonical result of a check with the ledger."""
    main(["check", report, "--waivers", "台账.xlsx", *options, "-o", "结果.json"])
    found: dict[str, Any] = json.loads(Path("结果.json").read_text(encoding="utf-8"))
    return found


def rules(found: dict[str, Any]) -> list[str]:
    """Return the rules of the findings that count."""
    return [item["rule"] for item in found["findings"]]


def lapses(found: dict[str, Any]) -> list[tuple[str, str]]:
    """Return the decisions that have no effect."""
    return [(item["rule"], item["why"]) for item in found.get("lapsed", ())]


@pytest.mark.parametrize("state", ["接受", "不属实"])
def test_what_is_waived_is_listed_and_does_not_count(state: str) -> None:
    """It leaves the findings and the counts, and stands among the waived with its reason."""
    fill(SUM, state)
    found = result()

    assert SUM not in rules(found)
    assert RATE in rules(found)
    (waived,) = found["waived"]
    assert (SUM, "已核实", "张三") == (
        waived["finding"]["rule"],
        waived["reason"],
        waived["who"],
    )
    assert 1 == found["summary"]["error"]
    assert "豁免 1 条" in found["outcome"]["text"]


@pytest.mark.parametrize("form", ["text", "concise"])
def test_the_screen_names_what_is_waived(capsys: pytest.CaptureFixture[str], form: str) -> None:
    """The result line counts it; the list says what was decided, why and by whom."""
    fill(SUM, "接受", 期限=dt.datetime(2099, 12, 31))
    capsys.readouterr()
    assert 1 == main(["check", "甲.txt", "--waivers", "台账.xlsx", "--format", form])
    said = capsys.readouterr().out
    assert "豁免 1 条" in said
    assert "接受：已核实（张三，至 2099-12-31）" in said.replace("\n", "")


def test_a_report_whose_findings_are_all_waived_has_none(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The exit code is that of a clean report."""

    def all_of_them(rows: Rows) -> None:
        for row in rows.values():
            row.update({"处理": "接受", "备注": "说明在案", "责任人": "李四"})

    ledger(all_of_them)
    capsys.readouterr()
    assert 0 == main(["check", "甲.txt", "--waivers", "台账.xlsx"])
    assert "没有发现问题，豁免 3 条" in capsys.readouterr().out


def test_a_waived_finding_is_loud_again_when_a_figure_changes() -> None:
    """A waiver is of the figures that stood there; the place alone does not do."""
    fill(SUM, "接受")
    Path("甲.txt").write_text(TEXT.replace("30.00万元", "31.00万元"), encoding="utf-8")
    found = result()
    assert SUM in rules(found)
    assert (SUM, "changed") in lapses(found)


def test_a_change_elsewhere_wakes_nothing() -> None:
    """Other sentences may come and go."""
    fill(SUM, "接受")
    Path("甲.txt").write_text(
        TEXT.replace("二、", "2022年资产总额9.00万元。\n二、"), encoding="utf-8"
    )
    assert SUM not in rules(result())


@pytest.mark.parametrize(
    ("state", "text", "more", "why"),
    [
        ("接受", TEXT.replace("30.00", "20.00"), {}, "gone"),
        ("接受", TEXT, {"期限": dt.datetime(2020, 1, 1)}, "expired"),
        ("已改", TEXT, {}, "still"),
        ("已改", TEXT.replace("30.00", "20.00"), {}, None),
        ("待定", TEXT, {}, None),
    ],
    ids=["mended", "out of date", "not mended", "mended as said", "open"],
)
def test_decisions_without_effect_are_said(
    state: str, text: str, more: dict[str, object], why: str | None
) -> None:
    """Nobody goes on believing in a waiver that does nothing."""
    fill(SUM, state, **more)
    Path("甲.txt").write_text(text, encoding="utf-8")
    found = result()
    assert ([(SUM, why)] if why else []) == lapses(found)
    assert "waived" not in found


def test_a_rule_that_was_not_asked_for_makes_no_waiver_stale() -> None:
    """Of a rule that was left out nothing is known."""
    fill(SUM, "接受")
    assert [] == lapses(result("--ignore", SUM))


def test_another_report_is_not_waived(capsys: pytest.CaptureFixture[str]) -> None:
    """Another body may have the very same figures; a decision about one is none about it."""
    fill(SUM, "接受")
    Path("乙.txt").write_text(TEXT.replace(BODY, "测试县渔业局"), encoding="utf-8")
    found = result(report="乙.txt")
    assert SUM in rules(found)
    assert "1 条处理说的是这次没有检查的报告" in capsys.readouterr().err


def test_what_was_filled_in_stands_in_the_next_ledger() -> None:
    """A ledger made with a ledger goes on from it, waived rows included."""
    fill(SUM, "接受", 期限=dt.datetime(2099, 12, 31))
    main(["check", "甲.txt", "--waivers", "台账.xlsx", "-o", "新台账.xlsx"])
    sheet = openpyxl.load_workbook("新台账.xlsx")["整改台账"]
    head = [cell.value for cell in sheet[1]]
    rows = [dict(zip(head, row, strict=True)) for row in sheet.iter_rows(2, values_only=True)]
    (row,) = (row for row in rows if row["规则编号"] == SUM)
    filled = [row[name] for name in ("处理", "责任人", "期限", "备注")]
    assert ["接受", "张三", dt.datetime(2099, 12, 31), "已核实"] == filled


def test_every_bad_row_is_named_with_its_cure(capsys: pytest.CaptureFixture[str]) -> None:
    """All at once: what is wrong, in which row, and what to write instead."""

    def spoil(rows: Rows) -> None:
        rows[SUM].update({"处理": "接爱", "备注": "x", "责任人": "y"})
        rows[RATE].update({"处理": "接受", "期限": "年底"})
        rows["SG-005"].update({"处理": "不属实", "备注": "x", "责任人": "y", "识别码": "12"})

    ledger(spoil)
    capsys.readouterr()
    assert 2 == main(["check", "甲.txt", "--waivers", "台账.xlsx"])
    said = capsys.readouterr().err
    for words in (
        "是否想写“接受”",
        "“期限”不是日期：年底",
        "没有写“备注”",
        "没有写“责任人”",
        "“识别码”不完整",
    ):
        assert words in said
    assert {"A2", "A3", "A4"} == {f"A{n}" for n in range(2, 6) if f"整改台账!A{n}" in said}


def test_two_rows_may_not_disagree(capsys: pytest.CaptureFixture[str]) -> None:
    """One finding has one decision."""
    fill(SUM, "接受")
    book = openpyxl.load_workbook("台账.xlsx")
    sheet = book["整改台账"]
    again = [cell.value for cell in sheet[2]]
    again[[cell.value for cell in sheet[1]].index("处理")] = "不属实"
    sheet.append(again)
    book.save("台账.xlsx")
    capsys.readouterr()
    assert 2 == main(["check", "甲.txt", "--waivers", "台账.xlsx"])
    assert "与 整改台账!A2 说的是同一问题" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("豁免.docx", b"", "豁免写在 .toml 文件或填好的 .xlsx 台账里"),
        ("没有.xlsx", None, "没有这个文件"),
        ("坏.xlsx", b"PK\3\4", "坏.xlsx"),
        ("别的.xlsx", "book", "没有一张表有这几栏"),
    ],
)
def test_a_file_that_is_none_is_refused(
    capsys: pytest.CaptureFixture[str], name: str, data: bytes | str | None, said: str
) -> None:
    """What is wrong with the file is said before anything is checked."""
    if data == "book":
        openpyxl.Workbook().save(name)
    elif isinstance(data, bytes):
        Path(name).write_bytes(data)
    assert 2 == main(["check", "甲.txt", "--waivers", name])
    assert said in capsys.readouterr().err


# ── TOML ──

GOOD = f"""
[[waiver]]
rule = "{SUM}"
entity = "{BODY}"
year = 2022
figures = ["480.00万元", "30.00万元", "500.00万元"]
reason = "已核实"
who = "张三"
until = 2099-12-31
"""


def test_a_file_of_waivers_names_printed_figures() -> None:
    """Written by hand, a waiver tells its finding by rule, body, year and figures."""
    assert read_waivers(GOOD.encode(), "豁免.toml") == (
        Decision(
            SUM,
            FindingIdentity(BODY, 2022),
            "accepted",
            "已核实",
            "张三",
            dt.date(2099, 12, 31),
            figures=("480.00万元", "30.00万元", "500.00万元"),
            file="豁免.toml",
            spot="[[waiver]] 1",
        ),
    )
    Path("豁免.toml").write_text(GOOD, encoding="utf-8")
    main(["check", "甲.txt", "--waivers", "豁免.toml", "-o", "结果.json"])
    found = json.loads(Path("结果.json").read_text(encoding="utf-8"))
    assert SUM not in rules(found)
    assert SUM == found["waived"][0]["finding"]["rule"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (GOOD.replace("reason", "raeson"), ["是否想写“reason”", "没有写“reason”"]),
        (GOOD.replace("2022", '"去年"'), ["“year”不是年度：去年"]),
        (GOOD.replace("figures", "#"), ["没有写“code 或 figures”"]),
        (GOOD.replace("[[waiver]]", "[[waivers]]"), ["是否想写“waiver”"]),
        (GOOD.replace("[[waiver]]", "[waiver]"), ["写成 [[waiver]]"]),
        (
            GOOD + GOOD.replace('"张三"', '""') + GOOD.replace(SUM, ""),
            ["[[waiver]] 2", "[[waiver]] 3"],
        ),
        ("[[waiver]", ["TOML 格式有误"]),
        (GOOD + 'kind = "部门决祘"', ["是否想写“部门决算”"]),
    ],
)
def test_everything_wrong_with_a_file_is_said_at_once(text: str, said: list[str]) -> None:
    """Each with its table and, where there is one, the word that was meant."""
    with pytest.raises(WaiverError) as wrong:
        read_waivers(text.encode(), "豁免.toml")
    assert [] == [words for words in said if words not in str(wrong.value)]


def test_a_misspelt_rule_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    """A waiver of a rule that there is not waives nothing, and nobody would notice."""
    Path("豁免.toml").write_text(GOOD.replace(SUM, "TOT-0O1"), encoding="utf-8")
    assert 1 == main(["check", "甲.txt", "--waivers", "豁免.toml"])
    assert "没有规则“TOT-0O1”" in capsys.readouterr().err
