"""Files of layouts: what is wrong with them is told at once, with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from performance_rules import RuleFileError
from performance_rules.forms import load_layouts

HEAD = """
form   = "small"
name   = "小表"
sheet  = "小表"
title  = "小表（{year}年度）"
rows   = 1
widths = [10, 10, 10]
"""
GOOD = """
[[part]]
block   = "资金（万元）"
rows    = ["总额", "其中：财政拨款"]
labels  = 1
columns = [{ head = "预算数", holds = "amount" }]

[[part]]
lines = [{ cells = [{ label = "甲", down = 2 }, { across = 2 }] }, { cells = [{ across = 2 }] }]
"""


def load(folder: Path, text: str) -> list[str]:
    """Return what is wrong with a file of a layout."""
    (folder / "forms").mkdir()
    (folder / "forms" / "small.toml").write_text(text.lstrip("\n"), encoding="utf-8")
    try:
        load_layouts(folder)
    except RuleFileError as wrong:
        return [problem.text() for problem in wrong.problems]
    return []


def test_a_layout_without_a_mistake_is_accepted(tmp_path: Path) -> None:
    """A layout of a table and some lines is accepted."""
    assert [] == load(tmp_path, HEAD + GOOD)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('title  = "', 'titel  = "', "不认识的键“titel”"),
        ('form   = "small"', 'form   = "other"', "文件名应与 form 一致"),
        ("{year}", "{yaer}", "没有“{yaer}”可填"),
        ("[10, 10, 10]", "[10, 10]", "多 1 栏"),
        ("[10, 10, 10]", "[10, 0, 10]", "widths 应是一列正整数"),
        ("rows   = 1", "rows   = 0", "rows 应是正整数"),
        ("labels  = 1", "labels  = 0", "少 1 栏"),
        ("{ across = 2 }] }]", "{ across = 1 }] }]", "少 1 栏"),
        ("down = 2", "down = 0", "down 应是正整数"),
        ("down = 2", "dwon = 2", "不认识的键“dwon”"),
        ('"amount"', '"amuont"', "holds 应是"),
        ('"amount" }', '"rate", of = ["执行数", "预算数"] }', "“执行数”不是本表的表头"),
        ('"amount" }', '"rate" }', "rate 一栏的 of"),
        ('"amount" }', '"score" }', "得分一栏要有 rate"),
        ('rows    = ["总额", "其中：财政拨款"]\n', "", "rows 或 groups"),
        ('block   = "资金（万元）"', 'total   = "总分"', "lines、columns、total 中的一个"),
    ],
)
def test_what_is_wrong_with_a_file(tmp_path: Path, old: str, new: str, words: str) -> None:
    """Each mistake is told with its cure, and none goes on to the sheet."""
    assert old in HEAD + GOOD
    assert any(words in text for text in load(tmp_path, (HEAD + GOOD).replace(old, new, 1)))
