"""Numbers of one thing that differ by more than a slip, and cannot all be right.

A thing has one goal and one result: 年度目标:更换航标灯48座 and 计划更换航标灯61座 clash, and so
does a third number beside 目标48座，完成45座.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.restated.things import Thing, thing_of
from performance_rules.extraction.statements.naming import core_of, places_in
from performance_rules.extraction.statements.said import Said, exact, kind
from performance_rules.extraction.statements.words import restated_words
from performance_rules.extraction.tokens.wording import shipped_wording
from performance_rules.values.quantity import Count

_NOUN: Final = re.compile("[\u4e00-\u9fff]{3,16}")
_EVERY: Final = ("全部", "全体", "所有")
_DEED: Final = re.compile(r"(?:覆盖|服务|完成|组织|惠及|走访|由|向|给|在)+了?\Z")
_ALL: Final = re.compile(r"(?:全部|全体|所有)\||\|(?:中|全部|均|都|全数|悉数)")
_LEAST: Final = 3
_TWO: Final = 2
_CROWD: Final = 8
"""A thing that is told more often is a word of the report."""


@fixed(eq=False)
class Told:
    """A figure with what it is of, and whether its words say that it is all there is of it."""

    said: Said
    thing: Thing
    whole: bool = False


@fixed(eq=False)
class Clash:
    """Two figures of one thing that cannot both be right.

    Attributes:
        first: a figure.
        second: a later one.
        name: the thing.
        whole: whether words say of one that it is all there is of the thing.
        staged: whether it is known of which stage both are.
        steady: whether words say that it is as many the year after.
    """

    first: Said
    second: Said
    name: str
    whole: bool
    staged: bool
    steady: bool = False


def outright(said: Sequence[Said]) -> Iterator[Clash]:
    """Yield each two figures of one thing that cannot both be right.

    Args:
        said: the figures of a document.
    """
    groups: defaultdict[tuple[str, str], list[Told]] = defaultdict(list)
    counts = [one for one in said if isinstance(one.at.value, Count)]
    before = Thing("", "")
    for one in counts:  # only one of its kind right before it lends it a name
        thing = before = thing_of(one, before)
        if thing.name and exact(one.at.value):
            groups[kind(one.at.value), thing.name].append(Told(one, thing))
    if not groups:
        return
    ends = {
        (of, name[-size:]): name for of, name in groups for size in range(_LEAST, len(name) + 1)
    }
    for one in counts:
        if exact(one.at.value) and (noun := _all_of(one)):
            of = kind(one.at.value)
            sizes = range(len(noun), _LEAST - 1, -1)
            size = next((n for n in sizes if (of, noun[:n]) in ends), 0)
            if size and _ALL.search(f"{one.at.left}|{noun[size:]}"):
                name = ends[of, noun[:size]]
                groups[of, name].append(Told(one, Thing(name, ""), whole=True))
    for (_, name), group in groups.items():
        if len(group) > _CROWD or len({x.said.at.value.n for x in group}) < _TWO:
            continue
        if not _is_of_accounts(name):
            yield from _clashing(name, group)


def _all_of(one: Said) -> str:
    """Return what stands behind a figure, if nothing before it names a thing."""
    noun, left = _NOUN.match(one.at.right), one.at.left
    if noun is None or restated_words().narrowing.search(left) or places_in(left):
        return ""
    return noun[0] if left.endswith(_EVERY) or not core_of(_DEED.sub("", left)) else ""


def _clashing(name: str, group: Sequence[Told]) -> Iterator[Clash]:
    numbers: defaultdict[str, dict[int, Told]] = defaultdict(dict)
    for one in group:
        numbers[one.thing.stage].setdefault(one.said.at.value.n, one)
    known = numbers["planned"] | numbers["done"]
    two: Sequence[Told] = ()
    for stage in ("planned", "done"):
        if not two and len(numbers[stage]) == _TWO:
            two = list(numbers[stage].values())
    if not two and len(numbers["planned"]) == len(numbers["done"]) == 1 and len(numbers[""]) == 1:
        ((n, one),) = numbers[""].items()
        if n not in known:
            two = [min(known.values(), key=lambda x: abs(x.said.at.value.n - n)), one]
    elif not two and not known and len(numbers[""]) == _TWO:
        plain = list(numbers[""].values())
        two = plain if any(one.whole for one in plain) else ()
    if two:
        first, second = sorted(two, key=lambda x: (x.said.at.home, x.said.at.start))
        staged = not (first.whole or second.whole)
        yield Clash(first.said, second.said, name, whole=not staged, staged=staged)


@lru_cache(maxsize=1024)
def _is_of_accounts(name: str) -> bool:
    """Whether a name is one of the lines of accounts."""
    return name in shipped_wording().words
