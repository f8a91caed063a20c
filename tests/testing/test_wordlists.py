"""Words of parameters: each is left out, and the examples of the rules that use it must notice."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.rules.tiny import tiny_rule

from performance_rules.language.ground import constant
from performance_rules.rules.model import Texts
from performance_rules.rules.parameters import parameter_value
from performance_rules.rules.ruleset import RuleSet
from performance_rules.testing.mutation.wordlists import WordScore, left_out, word_score_of

PARAMETER = """
id = "offices"
unit = "{unit}"
title = "机关"
alias = "机关名"
{values}
"""
DATED = """
[[values]]
value = {value}
basis = {{ doc = "REP" }}
{years}
"""
EXAMPLE = """
[[example]]
name = "{number}"
expect = "{expect}"
given = {{ entity = "{entity}"{year} }}
{own}
"""
ANY_TEXT = "有一(w in 参数.机关名: 有一(v in 各写法(w): 提及(部门, v)))"
ANY_PATTERN = "有一(w in 参数.机关名: 匹配(部门, w))"


def score(folder: Path, unit: str, values: str, *rules: str) -> WordScore:
    """Return what becomes of the words of a parameter that tiny rules use."""
    (folder / "parameters").mkdir()
    texts = {"parameters/offices.toml": PARAMETER.format(unit=unit, values=values)}
    texts |= {f"X-{i}.toml": rule for i, rule in enumerate(rules)}
    for name, text in texts.items():
        (folder / name).write_text(text.strip(), encoding="utf-8")
    ruleset = RuleSet.for_region(None, extra=[folder])
    return word_score_of(ruleset.layers[-1].parameters["offices"], ruleset)


def rule(
    number: int, condition: str, *examples: tuple[str, str], year: str = "", own: str = ""
) -> str:
    """Return a rule with examples, each a verdict and the body that reports."""
    text = tiny_rule(condition, name=f"X-{number}")
    for i, (expect, entity) in enumerate(examples):
        text += EXAMPLE.format(number=i, expect=expect, entity=entity, year=year, own=own)
    return text


def survivors(found: WordScore) -> list[str]:
    """Return the words that no example needs."""
    return [text for text, fate in found.words if fate == "survived"]


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (["甲"], "texts", []),
        (["甲", "乙"], "texts", [("甲", ["乙"]), ("乙", ["甲"])]),
        (["甲|乙"], "texts", [("甲", ["乙"]), ("乙", ["甲"])]),
        (["甲（丙）", "丁"], "texts", [("甲（丙）", ["丁"]), ("丁", ["甲（丙）"])]),
        ("甲(乙|丙)", "pattern", [("乙", "甲(丙)"), ("丙", "甲(乙)")]),
        ("甲乙", "pattern", []),
        (["甲|乙", "丁"], "patterns", [
            ("甲|乙", ["丁"]), ("甲", ["乙", "丁"]), ("乙", ["甲", "丁"]), ("丁", ["甲|乙"]),
        ]),
    ],
)  # fmt: skip
def test_each_entry_and_each_word_is_left_out_once(
    value: object, unit: str, expected: list[tuple[str, object]]
) -> None:
    """Entries go whole where there are others, then the words between bars one by one."""
    found = left_out(parameter_value(value, unit))
    assert expected == [
        (word, [*rest] if isinstance(rest, Texts) else rest) for _, word, rest in found
    ]


def test_a_score_sheet_loses_rows_and_words_of_their_patterns() -> None:
    """A row of a score sheet is an entry, the words of its pattern are words."""
    rows = [{"pattern": p, "points": 5, "bands": [{"points": "5"}]} for p in ("甲率", "(乙|丙)率")]
    found = left_out(parameter_value(rows, "sheet"))
    assert ["甲率", "(乙|丙)率", "乙", "丙"] == [word for _, word, _ in found]


def test_a_number_has_no_words() -> None:
    """Thresholds are changed in the rules' own examples, not here."""
    assert [] == list(left_out(constant(1, "count")))


def test_an_example_of_any_rule_that_uses_the_parameter_holds_a_word(tmp_path: Path) -> None:
    """Two rules share a list: what neither needs survives, and both are named."""
    found = score(
        tmp_path,
        "texts",
        DATED.format(value='["甲|乙", "丙", "丁"]', years=""),
        rule(0, ANY_TEXT, ("pass", "甲局"), ("fail", "戊局")),
        rule(1, f"not {ANY_TEXT}", ("fail", "丙局")),
        rule(2, '部门 == "甲局"', ("pass", "甲局")),
    )
    assert ("X-0", "X-1") == found.rules
    assert ["«乙» → ∅", "«丁» → ∅"] == survivors(found)


def test_an_example_that_brings_its_own_value_holds_nothing(tmp_path: Path) -> None:
    """Its verdict rests on its own list, whatever the parameter says."""
    found = score(
        tmp_path,
        "patterns",
        DATED.format(value='["甲(局|所)"]', years=""),
        rule(0, ANY_PATTERN, ("pass", "甲局"), own='parameters = { offices = ["甲局"] }'),
    )
    assert ["«局» → ∅", "«所» → ∅"] == survivors(found)


def test_a_word_of_several_years_is_one_word(tmp_path: Path) -> None:
    """A word that stands in the values of two periods is held by an example of either."""
    values = DATED.format(value='["甲", "乙"]', years="until = 2019")
    values += DATED.format(value='["甲", "丙"]', years="since = 2020")
    condition = rule(0, ANY_TEXT, ("pass", "甲局"), year=", year = 2018")
    found = score(tmp_path, "texts", values, condition)
    assert ["«乙» → ∅", "«丙» → ∅"] == survivors(found)
    assert ("«甲» → ∅", "killed") in found.words


def test_words_that_read_alike_are_told_apart(tmp_path: Path) -> None:
    """The same word of two entries is counted twice, the second with a number."""
    found = score(
        tmp_path,
        "patterns",
        DATED.format(value='["甲(局|所)", "乙(局|所)"]', years=""),
        rule(0, ANY_PATTERN, ("pass", "乙局")),
    )
    assert "«局» → ∅" in survivors(found)
    assert ("«局» → ∅ (2)", "killed") in found.words
