"""A plan that is kept says what a new one says, whatever a rule asks of the prose."""

from pathlib import Path

import pytest
from tests.rules.tiny import tiny_rule

from performance_rules import Report, RuleSet, check
from performance_rules.checking.keeping import forget
from performance_rules.report.facts import TABLES, fact
from performance_rules.report.tree import tree_of


def verdicts(report: Report, rules: RuleSet) -> list[str]:
    """Return what a rule says at each of its places."""
    return [str(one.verdict) for one in check(report, rules).verdicts if one.rule == "X-01"]


@pytest.mark.parametrize(
    ("each", "asserts"),
    [
        ("", "not 有一(s in 各标题: 年度 == 2023)"),
        ("", "都(s in 各标题: 年度 == 2022)"),
        ("", "计数(s in 各标题: 年度 == 2023) < 2"),
        ('each = "s in 各标题"', "年度 == 2022"),
        ('each = "s in 各标题"', "计数(各标题) < 2"),
    ],
)
def test_how_many_sentences_there_are_is_an_answer(each: str, asserts: str, tmp_path: Path) -> None:
    """A rule that asks nothing of a sentence still sees that there is one more."""
    (tmp_path / "X-01.toml").write_text(tiny_rule(asserts, more=each), encoding="utf-8")
    rules = RuleSet.for_region(None, extra=[tmp_path])
    texts: tuple[list[str], ...] = ([], ["一、甲"], ["一、甲", "二、乙"])
    reports = [
        Report.from_dict(
            {"year": 2023, "text": [*({"text": t, "heading": 2} for t in text), "丙。"]}
        )
        for text in texts
    ]
    told = [verdicts(one, rules) for one in reports]
    kept = [verdicts(one, rules) for one in (*reversed(reports), *reports)]
    assert kept == [*reversed(told), *told]
    for one, said in zip(reports, told, strict=True):
        forget(rules.in_force(2023))
        assert verdicts(one, rules) == said


@pytest.mark.parametrize(
    ("first", "second"),
    [(None, "None"), ("甲", "甲\x1f")],
)
def test_what_is_not_there_is_no_text(first: str | None, second: str | None) -> None:
    """Two notes that only look alike to a machine are two facts of two reports."""
    reports = [
        Report.from_dict({"year": 2023, "tables": [{"caption": "表", "key": "t1", "note": note}]})
        for note in (first, second)
    ]
    codebook = RuleSet.for_region().codebook
    first_seen, second_seen = (fact(tree_of(one, codebook), TABLES) for one in reports)
    assert first_seen != second_seen
