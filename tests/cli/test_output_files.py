"""Output files are written whole or not at all; closed streams are no reason to fail."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from tests.outputs.small import REPORT, use_rules

from performance_rules import cli
from performance_rules.cli import checking, main, writing
from performance_rules.outputs.terminal import Row

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there are other streams")
POSIX = pytest.mark.skipif(os.name == "nt", reason="there is no such file")


@pytest.fixture(autouse=True)
def _small_country(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test works in a folder of its own, under the rules of the small country."""
    use_rules(tmp_path / "rules", monkeypatch)
    monkeypatch.chdir(tmp_path)
    Path("found.toml").write_text(REPORT, encoding="utf-8")


def written(monkeypatch: pytest.MonkeyPatch, wrong: type[BaseException]) -> None:
    """Let writing end in the middle."""

    def broken(_: Iterable[Row]) -> str:
        raise wrong

    monkeypatch.setattr(writing, "plain", broken)


@pytest.mark.parametrize(("wrong", "code"), [(KeyboardInterrupt, 130), (ValueError, 70)])
def test_an_output_file_is_whole_or_as_it_was(
    monkeypatch: pytest.MonkeyPatch, wrong: type[BaseException], code: int
) -> None:
    """Whatever happens while results are made, the old file stays, and nothing lies beside it."""
    Path("result.txt").write_text("旧的", encoding="utf-8")
    written(monkeypatch, wrong)
    before = sorted(os.listdir())

    assert code == main(["check", "found.toml", "--output", "result.txt"])
    assert ("旧的", before) == (
        Path("result.txt").read_text(encoding="utf-8"),
        sorted(os.listdir()),
    )


@pytest.mark.parametrize("wrong", [KeyboardInterrupt, OSError(errno.ENOSPC, "No space left")])
def test_an_output_file_that_cannot_be_finished(
    monkeypatch: pytest.MonkeyPatch, wrong: BaseException | type[BaseException]
) -> None:
    """A full disk, or an interrupt in the last moment, leaves no part of a file."""
    before = sorted(os.listdir())

    def broken(*_: object) -> Path:
        raise wrong

    monkeypatch.setattr(Path, "replace", broken)

    assert main(["check", "found.toml", "--output", "result.txt"]) in (2, 130)
    assert before == sorted(os.listdir())


@POSIX
def test_an_output_file_keeps_its_place_and_its_mode() -> None:
    """A link is followed and a mode is kept; what is no file is written as it is, not replaced."""
    Path("real.txt").touch()
    Path("real.txt").chmod(0o640)
    Path("link.txt").symlink_to("real.txt")
    main(["check", "found.toml", "--output", "link.txt"])
    main(["check", "found.toml", "--output", os.devnull])

    assert Path("link.txt").is_symlink()
    assert Path("real.txt").read_text(encoding="utf-8").startswith("某县某局\n")
    assert 0o640 == stat.S_IMODE(Path("real.txt").stat().st_mode)
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


def test_a_file_that_cannot_be_written_is_told_before_the_work(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nobody should wait for results that cannot be saved."""
    monkeypatch.setattr(checking, "apart", None)

    assert 2 == main(["check", "found.toml", "--output", "no/such/folder.txt"])


@LINUX
@pytest.mark.parametrize(
    ("ending", "code"),
    [("", 1), (" >&-", 1), (" 2>&-", 1), (" <&-", 1), (" <&- >&- 2>&-", 1), (" >/dev/full", 70)],
)
def test_a_closed_stream_changes_only_what_can_be_seen(ending: str, code: int) -> None:
    """A closed standard stream changes nothing but what can be seen; a full one is told."""
    path = os.pathsep.join([str(Path(cli.__file__).parents[2]), os.environ.get("PYTHONPATH", "")])
    run = "import sys; from performance_rules.cli import main; sys.exit(main())"
    command = f"{sys.executable} -c '{run}' check found.toml{ending}"
    done = subprocess.run(
        ["sh", "-c", command],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        check=False,
    )

    assert code == done.returncode
    assert b"Traceback" not in done.stderr
