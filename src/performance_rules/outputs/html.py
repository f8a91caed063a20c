"""A page: what came out, the findings with the words they rest on, and the text they stand in.

It is one file without a script and without anything from elsewhere: it opens offline, and prints
on A4.  All that comes from a report is escaped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from importlib.resources import files
from typing import Final

from performance_rules.errors import Lang
from performance_rules.outputs.batch import Batch, Checked
from performance_rules.outputs.citing import name_text
from performance_rules.outputs.coverage import counts_text, notes_of, outcome_text
from performance_rules.outputs.decided import decision_text, lapsed_text
from performance_rules.outputs.marking import Mark, marked
from performance_rules.outputs.points import (
    Breach,
    Point,
    below_of,
    points_of,
    title_of,
    titled_rule,
    twins_of,
)
from performance_rules.outputs.quoting import Quote
from performance_rules.outputs.reviewitems import ReviewItem, file_name, unverified_of, waived_of
from performance_rules.outputs.terminal import clean
from performance_rules.outputs.words import say
from performance_rules.rules.model import SEVERITIES

_POLICY: Final = (
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
)


def make(batch: Batch, lang: Lang) -> bytes:
    """Return the page of a batch.

    Args:
        batch: the reports that were checked, and those that could not be read.
        lang: the language of its headings.
    """
    parts = [part for one in batch.checked for part in one.parts]
    title = say(lang, "page.title")
    if len(parts) == 1 and parts[0].result.report.entity:
        title = say(lang, "colon").join(
            (name_text(parts[0].result.report.entity or "", lang), title)
        )
    body = [f"<h1>{escape(title)}</h1>"]
    if batch.several:
        body += _index(batch, parts, lang)
    for number, part in enumerate(parts, 1):
        body += _report(part, batch, number, lang)
    if text := unverified_of(parts, lang):
        body.append(f'<p class="note">{escape(text)}</p>')
    style = files(__package__).joinpath("page.css").read_text(encoding="utf-8")
    page = [
        f'<!doctype html>\n<html lang="{say(lang, "page.lang")}">\n<head>\n<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n<main>",
        *body,
        "</main>\n</body>\n</html>\n",
    ]
    return "\n".join(page).encode("utf-8", "backslashreplace")


def _index(batch: Batch, parts: Sequence[Checked], lang: Lang) -> Iterator[str]:
    """Yield a table of the reports, each with its counts and a link to its findings."""
    heads = [say(lang, f"ledger.{name}") for name in ("entity", "source")]
    heads += [say(lang, f"severity.{name}") for name in SEVERITIES]
    heads += [say(lang, "ledger.bound"), say(lang, "ledger.unbound"), say(lang, "head.result")]
    yield '<table class="index"><thead><tr>'
    yield "".join(f"<th>{escape(head)}</th>" for head in heads)
    yield "</tr></thead><tbody>"
    for number, part in enumerate(parts, 1):
        name = escape(_entity(part, lang))
        numbers = (*part.severities().values(), part.looked.bound, part.looked.open)
        cells = "".join(f'<td class="number">{n}</td>' for n in numbers)
        yield f'<tr class="{part.state}"><td><a href="#report-{number}">{name}</a></td>'
        yield f"<td>{escape(file_name(part.source, batch, lang))}</td>{cells}"
        yield f"<td>{escape(outcome_text(part, lang))}</td></tr>"
    blank = '<td class="number"></td>' * (len(SEVERITIES) + 2)
    for lost in batch.unreadable:
        why = say(lang, "semicolon").join(problem.text(lang) for problem in lost.problems)
        told = say(lang, "colon").join((say(lang, "head.unreadable"), clean(why)))
        name = escape(file_name(lost.source, batch, lang))
        yield f'<tr class="unchecked"><td></td><td>{name}</td>{blank}'
        yield f"<td>{escape(told)}</td></tr>"
    yield "</tbody></table>"


def _entity(part: Checked, lang: Lang) -> str:
    return name_text(part.result.report.entity or "", lang) or say(lang, "head.no_entity")


def _report(part: Checked, batch: Batch, number: int, lang: Lang) -> Iterator[str]:
    """Yield what came out of one report, its findings, and its text with the words marked."""
    result = part.result
    report, year = result.report, result.in_force.year
    name = _entity(part, lang)
    about = [
        say(lang, f"kind.{report.kind}") if report.kind else say(lang, "head.no_kind"),
        say(lang, "head.year", year=year) if year is not None else say(lang, "head.no_year"),
        name_text(result.ruleset.region_name or "", lang) or say(lang, "head.no_region"),
    ]
    yield f'<section class="report" id="report-{number}">'
    yield f"<h2>{escape(name)}</h2>"
    if report.project:
        told = say(lang, "colon").join((say(lang, "head.project"), name_text(report.project, lang)))
        yield f'<p class="about">{escape(told)}</p>'
    about.append(file_name(part.source, batch, lang))
    yield f'<p class="about">{escape(" · ".join(about))}</p>'
    yield f'<p class="outcome {part.state}">{escape(outcome_text(part, lang))}</p>'
    notes = notes_of(part, lang)
    unread = say(lang, "head.unread") + say(lang, "colon")
    notes += [unread + clean(piece.text(lang)) for piece in part.looked.unread]
    yield from (f'<p class="note">{escape(note)}</p>' for note in notes)
    marks: list[Mark] = []
    for at, point in enumerate(points_of(part, lang), 1):
        yield from _point(point, f"{number}-{at}", marks, lang)
    yield from _decided(part, lang)
    if part.text:
        yield f"<details open><summary>{escape(say(lang, 'page.text'))}</summary>"
        yield '<div class="text">'
        yield from marked(part.text, marks)
        yield "</div></details>"
    yield f'<p class="note">{escape(counts_text(part, lang))}</p></section>'


def _decided(part: Checked, lang: Lang) -> Iterator[str]:
    """Yield the findings that were waived, and the decisions that have no effect."""
    told: list[tuple[str, list[str]]] = [("waived.title", []), ("lapsed.title", [])]
    for item in waived_of(part, lang):
        why = decision_text(item.decision, lang) if item.decision else ""
        head = titled_rule(item, lang)
        told[0][1].append(say(lang, "colon").join((head, item.message)) + f" {why}")
    told[1][1].extend(lapsed_text(one, lang) for one in part.lapsed)
    for key, texts in told:
        if texts:
            yield f'<section class="decided"><h3>{escape(say(lang, key))}</h3><ul>'
            yield from (f"<li>{escape(text)}</li>" for text in texts)
            yield "</ul></section>"


def _point(point: Point, key: str, marks: list[Mark], lang: Lang) -> Iterator[str]:
    """Yield a point with its findings; what they quote is noted among the marks of the text."""
    item, several = point.first, len(point.cases) > 1
    head = say(lang, "colon").join((item.called, title_of(point, lang)))
    yield f'<article class="finding {item.severity}" id="finding-{key}">'
    yield f'<h3>{escape(head)} <span class="rule">{escape(item.rule)}</span></h3>'
    if several:
        yield "<ol>"
    for number, case in enumerate(point.cases, 1):
        if several:
            yield "<li>"
        yield from _case(case, f"{key}-{number}" if several else key, marks, lang)
        if several:
            yield "</li>"
    if several:
        yield "</ol>"
    yield "<dl>"
    yield from _listed("finding.limit", point.limits, lang)
    yield from _listed("finding.law", point.laws, lang)
    yield from _listed("finding.do", point.advice, lang)
    yield "</dl></article>"


def _case(case: Breach, key: str, marks: list[Mark], lang: Lang) -> Iterator[str]:
    """Yield one finding: the words it quotes side by side, and what it rests on."""
    item = case.item
    yield f"<p>{escape(item.message)}</p>"
    if case.quotes:
        yield '<div class="quotes">'
        for number, quote in enumerate(case.quotes, 1):
            yield _quote(quote, f"{key}-{number}", marks, item)
        yield "</div>"
    yield "<dl>"
    yield from _listed("finding.place", item.places, lang)
    yield from _listed("finding.sum", item.sums, lang)
    yield from _listed("finding.likely", [item.likely] if item.likely else [], lang)
    yield from _listed("finding.consequences", below_of(case, lang), lang)
    yield from _listed("finding.twins", twins_of(case, lang), lang)
    yield "</dl>"


def _quote(quote: Quote, key: str, marks: list[Mark], item: ReviewItem) -> str:
    where = quote.where
    start, end = where.start, where.end
    place = escape(quote.place)
    if start is not None and end is not None and where.table is None and not where.elsewhere:
        marks.append(Mark(start, end, key, item.severity))
        place = f'<a href="#text-{key}" id="quote-{key}">{place}</a>'
    return (
        f"<figure><blockquote>{escape(quote.text)}</blockquote>"
        f"<figcaption>{escape(quote.titles)}<br>{place}</figcaption></figure>"
    )


def _listed(key: str, texts: Iterable[str], lang: Lang) -> Iterator[str]:
    lines = "<br>".join(escape(text) for text in texts)
    if lines:
        yield f"<dt>{escape(say(lang, key).strip())}</dt><dd>{lines}</dd>"
