"""What was understood of a document, as people read it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import performance_rules as pr
from performance_rules.cli import main
from performance_rules.errors import Lang
from performance_rules.outputs.contentlines import ContentCell, View, by_place, place_text
from performance_rules.outputs.contents import Read, render
from performance_rules.outputs.terminal import plain, width
from performance_rules.report.model import Source

DOCUMENT = """青岚县档案馆2023年度部门决算公开说明
一、收支情况
（一）总体情况
2023年度本年收入合计864.20万元，其中：财政拨款收入812.50万元，占94.02%；其他收入51.70万元，占5.98%。
本年支出合计864.20万元，比上年增加64.20万元，增长8.03%，主要原因是新增馆藏数字化项目。其中：基本支出620.00万元，\
占71.74%；项目支出244.20万元，占28.26%。
（二）“三公”经费
“三公”经费支出4.80万元，其中：公务用车运行维护费3.60万元，公务接待费1.20万元，国内公务接待15批次、120人次。
二、项目情况
库房改造项目预算80万元，支出76万元。
"""

TREE = """\
青岚县档案馆
部门决算 · 2023 年度 · 未写区划
标题：青岚县档案馆2023年度部门决算公开说明
文件：small.txt

── 收支 ────────────────────────────────────────────────────────────────────────
                    决算
总收入        864.20万元  一（一），第4段
总支出        864.20万元  一（一），第5段
  · 比上年决算增加64.20万元，8.03%，原因：新增馆藏数字化项目
  按支出性质
    基本支出  620.00万元  一（一），第5段
      · 占合计 71.74%
    项目支出  244.20万元  一（一），第5段
      · 占合计 28.26%
"""


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The document as a file of the folder we are in."""
    monkeypatch.chdir(tmp_path)
    Path("small.txt").write_text(DOCUMENT, encoding="utf-8")
    return "small.txt"


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Return what ``read`` prints."""
    assert 0 == main(["read", *arguments])
    return capsys.readouterr().out


def test_a_document_as_a_tree(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Head, lines with figures in columns, places in short, claims and reasons below them."""
    shown = told(capsys, file, "--format", "text")

    assert TREE == shown[: len(TREE)]
    for text in ("公务接待费", "1.20万元", "15批次", "库房改造", "76万元", "数字：查了"):
        assert text in shown
    assert [] == [line for line in shown.split("\n") if width(line) > 80]
    assert not re.search(r"[a-z]+_[a-z]+|\w\[\d+\]", shown.replace(file, ""))


def test_english_quotes_all_that_is_chinese(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    """With --lang en what is Chinese is a figure as printed, or stands in quotation marks."""
    shown = told(capsys, file, "--format", "text", "--lang", "en")

    rest = re.sub(r'"[^"]*"', "", shown.replace("\n", " "))
    rest = re.sub(r"[\d.,]+[^\s\d]*", "", rest)
    assert [] == re.findall(r"[\u4e00-\u9fff]+", rest)
    assert "Income and expenditure" in shown
    assert "up 64.20万元, 8.03%" in shown


def test_the_typed_report_stays_the_default(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Without --format the report is printed as JSON; as TOML it is the same report."""
    plainly = told(capsys, file)
    assert plainly == told(capsys, file, "--format", "json")

    toml = told(capsys, file, "--format", "toml")
    Path("small.toml").write_text(toml, encoding="utf-8")
    assert plainly == told(capsys, "small.toml")


def test_another_format_is_refused(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What is no format is told, with those that are."""
    assert 2 == main(["read", file, "--format", "yaml"])
    assert "json toml text" in capsys.readouterr().err


def long_report(parts: int) -> pr.Report:
    """Return a report whose expenditure has so many parts."""
    lines = [{"name": f"项目{i}支出", "final": f"{i}万元"} for i in range(1, parts + 1)]
    return pr.Report.from_dict({"all_funds": {"expenditure": {"members": {"lines": lines}}}})


def shown(report: pr.Report, lang: Lang = "zh", *, whole: bool = False, columns: int = 80) -> str:
    """Return a report as the tree of what was understood."""
    return plain(render([Read(report, "report.toml")], View(lang, whole), columns))


def test_long_lists_are_cut_unless_all_is_asked_for() -> None:
    """Of a long list the first are shown and the rest counted; --all shows every one."""
    report = long_report(40)
    assert "另有 28 项（--all 全部列出）" in shown(report)
    assert "项目40支出" not in shown(report)
    assert "项目40支出" in shown(report, whole=True)


def test_a_narrow_screen_gives_every_figure_a_row() -> None:
    """Figures that do not fit side by side stand one below the other, with their columns."""
    columns = ("initial_budget", "adjusted_budget", "final", "prior_budget", "prior")
    line = dict.fromkeys(columns, "1,234,567.89元")
    report = pr.Report.from_dict({"all_funds": {"expenditure": line}})

    rows = shown(report, columns=60).split("\n")
    assert "总支出  年初预算      1,234,567.89元" in rows
    assert "        上年决算      1,234,567.89元" in rows


@pytest.mark.parametrize(
    ("source", "zh", "en"),
    [
        (None, "", ""),
        (Source(page=3, table=1, row=2, column=4), "第3页，表1第2行", "page 3, table 1 row 2"),
        (Source(section="一、概况/（二）人员", paragraph=9), "一（二），第9段", "para. 9"),
        (Source(cell="决算表!B5", table=1), "决算表!B5", '"决算表!B5"'),
        (Source(section="概况", paragraph=9), "第9段", "para. 9"),
    ],
)
def test_a_place_is_told_by_page_or_table_or_numbers_of_headings(
    source: Source | None, zh: str, en: str
) -> None:
    """A place is a page, a table and its row, or the numbers of its headings and a paragraph."""
    assert zh == place_text(source, "zh")
    assert en == place_text(source, "en")


def test_figures_of_one_place_stand_in_one_row() -> None:
    """Two columns of one row of a table go together; a second figure of a column does not."""
    cells = [
        ContentCell("final", "1", "表1"),
        ContentCell("prior", "2", "表1"),
        ContentCell("final", "3", "表1"),
    ]
    assert [cells[:2], cells[2:]] == by_place(cells)


def test_a_file_may_hold_nothing() -> None:
    """A report without anything has a head and no more."""
    assert "（未写单位名称）" in shown(pr.Report())
