"""Blaming: a check that failed may have failed on the caller's own rules, not on the report."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from typing import Final

from attrs import evolve

from performance_rules.errors import Message, Problem, RuleFileError, StoppedError
from performance_rules.judging.given import Given
from performance_rules.judging.judge import Judged, Wanted, judge
from performance_rules.judging.rulesets import Regions
from performance_rules.readers.limits import Limits
from performance_rules.readers.workers import apart
from performance_rules.rules.chosen import Selection

FAILED: Final = Message(
    "用这里的规则检查 {file} 时失败（{why}），不用这些规则则不失败",
    "the check of {file} fails with these rules ({why}), and does not without them",
)


def blamed(
    regions: Regions, wanted: Wanted, report: Given, wrong: StoppedError, limits: Limits
) -> RuleFileError | None:
    """Return what is wrong with the caller's own rules; None where the shipped ones fail as well.

    Args:
        regions: the rule sets, with the caller's folders.
        wanted: what of the check is wanted.
        report: the report on which it failed.
        wrong: how it failed.
        limits: what one report may take.
    """
    shipped = Regions(regions.region, regions.year)
    if not regions.folders or not _works(shipped, wanted, report, limits):
        return None
    known = shipped.base().rules()
    own = [rule for name, rule in regions.base().rules().items() if name not in known]
    places = [rule.origin for rule in own if not _works(regions, wanted, report, limits, rule.id)]
    why = FAILED.filled(file=report.name, why=wrong.problems[0].message)
    return RuleFileError(Problem(why, place) for place in places or map(str, regions.folders))


def _works(
    regions: Regions, wanted: Wanted, report: Given, limits: Limits, rule: str | None = None
) -> bool:
    """Whether a report can be checked; with one rule alone, if one is given."""
    if rule is not None:
        wanted = evolve(wanted, selection=Selection((rule,)))
    with closing(apart(partial(judge, regions, wanted), [report], limits)) as answers:
        return all(isinstance(answer, Judged) for _, answer in answers)
