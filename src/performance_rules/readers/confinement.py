"""What holds a process within its limits, as far as the system can: memory, time, its parent."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from performance_rules.readers.limits import Limits


def confine(limits: Limits) -> None:
    """Limit memory and computing time of this process and all it starts, where the system can."""
    try:
        import resource
    except ModuleNotFoundError:  # Windows: the clock limits it, from outside
        return
    for kind, most in (
        (resource.RLIMIT_AS, _held() + limits.memory),
        (resource.RLIMIT_CPU, _spent() + limits.seconds),
        (resource.RLIMIT_CORE, 0),
    ):
        # Refused where the process is limited further already; memory by macOS.
        with suppress(ValueError, OSError):
            resource.setrlimit(kind, (most, resource.getrlimit(kind)[1]))


def start(seconds: int) -> None:
    """Let this process compute for so long from now on; nothing happens without a limit."""
    _allow(lambda _: _spent() + seconds)


def grant(seconds: int) -> None:
    """Let this process compute for so long at least; nothing happens without a limit."""
    _allow(lambda most: max(most, _spent() + seconds))


def _allow(change: Callable[[int], int]) -> None:
    try:
        import resource
    except ModuleNotFoundError:
        return
    most, hard = resource.getrlimit(resource.RLIMIT_CPU)
    if most != resource.RLIM_INFINITY:
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_CPU, (change(most), hard))


def peak() -> int:
    """Return how many bytes of memory this process has held at most; nought where nobody tells."""
    try:
        import resource
    except ModuleNotFoundError:
        return 0
    unit = 1 if sys.platform == "darwin" else 1024
    return unit * resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def end_group() -> None:
    """End this process and all that it started; it must be the head of its group."""
    if sys.platform != "win32":
        os.killpg(0, signal.SIGKILL)
    os._exit(1)


def search_path() -> list[str]:
    """Return where to find what we find, but for the folder in which we were started.

    A file beside the reports that is called like a library must not be imported.
    """
    try:
        here: Path | None = Path.cwd()
    except OSError:  # the folder is gone
        here = None
    package = str(Path(__file__).parents[2])
    return [*(place for place in sys.path if place and Path(place) != here), package]


def _spent() -> int:
    """Return how many seconds this process has computed."""
    return round(time.process_time())


def _held() -> int:
    """Return how many bytes of address space this process has; nought where nobody tells."""
    try:
        pages = int(Path("/proc/self/statm").read_bytes().split()[0])
    except (OSError, ValueError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")
