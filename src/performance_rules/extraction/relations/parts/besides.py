"""Lists whose parts are told in two measures: 126户478人，其中集中安置74户281人、分散安置52户197人.

Where the parts make the whole in one of them, they do in the other.  And figures that stand beside
a whole, not in its list.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.roles import alike
from performance_rules.extraction.relations.parts.fullness import agree
from performance_rules.extraction.relations.parts.itemlists import ItemList
from performance_rules.extraction.relations.parts.openings import Opening
from performance_rules.text.words import has_any

_VEHICLES: Final = {"台", "辆"}
_BODIES: Final = ("个", "家", "所")
_GAPS: Final = ("", "、", "/")
_KINDS: Final = ("amount", "count")
SECOND: Final = re.compile(r"\A[、/]?\d[\d.]*[^\d,，;:。、()]{1,3}(?=[,，;。(]|\Z)")
"""A second measure right behind a figure."""

Named = tuple[tuple[str, Mention], ...]


def beside(
    text: str, found: Sequence[Mention], listed: ItemList, whole: Mention
) -> tuple[Named, Mention] | None:
    """Return the second measure of a list and of its whole, or None if not all have one.

    Args:
        text: the text of the paragraph.
        found: its figures.
        listed: a list.
        whole: what it is a list of.
    """
    total = _next(text, found, whole)
    if total is None or alike(total.value, whole.value):
        return None
    others = [_next(text, found, one) for one in listed.values]
    named = [
        (name, one)
        for name, one in zip(listed.names, others, strict=True)
        if one is not None and one.kind == total.kind and alike(one.value, total.value)
    ]
    return (tuple(named), total) if len(named) == len(others) else None


def beside_comes_out(text: str, found: Sequence[Mention], listed: ItemList, whole: Mention) -> bool:
    """Whether the parts of a list make its whole in their second measure."""
    other = beside(text, found, listed, whole)
    return other is not None and agree([one for _, one in other[0]], other[1])


def _next(text: str, found: Sequence[Mention], one: Mention) -> Mention | None:
    """Return the figure right behind a figure of its paragraph."""
    if one.home != found[0].home:
        return None
    at = bisect_left(found, one.end, key=lambda m: m.start)
    if at == len(found) or text[one.end : found[at].start] not in _GAPS:
        return None
    return found[at] if found[at].depth == one.depth and found[at].kind in _KINDS else None


def holds(whole: Mention, listed: ItemList, text: str) -> bool:
    """Whether figures are of others, whatever counts them: 15个：医院2家; 车辆9台：客车2辆."""
    if text[whole.end : whole.end + 1] != ":" or whole.kind != "count":
        return False
    units = {one.unit for one in listed.values}
    if {whole.unit, *units} == _VEHICLES and len(units) == 1:
        return "车" in whole.left and all(name.endswith("车") for name in listed.names)
    return whole.unit in _BODIES and len(units) == 1 and units <= {*_BODIES} - {whole.unit}


def is_beside(text: str, opening: Opening, listed: ItemList, whole: Mention) -> bool:
    """Whether what follows behind a semicolon may stand beside the whole: A，含B；C.

    So it may behind 其中 where the whole stands behind a semicolon itself, or the figures before it
    are all of the whole: A，其中B；C，其中D；E.
    """
    first, last = listed.values[0], listed.values[-1]
    if not has_any(text[first.end : last.start], ";；") or opening.said != "some":
        return False
    if text[opening.begin - 1] == ":":
        return False
    if "其中" not in text[opening.at : opening.begin + 2]:
        return True
    made = 0
    for one in listed.values[:-1]:
        made += one.value.n
        if made == whole.value.n:
            return True
    begun = max(text.rfind(mark, 0, whole.start) for mark in ";。")
    return whole.home == first.home and text[begun : begun + 1] == ";"


def is_rest_told(same: Sequence[Mention], rest: int, last: Mention) -> bool:
    """Whether what a list lacks of its whole is told behind it: 在职60人（甲20人、乙37人），丙3人.

    Args:
        same: the figures around the list that could be parts of its whole.
        rest: by how much the whole is more than the list.
        last: the last figure of the list.
    """
    behind = [m for m in same if m.home == last.home and m.sentence == last.sentence]
    return any(m.value.n == rest and m.start > last.start for m in behind)
