"""What there is to show: the reports that were checked and those that could not be read."""

from __future__ import annotations

from attrs import frozen

from performance_rules.checking import Result
from performance_rules.errors import Message, Problem
from performance_rules.findings import Finding
from performance_rules.outputs.outcome import Outcome, outcome_of
from performance_rules.rules import SEVERITIES


@frozen
class Checked:
    """One checked report.

    Attributes:
        result: what came out, but for the findings.
        source: the file as the caller named it; ``-`` is standard input.
        sha256: digest of the file's bytes, so that a result can be told to belong to it.
        findings: the findings to show; the caller may have asked for the graver ones only.
        hidden: how many were left out.
        notes: what the caller should know about how the report was checked.
        unbound: how many figures of the document found no place in the report.
    """

    result: Outcome
    source: str
    sha256: str | None
    findings: tuple[Finding, ...]
    hidden: int = 0
    notes: tuple[Message, ...] = ()
    unbound: int = 0

    @property
    def judged(self) -> int:
        """At how many places a rule came to a verdict."""
        verdicts = self.result.summary.verdicts
        return verdicts["pass"] + verdicts["rounding"] + verdicts["fail"]

    def severities(self) -> dict[str, int]:
        """Return how many findings of each severity are shown."""
        shown = [finding.severity for finding in self.findings]
        return {name: shown.count(name) for name in SEVERITIES}


@frozen
class Unreadable:
    """One report that could not be read, and why."""

    source: str
    problems: tuple[Problem, ...]


@frozen
class Batch:
    """The reports of one call, in the order they were named.

    Attributes:
        several: whether more than one report was asked for.
    """

    checked: tuple[Checked, ...]
    unreadable: tuple[Unreadable, ...] = ()
    several: bool = False


def checked(
    result: Result,
    source: str,
    sha256: str | None = None,
    *,
    least: str = SEVERITIES[-1],
    ignored: tuple[str, ...] = (),
    notes: tuple[Message, ...] = (),
    unbound: int = 0,
) -> Checked:
    """Return a result with its file, ready to be shown.

    Args:
        result: what the check gave.
        source: the file as the caller named it.
        sha256: digest of the file's bytes.
        least: the least grave severity to show.
        ignored: rule ids not to show.
        notes: what the caller should know.
        unbound: figures of the document that found no place in the report.
    """
    wanted = SEVERITIES[: SEVERITIES.index(least) + 1]
    found = [finding for finding in result.findings if finding.rule not in ignored]
    shown = tuple(finding for finding in found if finding.severity in wanted)
    hidden = len(found) - len(shown)
    return Checked(outcome_of(result), source, sha256, shown, hidden, notes, unbound)
