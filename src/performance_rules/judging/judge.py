"""What a worker does for ``check``: read one report, check it, and hand over what came out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from attrs import frozen

from performance_rules.checking.result import check
from performance_rules.errors import Lang
from performance_rules.judging.given import Given, ReadReport, read_source
from performance_rules.judging.prior import Prior, with_prior
from performance_rules.judging.rulesets import Regions
from performance_rules.judging.selection import hidden, selected
from performance_rules.outputs.batch import Checked, checked
from performance_rules.outputs.marking import Passage
from performance_rules.report.model import Paragraph, Report
from performance_rules.rules.chosen import Selection
from performance_rules.waivers.model import NONE, Decisions


@frozen
class Wanted:
    """What of a check is wanted.

    Attributes:
        least: the least grave severity to list.
        text: whether the report's own words are shown.
        decisions: what was decided about findings.
        priors: reports of the year before, of any of the reports.
    """

    selection: Selection
    least: str
    lang: Lang
    text: bool = False
    decisions: Decisions = NONE
    priors: tuple[Prior, ...] = ()


@frozen
class Judged:
    """A checked report, and the ids of all rules that could have been selected for it."""

    checked: Checked
    rules: tuple[str, ...]


def judge(regions: Regions, wanted: Wanted, report: Given) -> Judged:
    """Return what the check of a report finds.

    Raises:
        ReportError: a typed report cannot be read, with every problem.
        UnreadableError: a document cannot be read, with the reason.
        RuleFileError: the rules of its region are wrong.
    """
    read = read_source(report, wanted.lang, regions.words)
    ruleset, _ = regions.of(read.report)
    return Judged(_checked(regions, wanted, report.name, read), tuple(ruleset.rules()))


def _checked(regions: Regions, wanted: Wanted, name: str, read: ReadReport) -> Checked:
    """Return what the check of a report finds, and of the others in the same file."""
    ruleset, notes = regions.of(read.report)
    report, beside = with_prior(read.report, wanted.priors)
    return checked(
        check(report, selected(ruleset, wanted.selection)),
        name,
        read.sha256,
        least=wanted.least,
        ignored=hidden(wanted.selection),
        notes=(*notes, *beside),
        looked=read.looked,
        part=read.part,
        more=tuple(_checked(regions, wanted, name, other) for other in read.more),
        text=tuple(_passages(read.report)) if wanted.text else (),
        decisions=wanted.decisions,
        typed=read.typed,
    )


def _passages(report: Report) -> Iterator[Passage]:
    """Yield the paragraphs of a report; a heading is one that the next paragraph is below."""
    sections = [one.source.section or "" if one.source else "" for one in report.text]
    for one, below in zip_longest(report.text, sections[1:], fillvalue=""):
        if isinstance(one, Paragraph):
            start = one.source.start if one.source and one.source.start is not None else 0
            yield Passage(one.text, start, below.rpartition("/")[2] == one.text.strip())
