"""The messages of the rule language: every wrong expression says where, why and what instead."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from performance_rules.errors import Problem, Span
from performance_rules.language.syntax import SyntaxProblem, parse
from performance_rules.language.typing import Checker
from performance_rules.lexicon.lexicon import shipped_lexicon

CASES = re.findall(
    r"^### (.+?)\n```\n(.*?)\n```\n```\n(.*?)```",
    (Path(__file__).parent / "errors.md").read_text(encoding="utf-8"),
    re.MULTILINE | re.DOTALL,
)


def complaint(text: str) -> str:
    """Return what a rule author is told about a condition."""
    try:
        Checker(shipped_lexicon(), {}).condition(parse(text))
    except SyntaxProblem as wrong:
        start, end = wrong.at
        span = Span("assert", 1, start + 1, end + 1, text)
        return Problem(wrong.message, "", span, wrong.cure).text()
    return "（没有问题）"


@pytest.mark.parametrize(("name", "source", "expected"), CASES, ids=[case[0] for case in CASES])
def test_a_wrong_expression_is_told_where_and_why(name: str, source: str, expected: str) -> None:
    """A load error shows the place with a caret, both types, and the nearest right name."""
    assert expected.rstrip("\n") == complaint(source), name


def test_every_wrong_expression_has_an_english_message_too() -> None:
    """Messages exist in both languages."""
    for _, source, _ in CASES:
        with pytest.raises(SyntaxProblem) as raised:
            Checker(shipped_lexicon(), {}).condition(parse(source))
        english = raised.value.message.en
        assert english
        assert english != raised.value.message.zh
