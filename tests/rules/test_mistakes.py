"""As many mistakes as are made in the files of a folder, so many problems it is refused for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.test_folder import problems_of, rule

from performance_rules import RuleSet

GOOD: Final[Mapping[str, str]] = {
    "44-X-50.toml": """
id = "44-X-50"
title = "演示"
title_en = "demo"
severity = "error"
kinds = ["部门决算"]
since = 2016
each = "b in 各分解, k in 各金额栏"
when = "有(b.合计)"
assert = "求和(x in b.各项: x[k]) == b.合计[k]"
message = "{b.合计.位置}应为{b.合计[k]}，上限{参数.ours}。"
message_en = "{b.合计[k]} at {k.名称}"
advice = "请核实"
advice_en = "please check"
why = "演示"
basis = [{ doc = "OURS" }, { doc = "REP", about = "amount" }]

[[example]]
name = "合计不符"
expect = "fail"
[example.given]
year = 2022

[[example]]
name = "合计相符"
expect = "pass"
[example.given]
year = 2022
""",
    "ours.toml": """
id = "ours"
unit = "percent"
title = "上限"
values = [{ since = 2020, value = "5%" }]
""",
    "change.toml": """
rule = "TOT-001"
verb = "set"
reason = "本市从宽"
since = 2021
until = 2023
review_by = 2024-01-01
basis = [{ doc = "REP" }]
[set]
why = "本市从宽"
[[example]]
name = "改后"
expect = "pass"
[example.given]
year = 2022
""",
    "ruleset.toml": """
id = "ours"
name = "某市"
region = "440000"
extends = "cn-44"
version = "1"
""",
    "documents.toml": """
[[document]]
id = "OURS"
name = "某市办法"
number = "某财〔2020〕1号"
since = "2020-01-01"
until = "2029-12-31"
kinds = ["部门决算"]
status = "to-verify"
href = "https://example.org/1"
read_on = "2024-05-01"
""",
}
"""A folder without a mistake."""

BREAKS: Final[Mapping[str, tuple[str, str, str]]] = {
    "a title that is a number": ("44-X-50.toml", 'title = "演示"', "title = 3"),
    "a misspelt key": ("44-X-50.toml", "advice_en =", "advice_eng ="),
    "a key in another language": ("44-X-50.toml", "why =", "reason ="),
    "a misspelt list of places": ("44-X-50.toml", "each =", "evry ="),
    "a missing key": ("44-X-50.toml", 'advice = "请核实"\n', ""),
    "no such severity": ("44-X-50.toml", '"error"', '"grave"'),
    "no such kind": ("44-X-50.toml", "部门决算", "部门绝算"),
    "years that are text": ("44-X-50.toml", "since = 2016", 'since = "2016"'),
    "no such list": ("44-X-50.toml", "b in 各分解", "b in 各分拆"),
    "no such member": ("44-X-50.toml", "有(b.合计)", "有(b.合记)"),
    "no such function": ("44-X-50.toml", "求和(x in", "求合(x in"),
    "no such member behind it": ("44-X-50.toml", "== b.合计[k]", "== b.合际[k]"),
    "money plus percent": ("44-X-50.toml", "{b.合计.位置}", "{三公.决算 + 3%}"),
    "a bracket too few": ("44-X-50.toml", "{b.合计[k]} at", "{b.合计[k} at"),
    "an unlisted law": ("44-X-50.toml", 'doc = "OURS"', 'doc = "OUSR"'),
    "no such kind of figure": ("44-X-50.toml", 'about = "amount"', 'about = "money"'),
    "no such verdict": ("44-X-50.toml", 'expect = "fail"', 'expect = "fails"'),
    "an example without a name": ("44-X-50.toml", 'name = "合计相符"\n', ""),
    "a threshold that is none": ("ours.toml", 'value = "5%"', 'value = "五"'),
    "no such unit": ("ours.toml", 'unit = "percent"', 'unit = "percents"'),
    "an unknown key of a threshold": ("ours.toml", "since =", "from ="),
    "no such rule": ("change.toml", "TOT-001", "TOT-999"),
    "no such verb": ("change.toml", '"set"', '"put"'),
    "a misspelt reason": ("change.toml", "reason =", "raeson ="),
    "a reason in Chinese": ("change.toml", "reason =", '"理由" ='),
    "a change of what is no key": ("change.toml", "[set]\nwhy", "[set]\nwyh"),
    "years the wrong way round": ("change.toml", "until = 2023", "until = 2020"),
    "an unlisted law of a change": ("change.toml", '"REP"', '"PER"'),
    "an example of a change without a name": ("change.toml", 'name = "改后"\n', ""),
    "a misspelt verdict of a change": ("change.toml", '"pass"', '"passes"'),
    "a rule set without a name": ("ruleset.toml", 'name = "某市"\n', ""),
    "a name that is a number": ("ruleset.toml", '"某市"', "3"),
    "a misspelt name of a rule set": ("ruleset.toml", "name =", "nmae ="),
    "an id that is a number": ("ruleset.toml", 'id = "ours"', "id = 3"),
    "a misspelt region": ("ruleset.toml", "region =", "regoin ="),
    "a region of five digits": ("ruleset.toml", '"440000"', '"44000"'),
    "a rule set above that is none": ("ruleset.toml", '"cn-44"', '"cn-4"'),
    "an unknown key of a rule set": ("ruleset.toml", 'version = "1"', 'colour = "1"'),
    "a name of a law in another language": ("documents.toml", "name =", "titel ="),
    "a law without an id": ("documents.toml", 'id = "OURS"\n', ""),
    "a first day that is none": ("documents.toml", '"2020-01-01"', '"2020年"'),
    "a last day that is none": ("documents.toml", '"2029-12-31"', '"2029/12/31"'),
    "days the wrong way round": ("documents.toml", '"2029-12-31"', '"2019-12-31"'),
    "a kind of report that is none": ("documents.toml", "部门决算", "部门绝算"),
    "a state that is none": ("documents.toml", '"to-verify"', '"verified"'),
    "a misspelt number": ("documents.toml", "number =", "numbre ="),
    "an unknown key of a law": ("documents.toml", "href =", "link ="),
    **{
        f"{file} that is no TOML": (file, start, f"{start}＝")
        for file, start in (
            ("44-X-50.toml", 'severity = "error"'),
            ("ours.toml", 'unit = "percent"'),
            ("change.toml", 'verb = "set"'),
            ("ruleset.toml", 'id = "ours"'),
            ("documents.toml", 'id = "OURS"'),
        )
    },
}
"""Mistakes: the file, what stands there, and what somebody wrote."""

LAWS: Final = ("an unlisted law", "an unlisted law of a change")
HIDES: Final[Mapping[str, tuple[str, ...]]] = {
    "no such list": ("no such member", "no such member behind it"),
    "a misspelt list of places": ("no such list", "no such member", "no such member behind it"),
    "no such unit": ("a threshold that is none",),
    "a first day that is none": ("days the wrong way round",),
    "a law without an id": (*LAWS, "an unknown key of a law"),  # which may be its id
    "a rule set without a name": ("an unknown key of a rule set",),  # which may be its name
    "a missing key": ("a misspelt list of places",),  # the same
    **{
        f"{file} that is no TOML": tuple(
            name for name, (where, *_) in BREAKS.items() if where == file
        )
        + (LAWS if file == "documents.toml" else ())
        for file in GOOD
    },
}
"""What cannot be told as long as something else is wrong: it is of what has not been found."""


def files(names: Iterable[str]) -> dict[str, str]:
    """Return the good files with some of the mistakes made in them."""
    texts = dict(GOOD)
    for name in names:
        file, old, new = BREAKS[name]
        assert old in texts[file], name
        texts[file] = texts[file].replace(old, new, 1)
    return texts


def test_an_unknown_key_where_one_is_missing_tells_of_both() -> None:
    """Whether the one was meant to be the other, only the writer knows."""
    (told,) = found_in(["a rule set without a name", "an unknown key of a rule set"])
    assert "不认识的键“colour”" in told
    assert "缺少“name”" in told


def possible(names: Iterable[str]) -> Iterator[str]:
    """Yield those of some mistakes that can be made and told together, in their order."""
    taken: set[tuple[str, str]] = set()
    hidden = {hid for name in names for hid in HIDES.get(name, ()) if hid != name}
    for name in sorted(names):
        file, old, _ = BREAKS[name]
        clash = any(file == other and (old in what or what in old) for other, what in taken)
        if not clash and name not in hidden:
            taken.add((file, old))
            yield name


def write(folder: Path, texts: Mapping[str, str]) -> None:
    """Write files into a folder."""
    for file, text in texts.items():
        (folder / file).write_text(text, "utf-8")


def found_in(names: Iterable[str]) -> list[str]:
    """Return the problems of the folder with some mistakes made in it."""
    with TemporaryDirectory() as folder:
        write(Path(folder), files(names))
        return [problem.text() for problem in problems_of(Path(folder), "440000")]


def test_the_good_files_are_good(tmp_path: Path) -> None:
    """Without a mistake they load."""
    write(tmp_path, GOOD)
    ours = RuleSet.for_region("440000", extra=[tmp_path])
    assert "44-X-50" in ours.rules()
    assert ours.in_force(2022).rules["TOT-001"].why == "本市从宽"


@pytest.mark.parametrize("name", BREAKS)
def test_one_mistake_is_one_problem(name: str) -> None:
    """A mistake is told once: what depends on it is no second one."""
    found = found_in([name])
    assert len(found) == 1, found


@given(st.sets(st.sampled_from(sorted(BREAKS)), min_size=2))
def test_as_many_mistakes_as_many_problems(names: set[str]) -> None:
    """However many keys of good files are broken, each is told, and nothing else is."""
    made = list(possible(names))
    found = found_in(made)
    assert len(made) == len(found), (made, found)


@pytest.mark.parametrize(
    ("condition", "wrong"),
    [
        ("f.finel >= f.lin", 2),
        ("有(f.lin) and 各线.决算 >= 0", 2),
        ("求合(x in 各行: x.finel) >= f.lin", 3),
        ("所有(x in 各行: x.finel >= y)", 3),
        ("f.lin.finel >= 0", 1),
        ("f.lin >= f.lin", 1),
        ("f >= f.lin and f + 3% > 0 and 参数.没有 > 1", 3),
    ],
)
def test_every_bad_name_of_an_expression_is_told(
    condition: str, wrong: int, tmp_path: Path
) -> None:
    """Two wrong names are two mistakes; what is made of a wrong one is none."""
    (tmp_path / "X-01.toml").write_text(rule("X-01", condition), "utf-8")
    assert len(problems_of(tmp_path)) == wrong
