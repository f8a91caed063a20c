"""The command ``read``: the typed report that a document becomes, or what was left over."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from performance_rules.cli.regions import Regions
from performance_rules.cli.reports import given, is_typed, read_source
from performance_rules.cli.words import say
from performance_rules.cli.writing import complain, remark, show
from performance_rules.errors import Lang, ReportError, UnreadableError
from performance_rules.findings import Where
from performance_rules.outputs.citing import position
from performance_rules.outputs.layout import row
from performance_rules.readers.limits import LIMITS
from performance_rules.readers.workers import alone

if TYPE_CHECKING:
    from performance_rules.extraction.draftlines import Unbound

UNREADABLE = 3


def run(source: str, region: str | None, folders: Iterable[Path], unbound: bool, lang: Lang) -> int:
    """Print the typed report as JSON, or the figures that are not in it; return the exit code.

    A file that holds several reports gives a list of them.

    Raises:
        PerformanceRulesError: if the region or the words of a rule folder are wrong.
    """
    regions = Regions(region, folders=tuple(folders))
    [report] = given([source])
    work = partial(read_source, lang=lang, words=regions.words)
    try:
        regions.prepare(documents=not is_typed(report))
        read = alone(work, report, LIMITS, place=source)
    except (ReportError, UnreadableError) as wrong:
        complain(wrong.text(lang))
        return UNREADABLE
    parts = (read, *read.more)
    looked = [part.looked for part in parts if part.looked is not None]
    for piece in (piece for one in looked for piece in one.unread):
        complain(piece.text(lang))
    left = [one for part in parts for one in part.unbound]
    if not unbound:
        typed = [part.report.to_dict() for part in parts]
        text = json.dumps(typed if read.more else typed[0], ensure_ascii=False, indent=2)
    elif left:
        text = "\n".join("\t".join(_told(one, lang)) for one in left)
    else:
        text = say(lang, "read.none")
    show([row(text)], data=True)
    for one in looked:
        numbers = {"bound": one.bound, "open": one.open, "none": one.no_figure}
        remark(say(lang, "read.counts", **numbers))
    return 0


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
