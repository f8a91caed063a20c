"""Words in a text."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from typing import Final


def has_any(text: Container[str], words: Iterable[str]) -> bool:
    """Whether one of several words stands in a text, or in a set of words."""
    return any(map(text.__contains__, words))


_BRACKET: Final = re.compile(r"\(.*?\)")


def without_brackets(text: str) -> str:
    """Return a text without what stands in brackets: 支出 for 支出(万元)."""
    return _BRACKET.sub("", text)
