"""Notices: reports that agree with themselves are not all told the same thing."""

from __future__ import annotations

from collections import Counter

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from performance_rules import Report, RuleSet, check
from performance_rules.testing.strategies import evaluations, reports

RULES = RuleSet.for_region("440205")
MANY = 40


def with_form() -> st.SearchStrategy[Report]:
    """Consistent reports with a consistent form of one project."""
    pair = st.tuples(reports(), evaluations())
    return pair.map(lambda drawn: evolve(drawn[0], evaluations=(drawn[1],)))


def drawn(kind: st.SearchStrategy[Report]) -> list[Report]:
    """Forty reports, the same ones every time."""
    found: list[Report] = []

    @settings(max_examples=MANY, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(kind)
    def draw(report: Report) -> None:
        found.append(report)

    draw()
    return found[:MANY]


@pytest.mark.parametrize("kind", [reports(), with_form()], ids=["accounts", "with a form"])
def test_no_notice_stands_in_a_third_of_reports(kind: st.SearchStrategy[Report]) -> None:
    """A warning or a question for review that a third of all sound reports get says nothing."""
    told: Counter[str] = Counter()
    found = drawn(kind)
    for report in found:
        notices = [f for f in check(report, RULES).findings if f.severity in ("warning", "review")]
        told.update({finding.rule for finding in notices})
    assert len(found) == MANY
    assert {rule: times for rule, times in told.items() if times * 3 > MANY} == {}
