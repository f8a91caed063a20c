"""The lexicon and the patterns: everything written there is usable."""

from __future__ import annotations

from pathlib import Path

import pytest
import tomli

from performance_rules.extraction.normal import plain_word, run_of
from performance_rules.extraction.passages import Passage
from performance_rules.extraction.patterns import load_patterns
from performance_rules.extraction.places import parse_place
from performance_rules.extraction.prose import ACTIONS
from performance_rules.extraction.scan import scan
from performance_rules.extraction.wording import shipped_wording
from performance_rules.lexicon import shipped_lexicon
from performance_rules.report.model import COLUMNS, DIMENSIONS
from performance_rules.resources import rules_dir

LEXICONS = rules_dir() / "lexicons"


def letters(text: str) -> str:
    """Return the letters of a text, without merging."""
    plain = run_of([Passage(text)]).plain
    return "".join(token.letter for token in scan(plain, 0, len(plain), shipped_wording()))


def test_every_pattern_has_an_action_and_every_action_a_pattern() -> None:
    """A pattern that nothing acts upon would be skipped in silence."""
    assert set(shipped_wording().patterns.names) == set(ACTIONS)


def test_every_place_exists() -> None:
    """Places are written with keys of well-known items; a misspelt one is refused."""
    with pytest.raises(KeyError):
        parse_place("expenditure/basics", shipped_lexicon())
    with pytest.raises(KeyError):
        parse_place("all_fund.income", shipped_lexicon())
    for word in shipped_wording().words.values():
        for sense in word.senses:
            assert all(step.dimension in DIMENSIONS for step in sense.place.steps)
            assert sense.column is None or sense.column in COLUMNS


def test_counts_have_known_keys() -> None:
    """Each counter leads to a key that the report knows."""
    keys = shipped_lexicon().keys("counts")
    data = tomli.loads((LEXICONS / "terms.toml").read_text(encoding="utf-8"))
    assert {key for table in data["count"] for key in table["units"].values()} <= set(keys)


def test_a_word_has_one_letter() -> None:
    """No name stands twice in the list of words, so that its letter does not depend on order."""
    data = tomli.loads((LEXICONS / "terms.toml").read_text(encoding="utf-8"))
    names = [plain_word(n) for table in (*data["stage"], *data["word"]) for n in table["names"]]
    assert {name for name in names if names.count(name) > 1} == set()


@pytest.mark.parametrize(
    "match", ["(?P<n>N", "(?=T)N", "w*"], ids=["unbalanced", "look-ahead", "empty"]
)
def test_bad_patterns_are_refused(match: str, tmp_path: Path) -> None:
    """A pattern RE2 does not know, or one that matches nothing at all, is an error at load."""
    file = tmp_path / "patterns.toml"
    file.write_text(
        f"[[pattern]]\nname = 'level'\nmatch = '{match}'\n[[resume]]\nmatch = 'T'\n",
        encoding="utf-8",
    )
    with pytest.raises(ValueError, match=r"[a-z]"):
        load_patterns(file)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022年", "Y"),
        ("2022年3月5日", "W"),
        ("〔2022〕15号", "W"),
        ("《关于2022年预算的通知》", "W"),
        ("20221年度", "?"),
        ("12.5%", "P"),
        ("3人次", "Q"),
        ("3.5个百分点", "W"),
        ("1,200.00元", "N"),
        ("1.2万人", "MW"),
        ("22 20", "M|M"),
        ("/万元", "B"),
        ("3万元以上", "W"),
        ("2050202小学", "cW"),
        ("20110人力资源事务", "cW"),
        ("20人", "Q"),
        ("210人次", "Q"),
        ("201人参会", "QW"),
        ("201人大事务", "cW"),
        ("（205类）", "l"),
        ("（科目编码205）", "k"),
    ],
)
def test_forms_of_numbers(text: str, expected: str) -> None:
    """Years, dates, codes, counts, amounts and document numbers are told apart by their form."""
    assert letters(text) == expected
