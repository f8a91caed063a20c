"""Decisions about findings, and what becomes of the findings of a report under them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Final, Literal

from attrs import frozen

from performance_rules.checking.findings import Finding

State = Literal["settled", "accepted", "untrue", "open"]
"""What may be decided: it was mended; it stays as it is; it is no mistake; nothing yet."""

WAIVING: Final[tuple[State, ...]] = ("accepted", "untrue")
"""The decisions that waive a finding."""

Lapse = Literal["changed", "expired", "gone", "still"]
"""Why a decision has no effect: other figures, out of date, no finding, not mended after all."""


@frozen
class FindingIdentity:
    """Which report a decision is about.

    Attributes:
        source: the name of the file; it counts only where no body is named.
        kind: a kind of report; None fits any.
    """

    entity: str | None
    year: int | None
    kind: str | None = None
    project: str | None = None
    source: str = ""

    def fits(self, report: FindingIdentity) -> bool:
        """Whether a decision about this report is one about the given one."""
        if (self.entity or None) != (report.entity or None) or self.year != report.year:
            return False
        if not self.entity and self.source != report.source:
            return False
        if (self.project or None) != (report.project or None):
            return False
        return self.kind is None or self.kind == report.kind


@frozen
class Decision:
    """What was decided about one finding.

    Attributes:
        rule: the id of its rule.
        report: the report it is of.
        state: what was decided.
        reason: why, or any other remark.
        who: by whom, or who is to mend it.
        until: the last day on which it holds, or by when it is to be mended.
        fingerprint: the rule and its place; None where the figures alone tell the finding.
        imprint: the digest of its figures.
        figures: its printed figures, where they were written down themselves.
        file: the file the decision stands in.
        spot: where in it.
    """

    rule: str
    report: FindingIdentity
    state: State
    reason: str = ""
    who: str = ""
    until: dt.date | None = None
    fingerprint: str | None = None
    imprint: str | None = None
    figures: tuple[str, ...] = ()
    file: str = ""
    spot: str = ""

    @property
    def origin(self) -> str:
        """Where the decision stands."""
        return f"{self.file} {self.spot}".strip()

    def of_place(self, finding: Finding) -> bool:
        """Whether a finding is of the rule and the place that was decided about."""
        if self.fingerprint is None:
            return finding.rule == self.rule
        return finding.fingerprint == self.fingerprint

    def moved(self, finding: Finding) -> bool:
        """Whether a finding that stands elsewhere may be the same: lines were put before it."""
        return finding.rule == self.rule and bool(finding.values)

    def of_figures(self, finding: Finding) -> bool:
        """Whether a finding has the figures that were decided about."""
        if self.imprint is not None:
            return finding.imprint == self.imprint
        return sorted(map(_bare, self.figures)) == sorted(_bare(v.printed) for v in finding.values)


@frozen
class Decided:
    """A finding with what was decided about it."""

    finding: Finding
    decision: Decision


@frozen
class Lapsed:
    """A decision that waives nothing, and why."""

    decision: Decision
    why: Lapse


@frozen
class Sorted:
    """The findings of a report, sorted by what was decided.

    Attributes:
        loud: those that count.
        waived: those that do not.
        noted: those that count although something was noted about them.
        lapsed: decisions that waive nothing.
    """

    loud: tuple[Finding, ...]
    waived: tuple[Decided, ...] = ()
    noted: tuple[Decided, ...] = ()
    lapsed: tuple[Lapsed, ...] = ()


@frozen
class Decisions:
    """What was decided, of this report and of others, as it holds on a day."""

    items: tuple[Decision, ...] = ()
    today: dt.date = dt.date.max

    def sort(
        self, findings: Sequence[Finding], report: FindingIdentity, rules: Iterable[str]
    ) -> Sorted:
        """Return the findings of a report, sorted by what was decided about them.

        Args:
            findings: what was found.
            report: the report.
            rules: the ids of the rules that it was checked against: of others nothing is known.
        """
        known = set(rules)
        waived: dict[int, Decided] = {}
        noted: dict[int, Decided] = {}
        lapsed: list[Lapsed] = []
        for decision in self.items:
            if decision.rule not in known or not decision.report.fits(report):
                continue
            here = [i for i, found in enumerate(findings) if decision.of_place(found)]
            there = here or [i for i, found in enumerate(findings) if decision.moved(found)]
            same = [i for i in there if decision.of_figures(findings[i])]
            why = _lapse(decision, bool(here), bool(same), self.today)
            if why is not None:
                lapsed.append(Lapsed(decision, why))
            kept = waived if why is None and decision.state in WAIVING else noted
            kept.update((i, Decided(findings[i], decision)) for i in same)
        loud = tuple(found for i, found in enumerate(findings) if i not in waived)
        beside = tuple(noted[i] for i in sorted(noted) if i not in waived)
        return Sorted(loud, tuple(waived[i] for i in sorted(waived)), beside, tuple(lapsed))

    def elsewhere(self, reports: Sequence[FindingIdentity]) -> tuple[Decision, ...]:
        """Return the decisions that are about none of some reports."""
        return tuple(d for d in self.items if not any(d.report.fits(one) for one in reports))


NONE: Final = Decisions()
"""Nothing was decided."""


def _lapse(decision: Decision, here: bool, same: bool, today: dt.date) -> Lapse | None:
    """Return why a decision does not do what it says."""
    if decision.state == "open":
        return None
    if decision.state == "settled":
        return "still" if same else None
    if not same:
        # Without a place other figures of the same rule may well be of another place.
        return "changed" if here and decision.fingerprint is not None else "gone"
    expired = decision.until is not None and decision.until < today
    return "expired" if expired else None


def _bare(printed: str) -> str:
    return "".join(printed.split()).replace(",", "").replace("，", "")
