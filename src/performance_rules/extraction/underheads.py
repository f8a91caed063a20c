"""The amount that begins what stands below a heading: that of the line which the heading names.

五、机关运行经费, and below it 226.40万元，比上年增加…; 四、政府性基金预算支出, and 安排312.00万元.
"""

from __future__ import annotations

import re
from typing import Final

from performance_rules.extraction.levels import HEADED, on_level
from performance_rules.extraction.scope.reading import Reading
from performance_rules.extraction.tokens.patterns import Found

_BARE: Final = re.compile(rb"(?P<year>Y)?[wG]*(?P<amount>N)(?=[,.:;(])")


def on_first(reading: Reading) -> int:
    """Read an amount that begins what stands below a heading; return the token behind it."""
    frame = reading.context.frames[-1]
    found = _BARE.match(reading.letters) if not frame.told else None
    frame.told = frame.told or b"N" in reading.letters
    places = frame.subjects or (frame.weak if frame.alone else ())
    if found is None or len(places) != 1 or places[0].matter or frame.listing is not None:
        return 0
    at = found.start("amount")
    parts = {"amount": (at, at + 1)}
    if found["year"]:
        parts["year"] = (0, 1)  # 2022年安排N
    reading.context.now.about(places, at=0)
    on_level(reading, Found(HEADED, 0, at + 1, parts))
    return at + 1
