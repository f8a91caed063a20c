"""The rate of a change whose earlier level is told and whose later one is not.

2021年A，2022年增加B，增长C; 收入增加B（2021年A），增长C: C is what B is of A.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from performance_rules.extraction.figures.fitting import Rate
from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.roles import alike, without_tail
from performance_rules.extraction.figures.words import RelationWords
from performance_rules.extraction.relations.changes.changes import direction_of, is_change

_EARLIER: Final = re.compile(r"(?:(?P<year>(?:19|20)\d\d)年(?:度|末)?|上年度?|去年)(?!同期)")
_THEN: Final = re.compile(
    r"(?:(?:19|20)\d\d年(?:度|末|底)?|上年度?|去年|上年末)(?:决算|预算|支出|收入|实际)?[数额]?[为是]?"
)
_NOW: Final = re.compile(
    r"(?:(?P<year>(?:19|20)\d\d)年度?|今年|本年度?|当年)(?:预算|安排|支出|收入|实际)?(?:比上年)?"
    r"(?P<word>[^\d年]{1,5})"
)
_COMPARED: Final = re.compile(r"[比较与同]")
_COMMAS: Final = ",，"


def since(found: Sequence[Mention], words: RelationWords) -> Iterator[Rate]:
    """Yield the rates of change of a paragraph that are of the earlier level alone.

    Args:
        found: its figures in their order.
        words: the words of relations.
    """
    for i in range(len(found) - 2):
        if found[i + 2].kind != "percent" or found[i].sentence != found[i + 2].sentence:
            continue
        made = _in_turn(found, i, words) or _in_brackets(found, i, words)
        if made is not None:
            yield made


def _in_turn(found: Sequence[Mention], i: int, words: RelationWords) -> Rate | None:
    """2021年A，2022年增加B，增长C."""
    base, change, rate = found[i : i + 3]
    then = _EARLIER.search(base.label + base.left)
    now = _NOW.fullmatch(without_tail(change.left, words))
    if then is None or now is None or not _are_one(base, change):
        return None
    if _COMPARED.match(base.left) or is_change(base, words) or change.depth != base.depth:
        return None
    if bool(then["year"]) and bool(now["year"]) and int(now["year"]) - int(then["year"]) != 1:
        return None
    close = change.begin == base.close + 1 and change.opener in _COMMAS
    return _made(base, change, rate, now["word"], words) if close else None


def _in_brackets(found: Sequence[Mention], i: int, words: RelationWords) -> Rate | None:
    """收入增加B（2021年A），增长C."""
    change, base, rate = found[i : i + 3]
    inside = base.opener == "(" and base.depth == change.depth + 1 and not base.right
    if not inside or base.begin != change.close + 1 or not _are_one(base, change):
        return None
    if _THEN.fullmatch(base.left) is None or rate.begin != base.close + 2:
        return None
    said = without_tail(change.left, words)
    word = said[len(said) - words.directed.ending(said) :]
    return _made(base, change, rate, word, words) if word else None


def _are_one(base: Mention, change: Mention) -> bool:
    """Whether two figures are of one kind, and the change is one of that kind."""
    counted = base.kind == change.kind and base.kind in ("amount", "count")
    return counted and alike(base.value, change.value)


def _made(
    base: Mention, change: Mention, rate: Mention, word: str, words: RelationWords
) -> Rate | None:
    """Return the rate, if it goes the way of the change that stands right before it."""
    direction = direction_of(word, words)
    same = direction_of(without_tail(rate.left, words), words)
    close = rate.opener in _COMMAS and rate.depth == change.depth
    close = close and (rate.begin == change.close + 1 or base.start > change.start)
    if not direction or same != direction or not close or rate.value.n < 0 or change.value.n < 0:
        return None
    return Rate(change, base, rate)
