"""The characters of a PDF page: which of them are printed, and as part of a level line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol, TypeVar


class Page(Protocol):
    """What is asked of a page of pdfplumber, which only the reader of PDF files imports."""

    @property
    def chars(self) -> Sequence[dict[str, Any]]:
        """Its characters."""

    def filter(self, test_function: Callable[[dict[str, Any]], bool]) -> Any:
        """Return the page with what passes a test."""


P = TypeVar("P", bound=Page)


def tenths(points: object) -> int:
    """Return a coordinate as a whole number of tenths of a point."""
    return round(points * 10)  # type: ignore[operator]


def without_doubles(page: P) -> P:
    """Return the page without characters printed twice, a little apart, to look bold."""
    seen: dict[tuple[str, int, int], tuple[int, int]] = {}
    doubles: set[int] = set()
    for char in page.chars:
        text, x, y = char["text"], tenths(char["x0"]), tenths(char["top"])
        near = [(text, x // 10 + dx, y // 10 + dy) for dx in (0, -1, 1) for dy in (0, -1, 1)]
        apart = tenths(char["size"]) // 5
        others = [seen[place] for place in near if place in seen] if text.strip() else []
        if any(abs(x - left) <= apart and abs(y - top) <= apart for left, top in others):
            doubles.add(id(char))
        seen[near[0]] = (x, y)
    if not doubles:
        return page
    kept: P = page.filter(lambda item: id(item) not in doubles)
    return kept


def is_level(item: dict[str, Any]) -> bool:
    """Whether something is no character, or one of a line that runs from left to right."""
    if item["object_type"] != "char":
        return True
    along, across = item["matrix"][:2]
    return bool(along > 0 and abs(across) * 10 <= along)
