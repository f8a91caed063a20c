"""Regional parameters of evaluation forms: what changes where they were entered."""

from __future__ import annotations

import pytest

from performance_rules import Report, RuleSet, check


def quality(score: int) -> dict[str, object]:
    """Return a form in which a quality was not reached and got some points of 10."""
    indicator = {"actual_text": "未达成预期", "weight": 10, "score": score}
    return {"kind": "project", "sheet": {"members": {"群众获得感": indicator}}}


def monitored(month: int | None, to_date: str) -> dict[str, object]:
    """Return a form of monitoring with so much of 100 spent by a month."""
    funds = {"adjusted_budget": "100.00万元", "to_date": to_date}
    return {"kind": "monitoring", "funds": funds} | ({"month": month} if month else {})


def hidden(indicators: int, *, score: str = "") -> dict[str, object]:
    """Return a form that prints no points for the execution, only those of its indicators."""
    funds = {"adjusted_budget": "100.00万元", "final": "50.00万元"}
    rows = [["巡检座数", indicators, indicators]]
    sheet = {"members": {"columns": ["指标", "分值", "得分"], "rows": rows}}
    return {"kind": "project", "funds": funds | ({"score": score} if score else {}), "sheet": sheet}


@pytest.mark.parametrize(
    ("rule", "region", "form", "expected"),
    [
        ("PI-026-MISSED", None, quality(5), "pass"),
        ("PI-026-MISSED", "420000", quality(5), "fail"),
        ("PI-026-MISSED", "420100", quality(4), "pass"),
        ("PI-010-TEN", None, hidden(90, score="10"), "fail"),
        ("PI-010-TEN", "420000", hidden(80, score="20"), "fail"),
        ("PI-010-TEN", "420000", hidden(80, score="10"), "pass"),
        ("PI-002", None, hidden(90), "not_applicable"),
        ("PI-002", "420000", hidden(90), "not_applicable"),
        ("PI-002", "420000", hidden(80), "not_applicable"),
        ("PI-002", None, hidden(80), "fail"),
        ("PI-029-STAGE", "510000", monitored(9, "59.00万元"), "fail"),
        ("PI-029-STAGE", "510000", monitored(8, "59.00万元"), "pass"),
        ("PI-029-STAGE", "510000", monitored(8, "39.00万元"), "fail"),
        ("PI-029-STAGE", "510000", monitored(3, "24.00万元"), "fail"),
        ("PI-029-STAGE", "510000", monitored(2, "1.00万元"), "pass"),
        ("PI-029-STAGE", "510000", monitored(12, "80.00万元"), "pass"),
        ("PI-029-STAGE", "510000", monitored(None, "1.00万元"), "undetermined"),
        ("PI-029-STAGE", None, monitored(9, "1.00万元"), "not_applicable"),
    ],
)
def test_a_region_has_its_own_points_bands_and_thresholds(
    rule: str, region: str | None, form: dict[str, object], expected: str
) -> None:
    """20 points for the execution and bands at 80 and 50 % in one province, quarters in another."""
    report = Report.from_dict({"year": 2023, "evaluations": [form]})
    result = check(report, RuleSet.for_region(region))

    assert [expected] == [v.verdict for v in result.verdicts if v.rule == rule]


def test_a_month_that_is_not_told_is_said() -> None:
    """A form of monitoring without its month is listed as not checked, and why."""
    report = Report.from_dict({"year": 2023, "evaluations": [monitored(None, "1.00万元")]})
    result = check(report, RuleSet.for_region(None))

    said = [entry.reason.zh for entry in result.not_checked if entry.rule == "PI-029"]
    assert said == ["报告没有“监控表·截至月份”"]
