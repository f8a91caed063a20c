"""``complete = false`` is understood wherever a breakdown can be written, and never dropped."""

from __future__ import annotations

from typing import Any

import pytest
from tests.report.reading import built, line_of, places

from performance_rules import RuleSet, check
from performance_rules.report import Breakdown, dump_report

PARTS = {"甲": {"final": "60.00万元"}, "乙": {"final": "30.00万元"}}
LISTED = [{"name": name, **part} for name, part in PARTS.items()]


def only(breakdowns: tuple[Breakdown, ...]) -> Breakdown:
    """Return the one breakdown there is."""
    (breakdown,) = breakdowns
    return breakdown


@pytest.mark.parametrize(
    "line",
    [
        {"members": {"lines": LISTED, "complete": False}},
        {"members": LISTED, "complete": False},
        {"members": LISTED, "列全": False},
        {"构成": {**PARTS}, "列全": False},
        {"by_function": LISTED, "complete": False},
        {"breakdowns": [{"dimension": "members", "lines": LISTED}], "complete": False},
    ],
)
def test_a_line_says_in_the_breakdown_or_beside_it_that_parts_are_missing(line: object) -> None:
    """The key is the same in a table of its own, beside a list, and in Chinese."""
    assert not only(line_of(line).breakdowns).complete


def test_beside_several_breakdowns_it_is_said_of_the_members() -> None:
    """Another breakdown that is meant says it itself."""
    line = {"by_function": {"教育支出": {"final": "1.00"}}, "members": LISTED, "complete": False}
    assert {b.dimension: b.complete for b in line_of(line).breakdowns} == {
        "by_function": True,
        "members": False,
    }


@pytest.mark.parametrize(
    ("key", "table"),
    [
        ("three_public", {"final": "9.00万元", "公务接待费": "2.00万元", "complete": False}),
        ("three_public", {"final": "9.00万元", "reception": "2.00万元", "列全": False}),
        (
            "evaluation",
            {"score": 90, "members": [{"name": "产出", "score": 40}], "complete": False},
        ),
    ],
)
def test_the_report_says_it_of_its_own_lines_as_well(key: str, table: object) -> None:
    """The items of the three-public expenses and the indicators are members too."""
    assert not only(getattr(built({key: table}), key).breakdowns).complete


def test_a_form_says_it_of_its_indicators() -> None:
    """The sheet of a form is a line like any other."""
    sheet = {"weight": 90, "members": [{"name": "产出指标", "weight": 50}], "complete": False}
    (form,) = built({"evaluations": [{"kind": "project", "sheet": sheet}]}).evaluations
    assert form.sheet is not None
    assert not only(form.sheet.breakdowns).complete


def test_a_part_that_is_broken_down_says_it_of_its_own_parts() -> None:
    """What is said deep inside does not touch the whole above it."""
    line = {
        "members": {
            "甲": {
                "final": "60.00万元",
                "members": {"丙": {"final": "1.00万元"}},
                "complete": False,
            }
        }
    }
    whole = only(line_of(line).breakdowns)
    assert whole.complete
    assert not only(whole.lines[0].breakdowns).complete


def test_what_is_not_complete_may_be_less_than_the_whole() -> None:
    """That is what it is for: the same parts contradict a whole of which they are all."""
    found = {}
    for complete in (True, False):
        line = {"final": "100.00万元", "members": LISTED, "complete": complete}
        report = built({"year": 2021, "all_funds": {"expenditure": line}})
        found[complete] = {f.rule for f in check(report, RuleSet.for_region()).findings}
    assert "TOT-001" in found[True] - found[False]


@pytest.mark.parametrize("line", [{"final": "1.00"}, {"by_nature": [], "by_source": []}])
def test_where_it_is_not_clear_what_is_meant_it_is_refused(line: dict[str, Any]) -> None:
    """Nothing that is broken down, or two breakdowns that may both be meant."""
    assert places({"all_funds": {"expenditure": {**line, "complete": False}}}) == [
        "all_funds.expenditure.complete"
    ]


@pytest.mark.parametrize("value", ["否", 0, []])
def test_it_is_true_or_false(value: object) -> None:
    """Nothing else will do, as everywhere."""
    line = {"members": LISTED, "complete": value}
    assert places({"all_funds": {"expenditure": line}}) == ["all_funds.expenditure.complete"]


@pytest.mark.parametrize("matters", [{"lines": LISTED}, {"丙": "1.00万元"}])
def test_matters_are_never_all_there_are_and_may_say_so(matters: dict[str, Any]) -> None:
    """They are no breakdown: nothing is added up, so ``false`` holds without being kept."""
    assert built({"matters": {**matters, "complete": False}}) == built({"matters": matters})


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("complete", True),
        ("列全", True),
        ("reasons", "因故"),
        ("notes", ["略"]),
        ("unread", "甲.xlsx"),
    ],
)
def test_what_is_said_of_a_breakdown_is_not_said_of_matters(key: str, value: object) -> None:
    """It would be lost: a matter has notes, reasons and parts of its own."""
    assert places({"matters": {"lines": LISTED, key: value}}) == [f"matters.{key}"]


def test_what_is_read_is_written_again() -> None:
    """A report that is written and read again is the same."""
    report = built({"three_public": {"公务接待费": "2.00万元", "complete": False}})
    assert built(dump_report(report)) == report
