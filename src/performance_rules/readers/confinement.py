"""What holds a process within its limits, as far as the system can: memory, time, its parent."""

from __future__ import annotations

import os
import signal
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Final

from performance_rules.readers.limits import Limits

_PR_SET_PDEATHSIG: Final = 1


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


def grant(seconds: int) -> None:
    """Let this process go on computing for so long; nothing happens where it is not confined."""
    try:
        import resource
    except ModuleNotFoundError:
        return
    most, hard = resource.getrlimit(resource.RLIMIT_CPU)
    if most != resource.RLIM_INFINITY:
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_CPU, (_spent() + seconds, hard))


def swollen(limits: Limits) -> bool:
    """Whether this process has once held so much memory that the next file might not fit."""
    try:
        import resource
    except ModuleNotFoundError:
        return False
    unit = 1 if sys.platform == "darwin" else 1024
    return 3 * unit * resource.getrusage(resource.RUSAGE_SELF).ru_maxrss > limits.memory


def follow(parent: int) -> None:
    """End this process when its parent ends; Linux alone can be asked for that."""
    try:
        import ctypes

        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    except (ImportError, OSError, AttributeError):
        return
    if os.getppid() != parent:  # it was faster
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
    """Return how many seconds this process has computed, rounded up."""
    return int(time.process_time()) + 1


def _held() -> int:
    """Return how many bytes of address space this process has; nought where nobody tells."""
    try:
        pages = int(Path("/proc/self/statm").read_bytes().split()[0])
    except (OSError, ValueError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")
