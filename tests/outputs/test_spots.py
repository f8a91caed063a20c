"""The sentence of a finding names each figure with its place, and only what can be copied."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from attrs import evolve

from performance_rules.checking.findings import Finding, Where
from performance_rules.checking.phrasing import end_of
from performance_rules.cli import main
from performance_rules.errors import Message
from performance_rules.outputs.citing import heading_of, laws_text, position
from performance_rules.outputs.spots import in_order, told_text
from performance_rules.report.phrases import way
from performance_rules.rules.model import Basis

HERE = Where("x", "总支出·决算", "8.10万元", section="一、收支/（二）支出", printed="8.10万元")
THERE = Where(
    "y",
    "总支出·决算",
    "8.70",
    page=4,
    section="二、附表/支出表",
    table=2,
    row=3,
    column=5,
    printed="8.70万元",
)


def finding(told: str, *where: Where) -> Finding:
    """Return a finding that says something of some places."""
    nothing = Message("", "")
    return Finding(
        rule="X-1",
        severity="error",
        verdict="fail",
        heading=nothing,
        statement=Message(told, told),
        cure=nothing,
        why="",
        values=(),
        computed=(),
        where=where,
        basis=(),
        parameters=(),
        place="",
        section="",
        fingerprint="",
    )


@pytest.mark.parametrize(
    ("told", "where", "expected"),
    [
        (
            "分别写 8.70万元、8.10万元，请核实。",
            (HERE, THERE),
            "分别写 8.70万元（第4页“支出表”第3行第5列）、8.10万元（“（二）支出”一节），请核实。",
        ),
        (
            "写 8.10万元，请核实。",
            (HERE,),
            "在“（二）支出”一节，写 8.10万元，请核实。",
        ),
        (
            "各项相加为 8.70万元，合计另写一数，请核实。",
            (HERE, THERE),
            "在“（二）支出”一节和第4页“支出表”的表中，各项相加为 8.70万元，合计另写一数，请核实。",
        ),
        ("写 18.10万元，请核实。", (evolve(HERE, section=None),), "写 18.10万元，请核实。"),
    ],
)
def test_each_figure_has_its_place_behind_it(
    told: str, where: tuple[Where, ...], expected: str
) -> None:
    """Figures of several places are told apart; those of one place have it in front of all."""
    assert expected == told_text(finding(told, *where), "zh")


def test_quotations_come_in_the_order_of_the_sentence() -> None:
    """What is named first is quoted first."""
    assert [THERE, HERE] == in_order(finding("写 8.70万元、8.10万元。", HERE, THERE), "zh")


@pytest.mark.parametrize(
    ("section", "page", "table", "expected"),
    [
        ("五、支出决算/3、/（3）", None, None, "五、支出决算/3、/（3）"),
        ("五、支出决算/3、/（3）", 7, None, "五、支出决算/3、/（3）"),
        ("一、总况/（十）交办的其他任务。/收支总表", 7, 2, "收支总表"),
        ("一、总况/（二）支出", 7, None, "（二）支出"),
        ("一、总况/（二）支出", None, None, "一、总况/（二）支出"),
        ("某局报告/一、/（一）/1. 拨款", None, None, "某局报告/一、/（一）/1. 拨款"),
        ("支出", None, None, "支出"),
    ],
)
def test_a_heading_that_is_only_a_number_says_nothing(
    section: str, page: int | None, table: int | None, expected: str
) -> None:
    """A table is called by its caption, a paragraph by the last heading with words."""
    where = Where("", "", "", section=section, page=page, table=table)

    assert expected == heading_of(where)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (
            "总支出·基本支出·退休费·决算",
            Message(
                "总支出 › 按支出性质 › 基本支出 › 按经济分类 › 退休费 › 决算",
                "all funds expenditure › by nature › '基本支出' › by economic › '退休费' › final",
            ),
        ),
        (
            "上年报告·总支出·基本支出·退休费·决算",
            Message(
                "上年报告中总支出 › 按支出性质 › 基本支出 › 按经济分类 › 退休费 › 决算",
                "all funds expenditure › by nature › '基本支出' › by economic › '退休费' › final, "
                "of the report of the year before",
            ),
        ),
    ],
)
def test_a_typed_report_has_its_places_in_words(title: str, expected: Message) -> None:
    """Where there is no page, the way through the fields is told."""
    path = "all_funds.expenditure.by_nature[basic].by_economic[退休费].final"

    assert expected == way(path, title)


def test_a_place_in_the_report_of_the_year_before_is_told_as_such() -> None:
    """Where two reports are checked together, a place says that it is not in this one."""
    where = Where("previous.all_funds", "", "", section="结转情况", page=3)

    assert position(where, "zh").startswith("上年报告第3页")
    assert position(where, "en").endswith("of the report of the year before")
    assert position(evolve(where, document="去年.docx"), "zh").startswith(
        "上年报告 去年.docx，第3页"
    )


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("科学公正，整体支出只作类推", "参照《某法》第5条（科学公正）"),
        ("预算调整", "《某法》第5条（预算调整）"),
        ("国家没有规定数值；10% 是本规则库的默认值，由地区另定", "《某法》第5条"),
        ("分级；地区可另定", "《某法》第5条（分级）"),
    ],
)
def test_a_basis_can_be_copied_into_a_letter(note: str, expected: str) -> None:
    """What is said to those who keep the rules is left out."""
    assert [expected] == laws_text([Basis("《某法》", "5", note=note)], {}, "zh")


@pytest.mark.parametrize(
    ("told", "times", "end"),
    [("写 8.1、8.1，", 0, 5), ("写 8.1、8.1，", 1, 9), ("写 18.1、8.15，", 0, None)],
)
def test_a_number_is_found_as_a_whole(told: str, times: int, end: int | None) -> None:
    """Digits inside of a longer number are none of it."""
    assert end == end_of(told, "8.1", times)


@pytest.mark.parametrize(
    ("sentence", "said", "never"),
    [
        ("支出596.00万元，比上年减少104.00万元，下降24.00%", "应下降 14.86%", "-14.86%，"),
        ("支出596.00万元，比上年增加96.00万元，增长24.00%", "应增长 19.20%", "增减 19.20%"),
        ("支出596.00万元，上年500.00万元，比上年减少19.20%", "应增长 19.20%", "是增加，报告却"),
    ],
)
def test_changes_are_said_as_people_say_them(
    sentence: str,
    said: str,
    never: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Down is said with a word, not with a minus sign; the right word is given, and once."""
    document = docx.Document()
    for line in ("测试县水运局2022年度部门决算公开", "一、支出情况", f"2022年财政拨款{sentence}。"):
        document.add_paragraph(line)
    document.save(str(tmp_path / "a.docx"))
    main(["check", str(tmp_path / "a.docx")])
    told = "".join(capsys.readouterr().out.split())

    assert "".join(said.split()) in told
    assert "".join(never.split()) not in told
