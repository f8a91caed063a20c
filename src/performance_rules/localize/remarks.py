"""Remarks that a wrong figure brings along: what is no contradiction, and goes away with a mend.

A change that went the other way goes against its reason, and leaves the changes of the parts
short of it.  Whoever reads of the mend need not be told of these as matters of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from performance_rules.checking.findings import Finding
from performance_rules.checking.plan import PASS, ROUNDING
from performance_rules.checking.result import Result
from performance_rules.language.ground import leaves_of
from performance_rules.localize.network import Network


def remarks_gone(result: Result, network: Network, changed: Mapping[int, int]) -> Iterator[Finding]:
    """Yield the findings other than contradictions that hold with some figures changed.

    Args:
        result: what a check found.
        network: the rules of contradictions over the same figures.
        changed: the figures that are mended, each with its value.
    """
    values, own = list(result.tree.values), set[int]()
    for number, value in changed.items():
        for twin in network.twins.get(number, (number,)):
            values[twin] = value
            own.add(twin)
    homes = {place: plan for plan in result.plans for place in plan.open}
    for place, finding in result.failed:
        plan = homes.get(place)
        if finding.severity == "error" or plan is None:
            continue
        looked = leaves_of(place.asserts) | leaves_of(place.when)
        if looked & own and plan.verdict(place, values) in (PASS, ROUNDING):
            yield finding
