"""Text: the findings as a reviewer would write them up, to be read from top to bottom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from performance_rules.checking.findings import VERDICTS
from performance_rules.errors import Lang, Message
from performance_rules.outputs.batch import STATES, Batch, Checked
from performance_rules.outputs.citing import name_text
from performance_rules.outputs.coverage import counts_text, notes_of, outcome_text, overview_text
from performance_rules.outputs.decided import decision_text, lapsed_text
from performance_rules.outputs.pointlines import again, told
from performance_rules.outputs.reviewitems import unverified_of
from performance_rules.outputs.terminal import Row, clean, hanging, pad, row, rule, width
from performance_rules.outputs.words import say
from performance_rules.report.phrases import in_words
from performance_rules.rules.model import SEVERITIES

REASONS: Final = 8
"""Most reasons why something could not be judged."""

NAMED: Final = 3
"""Most rule ids named beside such a reason."""


def report(one: Checked, number: int, lang: Lang, columns: int) -> Iterator[Row]:
    """Yield the lines of one file; below others, a line between them."""
    for at, checked in enumerate(one.parts, number):
        if at:
            yield from (row(), row("═" * columns), row())
        yield from _head(checked, lang, columns)
        yield from told(checked, lang, columns)
        yield from _decided(checked, lang, columns)
        yield from _closing(checked, lang, columns)


def rest(batch: Batch, lang: Lang, columns: int) -> Iterator[Row]:
    """Yield what comes after the reports: of several how each came out, of one its last lines."""
    if batch.several:
        yield from (row(), row("═" * columns), row(), *_totals(batch, lang, columns))
    else:
        yield from _last([part for one in batch.checked for part in one.parts], lang, columns)


def source_name(source: str, lang: Lang) -> str:
    """Return how a report's file is called; ``-`` is standard input."""
    return say(lang, "head.stdin") if source == "-" else clean(source)


def _file(checked: Checked, lang: Lang) -> str:
    """Return the name of the file, and which part of it where it holds several reports."""
    name = source_name(checked.source, lang)
    return name + say(lang, "in_brackets", text=clean(checked.part)) if checked.part else name


# ── head ──


def _head(checked: Checked, lang: Lang, columns: int) -> Iterator[Row]:
    result = checked.result
    report, ruleset = result.report, result.ruleset
    entity = name_text(report.entity or "", lang) or say(lang, "head.no_entity")
    yield from hanging("", entity, columns, style="title")
    if report.project:
        yield from _labelled("head.project", name_text(report.project, lang), lang, columns)
    yield from hanging("", " · ".join(_about(checked, lang)), columns)
    layers = " → ".join(f"{name_text(name, lang)} {layer}" for layer, name in ruleset.layers)
    if ruleset.version:
        layers += say(lang, "in_brackets", text=ruleset.version)
    count = say(lang, "head.rule_count", count=len(result.in_force.rules))
    rules = say(lang, "comma").join((layers, count))
    yield from _labelled("head.file", _file(checked, lang), lang, columns)
    yield from _labelled("head.rules", rules, lang, columns)
    for note in notes_of(checked, lang):
        yield from _labelled("head.note", note, lang, columns)
    for piece in checked.looked.unread:
        yield from _labelled("head.unread", clean(piece.text(lang)), lang, columns)
    outcome = outcome_text(checked, lang)
    yield from _labelled("head.result", outcome, lang, columns, style=_tone(checked))


def _about(checked: Checked, lang: Lang) -> list[str]:
    """Return kind, year and region of a report."""
    result = checked.result
    kind, year = result.report.kind, result.in_force.year
    region, name = result.ruleset.region, name_text(result.ruleset.region_name or "", lang)
    return [
        say(lang, f"kind.{kind}") if kind else say(lang, "head.no_kind"),
        say(lang, "head.year", year=year) if year is not None else say(lang, "head.no_year"),
        " ".join(filter(None, (region, name))) or say(lang, "head.no_region"),
    ]


def _tone(checked: Checked) -> str:
    """Return the style of the outcome: that of the gravest finding."""
    if checked.state in ("unchecked", "clean"):
        return "warning" if checked.partly or checked.state == "unchecked" else "good"
    counts = checked.severities()
    return next((severity for severity in SEVERITIES if counts[severity]), "good")


def _labelled(key: str, text: str, lang: Lang, columns: int, *, style: str = "") -> list[Row]:
    return hanging(say(lang, key) + say(lang, "colon"), text, columns, style=style)


# ── what was decided ──


def _decided(checked: Checked, lang: Lang, columns: int) -> Iterator[Row]:
    """Yield the findings that were waived, and the decisions that have no effect."""
    if checked.waived:
        yield from (row(), rule(say(lang, "waived.title"), columns), row())
    for one in checked.waived:
        found = one.finding
        head = f"{clean(found.headline.text(lang))}  {found.rule}"
        yield from hanging("", head, columns)
        yield from hanging("", clean(found.text(lang)), columns, indent=2)
        yield from hanging("", decision_text(one.decision, lang), columns, indent=2)
    if checked.lapsed:
        yield from (row(), rule(say(lang, "lapsed.title"), columns), row())
    for lapsed in checked.lapsed:
        yield from hanging("", lapsed_text(lapsed, lang), columns)


# ── closing block ──


def _closing(checked: Checked, lang: Lang, columns: int) -> Iterator[Row]:
    result = checked.result
    verdicts = result.summary.verdicts
    yield from (row(), rule(say(lang, "close.title"), columns), row())
    counts = [f"{say(lang, f'verdict.{name}')} {verdicts[name]}" for name in VERDICTS]
    places = sum(verdicts.values())
    start = say(lang, "close.counts", rules=len(result.in_force.rules), places=places)
    yield from hanging("", start + say(lang, "comma").join(counts), columns)
    if checked.hidden:
        hidden = say(lang, "close.hidden", count=checked.hidden)
        yield from hanging("", hidden, columns)
    numbers = say(lang, "close.numbers", counts=counts_text(checked, lang))
    numbers += say(lang, "close.unbound") if checked.looked.open else ""
    yield from hanging("", numbers, columns)
    yield from _unjudged(checked, lang, columns)
    if result.in_force.disabled:
        yield row(say(lang, "close.disabled"), say(lang, "colon"))
    for name, (why, origin) in sorted(result.in_force.disabled.items()):
        reason = clean(why) + say(lang, "in_brackets", text=origin)
        yield from hanging(f"{name}  ", reason, columns, indent=2)


def _unjudged(checked: Checked, lang: Lang, columns: int) -> Iterator[Row]:
    """Yield why rules could not be judged: the reasons, the most frequent first."""
    reasons: dict[Message, tuple[int, list[str]]] = {}
    for item in checked.result.not_checked:
        places, rules = reasons.get(item.reason, (0, []))
        reasons[item.reason] = (places + item.places, [*rules, item.rule])
    if not reasons:
        return
    yield row(say(lang, "close.undetermined"), say(lang, "colon"))
    ordered = sorted(reasons.items(), key=lambda entry: (-entry[1][0], entry[0].zh))
    for reason, (count, rules) in ordered[:REASONS]:
        named = " ".join(rules[:NAMED]) + (" …" if len(rules) > NAMED else "")
        text = clean(in_words(reason.text(lang), lang)) + say(lang, "in_brackets", text=named)
        times = say(lang, "close.places", count=count)
        yield from hanging(" " * (7 - width(times)) + times + "  ", text, columns)
    if ordered[REASONS:]:
        rest = sum(count for _, (count, _) in ordered[REASONS:])
        more = say(lang, "close.more", reasons=len(ordered) - REASONS, count=rest)
        yield from hanging(" " * 9, more, columns)


def _last(parts: Sequence[Checked], lang: Lang, columns: int) -> Iterator[Row]:
    """Yield what still has to be compared, and the contradictions where others came after them."""
    yield from _unverified(parts, lang, columns)
    count = sum(part.severities()["error"] for part in parts)
    if count and sum(len(part.findings) for part in parts) > count:
        yield from (row(), rule(say(lang, "close.again", count=count), columns), row())
        for part in parts:
            yield from again(part, lang, columns)


def _unverified(parts: Iterable[Checked], lang: Lang, columns: int) -> Iterator[Row]:
    if text := unverified_of(parts, lang):
        yield from (row(), *hanging("", text, columns))


_ORDER: Final = ("contradiction", "unreadable", "unchecked", "remarks", "clean")
"""How reports are listed: what needs somebody's hand first."""


def _totals(batch: Batch, lang: Lang, columns: int) -> Iterator[Row]:
    """Yield how many reports came out how, then a line for each, the worst first."""
    yield rule(say(lang, "close.all"), columns)
    yield from (row(), *_counts(batch, lang, columns), row())
    parts = [part for one in batch.checked for part in one.parts]
    lost = say(lang, "head.unreadable")
    outcomes: list[tuple[str, str, str, str, Checked | None]] = [
        (part.state, _file(part, lang), overview_text(part, lang), _tone(part), part)
        for part in parts
    ]
    outcomes += [
        ("unreadable", source_name(u.source, lang), lost, "warning", None) for u in batch.unreadable
    ]
    names = min(max((width(name) for _, name, *_ in outcomes), default=0), columns // 2)
    for _, name, outcome, style, part in sorted(outcomes, key=lambda one: _ORDER.index(one[0])):
        label = pad(name, names) + "  "
        if width(name) > names:
            yield from hanging("", name, columns)
            label = "  "
        yield from hanging(label, outcome, columns, style=style)
        if part is not None:
            yield from again(part, lang, columns, indent=2)
    yield from _unverified(parts, lang, columns)


def _counts(batch: Batch, lang: Lang, columns: int) -> Iterator[Row]:
    parts = [say(lang, "close.several", count=len(batch.checked) + len(batch.unreadable))]
    states = [one.of_file for one in batch.checked]
    counts = {
        **{str(state): states.count(state) for state in STATES},
        "unreadable": len(batch.unreadable),
        "partly": sum(one.partly for one in batch.checked if one.of_file != "unchecked"),
    }
    parts += [say(lang, f"close.{key}", count=count) for key, count in counts.items() if count]
    yield from hanging("", say(lang, "comma").join(parts), columns, style="strong")
