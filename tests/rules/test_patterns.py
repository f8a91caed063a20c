"""Patterns that several rules share: parameters of the units ``pattern`` and ``patterns``."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.rules.test_lets import loaded, problems_of, text_of

from performance_rules import RuleFileError, RuleSet, check
from performance_rules.report.build import build_report

PARAMETER = """
id = "{name}"
unit = "{unit}"
title = "演示"
alias = "{alias}"
values = [{{ {value} }}]
"""


def parameter(unit: str, value: str, name: str = "words", alias: str = "话") -> str:
    """Return the text of a parameter's file; ``value`` is what its only value says."""
    return PARAMETER.format(name=name, alias=alias, unit=unit, value=value)


ONE = parameter("pattern", "value = '缓(付|支)|未付'")
SEVERAL = parameter("patterns", "value = ['缓(付|支)', '未付']")


def fails(ruleset: RuleSet, text: str) -> bool:
    """Return whether the rule of the tests finds something in a report of one sentence."""
    found = check(build_report({"text": [text]}), ruleset).findings
    return any(f.rule == "X-01" for f in found)


@pytest.mark.parametrize(
    ("given", "condition"),
    [
        (ONE, "not 匹配(s.文字, 参数.话)"),
        (ONE, "not 匹配(s.文字, param.words)"),
        (ONE, "计数(查找(s.文字, 参数.话)) == 0"),
        (ONE, "not 说到(s.文字, 参数.话)"),
        (ONE, "not 说到(s.文字, 参数.话, 参数.话)"),
        (ONE, "not 说到(s.文字, 模式)"),
        (SEVERAL, "not 说到(s.文字, 参数.话)"),
    ],
)
def test_a_pattern_of_a_parameter_is_searched_for(
    given: str, condition: str, tmp_path: Path
) -> None:
    """It stands where a literal pattern may, a list of them where a list may."""
    more = 'each = "s in 各句"'
    if "模式" in condition:
        more = f'let."模式" = "参数.话"\n{more}'
    ruleset = loaded(tmp_path, {"X-01": text_of(more, condition), "words": given})

    assert fails(ruleset, "工程款缓付。")
    assert not fails(ruleset, "工程款已经付清。")


def test_a_pattern_is_nothing_to_measure_by(tmp_path: Path) -> None:
    """A finding lists the limits that it was held against, and no pattern."""
    text = text_of('each = "s in 各句"', "not 匹配(s.文字, 参数.话)")
    ruleset = loaded(tmp_path, {"X-01": text, "words": ONE})
    (found,) = (
        f
        for f in check(build_report({"text": ["款项缓付。"]}), ruleset).findings
        if f.rule == "X-01"
    )

    assert found.parameters == ()


@pytest.mark.parametrize(
    ("value", "sentence", "expected"),
    [
        ("add = ['拖欠']", "款项拖欠。", True),
        ("add = ['拖欠']", "款项缓付。", True),
        ("remove = ['未付']", "款项未付。", False),
        ("remove = ['未付']", "款项缓付。", True),
        ("value = ['拖欠']", "款项缓付。", False),
    ],
)
def test_a_layer_below_changes_a_list_of_patterns(
    value: str, sentence: str, expected: bool, tmp_path: Path
) -> None:
    """As it does with any list: it adds, removes, or gives its own."""
    upper, lower = tmp_path / "upper", tmp_path / "lower"
    for folder in (upper, lower):
        folder.mkdir()
    text = text_of('each = "s in 各句"', "not 说到(s.文字, 参数.话)")
    (upper / "X-01.toml").write_text(text, "utf-8")
    (upper / "words.toml").write_text(SEVERAL, "utf-8")
    (lower / "words.toml").write_text(f'id = "words"\nvalues = [{{ {value} }}]\n', "utf-8")
    ruleset = RuleSet.for_region(None, extra=[upper, lower])

    assert expected == fails(ruleset, sentence)


WRONG = {
    "a bracket open": (parameter("pattern", "value = '缓(付'"), "“缓(付”少一个右圆括号"),
    "looking ahead": (parameter("pattern", "value = '缓(?=付)'"), "没有这样的写法“(?=”"),
    "no text": (parameter("pattern", "value = 5"), "应是文字"),
    "a list where one is asked for": (parameter("pattern", "value = ['缓付']"), "应是文字"),
    "one where a list is asked for": (parameter("patterns", "value = '缓付'"), "应是列表"),
    "one of a list": (parameter("patterns", "value = ['未付', '缓(付']"), "“缓(付”少一个右圆括号"),
}


@pytest.mark.parametrize(("given", "said"), WRONG.values(), ids=WRONG)
def test_what_is_no_pattern_is_told_when_it_is_loaded(
    given: str, said: str, tmp_path: Path
) -> None:
    """RE2 looks at each of them, before any report is checked."""
    text = text_of('each = "s in 各句"', "说到(s.文字, 参数.话)")
    (problem,) = problems_of(tmp_path, {"X-01": text, "words": given})

    assert said in problem.message.zh


def test_what_is_added_to_patterns_must_be_one(tmp_path: Path) -> None:
    """Below the list of a layer above as well."""
    upper, lower = tmp_path / "upper", tmp_path / "lower"
    for folder in (upper, lower):
        folder.mkdir()
    text = text_of('each = "s in 各句"', "说到(s.文字, 参数.话)")
    (upper / "X-01.toml").write_text(text, "utf-8")
    (upper / "words.toml").write_text(SEVERAL, "utf-8")
    (lower / "words.toml").write_text("id = 'words'\nvalues = [{ add = ['缓('] }]\n", "utf-8")
    with pytest.raises(RuleFileError) as refused:
        RuleSet.for_region(None, extra=[upper, lower])
    (problem,) = refused.value.problems

    assert "不能作模式的列表：“缓(”" in problem.message.zh


TEXTS = parameter("texts", "value = ['缓付']")

MISUSED = {
    "a text": (ONE, "提及(s.文字, 参数.话)", "文字"),
    "compared": (ONE, "s.文字 == 参数.话", "模式"),
    "texts for patterns": (TEXTS, "说到(s.文字, 参数.话)", "模式要直接写成文字"),
    "several for one": (SEVERAL, "匹配(s.文字, 参数.话)", "需要文字"),
    "a number": (ONE, "参数.话 > 0", "模式"),
    "none in a list": (ONE, "说到(s.文字, 参数.话) or 说到(s.文字, ['缓('])", "模式不合法"),
}


@pytest.mark.parametrize(("given", "condition", "said"), MISUSED.values(), ids=MISUSED)
def test_a_pattern_stands_where_one_is_searched_for_and_nowhere_else(
    given: str, condition: str, said: str, tmp_path: Path
) -> None:
    """It is no text, and a text of a parameter is no pattern: told when the rule is loaded."""
    text = text_of('each = "s in 各句"', condition)
    (problem,) = problems_of(tmp_path, {"X-01": text, "words": given})

    assert said in problem.message.zh
