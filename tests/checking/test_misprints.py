"""Whether figures of a text that do not agree can be one figure written wrong."""

from __future__ import annotations

import pytest
from tests.extraction.judged import RULES
from tests.extraction.said import YEAR, read

from performance_rules import Report, check
from performance_rules.checking.standing import RELATED

SEVERITY = {
    "a sum that is off by some of it": (
        "本年支出合计820.40万元，其中基本支出412.70万元、项目支出360.50万元。",
        "error",
    ),
    "a sum of which one part lost a digit": (
        "本年支出合计820.40万元，其中基本支出412.70万元、项目支出40.70万元。",
        "error",
    ),
    "a sum several times as large as what it is said to be": (
        "本年支出合计820.40万元，其中基本支出71.26万元、项目支出30.55万元。",
        "review",
    ),
    "a share of about that size": (
        "本年支出合计820.40万元，其中基本支出512.70万元，占本年支出的48.31%。",
        "error",
    ),
    "a share with one digit wrong": (
        "全年发放问卷412份，其中满意392份，占45.15%。",
        "error",
    ),
    "a share whose point is a digit too far to the left": (
        "本年支出合计820.40万元，其中基本支出512.70万元，占本年支出的6.25%。",
        "error",
    ),
    "a share of something else": (
        "本年支出合计820.40万元，其中基本支出148.82万元，占本年支出的48.57%。",
        "review",
    ),
    "a part somewhat larger than its whole": (
        "全年培训学员862人，其中第一期412人、第二期318人、第三期146人和骨干班45人。",
        "error",
    ),
    "parts of something larger": (
        "财政拨款支出1111.40万元，其中基本支出1842.60万元。",
        "review",
    ),
    "parts of a whole whose point is wrong": (
        "财政拨款支出211.13万元，其中基本支出1842.60万元。",
        "error",
    ),
    "a figure written again with two digits exchanged": (
        "本年支出合计820.40万元。综上，本年支出合计802.40万元。",
        "error",
    ),
    "a figure of the same paragraph that is no copy": (
        "本年支出合计820.40万元。综上，本年支出合计764.15万元。",
        "review",
    ),
    "the same figures in two paragraphs": (
        "本年支出合计820.40万元。\n综上，本年支出合计764.15万元。",
        "error",
    ),
    "few digits in one paragraph": (
        "年末实有在职人员37人。另外，年末实有在职人员39人。",
        "review",
    ),
    "an item of the classification": (
        "财政拨款支出820.40万元，其中住房保障支出207.00万元。住房保障支出171.30万元，用于职工购房。",
        "error",
    ),
    "a number of things with one digit wrong": (
        "购置垃圾清运车3辆，每辆24.45万元，共支出24.45万元。",
        "error",
    ),
    "a price of something else": (
        "印制宣传册1200册，单价24.45元，支出9.81万元。",
        "review",
    ),
}


@pytest.mark.parametrize(("text", "severity"), SEVERITY.values(), ids=SEVERITY)
def test_what_is_no_misprint_is_for_a_person_to_look_at(text: str, severity: str) -> None:
    """Figures far apart that no slip of a pen explains were perhaps said of different things."""
    report = read(
        *text.split("\n"), kind="final_accounts", entity="临港县环境卫生所", year=YEAR
    ).report
    found = [f for f in check(report, RULES).findings if f.severity in ("error", "review")]

    assert {one.severity for one in found} == {severity}
    assert all((RELATED in one.message) == (severity == "review") for one in found)


def test_the_count_of_findings_is_that_of_what_is_told() -> None:
    """What is for a person to look at is counted as that, before anything is explained."""
    text = SEVERITY["a share of something else"][0]
    report = read(text, kind="final_accounts", entity="临港县环境卫生所", year=YEAR).report
    counted = check(report, RULES).summary.findings

    assert (counted["error"], counted["review"]) == (0, 1)


@pytest.mark.parametrize("place", [{}, {"table": 1, "row": 3}, {"cell": "支出表!B3"}])
def test_cells_and_typed_figures_are_what_they_are_said_to_be(place: dict[str, object]) -> None:
    """Nobody read them in a sentence, so that however far apart they are, they contradict."""
    source = {"source": {"document": "report.docx", **place}} if place else {}
    part = {"value": "30.55万元", **source}
    report = {
        "all_funds": {
            "expenditure": {
                "final": {"value": "820.40万元", **source},
                "by_function": {"lines": [{"name": "教育支出", "final": part}]},
            }
        }
    }

    found = {f.rule: f.severity for f in check(Report.from_dict(report), RULES).findings}
    assert found["TOT-001"] == "error"


def test_a_change_may_go_either_way() -> None:
    """A growth told as another one is no misreading for being far from it."""
    text = "2023年公务接待费支出3.20万元，上年为3.05万元，比上年增长48.60%。"
    report = read(text, kind="final_accounts", entity="临港县环境卫生所", year=YEAR).report

    assert "error" in {f.severity for f in check(report, RULES).findings}
