"""Colour on a terminal: the only place that uses Rich."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, TextIO

from performance_rules.outputs.terminal import Row

STYLES: Final = {
    "title": "bold",
    "heading": "bold cyan",
    "strong": "bold",
    "error": "bold red",
    "warning": "bold yellow",
    "hint": "bold blue",
    "review": "bold magenta",
    "good": "green",
    "faint": "dim",
}
"""How each style of the layout looks."""


def print_rows(rows: Iterable[Row], stream: TextIO) -> None:
    """Print lines in colour; they keep their breaks, and nothing in them is read as markup.

    Raises:
        ModuleNotFoundError: if Rich is not installed.
    """
    from rich.console import Console
    from rich.text import Text

    console = Console(file=stream, highlight=False, soft_wrap=True)
    for line in rows:
        console.print(Text.assemble(*((p.text, STYLES.get(p.style, "")) for p in line)))
