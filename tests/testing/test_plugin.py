"""The pytest plugin: it collects the examples of rule folders, and leaves all else alone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from performance_rules.lexicon.lexicon import shipped_lexicon
from performance_rules.rules import chain

HEAD = 'id = "ours"\nname = "本单位"\n'
RULE = """
id = "X-01"
title = "演示"
title_en = "demo"
severity = "error"
assert = "总.支出.决算 >= 0"
message = "负数"
message_en = "negative"
advice = "请核实"
advice_en = "please check"
why = "演示"
basis = [{{ doc = "ARITH" }}]

[[example]]
name = "正数"
expect = "{expect}"
[example.given.all_funds.expenditure]
final = "3.00元"
"""
MESSAGES = 'assert = "Assertion failed"\nmessage = "hello"\nverb = "go"\nrule = "none"\n'
UNTOUCHED = """
import sys

def test_nothing_of_the_library_is_imported():
    ours = {name for name in sys.modules if name.startswith("performance_rules.")}
    assert ours <= {"performance_rules.testing", "performance_rules.testing.plugin"}
    assert "tomli" not in ours
"""


def pytest_run(folder: Path, *arguments: str) -> tuple[int, str]:
    """The exit code and the output of pytest in a folder."""
    command = [sys.executable, "-m", "pytest", "-v", "-p", "no:cacheprovider", *arguments]
    done = subprocess.run(
        [*command, "--rootdir", str(folder)],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def write(folder: Path, files: dict[str, str]) -> Path:
    """A folder with some files."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_the_tests_of_others_are_left_alone(tmp_path: Path) -> None:
    """Messages of another program have no examples of rules, whatever their keys; without a
    folder of rules nothing is read and nothing imported.
    """
    files = {"messages.toml": MESSAGES, "data/ruleset.toml": "[lint]\n", "test_x.py": UNTOUCHED}
    code, said = pytest_run(write(tmp_path, {**files, "data/messages.toml": MESSAGES}))

    assert code == 0, said
    assert "1 passed" in said


def test_the_examples_of_a_folder_of_rules_are_tests(tmp_path: Path) -> None:
    """A folder with a head is one of rules; each example is an item that holds or fails."""
    files = {"ours/ruleset.toml": HEAD, "ours/rules/X-01.toml": RULE.format(expect="fail")}
    holding = RULE.format(expect="pass").replace("X-01", "X-02")
    code, said = pytest_run(write(tmp_path, {**files, "ours/rules/X-02.toml": holding}), "ours")
    assert code == 1, said
    assert "应为“不通过”，得到“通过”" in said
    assert "X-02.toml::正数 PASSED" in said
    assert "1 failed, 1 passed" in said


def test_a_folder_without_a_head_is_not_touched(tmp_path: Path) -> None:
    """What lies about loose belongs to nobody's rule set."""
    code, said = pytest_run(write(tmp_path, {"X-01.toml": RULE.format(expect="fail")}))

    assert code == 5, said  # no tests


def test_an_installed_pack_is_tested_from_its_source(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The source of a pack takes the place of the installed copy with its id."""
    files = {"ruleset.toml": HEAD, "X-01.toml": RULE.format(expect="pass")}
    installed, source = write(tmp_path / "site", files), write(tmp_path / "source", files)
    monkeypatch.setattr(chain, "installed_folders", lambda: iter([("ours", installed)]))

    layers, packs = chain.layers_for(None, [source], shipped_lexicon(), [])
    assert [layer.folder for layer in layers if layer.id == "ours"] == [source]
    assert packs == []
    layers, packs = chain.layers_for(None, [], shipped_lexicon(), [])
    assert [layer.folder for layer in layers if layer.id == "ours"] == [installed]
    assert len(packs) == 1


BROKEN_HEADS = {
    "no TOML": 'id = "ours"\nname = “本单位”\n',
    "no name": 'id = "ours"\nnmae = "本单位"\nregion = "440000"\n',
}


@pytest.mark.parametrize("head", BROKEN_HEADS.values(), ids=BROKEN_HEADS)
def test_a_broken_head_is_no_folder_without_tests(head: str, tmp_path: Path) -> None:
    """Rules whose head cannot be read fail; they are not passed over in silence."""
    files = {"ours/ruleset.toml": head, "ours/X-01.toml": RULE.format(expect="pass")}
    code, said = pytest_run(write(tmp_path, files), "ours")
    assert code == 1, said
    assert "ruleset.toml:2:" in said


def test_a_broken_rule_fails_though_nothing_else_is_there(tmp_path: Path) -> None:
    """A file that is no TOML may have held examples."""
    broken = RULE.format(expect="pass").replace('"演示"', "“演示”", 1)
    code, said = pytest_run(write(tmp_path, {"ruleset.toml": HEAD, "X-01.toml": broken}))
    assert code == 1, said
    assert "中文引号" in said
