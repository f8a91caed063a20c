"""Which files a folder gives, and which are left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from performance_rules.judging.given import left_out, named

FILES = (
    "一局/自评报告.docx",
    "一局/附件/决算.et",
    "二局/说明.WPS",
    "二局/~$自评报告.docx",
    "二局/照片.jpg",
    ".回收/旧.docx",
    "总表.xlsx",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder as it comes from the bureaus, two levels deep."""
    for name in FILES:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"1")
    return tmp_path


def test_a_folder_gives_the_reports_below_it(folder: Path) -> None:
    """All levels are searched; hidden folders, lock files and other kinds are not taken."""
    found = [str(Path(name).relative_to(folder)) for name in named([str(folder)])]
    assert (
        sorted(("一局/自评报告.docx", "一局/附件/决算.et", "二局/说明.WPS", "总表.xlsx")) == found
    )


def test_what_is_left_out_is_named(folder: Path) -> None:
    """A picture is named, so that nobody thinks it was checked; a lock file is nothing."""
    assert [str(folder / "二局/照片.jpg")] == list(left_out([str(folder), "a.docx", "-"]))
