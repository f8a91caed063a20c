"""What leaves the house for other hands and programs: letter, JSON lines, SARIF, JUnit, GitHub."""

from __future__ import annotations

import io
import json
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import docx
import jsonschema
import pytest
from tests.outputs.small import CLEAN, REPORT, use_rules

from performance_rules.cli import main
from performance_rules.outputs.schema import result_schema


@pytest.fixture(autouse=True)
def _small_country(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test works in a folder of its own, under the rules of the small country."""
    use_rules(tmp_path / "rules", monkeypatch)
    monkeypatch.chdir(tmp_path)
    Path("found.toml").write_text(REPORT, encoding="utf-8")
    Path("clean.toml").write_text(CLEAN, encoding="utf-8")
    Path("bad.toml").write_text("x = = 1", encoding="utf-8")


def made(capsys: pytest.CaptureFixture[str], form: str, *files: str) -> str:
    """Return what a check prints in a format."""
    main(["check", *files, "--format", form])
    return capsys.readouterr().out


def test_json_lines_are_results(capsys: pytest.CaptureFixture[str]) -> None:
    """Each readable report is a result on a line of its own; an unreadable one says why."""
    lines = made(capsys, "jsonl", "found.toml", "clean.toml", "bad.toml").splitlines()
    first, second, lost = map(json.loads, lines)
    for result in (first, second):
        jsonschema.validate(result, result_schema())
    assert ["found.toml", "clean.toml"] == [r["report"]["source"] for r in (first, second)]
    assert "bad.toml" == lost["source"]
    assert lost["problems"]


def test_sarif_names_rules_places_and_fingerprints(capsys: pytest.CaptureFixture[str]) -> None:
    """Every result points at its rule and its file; what could not be read is a notification."""
    log = json.loads(made(capsys, "sarif", "found.toml", "bad.toml"))
    run = log["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert "2.1.0" == log["version"]
    assert run["results"]
    for result in run["results"]:
        assert result["ruleId"] == rules[result["ruleIndex"]]
        assert result["level"] in ("error", "warning", "note")
        assert result["partialFingerprints"]["performanceRules/v1"]
        for place in result["locations"]:
            assert "found.toml" == place["physicalLocation"]["artifactLocation"]["uri"]
    assert not run["invocations"][0]["executionSuccessful"]
    told = run["invocations"][0]["toolExecutionNotifications"]
    assert ["note", "error"] == [one["level"] for one in told]


def test_junit_fails_for_contradictions_only(capsys: pytest.CaptureFixture[str]) -> None:
    """A suite a report; its counts are those of its cases; a report without findings passes."""
    root = ET.fromstring(made(capsys, "junit", "found.toml", "clean.toml", "bad.toml"))
    suites = {suite.get("name"): suite for suite in root}
    assert {"found.toml", "clean.toml", "bad.toml"} == set(suites)
    for suite in suites.values():
        for name, tag in (("tests", "testcase"), ("failures", "failure"), ("errors", "error")):
            assert int(suite.get(name, "")) == len(list(suite.iter(tag)))
    assert ["0", "0"] == [suites["clean.toml"].get(name) for name in ("failures", "errors")]
    assert int(suites["found.toml"].get("failures", "")) > 0
    assert "1" == suites["bad.toml"].get("errors")


def test_github_commands_stay_on_their_line(capsys: pytest.CaptureFixture[str]) -> None:
    """Each finding is one command; percent signs are escaped, so that nothing else is read."""
    lines = made(capsys, "github", "found.toml", "bad.toml").splitlines()
    assert lines
    for line in lines:
        assert line.startswith(("::error file=", "::warning file=", "::notice file="))
        assert line.count("::") >= 2
        assert "%" not in line.replace("%25", "").replace("%3A", "").replace("%2C", "")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_letter_has_every_point_and_room_to_sign(lang: str) -> None:
    """The opinion names the body, numbers the points, and ends with lines to sign."""
    main(["check", "found.toml", "--format", "opinion", "-o", "letter.docx", "--lang", lang])
    letter = docx.Document(io.BytesIO(Path("letter.docx").read_bytes()))
    heads = [p.text for p in letter.paragraphs if (p.style and p.style.name) == "Heading 2"]
    numbers = [int(head.partition(".")[0]) for head in heads]
    assert numbers[0] == 1
    assert all(b in (a + 1, 1) for a, b in pairwise(numbers))
    text = "\n".join(p.text for p in letter.paragraphs)
    assert ("审核人" if lang == "zh" else "Reviewer") in text


def test_a_clean_report_has_a_letter_as_well() -> None:
    """Where nothing was found the letter says so, and asks for nothing."""
    main(["check", "clean.toml", "--format", "opinion", "-o", "letter.docx"])
    letter = docx.Document(io.BytesIO(Path("letter.docx").read_bytes()))
    text = "\n".join(p.text for p in letter.paragraphs)
    assert "没有发现需要核实的问题" in text
    assert "请核实、补充" not in text


@pytest.mark.parametrize(
    ("name", "begins"),
    [("r.sarif", "{"), ("r.xml", "<?xml"), ("r.jsonl", '{"schema"'), ("r.json", "{")],
)
def test_the_suffix_picks_the_format(name: str, begins: str) -> None:
    """An output called .sarif, .xml or .jsonl is written so."""
    main(["check", "found.toml", "-o", name])
    assert Path(name).read_text(encoding="utf-8").startswith(begins)
