"""A stock at both ends of a year, and by how much it changed: 年初A，年末B，净增C，增长P.

Whose the two are is said once, before the first of them; each of them says of which end it is.
What only came (新增, 本年增加) is no change: something may have gone as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.roles import alike, without_tail
from performance_rules.extraction.figures.words import RelationWords
from performance_rules.extraction.relations.changes.changes import (
    Change,
    direction_of,
    holds,
    is_elsewhere,
)

_YEAR: Final = r"(?:19|20)\d\d"
_NOUN: Final = re.compile(
    r"(?:账户|账面|账上|实际|期|总)?(?:余额|存量|库存|结存|总量|总数|总额|数量|人数|保有量|数|额|值)?"
)
_VERB: Final = re.compile(r"(?:实有|拥有|达到|达|共|约|为|是|有)+\Z")
_FIRST: Final = re.compile(
    rf"(?P<name>[^\d]{{0,24}}?)(?:由|从)?"
    rf"(?:年初|期初|上年年?末|上年底|(?P<year>{_YEAR})年(?P<end>年?[初末底]))的?(?P<what>[^\d]{{0,14}})"
)
_LAST: Final = re.compile(
    rf"(?:截至|至|到)?(?:年末|期末|年底|本年末|(?P<year>{_YEAR})年年?[末底])的?(?P<what>[^\d]{{0,14}})"
)
_SINCE: Final = re.compile(
    r"\A(?:[比较]|与)?(?:年初|期初|上年年?末|上年底)(?:数|相比|时|相较)*[,，]?"
)
_WITHIN: Final = re.compile(r"\A(?:年内|全年|本年度?|当年|期内|一年间|一年来|年度内)?(?=净)")
_LEVELS: Final = ("amount", "count")
_AFTER: Final = 2
_JOINED: Final = (",", "，", "、", "")


def at_turns(found: Sequence[Mention], words: RelationWords) -> Iterator[Change]:
    """Yield the changes of stocks that are told at both ends of a year.

    Args:
        found: the figures of a paragraph in their order.
        words: the words of relations.
    """
    for i, (first, last) in enumerate(pairwise(found)):
        if not _are_ends(first, last):
            continue
        behind = found[i + 2 : i + 2 + _AFTER]
        said = [_direction(one, words) if one.sentence == last.sentence else "" for one in behind]
        told = [(one, word) for one, word in zip(behind, said, strict=True) if word]
        made = _made(first, last, told)
        if made is not None and (holds(made) or not is_elsewhere(found, i, made)):
            yield made


def _made(first: Mention, last: Mention, told: Sequence[tuple[Mention, str]]) -> Change | None:
    """Return the change between both ends; None where two amounts say that some came, some went."""
    changes = [(one, word) for one, word in told if alike(one.value, first.value)]
    rates = [(one, word) for one, word in told if one.kind == "percent"]
    if len(changes) > 1 or len(rates) > 1 or len({word for _, word in told}) != 1:
        return None
    change = changes[0][0] if changes else None
    rate = rates[0][0] if rates else None
    if told[0][0] not in (change, rate) or any(one.value.n < 0 for one, _ in told):
        return None
    return Change(first, last, change, rate, told[0][1])


def _are_ends(first: Mention, last: Mention) -> bool:
    """Whether two figures are those of one stock at the beginning and the end of one year."""
    if first.kind not in _LEVELS or not alike(first.value, last.value):
        return False
    if first.sentence != last.sentence or first.depth or last.depth:
        return False
    begun, ended = _FIRST.fullmatch(first.left), _LAST.fullmatch(last.left)
    if begun is None or ended is None or last.opener not in _JOINED:
        return False
    both = [_VERB.sub("", m["what"]) for m in (begun, ended)]
    if both[0] != both[1] and not all(_NOUN.fullmatch(what) for what in both):
        return False  # 年初库存A，年末结余B
    then, now = (int(m["year"]) if m["year"] else None for m in (begun, ended))
    if then is None or now is None:
        return begun["end"] is None or begun["end"].endswith("初") or now is None
    return now - then == (0 if begun["end"].endswith("初") else 1)


def _direction(one: Mention, words: RelationWords) -> str:
    """Return the direction of a change between both ends; empty for what only came or went."""
    if one.opener not in _JOINED or one.depth or one.kind == "price" or "同比" in one.left:
        return ""
    left = _WITHIN.sub("", _SINCE.sub("", one.left))
    return direction_of(without_tail(left, words), words) or ""
