"""Lines of text as a terminal draws them: a Chinese character is two columns wide."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final
from unicodedata import category, east_asian_width

from attrs import frozen

WIDTH: Final = 80
"""Columns of a line where there is no terminal to ask."""


@frozen
class Piece:
    """A stretch of one line in one style; ``""`` is plain."""

    text: str
    style: str = ""


Row = tuple[Piece, ...]
"""One line of output."""


def row(*pieces: str | Piece) -> Row:
    """Return a line of pieces; plain text may be given as it is."""
    return tuple(Piece(piece) if isinstance(piece, str) else piece for piece in pieces)


def plain(rows: Iterable[Row]) -> str:
    """Return lines as text without styles; no line ends in blanks."""
    return "".join("".join(piece.text for piece in line).rstrip() + "\n" for line in rows)


def clean(text: str) -> str:
    """Return a text that cannot steer a terminal: one line, without control characters.

    Reports come from outside; escape sequences and marks that reverse the direction of writing
    could make a terminal show something other than what was found.
    """
    return "".join(_seen(ch) for ch in " ".join(text.split()))


@lru_cache(maxsize=1 << 14)
def _seen(ch: str) -> str:
    return "�" if category(ch) in ("Cc", "Cf", "Cs") else ch


def width(text: str) -> int:
    """Return how many columns a text takes."""
    return sum(map(_columns, text))


@lru_cache(maxsize=1 << 14)
def _columns(ch: str) -> int:
    if " " <= ch <= "~":
        return 1
    if category(ch) in ("Mn", "Me"):
        return 0
    return 2 if east_asian_width(ch) in "WF" else 1


def pad(text: str, columns: int) -> str:
    """Return a text filled with blanks up to so many columns; a longer one is left alone."""
    return text + " " * (columns - width(text))


# A token is never broken: a word or number of half-width characters with its unit, a single wide
# character; closing marks stay with what they close, opening marks with what they open.
_TOKEN: Final = re.compile(
    r"(?:[（《〈「『【〔［“‘]\s?)*"
    r"(?:[!-~]+(?:[亿万]?元)?|[^\s])"
    r"(?:[，。；：、！？）》〉」』】〕］”’…·％])*"
    r"|\s+"
)


def wrap(text: str, columns: int) -> list[str]:
    """Return a text as lines of at most so many columns; there is at least one line."""
    lines, line, room = [], "", columns
    for token, wide in _tokens(text, columns):
        if wide > room and line.strip():
            lines.append(line.rstrip())
            line, room = "", columns
        if not line and not token.strip() and lines:
            continue  # a blank between two lines belongs to neither
        line += token
        room -= wide
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def _tokens(text: str, columns: int) -> Iterator[tuple[str, int]]:
    """Yield tokens and how wide they are; one that is wider than a line is cut."""
    for found in _TOKEN.finditer(text):
        token = found.group()
        wide = width(token)
        if wide <= columns:
            yield token, wide
            continue
        start, wide = 0, 0
        for at, ch in enumerate(token):
            more = _columns(ch)
            if wide + more > columns and at > start:
                yield token[start:at], wide
                start, wide = at, 0
            wide += more
        yield token[start:], wide


def hanging(label: str, text: str, columns: int, *, indent: int = 0, style: str = "") -> list[Row]:
    """Return a text beside its label; further lines stand below the text, not below the label."""
    head = " " * indent + label
    lines = wrap(text, max(columns - width(head), 16))
    rows = [row(head, Piece(lines[0], style))]
    return rows + [row(" " * width(head), Piece(line, style)) for line in lines[1:]]


def rule(title: str, columns: int) -> Row:
    """Return a heading: a title on a ruled line."""
    left = f"── {title} "
    return row(Piece(left + "─" * max(columns - width(left), 2), "heading"))
