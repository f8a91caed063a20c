"""A number of a typed report is told with its line, where only one line can be meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from performance_rules.cli import main

TOML = """\
entity = "测试县水运局"
year = 2022
kind = "部门决算"

[all_funds.expenditure]
final = "{whole}"

[all_funds.expenditure.by_nature]
columns = ["科目", "决算"]
rows = [
  ["基本支出", "3,120.55元"],
  ["项目支出", "{project}"],
]
"""


def told(folder: Path, text: str, name: str, capsys: pytest.CaptureFixture[str]) -> str:
    """Return what a check prints of a typed report, its lines joined."""
    (folder / name).write_text(text, encoding="utf-8")
    main(["check", str(folder / name)])
    return "".join(line.strip() for line in capsys.readouterr().out.split("\n"))


def test_a_number_of_one_line_is_told_with_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each figure is quoted with the line of the file beside the way to it."""
    text = TOML.format(whole="5,000.00元", project="1,846.30元")
    out = told(tmp_path, text, "a.toml", capsys)
    assert "“5,000.00元”（第6行，总支出 › 决算）" in out
    assert "“1,846.30元”（第12行，总支出 › 按支出性质 › 项目支出 › 决算）" in out


def test_of_several_lines_the_one_with_the_name_is_meant(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A number that stands twice is told with the line that has its row; without one, with none."""
    text = TOML.format(whole="3120.55元", project="1,846.30元")
    out = told(tmp_path, text, "a.toml", capsys)
    assert "“3,120.55元”（第11行，总支出 › 按支出性质 › 基本支出 › 决算）" in out
    assert "“3,120.55元”（总支出 › 决算）" in out


def test_a_report_in_json_has_lines_as_well(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The lines of a file of one line say little, but they are true."""
    text = (
        '{"entity": "测试县水运局", "year": 2022, "kind": "部门决算",\n'
        '"all_funds": {"expenditure": {"final": "5,000.00元",\n'
        '"by_nature": {"columns": ["科目", "决算"],\n'
        '"rows": [["基本支出", "3,120.55元"],\n["项目支出", "1,846.30元"]]}}}}'
    )
    out = told(tmp_path, text, "a.json", capsys)
    assert "（第2行，总支出 › 决算）" in out
    assert "（第5行，总支出 › 按支出性质 › 项目支出 › 决算）" in out
