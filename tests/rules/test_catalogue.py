"""The catalogue of checks that the shipped rules go back to, and where each rule can apply."""

from __future__ import annotations

from typing import Final

from attrs import evolve
from tests.rules.test_shipped import ALL, each_rule, layers

from performance_rules import Rule, RuleSet
from performance_rules.report.build import build_report
from performance_rules.testing.examples import check_one, overall

CATALOGUE: Final = {
    f"{group}-{number:03}"
    for group, count in {
        "TOT": 12, "SHR": 4, "YOY": 9, "BUD": 8, "BAL": 4, "TXT": 7, "SG": 11, "PI": 8,
        "STR": 9, "DIS": 5, "PER": 4, "XCL": 9, "STY": 7, "EXP": 3,
    }.items()
    for number in range(1, count + 1)
}  # fmt: skip

NOT_CHECKED: Final = {
    "SG-007": "no standard of what a guest, a visit or a vehicle may cost was found to cite",
    "XCL-008": "no rate of contributions and dues was found to cite, and their bases differ",
}
"""What no shipped rule checks, and why."""

REGIONAL: Final = 2019
"""A year for which regions have values."""

REGIONS: Final = [ruleset for ruleset, _ in layers()]


def test_rules_cover_what_the_catalogue_has() -> None:
    """Every id that a rule covers is in the catalogue."""
    assert {} == {rule.id: rule.covers for _, rule in ALL if set(rule.covers) - CATALOGUE}


def test_the_catalogue_is_covered() -> None:
    """Every check of the catalogue is made by some rule, or it is said why none makes it."""
    covered = {name for _, rule in ALL for name in rule.covers}
    assert CATALOGUE - covered == set(NOT_CHECKED)


def applies(ruleset: RuleSet, rule: Rule) -> bool:
    """Whether a rule judges one of its own examples with nothing but what a rule set has."""
    for example in rule.examples:
        if example.expect not in ("pass", "fail", "rounding"):
            continue
        report = build_report(example.given)
        for year in (report.year, REGIONAL):
            in_force = ruleset.in_force(year).rules.get(rule.id)
            dated = evolve(report, year=year)
            if in_force is None:
                continue
            if overall(check_one(dated, in_force, ruleset)) in ("pass", "fail", "rounding"):
                return True
    return False


@each_rule
def test_a_rule_can_apply_somewhere(ruleset: RuleSet, rule: Rule) -> None:
    """Every shipped rule is in force, with all the values it needs, in some shipped region."""
    assert applies(ruleset, rule) or any(applies(one, rule) for one in REGIONS)


def test_a_rule_without_a_value_applies_nowhere() -> None:
    """The national rules know no scores of a region: there they do not apply."""
    rule = next(rule for _, rule in ALL if rule.id == "PI-005")
    assert not applies(RuleSet.for_region(), rule)
