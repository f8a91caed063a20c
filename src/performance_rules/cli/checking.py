"""The command ``check``: every report read, checked and shown; the worst of them is the exit code.

0 no contradiction, 1 a contradiction in any report, 3 a report unreadable or not to be checked and
no contradiction in another.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Final

from attrs import frozen

from performance_rules.checking import check
from performance_rules.cli.regions import Regions
from performance_rules.cli.reports import STDIN, ReadReport, named, read_source
from performance_rules.cli.selection import Selection
from performance_rules.cli.usage import choice, fiscal_year, refused
from performance_rules.cli.words import say
from performance_rules.cli.writing import columns_of, complain, progress, remark, show
from performance_rules.errors import Lang, ReportError, UnreadableError
from performance_rules.findings import SEVERITY_NAMES
from performance_rules.outputs import FORMATS, renderer
from performance_rules.outputs.batch import Batch, Checked, Unreadable, checked
from performance_rules.rules import SEVERITIES

CLEAN: Final = 0
FOUND: Final = 1
UNREADABLE: Final = 3

DATA: Final = ("json",)
"""Formats that are read by programs."""


@frozen
class Request:
    """What the user asked for, checked word by word.

    Attributes:
        sources: the reports as named.
        least: the least grave severity to list.
    """

    sources: tuple[str, ...]
    region: str | None
    year: int | None
    folders: tuple[Path, ...]
    format: str
    output: Path | None
    lang: Lang
    selection: Selection
    least: str


def request(
    sources: Iterable[str],
    *,
    region: str | None,
    year: str | None,
    folders: Iterable[Path],
    form: str,
    output: Path | None,
    lang: Lang,
    select: Iterable[str],
    ignore: Iterable[str],
    least: str,
) -> Request:
    """Return a request.

    Raises:
        PerformanceRulesError: if a word of it is not allowed.
    """
    files = tuple(named(sources))
    if files.count(STDIN) > 1:
        raise refused("usage.stdin_twice")
    for source in files:
        if output is not None and source != STDIN and output.resolve() == Path(source).resolve():
            raise refused("usage.output_is_report", file=source)
    severities = {zh: name for name, zh in SEVERITY_NAMES.items()}
    least = choice("--min-severity", severities.get(least, least), SEVERITIES)
    choice("--format", form, FORMATS)
    selection = Selection.of(select, ignore)
    return Request(
        files,
        region,
        fiscal_year(year),
        tuple(folders),
        form,
        output,
        lang,
        selection,
        least,
    )


def run(asked: Request) -> int:
    """Check the reports, write what was found, and return the exit code.

    Raises:
        PerformanceRulesError: if the region, the rules or the words of the request are wrong.
    """
    regions = Regions(asked.region, asked.year, asked.folders)
    reports, unreadable = _read(asked, regions)
    if reports:
        asked.selection.check(regions.of(read.report)[0] for _, read in reports)
    results = []
    for number, (source, read) in enumerate(reports, 1):
        if len(reports) > 1:
            progress(say(asked.lang, "report.checking", number=number, count=len(reports)))
        results.append(_judge(asked, regions, source, read))
    progress("")
    batch = Batch(tuple(results), tuple(unreadable), several=len(asked.sources) > 1)
    _write(asked, batch)
    return exit_code(batch)


def _judge(asked: Request, regions: Regions, source: str, read: ReadReport) -> Checked:
    """Return what the check of a report finds, and of the others in the same file."""
    ruleset, notes = regions.of(read.report)
    asked.selection.narrow(ruleset, read.report.year)
    return checked(
        check(read.report, ruleset),
        source,
        read.sha256,
        least=asked.least,
        ignored=asked.selection.hidden(),
        notes=notes,
        looked=read.looked,
        part=read.part,
        more=tuple(_judge(asked, regions, source, other) for other in read.more),
    )


def exit_code(batch: Batch) -> int:
    """Return the worst of what came out: a contradiction, then that something was not checked."""
    states = {one.of_file for one in batch.checked}
    if "contradiction" in states:
        return FOUND
    return UNREADABLE if batch.unreadable or "unchecked" in states else CLEAN


def _read(
    asked: Request, regions: Regions
) -> tuple[list[tuple[str, ReadReport]], list[Unreadable]]:
    """Return the reports that can be read, and the others, which are complained about."""
    reports, unreadable = [], []
    for number, (source, reading) in enumerate(_readings(asked, regions), 1):
        if len(asked.sources) > 1:
            count = len(asked.sources)
            progress(say(asked.lang, "report.reading", number=number, count=count))
        try:
            reports.append((source, reading()))
        except (ReportError, UnreadableError) as wrong:
            unreadable.append(Unreadable(source, wrong.problems))
            complain(wrong.text(asked.lang))
    return reports, unreadable


def _readings(asked: Request, regions: Regions) -> Iterator[tuple[str, Callable[[], ReadReport]]]:
    """Yield each source with what waits for its report.

    Several are read side by side: most of the time a document is read by a process of its own.
    """
    calls = [
        (source, partial(read_source, source, asked.lang, regions.words))
        for source in asked.sources
    ]
    if len(calls) == 1:
        yield from calls
        return
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        started = [(source, pool.submit(call)) for source, call in calls]
        try:
            yield from ((source, reading.result) for source, reading in started)
        finally:
            pool.shutdown(cancel_futures=True)


def _write(asked: Request, batch: Batch) -> None:
    if batch.checked or batch.several:
        rows = renderer(asked.format)(batch, asked.lang, columns_of(asked.output))
        show(rows, asked.output, data=asked.format in DATA)
        if asked.output is not None:
            remark(say(asked.lang, "output.written", file=asked.output))
    for one in batch.checked:
        if one.of_file == "unchecked":
            why = one.why.text(asked.lang)
            complain(say(asked.lang, "report.unchecked", source=one.source, why=why))
