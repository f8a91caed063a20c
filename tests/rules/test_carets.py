"""Mistakes of one file, each told once and underlined where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest
from tests.rules.test_folder import problems_of
from tests.rules.test_mistakes import GOOD, write

from performance_rules import PerformanceRulesError, RuleSet

RULE: Final = "44-X-50.toml"
CHANGE: Final = "change.toml"
LAWS: Final = "documents.toml"
SET: Final = 'why = "本市从宽"'

Edit = tuple[str, str, str]

TOLD: Final[Mapping[str, tuple[list[Edit], list[str]]]] = {
    "a list that cannot be read": ([(RULE, "b in 各", "b im 各")], ["im"]),
    "a second list that cannot be read": ([(RULE, "k in 各", "k im 各")], ["im"]),
    "a variable given twice": ([(RULE, "k in 各", "b in 各")], ["b"]),
    "a threshold misspelt": ([(RULE, "参数.ours", "参数.our")], ["our"]),
    "a severity that is set": ([(CHANGE, SET, 'severity = "grave"')], ["grave"]),
    "a message that is set": ([(CHANGE, SET, 'message = "{b.合计.位治}"')], ["位治"]),
    "a key and a value that are set": (
        [(CHANGE, SET, 'wyh = "x"\nseverity = "grave"\nkinds = ["决标"]')],
        ["决标", "grave", "wyh"],
    ),
    "quotation marks in two lines": (
        [(RULE, '"演示"\ntitle', "“演示”\ntitle"), (RULE, '"please check"', "“please check”")],
        ["“", "“"],
    ),
    "a sign of each kind": (
        [
            (RULE, '"demo"', "“demo”"),
            (RULE, "since = 2016", "since = ２０１６"),
            (RULE, '{ doc = "OURS" }, {', '{ doc = "OURS" }， {'),
            (RULE, 'advice = "请核实"', 'advice ＝ "请核实"'),
        ],
        ["“", "２０１６", "＝", "，"],
    ),
    "a blank of full width": ([(RULE, "since", "\u3000since")], ["\u3000"]),
    "keys given twice": (
        [
            (RULE, 'severity = "error"', 'severity = "error"\nseverity = "hint"'),
            (RULE, 'advice = "请核实"', 'advice = "请核实"\nadvice = "请改"'),
        ],
        ["severity", "advice"],
    ),
    "a table given twice": ([(RULE, "[[example]]", "[example]\n[[example]]")], ["example"]),
    "texts in which nothing stands": (
        [(RULE, 'title = "演示"', 'title = ""'), (RULE, '"请核实"', '" \u200b"')],
        ["title", "advice"],
    ),
    "a message that is emptied": ([(CHANGE, SET, 'message = ""')], ["message"]),
    "keys of a report": (
        [(RULE, "year = 2022", "yaer = 2022\ncolour = 3")],
        ["yaer", "colour"],
    ),
    "a law of another case": ([(LAWS, 'id = "OURS"', 'id = "rep"')], ["rep"]),
    "a rule set of the province's name": (
        [("ruleset.toml", 'id = "ours"', 'id = "CN-44"')],
        ["CN-44"],
    ),
}
"""What is written, and the words that are underlined."""


@pytest.mark.parametrize(("edits", "words"), TOLD.values(), ids=TOLD)
def test_each_mistake_is_told_once_and_underlined(
    edits: list[Edit], words: list[str], tmp_path: Path
) -> None:
    """As many problems as mistakes, each with a caret below the very words."""
    texts = dict(GOOD)
    for file, old, new in edits:
        assert old in texts[file]
        texts[file] = texts[file].replace(old, new, 1)
    if edits[0][0] == LAWS:
        texts[RULE] = texts[RULE].replace('{ doc = "OURS" }, ', "")
    write(tmp_path, texts)
    spans = [problem.span for problem in problems_of(tmp_path, "440000")]
    assert sorted(words) == sorted(s.text[s.column - 1 : s.end - 1] for s in spans if s)
    assert None not in spans


TWINS: Final = {
    "another case": "44-x-50",
    "letters of Cyrillic": "44-\u0425-50",
    "letters of Armenian": "44-X-5\u0585",
    "a dash": "44\u2013X\u201350",
}
UNSEEN: Final = {
    "no width": "44-Y-1\u200b",
    "a blank that does not break": "44-Y\u00a01",
    "a mark above no letter": "44-Y-1\u0301",
}


@pytest.mark.parametrize("name", [*TWINS.values(), *UNSEEN.values()], ids=[*TWINS, *UNSEEN])
def test_an_id_is_one_that_people_can_tell(name: str, tmp_path: Path) -> None:
    """An id that looks like another one, or holds what nobody sees, is refused."""
    text = GOOD[RULE].replace("44-X-50", name)
    write(tmp_path, {**GOOD, f"{name}.toml": text})
    (problem,) = problems_of(tmp_path, "440000")
    assert ("看不见" if name in UNSEEN.values() else "看起来一样") in problem.message.zh


@pytest.mark.parametrize("name", ["Ours", "\u043eurs"])
def test_a_threshold_that_looks_like_another_is_one_mistake(name: str, tmp_path: Path) -> None:
    """Neither of the two is missed by the rule that names one, nor called unused."""
    write(tmp_path, {**GOOD, "b.toml": GOOD["ours.toml"].replace('"ours"', f'"{name}"')})
    (problem,) = problems_of(tmp_path, "440000")
    assert "看起来一样" in problem.message.zh


def test_two_folders_do_not_have_one_id(tmp_path: Path) -> None:
    """A rule set is told from those above it, and from those in folders below it."""
    write(tmp_path, GOOD)
    (tmp_path / "below").mkdir()
    write(tmp_path / "below", {"ruleset.toml": GOOD["ruleset.toml"]})
    (problem,) = problems_of(tmp_path, "440000")
    assert "“ours”已有" in problem.message.zh


@pytest.mark.parametrize("condition", ["1 == 2", "not 3% > 2%", "5万元 > 4万元 or 1 > 2"])
@pytest.mark.parametrize("key", ["when", "assert"])
def test_a_condition_looks_at_the_report(key: str, condition: str, tmp_path: Path) -> None:
    """What always holds, or never, is no condition."""
    old = {"when": "有(b.合计)", "assert": "求和(x in b.各项: x[k]) == b.合计[k]"}[key]
    write(tmp_path, {**GOOD, RULE: GOOD[RULE].replace(old, condition)})
    (problem,) = problems_of(tmp_path, "440000")
    assert "没有看报告" in problem.message.zh


def test_a_selection_names_rules() -> None:
    """A text in the place of a list, and a beginning of no rule, are refused."""
    ours = RuleSet.for_region(None)
    with pytest.raises(TypeError, match=r"select=\['TOT'\]"):
        ours.select("TOT")
    with pytest.raises(TypeError, match=r"ignore=\['TOT'\]"):
        ours.select(["TOT"], "TOT")
    for chosen in (["TTO"], ["TOT", "tot"], ["TOT-999"]):
        with pytest.raises(PerformanceRulesError, match="没有编号或开头是"):
            ours.select(chosen)
    assert ours.select(["TOT"], ["TOT-001"]).in_force(2022).rules
