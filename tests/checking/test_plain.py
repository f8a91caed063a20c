"""Results as plain data, and what a caller is told who gives something odd."""

from __future__ import annotations

import json
import logging
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import pytest

import performance_rules as pr
from performance_rules.cli import main
from performance_rules.rules import chain

GIVEN: dict[str, object] = {
    "entity": "某局",
    "region": "440205",
    "year": 2022,
    "all_funds": {
        "expenditure": {
            "final": "5.00元",
            "by_nature": {
                "columns": ["科目", "决算"],
                "rows": [["基本支出", "3.00元"], ["项目支出", "1.00元"]],
            },
        }
    },
}
KEYS = [
    "schema", "report", "ruleset", "ok", "summary", "verdicts", "findings", "not_checked", "notes",
]  # fmt: skip
FINDING_KEYS = [
    "rule", "severity", "verdict", "title", "message", "advice", "why", "values", "arithmetic",
    "difference", "arithmetic_en", "where", "basis", "parameters", "place", "section",
    "fingerprint",
]  # fmt: skip


def result(**changes: object) -> pr.Result:
    """The result of a report whose parts do not add up."""
    return pr.check(pr.Report.from_dict({**GIVEN, **changes}), pr.RuleSet.for_region("44"))


def test_a_result_is_plain_data() -> None:
    """Its dict holds text, numbers, lists and dicts only, and is what its JSON says."""
    found = result()
    data: Any = found.to_dict()

    assert data == json.loads(found.to_json())
    assert data == json.loads(found.to_json(indent=2))
    assert "合计" in found.to_json()
    assert list(data) == KEYS
    assert data["schema"] == "performance-rules/check/1"
    assert data["findings"] == [finding.to_dict() for finding in found.findings]
    (wrong,) = [f for f in data["findings"] if f["rule"] == "TOT-001"]
    assert list(wrong) == FINDING_KEYS
    assert "相差 1.00元" in wrong["message"]["zh"]
    assert "add up to" in wrong["message"]["en"]
    assert wrong["arithmetic"]
    assert None not in wrong["where"][0].values()


def test_a_fingerprint_does_not_depend_on_digits() -> None:
    """The finding of a rule at a place is the same finding in the next version of the report."""
    more = {
        "all_funds": {
            "expenditure": {
                "final": "9.00元",
                "by_nature": {
                    "columns": ["科目", "决算"],
                    "rows": [["基本支出", "3.00元"], ["项目支出", "2.00元"]],
                },
            }
        }
    }
    one, other = ({f.rule: f.fingerprint for f in r.findings} for r in (result(), result(**more)))

    assert one["TOT-001"] == other["TOT-001"]


def test_rules_of_another_year_or_province_are_told() -> None:
    """Whoever checks against other rules than the report's own hears of it; nobody else does."""
    report = pr.Report.from_dict(GIVEN)
    told = pr.check(report, pr.RuleSet.for_region("43", year=2021)).notes
    quiet = pr.check(report, pr.RuleSet.for_region("4402", year=2022)).notes

    assert any("2022" in note.zh and "2021" in note.zh for note in told)
    assert any("440205" in note.zh and "43" in note.zh for note in told)
    assert not any("报告" in note.zh for note in quiet)


ODD: dict[str, tuple[Any, str]] = {
    "a folder as text": (lambda: pr.RuleSet.for_region("44", extra="ours"), "extra=['ours']"),
    "one path": (lambda: pr.RuleSet.for_region("44", extra=Path("ours")), "extra=['ours']"),  # type: ignore[arg-type]
    "a region as number": (lambda: pr.RuleSet.for_region(440205), "region='440205'"),  # type: ignore[arg-type]
    "a year as text": (lambda: pr.RuleSet.for_region("44", year="2021"), "'2021'"),  # type: ignore[arg-type]
    "a year that is true": (lambda: pr.RuleSet.for_region("44", year=True), "True"),
    "a dict as report": (lambda: pr.check({}, pr.RuleSet.for_region()), "from_dict"),  # type: ignore[arg-type]
    "a region as rules": (lambda: pr.check(pr.Report(), "44"), "for_region"),  # type: ignore[arg-type]
}


@pytest.mark.parametrize(("call", "said"), ODD.values(), ids=ODD)
def test_odd_arguments_are_refused(call: Any, said: str) -> None:
    """What would quietly mean something else is refused with how to write it."""
    with pytest.raises(TypeError) as refused:
        call()

    assert said in str(refused.value)


def test_what_happens_is_logged(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Rules loaded, files read and forms grounded are told to logging, never what a report says."""
    path = tmp_path / "report.json"
    path.write_text(json.dumps(GIVEN), encoding="utf-8")
    with caplog.at_level(logging.DEBUG, logger="performance_rules"):
        pr.check(pr.load_report(path), pr.RuleSet.for_region("44").select(["TOT"]))
    told = [record.getMessage() for record in caplog.records]

    assert any("rules loaded: cn, cn-44" in line for line in told)
    assert any("report.json read" in line for line in told)
    assert any("rules grounded" in line for line in told)
    assert not any("某局" in line for line in told)
    assert {record.name.partition(".")[0] for record in caplog.records} == {"performance_rules"}


def test_a_document_that_was_read_is_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A document is read by another process, and told here."""
    path = tmp_path / "report.txt"
    path.write_text("某局2022年度部门决算\n支出合计5万元。\n", encoding="utf-8")
    with caplog.at_level(logging.INFO, logger="performance_rules"):
        pr.read(path)

    told = [record.getMessage() for record in caplog.records]
    assert [line for line in told if line.endswith("report.txt read")]


@pytest.mark.parametrize(
    "broken", ["no_such_module:folder", "json:no_such_name", "it_leaves:folder"]
)
def test_a_pack_that_fails_is_named(
    broken: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Whatever an installed pack raises, it is its name that is told, and the exit code is 2."""
    (tmp_path / "it_leaves.py").write_text("raise SystemExit(7)\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    entry = EntryPoint("our-county", broken, chain.ENTRY_POINTS)
    monkeypatch.setattr(chain, "entry_points", lambda **_: [entry])
    with pytest.raises(pr.RuleFileError, match="our-county"):
        pr.RuleSet.for_region("44")

    report = tmp_path / "report.json"
    report.write_text(json.dumps(GIVEN), encoding="utf-8")
    assert main(["check", str(report), "--region", "44"]) == 2
    assert "our-county" in capsys.readouterr().err


def test_the_problems_of_a_pack_say_whose_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A mistake in a rule of an installed pack names the pack."""
    (tmp_path / "X-01.toml").write_text('id = "X-01"\nassert = "1 >= 0"\n', encoding="utf-8")
    monkeypatch.setattr(chain, "installed_folders", lambda: iter([("our-county", tmp_path)]))
    with pytest.raises(pr.RuleFileError) as refused:
        pr.RuleSet.for_region("44")

    assert all("our-county" in problem.message.zh for problem in refused.value.problems)
