"""Reading in a process of its own, so that a hostile file can only hurt the reader of that file."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Final

from attrs import asdict

from performance_rules.errors import UnreadableError
from performance_rules.readers.document import Format
from performance_rules.readers.limits import Limits, refused
from performance_rules.readers.raw import Reading, from_json

_CHILD: Final = "performance_rules.readers.child"
_ABORTED: Final = ("SIGABRT", "SIGSEGV", "SIGBUS", "SIGILL", "SIGTRAP", "SIGFPE")


def read_apart(data: bytes, form: Format, limits: Limits) -> Reading:
    """Return what a reader finds in a file, having run it in a process with limits.

    Raises:
        UnreadableError: if the reader refuses the file, or the process dies or takes too long.
    """
    process = subprocess.Popen(
        [sys.executable, "-P", "-W", "ignore", "-m", _CHILD, form, json.dumps(asdict(limits))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(_search_path())},
        start_new_session=True,
    )
    try:
        answer, _ = process.communicate(data, limits.seconds)
    except subprocess.TimeoutExpired:
        raise _too_slow(limits) from None
    finally:
        end(process)
    if process.returncode:
        raise _died(process.returncode, limits)
    try:
        return from_json(answer)
    except ValueError:
        raise refused("读取进程异常退出", "the reading process ended without an answer") from None


def confine(limits: Limits, process: int = 0) -> None:
    """Limit memory and computing time of a process and all that it starts, where the system can.

    Args:
        limits: the limits.
        process: the process; this one by default. Of another one only Linux can be asked.
    """
    try:
        import resource
    except ModuleNotFoundError:  # Windows: the clock limits it, from outside
        return
    for kind, soft, hard in (
        (resource.RLIMIT_AS, limits.memory, limits.memory),
        (resource.RLIMIT_CPU, limits.seconds, limits.seconds + 1),
        (resource.RLIMIT_CORE, 0, 0),
    ):
        # Refused where the process is limited further already or has ended; memory by macOS.
        with suppress(ValueError, OSError):
            if not process:
                resource.setrlimit(kind, (soft, hard))
            elif sys.platform == "linux":
                resource.prlimit(process, kind, (soft, hard))


def _search_path() -> list[str]:
    """Return where the child finds what we find, but for the folder in which we were started.

    A file beside the reports that is called like a library must not be imported.
    """
    here = Path.cwd()
    package = str(Path(__file__).parents[2])
    return [*(place for place in sys.path if place and Path(place) != here), package]


def end(process: subprocess.Popen[bytes]) -> None:
    """End a process and all that it started, if it still runs."""
    if process.poll() is None:
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            stream.close()


def _too_slow(limits: Limits) -> UnreadableError:
    return refused(
        f"读取超过 {limits.seconds} 秒，已中止",
        f"reading took more than {limits.seconds} seconds and was stopped",
    )


def _died(code: int, limits: Limits) -> UnreadableError:
    """Return the refusal of a file whose reader was killed, or killed itself."""
    try:
        name = signal.Signals(-code).name
    except ValueError:
        name = f"exit {code}"
    if name in ("SIGXCPU", "SIGKILL"):
        return _too_slow(limits)
    if name in _ABORTED:
        return refused(
            f"读取时内存用尽或程序崩溃（{name}），文件可能有恶意或已损坏",
            f"reading ran out of memory or crashed ({name}); the file may be hostile or damaged",
        )
    return refused(f"读取进程异常退出（{name}）", f"the reading process died ({name})")
