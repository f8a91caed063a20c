"""Schedules in a report: given as data, kept whole, and held to the order of their steps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from tests.report.reading import built, places
from tests.report.reports import SCHEDULES

from performance_rules.checking.findings import Finding
from performance_rules.checking.result import check
from performance_rules.report.model import Report, Schedule, Step
from performance_rules.rules.ruleset import RuleSet
from performance_rules.testing.strategies import schedules

RULES = RuleSet.for_region(None)
RULE = "DAT-001"

Date = tuple[int | None, ...]


def findings(report: Report) -> list[Finding]:
    """Return what is found about the order of the steps."""
    return [finding for finding in check(report, RULES).findings if finding.rule == RULE]


def step(stage: str, date: Date) -> Step:
    """Return a step of a date that may be said in part."""
    year, month, day = (*date, None, None)[:3]
    return Step(stage, year, month, day)


def verdict(*steps: tuple[str, Date]) -> str:
    """Return the verdict on one schedule of steps."""
    schedule = Schedule("修渠项目", tuple(step(stage, date) for stage, date in steps))
    (found,) = [v for v in check(Report(schedules=(schedule,)), RULES).verdicts if v.rule == RULE]
    return found.verdict


INTERVALS: Mapping[Date, tuple[dt.date, dt.date]] = {
    (2022,): (dt.date(2022, 1, 1), dt.date(2022, 12, 31)),
    (2024, 2): (dt.date(2024, 2, 1), dt.date(2024, 2, 29)),
    (2023, 2): (dt.date(2023, 2, 1), dt.date(2023, 2, 28)),
    (2022, 12): (dt.date(2022, 12, 1), dt.date(2022, 12, 31)),
    (2022, 6, 9): (dt.date(2022, 6, 9), dt.date(2022, 6, 9)),
}


@pytest.mark.parametrize("date", INTERVALS, ids=str)
def test_a_date_is_all_the_days_it_may_mean(date: Date) -> None:
    """A year is a year long, a month has its own length, a day is one."""
    found = step("start", date)

    assert (found.first, found.last) == INTERVALS[date]


ORDERS: Mapping[str, tuple[str, Sequence[tuple[str, Date]]]] = {
    "forward": ("pass", [("start", (2022, 3)), ("acceptance", (2022, 9))]),
    "backward by a year": ("fail", [("start", (2022, 3)), ("acceptance", (2021, 9))]),
    "backward by a day": ("fail", [("start", (2022, 3, 2)), ("completion", (2022, 3, 1))]),
    "on one day": ("pass", [("completion", (2022, 3, 1)), ("acceptance", (2022, 3, 1))]),
    "a month may lie behind the day": ("pass", [("start", (2022, 3, 31)), ("use", (2022, 3))]),
    "a year that the month lies in": ("pass", [("start", (2022, 12)), ("completion", (2022,))]),
    "the year before": ("fail", [("start", (2022, 1)), ("completion", (2021,))]),
    "before it was approved": ("fail", [("approval", (2022, 9)), ("tender", (2021, 11))]),
    "begun before the contract": (
        "not_applicable",
        [("contract", (2022, 5)), ("start", (2022, 4))],
    ),
    "begun before the tender": ("not_applicable", [("tender", (2022, 5)), ("start", (2022, 4))]),
    "used before it is accepted": (
        "not_applicable",
        [("acceptance", (2022, 9)), ("use", (2022, 6))],
    ),
    "told in the order of time": (
        "not_applicable",
        [("acceptance", (2022, 9)), ("contract", (2023, 1))],
    ),
    "twice begun, twice completed": (
        "pass",
        [
            ("start", (2021, 3)),
            ("completion", (2021, 9)),
            ("start", (2022, 3)),
            ("completion", (2022, 9)),
        ],
    ),
    "no year": ("undetermined", [("start", (None, 3)), ("acceptance", (2022, 9))]),
    "a clash beside a date without a year": (
        "fail",
        [("approval", (None, 3)), ("start", (2022, 3)), ("acceptance", (2021, 9))],
    ),
    "no order between them": ("not_applicable", [("tender", (2022, 3)), ("start", (2021, 3))]),
    "one step": ("not_applicable", [("start", (2022, 3))]),
}


@pytest.mark.parametrize(("expected", "steps"), ORDERS.values(), ids=ORDERS)
def test_only_certain_dates_of_ordered_steps_contradict(
    expected: str, steps: Sequence[tuple[str, Date]]
) -> None:
    """Every day of the later step lies before every day of the earlier one, which is told first."""
    assert verdict(*steps) == expected


def test_a_finding_names_both_places_and_the_clash_by_the_documents_own_words() -> None:
    """Of several clashes the one of two printed years is told, and it is an error."""
    steps = [
        {"环节": "招标", "年": 2019, "月": 3, "出处": {"段": 4, "原文": "2019年3月完成招标"}},
        {"环节": "开工", "年": 2019, "月": 4, "推断": "年份承前文"},
        {"环节": "完工", "年": 2018, "月": 10, "出处": {"段": 5, "原文": "2018年10月完工"}},
    ]
    (found,) = findings(built({"进度": [{"项目名称": "修书项目", "节点": steps}]}))

    assert found.severity == "error"
    assert [where.quote for where in found.where] == ["2019年3月完成招标", "2018年10月完工"]
    assert "修书项目的进度：完工（2018年10月）早于招标（2019年3月）" in found.message


def test_a_clash_with_an_inferred_year_is_for_a_person() -> None:
    """It is never more than a review, and it says what was inferred."""
    early = Step("start", 2023, 6, settled="inferred", inference="“6月”的年份承前文“2023年3月”")
    schedule = Schedule(None, (early, Step("acceptance", 2022, 11)))
    (found,) = findings(Report(schedules=(schedule,)))

    assert found.severity == "review"
    assert "承前文" in found.message


@given(schedules(name="修渠项目"))
def test_steps_that_follow_each_other_are_never_accused(schedule: Schedule) -> None:
    """However coarsely the dates are said."""
    assert findings(Report(schedules=(schedule,))) == []


@given(SCHEDULES)
def test_a_schedule_comes_back_from_plain_data(schedule: Schedule) -> None:
    """Stage, date, source and grounds survive."""
    report = Report(schedules=(schedule,))

    assert Report.from_dict(report.to_dict()) == report


WRONG: Mapping[str, tuple[Mapping[str, object], str]] = {
    "no such stage": ({"stage": "付款", "year": 2022}, ".stage"),
    "no stage": ({"year": 2022}, ".stage"),
    "no such day": ({"stage": "开工", "year": 2023, "month": 2, "day": 29}, ""),
    "a day without a month": ({"stage": "开工", "year": 2023, "day": 2}, ""),
    "a year as text": ({"stage": "开工", "year": "2023"}, ""),
    "a key that does not exist": ({"stage": "开工", "years": 2023}, ".years"),
}


@pytest.mark.parametrize(("said", "place"), WRONG.values(), ids=WRONG)
def test_a_step_that_says_nothing_true_is_a_problem(said: Mapping[str, object], place: str) -> None:
    """The problem stands at its path; nothing is built."""
    assert places({"schedules": [{"steps": [said]}]}) == [f"schedules[0].steps[0]{place}"]


@pytest.mark.parametrize(
    ("stage", "date"), [("付款", (2022,)), ("start", (2022, 13)), ("start", (2022, None, 3))]
)
def test_a_step_built_by_hand_is_held_to_the_same(stage: str, date: Date) -> None:
    """There is no step without a stage, and none on a day that does not exist."""
    with pytest.raises(ValueError, match=r"no (stage|date)"):
        step(stage, date)
