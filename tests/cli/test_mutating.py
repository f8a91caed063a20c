"""`rules mutate`: what no example holds is told, in both languages and for programs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.outputs.small import FILES, use_rules, write_rules

from performance_rules.cli import main

RULE = FILES["cn/SUM-1.toml"].replace('"SUM-1"', '"X-1"')


@pytest.fixture(autouse=True)
def _small_country(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test works in a folder of its own, under the rules of the small country."""
    use_rules(tmp_path / "rules", monkeypatch)
    monkeypatch.chdir(tmp_path)
    write_rules(Path("ours"), {"X-1.toml": RULE})


def asked(*arguments: str) -> int:
    """Return the exit code of the command on our own rules."""
    return main(["rules", "mutate", "--rules", "ours", *arguments])


def test_what_survives_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """A line for the rule, one for each survivor, and the sum in the last line."""
    assert 0 == asked("--lang", "en")
    out = capsys.readouterr().out
    lines = out.strip().split("\n")
    data = json_of(capsys)
    points = data["points"]

    assert lines[0].startswith(f"X-1  killed {points['killed']}, survived ")
    survived = data["rules"][0]["points"]["survived"]
    assert 2 == len(survived)
    assert all("".join(text.split()) in "".join(out.split()) for text in survived)
    assert f"killed {points['killed']} of {points['of']} ({points['percent']} %)" == lines[-1]


def json_of(capsys: pytest.CaptureFixture[str]) -> Any:
    """Return what the command says to programs."""
    assert 0 == asked("--format", "json")
    return json.loads(capsys.readouterr().out)


@pytest.mark.parametrize(("floor", "code"), [("0", 0), ("99.9", 1), ("100%", 1)])
def test_fewer_killed_than_the_floor_is_exit_code_1(floor: str, code: int) -> None:
    """Fewer killed than the floor asks for is exit code 1."""
    assert code == asked("--floor", floor)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["X-2"], "没有规则“X-2”"),
        (["X-2"], "是否想写“X-1”？"),
        (["X-1", "SUM-1"], "没有规则“SUM-1”"),
        (["--floor", "101"], "“101”不对"),
        (["--floor", "半"], "“半”不对"),
        (["--floor", "."], "“.”不对"),
        (["--format", "xml"], "“xml”不对"),
        (["--rules", "nowhere"], "没有这个规则目录：nowhere"),
    ],
)
def test_an_unknown_rule_or_floor_or_folder_is_a_usage_error(
    capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    """An unknown rule, an impossible floor and a missing folder are usage errors."""
    assert 2 == asked(*arguments)
    captured = capsys.readouterr()
    assert words in captured.err
    assert "" == captured.out


def test_a_folder_without_rules(capsys: pytest.CaptureFixture[str]) -> None:
    """No rules is not the same as no survivors."""
    Path("bare").mkdir()
    assert 2 == main(["rules", "mutate", "--rules", "bare"])
    assert "bare 里没有规则" in capsys.readouterr().err


def test_an_equivalent_that_is_none(capsys: pytest.CaptureFixture[str]) -> None:
    """A rule file that names a mutant there is not is wrong: exit code 2."""
    Path("ours/X-1.toml").write_text(
        "equivalent = [{ mutant = 'when: 无', why = '无' }]\n" + RULE, encoding="utf-8"
    )
    assert 2 == asked("X-1")
    captured = capsys.readouterr()
    assert "没有变异“when: 无”" in captured.err
    assert "X-1.toml" in captured.err


def test_the_shipped_rules_by_default(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a folder the rules that come with the library are tried, those asked for only."""
    assert 0 == main(["rules", "mutate", "SUM-1"])
    out = capsys.readouterr().out
    assert out.startswith("SUM-1  ")
    assert "WHY-1" not in out


PARAMETER = """
id = "offices"
unit = "texts"
title = "机关"
alias = "机关名"

[[values]]
value = ["甲", "乙"]
basis = { doc = "ARITH" }
"""


@pytest.mark.parametrize("names", [(), ("X-1",), ("offices",), ("机关名",)])
def test_words_of_parameters_are_told_apart(
    capsys: pytest.CaptureFixture[str], names: tuple[str, ...]
) -> None:
    """Words of the parameters that the rules asked for use have a line and a total of their own."""
    asks = "有(b.whole[k]) and 有一(w in 参数.机关名: w == '甲')"
    rule = RULE.replace("有(b.whole[k])", asks)
    write_rules(Path("ours"), {"X-1.toml": rule, "parameters/offices.toml": PARAMETER})
    main(["rules", "mutate", "--rules", "ours", "--lang", "en", *names])
    out = capsys.readouterr().out
    assert "parameter offices  words 1/2" in out
    assert "words of parameters: killed 1 of 2 (50.0 %)" in out
    assert "words that survived: «乙»" in out
    assert ("X-1  killed" in out) == (names in ((), ("X-1",)))
