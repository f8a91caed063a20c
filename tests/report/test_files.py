"""A report file is read with all its printed digits, or refused with the place and the cause."""

from __future__ import annotations

from pathlib import Path

import pytest

from performance_rules.errors import Problem, ReportError
from performance_rules.report import Report, files, load_report
from performance_rules.values.quantity import Amount

TOML = 'entity = "某局"\nunit = "万元"\n\n[fiscal.income]\nfinal = 12.50\nprior = "1,200"\n'
JSON = '{"entity": "某局", "unit": "万元", "fiscal": {"income": {"final": 12.50, "prior": 1200}}}'


def written(folder: Path, name: str, content: str | bytes) -> Path:
    """Return the path of a file with some content."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def refusal(path: Path | str) -> Problem:
    """Return the one problem a file has."""
    with pytest.raises(ReportError) as caught:
        load_report(path)
    (problem,) = caught.value.problems
    return problem


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.toml", TOML),
        ("a.TOML", "\ufeff" + TOML.replace("\n", "\r\n")),
        ("a.json", JSON),
    ],
    ids=["toml", "toml with mark and CRLF", "json"],
)
def test_a_file_keeps_the_printed_digits(tmp_path: Path, name: str, content: str) -> None:
    """12.50 in a file has two decimals, in TOML and in JSON alike."""
    report = load_report(str(written(tmp_path, name, content)))
    assert report.fiscal is not None
    assert report.fiscal.income is not None
    final = report.fiscal.income.final
    prior = report.fiscal.income.prior
    assert final is not None
    assert prior is not None

    assert "某局" == report.entity
    assert Amount.parse("12.50万元") == final.statements[0].value
    assert Amount.parse("1200万元") == prior.statements[0].value


@pytest.mark.parametrize(
    ("name", "content", "zh", "en"),
    [
        ("a.docx", "", "不是“.docx”", "not '.docx'"),
        ("a", "", "不是“”", "not ''"),
        ("a.toml", b'entity = "\xc4\xb3\xbe\xd6"', "第 1 行不是 UTF-8", "line 1 is not UTF-8"),
        ("a.json", b'{\n"entity": "\xc4"}', "第 2 行不是 UTF-8", "line 2 is not UTF-8"),
        ("a.json", "[]", "最外层应是一个对象", "must be an object"),
        ("a.json", '{"year": NaN}', "NaN", "NaN"),
        ("a.json", '{"year": 2020, "year": 2021}', '"year"', "given twice"),
        ("a.json", '{"year": ' + "9" * 5000 + "}", "读不懂的 JSON", "bad JSON"),
        ("a.toml", "year = " + "9" * 5000, "读不懂的 TOML", "bad TOML"),
        ("a.json", '{"a":' * 100_000, "嵌套太深", "nested too deeply"),
        ("a.toml", "a = " + "[" * 100_000, "嵌套太深", "nested too deeply"),
    ],
)
def test_an_unreadable_file_is_one_clear_problem(
    tmp_path: Path, name: str, content: str | bytes, zh: str, en: str
) -> None:
    """Whatever is wrong with a file is said in both languages, with the name of the file."""
    path = written(tmp_path, name, content)
    problem = refusal(path)

    assert str(path) == problem.place
    assert zh in problem.message.zh
    assert en in problem.message.en


@pytest.mark.parametrize(
    ("name", "content", "line", "column"),
    [
        ("a.toml", 'year = 2021\nentity = "某局\n', 2, 13),
        ("a.toml", "year = 2021\nyear = 2022\n", 2, 12),
        ("a.json", '{"year": 2021,\n "entity": }', 2, 12),
        ("a.json", "", 1, 1),
    ],
)
def test_a_malformed_file_is_marked_at_line_and_column(
    tmp_path: Path, name: str, content: str, line: int, column: int
) -> None:
    """The place where reading stopped is shown, with the line and a caret below it."""
    path = written(tmp_path, name, content)
    problem = refusal(path)

    assert problem.span is not None
    assert (str(path), line, column) == (
        problem.span.file,
        problem.span.line,
        problem.span.column,
    )
    assert problem.text().startswith(f"{path}:{line}:{column}：不是合格的")
    assert not problem.span.text or "^" in problem.text("en")


def test_a_long_line_is_quoted_in_part(tmp_path: Path) -> None:
    """In a file of one endless line, only the neighbourhood of the error is shown."""
    padding = '"x", ' * 10_000
    text = refusal(written(tmp_path, "a.json", f'{{"text": [{padding} 某局]}}')).text()

    assert "某局" in text
    assert 1000 > len(text)


@pytest.mark.parametrize("name", ["missing.toml", "folder.toml", "nul\0.toml"])
def test_a_file_that_cannot_be_opened_is_a_report_error(tmp_path: Path, name: str) -> None:
    """A missing file, a folder, an impossible name: all are errors of ours, not of Python."""
    (tmp_path / "folder.toml").mkdir()

    assert str(tmp_path / name) == refusal(tmp_path / name).place


def test_an_oversized_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file above the limit is not read to its end."""
    monkeypatch.setattr(files, "MAX_BYTES", len(TOML) - 1)

    assert "超过" in refusal(written(tmp_path, "a.toml", TOML)).message.zh


def test_problems_inside_a_file_name_the_file(tmp_path: Path) -> None:
    """All problems of the report come at once, each with the file and the path inside it."""
    path = written(tmp_path, "a.json", '{"yaer": 2021, "fiscal": {"income": {"final": "五"}}}')
    with pytest.raises(ReportError) as caught:
        load_report(path)

    assert [f"{path}: fiscal.income.final", f"{path}: yaer"] == [
        problem.place for problem in caught.value.problems
    ]


def test_an_empty_toml_file_is_an_empty_report(tmp_path: Path) -> None:
    """A file without any key is a report that says nothing."""
    assert Report() == load_report(written(tmp_path, "a.toml", ""))
