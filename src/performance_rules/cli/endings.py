"""Endings: the exit codes that no report has a part in."""

from __future__ import annotations

from typing import Final

FAILED: Final = 70
"""An error of the program."""

INTERRUPTED: Final = 130
"""Somebody ended it, or reads no further."""
