"""Contents: what was understood of a document, as a tree to be read from top to bottom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final

from attrs import evolve, frozen

from performance_rules.checking.findings import Looked
from performance_rules.errors import Lang, Message
from performance_rules.outputs.citing import name_text
from performance_rules.outputs.contentlines import (
    ContentLine,
    View,
    entries_of,
    line_name,
    parts_of,
    place_text,
)
from performance_rules.outputs.ledger import ruled
from performance_rules.outputs.terminal import Row, clean, hanging, row, rule, width
from performance_rules.outputs.words import WORDS, say
from performance_rules.report.model import (
    ACCOUNTS,
    SIDES,
    STAGES,
    Evaluation,
    Line,
    Report,
    Schedule,
    Step,
)
from performance_rules.report.names import form_title, term_name
from performance_rules.report.nodes import side_title

REASONS: Final = 5
"""Most reasons why figures are open."""

MATTERS: Final = 20
TABLES: Final = 15
"""Most matters and most tables that are listed, unless all are asked for."""

GAP: Final = "  "


@frozen
class Read:
    """A report with what became of the numbers of its document.

    Attributes:
        name: how its file is called.
        part: which part of the file it is, where that holds several reports.
        open: why each figure that found no place is open.
    """

    report: Report
    name: str
    part: str | None = None
    looked: Looked | None = None
    open: tuple[str, ...] = ()


def render(reports: Sequence[Read], view: View, columns: int) -> Iterator[Row]:
    """Yield the lines of what was read.

    Args:
        reports: the reports of one file.
        view: the language, and whether everything is listed.
        columns: how wide a line may be.
    """
    for i, read in enumerate(reports):
        if i:
            yield from (row(), row("═" * columns), row())
        yield from _head(read, view.lang, columns)
        for title, entries in _groups(read.report, view):
            yield from (row(), rule(title, columns))
            yield from ruled(entries, view, columns)
        yield from _schedules(read.report.schedules, view, columns)
        yield from _tables(read.report, view, columns)
        yield from _open(read, view, columns)


# ── head and tail ──


def _head(read: Read, lang: Lang, columns: int) -> Iterator[Row]:
    report = read.report
    name = name_text(report.entity, lang) if report.entity else say(lang, "head.no_entity")
    yield from hanging("", name, columns, style="title")
    facts = [
        say(lang, f"kind.{report.kind}") if report.kind else say(lang, "head.no_kind"),
        say(lang, "head.year", year=report.year) if report.year else say(lang, "head.no_year"),
        report.region or say(lang, "contents.no_region"),
    ]
    yield row(" · ".join(facts))
    named = {
        "contents.title": name_text(report.title or "", lang),
        "head.project": name_text(report.project or "", lang),
        "contents.approved": report.approved.isoformat() if report.approved else "",
        "contents.published": report.published.isoformat() if report.published else "",
        "head.file": clean(read.name),
        "contents.part": name_text(read.part or "", lang),
    }
    for key, text in named.items():
        if text:
            yield from hanging(say(lang, key) + say(lang, "colon"), text, columns)


def _open(read: Read, view: View, columns: int) -> Iterator[Row]:
    """Yield how many numbers are in the report, how many are open and why, what was not read."""
    lang, looked = view.lang, read.looked
    if looked is None:
        return
    yield from (row(), rule(say(lang, "contents.numbers"), columns))
    counts = {"bound": looked.bound, "open": looked.open, "none": looked.no_figure}
    yield from hanging("", say(lang, "outcome.counts", **counts), columns)
    if looked.tables:
        read_of = say(lang, "outcome.tables", tables=looked.tables, read=looked.read)
        yield from hanging("", read_of, columns)
    for piece in looked.unread:
        label = say(lang, "head.unread") + say(lang, "colon")
        yield from hanging(label, clean(piece.text(lang)), columns)
    if lang == "zh":  # why a figure is open is known in Chinese only
        for why, count in Counter(read.open).most_common(view.most(REASONS)):
            times = say(lang, "close.places", count=count)
            yield from hanging(" " * max(8 - width(times), 0) + times + GAP, clean(why), columns)


# ── groups of lines ──


def _groups(report: Report, view: View) -> Iterator[tuple[str, list[ContentLine]]]:
    """Yield the parts of a report that hold lines, with their titles."""
    lang = view.lang
    accounts = list(chain.from_iterable(_account(report, name, view) for name in ACCOUNTS))
    if accounts:
        yield say(lang, "contents.accounts"), accounts
    if report.three_public is not None:
        title = say(lang, "contents.three_public")
        yield title, list(entries_of(report.three_public, title, view))
    if report.disclosures is not None:
        entries = list(parts_of(report.disclosures, view, 0))
        yield say(lang, "contents.disclosures"), entries
    if report.evaluation is not None or report.grade:
        yield say(lang, "contents.scores"), list(_scores(report, view))
    for form in report.evaluations:
        called = Message(form_title(form), WORDS["contents.form"].filled(kind=form.kind).en)
        yield clean(called.text(lang)) or say(lang, "contents.a_form"), list(_form(form, view))
    if report.matters:
        shown = report.matters[: view.most(MATTERS)]
        found = (entries_of(x, line_name(x, view), view) for x in shown)
        entries = list(chain.from_iterable(found))
        if left := len(report.matters) - len(shown):
            entries.append(ContentLine(0, say(lang, "contents.more", count=left)))
        yield say(lang, "contents.matters", count=len(report.matters)), entries


def _account(report: Report, name: str, view: View) -> Iterator[ContentLine]:
    account, view = getattr(report, name), evolve(view, deepest=2)
    for side in SIDES if account is not None else ():
        line = getattr(account, side)
        if line is not None:
            title = Message(side_title(name, side), f"{term_name(name).en}: {term_name(side).en}")
            yield from entries_of(line, title.text(view.lang), view)


def _scores(report: Report, view: View) -> Iterator[ContentLine]:
    name = say(view.lang, "contents.score")
    if report.evaluation is not None:
        yield from entries_of(report.evaluation, name, view)
    if report.grade:
        grade = view.named(report.grade)
        yield ContentLine(0, say(view.lang, "contents.grade", grade=grade))


def _form(form: Evaluation, view: View) -> Iterator[ContentLine]:
    lang = view.lang
    facts = {"department": form.department, "entity": form.entity, "grade": form.grade}
    for name, text in facts.items():
        if text:
            yield ContentLine(0, say(lang, f"contents.form_{name}", text=view.named(text)))
    if form.weight is not None or form.score is not None:
        points = Line(weight=form.weight, score=form.score)
        yield from entries_of(points, say(lang, "contents.score"), view)
    if form.funds is not None:
        yield from entries_of(form.funds, say(lang, "contents.funds"), view)
    if form.sheet is not None:
        yield from entries_of(form.sheet, say(lang, "contents.indicators"), view)
    for name in ("goal", "done", "reason"):
        if text := getattr(form, name):
            yield ContentLine(0, say(lang, f"contents.form_{name}", text=view.short(text)))


# ── schedules and tables ──


def _schedules(schedules: Sequence[Schedule], view: View, columns: int) -> Iterator[Row]:
    lang = view.lang
    if schedules:
        yield from (row(), rule(say(lang, "contents.schedules"), columns))
    for schedule in schedules:
        name = view.named(schedule.name) if schedule.name else say(lang, "contents.no_project")
        steps = say(lang, "semicolon").join(_step(step, lang) for step in schedule.steps)
        yield from hanging(name + say(lang, "colon"), steps, columns)


def _step(step: Step, lang: Lang) -> str:
    parts = (f"{part:02}" for part in (step.year, step.month, step.day) if part is not None)
    told = Message(f"{STAGES[step.stage]} {step.date}", f"{step.stage} {'-'.join(parts)}")
    place = place_text(step.source, lang)
    return told.text(lang) + (say(lang, "in_brackets", text=place) if place else "")


def _tables(report: Report, view: View, columns: int) -> Iterator[Row]:
    """Yield the captions of the tables that were met."""
    lang = view.lang
    shown = report.tables[: view.most(TABLES)]
    if shown:
        yield row()
        yield rule(say(lang, "contents.tables", count=len(report.tables)), columns)
    for table in shown:
        text = view.named(table.caption)
        if table.empty:
            text += say(lang, "in_brackets", text=say(lang, "contents.empty"))
        place = place_text(table.source, lang)
        yield from hanging("", GAP.join(filter(None, (text, place))), columns)
    if left := len(report.tables) - len(shown):
        yield row(say(lang, "contents.more", count=left))
