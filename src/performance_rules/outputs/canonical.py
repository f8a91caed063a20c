"""The canonical result: plain classes whose shape is the JSON, and from which its schema is made.

A field without a default is always there, as null when it is not known; a field with a default is
left out when it has nothing to say.  Amounts in ``computed`` are decimals in 元, as text.
"""
# ruff: noqa: RUF009 - said() is attrs.field() with what the field means

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, Literal

import attrs
from attrs import frozen

from performance_rules.outputs.batch import State
from performance_rules.report.model import Settled
from performance_rules.rules.model import Severity

RESULT: Final = "performance-rules/result/1"
RESULTS: Final = "performance-rules/results/1"

FoundVerdict = Literal["fail", "rounding"]


def said(doc: str, default: Any = attrs.NOTHING) -> Any:
    """Return an attrs field that knows what it means."""
    return attrs.field(default=default, metadata={"doc": doc})


@frozen
class PartHead:
    """One of several reports that a file holds."""

    part: str | None = said("its heading in the file")
    year: int | None = said("fiscal year")
    kind: str | None = said("kind of report")


@frozen
class ReportHead:
    """The report that was checked."""

    entity: str | None = said("name of the public body")
    region: str | None = said("region code, GB/T 2260, of the report or as asked for")
    year: int | None = said("fiscal year of the report or as asked for")
    kind: str | None = said("kind of report")
    source: str = said("file as the caller named it; - is standard input")
    sha256: str | None = said("digest of the file")
    project: str | None = said("the project that a report on one project is about", None)
    parts: tuple[PartHead, ...] = said(
        "the reports of a file that holds several; year and kind are then null", ()
    )


@frozen
class RuleSetHead:
    """The rules it was checked against."""

    id: str = said("id of the lowest layer")
    version: str = said("version of the rules")
    layers: tuple[str, ...] = said("ids of the layers, from the country down")
    rules: int = said("how many rules were in force and selected")


@frozen
class SeverityCounts:
    """How many findings of each severity are listed."""

    error: int = said("contradictions")
    warning: int = said("what needs an explanation")
    hint: int = said("hints")
    review: int = said("what a person should look at")


@frozen
class VerdictCounts:
    """At how many places a rule came to which verdict."""

    # `pass` is a word of Python's own; the JSON name is set in NAMES.
    passed: int = said("holds")
    rounding: int = said("holds but for the last printed digit")
    fail: int = said("does not hold")
    undetermined: int = said("could not be judged")
    not_applicable: int = said("the rule is about something else")


@frozen
class FigureCounts:
    """What became of every number of the document."""

    bound: int = said("numbers that have a place in the report model")
    unbound: int = said("numbers that look like figures and have none")
    no_figure: int = said("dates, markers, codes and the like")
    share: str | None = said("bound in bound and unbound, a decimal rounded down; null for none")


@frozen
class TableCounts:
    """How many tables of the document were read."""

    read: int = said("tables whose figures were read")
    all: int = said("tables that the document holds")


@frozen
class OutcomeItem:
    """What came out, and whether enough was looked at for it to stand alone."""

    state: State = said("contradiction, remarks (other findings), clean or unchecked")
    partial: bool = said("less was looked at than the parameters of the rules ask for")
    text: str = said("the same in words")
    why: str | None = said("why nothing could be checked", None)


@frozen
class Value:
    """A printed number that takes part in a finding."""

    name: str = said("what it is")
    printed: str = said("as it was printed")


@frozen
class Computed:
    """What was computed from the printed numbers."""

    arithmetic: tuple[str, ...] = said("each comparison that does not hold, written out", ())
    difference: str | None = said("how far the two sides of the first one lie apart", None)


@frozen
class Place:
    """Where a printed number stands: in the report model and, where known, in the document."""

    path: str = said("path in the typed report")
    title: str = said("the same in the report's own terms")
    quote: str = said("the sentence or cell itself")
    settled: Settled = said("how it is known what it is about: said, inherited or inferred")
    inference: str | None = said("what was inferred, in words", None)
    document: str | None = said("file", None)
    page: int | None = said("page, from 1", None)
    section: str | None = said("headings above, joined by /", None)
    table: int | None = said("table in the document, from 1", None)
    row: int | None = said("row of the table, from 1", None)
    column: int | None = said("column of the table, from 1", None)
    cell: str | None = said("sheet and address in a workbook", None)
    start: int | None = said("first character in the document's text, from 0", None)
    end: int | None = said("one past the last character", None)
    expected: bool = said("the words are where something missing should stand", False)


@frozen
class Law:
    """What a rule or a threshold rests on."""

    doc: str = said("id of the document")
    article: str | None = said("article", None)
    status: str | None = said("to-verify: not yet compared with the original", None)
    note: str | None = said("note", None)


@frozen
class SuspectItem:
    """A printed figure that may be wrong."""

    name: str = said("what it is")
    printed: str = said("as it was printed")
    where: Place = said("where it stands")


@frozen
class CauseItem:
    """What contradictions come from."""

    figures: tuple[SuspectItem, ...] = said("the figures to be mended together, the likeliest")
    others: tuple[SuspectItem, ...] = said("figures as likely as the first", ())
    mend: str | None = said("what the first figure should be, where that is certain enough", None)
    settles: tuple[str, ...] = said("fingerprints of the findings that go away with this one", ())


@frozen
class FindingItem:
    """A rule that does not hold at a place."""

    rule: str = said("id of the rule")
    severity: Severity = said("how grave it is")
    verdict: FoundVerdict = said("rounding: only the last printed digit differs")
    title: str = said("title of the rule")
    message: str = said("what was found, in one sentence")
    values: tuple[Value, ...] = said("the printed numbers that take part")
    computed: Computed = said("what was computed")
    where: tuple[Place, ...] = said("where they stand")
    basis: tuple[Law, ...] = said("the law behind it")
    fingerprint: str = said("the same for the same rule at the same place, whatever the digits")
    advice: str = said("what to do")
    why: str = said("what is compared and why")
    parameters: Mapping[str, str] = said("thresholds that took part, by id")
    fault: str = said("what is wrong, in a few words", "")
    part: str | None = said("which report of the file, where it holds several", None)
    imprint: str | None = said("digest of the printed figures: another one when they change", None)
    cause: CauseItem | None = said("what it comes from, where that is known", None)
    follows: str | None = said("fingerprint of the finding with which it goes away", None)


@frozen
class PointItem:
    """What a person is told: a rule once, with all places of one severity where it is broken."""

    rule: str = said("id of the rule")
    severity: Severity = said("how grave it is")
    title: str = said("title of the rule")
    findings: tuple[str, ...] = said("fingerprints of its findings")
    settles: tuple[str, ...] = said("fingerprints of those that go away with them", ())
    fault: str = said("what is wrong, in a few words", "")
    part: str | None = said("which report of the file, where it holds several", None)


@frozen
class WaivedItem:
    """A finding that does not count because somebody decided so."""

    finding: FindingItem = said("the finding")
    state: Literal["accepted", "untrue"] = said("it stays as it is, or is no mistake")
    reason: str = said("why")
    who: str = said("who decided")
    until: str | None = said("the last day on which the decision holds", None)
    origin: str | None = said("where it stands", None)


@frozen
class LapsedItem:
    """A decision about a finding that has no effect."""

    rule: str = said("id of the rule")
    why: Literal["changed", "expired", "gone", "still"] = said(
        "other figures, out of date, no such finding, or called settled and still there"
    )
    text: str = said("the same in words")
    part: str | None = said("which report of the file, where it holds several", None)


@frozen
class NotCheckedItem:
    """A rule that could not be judged, for one reason."""

    rule: str = said("id of the rule")
    reason: str = said("why")
    places: int = said("at how many places")


@frozen
class ResultDocument:
    """What the check of one report found."""

    schema: Literal["performance-rules/result/1"] = said("id of this form")
    report: ReportHead = said("the report")
    ruleset: RuleSetHead = said("the rules")
    summary: SeverityCounts = said("findings by severity")
    verdicts: VerdictCounts = said("verdicts by name")
    outcome: OutcomeItem = said("what came out")
    figures: FigureCounts = said("what became of every number")
    tables: TableCounts = said("how many tables were read")
    unread: tuple[str, ...] = said("each piece that was not read, or not with certainty")
    findings: tuple[FindingItem, ...] = said("the findings, in the order of the document")
    not_checked: tuple[NotCheckedItem, ...] = said("what could not be judged")
    waived: tuple[WaivedItem, ...] = said("findings that were waived; they do not count", ())
    lapsed: tuple[LapsedItem, ...] = said("decisions that have no effect", ())
    points: tuple[PointItem, ...] = said(
        "the findings as people are told them: the gravest first, each rule once", ()
    )
    notes: tuple[str, ...] = said(
        "what has to be known besides, such as what a region changed in the rules", ()
    )


@frozen
class UnreadableItem:
    """A report that could not be read."""

    source: str = said("file as the caller named it")
    problems: tuple[str, ...] = said("what is wrong with it")


@frozen
class Overview:
    """How many reports came out how, and what became of all their numbers."""

    reports: int = said("how many were asked for")
    contradiction: int = said("with contradictions")
    remarks: int = said("with other findings only")
    clean: int = said("without findings")
    unchecked: int = said("in which no rule could be judged on a figure")
    unreadable: int = said("that could not be read")
    partial: int = said("of which less was looked at than the parameters of the rules ask for")
    figures: FigureCounts = said("what became of every number")


@frozen
class ResultsDocument:
    """What the check of several reports found."""

    schema: Literal["performance-rules/results/1"] = said("id of this form")
    overview: Overview = said("how many reports came out how")
    results: tuple[ResultDocument, ...] = said("one result for each report that was read")
    unreadable: tuple[UnreadableItem, ...] = said("the reports that were not")


NAMES: Final[Mapping[type, Mapping[str, str]]] = {VerdictCounts: {"passed": "pass"}}
"""JSON names that differ from the field's."""
