"""The canonical result: plain classes whose shape is the JSON, and from which its schema is made.

A field without a default is always there, as null when it is not known; a field with a default is
left out when it has nothing to say.  Amounts in ``computed`` are decimals in 元, as text.
"""
# ruff: noqa: RUF009 - said() is attrs.field() with what the field means

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Final, Literal, TypeVar

import attrs
from attrs import frozen

from performance_rules.errors import Lang
from performance_rules.findings import Finding, Where
from performance_rules.outputs.batch import STATES, Batch, Checked, State, Unreadable
from performance_rules.outputs.citing import value_text
from performance_rules.outputs.coverage import outcome_text
from performance_rules.outputs.outcome import ForceFacts
from performance_rules.outputs.words import say
from performance_rules.report.model import Settled
from performance_rules.rules import Basis
from performance_rules.values import Amount, QuantityError, format_scaled

RESULT: Final = "performance-rules/result/1"
RESULTS: Final = "performance-rules/results/1"
STDIN: Final = "-"

Severity = Literal["error", "warning", "hint", "review"]
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


@frozen
class Law:
    """What a rule or a threshold rests on."""

    doc: str = said("id of the document")
    article: str | None = said("article", None)
    status: str | None = said("to-verify: not yet compared with the original", None)
    note: str | None = said("note", None)


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


Counts = TypeVar("Counts", SeverityCounts, VerdictCounts, TableCounts)

NAMES: Final[Mapping[type, Mapping[str, str]]] = {VerdictCounts: {"passed": "pass"}}
"""JSON names that differ from the field's."""


def canonical(batch: Batch, lang: Lang) -> ResultDocument | ResultsDocument | None:
    """Return the canonical form: of one report its result, of several an object with all.

    None when the only report could not be read: there is no result then.
    """
    results = tuple(result_of(one, lang) for one in batch.checked)
    if batch.several:
        lost = tuple(_unread(u, lang) for u in batch.unreadable)
        return ResultsDocument(RESULTS, _overview(batch), results, lost)
    return results[0] if results else None


def result_of(checked: Checked, lang: Lang) -> ResultDocument:
    """Return the canonical form of what came out of one file."""
    parts = [_result(part, lang) for part in checked.parts]
    return _together(checked, parts, lang) if checked.more else parts[0]


def _together(checked: Checked, parts: Sequence[ResultDocument], lang: Lang) -> ResultDocument:
    """Return the results of the reports of one file as one: each finding names its part."""
    pairs = list(zip(checked.parts, parts, strict=True))
    heads = tuple(PartHead(one.part, r.report.year, r.report.kind) for one, r in pairs)
    texts = (say(lang, "colon").join((one.part or "", r.outcome.text)) for one, r in pairs)
    places: Counter[tuple[str, str]] = Counter()
    for item in (item for part in parts for item in part.not_checked):
        places[item.rule, item.reason] += item.places
    return attrs.evolve(
        parts[0],
        report=attrs.evolve(parts[0].report, year=None, kind=None, parts=heads),
        summary=_sum(SeverityCounts, [part.summary for part in parts]),
        verdicts=_sum(VerdictCounts, [part.verdicts for part in parts]),
        outcome=OutcomeItem(
            checked.of_file,
            any(one.partly for one in checked.parts),
            say(lang, "semicolon").join(texts),
            parts[0].outcome.why if checked.of_file == "unchecked" else None,
        ),
        figures=_figures(checked.parts),
        tables=_sum(TableCounts, [part.tables for part in parts]),
        unread=tuple(piece for part in parts for piece in part.unread),
        findings=tuple(attrs.evolve(f, part=one.part) for one, r in pairs for f in r.findings),
        not_checked=tuple(NotCheckedItem(*item, count) for item, count in places.items()),
    )


def _sum(cls: type[Counts], some: Sequence[Counts]) -> Counts:
    """Return counts added up field by field."""
    names = [field.name for field in attrs.fields(cls)]
    return cls(**{name: sum(getattr(one, name) for one in some) for name in names})


def _result(checked: Checked, lang: Lang) -> ResultDocument:
    result = checked.result
    report, ruleset, in_force = result.report, result.ruleset, result.in_force
    verdicts = dict(result.summary.verdicts)
    return ResultDocument(
        schema=RESULT,
        report=ReportHead(
            report.entity,
            report.region or ruleset.region,
            report.year if report.year is not None else in_force.year,
            report.kind,
            checked.source,
            checked.sha256,
            report.project,
        ),
        ruleset=RuleSetHead(
            ruleset.id,
            ruleset.version,
            tuple(layer for layer, _ in ruleset.layers),
            len(in_force.rules),
        ),
        summary=SeverityCounts(**checked.severities()),
        verdicts=VerdictCounts(passed=verdicts.pop("pass"), **verdicts),
        outcome=OutcomeItem(
            checked.state,
            checked.partly,
            outcome_text(checked, lang),
            checked.why.text(lang) if checked.state == "unchecked" else None,
        ),
        figures=_figures((checked,)),
        tables=TableCounts(checked.looked.read, checked.looked.tables),
        unread=tuple(piece.text(lang) for piece in checked.looked.unread),
        findings=tuple(_finding(found, in_force, lang) for found in checked.findings),
        not_checked=tuple(
            NotCheckedItem(item.rule, item.reason.text(lang), item.places)
            for item in result.not_checked
        ),
    )


def _overview(batch: Batch) -> Overview:
    states = [one.of_file for one in batch.checked]
    return Overview(
        reports=len(batch.checked) + len(batch.unreadable),
        **{state: states.count(state) for state in STATES},
        unreadable=len(batch.unreadable),
        partial=sum(any(part.partly for part in one.parts) for one in batch.checked),
        figures=_figures([part for one in batch.checked for part in one.parts]),
    )


def _figures(reports: Sequence[Checked]) -> FigureCounts:
    bound = sum(one.looked.bound for one in reports)
    figures = sum(one.looked.figures for one in reports)
    no_figure = sum(one.looked.no_figure for one in reports)
    share = f"{Decimal(bound * 10_000 // figures).scaleb(-4):f}" if figures else None
    return FigureCounts(bound, figures - bound, no_figure, share)


def _finding(found: Finding, in_force: ForceFacts, lang: Lang) -> FindingItem:
    zh = lang == "zh"
    computed = [text for name, text in found.computed if name == "arithmetic"]
    differences = [text for name, text in found.computed if name == "difference"]
    limits = {}
    for name, printed in found.parameters:
        dated = in_force.parameters[name].dated
        limits[name] = value_text(dated, lang) if dated else printed
    return FindingItem(
        rule=found.rule,
        severity=found.severity,
        verdict="rounding" if found.verdict == "rounding" else "fail",
        title=found.title if zh else found.title_en,
        message=found.text(lang),
        values=tuple(Value(value.name, value.printed) for value in found.values),
        computed=Computed(tuple(computed), _decimal(differences[0]) if differences else None),
        where=tuple(_place(where) for where in found.where),
        basis=tuple(_law(basis) for basis in found.basis),
        fingerprint=found.fingerprint,
        advice=found.advice if zh else found.advice_en,
        why=found.why,
        parameters=limits,
    )


def _decimal(difference: str) -> str:
    """Return a difference without separators, money in 元: ``3,731.04元`` → ``3731.04``."""
    try:
        money = Amount.parse(difference)
    except QuantityError:
        return difference.replace(",", "")
    return format_scaled(money.n, "amount").replace(",", "").removesuffix("元")


def _place(where: Where) -> Place:
    return Place(**{field.name: getattr(where, field.name) for field in attrs.fields(Place)})


def _law(basis: Basis) -> Law:
    return Law(basis.doc, basis.article, basis.status, basis.note)


def _unread(unread: Unreadable, lang: Lang) -> UnreadableItem:
    return UnreadableItem(unread.source, tuple(p.text(lang) for p in unread.problems))
