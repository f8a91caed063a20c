"""Ids that look alike: what a reader cannot tell apart is not two things."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final
from unicodedata import normalize

_LOOKS: Final = str.maketrans(
    "АВЕКМНОРСТУХІЅЈаеорсухіѕјΑΒΕΖΗΙΚΜΝΟΡΤΥΧοOoIil‐‑‒–—―−﹣_",
    "ABEKMHOPCTYXISJaeopcyxisjABEZHIKMNOPTYXo" + "0" * 2 + "1" * 3 + "-" * 9,
)
"""Letters of other alphabets, digits and dashes by what they look like."""


def look(name: str) -> str:
    """Return how a name looks: width, case and look-alike letters make no difference."""
    return normalize("NFKC", name).translate(_LOOKS).casefold().translate(_LOOKS)


def look_alike(name: str, known: Iterable[str]) -> str | None:
    """Return the other name among some that looks like a name, or None."""
    seen = look(name)
    return next((other for other in known if other != name and look(other) == seen), None)
