"""Names that look alike: what a reader cannot tell apart is not two things."""

from __future__ import annotations

from functools import lru_cache
from typing import Final
from unicodedata import category, normalize

_LOOKS: Final = str.maketrans(
    "АВЕКМНОРСТУХІӀЅЈаеорсухіѕјһԁԛԝѵӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧοαικνρυՕՍՏԼօսոհցյզɑɡıOoIil‐‑‒–—―−﹣_",
    "ABEKMHOPCTYXIISJaeopcyxisjhdqwvlABEZHIKMNOPTYXoaikvpuOUSLounhgjqagi"
    + "0" * 2
    + "1" * 3
    + "-" * 9,
)
"""Letters of other alphabets, digits and dashes by what they look like."""

_UNSEEN: Final = ("Cf", "Cc", "Zs", "Zl", "Zp", "Mn", "Me")
"""Kinds of characters that leave no mark of their own on the paper."""


@lru_cache(maxsize=8192)
def look(name: str) -> str:
    """Return how a name looks: width, case and look-alike letters make no difference."""
    seen = "".join(sign for sign in normalize("NFKC", name) if category(sign) not in _UNSEEN)
    return seen.translate(_LOOKS).casefold().translate(_LOOKS)


def unseen(name: str) -> str:
    """Return the first character of a name that nobody sees, in its code; empty without one."""
    found = (sign for sign in name if category(sign) in _UNSEEN)
    return next((f"U+{ord(sign):04X}" for sign in found), "")
