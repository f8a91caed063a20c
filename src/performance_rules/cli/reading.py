"""The command ``read``: the typed report that a document becomes, or what was left over."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from attrs import frozen

from performance_rules.checking.findings import Where
from performance_rules.cli.usage import choice
from performance_rules.cli.words import say
from performance_rules.cli.writing import columns_of, complain, remark, show
from performance_rules.errors import Lang, ReportError, UnreadableError
from performance_rules.judging.given import ReadReport, given, is_typed, read_source
from performance_rules.judging.rulesets import Regions, code_of
from performance_rules.outputs.citing import position
from performance_rules.outputs.contentlines import View
from performance_rules.outputs.contents import Read, render
from performance_rules.outputs.terminal import Row, row
from performance_rules.outputs.text import source_name
from performance_rules.outputs.toml import toml_text
from performance_rules.readers.limits import LIMITS
from performance_rules.readers.workers import alone

if TYPE_CHECKING:
    from performance_rules.extraction.drafts.draftlines import Unbound

UNREADABLE: Final = 3
FORMS: Final = ("json", "toml", "text")


@frozen
class ReadRequest:
    """What of a report is to be printed, and how.

    Attributes:
        form: one of FORMS.
        whole: with text, everything and nothing cut short.
        unbound: the figures that are not in the report, instead of it.
    """

    form: str
    lang: Lang
    whole: bool = False
    unbound: bool = False


def request(form: str, lang: Lang, *, whole: bool, unbound: bool) -> ReadRequest:
    """Return what is asked for.

    Raises:
        PerformanceRulesError: there is no such form.
    """
    return ReadRequest(choice("--format", form, FORMS), lang, whole, unbound)


def run(source: str, region: str | None, folders: Iterable[Path], asked: ReadRequest) -> int:
    """Print the typed report, or the figures that are not in it; return the exit code.

    A file that holds several reports gives a list of them.

    Raises:
        PerformanceRulesError: if the region or the words of a rule folder are wrong.
    """
    lang = asked.lang
    regions = Regions(code_of(region), folders=tuple(folders))
    [report] = given([source])
    work = partial(read_source, lang=lang, words=regions.words)
    try:
        regions.prepare(documents=not is_typed(report))
        read = alone(work, report, LIMITS, place=source)
    except (ReportError, UnreadableError) as wrong:
        complain(wrong.text(lang))
        return UNREADABLE
    parts = (read, *read.more)
    if asked.form == "text" and not asked.unbound:
        show(_contents(report.name, parts, asked))
        return 0
    looked = [part.looked for part in parts if part.looked is not None]
    for piece in (piece for one in looked for piece in one.unread):
        complain(piece.text(lang))
    left = [one for part in parts for one in part.unbound]
    if not asked.unbound:
        text = _typed([part.report.to_dict() for part in parts], asked.form)
    elif left:
        text = "\n".join("\t".join(_told(one, lang)) for one in left)
    else:
        text = say(lang, "read.none")
    show([row(text)], data=True)
    for one in looked:
        numbers = {"bound": one.bound, "open": one.open, "none": one.no_figure}
        remark(say(lang, "read.counts", **numbers))
    return 0


def _typed(reports: list[dict[str, object]], form: str) -> str:
    """Return typed reports as text; of several, a list."""
    if form == "toml":
        return toml_text(reports[0] if len(reports) == 1 else {"reports": reports}).rstrip()
    whole = reports if len(reports) > 1 else reports[0]
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _contents(source: str, parts: Iterable[ReadReport], asked: ReadRequest) -> Iterator[Row]:
    """Yield what was understood of a file, for people."""
    name = source_name(source, asked.lang)
    reports = [
        Read(
            part.report,
            name,
            part.part,
            part.looked,
            tuple(one.why for one in part.unbound),
        )
        for part in parts
    ]
    return render(reports, View(asked.lang, asked.whole), columns_of(None))


def _told(one: Unbound, lang: Lang) -> tuple[str, ...]:
    """Return an open number as printed, why it is open, where it stands, and in which words."""
    source = one.source
    place = Where(
        *("", "", ""),
        page=source.page,
        section=source.section,
        table=source.table,
        row=source.row,
        column=source.column,
        start=source.start,
    )
    where = position(place, lang)
    texts = (one.printed, one.why, where, source.quote or "")
    return tuple(" ".join(text.split()) for text in texts)
