"""A workbook: the ledger of what is to be settled, what came out of each report, and the rules.

The ledger has a row for each finding, the gravest first, with columns for what is done about it:
a choice to pick from, who does it and until when.  Read back it is a list of decisions, which the
next ledger shows again.  Cells hold text and numbers, never formulas.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from performance_rules.errors import Lang
from performance_rules.outputs.batch import Batch, Checked
from performance_rules.outputs.coverage import notes_of, outcome_text
from performance_rules.outputs.points import points_of
from performance_rules.outputs.quoting import quote_text
from performance_rules.outputs.reviewitems import ReviewItem, file_name, unverified_of, waived_of
from performance_rules.outputs.terminal import clean
from performance_rules.outputs.words import say
from performance_rules.rules.model import SEVERITIES
from performance_rules.waivers.model import Decision

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook

_A4: Final = 9
_FIRST_DAY: Final = 36_526
"""1 January 2000, as a workbook counts days."""
_LONGEST: Final = 32_000
"""A cell holds no more characters than this."""
_COLUMNS: Final = (
    ("number", 5),
    ("entity", 18),
    ("year", 7),
    ("kind", 12),
    ("project", 14),
    ("source", 18),
    ("severity", 8),
    ("rule", 13),
    ("title", 18),
    ("message", 46),
    ("quotes", 46),
    ("sums", 30),
    ("laws", 26),
    ("advice", 30),
    ("cause", 24),
    ("state", 9),
    ("who", 10),
    ("until", 11),
    ("remark", 20),
    ("fingerprint", 20),
)
_STATES: Final = ("settled", "accepted", "untrue", "open")
_COLOURS: Final = {"error": "#F8D7DA", "warning": "#FFF3CD", "hint": "#E2F0D9", "review": "#DDEBF7"}


def make(batch: Batch, lang: Lang) -> bytes:
    """Return the workbook of a batch.

    Args:
        batch: the reports that were checked, and those that could not be read.
        lang: the language of its headings.

    Raises:
        ModuleNotFoundError: if XlsxWriter is not installed.
    """
    import xlsxwriter

    buffer = BytesIO()
    plain = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with xlsxwriter.Workbook(buffer, plain) as book:
        parts = [part for one in batch.checked for part in one.parts]
        listed = [
            (part, item)
            for part in parts
            for point in points_of(part, lang)
            for item in point.items
        ]
        waived = [(part, item) for part in parts for item in waived_of(part, lang)]
        _ledger(book, batch, [*listed, *waived], lang)
        _reports(book, batch, parts, lang)
        _rules(book, listed, unverified_of(parts, lang), lang)
    return buffer.getvalue()


def _ledger(
    book: Workbook, batch: Batch, listed: Sequence[tuple[Checked, ReviewItem]], lang: Lang
) -> None:
    """Write the sheet of findings; the columns on the right are to be filled in."""
    rows = [(*_about(part, batch, lang), *_said(item, lang)) for part, item in listed]
    columns = [(say(lang, f"ledger.{name}"), wide) for name, wide in _COLUMNS]
    tones = [item.severity for _, item in listed]
    numbered = [(number, *row) for number, row in enumerate(rows, 1)]
    sheet = _sheet(book, say(lang, "ledger"), columns, numbered, tones)
    if not rows:
        return
    names = [name for name, _ in _COLUMNS]
    choices = [say(lang, f"ledger.{state}") for state in _STATES]
    at = names.index("state")
    sheet.data_validation(1, at, len(rows), at, {"validate": "list", "source": choices})
    at = names.index("until")
    sheet.data_validation(
        1, at, len(rows), at, {"validate": "date", "criteria": ">=", "value": _FIRST_DAY}
    )


def _about(part: Checked, batch: Batch, lang: Lang) -> tuple[object, ...]:
    report = part.result.report
    kind = say(lang, f"kind.{report.kind}") if report.kind else say(lang, "head.no_kind")
    source = file_name(part.source, batch, lang)
    year, project = part.result.in_force.year or "", clean(report.project or "")
    return (clean(report.entity or ""), year, kind, project, source)


def _said(item: ReviewItem, lang: Lang) -> tuple[object, ...]:
    quotes = [quote_text(quote, lang) for quote in item.quotes] or list(item.places)
    texts = ("\n".join(several) for several in (quotes, item.sums, item.laws))
    head = (item.called, item.rule, item.title, item.message)
    told = (item.advice, say(lang, "semicolon").join(filter(None, (item.follows, item.likely))))
    return (*head, *texts, *told, *_filled(item.decision, lang), item.code)


def _filled(decision: Decision | None, lang: Lang) -> tuple[object, ...]:
    """Return what stands in the columns to be filled in: what was decided before."""
    if decision is None:
        return ("", "", "", "")
    state = say(lang, f"ledger.{decision.state}")
    return (state, clean(decision.who), decision.until or "", clean(decision.reason))


def _reports(book: Workbook, batch: Batch, parts: Sequence[Checked], lang: Lang) -> None:
    """Write what came out of each report, and how much of it was looked at."""
    severities = [(say(lang, f"severity.{name}"), 9) for name in SEVERITIES]
    heads = [(say(lang, f"ledger.{n}"), w) for n, w in _COLUMNS[1:6]]
    rest = [(say(lang, f"ledger.{n}"), 10) for n in ("bound", "unbound")]
    told = [(say(lang, "head.result"), 60), (say(lang, "head.note"), 60)]
    columns = [*heads, *severities, *rest, *told]
    rows = [
        (
            *_about(part, batch, lang),
            *part.severities().values(),
            part.looked.bound,
            part.looked.open,
            outcome_text(part, lang),
            "\n".join(notes_of(part, lang)),
        )
        for part in parts
    ]
    blank = [""] * (len(severities) + len(rest))
    rows += [
        (*[""] * 4, file_name(lost.source, batch, lang), *blank, say(lang, "head.unreadable"), "")
        for lost in batch.unreadable
    ]
    tones = [next((n for n, c in part.severities().items() if c), "") for part in parts]
    _sheet(
        book, say(lang, "ledger.reports"), columns, rows, [*tones, *("" for _ in batch.unreadable)]
    )


def _rules(
    book: Workbook, listed: Sequence[tuple[Checked, ReviewItem]], unverified: str, lang: Lang
) -> None:
    """Write how often each rule was broken, in how many reports, and which laws to compare."""
    times = Counter(item.rule for _, item in listed)
    reports = {
        rule: len({id(part) for part, item in listed if item.rule == rule}) for rule in times
    }
    first = {item.rule: item for _, item in reversed(listed)}
    names = ("rule", "title", "severity", "times", "in_reports")
    columns = [(say(lang, f"ledger.{n}"), w) for n, w in zip(names, (14, 40, 9, 9, 9), strict=True)]
    rows = [
        (rule, first[rule].title, first[rule].called, count, reports[rule])
        for rule, count in times.most_common()
    ]
    tones = [first[row[0]].severity for row in rows]
    sheet = _sheet(book, say(lang, "ledger.rules"), columns, rows, tones)
    if unverified:
        sheet.write_string(len(rows) + 2, 0, unverified[:_LONGEST])


def _sheet(
    book: Workbook,
    name: str,
    columns: Sequence[tuple[str, float]],
    rows: Sequence[Sequence[object]],
    tones: Sequence[str],
) -> Any:
    """Write a sheet with its head fixed and a filter above every column; return it."""
    sheet = book.add_worksheet(name)
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    tints = {"": "", **_COLOURS}
    body = {tone: _body(book, colour) for tone, colour in tints.items()}
    days = {tone: _body(book, colour, "yyyy-mm-dd") for tone, colour in tints.items()}
    for at, (title, wide) in enumerate(columns):
        sheet.set_column(at, at, wide)
        sheet.write_string(0, at, title, head)
    for line, (row, tone) in enumerate(zip(rows, tones, strict=True), 1):
        for at, value in enumerate(row):
            if isinstance(value, dt.date):
                sheet.write_datetime(line, at, value, days[tone])
            elif isinstance(value, int):
                sheet.write_number(line, at, value, body[tone])
            elif value == "":
                sheet.write_blank(line, at, None, body[tone])
            else:
                sheet.write_string(line, at, str(value)[:_LONGEST], body[tone])
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    return sheet


def _body(book: Workbook, colour: str, form: str = "General") -> Format:
    kept = {"text_wrap": True, "valign": "top", "border": 4, "num_format": form}
    return book.add_format({**kept, "bg_color": colour} if colour else kept)
