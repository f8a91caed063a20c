"""No result without how much was looked at, in any output; nothing looked at is no result."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import attrs
import pytest
from tests.outputs.small import CLEAN, EMPTY, REPORT, checked_report, one, unreadable, use_rules

from performance_rules.checking.findings import Looked
from performance_rules.checking.result import check
from performance_rules.errors import Message
from performance_rules.outputs import SHOWN, renderer
from performance_rules.outputs.batch import Batch, Checked, checked
from performance_rules.outputs.terminal import plain
from performance_rules.report.build import build_report
from performance_rules.rules.ruleset import RuleSet

LOOKED = Looked(8, 2, 5, 3, 2, (Message("第 2 页是扫描件，未读", "page 2 was not read"),))


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Use the rules of the small country."""
    use_rules(tmp_path / "rules", monkeypatch)
    return tmp_path


def rendered(name: str, batch: Batch, columns: int = 100) -> str:
    """Return a batch in a format."""
    return plain(renderer(name)(batch, "zh", columns))


def result_line(found: Checked) -> str:
    """Return the line of the text output that says what came out."""
    lines = rendered("text", one(found)).split("\n")
    return next(line for line in lines if line.startswith("结果：")).removeprefix("结果：")


@pytest.mark.parametrize(
    ("report", "changes", "state", "line"),
    [
        (CLEAN, {}, "clean", "没有发现问题（3 个数查了 3 个）"),
        (
            CLEAN,
            {"looked": LOOKED},
            "clean",
            "没有发现问题（10 个数查了 8 个，3 张表读了 2 张，未读 1 处）",
        ),
        (
            CLEAN,
            {"looked": LOOKED, "partly": True},
            "clean",
            "只查了一部分（10 个数查了 8 个，3 张表读了 2 张，未读 1 处）：没有发现问题",
        ),
        (
            REPORT,
            {},
            "contradiction",
            "矛盾 1 条，须说明 1 条，提示 1 条（10 个数查了 10 个）",
        ),
        (
            REPORT,
            {"hidden": 2, "findings": ()},
            "remarks",
            "轻于所选等级 2 条（10 个数查了 10 个）",
        ),
        (EMPTY, {}, "unchecked", "未能核对：里面没有数据"),
        (EMPTY, {"looked": Looked(no_figure=4)}, "unchecked", "未能核对：里面没有数据"),
        (
            EMPTY,
            {"looked": Looked(0, 7), "partly": True},
            "unchecked",
            "未能核对：7 个数一个也没有认出是哪一项（7 个数查了 0 个）",
        ),
        (
            EMPTY,
            {"looked": Looked(2, 7)},
            "unchecked",
            "未能核对：认出了 2 个数，但没有一条规则能据以判断（9 个数查了 2 个）",
        ),
    ],
)
def test_the_result_says_how_much_was_looked_at(
    small: Path, report: str, changes: dict[str, Any], state: str, line: str
) -> None:
    """A result stands beside what was looked at, behind it where that is little."""
    found = attrs.evolve(checked_report(small, report), **changes)
    assert (state, line) == (found.state, result_line(found))


@pytest.mark.parametrize(
    ("looked", "partly"),
    [
        (Looked(80, 20), False),
        (Looked(79, 21), True),
        (Looked(0, 0), False),
        (Looked(100, 0, tables=3, read=3), False),
        (Looked(100, 0, tables=3, read=2), True),
        (Looked(1, 0, no_figure=99), False),
    ],
)
def test_little_is_what_the_parameters_say(looked: Looked, partly: bool) -> None:
    """Less than 80 % of the figures, or not every table, is a part; what is no figure is not."""
    report = build_report({"year": 2023, "all_funds": {"expenditure": {"final": "1.00元"}}})
    result = check(report, RuleSet.for_region(None, 2023))
    assert partly == checked(result, "a.docx", looked=looked).partly


@pytest.mark.parametrize("name", SHOWN)
def test_every_output_has_the_three_counts(small: Path, name: str) -> None:
    """Bound, open and no figure, the tables, and each piece that was not read."""
    shown = rendered(name, one(attrs.evolve(checked_report(small), looked=LOOKED)))
    if name in ("json", "jsonl"):
        data = json.loads(shown)
        counts = {"bound": 8, "unbound": 2, "no_figure": 5, "share": "0.8000"}
        assert (counts, {"read": 2, "all": 3}) == (data["figures"], data["tables"])
        assert ["第 2 页是扫描件，未读"] == data["unread"]
        assert {"state": "contradiction", "partial": False} == {
            key: data["outcome"][key] for key in ("state", "partial")
        }
    else:
        assert "数字：查了 8 个，没有认出 2 个，不是数据 5 个" in shown
        assert "3 张表读了 2 张" in shown
        assert "第 2 页是扫描件，未读" in shown


def test_several_reports_end_in_an_overview(small: Path) -> None:
    """How many came out how, then a line for each, the worst first, with its contradictions."""
    first = checked_report(small)
    part = attrs.evolve(checked_report(small, CLEAN), looked=LOOKED, partly=True)
    batch = Batch((first, part, checked_report(small, EMPTY)), (unreadable(),), several=True)

    assert [
        "共 4 份报告，有矛盾 1 份，没有发现问题 1 份，未能核对 1 份，读不了 1 份，"
        "其中只查了一部分的 1 份",
        "",
        "report.toml   矛盾 1 条，须说明 1 条，提示 1 条；"
        "数字：查了 10 个，没有认出 0 个，不是数据 0 个",
        "  · 在第 1 张表和第3页“二/（一）”一节，全年支出：各项相加为 10,000.00元，"
        "合计写 9,999.00元，相差 1.00元。  SUM-1",
        "missing.toml  读不了",
        "report.toml   未能核对：里面没有数据；数字：查了 0 个，没有认出 0 个，不是数据 0 个",
        "report.toml   只查了一部分：没有发现问题；数字：查了 8 个，没有认出 2 个，不是数据 5 个，"
        "3 张表读了 2 张，未读 1 处",
        "",
        "依据待核：下列条文还没有与原文核对过：《某法》第二条第一款、第6条、第5条。",
    ] == rendered("text", batch, 140).rstrip().split("\n")[-9:]


def test_several_reports_are_counted_in_json(small: Path) -> None:
    """The object of several reports counts them by what came out, and all their numbers."""
    part = attrs.evolve(checked_report(small, CLEAN), looked=LOOKED, partly=True)
    batch = Batch((part, checked_report(small, EMPTY)), (unreadable(),), several=True)
    overview = json.loads(rendered("json", batch))["overview"]

    assert {
        "reports": 3,
        "contradiction": 0,
        "remarks": 0,
        "clean": 1,
        "unchecked": 1,
        "unreadable": 1,
        "partial": 1,
        "figures": {"bound": 8, "unbound": 2, "no_figure": 5, "share": "0.8000"},
    } == overview


def test_a_share_is_rounded_down(small: Path) -> None:
    """Only where every figure was bound is the share one."""
    found = attrs.evolve(checked_report(small), looked=Looked(99_999, 1))
    assert "0.9999" == json.loads(rendered("json", one(found)))["figures"]["share"]


def test_open_figures_are_pointed_to(small: Path) -> None:
    """Where figures took no part the text says how to see them, and else says nothing of it."""
    found = checked_report(small)
    assert "--unbound" in rendered("text", one(attrs.evolve(found, looked=LOOKED)))
    assert "--unbound" not in rendered("text", one(found))
