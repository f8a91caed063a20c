"""Outputs: one format, one module, all made from the same checked reports.

A format for the screen is a module with a function ``render(batch, lang, columns)`` that yields
lines, or with two for what is shown report by report (``STREAMED``); one that is a file has a
function ``make(batch, lang)`` that returns its bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Final, TypeAlias, cast

if TYPE_CHECKING:  # help pages need the layout, but nothing of the check
    from performance_rules.errors import Lang
    from performance_rules.outputs.batch import Batch, Checked
    from performance_rules.outputs.terminal import Row

DATA: Final = {"json": "json", "jsonl": "jsonl", "sarif": "sarif", "junit": "xml", "github": ""}
"""The formats for programs, with how a file of each is called; each is the module of that name."""

SHOWN: Final = ("text", "concise", *DATA)
"""The formats that are shown, or written as text."""

FILES: Final = {
    "html": "html",
    "xlsx": "xlsx",
    "docx": "docx",
    "pdf": "pdf",
    "opinion": "docx",
}
"""Those that are a file, with how it is called; each is the module of that name."""

ON_ONE: Final = ("docx", "pdf")
"""Those that are the one report that was checked, with comments."""

FORMATS: Final = (*SHOWN, *FILES)
"""All formats."""


def of_suffix(suffix: str) -> str | None:
    """Return the format of a file that is called so; the first where there are several."""
    called = {**FILES, **DATA}
    return next((form for form, ending in called.items() if suffix and ending == suffix), None)


STREAMED: Final = ("text", "concise", "jsonl")
"""Those of which a batch is shown report by report; each module has ``report`` and ``rest``."""

Renderer: TypeAlias = "Callable[[Batch, Lang, int], Iterable[Row]]"
Streamer: TypeAlias = "Callable[[Checked, int, Lang, int], Iterable[Row]]"
Maker: TypeAlias = "Callable[[Batch, Lang], bytes]"


def renderer(name: str) -> Renderer:
    """Return the function that renders a format; its module is imported only now."""
    if name in STREAMED:
        return partial(_in_turn, *streamer(name))
    return cast("Renderer", import_module(f"performance_rules.outputs.{name}").render)


def streamer(name: str) -> tuple[Streamer, Renderer]:
    """Return what renders one report of a batch, and what renders all that comes after them."""
    module = import_module(f"performance_rules.outputs.{name}")
    return cast("Streamer", module.report), cast("Renderer", module.rest)


def _in_turn(
    report: Streamer, rest: Renderer, batch: Batch, lang: Lang, columns: int
) -> Iterator[Row]:
    """Yield the lines of a batch, report by report."""
    for number, one in enumerate(batch.checked):
        yield from report(one, number, lang, columns)
    yield from rest(batch, lang, columns)


def maker(name: str) -> Maker:
    """Return the function that makes a file of a format; its module is imported only now."""
    return cast("Maker", import_module(f"performance_rules.outputs.{name}").make)


__all__ = [
    "DATA",
    "FILES",
    "FORMATS",
    "ON_ONE",
    "SHOWN",
    "STREAMED",
    "Maker",
    "Renderer",
    "Streamer",
    "maker",
    "of_suffix",
    "renderer",
    "streamer",
]
