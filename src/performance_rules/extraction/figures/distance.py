"""Whether two numbers are so far apart that they are hardly of one thing.

Who writes a report down wrongly exchanges digits, forgets a part, or takes the wrong unit.  A
figure several times as large as it should be, and by no power of ten, is one of something else.
"""

from __future__ import annotations

from typing import Final

TIMES: Final = 4
"""So many times one figure is the other one where they are hardly of one thing."""
_NEAR: Final = 200
"""So near to a power of ten, in parts of the whole, is a wrong unit or a moved point."""
_POWERS: Final = tuple(10**power for power in range(1, 9))


def far_apart(one: int, other: int) -> bool:
    """Whether one number is several times another one, and no power of ten times it."""
    low, high = sorted((abs(one), abs(other)))
    if not low or high < TIMES * low:
        return False
    return all(abs(high - power * low) * _NEAR > high for power in _POWERS)
