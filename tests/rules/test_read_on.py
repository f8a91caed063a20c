"""A rule file that is no TOML is read on behind each mistake whose cure is certain."""

from pathlib import Path

import pytest

from performance_rules.errors import Problem
from performance_rules.rules.toml import read_toml


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a：“x”\nb：1\nc = 是\n", [1, 2, 3]),
        ("a：“x”\nb：“y”\n", [1, 2]),
        (f"id = “x”\nb = {'[' * 3000}\n", [1]),
    ],
)
def test_each_line_is_told_once(text: str, lines: list[int], tmp_path: Path) -> None:
    """Of a line with two kinds of wrong sign the first is told, and the next lines are read."""
    (tmp_path / "a.toml").write_text(text, encoding="utf-8")
    found = read_toml(tmp_path / "a.toml")
    assert isinstance(found, tuple)
    assert [one.span.line for one in found if one.span is not None] == lines


def test_a_number_without_end_is_a_problem_of_its_file(tmp_path: Path) -> None:
    """Python refuses numbers of thousands of digits: so does the file, with its name."""
    (tmp_path / "a.toml").write_text(f"id = {'1' * 5000}\n", encoding="utf-8")
    found = read_toml(tmp_path / "a.toml")
    assert isinstance(found, tuple)
    assert all(isinstance(one, Problem) for one in found)
