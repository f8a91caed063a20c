"""The region of a body, as its name tells it.

Only the full name of a region that the codebook lists counts, and only where the body's name begins
with it: a liaison office of one region may stand in another.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from performance_rules.extraction.head.words import BodyWords
from performance_rules.rules.heads import significant


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
        spelled = regions.items() if found is None else _below(found, regions)
        here = [
            (len(region), code, at + len(region))
            for code, region in spelled
            if name.startswith(region, at) and significant(code)
        ]
        if not here:
            return found
        _, code, at = max(here)
        found = code


def _below(above: str, regions: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the regions below one, as each may be called behind it: 曲江区 behind 韶关市."""
    digits, upper = significant(above), regions.get(above, "")
    for code, whole in regions.items():
        if code.startswith(digits) and code != above:
            yield code, whole
            if whole != upper:
                yield code, whole.removeprefix(upper)
