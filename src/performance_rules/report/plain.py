"""Plain data: what makes a report of it, and it of a report.

The model offers both as methods, while they are made of the model: so they are found when they are
first used.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import Any, Final

_WAYS: Final = MappingProxyType(
    {
        "build": ("performance_rules.report.build", "build_report"),
        "dump": ("performance_rules.report.dump", "dump_report"),
    }
)


def build(data: Mapping[str, object]) -> Any:
    """Return the report that plain data describes; see ``report.build``."""
    return _way("build")(data)


def dump(report: object) -> dict[str, object]:
    """Return a report as plain data; see ``report.dump``."""
    found: dict[str, object] = _way("dump")(report)
    return found


@cache
def _way(name: str) -> Any:
    module, function = _WAYS[name]
    return getattr(import_module(module), function)
