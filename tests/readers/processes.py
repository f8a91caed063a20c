"""Processes seen from a test: whether one has ended."""

from __future__ import annotations

import os
import time
from pathlib import Path


def has_ended(process: int, patience: int = 100) -> bool:
    """Whether a process ends within some tenths of a second; a zombie has ended."""
    for _ in range(patience):
        try:
            os.kill(process, 0)
            state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
        except (ProcessLookupError, FileNotFoundError):
            return True
        if state == "Z":
            return True
        time.sleep(0.1)
    return False


def children(process: int) -> list[int]:
    """Return the processes that a process has started and that have not ended."""
    found = []
    for file in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, parent = file.read_text().rpartition(")")[2].split()[:2]
        except OSError:
            continue
        if int(parent) == process and state != "Z":
            found.append(int(file.parent.name))
    return found
