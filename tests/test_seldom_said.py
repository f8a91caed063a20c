"""What is asked of every report alike says nothing: no warning stands in all consistent ones."""

from __future__ import annotations

from collections import Counter
from typing import Final

from hypothesis import HealthCheck, given, seed, settings

from performance_rules import RuleSet, check
from performance_rules.report.model import Report
from performance_rules.testing.strategies import reports

DRAWN: Final = 40


def test_no_warning_stands_in_every_consistent_report() -> None:
    """Of forty reports whose figures agree, no rule warns of all, nor of half of them."""
    rules, said, drawn = RuleSet.for_region(), Counter[str](), Counter[str]()

    @seed(1)
    @settings(
        max_examples=DRAWN, database=None, deadline=None, suppress_health_check=list(HealthCheck)
    )
    @given(reports())
    def draw(report: Report) -> None:
        drawn["reports"] += 1
        found = check(report, rules).findings
        said.update({one.rule for one in found if one.severity in ("error", "warning")})

    draw()
    assert drawn["reports"] == DRAWN
    assert [] == [rule for rule, times in said.items() if 2 * times >= DRAWN]
