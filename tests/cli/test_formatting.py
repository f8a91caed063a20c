"""`rules fmt`: the expressions of rule files in one language, everything else as it stands."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st
from tests.outputs.small import use_rules, write_rules
from tests.rules.written_out import forms_of

from performance_rules.cli import main
from performance_rules.errors import Lang
from performance_rules.language.spelling import Spelling, edited
from performance_rules.rules.layers import Above
from performance_rules.rules.model import Rule
from performance_rules.rules.rulefile import RuleReader
from performance_rules.rules.ruleset import RuleSet
from performance_rules.rules.spelled import respelling, spelled
from performance_rules.rules.toml import TomlFile

MIXED = """
id = "X-1"
title = "final 是 决算"
title_en = "demo"
severity = "error"
let."多" = '增减率(x.final,  x.年初预算) > param.need_reason'   # x.final
let.parts = "x.各分解.lines"
each = "x in 筛选(y in lines: 有(y.final)),\\tk in money_columns"
when = \"\"\"
  三公.reception.决算 > 0   and "final" != title
  且 x.counts.vehicles_held > 0\"\"\"
assert = "多 or sum(y in parts: y[k]) == x[\\"final\\"].决算"
message = "{{final}} {x.name}：\\"{x.决算}\\""
message_en = '{x.决算} final'
advice = "final"
advice_en = "please check"
why = "演示"
basis = [{ doc = "ARITH" }]
equivalent = [{ mutant = "when: x.counts.vehicles_held > 0 → x.counts.vehicles_held >= 0", why = "final" }]
"""  # noqa: E501 - as such files are written
CHINESE = {
    "增减率(x.final,  x.年初预算) > param.need_reason": "增减率(x.决算,  x.年初预算) > 参数.说明线",
    "x.各分解.lines": "x.各分解.各项",
    "y in lines: 有(y.final)),\\tk in money_columns": "y in 各行: 有(y.决算)),\\tk in 各金额栏",
    "三公.reception.决算 > 0   and": "三公.公务接待费.决算 > 0   and",
    '"final" != title': '"final" != 标题',
    "且 x.counts.vehicles_held": "且 x.数量.保有量",
    "sum(y in parts": "求和(y in parts",
    "{x.name}": "{x.名称}",
    "x.counts.vehicles_held > 0 →": "x.数量.保有量 > 0 →",
    "→ x.counts.vehicles_held >=": "→ x.数量.保有量 >=",
}
"""What of it is written otherwise in Chinese."""


def chinese(text: str) -> str:
    """Return the text with what is written otherwise in Chinese."""
    for old, new in CHINESE.items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


@pytest.fixture
def ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of rules of its own, under the rules of the small country."""
    use_rules(tmp_path / "rules", monkeypatch)
    monkeypatch.chdir(tmp_path)
    write_rules(Path("ours"), {"X-1.toml": MIXED})
    return Path("ours/X-1.toml")


def asked(*arguments: str) -> int:
    """Return the exit code of the command on our own rules."""
    return main(["rules", "fmt", "--rules", "ours", *arguments])


def test_names_in_chinese(ours: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Fields, functions, items and parameters change; blanks, comments, texts, keys do not."""
    before = ours.read_text(encoding="utf-8")
    assert 0 == asked("--zh")
    assert chinese(before) == ours.read_text(encoding="utf-8")
    assert "X-1" in capsys.readouterr().out
    assert 0 == asked()
    assert "X-1" not in capsys.readouterr().out
    assert chinese(before) == ours.read_text(encoding="utf-8")


def test_names_in_english_and_back(ours: Path) -> None:
    """Neither Chinese nor a variable is lost: the way there and back ends where it began."""
    before = ours.read_text(encoding="utf-8")
    assert 0 == asked("X-1", "--en")
    english = tomli.loads(ours.read_text(encoding="utf-8"))
    assert english["assert"] == '多 or sum(y in parts: y[k]) == x["final"].final'
    assert english["let"]["多"] == "growth(x.final,  x.initial_budget) > param.need_reason"
    assert english["equivalent"][0]["mutant"].startswith("when: x.counts.vehicles_held > 0 → ")
    assert 0 == asked()
    assert chinese(before) == ours.read_text(encoding="utf-8")


def test_a_look_writes_nothing(ours: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With --check the exit code says whether a file would change."""
    before = ours.read_text(encoding="utf-8")
    assert 1 == asked("--check")
    assert "要改写 1 个文件" in capsys.readouterr().out
    assert before == ours.read_text(encoding="utf-8")
    assert 0 == asked()
    assert 0 == asked("--check")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["X-2"], "没有规则“X-2”"),
        (["--zh", "--en"], "只能写一个"),
        (["--rules", "nowhere"], "没有这个规则目录：nowhere"),
    ],
)
def test_what_is_refused(
    ours: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    """An unknown rule, two languages and a missing folder are usage errors."""
    assert ours.exists()
    assert 2 == asked(*arguments)
    assert words in capsys.readouterr().err


def test_an_override_is_spelled_too(ours: Path) -> None:
    """Only what it says itself is changed, in the words of the layer that it stands in."""
    override = ours.with_name("SUM-1.toml")
    text = 'rule = "SUM-1"\nverb = "replace"\nreason = "final"\nwhen = "有(b.whole[k])"\n'
    override.write_text(text, encoding="utf-8")
    assert 0 == asked("SUM-1")
    assert text.replace("whole", "合计") == override.read_text(encoding="utf-8")


# ── the shipped rules ──


def test_each_shipped_expression_is_in_one_language(capsys: pytest.CaptureFixture[str]) -> None:
    """The rules that come with the library are spelled in Chinese."""
    assert 0 == main(["rules", "fmt", "--check"])
    assert "改写 0 个文件" in capsys.readouterr().out


@cache
def country() -> tuple[RuleSet, Above, tuple[str, ...]]:
    """Return the rules of the country, its layer, and their ids."""
    ruleset = RuleSet.for_region(None)
    above = Above().with_layer(ruleset.layers[0])
    return ruleset, above, tuple(sorted(ruleset.layers[0].rules))


def spelling_of(lang: Lang) -> Spelling:
    """Return how the country calls things in a language."""
    ruleset, above, _ = country()
    aliases = {name: p.alias for name, p in above.parameters.items() if p.alias}
    return Spelling(lang, ruleset.lexicon, aliases)


def read(text: str) -> tuple[TomlFile, Rule]:
    """Return a rule file and its rule."""
    ruleset, above, _ = country()
    file = TomlFile("X.toml", text, tomli.loads(text))
    reading = RuleReader(file, "cn", ruleset.lexicon, above.types(), above.documents)
    rule = reading.rule()
    assert rule is not None, [p.text() for p in reading.problems]
    return file, rule


def text_of(name: str) -> str:
    """Return the text of a shipped rule file."""
    ruleset, _, _ = country()
    folder = ruleset.layers[0].folder
    return next(folder.rglob(f"{name}.toml")).read_text(encoding="utf-8")


@given(st.data())
def test_a_spelling_says_the_same(data: st.DataObject) -> None:
    """However names of both languages are mixed: the same typed trees, and the way back is one."""
    text = text_of(data.draw(st.sampled_from(country()[2])))
    file, rule = read(text)
    edits = sorted(respelling(file, rule, spelling_of("en")))
    chosen = data.draw(st.sets(st.sampled_from(range(len(edits)))) if edits else st.just(set()))
    mixed, again = read(edited(text, [edits[i] for i in chosen]))

    assert forms_of(rule) == forms_of(again)
    assert rule.parameters == again.parameters
    assert text == spelled(mixed, again, spelling_of("zh"))
    assert edited(text, edits) == spelled(mixed, again, spelling_of("en"))
