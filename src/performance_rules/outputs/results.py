"""What was checked in its canonical form: one result for each file, and counts over all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TypeVar

import attrs

from performance_rules.checking.findings import Finding, Where
from performance_rules.errors import Lang
from performance_rules.outputs.batch import STATES, Batch, Checked, Unreadable
from performance_rules.outputs.canonical import (
    RESULT,
    RESULTS,
    CauseItem,
    Computed,
    FigureCounts,
    FindingItem,
    LapsedItem,
    Law,
    NotCheckedItem,
    OutcomeItem,
    Overview,
    PartHead,
    Place,
    PointItem,
    ReportHead,
    ResultDocument,
    ResultsDocument,
    RuleSetHead,
    SeverityCounts,
    SuspectItem,
    TableCounts,
    UnreadableItem,
    Value,
    VerdictCounts,
    WaivedItem,
)
from performance_rules.outputs.causing import cause_of, consequences_of, follows, heads_of
from performance_rules.outputs.citing import value_text
from performance_rules.outputs.coverage import notes_of, outcome_text
from performance_rules.outputs.decided import lapsed_text
from performance_rules.outputs.outcome import ForceFacts
from performance_rules.outputs.words import say
from performance_rules.report.inferences import inference_told
from performance_rules.rules.model import Basis, Severity
from performance_rules.values.quantity import Amount, QuantityError, format_scaled
from performance_rules.waivers.model import Decided

Counts = TypeVar("Counts", SeverityCounts, VerdictCounts, TableCounts)


def canonical(batch: Batch, lang: Lang) -> ResultDocument | ResultsDocument | None:
    """Return the canonical form: of one report its result, of several an object with all.

    None when the only report could not be read: there is no result then.
    """
    results = tuple(result_of(one, lang) for one in batch.checked)
    if batch.several:
        lost = tuple(unread_of(u, lang) for u in batch.unreadable)
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
        waived=tuple(
            attrs.evolve(item, finding=attrs.evolve(item.finding, part=one.part))
            for one, r in pairs
            for item in r.waived
        ),
        lapsed=tuple(attrs.evolve(item, part=one.part) for one, r in pairs for item in r.lapsed),
        points=tuple(attrs.evolve(item, part=one.part) for one, r in pairs for item in r.points),
        notes=tuple(dict.fromkeys(note for part in parts for note in part.notes)),
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
        findings=tuple(_caused(checked, found, lang) for found in checked.findings),
        not_checked=tuple(
            NotCheckedItem(item.rule, item.reason.text(lang), item.places)
            for item in result.not_checked
        ),
        waived=tuple(_waived(one, in_force, lang) for one in checked.waived),
        lapsed=tuple(
            LapsedItem(one.decision.rule, one.why, lapsed_text(one, lang)) for one in checked.lapsed
        ),
        points=tuple(_points(checked, lang)),
        notes=tuple(notes_of(checked, lang)),
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
    computed = [told.text(lang) for name, told in found.computed if name == "arithmetic"]
    differences = [text.zh for name, text in found.computed if name == "difference"]
    limits = {}
    for name, printed in found.parameters:
        dated = in_force.parameters[name].dated
        limits[name] = value_text(dated, lang) if dated else printed
    return FindingItem(
        rule=found.rule,
        severity=found.severity,
        verdict="rounding" if found.verdict == "rounding" else "fail",
        title=found.heading.text(lang),
        fault=found.headline.text(lang),
        message=found.text(lang),
        values=tuple(Value(value.name, value.printed) for value in found.values),
        computed=Computed(tuple(computed), _decimal(differences[0]) if differences else None),
        where=tuple(_place(where, lang) for where in found.where),
        basis=tuple(_law(basis) for basis in found.basis),
        fingerprint=found.fingerprint,
        imprint=found.imprint,
        advice=found.cure.text(lang),
        why=found.why,
        parameters=limits,
    )


def _caused(checked: Checked, found: Finding, lang: Lang) -> FindingItem:
    """Return a finding with what it comes from, or with which other one it goes away."""
    item = _finding(found, checked.result.in_force, lang)
    head, cause = follows(checked, found), cause_of(checked, found)
    if head is not None:
        return attrs.evolve(item, follows=head.fingerprint)
    if cause is None or not cause.figures:
        return item
    told = CauseItem(
        tuple(SuspectItem(x.title, x.printed, _place(x.where, lang)) for x in cause.figures),
        tuple(SuspectItem(x.title, x.printed, _place(x.where, lang)) for x in cause.others),
        cause.mend.text(lang) if cause.mend else None,
        tuple(one.fingerprint for one in cause.findings[1:]),
    )
    return attrs.evolve(item, cause=told)


def _points(checked: Checked, lang: Lang) -> Iterator[PointItem]:
    """Yield each rule of one severity once, with what goes away with its findings."""
    grouped: dict[tuple[Severity, str], list[Finding]] = {}
    for found in heads_of(checked):
        grouped.setdefault((found.severity, found.rule), []).append(found)
    for (severity, rule), several in grouped.items():
        below = [x for one in several for x in consequences_of(checked, one)]
        yield PointItem(
            rule,
            severity,
            several[0].heading.text(lang),
            tuple(one.fingerprint for one in several),
            tuple(one.fingerprint for one in below),
            several[0].headline.text(lang),
        )


def _waived(one: Decided, in_force: ForceFacts, lang: Lang) -> WaivedItem:
    decision = one.decision
    return WaivedItem(
        _finding(one.finding, in_force, lang),
        "untrue" if decision.state == "untrue" else "accepted",
        decision.reason,
        decision.who,
        decision.until.isoformat() if decision.until else None,
        decision.origin or None,
    )


def _decimal(difference: str) -> str:
    """Return a difference without separators, money in 元: ``3,731.04元`` → ``3731.04``."""
    try:
        money = Amount.parse(difference)
    except QuantityError:
        return difference.replace(",", "")
    return format_scaled(money.n, "amount").replace(",", "").removesuffix("元")


def _place(where: Where, lang: Lang) -> Place:
    place = Place(**{field.name: getattr(where, field.name) for field in attrs.fields(Place)})
    why = where.inference
    return attrs.evolve(place, inference=inference_told(why).text(lang)) if why else place


def _law(basis: Basis) -> Law:
    return Law(basis.doc, basis.article, basis.status, basis.note)


def unread_of(unread: Unreadable, lang: Lang) -> UnreadableItem:
    """Return the canonical form of a file that could not be read."""
    return UnreadableItem(unread.source, tuple(p.text(lang) for p in unread.problems))
