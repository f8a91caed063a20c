"""The benchmarks compare like with like; how fast anything is, no test asks."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from benchmarks import by_hand, one_report
from benchmarks.__main__ import written
from benchmarks.reports import REGION, hundredths

from performance_rules import RuleSet, check


@cache
def case() -> one_report.Case:
    """The rules and reports that all rows of the table share."""
    return one_report.prepare(4)


def test_all_peers_agree_with_the_library() -> None:
    """The loops, the written-out form and every engine installed give the library's verdicts."""
    assert one_report.agree(case()) >= 3


def test_the_reports_differ_in_their_digits_only() -> None:
    """All forms have one shape, no two the same figures, and not all the same verdicts."""
    found = case()
    figures = [tuple(hundredths(report, found.ruleset)) for report in found.reports]
    verdicts = {tuple(found.expected(report)) for report in found.reports}
    assert len(figures) == len(set(figures))
    assert len({len(f) for f in figures}) == 1
    assert len(verdicts) > 1


def test_most_places_take_part() -> None:
    """The rules a person would write by hand make up more than half of the open places."""
    found = case()
    everything = one_report.plan_of(RuleSet.for_region(REGION), found.reports[0])
    assert 2 * len(found.places.every) > len(everything.open)


def test_the_figures_that_the_page_counts_are_those_that_take_part() -> None:
    """The one count on the page that is no time is that of the founding report."""
    page = Path("docs/benchmarks.md").read_text(encoding="utf-8")
    assert f"\n{len(case().figures[0])} figures; " in page


def test_the_verdicts_counted_are_those_of_the_summary() -> None:
    """What the loops find, counted, is the summary's share of the open places."""
    found = case()
    report = found.reports[-1]
    said = [name for _, name in by_hand.looped(found.places, found.figures[-1])]
    summary = check(report, found.ruleset).summary.verdicts
    settled = one_report.plan_of(found.ruleset, report).tally
    assert summary["fail"] - settled[2] == said.count("fail")
    assert summary["not_applicable"] - settled[4] == said.count("not_applicable")


def test_a_table_is_rewritten_between_its_marks() -> None:
    """Everything outside the marks stays; a page without the marks is refused."""
    page = "a\n<!-- t -->\nold\n<!-- /t -->\nb\n"
    assert written(page, {"t": "| new |"}) == "a\n<!-- t -->\n| new |\n<!-- /t -->\nb\n"
    with pytest.raises(ValueError, match="no place for u"):
        written(page, {"u": ""})
