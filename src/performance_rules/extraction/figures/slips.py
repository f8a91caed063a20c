"""Two numbers of which one is the other with a slip: digits exchanged, one changed, a point moved.

A number that is wholly different is more likely one of something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, Literal

from performance_rules.values.quantity import Quantity

Slip = Literal["", "exchanged", "changed", "moved"]

_OTHERS: Final = re.compile("[^1-9]+")
_FEWEST: Final = 2
_BEGIN: Final = 2
_SHUFFLED: Final = 4
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
    apart: list[int] = []
    for at, (x, y) in enumerate(zip(a, b, strict=True)):
        if x != y:
            apart.append(at)
            if len(apart) > _FEWEST:
                return ""
    if len(apart) == 1:
        return "changed"
    first, last = apart
    return "exchanged" if a[first] == b[last] and a[last] == b[first] else ""


def mistyped(one: int, other: int) -> Slip | Literal["shuffled", "lost"]:
    """Return how one number may be another one that was typed badly; empty if in no such way.

    Beside the slips: all its digits stand in another order, or one more stands in it.
    """
    how = slip(one, other)
    a, b = str(abs(one)), str(abs(other))
    if how or a == b or (one < 0) != (other < 0) or not (one and other):
        return how
    if max(len(text.rstrip("0")) for text in (a, b)) < _SHUFFLED:
        return ""
    if len(a) == len(b):
        return "shuffled" if sorted(a) == sorted(b) else ""
    short, long = sorted((a, b), key=len)
    if len(long) != len(short) + 1:
        return ""
    same = next((at for at in range(len(short)) if short[at] != long[at]), len(short))
    return "lost" if short[same:] == long[same + 1 :] else ""


def near(numbers: Iterable[int]) -> set[int]:
    """Return those of several numbers that may be a slip of another one.

    A slip leaves the digits, or the first ones, or all but the first ones, as they are.
    """
    found: set[int] = set()
    first: dict[str, int] = {}
    told = {n: str(abs(n)) for n in numbers}
    sizes = {len(text) for text in told.values()}
    for n, text in told.items():
        # Each begins with a sign of its own, and but for the second each tells how long it is.
        hints = (
            f"={''.join(sorted(text))}",
            text.rstrip("0"),
            f"{len(text)}<{text[:_BEGIN]}",
            f">{text[_BEGIN:]}",
        )
        lost: list[str] = []
        if len(text) + 1 in sizes:
            lost.append(f"-{text}")
        if len(text) - 1 in sizes:
            lost += [f"-{text[:at]}{text[at + 1 :]}" for at in range(len(text.rstrip("0")))]
        for hint in (*hints, *lost):
            other = first.setdefault(hint, n)
            if other != n:
                found.add(other)
                found.add(n)
    return found


def is_miss(one: int, other: int) -> bool:
    """Return whether a number was meant to be another one, and is wrong by a digit or two.

    Digits are exchanged, one is changed, or so many tens, hundreds and so on are too much.
    """
    if slip(one, other) in ("exchanged", "changed"):
        return True
    apart = str(abs(one - other)).rstrip("0")
    enough = max(len(str(abs(n)).rstrip("0")) for n in (one, other)) >= _POINT
    return enough and len(apart) == 1 and 2 * abs(one - other) < max(abs(one), abs(other))


def keys(value: Quantity) -> tuple[tuple[str, int, str], ...]:
    """Return keys of which a number and one that is its slip have one in common."""
    return _keys(abs(value.n), value.printed)


@lru_cache(maxsize=256)
def _keys(n: int, printed: str) -> tuple[tuple[str, int, str], ...]:
    text = str(n)
    digits = text.rstrip("0")
    sizes = range(min(len(text), _digits(printed)))
    found = [("changed", at, f"{text[:at]}_{text[at + 1 :]}") for at in sizes]
    found.insert(0, ("exchanged", len(text), "".join(sorted(text))))
    if len(digits) >= _POINT:
        found.insert(0, ("moved", 0, digits))
    return tuple(found)


def keys_of_lost(value: Quantity) -> tuple[tuple[str, int, str], ...]:
    """Return keys of which a number and one that has a digit more have one in common."""
    return _keys_of_lost(abs(value.n), value.printed)


@lru_cache(maxsize=256)
def _keys_of_lost(n: int, printed: str) -> tuple[tuple[str, int, str], ...]:
    text = str(n)
    sizes = range(min(len(text), _digits(printed)))
    return tuple(
        ("lost", 0, one)
        for one in dict.fromkeys((text, *(f"{text[:at]}{text[at + 1 :]}" for at in sizes)))
    )


@lru_cache(maxsize=256)
def traces(printed: str) -> frozenset[str]:
    """Return what a printed number and its slips have in common, whatever their units."""
    digits = "".join(sorted(_OTHERS.sub("", printed)))
    return frozenset(
        (digits, *(digits[:at] + digits[at + 1 :] for at in range(len(digits)))),
    )


def _digits(printed: str) -> int:
    """Return how many digits of a number are printed, leading zeros apart."""
    return len("".join(filter(str.isdigit, printed)).lstrip("0")) or 1
