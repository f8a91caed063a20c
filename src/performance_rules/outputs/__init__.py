"""Outputs: one format, one module, all made from the same checked reports.

A format is a module with a function ``render(batch, lang, columns)`` that yields lines.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Final, TypeAlias, cast

if TYPE_CHECKING:  # help pages need the layout, but nothing of the check
    from performance_rules.errors import Lang
    from performance_rules.outputs.batch import Batch
    from performance_rules.outputs.layout import Row

FORMATS: Final = ("text", "concise", "json")
"""The formats; each is the module of that name."""

Renderer: TypeAlias = "Callable[[Batch, Lang, int], Iterable[Row]]"


def renderer(name: str) -> Renderer:
    """Return the function that renders a format; its module is imported only now."""
    return cast("Renderer", import_module(f"performance_rules.outputs.{name}").render)


__all__ = ["FORMATS", "Renderer", "renderer"]
