"""How a call ends: every ending has a message, an exit code of its own, and leaves nothing half."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

import pytest
from tests.outputs.small import CLEAN, FILES, REPORT, use_rules, write_rules
from tests.readers.processes import children, has_ended

from performance_rules import cli
from performance_rules.checking.result import Result, check
from performance_rules.cli import checking, main
from performance_rules.cli.words import say
from performance_rules.errors import RuleFileError
from performance_rules.judging import judge
from performance_rules.judging.rulesets import Regions
from performance_rules.readers import Limits
from performance_rules.report.model import Report
from performance_rules.rules.ruleset import RuleSet

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no worker is a copy")
POSIX = pytest.mark.skipif(os.name == "nt", reason="there is no such file")


@pytest.fixture(autouse=True)
def _small_country(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test works in a folder of its own, under the rules of the small country."""
    use_rules(tmp_path / "rules", monkeypatch)
    monkeypatch.chdir(tmp_path)
    for name, text in {"found": REPORT, "clean": CLEAN}.items():
        Path(f"{name}.toml").write_text(text, encoding="utf-8")


def ask(*sources: str, folders: Iterable[Path] = ()) -> checking.CheckRequest:
    """Return a request for some reports."""
    return checking.request(
        sources,
        region=None,
        year=None,
        folders=folders,
        form="text",
        output=None,
        lang="zh",
        select=(),
        ignore=(),
        least="review",
    )


# ── files that are none ──


@POSIX
@pytest.mark.parametrize("suffix", [".toml", ".txt", ".docx"])
@pytest.mark.parametrize("command", ["check", "read"])
def test_a_pipe_is_no_report(capsys: pytest.CaptureFixture[str], command: str, suffix: str) -> None:
    """A named pipe that nobody writes into is refused at once, with what to do instead."""
    os.mkfifo(f"pipe{suffix}")

    assert 3 == main([command, f"pipe{suffix}"])
    written = capsys.readouterr()
    assert f"pipe{suffix}：不是普通文件，而是管道或设备\n    改法：先存成文件" in written.err
    assert "" == written.out


@POSIX
@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("/dev/null", "不是普通文件"),
        ("/dev/zero", "不是普通文件"),
        ("loop.txt", "文件打不开：Too many levels of symbolic links"),
        ("a" * 300 + ".txt", "文件打不开：File name too long"),
        ("", "没有"),
    ],
)
def test_what_cannot_be_opened(capsys: pytest.CaptureFixture[str], name: str, words: str) -> None:
    """A device, a link to itself and a name too long are unreadable reports; the others go on."""
    Path("loop.txt").symlink_to("loop.txt")

    assert 3 == main(["check", name, "clean.toml"])
    written = capsys.readouterr()
    assert words in written.err
    assert "没有发现问题" in written.out


@LINUX
@pytest.mark.parametrize("name", ["shut.toml", "shut.txt"])
def test_a_file_without_permission(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """What may not be read is unreadable, with the way out; so it is for the super-user here."""
    Path(name).write_text("甲", encoding="utf-8")
    opened = os.open

    def shut(path: str | Path, flags: int, mode: int = 0o777) -> int:
        if str(path) == name:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return opened(path, flags, mode)

    monkeypatch.setattr(os, "open", shut)

    assert 3 == main(["check", name])
    assert f"{name}：文件打不开：没有读取权限\n    改法：请改文件" in capsys.readouterr().err


@LINUX
def test_a_folder_without_permission(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that may not be looked into is unreadable like a file."""
    Path("shut").mkdir()

    def shut(path: object = ".") -> Iterable[object]:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(os, "scandir", shut)
    monkeypatch.setattr(os, "listdir", shut)
    monkeypatch.setattr(Regions, "prepare", lambda *_, **__: None)

    assert 3 == main(["check", "shut"])
    assert "shut：文件打不开：没有读取权限\n" in capsys.readouterr().err


# ── one bad file ──


def with_judge(
    monkeypatch: pytest.MonkeyPatch, name: str, wrong: type[Exception] | None, rule: str = ""
) -> None:
    """Let the check of one report, or any check with a rule, fail; without an error, never end."""

    def judged(report: Report, ruleset: RuleSet) -> Result:
        if report.entity == name or rule in ruleset.in_force(report.year).rules:
            while wrong is None:
                pass
            raise wrong("哎呀")
        return check(report, ruleset)

    monkeypatch.setattr(judge, "check", judged)


@LINUX
@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (None, "bad.toml：读取和检查超过 1 秒，已中止"),
        (ValueError, "bad.toml：程序出错（ValueError: 哎呀 @ test_endings.py:"),
        (MemoryError, "bad.toml：内存用尽，已中止"),
        (RecursionError, "bad.toml：嵌套太深"),
    ],
)
def test_a_bad_report_holds_up_nothing(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    wrong: type[Exception] | None,
    words: str,
) -> None:
    """A report on which the check fails or never ends is unreadable; the others are checked."""
    Path("bad.toml").write_text(CLEAN.replace("某县某局", "坏的"), encoding="utf-8")
    with_judge(monkeypatch, "坏的", wrong)

    code = checking.run(ask("bad.toml", *["clean.toml"] * 2), limits=Limits(seconds=1))
    written = capsys.readouterr()
    assert 3 == code
    assert words in written.err
    assert "共 3 份报告，" in written.out
    assert "读不了 1 份\n" in written.out


# ── rules ──


@LINUX
@pytest.mark.parametrize("wrong", [None, ZeroDivisionError])
def test_a_rule_that_fails_is_named(
    monkeypatch: pytest.MonkeyPatch, wrong: type[Exception] | None
) -> None:
    """Where a check fails with a rule of the caller and not without it, the rule is to blame."""
    rule = FILES["cn/SUM-1.toml"]
    rules = {f"{name}.toml": rule.replace('"SUM-1"', f'"{name}"') for name in ("X-1", "X-2")}
    write_rules(Path("ours"), rules)
    with_judge(monkeypatch, "", wrong, "X-2")

    with pytest.raises(RuleFileError, match="用这里的规则检查 clean") as caught:
        checking.run(ask("clean.toml", folders=[Path("ours")]), limits=Limits(seconds=1))
    assert ["ours/X-2.toml"] == [problem.place for problem in caught.value.problems]
    english = caught.value.problems[0].message.en.replace("哎呀", "")  # what was raised
    assert english.isascii()


def test_a_failing_check_is_not_the_fault_of_good_rules(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the check fails with the shipped rules as well, those of the caller are not named."""
    write_rules(Path("ours"), {"X-1.toml": FILES["cn/SUM-1.toml"].replace('"SUM-1"', '"X-1"')})
    with_judge(monkeypatch, "", ValueError, "SUM-1")

    assert 3 == main(["check", "clean.toml", "--rules", "ours"])
    assert "clean.toml：程序出错" in capsys.readouterr().err


@pytest.mark.parametrize(
    "wrong",
    [ValueError("哎呀"), RecursionError("哎呀"), UnicodeDecodeError("x", b"", 0, 1, "哎呀")],
)
def test_rules_that_cannot_be_loaded(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, wrong: Exception
) -> None:
    """Whatever happens while rules are loaded, they are to blame for it, and no report is."""

    def broken(*_: object) -> RuleSet:
        raise wrong

    monkeypatch.setattr(RuleSet, "for_region", broken)

    assert 2 == main(["check", "clean.toml", "--rules", "ours"])
    written = capsys.readouterr()
    assert written.err.startswith(f"ours：规则读不了（{type(wrong).__name__}: ")
    assert "clean.toml" not in written.err


def test_rules_of_the_report_s_own_region(capsys: pytest.CaptureFixture[str]) -> None:
    """A mistake in rules that only the region of a report brings in is told with their file."""
    rule = FILES["cn/SUM-1.toml"].replace('"SUM-1"', '"44-X"').replace("b.whole", "b.hole")
    write_rules(
        Path("ours"),
        {"ruleset.toml": 'id = "ours"\nname = "省"\nregion = "440000"\n', "44-X.toml": rule},
    )
    Path("own.toml").write_text('region = "440000"' + CLEAN, encoding="utf-8")

    assert 0 == main(["check", "clean.toml", "--rules", "ours"])
    capsys.readouterr()
    assert 2 == main(["check", "clean.toml", "own.toml", "--rules", "ours"])
    written = capsys.readouterr()
    assert written.err.startswith("ours/44-X.toml:")
    assert "" == written.out


# ── errors of the program ──


@pytest.mark.parametrize("wrong", [ValueError, RecursionError, MemoryError, KeyError])
def test_an_error_of_the_program(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, wrong: type[Exception]
) -> None:
    """What fails inside is no finding, no wrong usage and no bad report: it has a code apart."""

    def broken(_: str) -> object:
        raise wrong("哎呀")

    monkeypatch.setattr(checking, "renderer", broken)

    assert 70 == main(["check", "found.toml"])
    written = capsys.readouterr()
    assert f"程序出错 the program failed: {wrong.__name__}: " in written.err
    assert "test_endings.py:" in written.err
    assert "Traceback" not in written.err


# ── interrupts ──


def interrupt_at(monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    """Let an interrupt come when so many reports are done."""
    taken = checking._taken
    done: list[object] = []

    def take(*arguments: object) -> object:
        if len(done) == count:
            raise KeyboardInterrupt
        done.append(taken(*arguments))  # type: ignore[arg-type]
        return done[-1]

    monkeypatch.setattr(checking, "_taken", take)


def test_an_interrupt_keeps_what_is_done(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is done when the user stops the call is shown, and how far it came is said."""
    interrupt_at(monkeypatch, 2)

    assert 130 == main(["check", *["found.toml"] * 5, "--format", "json"])
    written = capsys.readouterr()
    assert 2 == len(json.loads(written.out)["results"])
    assert "已中断：5 份报告中完成 2 份\n" == written.err


def test_an_interrupt_leaves_the_output_file_alone(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that was to hold all results does not get some of them; these are shown."""
    Path("result.txt").write_text("旧的", encoding="utf-8")
    interrupt_at(monkeypatch, 1)
    before = sorted(os.listdir())

    assert 130 == main(["check", "found.toml", "clean.toml", "--output", "result.txt"])
    written = capsys.readouterr()
    assert "没有写 result.txt" in written.err
    assert "共 1 份报告" in written.out
    assert ("旧的", before) == (
        Path("result.txt").read_text(encoding="utf-8"),
        sorted(os.listdir()),
    )


SLOW = """
import sys, time
from pathlib import Path
from performance_rules.cli import checking, main
judge = checking.judge
def slow(regions, wanted, report):
    if report.name == "slow.toml":
        Path("started").touch()
        while True: pass
    return judge(regions, wanted, report)
checking.judge = slow
take = checking._taken
def taken(*arguments):
    found = take(*arguments)
    Path("taken").touch()
    return found
checking._taken = taken
sys.exit(main(["check", "found.toml", "slow.toml"]))
"""


@LINUX
@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGKILL, -signal.SIGKILL)]
)
def test_a_call_that_is_ended_leaves_no_process(number: signal.Signals, code: int) -> None:
    """Stopped from the keyboard or killed: nothing of it goes on, however busy it is."""
    path = os.pathsep.join([str(Path(cli.__file__).parents[2]), os.environ.get("PYTHONPATH", "")])
    for name in ("slow.toml", "found.toml"):
        Path(name).write_text(CLEAN, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-c", SLOW],
        env={**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as call:
        while not (Path("started").exists() and Path("taken").exists()):
            assert call.poll() is None
            time.sleep(0.05)
        workers = children(call.pid)
        os.killpg(call.pid, number)
        out, err = call.communicate()

    assert code == call.returncode
    assert b"Traceback" not in err
    assert workers
    assert [] == [worker for worker in workers if not has_ended(worker)]
    if number == signal.SIGINT:
        assert say("zh", "report.interrupted", ready=1, count=2).encode() in err
        assert "共 1 份报告".encode() in out
