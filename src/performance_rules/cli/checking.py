"""The command ``check``: every report read, checked and shown; the worst of them is the exit code.

0 no contradiction, 1 a contradiction in any report, 3 a report unreadable or not to be checked and
no contradiction in another.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Final

from attrs import frozen

from performance_rules.checking.findings import SEVERITY_NAMES
from performance_rules.cli.endings import INTERRUPTED
from performance_rules.cli.streaming import Stream, streams
from performance_rules.cli.usage import choice, fiscal_year, refused
from performance_rules.cli.waiving import read_decisions, unused
from performance_rules.cli.words import say
from performance_rules.cli.writing import (
    columns_of,
    complain,
    progress,
    remark,
    replace,
    show,
    try_out,
)
from performance_rules.errors import (
    Lang,
    PerformanceRulesError,
    ReportError,
    StoppedError,
    UnreadableError,
)
from performance_rules.judging.blaming import blamed
from performance_rules.judging.given import STDIN, Given, given, is_typed, left_out, named
from performance_rules.judging.judge import Judged, Wanted, judge
from performance_rules.judging.prior import read_priors
from performance_rules.judging.rulesets import Regions, code_of
from performance_rules.judging.selection import selection_of
from performance_rules.outputs import DATA, FILES, FORMATS, ON_ONE, maker, of_suffix, renderer
from performance_rules.outputs.batch import Batch, Unreadable
from performance_rules.readers.limits import LIMITS, Limits
from performance_rules.readers.workers import apart, placed
from performance_rules.rules.chosen import Selection
from performance_rules.rules.model import SEVERITIES
from performance_rules.waivers.model import NONE, Decisions

LISTED: Final = 5
"""Most files that are named when they are left out."""

CLEAN: Final = 0
FOUND: Final = 1
UNREADABLE: Final = 3


@frozen
class CheckRequest:
    """What the user asked for, checked word by word.

    Attributes:
        sources: the reports as named.
        least: the least grave severity to list.
        decisions: what was decided about findings.
        priors: the reports of the year before as named.
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
    decisions: Decisions = NONE
    priors: tuple[str, ...] = ()


def request(
    sources: Iterable[str],
    *,
    region: str | None,
    year: str | None,
    folders: Iterable[Path],
    form: str | None,
    output: Path | None,
    lang: Lang,
    select: Iterable[str],
    ignore: Iterable[str],
    least: str,
    waivers: Iterable[Path] = (),
    priors: Iterable[str] = (),
) -> CheckRequest:
    """Return a request.

    Args:
        sources: the reports, folders and patterns.
        region: the region asked for.
        year: the year asked for.
        folders: folders of further rules.
        form: the format; by default that of the output's suffix, else text.
        output: the file to write.
        lang: the language of the user.
        select: ids of rules, or how they begin.
        ignore: the same of those to leave out.
        least: the least grave severity to list.
        waivers: files of decisions about findings: TOML, or the ledger filled in.
        priors: the reports of the year before: files, folders and patterns.

    Raises:
        PerformanceRulesError: if a word of it is not allowed.
    """
    sources = tuple(sources)
    files = tuple(named(sources))
    if files.count(STDIN) > 1:
        raise refused("usage.stdin_twice")
    for source in files:
        if output is not None and source != STDIN and output.resolve() == Path(source).resolve():
            raise refused("usage.output_is_report", file=source)
    form = _format(form, output)
    if form in ON_ONE and (len(files) != 1 or Path(files[0]).suffix.lower() != f".{form}"):
        raise refused(f"usage.one_{form}")
    if output is not None:
        try_out(output)
    if others := list(left_out(sources)):
        shown = "、".join(Path(name).name for name in others[:LISTED])
        complain(say(lang, "report.left_out", count=len(others), shown=shown))
    severities = {zh: name for name, zh in SEVERITY_NAMES.items()}
    least = choice("--min-severity", severities.get(least, least), SEVERITIES)
    selection = selection_of(select, ignore)
    return CheckRequest(
        files,
        code_of(region),
        fiscal_year(year),
        tuple(folders),
        form,
        output,
        lang,
        selection,
        least,
        read_decisions(waivers),
        tuple(named(priors)),
    )


def _format(form: str | None, output: Path | None) -> str:
    """Return the format: as asked for, else that of the file to be written."""
    suffix = output.suffix.lower().removeprefix(".") if output is not None else ""
    if form is None:
        return of_suffix(suffix) or "text"
    choice("--format", form, FORMATS)
    if form in FILES and suffix != FILES[form]:
        raise refused("usage.suffix", format=form, suffix=FILES[form])
    if form not in FILES and suffix in FILES.values():
        raise refused("usage.suffix_of_file", format=form, file=output)
    return form


def run(asked: CheckRequest, limits: Limits = LIMITS) -> int:
    """Check the reports, write what was found, and return the exit code.

    An interrupt ends it at once; what is done by then is shown.

    Raises:
        PerformanceRulesError: if the region, the rules or the words of the request are wrong.
    """
    regions = Regions(asked.region, asked.year, asked.folders)
    reports, earlier = given(asked.sources), given(asked.priors)
    regions.prepare(documents=not all(map(is_typed, (*reports, *earlier))))
    priors = read_priors(earlier, asked.lang, regions.words, limits)
    words = asked.format in ("html", "docx")
    wanted = Wanted(asked.selection, asked.least, asked.lang, words, asked.decisions, priors)
    work = partial(judge, regions, wanted)
    done: dict[int, Judged | Unreadable] = {}
    interrupted, stream = False, _stream(asked, len(reports))
    try:
        with closing(apart(work, reports, limits, most=_workers(len(reports)))) as answers:
            for number, answer in answers:
                if isinstance(answer, StoppedError):
                    answer = blamed(regions, wanted, reports[number], answer, limits) or answer
                done[number] = _taken(asked, reports[number], answer)
                if stream is not None:
                    stream.take(done)
                if len(reports) > 1:
                    count = len(reports)
                    progress(say(asked.lang, "report.done", number=len(done), count=count))
    except KeyboardInterrupt:
        interrupted = True
    progress("")
    judged = [one for _, one in sorted(done.items()) if isinstance(one, Judged)]
    unreadable = [one for _, one in sorted(done.items()) if isinstance(one, Unreadable)]
    if judged:
        asked.selection.refuse_unknown(rule for one in judged for rule in one.rules)
        for told in unused(asked.decisions, judged):
            complain(told.text(asked.lang))
    checked = tuple(one.checked for one in judged)
    batch = Batch(checked, tuple(unreadable), several=len(reports) > 1)
    if stream is not None:
        stream.end(done, batch)
    if interrupted:
        return _interrupted(asked, batch, len(reports), shown=stream is not None)
    if stream is None:
        _write(asked, batch, asked.output)
    _warn(asked, batch)
    return exit_code(batch)


def _stream(asked: CheckRequest, reports: int) -> Stream | None:
    """Return what shows reports as they come; None where all of them must be known first.

    That a rule asked for does not exist, or that one of the user's own is wrong that only the
    region of a report brings in, is known when all are checked: nothing is shown then.
    """
    known = asked.selection == Selection() and not asked.folders and asked.output is None
    return Stream(asked.format, asked.lang) if known and streams(asked.format, reports) else None


def _workers(reports: int) -> int:
    """Return how many workers to use: never one alone for several, which a bad file would hold."""
    return min(reports, max(2, os.cpu_count() or 1))


def _taken(
    asked: CheckRequest, report: Given, answer: Judged | PerformanceRulesError
) -> Judged | Unreadable:
    """Return what came of a report; of one that cannot be read it is said at once."""
    if isinstance(answer, Judged):
        return answer
    if not isinstance(answer, (ReportError, UnreadableError)):
        raise answer
    wrong = placed(answer, report.name)
    complain(wrong.text(asked.lang))
    return Unreadable(report.name, wrong.problems)


def exit_code(batch: Batch) -> int:
    """Return the worst of what came out: a contradiction, then that something was not checked."""
    states = {one.of_file for one in batch.checked}
    if "contradiction" in states:
        return FOUND
    return UNREADABLE if batch.unreadable or "unchecked" in states else CLEAN


def _made(asked: CheckRequest, batch: Batch) -> bytes:
    """Return the file of a format.

    Raises:
        PerformanceRulesError: if what it is made with is not installed.
    """
    try:
        return maker(asked.format)(batch, asked.lang)
    except ModuleNotFoundError as wrong:
        if wrong.name not in ("docx", "pypdf", "xlsxwriter"):
            raise
        raise refused("usage.no_module", format=asked.format, module=wrong.name) from None


def _interrupted(asked: CheckRequest, batch: Batch, count: int, *, shown: bool) -> int:
    """Show what is done; a file that was to hold all of it is left as it is."""
    ready = len(batch.checked) + len(batch.unreadable)
    if ready and not shown:
        _write(asked, batch, None)
    _warn(asked, batch)
    complain(say(asked.lang, "report.interrupted", ready=ready, count=count))
    if asked.output is not None:
        complain(say(asked.lang, "output.untouched", file=asked.output))
    return INTERRUPTED


def _write(asked: CheckRequest, batch: Batch, output: Path | None) -> None:
    if batch.checked or batch.several:
        if asked.format not in FILES:
            rows = renderer(asked.format)(batch, asked.lang, columns_of(output))
            show(rows, output, data=asked.format in DATA)
        elif output is not None:
            replace(_made(asked, batch), output)
        if output is not None:
            remark(say(asked.lang, "output.written", file=output))


def _warn(asked: CheckRequest, batch: Batch) -> None:
    """Say which reports could not be checked."""
    for one in batch.checked:
        if one.of_file == "unchecked":
            why = one.why.text(asked.lang)
            complain(say(asked.lang, "report.unchecked", source=one.source, why=why))
