"""Every rule says what it found in a sentence that can be read aloud."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest

from performance_rules.checking.findings import Finding
from performance_rules.checking.phrasing import as_long, gap_text
from performance_rules.report.build import build_report
from performance_rules.rules.ruleset import RuleSet
from performance_rules.testing.examples import cases_of, check_one

_IDS = re.compile(r"\b[A-Z]{2,4}-\d{3}")
_KEYS = re.compile(r"\b[a-z]+_[a-z]+|[a-z]\.[a-z]")


def found() -> Iterator[Finding]:
    """Yield a finding of each rule of the country, from the first of its failing examples."""
    ruleset = RuleSet.for_region(None)
    seen: set[str] = set()
    for case in cases_of(ruleset):
        if case.example.expect != "fail" or case.rule in seen:
            continue
        report = build_report(case.example.given)
        rule = ruleset.in_force(report.year).rules.get(case.rule) or ruleset.rules()[case.rule]
        findings = check_one(report, rule, ruleset, case.example.parameters).findings
        seen.add(case.rule)
        yield from [one for one in findings if one.rule == case.rule][:1]


@cache
def all_found() -> tuple[Finding, ...]:
    """Return these findings, made once."""
    return tuple(found())


def test_no_sentence_is_a_path() -> None:
    """No step of a title, no id of a rule and no key stands in what a person reads."""
    for one in all_found():
        for text in (one.message, one.message_en):
            assert "·" not in text, one.rule
            assert not _IDS.search(text), one.rule
        assert not _KEYS.search(one.message), one.rule
        assert "？" not in one.message, one.rule
        assert one.message.endswith(("。", "）")), one.rule


def test_both_numbers_and_their_difference_are_named() -> None:
    """Where two printed numbers ought to be equal, the sentence has both and how far they are."""
    seen = 0
    for one in all_found():
        gaps = {text.zh for name, text in one.computed if name == "difference"}
        sums = [text.zh for name, text in one.computed if name == "arithmetic"]
        if len(gaps) != 1 or len(one.values) != 2 or "÷" in sums[0] or " ≠ " not in sums[0]:
            continue
        if all(value.printed.endswith("年") for value in one.values):
            continue  # nobody asks how far apart two years are
        seen += 1
        (gap,) = gaps
        for value in one.values:
            assert value.printed.removeprefix("-") in one.message, one.rule
        first, second = one.values
        longer = as_long(gap, (first.printed, second.printed))
        said = [gap_text(text).zh in one.message for text in (gap, longer)]
        assert any(said), one.rule
    assert seen > 12


@pytest.mark.parametrize(
    ("difference", "zh", "en"),
    [
        ("3.98%", "3.98 个百分点", "3.98 percentage points"),
        ("12.00万元", "12.00万元", "12.00万元"),
        ("3", "3", "3"),
    ],
)
def test_percentages_differ_by_points(difference: str, zh: str, en: str) -> None:
    """The difference of two percentages is no percentage."""
    assert (gap_text(difference).zh, gap_text(difference).en) == (zh, en)
