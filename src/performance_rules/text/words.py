"""Words in a text."""

from __future__ import annotations

from collections.abc import Container, Iterable


def has_any(text: Container[str], words: Iterable[str]) -> bool:
    """Whether one of several words stands in a text, or in a set of words."""
    return any(map(text.__contains__, words))
