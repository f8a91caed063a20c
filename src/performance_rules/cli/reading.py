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
    from performance_rules.extraction.draft import Unbound

UNREADABLE = 3


def run(source: str, region: str | None, folders: Iterable[Path], unbound: bool, lang: Lang) -> int:
    """Print the typed report as JSON, or the figures that are not in it; return the exit code.

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
    looked = read.looked
    for piece in looked.unread if looked is not None else ():
        complain(piece.text(lang))
    if not unbound:
        text = json.dumps(read.report.to_dict(), ensure_ascii=False, indent=2)
    elif read.unbound:
        text = "\n".join("\t".join(_told(one, lang)) for one in read.unbound)
    else:
        text = say(lang, "read.none")
    show([row(text)], data=True)
    if looked is not None:
        numbers = {"bound": looked.bound, "open": looked.open, "none": looked.no_figure}
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
