"""What is asked for by custom alone is a hint, however grave its rule is."""

from __future__ import annotations

from collections import Counter

import pytest

from performance_rules.checking.result import check
from performance_rules.report.build import build_report
from performance_rules.rules.ruleset import RuleSet


@pytest.mark.parametrize(
    ("kind", "severity"),
    [
        ("部门决算", "warning"),  # a law says what goes with the accounts
        ("部门整体支出绩效自评", "hint"),  # and none what goes with an evaluation
    ],
)
def test_what_no_law_asks_for_is_a_hint(kind: str, severity: str) -> None:
    """Counts beside an expenditure are set by law for accounts; the summary counts the same."""
    given = {
        "year": 2022,
        "kind": kind,
        "three_public": {"reception": {"final": "5.20万元", "notes": ["接待客商"]}},
        "text": ["公务接待费5.20万元。"],
    }
    found = check(build_report(given), RuleSet.for_region(None, 2022))
    (one,) = (f for f in found.findings if f.rule == "SG-005")
    assert one.severity == severity
    counted = Counter(f.severity for f in found.findings)
    assert {s: n for s, n in found.summary.findings.items() if n} == counted
