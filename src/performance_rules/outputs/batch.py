"""What there is to show: the reports that were checked and those that could not be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, Literal, get_args

from attrs import evolve, field, frozen

from performance_rules.checking.findings import Finding, Looked
from performance_rules.checking.result import ROUNDING_RULE, Result
from performance_rules.errors import Message, Problem
from performance_rules.language.ground import Linear
from performance_rules.localize.causes import Cause, causes_of
from performance_rules.outputs.linenumbers import Lines, lines_of
from performance_rules.outputs.marking import Passage
from performance_rules.outputs.outcome import Outcome, outcome_of
from performance_rules.outputs.terminal import clean
from performance_rules.report.tree import tree_of
from performance_rules.rules.model import LOOKED_AT, SEVERITIES
from performance_rules.rules.ruleset import InForce
from performance_rules.values.precision import HUNDRED
from performance_rules.waivers.model import NONE, Decided, Decisions, FindingIdentity, Lapsed

State = Literal["contradiction", "remarks", "clean", "unchecked"]
STATES: Final[tuple[State, ...]] = get_args(State)
"""What can come out of a report that was read."""


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
        looked: how much of the document was looked at.
        on_figures: whether any rule was judged on a printed number.
        partly: whether too little was looked at for the result to stand alone.
        part: the heading of the part of the file that the report is, where it holds several.
        more: what came out of the other parts.
        text: the paragraphs of the report, where a format shows them.
        waived: findings that do not count because somebody decided so.
        noted: findings that count, beside which something was noted.
        lapsed: decisions that waive nothing.
        causes: the contradictions among the findings, put together by what they come from.
        lines: of a typed report the lines in which numbers of findings stand, where certain.
    """

    result: Outcome
    source: str
    sha256: str | None
    findings: tuple[Finding, ...]
    hidden: int = 0
    notes: tuple[Message, ...] = ()
    looked: Looked = field(factory=Looked)
    on_figures: bool = True
    partly: bool = False
    part: str | None = None
    more: tuple[Checked, ...] = ()
    text: tuple[Passage, ...] = ()
    waived: tuple[Decided, ...] = ()
    noted: tuple[Decided, ...] = ()
    lapsed: tuple[Lapsed, ...] = ()
    causes: tuple[Cause, ...] = ()
    lines: Lines = field(factory=dict)

    @property
    def parts(self) -> tuple[Checked, ...]:
        """All reports of the file, this one first."""
        return (self, *self.more)

    @property
    def of_file(self) -> State:
        """What came out of the file: one part that was checked is enough for it to be checked."""
        states = [part.state for part in self.parts]
        order: tuple[State, ...] = ("contradiction", "remarks", "clean", "unchecked")
        return next(state for state in order if state in states)

    @property
    def state(self) -> State:
        """What came out: contradictions before all else, then that nothing could be checked."""
        counts = self.severities()
        if counts["error"]:
            return "contradiction"
        if not self.on_figures:
            return "unchecked"
        return "remarks" if any(counts.values()) or self.hidden else "clean"

    @property
    def why(self) -> Message:
        """Why nothing could be checked."""
        bound, figures = self.looked.bound, self.looked.figures
        if not figures:
            return Message("里面没有数据", "it holds no figures")
        if not bound:
            return Message(
                f"{figures} 个数一个也没有认出是哪一项",
                f"none of its {figures} figures was recognised",
            )
        return Message(
            f"认出了 {bound} 个数，但没有一条规则能据以判断",
            f"{bound} figures were recognised, but no rule could be judged on them",
        )

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
    looked: Looked | None = None,
    part: str | None = None,
    more: tuple[Checked, ...] = (),
    text: tuple[Passage, ...] = (),
    decisions: Decisions = NONE,
    typed: str = "",
) -> Checked:
    """Return a result with its file, ready to be shown.

    Args:
        result: what the check gave.
        source: the file as the caller named it.
        sha256: digest of the file's bytes.
        least: the least grave severity to show.
        ignored: rule ids not to show.
        notes: what the caller should know.
        looked: how much of the document was looked at; a typed report holds what it holds.
        part: the heading of the part of the file that the report is.
        more: what came out of the other parts of the file.
        text: the paragraphs of the report, for a format that shows them.
        decisions: what was decided about findings.
        typed: the text of a typed report; empty for a document.
    """
    looked = looked or Looked(len(tree_of(result.report, result.ruleset.codebook).leaves))
    wanted = SEVERITIES[: SEVERITIES.index(least) + 1]
    found = [finding for finding in result.findings if finding.rule not in ignored]
    outcome = outcome_of(result)
    rules = (ROUNDING_RULE, *outcome.in_force.rules)
    sorted_ = decisions.sort(found, identity_of(outcome, source), rules)
    shown = tuple(finding for finding in sorted_.loud if finding.severity in wanted)
    return Checked(
        outcome,
        source,
        sha256,
        shown,
        len(sorted_.loud) - len(shown),
        notes,
        looked,
        on_figures=result.on_figures,
        partly=_partly(looked, result.in_force),
        part=part,
        more=more,
        text=text,
        waived=sorted_.waived,
        noted=sorted_.noted,
        lapsed=sorted_.lapsed,
        causes=tuple(_causes(result, shown)),
        lines=lines_of(typed, shown) if typed else {},
    )


def _causes(result: Result, shown: Sequence[Finding]) -> Iterator[Cause]:
    """Yield the causes of the contradictions that are shown."""
    listed = {id(finding) for finding in shown}
    for cause in causes_of(result):
        findings = tuple(finding for finding in cause.findings if id(finding) in listed)
        if findings:
            yield evolve(cause, findings=findings)


def identity_of(outcome: Outcome, source: str) -> FindingIdentity:
    """Return by what a report is told from others."""
    report = outcome.report
    return FindingIdentity(
        clean(report.entity) if report.entity else None,
        outcome.in_force.year,
        report.kind,
        clean(report.project) if report.project else None,
        Path(source).name,
    )


def _partly(looked: Looked, in_force: InForce) -> bool:
    """Whether less was looked at than the parameters ask for; without one it is enough."""
    parts = ((looked.bound, looked.figures), (looked.read, looked.tables))
    for name, (part, whole) in zip(LOOKED_AT, parts, strict=True):
        found = in_force.parameters.get(name)
        least = found.value if found is not None else None
        if isinstance(least, Linear) and part * HUNDRED < least.constant * whole:
            return True
    return False
