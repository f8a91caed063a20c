"""Titles: an entry of a contents list is met by a title that says the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.language.test_functions_on_reports import judged

CALLED = "未见标题(目录.text, 筛选(p in 各段: not p.contents).text, 各表.caption)"


@pytest.mark.parametrize(
    ("entries", "body", "captions", "expected"),
    [
        (["一、职责……3", "二、收支 PAGEREF _Toc77 \\h 4"], ["一、职责", "（二）收支"], [], ""),
        (["1．2022年水站收支总表"], [], ["水站2023年收支总表"], ""),
        (["二、维修经费安排情况"], ["水闸维修经费安排"], [], ""),
        (
            ["一、水库", "二、维修经费安排情况"],
            ["一、水库", "经费安排"],
            [],
            "二、维修经费安排情况",
        ),
        (["一、水库收支情况"], ["一、水库收入支出情况"], [], ""),
        (["一、收入决算情况"], ["一、一般公共预算财政拨款收入支出决算总体情况"], [], "？"),
        (["一、收入情况", "二、支出情况"], ["一、收入情况"], [], "二、支出情况"),
        (["一、收入表", "二、支出明细表"], ["二、支出明细表的说明"], ["收入表"], "二、支出明细表"),
        (["一、收入表", "二、支出表", "三、采购"], ["三、采购"], [], "？"),
        (["一、水站各表", "（一）收入表", "（二）支出表"], [], ["收入表", "支出表"], ""),
        (["一、主要职责"], ["主要职责：" + "本站负责全镇水利设施的日常维护和巡查，" * 4], [], ""),
        (["附件1"], ["附件1"], [], ""),
    ],
    ids=[
        "leaders, page numbers and residue of fields",
        "other years",
        "two thirds of it",
        "less than two thirds",
        "all of it in order",
        "all of it in order in a title much longer",
        "a title that is another entry",
        "a section is no table",
        "the tables stand elsewhere",
        "an entry that has entries below it",
        "a paragraph that begins with it",
        "a number that is part of it",
    ],
)
def test_an_entry_is_met_by_a_title(
    tmp_path: Path, entries: list[str], body: list[str], captions: list[str], expected: str
) -> None:
    """Markers, years, leaders and punctuation do not count; ？: it cannot be said."""
    text = [*({"text": entry, "contents": True} for entry in entries), *body]
    report: dict[str, object] = {"text": text, "tables": captions}
    result = judged(tmp_path, report, f"计数({CALLED}) == 0", message=f"{{列举(t in {CALLED}: t)}}")
    (verdict,) = (v.verdict for v in result.verdicts if v.rule == "X-01")
    said = [f.message for f in result.findings if f.rule == "X-01"]
    wanted = {"": "pass", "？": "undetermined"}.get(expected, "fail")
    assert (wanted, [expected] if wanted == "fail" else []) == (verdict, said)


def test_no_entries_at_all(tmp_path: Path) -> None:
    """Of an empty list of entries none is missing."""
    called = "未见标题(筛选(t in 目录.text: t == '无'), 各表.caption, 各表.caption)"
    result = judged(tmp_path, {"text": ["甲"]}, f"计数({called}) == 0")
    assert ["pass"] == [v.verdict for v in result.verdicts if v.rule == "X-01"]
