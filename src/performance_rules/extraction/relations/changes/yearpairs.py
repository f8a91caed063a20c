"""A change whose two levels a bracket tells: 培训费（2017年A，2018年B）减少C，下降P.

The bracket holds both levels and nothing else, each with its year; the change stands right behind
it, or right before it: 同比下降P（2017年A，2018年B）.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.roles import alike
from performance_rules.extraction.figures.words import RelationWords
from performance_rules.extraction.relations.changes.bracketed import claim_of
from performance_rules.extraction.relations.changes.changes import Change, holds, is_elsewhere
from performance_rules.extraction.relations.changes.claims import claims_before

_YEAR: Final = re.compile(
    r"(?:(?P<year>(?:19|20)\d\d)年(?:度|末|底)?|(?P<last>上年度?|去年)|(?P<this>本年度?|今年|当年))"
    r"(?:决算|支出|实际|完成|数|额)*[为是]?"
)
_COMMAS: Final = ",，、;"
_KINDS: Final = ("amount", "count", "percent")
_MOST: Final = 2
_LAST, _THIS = -1, 0


def year_pairs(text: str, found: Sequence[Mention], words: RelationWords) -> Iterator[Change]:
    """Yield the changes between the two levels of a bracket.

    Args:
        text: the paragraph.
        found: its figures in their order.
        words: the words of relations.
    """
    for i, (one, other) in enumerate(pairwise(found)):
        levels = _levels(text, one, other)
        if levels is None:
            continue
        claims = _behind(found, i + 2, other.close + 1, words)
        claims = claims or claims_before(found, i, one.begin - 1, words)
        made = _change(*levels, claims, words)
        if made is not None and (holds(made) or not is_elsewhere(found, i, made)):
            yield made


def _levels(text: str, one: Mention, other: Mention) -> tuple[Mention, Mention] | None:
    """Return the earlier and the later of two levels that a bracket holds."""
    if one.opener != "(" or other.opener not in _COMMAS or one.depth != other.depth:
        return None
    if text[other.close : other.close + 1] != ")" or one.kind not in _KINDS:
        return None
    if one.kind != other.kind or not alike(one.value, other.value):
        return None
    first, second = _YEAR.fullmatch(one.left), _YEAR.fullmatch(other.left)
    if first is None or second is None:
        return None
    years = [
        int(said["year"]) if said["year"] else _LAST if said["last"] else _THIS
        for said in (first, second)
    ]
    if abs(years[0] - years[1]) != 1:
        return None
    return (one, other) if years[0] < years[1] else (other, one)


def _behind(found: Sequence[Mention], at: int, close: int, words: RelationWords) -> list[Mention]:
    """Return the figures of a change that stand right behind a place."""
    told: list[Mention] = []
    for one in found[at : at + _MOST]:
        near = one.begin - close <= bool(one.opener in _COMMAS)
        if not near or claim_of(one, words) is None:
            break
        told.append(one)
        close = one.close
    return told


def _change(
    base: Mention, figure: Mention, claims: Sequence[Mention], words: RelationWords
) -> Change | None:
    change = rate = None
    directions: list[str] = []
    for one in claims:
        claim = claim_of(one, words)
        if claim is None or one.value.n < 0:
            return None
        points = one.kind == "points" and figure.kind == "percent"
        if change is None and (points or (one.kind != "percent" and alike(one.value, base.value))):
            change = one
        elif rate is None and one.kind == "percent" != figure.kind:
            rate = one
        else:
            break
        directions.append(claim.direction)
    if len(set(directions)) != 1:
        return None
    return Change(base, figure, change, rate, directions[0])
