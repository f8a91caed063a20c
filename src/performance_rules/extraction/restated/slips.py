"""Two numbers of which one is the other with a slip: digits exchanged, one changed, a point moved.

A number that is wholly different is more likely one of something else.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

from performance_rules.values import Quantity

Slip = Literal["", "exchanged", "changed", "moved"]

_FEWEST: Final = 2
_POINT: Final = 3
"""So many digits must be the same where the point has moved."""


def size(value: Quantity) -> int:
    """Return how many digits a number has from its first to its last that is not 0."""
    return len(str(abs(value.n)).rstrip("0"))


def slip(one: int, other: int) -> Slip:
    """Return how one number may have become another by an oversight; empty if in no such way."""
    a, b = str(abs(one)), str(abs(other))
    if a == b or (one < 0) != (other < 0) or not (one and other):
        return ""
    mine, its = a.rstrip("0"), b.rstrip("0")
    if len(a) != len(b):
        return "moved" if mine == its and len(mine) >= _POINT else ""
    if max(len(mine), len(its)) < _FEWEST:
        return ""
    apart = [at for at in range(len(a)) if a[at] != b[at]]
    if len(apart) == 1:
        return "changed"
    first, last = apart[0], apart[-1]
    two = len(apart) == _FEWEST and a[first] == b[last] and a[last] == b[first]
    return "exchanged" if two else ""


def keys(value: Quantity) -> Iterator[tuple[str, int, str]]:
    """Yield keys of which a number and one that is its slip have one in common."""
    text = str(abs(value.n))
    digits = text.rstrip("0")
    if len(digits) >= _POINT:
        yield "moved", 0, digits
    yield "exchanged", len(text), "".join(sorted(text))
    for at in range(min(len(text), _printed(value))):
        yield "changed", at, f"{text[:at]}_{text[at + 1 :]}"


def traces(printed: str) -> set[str]:
    """Return what a printed number and its slips have in common, whatever their units."""
    digits = sorted(char for char in printed if char in "123456789")
    return {
        "".join(digits),
        *("".join(digits[:at] + digits[at + 1 :]) for at in range(len(digits))),
    }


def _printed(value: Quantity) -> int:
    """Return how many digits of a number are printed, leading zeros apart."""
    printed = "".join(char for char in value.printed if char.isdigit())
    return len(printed.lstrip("0")) or 1
