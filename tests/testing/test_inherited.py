"""Inherited examples: a layer that changes a rule is shown what it makes of the rule's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.rules.test_overlays import COUNTRY, folder, override

from performance_rules import RuleSet
from performance_rules.cli import main
from performance_rules.testing.inherited import Inheritance, inheritances

EXAMPLES = """
[[example]]
name = "超过"
expect = "fail"
[example.given.three_public]
initial_budget = "100.00元"
final = "120.00元"

[[example]]
name = "没有超过"
expect = "pass"
[example.given.three_public]
initial_budget = "100.00元"
final = "95.00元"
"""
FIXED = "may_disable = false\n"
LOOSE = 'assert = "占比(三公.决算, 三公.年初预算) <= 150%"\n'
TIGHT = 'assert = "占比(三公.决算, 三公.年初预算) <= 90%"\n'
NEVER = 'when = "有(三公.决算) and 三公.决算 < 0元"\n'


def county(tmp_path: Path, change: str, more: str = "") -> RuleSet:
    """A country with one rule and its examples, and a county that changes something."""
    rule = COUNTRY["X-001.toml"].replace('severity = "warning"\n', f'severity = "warning"\n{more}')
    country = {**COUNTRY, "X-001.toml": rule + EXAMPLES}
    below = {"change.toml": change}
    folders = folder(tmp_path / "country", country), folder(tmp_path / "county", below)
    return RuleSet.for_region("440205", extra=folders)


def changed(ruleset: RuleSet) -> list[Inheritance]:
    """What the lowest layer makes of examples above it."""
    (layer,) = (layer for layer in ruleset.layers if layer.folder.name == "county")
    return list(inheritances(ruleset, layer))


@pytest.mark.parametrize(
    ("change", "shifts"),
    [
        (override("X-001", "replace", LOOSE), [("超过", "fail", "pass", True)]),
        (override("X-001", "replace", TIGHT), [("没有超过", "pass", "fail", False)]),
        (
            override("X-001", "replace", NEVER),
            [
                ("超过", "fail", "not_applicable", True),
                ("没有超过", "pass", "not_applicable", False),
            ],
        ),
        (override("X-001", "set", '[set]\nkinds = ["budget"]\n'), "undetermined"),
        ('id = "limit"\nvalues = [{ value = "90%" }]\n', [("没有超过", "pass", "fail", False)]),
        (override("X-001", "set", '[set]\nadvice = "请核对"\n'), []),
        (override("X-001", "set", '[set]\nseverity = "hint"\n'), []),
        (override("X-001", "disable"), []),
    ],
    ids=["looser", "tighter", "never", "kinds", "parameter", "words", "severity", "disabled"],
)
def test_examples_above_whose_verdict_changes_are_named(
    tmp_path: Path, change: str, shifts: list[tuple[str, str, str, bool]] | str
) -> None:
    """Each is told with both verdicts, and whether something is found no more."""
    found = [
        (shift.example.name, shift.above, shift.here, shift.looser)
        for inheritance in changed(county(tmp_path, change))
        for shift in inheritance.shifts
    ]
    if isinstance(shifts, str):
        assert {here for _, _, here, _ in found} == {shifts}
    else:
        assert found == shifts


@pytest.mark.parametrize(
    ("change", "more", "blunted"),
    [
        (override("X-001", "replace", NEVER), FIXED, True),
        (override("X-001", "replace", LOOSE), FIXED, True),
        (override("X-001", "replace", NEVER), "", False),
        (override("X-001", "replace", TIGHT), FIXED, False),
    ],
)
def test_a_condition_that_finds_nothing_is_a_rule_switched_off(
    tmp_path: Path, change: str, more: str, blunted: bool
) -> None:
    """Of a rule that may not be disabled some example must still be found."""
    assert [c.blunted for c in changed(county(tmp_path, change, more))] == [blunted]


REPLACED = 'rule = "{}"\nverb = "replace"\nreason = "本县"\nassert = "有(年度) or not 有(年度)"\n'


@pytest.mark.parametrize(
    ("rule", "code", "words"),
    [
        ("TOT-001", 2, "让不得停用的规则 TOT-001 什么也查不出来"),
        ("SHR-003", 0, "改变了上级规则 SHR-003 的"),
    ],
)
def test_the_command_tells_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], rule: str, code: int, words: str
) -> None:
    """`rules test` names file, rule and examples; one that is blunted is a failure."""
    ours = folder(tmp_path / "ours", {"change.toml": REPLACED.format(rule)})
    assert main(["rules", "test", str(ours)]) == code
    out = capsys.readouterr().out
    assert words in out
    assert "不通过 → 通过（放宽）" in out
