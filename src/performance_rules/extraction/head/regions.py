"""The region of a body, as its name tells it.

Only the full name of a region that the codebook lists counts, and only where the body's name begins
with it: a liaison office of one region may stand in another.
"""

from __future__ import annotations

from collections.abc import Mapping

from performance_rules.extraction.head.words import BodyWords
from performance_rules.rules.layers import significant


def region_of(name: str, regions: Mapping[str, str], words: BodyWords) -> str | None:
    """Return the code of the region that the name of a body begins with.

    A name goes down from the province: 广东省韶关市曲江区 is the district.  Where the second name
    lies in another region than the first, the first holds.

    Args:
        name: the name of the body, or a title.
        regions: names of regions by code of six digits.
        words: words in names.
    """
    at = next((len(word) for word in words.party if name.startswith(word)), 0)
    found: str | None = None
    while True:
        here = [
            (len(region), code, at + len(region))
            for code, whole in regions.items()
            if significant(code)
            for region in _spellings(whole, code, found, regions)
            if name.startswith(region, at)
        ]
        if not here:
            return found
        _, code, at = max(here)
        found = code


def _spellings(
    whole: str, code: str, above: str | None, regions: Mapping[str, str]
) -> tuple[str, ...]:
    """Return how a region may be called behind the one above it: 曲江区 behind 韶关市."""
    if above is None:
        return (whole,)
    if code == above or not code.startswith(significant(above)):
        return ()
    upper = regions.get(above, "")
    return (whole, whole.removeprefix(upper)) if whole != upper else (whole,)
