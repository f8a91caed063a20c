"""Two results: what is gone, what is new, what has changed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from performance_rules.cli import main
from performance_rules.outputs.difference import ReportFindings, Seen, difference

BODY = "测试县水运局"
TEXT = f"""{BODY}2022年度部门决算公开
一、收支情况
2022年本年收入合计500.00万元，其中：财政拨款收入480.00万元，其他收入30.00万元。
二、“三公”经费
公务接待费支出2.20万元，比上年增加0.60万元，增长27.27%，主要原因是接待批次增加。
"""


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(name: str, text: str = TEXT) -> str:
    """Write a report and its result; return the name of the result."""
    Path(f"{name}.txt").write_text(text, encoding="utf-8")
    main(["check", f"{name}.txt", "-o", f"{name}.json"])
    return f"{name}.json"


@pytest.mark.parametrize(
    ("text", "counts", "code"),
    [
        (TEXT, "消失 0 条，新增 0 条，变化 0 条，不变 3 条", 0),
        (
            TEXT.replace("二、", "2022年资产总额9.00万元。\n二、"),
            "消失 0 条，新增 0 条，变化 0 条，不变 3 条",
            0,
        ),
        (TEXT.replace("30.00", "20.00"), "消失 1 条，新增 0 条，变化 0 条，不变 2 条", 0),
        (TEXT.replace("30.00", "31.00"), "消失 0 条，新增 0 条，变化 1 条，不变 2 条", 1),
        (TEXT.replace("27.27%", "37.50%"), "消失 1 条，新增 0 条，变化 0 条，不变 2 条", 0),
    ],
    ids=["the same", "a line more", "a sum mended", "another figure", "a rate mended"],
)
@pytest.mark.parametrize("form", ["json", "txt"])
def test_what_became_of_the_findings(
    capsys: pytest.CaptureFixture[str], form: str, text: str, counts: str, code: int
) -> None:
    """Results and reports are compared alike; only a contradiction come or changed is bad news."""
    write("旧")
    write("新", text)
    capsys.readouterr()
    assert code == main(["diff", f"旧.{form}", f"新.{form}"])
    assert counts in capsys.readouterr().out


def test_a_change_shows_both_sentences(capsys: pytest.CaptureFixture[str]) -> None:
    """What was said, and what is said now."""
    old, new = write("旧"), write("新", TEXT.replace("30.00", "31.00"))
    capsys.readouterr()
    main(["diff", old, new])
    said = capsys.readouterr().out.replace("\n      ", "")
    assert "原  本年收入合计写 500.00万元，所列 2 项相加为 510.00万元" in said
    assert "现  本年收入合计写 500.00万元，所列 2 项相加为 511.00万元" in said


def test_what_was_waived_is_not_gone(capsys: pytest.CaptureFixture[str]) -> None:
    """A decision about a finding mends nothing."""
    old = write("旧")
    Path("豁免.toml").write_text(
        f'[[waiver]]\nrule = "TOT-001"\nentity = "{BODY}"\nyear = 2022\nreason = "有说明"\n'
        'who = "甲"\nfigures = ["480.00万元", "30.00万元", "500.00万元"]\n',
        encoding="utf-8",
    )
    main(["check", "旧.txt", "--waivers", "豁免.toml", "-o", "新.json"])
    capsys.readouterr()
    assert 0 == main(["diff", old, "新.json"])
    assert "消失 0 条" in capsys.readouterr().out


def test_reports_of_a_batch_are_matched_by_what_they_are_of(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Body, year and kind tell a report; one that is on one side only is named."""
    for name, body in (("甲", BODY), ("乙", "测试县渔业局"), ("丙", "测试县林业局")):
        Path(f"{name}.txt").write_text(TEXT.replace(BODY, body), encoding="utf-8")
    main(["check", "甲.txt", "乙.txt", "-o", "旧.json"])
    main(["check", "丙.txt", "乙.txt", "-o", "新.json"])
    capsys.readouterr()
    assert 1 == main(["diff", "旧.json", "新.json", "--format", "json"])
    found = json.loads(capsys.readouterr().out)
    assert {"gone": 3, "new": 3, "changed": 0, "same": 3} == found["summary"]
    assert (["甲.txt"], ["丙.txt"]) == (found["reports_gone"], found["reports_new"])


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ('{"schema": "performance-rules/result/1"}', 2, "结果不完整"),
        (None, 3, "没有这个文件"),
        ('{"nothing": 3}', 3, "nothing"),
        ("{", 3, "坏.json"),
    ],
)
def test_what_is_no_result_is_refused(
    capsys: pytest.CaptureFixture[str], text: str | None, code: int, said: str
) -> None:
    """A damaged result is refused, and what is none is read as a report."""
    old = write("旧")
    if text is not None:
        Path("坏.json").write_text(text, encoding="utf-8")
    capsys.readouterr()
    assert code == main(["diff", old, "坏.json"])
    assert said in capsys.readouterr().err


def seen(rule: str = "X-1", place: str = "a", figures: str = "1", severity: str = "error") -> Seen:
    """Return a finding."""
    return Seen(("甲", "2022", "", "", ""), rule, severity, rule, "", rule + place, figures)


@pytest.mark.parametrize(
    ("old", "new", "counts"),
    [
        ([seen()], [seen()], (0, 0, 0, 1)),
        ([seen()], [seen(figures="2")], (0, 0, 1, 0)),
        ([seen()], [seen(severity="review")], (0, 0, 1, 0)),
        ([seen()], [seen(place="b")], (0, 0, 0, 1)),
        ([seen()], [seen(place="b", figures="2")], (1, 1, 0, 0)),
        ([seen(), seen()], [seen()], (1, 0, 0, 1)),
        ([seen(figures="1"), seen(figures="2")], [seen(figures="2")], (1, 0, 0, 1)),
        ([], [seen()], (0, 1, 0, 0)),
        ([seen(rule="X-2")], [seen()], (1, 1, 0, 0)),
    ],
)
def test_what_stayed_comes_before_what_moved_and_what_changed(
    old: list[Seen], new: list[Seen], counts: tuple[int, ...]
) -> None:
    """First what has not changed, then what moved with its figures, then what has changed."""
    report = ("甲", "2022", "", "")
    before, after = ReportFindings(report, "a", tuple(old)), ReportFindings(report, "b", tuple(new))
    found = difference([before], [after])
    assert counts == (len(found.gone), len(found.new), len(found.changed), found.same)
