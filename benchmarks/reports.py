"""Reports of one shape with other digits, so that no answer can simply be remembered."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from random import Random

import tomli

from benchmarks.places import UNIT
from performance_rules.checking.plan import Plan
from performance_rules.report.build import build_report
from performance_rules.report.model import Report
from performance_rules.report.tree import tree_of
from performance_rules.rules.ruleset import RuleSet
from performance_rules.testing.rewriting import mapped
from performance_rules.values.quantity import Amount, Quantity

EXAMPLE = Path(__file__).parents[1] / "examples" / "qujiang-2021.toml"
REGION = "440205"


def load() -> Report:
    """Return the founding report, built anew from its text."""
    return build_report(tomli.loads(EXAMPLE.read_text(encoding="utf-8"), parse_float=Decimal))


def variants(report: Report, ruleset: RuleSet, plan: Plan, count: int) -> list[Report]:
    """Return reports with the same lines and places and other digits.

    In the n-th one every amount is n times as large, so that what was consistent still is, and a
    digit of one amount is changed.  A change that makes other places (the parts no longer say the
    same as the text, so there is one comparison more) is not taken: the tables of the peers hold
    for one set of places only, while the library would notice and make another plan.
    """
    random = Random(count)
    leaves = tree_of(report, ruleset.codebook).leaves
    amounts = [i for i, leaf in enumerate(leaves) if leaf.kind == "amount" and leaf.n]
    found = [report]
    while len(found) < count:
        spoiled, digit = random.choice(amounts), random.randrange(6)
        other = _changed(report, len(found) + 1, spoiled, Decimal(10**digit))
        if plan.judged(tree_of(other, ruleset.codebook).values) is not None:
            found.append(other)
    return found


def _changed(report: Report, factor: int, spoiled: int, more: Decimal) -> Report:
    def change(number: int, quantity: Quantity) -> Quantity:
        if not isinstance(quantity, Amount):
            return quantity
        value = quantity.value * factor + (more if number == spoiled else 0)
        return Amount(value, quantity.unit)

    return mapped(report, change)


def hundredths(report: Report, ruleset: RuleSet) -> list[int]:
    """Return the figures of a report as integers of a hundredth: fen, 0.01 %."""
    return [n // UNIT for n in tree_of(report, ruleset.codebook).values]


def decimals(report: Report, ruleset: RuleSet) -> list[Decimal]:
    """Return the same as ``Decimal``."""
    return [Decimal(n) for n in hundredths(report, ruleset)]
