"""Figures that stand beside one and the same other figure at two places, and one has a slip.

143批次、1218人次 and 134批次、1218人次: the same things in the same order, one figure equal, so
that the other one is the same, too, whatever the sentences call it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from performance_rules.extraction.figures.slips import size, slip
from performance_rules.extraction.restated.differences import stage_of
from performance_rules.extraction.statements.naming import Name, core_of, places_in
from performance_rules.extraction.statements.said import Said, exact, kind

Lists = dict[tuple[int, int], list[Said]]
"""The figures of each sentence, by its paragraph and its number."""

_MANY: Final = 60
"""A sentence of more figures is a list, and no statement of one of them."""
_ENOUGH: Final = 3
_DONE: Final = re.compile("完成|实现|达成|达到")
_AMONG: Final = re.compile("其中|[；;]?另")
_GROUPS: Final = re.compile("[;；]")
_SURE: Final = 4
_TWO: Final = 2
_SHORT: Final = 6
"""So many characters may stand between two figures of a row: 12期、培训1,260人次."""
_JOINS: Final = re.compile("[、,，和及共计]")
_NEXT: Final = frozenset({"下一步"})
_PLANNED: Final = re.compile("计划|目标|任务|拟|预计|申报|应")


def told_beside(first: Said, second: Said, a: Name, b: Name, lists: Lists) -> bool:
    """Whether digits are exchanged in a figure that stands beside one and the same other twice.

    居民N户 and M户居民 are of the same 17个小区 in both sentences; N个渔村 of the same 6个镇.
    """
    if slip(first.at.value.n, second.at.value.n) != "exchanged" or not (a.level and b.level):
        return False
    if first.at.unit != second.at.unit or size(first.at.value) < _ENOUGH:
        return False
    if a.times - _NEXT != b.times - _NEXT:
        return False
    turned = len(a.core) >= _TWO and not b.core and second.at.right.startswith(a.core)
    if not turned and (a.core != b.core or not noun_behind(first, second)):
        return False
    told = [lists[one.at.home, one.at.sentence] for one in (first, second)]
    if any(_PLANNED.search(one.lead) for one in (first, second)):
        return False
    if told[0] is told[1] or (a.year and b.year and a.year != b.year):
        return False
    mine, its = (
        {(x.at.unit, x.at.value.n) for pair in pairwise(of) if one in pair for x in pair}
        for of, one in zip(told, (first, second), strict=True)
    )
    return not mine.isdisjoint(its) and not in_parallel(first, second, lists)


def told_in_row(first: Said, second: Said, a: Name, b: Name, lists: Lists) -> bool:
    """Whether a figure with a slip stands in a row with one that is the same at both places.

    A figure of three digits that is the same is no chance (of four where a digit is another one),
    nor is any where both figures are called alike: 编制50名，实有在职46人.  One of two digits is
    none where digits of its neighbour are exchanged and one figure more is the same.
    """
    how = slip(first.at.value.n, second.at.value.n)
    if how not in ("exchanged", "changed") or first.at.kind != "count":
        return False
    if first.at.unit != second.at.unit or not (a.level and b.level):
        return False
    if a.times - _NEXT != b.times - _NEXT or (a.year and b.year and a.year != b.year):
        return False
    if any(_is_planned(one) or _AMONG.search(one.lead) for one in (first, second)):
        return False
    mine, its = (lists[one.at.home, one.at.sentence] for one in (first, second))
    if mine is its or in_parallel(first, second, lists):
        return False
    places = [_places(one, of) for one, of in ((first, mine), (second, its))]
    if places[0] - places[1] and places[1] - places[0]:
        return False
    rows = _neighbours(first, second, mine, its)
    same = [(x, y) for x, y in rows if x.at.value.n == y.at.value.n]
    digits = max((size(x.at.value) for x, _ in same), default=0)
    alike = any(_are_called_alike(x, y) for x, y in same)
    if how == "changed":
        whole = alike and first.at.left == second.at.left and len(first.at.left) >= _SURE
        return (digits >= _SURE or whole) and stage_of(first) == stage_of(second)
    if digits >= _ENOUGH:
        return True
    told = [
        {(kind(x.at.value), x.at.value.n) for x in of if exact(x.at.value)} for of in (mine, its)
    ]
    if size(first.at.value) < _ENOUGH or digits < _TWO:
        return False
    return alike or len(told[0] & told[1]) >= _TWO


def _places(one: Said, near: Sequence[Said]) -> set[str]:
    """Return the places that the words of a figure, of the one before it, or its heading name."""
    at = near.index(one)
    words = [x.at.left for x in near[max(0, at - 1) : at + 1]]
    return {place for text in (*words, one.section.rpartition("/")[2]) for place in places_in(text)}


def _is_planned(one: Said) -> bool:
    """Whether the words up to a figure, or those above it, say that it is to be reached."""
    above = one.section.rpartition("/")[2]
    ahead = _PLANNED.search(above) is not None and _DONE.search(above) is None
    return ahead or _PLANNED.search(_GROUPS.split(one.lead)[-1]) is not None


def _are_called_alike(one: Said, other: Said) -> bool:
    """Whether one of two figures is called by the words of the other, or the same stands behind."""
    short, long = sorted((core_of(one.at.left), core_of(other.at.left)), key=len)
    return (len(short) >= _TWO and short in long) or bool(noun_behind(one, other))


def _neighbours(
    first: Said, second: Said, mine: Sequence[Said], its: Sequence[Said]
) -> Iterator[tuple[Said, Said]]:
    """Yield the figures right before and right behind two, where both rows go on alike."""
    at, other = mine.index(first), its.index(second)
    for step in (-1, 1):
        if not (0 <= at + step < len(mine) and 0 <= other + step < len(its)):
            continue
        x, y = mine[at + step], its[other + step]
        if kind(x.at.value) != kind(y.at.value) or not (exact(x.at.value) and exact(y.at.value)):
            continue
        gaps = {_gap(x, first), _gap(y, second)}
        if x.at.kind in ("amount", "count") and len(gaps) == 1 and None not in gaps:
            yield x, y


def _gap(one: Said, other: Said) -> str | None:
    """Return what stands between two figures of a row, None if that is too much for one."""
    begin, end = sorted((one, other), key=lambda x: x.at.start)
    between = _JOINS.sub("", one.run.plain[begin.at.end : end.at.start])
    return between if len(between) <= _SHORT else None


def noun_behind(first: Said, second: Said) -> str:
    """Return the one noun that stands behind both figures: 137个渔村, 173个渔村更换航标."""
    short, long = sorted((first.at.right, second.at.right), key=len)
    return short if len(short) >= _TWO and long.startswith(short) else ""


def in_parallel(first: Said, second: Said, lists: Lists) -> bool:
    """Whether two sentences give one list of figures each, of two things."""
    told = []
    for one in (first, second):
        near = lists[one.at.home, one.at.sentence]
        if len(near) > _MANY:
            return True
        others = [x for x in near if x is not one and x.at.kind in ("amount", "count")]
        told.append({(core_of(x.at.left), kind(x.at.value)): x.at.value.n for x in others})
    both = {key for key in told[0].keys() & told[1].keys() if len(key[0]) > 1}
    return any(told[0][core] != told[1][core] for core in both)
