"""Plain data: which functions make a report of it, and it of a report.

The model offers both as methods, while they are made of the model: so they are entered here when
the package is imported, each once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

_WAYS: Final[dict[str, Callable[[Any], Any]]] = {}


def enter(way: str, function: Callable[[Any], Any]) -> None:
    """Enter the function that goes a way: ``build`` or ``dump``."""
    _WAYS.setdefault(way, function)


def build(data: Mapping[str, object]) -> Any:
    """Return the report that plain data describes; see ``report.build``."""
    return _WAYS["build"](data)


def dump(report: object) -> dict[str, object]:
    """Return a report as plain data; see ``report.dump``."""
    found: dict[str, object] = _WAYS["dump"](report)
    return found
