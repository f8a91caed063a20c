"""Last year's reports: which of them is that of a report, so that the two are held side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from performance_rules.errors import Lang, Message, PerformanceRulesError, Problem
from performance_rules.judging.given import Given, ReadReport, read_source
from performance_rules.readers.limits import Limits
from performance_rules.readers.workers import apart, placed
from performance_rules.report.model import Report

if TYPE_CHECKING:
    from performance_rules.extraction.documents import WordsFor

BESIDE: Final = Message(
    "与上年报告 {file} 对照", "held against the report of the year before, {file}"
)
NOT_AMONG: Final = Message(
    "给出的上年报告里没有这个单位 {year} 年度的，没有与上年对照",
    "none of the reports given for the year before is of this body and of {year}",
)
NO_YEAR: Final = Message(
    "报告没有写年度，没有与上年对照", "the report names no year: it is held against no other one"
)
SEVERAL: Final = Message(
    "上年报告有几份都合，没有与上年对照：{files}",
    "several reports of the year before fit, so none is used: {files}",
)


@frozen
class Prior:
    """A report of an earlier year, and the name of its file."""

    name: str
    report: Report


def read_priors(
    reports: Sequence[Given], lang: Lang, words: WordsFor, limits: Limits
) -> tuple[Prior, ...]:
    """Return the reports of files, each read by a worker as those that are checked are.

    Raises:
        PerformanceRulesError: with everything that is wrong with any of them.
    """
    found: dict[int, ReadReport] = {}
    problems: list[Problem] = []
    work = partial(read_source, lang=lang, words=words)
    for number, answer in apart(work, reports, limits, most=2):
        if isinstance(answer, PerformanceRulesError):
            problems += placed(answer, reports[number].name).problems
        else:
            found[number] = answer
    if problems:
        raise PerformanceRulesError(problems)
    return tuple(
        Prior(reports[number].name, evolve(part.report, previous=None))
        for number, read in sorted(found.items())
        for part in (read, *read.more)
    )


def with_prior(report: Report, priors: Sequence[Prior]) -> tuple[Report, tuple[Message, ...]]:
    """Return a report together with that of the year before, and what the user should know of it.

    It is of the same body, the same project and the year before; of several that of the same kind.
    A report that already holds one keeps it.
    """
    if not priors or report.previous is not None:
        return report, ()
    if report.year is None:
        return report, (NO_YEAR,)
    fitting = [one for one in priors if _fits(one.report, report)]
    found = [one for one in fitting if one.report.kind == report.kind] or fitting
    if not found:
        return report, (NOT_AMONG.filled(year=report.year - 1),)
    if len(found) > 1:
        names = sorted({one.name for one in found})
        return report, (SEVERAL.filled(files=Message("、".join(names), ", ".join(names))),)
    return evolve(report, previous=found[0].report), (BESIDE.filled(file=found[0].name),)


def _fits(prior: Report, report: Report) -> bool:
    """Whether a report is that of the year before; of a body that nobody named none is."""
    if prior.year is None or report.year is None or prior.year != report.year - 1:
        return False
    names = list(_names(report))
    return any(names) and list(_names(prior)) == names


def _names(report: Report) -> Iterator[str]:
    yield "".join((report.entity or "").split())
    yield "".join((report.project or "").split())
