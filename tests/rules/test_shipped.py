"""The shipped rules as a whole: complete, covered, and each of them can really fail."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from performance_rules import ReportError, Rule, RuleSet
from performance_rules.language.syntax import parse
from performance_rules.language.typed import Negation, Typed
from performance_rules.language.types import BOOL
from performance_rules.language.typing import Checker
from performance_rules.lexicon.lexicon import shipped_lexicon
from performance_rules.lexicon.resources import rules_dir
from performance_rules.report.build import build_report
from performance_rules.rules.model import Example
from performance_rules.testing.examples import check_one, overall, ruleset_of

ENGLISH = re.compile("[a-z]{2}.*[a-z]{2}")


def layers() -> Iterator[tuple[RuleSet, str]]:
    """Yield every shipped layer in the rule set it belongs to."""
    for head in sorted((rules_dir() / "cn").rglob("ruleset.toml")):
        ruleset = ruleset_of(head.parent)
        yield ruleset, ruleset.id


def rules() -> list[tuple[RuleSet, Rule]]:
    """Return every shipped rule in the rule set of its layer."""
    return [
        (ruleset, rule)
        for ruleset, layer in layers()
        for rule in ruleset.rules().values()
        if rule.layer == layer
    ]


ALL = rules()
each_rule = pytest.mark.parametrize(("ruleset", "rule"), ALL, ids=[rule.id for _, rule in ALL])


def broken_examples(ruleset: RuleSet, rule: Rule) -> list[str]:
    """Return the names of a rule's examples that do not give the verdict they expect."""
    return [
        example.name
        for example in rule.examples
        if overall(check_one(build_report(example.given), rule, ruleset, example.parameters))
        != example.expect
    ]


def pins(ruleset: RuleSet, rule: Rule, example: Example) -> bool:
    """Whether an example says the whole English message of a finding."""
    if not any(ENGLISH.search(words) for words in example.says):
        return False
    result = check_one(build_report(example.given), rule, ruleset, example.parameters)
    return any(finding.message_en in example.says for finding in result.findings)


def lacking(given: object) -> Iterator[Any]:
    """Yield an example's report with one of its values blank or absent, each in turn."""
    parts: Iterable[tuple[Any, object]] = ()
    if isinstance(given, Mapping):
        parts = given.items()
    elif isinstance(given, list | tuple):
        parts = list(enumerate(given))
    for key, value in parts:
        for other in (None, "", *lacking(value)):
            kept = [
                (k, other if k == key else v) for k, v in parts if k != key or other is not None
            ]
            yield dict(kept) if isinstance(given, Mapping) else [v for _, v in kept]


def typed(text: str) -> Typed:
    """Return a condition without variables, typed."""
    return Checker(shipped_lexicon(), {}).condition(parse(text))


@each_rule
def test_a_rule_without_its_assertion_fails_its_examples(ruleset: RuleSet, rule: Rule) -> None:
    """Deleting what a rule asserts is noticed by its own examples, and so is inverting it."""
    assert broken_examples(ruleset, rule) == []
    assert broken_examples(ruleset, evolve(rule, asserts=typed("0 == 0")))
    inverted = Negation(rule.asserts, BOOL, rule.asserts.at)
    assert broken_examples(ruleset, evolve(rule, asserts=inverted))


@each_rule
def test_a_rule_shows_that_it_can_pass_and_fail(ruleset: RuleSet, rule: Rule) -> None:
    """Every rule has an example that passes and one that fails, with names of their own."""
    expected = [example.expect for example in rule.examples]
    assert "pass" in expected
    assert "fail" in expected
    names = [example.name for example in rule.examples]
    assert len(names) == len(set(names))
    assert ruleset.rules()[rule.id] is rule


@each_rule
def test_a_rule_shows_when_it_cannot_judge(ruleset: RuleSet, rule: Rule) -> None:
    """Every rule has an example of what keeps it from judging, or says why nothing does."""
    assert ruleset.rules()[rule.id] is rule
    undetermined = [one.name for one in rule.examples if one.expect == "undetermined"]
    assert bool(undetermined) != bool(rule.always_judged), undetermined


@each_rule
def test_the_english_message_is_pinned(ruleset: RuleSet, rule: Rule) -> None:
    """One failing example of every rule says its whole message in English."""
    assert any(pins(ruleset, rule, example) for example in rule.examples)


def test_the_english_message_of_an_override_is_pinned() -> None:
    """An override that words the message anew has a failing example that says all of it."""
    for ruleset, name in layers():
        overrides = [one for layer in ruleset.layers if layer.id == name for one in layer.overrides]
        for one in overrides:
            if "message_en" in one.changes:
                rule = ruleset.in_force(one.since).rules[one.rule]
                assert any(pins(ruleset, rule, example) for example in one.examples), one.origin


@pytest.mark.slow
@each_rule
def test_what_is_always_judged_is_so_with_every_blank(ruleset: RuleSet, rule: Rule) -> None:
    """A rule that is always judged is so where any one value of its examples is blank or absent."""
    for example in rule.examples if rule.always_judged else ():
        for given in lacking(example.given):
            try:
                report = build_report(given)
            except ReportError:
                continue
            assert overall(check_one(report, rule, ruleset, example.parameters)) != "undetermined"


@each_rule
def test_a_rule_is_explained_in_both_languages(ruleset: RuleSet, rule: Rule) -> None:
    """Titles, faults, messages and advice are in Chinese and in English; every rule says why."""
    assert rule.id in ruleset.rules()
    for chinese, english in (
        (rule.title.zh, rule.title.en),
        (rule.text["fault"], rule.text["fault_en"]),
        (rule.advice.zh, rule.advice.en),
        (rule.text["message"], rule.text["message_en"]),
    ):
        assert any("一" <= char <= "鿿" for char in str(chinese))
        assert any("a" <= char <= "z" for char in str(english))
    assert len(rule.why) >= 15
    assert rule.basis


def test_every_rule_file_is_part_of_a_rule_set() -> None:
    """No file in the rule folders is left out silently."""
    known = {Path(rule.origin).name for _, rule in ALL}
    for ruleset, _ in layers():
        for layer in ruleset.layers:
            known |= {Path(p.origin).name for p in layer.parameters.values()}
            known |= {Path(o.origin).name for o in layer.overrides}
    files = {
        path.name
        for path in (rules_dir() / "cn").rglob("*.toml")
        if path.name not in ("ruleset.toml", "documents.toml")
    }
    assert files <= known
