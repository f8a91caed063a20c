"""Changes of what is listed together: A、B，比上年的C减少D is of A and B where these two make D."""

from __future__ import annotations

from collections.abc import Sequence

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.roles import agrees, alike


def is_of_list(
    found: Sequence[Mention], i: int, base: Mention, figure: Mention, change: Mention
) -> bool:
    """Whether the figures listed up to a level are those that changed, and not it alone.

    Args:
        found: the figures of a text.
        i: the place of the level among them.
        base: the level before.
        figure: the level itself.
        change: by how much something changed.
    """
    listed = [figure]
    while i and found[i] is listed[0]:
        beside = listed[0].opener == "、" and found[i - 1].end + 1 == listed[0].begin
        if not beside or not alike(found[i - 1].value, base.value):
            break
        i -= 1
        listed.insert(0, found[i])
    n = sum(one.value.n for one in listed) - base.value.n
    half = sum(one.value.half for one in listed) + base.value.half
    return len(listed) > 1 and agrees(change.value, abs(n), half)
