"""The outcome of a check: what outputs show of a result, as plain data that a worker hands over.

A `Result` knows how its verdicts came about and holds the rules as they run; an outcome does not,
so it can travel from the process that read a hostile file.
"""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from performance_rules.checking.findings import NotChecked, Summary
from performance_rules.checking.result import Result
from performance_rules.errors import Message
from performance_rules.rules.model import LegalDocument
from performance_rules.rules.ruleset import InForce, ParameterInForce, RuleSet


@frozen
class ReportFacts:
    """Of the report: what it says of itself."""

    entity: str | None
    region: str | None
    year: int | None
    kind: str | None
    project: str | None


@frozen
class RuleSetFacts:
    """Of the rule set: how it is called, and its layers as pairs of id and name."""

    id: str
    version: str
    layers: tuple[tuple[str, str], ...]
    region: str | None
    region_name: str | None
    notes: tuple[Message, ...]


@frozen
class ForceFacts:
    """Of what was in force: the year, the rules by id, and those switched off.

    Attributes:
        disabled: by id why a rule is switched off, and in which file.
        parameters: the parameters that findings may name, by id.
        documents: the laws that findings may rest on, by id.
    """

    year: int | None
    rules: tuple[str, ...]
    disabled: Mapping[str, tuple[str, str]]
    parameters: Mapping[str, ParameterInForce]
    documents: Mapping[str, LegalDocument]


@frozen
class Outcome:
    """What came out of the check of one report, but for the findings."""

    report: ReportFacts
    ruleset: RuleSetFacts
    in_force: ForceFacts
    summary: Summary
    not_checked: tuple[NotChecked, ...]


def outcome_of(result: Result) -> Outcome:
    """Return the outcome of a result."""
    report, ruleset, in_force = result.report, result.ruleset, result.in_force
    return Outcome(
        ReportFacts(report.entity, report.region, report.year, report.kind, report.project),
        _ruleset(ruleset),
        _in_force(ruleset, in_force, result),
        result.summary,
        result.not_checked,
    )


def _ruleset(ruleset: RuleSet) -> RuleSetFacts:
    return RuleSetFacts(
        ruleset.id,
        ruleset.version,
        tuple((layer.id, layer.name) for layer in ruleset.layers),
        ruleset.region,
        ruleset.codebook.region_name(ruleset.region or ""),
        ruleset.notes,
    )


def _in_force(ruleset: RuleSet, in_force: InForce, result: Result) -> ForceFacts:
    named = {name for finding in result.findings for name, _ in finding.parameters}
    cited = {basis.doc for finding in result.findings for basis in finding.basis}
    return ForceFacts(
        in_force.year,
        tuple(in_force.rules),
        {name: (off.reason, off.origin) for name, off in in_force.disabled.items()},
        {name: in_force.parameters[name] for name in sorted(named)},
        {name: law for name, law in ruleset.documents.items() if name in cited},
    )
