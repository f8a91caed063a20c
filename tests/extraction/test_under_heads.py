"""An amount that begins what stands below a heading is that of the line the heading names."""

from __future__ import annotations

import pytest
from tests.extraction.judged import errors as told
from tests.extraction.said import printed, read, unbound, values

import performance_rules as pr

RULES = pr.RuleSet.for_region()


@pytest.mark.parametrize(
    ("heading", "text", "place", "value"),
    [
        (
            "四、政府性基金预算支出",
            "安排31.00万元，与上年持平。",
            "government_fund.expenditure",
            "31.00万元",
        ),
        ("五、“三公”经费", "共计8.60万元。", "three_public", "8.60万元"),
        ("五、“三公”经费支出", "合计8.60万元。", "three_public", "8.60万元"),
    ],
)
def test_a_bare_amount_below_a_heading(heading: str, text: str, place: str, value: str) -> None:
    """Nothing but 安排, 合计 or 共计 stands before it: its heading says what it is of."""
    found = read("一、概况", "本局无下属单位。", heading, text)
    assert unbound(found) == []
    assert values(found, place) == [value]


def test_what_is_said_behind_it_is_of_the_same_line() -> None:
    """226.40万元，比上年增加6.40万元，增长3.90%: of 机关运行经费, which the heading names."""
    for wrong, rate in enumerate(("2.91%", "3.90%")):
        paper = read(
            "五、机关运行经费", f"226.40万元，2021年220.00万元，增加6.40万元，增长{rate}。"
        )
        errors = [f for f in pr.check(paper.report, RULES).findings if f.severity == "error"]
        assert [f.rule for f in errors] == ["YOY-001"] * wrong


@pytest.mark.parametrize(
    "lines",
    [
        ("五、机关运行经费和政府采购情况", "26.40万元，比上年增加1.40万元。"),
        (
            "五、机关运行经费",
            "本部门为行政单位。",
            "其中办公费2.00万元。",
            "26.40万元中8.00万元已付。",
        ),
    ],
)
def test_below_a_heading_of_several_things_it_is_of_none(lines: tuple[str, ...]) -> None:
    """A heading of two things, or an amount behind others, does not say what it is of."""
    held = read(*lines).report.disclosures
    known = [text for one in (held.lines if held else ()) for text in printed(one.final)]
    assert "26.40万元" not in known


def test_a_nought_needs_no_unit_where_it_ends_a_clause() -> None:
    """公务接待费0，与上年一致: nothing was spent, and the sentence goes on with that."""
    found = read("五、“三公”经费", "共计8.60万元，上年9.00万元。", "公务接待费0，与上年一致。")
    errors = [f for f in pr.check(found.report, RULES).findings if f.severity == "error"]
    assert errors == []
    assert unbound(found) == []


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("当年公务用车购置支出为0；年末车辆6辆。", True),
        ("当年政府性基金安排的公务用车购置支出为0；年末车辆6辆。", False),
        ("下属航标站公务用车购置支出为0。", False),
    ],
)
def test_a_zero_needs_no_unit_behind_a_verb(said: str, *, wrong: bool) -> None:
    """购置支出为0 is of the line that it names, and of nothing wider."""
    text = f"一、“三公”经费\n公务用车购置支出17.60万元，购置1辆。\n二、国有资产\n{said}"
    assert bool(told(text)) is wrong


@pytest.mark.parametrize(
    ("heading", "place"),
    [
        ("（四）政府采购。", "disclosures/procurement"),
        ("（四）政府采购\n", "disclosures/procurement"),
        ("（四）“三公”。", "three_public"),
        ("（四）公务接待。", "three_public/reception"),
    ],
)
@pytest.mark.parametrize("word", ["支出", "支出总额"])
def test_a_heading_that_is_a_name_and_nothing_else_owns_what_was_spent(
    heading: str, place: str, word: str
) -> None:
    """（四）政府采购。支出总额N is not all that was spent, in one line or in two."""
    paper = read(
        "2023年度部门决算",
        "（一）收支总体情况。收入总计512.00万元，支出总计512.00万元。",
        *f"{heading}{word}40.50万元。".split("\n"),
    )
    assert values(paper, place) == ["40.50万元"]
    assert [f for f in pr.check(paper.report, RULES).findings if f.severity == "error"] == []
