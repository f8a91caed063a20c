"""The lexicon and the patterns: everything written there is usable."""

from __future__ import annotations

from pathlib import Path

import pytest
import tomli
from tests.extraction.said import figures, lines, read, unbound

from performance_rules.extraction.drafts.places import parse_place
from performance_rules.extraction.prose import ACTIONS
from performance_rules.extraction.tokens.normal import plain_word
from performance_rules.extraction.tokens.patterns import load_patterns
from performance_rules.extraction.tokens.wording import shipped_wording
from performance_rules.lexicon.lexicon import shipped_lexicon
from performance_rules.lexicon.resources import rules_dir
from performance_rules.report.model import COLUMNS, DIMENSIONS

LEXICONS = rules_dir() / "lexicons"


def test_every_pattern_has_an_action_and_every_action_a_pattern() -> None:
    """A pattern that nothing acts upon would be skipped in silence."""
    assert set(shipped_wording().patterns.names) == set(ACTIONS)


def test_a_place_of_the_lexicon_is_written_with_known_keys() -> None:
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
        ("2022年", []),
        ("2022年3月5日", []),
        ("〔2022〕15号", []),
        ("《关于2022年预算的通知》", []),
        ("20221年度", []),
        ("12.5%", ["12.5%"]),
        ("3人次", ["3人次"]),
        ("3.5个百分点", ["3.5个百分点"]),
        ("1,200.00元", ["1,200.00元"]),
        ("22 20", ["22", "20"]),
        ("/万元", []),
        ("3万元以上", ["3万元"]),
        ("3万元", ["3万元"]),
    ],
)
def test_years_dates_and_document_numbers_are_told_from_figures(
    text: str, expected: list[str]
) -> None:
    """Years, dates and document numbers are told from figures by their form."""
    paper = read(f"教育支出{text}。")
    stated = [one.value.printed for held in figures(paper.report) for one in held.statements]
    assert expected == [*stated, *unbound(paper)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2050202小学支出", ["2050202"]),
        ("20110人力资源事务支出", ["20110"]),
        ("201人大事务支出", ["201"]),
        ("教育支出（205类）", ["205"]),
        ("教育支出（科目编码205）", ["205"]),
        ("20人支出", []),
        ("210人次支出", []),
        ("201人参会支出", []),
        ("收回问卷230份，支出", []),
    ],
)
def test_a_code_stands_before_its_name_or_in_brackets(text: str, expected: list[str]) -> None:
    """The code of a subject stands before its name or in brackets; a number of people is none."""
    paper = read(f"{text}1.00元。")
    assert expected == [one.code for one in lines(paper.report) if one.code]


def test_a_year_of_five_digits_is_none() -> None:
    """What is no year is said to be odd, as it is printed."""
    paper = read("教育支出20221年度。")
    assert [("year", "20221年度")] == [(odd.kind, odd.quote) for odd in paper.oddities]
