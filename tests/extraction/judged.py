"""Helper: read a small document in memory, and ask the shipped rules what contradicts in it."""

from __future__ import annotations

from tests.extraction.said import YEAR, read

import performance_rules as pr

RULES = pr.RuleSet.for_region()


def errors(text: str, kind: str = "final_accounts") -> list[str]:
    """Return the messages of the contradictions of a report, whose paragraphs are lines."""
    report = read(*text.split("\n"), kind=kind, entity="临港县航道局", year=YEAR).report
    found = pr.check(report, RULES).findings
    return [one.message for one in found if one.severity == "error"]
