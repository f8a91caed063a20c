"""One figure of a thing that is told below the heading that names it, and otherwise elsewhere.

（一）河道清淤工程, below it 预算安排120万元，实际支出98.5万元, and in another section or a table
河道清淤工程支出89.5万元.  Two figures are one if one of them is the other with a slip, or if what
both places tell besides is the same: the budget of 120万元.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from performance_rules.extraction.figures.slips import mistyped, size
from performance_rules.extraction.figures.wholewords import whole_words
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.restated.differences import differ
from performance_rules.extraction.restated.headnames import thing_of_headings
from performance_rules.extraction.restated.spoken import Spoken
from performance_rules.extraction.statements.naming import Name, name_of, places_in
from performance_rules.extraction.statements.said import Said, kind

ENOUGH: Final = 2
"""So many digits of a second figure attest that two places are of one thing."""
_LONG: Final = 3
_SURE: Final = 4
_TWO: Final = 2
_PAID: Final = "支付"
_SO_FAR: Final = re.compile("截[至止]|目前|累计|至今")
_TITLES: Final = {"budget": "预算", "spent": "支出", "goal": "目标", "reached": "完成数"}

_Key = tuple[str, str, str]
_Told = Mapping[tuple[str, object], Sequence[Spoken]]
"""What each place tells of each thing."""


@fixed(eq=False)
class Apart:
    """Two figures of one thing that are not the same."""

    first: Said
    second: Said
    title: str


def told_apart(
    spoken: Sequence[Spoken], lists: Mapping[tuple[int, int], Sequence[Said]], year: int | None
) -> Iterator[Apart]:
    """Yield the figures of one thing of which one is told under its heading.

    Args:
        spoken: the figures of which it is known what they are of.
        lists: all figures of each sentence.
        year: the year that the document is about, if it is known.
    """
    groups: defaultdict[_Key, list[Spoken]] = defaultdict(list)
    places: defaultdict[tuple[str, object], list[Spoken]] = defaultdict(list)
    for one in spoken:
        if _is_of_another_place(one):
            continue
        groups[one.name, one.part, kind(one.said.at.value)].append(one)
        places[one.name, one.place].append(one)
    for (name, part, _), group in groups.items():
        if not is_once(group):
            continue
        first, second = (next(x for x in group if x.said.at.value.n == n) for n in _values(group))
        near = [lists[x.said.at.home, x.said.at.sentence] for x in (first, second)]
        if (
            {first.how, second.how} != {"own"}
            and _are_alike(first, second, places)
            and _is_one_time(name_of(first.said), name_of(second.said), year)
            and not differ(first.said, second.said, near, staged=True)
        ):
            yield Apart(first.said, second.said, f"{name}{_TITLES.get(part, part)}")


def _is_of_another_place(one: Spoken) -> bool:
    """Whether a thing is named below the heading of a body or a project that is not it."""
    headed = thing_of_headings(one.said.under)
    if headed is None:
        return False
    if headed.name == one.name:
        return bool(headed.outer)  # 公路养护 of 城关站 is not that of all stations
    return bool(places_in(headed.place.title))


def is_once(group: Sequence[Spoken]) -> bool:
    """Whether a document tells one figure of one thing, and tells it in two ways.

    A place that tells two of them tells of more than one thing; so do headings of one name that
    stand under different ones.
    """
    values = _values(group)
    if len(values) != _TWO or len({x.outer for x in group if x.how == "heading"}) > 1:
        return False
    one, other = (next(x.said.at.value for x in group if x.said.at.value.n == n) for n in values)
    if abs(one.n - other.n) <= one.half + other.half:
        return False
    told: defaultdict[object, set[int]] = defaultdict(set)
    for x in group:
        told[x.place].add(x.said.at.value.n)
    return all(len(values) == 1 for values in told.values())


def _values(group: Sequence[Spoken]) -> list[int]:
    """Return the numbers of figures in the order in which they are first told."""
    return list(dict.fromkeys(x.said.at.value.n for x in group))


def is_slip(one: int, other: int, digits: int) -> bool:
    """Whether one number is another one with a slip, and they are too long for chance."""
    how = mistyped(one, other)
    return bool(how) and digits >= (_LONG if how in ("exchanged", "moved") else _SURE)


def _are_alike(first: Spoken, second: Spoken, places: _Told) -> bool:
    """Whether two figures are of one thing by their digits, or by what is told beside them."""
    a, b = first.said.at.value, second.said.at.value
    if is_slip(a.n, b.n, max(size(a), size(b))):
        return True
    mine, its = (
        {
            (x.part, x.said.at.value.n)
            for x in places[one.name, one.place]
            if size(x.said.at.value) >= ENOUGH
        }
        for one in (first, second)
    )
    return not mine.isdisjoint(its) and are_of_all(first, second)


def are_of_all(*told: Spoken) -> bool:
    """Whether figures are of all money, up to the end of the year, paid out or not."""
    paid = {_PAID in x.said.at.left for x in told}
    sources = whole_words().sources
    return len(paid) == 1 and not any(
        sources.search(x.said.lead) or _SO_FAR.search(x.said.lead) for x in told
    )


def _is_one_time(a: Name, b: Name, year: int | None) -> bool:
    return (a.year or year) == (b.year or year) and a.times == b.times
