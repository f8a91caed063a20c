"""The ways one name is written: brackets, spaces, 其它 for 其他, with or without 支出."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

OTHER: Final = "其他"
SUFFIX: Final = "支出"

# Full-width forms, and the compatibility ideographs that PDF files have in place of the real ones;
# spaces vanish.  No character becomes two, so that positions can be mapped back.
_PLAIN: Final[dict[int, str | None]] = {
    **{i: chr(i - 0xFEE0) for i in range(0xFF01, 0xFF5F)},
    **{
        i: unicodedata.normalize("NFKC", chr(i))
        for i in (*range(0x2F00, 0x2FD6), *range(0xF900, 0xFADA))
    },
    **dict.fromkeys((*range(9, 14), 0x20, 0x85, 0xA0, 0xAD, *range(0x2000, 0x200E)), None),
    **dict.fromkeys((0x2028, 0x2029, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF), None),
}
_CHANGED: Final = re.compile(f"[{re.escape(''.join(map(chr, _PLAIN)))}]")


def normalise(text: str) -> str:
    """Return a name without spaces, with half-width brackets, without a final (类), (款), (项).

    The suffix 支出 is left alone: a name without it is recognised, but not valid.
    """
    plain = text.translate(_PLAIN)
    return plain[:-3] if plain.endswith(("(类)", "(款)", "(项)")) else plain


def prose(text: str) -> tuple[str, Sequence[int]]:
    """Return a text as names are looked up in it, and where each character of that stood."""
    if not _CHANGED.search(text):
        return text.replace("其它", OTHER), range(len(text))
    kept = [i for i, char in enumerate(text) if _PLAIN.get(ord(char), char)]
    return text.translate(_PLAIN).replace("其它", OTHER), kept


def spellings(name: str) -> set[str]:
    """Return a name as it is, without its brackets, and without a bracketed character like (护)."""
    plain = normalise(name).replace("其它", OTHER)
    before, bracket, tail = plain.partition("(")
    if not bracket:
        return {plain}
    inside, _, after = tail.partition(")")
    return {plain, before + inside + after} | ({before + after} if len(inside) == 1 else set())


def stems(name: str) -> set[str]:
    """Return the spellings of a name without a final 支出: two names that share one may agree."""
    return {form.removesuffix(SUFFIX) or form for form in spellings(name)}
