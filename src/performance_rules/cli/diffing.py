"""The command ``diff``: two results of ``check``, or two reports, and what became of each finding.

0 no contradiction that was not there before, 1 one that is new or has changed, 3 a report that
cannot be read.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Final

from attrs import frozen

from performance_rules.cli.checking import CLEAN, FOUND, UNREADABLE
from performance_rules.cli.usage import choice, fiscal_year
from performance_rules.cli.writing import columns_of, complain, show, try_out
from performance_rules.errors import Lang, PerformanceRulesError, ReportError, UnreadableError
from performance_rules.judging.given import Given, is_typed
from performance_rules.judging.judge import Judged, Wanted, judge
from performance_rules.judging.rulesets import Regions, code_of
from performance_rules.outputs.batch import Batch
from performance_rules.outputs.difference import (
    ReportFindings,
    as_data,
    difference,
    is_result,
    results_of,
)
from performance_rules.outputs.differing import difference_rows
from performance_rules.outputs.json import plain_result
from performance_rules.outputs.terminal import row
from performance_rules.readers.limits import LIMITS
from performance_rules.readers.workers import apart, placed
from performance_rules.report.files import file_bytes
from performance_rules.rules.chosen import Selection
from performance_rules.rules.model import SEVERITIES

FORMATS: Final = ("text", "json")


@frozen
class DiffRequest:
    """What the user asked for."""

    old: Path
    new: Path
    region: str | None
    year: int | None
    folders: tuple[Path, ...]
    format: str
    output: Path | None
    lang: Lang


def request(
    old: Path,
    new: Path,
    *,
    region: str | None,
    year: str | None,
    folders: Iterable[Path],
    form: str,
    output: Path | None,
    lang: Lang,
) -> DiffRequest:
    """Return a request.

    Raises:
        PerformanceRulesError: if a word of it is not allowed.
    """
    choice("--format", form, FORMATS)
    if output is not None:
        try_out(output)
    return DiffRequest(
        old, new, code_of(region), fiscal_year(year), tuple(folders), form, output, lang
    )


def run(asked: DiffRequest) -> int:
    """Compare, write the difference, and return the exit code.

    Raises:
        PerformanceRulesError: if a result is damaged, or the region or the rules are wrong.
    """
    found: list[list[ReportFindings]] = []
    for file in (asked.old, asked.new):
        try:
            found.append(_results(asked, file))
        except (ReportError, UnreadableError) as wrong:
            complain(placed(wrong, str(file)).text(asked.lang))
            return UNREADABLE
    told = difference(*found)
    if asked.format == "json":
        rows = iter([row(json.dumps(as_data(told), ensure_ascii=False, indent=2))])
    else:
        rows = difference_rows(told, asked.lang, columns_of(asked.output))
    show(rows, asked.output, data=asked.format == "json")
    return FOUND if told.worse else CLEAN


def _results(asked: DiffRequest, file: Path) -> list[ReportFindings]:
    """Return the findings of a file: a result as it is, a report when it has been checked."""
    if file.suffix.lower() == ".json":
        try:
            parsed = json.loads(file_bytes(file))
        except ValueError:
            parsed = None  # reading it as a report says what is wrong
        if is_result(parsed):
            return results_of(parsed, str(file))
    report = Given(str(file))
    regions = Regions(asked.region, asked.year, asked.folders)
    regions.prepare(documents=not is_typed(report))
    work = partial(judge, regions, Wanted(Selection(), SEVERITIES[-1], asked.lang))
    with closing(apart(work, [report], LIMITS)) as answers:
        (answer,) = (answer for _, answer in answers)
    if isinstance(answer, PerformanceRulesError):
        raise answer
    return results_of(plain_result(_batch(answer), asked.lang), str(file))


def _batch(judged: Judged) -> Batch:
    return Batch((judged.checked,))
