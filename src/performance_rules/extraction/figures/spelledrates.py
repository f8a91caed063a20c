"""How a rate is made, as the bracket beside it spells it: 执行率（全年执行数/全年预算数）P."""

from __future__ import annotations

import re
from typing import Final

_OF: Final = (
    r"(?:[\u4e00-\u9fff]{2,8}=)?(?P<part>[\u4e00-\u9fff]{2,14})[/÷]"
    r"(?P<whole>[\u4e00-\u9fff]{2,14})(?:[×*]100%)?"
)
_BEFORE: Final = re.compile(rf"\({_OF}\)[为是:]?\Z")
_BEHIND: Final = re.compile(rf"\({_OF}\)")
_FAR: Final = 50


def spelled_at(text: str, start: int, end: int) -> tuple[str, str] | None:
    """Return what a rate is of, by their names: the part and the whole; None without a bracket.

    Args:
        text: the paragraph.
        start: where the rate begins in it.
        end: one past its unit.
    """
    said = _BEFORE.search(text, max(0, start - _FAR), start) or _BEHIND.match(text, end)
    return (said["part"], said["whole"]) if said is not None else None
