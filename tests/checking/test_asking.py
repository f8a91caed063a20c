"""A plan that is kept says what a new one says, whatever a rule asks of the prose."""

from pathlib import Path
from typing import Any

import pytest
from tests.rules.tiny import tiny_rule

from performance_rules import Report, RuleSet, check
from performance_rules.checking import keeping
from performance_rules.checking.grounding import make_plan
from performance_rules.checking.keeping import forget
from performance_rules.checking.plan import Plan
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
        ('each = "p in 正文"', "年度 == 2022"),
        ('each = "p in 正文"', "匹配(p, '丙')"),
        ('each = "p in 筛选(q in 正文: 年度 == 2023)"', "not 匹配(p, '乙')"),
        ("", "计数(筛选(p in 正文: 匹配(p, '、'))) < 2"),
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


def test_a_finding_of_a_kept_plan_quotes_the_paragraph_of_the_report_at_hand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reports whose paragraphs answer alike share a plan; each is told in its own words."""
    told = tiny_rule("not 匹配(p, '错')", more='each = "p in 正文"', message="{p}")
    (tmp_path / "X-01.toml").write_text(told, encoding="utf-8")
    rules = RuleSet.for_region(None, extra=[tmp_path])
    made: list[str] = []

    def make(*given: Any) -> Plan:
        made.extend(given[3])
        return make_plan(*given)

    monkeypatch.setattr(keeping, "make_plan", make)
    for name in ("甲", "乙", "丙", "丁"):
        report = Report.from_dict({"year": 2023, "text": ["没有。", f"{name}有错。"]})
        (found,) = (one for one in check(report, rules).findings if one.rule == "X-01")
        assert (found.statement.zh, found.where[0].path) == (f"{name}有错。",) * 2
    assert made.count("X-01") == 2  # the first one's prose is not asked yet


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
