"""Likeness: whether one name is a short form of another."""

from __future__ import annotations


def in_order(short: str, long: str) -> bool:
    """Whether a name has the characters of another in their order: 人大常委会."""
    rest = iter(long)
    return all(char in rest for char in short)
