"""Ids that look alike: what a reader cannot tell apart is not two things."""

from __future__ import annotations

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
