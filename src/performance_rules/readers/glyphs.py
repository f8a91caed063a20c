"""The characters of a PDF page: which of them are printed, and as part of a level line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pdfplumber.page import Page


def tenths(points: object) -> int:
    """Return a coordinate as a whole number of tenths of a point."""
    return round(points * 10)  # type: ignore[operator]


def without_doubles(page: Page) -> Page:
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
    return page.filter(lambda item: id(item) not in doubles) if doubles else page


def is_level(item: dict[str, Any]) -> bool:
    """Whether something is no character, or one of a line that runs from left to right."""
    if item["object_type"] != "char":
        return True
    along, across = item["matrix"][:2]
    return bool(along > 0 and abs(across) * 10 <= along)
